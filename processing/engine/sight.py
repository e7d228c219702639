"""The nearest place on the network that can be seen past walls and water.

Seen from a point, a barrier segment hides a convex shadow, so it hides one interval of any straight piece. The nearest
visible place of a piece is its nearest place, or where the shadows that cover this place end on either side.
Exact but for a tenth of a millimetre at barriers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...layers.progress import SILENT, Progress, waited
from ...layers.words import text
from .barriers import Barriers, blocked, grid_for, near_barriers, starts_inside
from .cells import PAIRS_AT_ONCE, CellGrid, chunks, listed_counts, pairs, plain_grid, reaches, sorted_by_cell
from .graph import Network
from .lines import spans, vertex_numbers
from .nearestpieces import Sides, nearest_pieces
from .pieces import END_STEP_M, Pieces, Places, distances, places_at, seen_from
from .rings import EITHER, SURE_M, Rings

TIE_M = 1e-9
BEYOND_M = 1e-4  # what stands nearer to a wall than this stands on it, and on both its sides
SHARE = 1e-12
LOOKS_AT_ONCE = 5_000


@dataclass(frozen=True)
class View:
    """What is looked at and what stands in the way."""

    network: Network
    pieces: Pieces
    low: np.ndarray  # (pieces,) the shares of each piece that count: ends of edges are seen from a little inside
    high: np.ndarray
    barriers: Barriers
    coarse: CellGrid | None
    rings: Rings | None

    @staticmethod
    def of(network: Network, pieces: Pieces, barriers: Barriers, coarse: CellGrid | None = None, rings: Rings | None = None) -> View:
        """A network and its pieces behind barriers; their coarse grid and the rings of the walls make looking quicker."""
        step = np.minimum(END_STEP_M, pieces.length_m / 2) / pieces.length_m
        is_first = np.diff(pieces.edge, prepend=-1) > 0
        is_last = np.diff(pieces.edge, append=network.size) > 0
        low, high = np.where(is_first, step, 0.0), 1 - np.where(is_last, step, 0.0)
        return View(network, pieces, low, high, barriers, coarse, rings)


@dataclass(frozen=True)
class Seen:
    """The nearest visible place of each point so far (piece -1: none); filled in place."""

    leg_m: np.ndarray
    piece: np.ndarray
    share: np.ndarray


@dataclass(frozen=True)
class Candidates:
    """Pieces within reach of points: by row of the point, nearest first."""

    row: np.ndarray
    piece: np.ndarray
    leg_m: np.ndarray
    share: np.ndarray


@dataclass(frozen=True)
class Lines:
    """From each point, one straight piece: its start relative to the point, its step, and the share nearest to the point."""

    xy: np.ndarray
    start: np.ndarray
    step: np.ndarray
    share: np.ndarray
    low: np.ndarray
    high: np.ndarray


def past_barriers(view: View, xy: np.ndarray, places: Places, *, limit_m: float, progress: Progress = SILENT) -> Places:
    """The places, those behind a barrier replaced by the nearest one in sight within limit_m."""
    rows = _hidden(view, xy, places, progress)
    if not len(rows):
        return places
    # Looking past walls is dear: doors at one place look once.
    number = vertex_numbers(xy[rows])
    _, first = np.unique(number, return_index=True)
    visible = _in_sight(view, xy[rows[first]], limit_m, progress).take(number)
    merged = places.take(np.arange(len(xy)))
    _write(merged, rows, visible)
    return merged


def _write(places: Places, rows: np.ndarray, other: Places) -> None:
    for mine, theirs in zip(vars(places).values(), vars(other).values()):
        mine[rows] = theirs


def _hidden(view: View, xy: np.ndarray, places: Places, progress: Progress) -> np.ndarray:
    """The rows of the places that a barrier hides."""
    rows = np.flatnonzero(places.found)
    rows = rows[waited(progress, 0, lambda: near_barriers(view.barriers, xy[rows], places.leg_m[rows] + END_STEP_M))]
    seen = waited(progress, 0, lambda: seen_from(view.network, places.edge[rows], places.offset_m[rows]))
    return rows[waited(progress, 0, lambda: blocked(view.barriers, xy[rows], seen))]


def _in_sight(view: View, xy: np.ndarray, limit_m: float, progress: Progress) -> Places:
    """The nearest place in sight of each point."""
    places, known = _on_own_side(view, xy, limit_m, progress)
    rest = np.flatnonzero(~known)
    if len(rest):
        seen = _nearest_visible(view, xy[rest], limit_m, progress)
        _write(places, rest, places_at(view.pieces, seen.piece, seen.share, seen.leg_m, np.ones(len(rest), dtype=bool)))
    return places


def _on_own_side(view: View, xy: np.ndarray, limit_m: float, progress: Progress) -> tuple[Places, np.ndarray]:
    """The nearest place of each point among the streets that run in its own ring of walls, and whether it is the nearest in sight.

    It is where no barrier hides it, and where there is none: nobody sees into another ring.
    """
    piece, none = np.full(len(xy), -1), np.zeros(len(xy), dtype=bool)
    if view.rings is None:
        return places_at(view.pieces, piece, np.zeros(len(xy)), np.zeros(len(xy)), none), none
    sides = Sides(view.rings.of_edge[view.pieces.edge], view.rings.at(xy), EITHER)
    best = nearest_pieces(view.pieces, xy, limit_m=limit_m, coarse=view.coarse, sides=sides, progress=progress)
    places = places_at(view.pieces, best.piece, best.share, np.sqrt(best.square), ~none)
    known = ~near_barriers(view.barriers, xy, np.full(len(xy), SURE_M))
    # What is seen a little inside the end of an edge may stand for the end of another one as well.
    low, high = view.low[best.piece], view.high[best.piece]
    known &= (best.share == 0) | (best.share == 1) | ((best.share > low) & (best.share < high))
    known[_hidden(view, xy, places, progress)] = False
    return places, known


def _nearest_visible(view: View, xy: np.ndarray, limit_m: float, progress: Progress) -> Seen:
    seen = Seen(np.full(len(xy), np.inf), np.full(len(xy), -1), np.zeros(len(xy)))
    rest = np.arange(len(xy))
    rounds = reaches(limit_m)
    for at, reach_m in enumerate(rounds):
        if not len(rest):
            break
        part = progress.part(at / len(rounds), (at + 1) / len(rounds))
        _look(view, xy, _candidates(view, xy, rest, reach_m, part), reach_m, seen, part)
        rest = rest[seen.leg_m[rest] > reach_m]
    # A piece may begin within the limit and be seen only beyond it.
    seen.piece[rest], seen.leg_m[rest] = -1, np.inf
    return seen


def _candidates(view: View, xy: np.ndarray, rows: np.ndarray, reach_m: float, progress: Progress) -> Candidates:
    near = view.coarse
    if near is None or reach_m > near.reach_m:
        near = waited(progress, 0, lambda: plain_grid(view.pieces.segments, xy[rows], reach_m=reach_m, coarse=view.coarse))
    cell = near.cells(xy[rows])
    order, begin = sorted_by_cell(near, cell)
    rows, cell = rows[order], cell[order]
    found = [Candidates(np.zeros(0, dtype=int), np.zeros(0, dtype=int), np.zeros(0), np.zeros(0))]
    for part in chunks(listed_counts(near, cell[begin:]), PAIRS_AT_ONCE, begin):
        progress.at(0, text("Looking past walls and water"))
        found.append(_in_reach(view, near, xy, rows[part], cell[part], reach_m))
    return Candidates(*(np.concatenate(column) for column in zip(*(vars(one).values() for one in found))))


def _in_reach(view: View, near: CellGrid, xy: np.ndarray, rows: np.ndarray, cell: np.ndarray, reach_m: float) -> Candidates:
    piece, row, _ = pairs(near, cell)
    row = rows[row]
    square, share = distances(view.pieces.segments, xy[row, 0], xy[row, 1], piece)
    kept = np.flatnonzero(square <= reach_m * reach_m)
    kept = kept[np.lexsort((piece[kept], square[kept], row[kept]))]
    # A long piece is listed by several cells of a neighbourhood.
    kept = kept[(np.diff(row[kept], prepend=-1) != 0) | (np.diff(piece[kept], prepend=-1) != 0)]
    return Candidates(row[kept], piece[kept], np.sqrt(square[kept]), share[kept])


def _look(view: View, xy: np.ndarray, found: Candidates, reach_m: float, seen: Seen, progress: Progress) -> None:
    row, piece = found.row, found.piece
    at = np.flatnonzero(np.diff(row, prepend=-1))
    end = np.append(at[1:], len(row))
    # The nearest candidates of every point first, until none can be nearer than what was seen; more of them at a
    # time where few points are left.
    while len(at):
        progress.at(0.5)
        hopeful = found.leg_m[at] <= seen.leg_m[row[at]] + TIE_M
        at, end = at[hopeful], end[hopeful]
        width = 1 + LOOKS_AT_ONCE // max(len(at), 1)
        looks, first = spans(at, np.minimum(end - at, width))
        leg_m, share = _visible(view, xy[row[looks]], piece[looks], found.share[looks], reach_m)
        for k in range(np.diff(first).max(initial=0)):
            one = first[:-1][np.diff(first) > k] + k
            _keep_better(view, seen, row[looks[one]], piece[looks[one]], leg_m[one], share[one])
        at += np.diff(first)
        more = at < end
        at, end = at[more], end[more]


def _keep_better(view: View, seen: Seen, row: np.ndarray, piece: np.ndarray, leg_m: np.ndarray, share: np.ndarray) -> None:
    old_m, old = seen.leg_m[row], seen.piece[row]
    lower = (old >= 0) & (view.pieces.edge[piece] < view.pieces.edge[old])
    better = np.isfinite(leg_m) & ((leg_m < old_m - TIE_M) | ((leg_m <= old_m + TIE_M) & lower))
    at = row[better]
    seen.leg_m[at], seen.piece[at], seen.share[at] = leg_m[better], piece[better], share[better]


def _visible(view: View, xy: np.ndarray, piece: np.ndarray, share: np.ndarray, reach_m: float) -> tuple[np.ndarray, np.ndarray]:
    """Metres to the nearest visible place of each piece from its point (inf: none), and the share along the piece."""
    a, b = view.pieces.segments.a[piece], view.pieces.segments.b[piece]
    low, high = view.low[piece], view.high[piece]
    lines = Lines(xy, a - xy, b - a, share.clip(low, high), low, high)
    grid = grid_for(view.barriers, reach_m)
    cell = grid.cells(xy)
    found = lines.share.copy()
    shaded = np.flatnonzero(cell >= 0)
    for part in chunks(listed_counts(grid, cell[shaded]), PAIRS_AT_ONCE):
        rows = shaded[part]
        segment, row, first = pairs(grid, cell[rows])
        found[rows] = _nearest_gap(lines, rows, _shadows(view.barriers, segment, lines, rows[row]), first)
    # A place a little inside the end of an edge stands for the end itself.
    found = np.where(found <= low, 0.0, np.where(found >= high, 1.0, found))
    leg_m = np.hypot(*(lines.start + found[:, None] * lines.step).T)
    return np.where(np.isnan(found), np.inf, leg_m), found


def _shadows(barriers: Barriers, segment: np.ndarray, lines: Lines, line: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The interval of shares (low, high) of each line that each barrier segment hides; low > high where it hides nothing."""
    xy, start, step = lines.xy[line], lines.start[line], lines.step[line]
    a, b = barriers.segments.a[segment] - xy, barriers.segments.b[segment] - xy
    wall = b - a
    length = np.hypot(wall[:, 0], wall[:, 1])
    height = _cross(a, wall) / length  # of the point above the wall's line, signed
    side = np.where(height >= 0, 1.0, -1.0)
    low, high = np.full(len(segment), -np.inf), np.full(len(segment), np.inf)
    # Behind the wall as seen from the point: past its two ends' rays, and on the far side of its line.
    _clip(low, high, side * _cross(a, start), side * _cross(a, step))
    _clip(low, high, -side * _cross(b, start), -side * _cross(b, step))
    depth, deeper = side * _cross(start - a, wall) / length, side * _cross(step, wall) / length
    _clip(low, high, depth, deeper)
    deepest = np.maximum(
        depth + deeper * low.clip(lines.low[line], lines.high[line]), depth + deeper * high.clip(lines.low[line], lines.high[line])
    )
    free = (np.abs(height) <= BEYOND_M) | (deepest <= BEYOND_M)
    banks = np.flatnonzero((low <= high) & (barriers.polygon[segment] >= 0))
    free[banks] |= starts_inside(barriers, barriers.polygon[segment[banks]], xy[banks])
    low[free] = np.inf
    return low, high


def _clip(low: np.ndarray, high: np.ndarray, base: np.ndarray, slope: np.ndarray) -> None:
    # Keeps the shares t with base + slope · t >= 0.
    with np.errstate(divide="ignore", invalid="ignore"):
        root = -base / slope
    np.maximum(low, np.where(slope > 0, root, -np.inf), out=low)
    np.minimum(high, np.where(slope < 0, root, np.inf), out=high)
    low[(slope == 0) & (base < 0)] = np.inf


def _cross(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    return u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]


def _nearest_gap(lines: Lines, rows: np.ndarray, shadow: tuple[np.ndarray, np.ndarray], first: np.ndarray) -> np.ndarray:
    """The share nearest to each line's own that no shadow covers; NaN where all of the piece is dark."""
    share = lines.share[rows]
    up = _leave(shadow[0], shadow[1], first, share)
    down = -_leave(-shadow[1], -shadow[0], first, -share)
    up = np.where(up <= lines.high[rows], up, np.inf)
    down = np.where(down >= lines.low[rows], down, -np.inf)
    nearest = np.where(up - share <= share - down, up, down)
    return np.where(np.isfinite(nearest), nearest, np.nan)


def _leave(low: np.ndarray, high: np.ndarray, first: np.ndarray, share: np.ndarray) -> np.ndarray:
    # Walks up from the share, from the end of one covering shadow to the next, until nothing covers it.
    some = np.flatnonzero(np.diff(first))
    share = share.copy()
    while len(some):
        here = np.repeat(share, np.diff(first))
        end = np.where((low <= here + SHARE) & (here < high - SHARE), high, -np.inf)
        farthest = np.maximum.reduceat(end, first[:-1][some])
        moved = farthest > share[some]
        if not moved.any():
            break
        share[some[moved]] = farthest[moved]
    return share
