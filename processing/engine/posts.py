"""Posts of areas: what the grids inside state, else what the area states itself."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from ...layers.areas.ground import holders
from ...layers.areas.topology import by_level
from .areas import GRID_PARTITION, partitions
from .streets import numbers

GRID = "grid"


@dataclass(frozen=True)
class Inside:
    """The grids inside each area: pairs of area and grid, both as rows of the areas; a grid is inside itself."""

    area: np.ndarray
    grid: np.ndarray
    grids: np.ndarray  # rows of all grids


def grids_inside(areas: gpd.GeoDataFrame) -> Inside:
    """Which grids lie in which areas, by a point on each grid; grids are those of the governance partition where it has any."""
    grids = grid_rows(areas)
    points = shapely.point_on_surface(areas.geometry.to_numpy()[grids])
    area, grid = [grids], [grids]
    for _, level, rows in by_level(areas):
        if level != GRID:
            held = holders(points, areas.iloc[rows])
            area.append(np.asarray(rows)[held[held >= 0]])
            grid.append(grids[held >= 0])
    return Inside(np.concatenate(area), np.concatenate(grid), grids)


def grid_rows(areas: gpd.GeoDataFrame) -> np.ndarray:
    """The rows of the grids: those of the governance partition where it has any, else all of the level."""
    level = (areas["level"] == GRID).to_numpy()
    governed = level & (partitions(areas) == GRID_PARTITION)
    if governed.any():
        return np.flatnonzero(governed)
    first = partitions(areas)[level][:1]
    return np.flatnonzero(level & (partitions(areas) == first[0])) if len(first) else np.zeros(0, int)


def posts_of(areas: gpd.GeoDataFrame, name: str) -> np.ndarray:
    """The posts of each area: the sum of its grids where each states them, else its own figure; NaN where neither is known."""
    own = numbers(areas, name)
    inside = grids_inside(areas)
    return of_grids(own, inside)


def of_grids(own: np.ndarray, inside: Inside) -> np.ndarray:
    """The sums of the grids' figures, NaN where one is missing, and then the area's own."""
    sums = np.bincount(inside.area, own[inside.grid], len(own))
    grids = np.bincount(inside.area, minlength=len(own))
    told = (grids > 0) & np.isfinite(sums)
    return np.where(told, sums, own)
