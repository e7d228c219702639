"""The way on from every node of the network, a step for each category: with it any walk of a ledger can be drawn later.

    kept = trails(found, settings)
    kept.arc["park"][node]      # the arc (position in network.arcs) by which a walk goes on, -1 where it ends or nothing leads on

A walk leaves its doorplate by one of its access rows, follows the arcs and ends on the edge of the facility's access row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .access import Access, access_of, joined, joined_edges
from .coverage import Coverage
from .deciding import ranks, unit_of
from .graph import Network
from .searcher import Searcher
from .tracing import forest

if TYPE_CHECKING:
    from .ground import Site
    from .results import Settings


@dataclass(frozen=True)
class Compounds:
    """Gated estates without mapped paths, and the gates that lead into them."""

    rows: np.ndarray  # positions in the estates frame
    estate: np.ndarray  # (gates,) position in the estates frame
    gate_xy: np.ndarray
    opening: np.ndarray  # (gates,) as Site has it
    gates: Access  # from the gates on, by gate


@dataclass(frozen=True)
class Trails:
    """The ways on of a run; homes are numbered as the rows of its ledger, places as facility_id."""

    network: Network
    homes: Access
    places: Access
    facility_id: np.ndarray
    arc: dict[str, np.ndarray]  # (nodes,) by category
    compounds: Compounds | None = None  # None: there are none


def trails(found: Coverage, settings: Settings) -> Trails | None:
    """The ways on of a run's walks; None for an estimate and for round trips whose ways there and back differ."""
    if found.ground is None:
        return None
    searcher = Searcher.on(found.ground, settings.direction, ranks(found.facilities["facility_id"]))
    if searcher.is_trip:
        return None
    arc = {}
    for category in settings.profile.categories:
        graph, _ = searcher.one_way(unit_of(category))
        places = found.ground.facilities.of(found.facilities_of[category.id])
        arc[category.id] = forest(graph, found.fields[category.id], places, searcher.label).arc
    ground = found.ground
    facility_id = found.facilities["facility_id"].to_numpy(dtype=object)
    return Trails(ground.network, ground.homes, ground.facilities, facility_id, arc, _compounds(found.site, ground.network))


def _compounds(site: Site | None, network: Network) -> Compounds | None:
    if site is None or not len(site.pathless):
        return None
    gates = site.gates
    access = joined(access_of(gates.places), site.parted, network, joined_edges(site.parted, network))
    return Compounds(site.pathless, gates.estate, gates.xy, gates.opening, access)
