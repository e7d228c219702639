"""Metres of each street inside of each area, cut at the outlines exactly; what runs on an outline counts half."""

from __future__ import annotations

import numpy as np
import shapely

from ...layers.areas.ground import insides
from .barriers import segments_of
from .graph import Network
from .lines import spans

ON_LINE_M = 1e-6


def street_metres(network: Network, shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows of (area, edge, metres)."""
    shapely.prepare(shapes)
    outline, area = segments_of(shapely.boundary(shapes))
    low, high = np.minimum(outline.a, outline.b) - ON_LINE_M, np.maximum(outline.a, outline.b) + ON_LINE_M
    line, edge = network.edge_tree().query(shapely.box(*low.T, *high.T))
    near = np.unique(area[line] * np.int64(network.size) + edge)
    # Streets far from an area's outline lie in it as their first vertex does.
    whole_area, whole_edge = _whole(network, shapes, near)
    cut_area, cut_edge, metres = _cut(network, shapes, near, outline.a[line], outline.b[line], area[line], edge)
    return np.append(whole_area, cut_area), np.append(whole_edge, cut_edge), np.append(network.length_m[whole_edge], metres)


def _whole(network: Network, shapes: np.ndarray, near: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    first = network.xy[network.first[:-1]]
    rows = [edges + area * np.int64(network.size) for area, edges in enumerate(insides(first, shapes))]
    found = np.setdiff1d(np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64), near)
    return found // network.size, found % network.size


def _cut(
    network: Network, shapes: np.ndarray, near: np.ndarray, a: np.ndarray, b: np.ndarray, area: np.ndarray, edge: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The pieces of streets near an outline; a to b are outline segments of an area, each beside an edge."""
    vertices = np.diff(network.first) - 1
    # Rows of (outline segment, straight piece of the edge).
    vertex, begin = spans(network.first[edge], vertices[edge])
    row = np.repeat(np.arange(len(edge)), np.diff(begin))
    place = area[row] * np.int64(len(network.xy)) + vertex
    start, step = network.xy[vertex], network.xy[vertex + 1] - network.xy[vertex]
    on_low, on_high, at = _meetings(start, step, a[row], b[row])
    # Each piece begins at 0 and wherever an outline meets it.
    base = np.unique(_places(network, near, vertices))
    crossed = np.isfinite(at)
    along = np.isfinite(on_low)
    at_place = np.concatenate([base, place[crossed], place[along], place[along]])
    share = np.concatenate([np.zeros(len(base)), at[crossed], on_low[along], on_high[along]])
    order = np.lexsort((share, at_place))
    at_place, share = at_place[order], share[order]
    until = np.append(np.where(np.diff(at_place) == 0, share[1:], 1.0), 1.0)[: len(share)]
    where, vertex = at_place // len(network.xy), at_place % len(network.xy)
    way = network.xy[vertex + 1] - network.xy[vertex]
    middle = network.xy[vertex] + way * ((share + until) / 2)[:, None]
    weight = shapely.intersects_xy(shapes[where], middle[:, 0], middle[:, 1]).astype(float)
    weight[_on_outline(at_place, (share + until) / 2, place[along], on_low[along], on_high[along])] = 0.5
    owner = np.searchsorted(network.first, vertex, side="right") - 1
    return where, owner, weight * np.hypot(way[:, 0], way[:, 1]) * (until - share)


def _places(network: Network, near: np.ndarray, vertices: np.ndarray) -> np.ndarray:
    area, edge = near // network.size, near % network.size
    vertex, begin = spans(network.first[edge], vertices[edge])
    return np.repeat(area, np.diff(begin)) * np.int64(len(network.xy)) + vertex


def _meetings(start: np.ndarray, step: np.ndarray, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Shares of each straight piece between which the outline runs along it, and where it crosses; NaN where not."""
    wall, apart = b - a, a - start
    square, turn = (step * step).sum(axis=1), _cross(step, wall)
    length = np.sqrt(square)
    off_m = np.maximum(np.abs(_cross(step, a - start)), np.abs(_cross(step, b - start))) / length
    ends = np.sort(np.stack([((a - start) * step).sum(axis=1), ((b - start) * step).sum(axis=1)]) / square, axis=0).clip(0, 1)
    along = (off_m <= ON_LINE_M) & (ends[1] - ends[0] > ON_LINE_M / length)
    with np.errstate(divide="ignore", invalid="ignore"):
        at, on_wall = _cross(apart, wall) / turn, _cross(apart, step) / turn
    crosses = ~along & (turn != 0) & (at > 0) & (at < 1) & (on_wall >= 0) & (on_wall <= 1)
    return np.where(along, ends[0], np.nan), np.where(along, ends[1], np.nan), np.where(crosses, at, np.nan)


def _on_outline(place: np.ndarray, middle: np.ndarray, line: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Which pieces lie in one of the stretches (low to high) of their place that run along an outline."""
    found = np.zeros(len(place), dtype=bool)
    begin, end = np.searchsorted(place, line), np.searchsorted(place, line, side="right")
    piece, first = spans(begin, end - begin)
    stretch = np.repeat(np.arange(len(line)), np.diff(first))
    found[piece[(middle[piece] > low[stretch]) & (middle[piece] < high[stretch])]] = True
    return found


def _cross(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    return u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
