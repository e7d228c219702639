"""The parts of each edge that lie within a limit, from both of its ends and from places on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .access import equal_pairs
from .costlines import CostLines, Ends, cost_lines, per_metre, within
from .graph import Network, point_on_edges, vertex_before
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
    not paid inside it. A round trip costs half of both ways only where they are alike: see placereach.
    """
    lines = within(all_lines(network, node_cost, starts, unit=unit, direction=direction), limit)
    return merged(network, lines.row, lines.low_m, lines.high_m)


def all_lines(network: Network, node_cost: np.ndarray, starts: Starts, *, unit: str, direction: str) -> CostLines:
    """The cost lines of all edges; rows are edges, labels are not told."""
    none, same = np.zeros(network.size, dtype=int), np.zeros(len(starts.edge), dtype=int)
    start, end = node_cost[network.start], node_cost[network.end]
    ends = Ends(np.arange(network.size), start, end, none, none, starts.edge, starts.offset_m, starts.cost, same)
    return cost_lines(network, ends, unit=unit, direction=direction)


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
    """As per_metre(); of a round trip half of both ways."""
    there, back = per_metre(network, unit, direction)
    return ((there + back) / 2, (there + back) / 2) if direction == ROUND_TRIP else (there, back)


def merged(network: Network, edge: np.ndarray, from_m: np.ndarray, to_m: np.ndarray) -> Reach:
    """Parts that overlap or meet on their edge joined to one; parts without length are left out."""
    edge, from_m, to_m = joined(edge, network.length_m[edge], from_m, to_m)
    return Reach(edge, from_m, to_m)


def joined(row: np.ndarray, length_m: np.ndarray, from_m: np.ndarray, to_m: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """As merged(), for parts by row; length_m is that of each part's edge."""
    # Shares of the edge, two apart between rows: one running maximum serves all rows.
    begin, finish = 2.0 * row + from_m / length_m, 2.0 * row + to_m / length_m
    order = np.argsort(begin, kind="stable")
    begin, farthest = begin[order], np.maximum.accumulate(finish[order])
    opens = np.ones(len(order), dtype=bool)
    opens[1:] = begin[1:] > farthest[:-1] + NO_LENGTH_M / np.maximum(length_m[order][1:], 1)
    first = np.flatnonzero(opens)
    if not len(first):
        return row, from_m, to_m
    row, from_m, to_m = row[order][first], from_m[order][first], np.maximum.reduceat(to_m[order], first)
    kept = to_m - from_m > NO_LENGTH_M
    return row[kept], from_m[kept], to_m[kept]


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
