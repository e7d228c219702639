"""Joins lines that were drawn without common vertices: where they cross, and where an end nearly meets another line.

Only vertices are added: both lines get one where they cross, and a line is led through every end that lies within the
tolerance of it. Lines on different levels do not cross each other; the end of a bridge or tunnel still joins a street
on the ground, and ends join ends on any level. A line that crosses itself is left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .lines import Runs, along_runs, cleaned

AT_END_M = 1e-9


@dataclass(frozen=True)
class Joints:
    """Vertices to add: the run, where along it, and the place."""

    run: np.ndarray
    at_m: np.ndarray
    xy: np.ndarray


def join_lines(runs: Runs, level: np.ndarray, *, tolerance_m: float) -> Runs:
    """The runs with vertices where lines of one level (level by run) meet within the tolerance."""
    lines = shapely.linestrings(runs.xy, indices=np.repeat(np.arange(len(runs.street)), np.diff(runs.first)))
    tree = shapely.STRtree(lines)
    return _with_vertices(runs, [_crossings(lines, tree, level), _ends(runs, lines, tree, level, tolerance_m)])


def _crossings(lines: np.ndarray, tree: shapely.STRtree, level: np.ndarray) -> Joints:
    one, two = tree.query(lines, predicate="intersects")
    wanted = (one < two) & (level[one] == level[two])
    one, two = one[wanted], two[wanted]
    met, pair = shapely.get_parts(shapely.intersection(lines[one], lines[two]), return_index=True)
    # Where lines run together for a while they are joined at both ends of it.
    xy, part = shapely.get_coordinates(np.where(shapely.get_dimensions(met) == 1, shapely.boundary(met), met), return_index=True)
    pair = pair[part]
    run = np.concatenate([one[pair], two[pair]])
    xy = np.concatenate([xy, xy])
    return Joints(run, shapely.line_locate_point(lines[run], shapely.points(xy)), xy)


def _ends(runs: Runs, lines: np.ndarray, tree: shapely.STRtree, level: np.ndarray, tolerance_m: float) -> Joints:
    xy = np.concatenate([runs.xy[runs.first[:-1]], runs.xy[runs.first[1:] - 1]])
    owner = np.tile(np.arange(len(lines)), 2)
    points = shapely.points(xy)
    end, run = tree.query(points, predicate="dwithin", distance=tolerance_m)
    at_m = shapely.line_locate_point(lines[run], points[end])
    at_end = (at_m <= AT_END_M) | (at_m >= shapely.length(lines[run]) - AT_END_M)
    mine, theirs = level[owner[end]], level[run]
    # Of two ends that meet one line is led to the other, not each to each.
    wanted = np.where(at_end, owner[end] < run, (owner[end] != run) & ((mine == theirs) | (theirs == 0)))
    return Joints(run[wanted], at_m[wanted], xy[end[wanted]])


def _with_vertices(runs: Runs, joints: list[Joints]) -> Runs:
    owner = np.repeat(np.arange(len(runs.street)), np.diff(runs.first))
    along_m = along_runs(runs.xy, runs.first)
    length_m = along_m[runs.first[1:] - 1]
    run = np.concatenate([owner, *(joint.run for joint in joints)])
    at_m = np.concatenate([along_m, *(joint.at_m for joint in joints)])
    xy = np.concatenate([runs.xy, *(joint.xy for joint in joints)])
    added = np.arange(len(run)) >= len(owner)
    # What is added at an end lies beyond it, in the order of a walk along the line.
    side = np.where(added & (at_m <= AT_END_M), -1, np.where(added & (at_m >= length_m[run] - AT_END_M), 1, 0))
    order = np.lexsort((added, at_m, side, run))
    return cleaned(xy[order], run[order], runs.street)
