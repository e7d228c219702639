"""Snaps points to the exact nearest place on a walkable edge, never to a node only.

The nearest place wins; places equally near (to 1e-9 m) go to the lowest edge, that is the lowest street_id.
With barriers the straight leg may not cross a wall, water or rail: the nearest place that can be seen in a
straight line is taken (sight.py). Beyond limit_m nothing is snapped.

    places = snap(network, xy, limit_m=200)   # edge -1 and leg inf where there is none
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from ...layers.progress import SILENT, Progress
from ...layers.words import text
from .barriers import Barriers
from .cells import PAIRS_AT_ONCE, CellGrid, chunks, dilated_grid, listed_counts, pairs, plain_grid, reaches, sorted_by_cell
from .graph import Network
from .lines import vertex_numbers
from .pieces import Pieces, Places, distances, pieces_of, places_at
from .sight import past_barriers

TIE_M = 1e-9
WORKERS = 2
MANY = 50_000  # points for which a dilated grid is worth its building


@dataclass(frozen=True)
class Nearest:
    """The nearest piece of each point (-1: none): squared metres, and the share along the piece."""

    square: np.ndarray
    piece: np.ndarray
    share: np.ndarray


def snap(network: Network, xy: np.ndarray, *, limit_m: float, barriers: Barriers | None = None, progress: Progress = SILENT) -> Places:
    """The nearest place on the network within limit_m of each point (x, y) that a straight leg can reach."""
    number = vertex_numbers(xy)
    _, first = np.unique(number, return_index=True)
    return _snap_different(network, xy[first], limit_m=limit_m, barriers=barriers, progress=progress).take(number)


def _snap_different(network: Network, xy: np.ndarray, *, limit_m: float, barriers: Barriers | None, progress: Progress) -> Places:
    pieces = pieces_of(network)
    walled = barriers is not None and barriers.size > 0
    best = nearest_pieces(pieces, xy, limit_m=limit_m, progress=progress.part(0, 0.7 if walled else 1))
    places = places_at(pieces, best.piece, best.share, np.sqrt(best.square), np.zeros(len(xy), dtype=bool))
    if not walled:
        return places
    return past_barriers(network, pieces, xy, places, limit_m=limit_m, barriers=barriers, progress=progress.part(0.7, 1))


def nearest_pieces(pieces: Pieces, xy: np.ndarray, *, limit_m: float, progress: Progress = SILENT) -> Nearest:
    """The nearest piece within limit_m of each point, barriers or not."""
    best = _nothing_near(len(xy))
    rounds = reaches(limit_m)
    rest = np.flatnonzero(np.isfinite(xy).all(axis=1))
    for at, reach_m in enumerate(rounds):
        if not len(rest):
            break
        many = len(rest) > MANY
        grid = dilated_grid(pieces.segments, reach_m=reach_m) if many else plain_grid(pieces.segments, xy[rest], reach_m=reach_m)
        part = progress.part(at / len(rounds), (at + 1) / len(rounds))
        rest = _one_round(pieces, grid, xy, rest, reach_m, best, part)
    return best


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
    parts = chunks(listed_counts(grid, cell[begin:]), PAIRS_AT_ONCE, begin)
    with ThreadPoolExecutor(WORKERS) as pool:
        # A few chunks at a time, so that a wish to stop is heard soon.
        for at in range(0, len(parts), 4 * WORKERS):
            progress.at(at / len(parts), text("Connecting points to the walking network"))
            batch = parts[at : at + 4 * WORKERS]
            yield from zip(batch, pool.map(lambda part: nearest_in_cells(pieces, grid, xy[rows[part]], cell[part]), batch))


def nearest_in_cells(pieces: Pieces, grid: CellGrid, xy: np.ndarray, cell: np.ndarray) -> Nearest:
    """The nearest of the pieces that each point's cell lists."""
    piece, row, first = pairs(grid, cell)
    some = np.flatnonzero(np.diff(first))
    best = _nothing_near(len(xy))
    if not len(some):
        return best
    x, y = np.ascontiguousarray(xy.T)
    square, share = distances(pieces, x[row], y[row], piece)
    best.square[some] = np.minimum.reduceat(square, first[some])
    tied = np.flatnonzero(square <= ((np.sqrt(best.square) + TIE_M) ** 2)[row])
    # Pieces are in the order of edges: the lowest of a tie lies on the lowest street.
    lowest = np.minimum.reduceat((piece[tied].astype(np.int64) << 32) | tied, np.flatnonzero(np.diff(row[tied], prepend=-1)))
    winner = lowest & 0xFFFFFFFF
    best.square[some], best.piece[some], best.share[some] = square[winner], lowest >> 32, share[winner]
    return best
