"""Addresses that differ in their digits only are cut at the same places, so each pattern is cut once.

The grammar asks whether a sign is a digit, never which one. A million addresses of one district have some ten
thousand patterns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..hanzi import all_half_width, is_half_width
from ..progress import SILENT, Progress
from ..words import text

BATCH = 20_000
BETWEEN = "\0"
# No byte of a character beyond ASCII is a digit in UTF-8.
DIGITS, ONE_DIGIT = "123456789", "000000000"
BYTES = bytes.maketrans(DIGITS.encode(), ONE_DIGIT.encode())
LETTERS = str.maketrans(DIGITS, ONE_DIGIT)


@dataclass(frozen=True)
class Patterns:
    """Addresses in half width and without blanks, and the pattern of each: by_row gives its position in known."""

    words: np.ndarray
    by_row: np.ndarray
    known: Sequence[str]


def patterns_of(addresses: np.ndarray, progress: Progress = SILENT) -> Patterns:
    """The patterns of addresses (texts)."""
    places: dict[str, int] = {}
    words, rows = np.empty(len(addresses), object), np.empty(len(addresses), np.int64)
    for begin in range(0, len(addresses), BATCH):
        progress.at(begin / len(addresses), text("Splitting addresses"))
        part = slice(begin, begin + BATCH)
        words[part] = narrow_all(addresses[part].tolist())
        codes, found = pd.factorize(np.array(_with_one_digit(words[part].tolist()), object))
        rows[part] = np.array([places.setdefault(each, len(places)) for each in found], np.int64)[codes]
    return Patterns(words, rows, tuple(places))


def narrow_all(addresses: list[str]) -> list[str]:
    """Each address in half width and without blanks; almost always they are, so one look at all of them goes first."""
    together = BETWEEN.join(addresses)
    if not is_half_width(together):
        addresses = all_half_width(addresses)
        together = BETWEEN.join(addresses)
    # What has no blank is split into itself: ten times quicker than to search for one.
    return addresses if together.split(None, 1) == [together] else ["".join(words.split()) for words in addresses]


def _with_one_digit(words: list[str]) -> list[str]:
    together = BETWEEN.join(words).encode("utf-8", "surrogatepass").translate(BYTES).decode("utf-8", "surrogatepass")
    parts = together.split(BETWEEN)
    return parts if len(parts) == len(words) else [word.translate(LETTERS) for word in words]
