"""Coverage of groups side by side: table 4-5 and its sheet."""

from __future__ import annotations

import math

import pandas as pd

from ...layers.profiles import WALKERS
from ...layers.words import Text, text
from ..engine.groups import CHILDREN, ELDERLY, ESTATE, GATED, HOUSEHOLDS, HOUSING, NONE, OPEN, PEOPLE, RESIDENTS, UNKNOWN
from .area_tables import step_of
from .facts import Facts, weight_word
from .numbers import MISSING, SUPPRESSED, Number, decimal, rate
from .sheets import COUNT, SHARE, TEXT, WIDE, Field, Sheet
from .suppression import is_hidden
from .tables import Cell, Column, Row, Table, name_of

DENSE_FROM = 9  # categories
OF_PEOPLE = (RESIDENTS, ELDERLY, CHILDREN)
WORDS = {
    (PEOPLE, HOUSEHOLDS): text("Households"),
    (PEOPLE, RESIDENTS): text("Residents"),
    (PEOPLE, ELDERLY): text("Aged 60 and over"),
    (PEOPLE, CHILDREN): text("Aged 0 to 14"),
    (ESTATE, GATED): text("In gated estates"),
    (ESTATE, OPEN): text("In open estates"),
    (ESTATE, UNKNOWN): text("In estates of unknown access"),
    (ESTATE, NONE): text("Outside estates"),
}


def group_word(kind: str, group: str | None) -> Text | str:
    """A group in words; housing types are the data's own."""
    if kind == HOUSING:
        return text("Housing type not stated") if _is_none(group) else str(group)
    return WORDS.get((kind, str(group)), str(group))


def _is_none(value: object) -> bool:
    return value is None or value != value


def walker_words(facts: Facts, walker_id: str) -> str:
    """The walker of a group with the speed on the flat."""
    walker = WALKERS.get(walker_id, facts.results.settings.walker)
    return f"{walker.name_zh if facts.language == 'zh' else walker.name_en} {decimal(walker.speed_ms, 1)}\u202fm/s"


def side_by_side(facts: Facts) -> Table | None:
    """Table 4-5: every group with its walker, its total and its rate in each category; None where the run has no groups."""
    groups = facts.results.groups
    if groups is None or groups.empty:
        return None
    columns = (
        Column(text("Group"), "name"),
        Column(text("Walker"), "word"),
        Column(text("Total")),
        *(Column(name_of(facts, line), "rate") for line in facts.lines),
    )
    by_group = (rows for _, rows in groups.groupby(["kind", "group"], sort=False, dropna=False))
    rows = tuple(_row(facts, rows) for rows in by_group if rows["total"].iloc[0] > 0)
    notes = (
        text(
            "Each group of people is weighed by its own number and walks at its own pace; housing and estates by {weight}.",
            weight=weight_word(facts.weight),
        ),
        *_not_stated(groups),
    )
    css = "dense" if len(facts.lines) > DENSE_FROM else ""
    return Table("4-5", text("Coverage of groups side by side (%)"), columns, rows, notes, css=css)


def _row(facts: Facts, rows: pd.DataFrame) -> Row:
    first = rows.iloc[0]
    people = first["weight"] in OF_PEOPLE
    total = float(first["total"])
    by_category = {one["category"]: one for one in rows.to_dict("records")}
    cells = (
        Cell(group_word(first["kind"], first["group"]), css="name"),
        Cell(walker_words(facts, first["walker"])),
        Cell(Number(SUPPRESSED if people and is_hidden(total) else decimal(total))),
        *(_rate(by_category.get(line.category.id), people) for line in facts.lines),
    )
    return Row(cells)


def _rate(one: dict | None, people: bool) -> Cell:
    if one is None or math.isnan(one["rate"]):
        return Cell(MISSING, css="step step-1")
    # A rate that rests on a hidden count tells it: it is printed whole.
    small = people and (is_hidden(one["ok"]) or is_hidden(one["total"] - one["ok"]))
    figure = f"group_rate.{one['kind']}.{'' if _is_none(one['group']) else one['group']}.{one['category']}"
    shown = rate(one["rate"], places=0 if small else 1).rstrip("%")
    return Cell(Number(shown, figure), css=f"step step{step_of(one['rate'])}")


def _not_stated(groups: pd.DataFrame) -> tuple[Text, ...]:
    """Of how many doorplates the number of a group is not known."""
    people = groups[(groups["kind"] == PEOPLE) & (groups["not_stated"] > 0)].drop_duplicates("group")
    return tuple(
        text(
            "{group}: not known of {count} doorplates, which are not counted.",
            group=group_word(PEOPLE, one["group"]),
            count=decimal(one["not_stated"]),
        )
        for one in people.to_dict("records")
    )


def group_sheet(facts: Facts) -> Sheet | None:
    """One row per group and category."""
    groups = facts.results.groups
    if groups is None or groups.empty:
        return None
    rows, names = groups.to_dict("records"), {line.category.id: name_of(facts, line) for line in facts.lines}
    counts = {name: [_count(one, name) for one in rows] for name in ("total", "ok")}
    fields = (
        Field(text("Group"), "group", TEXT, [group_word(one["kind"], one["group"]) for one in rows], WIDE),
        Field(text("Category"), "category", TEXT, [names.get(one["category"], one["category"]) for one in rows], WIDE),
        Field(text("Walker"), "walker", TEXT, [walker_words(facts, one["walker"]) for one in rows]),
        Field(text("Weight"), "weight", TEXT, [_weight(one["weight"]) for one in rows]),
        Field(text("Doorplates"), "doorplates", COUNT, [one["doorplates"] for one in rows]),
        Field(text("Total"), "total", COUNT, counts["total"]),
        Field(text("Covered"), "ok", COUNT, counts["ok"]),
        Field(text("Coverage"), "rate", SHARE, [one["rate"] for one in rows]),
    )
    return Sheet(text("Groups"), text("Coverage of groups side by side"), fields)


def _weight(word: str) -> Text:
    return {ELDERLY: text("Aged 60 and over"), CHILDREN: text("Aged 0 to 14")}.get(word, weight_word(word))


def _count(one: dict, name: str) -> object:
    people = one["weight"] in OF_PEOPLE
    small = people and (is_hidden(one["ok"]) or is_hidden(one["total"] - one["ok"]) or is_hidden(one["total"]))
    return SUPPRESSED if small and (name == "ok" or is_hidden(one["total"])) else one[name]
