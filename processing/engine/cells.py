"""A grid whose cells know every segment within reach: the fast way to the segments near a point.

Each cell lists all segments that come within reach_m of any place in it, so a point looks into its own cell only,
and a segment found within reach_m is proven to be among the nearest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix

from .lines import spans

CELL_LIMIT = 20_000_000  # cells of a sparse, wide district grow instead of filling the memory
FIRST_REACH_M, REACH_GROWTH = 35.0, 2.4  # nine cells of the first reach know all that is within the second
ROUNDING_M = 1e-6
CELL_OF_REACH = 1.4
PAIRS_AT_ONCE = 150_000  # fits the processor's cache
CELLS_AT_ONCE = 32_000  # of segments; these too
RANKS = 16


@dataclass(frozen=True)
class Segments:
    """Straight pieces from a to b."""

    a: np.ndarray  # (segments, 2)
    b: np.ndarray  # (segments, 2)

    @cached_property
    def corners(self) -> tuple[np.ndarray, np.ndarray]:
        """The lowest and the highest x and y of all pieces; the origin where there is none."""
        ends = np.concatenate([self.a, self.b]) if len(self.a) else np.zeros((1, 2))
        return ends.min(axis=0), ends.max(axis=0)

    @cached_property
    def columns(self) -> tuple[np.ndarray, ...]:
        """The x and y of a, the step to b in x and y, 1 / length², each in one row of memory."""
        step = self.b - self.a
        return tuple(map(np.ascontiguousarray, (*self.a.T, *step.T, 1 / (step * step).sum(axis=1))))


@dataclass(frozen=True)
class CellGrid:
    """Segments by cell: cell k lists listed[first[k]:first[k + 1]], in the order of their ranks (if any), then of the segments."""

    origin: np.ndarray
    cell_m: float
    shape: tuple[int, int]
    first: np.ndarray
    listed: np.ndarray
    around: int  # how many cells a point looks beyond its own
    reach_m: float  # how far from its cell a listed segment may be
    by_rank: np.ndarray | None = None  # where those of rank r of cell k begin: by_rank[k * RANKS + r]

    @property
    def rank_m(self) -> float:
        """A segment of rank r is r times so far from the middle of its cell or farther."""
        return (self.reach_m + self.cell_m) / RANKS

    def wider(self) -> CellGrid:
        """The same lists for points that look into the cells around their own too, so that they know a cell's side more."""
        return replace(self, around=self.around + 1, reach_m=self.reach_m + self.cell_m, by_rank=None)

    def worth(self, cell: np.ndarray, xy: np.ndarray, metres: np.ndarray) -> np.ndarray:
        """How many of the first segments listed by each point's cell may be as near to the point as these metres."""
        x, y = self._from_middle(xy)
        out_m = np.sqrt(x * x + y * y) * self.cell_m
        rank = np.minimum((metres + out_m + ROUNDING_M) / self.rank_m, RANKS - 1).astype(np.int64)
        return self.by_rank[cell * RANKS + rank + 1] - self.first[cell]

    def cells(self, xy: np.ndarray) -> np.ndarray:
        """The cell of each point; -1 so far outside the grid that nothing is within reach."""
        x, y = (np.floor((xy[:, axis] - self.origin[axis]) / self.cell_m) for axis in (0, 1))
        inside = (x >= 0) & (y >= 0) & (x < self.shape[0]) & (y < self.shape[1])
        return np.where(inside, x * self.shape[1] + y, -1).astype(np.int64)

    def inner_m(self, xy: np.ndarray) -> np.ndarray:
        """How far each point stands from the border of its cell."""
        x, y = self._from_middle(xy)
        return (0.5 - np.maximum(np.abs(x), np.abs(y))) * self.cell_m

    def _from_middle(self, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        # As shares of the cell's side.
        x, y = ((xy[:, axis] - self.origin[axis]) / self.cell_m for axis in (0, 1))
        return x - np.floor(x) - 0.5, y - np.floor(y) - 0.5

    def near(self, xy: np.ndarray, reach_m: float) -> np.ndarray:
        """The segments that may come within reach_m of one of the points, ascending."""
        # A segment is listed wherever the way to it, but for the listed reach, may end.
        beyond = int(np.ceil(max(reach_m - self.reach_m, 0.0) / self.cell_m + ROUNDING_M))
        marked = np.flatnonzero(_within(self.shape, np.floor((xy - self.origin) / self.cell_m).astype(np.int64), beyond))
        at, _ = spans(self.first[marked], self.first[marked + 1] - self.first[marked])
        wanted = np.zeros(self.listed.max(initial=-1) + 1, dtype=bool)
        wanted[self.listed[at]] = True
        return np.flatnonzero(wanted)


def _within(shape: tuple[int, int], cells: np.ndarray, beyond: int) -> np.ndarray:
    """Whether each cell of a grid lies at most so many cells beyond one of these (column, row)."""
    low, high = np.maximum(cells - beyond, 0), np.minimum(cells + beyond, np.array(shape) - 1) + 1
    meets = (low < high).all(axis=1)
    (west, south), (east, north) = low[meets].T, high[meets].T
    rows = shape[1] + 1
    corners = np.zeros((shape[0] + 1) * rows, dtype=np.int64)
    for column, row, sign in ((west, south, 1), (east, north, 1), (west, north, -1), (east, south, -1)):
        corners += sign * np.bincount(column * rows + row, minlength=len(corners))
    return corners.reshape(-1, rows).cumsum(axis=0).cumsum(axis=1)[:-1, :-1].ravel() > 0


def dilated_grid(segments: Segments, *, reach_m: float) -> CellGrid:
    """For very many points: each cell lists all that is within reach_m of any place in it."""
    return _grid(segments, _layout(segments, cell_m=reach_m * CELL_OF_REACH, margin_m=reach_m), reach_m=reach_m, around=0)


def ranked_grid(segments: Segments, *, reach_m: float) -> CellGrid:
    """As dilated_grid(), each cell's segments roughly by how near they come to its middle."""
    layout = _layout(segments, cell_m=reach_m * CELL_OF_REACH, margin_m=reach_m)
    cell, first = _touched(segments, layout, reach_m + ROUNDING_M)
    cells, count = layout.shape[0] * layout.shape[1], np.diff(first)
    grid = CellGrid(layout.origin, layout.cell_m, layout.shape, first, cell, 0, reach_m)
    x, y = layout.origin + layout.cell_m / 2
    columns = (segments.columns[0] - x, segments.columns[1] - y, *segments.columns[2:])
    for part in chunks(count, CELLS_AT_ONCE):
        at = slice(first[part.start], first[part.stop])
        away_m = _from_middle(columns, layout, cell[at], np.repeat(np.arange(part.start, part.stop), count[part]))
        cell[at] = cell[at] * RANKS + np.minimum(away_m / grid.rank_m, RANKS - 1).astype(np.int32)
    by_cell = csr_matrix((np.ones(len(cell), dtype=bool), cell, first), (len(segments.a), cells * RANKS)).tocsc()
    return replace(grid, first=by_cell.indptr[::RANKS].copy(), listed=by_cell.indices, by_rank=by_cell.indptr)


def _from_middle(columns: tuple[np.ndarray, ...], layout: Layout, cell: np.ndarray, segment: np.ndarray) -> np.ndarray:
    """Metres from the middle of each cell to the segment; columns as those of pieces, from the middle of the first cell."""
    ax, ay, dx, dy, inverse = (column.take(segment) for column in columns)
    column = cell // np.int32(layout.shape[1])
    x, y = column * layout.cell_m - ax, (cell - column * np.int32(layout.shape[1])) * layout.cell_m - ay
    share = np.minimum(np.maximum((x * dx + y * dy) * inverse, 0), 1)
    return np.sqrt(np.square(x - share * dx) + np.square(y - share * dy))


def plain_grid(segments: Segments, xy: np.ndarray, *, reach_m: float, coarse: CellGrid | None = None) -> CellGrid:
    """For these few points: each cell lists what touches it, and a point looks into the cells around its own too.

    A coarse grid of the segments spares looking at all of them.
    """
    layout = _layout(segments, cell_m=reach_m, margin_m=reach_m)
    kept = np.flatnonzero(_near_points(segments, layout, xy)) if coarse is None else coarse.near(xy, reach_m + layout.cell_m / 2)
    found = _grid(Segments(segments.a[kept], segments.b[kept]), layout, reach_m=0.0, around=1)
    return replace(found, listed=kept[found.listed].astype(np.int32))


@dataclass(frozen=True)
class Layout:
    """Where the cells of a grid lie."""

    origin: np.ndarray
    cell_m: float
    shape: tuple[int, int]

    def column(self, x: np.ndarray) -> np.ndarray:
        """The column of cells at each x."""
        return np.floor((x - self.origin[0]) / self.cell_m).astype(np.int32)

    def row(self, y: np.ndarray) -> np.ndarray:
        """The row of cells at each y."""
        return np.floor((y - self.origin[1]) / self.cell_m).astype(np.int32)


def _layout(segments: Segments, *, cell_m: float, margin_m: float) -> Layout:
    low, high = segments.corners
    # More room than any segment reaches, whatever its sums are rounded to: no cell lies outside.
    room = margin_m + 3 * ROUNDING_M
    origin = low - room
    extent = high + room - origin
    cell_m = max(cell_m, float(np.sqrt(extent.prod() / CELL_LIMIT)))
    columns, rows = np.floor(extent / cell_m).astype(int) + 1
    return Layout(origin, cell_m, (int(columns), int(rows)))


def _grid(segments: Segments, layout: Layout, *, reach_m: float, around: int) -> CellGrid:
    cell, first = _touched(segments, layout, reach_m + ROUNDING_M)
    # csr -> csc is a counting sort by cell in C, and keeps the segments of a cell in order.
    by_segment = csr_matrix((np.ones(len(cell), dtype=bool), cell, first), (len(segments.a), layout.shape[0] * layout.shape[1]))
    by_cell = by_segment.tocsc()
    return CellGrid(layout.origin, layout.cell_m, layout.shape, by_cell.indptr, by_cell.indices, around, reach_m)


def _touched(segments: Segments, layout: Layout, reach_m: float) -> tuple[np.ndarray, np.ndarray]:
    """The cells within reach of each segment, packed, and where each segment's begin."""
    (ax, ay), (bx, by) = segments.a.T, segments.b.T
    west, east = layout.column(np.minimum(ax, bx) - reach_m), layout.column(np.maximum(ax, bx) + reach_m)
    south, north = layout.row(np.minimum(ay, by) - reach_m), layout.row(np.maximum(ay, by) + reach_m)
    high = north - south + 1
    count = (east - west + 1) * high
    slanting = np.flatnonzero(np.minimum(np.abs(bx - ax), np.abs(by - ay)) > layout.cell_m)
    of_slanting, begin = _strips(Segments(segments.a[slanting], segments.b[slanting]), layout, reach_m)
    count[slanting] = np.diff(begin)
    first = np.zeros(len(count) + 1, dtype=np.int32)
    np.cumsum(count, out=first[1:])
    cell, corner = np.empty(first[-1], dtype=np.int32), west * np.int32(layout.shape[1]) + south
    # All cells of the box; those of slanting segments are written over.
    for part in chunks(count, CELLS_AT_ONCE):
        cell[first[part.start] : first[part.stop]] = _boxes(corner[part], high[part], count[part], layout)
    cell[np.repeat(first[slanting] - begin[:-1], np.diff(begin)) + np.arange(len(of_slanting))] = of_slanting
    return cell, first


def _boxes(corner: np.ndarray, high: np.ndarray, count: np.ndarray, layout: Layout) -> np.ndarray:
    """The first count cells from each corner cell on, column by column, so many high."""
    owner = np.repeat(np.arange(len(count)), count)
    number = np.arange(len(owner), dtype=np.int32) - (np.cumsum(count, dtype=np.int32) - count).take(owner)
    rows = high.take(owner)
    column = number // rows
    return corner.take(owner) + column * np.int32(layout.shape[1]) + (number - column * rows)


def _strips(segments: Segments, layout: Layout, reach_m: float) -> tuple[np.ndarray, np.ndarray]:
    """As _touched(), column by column: a slanting segment crosses only a part of its box."""
    (ax, ay), (bx, by) = segments.a.T, segments.b.T
    west, east = layout.column(np.minimum(ax, bx) - reach_m), layout.column(np.maximum(ax, bx) + reach_m)
    column, owner, begin = _run(west, east)
    slope = (by - ay) / (bx - ax)
    aside = (reach_m * np.sqrt(1 + slope * slope))[owner]
    at = (ay + slope * (layout.origin[0] - ax))[owner] + (slope * layout.cell_m)[owner] * column
    rise = (slope * layout.cell_m)[owner]
    low = np.maximum(np.minimum(at, at + rise) - aside, (np.minimum(ay, by) - reach_m)[owner])
    high = np.minimum(np.maximum(at, at + rise) + aside, (np.maximum(ay, by) + reach_m)[owner])
    row, strip, first = _run(layout.row(low), layout.row(high))
    return column[strip] * np.int32(layout.shape[1]) + row, first[begin]


def _run(low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All whole numbers from low to high of each pair, packed; the pair of each; where each pair's begin."""
    count = np.maximum(high - low + 1, 0)
    first = np.zeros(len(count) + 1, dtype=np.int32)
    np.cumsum(count, out=first[1:])
    owner = np.repeat(np.arange(len(count), dtype=np.int32), count)
    return (low - first[:-1])[owner] + np.arange(len(owner), dtype=np.int32), owner, first


def _near_points(segments: Segments, layout: Layout, xy: np.ndarray) -> np.ndarray:
    """Whether the box of each segment meets a cell with a point or one beside such a cell."""
    columns, rows = layout.shape
    x, y = layout.column(xy[:, 0]), layout.row(xy[:, 1])
    inside = (x >= 0) & (x < columns) & (y >= 0) & (y < rows)
    wanted = np.zeros((columns + 3, rows + 3), dtype=np.int32)
    for i, j in np.ndindex(3, 3):
        wanted[x[inside] + i + 1, y[inside] + j + 1] = 1
    total = wanted.cumsum(axis=0).cumsum(axis=1)
    corners = (of(segments.a, segments.b).T for of in (np.minimum, np.maximum))
    (west, south), (east, north) = ((layout.column(x), layout.row(y)) for x, y in corners)
    return total[east + 2, north + 2] - total[west + 1, north + 2] - total[east + 2, south + 1] + total[west + 1, south + 1] > 0


def listed_counts(grid: CellGrid, cells: np.ndarray) -> np.ndarray:
    """How many segments a point in each given cell looks at."""
    count = np.zeros(len(cells), dtype=np.int64)
    for near in neighbours(grid, cells):
        count += grid.first[near + 1] - grid.first[near]
    return count


def pairs(grid: CellGrid, cells: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The segments a point in each given cell looks at, packed; the row of the cell of each; where each cell's begin."""
    near = neighbours(grid, cells)
    start = np.stack([grid.first[cell] for cell in near], axis=1).ravel()
    end = np.stack([grid.first[cell + 1] for cell in near], axis=1).ravel()
    first = np.concatenate([[0], np.cumsum(end - start)])
    row = np.repeat(np.arange(len(start), dtype=np.int32), end - start)
    listed = grid.listed[(start - first[:-1])[row] + np.arange(len(row))]
    return listed, row // np.int32(len(near)) if len(near) > 1 else row, first[:: len(near)]


def neighbours(grid: CellGrid, cells: np.ndarray) -> list[np.ndarray]:
    """The cells that a point in each given cell looks into; at the rim of the grid one of them more than once."""
    steps = range(-grid.around, grid.around + 1)
    x, y = cells // grid.shape[1], cells % grid.shape[1]
    return [(x + i).clip(0, grid.shape[0] - 1) * grid.shape[1] + (y + j).clip(0, grid.shape[1] - 1) for i in steps for j in steps]


def sorted_by_cell(grid: CellGrid, cells: np.ndarray) -> tuple[np.ndarray, int]:
    """An order of points by cell, those outside the grid (-1) first, and how many these are."""
    # A counting sort in C, as above.
    size = grid.shape[0] * grid.shape[1] + 1
    ones = np.ones(len(cells), dtype=bool)
    by_cell = csr_matrix((ones, (cells + 1).astype(np.int32), np.arange(len(cells) + 1)), (len(cells), size)).tocsc()
    return by_cell.indices, int(by_cell.indptr[1])


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
