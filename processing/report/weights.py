"""From where the report's households and residents are known, source by source."""

from __future__ import annotations

import numpy as np

from ...layers.words import Text, text
from ..engine.weighing import CONTROL_TOTALS, RASTER, SOURCE_COLUMNS, SOURCES
from .facts import Facts
from .numbers import SUPPRESSED, Number, decimal
from .suppression import hidden_parts
from .tables import Column, Row, Table, row

SOURCE_WORDS = {
    "given": text("Stated by the doorplate"),
    "control_totals": text("Total of its area, spread"),
    "population_raster": text("Population raster"),
    "buildings": text("Estimated from its building"),
    "default": text("Not known: one household"),
    "per_household": text("Not known: by persons per household"),
}
BEYOND = (CONTROL_TOTALS, RASTER)


def is_told(facts: Facts) -> bool:
    """Whether the run's ledger says from where its weights are known."""
    return set(SOURCE_COLUMNS) <= set(facts.results.ledger.columns)


def uses_more_than_rows(facts: Facts) -> bool:
    """Whether any weight comes from an area's total or a population raster."""
    return is_told(facts) and any(facts.results.ledger[name].isin(BEYOND).any() for name in SOURCE_COLUMNS)


def sources(facts: Facts) -> Table | None:
    """Table 9-3: how many households and residents each source weighs; None where the ledger does not say."""
    if not is_told(facts) or not len(facts.results.ledger):
        return None
    columns = (
        Column(text("Source"), "word"),
        Column(text("Doorplates (their households)")),
        Column(text("Households")),
        Column(text("Doorplates (their residents)")),
        Column(text("Residents")),
    )
    total = row(
        text("Total"),
        facts.number("DOORPLATES_COUNT"),
        facts.number("HOUSEHOLDS"),
        facts.number("DOORPLATES_COUNT"),
        facts.number("RESIDENTS"),
        total=True,
    )
    notes = (text("In this order: a doorplate's own row first; what no source tells is assumed. Totals of the finest areas hold."),)
    return Table("9-3", text("From where households and residents are known"), columns, (*_rows(facts), total), notes)


def _rows(facts: Facts) -> list[Row]:
    ledger = facts.results.ledger
    doors = {name: ledger[name].value_counts() for name in SOURCE_COLUMNS}
    used = [source for source in SOURCES if any(source in counts for counts in doors.values())]
    people = np.array([facts.value(f"residents_from.{source}") for source in used])
    hidden = hidden_parts(np.nan_to_num(people)[None, :])[0]
    households, residents = (doors[name] for name in SOURCE_COLUMNS)
    return [
        row(
            SOURCE_WORDS[source],
            decimal(float(households.get(source, 0))),
            _sum(facts, f"households_from.{source}"),
            decimal(float(residents.get(source, 0))),
            Number(SUPPRESSED) if hidden[k] else _sum(facts, f"residents_from.{source}"),
        )
        for k, source in enumerate(used)
    ]


def _sum(facts: Facts, figure_id: str) -> Number:
    return facts.number(figure_id) if figure_id in facts.results.figures else Number(decimal(0.0))


def caveat(facts: Facts) -> Text | None:
    """How many weights are not given; None where all are."""
    words = facts.results.ledger["weight_source"]
    estimated, default = int((words == "estimated").sum()), int((words == "default").sum())
    if not len(words) or estimated + default == 0:
        return None
    values = {"estimated": decimal(estimated), "default": decimal(default), "count": decimal(len(words))}
    if facts.people:
        return text(
            "The residents of {estimated} of {count} doorplates are estimated.", **{**values, "estimated": decimal(estimated + default)}
        )
    if default == len(words):
        return text("No households were given: every doorplate counts once, so the shares are shares of doorplates.")
    return _of_households(uses_more_than_rows(facts), default > 0, values)


def _of_households(from_totals: bool, some_default: bool, values: dict[str, str]) -> Text:
    if from_totals and some_default:
        return text(
            "The households of {estimated} of {count} doorplates are estimated (table 9-3), and {default} count as one household.", **values
        )
    if from_totals:
        return text("The households of {estimated} of {count} doorplates are estimated (table 9-3).", **values)
    if some_default:
        return text(
            "The households of {estimated} of {count} doorplates are estimated from buildings, and {default} count as one household.",
            **values,
        )
    return text("The households of {estimated} of {count} doorplates are estimated from buildings.", **values)
