"""Numbers of identity documents that are no 18-digit ones: the old 15 digits, Hong Kong's and Taiwan's."""

from __future__ import annotations

import re
from calendar import monthrange
from string import ascii_uppercase

ALONE = r"(?<![0-9A-Za-z]){}(?![0-9A-Za-z])"
# Six digits of a county, year, month and day of birth, a running number.
ID15 = re.compile(ALONE.format(r"[1-8][0-9]{14}"))
# The check digit in brackets: without them one in eleven codes of a letter and seven digits would fit.
HONG_KONG = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{1,2}[0-9]{6} ?\([0-9Aa]\)")
# Ways and nodes of OpenStreetMap are called w298030528: one in 25 would fit.
TAIWAN = re.compile(ALONE.format(r"(?![nrw])[A-Za-z][1289][0-9]{8}"))
# GB/T 2260: the first two digits of a division's code.
PROVINCES = frozenset((*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82))
# Codes of grids have 12 + 3 digits too; where a birth's year stands they have that of a street, mostly 001 to 199.
FIRST_YEAR, CENTURY = 20, 1900
HONG_KONG_WEIGHTS, BLANK = (9, 8, 7, 6, 5, 4, 3, 2, 1), 36  # a missing first letter counts as a blank
TAIWAN_LETTERS = "ABCDEFGHJKLMN" + "PQRSTUVXYWZIO"  # in the order of their numbers from 10; in one piece it looks like a key
TAIWAN_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)
PATTERNS = (ID15, HONG_KONG, TAIWAN)


def is_old_number(digits: str) -> bool:
    """Whether fifteen digits name a province and a day of birth between 1920 and 1999."""
    year, month, day = (int(digits[at : at + 2]) for at in (6, 8, 10))
    known = int(digits[:2]) in PROVINCES and year >= FIRST_YEAR and 1 <= month <= 12
    return known and 1 <= day <= monthrange(CENTURY + year, month)[1]


def is_hong_kong_number(word: str) -> bool:
    """Whether letters and digits such as A123456(3) carry the right check digit."""
    signs = [sign for sign in word.upper() if sign.isalnum()]
    values = [int(sign) if sign.isdigit() else 10 + ascii_uppercase.index(sign) for sign in signs]
    values = [BLANK] * (len(HONG_KONG_WEIGHTS) - len(values)) + values
    return sum(value * weight for value, weight in zip(values, HONG_KONG_WEIGHTS)) % 11 == 0


def is_taiwan_number(word: str) -> bool:
    """Whether a letter and nine digits such as A123456789 carry the right check digit."""
    letter = 10 + TAIWAN_LETTERS.index(word[0].upper())
    values = (letter // 10, letter % 10, *map(int, word[1:]))
    return sum(value * weight for value, weight in zip(values, TAIWAN_WEIGHTS)) % 10 == 0


CHECKS = ((ID15, is_old_number), (HONG_KONG, is_hong_kong_number), (TAIWAN, is_taiwan_number))
