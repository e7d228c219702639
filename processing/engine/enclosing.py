"""The areas that lines enclose, some thousand lines at a time: one call for a whole district keeps the interpreter for seconds.

The district is cut into tiles of about as many lines each. A tile finds the areas that begin in it (by the lower left corner
of their boxes) and end not far beyond it. What reaches farther is found in the end among the lines that have no area on
one of their sides.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from .lines import vertex_numbers

LINES_AT_ONCE = 5_000
BEYOND = 0.1  # of a tile's side

Tile = tuple[np.ndarray, np.ndarray]  # the lower left corner (in it) and the upper right one (not in it)


def enclosed_by(lines: np.ndarray, *, at_once: int = LINES_AT_ONCE) -> np.ndarray:
    """The areas between lines that meet at their ends only, as shapely.polygonize finds them."""
    if len(lines) <= at_once:
        return shapely.get_parts(shapely.polygonize(lines))
    lines = _without_dead_ends(lines)
    box = np.ascontiguousarray(shapely.bounds(lines).T)
    found = np.concatenate([_begun_in(tile, lines, box) for tile in _tiles(box[:2].T, at_once)])
    rest = lines[_sides(lines, found) < 2]
    far = shapely.get_parts(shapely.polygonize(rest))
    # The lines between areas that were found are gone: these areas together are found again.
    again, _ = shapely.STRtree(found).query(shapely.point_on_surface(far), predicate="intersects")
    found = np.concatenate([found, np.delete(far, np.unique(again))])
    return found[np.lexsort(shapely.bounds(found).T)]


def _without_dead_ends(lines: np.ndarray) -> np.ndarray:
    xy, line = shapely.get_coordinates(lines, return_index=True)
    begin = np.flatnonzero(np.diff(line, prepend=-1))
    end = np.append(begin[1:], len(xy)) - 1
    node = vertex_numbers(xy[np.concatenate([begin, end])]).reshape(2, -1)
    left = np.arange(len(lines))
    # Round by round the outermost lines of what leads nowhere.
    while True:
        degree = np.bincount(node[:, left].ravel(), minlength=node.max(initial=-1) + 1)
        kept = left[(degree[node[:, left]] > 1).all(axis=0)]
        if len(kept) == len(left):
            return lines[left]
        left = kept


def _tiles(corner: np.ndarray, at_once: int) -> Iterator[Tile]:
    """Tiles over the whole plane, each with at most so many of the corners, where they can be told apart."""
    everywhere = np.full(2, -np.inf), np.full(2, np.inf)
    waiting = [(everywhere, np.arange(len(corner)))]
    while waiting:
        (low, high), rows = waiting.pop()
        across = int(np.argmax(np.ptp(corner[rows], axis=0))) if len(rows) else 0
        middle = np.median(corner[rows, across]) if len(rows) > at_once else np.inf
        ahead = corner[rows, across] >= middle
        if not ahead.any() or ahead.all():
            yield low, high
            continue
        west, east = high.copy(), low.copy()
        west[across], east[across] = middle, middle
        waiting += [((low, west), rows[~ahead]), ((east, high), rows[ahead])]


def _begun_in(tile: Tile, lines: np.ndarray, box: np.ndarray) -> np.ndarray:
    """The areas that begin in a tile and end in it or a little beyond."""
    low, high = tile
    begun = _begin_in(tile, box)
    if not begun.any():
        return lines[:0]
    end = high + BEYOND * np.ptp(box[:2, begun], axis=1)
    west, south, east, north = box
    near = (east >= low[0]) & (north >= low[1]) & (west <= end[0]) & (south <= end[1])
    found = shapely.get_parts(shapely.polygonize(lines[near]))
    of = shapely.bounds(found).T
    return found[_begin_in(tile, of) & (of[2] <= end[0]) & (of[3] <= end[1])]


def _begin_in(tile: Tile, box: np.ndarray) -> np.ndarray:
    (west, south), (east, north) = tile
    return (box[0] >= west) & (box[1] >= south) & (box[0] < east) & (box[1] < north)


def _sides(lines: np.ndarray, areas: np.ndarray) -> np.ndarray:
    """How many of the areas each line bounds."""
    xy, line = shapely.get_coordinates(lines, return_index=True)
    begin = np.flatnonzero(np.diff(line, prepend=-1))
    rim, ring = shapely.get_coordinates(shapely.get_rings(areas), return_index=True)
    number = vertex_numbers(np.concatenate([xy, rim]))
    of_line = np.sort(number[: len(xy)][np.stack([begin, begin + 1])], axis=0)
    of_rim = number[len(xy) :]
    of_rim = np.sort(np.stack([of_rim[:-1], of_rim[1:]])[:, ring[1:] == ring[:-1]], axis=0)
    size = number.max(initial=-1) + 1
    first_pieces, pieces = (pair[0] * size + pair[1] for pair in (of_line, of_rim))
    pieces = np.sort(pieces)
    return np.searchsorted(pieces, first_pieces, side="right") - np.searchsorted(pieces, first_pieces)
