"""The numbered tables of the report: heads, rows and notes, before any markup."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Union

from ...layers.facility_types import facility_types
from ...layers.words import Text, text
from .facts import (
    MARKS,
    REASONS,
    CategoryLine,
    Facts,
    limit_words,
    line_count,
    line_range,
    line_rate,
    line_target,
    weight_word,
)
from .numbers import MISSING, NOT_APPLICABLE, Number, decimal, points
from .sentences import reason_word, verdict_word

Words = Union[Text, Number, str]
SHORT_ROWS = 16
UNSURE = "BCD"  # marks that a verdict carries with it


@dataclass(frozen=True)
class Cell:
    """What stands in one cell; the letter says how sure its source is, css how it looks."""

    words: Words | Sequence[Words]
    letter: str = ""
    css: str = ""


@dataclass(frozen=True)
class Column:
    """A head and whether its cells are numbers, words or long text."""

    head: Words
    css: str = "number"


@dataclass(frozen=True)
class Row:
    """The cells of one row; the total row stands last and bold."""

    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True)
class Table:
    """A numbered table; css "tight" for many columns, "dense" for very many."""

    number: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Text, ...] = ()
    css: str = ""

    @property
    def short(self) -> bool:
        """Whether it is kept on one page: few rows, none of them tall."""
        return len(self.rows) <= SHORT_ROWS and not any(column.css == "long" for column in self.columns)


def row(*cells: Words | Cell, total: bool = False) -> Row:
    """A row of cells; plain words become cells."""
    return Row(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells), total)


def confidence_letter(line: CategoryLine) -> str:
    """The letter of the category's limit."""
    return MARKS.get(line.category.confidence, "")


def verdict_cell(line: CategoryLine) -> Cell:
    """The verdict; with the letter of its limit where that is not confirmed."""
    letter = confidence_letter(line)
    return Cell(verdict_word(line.verdict), letter if letter in UNSURE else "", css=f"verdict {line.verdict}")


def target_cell(facts: Facts, line: CategoryLine) -> Cell:
    """The target; U where the user set it."""
    shown = line_target(line)
    letter = "U" if facts.results.settings.profile.target_source == "user" and shown.shown != MISSING else ""
    return Cell(shown, letter)


def name_of(facts: Facts, line: CategoryLine) -> str:
    """The category's name in the language of the report."""
    return line.category.name(facts.language)


def type_name(facts: Facts, facility_type: str) -> str:
    """The facility type in words; a type of the user's own stays as it is written."""
    known = facility_types().get(facility_type)
    name = facility_type if known is None else known.name(facts.language)
    return name.replace("(", "（").replace(")", "）") if facts.language == "zh" else name


def main_results(facts: Facts) -> Table:
    """Table 1-1: the result of every category, lowest rate first."""
    columns = (
        Column(text("Category"), "word"),
        Column(text("Limit"), "word"),
        Column(text("Covered ({weight})", weight=weight_word(facts.weight))),
        Column(text("Coverage")),
        Column(text("Range")),
        Column(text("Target")),
        Column(text("Verdict"), "word"),
    )
    rows = tuple(
        row(
            name_of(facts, line),
            limit_words(line.category),
            line_count(line, "ok") if line.has_rate else MISSING,
            line_rate(line),
            line_range(line),
            target_cell(facts, line),
            verdict_cell(line),
        )
        for line in facts.by_rate()
    )
    title = text("Main results (weight: {weight})", weight=weight_word(facts.weight))
    return Table("1-1", title, columns, rows, _main_notes(facts))


def _main_notes(facts: Facts) -> tuple[Text, ...]:
    notes = [text("Sorted by coverage, lowest first. Range: what is certain to what is possible, open questions of the data included.")]
    if facts.results.settings.profile.target_source == "user":
        notes.append(text("Targets marked U are set by this office, not by the standard."))
    return tuple(notes)


def scheme(facts: Facts) -> Table:
    """Table 3-1: what is judged, how far, by which clause."""
    columns = (
        Column(text("Category"), "word"),
        Column(text("Tier"), "word"),
        Column(text("Limit"), "word"),
        Column(text("Facility types that count"), "long"),
        Column(text("Target")),
        Column(text("Source and clause"), "long"),
        Column(text("Confidence"), "word"),
    )
    rows = tuple(_scheme_row(facts, line) for line in facts.lines)
    return Table("3-1", text("Scheme of the check"), columns, rows, tuple(_scheme_notes(facts)))


def _scheme_notes(facts: Facts) -> Iterator[Text]:
    yield mark_legend()
    off = facts.results.settings.profile.inactive
    if off:
        comma = "、" if facts.language == "zh" else ", "
        names = comma.join(category.name(facts.language) for category in off)
        yield text("Not judged until somebody confirms their limits: {names}.", names=names)
    for line in facts.lines:
        stated = line.category.confirmation
        if stated is not None:
            yield text(
                "{category}: confirmed by {person} on {date}, text seen: {seen}.",
                category=name_of(facts, line),
                person=stated.confirmed_by,
                date=stated.confirmed_on,
                seen=stated.text_seen,
            )


def _scheme_row(facts: Facts, line: CategoryLine) -> Row:
    category = line.category
    tier = text("{minutes} minutes", minutes=decimal(category.limit)) if category.unit == "min" else NOT_APPLICABLE
    return row(
        name_of(facts, line),
        tier,
        limit_words(category),
        Cell([type_name(facts, kind) for kind in category.types], css="list"),
        target_cell(facts, line),
        Cell([category.source, category.clause], css="source"),
        Cell(confidence_letter(line) or MISSING),
    )


def mark_legend() -> Text:
    """What the letters mean."""
    return text(
        "Marks: A confirmed in a public text; B to be checked (fairly sure); C to be checked (fair); D to be checked (for reference only); "
        "S from a case; U set by this office."
    )


def reasons(facts: Facts) -> Table:
    """Table 4-1: reached, and the five reasons of what is not, adding up to the total."""
    columns = (
        Column(text("Category"), "word"),
        Column(text("Total ({weight})", weight=weight_word(facts.weight))),
        Column(reason_word("ok")),
        *(Column(reason_word(reason)) for reason in REASONS),
        Column(text("Coverage")),
        Column(text("Range")),
        Column(text("Target")),
        Column(text("Verdict"), "word"),
    )
    rows = tuple(_reason_row(facts, line) for line in facts.lines)
    title = text("Coverage and reasons (weight: {weight})", weight=weight_word(facts.weight))
    return Table("4-1", title, columns, rows, (_sum_check(facts),), css="tight")


def _reason_row(facts: Facts, line: CategoryLine) -> Row:
    counts = (line_count(line, name) for name in ("total", "ok", *REASONS))
    return row(name_of(facts, line), *counts, line_rate(line), line_range(line), target_cell(facts, line), verdict_cell(line))


def _sum_check(facts: Facts) -> Text:
    adds_up = [abs(line.ok + sum(line.reasons.values()) - line.total) <= 1e-6 * max(1.0, line.total) for line in facts.lines]
    if all(adds_up):
        return text("Checked: in every row, reached and the five reasons add up to the total.")
    wrong = facts.names([line for line, right in zip(facts.lines, adds_up) if not right])
    return text("The check fails: the reasons do not add up to the total for {names}.", names=wrong)


def crow_and_network(facts: Facts) -> Table | None:
    """Table 4-4: straight-line circles and land beside the ledger; None where the run did not compute them."""
    stated = [line for line in facts.judged if not math.isnan(facts.value(f"crow_rate.{line.category.id}"))]
    if not stated:
        return None
    with_land = any(not math.isnan(facts.value(f"land_rate.{line.category.id}")) for line in stated)
    columns = (
        Column(text("Category"), "word"),
        Column(text("Limit"), "word"),
        Column(text("Circle as the crow flies")),
        Column(text("On foot, by the ledger")),
        Column(text("Difference (percentage points)")),
        Column(text("Median walk (m)")),
        *((Column(text("Residential land within the isochrone")),) if with_land else ()),
    )
    ranked = sorted(stated, key=lambda line: -(facts.value(f"crow_rate.{line.category.id}") - line.rate))
    rows = tuple(Row(_crow_cells(facts, line)[: len(columns)]) for line in ranked)
    notes = [text("Sorted by the difference. Circle: radius = the limit in metres, or minutes × walking speed, no detour factor.")]
    if with_land:
        notes.append(text("The isochrone is the figure by land, the ledger the figure by household; both are stated."))
    return Table("4-4", text("Straight line and network"), columns, rows, tuple(notes))


def _crow_cells(facts: Facts, line: CategoryLine) -> tuple[Cell, ...]:
    name = line.category.id
    gap = facts.value(f"crow_rate.{name}") - line.rate
    return row(
        name_of(facts, line),
        limit_words(line.category),
        facts.number(f"crow_rate.{name}"),
        line_rate(line),
        Number(points(gap), f"crow_rate.{name}-rate.{name}"),
        facts.number(f"median_m.{name}"),
        facts.number(f"land_rate.{name}"),
    ).cells
