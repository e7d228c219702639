"""The parts of each edge that lie within a limit, from both of its ends and from places on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .access import equal_pairs
from .graph import Network, edge_costs, point_on_edges, vertex_before
from .lines import spans
from .search import ROUND_TRIP, TO_FACILITY

NO_LENGTH_M = 1e-6  # shorter parts are rounding


@dataclass(frozen=True)
class Starts:
    """Places on edges that a search starts from, each with the cost of its own access leg."""

    edge: np.ndarray
    offset_m: np.ndarray
    cost: np.ndarray  # in the unit of the search


@dataclass(frozen=True)
class Reach:
    """Disjoint parts of edges, in the order of edges and of metres from their start."""

    edge: np.ndarray
    from_m: np.ndarray
    to_m: np.ndarray

    @property
    def length_m(self) -> float:
        """Metres of all parts together."""
        return float((self.to_m - self.from_m).sum())

    def take(self, rows: np.ndarray) -> Reach:
        """These parts."""
        return Reach(self.edge[rows], self.from_m[rows], self.to_m[rows])


def reach(network: Network, node_cost: np.ndarray, starts: Starts, *, limit: float, unit: str, direction: str = TO_FACILITY) -> Reach:
    """The parts of edges from which (or to which) the cost is at most limit.

    node_cost is the cost of each node, inf where there is no way; unit is SECONDS or METRES of graph. An edge reached
    from both ends may give two parts, and places on it further ones; parts that meet are one. The penalty of an edge is
    not paid inside it.
    """
    to_start, to_end = _per_metre(network, unit, direction)
    length_m = network.length_m
    from_start = np.minimum((limit - node_cost[network.start]) / to_start, length_m)
    from_end = np.minimum((limit - node_cost[network.end]) / to_end, length_m)
    left, right = np.flatnonzero(from_start >= 0), np.flatnonzero(from_end >= 0)
    rest = limit - starts.cost
    near = np.flatnonzero(rest >= 0)
    edge, offset, rest = starts.edge[near], starts.offset_m[near], rest[near]
    return merged(
        network,
        np.concatenate([left, right, edge]),
        # A walk to a place on the edge from behind it goes towards the end, from before it towards the start.
        np.concatenate([np.zeros(len(left)), length_m[right] - from_end[right], np.maximum(offset - rest / to_end[edge], 0)]),
        np.concatenate([from_start[left], length_m[right], np.minimum(offset + rest / to_start[edge], length_m[edge])]),
    )


def cost_at(
    network: Network, node_cost: np.ndarray, starts: Starts, edge: np.ndarray, offset_m: np.ndarray, *, unit: str, direction: str
) -> np.ndarray:
    """The cost at a place on each given edge: by way of its start, of its end, or along it to a place that a search starts from."""
    to_start, to_end = _per_metre(network, unit, direction)
    cost = np.minimum(
        node_cost[network.start[edge]] + offset_m * to_start[edge],
        node_cost[network.end[edge]] + (network.length_m[edge] - offset_m) * to_end[edge],
    )
    place, start = equal_pairs(edge, starts.edge)
    step_m = starts.offset_m[start] - offset_m[place]
    rate = np.where(step_m > 0, to_end[edge[place]], to_start[edge[place]])
    np.minimum.at(cost, place, starts.cost[start] + np.abs(step_m) * rate)
    return cost


def _per_metre(network: Network, unit: str, direction: str) -> tuple[np.ndarray, np.ndarray]:
    """Cost of a metre between a place on each edge and its start, and its end, in the direction of the walk."""
    forwards, backwards, _ = edge_costs(network, unit)
    if direction == ROUND_TRIP:
        both = (forwards + backwards) / 2 / network.length_m
        return both, both
    to_start, to_end = (backwards, forwards) if direction == TO_FACILITY else (forwards, backwards)
    return to_start / network.length_m, to_end / network.length_m


def merged(network: Network, edge: np.ndarray, from_m: np.ndarray, to_m: np.ndarray) -> Reach:
    """Parts that overlap or meet on their edge joined to one; parts without length are left out."""
    length_m = network.length_m[edge]
    # Shares of the edge, two apart between edges: one running maximum serves all edges.
    begin, finish = 2.0 * edge + from_m / length_m, 2.0 * edge + to_m / length_m
    order = np.argsort(begin, kind="stable")
    begin, farthest = begin[order], np.maximum.accumulate(finish[order])
    opens = np.ones(len(order), dtype=bool)
    opens[1:] = begin[1:] > farthest[:-1] + NO_LENGTH_M / np.maximum(length_m[order][1:], 1)
    first = np.flatnonzero(opens)
    if not len(first):
        return Reach(edge, from_m, to_m)
    found = Reach(edge[order][first], from_m[order][first], np.maximum.reduceat(to_m[order], first))
    return found.take(found.to_m - found.from_m > NO_LENGTH_M)


def is_whole(network: Network, parts: Reach) -> np.ndarray:
    """Whether each part is its whole edge."""
    return (parts.from_m <= NO_LENGTH_M) & (parts.to_m >= network.length_m[parts.edge] - NO_LENGTH_M)


def lines_of(network: Network, parts: Reach) -> np.ndarray:
    """The parts as lines."""
    return _lines(network, parts, np.arange(len(parts.edge)))


def chained(network: Network, parts: Reach) -> np.ndarray:
    """The parts as lines, those of one street that follow each other without a gap as one line."""
    edge = parts.edge
    follows = np.zeros(len(edge), dtype=bool)
    follows[1:] = (
        (edge[1:] == edge[:-1] + 1)
        & (network.street[edge[1:]] == network.street[edge[:-1]])
        & (network.start[edge[1:]] == network.end[edge[:-1]])
        & (parts.from_m[1:] <= NO_LENGTH_M)
        & (parts.to_m[:-1] >= network.length_m[edge[:-1]] - NO_LENGTH_M)
    )
    return _lines(network, parts, np.cumsum(~follows) - 1)


def _lines(network: Network, parts: Reach, line: np.ndarray) -> np.ndarray:
    """Lines of parts; line numbers them from 0, ascending."""
    edge, rows = parts.edge, np.arange(len(parts.edge))
    if not len(rows):
        return np.zeros(0, dtype=object)
    before, after = vertex_before(network, edge, parts.from_m), vertex_before(network, edge, parts.to_m)
    # Vertices strictly between both ends.
    ends_at_vertex = network.along_m[after] >= parts.to_m
    inner_count = np.maximum(after - before - ends_at_vertex, 0)
    inner, _ = spans(before + 1, inner_count)
    xy = np.concatenate([point_on_edges(network, edge, parts.from_m), network.xy[inner], point_on_edges(network, edge, parts.to_m)])
    # Begin, inner vertices in their order, finish of each part.
    part = np.concatenate([rows, np.repeat(rows, inner_count), rows])
    rank = np.repeat([0, 1, 2], [len(rows), len(inner), len(rows)])
    order = np.lexsort((rank, part))
    return shapely.linestrings(xy[order], indices=line[part[order]])


def edge_lines(network: Network) -> np.ndarray:
    """All edges as lines."""
    return shapely.linestrings(network.xy, indices=np.repeat(np.arange(network.size), np.diff(network.first)))
