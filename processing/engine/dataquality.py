"""Examines the tables of a workspace or of one file: every check that applies, what is complete, what it is good for.

examined = examine(given, settings=settings, language="zh", translate=translate, progress=progress)
examined.problems, examined.counts, examined.uses
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.areas.check import check_areas
from ...layers.areas.totals import households_inside
from ...layers.decisions import carried
from ...layers.doorplates.checks import check_doorplates
from ...layers.doorplates.elements import elements
from ...layers.problems import ERROR, NOTE, WARNING, Problem, joined, problem_frame
from ...layers.progress import SILENT, Progress
from ...layers.quality.columns import completeness, empty_columns, freshness, stale_tables
from ...layers.quality.given import Given
from ...layers.quality.things import building_problems, facility_problems
from ...layers.words import Translator, english, text
from .areas import assign, partitions, points_xy
from .betweentables import MOST_LISTED, Doors, between_tables, doors_of, unit_of
from .networkfindings import network_findings, service_findings
from .uses import Evidence, Use, judged_uses

if TYPE_CHECKING:
    from .results import Settings

SEVERITIES = (ERROR, WARNING, NOTE)
COUNTS = ("table", "rule", "severity", "count")
UNIT_COLUMNS = ("partition", "level", "code", "name", "doorplates", "households", "with_households", "with_building", *SEVERITIES)


@dataclass(frozen=True)
class Examined:
    """What an examination found; frames of shares hold 0 to 1, NaN where nothing is known."""

    given: Given
    problems: gpd.GeoDataFrame  # the table of that name, each with a point where it has a place
    units: np.ndarray  # the row of by_unit in which each problem lies, -1 for none
    counts: pd.DataFrame  # COUNTS: of each rule all findings, listed or not
    completeness: pd.DataFrame
    freshness: pd.DataFrame
    by_unit: pd.DataFrame  # UNIT_COLUMNS: the smallest areas, grids as a rule
    shares: dict[str, float]
    uses: tuple[Use, ...]
    network: str | None = None

    def total(self, severity: str) -> int:
        """How many findings of a severity there are."""
        return int(self.counts.loc[self.counts["severity"] == severity, "count"].sum())


def examine(
    given: Given,
    *,
    settings: Settings,
    language: str = "zh",
    today: str = "",
    checked: bool = False,
    further: Sequence[Problem] = (),
    translate: Translator = english,
    progress: Progress = SILENT,
) -> Examined:
    """Run every check that the tables allow.

    checked: the doorplates' own checks are among given.listed already. today is 2026-06-30 or empty; without it ages are
    reckoned from the newest date of the data. further are findings that were made elsewhere.
    """
    tables = given.tables
    progress.at(0.0, text("Placing doorplates in areas and buildings"))
    doors = doors_of(tables)
    found = [*given.faults, *([] if checked else _of_tables(given, progress.part(0.1, 0.5)))]
    network = network_findings(tables if given.whole else _only(given, "streets"), settings, progress=progress.part(0.5, 0.9))
    progress.at(0.9, text("Comparing tables"))
    complete, fresh = completeness(tables, given.examined), freshness(tables, given.examined, today=today)
    found += network.problems
    found += [] if checked else between_tables(tables, doors)
    found += _of_services(given, settings, language)
    found += [*empty_columns(complete), *stale_tables(fresh), *further]
    written = problem_frame(_placed(found), crs=given.crs, translate=translate)
    problems = carried(_sorted(_on_points(joined([*given.listed, written], crs=given.crs))), given.earlier)
    counts = counted(problems, translate)
    units, by_unit = _by_unit(given, problems, doors)
    shares = _shares(given, doors, by_unit)
    by_rule = {
        (table, rule): int(count) for table, rule, count in counts.groupby(["table", "rule"])["count"].sum().reset_index().to_numpy()
    }
    uses = judged_uses(Evidence(tables, by_rule, shares, network.quality), whole=given.whole)
    progress.at(1.0)
    return Examined(given, problems, units, counts, complete, fresh, by_unit, shares, uses, network.quality)


def _only(given: Given, *names: str) -> dict[str, gpd.GeoDataFrame]:
    """Of one file only itself: what stands beside it is not asked."""
    return {name: given.tables[name] for name in names if name in given.examined}


def _of_services(given: Given, settings: Settings, language: str) -> list[Problem]:
    """Types nobody knows; in a workspace also categories without any facility: one file need not hold them all."""
    if "facilities" not in given.examined:
        return []
    found = service_findings(given.tables["facilities"], given.tables.get("surveys"), settings.profile, language=language)
    return [one for one in found if given.whole or one.rule != "not_surveyed"]


def _of_tables(given: Given, progress: Progress) -> list[Problem]:
    """The checks that each table has of its own."""
    found: list[Problem] = []
    tables = given.tables
    if "doorplates" in given.examined and len(tables["doorplates"]):
        parts = elements(tables["doorplates"], progress.part(0, 0.6))
        found += check_doorplates(tables["doorplates"], parts, most=MOST_LISTED)
    if "buildings" in given.examined and len(tables["buildings"]):
        found += building_problems(tables["buildings"], progress.part(0.6, 0.7))
    if "facilities" in given.examined and len(tables["facilities"]):
        found += facility_problems(tables["facilities"])
    if "areas" in given.examined and len(tables["areas"]):
        doorplates = tables.get("doorplates")
        households = households_inside(tables["areas"], doorplates) if doorplates is not None and len(doorplates) else None
        estates = tables.get("estates")
        estates = estates if estates is not None and len(estates) else None
        found += check_areas(tables["areas"], estates=estates, households=households, progress=progress.part(0.7, 1)).problems
    return found


def _placed(problems: Sequence[Problem]) -> list[Problem]:
    """Problems without those told twice: one table, rule, row and message is one finding."""
    return list({(one.table, one.rule, one.row, str(one.message)): one for one in reversed(problems)}.values())[::-1]


def _on_points(problems: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Each problem at one point inside its geometry, so that all make one layer."""
    shapes = problems.geometry.to_numpy()
    return problems.set_geometry(gpd.GeoSeries(shapely.point_on_surface(shapes), index=problems.index, crs=problems.crs))


def _sorted(problems: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Errors first, then by table and rule; inside a rule as they were found."""
    rank = problems["severity"].map({name: k for k, name in enumerate(SEVERITIES)})
    order = np.lexsort([problems["rule"].astype(str), problems["table"].astype(str), rank])
    return problems.iloc[order].reset_index(drop=True)


def counted(problems: pd.DataFrame, translate: Translator = english) -> pd.DataFrame:
    """How many findings there are of each table, rule and severity: those listed and those only counted."""
    further = text("Further rows of the same kind, not listed: {count}.", count=0).source
    pattern = re.escape(translate(further)).replace(re.escape("{count}"), r"(\d+)")
    beyond = problems["message"].where(problems["row"].isna()).str.extract(f"^{pattern}$", expand=False)
    each = problems.assign(count=pd.to_numeric(beyond).fillna(1).astype(int))
    sums = each.groupby(["table", "rule", "severity"], sort=False, dropna=False)["count"].sum().reset_index()
    return sums[list(COUNTS)]


def _by_unit(given: Given, problems: gpd.GeoDataFrame, doors: Doors | None) -> tuple[np.ndarray, pd.DataFrame]:
    """In which of the smallest areas each problem lies, and these areas with what lies in them, in code order."""
    areas = given.tables.get("areas")
    if areas is None or areas.empty:
        return np.full(len(problems), -1), pd.DataFrame(columns=list(UNIT_COLUMNS))
    unit = unit_of(set(zip(partitions(areas), areas["level"])))
    own = areas[(partitions(areas) == unit[0]) & (areas["level"] == unit[1]).to_numpy()].sort_values("code", kind="stable")
    own = own.drop_duplicates("code").reset_index(drop=True)
    row_of = pd.Series(np.arange(len(own)), index=own["code"])
    place = assign(points_xy(problems), own)[unit]
    at = pd.Series(place, dtype=object).map(row_of).fillna(-1).astype(int).to_numpy()
    table = pd.DataFrame({"partition": unit[0], "level": unit[1], "code": own["code"], "name": own["name"]})
    for severity in SEVERITIES:
        rows = (problems["severity"] == severity).to_numpy() & (at >= 0)
        table[severity] = np.bincount(at[rows], minlength=len(own))
    return at, table.assign(**_inside(given, doors, row_of))[list(UNIT_COLUMNS)]


def _inside(given: Given, doors: Doors | None, row_of: pd.Series) -> dict[str, np.ndarray]:
    """Doorplates of each unit, their households, and the shares with households and with a building."""
    size = len(row_of)
    if doors is None or doors.unit is None:
        return {
            "doorplates": np.zeros(size, int),
            **{name: np.full(size, np.nan) for name in ("households", "with_households", "with_building")},
        }
    doorplates = given.tables["doorplates"]
    at = pd.Series(doors.unit_codes, dtype=object).map(row_of).fillna(-1).astype(int).to_numpy()
    inside = at >= 0
    count = np.bincount(at[inside], minlength=size)
    households = doorplates["households"].to_numpy(float)
    stated = np.isfinite(households)
    total = np.bincount(at[inside & stated], households[inside & stated], size)
    built = np.zeros(len(at), bool) if doors.matched is None else ~pd.isna(doors.matched.building_id)
    with np.errstate(invalid="ignore", divide="ignore"):
        of_stated = np.bincount(at[inside & stated], minlength=size) / count
        of_built = np.full(size, np.nan) if doors.matched is None else np.bincount(at[inside & built], minlength=size) / count
    return {"doorplates": count, "households": total, "with_households": of_stated, "with_building": of_built}


def _shares(given: Given, doors: Doors | None, by_unit: pd.DataFrame) -> dict[str, float]:
    """The shares that verdicts and figures name."""
    tables = given.tables
    shares: dict[str, float] = {}
    if doors is not None:
        doorplates = tables["doorplates"]
        shares["with_households"] = float(doorplates["households"].notna().mean())
        shares["with_building"] = np.nan if doors.matched is None else float((~pd.isna(doors.matched.building_id)).mean())
        shares["inside"] = float(doors.inside.mean()) if doors.unit else np.nan
        in_grids = doors.unit is not None and doors.unit[1] == "grid"
        shares["inside_grid"] = float((~pd.isna(doors.unit_codes)).mean()) if in_grids else np.nan
        if in_grids and len(by_unit):
            shares["empty_grids"] = float((by_unit["doorplates"] == 0).mean())
    sources = given.sources[given.sources["table"] == "doorplates"]
    if len(sources) and sources["rows_read"].iloc[0]:
        shares["rejected"] = float(sources["rows_rejected"].iloc[0] / sources["rows_read"].iloc[0])
    areas, buildings = tables.get("areas"), tables.get("buildings")
    if areas is not None and (areas["level"] == "grid").any():
        grids = areas[areas["level"] == "grid"]
        shares["with_posts"] = float((grids["leader_posts"].notna() | grids["worker_posts"].notna()).mean())
    if buildings is not None and len(buildings):
        shares["with_height"] = float((buildings["floors"].notna() | buildings["height_m"].notna()).mean())
    return shares
