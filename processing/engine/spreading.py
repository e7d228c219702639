"""Spreads the costs of walks from places over the nodes of a network, all arcs of one hop in one go.

In the first round the places offer their costs to the ends of their edges; in every further one each node whose cost has
fallen offers to its neighbours. What stands in the end is what Dijkstra's search finds, to the last bit: the same sums along
the same walks. Rounds are about as many as the longest walk has arcs, and few costs fall twice, so whole arrays beat a queue.
Where they are many after all, or costs fall again and again, a queue takes over.

    field = spread(fan, offers, limit=np.inf).settled()
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .queueing import queued

TIE = 1e-9  # seconds or metres within which two walks are equally long
NO_LABEL = np.int32(np.iinfo(np.int32).max)
WIDTH = 4  # streets at most crossings
# Beyond so many rounds, or nodes whose cost fell, a queue is quicker.
FEW_ROUNDS, NODES_A_ROUND, FALLS_A_NODE = 500, 100, 6


@dataclass(frozen=True)
class Walks:
    """Cost to the nearest place, the same walk in the other unit, and the label of that place; by node, access row or point."""

    cost: np.ndarray
    other: np.ndarray
    label: np.ndarray


@dataclass(frozen=True)
class Fan:
    """Arcs by the node they leave, WIDTH to a row; unused ones cost inf.

    The last arc of a node with more leads at no cost to a helper node behind all others, which has the rest.
    """

    nodes: int  # without helpers
    head: np.ndarray  # (nodes and helpers, WIDTH)
    cost: np.ndarray
    other: np.ndarray | None  # None: follows from the cost


@dataclass(frozen=True)
class Offers:
    """Walks offered to nodes, any number to one."""

    node: np.ndarray
    cost: np.ndarray
    label: np.ndarray
    other: np.ndarray | None  # None as in Fan
    arc: np.ndarray  # position in the flat fan; -1 from a place

    def take(self, rows: np.ndarray) -> Offers:
        """The offers of these rows."""
        other = None if self.other is None else self.other.take(rows)
        return Offers(self.node.take(rows), self.cost.take(rows), self.label.take(rows), other, self.arc.take(rows))


@dataclass(frozen=True)
class Field:
    """What nodes and helpers cost so far; the arcs that may lead to them on walks equally long."""

    fan: Fan
    offers: Offers  # of the places
    cost: np.ndarray
    label: np.ndarray
    other: np.ndarray | None
    arc: np.ndarray  # by which the cost came; -1 from a place
    tied: list[np.ndarray]

    def settled(self) -> Walks:
        """The walks by node: of equally long ones the smallest label wins, then (where it counts) the smaller other unit."""
        offers = _joined(self.offers, _along(self, np.concatenate(self.tied))) if self.tied else self.offers
        # Each round carries better labels one arc farther; without ties the first round finds nothing.
        while len(offers.node):
            offers = offers.take(np.flatnonzero(_wins_tie(self, offers)))
            keys = (offers.label, offers.node) if offers.other is None else (offers.other, offers.label, offers.node)
            # The best of each node is written last.
            _write(self, offers.take(np.lexsort(keys)[::-1]))
            offers = _onward(self, np.unique(offers.node))
        nodes = self.fan.nodes
        return Walks(self.cost[:nodes], (self.cost if self.other is None else self.other)[:nodes], self.label[:nodes])


def fan_of(first: np.ndarray, tail: np.ndarray, head: np.ndarray, cost: np.ndarray, other: np.ndarray | None) -> Fan:
    """The fan of arcs packed by their tails, those of node k from first[k] on."""
    nodes, count = len(first) - 1, np.diff(first).astype(np.intp)
    helpers = np.maximum(-(-(count - WIDTH) // (WIDTH - 1)), 0)
    begin = nodes + np.cumsum(helpers) - helpers
    size = nodes + int(helpers.sum())
    rank = np.arange(len(head)) - first[tail]
    step = np.minimum(rank // (WIDTH - 1), helpers[tail])
    at = np.where(step == 0, tail, begin[tail] + step - 1) * WIDTH + rank - step * (WIDTH - 1)
    helper = np.arange(nodes, size)
    owner = np.repeat(np.arange(nodes), helpers)
    link = np.where(helper == begin[owner], owner, helper - 1) * WIDTH + WIDTH - 1
    columns = [np.repeat(np.arange(size), WIDTH), np.full(size * WIDTH, np.inf), np.full(size * WIDTH, np.inf)]
    for column, values, of_links in zip(columns, (head, cost, other), (helper, 0.0, 0.0)):
        if values is not None:
            column[at], column[link] = values, of_links
    heads, costs, others = (column.reshape(-1, WIDTH) for column in columns)
    return Fan(nodes, heads, costs, None if other is None else others)


def spread(fan: Fan, offers: Offers, *, limit: float = np.inf) -> Field:
    """The costs of all nodes within the limit, inf beyond; among walks equally long any label until it is settled."""
    size = len(fan.head)
    # Nothing beyond the limit is better than what stands there.
    beyond = np.nextafter(limit, np.inf)
    other = None if fan.other is None else np.full(size, np.inf)
    field = Field(fan, offers, np.full(size, beyond), np.full(size, NO_LABEL), other, np.full(size, -1), [])
    turn = np.empty(size, dtype=np.intp)
    rounds, falls = 0, 0
    while len(offers.node):
        lower = _lowered(field, offers, turn)
        rounds, falls = rounds + 1, falls + len(lower)
        if rounds > FEW_ROUNDS + size / NODES_A_ROUND or falls > FALLS_A_NODE * size + FEW_ROUNDS:
            return queued(field, limit=limit, tie=TIE)
        offers = _onward(field, lower)
    field.cost[field.cost > limit] = np.inf
    return field


def _lowered(field: Field, offers: Offers, turn: np.ndarray) -> np.ndarray:
    """Writes what is cheaper into the field and notes what is equally good; the nodes that became cheaper."""
    before = field.cost.take(offers.node)
    close = np.flatnonzero(before <= offers.cost + TIE)
    if len(close):
        # Which of both is the cheaper is not known before the end.
        _note(field, np.concatenate([offers.arc[close], field.arc[offers.node[close]]]))
        offers = offers.take(np.flatnonzero(offers.cost < before))
    # Of several offers to one node the last stands: again, until that is the cheapest.
    _write(field, offers)
    now = field.cost.take(offers.node)
    while len(rows := np.flatnonzero(offers.cost < now)):
        _write(field, offers.take(rows))
        now = field.cost.take(offers.node)
    best = np.flatnonzero(offers.cost <= now + TIE)
    node = offers.node.take(best)
    number = np.arange(len(node))
    turn[node] = number
    once = turn.take(node) == number
    if once.all():
        return node
    _note(field, offers.arc.take(best)[np.isin(node, node[~once])])
    return node[once]


def _write(field: Field, offers: Offers) -> None:
    field.cost[offers.node], field.label[offers.node], field.arc[offers.node] = offers.cost, offers.label, offers.arc
    if field.other is not None:
        field.other[offers.node] = offers.other


def _note(field: Field, arcs: np.ndarray) -> None:
    field.tied.append(arcs[arcs >= 0])


def _onward(field: Field, node: np.ndarray) -> Offers:
    """What these nodes offer to their neighbours and is not worse than what stands there."""
    fan = field.fan
    head = fan.head.take(node, axis=0).ravel()
    cost = fan.cost.take(node, axis=0)
    cost += field.cost.take(node)[:, None]
    cost = cost.ravel()
    bound = field.cost.take(head)
    bound += TIE
    rows = np.flatnonzero(cost <= bound)
    place = rows // WIDTH
    tail = node.take(place)
    arc = rows + (tail - place) * WIDTH
    other = None if fan.other is None else field.other.take(tail) + fan.other.take(arc)
    return Offers(head.take(rows), cost.take(rows), field.label.take(tail), other, arc)


def _along(field: Field, arc: np.ndarray) -> Offers:
    """What these arcs offer."""
    tail, fan = arc // WIDTH, field.fan
    other = None if fan.other is None else field.other[tail] + fan.other.take(arc)
    return Offers(fan.head.take(arc), field.cost[tail] + fan.cost.take(arc), field.label[tail], other, arc)


def _joined(one: Offers, two: Offers) -> Offers:
    columns = zip(vars(one).values(), vars(two).values())
    return Offers(*(None if a is None else np.concatenate([a, b]) for a, b in columns))


def _wins_tie(field: Field, offers: Offers) -> np.ndarray:
    cost, label = field.cost[offers.node], field.label[offers.node]
    equal = (offers.cost <= cost + TIE) & np.isfinite(cost)
    wins = offers.label < label
    if offers.other is not None:
        wins |= (offers.label == label) & (offers.other < field.other[offers.node] - TIE)
    return equal & wins
