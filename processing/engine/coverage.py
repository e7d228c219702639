"""Decides for every doorplate and category which facility is nearest on foot, how far, whether that is near enough, and why not.

    result = coverage(doorplates, facilities, streets, gates=gates, walls=walls, estates=estates, land=land,
                      surveys=surveys, settings=settings, progress=progress)
    ledger = ledger.assemble(result, codes, settings)

result.found[category] holds the arrays of one category, result.certain the answer with unknown gates shut,
result.ground and result.fields the network, the access rows and the searched costs for isochrones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.errors import InputError
from ...layers.problems import MOST_ROWS_OF_A_RULE, WARNING, Problem
from ...layers.profiles import MINUTES, Category
from ...layers.progress import SILENT, Progress, waited
from ...layers.words import Text, text
from .estates import points_of, words
from .gatefaults import gate_faults
from .gates import ALL_OPEN, AS_STATED, UNKNOWN_CLOSED
from .graph import METRES, SECONDS, Network
from .ground import Ground, Site, Tables, ground, is_needed, survey
from .ledger import BEHIND_GATE, NO_FACILITY, NO_ROUTE, NOT_SNAPPED, OK, REASONS, TOO_FAR, weigh
from .otherrules import OtherRule
from .sealed import sealed_estates, sealed_homes
from .search import Walks
from .searcher import Searcher
from .services import Services, services
from .slope import no_height
from .unconnected import unconnected, unconnected_problems

if TYPE_CHECKING:
    from ...layers.elevation import Relief
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
    site: Site | None  # None for an estimate, as ground
    ground: Ground | None  # as gates are stated
    fields: dict[str, Walks]  # cost by node of each category, in its own unit; none for an estimate
    sealed: np.ndarray  # (doorplates,) walls cut them off even with every gate open

    @property
    def facilities_not_connected(self) -> np.ndarray:
        """Positions of the facilities that count for a category and have no way onto the network."""
        return unconnected(self.facilities_of, self.ground.facilities)

    def facilities_xy(self) -> dict[str, np.ndarray]:
        """Coordinates of the facilities of each category."""
        xy = points_of(self.facilities)
        return {category: xy[rows] for category, rows in self.facilities_of.items()}


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
    relief: Relief | None = None,
    settings: Settings,
    progress: Progress = SILENT,
) -> Coverage:
    """The coverage of all doorplates by the facilities of each category of the profile.

    Raises InputError for duplicate ids, a network nobody can walk, and facilities of which none has a known type.
    """
    doorplates, facilities, counted, found_wrong = accepted_points(doorplates, facilities, settings)
    tables = Tables(gates, walls, estates, land, relief)
    site = survey(points_of(doorplates), points_of(facilities), streets, tables, settings, progress=progress.part(0, 0.4))
    stated = ground(site, AS_STATED)
    found, certain, fields, opened = _decide(site, stated, facilities, counted.rows, surveyed(surveys), settings, progress.part(0.4, 1))
    snap_m = stated.homes.least(stated.homes.leg_m)
    doing = text("Looking for what walls and gates cut off")
    sealed = waited(progress, 1.0, lambda: sealed_homes(site, opened, tables, limit_m=settings.snap_limit_m), doing)
    cut_off = unconnected_problems(site, facilities, unconnected(counted.rows, stated.facilities), limit_m=settings.snap_limit_m)
    households = weigh(doorplates, settings)["households"]
    of_walls = waited(progress, 1.0, lambda: [*sealed_estates(doorplates, households, sealed, estates), *gate_faults(site, tables)])
    return Coverage(
        doorplates,
        facilities,
        found,
        np.where(np.isfinite(snap_m), snap_m, np.nan),
        certain,
        counted.rows,
        (*found_wrong, *_lost_streets(streets, site), *no_height(site.dem_cover), *of_walls, *cut_off),
        site,
        stated,
        fields,
        sealed,
    )


def accepted_points(
    doorplates: gpd.GeoDataFrame, facilities: gpd.GeoDataFrame, settings: Settings
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame, Services, tuple[Problem, ...]]:
    """Doorplates and facilities that have a place, which facilities count for what, and what was wrong; InputError for duplicate ids."""
    _refuse_duplicates(doorplates, facilities)
    doorplates, no_place = _with_place(doorplates, "doorplates", "doorplate_id")
    facilities, no_site = _with_place(facilities, "facilities", "facility_id")
    counted = services(facilities, settings.profile)
    return doorplates, facilities, counted, (*no_place, *no_site, *counted.problems)


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


def _lost_streets(streets: gpd.GeoDataFrame, site: Site) -> Iterator[Problem]:
    left_out = site.uncut.left_out
    ids = streets["street_id"].to_numpy()
    for reasons_of_network, rule, message in (
        (("null", "empty"), "no_geometry", text("The street has no line and is left out.")),
        (("no_length",), "no_length", text("The street has no length or an unknown coordinate and is left out.")),
    ):
        rows = np.concatenate([left_out[name] for name in reasons_of_network])
        yield from (Problem("streets", rule, WARNING, message, row=str(ids[row])) for row in rows[:MOST_ROWS_OF_A_RULE])


def _decide(
    site: Site,
    stated: Ground,
    facilities: gpd.GeoDataFrame,
    rows_of: dict[str, np.ndarray],
    complete: set[str],
    settings: Settings,
    progress: Progress,
) -> tuple[dict[str, Reached], np.ndarray | None, dict[str, Walks], Network]:
    ids = facilities["facility_id"].to_numpy(dtype=object)
    label = ranks(ids)
    id_of_label = np.append(ids[np.argsort(label)], None)
    searcher = Searcher.on(stated, settings.direction, label)
    asked = [rule for rule in (ALL_OPEN, UNKNOWN_CLOSED) if is_needed(site, rule)]
    rules = waited(progress, 0, lambda: [OtherRule.of(site, rule, stated, searcher) for rule in asked])
    others = dict(zip(asked, rules))
    snapped = site.sealed.copy()
    snapped[stated.homes.point] = True
    for other in rules:
        snapped |= other.connected
    found, certain, fields = {}, [], {}
    categories = settings.profile.categories
    for at, category in enumerate(categories):
        part = progress.part(at / len(categories), (at + 1) / len(categories))
        part.at(0, text("Searching the nearest facilities: {category}", category=category.id))
        rows, unit, limit = rows_of[category.id], unit_of(category), limit_of(category)
        answer, fields[category.id] = searcher.nearest(unit, rows, progress=part.part(0, 0.5))
        ok, linked, opened = within(answer.cost, limit), np.isfinite(answer.cost), np.zeros(len(snapped), dtype=bool)
        part.at(0.5)
        if ALL_OPEN in others:
            linked = others[ALL_OPEN].linked(rows)
            homes, cost = others[ALL_OPEN].costs(unit, rows, fields[category.id], limit=limit, asked=~ok, progress=part.part(0.5, 0.75))
            opened[homes] = within(cost, limit)
        # Who walks inside an estate to its own facility needs no street.
        why = reasons(ok, opened, linked, known=len(rows) > 0, snapped=snapped | linked)
        found[category.id] = reached(answer, why, category, id_of_label, judged=len(rows) > 0 or category.id in complete)
        part.at(0.75)
        if UNKNOWN_CLOSED in others:
            homes, cost = others[UNKNOWN_CLOSED].costs(unit, rows, fields[category.id], limit=limit, asked=ok, progress=part.part(0.75, 1))
            ok[homes] = within(cost, limit)
            certain.append(ok)
    return found, np.stack(certain, axis=1) if certain else None, fields, others[ALL_OPEN].network if ALL_OPEN in others else stated.network


def ranks(ids: np.ndarray) -> np.ndarray:
    """The rank of each id as text: of facilities equally near the lowest is told."""
    rank = np.empty(len(ids), dtype=np.int64)
    rank[np.argsort(ids.astype("U"), kind="stable")] = np.arange(len(ids))
    return rank


def unit_of(category: Category) -> str:
    """What a search for a category minimises: seconds for a limit in minutes, else metres."""
    return SECONDS if category.unit == MINUTES else METRES


def limit_of(category: Category) -> float:
    """A category's limit in the unit of its search, with the tolerance that lets equality count as reached."""
    return (category.limit + LIMIT_TOLERANCE) * (60 if category.unit == MINUTES else 1)


def within(cost: np.ndarray, limit: float) -> np.ndarray:
    """Whether a cost is within the limit."""
    return cost <= limit


def reasons(ok: np.ndarray, opened: np.ndarray, linked: np.ndarray, *, known: bool, snapped: np.ndarray) -> np.ndarray:
    """Why, as positions in REASONS, in the order of the design: what is asked first decides.

    With every gate open: opened says whether a facility is within the limit, linked whether any way leads to one.
    known says whether the category has a facility at all.
    """
    if not known:
        return np.full(len(ok), CODE[NO_FACILITY])
    why = np.full(len(ok), CODE[TOO_FAR])
    # What is asked first is written last.
    for rows, reason in ((opened, BEHIND_GATE), (~linked, NO_ROUTE), (~snapped, NOT_SNAPPED), (ok, OK)):
        why[rows] = CODE[reason]
    return why


def reached(answer: Walks, why: np.ndarray, category: Category, id_of_label: np.ndarray, *, judged: bool) -> Reached:
    """The answers of one category from its walks (in the unit of its search) and reasons; id_of_label ends with None."""
    seconds, metres = (answer.cost, answer.other) if category.unit == MINUTES else (answer.other, answer.cost)
    there = np.isfinite(answer.cost)
    return Reached(
        facility_id=id_of_label[np.minimum(answer.label, len(id_of_label) - 1)],  # NO_LABEL is the largest
        metres=np.where(there, metres, np.nan),
        minutes=np.where(there, seconds / 60, np.nan),
        ok=why == CODE[OK],
        judged=np.full(len(why), judged),
        why=why,
    )
