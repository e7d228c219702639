"""Joins lines that were drawn without common vertices: where they cross, and where an end nearly meets a line.

Only vertices are added: a line is led through every end that lies within the tolerance of it, and then lines, a line
with itself too, get a vertex where they cross. Lines on different levels do not cross each other; the end of a bridge
or tunnel still joins a street on the ground, and ends join ends on any level.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ...layers.progress import SILENT, Progress
from .crossings import meetings, near_pairs, straight_pieces
from .lines import Runs, along_runs, cleaned, vertex_numbers

AT_END_M = 1e-9
PLACE_DIGITS = 6  # of metres


@dataclass(frozen=True)
class Joints:
    """Vertices to add: the run, where along it, and the place."""

    run: np.ndarray
    at_m: np.ndarray
    xy: np.ndarray


def join_lines(runs: Runs, level: np.ndarray, *, tolerance_m: float, progress: Progress = SILENT) -> Runs:
    """The runs with vertices where lines of one level (level by street) meet within the tolerance."""
    # Ends first: a line that is led through an end may come to cross another one.
    joints = _ends(runs, level[runs.street], tolerance_m, progress.part(0, 0.5))
    progress.at(0.5)
    runs = _with_vertices(runs, joints)
    joints = _crossings(runs, level[runs.street], progress.part(0.5, 1))
    progress.at(1)
    return _with_vertices(runs, joints)


def may_join(at_end: np.ndarray, end_level: np.ndarray, line_level: np.ndarray) -> np.ndarray:
    """Whether an end may join a line: at the line's own end always, between them on one level or from a bridge to the ground."""
    return at_end | (end_level == line_level) | (line_level == 0)


def _crossings(runs: Runs, level: np.ndarray, progress: Progress) -> Joints:
    pieces = straight_pieces(runs.xy, runs.first)
    found = meetings(pieces, level, progress=progress)
    # Three lines through one place give three points that differ in the last digits.
    number = vertex_numbers(np.concatenate([runs.xy, found.xy]))
    is_vertex = np.isin(number[len(runs.xy) :], number[: len(runs.xy)])
    place = np.where(is_vertex[:, None], found.xy, found.xy.round(PLACE_DIGITS))
    piece, xy = np.concatenate([found.one, found.two]), np.concatenate([place, place])
    at_m, _ = pieces.foot(piece, xy)
    return Joints(pieces.run[piece], at_m, xy)


def _ends(runs: Runs, level: np.ndarray, tolerance_m: float, progress: Progress) -> Joints:
    pieces = straight_pieces(runs.xy, runs.first)
    length_m = along_runs(runs.xy, runs.first)[runs.first[1:] - 1]
    count = len(runs.street)
    xy = np.concatenate([runs.xy[runs.first[:-1]], runs.xy[runs.first[1:] - 1]])
    near = list(near_pairs(pieces.tree, shapely.points(xy), distance_m=tolerance_m, progress=progress))
    end, piece = (np.concatenate(part) for part in zip(*near))
    at_m, off_m = pieces.foot(piece, xy[end])
    run, owner = pieces.run[piece], end % count
    # A line that comes back to its own end, not the stretch beside the end.
    away = (run != owner) | (np.abs(at_m - np.where(end < count, 0, length_m[owner])) > 2 * tolerance_m)
    end, run, at_m = _nearest_of_each(end[away], run[away], at_m[away], off_m[away])
    owner = end % count
    at_m = _to_own_end(xy, end, run, at_m, may_join(at_m < 0, level[owner], level[run]), length_m, tolerance_m)
    at_end = (at_m <= AT_END_M) | (at_m >= length_m[run] - AT_END_M)
    # Of two ends that meet one line is led to the other, not each to each; of its own ends the last to the first.
    wanted = np.where(at_end, (owner < run) | ((owner == run) & (end < count)), may_join(at_end, level[owner], level[run]))
    return Joints(run[wanted], at_m[wanted], xy[end[wanted]])


def _to_own_end(
    xy: np.ndarray, end: np.ndarray, run: np.ndarray, at_m: np.ndarray, free: np.ndarray, length_m: np.ndarray, tolerance_m: float
) -> np.ndarray:
    """Where an end may not join a line between its ends (free says where it may), the line's own end within the tolerance instead."""
    count = len(length_m)
    for beyond, at in ((xy[run], np.zeros(len(run))), (xy[run + count], length_m[run])):
        near = ~free & (np.hypot(*(beyond - xy[end]).T) <= tolerance_m)
        at_m = np.where(near, at, at_m)
    return at_m


def _nearest_of_each(end: np.ndarray, run: np.ndarray, at_m: np.ndarray, off_m: np.ndarray) -> tuple[np.ndarray, ...]:
    """One place for each pair of end and run: the nearest."""
    order = np.lexsort((off_m, run, end))
    end, run, at_m = end[order], run[order], at_m[order]
    fresh = np.ones(len(end), dtype=bool)
    fresh[1:] = (end[1:] != end[:-1]) | (run[1:] != run[:-1])
    return end[fresh], run[fresh], at_m[fresh]


def _with_vertices(runs: Runs, joints: Joints) -> Runs:
    owner = np.repeat(np.arange(len(runs.street)), np.diff(runs.first))
    along_m = along_runs(runs.xy, runs.first)
    length_m = along_m[runs.first[1:] - 1]
    run = np.concatenate([owner, joints.run])
    at_m = np.concatenate([along_m, joints.at_m])
    xy = np.concatenate([runs.xy, joints.xy])
    added = np.arange(len(run)) >= len(owner)
    # What is added at an end lies beyond it, in the order of a walk along the line.
    side = np.where(added & (at_m <= AT_END_M), -1, np.where(added & (at_m >= length_m[run] - AT_END_M), 1, 0))
    order = np.lexsort((added, at_m, side, run))
    return cleaned(xy[order], run[order], runs.street)
