"""What gates let through: the network cut at walls, with estate gates as the only openings.

A gate opens a crossing within GATE_TOLERANCE_M. `all` and, as stated, `unknown` let everybody pass; `closed` nobody;
`residents` becomes a one-way arc out of its estate (the side inside the polygon of the estate that the gate or the
wall names, else of an estate there, else of a closed wall ring); where nothing tells the inside it is open both ways.

    crossings = gated_crossings(network, streets, walls, gates, estates)
    network = cut_at_walls(network, crossings, gates_open="as_stated")
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from .barriers import segments_of
from .estates import EstateIndex, nearest_gate, words, words_at
from .graph import Network, point_on_edges
from .lines import spans
from .streets import street_levels
from .walls import Crossings, wall_crossings

if TYPE_CHECKING:
    import geopandas as gpd

GATE_TOLERANCE_M = 2.0
PROBES_M = (0.1, 0.5, 2.0, 5.0)  # how far from the wall inside and outside are asked for
AS_STATED, ALL_OPEN, UNKNOWN_CLOSED = "as_stated", "all", "unknown_closed"
OPEN, OUT, SHUT = "open", "out", "shut"
RULES = {
    AS_STATED: {"all": OPEN, "unknown": OPEN, "residents": OUT, "closed": SHUT, "": SHUT},
    UNKNOWN_CLOSED: {"all": OPEN, "unknown": SHUT, "residents": OUT, "closed": SHUT, "": SHUT},
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
    gate = nearest_gate(gates, crossings.xy, within_m=GATE_TOLERANCE_M)
    opening = np.append(openings(gates), "")[gate]  # -1 is the last one: no gate
    inside = _insides(crossings, gate, opening, walls, gates, estates)
    return GatedCrossings(crossings, gate, opening, inside)


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
    # Gate by gate: there are few, and each asks its own polygons.
    for place in places:
        rays = np.arange(first[place], first[place + 1])
        polygons = index.around(crossings.xy[place], (named[place], of_wall[place]))
        inside[rays] = _side(crossings.xy[place], crossings.angle[rays], polygons)
    return inside


def _side(xy: np.ndarray, angle: np.ndarray, polygons: list[shapely.Geometry]) -> np.ndarray:
    way = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    for polygon in polygons:
        for probe_m in PROBES_M:
            within = shapely.contains_xy(polygon, xy + way * probe_m)
            if within.any() and not within.all():
                return within.astype(int)
    return np.full(len(angle), -1)


def states(crossings: GatedCrossings, gates_open: str) -> np.ndarray:
    """open, out or shut for each crossing; a one-way gate whose inside is not known is open."""
    rules = RULES[gates_open]
    state = np.array([rules[opening] for opening in crossings.opening], dtype="U4")
    sided = np.bincount(crossings.at.place[crossings.inside >= 0], minlength=len(state)) > 0
    return np.where((state == OUT) & ~sided, OPEN, state)


def cut_at_walls(network: Network, crossings: GatedCrossings, *, gates_open: str = AS_STATED) -> Network:
    """The network with its edges parted at every crossing that is not open; pieces keep the edges' order."""
    at = crossings.at
    state = states(crossings, gates_open)
    group = np.where(state[at.place] == OUT, crossings.inside, at.sector)
    rays = pd.DataFrame({"place": at.place, "group": group, "edge": at.edge, "offset_m": at.offset_m, "forward": at.forward})
    rays = rays[state[at.place] != OPEN]
    if not len(rays):
        return network
    rays["node"] = rays.groupby(["place", "group"]).ngroup() + len(network.node_xy)
    new = rays.drop_duplicates("node").sort_values("node")
    parted = _parted(network, rays, at.node)
    one_way = new[state[new["place"]] == OUT]
    passes = one_way[one_way["group"] == 1].merge(one_way[one_way["group"] == 0], on="place")[["node_x", "node_y"]]
    return replace(parted, node_xy=np.concatenate([network.node_xy, at.xy[new["place"]]]), passes=passes.to_numpy())


def _parted(network: Network, rays: pd.DataFrame, node_of_place: np.ndarray) -> Network:
    inner = node_of_place[rays["place"]] < 0
    start, end = network.start.copy(), network.end.copy()
    at_node = rays[~inner]
    ahead, back = at_node[at_node["forward"]], at_node[~at_node["forward"]]
    start[ahead["edge"]] = ahead["node"]
    end[back["edge"]] = back["node"]
    cuts = rays[inner].pivot(index=["edge", "offset_m"], columns="forward", values="node").reset_index()
    if not len(cuts):
        return replace(network, start=start, end=end)
    return _split(network, start, end, cuts["edge"].to_numpy(), cuts["offset_m"].to_numpy(), cuts[False].to_numpy(), cuts[True].to_numpy())


def _split(
    network: Network, start: np.ndarray, end: np.ndarray, edge: np.ndarray, offset_m: np.ndarray, before: np.ndarray, after: np.ndarray
) -> Network:
    # Cuts are in the order of (edge, offset): piece k of an edge lies between its cuts k - 1 and k.
    count = np.bincount(edge, minlength=network.size) + 1
    parent = np.repeat(np.arange(network.size), count)
    is_first = np.diff(parent, prepend=-1) > 0
    is_last = np.append(is_first[1:], True)
    from_m, to_m = np.zeros(len(parent)), network.length_m[parent]
    from_m[~is_first], to_m[~is_last] = offset_m, offset_m
    new_start, new_end = start[parent], end[parent]
    new_start[~is_first], new_end[~is_last] = after, before
    xy, along_m, first = _part_geometry(network, parent, from_m, to_m, is_first, is_last)
    return replace(
        network,
        start=new_start,
        end=new_end,
        first=first,
        xy=xy,
        along_m=along_m,
        parent=parent,
        parent_from_m=from_m,
        # The pieces share the penalty by their length: a walk over all of them pays it once.
        penalty_s=network.penalty_s[parent] * ((to_m - from_m) / network.length_m[parent]),
        **{name: getattr(network, name)[parent] for name in ("street", "forward_factor", "backward_factor")},
    )


def _part_geometry(
    network: Network, parent: np.ndarray, from_m: np.ndarray, to_m: np.ndarray, is_first: np.ndarray, is_last: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    vertex, begin = spans(network.first[parent], np.diff(network.first)[parent])
    piece = np.repeat(np.arange(len(parent)), np.diff(begin))
    at_m = network.along_m[vertex]
    low, high = np.where(is_first, -1.0, from_m), np.where(is_last, np.inf, to_m)
    kept = (at_m > low[piece]) & (at_m < high[piece])
    cut_start, cut_end = np.flatnonzero(~is_first), np.flatnonzero(~is_last)
    piece = np.concatenate([piece[kept], cut_start, cut_end])
    at_m = np.concatenate([at_m[kept], from_m[cut_start], to_m[cut_end]])
    ends = [point_on_edges(network, parent[rows], at[rows]) for rows, at in ((cut_start, from_m), (cut_end, to_m))]
    xy = np.concatenate([network.xy[vertex[kept]], *ends])
    order = np.lexsort((at_m, piece))
    first = np.concatenate([[0], np.cumsum(np.bincount(piece, minlength=len(parent)))])
    return xy[order], (at_m - from_m[piece])[order], first
