"""The walks that a search really means, piece by piece: which edges, from where to where, through which one-way gates.

A search tells each node its cost, the cost in the other unit and the label of its place. A step of a walk leads from a
node along an arc that explains all three; ties were settled by label after the search, so scipy's own predecessors
may belong to another walk.

    roots = forest(graph, field, places, label)
    trail = trace(roots, homes, points, answer)    # answer: what nearest() says of these points
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order

from .access import Access, equal_pairs
from .graph import SECONDS, Arcs, Network, edge_costs
from .search import FROM_FACILITY, TIE, Legs, SearchGraph, Walks, legs, other_unit

SAME = 2 * TIE  # metres or seconds within which two walks are the same
NOWHERE = -1


@dataclass(frozen=True)
class Forest:
    """For each node one step of its walk: the next node and the arc between, or the place whose own leg begins here."""

    graph: SearchGraph
    field: Walks
    places: Access
    label: np.ndarray  # (points of places,)
    following: np.ndarray  # (nodes,) -1 where the walk takes the place's leg
    arc: np.ndarray  # (nodes,) position in Network.arcs
    row: np.ndarray  # (nodes,) access row of the place; -1
    at_end: np.ndarray  # (nodes,) the node is the end of the place's edge, not its start


@dataclass(frozen=True)
class Trail:
    """The pieces of some walks in walking order, and where each walk gets on and off the network."""

    walk: np.ndarray  # (pieces,) ascending
    edge: np.ndarray  # (pieces,) -1 for a one-way gate
    from_m: np.ndarray
    to_m: np.ndarray
    whole: np.ndarray  # (pieces,) the walk passes the whole edge and pays its penalty
    home_row: np.ndarray  # (walks,) row of the homes' access
    place_row: np.ndarray  # (walks,) row of the places' access


@dataclass(frozen=True)
class Ends:
    """How walks leave their homes: the access row, then a node, or a place on the same edge."""

    walk: np.ndarray
    cost: np.ndarray
    other: np.ndarray
    home_row: np.ndarray
    node: np.ndarray  # -1: along the edge
    at_end: np.ndarray  # the node is the end of the home's edge
    place_row: np.ndarray  # -1: by a node

    def take(self, rows: np.ndarray) -> Ends:
        """These rows."""
        return Ends(*(column[rows] for column in vars(self).values()))


def forest(graph: SearchGraph, field: Walks, places: Access, label: np.ndarray) -> Forest:
    """The steps that explain a field: label[point of places] numbers the places as in the search."""
    nodes = len(field.cost)
    row, at_end = _own_legs(graph, field, places, label)
    tail, head, arc = _explaining(graph, field)
    begins = np.flatnonzero(row >= 0)
    # Step by step from the places: a walk of the fewest steps never runs in a circle, however short its arcs are.
    heads = np.concatenate([head, begins])
    tails = np.concatenate([tail, np.full(len(begins), nodes)])
    matrix = csr_matrix((np.ones(len(heads), dtype=bool), (tails, heads)), (nodes + 1, nodes + 1))
    before = breadth_first_order(matrix, nodes)[1][:nodes]
    following = np.where(before == nodes, NOWHERE, before)
    chosen = np.full(nodes, NOWHERE)
    step = before[head] == tail
    chosen[head[step][::-1]] = arc[step][::-1]
    chosen[following < 0] = NOWHERE
    return Forest(graph, field, places, label, following, chosen, row, at_end)


def _own_legs(graph: SearchGraph, field: Walks, places: Access, label: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each node the access row of a place whose own leg explains the field there, and by which end."""
    way = legs(graph, places, outbound=graph.direction == FROM_FACILITY)
    count, network = len(places.edge), graph.network
    node = np.concatenate([network.start[places.edge], network.end[places.edge]])
    offered = Walks(np.concatenate([way.start, way.end]), np.concatenate([way.other_start, way.other_end]), np.tile(label[places.point], 2))
    rows = np.flatnonzero(_explains(offered, field, node))
    row, at_end = np.full(len(field.cost), NOWHERE), np.zeros(len(field.cost), dtype=bool)
    row[node[rows[::-1]]] = rows[::-1] % count if count else 0
    at_end[node[rows[::-1]]] = rows[::-1] >= count
    return row, at_end


def _explaining(graph: SearchGraph, field: Walks) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The arcs by which a node's walk is that of a neighbour and the arc: tail (nearer the place), head, arc."""
    arcs = graph.network.arcs
    tail, head = directed(arcs, graph.direction)
    cost, other = (arcs.seconds, arcs.metres) if graph.unit == SECONDS else (arcs.metres, arcs.seconds)
    offered = Walks(field.cost[tail] + cost, field.other[tail] + other, field.label[tail])
    rows = np.flatnonzero(_explains(offered, field, head) & (tail != head))
    return tail[rows], head[rows], rows


def _explains(offered: Walks, field: Walks, node: np.ndarray) -> np.ndarray:
    with np.errstate(invalid="ignore"):  # inf - inf where no walk leads
        near = (np.abs(offered.cost - field.cost[node]) <= SAME) & (np.abs(offered.other - field.other[node]) <= SAME)
    return near & (offered.label == field.label[node])


def directed(arcs: Arcs, direction: str) -> tuple[np.ndarray, np.ndarray]:
    """Each arc's end nearer the places and its other end, as searches of this direction follow it."""
    if direction != FROM_FACILITY:
        return arcs.head, arcs.tail
    gate = arcs.edge < 0
    return np.where(gate, arcs.head, arcs.tail), np.where(gate, arcs.tail, arcs.head)


def trace(roots: Forest, homes: Access, points: np.ndarray, answer: Walks) -> Trail:
    """The walks of these points of homes to the places that answer names; answer has one row for each of points."""
    ends = _chosen(roots, homes, points, answer)
    count = len(points)
    home_row, place_row = np.full(count, NOWHERE), np.full(count, NOWHERE)
    home_row[ends.walk], place_row[ends.walk] = ends.home_row, ends.place_row
    by_node = np.flatnonzero(ends.node >= 0)
    steps, last = _steps(roots, ends.take(by_node))
    place_row[ends.walk[by_node]] = roots.row[last]
    pieces = [
        _home_parts(roots, homes, ends.take(by_node)),
        *steps,
        _place_parts(roots, ends.walk[by_node], last),
        _same_edge_parts(roots, homes, ends.take(np.flatnonzero(ends.node < 0))),
    ]
    walk, edge, from_m, to_m, whole = (np.concatenate(column) for column in zip(*pieces))
    step = -1 if roots.graph.direction == FROM_FACILITY else 1  # the pieces stand in the order from home to facility
    order = np.argsort(walk[::step], kind="stable")
    walk, edge, from_m, to_m, whole = (column[::step][order] for column in (walk, edge, from_m, to_m, whole))
    return Trail(walk, edge, from_m, to_m, whole, home_row, place_row)


def _chosen(roots: Forest, homes: Access, points: np.ndarray, answer: Walks) -> Ends:
    """Of all ways to leave each point the one that gives the answer's cost, other unit and label."""
    ways = [_by_nodes(roots, homes, points, answer.label), _along_edges(roots, homes, points, answer.label)]
    ends = Ends(*(np.concatenate(column) for column in zip(*(vars(way).values() for way in ways))))
    off = np.abs(ends.cost - answer.cost[ends.walk]) + np.abs(ends.other - answer.other[ends.walk])
    order = np.lexsort((off, ends.walk))
    return ends.take(order[np.diff(ends.walk[order], prepend=-1) > 0])


def _rows_of(homes: Access, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Walk and access row of each way that the points have onto the network."""
    return equal_pairs(points, homes.point)


def _by_nodes(roots: Forest, homes: Access, points: np.ndarray, label: np.ndarray) -> Ends:
    graph, field = roots.graph, roots.field
    walk, row = _rows_of(homes, points)
    way = legs(graph, _access_rows(homes, row), outbound=graph.direction != FROM_FACILITY)
    edge = homes.edge[row]
    node = np.concatenate([graph.network.start[edge], graph.network.end[edge]])
    cost, other = _leg_costs(way)
    walk, row = np.tile(walk, 2), np.tile(row, 2)
    at_end = np.arange(len(node)) >= len(edge)
    good = np.flatnonzero((field.label[node] == label[walk]) & np.isfinite(field.cost[node]))
    nothing = np.full(len(node), NOWHERE)
    return Ends(walk, field.cost[node] + cost, field.other[node] + other, row, node, at_end, nothing).take(good)


def _leg_costs(way: Legs) -> tuple[np.ndarray, np.ndarray]:
    return np.concatenate([way.start, way.end]), np.concatenate([way.other_start, way.other_end])


def _access_rows(access: Access, rows: np.ndarray) -> Access:
    return Access(access.point[rows], access.edge[rows], access.offset_m[rows], access.leg_m[rows], access.points)


def _along_edges(roots: Forest, homes: Access, points: np.ndarray, label: np.ndarray) -> Ends:
    """Ways along one edge to the wanted place."""
    places, network = roots.places, roots.graph.network
    walk, row = _rows_of(homes, points)
    pair, place = equal_pairs(label[walk].astype(np.int64), roots.label[places.point].astype(np.int64))
    walk, row = walk[pair], row[pair]
    same = np.flatnonzero(homes.edge[row] == places.edge[place])
    walk, row, place = walk[same], row[same], place[same]
    leg_m = homes.leg_m[row] + places.leg_m[place]
    from_m, to_m = _in_order(roots, homes.offset_m[row], places.offset_m[place])
    costs = [
        part_cost(network, homes.edge[row], from_m, to_m, unit) + (leg_m / network.speed_ms if unit == SECONDS else leg_m)
        for unit in (roots.graph.unit, other_unit(roots.graph.unit))
    ]
    nothing = np.full(len(walk), NOWHERE)
    return Ends(walk, costs[0], costs[1], row, nothing, np.zeros(len(walk), dtype=bool), place)


def part_cost(network: Network, edge: np.ndarray, from_m: np.ndarray, to_m: np.ndarray, unit: str) -> np.ndarray:
    """Seconds or metres along parts of edges, without penalties; from_m beyond to_m walks backwards."""
    forward, backward, _ = edge_costs(network, unit)
    return np.where(to_m >= from_m, forward[edge], backward[edge]) * (np.abs(to_m - from_m) / network.length_m[edge])


def _in_order(roots: Forest, home: np.ndarray, place: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    # Where a walk along an edge begins and ends: at the home, or at the facility when the walk is from there.
    return (place, home) if roots.graph.direction == FROM_FACILITY else (home, place)


Pieces = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]  # walk, edge, from_m, to_m, whole


def _home_parts(roots: Forest, homes: Access, ends: Ends) -> Pieces:
    edge = homes.edge[ends.home_row]
    node_m = np.where(ends.at_end, roots.graph.network.length_m[edge], 0.0)
    from_m, to_m = _in_order(roots, homes.offset_m[ends.home_row], node_m)
    return ends.walk, edge, from_m, to_m, np.zeros(len(edge), dtype=bool)


def _place_parts(roots: Forest, walk: np.ndarray, last: np.ndarray) -> Pieces:
    places, row = roots.places, roots.row[last]
    edge = places.edge[row]
    node_m = np.where(roots.at_end[last], roots.graph.network.length_m[edge], 0.0)
    from_m, to_m = _in_order(roots, node_m, places.offset_m[row])
    return walk, edge, from_m, to_m, np.zeros(len(edge), dtype=bool)


def _same_edge_parts(roots: Forest, homes: Access, ends: Ends) -> Pieces:
    from_m, to_m = _in_order(roots, homes.offset_m[ends.home_row], roots.places.offset_m[ends.place_row])
    return ends.walk, homes.edge[ends.home_row], from_m, to_m, np.zeros(len(from_m), dtype=bool)


def _steps(roots: Forest, ends: Ends) -> tuple[list[Pieces], np.ndarray]:
    """Whole edges and gates from each home's node on, and the node where the place's own leg begins."""
    network = roots.graph.network
    at, found = ends.node.copy(), []
    moving = np.flatnonzero(roots.following[at] >= 0)
    # Step by step over all walks at once, as often as the longest walk has steps.
    while len(moving):
        arc = roots.arc[at[moving]]
        edge = network.arcs.edge[arc]
        length_m = np.where(edge >= 0, network.length_m[edge], 0.0)
        forward = arc < network.size
        found.append((ends.walk[moving], edge, np.where(forward, 0.0, length_m), np.where(forward, length_m, 0.0), edge >= 0))
        at[moving] = roots.following[at[moving]]
        moving = moving[roots.following[at[moving]] >= 0]
    return found, at
