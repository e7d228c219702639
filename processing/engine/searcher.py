"""All searches of a run on one ground, in the direction that the run asks for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...layers.progress import SILENT, Progress
from .graph import SECONDS
from .ground import Ground
from .nearest import Ways, better, least_cost, nearest, reduced, ways
from .roundtrip import round_trip
from .search import FROM_FACILITY, ROUND_TRIP, TO_FACILITY, SearchGraph, Walks, costs_within, search, search_graph


@dataclass(frozen=True)
class Searcher:
    """Searches on one ground; graphs and home legs are made once for each unit."""

    ground: Ground
    direction: str
    label: np.ndarray  # rank of each facility's id as text
    graphs: dict[tuple[str, str], SearchGraph]
    ways: dict[str, Ways]

    @staticmethod
    def on(ground: Ground, direction: str, label: np.ndarray) -> Searcher:
        """A searcher that has not searched yet."""
        return Searcher(ground, direction, label, {}, {})

    @property
    def is_trip(self) -> bool:
        """Whether the way back counts and differs from the way there."""
        return self.direction == ROUND_TRIP and not self.ground.network.is_symmetric

    def graph(self, unit: str, direction: str) -> SearchGraph:
        """The search graph of a unit and direction."""
        if (unit, direction) not in self.graphs:
            self.graphs[unit, direction] = search_graph(self.ground.network, unit=unit, direction=direction)
        return self.graphs[unit, direction]

    def one_way(self, unit: str) -> tuple[SearchGraph, Ways]:
        """The graph of the run's direction (there, for a round trip) and the homes' ways onto it."""
        graph = self.graph(unit, FROM_FACILITY if self.direction == FROM_FACILITY else TO_FACILITY)
        if unit not in self.ways:
            self.ways[unit] = ways(graph, self.ground.homes)
        return graph, self.ways[unit]

    def nearest(self, unit: str, facilities: np.ndarray, *, progress: Progress = SILENT) -> tuple[Walks, Walks]:
        """The nearest of these facilities for each doorplate, and the cost of every node."""
        places, homes = self.ground.facilities.of(facilities), self.ground.homes
        graph, way = self.one_way(unit)
        field = search(graph, places, self.label[places.point])
        if self.is_trip:
            answer = round_trip(graph, self.graph(unit, FROM_FACILITY), homes, places, self.label, progress=progress)
        else:
            answer = nearest(graph, field, homes, places, self.label, way=way)
        return self.or_inside(answer, unit, facilities), field

    def or_inside(self, answer: Walks, unit: str, facilities: np.ndarray) -> Walks:
        """The better of the answers and the walks inside an estate without mapped paths."""
        inner = self.ground.inner
        rows = np.isin(inner.facility, facilities)
        if not rows.any():
            return answer
        metres, seconds = inner.metres[rows], inner.metres[rows] / self.ground.network.speed_ms
        costs = (seconds, metres) if unit == SECONDS else (metres, seconds)
        begin = np.flatnonzero(np.diff(inner.home[rows], prepend=-1))
        inside = reduced(Walks(*costs, self.label[inner.facility[rows]]), inner.home[rows], begin, len(answer.cost))
        return better(answer, inside)

    def cost(self, unit: str, facilities: np.ndarray, *, limit: float, progress: Progress = SILENT) -> np.ndarray:
        """The cost to the nearest of these facilities for each doorplate, inf beyond the limit."""
        if self.is_trip:
            return self.nearest(unit, facilities, progress=progress)[0].cost
        places = self.ground.facilities.of(facilities)
        return self.cost_by(costs_within(self.one_way(unit)[0], places, limit=limit), unit, facilities)

    def cost_by(self, node: np.ndarray, unit: str, facilities: np.ndarray) -> np.ndarray:
        """The cost to the nearest of these facilities for each doorplate where node is that of each node (inf beyond the limit)."""
        graph, way = self.one_way(unit)
        cost = least_cost(graph, node, self.ground.homes, self.ground.facilities.of(facilities), way=way)
        return self.or_inside(Walks(cost, cost, np.zeros(len(cost), dtype=np.int64)), unit, facilities).cost
