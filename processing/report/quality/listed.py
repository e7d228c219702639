"""The findings and the lines of the check list as layers, in the words that are printed."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from ....layers.problems import OUTLINE_RULE, SAME_ID_RULE, YES
from ....layers.words import text
from .checklist import walk_lists
from .facts import QualityFacts
from .tables import place_words

ANSWERED = ("answer", "remarks", "checked_on", "checked_by")  # filled in outside; checked_by is a post, never a name

# What a fix does, where the check itself does not say it.
FIXES = {
    "code_disagrees": text("Write the code of the area that it lies in."),
    "duplicate_address": text("Leave out this row; the earlier one stays."),
    SAME_ID_RULE: text("Leave out a row that is the same; give another one an id of its own."),
    OUTLINE_RULE: text("Repair the outline."),
    "duplicate": text("Leave out this line."),
    "no_length": text("Leave out this line."),
    "no_geometry": text("Leave out this line."),
    "building_scrap": text("Leave out the footprint."),
    "self_crossing": text("Give both strands a vertex there."),
}


def named_problems(facts: QualityFacts) -> gpd.GeoDataFrame:
    """The findings with the words for their rule, the smallest area they lie in and the address they are at or near."""
    problems = facts.examined.problems
    names = pd.Series([facts.say(rule.name) for rule in facts.rules], index=problems.index, dtype=object)
    places = pd.Series([facts.say(place_words(facts, k)) for k in problems.index], index=problems.index, dtype=object)
    return problems.assign(fix=_fixes(facts), rule_name=names, area=_areas(facts), place=places)


def _fixes(facts: QualityFacts) -> pd.Series:
    """What the fix of each problem does; where the check does not say it, in the words for its rule."""
    problems = facts.examined.problems
    silent = problems["fix"].isna() & (problems["automatic"] == YES)
    said = problems["rule"].map({rule: facts.say(words) for rule, words in FIXES.items()})
    return problems["fix"].astype(object).mask(silent, said).astype(object)


def _areas(facts: QualityFacts) -> pd.Series:
    units = facts.examined.by_unit
    known = [*(name or code for name, code in zip(units["name"], units["code"])), ""]
    return pd.Series([known[row] for row in facts.examined.units.tolist()], index=facts.examined.problems.index, dtype=object)


def check_layer(facts: QualityFacts) -> gpd.GeoDataFrame:
    """The lines of the check list with their numbers, as points, with empty columns for the answers."""
    lists, _ = walk_lists(facts)
    lines = pd.concat([one.lines for one in lists], ignore_index=True) if lists else pd.DataFrame(columns=["problem_id"])
    lines.insert(0, "number", range(1, len(lines) + 1))
    places = facts.examined.problems.set_index("problem_id").geometry
    blank = {name: pd.Series([None] * len(lines), dtype=object) for name in ANSWERED}
    crs = facts.examined.given.crs
    return gpd.GeoDataFrame(lines.assign(**blank), geometry=gpd.GeoSeries(places.reindex(lines["problem_id"]).to_numpy(), crs=crs), crs=crs)
