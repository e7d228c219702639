"""What is personal and refused at the door, and what may leave again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from .folded import Folded, suspects
from .persons import IDENTIFIER, NAME, NOTE, NUMBERS, PLACE, is_free_text, is_name, without_person
from .repeats import different
from .values import word_of
from .yaml_text import read_yaml

RULES = Path(__file__).parent / "privacy.yaml"
CATEGORY_SUFFIXES = ("_id", "_m", "_min", "_ok", "_why")
DIGITS_OF_A_MOBILE = 11
SHORTEST_LONG_NUMBER = 10 ** (DIGITS_OF_A_MOBILE - 1)
# Columns of ours that hold names of places and things, which may sound like names of persons.
NAMED = ("name", "estate", "road", "province", "city", "district", "subdistrict", "community", "grid", "police_grid")
PORTION = 200_000  # words folded at once
MOST_PARTS = 0.5  # of the rows: where more of them tell of persons and of nothing else, the column is theirs
NAMES_SHARE = 0.3  # so many values have the form of names, and of them are names, only where a column holds names
SHORTEST_NAME = 2
SELDOM = 0.005
SHORTEST_PLATE = 7  # of all numbers that are personal
SHORTEST_ID = 18
PROSE_SHARE = 0.2
SENTENCE = re.compile("[一-鿿]{4}[，。；！？].*[一-鿿]{2}")


@dataclass(frozen=True)
class Rules:
    """The patterns and lists of privacy.yaml."""

    column_names: tuple[re.Pattern[str], ...]
    role_names: re.Pattern[str]
    column_share: float
    min_count_to_show: int
    may_leave: dict[str, tuple[str, ...]]


@cache
def rules() -> Rules:
    """The rules as shipped."""
    content = read_yaml(RULES.read_text(encoding="utf-8"))
    return Rules(
        column_names=tuple(re.compile(pattern, re.IGNORECASE) for pattern in content["column_names"]),
        role_names=re.compile(content["role_names"]),
        column_share=content["column_share"],
        min_count_to_show=content["min_count_to_show"],
        may_leave={output: tuple(columns) for output, columns in content["may_leave"].items()},
    )


@dataclass(frozen=True)
class Examined:
    """The columns that hold personal data; of others by column the rows that tell of a person, and what is left of their words."""

    personal: tuple[str, ...]
    traces: dict[str, np.ndarray]
    left: dict[str, dict[str, str | None]]


def examine(
    frame: pd.DataFrame,
    *,
    ours: Collection[str] = (),
    identifiers: Collection[str] = (),
    kinds: Mapping[str, str] | None = None,
    harmless: Mapping[str, np.ndarray] | None = None,
) -> Examined:
    """Look for personal data by the names and the values of columns.

    Columns that are ours are judged by their values only. Identifiers may look like mobile numbers by chance: only
    citizens' numbers count there. kinds says what columns hold (see persons); without it ours hold addresses or names,
    and others are searched for numbers only. What can be cut out of a column of ours does not cost the column.
    harmless are rows by column that are known to tell of nobody: of addresses, which are judged one by one, only the others are read.
    """
    personal, traces, left = [], {}, {}
    for column in frame.columns:
        if str(frame[column].dtype) == "geometry":
            continue
        kind = (kinds or {}).get(column) or _kind(column, ours, identifiers)
        if column not in ours and _named_personal(str(column), frame[column], kind):
            personal.append(column)
            continue
        words = _as_words(frame[column])
        if kind == PLACE and column in (harmless or {}):
            words = np.where(harmless[column], None, words)
        found = _found(words, kind)
        own = column in ours or kind in (NAME, PLACE)
        if found.whole or (found.changed.any() and _is_theirs(found, int(frame[column].notna().sum()), own=own)):
            personal.append(column)
        elif found.changed.any():
            traces[column], left[column] = found.changed, found.left
    return Examined(tuple(personal), traces, left)


def _kind(column: str, ours: Collection[str], identifiers: Collection[str]) -> str:
    if column in identifiers:
        return IDENTIFIER
    if column not in ours:
        return NUMBERS
    return NAME if column in NAMED else PLACE


def _is_theirs(found: _Found, known: int, *, own: bool) -> bool:
    """Whether a column is personal by the rows that tell of a person; one of ours only if most rows tell nothing else."""
    told = found.changed.sum()
    if not told or told < rules().column_share * known:
        return False
    return not own or bool(found.emptied.sum() > MOST_PARTS * known)


def without_persons(values: pd.Series, rows: np.ndarray, left: Mapping[str, str | None]) -> pd.Series:
    """The values with what is left of their words in these rows."""
    cleaned = values.astype(object)
    cleaned[rows] = [left.get(word_of(word)) for word in values[rows]]
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


def _named_personal(column: str, values: pd.Series, kind: str) -> bool:
    """Whether a column is personal by its name; columns named for a role may hold how many there are."""
    if any(pattern.search(column.strip()) for pattern in rules().column_names) or (kind == NOTE and is_free_text(column)):
        return True
    return bool(rules().role_names.search(column.strip())) and not _is_numeric(values)


def _is_numeric(values: pd.Series) -> bool:
    return bool(pd.to_numeric(values.dropna(), errors="coerce").notna().mean() > MOST_PARTS)


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


@dataclass(frozen=True)
class _Found:
    """Which rows tell of a person, which of them nothing else, what is left of their words; and whether all of it is names or prose."""

    changed: np.ndarray
    emptied: np.ndarray
    left: dict[str, str | None]
    whole: bool = False


def _found(values: np.ndarray, kind: str) -> _Found:
    kinds, rows = different(values)
    known = kinds[pd.notna(kinds)]
    plain = pd.api.types.infer_dtype(known) == "string"
    words = known.tolist() if plain else [word for word in known.tolist() if isinstance(word, str)]
    shortest = {IDENTIFIER: SHORTEST_ID, NUMBERS: SHORTEST_PLATE}.get(kind, 0)
    only_numbers = max(map(len, words), default=0) < shortest
    left, names, chinese = _looked_through([] if only_numbers else words, kind)
    prose = kind == NOTE and chinese and _is_prose(words)
    if names:
        stands = pd.Series(kinds).map(dict.fromkeys(names, True), na_action="ignore").eq(True).to_numpy()[rows]
        if _is_of_names(pd.Series(kinds[rows[stands]]), int(pd.notna(kinds)[rows].sum()), kind):
            return _Found(stands, stands, left, whole=True)
        if kind == NOTE:
            left.update(_seldom(kinds[rows[stands]], len(values)))
    if not left:
        return _Found(np.zeros(len(values), bool), np.zeros(len(values), bool), left, whole=prose)
    state = pd.Series(kinds).map({word: 1 + (rest is None) for word, rest in left.items()}, na_action="ignore").fillna(0).to_numpy()[rows]
    return _Found(state > 0, state > 1, left, whole=prose)


def _looked_through(words: list[str], kind: str) -> tuple[dict[str, str | None], list[str], bool]:
    """What is left of the words that tell of a person, the words that have the form of a name, and whether any is Chinese."""
    left: dict[str, str | None] = {}
    names: list[str] = []
    chinese = False
    # In portions: a million addresses folded at once would take half a gigabyte.
    for first in range(0, len(words), PORTION):
        portion = words[first : first + PORTION]
        text = Folded.of(portion)
        left.update(_cut(portion, text, kind))
        chinese |= text.chinese
        names += [portion[position] for position in text.short_names()] if kind in (NAME, NOTE) else []
    return left, names, chinese


def cut_words(words: list[str], kind: str) -> dict[str, str | None]:
    """The words that tell of a person, with what is left of them."""
    return _cut(words, Folded.of(words) if words else None, kind)


def _cut(words: list[str], text: Folded | None, kind: str) -> dict[str, str | None]:
    # Few are suspect; many patterns read each of those.
    cut = {words[position]: without_person(words[position], kind) for position in suspects(text, kind)} if text else {}
    return {word: left for word, left in cut.items() if left != word}


def _is_of_names(names: pd.Series, known: int, kind: str) -> bool:
    """Whether so many values are names of persons that the column is one of them."""
    certain = names[names.map(is_name)]
    if kind == NAME:
        return bool((certain.str.len() > SHORTEST_NAME).sum() > MOST_PARTS * known)
    return len(names) > NAMES_SHARE * known and len(certain) > NAMES_SHARE * len(names)


def _seldom(names: np.ndarray, rows: int) -> dict[str, None]:
    """What has the form of a name and stands in few rows: kinds of things stand in many."""
    counts = pd.Series(names).value_counts()
    return dict.fromkeys(counts.index[counts <= max(2, SELDOM * rows)])


def _is_prose(words: list[str]) -> bool:
    """Whether many of the texts are sentences."""
    return bool(words) and sum(SENTENCE.search(word) is not None for word in words) > PROSE_SHARE * len(words)
