"""Which of many points stand in which of many boxes, and which boxes meet which others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from .lines import spans

MOST_CELLS = 1_000_000
SMALLEST_M = 1e-3
CELLS_A_BOX, FEW_CELLS = 8, 100_000  # where all boxes have more cells than these together, cells are larger


@dataclass(frozen=True)
class Cells:
    """Points by square cells: those of cell k are order[first[k]:first[k + 1]]; cells go up column by column."""

    low: np.ndarray
    cell_m: float
    shape: np.ndarray  # columns, rows
    order: np.ndarray
    first: np.ndarray

    def at(self, xy: np.ndarray) -> np.ndarray:
        """Column and row of each place, those beyond the points too."""
        return np.floor((xy - self.low) / self.cell_m).clip(-1, self.shape).astype(np.int64)


def points_in_boxes(boxes: np.ndarray, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every pair of a box (west, south, east, north) and a point (x, y) in or on it, ascending by box."""
    known = np.flatnonzero(np.isfinite(xy).all(axis=1))
    if not len(known) or not len(boxes):
        return known[:0], known[:0]
    points = xy[known]
    box, point = _near(boxes, _cells(points, np.median(boxes[:, 2:] - boxes[:, :2])))
    inside = ((points[point] >= boxes[box, :2]) & (points[point] <= boxes[box, 2:])).all(axis=1)
    return box[inside], known[point[inside]]


def _cells(points: np.ndarray, cell_m: float) -> Cells:
    """Cells of about this size, larger where there would be too many."""
    low, extent = points.min(axis=0), np.ptp(points, axis=0)
    cell_m = max(float(cell_m), float(np.sqrt(extent.prod() / MOST_CELLS)), float(extent.max() / MOST_CELLS), SMALLEST_M)
    shape = np.floor(extent / cell_m).astype(np.int64) + 1
    column, row = np.floor((points - low) / cell_m).astype(np.int32).T
    # csr -> csc is a counting sort by cell in C.
    ones = np.ones(len(points), dtype=bool)
    by_point = csr_matrix((ones, column * np.int32(shape[1]) + row, np.arange(len(points) + 1)), (len(points), int(shape.prod())))
    by_cell = by_point.tocsc()
    return Cells(low, cell_m, shape, by_cell.indices, by_cell.indptr.astype(np.int64))


def _near(boxes: np.ndarray, cells: Cells) -> tuple[np.ndarray, np.ndarray]:
    """The points in all cells that each box touches."""
    begin, end = np.maximum(cells.at(boxes[:, :2]), 0), np.minimum(cells.at(boxes[:, 2:]), cells.shape - 1)
    columns = np.where((begin <= end).all(axis=1), (end - begin)[:, 0] + 1, 0)
    box = np.repeat(np.arange(len(boxes)), columns)
    column, _ = spans(begin[:, 0], columns)
    # The cells of a box in one column lie end to end.
    low, high = (cells.first[column * cells.shape[1] + row[box, 1]] for row in (begin, end + 1))
    at, _ = spans(low, high - low)
    return np.repeat(box, high - low), cells.order[at]


@dataclass(frozen=True)
class Covered:
    """The cells that boxes lie in, in one grid: the lowest column and row of each box, and how many of both."""

    column: np.ndarray
    row: np.ndarray
    columns: np.ndarray
    rows: np.ndarray

    @staticmethod
    def by(boxes: np.ndarray, grid: Squares) -> Covered:
        """None for boxes beside the grid."""
        (column, columns), (row, rows) = (_stretch(boxes[:, axis], boxes[:, axis + 2], grid, axis) for axis in (0, 1))
        return Covered(column, row, columns * (rows > 0), rows)

    @property
    def count(self) -> float:
        """How many cells all boxes have together, each counted by itself."""
        return float(self.columns.astype(float) @ self.rows)

    def cells(self, height: int) -> tuple[np.ndarray, np.ndarray]:
        """The cells of all boxes one box after another, numbered column by column of this height, and the box of each."""
        column, _ = spans(self.column, self.columns)
        strip = np.repeat(np.arange(len(self.row)), self.columns)
        rows = self.rows[strip]
        cell, _ = spans(column * height + self.row[strip], rows)
        return cell, np.repeat(strip, rows)


@dataclass(frozen=True)
class Squares:
    """A grid of square cells."""

    low: np.ndarray
    cell_m: float
    shape: np.ndarray  # columns, rows


def _stretch(low: np.ndarray, high: np.ndarray, grid: Squares, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """The first of the columns (axis 0) or rows from low to high, and how many there are."""
    first, last = (np.floor((at - grid.low[axis]) / grid.cell_m) for at in (low, high))
    first = first.clip(0, grid.shape[axis]).astype(np.int64)
    return first, np.maximum(last.clip(-1, grid.shape[axis] - 1).astype(np.int64) - first + 1, 0)


def meeting_boxes(boxes: np.ndarray, others: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every pair of a box and another one (west, south, east, north) that share a place, ascending by both; NaN is no box."""
    box_rows, other_rows = (np.flatnonzero(np.isfinite(some.sum(axis=1))) for some in (boxes, others))
    if not len(box_rows) or not len(other_rows):
        return box_rows[:0], other_rows[:0]
    boxes, others = boxes[box_rows], others[other_rows]
    mine, theirs, grid = _covered(boxes, others)
    box, other, cell = _sharing_cells(mine, theirs, grid)
    # A pair is told by the lowest of the cells that it shares.
    lowest = [np.maximum(one[box], two[other]) for one, two in ((mine.column, theirs.column), (mine.row, theirs.row))]
    once = np.flatnonzero(cell == lowest[0] * grid.shape[1] + lowest[1])
    box, other = box[once], other[once]
    for low, high in ((0, 2), (1, 3)):
        meets = np.flatnonzero((boxes[box, low] <= others[other, high]) & (others[other, low] <= boxes[box, high]))
        box, other = box[meets], other[meets]
    order = np.lexsort((other, box))
    return box_rows[box[order]], other_rows[other[order]]


def _covered(boxes: np.ndarray, others: np.ndarray) -> tuple[Covered, Covered, Squares]:
    """The cells of both in one grid over the boxes: cells as large as most of the smaller ones, or larger where they were too many."""
    low = boxes[:, :2].min(axis=0)
    extent = boxes[:, 2:].max(axis=0) - low
    cell_m = min(float(np.median(np.maximum(*(some[:, 2:] - some[:, :2]).T))) for some in (boxes, others))
    cell_m = max(cell_m, SMALLEST_M, float(np.sqrt(extent.prod() / MOST_CELLS)), float(extent.max() / MOST_CELLS))
    while True:
        grid = Squares(low, cell_m, np.floor(extent / cell_m).astype(np.int64) + 1)
        mine, theirs = (Covered.by(some, grid) for some in (boxes, others))
        if mine.count + theirs.count <= CELLS_A_BOX * (len(boxes) + len(others)) + FEW_CELLS:
            return mine, theirs, grid
        cell_m *= 2


def _sharing_cells(mine: Covered, theirs: Covered, grid: Squares) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Every box and other one that share a cell, and the cell: once for each cell."""
    height = int(grid.shape[1])
    cell, box = mine.cells(height)
    box = box[np.argsort(cell, kind="stable")]
    first = np.concatenate([[0], np.cumsum(np.bincount(cell, minlength=int(grid.shape.prod())))])
    cell, other = theirs.cells(height)
    count = np.diff(first)[cell]
    shared = np.flatnonzero(count)
    cell, other, count = cell[shared], other[shared], count[shared]
    at, _ = spans(first[cell], count)
    return box[at], np.repeat(other, count), np.repeat(cell, count)
