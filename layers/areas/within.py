"""Which of very many points lie in which of many polygons: exact, with few points looked at one by one.

The plane is laid out in squares. Between two squares of a row that a polygon's outline touches the polygon has no outline:
all points there lie in it, or none does, and one of them answers for all. Points in touched squares are asked each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

TOUCH_M = 1e-6  # how near to an outline a square must come to be touched, more than sums are rounded by
SPACINGS = 2.0  # to the side of a square: touching more squares costs as much as asking more points
MIDDLE = (10, 90)  # percent: where most points lie, whatever strays


@dataclass(frozen=True)
class _Squares:
    """A layout of squares; everything beyond its sides counts to a column of its own."""

    low: np.ndarray
    side_m: float
    columns: int
    rows: int

    def column(self, x: np.ndarray) -> np.ndarray:
        """The column of each x, from 0 west of all points to columns - 1 east of them."""
        return (np.floor((x - self.low[0]) / self.side_m) + 1).clip(0, self.columns - 1).astype(np.int64)

    def row(self, y: np.ndarray) -> np.ndarray:
        """The row of each y, -1 and rows outside."""
        return np.floor((y - self.low[1]) / self.side_m).clip(-1, self.rows).astype(np.int64)


def inside_pairs(points_xy: np.ndarray, polygons: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions of the polygon and the point of every pair of which the point lies in the polygon or on its edge; by polygon, rising."""
    a, b, polygon = _outline(polygons)
    placed = np.flatnonzero(np.isfinite(points_xy).all(axis=1))
    if not len(placed) or not len(polygon):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    squares = _squares(points_xy[placed], np.hypot(*(b - a).T).sum())
    at = squares.row(points_xy[placed, 1]) * squares.columns + squares.column(points_xy[placed, 0])
    order = np.argsort(at, kind="stable")
    points, at = placed[order], at[order]
    owner, square = _touched(squares, a, b, polygon)
    # By turns: the points in a touched square, and those between it and the next one of the same row and polygon.
    begin, end = np.searchsorted(at, square), np.searchsorted(at, square, side="right")
    joined = (owner[1:] == owner[:-1]) & (square[1:] // squares.columns == square[:-1] // squares.columns)
    until = np.append(np.where(joined, begin[1:], end[:-1]), end[-1:])
    shapely.prepare(polygons)
    x, y = points_xy[points].T.copy()
    between = np.flatnonzero(until > end)
    holds = shapely.intersects_xy(polygons[owner[between]], x[end[between]], y[end[between]])
    until[between[~holds]] = end[between[~holds]]
    row, place = _runs(np.column_stack([begin, end]).ravel(), np.column_stack([end, until]).ravel())
    asked = np.flatnonzero(row % 2 == 0)
    kept = np.ones(len(row), dtype=bool)
    kept[asked] = shapely.intersects_xy(polygons[owner[row[asked] // 2]], x[place[asked]], y[place[asked]])
    return owner[row[kept] // 2], points[place[kept]]


def _outline(polygons: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The straight pieces of all outlines from a to b, and the polygon of each."""
    rings, owner = shapely.get_parts(shapely.boundary(polygons), return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    inner = ring[1:] == ring[:-1]
    return xy[:-1][inner], xy[1:][inner], owner[ring[:-1][inner]]


def _squares(xy: np.ndarray, outline_m: float) -> _Squares:
    """Squares that hold a few points each, larger where outlines would touch many more squares than there are points."""
    low, high = xy.min(axis=0), xy.max(axis=0)
    west_south, east_north = np.percentile(xy, MIDDLE, axis=0)
    spacing_m = np.sqrt((east_north - west_south).prod() / len(xy))
    side_m = max(SPACINGS * spacing_m, outline_m / (4 * len(xy)), TOUCH_M * 1e3)
    columns, rows = np.floor((high - low) / side_m).astype(np.int64) + 1
    return _Squares(low, float(side_m), int(columns) + 2, int(rows))


def _touched(squares: _Squares, a: np.ndarray, b: np.ndarray, polygon: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The squares that each polygon's outline touches, each once: polygon and square, rising."""
    swap = a[:, 0] > b[:, 0]
    a, b = np.where(swap[:, None], b, a), np.where(swap[:, None], a, b)
    piece, column = _runs(squares.column(a[:, 0] - TOUCH_M), squares.column(b[:, 0] + TOUCH_M) + 1)
    # Beyond the layout a column reaches on without end.
    west = np.where(column == 0, -np.inf, squares.low[0] + (column - 1) * squares.side_m - TOUCH_M)
    east = np.where(column == squares.columns - 1, np.inf, squares.low[0] + column * squares.side_m + TOUCH_M)
    (ax, ay), (bx, by) = a[piece].T, b[piece].T
    width = bx - ax
    upright = width <= TOUCH_M
    enters = np.where(upright, 0.0, ((west - ax) / np.where(upright, 1.0, width)).clip(0, 1))
    leaves = np.where(upright, 1.0, ((east - ax) / np.where(upright, 1.0, width)).clip(0, 1))
    first, last = ay + (by - ay) * enters, ay + (by - ay) * leaves
    strip, row = _runs(squares.row(np.minimum(first, last) - TOUCH_M), squares.row(np.maximum(first, last) + TOUCH_M) + 1)
    inside = (row >= 0) & (row < squares.rows)
    strip, row = strip[inside], row[inside]
    size = squares.rows * squares.columns
    key = np.unique(polygon[piece[strip]] * size + row * squares.columns + column[strip])
    return key // size, key % size


def _runs(begin: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All whole numbers from begin up to end of each pair, one after another: the pair of each and the number."""
    count = end - begin
    first = np.cumsum(count) - count
    pair = np.repeat(np.arange(len(count)), count)
    return pair, (begin - first)[pair] + np.arange(len(pair))
