"""Areas of one level against each other: overlaps, gaps, parts, holes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from ..problems import ERROR, NOTE, WARNING, Problem
from ..progress import SILENT, Progress
from ..words import Text, text
from .ground import Shared, common_border, is_thin, polygons_of, shared_land
from .levels import level_above, partitions, rank

SQUARE_METRES = "{:,.0f}"
WHOLE = 0.5  # land that is so much of an area is no sliver of it


@dataclass(frozen=True)
class Overlap:
    """Land that two areas of one level both hold; keeper is the one that keeps it when it is mended."""

    first: int  # positions in the areas
    second: int
    land: shapely.Geometry
    m2: float
    thin: bool
    keeper: int
    whole: bool = False  # one of them lies in the other for the most part


@dataclass(frozen=True)
class Gap:
    """Land inside an area that none of the next level holds; taker is the neighbour with the longest border to it, or none."""

    parent: int | None
    level: str
    land: shapely.Geometry
    m2: float
    thin: bool
    taker: int | None


def by_level(areas: gpd.GeoDataFrame) -> Iterator[tuple[str, str, np.ndarray]]:
    """Partition, level and positions of the areas of each level, the largest level first."""
    named = list(zip(partitions(areas), areas["level"]))
    for partition, level in sorted(set(named), key=lambda name: (name[0], rank(name[1]), name[1])):
        yield partition, level, np.flatnonzero([name == (partition, level) for name in named])


def overlaps(areas: gpd.GeoDataFrame, *, min_area_m2: float, progress: Progress = SILENT) -> list[Overlap]:
    """The overlaps inside each level of at least min_area_m2, each pair once."""
    shapes = areas.geometry.to_numpy()
    found: list[Overlap] = []
    for _, _, rows in by_level(areas):
        shared = shared_land(shapes[rows], shapes[rows], progress, text("Looking for overlaps"))
        shared = shared.where((shared.first < shared.second) & (shared.m2 >= min_area_m2))
        if len(shared.m2):
            found += _overlaps(rows, shapes, shared)
    return found


def _overlaps(rows: np.ndarray, shapes: np.ndarray, shared: Shared) -> list[Overlap]:
    first, second = rows[shared.first], rows[shared.second]
    # Where the other's outline runs through an area, the land goes on behind it: that is the border with the area itself.
    to_first = common_border(shared.land, shapes[second])
    to_second = common_border(shared.land, shapes[first])
    keeper = np.where(to_first >= to_second, first, second)
    # A narrow area that lies in another one whole is a duplicate, not a sliver: mended, it would vanish.
    whole = shared.m2 >= WHOLE * np.minimum(shapely.area(shapes[first]), shapely.area(shapes[second]))
    thin = is_thin(shared.land) & ~whole
    columns = (first.tolist(), second.tolist(), shared.land, shared.m2.tolist(), thin.tolist(), keeper.tolist(), whole.tolist())
    return [Overlap(*values) for values in zip(*columns)]


def gaps(areas: gpd.GeoDataFrame, *, min_area_m2: float, progress: Progress = SILENT) -> list[Gap]:
    """Land of at least min_area_m2 that a level leaves out inside the level above it, or inside itself where there is none above."""
    shapes = areas.geometry.to_numpy()
    found: list[Gap] = []
    levels = {(partition, level): rows for partition, level, rows in by_level(areas)}
    for (partition, level), rows in levels.items():
        progress.at(0.5, text("Looking for gaps"))
        upper = level_above(levels, (partition, level))
        parents = levels[upper] if upper else np.empty(0, int)
        land, owner = _left_out(shapes, rows, parents)
        large = shapely.area(land) >= min_area_m2
        found += _gaps(level, shapes, rows, land[large], owner[large])
    return found


def _left_out(shapes: np.ndarray, rows: np.ndarray, parents: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    covered = shapely.union_all(shapes[rows])
    if not len(parents):
        holes = [shapely.Polygon(ring) for polygon in polygons_of(covered) for ring in polygon.interiors]
        return np.array(holes, object), np.full(len(holes), -1)
    # A parent without any child has no gap: nobody has divided it yet.
    divided = parents[shapely.area(shapely.intersection(shapes[parents], covered)) > 0]
    pieces = [polygons_of(piece) for piece in shapely.difference(shapes[divided], covered)]
    land = np.concatenate([np.empty(0, object), *pieces])
    return land, np.repeat(divided, [len(piece) for piece in pieces])


def _gaps(level: str, shapes: np.ndarray, rows: np.ndarray, land: np.ndarray, owner: np.ndarray) -> list[Gap]:
    piece, neighbour = shapely.STRtree(shapes[rows]).query(land, predicate="intersects")
    border = common_border(land[piece], shapes[rows[neighbour]])
    taker: dict[int, int] = {}
    for at in np.argsort(border, kind="stable"):  # the longest last
        if border[at] > 0:
            taker[int(piece[at])] = int(rows[neighbour[at]])
    thin = is_thin(land)
    return [
        Gap(None if owner[k] < 0 else int(owner[k]), level, land[k], float(shapely.area(land[k])), bool(thin[k]), taker.get(k))
        for k in range(len(land))
    ]


def overlap_problems(areas: gpd.GeoDataFrame, found: list[Overlap]) -> list[Problem]:
    """Overlaps as problems: slivers are warnings, wider ones errors."""
    codes = areas["code"].tolist()
    return [
        Problem(
            "areas",
            "sliver" if overlap.thin else "overlap",
            WARNING if overlap.thin else ERROR,
            text(
                "{first} and {second} overlap by {area} m².", first=codes[overlap.first], second=codes[overlap.second], area=_m2(overlap.m2)
            ),
            row=codes[overlap.first],
            other=codes[overlap.second],
            fix=None
            if overlap.whole
            else text("Leave the land to {code}, which has the longer border with it.", code=codes[overlap.keeper]),
            geometry=overlap.land,
            sure=not overlap.whole,
        )
        for overlap in found
    ]


def gap_problems(areas: gpd.GeoDataFrame, found: list[Gap]) -> list[Problem]:
    """Gaps as problems: slivers are warnings, wider ones errors."""
    codes = areas["code"].tolist()
    return [
        Problem(
            "areas",
            "sliver" if gap.thin else "gap",
            WARNING if gap.thin else ERROR,
            _gap_words(gap, codes),
            row=None if gap.parent is None else codes[gap.parent],
            other=None if gap.taker is None else codes[gap.taker],
            fix=None if gap.taker is None else text("Add the land to {code}, which has the longest border with it.", code=codes[gap.taker]),
            geometry=gap.land,
        )
        for gap in found
    ]


def _gap_words(gap: Gap, codes: list[str]) -> Text:
    if gap.parent is None:
        return text("{area} m² inside the level {level} belong to no area of it.", area=_m2(gap.m2), level=gap.level)
    return text("{area} m² of {code} belong to no area of the level {level}.", area=_m2(gap.m2), code=codes[gap.parent], level=gap.level)


def shape_problems(areas: gpd.GeoDataFrame) -> list[Problem]:
    """Areas of several parts and areas with holes, both to look at: exclaves and enclaves may be right."""
    shapes = areas.geometry.to_numpy()
    parts = shapely.get_num_geometries(shapes)
    polygon, owner = shapely.get_parts(shapes, return_index=True)
    holes = np.bincount(owner, shapely.get_num_interior_rings(polygon), len(areas)).astype(int)
    several = text("The area has {count} separate parts.")
    holed = text("The area has {count} holes.")
    return [
        Problem("areas", rule, NOTE, text(words.source, count=int(counts[row])), row=areas["code"].iloc[row], geometry=shapes[row])
        for rule, words, counts, rows in (
            ("multipart", several, parts, np.flatnonzero(parts > 1)),
            ("hole", holed, holes, np.flatnonzero(holes > 0)),
        )
        for row in rows.tolist()
    ]


def _m2(area: float) -> str:
    return SQUARE_METRES.format(area).replace(",", "\u202f") if area >= 10 else f"{area:.1f}"
