"""Decides for every doorplate and category which facility is nearest on foot, how far, whether that is near enough, and why not.

    result = coverage(doorplates, facilities, streets, gates=gates, walls=walls, estates=estates, land=land,
                      surveys=surveys, settings=settings, progress=progress)
    ledger = ledger.assemble(result, codes, settings)

result.found[category] holds the arrays of one category, result.certain the answer with unknown gates shut,
result.ground and result.fields the network, the access rows and the searched costs for isochrones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.errors import InputError
from ...layers.problems import WARNING, Problem
from ...layers.profiles import MINUTES, Category
from ...layers.progress import SILENT, Progress
from ...layers.words import Text, text
from .estates import points_of, words
from .gates import ALL_OPEN, AS_STATED, UNKNOWN_CLOSED
from .graph import METRES, SECONDS
from .ground import Ground, Site, Tables, ground, is_needed, survey
from .ledger import BEHIND_GATE, NO_FACILITY, NO_ROUTE, NOT_SNAPPED, OK, REASONS, TOO_FAR
from .nearest import Nearest, Ways, nearest, round_trip, ways
from .search import FROM_FACILITY, ROUND_TRIP, TO_FACILITY, Field, SearchGraph, search, search_graph
from .services import services

if TYPE_CHECKING:
    from .results import Settings

LIMIT_TOLERANCE = 1e-6  # equality counts as reached
CODE = {reason: np.int8(code) for code, reason in enumerate(REASONS)}
MOST_IDS = 5


@dataclass(frozen=True)
class Reached:
    """One category, by doorplate."""

    facility_id: np.ndarray  # None where no way leads
    metres: np.ndarray  # NaN where no way leads
    minutes: np.ndarray
    ok: np.ndarray
    judged: np.ndarray
    why: np.ndarray  # positions in ledger.REASONS


@dataclass(frozen=True)
class Coverage:
    """All answers of a run, by kept doorplate."""

    doorplates: gpd.GeoDataFrame  # those with a place, numbered from 0
    facilities: gpd.GeoDataFrame
    found: dict[str, Reached]
    snap_m: np.ndarray  # the home leg; NaN where there is none
    certain: np.ndarray | None  # (doorplates, categories): ok with unknown gates shut; None: no gate is unknown
    facilities_of: dict[str, np.ndarray]  # positions in facilities
    problems: tuple[Problem, ...]
    site: Site
    ground: Ground  # as gates are stated
    fields: dict[str, Field]  # cost by node of each category, in its own unit

    def facilities_xy(self) -> dict[str, np.ndarray]:
        """Coordinates of the facilities of each category."""
        return {category: self.site.facility_xy[rows] for category, rows in self.facilities_of.items()}


@dataclass(frozen=True)
class Searcher:
    """Searches on one ground; graphs and home legs are made once for each unit."""

    ground: Ground
    direction: str
    label: np.ndarray  # rank of each facility's id as text
    graphs: dict[tuple[str, str], SearchGraph]
    ways: dict[str, Ways]

    def graph(self, unit: str, direction: str) -> SearchGraph:
        """The search graph of a unit and direction."""
        if (unit, direction) not in self.graphs:
            self.graphs[unit, direction] = search_graph(self.ground.network, unit=unit, direction=direction)
        return self.graphs[unit, direction]

    def nearest(self, unit: str, facilities: np.ndarray) -> tuple[Nearest, Field]:
        """The nearest of these facilities for each doorplate, and the cost of every node."""
        places, homes = self.ground.facilities.of(facilities), self.ground.homes
        one_way = FROM_FACILITY if self.direction == FROM_FACILITY else TO_FACILITY
        graph = self.graph(unit, one_way)
        field = search(graph, places, self.label[places.point])
        if self.direction == ROUND_TRIP and not self.ground.network.is_symmetric:
            return round_trip(graph, self.graph(unit, FROM_FACILITY), homes, places, self.label), field
        if unit not in self.ways:
            self.ways[unit] = ways(graph, homes)
        return nearest(graph, field, homes, places, self.label, way=self.ways[unit]), field


def coverage(
    doorplates: gpd.GeoDataFrame,
    facilities: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    *,
    gates: gpd.GeoDataFrame | None = None,
    walls: gpd.GeoDataFrame | None = None,
    estates: gpd.GeoDataFrame | None = None,
    land: gpd.GeoDataFrame | None = None,
    surveys: pd.DataFrame | None = None,
    settings: Settings,
    progress: Progress = SILENT,
) -> Coverage:
    """The coverage of all doorplates by the facilities of each category of the profile.

    Raises InputError for duplicate ids, a network nobody can walk, and facilities of which none has a known type.
    """
    _refuse_duplicates(doorplates, facilities)
    doorplates, no_place = _with_place(doorplates, "doorplates", "doorplate_id")
    facilities, no_site = _with_place(facilities, "facilities", "facility_id")
    counted = services(facilities, settings.profile)
    tables = Tables(gates, walls, estates, land)
    site = survey(points_of(doorplates), points_of(facilities), streets, tables, settings, progress=progress.part(0, 0.4))
    stated = ground(site, AS_STATED)
    found, certain, fields = _decide(site, stated, facilities, counted.rows, surveyed(surveys), settings, progress.part(0.4, 1))
    snap_m = stated.homes.shortest_leg_m
    problems = (*no_place, *no_site, *counted.problems)
    return Coverage(
        doorplates, facilities, found, np.where(np.isfinite(snap_m), snap_m, np.nan), certain, counted.rows, problems, site, stated, fields
    )


def surveyed(surveys: pd.DataFrame | None) -> set[str]:
    """The categories that a survey calls complete."""
    if surveys is None or not len(surveys):
        return set()
    return set(words(surveys, "category")[words(surveys, "complete") == "yes"])


def _refuse_duplicates(doorplates: gpd.GeoDataFrame, facilities: gpd.GeoDataFrame) -> None:
    problems = []
    for frame, key, sentence in (
        (
            doorplates,
            "doorplate_id",
            text("{count} doorplates share an id with another one (first: {first}). Give each its own doorplate_id."),
        ),
        (
            facilities,
            "facility_id",
            text("{count} facilities share an id with another one (first: {first}). Give each its own facility_id."),
        ),
    ):
        again = frame[key].duplicated().to_numpy()
        if again.any():
            first = ", ".join(pd.unique(frame[key][again])[:MOST_IDS].astype(str))
            problems.append(Text(sentence.source, {"count": int(again.sum()), "first": first}))
    if problems:
        raise InputError(*problems)


def _with_place(frame: gpd.GeoDataFrame, table: str, key: str) -> tuple[gpd.GeoDataFrame, list[Problem]]:
    known = np.isfinite(points_of(frame)).all(axis=1)
    if known.all():
        return frame, []
    message = text("The row has no place on the map and is left out.")
    problems = [Problem(table, "no_place", WARNING, message, row=str(name)) for name in frame[key][~known]]
    return frame[known].reset_index(drop=True), problems


def _decide(
    site: Site,
    stated: Ground,
    facilities: gpd.GeoDataFrame,
    rows_of: dict[str, np.ndarray],
    complete: set[str],
    settings: Settings,
    progress: Progress,
) -> tuple[dict[str, Reached], np.ndarray | None, dict[str, Field]]:
    ids = facilities["facility_id"].to_numpy(dtype=object)
    order = np.argsort(ids.astype("U"), kind="stable")
    label = np.empty(len(ids), dtype=np.int64)
    label[order] = np.arange(len(ids))
    id_of_label = np.append(ids[order], None)
    searchers = {
        rule: Searcher(ground(site, rule) if rule != AS_STATED else stated, settings.direction, label, {}, {})
        for rule in (AS_STATED, ALL_OPEN, UNKNOWN_CLOSED)
        if rule == AS_STATED or is_needed(site, rule)
    }
    snapped = site.sealed.copy()
    for searcher in searchers.values():
        snapped[searcher.ground.homes.point] = True
    found, certain, fields = {}, [], {}
    categories = settings.profile.categories
    for at, category in enumerate(categories):
        progress.at(at / len(categories), text("Searching the nearest facilities: {category}", category=category.id))
        answer, fields[category.id] = _nearest(searchers[AS_STATED], category, rows_of[category.id])
        open_answer = _nearest(searchers[ALL_OPEN], category, rows_of[category.id])[0] if ALL_OPEN in searchers else answer
        known = len(rows_of[category.id]) > 0
        why = reasons(within(answer.cost, category), answer.cost, open_answer.cost, category, known=known, snapped=snapped)
        found[category.id] = _reached(answer, why, category, id_of_label, judged=known or category.id in complete)
        if UNKNOWN_CLOSED in searchers:
            certain.append(within(_nearest(searchers[UNKNOWN_CLOSED], category, rows_of[category.id])[0].cost, category))
    return found, np.stack(certain, axis=1) if certain else None, fields


def unit_of(category: Category) -> str:
    """What a search for a category minimises: seconds for a limit in minutes, else metres."""
    return SECONDS if category.unit == MINUTES else METRES


def _nearest(searcher: Searcher, category: Category, facilities: np.ndarray) -> tuple[Nearest, Field]:
    return searcher.nearest(unit_of(category), facilities)


def within(cost: np.ndarray, category: Category) -> np.ndarray:
    """Whether a cost (seconds or metres) is within the category's limit; equality is."""
    return (cost / 60 if category.unit == MINUTES else cost) <= category.limit + LIMIT_TOLERANCE


def reasons(ok: np.ndarray, cost: np.ndarray, open_cost: np.ndarray, category: Category, *, known: bool, snapped: np.ndarray) -> np.ndarray:
    """Why, as positions in REASONS, in the order of the design: what is asked first decides.

    open_cost is the cost with every gate open; known says whether the category has a facility at all.
    """
    if not known:
        return np.full(len(cost), CODE[NO_FACILITY])
    conditions = [ok, ~snapped, ~np.isfinite(open_cost), within(open_cost, category)]
    return np.select(conditions, [CODE[OK], CODE[NOT_SNAPPED], CODE[NO_ROUTE], CODE[BEHIND_GATE]], CODE[TOO_FAR]).astype(np.int8)


def _reached(answer: Nearest, why: np.ndarray, category: Category, id_of_label: np.ndarray, *, judged: bool) -> Reached:
    seconds, metres = (answer.cost, answer.other) if category.unit == MINUTES else (answer.other, answer.cost)
    there = np.isfinite(answer.cost)
    return Reached(
        facility_id=id_of_label[np.where(there, answer.label, len(id_of_label) - 1)],
        metres=np.where(there, metres, np.nan),
        minutes=np.where(there, seconds / 60, np.nan),
        ok=why == CODE[OK],
        judged=np.full(len(why), judged),
        why=why,
    )
