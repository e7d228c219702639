"""Each street part to its nearest place: edges whose two ends have different nearest places are parted where the costs are equal."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...layers.progress import SILENT, Progress
from .access import Access
from .costlines import CostLines, Ends, cost_lines, lowest, within
from .graph import SECONDS, Network
from .placereach import BATCH, Surroundings
from .reach import Reach, joined
from .search import search


def nearest_reaches(
    around: Surroundings, access: Access, places: np.ndarray, rank: np.ndarray, limits: Sequence[float], *, progress: Progress = SILENT
) -> list[Reach]:
    """What is reached from each place within each limit and from no other place at less cost, place by place.

    places are points of access; of equally near ones the lowest rank (by point) has the street. Limits are in the unit
    of the search.
    """
    network = around.network
    lines, edge = (_of_trips if len(around.graphs) > 1 else _of_ends)(around, access, places, rank, max(limits), progress)
    shared = lowest(within(lines, max(limits)))
    by_limit = [_by_rank(network, within(shared, limit), edge, rank[places]) for limit in limits]
    return [by_limit[k][one] for one in range(len(places)) for k in range(len(limits))]


def _of_ends(
    around: Surroundings, access: Access, places: np.ndarray, rank: np.ndarray, limit: float, progress: Progress
) -> tuple[CostLines, np.ndarray]:
    """Cost lines of all edges with a reached end or a place, and the edge of every row."""
    network, (graph,), access = around.network, around.graphs, access.of(places)
    field = search(graph, access, rank[access.point])
    progress.at(0.5)
    cost = np.where(field.cost <= limit, field.cost, np.inf)
    reached = np.isfinite(cost[network.start]) | np.isfinite(cost[network.end])
    reached[access.edge] = True
    edge = np.flatnonzero(reached)
    start, end, row = network.start[edge], network.end[edge], np.cumsum(reached) - 1
    leg = access.leg_m / network.speed_ms if around.unit == SECONDS else access.leg_m
    ends = Ends(
        edge, cost[start], cost[end], field.label[start], field.label[end], row[access.edge], access.offset_m, leg, rank[access.point]
    )
    return cost_lines(network, ends, unit=around.unit, direction=graph.direction), edge


def _of_trips(
    around: Surroundings, access: Access, places: np.ndarray, rank: np.ndarray, limit: float, progress: Progress
) -> tuple[CostLines, np.ndarray]:
    """The same for round trips: the nearest there and back is found by searching from every place."""
    found = []
    for k in range(0, len(places), BATCH):
        progress.at(k / len(places))
        batch = places[k : k + BATCH]
        lines, edge, _ = around.lines([access.of(np.array([place])) for place in batch], limit)
        lines = within(lines, limit)
        found.append(CostLines(edge[lines.row], lines.low_m, lines.high_m, lines.base, lines.rate, rank[batch][lines.label]))
    return CostLines(*(np.concatenate(columns) for columns in zip(*(vars(part).values() for part in found)))), np.arange(
        around.network.size
    )


def _by_rank(network: Network, lines: CostLines, edge: np.ndarray, rank: np.ndarray) -> list[Reach]:
    """The stretches of each rank as a reach."""
    # Parts of one edge with different nearest places never join: a row of their own for each.
    order = np.argsort(rank, kind="stable")
    place = order[np.searchsorted(rank[order], lines.label)]
    key, row = np.unique(place * network.size + edge[lines.row], return_inverse=True)
    row, from_m, to_m = joined(row, network.length_m[edge[lines.row]], lines.low_m, lines.high_m)
    of_place, of_edge = np.divmod(key[row], network.size)
    cuts = np.searchsorted(of_place, np.arange(len(rank) + 1))
    return [Reach(of_edge[low:high], from_m[low:high], to_m[low:high]) for low, high in zip(cuts[:-1], cuts[1:])]
