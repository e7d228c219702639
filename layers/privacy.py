"""What is personal and refused at the door, and what may leave again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from .repeats import different
from .yaml_text import read_yaml

RULES = Path(__file__).parent / "privacy.yaml"
CATEGORY_SUFFIXES = ("_id", "_m", "_min", "_ok", "_why")
DIGITS_OF_A_MOBILE = 11
SHORTEST_LONG_NUMBER = 10 ** (DIGITS_OF_A_MOBILE - 1)
LONG_NUMBER = re.compile(r"[0-9]{11}")
# GB 11643: weights of the seventeen digits and the check digit by remainder.
ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ID_CHECK_DIGITS = "10X98765432"


@dataclass(frozen=True)
class Rules:
    """The patterns and lists of privacy.yaml."""

    column_names: tuple[re.Pattern[str], ...]
    id18: re.Pattern[str]
    mobile: re.Pattern[str]
    column_share: float
    min_count_to_show: int
    may_leave: dict[str, tuple[str, ...]]


@cache
def rules() -> Rules:
    """The rules as shipped."""
    content = read_yaml(RULES.read_text(encoding="utf-8"))
    alone = r"(?<![0-9A-Za-z]){}(?![0-9A-Za-z])"
    return Rules(
        column_names=tuple(re.compile(pattern, re.IGNORECASE) for pattern in content["column_names"]),
        id18=re.compile(alone.format(content["values"]["id18"])),
        mobile=re.compile(alone.format(content["values"]["mobile"])),
        column_share=content["column_share"],
        min_count_to_show=content["min_count_to_show"],
        may_leave={output: tuple(columns) for output, columns in content["may_leave"].items()},
    )


def is_id_number(word: str) -> bool:
    """Whether an 18-digit number carries the check digit of a citizen's number."""
    total = sum(int(digit) * weight for digit, weight in zip(word[:17], ID_WEIGHTS))
    return word[17].upper() == ID_CHECK_DIGITS[total % 11]


@dataclass(frozen=True)
class Examined:
    """The columns that hold personal data, and by column the rows of others in which a personal number stands."""

    personal: tuple[str, ...]
    traces: dict[str, np.ndarray]


def examine(frame: pd.DataFrame, *, ours: Collection[str] = (), identifiers: Collection[str] = ()) -> Examined:
    """Look for personal data by the names and the values of columns.

    Columns that are ours are judged by their values only. Identifiers may look like mobile numbers by chance: only
    citizens' numbers count there.
    """
    personal, traces = [], {}
    for column in frame.columns:
        if str(frame[column].dtype) == "geometry":
            continue
        if column not in ours and _named_personal(str(column)):
            personal.append(column)
            continue
        rows = _personal_rows(_as_words(frame[column]), mobiles=column not in identifiers)
        if not rows.any():
            continue
        if rows.sum() >= rules().column_share * frame[column].notna().sum():
            personal.append(column)
        else:
            traces[column] = rows
    return Examined(tuple(personal), traces)


def without_numbers(values: pd.Series, rows: np.ndarray) -> pd.Series:
    """The text with personal numbers taken out of these rows."""
    cleaned = values.copy()
    cleaned[rows] = [None if word is None else _without_numbers(str(word)) for word in values[rows]]
    return cleaned


def may_leave(output: str, columns: Iterable[str], *, categories: Collection[str] = ()) -> list[str]:
    """Those columns that may go into an output: ledger, scene or report."""
    named = rules().may_leave[output]
    suffixes = [suffix for suffix in CATEGORY_SUFFIXES if f"c{suffix}" in named]
    allowed = {*named, *(f"{category}{suffix}" for category in categories for suffix in suffixes)}
    return [column for column in columns if column in allowed]


def too_small(counts: pd.Series, *, k: int | None = None) -> pd.Series:
    """Which counts of people are above 0 and below k, so that they are not shown."""
    return (counts > 0) & (counts < (rules().min_count_to_show if k is None else k))


def suppress(counts: pd.Series, *, k: int | None = None) -> pd.Series:
    """The counts with those below k made NaN; 0 stays 0."""
    return counts.mask(too_small(counts, k=k))


def _named_personal(column: str) -> bool:
    return any(pattern.search(column.strip()) for pattern in rules().column_names)


def _as_words(column: pd.Series) -> np.ndarray:
    """Text as it is, long whole numbers as text; other values cannot hold such a number and become None."""
    if pd.api.types.is_bool_dtype(column.dtype) or pd.api.types.is_datetime64_any_dtype(column.dtype):
        return np.full(len(column), None, object)
    if not pd.api.types.is_numeric_dtype(column.dtype):
        return column.to_numpy(object)
    numbers = column.to_numpy(float, na_value=np.nan)
    long = (numbers >= SHORTEST_LONG_NUMBER) & np.isfinite(numbers)
    words = np.full(len(column), None, object)
    words[long] = column[long].astype(np.int64).astype(str)
    return words


def _personal_rows(values: np.ndarray, *, mobiles: bool) -> np.ndarray:
    """Which rows hold a personal number; almost always none, so one search over all words goes first."""
    kinds, rows = different(values)
    known = kinds[pd.notna(kinds)]
    plain = pd.api.types.infer_dtype(known) == "string"
    words = known.tolist() if plain else [word for word in known.tolist() if isinstance(word, str)]
    if max(map(len, words), default=0) < DIGITS_OF_A_MOBILE or not LONG_NUMBER.search("\n".join(words)):
        return np.zeros(len(values), bool)
    personal = {word for word in set(words) if _holds_number(word, mobiles=mobiles)}
    return pd.Series(kinds).isin(personal).to_numpy()[rows] if personal else np.zeros(len(values), bool)


def _holds_number(word: str, *, mobiles: bool) -> bool:
    if len(word) < DIGITS_OF_A_MOBILE:
        return False
    return any(is_id_number(match) for match in rules().id18.findall(word)) or bool(mobiles and rules().mobile.search(word))


def _without_numbers(word: str) -> str | None:
    without_ids = rules().id18.sub(lambda match: "" if is_id_number(match[0]) else match[0], word)
    return rules().mobile.sub("", without_ids).strip() or None
