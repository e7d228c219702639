"""Limits as a text: "5,10,15", in minutes or metres."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...layers.errors import InputError
from ...layers.words import text


def parse_limits(words: str) -> list[float]:
    """Limits from text, ascending: "5, 10，15". Raises InputError for words that are no numbers above 0."""
    parts = [part for part in re.split(r"[,;，；、\s]+", words) if part]
    numbers = [float(part) if re.fullmatch(r"\d+(\.\d+)?", part) else float("nan") for part in parts]
    refuse_limits(numbers)
    return sorted(set(numbers))


def refuse_limits(limits: Sequence[float]) -> None:
    """Raises InputError unless there is a limit and all are above 0."""
    if not len(limits) or not all(limit > 0 for limit in limits):
        raise InputError(text("The limits must be numbers above 0, separated by commas, for example 5,10,15."))
