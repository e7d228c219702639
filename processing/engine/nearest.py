"""The nearest place of each point: access leg + network + access leg, both ends of the edge and the same edge exact.

graph = search_graph(network, unit="s")
field = search(graph, places, label[places.point])
found = nearest(graph, field, homes, places, label)   # arrays by point of homes
found.cost, found.other, found.label                  # seconds, metres, which place; inf and NO_LABEL where no way leads
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .access import Access, equal_pairs
from .graph import SECONDS, edge_costs
from .search import FROM_FACILITY, Legs, SearchGraph, legs, other_unit, same_walk
from .spreading import NO_LABEL, TIE, Walks

PAIRS_AT_ONCE = 500_000
HOMES_AT_ONCE = 16_000  # what they need fits the processor's cache


@dataclass(frozen=True)
class Ways:
    """From each access row of the homes to its edge's ends: the nodes and the legs."""

    start: np.ndarray
    end: np.ndarray
    legs: Legs

    def take(self, rows: slice) -> Ways:
        """The ways of these access rows."""
        return Ways(self.start[rows], self.end[rows], Legs(*(column[rows] for column in vars(self.legs).values())))


def ways(graph: SearchGraph, homes: Access) -> Ways:
    """The ways of the homes, the same for all searches that share graph and homes."""
    start, end = graph.network.start[homes.edge], graph.network.end[homes.edge]
    return Ways(start, end, legs(graph, homes, outbound=graph.direction != FROM_FACILITY))


def nearest(graph: SearchGraph, field: Walks, homes: Access, places: Access, label: np.ndarray, *, way: Ways | None = None) -> Walks:
    """The nearest of the places for each point of homes; label[point of places] decides ties, the lowest wins.

    field is the search from these places; way spares the repeated work of ways().
    """
    way = way if way is not None else ways(graph, homes)
    return by_point(_same_edge(graph, homes, places, label, _by_ends(graph, field, way)), homes)


def least_cost(graph: SearchGraph, node: np.ndarray, homes: Access, places: Access, *, way: Ways) -> np.ndarray:
    """The cost to the nearest of the places for each point of homes where node is the cost of each node, inf beyond some limit."""
    near = np.isfinite(node)
    rows = np.flatnonzero(near[way.start] | near[way.end])
    start, end = way.start[rows], way.end[rows]
    cost = np.full(len(way.start), np.inf)
    cost[rows] = np.minimum(node[start] + way.legs.start[rows], node[end] + way.legs.end[rows])
    same = np.zeros(len(cost), dtype=np.int64)
    found = _same_edge(graph, homes, places, np.zeros(places.points, dtype=np.int64), Walks(cost, cost.copy(), same))
    return homes.least(found.cost)


def _by_ends(graph: SearchGraph, field: Walks, way: Ways) -> Walks:
    """The better way round by the edge's two ends, of equal ones as in better()."""
    size = len(way.start)
    best = Walks(np.empty(size), np.empty(size), np.empty(size, dtype=field.label.dtype))
    for at in range(0, size, HOMES_AT_ONCE):
        rows = slice(at, at + HOMES_AT_ONCE)
        best.cost[rows], best.other[rows], best.label[rows] = vars(_by_end(graph, field, way.take(rows))).values()
    return best


def _by_end(graph: SearchGraph, field: Walks, way: Ways) -> Walks:
    start, end, leg = way.start, way.end, way.legs
    cost, back = field.cost.take(start), field.cost.take(end)
    cost += leg.start
    back += leg.end
    with np.errstate(invalid="ignore"):  # where no way leads to either end
        longer = back - cost
    by_end = longer < -TIE
    tied = np.flatnonzero(np.abs(longer, out=longer) <= TIE)
    one, two = field.label[start[tied]], field.label[end[tied]]
    less = field.other[end[tied]] + leg.other_end[tied] < field.other[start[tied]] + leg.other_start[tied]
    by_end[tied] = (two < one) | ((two == one) & less)
    cost[tied] = back[tied] = np.where(by_end[tied], back[tied], cost[tied])
    np.minimum(cost, back, out=cost)
    # Sums, for where() takes five times as long where no row foretells the next.
    node = by_end * (end - start)
    node += start
    label = field.label.take(node)
    if graph.network.is_even:
        return Walks(cost, same_walk(graph, cost), label)
    return Walks(cost, field.other.take(node) + np.where(by_end, leg.other_end, leg.other_start), label)


def better(one: Walks, two: Walks) -> Walks:
    """Row by row the smaller cost; of equal ones the smaller label, then the smaller other unit."""
    wins = two.cost < one.cost - TIE
    tied = np.flatnonzero(~wins & (two.cost <= one.cost + TIE))
    wins[tied] = (two.label[tied] < one.label[tied]) | ((two.label[tied] == one.label[tied]) & (two.other[tied] < one.other[tied]))
    return Walks(*(np.where(wins, b, a) for a, b in zip(vars(one).values(), vars(two).values())))


def _same_edge(graph: SearchGraph, homes: Access, places: Access, label: np.ndarray, best: Walks) -> Walks:
    """Writes into best a walk along the home's own edge where a place lies on it too and none is nearer."""
    has_place = np.zeros(graph.network.size, dtype=bool)
    has_place[places.edge] = True
    rows = np.flatnonzero(has_place[homes.edge])
    count = np.bincount(places.edge, minlength=graph.network.size)[homes.edge[rows]]
    total = np.concatenate([[0], np.cumsum(count)])
    cuts = np.unique(np.append(np.searchsorted(total, np.arange(0, total[-1], PAIRS_AT_ONCE)), len(rows)))
    # Part by part: a street with thousands of doorplates and places has millions of pairs.
    for low, high in zip(cuts[:-1], cuts[1:]):
        part = rows[low:high]
        along = _along(graph, homes, places, label, part)
        merged = better(Walks(best.cost[part], best.other[part], best.label[part]), along)
        best.cost[part], best.other[part], best.label[part] = merged.cost, merged.other, merged.label
    return best


def _along(graph: SearchGraph, homes: Access, places: Access, label: np.ndarray, rows: np.ndarray) -> Walks:
    home, place = equal_pairs(homes.edge[rows], places.edge)
    at = rows[home]
    step_m = places.offset_m[place] - homes.offset_m[at]
    if graph.direction == FROM_FACILITY:
        step_m = -step_m
    leg_m = homes.leg_m[at] + places.leg_m[place]
    share = np.abs(step_m) / graph.network.length_m[homes.edge[at]]
    columns = []
    for unit in (graph.unit, other_unit(graph.unit)):
        forward, backward, _ = edge_costs(graph.network, unit)
        whole = np.where(step_m >= 0, forward[homes.edge[at]], backward[homes.edge[at]])
        columns.append(whole * share + (leg_m / graph.network.speed_ms if unit == SECONDS else leg_m))
    begin = np.flatnonzero(np.diff(home, prepend=-1))
    return reduced(Walks(columns[0], columns[1], label[places.point[place]]), home, begin, len(rows))


def by_point(best: Walks, homes: Access) -> Walks:
    """The best row of each point; inf where a point has none."""
    return reduced(best, homes.point, homes.begins, homes.points)


def reduced(best: Walks, group: np.ndarray, begin: np.ndarray, groups: int) -> Walks:
    """The best row of each group (rows ascending by group, each from begin on); ties as in better()."""
    if len(begin) == groups == len(group):
        return best
    result = Walks(np.full(groups, np.inf), np.full(groups, np.inf), np.full(groups, NO_LABEL))
    rows = slice(None)
    if len(begin) < len(group):
        least = np.minimum.reduceat(best.cost, begin)
        tied = np.flatnonzero(best.cost <= np.repeat(least, np.diff(begin, append=len(group))) + TIE)
        order = tied[np.lexsort((best.other[tied], best.label[tied], group[tied]))]
        rows = order[np.diff(group[order], prepend=-1) > 0]
    at = group[rows]
    for mine, theirs in zip(vars(result).values(), vars(best).values()):
        mine[at] = theirs[rows]
    return result
