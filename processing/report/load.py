"""Places and load: table 4-6 by category, and the sheet of all facilities that state a capacity or are counted for one."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...layers.words import Text, text
from ..engine.capacitytables import BALANCED, IDLE, NO_DATA, NO_PLACES, NOT_CONNECTED, OVERLOADED
from ..engine.eligible import Eligible
from .facts import Facts
from .groups import PEOPLE, group_word
from .numbers import MISSING, SUPPRESSED, Number, rate
from .sheets import COUNT, NARROW, SHARE, TEXT, WIDE, Field, Sheet, Value
from .suppression import hidden, is_hidden
from .tables import Cell, Column, Row, Table, name_of, row

PEOPLE_COLUMNS = ("need", "served", "over", "out_of_reach")
COUNT_COLUMNS = ("overloaded", "idle", "capacity_unknown")


def verdict_words(verdict: str) -> Text:
    """How full a facility is."""
    return {
        OVERLOADED: text("Overloaded"),
        BALANCED: text("Balanced"),
        IDLE: text("Idle"),
        NO_PLACES: text("No places"),
        NOT_CONNECTED: text("Not connected"),
        NO_DATA: text("Not enough data"),
    }[verdict]


def load_table(facts: Facts) -> Table | None:
    """Table 4-6: who needs a place and who finds one, in the order of the profile; None where no capacities are known."""
    places = facts.results.places
    if places is None:
        return None
    heads = (text("Who needs a place"), text("Capacity"), text("In need"), text("Find a place"), text("Too many"), text("Out of reach"))
    more = (text("Find a place (%)"), text("Overloaded"), text("Idle"), text("Capacity not stated"))
    columns = (Column(text("Category"), "name"), Column(heads[0], "word"), *(Column(head) for head in (*heads[1:], *more)))
    lines = [line for line in facts.lines if line.category.id in places.eligible]
    rows = tuple(_row(facts, name_of(facts, line), line.category.id, places.eligible[line.category.id]) for line in lines)
    notes = (
        text(
            "Places are divided among the people who can walk to them within the limit, the nearer first (two-step floating catchment); "
            "the range allows for facilities without a stated capacity. Facilities are counted."
        ),
        *(_named(facts, note) for note in places.notes),
    )
    return Table("4-6", text("Places and load of facilities (people)"), columns, rows, notes, css="tight")


def _named(facts: Facts, note: Text) -> Text:
    """The note with the category by its name."""
    names = {line.category.id: name_of(facts, line) for line in facts.lines}
    return Text(note.source, {key: names.get(value, value) if key == "category" else value for key, value in note.values.items()})


def _row(facts: Facts, name: str, category: str, asked: Eligible) -> Row:
    who = text("{group} × {share}", group=group_word(PEOPLE, asked.group), share=f"{asked.share:.4g}")
    people = [_people(facts, f"places_{column}.{category}") for column in PEOPLE_COLUMNS]
    counts = [facts.number(f"places_{column}.{category}") for column in COUNT_COLUMNS]
    return row(name, Cell(who), facts.number(f"places_total.{category}"), *people, _range(facts, category), *counts)


def _people(facts: Facts, figure: str) -> Number:
    return Number(SUPPRESSED, figure) if is_hidden(facts.value(figure)) else facts.number(figure)


def _range(facts: Facts, category: str) -> Text | Number | str:
    low, high = facts.number(f"places_rate.{category}"), facts.number(f"places_rate_high.{category}")
    if is_hidden(facts.value(f"places_served.{category}")):
        return MISSING
    same = rate(facts.value(f"places_rate.{category}")) == rate(facts.value(f"places_rate_high.{category}"))
    return low if same else text("{low}–{high}", low=low, high=high)


def load_sheet(facts: Facts) -> Sheet | None:
    """One row per facility and category; small counts of people are hidden."""
    if facts.results.places is None:
        return None
    loads = pd.DataFrame(facts.results.places.loads)
    names = {line.category.id: name_of(facts, line) for line in facts.lines}
    groups = [group_word(PEOPLE, group) for group in loads["group"]]
    fields = (
        Field(text("Facility id"), "facility_id", TEXT, loads["facility_id"].tolist(), 20),
        Field(text("Name"), "name", TEXT, ["" if name != name or name is None else name for name in loads["name"]], WIDE),
        Field(text("Category"), "category", TEXT, loads["category"].map(names).tolist()),
        Field(text("Who needs a place"), "group", TEXT, groups, NARROW),
        Field(text("Capacity"), "capacity", COUNT, loads["capacity"].tolist(), NARROW),
        Field(text("Come here"), "assigned", COUNT, _counts(loads["assigned"]), NARROW),
        Field(text("Find a place"), "served", COUNT, _counts(loads["served"]), NARROW),
        Field(text("Too many"), "over", COUNT, _counts(loads["over"]), NARROW),
        Field(text("Load"), "load", SHARE, _loads(loads), NARROW),
        Field(text("Verdict"), "verdict", TEXT, [verdict_words(verdict) for verdict in loads["verdict"]]),
    )
    return Sheet(text("Places and load"), text("Facilities, their places and those who come"), fields, frozen=2)


def _counts(people: pd.Series) -> list[Value]:
    numbers = people.to_numpy(dtype=float)
    return [SUPPRESSED if flag else value for value, flag in zip(np.round(numbers, 1).tolist(), hidden(numbers))]


def _loads(loads: pd.DataFrame) -> list[Value]:
    """The load, but where it would give a hidden count away."""
    small = hidden(loads["assigned"].to_numpy(dtype=float))
    return np.where(small, np.nan, loads["load"].to_numpy(dtype=float)).tolist()
