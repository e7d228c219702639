"""Chapter 5: what the communities have against what the profile asks, tables 5-1, 5-2 and 5-4, and their sheet."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pandas as pd

from ...layers.area_rules import SHARE_OF_AREAS, AreaRule, Requirement
from ...layers.words import Text, text
from ..engine.facilitystandards import Standards, lines_of
from ..engine.verdicts import FAIL, NO_DATA, PASS
from .area_tables import level_word
from .communities import place_key
from .facts import MARKS, Facts
from .numbers import MISSING, NOT_APPLICABLE, Number, decimal
from .sentences import verdict_word
from .sheets import ONE, TEXT, WIDE, Field, Sheet
from .tables import Cell, Column, Row, Table, mark_legend, row

PRACTICE_M2 = 400.0  # what nine of ten communities of Jiangsu had; a level of practice, no rule
MOST_TYPES = 12  # that fit beside one another
SIGNS = {True: "●", False: "○"}


def is_judged(facts: Facts) -> bool:
    """Whether the run compared its communities with standards."""
    return facts.results.standards is not None


def left_out(facts: Facts) -> Text | None:
    """Why nothing is judged; None where something is."""
    if is_judged(facts):
        return None
    return text("The data hold no boundaries of communities: nothing is compared with standards; the chapter is left out.")


def headline(facts: Facts) -> Text:
    """How many communities have enough service space, and what is missing."""
    found = facts.results.standards.areas
    count = {word: int((found["verdict"] == word).sum()) for word in (PASS, FAIL, NO_DATA)}
    return text(
        "Service space of {areas} communities: {passed} pass, {failed} fail, {unknown} without enough data; {shortfall} m² are missing.",
        areas=decimal(len(found)),
        passed=Number(decimal(count[PASS]), "STANDARDS_PASSED"),
        failed=Number(decimal(count[FAIL]), "STANDARDS_FAILED"),
        unknown=Number(decimal(count[NO_DATA]), "STANDARDS_NO_DATA"),
        shortfall=Number(decimal(float(found.loc[found["verdict"] == FAIL, "shortfall_m2"].sum()), 1), "STANDARDS_SHORTFALL_M2"),
    )


def service_space(facts: Facts) -> Table:
    """Table 5-1: the floor space of every community, the largest shortfall first."""
    found = facts.results.standards.areas.sort_values(["shortfall_m2", "code"], ascending=[False, True], na_position="last")
    heads = (text("Households"), text("Required (m²)"), text("Present (m²)"), text("Per 100 households (m²)"), text("Shortfall (m²)"))
    columns = (
        Column(level_word("community"), "name"),
        *(Column(head) for head in heads),
        Column(text("One of 400 m² or more (for reference)"), "word"),
        Column(text("Verdict"), "word"),
    )
    rows = tuple(_space_row(facts, one) for one in found.to_dict("records"))
    notes = (
        *(text("{rule} {mark}", rule=_source(rule), mark=MARKS.get(rule.confidence, "")) for rule in _space_rules(facts)),
        *_notes(facts),
    )
    return Table("5-1", text("Floor space of community services"), columns, (*rows, _space_total(found)), notes)


def _space_row(facts: Facts, one: dict) -> Row:
    key = place_key(one)
    return row(
        Cell(_name(one), css="name"),
        decimal(one["households"]),
        *(facts.number(f"{name}@{key}") for name in ("required_m2", "service_m2", "m2_per_100hh", "shortfall_m2")),
        _at_least(one["largest_m2"]),
        verdict_word(one["verdict"]),
    )


def _space_total(found: pd.DataFrame) -> Row:
    sums = {name: found[name].sum(min_count=1) for name in ("households", "required_m2", "service_m2", "shortfall_m2")}
    cells = (decimal(sums["required_m2"], 1), decimal(sums["service_m2"], 1), NOT_APPLICABLE, decimal(sums["shortfall_m2"], 1))
    return row(text("Total"), decimal(sums["households"]), *cells, NOT_APPLICABLE, NOT_APPLICABLE, total=True)


def _at_least(largest_m2: float) -> Text | str:
    if math.isnan(largest_m2):
        return MISSING
    return text("yes") if largest_m2 >= PRACTICE_M2 else text("no")


def _name(one: dict) -> str:
    return str(one["name"] if isinstance(one["name"], str) and one["name"] else one["code"])


def _space_rules(facts: Facts) -> list[AreaRule]:
    return [rule for rule in facts.results.settings.profile.area_rules if rule.unit == "m2 per 100 households"]


def _source(rule: AreaRule | Requirement) -> str:
    return f"{rule.source} {rule.clause}".strip()


def _notes(facts: Facts) -> tuple[Text, ...]:
    return (*facts.results.standards.notes, mark_legend())


def required_types(facts: Facts) -> Table:
    """Table 5-2: which community has which kind of facility; of many kinds only in how many communities each is."""
    types = facts.results.standards.types
    lines = lines_of(facts.results.settings.profile)
    of_communities = types[types["level"] == "community"]
    wide = len(lines) <= MOST_TYPES
    title = text("Kinds of facilities by community")
    if not wide:
        columns = (Column(text("Kind"), "name"), *(Column(head) for head in _counts()), Column(text("Source and clause"), "long"))
        rows = tuple(_kind_row(facts, line, of_communities) for line in lines)
        return Table("5-2", title, columns, rows, _sign_notes(facts, lines))
    columns = (
        Column(level_word("community"), "name"),
        *(Column(line.name(facts.language), "word") for line in lines),
        Column(text("Missing")),
    )
    by_area = [(str(code), rows) for code, rows in of_communities.groupby("code", sort=True)]
    ranked = sorted(by_area, key=lambda pair: (-_missing(pair[1]), pair[0]))
    return Table("5-2", title, columns, tuple(_types_row(rows, lines) for _, rows in ranked), _sign_notes(facts, lines))


def _counts() -> tuple[Text, ...]:
    return (text("Communities with it"), text("Communities without it"), text("Not known"), text("Facilities"))


def _missing(rows: pd.DataFrame) -> int:
    return int(sum(present is False or present == False for present in rows["present"]))  # noqa: E712, numpy's False too


def _types_row(rows: pd.DataFrame, lines: tuple[Requirement, ...]) -> Row:
    by_type = {one["type"]: one for one in rows.to_dict("records")}
    first = next(iter(by_type.values()))
    return row(Cell(_name(first), css="name"), *(_sign(by_type.get(line.id)) for line in lines), decimal(_missing(rows)))


def _sign(one: dict | None) -> str:
    if one is None:
        return NOT_APPLICABLE
    known = one["present"] is not None and one["present"] == one["present"]
    sign = SIGNS[bool(one["present"])] if known else "?"
    count = f" {int(one['count'])}" if known and one["count"] > 1 else ""
    return f"{sign}{count}"


def _kind_row(facts: Facts, line: Requirement, types: pd.DataFrame) -> Row:
    of_kind = types[types["type"] == line.id]
    present = of_kind["present"].map({True: 1.0, False: 0.0}).to_numpy(dtype=float)
    counts = ((present == 1).sum(), (present == 0).sum(), np.isnan(present).sum(), of_kind["count"].sum(min_count=1))
    return row(Cell(line.name(facts.language), css="name"), *(decimal(float(count)) for count in counts), Cell(_source(line), css="source"))


def _sign_notes(facts: Facts, lines: tuple[Requirement, ...]) -> tuple[Text, ...]:
    known = text("● present (with their number) · ○ none · ? not known: no list and no survey names the kind.")
    if not any(line.required for line in lines):
        return (known, text("The profile requires none of these kinds in an area: they are counted, not judged."))
    if not any(line.active for line in lines if line.required):
        return (known, text("What is required is from memory and judges nothing until somebody vouches for it."))
    return (known, mark_legend())


def rules(facts: Facts) -> Table:
    """Table 5-4: every rule of the profile, the verdicts on areas, the share of areas where a rule asks for one."""
    found, by_id = facts.results.standards, {rule.id: rule for rule in facts.results.settings.profile.area_rules}
    heads = (text("Areas"), text("Pass"), text("Fail"), text("Not enough data"))
    columns = (
        Column(text("Rule"), "name"),
        Column(text("Asked for"), "word"),
        *(Column(head) for head in heads),
        Column(text("Share (%)")),
        Column(text("Verdict"), "word"),
        Column(text("Source and clause"), "long"),
        Column(text("Confidence"), "word"),
    )
    groups = found.rules.groupby("rule", sort=False)
    rows = tuple(_rule_row(facts, by_id[str(name)], part) for name, part in groups)
    return Table("5-4", text("Rules per area"), columns, rows, (mark_legend(),), css="tight")


def _rule_row(facts: Facts, rule: AreaRule, part: pd.DataFrame) -> Row:
    verdicts = [decimal(float((part["verdict"] == word).sum())) for word in (PASS, FAIL, NO_DATA)]
    is_share = rule.unit == SHARE_OF_AREAS
    share = part["value"].iloc[0] if is_share and len(part) == 1 else math.nan
    return row(
        Cell(rule.name(facts.language), css="name"),
        standard_words(rule),
        decimal(len(part)),
        *verdicts,
        decimal(share, 1) if is_share else NOT_APPLICABLE,
        verdict_word(part["verdict"].iloc[0]) if len(part) == 1 else NOT_APPLICABLE,
        Cell(_source(rule), css="source"),
        MARKS.get(rule.confidence, MISSING),
    )


def standard_words(rule: AreaRule) -> Text | str:
    """What a rule asks for, with its unit."""
    if rule.value is None:
        return MISSING
    units = {
        "m2 per 100 households": text("{value} m² per 100 households", value=decimal(rule.value)),
        "m2 per 1000 residents": text("{value} m² per 1,000 residents", value=decimal(rule.value)),
        "m2 per resident": text("{value} m² per resident", value=decimal(rule.value)),
        "m2 per community": text("{value} m² in one facility", value=decimal(rule.value)),
        "percent of service floor area": text("{value} % of the service space", value=decimal(rule.value)),
        "facilities per area": text("{value} per area", value=decimal(rule.value)),
        "percent of areas": text("{value} % of the areas", value=decimal(rule.value)),
    }
    return units[rule.unit]


def standards_sheet(facts: Facts) -> Sheet | None:
    """One row per area and rule, values unrounded; None where nothing was compared."""
    found: Standards | None = facts.results.standards
    if found is None or found.rules.empty:
        return None
    names = {rule.id: rule.name(facts.language) for rule in facts.results.settings.profile.area_rules}
    rows = found.rules
    fields = (
        Field(text("Code"), "code", TEXT, list(_texts(rows["code"]))),
        Field(text("Name"), "name", TEXT, list(_texts(rows["name"])), WIDE),
        Field(text("Rule"), "rule", TEXT, [names.get(rule, rule) for rule in rows["rule"]], WIDE),
        Field(text("Required"), "required", ONE, rows["required"].tolist()),
        Field(text("Present"), "present", ONE, rows["present"].tolist()),
        Field(text("Shortfall"), "shortfall", ONE, rows["shortfall"].tolist()),
        Field(text("Verdict"), "verdict", TEXT, [verdict_word(word) for word in rows["verdict"]]),
        Field(text("Source"), "source", TEXT, [f"{a} {b}".strip() for a, b in zip(rows["source"], rows["clause"])], WIDE),
        Field(text("Confidence"), "confidence", TEXT, [MARKS.get(word, "") for word in rows["confidence"]]),
    )
    return Sheet(text("Facility standards"), text("Rules per area"), fields)


def _texts(values: pd.Series) -> Iterator[str]:
    return ("" if value is None or value != value else str(value) for value in values)
