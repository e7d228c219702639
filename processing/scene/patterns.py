"""Texts with their numbers taken out: 丰泽路118号 is the pattern 丰泽路␀号 and the number 118."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .quantise import Column, running, unsigned

# Not NUL: pandas tells texts apart only up to one.
GAP = "\x01"
_PRIVATE = range(0xE000, 0xF900)  # signs of which some are in no text
# Numbers that come back as they were: no leading zero, small enough for any integer.
_NUMBER = re.compile(r"(?<![0-9])(0|[1-9][0-9]{0,8})(?![0-9])")


@dataclass(frozen=True)
class Patterns:
    """Texts taken apart once for the whole scene."""

    which: np.ndarray  # pattern of each text, -1 = no text
    patterns: list[str]
    numbers: np.ndarray  # all numbers, text after text
    first: np.ndarray  # where each text's numbers begin; one more at the end

    def columns(self, name: str, numbers_name: str, rows: np.ndarray) -> tuple[dict[str, Column], list[str]]:
        """Columns of which pattern each of the rows has (0 = none) and of their numbers, and the patterns themselves.

        Numbers stand by pattern, then by gap, then by row: like beside like.
        """
        own = self.which[rows]
        used, number = np.unique(own[own >= 0], return_inverse=True)
        which = np.full(len(rows), -1, dtype=np.int64)
        which[own >= 0] = number
        count = np.diff(self.first)[rows]
        start = np.repeat(np.cumsum(count) - count, count)
        gap = np.arange(count.sum()) - start
        taken = self.numbers[np.repeat(self.first[rows], count) + gap]
        order = np.lexsort((np.repeat(np.arange(len(rows)), count), gap, np.repeat(which, count)))
        return {name: running(which + 1), numbers_name: running(taken[order])}, [self.patterns[one] for one in used]

    def order(self) -> np.ndarray:
        """The rank of each text: by pattern, then by its first three numbers as numbers."""
        count = np.diff(self.first)
        padded = np.append(self.numbers, 0)
        keys = [np.where(count > k, padded[np.minimum(self.first[:-1] + k, len(self.numbers))], -1) for k in (2, 1, 0)]
        rank = np.empty(len(self.which), dtype=np.int64)
        rank[np.lexsort((*keys, self.which))] = np.arange(len(self.which))
        return rank


def patterns_of(texts: pd.Series) -> Patterns:
    """The texts taken apart; patterns are numbered as they sort."""
    present = np.flatnonzero(texts.notna().to_numpy())
    words, numbers = _taken_apart([str(one) for one in texts.to_numpy()[present]])
    codes, different = pd.factorize(np.array(words, dtype=object), sort=True)
    which, count = np.full(len(texts), -1, dtype=np.int64), np.zeros(len(texts), dtype=np.int64)
    which[present] = codes
    count[present] = np.array([pattern.count(GAP) for pattern in different], dtype=np.int64)[codes]
    return Patterns(which, [str(one) for one in different], numbers, np.concatenate([[0], np.cumsum(count)]))


def _taken_apart(texts: list[str]) -> tuple[list[str], np.ndarray]:
    """Each text with GAP where a number stood, and the numbers of all; in one pass over all texts as one."""
    if not texts:
        return [], np.zeros(0, dtype=np.int64)
    everything = "".join(texts)
    between = next(sign for sign in map(chr, _PRIVATE) if sign not in everything)
    pieces = _NUMBER.split(between.join(texts).replace(GAP, ""))
    # Words stand at even places, numbers at odd ones.
    return GAP.join(pieces[::2]).split(between), np.array([int(number) for number in pieces[1::2]], dtype=np.int64)


def dictionary(texts: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Position of each text in a list of the different ones, counted from 1 (0 = none), and the list."""
    which, different = pd.factorize(texts.where(texts.notna(), None))
    return which + 1, [str(one) for one in different]


def positions(name: str, values: np.ndarray) -> dict[str, Column]:
    """A column of positions that are often equal to their neighbours."""
    return {name: running(values) if len(values) and values.max() > 127 else unsigned(values)}
