"""Homes that walls close in without a single gate: no service can be reached from them, whatever gate is opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from ...layers.problems import MOST_ROWS_OF_A_RULE, WARNING, Problem
from ...layers.words import text
from .barriers import barriers_of, shapes_of
from .estates import EstateIndex, estate_of_points, points_of, words_at
from .gates import GATE_TOLERANCE_M
from .graph import Network
from .ground import Ground, Site, Tables
from .snapping import snap

if TYPE_CHECKING:
    import geopandas as gpd

SEALED_ESTATE = "sealed_estate"
SLACK_M = 0.01  # nodes at a wall may stand on the outline


def sealed_homes(site: Site, opened: Ground, tables: Tables, *, limit_m: float) -> np.ndarray:
    """Whether each home is cut off by walls even with every gate open (opened is the ground with all gates open).

    Water alone seals nothing: an island is no fault of the walls.
    """
    if site.walls is None or not len(site.walls):
        return np.zeros(len(site.home_xy), dtype=bool)
    rings = EstateIndex.of(None, site.walls).rings.geometries
    cut_off = _cut_off(site.uncut, opened.network, np.concatenate([shapes_of(tables.estates), rings]), _without_gate(rings, tables.gates))
    cut_off = opened.homes.least(cut_off[opened.homes.edge].astype(float))
    outside = np.isinf(cut_off) & site.sealed
    hidden = np.flatnonzero(outside & (site.home_estate < 0))
    barriers = barriers_of(site.walls, None, limit_m=limit_m)
    outside[hidden] = snap(site.parted, site.home_xy[hidden], limit_m=limit_m, barriers=barriers).walled
    return (cut_off == 1) | outside


def _without_gate(rings: np.ndarray, gates: gpd.GeoDataFrame | None) -> np.ndarray:
    """The rings of walls that no gate stands at."""
    near, _ = shapely.STRtree(shapes_of(gates)).query(shapely.boundary(rings), predicate="dwithin", distance=GATE_TOLERANCE_M)
    return np.delete(rings, np.unique(near))


def _cut_off(uncut: Network, network: Network, holders: np.ndarray, sealed: np.ndarray) -> np.ndarray:
    """Whether walls keep each edge of a network cut at walls from the rest of what was connected before.

    The rest is the longest part that no holder (an estate, a ring of walls) holds whole; where all are held, the longest.
    What was never connected to anything is kept in where a sealed ring holds it.
    """
    whole, part = _component(uncut)[network.parent], _component(network)
    length_m = np.bincount(part, weights=network.length_m)
    whole_of_part = np.zeros(len(length_m), dtype=int)
    whole_of_part[part] = whole
    order = np.lexsort((-length_m, _enclosed(network, part, holders), whole_of_part))
    cut_off = np.ones(len(length_m), dtype=bool)
    cut_off[order[np.diff(whole_of_part[order], prepend=-1) != 0]] = False
    alone = (np.bincount(whole_of_part) == 1)[whole_of_part]
    return (cut_off | (alone & _enclosed(network, part, sealed)))[part]


def _enclosed(network: Network, part: np.ndarray, holders: np.ndarray) -> np.ndarray:
    """Whether one of the holders has all nodes of each part inside."""
    nodes = network.node_xy[np.stack([network.start, network.end], axis=1)]
    order = np.argsort(part, kind="stable")
    begin = np.flatnonzero(np.diff(part[order], prepend=-1))
    low = np.minimum.reduceat(nodes[order].min(axis=1), begin) + SLACK_M
    high = np.maximum.reduceat(nodes[order].max(axis=1), begin) - SLACK_M
    enclosed = np.zeros(len(begin), dtype=bool)
    boxes = shapely.box(*np.minimum(low, high).T, *np.maximum(low, high).T)
    # By their boxes only small parts can be inside one of them; each of these few is looked at.
    for at, holder in zip(*shapely.STRtree(shapely.envelope(holders)).query(boxes, predicate="covered_by")):
        rows = order[begin[at] : (begin[at + 1] if at + 1 < len(begin) else None)]
        held = shapely.buffer(holders[holder], SLACK_M)
        enclosed[at] |= bool(shapely.intersects_xy(held, *nodes[rows].reshape(-1, 2).T).all())
    return enclosed


def _component(network: Network) -> np.ndarray:
    """The connected part of each edge."""
    size = len(network.node_xy)
    links = csr_matrix((np.ones(network.size, dtype=bool), (network.start, network.end)), (size, size))
    _, used = np.unique(connected_components(links, directed=False)[1][network.start], return_inverse=True)
    return used


def sealed_estates(
    doorplates: gpd.GeoDataFrame, households: np.ndarray, sealed: np.ndarray, estates: gpd.GeoDataFrame | None
) -> Iterator[Problem]:
    """A problem for each estate with sealed homes, the one with most households first."""
    rows = np.flatnonzero(sealed)
    if not len(rows):
        return
    estate = np.full(len(rows), -1)
    if estates is not None and len(estates):
        usable = np.flatnonzero(shapely.area(np.asarray(estates.geometry.array, dtype=object)) > 0)
        estate = estate_of_points(estates, usable, points_of(doorplates)[rows])
    name = np.where(estate >= 0, words_at(estates, "name", estate), words_at(doorplates, "estate", rows))
    frame = pd.DataFrame({"estate": estate, "name": name, "row": rows, "households": np.asarray(households, dtype=float)[rows]})
    groups = frame.groupby(["estate", "name"], sort=True).agg(row=("row", "first"), count=("row", "size"), households=("households", "sum"))
    groups = groups.sort_values("households", ascending=False, kind="stable").reset_index()
    # One sentence for each sealed estate.
    for group in groups.head(MOST_ROWS_OF_A_RULE).to_dict("records"):
        yield _problem(group, doorplates, estates)


def _problem(group: dict, doorplates: gpd.GeoDataFrame, estates: gpd.GeoDataFrame | None) -> Problem:
    counts = {"households": round(group["households"]), "count": group["count"]}
    if group["name"]:
        message = text(
            "{estate}: {households} households ({count} doorplates) are walled in without a gate and cannot leave.",
            estate=group["name"],
            **counts,
        )
    else:
        message = text("Outside every estate {households} households ({count} doorplates) are walled in without a gate.", **counts)
    fix = text("Draw its gates, for example with estateedges, or remove the wall.")
    known = group["estate"] >= 0
    return Problem(
        "estates" if known else "walls",
        SEALED_ESTATE,
        WARNING,
        message,
        row=str(estates["estate_id"].iloc[group["estate"]]) if known else None,
        fix=fix,
        geometry=doorplates.geometry.iloc[group["row"]],
    )
