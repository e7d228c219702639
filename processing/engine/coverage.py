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
from ...layers.progress import SILENT, Progress, waited
from ...layers.repeats import repeated_rows
from ...layers.words import Text, text
from .deciding import Reached, decide
from .estates import points_of, words
from .gatefaults import gate_faults
from .gates import AS_STATED
from .ground import Ground, Site, Tables, ground, survey
from .sealed import sealed_estates, sealed_homes
from .search import Walks
from .services import Services, services
from .slope import no_height
from .unconnected import unconnected, unconnected_problems

if TYPE_CHECKING:
    from ...layers.elevation import Relief
    from .results import Settings

MOST_IDS = 5


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

    def reasons(self, settings: Settings) -> np.ndarray:
        """(doorplates, categories) why, as positions in REASONS."""
        return np.stack([self.found[category.id].why for category in settings.profile.categories]).T

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
    points = accepted_points(doorplates, facilities, settings)
    doorplates, facilities, rows_of = points.doorplates, points.facilities, points.counted.rows
    tables = Tables(gates, walls, estates, land, relief)
    site = survey(points.home_xy, points.facility_xy, streets, tables, settings, progress=progress.part(0, 0.4))
    stated = ground(site, AS_STATED)
    decided = decide(site, stated, facilities, rows_of, surveyed(surveys), settings, progress.part(0.4, 1))
    snap_m = stated.homes.least(stated.homes.leg_m)
    doing = text("Looking for what walls and gates cut off")
    sealed = waited(progress, 1.0, lambda: sealed_homes(site, decided.opened, tables, limit_m=settings.snap_limit_m), doing)
    cut_off = unconnected_problems(site, facilities, unconnected(rows_of, stated.facilities), limit_m=settings.snap_limit_m)
    of_walls = waited(progress, 1.0, lambda: [*sealed_estates(doorplates, sealed, estates, settings), *gate_faults(site, tables)])
    return Coverage(
        doorplates,
        facilities,
        decided.found,
        np.where(np.isfinite(snap_m), snap_m, np.nan),
        decided.certain,
        rows_of,
        (*points.problems, *_lost_streets(streets, site), *no_height(site.dem_cover), *of_walls, *cut_off),
        site,
        stated,
        decided.fields,
        sealed,
    )


@dataclass(frozen=True)
class AcceptedPoints:
    """Doorplates and facilities that have a place, which facilities count for what, and what was wrong."""

    doorplates: gpd.GeoDataFrame
    home_xy: np.ndarray
    facilities: gpd.GeoDataFrame
    facility_xy: np.ndarray
    counted: Services
    problems: tuple[Problem, ...]


def accepted_points(doorplates: gpd.GeoDataFrame, facilities: gpd.GeoDataFrame, settings: Settings) -> AcceptedPoints:
    """The points of a run; InputError for duplicate ids."""
    refuse_duplicates(doorplates, facilities)
    doorplates, home_xy, no_place = _with_place(doorplates, "doorplates", "doorplate_id")
    facilities, facility_xy, no_site = _with_place(facilities, "facilities", "facility_id")
    counted = services(facilities, settings.profile)
    return AcceptedPoints(doorplates, home_xy, facilities, facility_xy, counted, (*no_place, *no_site, *counted.problems))


def surveyed(surveys: pd.DataFrame | None) -> set[str]:
    """The categories that a survey calls complete."""
    if surveys is None or not len(surveys):
        return set()
    return set(words(surveys, "category")[words(surveys, "complete") == "yes"])


def refuse_duplicates(doorplates: gpd.GeoDataFrame | None, facilities: gpd.GeoDataFrame) -> None:
    """Raise InputError where ids of doorplates or facilities repeat, both at once."""
    problems = []
    for frame, key, sentence in (
        (
            doorplates,
            "doorplate_id",
            text("Doorplates that share an id with another one: {count} (first: {first}). Give each its own doorplate_id."),
        ),
        (
            facilities,
            "facility_id",
            text("Facilities that share an id with another one: {count} (first: {first}). Give each its own facility_id."),
        ),
    ):
        again = np.zeros(0, dtype=bool) if frame is None else repeated_rows(frame[key])
        if again.any():
            first = ", ".join(pd.unique(frame[key][again])[:MOST_IDS].astype(str))
            problems.append(Text(sentence.source, {"count": int(again.sum()), "first": first}))
    if problems:
        raise InputError(*problems)


def _with_place(frame: gpd.GeoDataFrame, table: str, key: str) -> tuple[gpd.GeoDataFrame, np.ndarray, list[Problem]]:
    xy = points_of(frame)
    known = np.isfinite(xy).all(axis=1)
    if known.all():
        return frame, xy, []
    message = text("The row has no place on the map and is left out.")
    problems = [Problem(table, "no_place", WARNING, message, row=str(name)) for name in frame[key][~known]]
    return frame[known].reset_index(drop=True), xy[known], problems


def _lost_streets(streets: gpd.GeoDataFrame, site: Site) -> Iterator[Problem]:
    left_out = site.uncut.left_out
    ids = streets["street_id"].to_numpy()
    for reasons_of_network, rule, message in (
        (("null", "empty"), "no_geometry", text("The street has no line and is left out.")),
        (("no_length",), "no_length", text("The street has no length or an unknown coordinate and is left out.")),
    ):
        rows = np.concatenate([left_out[name] for name in reasons_of_network])
        yield from (Problem("streets", rule, WARNING, message, row=str(ids[row])) for row in rows[:MOST_ROWS_OF_A_RULE])
