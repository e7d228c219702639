"""Which of many points stand in which of many boxes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from .lines import spans

MOST_CELLS = 1_000_000
SMALLEST_M = 1e-3


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
