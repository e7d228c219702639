"""Metres of each street inside of each area, cut at the outlines exactly; what runs on an outline counts half."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ...layers.areas.within import inside_pairs
from .barriers import segments_of
from .cells import Segments, dilated_grid, pairs
from .graph import Network, point_on_edges
from .lines import last_not_above, spans

ON_LINE_M = 1e-6
NEAR_M = 20.0  # outlines are looked for around the middle of bits of twice this length


@dataclass(frozen=True)
class _Outlines:
    """The different straight pieces of all outlines; piece k bounds the areas area[first[k]:first[k + 1]]."""

    pieces: Segments
    area: np.ndarray
    first: np.ndarray


@dataclass(frozen=True)
class _Meetings:
    """Where an outline meets an edge: from where to where, in metres, and which of the outlines' pieces.

    An outline that runs along the edge has a stretch; one that crosses or touches it a place, from and to alike.
    """

    edge: np.ndarray
    low: np.ndarray
    high: np.ndarray
    piece: np.ndarray


@dataclass(frozen=True)
class _Stretches:
    """The edges cut wherever an outline meets them, in order: edge and from where to where, in metres."""

    edge: np.ndarray
    low: np.ndarray
    high: np.ndarray

    @property
    def middle(self) -> np.ndarray:
        """The middle of each, metres from the start of its edge."""
        return (self.low + self.high) / 2


def street_metres(network: Network, shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows of (area, edge, metres)."""
    outlines = _outlines(shapes)
    meetings = _meetings(network, outlines.pieces)
    cut = _stretches(network, meetings)
    # No outline meets a stretch but at its ends: it lies in an area as its middle does.
    area, stretch = inside_pairs(point_on_edges(network, cut.edge, cut.middle), shapes)
    inside = area * np.int64(len(cut.edge)) + stretch
    on_outline = _on_outlines(network, meetings, cut, outlines)
    inside = inside[~_are_among(inside, stretch, on_outline, len(cut.edge))] if len(on_outline) else inside
    weight = np.repeat([1.0, 0.5], [len(inside), len(on_outline)])
    area, stretch = np.divmod(np.concatenate([inside, on_outline]), max(len(cut.edge), 1))
    return area, cut.edge[stretch], weight * (cut.high - cut.low)[stretch]


def _outlines(shapes: np.ndarray) -> _Outlines:
    """Neighbours and the areas that hold them share most of their outlines: each piece is met once."""
    drawn, area = segments_of(shapely.boundary(shapes))
    (ax, ay), (bx, by) = drawn.a.T, drawn.b.T
    turned = ((ax > bx) | ((ax == bx) & (ay > by)))[:, None]
    ends = np.concatenate([np.where(turned, drawn.b, drawn.a), np.where(turned, drawn.a, drawn.b)], axis=1)
    order = np.lexsort(ends.T)
    ends = ends[order]
    new = np.ones(len(ends), dtype=bool)
    new[1:] = (ends[1:] != ends[:-1]).any(axis=1)
    first = np.flatnonzero(new)
    return _Outlines(Segments(ends[first, :2], ends[first, 2:]), area[order], np.append(first, len(ends)))


def _meetings(network: Network, outlines: Segments) -> _Meetings:
    vertex = network.segment_vertex
    start, step = network.xy[vertex], network.xy[vertex + 1] - network.xy[vertex]
    length = np.hypot(step[:, 0], step[:, 1])
    # Long pieces look around in several places.
    bits = np.ceil(length / (2 * NEAR_M)).astype(np.int64)
    bit, first = spans(np.zeros(len(vertex), dtype=np.int64), bits)
    street = np.repeat(np.arange(len(vertex)), np.diff(first))
    grid = dilated_grid(outlines, reach_m=NEAR_M)
    cell = grid.cells(start[street] + step[street] * ((bit + 0.5) / bits[street])[:, None])
    near = np.flatnonzero(cell >= 0)
    piece, row, _ = pairs(grid, cell[near])
    street = street[near][row]
    low, high = _met(start[street], step[street], outlines.a[piece], outlines.b[piece])
    met = np.flatnonzero(np.isfinite(low))
    street = street[met]
    from_m, metres = network.along_m[vertex[street]], length[street]
    return _Meetings(network.segment_edge[street], from_m + low[met] * metres, from_m + high[met] * metres, piece[met])


def _met(start: np.ndarray, step: np.ndarray, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Shares of each straight piece between which the outline a to b runs along it or where it meets it; NaN where it does not."""
    wall, apart = b - a, a - start
    turn, length = _cross(step, wall), np.hypot(step[:, 0], step[:, 1])
    off_a, off_b = _cross(step, apart), _cross(step, b - start)
    slack, wall_slack = ON_LINE_M / length, ON_LINE_M / np.hypot(wall[:, 0], wall[:, 1])
    with np.errstate(divide="ignore", invalid="ignore"):
        at, on_wall = _cross(apart, wall) / turn, -off_a / turn
    # To touch is to meet: a place too many parts a street in vain, one too few would give it to the wrong area.
    crosses = (turn != 0) & (at >= -slack) & (at <= 1 + slack) & (on_wall >= -wall_slack) & (on_wall <= 1 + wall_slack)
    low = np.where(crosses, at.clip(0, 1), np.nan)
    high = low.copy()
    rows = np.flatnonzero(np.maximum(np.abs(off_a), np.abs(off_b)) <= ON_LINE_M * length)
    ends = np.stack([(apart[rows] * step[rows]).sum(axis=1), ((b - start)[rows] * step[rows]).sum(axis=1)]) / length[rows] ** 2
    ends = np.sort(ends, axis=0).clip(0, 1)
    along = ends[1] - ends[0] > slack[rows]
    low[rows[along]], high[rows[along]] = ends[0, along], ends[1, along]
    return low, high


def _stretches(network: Network, meetings: _Meetings) -> _Stretches:
    apart = np.flatnonzero(meetings.high > meetings.low)
    edge = np.concatenate([np.arange(network.size), meetings.edge, meetings.edge[apart]])
    low = np.concatenate([np.zeros(network.size), meetings.low, meetings.high[apart]])
    order = np.lexsort((low, edge))
    edge, low = edge[order], low[order]
    high = network.length_m[edge]
    inner = np.flatnonzero(edge[1:] == edge[:-1])
    high[inner] = low[inner + 1]
    real = high > low
    return _Stretches(edge[real], low[real], high[real])


def _on_outlines(network: Network, meetings: _Meetings, cut: _Stretches, outlines: _Outlines) -> np.ndarray:
    """Which stretches run on the outline of which area, each once, as area * stretches + stretch."""
    rows = np.flatnonzero(meetings.high > meetings.low)
    edge, middle = meetings.edge[rows], cut.middle
    begin, end = np.searchsorted(cut.edge, edge), np.searchsorted(cut.edge, edge, side="right") - 1
    first, last = (last_not_above(middle, at[rows], begin, end) for at in (meetings.low, meetings.high))
    first, last = first + (middle[first] <= meetings.low[rows]), last + (middle[last] <= meetings.high[rows])
    stretch, of_meeting = spans(first, np.maximum(last - first, 0))
    piece = np.repeat(meetings.piece[rows], np.diff(of_meeting))
    place, of_piece = spans(outlines.first[piece], outlines.first[piece + 1] - outlines.first[piece])
    return np.unique(outlines.area[place] * np.int64(len(cut.edge)) + np.repeat(stretch, np.diff(of_piece)))


def _are_among(inside: np.ndarray, stretch: np.ndarray, on_outline: np.ndarray, stretches: int) -> np.ndarray:
    """Whether each (area * stretches + stretch) inside is among those on an outline; most stretches run on none."""
    outer = np.zeros(stretches, dtype=bool)
    outer[on_outline % stretches] = True
    asked = np.flatnonzero(outer[stretch])
    among = np.zeros(len(inside), dtype=bool)
    among[asked] = np.isin(inside[asked], on_outline)
    return among


def _cross(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    return u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
