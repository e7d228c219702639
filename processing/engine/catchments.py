"""Who can walk to which place within a limit: every pair of a home and a place, with the cost of the walk.

    paths = Paths.of(ground, unit="s", direction="to_facility")
    found = catchments(paths, place_of_facility, limit=900)   # found.place, found.home, found.cost

A place may have several entrances: the facilities that share its number. Costs are those of the ledger: door to door,
both ends of the edge, the same edge and walks inside an estate without paths. Pairs beyond the limit are not kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...layers.progress import SILENT, Progress
from .access import Access
from .costlines import per_metre
from .graph import SECONDS, Network
from .ground import Ground
from .lines import spans
from .placereach import EdgeEnds, Surroundings
from .search import FROM_FACILITY, Legs, SearchGraph, legs

BATCH = 32  # places searched together: their surroundings and pairs are held at once


@dataclass(frozen=True)
class Catchments:
    """Pairs of a home and a place within the limit, ascending by place and home."""

    place: np.ndarray
    home: np.ndarray
    cost: np.ndarray  # in the unit of the search
    places: int
    homes: int

    @property
    def size(self) -> int:
        """How many pairs there are."""
        return len(self.place)

    def by_home(self, values: np.ndarray) -> np.ndarray:
        """The sum of a value of each pair by home."""
        return np.bincount(self.home, values, self.homes)

    def by_place(self, values: np.ndarray) -> np.ndarray:
        """The sum of a value of each pair by place."""
        return np.bincount(self.place, values, self.places)


@dataclass(frozen=True)
class Paths:
    """A ground prepared for searches from many places in one unit and direction."""

    ground: Ground
    around: Surroundings
    legs: tuple[Legs, ...]  # of the homes, by search graph
    first: np.ndarray  # (edges + 1,) where the homes of each edge begin in row
    row: np.ndarray  # rows of the homes' access

    @staticmethod
    def of(ground: Ground, *, unit: str, direction: str) -> Paths:
        """The paths of a ground."""
        around = Surroundings.of(ground.network, unit=unit, direction=direction)
        homes = ground.homes
        first = np.concatenate([[0], np.cumsum(np.bincount(homes.edge, minlength=ground.network.size))])
        own = tuple(legs(graph, homes, outbound=graph.direction != FROM_FACILITY) for graph in around.graphs)
        return Paths(ground, around, own, first, np.argsort(homes.edge, kind="stable"))


def catchments(paths: Paths, place: np.ndarray, *, limit: float, progress: Progress = SILENT) -> Catchments:
    """The pairs of all homes and places within the limit; place is the place of each facility, -1 for none."""
    count, homes = int(place.max(initial=-1)) + 1, paths.ground.homes.points
    entrances = _numbered(paths.ground.facilities, place, count)
    cuts = np.searchsorted(entrances.point, np.arange(count + 1))
    found = []
    for low in range(0, count, BATCH):
        progress.at(low / count)
        high = min(low + BATCH, count)
        groups = [_rows(entrances, cuts[k], cuts[k + 1]) for k in range(low, high)]
        pair, cost = _batch(paths, groups, _inside(paths, place, low, high), limit)
        found.append((pair // homes + low, pair % homes, cost))
    columns = [np.concatenate(column) for column in zip(*found)] if found else [np.zeros(0)] * 3
    # Millions of pairs: four bytes for a number will do.
    return Catchments(columns[0].astype(np.int32), columns[1].astype(np.int32), columns[2], count, homes)


def _numbered(access: Access, place: np.ndarray, count: int) -> Access:
    """The access rows of facilities by the place they belong to, ascending."""
    rows = np.flatnonzero(place[access.point] >= 0)
    rows = rows[np.argsort(place[access.point[rows]], kind="stable")]
    return Access(place[access.point[rows]], access.edge[rows], access.offset_m[rows], access.leg_m[rows], count)


def _rows(access: Access, low: int, high: int) -> Access:
    rows = slice(low, high)
    return Access(access.point[rows], access.edge[rows], access.offset_m[rows], access.leg_m[rows], access.points)


Walked = tuple[np.ndarray, np.ndarray]  # pair (place of the batch × homes + home), cost


def _batch(paths: Paths, groups: list[Access], inside: Walked, limit: float) -> Walked:
    """The pairs of a batch of places, ascending, with the least cost of each."""
    ends = paths.around.ends(groups, limit) if any(len(group.edge) for group in groups) else None
    ways = []
    for number, graph in enumerate(paths.around.graphs):
        by_street = [] if ends is None else [_by_ends(paths, ends, number), _along(paths, ends, graph)]
        ways.append(_least(*(np.concatenate(columns) for columns in zip(*by_street, inside))))
    pair, cost = ways[0] if len(ways) == 1 else _trips(*ways)
    near = np.flatnonzero(cost <= limit)
    return pair[near], cost[near]


def _by_ends(paths: Paths, ends: EdgeEnds, graph: int) -> Walked:
    """Walks by way of either end of the home's edge."""
    start, end = ends.costs[graph]
    near = np.flatnonzero(np.isfinite(start) | np.isfinite(end))
    edge = ends.edge[near]
    at, first = spans(paths.first[edge], np.diff(paths.first)[edge])
    home, own = paths.row[at], paths.legs[graph]
    around = near[np.repeat(np.arange(len(edge)), np.diff(first))]
    cost = np.minimum(start[around] + own.start[home], end[around] + own.end[home])
    return _pair(paths, ends.place[around], home), cost


def _along(paths: Paths, ends: EdgeEnds, graph: SearchGraph) -> Walked:
    """Walks along the edge that home and place share."""
    network, places, homes = paths.ground.network, ends.access, paths.ground.homes
    at, first = spans(paths.first[places.edge], np.diff(paths.first)[places.edge])
    home, place = paths.row[at], np.repeat(np.arange(len(places.edge)), np.diff(first))
    edge, step_m = places.edge[place], places.offset_m[place] - homes.offset_m[home]
    to_start, to_end = per_metre(network, paths.around.unit, graph.direction)
    leg = _in_unit(network, homes.leg_m[home] + places.leg_m[place], paths.around.unit)
    return _pair(paths, places.point[place], home), leg + np.abs(step_m) * np.where(step_m > 0, to_end[edge], to_start[edge])


def _inside(paths: Paths, place: np.ndarray, low: int, high: int) -> Walked:
    """Walks inside estates without paths to the places from low to high."""
    inner = paths.ground.inner
    rows = np.flatnonzero((place[inner.facility] >= low) & (place[inner.facility] < high))
    cost = _in_unit(paths.ground.network, inner.metres[rows], paths.around.unit)
    return (place[inner.facility[rows]] - low) * paths.ground.homes.points + inner.home[rows], cost


def _pair(paths: Paths, place: np.ndarray, home_row: np.ndarray) -> np.ndarray:
    homes = paths.ground.homes
    return place.astype(np.int64) * homes.points + homes.point[home_row]


def _in_unit(network: Network, metres: np.ndarray, unit: str) -> np.ndarray:
    return metres / network.speed_ms if unit == SECONDS else metres


def _least(pair: np.ndarray, cost: np.ndarray) -> Walked:
    """The least cost of each pair, ascending by pair."""
    known = np.flatnonzero(np.isfinite(cost))
    order = known[np.argsort(pair[known], kind="stable")]
    begin = np.flatnonzero(np.diff(pair[order], prepend=-1))
    return pair[order][begin], np.minimum.reduceat(cost[order], begin) if len(begin) else cost[order]


def _trips(there: Walked, back: Walked) -> Walked:
    """Half of there and back of the pairs that both ways lead between."""
    pair, one, two = np.intersect1d(there[0], back[0], assume_unique=True, return_indices=True)
    return pair, (there[1][one] + back[1][two]) / 2
