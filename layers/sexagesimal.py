"""Degrees, minutes and seconds run together in one number, as surveyors' pocket calculators show them: recognised by evidence only."""

from __future__ import annotations

import numpy as np

from .coordinate_text import unpacked
from .words import Text, text

# Two decimals lie below 60 in six of ten cases; so unlikely must it be that all of them do by chance.
BELOW_60 = 0.6
CHANCE = 1e-6
PLACES = 1e4  # 120.3712 becomes 1203712
NOISE = 1e-6  # of a second: what a binary number leaves of a decimal one


def run_together(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray, Text] | None:
    """Degrees of two columns that hold 1203712.5 or 120.37125 for 120°37′12.5″, and what to say of it; else None.

    Numbers before the point are no metres if they are in China's degrees with minutes and seconds below 60. Behind the
    point they might be decimals: so many different seconds have to be below 60 that chance would hardly make them so.
    """
    found = unpacked(first, second)
    if found is not None:
        return (*found, text("The coordinates are degrees, minutes and seconds in one number: 1203712.5 is 120°37′12.5″."))
    whole = [np.round(column * PLACES / NOISE) * NOISE for column in (first, second)]
    found = unpacked(*whole)
    if found is None or BELOW_60 ** sum(map(_different_seconds, whole)) > CHANCE or not _all_below(whole):
        return None
    return (*found, text("The coordinates are degrees with minutes and seconds behind the point: 120.37125 is 120°37′12.5″."))


def _different_seconds(whole: np.ndarray) -> int:
    known = whole[np.isfinite(whole)]
    return len(np.unique(np.floor(known % 100)))


def _all_below(columns: list[np.ndarray]) -> bool:
    """Whether all minutes and seconds are below 60: a single one that is not shows decimals."""
    known = [column[np.isfinite(column)] for column in columns]
    return all(bool(((column % 100 < 60) & (column // 100 % 100 < 60)).all()) for column in known)
