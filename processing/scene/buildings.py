"""Buildings for the page: footprint, height, households, and how well they are served."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.schema import STOREY_M
from .content import SceneContent, areas_by_level
from .doorplates import NOT_JUDGED, Doorplates, building_rows, reason_codes
from .fineness import Fineness
from .folding import corner_columns, height_column, sum_column
from .patterns import Patterns, patterns_of
from .privacy import suppressed
from .quantise import Column, octets, running, unsigned
from .shapes import Rings, ring_counts

SOURCES = ("measured", "floors", "default")
LOWEST_M, HIGHEST_M = 0.0, 2000.0
CLASS_BREAKS = (0.4, 0.6, 0.8, 1.0)  # lower bounds of the classes 2 to 5
NO_DATA, COVERED, NOT_COVERED = 0, 1, 2


@dataclass(frozen=True)
class Buildings:
    """One row per building that is drawn, with what its doorplates add up to."""

    frame: gpd.GeoDataFrame
    xy: np.ndarray  # a point inside
    height_m: np.ndarray
    height_source: np.ndarray  # position in SOURCES
    households: np.ndarray  # NaN = nobody known to live there
    residents: np.ndarray  # SUPPRESSED where too few
    completeness: np.ndarray  # share, NaN = not residential or no data
    covered: np.ndarray  # (categories, buildings): NO_DATA, COVERED, NOT_COVERED
    area: np.ndarray  # (levels, buildings): row of the area that holds the point, -1 = none


def page_buildings(content: SceneContent, *, suppress_below: int) -> Buildings:
    """The buildings of the scene; those without a footprint are left out."""
    frame = footprints(content)
    rows = building_rows(content.ledger, frame)
    xy = shapely.get_coordinates(shapely.centroid(frame.geometry.to_numpy())).reshape(-1, 2)
    height, source = heights(frame)
    residents = _sums(content.ledger, rows, "residents", len(frame))
    area = areas_by_level(xy, content.table("areas"))
    return Buildings(
        frame=frame,
        xy=xy,
        height_m=height,
        height_source=source,
        households=_sums(content.ledger, rows, "households", len(frame)),
        residents=suppressed(np.rint(residents), _smallest_area(area), below=suppress_below),
        completeness=_completeness(content.ledger, rows, len(frame)),
        covered=_covered(content, rows, len(frame)),
        area=area,
    )


def footprints(content: SceneContent) -> gpd.GeoDataFrame:
    """The buildings that can be drawn."""
    frame = content.table("buildings")
    return frame[frame.geometry.notna() & ~frame.geometry.is_empty].reset_index(drop=True)


def classes_of(content: SceneContent, frame: gpd.GeoDataFrame) -> np.ndarray:
    """The class of each building (see classes)."""
    return classes(_completeness(content.ledger, building_rows(content.ledger, frame), len(frame)))


def heights(frame: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Height in metres and where it comes from: as given, else floors × 3 m, else one floor."""
    given = frame["height_m"].to_numpy(dtype=float) if "height_m" in frame.columns else np.full(len(frame), np.nan)
    floors = frame["floors"].to_numpy(dtype=float) if "floors" in frame.columns else np.full(len(frame), np.nan)
    stated = (
        pd.Categorical(frame["height_source"], categories=SOURCES).codes if "height_source" in frame.columns else np.full(len(frame), -1)
    )
    # 0 m says nothing; such a building gets its floors, or one.
    usable = np.isfinite(given) & (given > 0)
    by_floors = ~usable & np.isfinite(floors) & (floors > 0)
    source = np.where(usable, np.where(stated < 0, 0, stated), np.where(by_floors, 1, 2))
    height = np.where(usable, given, np.where(by_floors, floors * STOREY_M, STOREY_M))
    return np.clip(height, LOWEST_M, HIGHEST_M), source


def classes(completeness: np.ndarray) -> np.ndarray:
    """Class 1 (below 40 %) to 5 (100 %); 0 without data. Lower bounds belong to the class above."""
    found = np.digitize(completeness, np.array(CLASS_BREAKS) - 1e-12) + 1
    return np.where(np.isfinite(completeness), found, 0)


def legend_counts(buildings: Buildings, content: SceneContent) -> dict[str, list[int]]:
    """Number of buildings by class, for all categories together and for each."""
    counts = {"all": np.bincount(classes(buildings.completeness), minlength=6).tolist()}
    if content.settings is not None:
        for category, covered in zip(content.settings.profile.categories, buildings.covered):
            counts[category.id] = np.bincount(covered, minlength=3).tolist()
    return counts


def building_names(buildings: Buildings) -> Patterns:
    """The names taken apart."""
    frame = buildings.frame
    return patterns_of(frame["name"] if "name" in frame.columns else pd.Series(None, index=frame.index, dtype=object))


def tile_columns(
    buildings: Buildings, rows: np.ndarray, rings: Rings, *, uses: np.ndarray, told: Told, fine: Fineness
) -> dict[str, Column]:
    """Columns of the buildings of one tile; names are packed beside them."""
    frame = buildings.frame.iloc[rows]
    base = frame["base_m"].to_numpy(dtype=float) if "base_m" in frame.columns else np.zeros(len(rows))
    floors = frame["floors"].to_numpy(dtype=float) if "floors" in frame.columns else np.zeros(len(rows))
    floors = np.rint(np.nan_to_num(floors).clip(0, 999))
    return {
        **ring_counts("b", rings),
        **corner_columns("b", rings, fine.building_m),
        "b.base": running(np.nan_to_num(base), 0.1),
        "b.floors": unsigned(floors),
        "b.rise": height_column(buildings.height_m[rows], floors),
        "b.source": octets(buildings.height_source[rows]),
        "b.use": octets(uses[rows]),
        "b.homes": sum_column(np.rint(buildings.households[rows]), told.households[rows]),
        "b.people": sum_column(buildings.residents[rows], told.residents[rows]),
        "b.classes": octets(classes(buildings.completeness[rows])),
        "b.share": unsigned(
            np.where(np.isfinite(buildings.completeness[rows]), np.rint(np.nan_to_num(buildings.completeness[rows]) * 1000) + 1, 0)
        ),
        "b.ok": octets(buildings.covered[:, rows].ravel()),
        "b.area": running(buildings.area[:, rows].ravel() + 1),
    }


@dataclass(frozen=True)
class Told:
    """What the page works out of the doorplates it shows, NaN where none of a building tells."""

    households: np.ndarray
    residents: np.ndarray


def told_sums(buildings: Buildings, doorplates: Doorplates, persons: float) -> Told:
    """Households and residents of each building by its doorplates on the page."""
    frame = doorplates.frame
    households = np.rint(frame["households"].to_numpy(dtype=float)) if "households" in frame.columns else np.full(len(frame), np.nan)
    counted = (doorplates.building >= 0) & np.isfinite(households)
    owner = doorplates.building[counted]
    sums = np.bincount(owner, weights=households[counted], minlength=len(buildings.frame))
    sums = np.where(np.bincount(owner, minlength=len(buildings.frame)) > 0, sums, np.nan)
    return Told(sums, np.floor(np.rint(buildings.households) * persons + 0.5))


def _sums(ledger: pd.DataFrame, rows: np.ndarray, name: str, count: int) -> np.ndarray:
    """Sum over the doorplates of each building; NaN where it has none, or none with a value."""
    if name not in ledger.columns:
        return np.full(count, np.nan)
    values = ledger[name].to_numpy(dtype=float)
    counted = (rows >= 0) & np.isfinite(values)
    sums = np.bincount(rows[counted], weights=values[counted], minlength=count)
    return np.where(np.bincount(rows[counted], minlength=count) > 0, sums, np.nan)


def _completeness(ledger: pd.DataFrame, rows: np.ndarray, count: int) -> np.ndarray:
    """Completeness of each building, weighted by households; by doorplates where it has no households."""
    if "completeness" not in ledger.columns:
        return np.full(count, np.nan)
    share = ledger["completeness"].to_numpy(dtype=float)
    counted = (rows >= 0) & np.isfinite(share)
    weight = np.nan_to_num(ledger["households"].to_numpy(dtype=float)) if "households" in ledger.columns else np.ones(len(ledger))
    empty = np.bincount(rows[counted], weights=weight[counted], minlength=count) <= 0
    # Row -1 (no building) reads the appended place.
    weight = np.where(np.append(empty, False)[rows], 1.0, weight)
    total = np.bincount(rows[counted], weights=weight[counted], minlength=count)
    reached = np.bincount(rows[counted], weights=(weight * share)[counted], minlength=count)
    return np.divide(reached, total, out=np.full(count, np.nan), where=total > 0)


def _covered(content: SceneContent, rows: np.ndarray, count: int) -> np.ndarray:
    """A building is covered where all its judged doorplates are."""
    categories = content.settings.profile.categories if content.settings else ()
    covered = np.zeros((len(categories), count), dtype=np.int64)
    for k, category in enumerate(categories):
        codes = reason_codes(content.ledger, category)
        judged = (rows >= 0) & (codes < NOT_JUDGED)
        any_judged = np.bincount(rows[judged], minlength=count) > 0
        missed = np.bincount(rows[judged & (codes > 0)], minlength=count) > 0
        covered[k] = np.where(any_judged, np.where(missed, NOT_COVERED, COVERED), NO_DATA)
    return covered


def _smallest_area(area: np.ndarray) -> np.ndarray:
    """Row of the smallest area that holds each building; -1 where none does."""
    smallest = np.full(area.shape[1], -1)
    for rows in area:
        smallest = np.where(rows >= 0, rows, smallest)
    return smallest
