"""What a straight access leg may not cross: walls, and the banks of water and rail land.

A leg may touch a barrier with its ends (a door in the wall, a street that ends at the wall) and may run along it.
Who stands inside water or rail land (a misplaced doorplate, a station) may leave it: only its other banks block.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from .cells import PAIRS_AT_ONCE, CellGrid, Segments, chunks, dilated_grid, listed_counts, pairs, reaches
from .pieces import distances

if TYPE_CHECKING:
    import geopandas as gpd

BARRIER_LAND = ("water", "rail")
END_FREE_M = 1e-4  # a leg's ends may touch
SHORT_M = (9.0, 18.0)  # most legs are shorter than what points look around for
ALONG_M = 1e-6  # a leg with both ends this near to a wall's line runs along it


@dataclass(frozen=True)
class Barriers:
    """Barrier segments, and grids that find the ones near a leg: (longest leg, grid) from short to long."""

    segments: Segments
    polygon: np.ndarray  # (segments,) position in polygons; -1 for walls
    polygons: np.ndarray
    grids: tuple[tuple[float, CellGrid], ...]

    @property
    def size(self) -> int:
        """How many straight pieces the barriers have."""
        return len(self.polygon)


def barriers_of(walls: gpd.GeoDataFrame | None, land: gpd.GeoDataFrame | None, *, limit_m: float) -> Barriers:
    """Walls, water and rail land as barriers for legs of up to limit_m."""
    lines = shapes_of(walls)
    if land is not None and len(land):
        land = land[land["use"].isin(BARRIER_LAND).to_numpy()]
    polygons = shapely.get_parts(shapes_of(land))
    banks, of_polygon = shapely.get_parts(shapely.boundary(polygons), return_index=True)
    wall_segments, _ = segments_of(lines)
    bank_segments, of_bank = segments_of(banks)
    segments = Segments(np.concatenate([wall_segments.a, bank_segments.a]), np.concatenate([wall_segments.b, bank_segments.b]))
    polygon = np.concatenate([np.full(len(wall_segments.a), -1), of_polygon[of_bank].astype(int)])
    longest_m = (*(short_m for short_m in SHORT_M if short_m < limit_m), *(reach_m + 1 for reach_m in reaches(limit_m)))
    return Barriers(segments, polygon, polygons, tuple((reach_m, dilated_grid(segments, reach_m=reach_m)) for reach_m in longest_m))


def grid_for(barriers: Barriers, length_m: float) -> CellGrid:
    """The finest grid that knows all barriers of legs of that length."""
    return next(grid for longest_m, grid in barriers.grids if longest_m >= length_m)


def shapes_of(frame: gpd.GeoDataFrame | None) -> np.ndarray:
    """The geometries of a frame that are neither missing nor empty; none without a frame."""
    if frame is None:
        return np.zeros(0, dtype=object)
    shapes = np.asarray(frame.geometry.array, dtype=object)
    return shapes[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))]


def segments_of(shapes: np.ndarray) -> tuple[Segments, np.ndarray]:
    """The straight pieces of lines, and the position of the line that each belongs to."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    xy, part = shapely.get_coordinates(parts, return_index=True)
    inner = (part[1:] == part[:-1]) & (xy[1:] != xy[:-1]).any(axis=1)
    return Segments(xy[:-1][inner], xy[1:][inner]), owner[part[:-1][inner]]


def near_barriers(barriers: Barriers, xy: np.ndarray, length_m: np.ndarray) -> np.ndarray:
    """Whether a barrier is as near to each point as its leg is long."""
    result = np.zeros(len(xy), dtype=bool)
    shorter = 0.0
    for longest, grid in barriers.grids:
        rows = np.flatnonzero((length_m > shorter) & (length_m <= longest))
        cell = grid.cells(xy[rows])
        listing = (cell >= 0) & (grid.first[cell + 1] > grid.first[cell])
        rows, cell = rows[listing], cell[listing]
        for part in chunks(listed_counts(grid, cell), PAIRS_AT_ONCE):
            segment, row, _ = pairs(grid, cell[part])
            near = rows[part][row]
            result[near[_within(barriers.segments, segment, xy[near], length_m[near])]] = True
        shorter = longest
    return result


def _within(segments: Segments, segment: np.ndarray, xy: np.ndarray, far_m: np.ndarray) -> np.ndarray:
    """Whether each point is within this distance (and a little more) of the given segment."""
    square, _ = distances(segments, *xy.T, segment)
    return square <= np.square(far_m + END_FREE_M)


def blocked(barriers: Barriers, xy: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """Whether the straight leg from each point to the place it wants to see crosses a barrier."""
    length = np.hypot(*(seen - xy).T)
    result = np.zeros(len(xy), dtype=bool)
    shorter = 0.0
    for longest, grid in barriers.grids:
        rows = np.flatnonzero((length > max(shorter, 2 * END_FREE_M)) & (length <= longest))
        rows = rows[grid.cells(xy[rows]) >= 0]
        result[rows] = _blocked_in(barriers, grid, xy[rows], seen[rows])
        shorter = longest
    return result


def _blocked_in(barriers: Barriers, grid: CellGrid, xy: np.ndarray, seen: np.ndarray) -> np.ndarray:
    result = np.zeros(len(xy), dtype=bool)
    cell = grid.cells(xy)
    for part in chunks(listed_counts(grid, cell), PAIRS_AT_ONCE):
        segment, row, _ = pairs(grid, cell[part])
        leg = row + part.start
        hit = crosses(barriers.segments, segment, xy[leg], seen[leg])
        leg, polygon = leg[hit], barriers.polygon[segment[hit]]
        result[leg[~starts_inside(barriers, polygon, xy[leg])]] = True
    return result


def starts_inside(barriers: Barriers, polygon: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """Whether each point stands inside the given barrier polygon (-1: none)."""
    inside = np.zeros(len(polygon), dtype=bool)
    rows = np.flatnonzero(polygon >= 0)
    inside[rows] = shapely.contains_xy(barriers.polygons[polygon[rows]], xy[rows, 0], xy[rows, 1])
    return inside


def crosses(segments: Segments, segment: np.ndarray, xy: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """Whether each leg, its last millimetres left off at both ends, meets the given barrier segment."""
    a, b = segments.a[segment], segments.b[segment]
    way = seen - xy
    free = way * (END_FREE_M / np.maximum(np.hypot(way[:, 0], way[:, 1]), END_FREE_M))[:, None]
    start, end, wall = xy + free, seen - free, b - a
    length = np.hypot(wall[:, 0], wall[:, 1])
    from_start, from_end = _cross(wall, start - a) / length, _cross(wall, end - a) / length
    along = (np.abs(from_start) <= ALONG_M) & (np.abs(from_end) <= ALONG_M)
    between = _cross(way, a - start) * _cross(way, b - start) <= 0
    return between & (from_start * from_end <= 0) & ~along


def _cross(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    return u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
