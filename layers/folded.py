"""Many words looked through at once for what may tell of a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_uppercase

import numpy as np

from .citizens import PATTERNS
from .persons import (
    DOORS,
    ID18,
    IDENTIFIER,
    LANDLINE,
    LONGEST,
    LONGEST_NAME,
    MOBILE,
    NAME,
    NOTE,
    NUMBERS,
    PLATE,
    PROVINCES,
    SIGNS,
    plain,
    signs,
)

_DIGIT, _SPACER, _SIGN, _PROVINCE, _CAPITAL, _SURNAME, _LAST, _BEFORE = 1, 2, 4, 8, 16, 32, 64, 128
RUN = 11  # digits of a mobile number
MANY = 0.5  # of the words: where more of them are to be searched, all are
LETTERED = 6  # behind a letter


def suspects(text: Folded, kind: str) -> list[int]:
    """Positions of the words that may tell of a person, found quickly; the others certainly do not."""
    positions = [text.numbers(lettered=kind not in (IDENTIFIER, NUMBERS))]
    if kind not in (IDENTIFIER, NUMBERS):
        known = signs()
        triggers = [*known.phrases, *known.roles, "(", *((*known.titles, *known.words) if kind != NAME else ())]
        positions += [text.holding(trigger) for trigger in triggers]
        positions += [text.like_names()] if kind != NAME else []
        positions += [text.telling(known.speaking)] if kind == NOTE and text.chinese else []
    return np.unique(np.concatenate(positions)).tolist()


@dataclass(frozen=True)
class Folded:
    """Many words as one plain text: the characters present, what each of them may be part of, where each word begins and ends."""

    joined: str
    present: np.ndarray
    flags: np.ndarray
    starts: np.ndarray
    ends: np.ndarray

    @staticmethod
    def of(words: Sequence[str]) -> Folded:
        """The words folded; there is at least one."""
        joined = "\n".join(words)
        if joined.count("\n") != len(words) - 1:
            joined = "\n".join([word.replace("\n", " ") for word in words])
        if joined.isascii():
            # Such characters are plain as they are.
            return Folded._of_codes(joined, np.frombuffer(joined.encode(), np.uint8))
        codes = np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), np.uint16)
        if len(codes) != len(joined):
            # One number for each character: those beyond the first plane become one that means nothing.
            codes = np.minimum(np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32), 0xFFFF).astype(np.uint16)
        codes = _plain_codes()[codes]
        return Folded._of_codes(codes.tobytes().decode("utf-16-le", "replace"), codes)

    @staticmethod
    def _of_codes(same: str, codes: np.ndarray) -> Folded:
        ends = np.append(np.flatnonzero(codes == 10), len(codes))
        return Folded(same, _present(codes), np.append(_flags()[codes], 0), np.append(0, ends[:-1] + 1), ends)

    @property
    def chinese(self) -> bool:
        """Whether there is a Chinese character."""
        return bool(self.present[0x4E00:0xA000].any())

    def at(self, places: np.ndarray) -> np.ndarray:
        """The positions of the words that stand at these places of the text."""
        return np.searchsorted(self.starts, places, side="right") - 1

    def word(self, position: int) -> str:
        """One of the words, folded."""
        return self.joined[self.starts[position] : self.ends[position]]

    def numbers(self, *, lettered: bool = True) -> np.ndarray:
        """The words with a personal number; lettered ones are looked for where asked."""
        places = _long_runs(self.flags)
        if self.chinese:
            plates = (self.flags[:-1] & _PROVINCE > 0) & (self.flags[1:] & _CAPITAL > 0)
            places = np.concatenate([places, np.flatnonzero(plates)])
        if lettered:
            places = np.concatenate([places, _behind_letters(self.joined, self.flags)])
        maybe = np.unique(self.at(places))
        if len(maybe) > MANY * len(self.starts):
            return np.unique(self.at(_numbers_in(self.joined)))
        return maybe[_with_numbers([self.word(position) for position in maybe.tolist()])]

    def holding(self, trigger: str) -> np.ndarray:
        """The words that hold it."""
        if not self.present[list(map(ord, trigger))].all():
            return np.empty(0, np.intp)
        return self.at(np.array([found.start() for found in re.finditer(re.escape(trigger), self.joined)], np.intp))

    def like_names(self) -> np.ndarray:
        """The words that end like a name, or begin like one and have a sign behind it; signs around a word are none of it."""
        if not self.chinese:
            return np.empty(0, np.intp)
        starts, ends = self._without_signs()
        begin = np.flatnonzero(self.flags[starts] & _SURNAME > 0)
        signed = (ends - starts)[begin] < LONGEST
        for step in range(2, LONGEST):
            signed |= self.flags[np.minimum(starts[begin] + step, ends[begin])] & _SIGN > 0
        end = np.flatnonzero((self.flags[np.maximum(ends - 1, 0)] & _LAST > 0) & (ends > starts))
        return np.union1d(begin[signed], end[self._names_at_end(starts[end], ends[end])])

    def _without_signs(self) -> tuple[np.ndarray, np.ndarray]:
        """Where each word begins and ends without the signs in front of it and behind it."""
        starts, ends = self.starts.copy(), self.ends.copy()
        for edge, step, beside in ((starts, 1, 0), (ends, -1, -1)):
            rows = np.arange(len(starts))
            # Each round takes one sign off the words that still have one.
            while len(rows):
                rows = rows[(self.flags[edge[rows] + beside] & _SIGN > 0) & (starts[rows] < ends[rows])]
                edge[rows] += step
        return starts, ends

    def _names_at_end(self, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """Whether a surname stands near the end of each word, where a name may begin: at its beginning, behind a sign, a door."""
        found = np.zeros(len(ends), bool)
        for step in range(2, LONGEST_NAME + signs().longest_behind + 1):
            at = np.maximum(ends - step, starts)
            before = _SIGN | _BEFORE | (_DIGIT if step > 2 else 0)
            found |= (self.flags[at] & _SURNAME > 0) & ((at == starts) | (self.flags[at - 1] & before > 0))
        return found

    def short_names(self) -> list[int]:
        """The words that have the form of a name."""
        if not self.chinese:
            return []
        short = (self.ends - self.starts < LONGEST) & (self.flags[self.starts] & _SURNAME > 0)
        return [position for position in np.flatnonzero(short).tolist() if signs().likely.fullmatch(self.word(position))]

    def telling(self, pattern: re.Pattern[str]) -> np.ndarray:
        """The words that hold the pattern."""
        return np.array([position for position, word in enumerate(self.joined.split("\n")) if pattern.search(word)], np.intp)


def _present(codes: np.ndarray) -> np.ndarray:
    """For each character of two bytes whether it is there."""
    present = np.zeros(1 << 16, bool)
    present[codes] = True
    return present


def _with_numbers(words: list[str]) -> np.ndarray:
    """The positions of the words that hold a personal number: all are searched as one text, for none of the numbers spans a line."""
    ends = np.cumsum([len(word) + 1 for word in words])
    return np.unique(np.searchsorted(ends, _numbers_in("\n".join(words)), side="right"))


def _numbers_in(joined: str) -> np.ndarray:
    """Where personal numbers begin in a text."""
    patterns = (ID18, MOBILE, LANDLINE, PLATE, *PATTERNS)
    found = [np.array([match.start() for match in pattern.finditer(joined)], np.intp) for pattern in patterns]
    return np.concatenate(found)


def _behind_letters(joined: str, flags: np.ndarray) -> np.ndarray:
    """Where six digits follow a letter, as in Hong Kong's and Taiwan's numbers."""
    digits = flags & _DIGIT > 0
    if len(digits) <= LETTERED:
        return np.empty(0, np.intp)
    # Digits that are the first of their run and have enough behind them.
    begin = _runs_of(digits, LETTERED)[1:] & ~digits[: len(digits) - LETTERED]
    whole = np.flatnonzero(begin) + 1
    # Few words hold so long a number behind a letter.
    return np.array([at for at in whole.tolist() if joined[at - 1].isascii() and joined[at - 1].isalpha()], np.intp)


def _long_runs(flags: np.ndarray) -> np.ndarray:
    """Where so many digits and signs follow each other as a mobile number has."""
    if len(flags) < RUN:
        return np.empty(0, np.intp)
    return np.flatnonzero(_runs_of(flags & (_DIGIT | _SPACER) > 0, RUN))


def _runs_of(marked: np.ndarray, least: int) -> np.ndarray:
    """For each place, but the last ones, whether it and those behind it are marked, so many together."""
    run, length = marked, 1
    while length < least:  # each pass up to doubles the length that is known to hold
        step = min(length, least - length)
        run, length = run[: len(run) - step] & run[step:], length + step
    return run


@cache
def _plain_codes() -> np.ndarray:
    """For each character of two bytes the one that plain() makes of it."""
    every = plain("".join(map(chr, range(1 << 16))))
    return np.array(list(map(ord, every)), np.uint16)


@cache
def _flags() -> np.ndarray:
    """What each character may be part of."""
    known = signs()
    letters = {
        _DIGIT: "0123456789",
        _SPACER: " -_()",
        _SIGN: SIGNS + "(",
        _PROVINCE: PROVINCES,
        _CAPITAL: ascii_uppercase.translate({ord("I"): None, ord("O"): None}),
        _SURNAME: known.surnames,
        _LAST: known.last,
        _BEFORE: ")" + DOORS,
    }
    flags = np.zeros(1 << 16, np.uint8)
    for flag, characters in letters.items():
        flags[list(map(ord, characters))] |= flag
    return flags
