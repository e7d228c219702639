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
from functools import cached_property

import numpy as np

from .access import Access
from .graph import METRES, SECONDS, Network, arcs_of, edge_costs
from .spreading import TIE, Fan, Offers, Walks, fan_of, spread

TO_FACILITY, FROM_FACILITY, ROUND_TRIP = "to_facility", "from_facility", "round_trip"


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

    @cached_property
    def fan(self) -> Fan:
        """The arrows as a search spreads along them."""
        arrows = self.arrows
        return fan_of(arrows.first, arrows.tail, arrows.head, arrows.cost, None if self.network.is_even else arrows.other)


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
    arcs = arcs_of(network)
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
    field = spread(graph.fan, _offers(graph, access, label), limit=limit).settled()
    if graph.network.is_even:
        field = Walks(field.cost, same_walk(graph, field.cost), field.label)
    return _with_dead_ends(graph.last, field)


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
    return spread(graph.fan, _offers(graph, access, np.zeros(len(access.edge), dtype=np.int32)), limit=limit).cost[: graph.fan.nodes]


def _offers(graph: SearchGraph, access: Access, label: np.ndarray) -> Offers:
    """What the places of these access rows cost at the ends of their edges."""
    way = legs(graph, access, outbound=graph.direction == FROM_FACILITY)
    ends = (graph.network.start[access.edge], graph.network.end[access.edge])
    node, cost, other = (np.concatenate(pair) for pair in (ends, (way.start, way.end), (way.other_start, way.other_end)))
    from_place = np.full(len(node), -1)
    return Offers(node, cost, np.tile(label, 2).astype(np.int32), None if graph.network.is_even else other, from_place)


def same_walk(graph: SearchGraph, cost: np.ndarray) -> np.ndarray:
    """The cost in the other unit on a network where all is walked at one speed."""
    speed_ms = graph.network.speed_ms
    return cost * speed_ms if graph.unit == SECONDS else cost / speed_ms
