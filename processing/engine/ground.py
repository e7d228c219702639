"""Doorplates and facilities on the network, for every rule about gates that a run asks about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from ...layers.progress import SILENT, Progress, waited
from ...layers.words import text
from .access import EVERY_GATE, HOMES, VISITORS, Access, Inner, access_of, equal_pairs, inner_walks, joined, joined_edges, through_gates
from .barriers import barriers_of, shapes_of
from .elsewhere import refuse_elsewhere
from .estates import (
    EstateIndex,
    enclosed,
    estate_of_points,
    estates_without_paths,
    gated_estates,
    gates_of_estates,
    points_of,
    walled_estates,
)
from .gaps import with_closed_gaps
from .gates import ALL_OPEN, ALL_SHUT, GATE_TOLERANCE_M, UNKNOWN_CLOSED, GatedCrossings, cut_at_walls, gated_crossings, openings
from .graph import Network
from .network import street_network
from .pieces import Places
from .rings import Rings, rings_of
from .slope import with_slopes
from .snapping import snap
from .streets import street_levels

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.elevation import Relief
    from .results import Settings


@dataclass(frozen=True)
class Tables:
    """The optional tables that shape the ground; None where a run has none."""

    gates: gpd.GeoDataFrame | None = None
    walls: gpd.GeoDataFrame | None = None
    estates: gpd.GeoDataFrame | None = None
    land: gpd.GeoDataFrame | None = None
    relief: Relief | None = None


@dataclass(frozen=True)
class EstateGates:
    """The gates of gated estates without mapped paths."""

    gate: np.ndarray  # (gates,) position in the gates frame
    estate: np.ndarray  # (gates,) position in the estates frame
    opening: np.ndarray
    xy: np.ndarray
    places: Places


@dataclass(frozen=True)
class Ground:
    """The network for one rule about gates, and how homes and facilities reach it."""

    network: Network
    homes: Access
    facilities: Access
    inner: Inner


@dataclass(frozen=True)
class Site:
    """What all rules about gates share: the uncut network, its crossings, and the places on the parted network.

    The parted network is cut at every crossing, whatever gate stands there: a point that sees a street as far as the
    wall keeps its side.
    """

    uncut: Network
    crossings: GatedCrossings | None
    parted: Network
    home_xy: np.ndarray
    facility_xy: np.ndarray
    home_places: Places
    facility_places: Places
    home_estate: np.ndarray  # estate without mapped paths that a home stands in; -1: none
    facility_estate: np.ndarray
    gates: EstateGates
    pathless: np.ndarray  # the estates without mapped paths, positions in the estates frame
    detour_factor: float
    walls: gpd.GeoDataFrame | None  # gaps that a gate stands in closed
    rings: Rings | None  # of these walls
    dem_cover: float | None = None  # share of the street length with known heights; None without an elevation model

    @property
    def sealed(self) -> np.ndarray:
        """Homes near an edge that walls or water keep them from; those of an estate without paths whose gates lead nowhere."""
        gates = self.gates
        walled = gates.estate[gates.places.walled]
        # An estate whose gates are only too far from any street is not connected, but not sealed either.
        led = gates.estate[gates.places.found | ~np.isin(gates.estate, walled)]
        return self.home_places.walled | ((self.home_estate >= 0) & ~np.isin(self.home_estate, led))

    def has(self, *words: str) -> bool:
        """Whether a gate of such an opening matters: one stands at a crossing or leads into an estate without paths."""
        at_crossings = np.zeros(0, dtype=object) if self.crossings is None else self.crossings.opening
        return bool(np.isin(np.concatenate([at_crossings, self.gates.opening]), words).any())


def survey(
    home_xy: np.ndarray,
    facility_xy: np.ndarray,
    streets: gpd.GeoDataFrame,
    tables: Tables,
    settings: Settings,
    *,
    progress: Progress = SILENT,
) -> Site:
    """Homes and facilities snapped to the network, each on its own side of walls and water."""
    tables = replace(tables, walls=with_closed_gaps(tables.walls, tables.gates, tables.estates))
    uncut, dem_cover, crossings, parted = _networks(streets, tables, settings, progress)
    doing = text("Looking at estates and their gates")
    pathless, gate, estate = waited(progress, 0.25, lambda: _pathless(uncut, tables), doing)
    home_estate, facility_estate = (_estates_at(tables, pathless, xy) for xy in (home_xy, facility_xy))
    gate_xy = _on_walls(_gate_xy(tables, gate), tables.walls)
    barriers = waited(progress, 0.3, lambda: barriers_of(tables.walls, tables.land, limit_m=settings.snap_limit_m))
    rings = waited(progress, 0.3, lambda: _rings(parted, crossings, tables))
    # One call for all points; who lives behind gates without paths has no leg of its own.
    xy = np.concatenate([home_xy, facility_xy, gate_xy])
    own = np.concatenate([home_estate, facility_estate, np.full(len(gate_xy), -1)]) < 0
    xy[~own] = np.nan
    places = snap(parted, xy, limit_m=settings.snap_limit_m, barriers=barriers, rings=rings, progress=progress.part(0.35, 1))
    of_homes, of_facilities, of_gates = np.split(np.arange(len(xy)), np.cumsum([len(home_xy), len(facility_xy)]))
    asked = [(text("doorplates"), xy[of_homes], places.take(of_homes)), (text("facilities"), xy[of_facilities], places.take(of_facilities))]
    refuse_elsewhere(parted, asked, limit_m=settings.snap_limit_m, progress=progress)
    return Site(
        uncut,
        crossings,
        parted,
        home_xy,
        facility_xy,
        places.take(of_homes),
        places.take(of_facilities),
        home_estate,
        facility_estate,
        EstateGates(gate, estate, openings(tables.gates)[gate], gate_xy, places.take(of_gates)),
        pathless,
        settings.detour_factor,
        tables.walls,
        rings,
        dem_cover,
    )


def _networks(
    streets: gpd.GeoDataFrame, tables: Tables, settings: Settings, progress: Progress
) -> tuple[Network, float | None, GatedCrossings | None, Network]:
    """The uncut network, the share of it with heights, where walls cross it, and the network parted at all crossings."""
    progress.at(0, text("Building the walking network"))
    walker = settings.walker
    uncut = street_network(
        streets,
        walker=walker,
        node_tolerance_m=settings.node_tolerance_m,
        penalties=settings.penalties,
        progress=progress.part(0, 0.05),
    )
    dem_cover = None
    if tables.relief is not None:
        level = street_levels(streets)[uncut.street]
        uncut, dem_cover = with_slopes(
            uncut, tables.relief, level, hurries_downhill=walker.hurries_downhill, progress=progress.part(0.05, 0.1)
        )
    if tables.walls is None or not len(tables.walls):
        return uncut, dem_cover, None, uncut
    doing = text("Looking where walls cross streets")
    crossings = waited(progress, 0.1, lambda: gated_crossings(uncut, streets, tables.walls, tables.gates, tables.estates), doing)
    return uncut, dem_cover, crossings, waited(progress, 0.2, lambda: cut_at_walls(uncut, crossings, gates_open=ALL_SHUT))


def _rings(parted: Network, crossings: GatedCrossings | None, tables: Tables) -> Rings | None:
    return None if crossings is None else rings_of(enclosed(shapes_of(tables.walls)), parted, crossings.at.loose)


def ground(site: Site, gates_open: str) -> Ground:
    """The network and all access rows under one rule about gates."""
    network, parted = cut_under(site, gates_open), site.parted
    edge_of = joined_edges(parted, network)
    homes, facilities = homes_under(site, gates_open), facilities_under(site, gates_open)
    inner = inner_walks(site.home_xy, site.home_estate, site.facility_xy, site.facility_estate, detour_factor=site.detour_factor)
    return Ground(network, joined(homes, parted, network, edge_of), joined(facilities, parted, network, edge_of), inner)


def cut_under(site: Site, gates_open: str, *, drawn: bool = True) -> Network:
    """The network cut where walls and gates stop walks under a rule about gates; drawn as in split_edges."""
    return site.uncut if site.crossings is None else cut_at_walls(site.uncut, site.crossings, gates_open=gates_open, drawn=drawn)


def homes_under(site: Site, gates_open: str) -> Access:
    """How homes reach the parted network under a rule about gates."""
    return led(site, site.home_places, site.home_xy, site.home_estate, HOMES.get(gates_open, EVERY_GATE))


def facilities_under(site: Site, gates_open: str) -> Access:
    """How facilities reach the parted network under a rule about gates."""
    return led(site, site.facility_places, site.facility_xy, site.facility_estate, VISITORS.get(gates_open, EVERY_GATE))


def is_needed(site: Site, gates_open: str) -> bool:
    """Whether the answer under this rule about gates can differ from the stated one."""
    if gates_open == ALL_OPEN:
        return site.has("residents", "closed")
    return gates_open == UNKNOWN_CLOSED and site.has("unknown")


def led(site: Site, places: Places, xy: np.ndarray, estate: np.ndarray, open_words: tuple[str, ...]) -> Access:
    """How points with these places, coordinates and estates reach the parted network where gates of these openings are open."""
    access = access_of(places)
    if not (estate >= 0).any():
        return access
    usable = np.isin(site.gates.opening, open_words)
    gate_estate = np.where(usable, site.gates.estate, -1)
    return through_gates(access, xy, estate, site.gates.xy, gate_estate, site.gates.places, detour_factor=site.detour_factor)


def gates_used(site: Site, access: Access, estate: np.ndarray, open_words: tuple[str, ...]) -> np.ndarray:
    """The estate gate (position in site.gates) that each row of homes or facilities leads through; -1 for none."""
    used, present = np.full(len(access.point), -1), np.zeros(access.points, dtype=bool)
    present[access.point] = True
    usable = np.isin(site.gates.opening, open_words) & site.gates.places.found
    # Rows of points behind gates stand in the order in which through_gates() made them.
    _, gate = equal_pairs(np.where(present, estate, -1), np.where(usable, site.gates.estate, -1))
    used[estate[access.point] >= 0] = gate
    return used


def _pathless(network: Network, tables: Tables) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gated estates without mapped paths, their gates, and the estate of each of these gates (positions).

    Where an estate has neither gate nor wall in the data nothing is known to keep its doorplates in: they snap like others.
    """
    nothing = np.zeros(0, dtype=int)
    if tables.estates is None or not len(tables.estates):
        return nothing, nothing, nothing
    gated = np.flatnonzero(gated_estates(tables.estates, tables.walls, tables.gates))
    pathless = estates_without_paths(network, tables.estates, gated)
    owner = gates_of_estates(tables.gates, tables.estates, EstateIndex.of(tables.estates, tables.walls))
    gate = np.flatnonzero(np.isin(owner, pathless))
    closed_in = np.union1d(owner[gate], walled_estates(tables.estates, pathless, tables.walls)).astype(int)
    return np.intersect1d(pathless, closed_in), gate, owner[gate]


def _estates_at(tables: Tables, pathless: np.ndarray, xy: np.ndarray) -> np.ndarray:
    if not len(pathless):
        return np.full(len(xy), -1)
    return estate_of_points(tables.estates, pathless, xy)


def _gate_xy(tables: Tables, gate: np.ndarray) -> np.ndarray:
    return points_of(tables.gates)[gate] if len(gate) else np.zeros((0, 2))


def _on_walls(xy: np.ndarray, walls: gpd.GeoDataFrame | None) -> np.ndarray:
    """Gates drawn a little beside their wall are moved onto it, so that they lead to both its sides."""
    lines = shapes_of(walls)
    if not len(xy) or not len(lines):
        return xy
    tree, points = shapely.STRtree(lines), shapely.points(xy)
    gate, wall = tree.query_nearest(points, max_distance=GATE_TOLERANCE_M, all_matches=False)
    foot = shapely.line_interpolate_point(lines[wall], shapely.line_locate_point(lines[wall], points[gate]))
    xy = xy.copy()
    xy[gate] = shapely.get_coordinates(foot)
    return xy
