"""Where people can come through walls: streets that cross them or end at them, gates that are known, doorplates that say so."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .barriers import segments_of
from .gaps import GAP_M
from .gates import GATE_TOLERANCE_M
from .graph import Network
from .walls import wall_crossings

POST_M = 1.0  # from the outermost path of a wide gate to its posts


@dataclass(frozen=True)
class Passages:
    """Groups of places where streets meet one wall line: each group is one gate."""

    wall: np.ndarray  # (groups,) position of the wall line
    xy: np.ndarray  # (groups, 2) where the gate stands
    low_m: np.ndarray  # (groups,) where along the wall its paths begin
    high_m: np.ndarray
    wide: np.ndarray  # (groups,) one gate does not serve all its paths unless the wall opens from low to high


def passages(network: Network, lines: np.ndarray, is_new: np.ndarray, *, on_ground: np.ndarray, same_gate_m: float) -> Passages:
    """Where the given edges cross or end at wall lines; nearer than same_gate_m along a new wall they are one gate.

    Walls that are there already stay as they are drawn: there only what one gate serves is one.
    """
    segments, wall = segments_of(lines)
    found = wall_crossings(network, segments, wall, edges=on_ground)
    ends, at_wall = _dead_ends(network, lines, on_ground)
    xy, wall = np.concatenate([found.xy, ends]), np.concatenate([found.wall, at_wall])
    along_m = shapely.line_locate_point(lines[wall], shapely.points(xy))
    order = np.lexsort((along_m, wall))
    return _grouped(lines, xy[order], wall[order], along_m[order], is_new, same_gate_m)


def _dead_ends(network: Network, lines: np.ndarray, on_ground: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Ends of streets at which nothing goes on, a gate's tolerance or less from a wall, moved onto it; and the wall."""
    ends = np.concatenate([network.start[on_ground], network.end[on_ground]])
    all_ends = np.bincount(np.concatenate([network.start, network.end]), minlength=len(network.node_xy))
    xy = network.node_xy[ends[all_ends[ends] == 1]]
    if not len(lines) or not len(xy):
        return np.zeros((0, 2)), np.zeros(0, dtype=int)
    point, wall = shapely.STRtree(lines).query_nearest(shapely.points(xy), max_distance=GATE_TOLERANCE_M, all_matches=False)
    foot = shapely.line_interpolate_point(lines[wall], shapely.line_locate_point(lines[wall], shapely.points(xy[point])))
    return shapely.get_coordinates(foot), wall


def _grouped(lines: np.ndarray, xy: np.ndarray, wall: np.ndarray, along_m: np.ndarray, is_new: np.ndarray, same_gate_m: float) -> Passages:
    if not len(xy):
        nothing = np.zeros(0)
        return Passages(wall, xy, nothing, nothing, np.zeros(0, dtype=bool))
    first = np.ones(len(xy), dtype=bool)
    first_m = 0.0
    # One after the other along each wall: whether a place joins a group depends on where the group began.
    for row in range(len(xy)):
        step_m, widest_m = (same_gate_m, GAP_M - 2 * POST_M) if is_new[wall[row]] else (GATE_TOLERANCE_M, GATE_TOLERANCE_M)
        near = row > 0 and wall[row] == wall[row - 1] and along_m[row] - along_m[row - 1] <= step_m
        first[row] = not (near and along_m[row] - first_m <= widest_m)
        first_m = along_m[row] if first[row] else first_m
    begin = np.flatnonzero(first)
    end = np.append(begin[1:], len(xy))
    middle = begin + (end - begin - 1) // 2
    apart_m = np.hypot(*(xy - np.repeat(xy[middle], end - begin, axis=0)).T)
    wide = np.maximum.reduceat(apart_m, begin) > GATE_TOLERANCE_M
    return Passages(wall[begin], xy[middle], along_m[begin] - POST_M, along_m[end - 1] + POST_M, wide & is_new[wall[begin]])


def opened(line: shapely.LineString, spans_m: list[tuple[float, float]]) -> list[shapely.LineString]:
    """The line without these parts, given as metres along it, ascending and apart."""
    length_m, closed = shapely.length(line), shapely.is_closed(line)
    stops = [0.0, *(max(stop, 0.0) for span in spans_m for stop in span), length_m]
    parts = [_part(line, low, min(high, length_m)) for low, high in zip(stops[::2], stops[1::2]) if high - low > 1e-6]
    if closed and len(parts) > 1 and stops[1] > 0 and stops[-2] < length_m:
        # A ring begins anywhere: its last and its first part are one.
        joined = np.concatenate([shapely.get_coordinates(parts[-1]), shapely.get_coordinates(parts[0])[1:]])
        parts = [shapely.linestrings(joined), *parts[1:-1]]
    return parts


def _part(line: shapely.LineString, low_m: float, high_m: float) -> shapely.LineString:
    xy = shapely.get_coordinates(line)
    at_m = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    inner = xy[(at_m > low_m + 1e-9) & (at_m < high_m - 1e-9)]
    ends = shapely.get_coordinates([shapely.line_interpolate_point(line, low_m), shapely.line_interpolate_point(line, high_m)])
    return shapely.linestrings(np.concatenate([ends[:1], inner, ends[1:]]))
