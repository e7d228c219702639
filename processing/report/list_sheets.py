"""The lists of the workbook: facilities, sources, problems, parameters."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...layers.facility_types import split_services
from ...layers.words import Text, text
from ..engine.rollup import weights
from .data_tables import message_words, parameter_value, rule_words, table_word
from .facts import MARKS, CategoryLine, Facts, limit_words
from .sheets import COUNT, NARROW, ONE, TEXT, TWO, WIDE, Field, Sheet, Value, texts, unit_word
from .tables import confidence_letter, name_of, type_name


def facility_sheet(facts: Facts) -> Sheet | None:
    """Every facility with what it offers and the weight that reaches it as its nearest."""
    facilities = facts.results.tables.get("facilities")
    if facilities is None or facilities.empty:
        return None
    points = facilities.geometry.centroid
    served = served_by_facility(facts)
    fields = (
        Field(text("Facility id"), "facility_id", TEXT, texts(facilities["facility_id"]), 20),
        Field(text("Name"), "name", TEXT, _column(facilities, "name"), WIDE),
        Field(text("Services"), "services", TEXT, [_services(facts, value) for value in facilities["services"]], WIDE),
        Field(text("Floor area (m²)"), "floor_m2", ONE, _numbers(facilities, "floor_m2"), unit="m²"),
        Field(text("Capacity"), "capacity", COUNT, _numbers(facilities, "capacity")),
        Field(
            text("Served as nearest ({weight})", weight=unit_word(facts)),
            "served",
            COUNT,
            [served.get(facility, 0.0) for facility in facilities["facility_id"]],
            unit=unit_word(facts),
        ),
        Field(text("Easting (m)"), "x", TWO, points.x.tolist(), unit="m"),
        Field(text("Northing (m)"), "y", TWO, points.y.tolist(), unit="m"),
    )
    return Sheet(text("List of facilities"), text("Facilities and the weight that reaches them"), fields)


def served_by_facility(facts: Facts) -> dict[str, float]:
    """The weight of the doorplates that reach each facility as their nearest, each counted once."""
    ledger, settings = facts.results.ledger, facts.results.settings
    weight = weights(ledger, settings)
    rows, pairs = np.arange(len(ledger)), []
    for category in settings.profile.categories:
        reached = (ledger[f"{category.id}_why"] == "ok").to_numpy()
        facility = ledger[f"{category.id}_id"].to_numpy()[reached]
        pairs.append(pd.DataFrame({"facility": facility, "row": rows[reached], "weight": weight[reached]}))
    once = pd.concat(pairs).drop_duplicates(["facility", "row"])
    return once.groupby("facility")["weight"].sum().to_dict()


def _services(facts: Facts, services: object) -> str:
    lines = {line.category.id: line for line in facts.lines}
    kinds = split_services(str(services))
    words = [name_of(facts, lines[kind]) if kind in lines else type_name(facts, kind) for kind in kinds]
    return ("、" if facts.language == "zh" else ", ").join(words)


def _column(frame: pd.DataFrame, name: str) -> list[Value]:
    return texts(frame[name]) if name in frame.columns else [None] * len(frame)


def _numbers(frame: pd.DataFrame, name: str) -> list[Value]:
    return pd.to_numeric(frame[name], errors="coerce").tolist() if name in frame.columns else [None] * len(frame)


def problem_sheet(facts: Facts) -> Sheet:
    """Every problem with its state and reason."""
    frame = facts.results.problems
    words = {"error": text("Error"), "warning": text("Warning"), "note": text("Note")}
    states = {"open": text("Open"), "accepted": text("Accepted"), "fixed": text("Fixed"), "ignored": text("Ignored")}
    fields = (
        Field(text("Problem id"), "problem_id", TEXT, _column(frame, "problem_id"), NARROW),
        Field(text("Table"), "table", TEXT, [table_word(value) for value in frame["table"]]),
        Field(text("Row"), "row", TEXT, _column(frame, "row"), 20),
        Field(text("Rule"), "rule", TEXT, [rule_words(value) for value in frame["rule"]], WIDE),
        Field(text("Severity"), "severity", TEXT, [words.get(value, value) for value in frame["severity"]], NARROW),
        Field(text("Message"), "message", TEXT, [message_words(value, facts) for value in frame["message"]], 60),
        Field(text("State"), "state", TEXT, [states.get(value, value) for value in frame["state"]], NARROW),
        Field(text("Reason"), "reason", TEXT, _column(frame, "reason"), WIDE),
    )
    return Sheet(text("Problem list"), text("Problems found by the checks"), fields)


def source_sheet(facts: Facts) -> Sheet:
    """Every input table with the rows read, loaded and not loaded."""
    frame = facts.results.sources
    fields = (
        Field(text("Table id"), "table", TEXT, _column(frame, "table")),
        Field(text("Table"), "name", TEXT, [table_word(value) for value in frame["table"]]),
        Field(text("Source"), "source", TEXT, _column(frame, "source"), 60),
        Field(text("Read"), "rows_read", COUNT, _numbers(frame, "rows_read")),
        Field(text("Loaded"), "rows_loaded", COUNT, _numbers(frame, "rows_loaded")),
        Field(text("Not loaded"), "rows_rejected", COUNT, _numbers(frame, "rows_rejected")),
        Field(text("CRS"), "crs", TEXT, _column(frame, "crs")),
    )
    return Sheet(text("Data quality"), text("Sources and rows (read = loaded + not loaded)"), fields)


def parameter_sheet(facts: Facts) -> Sheet:
    """The run's parameters, then every limit and target with source and mark."""
    rows = [(key, parameter_value(value), "", "") for key, value in facts.results.parameters.items()]
    for line in facts.lines:
        source = f"{line.category.source} {line.category.clause}".strip()
        rows.append((f"limit.{line.category.id}", limit_words(line.category), source, confidence_letter(line)))
        rows.append((f"target.{line.category.id}", _target(line), *_target_source(facts, line, source)))
    heads = (text("Parameter"), text("Value"), text("Source"), text("Mark"))
    names, widths = ("key", "value", "source", "mark"), (24, 40, 50, NARROW)
    columns = list(zip(*rows)) if rows else [()] * len(heads)
    fields = tuple(Field(head, name, TEXT, column, width) for head, name, column, width in zip(heads, names, columns, widths))
    return Sheet(text("Parameters"), text("Parameters of the run"), fields, frozen=1)


def _target(line: CategoryLine) -> str:
    return "" if line.category.target is None else f"{line.category.target:.10g}"


def _target_source(facts: Facts, line: CategoryLine, source: str) -> tuple[Text | str, str]:
    if line.category.target is None:
        return text("not set"), ""
    if facts.results.settings.profile.target_source == "user":
        return text("set by this office"), MARKS["user"]
    return source, confidence_letter(line)
