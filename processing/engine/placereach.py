"""What is reached from each of many places: one search for a batch of them, each in its own surroundings.

    around = Surroundings.of(network, unit=unit, direction=direction)
    lines, edge, place = around.lines([access.of(group) for group in groups], limit)

A walk is never shorter than the straight line, so that no place is reached from farther than the limit at the highest
speed: the nodes within that radius are copied for each place, and one search runs on all copies side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from ...layers.progress import SILENT, Progress
from .access import Access
from .costlines import CostLines, Ends, cost_lines, trips, within
from .graph import SECONDS, Network, point_on_edges
from .lines import spans
from .reach import Reach, Starts, joined, merged, reach
from .search import FROM_FACILITY, ROUND_TRIP, TO_FACILITY, SearchGraph, costs_within, legs, search_graph

BATCH = 32  # places searched together
SLACK_M = 0.01  # rounding of straight distances


@dataclass(frozen=True)
class Surroundings:
    """A network prepared for searches around places."""

    network: Network
    unit: str
    graphs: tuple[SearchGraph, ...]  # two for a round trip whose ways there and back differ
    tree: cKDTree
    first: np.ndarray  # (nodes + 1,) where each node's edges begin in edge
    edge: np.ndarray
    metres_per_cost: float  # at the highest speed

    @staticmethod
    def of(network: Network, *, unit: str, direction: str) -> Surroundings:
        """The surroundings of a network."""
        two_ways = direction == ROUND_TRIP and not network.is_symmetric
        one_way = FROM_FACILITY if direction == FROM_FACILITY else TO_FACILITY
        directions = (TO_FACILITY, FROM_FACILITY) if two_ways else (one_way,)
        ends = np.concatenate([network.start, network.end])
        order = np.argsort(ends, kind="stable")
        first = np.concatenate([[0], np.cumsum(np.bincount(ends, minlength=len(network.node_xy)))])
        fastest = max(network.forward_factor.max(), network.backward_factor.max()) * network.speed_ms
        return Surroundings(
            network,
            unit,
            tuple(search_graph(network, unit=unit, direction=direction) for direction in directions),
            cKDTree(network.node_xy),
            first,
            np.tile(np.arange(network.size), 2)[order],
            fastest if unit == SECONDS else 1.0,
        )

    def ends(self, places: Sequence[Access], limit: float) -> EdgeEnds:
        """What it costs between each place and both ends of the edges around it, as far as the limit reaches."""
        copies = _copied(self, places, limit * len(self.graphs))
        # A way there may be long where the way back is short.
        found = [_end_costs(graph, copies, limit * len(self.graphs)) for graph in self.graphs]
        return EdgeEnds(copies.edge, copies.place, copies.access, tuple(found))

    def lines(self, places: Sequence[Access], limit: float) -> tuple[CostLines, np.ndarray, np.ndarray]:
        """The cost lines around each place as far as the limit reaches, and the edge and place of every row.

        Rows ascend by place and edge; labels are the positions of the places.
        """
        copies = _copied(self, places, limit * len(self.graphs))
        # A way there may be long where the way back is short.
        found = [_lines(self, graph, copies, limit * len(self.graphs)) for graph in self.graphs]
        return (found[0] if len(found) == 1 else trips(*found)), copies.edge, copies.place


@dataclass(frozen=True)
class EdgeEnds:
    """The edges around the places of a batch, ascending by place and edge, and what both ends of each cost."""

    edge: np.ndarray  # (rows,)
    place: np.ndarray  # (rows,)
    access: Access  # all places' ways onto the network; points are the places
    costs: tuple[tuple[np.ndarray, np.ndarray], ...]  # by search graph, of start and end; inf beyond the limit


@dataclass(frozen=True)
class _Copies:
    """The surroundings of each place of a batch, one after another."""

    access: Access  # all places' ways onto the network
    place_of_access: np.ndarray
    key: np.ndarray  # (nodes,) place × nodes of the network + node, ascending
    edge: np.ndarray  # (rows,)
    place: np.ndarray  # (rows,)

    def at(self, place: np.ndarray, node: np.ndarray, size: int) -> np.ndarray:
        """The position of nodes among the copies of a place; -1 beyond its radius."""
        key = place * size + node
        position = np.minimum(np.searchsorted(self.key, key), max(len(self.key) - 1, 0))
        return np.where(self.key[position] == key, position, -1) if len(self.key) else np.full(len(key), -1)


def _copied(around: Surroundings, places: Sequence[Access], limit: float) -> _Copies:
    network = around.network
    edge, offset_m, leg_m = (np.concatenate([getattr(part, name) for part in places]) for name in ("edge", "offset_m", "leg_m"))
    place = np.repeat(np.arange(len(places)), [len(part.edge) for part in places])
    leg = leg_m / network.speed_ms if around.unit == SECONDS else leg_m
    radius_m = np.maximum(limit - leg, 0) * around.metres_per_cost + SLACK_M
    near = around.tree.query_ball_point(point_on_edges(network, edge, offset_m), radius_m)
    node = np.concatenate([np.asarray(nodes, dtype=np.int64) for nodes in near])
    size = len(network.node_xy)
    key = np.unique(np.repeat(place, [len(nodes) for nodes in near]) * size + node)
    touched, first = spans(around.first[key % size], np.diff(around.first)[key % size])
    # A place's own edge counts also where both its ends lie too far away.
    rows = np.concatenate([np.repeat(key // size, np.diff(first)) * network.size + around.edge[touched], place * network.size + edge])
    rows = np.unique(rows)
    return _Copies(Access(place, edge, offset_m, leg_m, len(places)), place, key, rows % network.size, rows // network.size)


def _lines(around: Surroundings, graph: SearchGraph, copies: _Copies, limit: float) -> CostLines:
    network, access = around.network, copies.access
    start, end = _end_costs(graph, copies, limit)
    row = np.searchsorted(copies.place * network.size + copies.edge, copies.place_of_access * network.size + access.edge)
    leg = access.leg_m / network.speed_ms if around.unit == SECONDS else access.leg_m
    ends = Ends(copies.edge, start, end, copies.place, copies.place, row, access.offset_m, leg, copies.place_of_access)
    return cost_lines(network, ends, unit=around.unit, direction=graph.direction)


def _end_costs(graph: SearchGraph, copies: _Copies, limit: float) -> tuple[np.ndarray, np.ndarray]:
    """The cost of the start and of the end of every copied edge, inf beyond limit."""
    network, cost = graph.network, np.append(_costs(graph, copies, limit), np.inf)
    size = len(network.node_xy)
    start, end = (cost[copies.at(copies.place, nodes[copies.edge], size)] for nodes in (network.start, network.end))
    return start, end


def _costs(graph: SearchGraph, copies: _Copies, limit: float) -> np.ndarray:
    """Cost of each copied node to its place, inf beyond limit."""
    network, access, arrows = graph.network, copies.access, graph.arrows
    size, nodes, sources = len(network.node_xy), len(copies.key), len(access.edge)
    arrow, first = spans(arrows.first[copies.key % size], np.diff(arrows.first)[copies.key % size])
    head = copies.at(np.repeat(copies.key // size, np.diff(first)), arrows.head[arrow], size)
    way = legs(graph, access, outbound=graph.direction == FROM_FACILITY)
    ends = [copies.at(copies.place_of_access, nodes_[access.edge], size) for nodes_ in (network.start, network.end)]
    tail = np.concatenate([np.repeat(np.arange(nodes), np.diff(first)), np.repeat(np.arange(nodes, nodes + sources), 2)])
    head = np.concatenate([head, np.stack(ends, axis=1).ravel()])
    cost = np.concatenate([arrows.cost[arrow], np.stack([way.start, way.end], axis=1).ravel()])
    kept = head >= 0
    counts = np.bincount(tail[kept], minlength=nodes + sources)
    matrix = csr_matrix((cost[kept], head[kept], np.concatenate([[0], np.cumsum(counts)])), (nodes + sources,) * 2)
    return dijkstra(matrix, indices=np.arange(nodes, nodes + sources), min_only=True, limit=limit)[:nodes]


def reaches_around(around: Surroundings, places: Sequence[Access], limits: Sequence[float]) -> list[Reach]:
    """What each place reaches within each limit, place by place; limits in the unit of the search."""
    lines, edge, place = around.lines(places, max(limits))
    by_limit = [_split(around.network, within(lines, limit), edge, place, len(places)) for limit in limits]
    return [by_limit[k][one] for one in range(len(places)) for k in range(len(limits))]


def _split(network: Network, lines: CostLines, edge: np.ndarray, place: np.ndarray, places: int) -> list[Reach]:
    row, from_m, to_m = joined(lines.row, network.length_m[edge[lines.row]], lines.low_m, lines.high_m)
    cuts = np.searchsorted(place[row], np.arange(places + 1))
    return [Reach(edge[row[low:high]], from_m[low:high], to_m[low:high]) for low, high in zip(cuts[:-1], cuts[1:])]


def united(network: Network, reaches: Sequence[Reach]) -> Reach:
    """What any of these reaches holds."""
    return merged(network, *(np.concatenate([getattr(one, name) for one in reaches]) for name in ("edge", "from_m", "to_m")))


def reaches_of_all(
    network: Network, access: Access, limits: Sequence[float], *, unit: str, direction: str, progress: Progress = SILENT
) -> list[Reach]:
    """What is reached from the nearest of all points of access within each limit.

    A round trip leads there and back to one and the same place: where the ways differ each place is searched from.
    """
    if direction == ROUND_TRIP and not network.is_symmetric:
        around, places, found = Surroundings.of(network, unit=unit, direction=direction), np.unique(access.point), []
        # Batches, so that the surroundings of a thousand places are never held together.
        for k in range(0, len(places), BATCH):
            progress.at(k / len(places))
            found += reaches_around(around, [access.of(np.array([place])) for place in places[k : k + BATCH]], limits)
        return [united(network, found[k :: len(limits)]) for k in range(len(limits))]
    one_way = FROM_FACILITY if direction == FROM_FACILITY else TO_FACILITY
    cost = costs_within(search_graph(network, unit=unit, direction=one_way), access, limit=max(limits))
    starts = Starts(access.edge, access.offset_m, access.leg_m / network.speed_ms if unit == SECONDS else access.leg_m)
    return [reach(network, cost, starts, limit=limit, unit=unit, direction=one_way) for limit in limits]
