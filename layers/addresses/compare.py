"""Addresses compared: one key for all spellings of a place, and pairs that are probably one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Callable

import numpy as np
import pandas as pd

from ..hanzi import arabic, simplified

Also = Callable[[pd.Series, pd.Series], pd.Series]

LOCAL = ("road", "number", "estate", "building", "unit", "floor", "room")
DOOR = LOCAL[:5]  # without floor and room
REGIONS = ("county", "subdistrict", "community")
NEAR_NAME, NO_ROAD = "name", "road"
SHORTEST_NAME = 4  # 人民路 and 人和路 are two roads
RARE = 3  # a slip of the pen stands in few rows …
TIMES = 3  # … and the right name in several times as many
# Names that differ in one of these are two names: 东一路 and 东二路, 南苑 and 北苑.
TELLING = re.compile("[0-9A-Za-z一二三四五六七八九十东西南北中上下前后左右新老大小甲乙丙丁内外]")
_SIGN = re.compile(r"[号院室房]|单元$|门$|幢$|层$|楼$")
_COMMON_END = re.compile(r"(?<=..)(?:小区|住宅小区|住宅区)$")


def address_keys(parts: pd.DataFrame, elements: Sequence[str] = LOCAL) -> pd.Series:
    """The key of each row's split_addresses: equal for all spellings of its road, number, estate, building, unit, floor and room.

    Empty where an address names none of the elements. Regions are not part of it: people leave them out.
    """
    forms = comparable(parts)
    keys = forms[elements[0]].str.cat([forms[name] for name in elements[1:]], sep="|")
    return keys.where(keys.str.strip("|") != "", "")


def duplicates(parts: pd.DataFrame) -> pd.Series:
    """For each row the label of the first row with the same address, itself where there is none before it.

    Same means: equal keys and no region that both state and that differs.
    """
    keys = address_keys(parts)
    whole = keys_by_region(parts, keys)
    first = pd.Series(parts.index, index=parts.index).groupby(whole).transform("first")
    return first.where(keys != "", pd.Series(parts.index, index=parts.index))


def keys_by_region(parts: pd.DataFrame, keys: pd.Series) -> pd.Series:
    """The keys told apart by county, subdistrict and community where rows of one key state different ones.

    Where all that state one state the same, the rows that leave it out mean that one.
    """
    whole = keys
    for name in REGIONS:
        codes, known = pd.factorize(parts[name].fillna(""))
        same, _ = pd.factorize(np.array([simplified(words) for words in known] or [""], object)[codes])
        stated = pd.Series(same, index=keys.index, dtype=float).where(parts[name].fillna("") != "")
        by_key = stated.groupby(whole)
        several = by_key.transform("min") < by_key.transform("max")
        whole = whole.where(~several, whole + "|" + name + stated.fillna(-1).astype(int).astype(str))
    return whole


def near_duplicates(parts: pd.DataFrame) -> pd.DataFrame:
    """Pairs of rows that a person should look at, as columns first, second (row labels) and why.

    why is name (a rare road or estate is one character away from a frequent one) or road (one of them leaves out the road).
    Each row stands as second at most once for each why; rows with equal keys are duplicates, not pairs.
    """
    forms = comparable(parts)
    named = forms.copy()
    for name in ("road", "estate"):
        named[name] = forms[name].replace(similar_names(forms[name]))
    without_road = forms.drop(columns=["road", "number"])[(forms["estate"] != "") & (forms["building"] != "")]
    found = [
        _pairs(forms, named, NEAR_NAME),
        _pairs(forms, without_road, NO_ROAD, also=lambda first, second: (first == "") | (second == "")),
    ]
    return pd.concat(found, ignore_index=True)


def similar_names(names: pd.Series) -> dict[str, str]:
    """Rare names and the frequent name that each is one character away from (put in, left out or changed)."""
    counts = names[names != ""].value_counts()
    counts = counts[counts.index.str.len() >= SHORTEST_NAME - 1]
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
    forms = {}
    for name in LOCAL:
        codes, known = pd.factorize(parts[name].fillna(""))
        forms[name] = np.array([_form(name, words) for words in known] or [""], object)[codes]
    return pd.DataFrame(forms, index=parts.index)


def _form(name: str, words: str) -> str:
    same = arabic(simplified(words)).upper()
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


def _pairs(forms: pd.DataFrame, grouped: pd.DataFrame, why: str, also: Also | None = None) -> pd.DataFrame:
    """Rows that are equal in grouped and unequal in forms: each with the first of its group."""
    labels = pd.Series(grouped.index, index=grouped.index)
    keys = grouped[grouped.columns[0]].str.cat([grouped[name] for name in grouped.columns[1:]], sep="|")
    sited = (grouped.drop(columns=["road", "estate"], errors="ignore") != "").any(axis=1)
    first = labels.groupby(keys).transform("first")[sited]
    ours, theirs = forms.loc[first.index], forms.loc[first.to_numpy()].set_axis(first.index)
    unequal = (ours != theirs).any(axis=1)
    if also is not None:
        unequal &= also(ours["road"], theirs["road"])
    return pd.DataFrame({"first": first[unequal].to_numpy(), "second": first.index[unequal], "why": why})
