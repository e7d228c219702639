"""Addresses compared: one key for all spellings of a place, and pairs that are probably one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Callable

import numpy as np
import pandas as pd

from ..hanzi import arabic, simplified
from ..repeats import different, first_rows

LOCAL = ("road", "number", "estate", "building", "unit", "floor", "room")
DOOR = LOCAL[:5]  # without floor and room
REGIONS = ("county", "subdistrict", "community")
NEAR_NAME, NO_ROAD = "name", "road"
SHORTEST_NAME = 4  # 人民路 and 人和路 are two roads
MOST_NUMBERS = 2**62
RARE = 3  # a slip of the pen stands in few rows …
TIMES = 3  # … and the right name in several times as many
# Names that differ in one of these are two names: 东一路 and 东二路, 南苑 and 北苑.
TELLING = re.compile("[0-9A-Za-z一二三四五六七八九十东西南北中上下前后左右新老大小甲乙丙丁内外]")
_SIGN = re.compile(r"[号院室房]|单元$|门$|幢$|层$|楼$")
_COMMON_END = re.compile(r"(?<=..)(?:小区|住宅小区|住宅区)$")


@dataclass(frozen=True)
class Forms:
    """Split addresses in the form in which equal elements are equal: a number for each row and element, 0 where it is empty.

    words gives the form of each number.
    """

    codes: dict[str, np.ndarray]
    words: dict[str, np.ndarray]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(next(iter(self.codes.values())))

    def rows(self, rows: np.ndarray) -> Forms:
        """Some of the rows."""
        return Forms({name: codes[rows] for name, codes in self.codes.items()}, self.words)


def forms_of(parts: pd.DataFrame) -> Forms:
    """The local elements and the regions of split addresses (split_addresses) in comparable form."""
    codes, words = {}, {}
    for name in (*LOCAL, *REGIONS):
        codes[name], words[name] = _numbered(parts[name], partial(_form, name))
    return Forms(codes, words)


def _numbered(column: pd.Series, form: Callable[[str], str]) -> tuple[np.ndarray, np.ndarray]:
    """A number for each row's form, 0 for the empty one, and the forms by number."""
    values, rows = different(column.to_numpy(object))
    codes, known = pd.factorize(np.where(pd.isna(values), "", values).astype(object))
    numbers, forms = pd.factorize(np.array(["", *map(form, known)], object))
    # Four bytes each: they are kept for every row until all is compared.
    return numbers[1:].astype(np.int32)[codes][rows], forms


def same_address(forms: Forms, elements: Sequence[str] = LOCAL) -> np.ndarray:
    """A number for each row, equal for all spellings of its road, number, estate, building, unit, floor and room.

    -1 where an address names none of the elements. Regions are not part of it: people leave them out.
    """
    named = np.logical_or.reduce([forms.codes[name] > 0 for name in elements])
    return np.where(named, _together([forms.codes[name] for name in elements]), -1)


def _together(columns: Sequence[np.ndarray]) -> np.ndarray:
    """A number for each row, equal where all columns (numbers from 0) are."""
    total, size = np.zeros(len(columns[0]), np.int64), 1
    for column in columns:
        most = int(column.max(initial=0)) + 1
        if size * most > MOST_NUMBERS:
            total, known = pd.factorize(total)
            size = len(known)
        total, size = total * most + column, size * most
    return pd.factorize(total)[0]


def duplicates(parts: pd.DataFrame) -> pd.Series:
    """For each row the label of the first row with the same address, itself where there is none before it.

    Same means: equal keys and no region that both state and that differs.
    """
    return pd.Series(parts.index[first_of_each(forms_of(parts))], index=parts.index)


def first_of_each(forms: Forms) -> np.ndarray:
    """For each row the position of the first row with the same address, as duplicates() tells it."""
    same = same_address(forms)
    codes, known = pd.factorize(by_region(forms, same))
    first = first_rows(codes)[codes] if len(known) else codes
    return np.where(same >= 0, first, np.arange(len(same)))


def by_region(forms: Forms, same: np.ndarray) -> np.ndarray:
    """The numbers of same_address told apart by county, subdistrict and community where rows of one number state different ones.

    Where all that state one state the same, the rows that leave it out mean that one.
    """
    whole = same + 1
    for name in REGIONS:
        codes = forms.codes[name]
        stated = codes > 0
        count = int(whole.max(initial=0)) + 1
        last, different_ones = np.zeros(count, np.int64), np.zeros(count, bool)
        last[whole[stated]] = codes[stated]
        different_ones[whole[stated & (codes != last[whole])]] = True
        several = different_ones[whole]
        if several.any():
            whole, _ = pd.factorize(whole * (int(codes.max()) + 1) + np.where(several, codes, 0))
    return whole


def near_duplicates(parts: pd.DataFrame) -> pd.DataFrame:
    """Pairs of rows that a person should look at, as columns first, second (row labels) and why.

    why is name (a rare road or estate is one character away from a frequent one) or road (one of them leaves out the road).
    Each row stands as second at most once for each why; rows with equal keys are duplicates, not pairs.
    """
    pairs = near_pairs(forms_of(parts))
    return pairs.assign(first=parts.index[pairs["first"]], second=parts.index[pairs["second"]])


def near_pairs(forms: Forms) -> pd.DataFrame:
    """The pairs of near_duplicates() by position."""
    sited = _any(forms, [name for name in LOCAL if name not in ("road", "estate")])
    named = {**forms.codes, **{name: _corrected(forms, name) for name in ("road", "estate")}}
    first, second = _pairs(forms, [named[name] for name in LOCAL], np.flatnonzero(sited))
    within = [name for name in LOCAL if name not in ("road", "number")]
    inside = np.flatnonzero((forms.codes["estate"] > 0) & (forms.codes["building"] > 0))
    one, other = _pairs(forms, [forms.codes[name] for name in within], inside)
    roadless = (forms.codes["road"][one] == 0) | (forms.codes["road"][other] == 0)
    why = [NEAR_NAME] * len(first) + [NO_ROAD] * int(roadless.sum())
    pairs = {"first": np.append(first, one[roadless]), "second": np.append(second, other[roadless]), "why": why}
    return pd.DataFrame(pairs)


def _any(forms: Forms, elements: Sequence[str]) -> np.ndarray:
    return np.logical_or.reduce([forms.codes[name] > 0 for name in elements])


def _corrected(forms: Forms, name: str) -> np.ndarray:
    """The numbers of a name with rare ones replaced by the frequent ones that they are a slip away from."""
    counts = np.bincount(forms.codes[name], minlength=len(forms.words[name]))
    number = {words: k for k, words in enumerate(forms.words[name])}
    meant = np.arange(len(counts))
    for rare, frequent in _near(pd.Series(counts, index=forms.words[name])).items():
        meant[number[rare]] = number[frequent]
    return meant[forms.codes[name]]


def _pairs(forms: Forms, grouped: Sequence[np.ndarray], rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows that are equal in what groups them and unequal in an element: the first of the group and each other one."""
    if not len(rows):
        return rows, rows
    codes = pd.factorize(_together([column[rows] for column in grouped]))[0]
    first = rows[first_rows(codes)[codes]]
    unequal = np.logical_or.reduce([forms.codes[name][rows] != forms.codes[name][first] for name in LOCAL])
    return first[unequal], rows[unequal]


def similar_names(names: pd.Series) -> dict[str, str]:
    """Rare names and the frequent name that each is one character away from (put in, left out or changed)."""
    return _near(names.value_counts())


def _near(counts: pd.Series) -> dict[str, str]:
    """similar_names() of the number of rows by name."""
    counts = counts[(counts > 0) & (counts.index.str.len() >= SHORTEST_NAME - 1)]
    frequent = {name: count for name, count in counts.items() if count >= TIMES}
    by_form: dict[str, list[str]] = {}
    for name in frequent:  # names, not rows: thousands at most
        for form in _with_one_less(name):
            by_form.setdefault(form, []).append(name)
    near = {}
    for name, count in counts[counts <= RARE].items():
        others = {other for form in _with_one_less(name) for other in by_form.get(form, ()) if other != name}
        fitting = [other for other in others if frequent[other] >= TIMES * count and _one_slip(name, other)]
        if len(fitting) == 1:
            near[name] = fitting[0]
    return near


def comparable(parts: pd.DataFrame) -> pd.DataFrame:
    """The local elements of split addresses in the form in which equal ones are equal."""
    forms = forms_of(parts)
    return pd.DataFrame({name: forms.words[name][forms.codes[name]] for name in LOCAL}, index=parts.index)


def _form(name: str, words: str) -> str:
    same = arabic(simplified(words)).upper()
    if name in REGIONS:
        return simplified(words)
    if name == "road":
        return same
    if name == "estate":
        return _COMMON_END.sub("", same)
    return _SIGN.sub("", same.replace("之", "-"))


def _with_one_less(name: str) -> Iterator[str]:
    yield name
    for at in range(len(name)):
        yield name[:at] + name[at + 1 :]


def _one_slip(name: str, other: str) -> bool:
    """Whether two names, one deletion apart from a common form, differ in one character that tells nothing."""
    if min(len(name), len(other)) < SHORTEST_NAME - (len(name) != len(other)) or abs(len(name) - len(other)) > 1:
        return False
    begin = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(name, other)))
    end = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(name[begin:][::-1], other[begin:][::-1])))
    mine, yours = name[begin : len(name) - end], other[begin : len(other) - end]
    return max(len(mine), len(yours)) == 1 and not TELLING.search(mine + yours)
