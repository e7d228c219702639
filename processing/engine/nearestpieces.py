"""The nearest straight piece of a network to each of many points, barriers or not.

The nearest wins; of pieces equally near (to 1e-9 m) the lowest, that is the lowest street_id.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...layers.progress import SILENT, Progress, waited
from ...layers.words import text
from .cells import FIRST_REACH_M, PAIRS_AT_ONCE, CellGrid, chunks, listed_counts, pairs, plain_grid, ranked_grid, reaches, sorted_by_cell
from .pieces import Pieces, distances

TIE_M = 1e-9
POINTS_AT_ONCE = 16_000  # their columns fit the processor's cache
FIRST_LOOKS = 2
FEW, PIECES_A_POINT = 1000, 2  # a dilated grid is worth its building for more points than these, and for one on so many pieces


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
    return ranked_grid(pieces.segments, reach_m=FIRST_REACH_M) if _are_many(points, pieces) else None


def _are_many(points: int, pieces: Pieces) -> bool:
    return points > FEW and points * PIECES_A_POINT > len(pieces.edge)


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
    if _are_many(len(xy), pieces):
        return ranked_grid(pieces.segments, reach_m=reach_m)
    if coarse is not None and reach_m <= coarse.wider().reach_m:
        return coarse.wider()
    return plain_grid(pieces.segments, xy, reach_m=reach_m, coarse=coarse)


@dataclass(frozen=True)
class _Round:
    """Where points look in one round."""

    pieces: Pieces
    grid: CellGrid
    reach_m: float
    limit_m: float
    sides: Sides | None

    def parts(self, cell: np.ndarray, begin: int) -> list[slice]:
        """What points in these cells (from begin on) look at in one go."""
        if self.grid.by_rank is None:
            # Points that look at nothing count too.
            return chunks(listed_counts(self.grid, cell[begin:]) + 1, PAIRS_AT_ONCE, begin)
        return [slice(at, at + POINTS_AT_ONCE) for at in range(begin, len(cell), POINTS_AT_ONCE)]

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
    unproven = [rows[:begin]]
    look = _in_cells_around if looking.grid.by_rank is None else _in_cells
    for part in looking.parts(cell, begin):
        progress.at(part.start / len(rows), text("Connecting points to the walking network"))
        some = rows[part]
        points = xy[some]
        found = look(looking, points, some, cell[part])
        best.square[some], best.piece[some], best.share[some] = found.square, found.piece, found.share
        unproven.append(some[~looking.proves(points, found.square)])
    rest = np.concatenate(unproven)
    best.square[rest], best.piece[rest], best.share[rest] = np.inf, -1, 0.0
    return rest


def _in_cells(looking: _Round, xy: np.ndarray, rows: np.ndarray, cell: np.ndarray) -> Nearest:
    """The nearest of the pieces that each point's cell lists."""
    grid = looking.grid
    x, y = np.ascontiguousarray(xy.T)
    begin, count = grid.first[cell], grid.first[cell + 1] - grid.first[cell]
    found = _Found(x, y, rows, np.full(len(xy), np.inf), np.full(len(xy), -1))
    # The first ones tell which of the others can still be nearer.
    _look(looking, found, begin, np.minimum(count, FIRST_LOOKS))
    _look(looking, found, begin + FIRST_LOOKS, np.maximum(grid.worth(cell, xy, found.metres) - FIRST_LOOKS, 0))
    square, share = distances(looking.pieces.segments, x, y, found.piece)
    return Nearest(np.where(found.piece >= 0, square, np.inf), found.piece, share)


def _in_cells_around(looking: _Round, xy: np.ndarray, rows: np.ndarray, cell: np.ndarray) -> Nearest:
    """The nearest of the pieces that the cells around each point list: for few points, all pieces of a point at once."""
    piece, point, first = pairs(looking.grid, cell)
    square, share = distances(looking.pieces.segments, xy[point, 0], xy[point, 1], piece)
    if looking.sides is not None:
        square[looking.sides.apart(piece, rows[point])] = np.inf
    found = Nearest(np.full(len(xy), np.inf), np.full(len(xy), -1), np.zeros(len(xy)))
    some = np.flatnonzero(np.diff(first))
    bound = np.full(len(xy), -np.inf)
    bound[some] = np.sqrt(np.minimum.reduceat(square, first[some])) if len(some) else []
    # Of pieces equally near the lowest is written last.
    near = np.flatnonzero(np.isfinite(square) & (np.sqrt(square) <= bound[point] + TIE_M))
    near = near[np.argsort(-piece[near], kind="stable")]
    at = point[near]
    found.square[at], found.piece[at], found.share[at] = square[near], piece[near], share[near]
    return found


@dataclass(frozen=True)
class _Found:
    """What some points have found so far; filled in place."""

    x: np.ndarray
    y: np.ndarray
    row: np.ndarray  # of each point among all
    metres: np.ndarray
    piece: np.ndarray


def _look(looking: _Round, found: _Found, begin: np.ndarray, count: np.ndarray) -> None:
    """Writes what is nearer among these of the listed pieces (from begin on, by point) into what was found."""
    # Who has much to look at comes first: at the k-th piece of each cell only the first points are left.
    order = np.argsort(-count, kind="stable")
    order = order[: np.count_nonzero(count)]
    x, y, least, nearest = (column[order] for column in (found.x, found.y, found.metres, found.piece))
    bound, at = (least + TIE_M) ** 2, begin[order].astype(np.intp)
    for left in np.searchsorted(-count[order], -np.arange(count.max(initial=0))):
        listed = looking.grid.listed.take(at[:left]).astype(np.intp)
        square = distances(looking.pieces.segments, x[:left], y[:left], listed)[0]
        if looking.sides is not None:
            square[looking.sides.apart(listed, found.row[order[:left]])] = np.nan
        near = np.flatnonzero(square <= bound[:left])
        listed, away = listed[near], np.sqrt(square[near])
        # Pieces are in the order of edges: the lowest of a tie lies on the lowest street.
        better = (away < least[near] - TIE_M) | (listed < nearest[near])
        near, away = near[better], away[better]
        least[near], nearest[near], bound[near] = away, listed[better], (away + TIE_M) ** 2
        at += 1
    found.metres[order], found.piece[order] = least, nearest
