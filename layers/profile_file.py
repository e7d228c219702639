"""Profiles as YAML files: read, checked, all faults listed at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Callable

from . import area_rules
from .area_rules import AreaRule, Confirmation, Requirement
from .errors import InputError
from .penalties import NO_PENALTIES, penalty_faults, with_penalties
from .profiles import CONFIRMED, METRES, MINUTES, SEED, USER, Category, Profile
from .words import Text, text
from .yaml_text import read_yaml

PROFILE_KEYS = ("id", "title", "categories", "area_rules", "requirements", "service_space_types", "penalties", "note")
LINE_KEYS = (
    "id", "name", "types", "limit", "unit", "target", "compare", "glyph", "shape", "source", "clause", "confidence",
    "tier", "circle_m", "active", "confirmed_by", "confirmed_on", "text_seen", "note",
)  # fmt: skip
REQUIRED_KEYS = ("id", "name", "types", "limit", "unit", "glyph", "shape")
STATEMENT = ("confirmed_by", "confirmed_on", "text_seen")
SHAPES = ("circle", "square", "hexagon", "diamond")
COMPARISONS = (">=", ">")
CONFIDENCES = (CONFIRMED, "memory_high", "memory_medium", "memory_low", SEED, USER)
TIERS = (5, 10, 15)
RowChecks = Callable[[Mapping], Iterable[tuple[str, bool, Text]]]
ID = re.compile(r"[a-z][a-z0-9_]{0,29}")
# With _id, _m and the like these would meet other columns of the ledger.
TAKEN_IDS = ("doorplate", "building", "snap")
LONGEST_LIMIT = {MINUTES: 120, METRES: 20_000}


def read_standard(path: Path) -> Profile:
    """The profile in a file, lines that are not active among inactive; raises InputError with all its faults."""
    content = content_of(Path(path))
    faults = [*_profile_faults(content), *_all_line_faults(content), *_rules_faults(content)]
    if faults:
        raise InputError(*(text("{file}: {fault}", file=Path(path).name, fault=fault) for fault in faults))
    lines = [_category(line) for line in content["categories"]]
    active = {line["id"] for line in content["categories"] if is_active(line)}
    return Profile(
        id=content["id"],
        title_zh=content["title"]["zh"],
        title_en=content["title"]["en"],
        categories=tuple(line for line in lines if line.id in active),
        target_source="profile" if any(line.target is not None for line in lines if line.id in active) else "",
        inactive=tuple(line for line in lines if line.id not in active),
        area_rules=tuple(_area_rule(rule) for rule in content.get("area_rules") or ()),
        requirements=tuple(_requirement(line) for line in content.get("requirements") or ()),
        service_space_types=tuple(content.get("service_space_types") or ()),
        penalties=with_penalties(NO_PENALTIES, content.get("penalties") or {}),
    )


def content_of(path: Path) -> Mapping:
    """What stands in a profile file, still unchecked; raises InputError where it is no such file."""
    import yaml

    if not path.is_file():
        raise InputError(text("The profile {path} does not exist. Check the name or choose another file.", path=str(path)))
    try:
        content = read_yaml(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(text("{path} is not saved as UTF-8. Save it again in that encoding.", path=str(path))) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = 1 if mark is None else mark.line + 1
        raise InputError(
            text("{path} is not valid YAML at line {line}. Compare it with a shipped profile.", path=str(path), line=line)
        ) from error
    if not isinstance(content, dict) or not isinstance(content.get("categories"), list):
        raise InputError(
            text("{path} is not a profile: it has no list of categories. Copy a shipped profile and change it.", path=str(path))
        )
    return content


def _profile_faults(content: Mapping) -> list[Text]:
    faults = _unknown_keys(content, PROFILE_KEYS, text("the profile"))
    if not isinstance(content.get("id"), str):
        faults.append(text("the profile has no id"))
    if not _has_both_names(content.get("title")):
        faults.append(text("the title needs a name in zh and one in en"))
    faults += _unknown_types(content.get("service_space_types") or [], text("service_space_types"))
    return faults + _penalty_faults(content.get("penalties") or {})


def _penalty_faults(named: object) -> list[Text]:
    if not isinstance(named, dict):
        return [text("penalties must be words with values, for example signal: 30")]
    return [text("penalties: {fault}", fault=fault) for fault in penalty_faults(named)]


def _all_line_faults(content: Mapping) -> list[Text]:
    faults, ids, signs = [], {}, {}
    # Lines are few; each is looked at alone and against the earlier ones.
    for number, line in enumerate(content["categories"], start=1):
        if not isinstance(line, dict):
            faults.append(text("line {number} is not a list of keys and values", number=number))
            continue
        where = text("line {number} ({id})", number=number, id=str(line.get("id", "–")))
        faults += _line_faults(line, where)
        name, sign = str(line.get("id")), (str(line.get("glyph")), str(line.get("shape")))
        if name in ids:
            faults.append(text("{where}: the id stands in line {other} too", where=where, other=ids[name]))
        if sign in signs:
            faults.append(text("{where}: glyph and shape are those of line {other}; change one", where=where, other=signs[sign]))
        ids.setdefault(name, number)
        signs.setdefault(sign, number)
    return faults


def _line_faults(line: Mapping, where: Text) -> list[Text]:
    missing = [key for key in REQUIRED_KEYS if line.get(key) in (None, "", [])]
    faults = _unknown_keys(line, LINE_KEYS, where)
    most = LONGEST_LIMIT.get(str(line.get("unit")), max(LONGEST_LIMIT.values()))
    if missing:
        faults.append(text("{where}: {keys} missing", where=where, keys=", ".join(missing)))
    checks = (
        ("id", lambda value: isinstance(value, str) and ID.fullmatch(value), text("a word of small letters, digits and _")),
        ("id", lambda value: value not in TAKEN_IDS, text("another word: the ledger needs this one")),
        ("name", _has_both_names, text("a name in zh and one in en")),
        ("types", lambda value: isinstance(value, list), text("a list of facility types")),
        ("unit", lambda value: value in (MINUTES, METRES), text("min or m")),
        ("limit", lambda value: _is_number(value, most), text("a number above 0 and up to {most}", most=most)),
        ("target", lambda value: _is_number(value, 100), text("a percentage above 0 and up to 100, or null")),
        ("compare", lambda value: value in COMPARISONS, _one_of(COMPARISONS)),
        ("glyph", lambda value: isinstance(value, str) and len(value) <= 2, text("one or two characters")),
        ("shape", lambda value: value in SHAPES, _one_of(SHAPES)),
        ("confidence", lambda value: value in CONFIDENCES, _one_of(CONFIDENCES)),
        ("tier", lambda value: value in TIERS, _one_of(map(str, TIERS))),
        ("circle_m", lambda value: _is_number(value, LONGEST_LIMIT[METRES]), text("a number above 0 and up to {most}", most=20_000)),
        ("active", lambda value: isinstance(value, bool), _one_of(("true", "false"))),
    )
    for key, is_right, wanted in checks:
        if line.get(key) is not None and key not in missing and not is_right(line[key]):
            faults.append(_must_be(where, key, line[key], wanted))
    if isinstance(line.get("types"), list):
        faults += _unknown_types(line["types"], where)
    return [*faults, *_statement_faults(line, where), *_contradictions(line, where)]


def _one_of(known: Iterable[str]) -> Text:
    return text("one of {known}", known=", ".join(known))


def _statement_faults(line: Mapping, where: Text) -> list[Text]:
    """Whoever switches an unconfirmed line on says who saw which text and when."""
    absent = [key for key in STATEMENT if not line.get(key)]
    if line.get("active") is True and line.get("confidence") not in (None, CONFIRMED, USER, SEED) and absent:
        return [text("{where}: the limit is not confirmed; to use it state {keys}", where=where, keys=", ".join(absent))]
    return []


def _contradictions(line: Mapping, where: Text) -> list[Text]:
    """What the keys of one line say against one another."""
    found, limit, tier = [], line.get("limit"), line.get("tier")
    if line.get("unit") == MINUTES and tier in TIERS and _is_number(limit, LONGEST_LIMIT[MINUTES]) and limit > tier:
        found.append(text("{where}: the limit of {limit} minutes is beyond its tier of {tier}", where=where, limit=limit, tier=tier))
    if line.get("compare") == ">" and line.get("target") == 100:
        found.append(text("{where}: no share can be above the target of 100; write compare: '>='", where=where))
    return found


def _rules_faults(content: Mapping) -> list[Text]:
    rules, requirements = content.get("area_rules") or [], content.get("requirements") or []
    absent = [name for name, rows in (("area_rules", rules), ("requirements", requirements)) if not isinstance(rows, list)]
    if absent:
        return [text("{key} must be a list", key=name) for name in absent]
    faults = []
    for number, rule in enumerate(rules, start=1):
        where = text("area rule {number}", number=number)
        faults += _row_faults(rule, where, area_rules.RULE_KEYS, ("id", "name", "value", "unit"), area_rules.rule_checks)
    for number, line in enumerate(requirements, start=1):
        where = text("requirement {number}", number=number)
        faults += _row_faults(line, where, area_rules.REQUIREMENT_KEYS, ("id", "name", "types"), area_rules.requirement_checks)
    return [*faults, *area_rules.contradictions(rules, requirements, content.get("service_space_types") or [])]


def _row_faults(row: object, where: Text, known: Iterable[str], needed: Iterable[str], checks: RowChecks) -> list[Text]:
    if not isinstance(row, dict):
        return [text("{where} is not a list of keys and values", where=where)]
    # value: null says that the text gives no figure; without the key it was forgotten.
    missing = [key for key in needed if row.get(key) in (None, "", []) and (key != "value" or key not in row)]
    faults = _unknown_keys(row, known, where)
    if missing:
        faults.append(text("{where}: {keys} missing", where=where, keys=", ".join(missing)))
    common = (
        ("name", _has_both_names(row.get("name")), text("a name in zh and one in en")),
        ("confidence", row.get("confidence") in CONFIDENCES, _one_of(CONFIDENCES)),
    )
    for key, is_right, wanted in (*checks(row), *common):
        if row.get(key) is not None and key not in missing and not is_right:
            faults.append(_must_be(where, key, row[key], wanted))
    faults += _unknown_types(row["types"], where) if isinstance(row.get("types"), list) else []
    return [*faults, *_statement_faults(row, where)]


def _must_be(where: Text, key: str, value: object, wanted: Text) -> Text:
    return text("{where}: {key} is {value}; it must be {wanted}", where=where, key=key, value=str(value), wanted=wanted)


def _unknown_keys(found: Mapping, known: Iterable[str], where: Text) -> list[Text]:
    unknown = [str(key) for key in found if key not in known]
    listed = {"keys": ", ".join(unknown), "known": ", ".join(known)}
    return [text("{where}: unknown key {keys}; known are {known}", where=where, **listed)] if unknown else []


def _unknown_types(types: list, where: Text) -> list[Text]:
    unknown = area_rules.unknown_types(types)
    return (
        [text("{where}: unknown facility type {types}; see facility_types.yaml", where=where, types=", ".join(unknown))] if unknown else []
    )


def _has_both_names(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(language), str) and value[language] for language in ("zh", "en"))


def _is_number(value: object, most: float) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= most


def is_active(line: Mapping) -> bool:
    """Whether a line is judged: as it says itself, else where its figure is confirmed or one's own."""
    return line.get("active", line.get("confidence") in (None, CONFIRMED, USER))


def _category(line: Mapping) -> Category:
    target = line.get("target")
    return Category(
        id=line["id"],
        name_zh=line["name"]["zh"],
        name_en=line["name"]["en"],
        types=tuple(line["types"]),
        limit=float(line["limit"]),
        unit=line["unit"],
        target=None if target is None else float(target) / 100,
        compare=line.get("compare", ">="),
        glyph=line["glyph"],
        shape=line["shape"],
        source=line.get("source", ""),
        clause=line.get("clause", ""),
        confidence=line.get("confidence") or USER,
        confirmation=_confirmation(line),
        tier=line.get("tier"),
        circle_m=None if line.get("circle_m") is None else float(line["circle_m"]),
    )


def _confirmation(line: Mapping) -> Confirmation | None:
    return Confirmation(*(str(line[key]) for key in STATEMENT)) if all(line.get(key) for key in STATEMENT) else None


def _area_rule(rule: Mapping) -> AreaRule:
    return AreaRule(
        value=None if rule["value"] is None else float(rule["value"]),
        unit=rule["unit"],
        of=rule.get("of") or "",
        **_common(rule),
    )


def _requirement(line: Mapping) -> Requirement:
    return Requirement(
        required=line.get("requirement", area_rules.REQUIRED) == area_rules.REQUIRED,
        count=line.get("count") or 1,
        area_m2=None if line.get("area_m2") is None else float(line["area_m2"]),
        **_common(line),
    )


def _common(row: Mapping) -> dict[str, object]:
    """What a rule and a requirement both state."""
    return {
        "id": row["id"],
        "name_zh": row["name"]["zh"],
        "name_en": row["name"]["en"],
        "applies_to": row.get("applies_to", "community"),
        "types": tuple(row.get("types") or ()),
        "source": row.get("source", ""),
        "clause": row.get("clause", ""),
        "confidence": row.get("confidence") or USER,
        "active": is_active(row),
        "confirmation": _confirmation(row),
    }
