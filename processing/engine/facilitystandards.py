"""What the areas have against what their standards ask: floor space, required facilities, figures per head.

found = facility_standards(areas, facilities, doorplates, level="community", settings=settings)
found.areas    # the areas of the level with the floor space of their community services and its verdict
found.types    # area × kind of facility: required, present, count, floor area, verdict
found.rules    # area × rule, shares of areas included

Service space is the floor area of the types that the profile lists; a complex that names several of them counts once.
Figures from memory are measured and judge nothing until somebody vouches for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.area_rules import PER_100_HOUSEHOLDS, SHARE_OF_AREAS, AreaRule, Requirement
from ...layers.errors import InputError
from ...layers.problems import Problem
from ...layers.profiles import Profile
from ...layers.words import Text, text
from .areafigures import area_figures
from .arearules import measured, required
from .coverage import refuse_duplicates, surveyed
from .figures import plain
from .inventory import PARTLY, SERVICE_SPACE, District, facilities_in, inhabitants
from .results import Figure, Figures, Settings
from .rollup import KEYS
from .ruletable import all_required, kind_of, origin, rules_of
from .verdicts import FAIL, NO_DATA, NOT_JUDGED, PASS
from .weighing import DEFAULT

AREA_COLUMNS = ("households", "residents", "service_m2", "required_m2", "shortfall_m2", "m2_per_100hh", "verdict")
MORE_COLUMNS = ("weight_source", "without_area", "largest_m2", "required_types", "present_types", "missing_types", "types_verdict")
OF_SPACE = ("service_m2", "required_m2", "shortfall_m2", "m2_per_100hh")
UNITS = dict.fromkeys(OF_SPACE, "m2")
COMMUNITY = "community"
OF_RULE = "of_rule"  # a figure in the unit of its rule
OF_VERDICTS = ("PASSED", "FAILED", "NO_DATA", "SHORTFALL_M2")
TYPES_COLUMNS = (
    *KEYS, "type", "required", "present", "count", "floor_m2", "without_area", "m2_per_1000", "m2_per_100hh", "target", "target_m2",
    "shortfall", "verdict", "source", "clause", "confidence",
)  # fmt: skip


@dataclass(frozen=True)
class Standards:
    """What facility_standards found."""

    areas: gpd.GeoDataFrame
    types: pd.DataFrame
    rules: pd.DataFrame
    figures: Figures
    notes: tuple[Text, ...]  # what was not known or not judged
    problems: tuple[Problem, ...]

    def named_figures(self) -> Figures:
        """The figures as a check states them beside its others: STANDARDS_PASSED, area_share.<rule>, required_m2@<area>."""
        named = {name: f"STANDARDS_{name}" if name in OF_VERDICTS else name for name in self.figures}
        found = {named[name]: replace(each, id=named[name]) for name, each in self.figures.items() if named[name] != name or "." in name}
        return {**found, **area_figures(self.areas, OF_SPACE, UNITS), **self._values()}

    def _values(self) -> Figures:
        """What every rule that is asked of communities measured there."""
        found: Figures = {}
        for rule, rows in self.rules[self.rules["level"] == COMMUNITY].groupby("rule", sort=False):
            name = rule_value(str(rule))
            found.update(area_figures(rows.rename(columns={"value": name}), (name,), {name: OF_RULE}))
        return found


def rule_value(rule: str) -> str:
    """The name of the figure that a rule measured in an area, before its @."""
    return f"rule_value.{rule}"


def facility_standards(
    areas: gpd.GeoDataFrame,
    facilities: gpd.GeoDataFrame,
    doorplates: gpd.GeoDataFrame | None = None,
    *,
    surveys: pd.DataFrame | None = None,
    level: str = "community",
    settings: Settings,
) -> Standards:
    """Judge the areas of a level by the profile's rules, and the rules of other levels at theirs.

    Raises InputError where no area has the level, or ids of facilities or doorplates repeat.
    """
    if not (areas["level"] == level).any():
        raise InputError(_no_such_level(areas, level))
    refuse_duplicates(doorplates, facilities)
    profile = settings.profile
    counted = facilities_in(areas, facilities, _kinds(profile), surveyed=surveyed(surveys), settings=settings)
    district = District(areas, profile, inhabitants(areas, doorplates, settings), counted)
    types = pd.concat(list(_types(district, level)), ignore_index=True)
    rules = rules_of(district)
    out = _areas(district, level)
    notes = (*rules.left_out, *_notes(district, out))
    return Standards(out, types, rules.rows, _figures(out, rules.rows), notes, counted.problems)


def _no_such_level(areas: gpd.GeoDataFrame, level: str) -> Text:
    known = ", ".join(sorted(areas["level"].dropna().astype(str).unique()))
    return text("AREAS holds no area of the level {level}; it has {known}. Choose one of these as LEVEL.", level=level, known=known)


def lines_of(profile: Profile) -> tuple[Requirement, ...]:
    """What is looked for in the areas: what the profile requires, else the types of its categories, required nowhere."""
    if profile.requirements:
        return profile.requirements
    return tuple(
        Requirement(c.id, c.name_zh, c.name_en, c.types, required=False, source=c.source, clause=c.clause, confidence=c.confidence)
        for c in (*profile.categories, *profile.inactive)
    )


def _kinds(profile: Profile) -> dict[str, tuple[str, ...]]:
    kinds = {line.id: line.types for line in lines_of(profile)}
    kinds.update({kind_of(rule): rule.types for rule in profile.area_rules if rule.types})
    return {**kinds, SERVICE_SPACE: profile.service_space_types}


def _types(district: District, level: str) -> Iterator[pd.DataFrame]:
    yield pd.DataFrame(columns=list(TYPES_COLUMNS))
    for line in lines_of(district.profile):
        at = district.at(level) | district.at(line.applies_to) if line.required else district.at(level)
        yield _type_rows(district, line).iloc[np.flatnonzero(at)]


def _type_rows(district: District, line: Requirement) -> pd.DataFrame:
    stock, people = district.stock(line.id, line.types, line.area_m2), district.people
    asked = district.at(line.applies_to) & line.required
    found = required(line, stock)
    floor = np.where(stock.known & (stock.without_area == 0), stock.floor_m2, np.nan)
    columns = {
        "type": line.id,
        "required": asked,
        "present": np.where(stock.known, stock.count > 0, None),
        "count": np.where(stock.known, stock.count, np.nan),
        "floor_m2": floor,
        "without_area": stock.without_area.astype(int),
        "m2_per_1000": _per(floor, people.residents, 1000),
        "m2_per_100hh": _per(floor, np.where(np.isfinite(people.high), people.households, np.nan), 100),
        "target": np.where(asked, float(line.count), np.nan),
        "target_m2": np.where(asked, np.nan if line.area_m2 is None else line.area_m2, np.nan),
        "shortfall": np.where(asked, found.shortfall, np.nan),
        "verdict": np.where(asked, found.verdict, NOT_JUDGED),
        **origin(line),
    }
    return district.keys().assign(**columns)[list(TYPES_COLUMNS)]


def _areas(district: District, level: str) -> gpd.GeoDataFrame:
    people, stock = district.people, district.space()
    nothing = AreaRule("", "", "", None, PER_100_HOUSEHOLDS)
    rule = next((rule for rule in district.profile.area_rules if rule.unit == PER_100_HOUSEHOLDS), nothing)
    space = measured(rule, stock, people)
    columns = {
        "households": people.households,
        "residents": people.residents,
        "service_m2": space.present,
        "required_m2": space.needed,
        "shortfall_m2": space.shortfall,
        "m2_per_100hh": space.value,
        "verdict": space.verdict,
        "weight_source": people.source,
        "without_area": stock.without_area.astype(int),
        "largest_m2": np.where(stock.listed & ((stock.without_area == 0) | (stock.largest_m2 > 0)), stock.largest_m2, np.nan),
        **_types_by_area(district, level),
    }
    geometry = district.areas.geometry.name
    kept = [name for name in district.areas.columns if name != geometry and name not in columns]
    order = [*kept, *AREA_COLUMNS, *MORE_COLUMNS, geometry]
    return district.areas.assign(**columns).iloc[np.flatnonzero(district.at(level))][order].reset_index(drop=True)


def _types_by_area(district: District, level: str) -> dict[str, np.ndarray]:
    """How many kinds an area must have, and how many of all kinds it has and lacks; unknown ones are neither."""
    size = len(district.areas)
    asked = [line for line in lines_of(district.profile) if line.required and line.applies_to == level]
    stocks = [district.stock(line.id, line.types) for line in asked or lines_of(district.profile)]
    return {
        "required_types": np.full(size, len(asked)),
        "present_types": sum(((stock.count > 0).astype(int) for stock in stocks), np.zeros(size, dtype=int)),
        "missing_types": sum(((stock.known & (stock.count == 0)).astype(int) for stock in stocks), np.zeros(size, dtype=int)),
        "types_verdict": all_required(district, [line for line in asked if line.active]),
    }


def _per(amount: np.ndarray, whole: np.ndarray, each: float) -> np.ndarray:
    known = np.isfinite(whole) & (whole > 0)
    return np.divide(amount, whole, out=np.full(len(amount), np.nan), where=known) * each


def _figures(out: gpd.GeoDataFrame, rules: pd.DataFrame) -> Figures:
    count = {word: int((out["verdict"] == word).sum()) for word in (PASS, FAIL, NO_DATA)}
    found = {
        "AREAS_COUNT": (len(out), "count"),
        "PASSED": (count[PASS], "count"),
        "FAILED": (count[FAIL], "count"),
        "NO_DATA": (count[NO_DATA], "count"),
        "SHORTFALL_M2": (float(out.loc[out["verdict"] == FAIL, "shortfall_m2"].sum()), "m2"),
        "HOUSEHOLDS": (plain(out["households"].sum(min_count=1)), "households"),
        "RESIDENTS": (plain(out["residents"].sum(min_count=1)), "residents"),
        "SERVICE_M2": (plain(out["service_m2"].sum(min_count=1)), "m2"),
    }
    for row in rules[rules["unit"] == SHARE_OF_AREAS].to_dict("records"):
        place = "" if row["code"] is None else f"@{row['partition']}/{row['level']}/{row['code']}"
        found[f"area_share.{row['rule']}{place}"] = (plain(row["value"] / 100), "share")
        found[f"area_verdict.{row['rule']}{place}"] = (row["verdict"], "")
    return {name: Figure(name, value, unit) for name, (value, unit) in found.items()}


def _notes(district: District, out: gpd.GeoDataFrame) -> Iterator[Text]:
    """What the reader must know: what is missing in the data, what judges nothing."""
    silent = int(out["weight_source"].isin([DEFAULT, PARTLY]).sum())
    if silent:
        yield text(
            "{count} areas hold doorplates without households: none of them passes, and only what is short at any rate fails.",
            count=silent,
        )
    empty = int((~(out["households"] > 0)).sum())
    if empty:
        yield text("Areas without households, for which nothing per household is stated: {count}.", count=empty)
    without = int(out["without_area"].sum())
    if without:
        yield text(
            "{count} facilities of the service space state no floor area: where the others do not suffice there is no verdict.",
            count=without,
        )
    space = district.profile.service_space_types
    if space and not district.space().listed:
        yield text(
            "FACILITIES holds none of the service space ({types}), and no survey says that there is none: no verdict.",
            types=", ".join(space),
        )
    off = [line.id for line in (*district.profile.area_rules, *district.profile.requirements) if not line.active]
    if off:
        yield text(
            "{count} figures of the profile are from memory and judge nothing until somebody vouches for them: {ids}.",
            count=len(off),
            ids=", ".join(dict.fromkeys(off)),
        )
