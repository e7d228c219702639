"""How numbers are printed: half up from unrounded values, and never against their verdict."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from numbers import Real
from typing import Optional

from markupsafe import Markup

from ..engine.verdicts import meets

THIN_SPACE = "\u202f"
MINUS = "\u2212"
MISSING, NOT_APPLICABLE, SUPPRESSED = "—", "/", "<5"
MOST_DECIMALS = 6

Amount = Optional[float]


@dataclass(frozen=True)
class Number:
    """A printed number and the id of the figure it prints; in a page it carries that id."""

    shown: str
    figure: str = ""

    def __str__(self) -> str:
        return self.shown

    def __html__(self) -> Markup:
        """The number as an element that names its figure."""
        if not self.figure:
            return Markup('<span class="number">{}</span>').format(self.shown)
        return Markup('<span class="number" data-figure="{}">{}</span>').format(self.figure, self.shown)


def known(value: object) -> bool:
    """Whether there is a number at all."""
    return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)


def decimal(value: Amount, places: int = 0) -> str:
    """The number with that many decimals, thousands parted by a thin space from four digits."""
    return _grouped(_rounded(value, places)) if known(value) else MISSING


def rate(share: Amount, *, target: Amount = None, compare: str = ">=", places: int = 1) -> str:
    """A share as per cent; 100 and 0 only when exact, more decimals where rounding would contradict the target."""
    if not known(share):
        return MISSING
    least = Decimal(1).scaleb(-places)
    per_cent = _per_cent(share)
    rounded = per_cent.quantize(least, ROUND_HALF_UP)
    if rounded >= 100 > per_cent:
        return f">{100 - least}%"
    if rounded <= 0 < per_cent:
        return f"<{least}%"
    return f"{_beside_target(per_cent, places, target, compare)}%"


def rate_range(low: Amount, high: Amount) -> str:
    """The certain and the possible share as a range; one number when they print alike."""
    shown_low, shown_high = rate(low), rate(high)
    if shown_low == shown_high:
        return shown_low
    return f"{shown_low.rstrip('%')}–{shown_high}"


def points(share_difference: Amount) -> str:
    """A difference of two shares in percentage points, with its sign."""
    if not known(share_difference):
        return MISSING
    rounded = _per_cent(share_difference).quantize(Decimal("0.1"), ROUND_HALF_UP)
    sign = MINUS if rounded < 0 else "+" if rounded > 0 else ""
    return f"{sign}{abs(rounded)}"


def date_words(iso: str, language: str) -> str:
    """2026-06-30 as it stands in running text; any other text stays as it is."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return iso
    year, month, day = (int(part) for part in parts)
    if not 1 <= month <= 12:
        return iso
    return f"{year}年{month}月{day}日" if language == "zh" else f"{day} {_MONTHS[month - 1]} {year}"


_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def _rounded(value: float, places: int) -> Decimal:
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _per_cent(share: float) -> Decimal:
    # repr gives 0.8965, where the binary value is a hair below it and would round down.
    return Decimal(repr(float(share))) * 100


def _beside_target(per_cent: Decimal, places: int, target: Amount, compare: str) -> Decimal:
    for digits in range(places, MOST_DECIMALS + 1):
        rounded = per_cent.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
        if not known(target) or _same_side(rounded, per_cent, target, compare):
            return rounded
    return per_cent


def _same_side(rounded: Decimal, per_cent: Decimal, target: float, compare: str) -> bool:
    return bool(meets(float(rounded) / 100, target, compare=compare) == meets(float(per_cent) / 100, target, compare=compare))


def _grouped(number: Decimal) -> str:
    sign = MINUS if number < 0 else ""
    return sign + f"{abs(number):,}".replace(",", THIN_SPACE)
