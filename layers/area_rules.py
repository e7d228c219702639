"""What a profile asks of an area: figures such as floor space per 100 households, and facilities that it is to have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Optional

from .facility_types import known_types
from .schema import LEVELS
from .words import Text, text

# A rule's unit says what is measured.
PER_100_HOUSEHOLDS = "m2 per 100 households"  # floor area of the service space
PER_1000_RESIDENTS = "m2 per 1000 residents"  # floor area of the rule's types
PER_RESIDENT = "m2 per resident"  # the same for each of them; grounds by their own area
LARGEST = "m2 per community"  # floor area of the largest single facility of the rule's types
ACTIVITY_SHARE = "percent of service floor area"  # of the service space that residents use themselves
COUNT = "facilities per area"
SHARE_OF_AREAS = "percent of areas"  # that meet another rule, or that have a facility of the rule's types
UNITS = (PER_100_HOUSEHOLDS, PER_1000_RESIDENTS, PER_RESIDENT, LARGEST, ACTIVITY_SHARE, COUNT, SHARE_OF_AREAS)
PERCENTAGES = (ACTIVITY_SHARE, SHARE_OF_AREAS)
OF_SERVICE_SPACE = (PER_100_HOUSEHOLDS, ACTIVITY_SHARE)
REQUIREMENTS = "requirements"  # what a share of areas names to count those that have all they must have
REQUIRED, OPTIONAL = "required", "optional"

RULE_KEYS = (
    "id", "name", "value", "unit", "applies_to", "types", "of", "source", "clause", "confidence",
    "active", "confirmed_by", "confirmed_on", "text_seen", "note",
)  # fmt: skip
REQUIREMENT_KEYS = (
    "id", "name", "types", "applies_to", "requirement", "count", "area_m2", "source", "clause", "confidence",
    "active", "confirmed_by", "confirmed_on", "text_seen", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Confirmation:
    """Who confirmed a figure that the shipped profile does not vouch for, when, and in which text."""

    confirmed_by: str
    confirmed_on: str
    text_seen: str


@dataclass(frozen=True)
class AreaRule:
    """A figure per area instead of a walk; a rule that is not active is measured and judges nothing."""

    id: str
    name_zh: str
    name_en: str
    value: Optional[float]  # None: the text states no figure
    unit: str
    applies_to: str = "community"
    source: str = ""
    confidence: str = ""
    clause: str = ""
    types: tuple[str, ...] = ()
    of: str = ""  # the rule, or REQUIREMENTS, that a share of areas counts
    active: bool = True
    confirmation: Optional[Confirmation] = None

    def name(self, language: str) -> str:
        """The name in zh or en."""
        return self.name_zh if language == "zh" else self.name_en


@dataclass(frozen=True)
class Requirement:
    """A kind of facility that each area of a level is to have, so many of at least such an area."""

    id: str
    name_zh: str
    name_en: str
    types: tuple[str, ...]
    applies_to: str = "community"
    required: bool = True
    count: int = 1
    area_m2: Optional[float] = None  # of each; grounds by their own area
    source: str = ""
    confidence: str = ""
    clause: str = ""
    active: bool = True
    confirmation: Optional[Confirmation] = None

    def name(self, language: str) -> str:
        """The name in zh or en."""
        return self.name_zh if language == "zh" else self.name_en


def contradictions(rules: list[Mapping], requirements: list[Mapping], service_space: Iterable[str]) -> list[Text]:
    """What the rules of a file say against one another; rows that are no mappings are told of elsewhere."""
    rules, requirements = ([row for row in rows if isinstance(row, dict)] for rows in (rules, requirements))
    known = {str(rule.get("id")) for rule in rules}
    found = [*_repeated(rules, text("area rule")), *_repeated(requirements, text("requirement"))]
    for rule in rules:
        where, of = text("area rule {id}", id=str(rule.get("id"))), rule.get("of")
        if rule.get("unit") in OF_SERVICE_SPACE and not service_space:
            found.append(text("{where}: it measures service space, but service_space_types names no type", where=where))
        if of and of != REQUIREMENTS and (of not in known or of == rule.get("id")):
            found.append(text("{where}: of names the rule {of}, which is not in this file", where=where, of=str(of)))
        if of == REQUIREMENTS and not requirements:
            found.append(text("{where}: of counts requirements, but the file lists none", where=where))
        if rule.get("unit") == SHARE_OF_AREAS and bool(of) == bool(rule.get("types")):
            found.append(text("{where}: a share of areas needs either of or types, not both", where=where))
        if rule.get("unit") in (LARGEST, COUNT, PER_1000_RESIDENTS, PER_RESIDENT) and not rule.get("types"):
            found.append(text("{where}: {keys} missing", where=where, keys="types"))
    return found


def _repeated(rows: list[Mapping], kind: Text) -> list[Text]:
    ids = [str(row.get("id")) for row in rows]
    again = sorted({name for name in ids if ids.count(name) > 1})
    return [text("{kind} {id} stands {count} times; leave one", kind=kind, id=name, count=ids.count(name)) for name in again]


def rule_checks(rule: Mapping) -> tuple[tuple[str, bool, Text], ...]:
    """Key, whether its value is right, what it must be: of one area rule."""
    most = 100 if rule.get("unit") in PERCENTAGES else 1_000_000
    wanted = text("a percentage above 0 and up to 100, or null") if most == 100 else text("a number above 0, or null")
    return (
        ("value", _is_number(rule.get("value"), most), wanted),
        ("unit", rule.get("unit") in UNITS, text("one of {known}", known="; ".join(UNITS))),
        *_common_checks(rule),
    )


def requirement_checks(line: Mapping) -> tuple[tuple[str, bool, Text], ...]:
    """Key, whether its value is right, what it must be: of one requirement."""
    count = line.get("count")
    return (
        ("count", isinstance(count, int) and not isinstance(count, bool) and count > 0, text("a whole number above 0")),
        ("area_m2", _is_number(line.get("area_m2"), 1_000_000), text("a number above 0, or null")),
        ("requirement", line.get("requirement") in (REQUIRED, OPTIONAL), text("one of {known}", known=f"{REQUIRED}, {OPTIONAL}")),
        *_common_checks(line),
    )


def _common_checks(row: Mapping) -> tuple[tuple[str, bool, Text], ...]:
    return (
        ("applies_to", row.get("applies_to") in LEVELS, text("one of {known}", known=", ".join(LEVELS))),
        ("types", isinstance(row.get("types"), list), text("a list of facility types")),
        ("active", isinstance(row.get("active"), bool), text("one of {known}", known="true, false")),
    )


def unknown_types(types: object) -> list[str]:
    """The types of a list that no table may name."""
    return [str(name) for name in types if name not in known_types()] if isinstance(types, list) else []


def _is_number(value: object, most: float) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= most
