"""The numbered tables of the report on data quality."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from ....layers.quality.columns import NEEDS, STALE_MONTHS
from ....layers.words import Text, text
from ...engine.dataquality import SEVERITIES
from ...engine.uses import NEEDED, Use
from ..area_tables import level_word
from ..data_tables import parameter_value, table_word
from ..numbers import MISSING, decimal, rate
from ..tables import Cell, Column, Row, Table, row
from .facts import QualityFacts
from .rules import rule_of
from .words import USES, VERDICT_LOOKS, VERDICTS, column_word, short

EXAMPLES = 3
MOST_UNITS = 300  # rows of table 5-1; the workbook has them all
ROW_WORDS = 120


def uses(facts: QualityFacts) -> Table:
    """Table 1-1: what the data is good for, and why not."""
    columns = (Column(text("Use"), "word"), Column(text("Verdict"), "word"), Column(text("Reasons"), "long"))
    rows = tuple(_use_row(use) for use in facts.examined.uses)
    return Table("1-1", text("What the data can be used for"), columns, rows, _use_notes(facts))


def _use_row(use: Use) -> Row:
    reasons = [reason for _, reason in use.reasons] or [text("No reservation.")]
    verdict = Cell(VERDICTS[use.verdict], css=f"verdict {VERDICT_LOOKS[use.verdict]}")
    return row(USES[use.name], verdict, Cell(reasons, css="source"))


def _use_notes(facts: QualityFacts) -> tuple[Text, ...]:
    if facts.examined.given.whole:
        return (text("Usable with reservations: the results can be used where the reasons named are kept in mind."),)
    comma = "、" if facts.language == "zh" else ", "
    beyond = [
        name
        for name in dict.fromkeys(sum((NEEDED[use.name] for use in facts.examined.uses), ()))
        if name not in facts.examined.given.tables
    ]
    names = comma.join(facts.say(table_word(name)) for name in beyond)
    return (text("Judged as far as this file goes; the uses also take: {tables}.", tables=names or MISSING),)


def sources(facts: QualityFacts) -> Table:
    """Table 2-1: rows read, loaded, summed at their door, not loaded."""
    frame = facts.examined.given.sources
    merged = bool(frame["rows_merged"].sum())
    heads = [text("Read"), text("Loaded"), *([text("Rooms summed at their door")] if merged else []), text("Not loaded")]
    names = ["rows_read", "rows_loaded", *(["rows_merged"] if merged else []), "rows_rejected"]
    columns = (
        Column(text("Table"), "word"),
        Column(text("Source"), "long"),
        *(Column(head) for head in heads),
        Column(text("CRS"), "word"),
    )
    rows = tuple(
        row(
            table_word(one["table"]),
            Cell(short(one["source"]), css="source"),
            *(decimal(float(one[name])) for name in names),
            one["crs"] or MISSING,
        )
        for one in frame.to_dict("records")
    )
    return Table(
        "2-1",
        text("Where the rows come from"),
        columns,
        rows,
        (text("Every row read is loaded, summed at its door, or listed as not loaded."),),
    )


def findings(facts: QualityFacts) -> Table | None:
    """Table 3-1: every kind of finding, what it means and what to do; None where nothing was found."""
    counts = facts.examined.counts
    if counts.empty:
        return None
    columns = (
        Column(text("Finding"), "long"),
        Column(text("Table"), "word"),
        *(Column(head) for head in (text("Errors"), text("Warnings"), text("Notes"))),
        Column(text("What it means for the results"), "long"),
        Column(text("What to do"), "long"),
    )
    rows = tuple(_finding_row(table, rule, found) for (table, rule), found in ranked(counts))
    return Table(
        "3-1", text("What was found, what it means, what to do"), columns, rows, (text("Sorted by severity, then by number."),), css="tight"
    )


def ranked(counts: pd.DataFrame) -> list[tuple[tuple[str, str], pd.DataFrame]]:
    """The findings by table and rule, the most serious and most frequent first."""
    groups = list(counts.groupby(["table", "rule"], sort=True))

    def rank(group: tuple[tuple[str, str], pd.DataFrame]) -> tuple[int, int]:
        return min(SEVERITIES.index(name) for name in group[1]["severity"]), -int(group[1]["count"].sum())

    return sorted(groups, key=rank)


def _finding_row(table: str, rule: str, found: pd.DataFrame) -> Row:
    known, by_severity = rule_of(table, rule), found.set_index("severity")["count"]
    numbers = (decimal(float(by_severity[name])) if name in by_severity else MISSING for name in SEVERITIES)
    return row(known.name, table_word(table), *numbers, Cell(known.meaning, css="source"), Cell(known.remedy, css="source"))


def examples(facts: QualityFacts) -> Table | None:
    """Table 3-2: of each kind the first few, by identifier and place."""
    problems = facts.examined.problems
    if problems.empty:
        return None
    first = problems[problems["row"].notna()].groupby(["table", "rule"], sort=False).head(EXAMPLES)
    if first.empty:
        return None
    columns = (
        Column(text("Finding"), "long"),
        Column(text("Row"), "name"),
        Column(text("Address or place"), "long"),
        Column(text("What was found"), "long"),
    )
    order = {pair: k for k, (pair, _) in enumerate(ranked(facts.examined.counts))}
    placed = sorted(first.index, key=lambda k: (order[problems.at[k, "table"], problems.at[k, "rule"]], k))
    rows = tuple(_example_row(facts, k) for k in placed)
    notes = (text("Up to {count} of each kind; the layer of problems and the check list hold the others.", count=EXAMPLES),)
    return Table("3-2", text("Examples"), columns, rows, notes, css="tight")


def _example_row(facts: QualityFacts, k: int) -> Row:
    problem = facts.examined.problems.loc[k]
    return row(
        facts.rules[k].name,
        Cell(short(problem["row"])[:ROW_WORDS], css="source"),
        Cell(place_words(facts, k), css="source"),
        Cell(facts.message(k), css="source"),
    )


def place_words(facts: QualityFacts, k: int) -> Text | str:
    """Where a problem is: its own address or name, and the doorplate it is near to."""
    place = facts.places.loc[k]
    if not place["near"]:
        return place["address"] or MISSING
    if not place["address"]:
        return text("near {address}", address=place["near"])
    return text("{name}, near {address}", name=place["address"], address=place["near"])


def complete(facts: QualityFacts) -> Table | None:
    """Table 4-1: how many rows hold a value in the columns that the results use."""
    frame = facts.examined.completeness
    if frame.empty:
        return None
    columns = (
        Column(text("Table"), "word"),
        Column(text("Column"), "word"),
        Column(text("Rows")),
        Column(text("With a value")),
        Column(text("Completeness of data"), "rate"),
        Column(text("Without it"), "long"),
    )
    rows = tuple(
        row(
            table_word(one.table),
            Cell([column_word(one.column), one.column], css="names"),
            decimal(float(one.rows)),
            decimal(float(one.filled)),
            Cell(rate(one.share), css=f"rate step step{_step(one.share)}"),
            Cell(NEEDS[one.table, one.column].without, css="source"),
        )
        for one in frame.itertuples(index=False)
    )
    return Table(
        "4-1",
        text("Completeness of the columns that the results use"),
        columns,
        rows,
        (text("“Unknown” counts as no value."),),
        css="tight",
    )


def _step(share: float) -> int:
    return int(np.searchsorted((0.6, 0.7, 0.8, 0.9), share, side="right"))


def fresh(facts: QualityFacts) -> Table | None:
    """Table 4-2: how old the rows are."""
    frame = facts.examined.freshness
    if frame.empty:
        return None
    columns = (
        Column(text("Table"), "word"),
        Column(text("Rows")),
        Column(text("With a date")),
        Column(text("Oldest"), "word"),
        Column(text("Newest"), "word"),
        Column(text("Older than {months} months", months=STALE_MONTHS)),
    )
    rows = tuple(
        row(
            table_word(one.table),
            decimal(float(one.rows)),
            decimal(float(one.dated)),
            one.oldest or MISSING,
            one.newest or MISSING,
            rate(one.old),
        )
        for one in frame.itertuples(index=False)
    )
    notes = (
        text("Ages are reckoned from the report date, without one from the newest date of the data. Tables without dates are not listed."),
    )
    return Table("4-2", text("Timeliness"), columns, rows, notes)


def units(facts: QualityFacts) -> Table | None:
    """Table 5-1: the smallest areas with their findings, those with most errors first."""
    frame = facts.examined.by_unit
    if frame.empty:
        return None
    order = frame.sort_values([*SEVERITIES, "code"], ascending=[False, False, False, True], kind="stable").head(MOST_UNITS)
    columns = (
        Column(level_word(str(frame["level"].iloc[0])), "name"),
        Column(text("Code"), "name"),
        Column(text("Doorplates")),
        Column(text("Households")),
        *(Column(head) for head in (text("Errors"), text("Warnings"), text("Notes"))),
        Column(text("With households"), "rate"),
        Column(text("With a building"), "rate"),
    )
    rows = (*(_unit_row(one) for one in order.itertuples(index=False)), _unit_total(facts))
    return Table("5-1", text("Findings by area"), columns, rows, tuple(_unit_notes(facts, len(frame))), css="tight")


def _unit_row(one: object) -> Row:
    counts = (decimal(float(getattr(one, name))) for name in ("doorplates", "households", *SEVERITIES))
    return row(short(one.name or one.code), short(one.code), *counts, rate(one.with_households), rate(one.with_building))


def _unit_total(facts: QualityFacts) -> Row:
    frame, shares = facts.examined.by_unit, facts.examined.shares
    counts = (decimal(float(frame[name].sum())) for name in ("doorplates", "households", *SEVERITIES))
    own = (rate(shares.get(name, np.nan)) for name in ("with_households", "with_building"))
    return row(text("Total"), "", *counts, *own, total=True)


def _unit_notes(facts: QualityFacts, count: int) -> Iterator[Text]:
    yield text("Sorted by errors, then by warnings and notes. Findings without a place, or outside every area, are not among them.")
    if count > MOST_UNITS:
        yield text("The first {shown} of {count} areas; the workbook has them all.", shown=MOST_UNITS, count=count)


def parameters(facts: QualityFacts) -> Table:
    """Table 6-1: the effective inputs of the run."""
    columns = (Column(text("Parameter"), "word"), Column(text("Value"), "long"))
    rows = tuple(row(key, Cell(short(parameter_value(value)), css="source")) for key, value in facts.parameters.items())
    return Table("6-1", text("Parameters of the run"), columns, rows)
