"""What points are compared with: boundaries with names, and streets or buildings known to be right."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from .crs import LONLAT, metric_crs, reproject, reproject_xy, require_metres
from .door import frame_crs
from .errors import InputError
from .values import as_text
from .words import text

if TYPE_CHECKING:
    import geopandas as gpd

# Polygons of this size and more are boundaries, smaller ones buildings.
BOUNDARY_M2 = 20_000
# What offices leave out or add: 龙桥社区居委会, 龙桥社区, 龙桥.
ENDINGS = re.compile(r"(?:社区|社區)?(?:居民|村民)?(?:委员会|委員會|居委会|村委会)?$")
FEWEST_NAMES, FEWEST_ROWS = 2, 20
KEPT = 0.8  # share of the names that a second column may not lose
SHORTEST_CODE = 6


@dataclass(frozen=True)
class Reference:
    """Boundaries with their attributes as text, and streets, buildings or points, all in one system in metres."""

    crs: str
    boundaries: np.ndarray
    attributes: pd.DataFrame
    things: np.ndarray
    box: tuple[float, float, float, float] = field(default=(0.0, 0.0, 0.0, 0.0))

    @property
    def centre(self) -> tuple[float, float]:
        """Longitude and latitude of its middle."""
        middle = np.array([[(self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2]])
        lon, lat = reproject_xy(middle, source=self.crs, target=LONLAT)[0]
        return float(lon), float(lat)


def reference(*frames: gpd.GeoDataFrame) -> Reference:
    """One reference of layers of any geometry; large polygons are boundaries, all else streets and buildings.

    Raises InputError for a layer without CRS or without any geometry.
    """
    crs = _metric(frames)
    boundaries, attributes, things = [], [], []
    for frame in frames:
        known = frame[frame.geometry.notna() & ~frame.geometry.is_empty]
        shapes = shapely.force_2d(reproject(known.geometry.to_numpy(), source=frame_crs(frame), target=crs))
        areas = shapely.area(shapes)
        large = np.full(len(shapes), len(areas) > 0 and np.median(areas) >= BOUNDARY_M2)
        boundaries.append(shapes[large])
        attributes.append(pd.DataFrame(known.drop(columns=known.geometry.name))[large])
        things.append(shapes[~large])
    edges, near = np.concatenate(boundaries), np.concatenate(things)
    box = tuple(shapely.total_bounds(np.concatenate([edges, near])))
    return Reference(crs, _sound(edges), pd.concat(attributes, ignore_index=True), near, box)


def _metric(frames: tuple[gpd.GeoDataFrame, ...]) -> str:
    """The first layer's own system if it is in metres, else the zone of its place."""
    for frame in frames:
        crs = frame_crs(frame)
        if crs is None:
            raise InputError(text("The reference layer has no coordinate reference system. Set it in the layer's properties."))
        if not np.isfinite(frame.total_bounds).all():
            raise InputError(text("The reference layer has no geometry. Choose streets, buildings or boundaries."))
    first = frame_crs(frames[0])
    try:
        require_metres(first)
    except InputError:
        pass
    else:
        if first != "EPSG:3857":
            return first
    west, south, east, north = frames[0].total_bounds
    return metric_crs(*reproject_xy(np.array([[(west + east) / 2, (south + north) / 2]]), source=first, target=LONLAT)[0])


def _sound(shapes: np.ndarray) -> np.ndarray:
    return np.where(shapely.is_valid(shapes), shapes, shapely.make_valid(shapes))


def plain_name(column: pd.Series) -> pd.Series:
    """Names or codes of communities in one form: no blanks, half width, without 社区, 居委会 and the like at the end.

    Bare numbers of less than six digits are no names: they would agree by chance.
    """
    words = as_text(column)
    known = {word: _plain(word) for word in pd.unique(words.dropna())}
    return words.map(known).astype(object)


def _plain(word: str) -> str | None:
    name = unicodedata.normalize("NFKC", word).replace(" ", "").replace("臺", "台")
    if name.replace(".", "").isdigit() and len(name) < SHORTEST_CODE:
        return None
    return ENDINGS.sub("", name) or name


def stated_boundaries(rows: pd.DataFrame, known: Reference) -> tuple[np.ndarray, np.ndarray] | None:
    """For each row and each boundary the number of the name it bears (-1 for none), by the columns that agree best.

    The columns of rows and boundaries that share most names; a second pair of columns that agrees too, such as the
    town of a village, tells equal names apart. None where fewer than two names are shared.
    """
    bears = [plain_name(known.attributes[column]) for column in known.attributes.columns]
    states = [plain_name(rows[column]) for column in rows.columns]
    # A handful of columns on either side.
    pairs = [found for row in states for boundary in bears if (found := _shared(row, boundary))]
    if not pairs:
        return None
    best = max(pairs, key=lambda each: each.names)
    closer = [_shared(_both(best.rows, other.rows), _both(best.boundaries, other.boundaries)) for other in pairs if other is not best]
    best = next((each for each in closer if each and each.names >= KEPT * best.names and each.hits < best.hits), best)
    codes = pd.Index(pd.unique(best.boundaries.dropna()), dtype=object)
    return codes.get_indexer(best.rows), codes.get_indexer(best.boundaries)


@dataclass(frozen=True)
class _Shared:
    """A column of rows and one of boundaries, how many names both have and how many rows bear one of them."""

    rows: pd.Series
    boundaries: pd.Series
    names: int
    hits: int


def _shared(rows: pd.Series, boundaries: pd.Series) -> _Shared | None:
    common = rows.isin(boundaries.dropna().unique()) & rows.notna()
    names = rows[common].nunique()
    return _Shared(rows, boundaries, names, int(common.sum())) if names >= FEWEST_NAMES and common.sum() >= FEWEST_ROWS else None


def _both(one: pd.Series, other: pd.Series) -> pd.Series:
    return (one + "\n" + other).astype(object)
