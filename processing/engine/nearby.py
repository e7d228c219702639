"""What can be reached on foot from places within a limit, nearest first, and the walks there.

    found = nearby(places, things, streets, limit=15, unit="min", settings=settings, tables=Tables(gates=gates, walls=walls))
    found.reached, found.routes, found.not_connected

Each place is searched from once, outwards: gates for residents let those out who start behind them, and nobody in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.errors import InputError
from ...layers.profiles import MINUTES
from ...layers.progress import SILENT, Progress
from ...layers.words import Text, Translator, english, text
from .access import HOMES, VISITORS
from .climbs import Climbs, climbs
from .deciding import LIMIT_TOLERANCE
from .doorsteps import Doors, drawn_walks, gate_of_legs
from .estates import points_of
from .gatefaults import gate_faults
from .gates import AS_STATED
from .graph import METRES, SECONDS
from .ground import Ground, Site, Tables, ground, survey
from .nearest import better, nearest
from .search import FROM_FACILITY, SearchGraph, search, search_graph
from .slope import no_height
from .slowing import Kinds, kinds_of, lengths, parts_of, slowed_by, steps_m
from .spreading import NO_LABEL, Walks
from .standing import standing_at
from .tracing import forest, trace

if TYPE_CHECKING:
    from ...layers.problems import Problem
    from .results import Settings

FACILITY, GATE, POST, DOORPLATE = THINGS = ("facility", "gate", "post", "doorplate")
ROUTED = (FACILITY, GATE, POST)  # lines to thousands of doorplates hide each other
REACHED_COLUMNS = ("place_id", "kind", "id", "name", "services", "m", "min", "rank", "straight_m")
ROUTE_COLUMNS = (
    *REACHED_COLUMNS,
    "access_m",
    "network_m",
    "thing_access_m",
    "steps_m",
    "climb_m",
    "slow_s",
    "penalty_s",
    "slowed_by",
    "gates",
)


@dataclass(frozen=True)
class Nearby:
    """Reached things as points and walks as lines, by place, kind and rank; places from which one cannot walk; what is wrong."""

    reached: gpd.GeoDataFrame
    routes: gpd.GeoDataFrame
    not_connected: tuple[str, ...]
    problems: tuple[Problem, ...]  # with heights, gates and walls


@dataclass(frozen=True)
class _Run:
    """What all places of a run share."""

    things: gpd.GeoDataFrame
    site: Site
    ground: Ground  # one-way gates turned, so that a search from a place runs the way one walks
    own_estate: np.ndarray  # of the things, -1 for those one stands at rather than lives in
    graph: SearchGraph
    kinds: Kinds
    climbs: Climbs | None
    gates: gpd.GeoDataFrame | None
    limit: float
    translate: Translator


def nearby(
    places: gpd.GeoDataFrame,
    things: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    *,
    limit: float,
    unit: str,
    settings: Settings,
    tables: Tables,
    translate: Translator = english,
    progress: Progress = SILENT,
) -> Nearby:
    """The things (kind, id, name, services) within a limit in minutes ("min") or metres ("m") of each place (place_id).

    Things are numbered from 0; the gates among them stand in the order of tables.gates. Raises InputError where no place
    can be connected to the walking network.
    """
    run = _run(places, things, streets, limit, unit, settings, tables, translate, progress.part(0, 0.4))
    ids = places["place_id"].to_numpy(dtype=object)
    connected = np.union1d(run.ground.homes.point, run.ground.inner.home)
    if not len(connected):
        raise InputError(_nothing_connected(len(places), settings.snap_limit_m))
    reached, routes = [], []
    # Place by place: each has its own search, and its own walks.
    for at, place in enumerate(connected):
        progress.at(0.4 + 0.6 * at / len(connected), text("Walking from the places: {done} of {count}", done=at, count=len(connected)))
        found, lines = _from_place(run, place, str(ids[place]))
        reached.append(found)
        routes.append(lines)
    frames = [gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), geometry="geometry", crs=things.crs) for parts in (reached, routes)]
    problems = (*no_height(run.site.dem_cover), *gate_faults(run.site, tables))
    return Nearby(*frames, tuple(map(str, np.delete(ids, connected))), problems)


def _nothing_connected(count: int, limit_m: float) -> Text:
    return text(
        "None of the {count} places is within {limit} m of a walkable street. Raise the snap limit or check the places.",
        count=count,
        limit=f"{limit_m:g}",
    )


def _run(
    places: gpd.GeoDataFrame,
    things: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    limit: float,
    unit: str,
    settings: Settings,
    tables: Tables,
    translate: Translator,
    progress: Progress,
) -> _Run:
    site = survey(points_of(places), points_of(things), streets, tables, settings, progress=progress)
    stated = ground(site, AS_STATED)
    gate = np.flatnonzero(things["kind"].to_numpy() == GATE)
    stated, own_estate = standing_at(site, stated, gate)
    network = replace(stated.network, passes=stated.network.passes[:, ::-1])
    in_unit = SECONDS if unit == MINUTES else METRES
    return _Run(
        things,
        site,
        replace(stated, network=network),
        own_estate,
        search_graph(network, unit=in_unit, direction=FROM_FACILITY),
        kinds_of(streets, settings.penalties),
        None if tables.relief is None else climbs(network, tables.relief, streets),
        tables.gates,
        (limit + LIMIT_TOLERANCE) * (60 if unit == MINUTES else 1),
        translate,
    )


def _from_place(run: _Run, place: int, name: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What one place reaches, and the walks there."""
    start = run.ground.homes.of(np.array([place]))
    label = np.zeros(start.points, dtype=np.int64)
    field = search(run.graph, start, label[start.point], limit=run.limit)
    by_street = nearest(run.graph, field, run.ground.facilities, start, label)
    inner_m, answer = _or_inside(run, place, by_street)
    rows = np.flatnonzero(answer.cost <= run.limit)
    frame = _reached(run, place, name, rows, answer)
    routed = np.flatnonzero(frame["kind"].isin(ROUTED))
    thing = frame["thing"].to_numpy()[routed]
    told = Walks(answer.cost[thing], answer.other[thing], np.where(np.isnan(inner_m[thing]), 0, NO_LABEL))
    trail = trace(forest(run.graph, field, start, label), run.ground.facilities, thing, told)
    network, count = run.ground.network, len(thing)
    parts = parts_of(network, trail)
    made_of = lengths(network, parts, trail, run.ground.facilities.leg_m, start.leg_m, inner_m[thing])
    estates = (run.site.home_estate, HOMES[AS_STATED]), (run.own_estate, VISITORS[AS_STATED])
    begin = Doors(np.repeat(run.site.home_xy[[place]], count, axis=0), gate_of_legs(run.site, start, *estates[0], trail.place_row))
    end = Doors(run.site.facility_xy[thing], gate_of_legs(run.site, run.ground.facilities, *estates[1], trail.home_row))
    lines, passed = drawn_walks(run.site, network, trail, begin, end, run.gates)
    inside = ~np.isnan(inner_m[thing])
    walks = frame.iloc[routed].assign(
        # The first leg of a walk is that of the place here; a walk inside an estate is all of it.
        access_m=np.where(inside, made_of.access_m, made_of.facility_access_m),
        network_m=made_of.network_m,
        thing_access_m=np.where(inside, 0.0, made_of.access_m),
        steps_m=steps_m(network, parts, run.kinds, count),
        climb_m=np.full(count, np.nan) if run.climbs is None else run.climbs.of(parts, count),
        slow_s=made_of.slow_s,
        penalty_s=made_of.penalty_s,
        slowed_by=slowed_by(network, parts, run.kinds, count, run.translate),
        gates=passed,
        geometry=lines,
    )
    return frame[[*REACHED_COLUMNS, "geometry"]], walks[[*ROUTE_COLUMNS, "geometry"]]


def _or_inside(run: _Run, place: int, by_street: Walks) -> tuple[np.ndarray, Walks]:
    """Metres of the walks that need no street (NaN: by street), and the better of both."""
    inner, speed_ms = run.ground.inner, run.ground.network.speed_ms
    rows = np.flatnonzero(inner.home == place)
    inner_m = np.full(len(by_street.cost), np.inf)
    np.minimum.at(inner_m, inner.facility[rows], inner.metres[rows])
    seconds, metres = inner_m / speed_ms, inner_m
    cost, other = (seconds, metres) if run.graph.unit == SECONDS else (metres, seconds)
    label = np.where(np.isfinite(inner_m), -1, NO_LABEL)
    answer = better(by_street, Walks(cost, other, label))
    return np.where(answer.label == -1, inner_m, np.nan), answer


def _reached(run: _Run, place: int, name: str, rows: np.ndarray, answer: Walks) -> pd.DataFrame:
    """The things of these rows, by kind and nearest first; equally near ones by id."""
    things = run.things.iloc[rows]
    seconds, metres = (answer.cost, answer.other) if run.graph.unit == SECONDS else (answer.other, answer.cost)
    frame = pd.DataFrame(
        {
            "place_id": name,
            **{column: things[column].to_numpy(dtype=object) for column in ("kind", "id", "name", "services")},
            "m": metres[rows],
            "min": seconds[rows] / 60,
            "rank": 0,
            "straight_m": np.hypot(*(run.site.facility_xy[rows] - run.site.home_xy[place]).T),
            "thing": rows,
            "geometry": things.geometry.to_numpy(),
        }
    )
    frame["order"] = frame["kind"].map({kind: k for k, kind in enumerate(THINGS)})
    frame["cost"] = answer.cost[rows].round(6)  # ties of the last digits are ties
    frame = frame.sort_values(["order", "cost", "id"], kind="stable", ignore_index=True)
    frame["rank"] = frame.groupby("order").cumcount() + 1
    return frame
