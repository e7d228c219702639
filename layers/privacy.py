"""What is personal and refused at the door, and what may leave again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

RULES = Path(__file__).parent / "privacy.yaml"
CATEGORY_SUFFIXES = ("_id", "_m", "_min", "_ok", "_why")
SHORTEST_NUMBER = 11  # digits of a mobile number
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
    import yaml

    content = yaml.safe_load(RULES.read_text(encoding="utf-8"))
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


def personal_columns(frame: pd.DataFrame, *, ours: Collection[str] = (), identifiers: Collection[str] = ()) -> list[str]:
    """The columns that hold personal data, by their name or by their values.

    Columns that are ours are judged by their values only. Identifiers may look like mobile numbers by chance: only
    citizens' numbers count there.
    """
    attributes = [column for column in frame.columns if not _is_geometry(frame[column])]
    return [
        column
        for column in attributes
        if (column not in ours and _named_personal(str(column)))
        or _share_personal(frame[column], mobiles=column not in identifiers) >= rules().column_share
    ]


def redact(values: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """The text with personal numbers taken out, and which rows had one."""
    found = _personal_rows(values, mobiles=True)
    if not found.any():
        return values, found
    cleaned = values.copy()
    cleaned[found] = [_without_numbers(word) for word in values[found]]
    return cleaned, found


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


def _is_geometry(column: pd.Series) -> bool:
    return str(column.dtype) == "geometry"


def _named_personal(column: str) -> bool:
    return any(pattern.search(column.strip()) for pattern in rules().column_names)


def _share_personal(column: pd.Series, *, mobiles: bool) -> float:
    values = _as_words(column)
    known = int(values.notna().sum())
    return float(_personal_rows(values, mobiles=mobiles).sum()) / known if known else 0.0


def _as_words(column: pd.Series) -> pd.Series:
    """Text as it is, long whole numbers as text; other kinds cannot hold such a number."""
    if pd.api.types.is_bool_dtype(column.dtype) or pd.api.types.is_datetime64_any_dtype(column.dtype):
        return column.iloc[:0]
    if not pd.api.types.is_numeric_dtype(column.dtype):
        return column
    numbers = column.dropna()
    long = numbers[(numbers >= 10.0 ** (SHORTEST_NUMBER - 1)) & (numbers == np.floor(numbers))]
    return numbers.iloc[:0] if long.empty else long.astype(np.int64).astype(str).reindex(numbers.index)


def _personal_rows(values: pd.Series, *, mobiles: bool) -> np.ndarray:
    """Which rows hold a personal number; almost always none, so one search over all words goes first."""
    found = np.zeros(len(values), bool)
    words = [word for word in pd.unique(values) if isinstance(word, str) and len(word) >= SHORTEST_NUMBER]
    patterns = (rules().id18, rules().mobile) if mobiles else (rules().id18,)
    together = "\n".join(words)
    if not any(pattern.search(together) for pattern in patterns):
        return found
    personal = {word for word in words if _holds_number(word, mobiles=mobiles)}
    return values.isin(personal).to_numpy()


def _holds_number(word: str, *, mobiles: bool) -> bool:
    return any(is_id_number(match) for match in rules().id18.findall(word)) or bool(mobiles and rules().mobile.search(word))


def _without_numbers(word: str) -> str | None:
    without_ids = rules().id18.sub(lambda match: "" if is_id_number(match[0]) else match[0], word)
    return rules().mobile.sub("", without_ids).strip() or None
