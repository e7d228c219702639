"""Coordinates as people write them, read as numbers: degrees with minutes and seconds, letters, pairs in one column."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .values import as_text

UNKNOWN, EAST, NORTH = 0, 1, 2
HEAD_ROWS = 1_000  # where the first words of a column are looked for first
PACKED = 0.95  # share of the rows that must be degrees, minutes and seconds in one number
# Marks before and after the compatibility form, which would take some of them apart.
MARKS = str.maketrans(
    {
        **dict.fromkeys("°º˚∘度", "*"),
        **dict.fromkeys("′’‘‵´`ˊ＇分´", "'"),
        **dict.fromkeys("″”“〃＂˝秒", '"'),
        "－": "-",
        "—": "-",
        "–": "-",
        "−": "-",
    }
)
EASTWARD = ("longitude", "long", "lon", "lng", "东经", "東經", "西经", "西經", "经*", "經*", "东", "東", "西", "e", "w")
NORTHWARD = ("latitude", "lat", "北纬", "北緯", "南纬", "南緯", "纬*", "緯*", "北", "南", "n", "s")
BACKWARD = ("西经", "西經", "南纬", "南緯", "西", "南", "w", "s")
AXES = {**dict.fromkeys(EASTWARD, EAST), **dict.fromkeys(NORTHWARD, NORTH)}
LETTERS = f"(?:{'|'.join(map(re.escape, (*EASTWARD, *NORTHWARD, 'x', 'y')))})"
NUMBER = r"\d+(?:\.\d*)?|\.\d+"
HEAD, TAIL = rf"(?P<head>{LETTERS})?\s*[:=]?\s*(?P<sign>[+-]?)\s*", rf"\s*(?P<tail>{LETTERS})?"
MARKED = rf"(?P<d>{NUMBER})\s*(?:\*|deg|d)\s*(?:(?P<m>{NUMBER})\s*(?:'|min|m)?\s*(?:(?P<s>{NUMBER})\s*(?:\"|sec|s)?)?)?"
SEPARATED = rf"(?P<d>\d{{1,3}})\s*[:\- ]\s*(?P<m>{NUMBER})(?:\s*[:\- ]\s*(?P<s>{NUMBER}))?"
PLAIN = rf"(?P<d>(?:{NUMBER})(?:e[+-]?\d+)?)\s*\*?(?P<m>)(?P<s>)"
FORMS = tuple(re.compile(HEAD + form + TAIL) for form in (PLAIN, MARKED, SEPARATED))
# The form that long columns have, told quickly.
USUAL = re.compile(r"^([ewns]?) ?(\d{1,3})\* ?(\d{1,2})' ?(\d{1,2}(?:\.\d*)?)\" ?([ewns]?)$|^.*$", re.MULTILINE)
THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
BRACKETS = re.compile(r"(?:point\s*)?[(\[{<]\s*(.*?)\s*[)\]}>]")
CLOSING = ")]}>,;"
BETWEEN = re.compile(r"\s*[,;、|/]\s*")
TOUCHING = re.compile(rf"(?P<first>(?P<head>{LETTERS})?[^a-z一-鿿]+(?(head)|{LETTERS}))(?P<second>.+)")


@dataclass(frozen=True)
class Written:
    """One coordinate a row: values (NaN where there is none), whether one is there but cannot be read, and its axis by letter.

    West and south are negative. axes holds UNKNOWN, EAST or NORTH.
    """

    values: np.ndarray
    unread: np.ndarray
    axes: np.ndarray


def written(column: pd.Series) -> Written:
    """A column with one coordinate a row, in any of the forms offices use.

    120.62, 120.62°E, E120.62, 东经120度37分12.5秒, 120°37′12.5″, 120-37-12.5, 120:37:12.5, full-width digits, thousands.
    """
    if pd.api.types.is_numeric_dtype(column.dtype):
        values = column.to_numpy(float, na_value=np.nan)
        return Written(np.where(np.isfinite(values), values, np.nan), np.isinf(values), np.zeros(len(values), np.int8))
    words = as_text(column)
    values = _plain_numbers(words)
    axes, there = np.zeros(len(values), np.int8), words.notna().to_numpy()
    rest = np.flatnonzero(there & ~np.isfinite(values))
    if len(rest):
        values[rest], axes[rest] = _read(_plain_forms(words.iloc[rest]))
    values[~np.isfinite(values)] = np.nan
    return Written(values, there & np.isnan(values), axes)


def _plain_numbers(words: pd.Series) -> np.ndarray:
    """The words that are numbers as they stand; NaN where not, and everywhere if the first ones are not."""
    some = _first_words(words, 100)
    if pd.to_numeric(some, errors="coerce").isna().mean() > 0.5:
        return np.full(len(words), np.nan)  # to ask each would be slow
    return pd.to_numeric(words, errors="coerce").to_numpy(float, copy=True)


def written_pairs(column: pd.Series) -> tuple[Written, Written]:
    """A column with both coordinates a row, in the order they stand in: "120.62,31.30", "(31.30 120.62)", "E120°37′N31°18′"."""
    words = as_text(column)
    there = words.notna().to_numpy()
    pairs = np.full((len(words), 2), None, object)
    if there.any():
        # Text is taken apart row by row.
        pairs[there] = np.array([_parted(word) for word in _plain_forms(words[there])], object)
    halves = [written(pd.Series(half, dtype=object)) for half in pairs.T]
    unread = there & (np.isnan(halves[0].values) | np.isnan(halves[1].values))
    first, second = (Written(np.where(unread, np.nan, half.values), unread, half.axes) for half in halves)
    return first, second


def holds_pairs(column: pd.Series, *, rows: int = 200) -> bool:
    """Whether a column holds both coordinates: most of its first values are pairs, and few can be read as one."""
    if pd.api.types.is_numeric_dtype(column.dtype):
        return False
    some = _first_words(column, rows)
    if some.empty:
        return False
    first, _ = written_pairs(some)
    return bool(first.unread.mean() <= 0.2 and written(some).unread.mean() >= 0.5)


def _first_words(column: pd.Series, count: int) -> pd.Series:
    """The first so many values that are there, as text."""
    some = as_text(column.head(HEAD_ROWS)).dropna().head(count)
    return some if len(some) == count or len(column) <= HEAD_ROWS else as_text(column).dropna().head(count)


def unpacked(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
    """Degrees of two columns that hold degrees, minutes and seconds in one number, such as 1203712.5 and 311536.

    None where they do not: no metres have such numbers, all minutes and seconds below 60, in China's degrees.
    """
    known = np.isfinite(first) & np.isfinite(second)
    if not known.any():
        return None
    places = [_unpacked(column) for column in (first, second)]
    for lon, lat in (places, places[::-1]):
        inside = (lon >= 72) & (lon <= 138) & (lat >= 3) & (lat <= 56)
        if inside[known].mean() >= PACKED:
            return places[0], places[1]
    return None


def _unpacked(values: np.ndarray) -> np.ndarray:
    """Degrees of numbers like 1203712.5; NaN where the minutes or seconds are no such."""
    degrees, minutes, seconds = values // 10_000, values // 100 % 100, values % 100
    return np.where((minutes < 60) & (seconds < 60), degrees + minutes / 60 + seconds / 3600, np.nan)


def _plain_forms(words: pd.Series) -> list[str]:
    """The words in small half-width letters, with one sign each for degrees, minutes and seconds."""
    # One string for all rows: each step is a single call.
    joined = "\n".join([word.replace("\n", " ").replace("\r", " ") for word in words.tolist()]).translate(MARKS)
    plain = unicodedata.normalize("NFKC", joined).replace("''", '"').replace("。", ".").lower()
    return [word.strip() for word in plain.split("\n")]


def _read(words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Values and axes of words; NaN where one cannot be read."""
    values, axes = np.full(len(words), np.nan), np.zeros(len(words), np.int8)
    heads, degrees, minutes, seconds, tails = map(np.array, zip(*USUAL.findall("\n".join(words))))
    usual = (degrees != "") & ((heads == "") | (tails == ""))
    letters = np.char.add(heads[usual], tails[usual])
    m, s = minutes[usual].astype(float), seconds[usual].astype(float)
    value = degrees[usual].astype(float) + m / 60 + s / 3600
    values[usual] = np.where((m > 60) | (s > 60), np.nan, np.where(np.isin(letters, BACKWARD), -value, value))
    axes[usual] = np.where(letters == "", UNKNOWN, np.where(np.isin(letters, EASTWARD), EAST, NORTH))
    # The rest is read one by one.
    for row in np.flatnonzero(~usual).tolist():
        values[row], axes[row] = _one(words[row])
    return values, axes


def _one(word: str) -> tuple[float, int]:
    """A coordinate's value, NaN where it cannot be read, and its axis."""
    plain = word.replace(",", "") if THOUSANDS.fullmatch(word) else word
    match = next((match for form in FORMS if (match := form.fullmatch(plain))), None)
    if match is None:
        return np.nan, UNKNOWN
    letters = [each for each in (match["head"], match["tail"]) if each]
    axes = {AXES[each] for each in letters if each in AXES}
    degrees, minutes, seconds = float(match["d"]), float(match["m"] or 0), float(match["s"] or 0)
    # 120.5°30′ and 31°75′ are slips, not places.
    slip = minutes > 60 or seconds > 60 or (match["m"] and degrees % 1) or (match["s"] and minutes % 1)
    if slip or len(axes) > 1:
        return np.nan, UNKNOWN
    negative = (match["sign"] == "-") != any(each in BACKWARD for each in letters)
    value = degrees + minutes / 60 + seconds / 3600
    return -value if negative else value, axes.pop() if axes else UNKNOWN


def _parted(word: str) -> tuple[str | None, str | None]:
    """The two halves of a pair; none where there are not exactly two."""
    first, comma, second = word.partition(",")
    if comma and first and second and "," not in second and second[-1] not in CLOSING:
        return first, second
    enclosed = BRACKETS.fullmatch(word)
    inner = enclosed[1] if enclosed else word
    for parts in (BETWEEN.split(inner.strip(" ,;")), inner.split(), _touching(inner)):
        if len(parts) == 2 and all(parts):
            return parts[0], parts[1]
    return None, None


def _touching(word: str) -> list[str]:
    """Halves that only a letter parts: e120*37'n31*18' or 120*37'e31*18'n."""
    match = TOUCHING.fullmatch(word)
    return [match["first"].strip(), match["second"].strip()] if match else []
