"""Straight pieces of lines, and where two of them meet without a common vertex."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from ...layers.progress import SILENT, Progress
from .lines import along_runs, vertex_numbers

AT_ONCE = 20_000  # pieces
STRAIGHT = 1e-9  # sine of the angle below which two pieces may run over each other; GEOS decides


@dataclass(frozen=True)
class StraightPieces:
    """The straight pieces of packed runs of vertices."""

    xy: np.ndarray  # (vertices, 2) of all runs
    vertex: np.ndarray  # (pieces,) where each begins in xy; it ends at the next vertex
    run: np.ndarray  # (pieces,)
    along_m: np.ndarray  # (pieces,) metres from the beginning of the run
    lines: np.ndarray
    tree: shapely.STRtree

    def foot(self, piece: np.ndarray, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """For each pair of a piece and a point: metres along the run to the nearest place, and how far off it is."""
        begin = self.xy[self.vertex[piece]]
        step = self.xy[self.vertex[piece] + 1] - begin
        length = np.hypot(*step.T)
        share = np.clip(((xy - begin) * step).sum(axis=1) / (length * length), 0, 1)
        return self.along_m[piece] + share * length, np.hypot(*(xy - begin - share[:, None] * step).T)


@dataclass(frozen=True)
class Meetings:
    """Places where two pieces meet and have no vertex in common."""

    one: np.ndarray  # piece
    two: np.ndarray  # piece
    xy: np.ndarray


def straight_pieces(xy: np.ndarray, first: np.ndarray) -> StraightPieces:
    """The pieces of runs that lie end to end in xy; run r owns the vertices first[r] to first[r + 1]."""
    inner = np.ones(len(xy), dtype=bool)
    inner[first[1:] - 1] = False
    vertex = np.flatnonzero(inner)
    lines = shapely.linestrings(np.stack([xy[vertex], xy[vertex + 1]], axis=1))
    run = np.repeat(np.arange(len(first) - 1), np.diff(first) - 1)
    return StraightPieces(xy, vertex, run, along_runs(xy, first)[vertex], lines, shapely.STRtree(lines))


def near_pairs(
    tree: shapely.STRtree, shapes: np.ndarray, *, distance_m: float | None = None, progress: Progress = SILENT
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Shapes and what of the tree their boxes meet, or what lies within a distance of them, some thousand shapes at a time."""
    how = {} if distance_m is None else {"predicate": "dwithin", "distance": distance_m}
    # A few at a time, so that a wish to stop is heard soon.
    for begin in range(0, len(shapes), AT_ONCE):
        progress.at(begin / len(shapes))
        found, other = tree.query(shapes[begin : begin + AT_ONCE], **how)
        yield found + begin, other


def meetings(pieces: StraightPieces, level: np.ndarray, *, progress: Progress = SILENT) -> Meetings:
    """Where pieces of one level (level by run) cross, touch or run over each other without a common vertex there.

    Pieces that run together for a while meet at both ends of it.
    """
    number, height = vertex_numbers(pieces.xy), level[pieces.run]
    found = []
    for one, two in near_pairs(pieces.tree, pieces.lines, progress=progress):
        wanted = (one < two) & (height[one] == height[two])
        found.append(_met(pieces, *_without_common_vertex(pieces, number, one[wanted], two[wanted])))
    return Meetings(*(np.concatenate([getattr(part, name) for part in found]) for name in ("one", "two", "xy")))


def _met(pieces: StraightPieces, one: np.ndarray, two: np.ndarray) -> Meetings:
    met, pair = shapely.get_parts(shapely.intersection(pieces.lines[one], pieces.lines[two]), return_index=True)
    xy, part = shapely.get_coordinates(np.where(shapely.get_dimensions(met) == 1, shapely.boundary(met), met), return_index=True)
    one, two = one[pair[part]], two[pair[part]]
    # Pieces that leave a common vertex in one direction meet there too.
    fresh = ~(_is_vertex(pieces, one, xy) & _is_vertex(pieces, two, xy))
    return Meetings(one[fresh], two[fresh], xy[fresh])


def _is_vertex(pieces: StraightPieces, piece: np.ndarray, xy: np.ndarray) -> np.ndarray:
    begin = pieces.vertex[piece]
    return (pieces.xy[begin] == xy).all(axis=1) | (pieces.xy[begin + 1] == xy).all(axis=1)


def _without_common_vertex(pieces: StraightPieces, number: np.ndarray, one: np.ndarray, two: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    ends = [number[pieces.vertex], number[pieces.vertex + 1]]
    common = [(mine, theirs, ends[mine][one] == ends[theirs][two]) for mine in (0, 1) for theirs in (0, 1)]
    joined = np.any([same for _, _, same in common], axis=0)
    meet = ~joined
    meet[meet] = shapely.intersects(pieces.lines[one[meet]], pieces.lines[two[meet]])
    for mine, theirs, same in common:
        rows = np.flatnonzero(same)
        meet[rows] |= _along_each_other(pieces, one[rows], two[rows], mine, theirs)
    # Equal pieces are vertex by vertex the same.
    meet &= ~((common[0][2] & common[3][2]) | (common[1][2] & common[2][2]))
    return one[meet], two[meet]


def _along_each_other(pieces: StraightPieces, one: np.ndarray, two: np.ndarray, mine: int, theirs: int) -> np.ndarray:
    """Whether pieces that share a vertex (the end mine of one, theirs of two) leave it in one direction."""
    origin = pieces.xy[pieces.vertex[one] + mine]
    step, other = pieces.xy[pieces.vertex[one] + 1 - mine] - origin, pieces.xy[pieces.vertex[two] + 1 - theirs] - origin
    cross = step[:, 0] * other[:, 1] - step[:, 1] * other[:, 0]
    ahead = (step * other).sum(axis=1)
    found = np.abs(cross) <= STRAIGHT * ahead
    found[found] = shapely.get_dimensions(shapely.intersection(pieces.lines[one[found]], pieces.lines[two[found]])) == 1
    return found
