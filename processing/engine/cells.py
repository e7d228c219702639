"""A grid whose cells know every segment within reach: the fast way to the segments near a point.

Each cell lists all segments that come within reach_m of any place in it, so a point looks into its own cell only,
and a segment found within reach_m is proven to be among the nearest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from .lines import spans

CELL_LIMIT = 20_000_000  # cells of a sparse, wide district grow instead of filling the memory
FIRST_REACH_M, REACH_GROWTH = 40.0, 2.5
CELL_OF_REACH = 1.4
PAIRS_AT_ONCE = 150_000  # fits the processor's cache


@dataclass(frozen=True)
class Segments:
    """Straight pieces from a to b."""

    a: np.ndarray  # (segments, 2)
    b: np.ndarray  # (segments, 2)


@dataclass(frozen=True)
class CellGrid:
    """Segments by cell: cell k lists listed[first[k]:first[k + 1]], in the order of the segments."""

    origin: np.ndarray
    cell_m: float
    shape: tuple[int, int]
    first: np.ndarray
    listed: np.ndarray
    around: int  # how many cells a point looks beyond its own

    def cells(self, xy: np.ndarray) -> np.ndarray:
        """The cell of each point; -1 so far outside the grid that nothing is within reach."""
        at = np.floor((xy - self.origin) / self.cell_m)
        inside = (at >= 0).all(axis=1) & (at < self.shape).all(axis=1)
        return np.where(inside, at[:, 0] * self.shape[1] + at[:, 1], -1).astype(np.int64)


def dilated_grid(segments: Segments, *, reach_m: float) -> CellGrid:
    """For very many points: each cell lists all that is within reach_m of any place in it."""
    return _grid(segments, cell_m=reach_m * CELL_OF_REACH, reach_m=reach_m, around=0)


def plain_grid(segments: Segments, *, reach_m: float) -> CellGrid:
    """For fewer points: quicker to build, a point looks into the cells around its own too."""
    return _grid(segments, cell_m=reach_m, reach_m=0.0, around=1)


def _grid(segments: Segments, *, cell_m: float, reach_m: float, around: int) -> CellGrid:
    low = np.minimum(segments.a, segments.b) - reach_m
    high = np.maximum(segments.a, segments.b) + reach_m
    low_corner, high_corner = (low.min(axis=0), high.max(axis=0)) if len(low) else (np.zeros(2), np.zeros(2))
    cell_m = max(cell_m, float(np.sqrt((high_corner - low_corner).prod() / CELL_LIMIT)))
    origin = low_corner - around * cell_m
    shape = np.floor((high_corner - origin) / cell_m).astype(int) + 1 + around
    from_cell = np.floor((low - origin) / cell_m).astype(np.int32)
    size = np.floor((high - origin) / cell_m).astype(np.int32) - from_cell + 1
    cell, owner = _touched(segments, from_cell, size, origin, cell_m, reach_m, int(shape[1]))
    # csr -> csc is a counting sort by cell in C, and keeps the segments of a cell in order.
    rows = np.zeros(len(low) + 1, dtype=np.int32)
    np.cumsum(np.bincount(owner, minlength=len(low)), out=rows[1:])
    columns = csr_matrix((np.ones(len(cell), dtype=bool), cell, rows), (len(low), int(shape.prod()))).tocsc()
    return CellGrid(origin, cell_m, (int(shape[0]), int(shape[1])), columns.indptr, columns.indices, around)


def _touched(
    segments: Segments, from_cell: np.ndarray, size: np.ndarray, origin: np.ndarray, cell_m: float, reach_m: float, width: int
) -> tuple[np.ndarray, np.ndarray]:
    strips, _ = spans(from_cell[:, 0], size[:, 0])
    owner = np.repeat(np.arange(len(size), dtype=np.int32), size[:, 0])
    y, _ = spans(from_cell[owner, 1], size[owner, 1])
    x = np.repeat(strips, size[owner, 1])
    owner = np.repeat(owner, size[owner, 1])
    # Cells in the corners of a slanting segment's box are farther than its reach.
    reach = reach_m + cell_m * np.sqrt(0.5) + 1e-6
    step = segments.b - segments.a
    normal = np.stack([-step[:, 1], step[:, 0]], axis=1) / np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-300)[:, None]
    shift = ((origin + cell_m / 2 - segments.a) * normal).sum(axis=1)
    slope = normal * cell_m
    near = np.abs(shift[owner] + x * slope[owner, 0] + y * slope[owner, 1]) <= reach
    return (x[near] * width + y[near]).astype(np.int32), owner[near]


def listed_counts(grid: CellGrid, cells: np.ndarray) -> np.ndarray:
    """How many segments a point in each given cell looks at."""
    count = np.zeros(len(cells), dtype=np.int64)
    for near in _neighbours(grid, cells):
        count += grid.first[near + 1] - grid.first[near]
    return count


def pairs(grid: CellGrid, cells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The segments a point in each given cell looks at, packed, and where each cell's list begins in them."""
    near = _neighbours(grid, cells)
    start = np.stack([grid.first[cell] for cell in near], axis=1).ravel()
    end = np.stack([grid.first[cell + 1] for cell in near], axis=1).ravel()
    positions, first = spans(start, end - start)
    return grid.listed[positions], first[:: len(near)]


def _neighbours(grid: CellGrid, cells: np.ndarray) -> list[np.ndarray]:
    # The grid has empty cells around it, so that neighbours of cells in use exist; at its rim they are cut off.
    steps = range(-grid.around, grid.around + 1)
    x, y = cells // grid.shape[1], cells % grid.shape[1]
    return [(x + i).clip(0, grid.shape[0] - 1) * grid.shape[1] + (y + j).clip(0, grid.shape[1] - 1) for i in steps for j in steps]


def chunks(count: np.ndarray, size: int, begin: int = 0) -> list[slice]:
    """Slices of rows whose counts add up to about size each."""
    total = np.concatenate([[0], np.cumsum(count)])
    cuts = np.searchsorted(total, np.arange(0, total[-1], size))
    cuts = np.unique(np.append(cuts, len(count)))
    return [slice(begin + int(low), begin + int(high)) for low, high in zip(cuts[:-1], cuts[1:])]


def reaches(limit_m: float) -> list[float]:
    """How far to look in each round; the last is the limit."""
    rounds, reach = [], FIRST_REACH_M
    while reach < limit_m:
        rounds.append(reach)
        reach *= REACH_GROWTH
    return [*rounds, limit_m]
