"""What gates let through: the network cut at walls, with estate gates as the only openings.

A gate opens a crossing within GATE_TOLERANCE_M, or all crossings of the gap that it stands in (gaps.py). `all` and,
as stated, `unknown` let everybody pass; `closed` nobody; `residents` becomes a one-way arc out of its estate (the side
inside the polygon of the estate that the gate or the wall names, else of an estate there, else of a closed wall ring);
where nothing tells the inside it is open both ways.

    crossings = gated_crossings(network, streets, walls, gates, estates)
    network = cut_at_walls(network, crossings, gates_open="as_stated")
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from .barriers import segments_of
from .cutting import Rays, split_edges
from .estates import EstateIndex, nearest_gate, points_of, words, words_at
from .gaps import closing_rows, gates_in
from .graph import Network
from .lines import spans
from .streets import street_levels
from .walls import Crossings, wall_crossings

if TYPE_CHECKING:
    import geopandas as gpd

GATE_TOLERANCE_M = 2.0
PROBES_M = (0.01, 0.1, 0.5, 2.0, 5.0)  # how far from the wall inside and outside are asked for
AS_STATED, ALL_OPEN, UNKNOWN_CLOSED, ALL_SHUT = "as_stated", "all", "unknown_closed", "none"
OPEN, OUT, SHUT = "open", "out", "shut"
RULES = {
    AS_STATED: {"all": OPEN, "unknown": OPEN, "residents": OUT, "closed": SHUT, "": SHUT},
    UNKNOWN_CLOSED: {"all": OPEN, "unknown": SHUT, "residents": OUT, "closed": SHUT, "": SHUT},
    ALL_SHUT: {"all": SHUT, "unknown": SHUT, "residents": SHUT, "closed": SHUT, "": SHUT},
    ALL_OPEN: {"all": OPEN, "unknown": OPEN, "residents": OPEN, "closed": OPEN, "": SHUT},
}


@dataclass(frozen=True)
class GatedCrossings:
    """Wall crossings with the gate that stands there and the side of its estate."""

    at: Crossings
    gate: np.ndarray  # (places,) position in the gates frame; -1 without one
    opening: np.ndarray  # (places,) all, residents, closed, unknown; "" without a gate
    inside: np.ndarray  # (rays,) 1 in the gate's estate, 0 out of it, -1 not asked or not known


def gated_crossings(
    network: Network,
    streets: gpd.GeoDataFrame,
    walls: gpd.GeoDataFrame,
    gates: gpd.GeoDataFrame | None = None,
    estates: gpd.GeoDataFrame | None = None,
) -> GatedCrossings:
    """All places where walls part the edges of a network that has not been cut yet, with their gates."""
    shapes = np.asarray(walls.geometry.array, dtype=object)
    known = np.flatnonzero(~(shapely.is_missing(shapes) | shapely.is_empty(shapes)))
    segments, wall = segments_of(shapes[known])
    on_ground = np.flatnonzero(street_levels(streets)[network.street] == 0)
    crossings = wall_crossings(network, segments, known[wall], edges=on_ground)
    gate = _gates_at(crossings, walls, gates)
    opening = np.append(openings(gates), "")[gate]  # -1 is the last one: no gate
    inside = _insides(crossings, gate, opening, walls, gates, estates)
    return GatedCrossings(crossings, gate, opening, inside)


def _gates_at(crossings: Crossings, walls: gpd.GeoDataFrame, gates: gpd.GeoDataFrame | None) -> np.ndarray:
    """The gate of each crossing: the nearest within the tolerance, in a closed gap the nearest that stands in it; -1 for none."""
    gate = nearest_gate(gates, crossings.xy, within_m=GATE_TOLERANCE_M)
    closing = closing_rows(walls)
    left = np.flatnonzero((gate < 0) & np.isin(crossings.wall, closing))
    if gates is None or not len(left):
        return gate
    xy = points_of(gates)
    piece, stands = gates_in(np.asarray(walls.geometry.array, dtype=object)[closing], xy)
    # Few crossings lie in gaps, and each has its own few gates.
    for place in left:
        own = stands[closing[piece] == crossings.wall[place]]
        if len(own):
            gate[place] = own[np.argmin(np.hypot(*(xy[own] - crossings.xy[place]).T))]
    return gate


def openings(gates: gpd.GeoDataFrame | None) -> np.ndarray:
    """The opening word of each gate; what is missing or strange is unknown."""
    said = words(gates, "open")
    return np.where(np.isin(said, ["all", "residents", "closed"]), said, "unknown").astype(object)


def _insides(
    crossings: Crossings,
    gate: np.ndarray,
    opening: np.ndarray,
    walls: gpd.GeoDataFrame,
    gates: gpd.GeoDataFrame | None,
    estates: gpd.GeoDataFrame | None,
) -> np.ndarray:
    inside = np.full(len(crossings.place), -1)
    places = np.flatnonzero(opening == "residents")
    if not len(places):
        return inside
    index = EstateIndex.of(estates, walls)
    named, of_wall = words_at(gates, "estate", gate), words_at(walls, "estate", crossings.wall)
    first = np.searchsorted(crossings.place, np.arange(len(crossings.xy) + 1))
    way = np.stack([np.cos(crossings.angle), np.sin(crossings.angle)], axis=1)
    estate = np.array([index.first_named(crossings.xy[place], (named[place], of_wall[place])) for place in places])
    places = places[~_by_named_estate(inside, crossings, way, first, places, index.polygons, estate)]
    # The few gates whose estate is not named or does not tell, one by one: each asks its own polygons.
    for place in places:
        rays = np.arange(first[place], first[place + 1])
        inside[rays] = _side(crossings.xy[place], way[rays], index.around(crossings.xy[place], (named[place], of_wall[place])))
    return inside


def _by_named_estate(
    inside: np.ndarray,
    crossings: Crossings,
    way: np.ndarray,
    first: np.ndarray,
    places: np.ndarray,
    polygons: np.ndarray,
    estate: np.ndarray,
) -> np.ndarray:
    """Writes the side of the rays at places whose named estate (-1: none) tells, all at once; which places these are."""
    told = np.zeros(len(places), dtype=bool)
    asked = np.flatnonzero(estate >= 0)
    ray, begin = spans(first[places[asked]], np.diff(first)[places[asked]])
    outline = np.repeat(polygons[estate[asked]], np.diff(begin))
    # From the nearest probe to the farthest: the first that has some rays inside and some outside tells.
    for probe_m in PROBES_M:
        probe = crossings.xy[crossings.place[ray]] + way[ray] * probe_m
        within = shapely.contains_xy(outline, probe[:, 0], probe[:, 1])
        some, every = (of.reduceat(within, begin[:-1]) if len(ray) else within for of in (np.logical_or, np.logical_and))
        telling = some & ~every & ~told[asked]
        rows = np.repeat(telling, np.diff(begin))
        inside[ray[rows]] = within[rows]
        told[asked[telling]] = True
    return told


def _side(xy: np.ndarray, way: np.ndarray, polygons: Iterable[shapely.Geometry]) -> np.ndarray:
    """Which of the rays run inside the first polygon that has some inside and some outside; -1 if there is none."""
    probes = xy + way[None] * np.array(PROBES_M)[:, None, None]
    for polygon in polygons:
        within = shapely.contains_xy(polygon, probes[..., 0], probes[..., 1])
        telling = np.flatnonzero(within.any(axis=1) & ~within.all(axis=1))
        if len(telling):
            return within[telling[0]].astype(int)
    return np.full(len(way), -1)


def states(crossings: GatedCrossings, gates_open: str) -> np.ndarray:
    """open, out or shut for each crossing; a one-way gate whose inside is not known is open."""
    rules = RULES[gates_open]
    codes, said = pd.factorize(crossings.opening)
    state = np.array([rules[opening] for opening in said], dtype="U4")[codes]
    sided = np.bincount(crossings.at.place[crossings.inside >= 0], minlength=len(state)) > 0
    return np.where((state == OUT) & ~sided, OPEN, state)


def cut_at_walls(network: Network, crossings: GatedCrossings, *, gates_open: str = AS_STATED, drawn: bool = True) -> Network:
    """The network with its edges parted at every crossing that is not open; pieces keep the edges' order; drawn as in split_edges."""
    at = crossings.at
    state = states(crossings, gates_open)
    closed = np.flatnonzero(state[at.place] != OPEN)
    if not len(closed):
        return network
    place = at.place[closed]
    group = np.where(state[place] == OUT, crossings.inside[closed], at.sector[closed])
    # One node for each group of rays at a place.
    groups = int(group.max()) + 2
    keys, node = np.unique(place * groups + group + 1, return_inverse=True)
    place_of_node, group_of_node = keys // groups, keys % groups - 1
    rays = Rays(at.edge[closed], at.offset_m[closed], at.forward[closed], len(network.node_xy) + node)
    parted = split_edges(network, rays, is_inner=at.node[place] < 0, drawn=drawn)
    one_way = state[place_of_node] == OUT
    within, without = (np.flatnonzero(one_way & (group_of_node == side)) for side in (1, 0))
    _, out, into = np.intersect1d(place_of_node[within], place_of_node[without], return_indices=True)
    passes = np.stack([within[out], without[into]], axis=1) + len(network.node_xy)
    return replace(parted, node_xy=np.concatenate([network.node_xy, at.xy[place_of_node]]), passes=passes)
