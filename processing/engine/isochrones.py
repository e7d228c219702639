"""Isochrones: the land from which places are reached on foot within limits, edge by edge, holes kept.

    found = isochrones(places, streets, limits=[5, 10, 15], unit="min", settings=settings)
    found.frame        # place_id category limit unit area_m2, nested MultiPolygons

The circles of a whole profile are drawn by livingcircle.category_isochrones().
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from ...layers.errors import InputError
from ...layers.profiles import MINUTES
from ...layers.progress import SILENT, Progress
from ...layers.words import Text, text
from .access import Access
from .bands import bands, roadside_of
from .estates import points_of
from .gatefaults import gate_faults
from .gates import AS_STATED
from .graph import SECONDS, Network
from .ground import Ground, Tables, ground, survey
from .reach import Reach, Starts, reach
from .search import FROM_FACILITY, ROUND_TRIP, TO_FACILITY, SearchGraph, legs, search_graph
from .verges import screens_of

if TYPE_CHECKING:
    from ...layers.elevation import Relief
    from ...layers.problems import Problem
    from .results import Settings

BUFFER_M = 25.0
COLUMNS = ("place_id", "category", "limit", "unit", "area_m2")
NO_TABLES = Tables()
BATCH = 32  # places searched together: each holds a cost for every node


@dataclass(frozen=True)
class PlaceIsochrones:
    """The bands around places, and how far they go."""

    frame: gpd.GeoDataFrame
    reached_km: dict[float, float]  # by limit: street, summed over the bands
    area_km2: dict[float, float]  # by limit: land, summed over the bands
    not_connected: tuple[str, ...]  # place_ids that no street is near enough to
    dem_cover: float | None = None  # share of the street length with known heights; None without an elevation model
    problems: tuple[Problem, ...] = ()  # what is wrong with gates and walls


def isochrones(
    places: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    *,
    limits: Sequence[float],
    unit: str,
    settings: Settings,
    tables: Tables = NO_TABLES,
    relief: Relief | None = None,
    merge: bool = True,
    buffer_m: float = BUFFER_M,
    progress: Progress = SILENT,
) -> PlaceIsochrones:
    """Nested bands around places (column place_id) within limits in minutes ("min") or metres ("m"): one for all or one for each.

    Raises InputError for limits that are not above 0 and where no place can be connected to the walking network.
    """
    _refuse_limits(limits)
    limits = sorted({float(limit) for limit in limits})
    tables = tables if relief is None else replace(tables, relief=relief)
    site = survey(np.zeros((0, 2)), points_of(places), streets, tables, settings, progress=progress.part(0, 0.3))
    stated = ground(site, AS_STATED)
    connected = np.unique(stated.facilities.point)
    if not len(connected):
        raise InputError(_nothing_connected(len(places), settings.snap_limit_m))
    progress.at(0.3, text("Drawing the isochrones of {count} places", count=len(connected)))
    roadside = roadside_of(stated.network, screens_of(site.walls, tables.land), buffer_m=buffer_m)
    groups = [connected] if merge else list(connected[:, None])
    ids = places["place_id"].to_numpy(dtype=object)
    rows, reached_m = [], np.zeros(len(limits))
    # Batches, so that the costs of a thousand places are never held together.
    for k in range(0, len(groups), BATCH):
        batch = groups[k : k + BATCH]
        reaches = _reaches(stated, batch, limits, unit, settings)
        drawn = bands(roadside, reaches, progress=progress.part(*(0.3 + 0.7 * at / len(groups) for at in (k, k + len(batch)))))
        owners = [None if merge else ids[group[0]] for group in batch for _ in limits]
        rows += [row(owner, None, limit, unit, band) for owner, limit, band in zip(owners, limits * len(batch), drawn)]
        reached_m += np.reshape([found.length_m for found in reaches], (-1, len(limits))).sum(axis=0)
    frame = band_frame(rows, places.crs)
    area_km2 = (frame.groupby("limit")["area_m2"].sum() / 1e6).to_dict()
    return PlaceIsochrones(
        frame,
        dict(zip(limits, (reached_m / 1000).tolist())),
        area_km2,
        tuple(np.delete(ids, connected)),
        site.dem_cover,
        tuple(gate_faults(site, tables)),
    )


def parse_limits(words: str) -> list[float]:
    """Limits from text, ascending: "5, 10，15". Raises InputError for words that are no numbers above 0."""
    parts = [part for part in re.split(r"[,;，；、\s]+", words) if part]
    numbers = [float(part) if re.fullmatch(r"\d+(\.\d+)?", part) else float("nan") for part in parts]
    _refuse_limits(numbers)
    return sorted(set(numbers))


def _refuse_limits(limits: Sequence[float]) -> None:
    if not len(limits) or not all(limit > 0 for limit in limits):
        raise InputError(text("The limits must be numbers above 0, separated by commas, for example 5,10,15."))


def _nothing_connected(count: int, limit_m: float) -> Text:
    return text(
        "None of the {count} places is within {limit} m of a walkable street. Raise the snap limit or check the places.",
        count=count,
        limit=f"{limit_m:g}",
    )


def searched(unit: str) -> str:
    """What a search minimises for limits in a unit: seconds for minutes, else metres."""
    return SECONDS if unit == MINUTES else unit


def cost_of(limit: float, unit: str) -> float:
    """A limit in minutes or metres as the search counts it: seconds or metres."""
    return limit * 60 if unit == MINUTES else limit


def starts_of(network: Network, access: Access, unit: str) -> Starts:
    """Access rows as the starts of a search, legs in its unit."""
    return Starts(access.edge, access.offset_m, access.leg_m / network.speed_ms if unit == SECONDS else access.leg_m)


def reaches_of(network: Network, costs: np.ndarray, starts: Starts, limits: Sequence[float], unit: str, settings: Settings) -> list[Reach]:
    """What is reached within each limit."""
    return [
        reach(network, costs, starts, limit=cost_of(limit, unit), unit=searched(unit), direction=settings.direction) for limit in limits
    ]


def row(place: str | None, category: str | None, limit: float, unit: str, band: shapely.MultiPolygon) -> tuple:
    """One row of band_frame()."""
    return place, category, limit, unit, band.area, band


def band_frame(rows: list[tuple], crs: object) -> gpd.GeoDataFrame:
    """The bands as a layer."""
    frame = pd.DataFrame([values[:-1] for values in rows], columns=list(COLUMNS))
    frame = frame.astype({"place_id": object, "category": object, "unit": object, "limit": float, "area_m2": float})
    return gpd.GeoDataFrame(frame, geometry=np.array([values[-1] for values in rows], dtype=object), crs=crs)


def _reaches(stated: Ground, groups: list[np.ndarray], limits: list[float], unit: str, settings: Settings) -> list[Reach]:
    """What is reached from each group of places within each limit, group by group."""
    found: list[Reach] = []
    for group, costs in zip(groups, _costs_of_groups(stated, groups, unit, settings, limits[-1])):
        starts = starts_of(stated.network, stated.facilities.of(group), searched(unit))
        found += reaches_of(stated.network, costs, starts, limits, unit, settings)
    return found


def _costs_of_groups(stated: Ground, groups: list[np.ndarray], unit: str, settings: Settings, farthest: float) -> np.ndarray:
    """Cost of every node to the nearest place of each group, shape (groups, nodes); a round trip counts half of both ways."""
    directions = [TO_FACILITY, FROM_FACILITY] if settings.direction == ROUND_TRIP else [settings.direction]
    graphs = [search_graph(stated.network, unit=searched(unit), direction=direction) for direction in directions]
    limit = cost_of(farthest, unit) * len(graphs)
    return sum(_costs(graph, stated.facilities, groups, limit=limit) for graph in graphs) / len(graphs)


def _costs(graph: SearchGraph, access: Access, groups: list[np.ndarray], *, limit: float) -> np.ndarray:
    """Cost of each node to the nearest place of each group, shape (groups, nodes); inf beyond limit."""
    parts = [access.of(group) for group in groups]
    nodes = len(graph.arrows.first) - 1
    matrix = _with_places(graph, parts)
    first = np.cumsum([nodes, *(len(part.edge) for part in parts)])
    found = [
        dijkstra(matrix, indices=np.arange(begin, end), min_only=True, limit=limit)[:nodes] for begin, end in zip(first[:-1], first[1:])
    ]
    return np.stack(found)


def _with_places(graph: SearchGraph, parts: list[Access]) -> csr_matrix:
    """The graph with an extra node for each access row, which has arcs to both ends of its edge."""
    edge, offset_m, leg_m = (np.concatenate([getattr(part, name) for part in parts]) for name in ("edge", "offset_m", "leg_m"))
    access = Access(np.arange(len(edge)), edge, offset_m, leg_m, len(edge))
    way = legs(graph, access, outbound=graph.direction == FROM_FACILITY)
    heads = np.stack([graph.network.start[edge], graph.network.end[edge]], axis=1).ravel()
    costs = np.stack([way.start, way.end], axis=1).ravel()
    arrows = graph.arrows
    first = np.concatenate([arrows.first, arrows.first[-1] + 2 * np.arange(1, len(edge) + 1)])
    size = len(first) - 1
    return csr_matrix((np.concatenate([arrows.cost, costs]), np.concatenate([arrows.head, heads]), first), (size, size))
