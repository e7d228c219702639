"""The searches of a run laid ready, so that a change asks only the doorplates it can reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Optional

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.profiles import Category
from ...layers.progress import SILENT, Progress
from ...layers.words import Text, text
from .access import EVERY_GATE, HOMES, VISITORS, Access
from .barriers import Barriers, barriers_of
from .coverage import Coverage, surveyed
from .deciding import ranks, unit_of
from .fieldstack import Stack, web_of
from .gates import ALL_OPEN, AS_STATED, OPEN, OUT, UNKNOWN_CLOSED, GatedCrossings, states
from .graph import METRES
from .ground import Site, led
from .pieces import Pieces, Places, pieces_of
from .results import NETWORK, Settings
from .search import FROM_FACILITY, ROUND_TRIP, TO_FACILITY, SearchGraph, search, search_graph

RULES = (AS_STATED, ALL_OPEN, UNKNOWN_CLOSED)
LABEL_STEP = 512  # between the labels of a run's facilities: new ones find room without numbering anew


@dataclass(frozen=True)
class Sites:
    """The facilities of a run or of a changed one, by row; closed ones keep their row and serve nothing."""

    id: np.ndarray
    label: np.ndarray  # in the order of the ids as text: the lower wins a tie
    xy: np.ndarray
    places: Places
    estate: np.ndarray
    rows_of: dict[str, np.ndarray]  # by category


@dataclass(frozen=True)
class Doors:
    """What gates are open: the opening of each crossing of a street and a wall, and of each gate of an estate without paths."""

    crossing: np.ndarray
    estate: np.ndarray


@dataclass(frozen=True)
class Joints:
    """The pairs of network nodes that a gate joins when it is open."""

    place: np.ndarray  # crossing
    pair: np.ndarray  # (pairs, 2) nodes of the parted network
    outwards: np.ndarray  # from inside the gate's estate to its outside
    same_side: np.ndarray


@dataclass(frozen=True)
class Workbench:
    """A run's searches under every rule about gates, on the network parted at all of them."""

    coverage: Coverage
    settings: Settings
    complete: set[str]  # categories that a survey calls complete
    rules: tuple[str, ...]
    direction: str
    graphs: dict[str, SearchGraph]  # by unit, without any gate
    stack: Stack  # rule by rule, each with all categories
    joints: Joints
    doors: Doors
    sites: Sites
    pieces: Pieces
    barriers: Barriers
    homes_first: np.ndarray  # (edges + 1,) homes by the edge they stand at
    homes_of_edge: np.ndarray
    gate_ids: np.ndarray
    estates: Optional[gpd.GeoDataFrame]

    @property
    def site(self) -> Site:
        """The places of the run."""
        return self.coverage.site

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories, in the order of the stack's rows under each rule."""
        return self.settings.profile.categories

    def visitors(self, sites: Sites, doors: Doors, rule: str) -> Access:
        """How the facilities reach the network under a rule about gates."""
        return self._led(VISITORS.get(rule, EVERY_GATE), doors, sites.places, sites.xy, sites.estate)

    def homes(self, rows: np.ndarray, doors: Doors, rule: str) -> Access:
        """How these homes do, numbered anew from 0."""
        site = self.site
        return self._led(HOMES.get(rule, EVERY_GATE), doors, site.home_places.take(rows), site.home_xy[rows], site.home_estate[rows])

    def _led(self, words: tuple[str, ...], doors: Doors, places: Places, xy: np.ndarray, estate: np.ndarray) -> Access:
        site = replace(self.site, gates=replace(self.site.gates, opening=doors.estate))
        return led(site, places, xy, estate, words)

    def passes(self, doors: Doors) -> tuple[np.ndarray, ...]:
        """The open gates as arcs in the direction of the search, by rule."""
        return tuple(walked_passes(self.joints, self.site.crossings, doors, rule)[:, ::-1] for rule in self.rules)


def why_whole(site: Optional[Site], settings: Settings) -> Optional[Text]:
    """Why only a whole run can answer a change; None where it leaves every edge and every search of its kind as it is."""
    if site is None or settings.method != NETWORK:
        return text("An estimate by straight lines keeps no searches.")
    both_ways = bool((site.uncut.forward_factor == site.uncut.backward_factor).all())
    if settings.direction == ROUND_TRIP and (site.has("residents") or not both_ways):
        return text("Round trips whose ways there and back differ are searched facility by facility.")
    at_gates = np.zeros(0, dtype=int) if site.crossings is None else site.crossings.at.edge
    # A penalty is paid on whole edges only, and a gate that opens makes two edges one.
    if site.uncut.penalty_s[at_gates].any():
        return text("A street with a delay runs through a wall: a gate that opens there changes what the street costs.")
    return None


def workbench_of(
    coverage: Coverage,
    tables: Mapping[str, gpd.GeoDataFrame],
    settings: Settings,
    *,
    rules: tuple[str, ...] = RULES,
    progress: Progress = SILENT,
) -> Optional[Workbench]:
    """All searches of a run under these rules about gates; None where a change alters more than the searches can tell."""
    site = coverage.site
    if why_whole(site, settings) is not None:
        return None
    gates, order = tables.get("gates"), np.argsort(site.home_places.edge, kind="stable")
    direction = FROM_FACILITY if settings.direction == FROM_FACILITY else TO_FACILITY
    doors = Doors(np.zeros(0, dtype=object) if site.crossings is None else site.crossings.opening, site.gates.opening)
    has_gates = len(doors.estate) > 0 or (site.crossings is not None and bool((site.crossings.gate >= 0).any()))
    units = {unit_of(category) for category in settings.profile.categories}
    graphs = {unit: search_graph(site.parted, unit=unit, direction=direction) for unit in sorted(units)}
    bench = Workbench(
        coverage=coverage,
        settings=settings,
        complete=surveyed(tables.get("surveys")),
        rules=rules if has_gates else rules[:1],
        direction=direction,
        graphs=graphs,
        stack=_empty_stack(graphs),
        joints=joints_of(site.crossings, len(site.uncut.node_xy)),
        doors=doors,
        sites=_sites_of(coverage),
        pieces=pieces_of(site.parted),
        barriers=barriers_of(site.walls, tables.get("land"), limit_m=settings.snap_limit_m),
        homes_first=np.searchsorted(site.home_places.edge[order], np.arange(site.parted.size + 1)),
        homes_of_edge=order,
        gate_ids=np.zeros(0, dtype=object) if gates is None else gates["gate_id"].astype(str).to_numpy(),
        estates=tables.get("estates"),
    )
    return replace(bench, stack=_searched(bench, progress))


def _sites_of(coverage: Coverage) -> Sites:
    site, ids = coverage.site, coverage.facilities["facility_id"].to_numpy(dtype=object)
    return Sites(
        ids,
        (ranks(ids) * LABEL_STEP).astype(np.int32),
        site.facility_xy,
        site.facility_places,
        site.facility_estate,
        coverage.facilities_of,
    )


def _empty_stack(graphs: Mapping[str, SearchGraph]) -> Stack:
    nothing = np.zeros((0, 0))
    return Stack(web_of(next(iter(graphs.values()))), nothing.ravel(), nothing.ravel(), (), nothing, nothing, nothing)


def _searched(bench: Workbench, progress: Progress) -> Stack:
    found, passes = [], []
    label = bench.sites.label
    for at, rule in enumerate(bench.rules):
        walked = walked_passes(bench.joints, bench.site.crossings, bench.doors, rule)
        network, places = replace(bench.site.parted, passes=walked), bench.visitors(bench.sites, bench.doors, rule)
        graphs = {unit: search_graph(network, unit=unit, direction=bench.direction) for unit in bench.graphs}
        passes.append(walked[:, ::-1])
        for k, category in enumerate(bench.categories):
            progress.at((at + k / len(bench.categories)) / len(bench.rules))
            of_category = places.of(bench.sites.rows_of[category.id])
            found.append(search(graphs[unit_of(category)], of_category, label[of_category.point]))
    in_metres = [int(unit_of(category) == METRES) for _ in bench.rules for category in bench.categories]
    rule_of_row = np.repeat(np.arange(len(bench.rules)), len(bench.categories))
    columns = [np.stack([getattr(walks, name) for walks in found]) for name in ("cost", "other", "label")]
    return Stack(bench.stack.web, np.array(in_metres), rule_of_row, tuple(passes), *columns)


def joints_of(crossings: Optional[GatedCrossings], uncut_nodes: int) -> Joints:
    """The pairs of nodes where a wall parts streets, numbered as gates.cut_at_walls does with all gates shut."""
    if crossings is None:
        nothing = np.zeros(0, dtype=int)
        return Joints(nothing, np.zeros((0, 2), dtype=int), nothing.astype(bool), nothing.astype(bool))
    at = crossings.at
    rays = pd.DataFrame({"place": at.place, "group": at.sector, "inside": crossings.inside})
    rays["node"] = rays.groupby(["place", "group"]).ngroup() + uncut_nodes
    rays = rays.drop_duplicates(["place", "node"])
    pairs = rays.merge(rays, on="place")
    pairs = pairs[pairs["node_x"] != pairs["node_y"]]
    inside, outside = pairs["inside_x"].to_numpy(), pairs["inside_y"].to_numpy()
    return Joints(pairs["place"].to_numpy(), pairs[["node_x", "node_y"]].to_numpy(), (inside == 1) & (outside == 0), inside == outside)


def walked_passes(joints: Joints, crossings: Optional[GatedCrossings], doors: Doors, rule: str) -> np.ndarray:
    """The arcs that open gates are to a walker under a rule, shape (passes, 2)."""
    if crossings is None:
        return joints.pair
    state = states(replace(crossings, opening=doors.crossing), rule)[joints.place]
    return joints.pair[(state == OPEN) | ((state == OUT) & (joints.outwards | joints.same_side))]
