"""Land cut by screens that run right through it: the side on which its path runs, for many pieces of land at once.

Most land beside walls is cut by one straight wall, by two that pass it on both sides, or by the corner of one. What touches,
ends or crosses in any less plain way is not known here and left to a general overlay.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .lines import spans

NEAR_M = 1e-6  # what comes nearer to a screen than this may touch it
ALONG_M = 2e-3  # a path this near to a screen at two corners in a row may run along it


@dataclass(frozen=True)
class Chords:
    """A straight screen, or two that meet in a corner, for each piece of land; arrays of shape (rows, 2)."""

    begin: np.ndarray
    corner: np.ndarray  # where both meet; the end itself where there is only one
    end: np.ndarray

    @property
    def is_bent(self) -> np.ndarray:
        """(rows,) there are two screens."""
        return (self.corner != self.end).any(axis=1)

    def take(self, rows: np.ndarray) -> Chords:
        """The chords of these rows."""
        return Chords(self.begin[rows], self.corner[rows], self.end[rows])


def halved(land: np.ndarray, lines: np.ndarray, chords: Chords) -> tuple[np.ndarray, np.ndarray]:
    """The part of each piece of land on its line's side of the chord, and whether that is known.

    Land is single polygons, those with holes are not known; it stays whole where a chord does not run through it.
    """
    found, bent = _crossed(land, lines, chords), chords.is_bent
    rim, crosses = found.rim, found.first.crosses | found.second.crosses
    cut = found.known & (found.times == 2) & (rim.count(found.second.crosses) == bent)
    kept, rows = land.copy(), np.flatnonzero(cut)
    if len(rows):
        at = np.flatnonzero(crosses & cut[rim.row[:-1]])
        share = np.where(found.first.crosses, found.first.share, found.second.share)[at, None]
        places = rim.xy[at] + share * (rim.xy[at + 1] - rim.xy[at])
        start = np.searchsorted(rim.row, rows)
        size = np.searchsorted(rim.row, rows, side="right") - start - 1
        halves = _Halves(rim.xy, start, size, at.reshape(-1, 2), places.reshape(-1, 2, 2), chords.corner[rows], bent[rows])
        kept[rows] = halves.around(_farthest(lines[rows], chords.take(rows)))
    return kept, cut | (found.known & ~bent & (found.times < 2))


def times_through(land: np.ndarray, lines: np.ndarray, chords: Chords) -> np.ndarray:
    """How often each chord crosses the rim of its land; -1 where halved() would not know."""
    found = _crossed(land, lines, chords)
    return np.where(found.known, found.times, -1)


@dataclass(frozen=True)
class _Crossed:
    """Where chords cross the rims of land."""

    rim: _Path
    first: _Met
    second: _Met
    known: np.ndarray  # (rows,) nothing touches, the line stays on one side, and what crosses twice runs through the land
    times: np.ndarray  # (rows,)


def _crossed(land: np.ndarray, lines: np.ndarray, chords: Chords) -> _Crossed:
    rim = _Path.of(land)
    first, second = _met_both(rim, chords)
    unsure = first.is_unsure | second.is_unsure | (first.crosses & second.crosses)
    known = (shapely.get_num_interior_rings(land) == 0) & ~_is_odd(lines, chords) & ~rim.any(unsure)
    times = rim.count(first.crosses) + rim.count(second.crosses)
    # A straight screen ends outside, the corner of two lies inside: else they leave the land and come back, and their ends hang free.
    is_through = shapely.intersects(land, shapely.points(chords.corner)) == chords.is_bent
    return _Crossed(rim, first, second, known & ((times != 2) | is_through), times)


@dataclass(frozen=True)
class _Path:
    """Lines or rims as vertices one after another; step k leads from vertex k to the next."""

    xy: np.ndarray
    row: np.ndarray  # (vertices,) the line of each
    size: int

    @classmethod
    def of(cls, lines: np.ndarray) -> _Path:
        xy, row = shapely.get_coordinates(lines, return_index=True)
        return cls(xy, row, len(lines))

    @property
    def is_inner(self) -> np.ndarray:
        """(steps,) the step does not lead to the next line."""
        return self.row[1:] == self.row[:-1]

    def count(self, steps: np.ndarray) -> np.ndarray:
        """(lines,) on how many of its steps this is true."""
        return np.bincount(self.row[:-1][steps], minlength=self.size)

    def any(self, steps: np.ndarray) -> np.ndarray:
        """(lines,) whether this is true on any of its steps."""
        return self.count(steps) > 0


@dataclass(frozen=True)
class _Met:
    """(steps,) where the steps of a path meet the screen of their line."""

    crosses: np.ndarray
    share: np.ndarray  # of the step before the crossing
    is_unsure: np.ndarray  # an end of the step lies at the screen, or an end of the screen at the step
    is_at_end: np.ndarray  # an end of the screen lies at the step, or the step along the screen

    @classmethod
    def nowhere(cls, steps: int) -> _Met:
        """Without screens."""
        none = np.zeros(steps, dtype=bool)
        return cls(none, np.zeros(steps), none, none)


def _met_both(path: _Path, chords: Chords) -> tuple[_Met, _Met]:
    """Where a path meets the first and the second screens."""
    first = _met(path, chords.begin, chords.corner)
    return first, _met(path, chords.corner, chords.end) if chords.is_bent.any() else _Met.nowhere(len(first.share))


def _met(path: _Path, begin: np.ndarray, end: np.ndarray) -> _Met:
    row, p, q = path.row[:-1], path.xy[:-1], path.xy[1:]
    a, b = begin[row], end[row]
    with np.errstate(divide="ignore", invalid="ignore"):
        p_off, q_off = _height(p, a, b), _height(q, a, b)
        a_off, b_off = _height(a, p, q), _height(b, p, q)
        share = p_off / (p_off - q_off)
    apart = (np.minimum(p, q) > np.maximum(a, b) + NEAR_M) | (np.maximum(p, q) < np.minimum(a, b) - NEAR_M)
    # A screen without length is none.
    near = path.is_inner & ~apart.any(axis=1) & (a != b).any(axis=1)
    at_step = near & (np.minimum(np.abs(p_off), np.abs(q_off)) < NEAR_M)
    at_end = near & ~(np.minimum(np.abs(a_off), np.abs(b_off)) >= NEAR_M)
    crosses = near & (p_off * q_off < 0) & (a_off * b_off < 0) & ~at_step & ~at_end
    return _Met(crosses, share, at_step | at_end, at_end)


def _height(xy: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Metres of each place to the left of the straight line from a to b."""
    (ux, uy), (vx, vy) = (b - a).T, (xy - a).T
    return (ux * vy - uy * vx) / np.hypot(ux, uy)


def _is_odd(lines: np.ndarray, chords: Chords) -> np.ndarray:
    """Whether a line crosses its chord, may run along it, or never leaves it."""
    path = _Path.of(lines)
    along = _distance(path, chords) <= ALONG_M
    first, second = _met_both(path, chords)
    steps = first.crosses | second.crosses | first.is_at_end | second.is_at_end | (path.is_inner & along[1:] & along[:-1])
    return path.any(steps)


def _distance(path: _Path, chords: Chords) -> np.ndarray:
    """Metres from each vertex to the chord of its line."""
    row = path.row
    near = _to_segment(path.xy, chords.begin[row], chords.corner[row])
    return np.minimum(near, _to_segment(path.xy, chords.corner[row], chords.end[row])) if chords.is_bent.any() else near


def _to_segment(xy: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    step, away = b - a, xy - a
    length2 = (step**2).sum(axis=1)
    share = np.clip((step * away).sum(axis=1) / np.where(length2 > 0, length2, 1), 0, 1)
    return np.hypot(*(away - share[:, None] * step).T)


def _farthest(lines: np.ndarray, chords: Chords) -> np.ndarray:
    """The vertex of each line that is farthest from its chord."""
    path = _Path.of(lines)
    order = np.lexsort((_distance(path, chords), path.row))
    return path.xy[order[np.diff(path.row, append=-1) != 0]]


@dataclass(frozen=True)
class _Halves:
    """Rims that a chord crosses twice; all arrays but xy by row."""

    xy: np.ndarray  # of all vertices
    start: np.ndarray  # the first vertex of each rim
    size: np.ndarray  # its vertices, the last that is the first again not counted
    step: np.ndarray  # (rows, 2) the crossed steps, ascending
    place: np.ndarray  # (rows, 2, 2) where they are crossed
    corner: np.ndarray
    bent: np.ndarray

    def around(self, places: np.ndarray) -> np.ndarray:
        """Of each pair of halves the one with the place in it."""
        rows = np.arange(len(self.size))
        found = self._half(rows, 0)
        other = np.flatnonzero(~shapely.intersects(found, shapely.points(places)))
        found[other] = self._half(other, 1)
        return found

    def _half(self, rows: np.ndarray, begin: int) -> np.ndarray:
        """The halves whose rims go from one crossing along the vertices to the other and back along the chord."""
        one, two, size = self.step[rows, begin], self.step[rows, 1 - begin], self.size[rows]
        at, first = spans(one + 1, (two - one) % size)
        row = np.repeat(np.arange(len(rows)), np.diff(first))
        start, bent = self.start[rows][row], np.flatnonzero(self.bent[rows])
        inner = self.xy[start + (at - start) % size[row]]
        xy = np.concatenate([self.place[rows, begin], inner, self.place[rows, 1 - begin], self.corner[rows[bent]]])
        of = np.concatenate([np.arange(len(rows)), row, np.arange(len(rows)), bent])
        order = np.argsort(of, kind="stable")
        return shapely.polygons(shapely.linearrings(xy[order], indices=of[order])) if len(rows) else np.zeros(0, dtype=object)
