"""What somebody has to look at outside: one list for each of the smallest areas, in the order in which one walks."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ....layers.problems import ON_SITE, OPEN
from ....layers.words import Text, text
from .facts import QualityFacts
from .tables import place_words
from .words import short

MOST_SHEETS = 100  # more are lists of the level above, with a column that tells the smallest area
UPPER = ("community", "subdistrict", "district")
LINES = ("unit", "unit_name", "place", "finding", "advice", "problem_id")


@dataclass(frozen=True)
class WalkList:
    """The lines of one sheet (LINES) with the area they are of; breaks are rows before which a new page begins."""

    code: str
    name: str
    lines: pd.DataFrame
    breaks: tuple[int, ...] = ()
    grouped: bool = False  # several of the smallest areas


def walk_lists(facts: QualityFacts) -> tuple[list[WalkList], int]:
    """The lists in the order of their codes, what lies in no area last, and how many findings are for the office alone."""
    lines = _lines(facts)
    units = facts.examined.by_unit
    if units.empty:
        return ([WalkList("", "", lines)] if len(lines) else []), _indoors(facts)
    upper = _groups(facts, lines)
    known = lines[lines["unit"] != ""]
    found = []
    for code, own in known.groupby(known["unit"].map(upper), sort=True):
        starts = np.flatnonzero(~own["unit"].duplicated().to_numpy())
        grouped = len(set(upper.values())) < len(upper)
        found.append(WalkList(str(code), _name(facts, str(code)), own.reset_index(drop=True), tuple(starts[1:].tolist()), grouped))
    beyond = lines[lines["unit"] == ""]
    return [*found, *([WalkList("", "", beyond.reset_index(drop=True))] if len(beyond) else [])], _indoors(facts)


def _outside(facts: QualityFacts) -> np.ndarray:
    """Which findings have to be looked at outside: their rule or somebody says so, and they are at a place or of a row.

    What was decided already is not looked at again.
    """
    problems = facts.examined.problems
    sent = (problems["state"] == ON_SITE).to_numpy()
    told = np.array([rule.outside for rule in facts.rules], bool) & (problems["state"] == OPEN).to_numpy()
    return (told | sent) & (problems["row"].notna() | ~problems.geometry.isna()).to_numpy()


def _indoors(facts: QualityFacts) -> int:
    return int(len(facts.examined.problems) - _outside(facts).sum())


def _lines(facts: QualityFacts) -> pd.DataFrame:
    """One line for each finding to look at, by area, road, number and address."""
    rows = np.flatnonzero(_outside(facts))
    problems, places = facts.examined.problems.iloc[rows], facts.places.iloc[rows]
    units = facts.examined.by_unit
    codes, names = (np.append(units[column].fillna("").to_numpy(object), "")[facts.examined.units[rows]] for column in ("code", "name"))
    lines = pd.DataFrame(
        {
            "unit": codes,
            "unit_name": names,
            "place": [facts.say(place_words(facts, k)) for k in problems.index],
            "finding": [_finding(facts, k) for k in problems.index],
            "advice": [short(fix) if fix else facts.say(facts.rules[k].remedy) for k, fix in zip(problems.index, problems["fix"])],
            "problem_id": problems["problem_id"].to_numpy(object),
        }
    )
    return lines.iloc[_walk(lines, places)].reset_index(drop=True)


def _finding(facts: QualityFacts, k: int) -> str:
    name, message = facts.say(facts.rules[k].name), facts.message(k)
    return facts.say(text("{finding}: {message}", finding=name, message=message)) if message else name


def _walk(lines: pd.DataFrame, places: pd.DataFrame) -> np.ndarray:
    """The order of a walk: area by area, road by road, odd and even numbers in one pass from the lowest; without a road last."""
    number = pd.to_numeric(places["number"].str.extract(r"(\d{1,9})", expand=False)).fillna(0).to_numpy()
    keys = pd.DataFrame(
        {
            "unit": lines["unit"].to_numpy(),
            "bare": (places["road"] == "").to_numpy(),
            "road": places["road"].to_numpy(),
            "number": number,
            "place": lines["place"].to_numpy(),
        }
    )
    return keys.sort_values(list(keys.columns), kind="stable").index.to_numpy()


def _groups(facts: QualityFacts, lines: pd.DataFrame) -> dict[str, str]:
    """The area whose sheet each of the smallest areas stands on: itself, else the one above with at most MOST_SHEETS in all."""
    codes = sorted(set(lines["unit"]) - {""})
    areas = facts.examined.given.tables["areas"]
    parents = dict(zip(areas["code"], areas["parent_code"]))
    group = {code: code for code in codes}
    # Level by level, at most as many as there are levels.
    for _ in UPPER:
        if len(set(group.values())) <= MOST_SHEETS:
            return group
        group = {code: parents.get(above) or above for code, above in group.items()}
    return group if len(set(group.values())) <= MOST_SHEETS else dict.fromkeys(codes, "")


def _name(facts: QualityFacts, code: str) -> str:
    areas: gpd.GeoDataFrame = facts.examined.given.tables["areas"]
    names = areas.loc[(areas["code"] == code) & areas["name"].notna(), "name"]
    return short(names.iloc[0]) if len(names) else ""


def heading(one: WalkList) -> Text:
    """What stands over a list."""
    if not one.code and not one.name:
        return text("Check list: in no area") if "unit" in one.lines and (one.lines["unit"] == "").all() else text("Check list")
    return text("Check list: {name} {code}", name=one.name or "", code=one.code)
