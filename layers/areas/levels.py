"""Which level an area is of and which area it lies under, told by words and codes."""

from __future__ import annotations

import re
from collections.abc import Collection

import numpy as np
import pandas as pd

from ..schema import LEVELS, PARTITION
from ..values import as_text

Level = tuple[str, str]  # partition, level
GRIDS = "grid"

# Statistical division codes: 6 digits county, 3 street or town, 3 community; a grid carries a suffix.
CODE_LENGTHS = {"district": 6, "subdistrict": 9, "community": 12}
DIGITS = re.compile(r"\d{6,}")
WORDS = {
    "district": ("区县", "区", "县", "县级", "区级", "district", "county"),
    "subdistrict": ("街道", "镇", "乡", "镇街", "乡镇", "街镇", "街道级", "street", "subdistrict", "town", "township"),
    "community": ("社区", "村", "村居", "居委会", "村委会", "社区级", "community", "village"),
    "grid": ("网格", "单元网格", "基础网格", "网格级", "grid"),
}
_KNOWN = {word: level for level, words in WORDS.items() for word in words}


def level_words(values: pd.Series) -> pd.Series:
    """The level that each word stands for (街道 is subdistrict); other words stay as they are, lower case."""
    spoken = as_text(values).map(lambda word: word.lower(), na_action="ignore").astype(object)
    return spoken.map(lambda word: _KNOWN.get(word, word), na_action="ignore").astype(object)


def levels_by_code(codes: pd.Series) -> pd.Series:
    """The level that the length of each division code tells, None for other codes.

    320506001000 is a street with the zeros of the twelve-digit form, 320506001012003 a grid.
    """
    return pd.Series([_level_of(code) for code in codes], index=codes.index, dtype=object)


def _level_of(code: str | None) -> str | None:
    if code is None or not DIGITS.fullmatch(code):
        return None
    significant = len(short_code(code))
    if significant > CODE_LENGTHS["community"]:
        return "grid"
    return next((level for level, length in CODE_LENGTHS.items() if length == significant), None)


def short_code(code: str) -> str:
    """A division code without the zeros that fill it up to twelve digits: 320506001000 is 320506001."""
    if len(code) != CODE_LENGTHS["community"] or not code.isdigit():
        return code
    for length in (CODE_LENGTHS["district"], CODE_LENGTHS["subdistrict"]):
        if set(code[length:]) == {"0"}:
            return code[:length]
    return code


def rank(level: str) -> int:
    """0 for the largest level; levels of the user's own come after the four known ones."""
    return LEVELS.index(level) if level in LEVELS else len(LEVELS)


def level_above(levels: Collection[Level], level: Level) -> Level | None:
    """The next larger level that occurs in a level's partition; None for the largest.

    Governance grids (partition grid) divide communities: their largest level lies under the administrative ones.
    """
    partition, name = level
    below = {GRIDS: (GRIDS, PARTITION)}.get(partition, (partition,))
    for searched in below:
        larger = [other for other in levels if other[0] == searched and rank(other[1]) < rank(name)]
        if larger:
            return max(larger, key=lambda other: rank(other[1]))
    return None


def parents_by_code(areas: pd.DataFrame) -> pd.Series:
    """For each area the code of the area of the next larger level whose short code begins its own, None where there is none."""
    parents = pd.Series(np.full(len(areas), None, object), index=areas.index)
    rows_of = areas.groupby([partitions(areas), areas["level"]], sort=False).indices
    for level, rows in rows_of.items():
        upper = level_above(rows_of, level)
        if upper is None:
            continue
        codes = areas["code"].iloc[rows_of[upper]]
        by_short = dict(zip(map(short_code, codes), codes))
        lengths = sorted({len(short) for short in by_short}, reverse=True)
        parents.iloc[rows] = [
            next((by_short[code[:length]] for length in lengths if code[:length] in by_short and len(code) > length), None)
            for code in map(short_code, areas["code"].iloc[rows])
        ]
    return parents


def partitions(areas: pd.DataFrame) -> pd.Series:
    """The partition of each area, the administrative one where none is stated."""
    if "partition" not in areas.columns:
        return pd.Series(PARTITION, index=areas.index, dtype=object)
    return areas["partition"].fillna(PARTITION)
