"""Appendices B and C: every limit with its source, the terms, the files and versions of the run."""

from __future__ import annotations

from collections.abc import Iterator

from ...layers.area_rules import AreaRule, Requirement
from ...layers.profiles import Category
from ...layers.words import Text, text
from . import data_tables
from .area_tables import level_word
from .blocks import Block, Heading, Points, paragraph
from .facts import MARKS, Facts, limit_words
from .numbers import MISSING, decimal
from .standards import standard_words
from .tables import Cell, Column, Row, Table, mark_legend, row, type_name
from .terms import TERMS


def limits_and_terms(facts: Facts) -> Iterator[Block]:
    """Appendix B: the profile in full, then the terms."""
    profile = facts.results.settings.profile
    yield limit_table(facts)
    if profile.area_rules:
        yield rule_table(facts)
    if profile.requirements:
        yield requirement_table(facts)
    yield Heading(text("Terms"))
    yield Points(TERMS, "terms")


def limit_table(facts: Facts) -> Table:
    """Table B-1: every limit of the profile, those that judge nothing included."""
    profile = facts.results.settings.profile
    columns = (
        Column(text("Category"), "word"),
        Column(text("Limit"), "word"),
        Column(text("Facility types that count"), "long"),
        Column(text("Source and clause"), "long"),
        Column(text("Confidence"), "word"),
        Column(text("Judged"), "word"),
    )
    judged = [_limit_row(facts, category, text("yes")) for category in profile.categories]
    silent = [_limit_row(facts, category, text("no")) for category in profile.inactive]
    return Table("B-1", text("Every limit of the scheme"), columns, (*judged, *silent), (mark_legend(),))


def _limit_row(facts: Facts, category: Category, judged: Text) -> Row:
    return row(
        category.name(facts.language),
        limit_words(category),
        Cell([type_name(facts, kind) for kind in category.types], css="list"),
        Cell([part for part in (category.source, category.clause) if part] or MISSING, css="source"),
        MARKS.get(category.confidence, MISSING),
        judged,
    )


def rule_table(facts: Facts) -> Table:
    """Table B-2: every rule per area."""
    columns = (
        Column(text("Rule"), "name"),
        Column(text("Asked for"), "word"),
        Column(text("Level"), "word"),
        Column(text("Source and clause"), "long"),
        Column(text("Confidence"), "word"),
        Column(text("Judged"), "word"),
    )
    rows = tuple(_rule_row(facts, rule) for rule in facts.results.settings.profile.area_rules)
    return Table("B-2", text("Every rule per area"), columns, rows)


def _rule_row(facts: Facts, rule: AreaRule) -> Row:
    return row(Cell(rule.name(facts.language), css="name"), standard_words(rule), level_word(rule.applies_to), *_origin(rule))


def _origin(rule: AreaRule | Requirement) -> tuple[Cell | str | Text, ...]:
    source = Cell([part for part in (rule.source, rule.clause) if part] or MISSING, css="source")
    return source, MARKS.get(rule.confidence, MISSING), text("yes") if rule.active else text("no")


def requirement_table(facts: Facts) -> Table:
    """Table B-3: every kind of facility that the profile looks for."""
    columns = (
        Column(text("Kind"), "name"),
        Column(text("Level"), "word"),
        Column(text("Required")),
        Column(text("Each of at least (m²)")),
        Column(text("Source and clause"), "long"),
        Column(text("Confidence"), "word"),
        Column(text("Judged"), "word"),
    )
    rows = tuple(_requirement_row(facts, line) for line in facts.results.settings.profile.requirements)
    return Table("B-3", text("Kinds of facilities that areas are to have"), columns, rows)


def _requirement_row(facts: Facts, line: Requirement) -> Row:
    count = decimal(line.count) if line.required else text("optional")
    return row(Cell(line.name(facts.language), css="name"), level_word(line.applies_to), count, decimal(line.area_m2), *_origin(line))


def inputs(facts: Facts) -> Iterator[Block | None]:
    """Appendix C: the files with their hashes, the versions, the parameters."""
    yield file_table(facts)
    versions = facts.results.versions
    if versions:
        named = ", ".join(f"{name} {version}" for name, version in versions.items())
        yield paragraph(text("Versions: {versions}. Rows read, loaded and not loaded: table {number}.", versions=named, number="9-1"))
    yield data_tables.parameters(facts)


def file_table(facts: Facts) -> Table | None:
    """Table C-2: the input files with size and SHA-256; None where the run was not given files."""
    if not facts.results.files:
        return None
    columns = (Column(text("Parameter"), "word"), Column(text("File"), "long"), Column(text("Bytes")), Column(text("SHA-256"), "long"))
    rows = tuple(
        row(file.parameter, Cell(file.name, css="source"), decimal(file.size_bytes), Cell(file.sha256, css="hash"))
        for file in facts.results.files
    )
    notes = (text("Of a GeoPackage the rows are hashed: opening the file changes its bytes, not its rows."),)
    return Table("C-2", text("Input files"), columns, rows, notes)
