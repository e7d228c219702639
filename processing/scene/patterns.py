"""Texts with their numbers taken out: 丰泽路118号 is the pattern 丰泽路␀号 and the number 118."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from .quantise import Column, running, unsigned

# Not NUL: pandas tells texts apart only up to one.
GAP = "\x01"
# Numbers that come back as they were: no leading zero, small enough for any integer.
_NUMBER = re.compile(r"(?<![0-9])(?:0|[1-9][0-9]{0,8})(?![0-9])")


def pattern_columns(name: str, numbers_name: str, texts: pd.Series) -> tuple[dict[str, Column], list[str]]:
    """Columns of which pattern each text has (0 = none) and of all numbers in order; and the patterns themselves."""
    present = texts.notna().to_numpy()
    plain = texts[present].astype(str).str.replace(GAP, "", regex=False)
    which, patterns = pd.factorize(plain.str.replace(_NUMBER, GAP, regex=True))
    row_pattern = np.zeros(len(texts), dtype=np.int64)
    row_pattern[present] = which + 1
    found = plain.str.findall(_NUMBER)
    numbers = np.array([int(number) for row in found for number in row], dtype=np.int64)
    return {name: running(row_pattern), numbers_name: running(numbers)}, [str(pattern) for pattern in patterns]


def dictionary(texts: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Position of each text in a list of the different ones, counted from 1 (0 = none), and the list."""
    which, different = pd.factorize(texts.where(texts.notna(), None))
    return which + 1, [str(one) for one in different]


def positions(name: str, values: np.ndarray) -> dict[str, Column]:
    """A column of positions that are often equal to their neighbours."""
    return {name: running(values) if len(values) and values.max() > 127 else unsigned(values)}
