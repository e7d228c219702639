"""One search from many places at once: what it costs to walk from each node to the nearest of them.

The graph is searched from the facilities backwards, so that a cost is that of the walk home -> facility;
`from_facility` searches forwards, and gates for residents then let in instead of out. Each place is an extra node
with arcs outwards only, so a walk never takes a short cut through a facility.

    graph = search_graph(network, unit="s", direction="to_facility")
    field = search(graph, access, labels)      # field.cost, field.other, field.label by node
    found = nearest(graph, field, access, labels, homes)   # the same by home
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from .access import Access
from .graph import METRES, SECONDS, Network, edge_costs

TO_FACILITY, FROM_FACILITY, ROUND_TRIP = "to_facility", "from_facility", "round_trip"
TIE = 1e-9  # seconds or metres within which two walks are equally long
NO_LABEL = np.int32(np.iinfo(np.int32).max)


@dataclass(frozen=True)
class Arrows:
    """Arcs packed by the node they leave: what a search follows, what it minimises, what it only counts."""

    first: np.ndarray  # (nodes + 1,)
    tail: np.ndarray
    head: np.ndarray
    cost: np.ndarray
    other: np.ndarray


@dataclass(frozen=True)
class SearchGraph:
    """A network's arcs in the direction in which a search follows them."""

    network: Network
    unit: str  # SECONDS or METRES: what is minimised
    direction: str
    arrows: Arrows  # none leads to a dead end: no walk passes one
    last: Arrows  # those that lead to the dead ends


@dataclass(frozen=True)
class Walks:
    """Cost to the nearest place, the same walk in the other unit, and the label of that place; by node, access row or point."""

    cost: np.ndarray
    other: np.ndarray
    label: np.ndarray


@dataclass(frozen=True)
class Legs:
    """What it costs to get from access rows to their edges' ends (or back), in both units."""

    start: np.ndarray
    end: np.ndarray
    other_start: np.ndarray
    other_end: np.ndarray


def other_unit(unit: str) -> str:
    """Metres for seconds, seconds for metres."""
    return METRES if unit == SECONDS else SECONDS


def search_graph(network: Network, *, unit: str, direction: str = TO_FACILITY) -> SearchGraph:
    """The arcs of a network for searches that minimise seconds ("s") or metres ("m")."""
    arcs = network.arcs
    tail, head = arcs.head, arcs.tail
    if direction == FROM_FACILITY:
        gate = arcs.edge < 0
        tail, head = np.where(gate, arcs.head, arcs.tail), np.where(gate, arcs.tail, arcs.head)
    cost, other = (arcs.seconds, arcs.metres) if unit == SECONDS else (arcs.metres, arcs.seconds)
    size = len(network.node_xy)
    rows = _cheapest(tail.astype(np.int64) * size + head, cost, other, np.flatnonzero(tail != head))
    is_last = np.bincount(np.concatenate([arcs.tail, arcs.head]), minlength=size)[head[rows]] == 2
    kept, last = (_packed(size, tail[part], head[part], cost[part], other[part]) for part in (rows[~is_last], rows[is_last]))
    return SearchGraph(network, unit, direction, kept, last)


def _cheapest(key: np.ndarray, cost: np.ndarray, other: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """The rows in the order of their keys, of parallel arcs (equal keys) only the cheapest: a sparse matrix would add them up."""
    rows = rows[np.argsort(key[rows], kind="stable")]
    again = np.diff(key[rows], prepend=-1) == 0
    if again.any():
        parallel = again | np.append(again[1:], False)
        some = rows[parallel]
        rows[parallel] = some[np.lexsort((other[some], cost[some], key[some]))]
    return rows[~again]


def _packed(size: int, tail: np.ndarray, head: np.ndarray, cost: np.ndarray, other: np.ndarray) -> Arrows:
    first = np.zeros(size + 1, dtype=np.int32)
    np.cumsum(np.bincount(tail, minlength=size), out=first[1:])
    return Arrows(first, tail.astype(np.int32), head.astype(np.int32), cost, other)


def legs(graph: SearchGraph, access: Access, *, outbound: bool) -> Legs:
    """Costs between access rows and their edges' ends, leg included: outbound from the point, else to the point."""
    columns = []
    for unit in (graph.unit, other_unit(graph.unit)):
        forward, backward, _ = edge_costs(graph.network, unit)
        share = access.offset_m / graph.network.length_m[access.edge]
        leg = access.leg_m / graph.network.speed_ms if unit == SECONDS else access.leg_m
        to_end, to_start = (forward, backward) if outbound else (backward, forward)
        columns += [leg + share * to_start[access.edge], leg + (1 - share) * to_end[access.edge]]
    return Legs(columns[0], columns[1], columns[2], columns[3])


def search(graph: SearchGraph, access: Access, label: np.ndarray, *, limit: float = np.inf) -> Walks:
    """The field of the places of these access rows; label[row] numbers them, the lower wins a tie.

    Nodes farther than the limit may be left out.
    """
    nodes, places = len(graph.arrows.first) - 1, len(access.edge)
    if not places:
        return Walks(np.full(nodes, np.inf), np.full(nodes, np.inf), np.full(nodes, NO_LABEL))
    arrows = _with_places(graph, access)
    size = nodes + places
    matrix = csr_matrix((arrows.cost, arrows.head, arrows.first), (size, size))
    cost, before, source = dijkstra(matrix, indices=np.arange(nodes, size), min_only=True, return_predecessors=True, limit=limit)
    found = np.append(label, NO_LABEL).astype(np.int32)[np.where(source >= 0, source - nodes, places)]
    counted = same_walk(graph, cost) if graph.network.is_even else _counted(arrows, cost, before)
    found, counted = _settle_ties(arrows, cost, found, counted, counts=not graph.network.is_even)
    return _with_dead_ends(graph.last, Walks(cost[:nodes], counted[:nodes], found[:nodes]))


def _with_dead_ends(last: Arrows, field: Walks) -> Walks:
    # A dead end is reached from its only neighbour, or from a place on its own edge, as it stands already.
    cost, other, label = field.cost[last.tail] + last.cost, field.other[last.tail] + last.other, field.label[last.tail]
    old = field.cost[last.head]
    closer = (cost < old - TIE) | ((cost <= old + TIE) & (label < field.label[last.head]))
    at = last.head[closer]
    for values, new in ((field.cost, cost), (field.other, other), (field.label, label)):
        values[at] = new[closer]
    return field


def costs_within(graph: SearchGraph, access: Access, *, limit: float) -> np.ndarray:
    """Cost of each node to the nearest of the places as far as the limit, inf beyond: quicker than a whole search."""
    nodes, size = len(graph.arrows.first) - 1, len(graph.arrows.first) - 1 + len(access.edge)
    if not len(access.edge):
        return np.full(nodes, np.inf)
    arrows = _with_places(graph, access)
    matrix = csr_matrix((arrows.cost, arrows.head, arrows.first), (size, size))
    return dijkstra(matrix, indices=np.arange(nodes, size), min_only=True, limit=limit)[:nodes]


def _with_places(graph: SearchGraph, access: Access) -> Arrows:
    arrows, nodes = graph.arrows, len(graph.arrows.first) - 1
    way = legs(graph, access, outbound=graph.direction == FROM_FACILITY)
    ends = (graph.network.start[access.edge], graph.network.end[access.edge])
    pairs = [np.stack(pair, axis=1).ravel() for pair in (ends, (way.start, way.end), (way.other_start, way.other_end))]
    more = np.arange(1, len(access.edge) + 1, dtype=np.int32)
    return Arrows(
        np.concatenate([arrows.first, arrows.first[-1] + 2 * more]),
        np.concatenate([arrows.tail, np.repeat(nodes - 1 + more, 2)]),
        np.concatenate([arrows.head, pairs[0].astype(np.int32)]),
        np.concatenate([arrows.cost, pairs[1]]),
        np.concatenate([arrows.other, pairs[2]]),
    )


def same_walk(graph: SearchGraph, cost: np.ndarray) -> np.ndarray:
    """The cost in the other unit on a network where all is walked at one speed."""
    speed_ms = graph.network.speed_ms
    return cost * speed_ms if graph.unit == SECONDS else cost / speed_ms


def _counted(arrows: Arrows, cost: np.ndarray, before: np.ndarray) -> np.ndarray:
    """The other unit of each node's walk, summed up along the tree of predecessors."""
    nodes = np.arange(len(cost))
    steps = np.flatnonzero(before[arrows.head] == arrows.tail)
    # A place on a loop has two arcs to one node; the cheaper, written last, is the step.
    steps = steps[np.argsort(-arrows.cost[steps], kind="stable")]
    counted = np.where(np.isfinite(cost), 0.0, np.inf)
    counted[arrows.head[steps]] = arrows.other[steps]
    pointer = np.where(before >= 0, before, nodes)
    counted[pointer == nodes] = np.where(np.isfinite(cost), 0.0, np.inf)[pointer == nodes]
    # Pointer jumping: every round doubles how far back each node has counted.
    while True:
        moving = np.flatnonzero(pointer[pointer] != pointer)
        if not len(moving):
            return counted
        counted[moving], pointer[moving] = counted[moving] + counted[pointer[moving]], pointer[pointer[moving]]


def _settle_ties(
    arrows: Arrows, cost: np.ndarray, label: np.ndarray, counted: np.ndarray, *, counts: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Among walks equally long the smallest label wins, then (where it counts) the smaller other unit."""
    tight = np.flatnonzero((cost[arrows.tail] + arrows.cost <= cost[arrows.head] + TIE) & np.isfinite(cost[arrows.head]))
    tail, head, other = arrows.tail[tight], arrows.head[tight], arrows.other[tight]
    fresh = np.ones(len(cost), dtype=bool)
    # Each round carries better labels one arc farther; without ties the first round finds nothing.
    while True:
        rows = np.flatnonzero(fresh[tail])
        offer, offered = label[tail[rows]], counted[tail[rows]] + other[rows]
        better = offer < label[head[rows]]
        if counts:
            better |= (offer == label[head[rows]]) & (offered < counted[head[rows]] - TIE)
        rows, offer, offered = rows[better], offer[better], offered[better]
        if not len(rows):
            return label, counted
        order = np.lexsort((offered, offer, head[rows]))[::-1]
        at = head[rows[order]]
        label[at] = offer[order]
        if counts:
            counted[at] = offered[order]
        fresh[:] = False
        fresh[at] = True
