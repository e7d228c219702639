"""Chapter 7: what could be done, ranked: table 7-1, figure 7-1, map 7-1 and their sheet."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import pandas as pd

from ...layers.words import Text, text
from ..engine import measures as engine
from .area_tables import level_word
from .blocks import Block, Drawing, paragraph
from .facts import CategoryLine, Facts, weight_word
from .measure_maps import measure_map
from .numbers import MISSING, Number, decimal
from .pareto import gained_curve
from .places import has_areas, short_name
from .sentences import reason_word
from .sheets import COUNT, NARROW, ONE, TEXT, TWO, WIDE, Field, Sheet
from .suppression import hidden
from .tables import Cell, Column, Row, Table, confidence_letter, mark_legend, name_of, row

MOST_ROWS = 20
MOST_GRIDS = 2  # that are named


def left_out(facts: Facts) -> Text | None:
    """Why the chapter has nothing to say; None where it has."""
    found = facts.results.measures
    if found is None or found.empty:
        return text("Nothing is missed, so nothing is proposed.")
    return None


def blocks(facts: Facts) -> Iterator[Block | None]:
    """Chapter 7: the ranked measures, where they are, and where to stop."""
    yield paragraph(headline(facts))
    yield measure_table(facts)
    chart = gained_curve(facts)
    if chart is not None:
        yield Drawing("7-1", text("Newly covered, measure after measure"), "pareto.svg.j2", chart, chart.note)
    yield measure_map(facts, shown(facts))


def shown(facts: Facts) -> pd.DataFrame:
    """The measures that the report prints."""
    return facts.results.measures.head(MOST_ROWS)


def headline(facts: Facts) -> Text:
    """How many measures there are and how their effect was estimated."""
    return text(
        "{count} measures follow from the reasons of table {number}, most newly covered first. Effects are estimates, each measure "
        "by itself: a gate counts all that lie behind shut gates, a new facility those within the limit ÷ {factor} as the crow flies.",
        count=facts.number("MEASURES_COUNT"),
        number="4-1",
        factor=decimal(facts.results.settings.detour_factor, 1),
    )


def kind_word(measure: str) -> Text:
    """What kind of measure it is."""
    return {
        engine.GATE: text("Open a gate (ask the owners)"),
        engine.PATH: text("Open a path"),
        engine.FACILITY: text("New facility"),
        engine.CAPACITY: text("Add places"),
        engine.VERIFY: text("Verify the data"),
        engine.DATA: text("Supply the data"),
    }[measure]


def cause_words(facts: Facts, one: dict, names: Mapping[str, str]) -> Text:
    """Why the service is missed there, with estates or grids."""
    reason = {
        engine.GATE: reason_word("behind_gate"),
        engine.PATH: text("Long way round"),
        engine.FACILITY: reason_word("too_far"),
        engine.CAPACITY: text("Facilities within reach are full"),
        engine.VERIFY: text("Not connected, or no way on foot"),
        engine.DATA: reason_word("no_facility"),
    }[one["measure"]]
    where = place_words(facts, one, names)
    return text("{reason}: {where}", reason=reason, where=where) if where else reason


def place_words(facts: Facts, one: dict, names: Mapping[str, str]) -> str:
    """The estates or the grids that are concerned most, by name; empty where none is known."""
    comma = "、" if facts.language == "zh" else ", "
    if one["measure"] == engine.GATE and isinstance(one["estates"], str):
        return comma.join(one["estates"].split(", "))
    if isinstance(one["grids"], str):
        own = str(one["name"] or "")
        # A grid of the community itself needs not repeat its name.
        found = (names.get(code, code) for code in one["grids"].split(", ")[:MOST_GRIDS])
        return comma.join(name[len(own) :].strip() or name if own and name.startswith(own) else name for name in found)
    return ""


def grid_names(facts: Facts) -> dict[str, str]:
    """The names of the grids by code; a nameless grid goes by the end of its code."""
    areas = facts.results.areas_out
    grids = areas[areas["level"] == "grid"]
    names = grids["name"] if "name" in grids.columns else grids["code"]
    return {code: name if isinstance(name, str) and name else str(code)[-3:] for code, name in zip(grids["code"], names)}


def lines_by_id(facts: Facts) -> dict[str, CategoryLine]:
    """The categories by their id."""
    return {line.category.id: line for line in facts.lines}


def community_word(facts: Facts, one: dict) -> str:
    """The community of a measure; the whole where it concerns all, a dash outside every community."""
    if one["measure"] == engine.DATA:
        return facts.results.title or MISSING
    if not isinstance(one["code"], str):
        return MISSING if has_areas(facts) else facts.results.title or MISSING
    return str(one["name"] if isinstance(one["name"], str) and one["name"] else one["code"])


def measure_table(facts: Facts) -> Table:
    """Table 7-1: the measures that bring most; the workbook lists all."""
    found = facts.results.measures
    with_factor = bool((found["factor"] != 1).any())
    unit = weight_word(facts.weight)
    columns = (
        Column(text("No.")),
        Column(level_word("community"), "name"),
        Column(text("Category"), "word"),
        Column(text("Main reason"), "long"),
        Column(text("Concerned ({weight})", weight=unit)),
        Column(text("Kind of measure"), "long"),
        Column(text("May be newly covered ({weight})", weight=unit)),
        *((Column(text("Priority factor")),) if with_factor else ()),
        Column(text("Basis"), "long"),
    )
    lines, names = lines_by_id(facts), grid_names(facts)
    rows = tuple(_row(facts, one, lines[one["category"]], names, with_factor) for one in shown(facts).to_dict("records"))
    return Table("7-1", text("Measures"), columns, rows, _notes(facts, with_factor), css="tight")


def _row(facts: Facts, one: dict, line: CategoryLine, names: Mapping[str, str], with_factor: bool) -> Row:
    return row(
        decimal(one["rank"]),
        Cell(community_word(facts, one), css="name"),
        name_of(facts, line),
        cause_words(facts, one, names),
        facts.number(f"measure_affected.{one['rank']}"),
        kind_word(one["measure"]),
        gain_shown(facts, one),
        *((decimal(one["factor"], 1),) if with_factor else ()),
        Cell(line.category.source, confidence_letter(line)),
    )


def _notes(facts: Facts, with_factor: bool) -> tuple[Text, ...]:
    count = len(facts.results.measures)
    notes = [text("Sorted by what may be newly covered. Opening a gate needs the consent of the owners.")]
    if with_factor:
        kinds = "; ".join(f"{name} ×{factor:g}" for name, factor in facts.results.settings.priorities)
        notes.append(
            text(
                "For the order the gain is multiplied by the factor of the kind of community (set by this office, U): {kinds}.", kinds=kinds
            )
        )
    if count > MOST_ROWS:
        notes.append(text("The first {shown} of {count}; the workbook lists all.", shown=decimal(MOST_ROWS), count=decimal(count)))
    return (*notes, mark_legend())


def measure_sentence(facts: Facts, one: dict, names: Mapping[str, str]) -> Text:
    """One measure as the summary says it; names are those of the grids."""
    where, gates = place_words(facts, one, names), one["measure"] == engine.GATE
    values = {
        "area": short_name(community_word(facts, one)),
        "category": name_of(facts, lines_by_id(facts)[one["category"]]),
        "where": where,
        "gain": facts.with_unit(gain_shown(facts, one)),
        "concerned": facts.with_unit(facts.number(f"measure_affected.{one['rank']}")),
    }
    sentences = {
        engine.PATH: text("{area}: shorten the way round to {category}: {gain} live near it as the crow flies, too far on foot."),
        engine.FACILITY: text("{area}: look into a new facility for {category}: about {gain} more."),
        engine.CAPACITY: text("{area}: add places for {category}: facilities within reach are full for {concerned}."),
        engine.VERIFY: text("{area}: verify doorplates and paths ({concerned}); the figure for {category} then becomes certain."),
        engine.DATA: text("{area}: supply the list of facilities for {category}; so far nothing is concluded."),
        engine.GATE: text("{area}: agree with the owners on opening gates: {category} for at most {gain} more."),
    }
    of_estates = text("{area}: agree with the owners on opening gates ({where}): {category} for at most {gain} more.")
    return Text((of_estates if gates and where else sentences[one["measure"]]).source, values)


def gain_shown(facts: Facts, one: dict) -> Number | str:
    """What a measure may newly cover, as it is printed."""
    return MISSING if math.isnan(one["gain"]) else facts.number(f"measure_gain.{one['rank']}")


def measure_sheet(facts: Facts) -> Sheet | None:
    """Every measure in its order."""
    found = facts.results.measures
    if found is None or found.empty:
        return None
    each, lines, unit = found.to_dict("records"), lines_by_id(facts), weight_word(facts.weight)
    of, names = [lines[one["category"]] for one in each], grid_names(facts)
    fields = (
        Field(text("No."), "rank", COUNT, found["rank"].tolist(), NARROW),
        Field(text("Code"), "code", TEXT, [one["code"] or "" for one in each], 20),
        Field(level_word("community"), "name", TEXT, [community_word(facts, one) for one in each], WIDE),
        Field(text("Kind of community"), "kind", TEXT, [one["kind"] if isinstance(one["kind"], str) else "" for one in each]),
        Field(text("Category"), "category", TEXT, [name_of(facts, line) for line in of]),
        Field(text("Main reason"), "reason", TEXT, [cause_words(facts, one, names) for one in each], WIDE),
        Field(text("Concerned ({weight})", weight=unit), "affected", COUNT, _counts(facts, found["affected"]), unit=unit),
        Field(text("Kind of measure"), "measure", TEXT, [kind_word(one["measure"]) for one in each], WIDE),
        Field(text("May be newly covered ({weight})", weight=unit), "gain", COUNT, _counts(facts, found["gain"]), unit=unit),
        Field(text("Priority factor"), "factor", ONE, found["factor"].tolist(), NARROW),
        Field(text("Easting (m)"), "x", TWO, found["x"].tolist(), unit="m"),
        Field(text("Northing (m)"), "y", TWO, found["y"].tolist(), unit="m"),
        Field(text("Basis"), "basis", TEXT, [f"{line.category.source} {line.category.clause}".strip() for line in of], WIDE),
        Field(text("Confidence"), "confidence", TEXT, [confidence_letter(line) for line in of], NARROW),
    )
    return Sheet(text("Measures"), text("Measures, most newly covered first"), fields, frozen=3)


def _counts(facts: Facts, values: pd.Series) -> list[object]:
    numbers = values.to_numpy(dtype=float)
    small = hidden(numbers) if facts.people else [False] * len(numbers)
    return ["<5" if flag else value for value, flag in zip(numbers.tolist(), small)]
