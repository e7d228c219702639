"""Cuts the edges of a network into pieces at given offsets."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .graph import Network, point_on_edges, vertex_before
from .lines import spans


@dataclass(frozen=True)
class Rays:
    """Where edges leave cuts: forward rays run to the edge's end; at each offset inside an edge there are two."""

    edge: np.ndarray
    offset_m: np.ndarray
    forward: np.ndarray
    node: np.ndarray

    def take(self, rows: np.ndarray) -> Rays:
        """These rays, in this order."""
        return Rays(self.edge[rows], self.offset_m[rows], self.forward[rows], self.node[rows])


def split_edges(network: Network, rays: Rays, *, is_inner: np.ndarray, drawn: bool = True) -> Network:
    """The network with every ray's edge attached to the ray's node, cut in two where the ray starts inside the edge.

    Where it need not be drawn its edges run straight from end to end, as long as before: enough for searches.
    """
    start, end = network.start.copy(), network.end.copy()
    at_start, at_end = ~is_inner & rays.forward, ~is_inner & ~rays.forward
    start[rays.edge[at_start]] = rays.node[at_start]
    end[rays.edge[at_end]] = rays.node[at_end]
    if not is_inner.any():
        return replace(network, start=start, end=end)
    inner = rays.take(np.flatnonzero(is_inner))
    inner = inner.take(np.lexsort((inner.forward, inner.offset_m, inner.edge)))
    back, ahead = inner.take(np.arange(0, len(inner.edge), 2)), inner.take(np.arange(1, len(inner.edge), 2))
    # Cuts are in the order of (edge, offset): piece k of an edge lies between its cuts k - 1 and k.
    parent = np.repeat(np.arange(network.size), np.bincount(back.edge, minlength=network.size) + 1)
    is_first = np.diff(parent, prepend=-1) > 0
    is_last = np.append(is_first[1:], True)
    from_m, to_m = np.zeros(len(parent)), network.length_m[parent]
    from_m[~is_first], to_m[~is_last] = back.offset_m, back.offset_m
    start, end = start[parent], end[parent]
    start[~is_first], end[~is_last] = ahead.node, back.node
    shape = _pieces if drawn else _straight
    xy, along_m, first = shape(network, parent, from_m, to_m, is_first, is_last)
    return replace(
        network,
        start=start,
        end=end,
        first=first,
        xy=xy,
        along_m=along_m,
        parent=parent,
        parent_from_m=from_m,
        # The pieces share the penalty by their length: a walk over all of them pays it once.
        penalty_s=network.penalty_s[parent] * ((to_m - from_m) / network.length_m[parent]),
        **{name: getattr(network, name)[parent] for name in ("street", "forward_factor", "backward_factor")},
    )


def _pieces(
    network: Network, parent: np.ndarray, from_m: np.ndarray, to_m: np.ndarray, is_first: np.ndarray, is_last: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Vertices, metres along and first vertex of the pieces: the place of a cut, the vertices between, the next cut."""
    low, high = network.first[parent], network.first[parent + 1] - 1
    opening, closing = np.flatnonzero(~is_first), np.flatnonzero(~is_last)
    low[opening] = vertex_before(network, parent[opening], from_m[opening]) + 1
    high[closing] = vertex_before(network, parent[closing], to_m[closing])
    high[closing] -= network.along_m[high[closing]] >= to_m[closing]
    xy = [network.xy, *(point_on_edges(network, parent[rows], at[rows]) for rows, at in ((opening, from_m), (closing, to_m)))]
    along_m = np.concatenate([network.along_m, from_m[opening], to_m[closing]])
    starts, counts = np.zeros((len(parent), 3), dtype=np.int64), np.zeros((len(parent), 3), dtype=np.int64)
    starts[opening, 0], counts[opening, 0] = len(network.xy) + np.arange(len(opening)), 1
    starts[:, 1], counts[:, 1] = low, high - low + 1
    starts[closing, 2], counts[closing, 2] = len(network.xy) + len(opening) + np.arange(len(closing)), 1
    vertex, begin = spans(starts.ravel(), counts.ravel())
    first = begin[::3].copy()  # a view would keep all three columns
    return np.concatenate(xy)[vertex], along_m[vertex] - np.repeat(from_m, np.diff(first)), first


def _straight(
    network: Network, parent: np.ndarray, from_m: np.ndarray, to_m: np.ndarray, is_first: np.ndarray, is_last: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """As _pieces(), with both ends of each piece only."""
    ends = np.stack([network.first[parent], network.first[parent + 1] - 1], axis=1)
    xy = network.xy[ends]
    for side, rows, at in ((0, np.flatnonzero(~is_first), from_m), (1, np.flatnonzero(~is_last), to_m)):
        xy[rows, side] = point_on_edges(network, parent[rows], at[rows])
    along_m = np.stack([np.zeros(len(parent)), to_m - from_m], axis=1)
    return xy.reshape(-1, 2), along_m.ravel(), np.arange(0, 2 * len(parent) + 1, 2)
