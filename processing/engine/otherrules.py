"""What another rule about gates changes: asked only of the homes that the gates it opens or shuts can reach.

The costs of all nodes are searched as far as the limit. A home keeps its answer where its edge is the same under both
rules, both ends of it cost the same, and neither the gates of its estate nor a place on its edge differ.

    opened = OtherRule.of(site, ALL_OPEN, stated, direction="to_facility", label=label)
    homes, cost = opened.costs("s", facilities, field, limit=900, asked=~ok)   # all other homes keep their answers
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ...layers.progress import SILENT, Progress
from .access import EVERY_GATE, HOMES, inner_walks, joined, joined_edges
from .gates import AS_STATED
from .graph import Network
from .ground import Ground, Site, cut_under, facilities_under, led
from .search import ROUND_TRIP, SearchGraph, costs_within
from .searcher import Searcher
from .spreading import TIE, Walks


@dataclass(frozen=True)
class OtherRule:
    """A site under another rule about gates than the stated one; edges are those of the parted network."""

    site: Site
    rule: str
    searcher: Searcher  # without homes
    edge_of: np.ndarray  # (edges,) the edge of the rule's network that holds it
    stated_edge_of: np.ndarray  # (edges,) that of the stated network
    differs: np.ndarray  # (edges,) whether these two are not the same or end at gates
    ends: np.ndarray  # (2, edges) the uncut network's nodes at both ends; -1 for the end of a cut

    @staticmethod
    def of(site: Site, rule: str, stated: Ground, *, direction: str, label: np.ndarray) -> OtherRule:
        """The rule, its own searches still to come."""
        # Only round trips ask where places are.
        network = cut_under(site, rule, drawn=direction == ROUND_TRIP)
        edge_of, stated_edge_of = joined_edges(site.parted, network), joined_edges(site.parted, stated.network)
        nobody = stated.homes.of(np.zeros(0, dtype=int))
        facilities = joined(facilities_under(site, rule), site.parted, network, edge_of)
        own = Searcher.on(Ground(network, nobody, facilities, stated.inner), direction, label)
        common = len(site.uncut.node_xy)
        ends = np.stack([network.start[edge_of], network.end[edge_of]])
        differs = _differs(network, edge_of, stated.network, stated_edge_of, common)
        return OtherRule(site, rule, own, edge_of, stated_edge_of, differs, np.where(ends < common, ends, -1))

    @property
    def network(self) -> Network:
        """The network under this rule."""
        return self.searcher.ground.network

    def costs(
        self, unit: str, facilities: np.ndarray, stated: Walks, *, limit: float, asked: np.ndarray, progress: Progress = SILENT
    ) -> tuple[np.ndarray, np.ndarray]:
        """The homes among the asked whose cost to the nearest of these facilities may differ, and that cost, inf beyond the limit.

        stated is the field of the stated rule.
        """
        if self.searcher.direction == ROUND_TRIP:
            homes = np.flatnonzero(asked)
            return homes, self._at(homes).cost(unit, facilities, limit=limit, progress=progress)
        graph, _ = self.searcher.one_way(unit)
        node = costs_within(graph, self.searcher.ground.facilities.of(facilities), limit=limit)
        edges = self._changed(graph, node, stated, limit)
        self._add_estate_facilities(edges, facilities)
        homes = np.flatnonzero(asked & self._homes_at(edges, self.gates_differ | edges[self.site.gates.places.edge]))
        return homes, self._at(homes).cost_by(node, unit, facilities)

    def linked(self, facilities: np.ndarray) -> np.ndarray:
        """Whether any way leads from each home to one of these facilities; for a rule without one-way gates."""
        ground = self.searcher.ground
        start, component = self.network.start, self.network.component
        has_place = np.zeros(len(component), dtype=bool)
        has_place[component[start[ground.facilities.of(facilities).edge]]] = True
        edges = has_place[component[start]][self.edge_of]
        linked = self._homes_at(edges, self.gates_open & edges[self.site.gates.places.edge])
        linked[ground.inner.home[np.isin(ground.inner.facility, facilities)]] = True
        return linked

    @cached_property
    def connected(self) -> np.ndarray:
        """Whether each home has a way onto the network."""
        return self._homes_at(np.ones(len(self.edge_of), dtype=bool), self.gates_open)

    @cached_property
    def gates_open(self) -> np.ndarray:
        """Which gates of estates without paths lead out."""
        gates = self.site.gates
        return np.isin(gates.opening, HOMES.get(self.rule, EVERY_GATE)) & gates.places.found

    @cached_property
    def gates_differ(self) -> np.ndarray:
        """Which of them do under one of both rules only."""
        opening = self.site.gates.opening
        return np.isin(opening, HOMES.get(self.rule, EVERY_GATE)) != np.isin(opening, HOMES[AS_STATED])

    def _changed(self, graph: SearchGraph, node: np.ndarray, stated: Walks, limit: float) -> np.ndarray:
        """The edges that are not the same or have an end of another cost within the limit."""
        common = len(self.site.uncut.node_xy)
        node, before = node[:common], stated.cost[:common]
        before = np.where(before <= limit, before, np.inf)
        changed = np.append((node < before - TIE) | (node > before + TIE), False)
        # Nobody passes a dead end, and its cost is not searched.
        changed[graph.last.head[graph.last.head < common]] = False
        return self.differs | changed[self.ends[0]] | changed[self.ends[1]]

    def _add_estate_facilities(self, edges: np.ndarray, facilities: np.ndarray) -> None:
        # Facilities of estates without paths stand at other gates: an edge with one may have a walk along itself.
        inside = facilities[self.site.facility_estate[facilities] >= 0]
        if not len(inside):
            return
        for rule, edge_of in ((self.rule, self.edge_of), (AS_STATED, self.stated_edge_of)):
            has_place = np.zeros(len(edges), dtype=bool)
            has_place[edge_of[facilities_under(self.site, rule).of(inside).edge]] = True
            edges |= has_place[edge_of]

    def _homes_at(self, edges: np.ndarray, gates: np.ndarray) -> np.ndarray:
        """The homes on these edges, and those of the estates without paths that own one of these gates."""
        site = self.site
        found = np.append(edges, False).take(site.home_places.edge)
        if gates.any():
            owners = np.zeros(max(site.home_estate.max(initial=-1), site.gates.estate.max()) + 2, dtype=bool)
            owners[site.gates.estate[gates]] = True
            found |= owners[site.home_estate]
        return found

    def _at(self, homes: np.ndarray) -> Searcher:
        """The searcher with these homes, numbered anew from 0."""
        site, network = self.site, self.network
        xy, estate = site.home_xy[homes], site.home_estate[homes]
        access = led(site, site.home_places.take(homes), xy, estate, HOMES.get(self.rule, EVERY_GATE))
        access = joined(access, site.parted, network, self.edge_of)
        inner = inner_walks(xy, estate, site.facility_xy, site.facility_estate, detour_factor=site.detour_factor)
        return replace(self.searcher, ground=replace(self.searcher.ground, homes=access, inner=inner), ways={})


def _differs(network: Network, edge_of: np.ndarray, stated: Network, stated_edge_of: np.ndarray, common: int) -> np.ndarray:
    """Whether the edges of two networks that hold each parted edge are different ones or end at a cut that walks pass."""
    same = network.parent_from_m[edge_of] == stated.parent_from_m[stated_edge_of]
    same &= network.length_m[edge_of] == stated.length_m[stated_edge_of]
    for name in ("start", "end"):
        mine, theirs = getattr(network, name)[edge_of], getattr(stated, name)[stated_edge_of]
        same &= (mine == theirs) | ((mine >= common) & (theirs >= common))
        same &= ~(_is_passed(network)[mine] & (mine >= common)) & ~(_is_passed(stated)[theirs] & (theirs >= common))
    return ~same


def _is_passed(network: Network) -> np.ndarray:
    """Whether more than one edge or gate meets at each node."""
    return np.bincount(np.concatenate([network.start, network.end, network.passes.ravel()]), minlength=len(network.node_xy)) > 1
