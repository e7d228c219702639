"""When something was reported, as lists write it: 2026-03-05 14:00, 2026年3月5日下午2时, 20260305140000, Excel's 46086.58."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ..hanzi import half_width
from ..values import as_text

CLOCK = r"(上午|下午|晚上|中午|凌晨|am|pm)?\s*(\d{1,2})\s*(?:[:时点])\s*(\d{1,2})?\s*(?:[:分]\s*(\d{1,2})(?:\.\d+)?\s*秒?|分)?"
# Written from the year on: what begins with day or month can be read in two ways. The clock is the list's own, whatever its zone.
WRITTEN = re.compile(
    rf"(\d{{4}})\s*[-/.年]\s*(\d{{1,2}})\s*[-/.月]\s*(\d{{1,2}})\s*日?(?:[t\s]*{CLOCK}\s*(?:z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)
DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?")
SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
FIRST_SERIAL, LAST_SERIAL = 25_569, 73_051  # 1970 to 2100, in days of a spreadsheet
DAY_0 = pd.Timestamp("1899-12-30")
AFTERNOON = ("下午", "晚上", "pm")
NOON = 12


def moments(column: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """The values as ISO 8601 text, with the time where one is told, and which are there but name no moment.

    Midnight to the second is what programs write for a day without a time.
    """
    words = as_text(column)
    # Each form by itself: lists mix them.
    known = {word: _moment(half_width(word).strip()) for word in pd.unique(words.dropna())}
    told = words.map(known).astype(object)
    told = told.where(told.notna(), None)
    return told, (words.notna() & told.isna()).to_numpy()


def _moment(word: str) -> str | None:
    if SERIAL.fullmatch(word):
        return _of_serial(float(word))
    found = DIGITS.fullmatch(word)
    if found:
        return _iso([int(part) if part else None for part in found.groups()], "")
    found = WRITTEN.fullmatch(word)
    if not found:
        return None
    year, month, day, half, hour, minute, second = found.groups()
    return _iso([None if part is None else int(part) for part in (year, month, day, hour, minute, second)], (half or "").lower())


def _of_serial(days: float) -> str | None:
    if not FIRST_SERIAL <= days < LAST_SERIAL:
        return None
    moment = (DAY_0 + pd.Timedelta(days=days)).round("s")
    return moment.strftime("%Y-%m-%d") if moment == moment.normalize() else moment.strftime("%Y-%m-%dT%H:%M:%S")


def _iso(parts: list[int | None], half: str) -> str | None:
    """The ISO text of year, month, day, hour, minute, second; None where there is no such moment."""
    year, month, day, hour, minute, second = parts
    if hour is not None and half in AFTERNOON and hour < NOON:
        hour += NOON
    if hour == NOON and half in ("凌晨", "am"):
        hour = 0
    try:
        moment = pd.Timestamp(year=year, month=month, day=day, hour=hour or 0, minute=minute or 0, second=second or 0)
    except ValueError:
        return None
    day_only = hour is None or (second is not None and moment == moment.normalize())
    return moment.strftime("%Y-%m-%d") if day_only else moment.strftime("%Y-%m-%dT%H:%M:%S")
