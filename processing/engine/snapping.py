"""Snaps points to the exact nearest place on a walkable edge, never to a node only.

The nearest place wins; places equally near (to 1e-9 m) go to the lowest edge, that is the lowest street_id.
With barriers the straight leg may not cross a wall, water or rail: the nearest place that can be seen in a
straight line is taken (sight.py). Beyond limit_m nothing is snapped.

    places = snap(network, xy, limit_m=200)   # edge -1 and leg inf where there is none
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ...layers.progress import SILENT, Progress, waited
from ...layers.words import text
from .barriers import Barriers
from .cells import CellGrid, dilated_grid, neighbours, plain_grid, reaches, sorted_by_cell
from .graph import Network
from .lines import vertex_numbers
from .pieces import Pieces, Places, distances, pieces_of, places_at
from .sight import past_barriers

TIE_M = 1e-9
POINTS_AT_ONCE = 16_000  # their columns fit the processor's cache
MANY = 50_000  # points for which a dilated grid is worth its building


@dataclass(frozen=True)
class Nearest:
    """The nearest piece of each point (-1: none): squared metres, and the share along the piece."""

    square: np.ndarray
    piece: np.ndarray
    share: np.ndarray


def snap(network: Network, xy: np.ndarray, *, limit_m: float, barriers: Barriers | None = None, progress: Progress = SILENT) -> Places:
    """The nearest place on the network within limit_m of each point (x, y) that a straight leg can reach."""
    pieces = pieces_of(network)
    if barriers is None or not barriers.size:
        return _unwalled(pieces, xy, limit_m, progress)
    # Looking past walls is dear: doors at one place look once.
    number = vertex_numbers(xy)
    first = np.empty(number.max(initial=-1) + 1, dtype=np.intp)
    first[number[::-1]] = np.arange(len(xy))[::-1]
    xy = xy[first]
    places = _unwalled(pieces, xy, limit_m, progress.part(0, 0.7))
    seen = past_barriers(network, pieces, xy, places, limit_m=limit_m, barriers=barriers, progress=progress.part(0.7, 1))
    return seen.take(number)


def _unwalled(pieces: Pieces, xy: np.ndarray, limit_m: float, progress: Progress) -> Places:
    best = nearest_pieces(pieces, xy, limit_m=limit_m, progress=progress)
    return places_at(pieces, best.piece, best.share, np.sqrt(best.square), np.zeros(len(xy), dtype=bool))


def nearest_pieces(pieces: Pieces, xy: np.ndarray, *, limit_m: float, progress: Progress = SILENT) -> Nearest:
    """The nearest piece within limit_m of each point, barriers or not."""
    best = _nothing_near(len(xy))
    rounds = reaches(limit_m)
    rest = np.flatnonzero(np.isfinite(xy[:, 0]) & np.isfinite(xy[:, 1]))
    for at, reach_m in enumerate(rounds):
        if not len(rest):
            break
        grid = waited(progress, at / len(rounds), lambda: _grid(pieces, xy[rest], reach_m))  # noqa: B023  ended before the next round
        part = progress.part(at / len(rounds), (at + 1) / len(rounds))
        rest = _one_round(pieces, grid, xy, rest, reach_m, best, part)
    return best


def _grid(pieces: Pieces, xy: np.ndarray, reach_m: float) -> CellGrid:
    return dilated_grid(pieces.segments, reach_m=reach_m) if len(xy) > MANY else plain_grid(pieces.segments, xy, reach_m=reach_m)


def _nothing_near(count: int) -> Nearest:
    return Nearest(np.full(count, np.inf), np.full(count, -1), np.zeros(count))


def _one_round(
    pieces: Pieces, grid: CellGrid, xy: np.ndarray, rows: np.ndarray, reach_m: float, best: Nearest, progress: Progress
) -> np.ndarray:
    # Writes what is proven into best and returns the rows that must look farther.
    cell = grid.cells(xy[rows])
    order, begin = sorted_by_cell(grid, cell)
    rows, cell = rows[order], cell[order]
    unproven = np.ones(len(rows), dtype=bool)
    for part, found in _in_chunks(pieces, grid, xy, rows, cell, begin, progress):
        proven = found.square <= reach_m * reach_m
        at = rows[part][proven]
        best.square[at], best.piece[at], best.share[at] = found.square[proven], found.piece[proven], found.share[proven]
        unproven[part] = ~proven
    return rows[unproven]


def _in_chunks(
    pieces: Pieces, grid: CellGrid, xy: np.ndarray, rows: np.ndarray, cell: np.ndarray, begin: int, progress: Progress
) -> Iterator[tuple[slice, Nearest]]:
    for at in range(begin, len(rows), POINTS_AT_ONCE):
        progress.at(at / len(rows), text("Connecting points to the walking network"))
        part = slice(at, at + POINTS_AT_ONCE)
        yield part, nearest_in_cells(pieces, grid, xy[rows[part]], cell[part])


def nearest_in_cells(pieces: Pieces, grid: CellGrid, xy: np.ndarray, cell: np.ndarray) -> Nearest:
    """The nearest of the pieces that each point's cell lists."""
    x, y = np.ascontiguousarray(xy.T)
    metres, piece = np.full(len(xy), np.inf), np.full(len(xy), -1)
    for near in neighbours(grid, cell):
        _look_into(pieces, grid, x, y, near, metres, piece)
    square, share = distances(pieces, x, y, piece)
    return Nearest(np.where(piece >= 0, square, np.inf), piece, share)


def _look_into(
    pieces: Pieces, grid: CellGrid, x: np.ndarray, y: np.ndarray, cell: np.ndarray, metres: np.ndarray, piece: np.ndarray
) -> None:
    # Writes what is nearer in these cells into metres and piece.
    count = grid.first[cell + 1] - grid.first[cell]
    # Who has much to look at comes first: at the k-th piece of each cell only the first points are left.
    order = np.argsort(-count, kind="stable")
    order = order[: np.count_nonzero(count)]
    x, y, at = x[order], y[order], grid.first[cell[order]].astype(np.intp)
    least, nearest = metres[order], piece[order]
    for left in np.searchsorted(-count[order], -np.arange(count.max(initial=0))):
        listed = grid.listed.take(at[:left]).astype(np.intp)
        away = np.sqrt(distances(pieces, x[:left], y[:left], listed)[0])
        rows = np.flatnonzero(away <= least[:left] + TIE_M)
        listed, away = listed[rows], away[rows]
        # Pieces are in the order of edges: the lowest of a tie lies on the lowest street.
        better = (away < least[rows] - TIE_M) | (listed < nearest[rows])
        least[rows[better]], nearest[rows[better]] = away[better], listed[better]
        at += 1
    metres[order], piece[order] = least, nearest
