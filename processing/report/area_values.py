"""Table 5-3: what every community has by each rule that is asked of communities."""

from __future__ import annotations

import pandas as pd

from ...layers.area_rules import AreaRule
from ...layers.words import Text, text
from ..engine.facilitystandards import COMMUNITY, rule_value
from ..engine.verdicts import NOT_JUDGED
from .area_tables import level_word
from .communities import name_of_area, place_key
from .facts import MARKS, Facts
from .numbers import MISSING, Number
from .sentences import verdict_word
from .standards import standard_words
from .tables import Cell, Column, Row, Table, mark_legend, row

MOST_RULES = 5  # that fit beside one another


def area_values(facts: Facts) -> Table | None:
    """A row per community in the order of codes, a value and a verdict for each rule; None where no rule is asked of communities."""
    rules = asked_of_communities(facts)
    if not rules:
        return None
    columns = [Column(level_word("community"), "name")]
    for rule in rules:
        head = text("{rule} (standard: {standard})", rule=rule.name(facts.language), standard=standard_words(rule))
        columns += [Column(head), Column(text("Verdict"), "word")]
    found = facts.results.standards.rules
    found = found[(found["level"] == COMMUNITY) & found["rule"].isin([rule.id for rule in rules])]
    rows = tuple(_row(facts, rules, part) for _, part in found.groupby("code", sort=True))
    marks = (text("{rule} {mark}", rule=f"{rule.source} {rule.clause}".strip(), mark=MARKS.get(rule.confidence, "")) for rule in rules)
    notes = (text("Sorted by code."), *dict.fromkeys(marks), mark_legend())
    return Table("5-3", text("Values by community"), tuple(columns), rows, notes, css="dense" if len(rules) > 2 else "")


def asked_of_communities(facts: Facts) -> list[AreaRule]:
    """The first rules of the profile that are asked of communities and measured there; the workbook holds all."""
    if facts.results.standards is None:
        return []
    found = facts.results.standards.rules
    measured = set(found.loc[found["level"] == COMMUNITY, "rule"])
    return [rule for rule in facts.results.settings.profile.area_rules if rule.id in measured][:MOST_RULES]


def _row(facts: Facts, rules: list[AreaRule], part: pd.DataFrame) -> Row:
    by_rule = {one["rule"]: one for one in part.to_dict("records")}
    first = next(iter(by_rule.values()))
    cells = [cell for rule in rules for cell in _cells(facts, by_rule.get(rule.id))]
    return row(Cell(name_of_area(first), css="name"), *cells)


def _cells(facts: Facts, one: dict | None) -> tuple[Number | Text | str, Text | str]:
    if one is None:
        return MISSING, MISSING
    value = facts.number(f"{rule_value(one['rule'])}@{place_key(one)}")
    return value, verdict_word(one["verdict"] if isinstance(one["verdict"], str) else NOT_JUDGED)
