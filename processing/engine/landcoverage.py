"""The share of residential land inside the isochrones: the indicator by land beside the ledger's by household."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from ...layers.progress import SILENT, Progress
from ...layers.words import text
from .areas import levels_of, partitions
from .barriers import shapes_of

RESIDENTIAL = "residential"


def judged_land(land: gpd.GeoDataFrame | None, areas: gpd.GeoDataFrame | None) -> shapely.Geometry:
    """The land that is judged, overlaps counted once: residential land inside the areas of the run, else the areas.

    Without areas the residential land is not clipped; without both there is none (empty).
    """
    inside = extent_of(areas)
    residential = shapes_of(None if land is None or land.empty else land[(land["use"] == RESIDENTIAL).to_numpy()])
    if not len(residential):
        return inside
    homes = shapely.union_all(shapely.make_valid(residential))
    return homes if inside.is_empty else shapely.intersection(homes, inside)


def extent_of(areas: gpd.GeoDataFrame | None) -> shapely.Geometry:
    """The land of the areas of the largest level of the first partition; empty without areas."""
    if areas is None or areas.empty:
        return shapely.Polygon()
    partition, level = levels_of(areas)[0]
    top = (partitions(areas) == partition) & (areas["level"] == level).to_numpy()
    return shapely.union_all(shapely.make_valid(shapes_of(areas[top])))


def land_shares(
    judged: shapely.Geometry, band_by_category: dict[str, shapely.Geometry], *, progress: Progress = SILENT
) -> dict[str, float]:
    """The share of the judged land inside each category's band, 0 to 1; NaN where no land is judged."""
    parts = shapely.get_parts(judged)
    tree = shapely.STRtree(parts)
    shares = {}
    for k, (category, band) in enumerate(band_by_category.items()):
        progress.at(k / len(band_by_category), text("Measuring the land inside the isochrones"))
        shares[category] = covered_m2(parts, tree, band) / judged.area if judged.area > 0 else float("nan")
    return shares


def covered_m2(parts: np.ndarray, tree: shapely.STRtree, band: shapely.Geometry) -> float:
    """Square metres of disjoint land parts inside a band."""
    pieces = subdivided(shapely.get_parts(band))
    piece, part = tree.query(pieces, predicate="intersects")
    return float(shapely.area(shapely.intersection(parts[part], pieces[piece])).sum())


def subdivided(pieces: np.ndarray, *, most_vertices: int = 256) -> np.ndarray:
    """The same land in pieces of few vertices: a band around a whole town has a hundred thousand, and each cut would visit them all."""
    done = []
    # Each round halves the large pieces, so that there are few rounds.
    while len(pieces):
        large = shapely.get_num_coordinates(pieces) > most_vertices
        done.append(pieces[~large])
        halves = _halved(pieces[large])
        pieces = halves[shapely.area(halves) > 0]
    return np.concatenate(done) if done else pieces


def _halved(pieces: np.ndarray) -> np.ndarray:
    """Each piece cut in two across its longer side."""
    west, south, east, north = shapely.bounds(pieces).T.reshape(4, -1)
    wide = east - west >= north - south
    middle_x, middle_y = np.where(wide, (west + east) / 2, east), np.where(wide, north, (south + north) / 2)
    first = shapely.intersection(pieces, shapely.box(west, south, middle_x, middle_y))
    second = shapely.intersection(pieces, shapely.box(np.where(wide, middle_x, west), np.where(wide, south, middle_y), east, north))
    return np.concatenate([first, second])
