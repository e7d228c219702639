"""Carries out decisions on the tables of a workspace: which were done, which were not and why, and every change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from ....layers.decisions import DECISION
from ....layers.problems import FIXED, OPEN, OUTLINE_RULE, SAME_ID_RULE, YES
from ....layers.progress import SILENT, Progress
from ....layers.words import Text, Translator, english, render, text
from . import ofareas, ofpoints, ofstreets
from .draft import Draft
from .wish import Wish

if TYPE_CHECKING:
    import geopandas as gpd

DECIDED, ALL = "decided", "all"
Fix = Callable[[Draft, Wish], "Text | None"]  # the reason why it was not done, None where it was

# In this order: what lies in an area is asked when the areas are mended, what is near a line when doubled lines are gone.
FIXES: dict[str, Fix] = {
    f"*.{SAME_ID_RULE}": ofpoints.own_identifier,
    f"*.{OUTLINE_RULE}": ofpoints.repair_outline,
    "areas.overlap": ofareas.leave_overlap,
    "areas.sliver": ofareas.mend_sliver,
    "areas.gap": ofareas.fill_gap,
    "areas.unknown_parent": ofareas.set_parent,
    "areas.parent_disagrees": ofareas.set_parent,
    "streets.no_geometry": ofstreets.leave_out_unwalkable,
    "streets.no_length": ofstreets.leave_out_unwalkable,
    "streets.duplicate": ofstreets.leave_out,
    "streets.dangle": ofstreets.join_end,
    "streets.near_miss": ofstreets.join_end,
    "streets.crossing": ofstreets.node_crossing,
    "streets.self_crossing": ofstreets.node_self_crossing,
    "doorplates.code_disagrees": ofpoints.code_by_position,
    "doorplates.duplicate_address": ofpoints.leave_out_twin,
    "buildings.building_scrap": ofpoints.leave_out_scrap,
    "gates.gate_far_from_wall": ofpoints.gate_to_wall,
}
ORDER = {name: number for number, name in enumerate(FIXES)}


@dataclass(frozen=True)
class Carried:
    """What was done: the changed tables as a draft, the problems that stay, done by id and why others were not."""

    draft: Draft
    problems: gpd.GeoDataFrame
    done: tuple[str, ...]
    skipped: Mapping[str, Text]


def carry_out(
    tables: Mapping[str, pd.DataFrame],
    problems: gpd.GeoDataFrame,
    *,
    which: str = DECIDED,
    translate: Translator = english,
    progress: Progress = SILENT,
) -> Carried:
    """Mend what was decided to be mended; with ALL also every open problem that says that it can be mended by itself.

    Problems that were mended leave the list; the others stay as they are, those that could not be mended open again with the reason.
    """
    draft = Draft(tables)
    wishes = sorted(_wishes(problems, which), key=lambda wish: ORDER.get(_known(wish), len(ORDER)))
    done: list[str] = []
    skipped: dict[str, Text] = {}
    # One after another: each fix works on what the last one left.
    for number, wish in enumerate(wishes):
        progress.at(number / len(wishes), text("Mending {number} of {count}", number=number + 1, count=len(wishes)))
        draft.problem_id = wish.problem_id
        reason = _carried_out(draft, wish)
        if reason is None:
            done.append(wish.problem_id)
        else:
            skipped[wish.problem_id] = reason
    return Carried(draft, _left(problems, done, skipped, translate), tuple(done), skipped)


def fixable(table: str, rule: str) -> bool:
    """Whether there is a fix for a rule of a table."""
    return f"{table}.{rule}" in FIXES or f"*.{rule}" in FIXES


def _known(wish: Wish) -> str:
    name = f"{wish.table}.{wish.rule}"
    return name if name in FIXES else f"*.{wish.rule}"


def _carried_out(draft: Draft, wish: Wish) -> Text | None:
    if wish.table not in draft.tables:
        return text("The workspace has no table {table}.", table=wish.table)
    if not fixable(wish.table, wish.rule):
        return text("There is no fix for it that could be carried out by itself. Edit the row in QGIS.")
    return FIXES[_known(wish)](draft, wish)


def _wishes(problems: gpd.GeoDataFrame, which: str) -> Sequence[Wish]:
    automatic = (problems["automatic"] == YES) & (problems["state"] == OPEN)
    wanted = problems[(problems["state"] == FIXED) | (automatic if which == ALL else False)]
    names = ("problem_id", "table", "rule", "row", "other")
    columns = [wanted[name].where(wanted[name].notna(), None).tolist() for name in names]
    return [Wish(*values, place) for *values, place in zip(*columns, wanted.geometry)]


def _left(problems: gpd.GeoDataFrame, done: Sequence[str], skipped: Mapping[str, Text], translate: Translator) -> gpd.GeoDataFrame:
    """The problems that were not mended."""
    kept = problems[~problems["problem_id"].isin(done)].reset_index(drop=True)
    back = kept["problem_id"].isin(skipped)
    why = kept["problem_id"].map({name: render(reason, translate) for name, reason in skipped.items()})
    state, reason = DECISION
    return kept.assign(**{state: kept[state].mask(back, OPEN), reason: kept[reason].astype(object).mask(back, why)})
