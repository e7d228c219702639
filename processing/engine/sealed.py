"""Homes that walls close in without a single gate: no service can be reached from them, whatever gate is opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from ...layers.problems import MOST_ROWS_OF_A_RULE, WARNING, Problem
from ...layers.words import text
from .access import joined_edges
from .barriers import barriers_of, shapes_of
from .estates import estate_of_points, points_of, words, words_at
from .gates import ALL_OPEN, GATE_TOLERANCE_M
from .graph import Network
from .ground import Site, Tables, homes_under
from .lines import spans
from .snapping import snap
from .weighing import weigh

if TYPE_CHECKING:
    import geopandas as gpd

    from .results import Settings

SEALED_ESTATE = "sealed_estate"
FEW_CELLS = 100
SLACK_M = 0.01  # nodes at a wall may stand on the outline


def sealed_homes(site: Site, opened: Network, tables: Tables, *, limit_m: float) -> np.ndarray:
    """Whether each home is cut off by walls even with every gate open (opened is the network then).

    Water alone seals nothing: an island is no fault of the walls.
    """
    if site.walls is None or not len(site.walls):
        return np.zeros(len(site.home_xy), dtype=bool)
    rings = site.rings.polygons
    cut_off = _cut_off(site.uncut, opened, np.concatenate([shapes_of(tables.estates), rings]), _without_gate(rings, tables.gates))
    homes = homes_under(site, ALL_OPEN)
    cut_off = homes.least(cut_off[joined_edges(site.parted, opened)[homes.edge]].astype(float))
    outside = np.isinf(cut_off) & site.sealed
    hidden = np.flatnonzero(outside & (site.home_estate < 0))
    outside[hidden] = _behind_walls(site, site.home_xy[hidden], limit_m)
    return (cut_off == 1) | outside


def _behind_walls(site: Site, xy: np.ndarray, limit_m: float) -> np.ndarray:
    """Whether walls alone, without water, keep places from every street within the limit."""
    if not len(xy):
        return np.zeros(0, dtype=bool)
    network, walls = site.parted, site.walls
    cells = np.unique(np.floor(xy / limit_m), axis=0)
    if len(cells) <= FEW_CELLS:
        # Only what is near them is looked at.
        low, high = (of.reduceat(network.xy, network.first[:-1]) for of in (np.minimum, np.maximum))
        network = network.of(np.flatnonzero(_near(low, high, cells, limit_m)))
        box = walls.geometry.bounds.to_numpy()
        walls = walls[_near(box[:, :2], box[:, 2:], cells, limit_m)]
    barriers = barriers_of(walls, None, limit_m=limit_m)
    return snap(network, xy, limit_m=limit_m, barriers=barriers).walled


def _near(low: np.ndarray, high: np.ndarray, cells: np.ndarray, cell_m: float) -> np.ndarray:
    """Whether each box meets one of the cells or one beside it."""
    near = np.zeros(len(low), dtype=bool)
    for cell in cells:
        near |= ((low <= (cell + 2) * cell_m) & (high >= (cell - 1) * cell_m)).all(axis=1)
    return near


def _without_gate(rings: np.ndarray, gates: gpd.GeoDataFrame | None) -> np.ndarray:
    """The rings of walls that no gate stands at."""
    near, _ = shapely.STRtree(shapes_of(gates)).query(shapely.boundary(rings), predicate="dwithin", distance=GATE_TOLERANCE_M)
    return np.delete(rings, np.unique(near))


def _cut_off(uncut: Network, network: Network, holders: np.ndarray, sealed: np.ndarray) -> np.ndarray:
    """Whether walls keep each edge of a network cut at walls from the rest of what was connected before.

    The rest is the longest part that no holder (an estate, a ring of walls) holds whole; where all are held, the longest.
    What was never connected to anything is kept in where a sealed ring holds it.
    """
    parts = _parts(network)
    whole = np.zeros(parts.count, dtype=int)
    whole[parts.of_edge] = _component(uncut)[network.parent]
    order = np.lexsort((-parts.length_m, whole))
    begin = np.flatnonzero(np.diff(whole[order], prepend=-1))
    end = np.append(begin[1:], len(order))
    cut_off = np.ones(parts.count, dtype=bool)
    cut_off[order[_first_free(parts, order, begin, end, holders)]] = False
    alone = order[begin[end - begin == 1]]
    cut_off[alone] = _enclosed(parts, alone, sealed)
    return cut_off[parts.of_edge]


def _first_free(parts: _Parts, order: np.ndarray, begin: np.ndarray, end: np.ndarray, holders: np.ndarray) -> np.ndarray:
    """In each stretch of the order (begin to end) the place of the first part that no holder holds; of all held ones the first."""
    free, at = begin.copy(), begin.copy()
    asked = np.flatnonzero(end - begin > 1)
    # Round by round: nearly always the longest part is free.
    while len(asked):
        held = _enclosed(parts, order[at[asked]], holders)
        free[asked[~held]] = at[asked[~held]]
        at[asked] += 1
        asked = asked[held & (at[asked] < end[asked])]
    return free


@dataclass(frozen=True)
class _Parts:
    """The connected parts of a network."""

    of_edge: np.ndarray
    length_m: np.ndarray  # by part
    order: np.ndarray  # the edges by part
    first: np.ndarray  # (parts + 1,) in order
    xy: np.ndarray  # (edges, 2, 2) both ends

    @property
    def count(self) -> int:
        """How many parts there are."""
        return len(self.length_m)


def _parts(network: Network) -> _Parts:
    part = _component(network)
    first = np.concatenate([[0], np.cumsum(np.bincount(part))])
    xy = network.node_xy[np.stack([network.start, network.end], axis=1)]
    return _Parts(part, np.bincount(part, weights=network.length_m), np.argsort(part, kind="stable"), first, xy)


def _enclosed(parts: _Parts, rows: np.ndarray, holders: np.ndarray) -> np.ndarray:
    """Whether one of the holders has all nodes of each of these parts inside."""
    if not len(rows):
        return np.zeros(0, dtype=bool)
    at, begin = spans(parts.first[rows], np.diff(parts.first)[rows])
    edges = parts.order[at]
    low = np.minimum.reduceat(parts.xy[edges].min(axis=1), begin[:-1]) + SLACK_M
    high = np.maximum.reduceat(parts.xy[edges].max(axis=1), begin[:-1]) - SLACK_M
    enclosed = np.zeros(len(rows), dtype=bool)
    boxes = shapely.box(*np.minimum(low, high).T, *np.maximum(low, high).T)
    # By their boxes only small parts can be inside one of them; each of these few is looked at.
    for part, holder in zip(*shapely.STRtree(shapely.envelope(holders)).query(boxes, predicate="covered_by")):
        held = shapely.buffer(holders[holder], SLACK_M)
        nodes = parts.xy[edges[begin[part] : begin[part + 1]]]
        enclosed[part] |= bool(shapely.intersects_xy(held, *nodes.reshape(-1, 2).T).all())
    return enclosed


def _component(network: Network) -> np.ndarray:
    """The connected part of each edge."""
    _, used = np.unique(network.component[network.start], return_inverse=True)
    return used


def sealed_estates(
    doorplates: gpd.GeoDataFrame, sealed: np.ndarray, estates: gpd.GeoDataFrame | None, settings: Settings
) -> Iterator[Problem]:
    """A problem for each estate with sealed homes, the one with most households first."""
    rows = np.flatnonzero(sealed)
    if not len(rows):
        return
    homes, estate = doorplates.iloc[rows], np.full(len(rows), -1)
    if estates is not None and len(estates):
        usable = np.flatnonzero(shapely.area(np.asarray(estates.geometry.array, dtype=object)) > 0)
        estate = estate_of_points(estates, usable, points_of(homes))
    name = np.where(estate >= 0, words_at(estates, "name", estate), words(homes, "estate"))
    households = weigh(homes, settings)["households"].astype(float)
    frame = pd.DataFrame({"estate": estate, "name": name, "row": rows, "households": households})
    groups = frame.groupby(["estate", "name"], sort=True).agg(row=("row", "first"), count=("row", "size"), households=("households", "sum"))
    groups = groups.sort_values("households", ascending=False, kind="stable").reset_index()
    groups = groups.head(MOST_ROWS_OF_A_RULE)
    ids = words_at(estates, "estate_id", groups["estate"].to_numpy())
    shapes = np.asarray(doorplates.geometry.array, dtype=object)[groups["row"]]
    # One sentence for each sealed estate.
    for group, estate_id, home in zip(groups.to_dict("records"), ids, shapes):
        yield _problem(group, estate_id, home)


def _problem(group: dict, estate_id: str, home: shapely.Geometry) -> Problem:
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
        "estates" if known else "walls", SEALED_ESTATE, WARNING, message, row=estate_id if known else None, fix=fix, geometry=home
    )
