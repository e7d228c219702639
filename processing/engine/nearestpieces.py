"""The nearest straight piece of a network to each of many points, barriers or not.

The nearest wins; of pieces equally near (to 1e-9 m) the lowest, that is the lowest street_id.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...layers.progress import SILENT, Progress, waited
from ...layers.words import text
from .cells import FIRST_REACH_M, CellGrid, dilated_grid, neighbours, plain_grid, reaches, sorted_by_cell
from .pieces import Pieces, distances

TIE_M = 1e-9
POINTS_AT_ONCE = 16_000  # their columns fit the processor's cache
MANY = 50_000  # points for which a dilated grid is worth its building


@dataclass(frozen=True)
class Sides:
    """Numbers of pieces and points: a point asks for pieces of its own number, and for those of the number that fits all."""

    piece: np.ndarray
    point: np.ndarray
    fits_all: int

    def apart(self, piece: np.ndarray, point: np.ndarray) -> np.ndarray:
        """Whether each piece is none that the point asks for."""
        side = self.piece.take(piece)
        return (side != self.point.take(point)) & (side != self.fits_all)


@dataclass(frozen=True)
class Nearest:
    """The nearest piece of each point (-1: none): squared metres, and the share along the piece."""

    square: np.ndarray
    piece: np.ndarray
    share: np.ndarray


def coarse_grid(pieces: Pieces, points: int) -> CellGrid | None:
    """The grid that many points look into first; None where they are too few for it."""
    return dilated_grid(pieces.segments, reach_m=FIRST_REACH_M) if points > MANY else None


def nearest_pieces(
    pieces: Pieces,
    xy: np.ndarray,
    *,
    limit_m: float,
    coarse: CellGrid | None = None,
    sides: Sides | None = None,
    progress: Progress = SILENT,
) -> Nearest:
    """The nearest piece within limit_m of each point, barriers or not; coarse is the pieces' coarse_grid()."""
    best = Nearest(np.full(len(xy), np.inf), np.full(len(xy), -1), np.zeros(len(xy)))
    rounds = reaches(limit_m)
    rest = np.flatnonzero(np.isfinite(xy[:, 0]) & np.isfinite(xy[:, 1]))
    for at, reach_m in enumerate(rounds):
        if not len(rest):
            break
        part = progress.part(at / len(rounds), (at + 1) / len(rounds))
        grid = coarse
        if coarse is None or reach_m > coarse.reach_m:
            grid = waited(part, 0, lambda: _grid(pieces, xy[rest], reach_m, coarse))  # noqa: B023  ended before the next round
        rest = _one_round(_Round(pieces, grid, reach_m, limit_m, sides), xy, rest, best, part)
    return best


def _grid(pieces: Pieces, xy: np.ndarray, reach_m: float, coarse: CellGrid | None) -> CellGrid:
    if len(xy) > MANY:
        return dilated_grid(pieces.segments, reach_m=reach_m)
    return plain_grid(pieces.segments, xy, reach_m=reach_m, coarse=coarse)


@dataclass(frozen=True)
class _Round:
    """Where points look in one round."""

    pieces: Pieces
    grid: CellGrid
    reach_m: float
    limit_m: float
    sides: Sides | None

    def proves(self, xy: np.ndarray, square: np.ndarray) -> np.ndarray:
        """Whether nothing that its cell does not list can be nearer to each point than this squared distance."""
        # What no cell lists is beyond reach of all its places; from one inside it is farther by the way out.
        sure_m = np.minimum(self.reach_m + self.grid.inner_m(xy), self.limit_m)
        return square <= sure_m * sure_m


def _one_round(looking: _Round, xy: np.ndarray, rows: np.ndarray, best: Nearest, progress: Progress) -> np.ndarray:
    # Writes what is proven into best and returns the rows that must look farther.
    cell = looking.grid.cells(xy[rows])
    order, begin = sorted_by_cell(looking.grid, cell)
    rows, cell = rows[order], cell[order]
    unproven = np.ones(len(rows), dtype=bool)
    for at in range(begin, len(rows), POINTS_AT_ONCE):
        progress.at(at / len(rows), text("Connecting points to the walking network"))
        part = slice(at, at + POINTS_AT_ONCE)
        found = _in_cells(looking, xy[rows[part]], rows[part], cell[part])
        proven = looking.proves(xy[rows[part]], found.square)
        done = rows[part][proven]
        best.square[done], best.piece[done], best.share[done] = found.square[proven], found.piece[proven], found.share[proven]
        unproven[part] = ~proven
    return rows[unproven]


def _in_cells(looking: _Round, xy: np.ndarray, rows: np.ndarray, cell: np.ndarray) -> Nearest:
    """The nearest of the pieces that each point's cell lists."""
    x, y = np.ascontiguousarray(xy.T)
    metres, piece = np.full(len(xy), np.inf), np.full(len(xy), -1)
    for near in neighbours(looking.grid, cell):
        _look_into(looking, x, y, rows, near, metres, piece)
    square, share = distances(looking.pieces, x, y, piece)
    return Nearest(np.where(piece >= 0, square, np.inf), piece, share)


def _look_into(
    looking: _Round, x: np.ndarray, y: np.ndarray, rows: np.ndarray, cell: np.ndarray, metres: np.ndarray, piece: np.ndarray
) -> None:
    # Writes what is nearer in these cells into metres and piece.
    grid, sides = looking.grid, looking.sides
    count = grid.first[cell + 1] - grid.first[cell]
    # Who has much to look at comes first: at the k-th piece of each cell only the first points are left.
    order = np.argsort(-count, kind="stable")
    order = order[: np.count_nonzero(count)]
    x, y, at = x[order], y[order], grid.first[cell[order]].astype(np.intp)
    least, nearest = metres[order], piece[order]
    for left in np.searchsorted(-count[order], -np.arange(count.max(initial=0))):
        listed = grid.listed.take(at[:left]).astype(np.intp)
        away = np.sqrt(distances(looking.pieces, x[:left], y[:left], listed)[0])
        if sides is not None:
            away[sides.apart(listed, rows[order[:left]])] = np.inf
        near = np.flatnonzero(away <= least[:left] + TIE_M)
        listed, away = listed[near], away[near]
        # Pieces are in the order of edges: the lowest of a tie lies on the lowest street.
        better = (away < least[near] - TIE_M) | (listed < nearest[near])
        least[near[better]], nearest[near[better]] = away[better], listed[better]
        at += 1
    metres[order], piece[order] = least, nearest
