"""Words and figures in columns as people write them: 仅居民, 18层, 混6, 1,200㎡."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from .. import schema
from ..frames import with_columns
from ..hanzi import half_width
from ..values import as_numbers, as_text
from ..yaml_text import read_yaml
from .aliases import plain_name
from .floors import floors_of

VALUES = Path(__file__).parent / "value_words.yaml"
Words = dict  # table: column: our word: their words
FIGURE = re.compile(r"^约?\s*(-?\d[\d,]*\.?\d*)\s*(?:层|户|人|口|个|座|张|床|平方米|平米|㎡|m2|m²|米|m|秒|s)?$")
TRUE, FALSE = "yes", "no"


@cache
def shipped_words() -> Words:
    """The words as shipped."""
    return read_yaml(VALUES.read_text(encoding="utf-8"))


def with_own_words(own: Words) -> Words:
    """The shipped words with the user's own before them."""
    merged = {table: {column: dict(words) for column, words in columns.items()} for table, columns in shipped_words().items()}
    for table, columns in own.items():
        for column, words in columns.items():
            ours = merged.setdefault(table, {}).setdefault(column, {})
            for code, theirs in words.items():
                ours[code] = [*theirs, *ours.get(code, [])]
    return merged


def with_our_words(table: str, frame: pd.DataFrame, *, words: Words | None = None) -> pd.DataFrame:
    """The frame of a table with its words and figures as the schema wants them; what is not understood stays as it is."""
    spoken = (shipped_words() if words is None else words).get(table, {})
    declared = {column.name: column for column in schema.TABLES[table].columns if column.name in frame.columns}
    changed = {}
    for name, column in declared.items():
        if name in spoken:
            changed[name] = _translated(frame[name], spoken[name])
        elif name == "floors":
            changed[name] = _figures(frame[name], floors=True)
        elif column.kind in (schema.INTEGER, schema.REAL):
            changed[name] = _figures(frame[name], floors=False)
    return with_columns(frame, changed)


def _translated(column: pd.Series, spoken: dict[object, list[object]]) -> pd.Series:
    codes = {_plain(word): _code(code) for code, theirs in reversed(spoken.items()) for word in reversed([code, *theirs])}
    words = as_text(column)
    known = {word: codes.get(_plain(word), word) for word in pd.unique(words.dropna())}
    return words.map(known).astype(object).where(words.notna(), None)


def _plain(word: object) -> str:
    return plain_name(_code(word))


def _code(word: object) -> str:
    """YAML reads yes and no as truth."""
    return (TRUE if word else FALSE) if isinstance(word, bool) else str(word)


def _figures(column: pd.Series, *, floors: bool) -> pd.Series:
    """The column with units taken off its figures; one that holds plain numbers only stays as it is."""
    _, unread = as_numbers(column)
    if not unread.any():
        return column
    known = {word: _figure(word, floors=floors) for word in pd.unique(as_text(column[unread]).dropna())}
    read = column.astype(object).copy()
    words = as_text(column[unread])
    read[unread] = [known.get(word, word) for word in words.to_numpy(object)]
    return read.where(pd.Series(~unread, index=column.index) | read.notna(), None)


def _figure(word: str, *, floors: bool) -> object:
    match = FIGURE.match(half_width(word).replace(" ", ""))
    if match:
        return float(match[1].replace(",", ""))
    found = floors_of(word) if floors else np.nan
    return found if np.isfinite(found) else word
