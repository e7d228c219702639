"""Half of the shortest walk there and back to one and the same place, where ways there and back differ (slopes, one-way gates).

One search from all places finds the nearest there and the nearest back. Where both are the same place, no trip is
shorter: that settles nearly all homes. For the others every place that can still win is searched from, no farther
than it could win.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ...layers.progress import SILENT, Progress
from .access import Access
from .graph import SECONDS, point_on_edges
from .nearest import better, nearest
from .search import SearchGraph, search
from .spreading import NO_LABEL, TIE, Walks

# A straight line is shorter than every walk, but for gates moved onto their walls and streets joined within a tolerance.
STRAIGHT_SHARE, STRAIGHT_LESS_M = 0.98, 20.0
FIRST_REACH = 2.0  # times the nearest place's way: how far the way back is looked for at first


@dataclass(frozen=True)
class Trips:
    """Both directions of a network, and the homes whose nearest place there and back is not the same."""

    there: SearchGraph
    back: SearchGraph
    homes: Access
    places: Access
    label: np.ndarray

    def by(self, point: int, limit: float = np.inf) -> Walks:
        """The trips of the homes to one place, infinite where a way is longer than the limit."""
        one = self.places.of(np.array([point]))
        out, home = (
            nearest(graph, search(graph, one, self.label[one.point], limit=limit), self.homes, one, self.label)
            for graph in (self.there, self.back)
        )
        return _mean(out, home)


def round_trip(
    there: SearchGraph, back: SearchGraph, homes: Access, places: Access, label: np.ndarray, *, progress: Progress = SILENT
) -> Walks:
    """The best trip of each point of homes; the graphs are to_facility and from_facility, label[place] decides ties."""
    out, home = (nearest(graph, search(graph, places, label[places.point]), homes, places, label) for graph in (there, back))
    result = _mean(out, home)
    rest = np.flatnonzero((out.label != home.label) & np.isfinite(result.cost))
    if not len(rest):
        return result
    trips = Trips(there, back, homes.take(rest), places, label)
    found = _of_the_rest(trips, *(Walks(*(column[rest] for column in vars(walks).values())) for walks in (out, home)), progress)
    for mine, theirs in zip(vars(result).values(), vars(found).values()):
        mine[rest] = theirs
    return result


def _mean(out: Walks, home: Walks) -> Walks:
    return Walks((out.cost + home.cost) / 2, (out.other + home.other) / 2, np.maximum(out.label, home.label))


def _of_the_rest(trips: Trips, out: Walks, home: Walks, progress: Progress) -> Walks:
    """The best trips of homes for which out and home, the nearest there and back, are different places."""
    count = len(out.cost)
    best = Walks(np.full(count, np.inf), np.full(count, np.inf), np.full(count, NO_LABEL))
    points = np.unique(trips.places.point)
    farther = np.maximum(out.cost, home.cost)
    # First the two places of each home, near by: what they cost is a bound for all others.
    for at, point in enumerate(points):
        progress.at(0.4 * at / len(points))
        own = (out.label == trips.label[point]) | (home.label == trips.label[point])
        if own.any():
            best = better(best, trips.by(point, FIRST_REACH * farther[own].max()))
    straight = _straight_costs(trips)
    # Both ways to a place that wins add up to less than twice the best: neither is longer than that less the nearest.
    for at, point in enumerate(points):
        progress.at(0.4 + 0.6 * at / len(points))
        hopeful = straight(point) <= best.cost + TIE
        if hopeful.any():
            best = better(best, trips.by(point, (2 * best.cost - np.minimum(out.cost, home.cost))[hopeful].max() + 1))
    return best


def _straight_costs(trips: Trips) -> Callable[[int], np.ndarray]:
    """A cost that no walk from each home to a place can be below, by point of the places."""
    network, unit = trips.there.network, trips.there.unit
    home_xy, place_xy = (point_on_edges(network, access.edge, access.offset_m) for access in (trips.homes, trips.places))
    fastest = max(1.0, float(network.forward_factor.max()), float(network.backward_factor.max())) * network.speed_ms
    pace = 1 / fastest if unit == SECONDS else 1.0

    def least(point: int) -> np.ndarray:
        away_m = np.full(len(home_xy), np.inf)
        for x, y in place_xy[trips.places.point == point]:
            np.minimum(away_m, np.hypot(home_xy[:, 0] - x, home_xy[:, 1] - y), out=away_m)
        return trips.homes.least(np.maximum(away_m * STRAIGHT_SHARE - STRAIGHT_LESS_M, 0) * pace)

    return least
