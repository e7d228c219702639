"""Chinese characters made comparable: simplified for traditional, half for full width, Arabic for Chinese numerals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import repeat
from pathlib import Path

TRADITIONAL = Path(__file__).parent / "traditional.txt"
DIGITS = dict(zip("〇零一二三四五六七八九两", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2)))
UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = re.compile("[" + "".join(DIGITS) + "".join(UNITS) + "]+")


def simplified(words: str) -> str:
    """The words with every traditional character simplified, position by position; the length stays."""
    return words.translate(_simplified())


def half_width(words: str) -> str:
    """Letters, digits and marks in half width, compatibility forms resolved (Ａ１＃ become A1#)."""
    return unicodedata.normalize("NFKC", words)


def all_half_width(words: Iterable[str]) -> list[str]:
    """Each of the words as half_width has it."""
    return list(map(unicodedata.normalize, repeat("NFKC"), words))


def is_half_width(words: str) -> bool:
    """Whether half_width leaves the words as they are."""
    return unicodedata.is_normalized("NFKC", words)


def arabic(words: str) -> str:
    """Chinese numerals as digits: 十二 becomes 12, 一〇三 103, 两百零五 205."""
    return NUMERAL.sub(lambda found: str(_number(found.group())), words)


def _number(numeral: str) -> int:
    if not any(sign in UNITS for sign in numeral):
        return int("".join(str(DIGITS[sign]) for sign in numeral))
    total, digit = 0, None
    for sign in numeral:
        if sign in DIGITS:
            digit = DIGITS[sign]
        else:
            total, digit = total + (1 if digit is None else digit) * UNITS[sign], None
    return total + (digit or 0)


@cache
def _simplified() -> dict[int, str]:
    lines = TRADITIONAL.read_text(encoding="utf-8").splitlines()
    pairs = " ".join(line for line in lines if not line.startswith("#")).split()
    return {ord(pair[0]): pair[1] for pair in pairs}
