"""The rules of a profile in every area of their level, shares of areas last: one row per area and rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely

from ...layers.area_rules import REQUIREMENTS, SHARE_OF_AREAS, AreaRule, Requirement
from ...layers.words import Text, text
from .arearules import Measured, combined, measured, required, share_of, there
from .inventory import District, held
from .rollup import ALL, KEYS
from .verdicts import PASS

COUNTED_LEVEL = "community"  # what a share counts that names types
RULES_COLUMNS = (
    *KEYS, "rule", "value", "target", "unit", "present", "required", "shortfall", "verdict", "source", "clause", "confidence",
)  # fmt: skip


@dataclass(frozen=True)
class Rules:
    """The rows, and which rules are left out for want of their level."""

    rows: pd.DataFrame
    left_out: tuple[Text, ...] = field(default=())


def kind_of(rule: AreaRule) -> str:
    """The kind of facility that a rule with types of its own counts; with a space, so that no facility can name it."""
    return f"rule {rule.id}"


def origin(line: AreaRule | Requirement) -> dict[str, str]:
    """Where a figure comes from."""
    return {"source": line.source, "clause": line.clause, "confidence": line.confidence}


def rules_of(district: District) -> Rules:
    """Every rule of the profile in the areas of its own level."""
    parts, verdicts, left_out = [], {}, []
    # Shares of areas count what the other rules said: they come last.
    for rule in sorted(district.profile.area_rules, key=lambda rule: rule.unit == SHARE_OF_AREAS):
        if rule.unit == SHARE_OF_AREAS:
            part = _share_rows(district, rule, verdicts)
        else:
            at = district.at(rule.applies_to)
            stock = district.stock(kind_of(rule), rule.types) if rule.types else district.space()
            found = measured(rule, stock, district.people)
            verdicts[rule.id] = np.where(at, found.verdict, None)
            part = _rows(district.keys(), rule, found).iloc[np.flatnonzero(at)]
        if part.empty:
            words = text("The rule {rule} is left out: AREAS holds no area of the level {level}.", rule=rule.id, level=rule.applies_to)
            left_out.append(words)
        parts.append(part)
    rows = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(RULES_COLUMNS))
    return Rules(rows, tuple(left_out))


def all_required(district: District, lines: list[Requirement]) -> np.ndarray:
    """Whether each area has all that it must have, as a verdict; lines of other levels ask nothing of it."""
    found = []
    for line in lines:
        verdict = required(line, district.stock(line.id, line.types, line.area_m2)).verdict
        found.append(np.where(district.at(line.applies_to), verdict, PASS).astype(object))
    return combined(found, len(district.areas))


def _rows(keys: pd.DataFrame, rule: AreaRule, found: Measured) -> pd.DataFrame:
    columns = {
        "rule": rule.id,
        "value": found.value,
        "target": np.nan if rule.value is None else rule.value,
        "unit": rule.unit,
        "present": found.present,
        "required": found.needed,
        "shortfall": found.shortfall,
        "verdict": found.verdict,
        **origin(rule),
    }
    return keys.assign(**columns)[list(RULES_COLUMNS)]


def _share_rows(district: District, rule: AreaRule, verdicts: Mapping[str, np.ndarray]) -> pd.DataFrame:
    """One row per area of the rule's level; one for all where AREAS holds none of it."""
    verdict, counted = _counted(district, rule, verdicts)
    holders = np.flatnonzero(district.at(rule.applies_to))
    if not counted.any():
        return pd.DataFrame(columns=list(RULES_COLUMNS))
    if len(holders) == 0:
        whole = pd.DataFrame([(None, ALL, None, None)], columns=list(KEYS), dtype=object)
        return _rows(whole, rule, share_of(rule, verdict, np.where(counted, 0, -1), 1))
    upper = district.areas.iloc[holders].reset_index(drop=True)
    points = shapely.get_coordinates(shapely.point_on_surface(district.areas.geometry.to_numpy()))
    groups = np.where(counted, np.max(held(points, upper), axis=0), -1)
    keys = district.keys().iloc[holders].reset_index(drop=True)
    return _rows(keys, rule, share_of(rule, verdict, groups, len(upper)))


def _counted(district: District, rule: AreaRule, verdicts: Mapping[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """The verdict that a share counts, and in which areas it counts it."""
    if rule.of == REQUIREMENTS:
        lines = [line for line in district.profile.requirements if line.required and line.active]
        at = [district.at(line.applies_to) for line in lines] or [np.zeros(len(district.areas), dtype=bool)]
        return all_required(district, lines), np.logical_or.reduce(at)
    if rule.of:
        verdict = verdicts.get(rule.of, np.full(len(district.areas), None))
        return verdict, np.array([word is not None for word in verdict], dtype=bool)
    return there(district.stock(kind_of(rule), rule.types)), district.at(COUNTED_LEVEL)
