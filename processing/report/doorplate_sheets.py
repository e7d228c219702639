"""The workbook's sheets with a row for every doorplate: what is missed, and the ledger."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from ...layers.privacy import may_leave
from ...layers.words import Text, render, text
from ..engine.ledger import CODE_COLUMNS
from ..engine.rollup import weights
from .area_tables import level_word
from .facts import CategoryLine, Facts
from .numbers import SUPPRESSED
from .sentences import reason_word
from .sheets import COUNT, NARROW, ONE, SHARE, TEXT, USUAL, WIDE, Field, Sheet, Value, unit_word
from .suppression import hidden
from .tables import name_of

MOST_LEDGER_ROWS = 50_000
MOST_ROWS = 1_048_000
SHORT_DECIMALS = {"m": 2, "min": 3}


def missed_sheets(facts: Facts) -> Iterator[Sheet]:
    """Every doorplate and category that is not reached or not known, in as many sheets as it takes."""
    rows = missed(facts)
    for number, start in enumerate(range(0, max(len(rows), 1), MOST_ROWS), start=1):
        name = text("Doorplates not covered") if number == 1 else text("Doorplates not covered {number}", number=number)
        yield Sheet(name, text("Doorplates not covered, by category"), _missed_fields(facts, rows.iloc[start : start + MOST_ROWS]))


def missed(facts: Facts) -> pd.DataFrame:
    """One row per doorplate and judged category that it does not reach, categories in profile order."""
    ledger, settings = facts.results.ledger, facts.results.settings
    weight = weights(ledger, settings)
    parts = [_missed_of(ledger, weight, line) for line in facts.judged]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=MISSED_COLUMNS)


MISSED_COLUMNS = ["doorplate_id", "address", "community_code", "grid_code", "category", "facility", "m", "min", "why", "weight"]


def _missed_of(ledger: pd.DataFrame, weight: np.ndarray, line: CategoryLine) -> pd.DataFrame:
    name = line.category.id
    rows = np.flatnonzero((ledger[f"{name}_why"] != "ok").to_numpy())
    found = ledger.iloc[rows]
    values = (found["doorplate_id"], found["address"], found["community_code"], found["grid_code"], name)
    walk = (found[f"{name}_id"], found[f"{name}_m"], found[f"{name}_min"], found[f"{name}_why"], weight[rows])
    return pd.DataFrame(dict(zip(MISSED_COLUMNS, (*values, *walk))), index=found.index)


def _missed_fields(facts: Facts, rows: pd.DataFrame) -> tuple[Field, ...]:
    names = {line.category.id: name_of(facts, line) for line in facts.lines}
    people = facts.people
    return (
        Field(text("Doorplate id"), "doorplate_id", TEXT, rows["doorplate_id"].tolist(), 20),
        Field(text("Address (to the building)"), "address", TEXT, rows["address"].tolist(), WIDE),
        Field(level_word("community"), "community_code", TEXT, rows["community_code"].tolist(), 16),
        Field(level_word("grid"), "grid_code", TEXT, rows["grid_code"].tolist(), 20),
        Field(text("Category"), "category", TEXT, rows["category"].map(names).tolist()),
        Field(text("Nearest facility"), "facility", TEXT, rows["facility"].tolist()),
        Field(text("On foot (m)"), "m", COUNT, _short(rows["m"], "m"), NARROW, unit="m"),
        Field(text("On foot (min)"), "min", ONE, _short(rows["min"], "min"), NARROW, unit="min"),
        Field(text("Reason"), "why", TEXT, _in_words(rows["why"], facts), 18),
        Field(unit_word(facts), "weight", COUNT, _people(rows["weight"]) if people else rows["weight"].tolist(), NARROW),
    )


def ledger_sheet(facts: Facts) -> Sheet:
    """The ledger, one row per doorplate; above the most rows a note that names the result database."""
    ledger = facts.results.ledger
    title = text("Coverage ledger")
    if len(ledger) > MOST_LEDGER_ROWS:
        note = text("The ledger has {rows} rows: see the table ledger in the result database.", rows=len(ledger))
        return Sheet(text("Ledger"), title, (), note=note)
    categories = [line.category.id for line in facts.lines]
    columns = may_leave("report", ledger.columns, categories=categories)
    return Sheet(text("Ledger"), title, tuple(_ledger_fields(facts, pd.DataFrame(ledger)[columns])), frozen=1)


def _ledger_fields(facts: Facts, ledger: pd.DataFrame) -> Iterator[Field]:
    names = {line.category.id: name_of(facts, line) for line in facts.lines}
    for column in ledger.columns:
        category, _, part = column.rpartition("_")
        if category in names and part in CATEGORY_HEADS:
            yield _category_field(facts, ledger[column], names[category], part)
        else:
            yield _own_field(ledger[column], column)


CATEGORY_HEADS = {
    "id": text("{category}: nearest"),
    "m": text("{category}: m"),
    "min": text("{category}: min"),
    "ok": text("{category}: reached"),
    "why": text("{category}: reason"),
}


def _category_field(facts: Facts, values: pd.Series, category: str, part: str) -> Field:
    head = Text(CATEGORY_HEADS[part].source, {"category": category})
    if part == "why":
        return Field(head, str(values.name), TEXT, _in_words(values, facts))
    if part == "ok":
        words = {True: render(text("yes"), facts.translate), False: render(text("no"), facts.translate)}
        return Field(head, str(values.name), TEXT, [words.get(value) for value in values], NARROW)
    if part == "id":
        return Field(head, str(values.name), TEXT, values.tolist(), USUAL)
    return Field(head, str(values.name), COUNT if part == "m" else ONE, _short(values, part), NARROW, unit=part)


OWN_HEADS = {
    "doorplate_id": text("Doorplate id"),
    "address": text("Address"),
    "road": text("Road name"),
    "number": text("House number"),
    "estate": text("Estate"),
    "building": text("Building"),
    "households": text("Households"),
    "district_code": text("District code"),
    "subdistrict_code": text("Sub-district code"),
    "community_code": text("Community code"),
    "grid_code": text("Grid code"),
    "reached": text("Categories reached"),
    "judged": text("Categories judged"),
    "completeness": text("Completeness"),
    "snap_m": text("Snap distance (m)"),
}


def _own_field(values: pd.Series, column: str) -> Field:
    head = OWN_HEADS.get(column, column)
    if column == "completeness":
        return Field(head, column, SHARE, values.tolist(), NARROW)
    if column == "snap_m":
        return Field(head, column, ONE, _short(values, "m"), NARROW, unit="m")
    if column in CODE_COLUMNS or values.dtype == object:
        return Field(head, column, TEXT, values.tolist(), 20 if column in CODE_COLUMNS else USUAL)
    return Field(head, column, COUNT, values.tolist(), NARROW)


def _short(values: pd.Series, unit: str) -> list[Value]:
    """Metres to the centimetre, minutes to a like length: the sheets of a large district halve in size."""
    return values.round(SHORT_DECIMALS[unit]).tolist()


def _people(values: pd.Series) -> list[Value]:
    """Counts of people, those below k hidden."""
    numbers = pd.to_numeric(values, errors="coerce").to_numpy(dtype=float)
    return [SUPPRESSED if flag else value for value, flag in zip(numbers.tolist(), hidden(numbers))]


def _in_words(reasons: pd.Series, facts: Facts) -> list[Value]:
    """Reason codes in words, each translated once."""
    codes, found = pd.factorize(reasons)
    words = np.array([render(reason_word(reason), facts.translate) for reason in found] + [None], dtype=object)
    return words[codes].tolist()
