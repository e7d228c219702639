"""The walks behind a ledger: for each doorplate and category the way there, the way back, or both, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...layers.profiles import MINUTES, Category
from ...layers.progress import SILENT, Progress
from .access import Access, Inner
from .coverage import Coverage
from .deciding import Reached, unit_of
from .nearest import nearest
from .search import FROM_FACILITY, ROUND_TRIP, TO_FACILITY, search
from .searcher import Searcher
from .spreading import NO_LABEL, Walks
from .tracing import Trail, forest, trace

THERE, BACK = "there", "back"
SAME = 1e-7  # metres and seconds within which a walk is the one that the ledger tells


@dataclass(frozen=True)
class Walked:
    """Some walks of one category in one way; home and facility are positions."""

    category: Category
    way: str
    home: np.ndarray
    facility: np.ndarray
    inner_m: np.ndarray  # metres of a walk inside an estate without paths; NaN for walks by streets
    places: Access
    trail: Trail


def walked(found: Coverage, searcher: Searcher, category: Category, *, progress: Progress = SILENT) -> Iterator[Walked]:
    """The walks of all doorplates to their facility of this category, as the ledger tells them.

    searcher is one on the run's ground; for a round trip on a network that is not the same both ways, one search in each
    direction is made for every facility that is nearest to some doorplate.
    """
    reached = found.found[category.id]
    home = np.flatnonzero(~np.isnan(reached.metres))
    facility = pd.Index(found.facilities["facility_id"]).get_indexer(reached.facility_id[home])
    inner_m = _inner(found.ground.inner, home, facility, reached, searcher.ground.network.speed_ms)
    if searcher.is_trip and len(home):
        yield from _trips(found, searcher, category, home, facility, inner_m, progress)
        return
    places = found.ground.facilities.of(found.facilities_of[category.id])
    graph, _ = searcher.one_way(unit_of(category))
    roots = forest(graph, found.fields[category.id], places, searcher.label)
    trail = trace(roots, found.ground.homes, home, _told(reached, home, searcher.label[facility], inner_m, category))
    way = BACK if searcher.direction == FROM_FACILITY else THERE
    yield Walked(category, way, home, facility, inner_m, places, trail)
    if searcher.direction == ROUND_TRIP:
        yield Walked(category, BACK, home, facility, inner_m, places, _reversed(trail))


def _told(reached: Reached, home: np.ndarray, label: np.ndarray, inner_m: np.ndarray, category: Category) -> Walks:
    """What the ledger says of these homes, as the search said it; walks that need no street have no label."""
    metres, seconds = reached.metres[home], reached.minutes[home] * 60
    cost, other = (seconds, metres) if category.unit == MINUTES else (metres, seconds)
    return Walks(cost, other, np.where(np.isnan(inner_m), label, NO_LABEL))


def _inner(inner: Inner, home: np.ndarray, facility: np.ndarray, reached: Reached, speed_ms: float) -> np.ndarray:
    """Metres of the walk that needs no street, where it is the one the ledger tells; NaN elsewhere."""
    width = 1 + max(facility.max(initial=0), inner.facility.max(initial=0))
    at = pd.Index(inner.home * width + inner.facility).get_indexer(home * width + facility)
    metres = np.append(inner.metres, np.nan)[at]
    same = np.abs(metres - reached.metres[home]) <= SAME
    return np.where(same & (np.abs(metres / speed_ms - reached.minutes[home] * 60) <= SAME), metres, np.nan)


def _reversed(trail: Trail) -> Trail:
    """The same walks the other way round."""
    order = np.argsort(trail.walk[::-1], kind="stable")
    walk, edge, from_m, to_m, whole = (column[::-1][order] for column in (trail.walk, trail.edge, trail.to_m, trail.from_m, trail.whole))
    return replace(trail, walk=walk, edge=edge, from_m=from_m, to_m=to_m, whole=whole)


def _trips(
    found: Coverage, searcher: Searcher, category: Category, home: np.ndarray, facility: np.ndarray, inner_m: np.ndarray, progress: Progress
) -> Iterator[Walked]:
    """There and back to one facility after the other: ways there and back are searched from each alone."""
    unit = unit_of(category)
    targets = np.unique(facility)
    for at, target in enumerate(targets):
        progress.at(at / len(targets))
        rows = np.flatnonzero(facility == target)
        places = found.ground.facilities.of(np.array([target]))
        for way, direction in ((THERE, TO_FACILITY), (BACK, FROM_FACILITY)):
            graph = searcher.graph(unit, direction)
            field = search(graph, places, searcher.label[places.point])
            answer = nearest(graph, field, found.ground.homes, places, searcher.label)
            told = Walks(answer.cost[home[rows]], answer.other[home[rows]], answer.label[home[rows]])
            told = replace(told, label=np.where(np.isnan(inner_m[rows]), told.label, NO_LABEL))
            trail = trace(forest(graph, field, places, searcher.label), found.ground.homes, home[rows], told)
            yield Walked(category, way, home[rows], facility[rows], inner_m[rows], places, trail)
