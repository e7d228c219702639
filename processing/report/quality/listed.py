"""The findings and the lines of the check list as layers, in the words that are printed."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from .checklist import walk_lists
from .facts import QualityFacts
from .tables import place_words

ANSWERED = ("answer", "remarks", "checked_on", "checked_by")  # filled in outside; checked_by is a post, never a name


def named_problems(facts: QualityFacts) -> gpd.GeoDataFrame:
    """The findings with the words for their rule, the smallest area they lie in and the address they are at or near."""
    problems = facts.examined.problems
    names = pd.Series([facts.say(rule.name) for rule in facts.rules], index=problems.index, dtype=object)
    places = pd.Series([facts.say(place_words(facts, k)) for k in problems.index], index=problems.index, dtype=object)
    return problems.assign(rule_name=names, area=_areas(facts), place=places)


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
