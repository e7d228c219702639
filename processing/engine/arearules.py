"""Rules per area: what there is, what there must be, the shortfall and the verdict; what is not known decides nothing.

Every measure is an interval, from what is certain to what is possible: a facility without floor area may have any, a
doorplate without households may have any number. A verdict is stated only where both ends agree.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...layers.area_rules import (
    COUNT,
    LARGEST,
    PER_100_HOUSEHOLDS,
    PER_1000_RESIDENTS,
    PER_RESIDENT,
    AreaRule,
    Requirement,
)
from .inventory import Inhabitants, Stock
from .verdicts import FAIL, NO_DATA, NOT_JUDGED, PASS

OF_RESIDENTS = {PER_1000_RESIDENTS: 1000.0, PER_RESIDENT: 1.0}
CLOSE = 1e-9  # sums of square metres are meant to be equal up to this share


@dataclass(frozen=True)
class Measured:
    """One rule in every area. NaN: not known."""

    value: np.ndarray  # in the rule's own unit
    present: np.ndarray  # square metres or facilities that there are
    needed: np.ndarray  # square metres or facilities that there must be
    shortfall: np.ndarray
    verdict: np.ndarray


def floor_space(rule: AreaRule, stock: Stock, people: Inhabitants) -> Measured:
    """Floor area of the stock against the rule's square metres per 100 households, per 1000 residents or per resident."""
    if rule.unit in OF_RESIDENTS:
        whole, low, high, each = people.residents, people.residents, people.residents, OF_RESIDENTS[rule.unit]
    else:
        whole, low, high, each = people.households, people.low, people.high, 100.0
    target = np.nan if rule.value is None else rule.value / each
    certain, possible = _floor(stock)
    verdict = _judged(rule, certain, possible, target * low, target * high, sure=np.isfinite(low) & (low > 0))
    known = (certain == possible) & np.isfinite(high)
    value = _ratio(np.where(known, certain, np.nan), whole) * each
    needed = np.where(np.isfinite(high), target * whole, np.nan)
    return Measured(value, certain, needed, _missing(verdict, needed, certain), verdict)


def largest(rule: AreaRule, stock: Stock) -> Measured:
    """Floor area of the largest facility against the rule's square metres."""
    certain = np.where(stock.listed, stock.largest_m2, np.nan)
    possible = np.where(stock.without_area > 0, np.inf, certain)
    return _against(rule, certain, possible)


def number(rule: AreaRule, stock: Stock) -> Measured:
    """How many facilities there are against the rule's number."""
    certain = np.where(stock.known, stock.count, np.nan)
    return _against(rule, certain, certain)


def unknown(rule: AreaRule, size: int) -> Measured:
    """A rule whose measure no table holds."""
    nothing = np.full(size, np.nan)
    return _against(rule, nothing, nothing)


def measured(rule: AreaRule, stock: Stock, people: Inhabitants) -> Measured:
    """A rule that each area is measured by alone."""
    if rule.unit in (PER_100_HOUSEHOLDS, *OF_RESIDENTS):
        return floor_space(rule, stock, people)
    if rule.unit == LARGEST:
        return largest(rule, stock)
    return number(rule, stock) if rule.unit == COUNT else unknown(rule, len(stock.count))


def required(line: Requirement, stock: Stock) -> Measured:
    """Facilities that are large enough against the number that an area must have."""
    certain = np.where(stock.known, stock.large, np.nan)
    possible = certain if line.area_m2 is None else certain + stock.without_area
    rule = AreaRule(line.id, line.name_zh, line.name_en, float(line.count), COUNT, active=line.active and line.required)
    return _against(rule, certain, possible)


def there(stock: Stock) -> np.ndarray:
    """As a verdict: pass where there is any, fail where there is none, no_data where nobody knows."""
    return np.select([~stock.known, stock.count > 0], [NO_DATA, PASS], FAIL).astype(object)


def share_of(rule: AreaRule, verdict: np.ndarray, groups: np.ndarray, size: int) -> Measured:
    """The percentage of areas with the verdict pass in each of the groups; groups gives each area's, -1 none."""
    inside = groups >= 0
    total, passed, open_ = (
        np.bincount(groups[inside & chosen], minlength=size).astype(float)
        for chosen in (np.ones(len(verdict), dtype=bool), verdict == PASS, np.isin(verdict, (NO_DATA, NOT_JUDGED)))
    )
    target = np.nan if rule.value is None else rule.value / 100
    found = _judged(rule, passed, passed + open_, target * total, target * total, sure=total > 0)
    needed = np.where(total > 0, np.ceil(target * total - CLOSE), np.nan)
    value = np.where(open_ == 0, _ratio(passed, total) * 100, np.nan)
    return Measured(value, np.where(open_ < total, passed, np.nan), needed, _missing(found, needed, passed), found)


def combined(verdicts: list[np.ndarray], size: int) -> np.ndarray:
    """One verdict of several: fail where one fails, pass where all pass, else no_data; not_judged where none is judged."""
    found = np.full(size, NOT_JUDGED, dtype=object)
    judged = [each for each in verdicts if not (each == NOT_JUDGED).all()]
    if judged:
        together = np.stack(judged)
        found[:] = NO_DATA
        found[(together == PASS).all(axis=0)] = PASS
        found[(together == FAIL).any(axis=0)] = FAIL
    return found


def _floor(stock: Stock) -> tuple[np.ndarray, np.ndarray]:
    certain = np.where(stock.listed, stock.floor_m2, np.nan)
    return certain, np.where(stock.without_area > 0, np.inf, certain)


def _against(rule: AreaRule, certain: np.ndarray, possible: np.ndarray) -> Measured:
    needed = np.full(len(certain), np.nan if rule.value is None else rule.value)
    verdict = _judged(rule, certain, possible, needed, needed, sure=np.ones(len(certain), dtype=bool))
    value = np.where(certain == possible, certain, np.nan)
    return Measured(value, certain, needed, _missing(verdict, needed, certain), verdict)


def _judged(
    rule: AreaRule, certain: np.ndarray, possible: np.ndarray, least: np.ndarray, most: np.ndarray, *, sure: np.ndarray
) -> np.ndarray:
    """pass where the certain meets the most that may be needed, fail where the possible misses the least, else no_data."""
    if rule.value is None or not rule.active:
        return np.full(len(certain), NOT_JUDGED, dtype=object)
    found = np.full(len(certain), NO_DATA, dtype=object)
    # NaN compares as False: what is not known is neither.
    with np.errstate(invalid="ignore"):
        found[sure & (possible < least * (1 - CLOSE))] = FAIL
        found[sure & (certain >= most * (1 - CLOSE))] = PASS
    return found


def _missing(verdict: np.ndarray, needed: np.ndarray, present: np.ndarray) -> np.ndarray:
    """What is missing where the verdict is certain."""
    return np.select([verdict == PASS, verdict == FAIL], [0.0, needed - present], np.nan)


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=np.isfinite(whole) & (whole > 0))
