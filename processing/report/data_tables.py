"""The tables of the data's quality: where it came from, what was wrong with it, the run's parameters."""

from __future__ import annotations

import json

import pandas as pd

from ...layers.words import Text, render, text
from .facts import Facts
from .numbers import MISSING, NOT_APPLICABLE, decimal
from .quality.rules import rule_of
from .tables import Cell, Column, Row, Table, Words, row

SEVERITIES = ("error", "warning", "note")
STATES = ("accepted", "fixed", "ignored")
TABLE_WORDS = {
    "areas": text("Areas"),
    "doorplates": text("Doorplates"),
    "facilities": text("Facilities"),
    "streets": text("Walking network"),
    "gates": text("Estate gates"),
    "walls": text("Walls"),
    "estates": text("Estates"),
    "land": text("Land and water"),
    "surveys": text("Surveys"),
    "events": text("Events"),
    "buildings": text("Buildings"),
    "problems": text("Problems"),
}


def table_word(table: object) -> Words:
    """A table of the workspace in words."""
    return TABLE_WORDS.get(str(table), str(table))


def sources(facts: Facts) -> Table:
    """Table 9-1: every input table with the rows read, loaded and not loaded."""
    columns = (
        Column(text("Table"), "word"),
        Column(text("Source"), "long"),
        Column(text("Read")),
        Column(text("Loaded")),
        Column(text("Not loaded")),
        Column(text("CRS"), "word"),
    )
    frame = facts.results.sources
    rows = tuple(_source_row(record) for record in frame.to_dict("records"))
    title = text("Sources and rows (read = loaded + not loaded)")
    return Table("9-1", title, columns, rows, (text("All tables of a run share the CRS {crs}.", crs=facts.crs),))


def _source_row(record: dict) -> Row:
    counts = (decimal(_float(record.get(name))) for name in ("rows_read", "rows_loaded", "rows_rejected"))
    return row(table_word(record.get("table")), Cell(_plain(record.get("source")), css="source"), *counts, _plain(record.get("crs")))


def problems(facts: Facts) -> Table | None:
    """Table 9-2: the problems by rule; None where there is none."""
    frame = facts.results.problems
    if frame.empty:
        return None
    columns = (
        Column(text("Rule"), "long"),
        Column(text("Table"), "word"),
        Column(text("Errors")),
        Column(text("Warnings")),
        Column(text("Notes")),
        Column(text("Accepted / fixed / ignored")),
        Column(text("First finding"), "long"),
    )
    groups = sorted(frame.groupby(["rule", "table"], sort=True, dropna=False), key=lambda group: _severity_rank(group[1]))
    rows = tuple(_problem_row(facts, table, found) for (_, table), found in groups)
    return Table(
        "9-2", text("Problems found by the checks"), columns, rows, (text("Sorted by severity. The workbook lists every problem."),)
    )


def _severity_rank(found: pd.DataFrame) -> tuple[int, int]:
    rank = min((SEVERITIES.index(name) for name in found["severity"] if name in SEVERITIES), default=len(SEVERITIES))
    return rank, -len(found)


def _problem_row(facts: Facts, table: object, found: pd.DataFrame) -> Row:
    severities, states = found["severity"].value_counts(), found["state"].value_counts()
    answered = " / ".join(decimal(float(states.get(state, 0))) for state in STATES)
    return row(
        rule_words(found["rule"].iloc[0]),
        table_word(table) if isinstance(table, str) else NOT_APPLICABLE,
        *(decimal(float(severities.get(severity, 0))) for severity in SEVERITIES),
        answered,
        Cell(message_words(found["message"].iloc[0], facts), css="source"),
    )


def rule_words(rule: object) -> Words:
    """A check's rule as it is named in the list of problems."""
    return rule_of(None, rule).name


def message_words(message: object, facts: Facts) -> str:
    """A problem's message in the language of the report."""
    return render(message, facts.translate) if isinstance(message, Text) else _plain(message)


def parameters(facts: Facts) -> Table:
    """Table C-1: the effective inputs of the run."""
    columns = (Column(text("Parameter"), "word"), Column(text("Value"), "long"))
    rows = tuple(row(key, Cell(parameter_value(value), css="source")) for key, value in facts.results.parameters.items())
    return Table("C-1", text("Parameters of the run"), columns, rows)


def parameter_value(value: object) -> str:
    """A parameter as text: text as it is, everything else as JSON."""
    if value is None or value == "":
        return MISSING
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _plain(value: object) -> str:
    return MISSING if value is None or value != value or value == "" else str(value)


def _float(value: object) -> float:
    return float("nan") if value is None else float(value)
