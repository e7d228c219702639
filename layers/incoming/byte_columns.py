"""Texts that GDAL hands over byte for byte, so that their encoding can be found and every fault is seen."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..words import Text, text
from .encoding import Encoding
from .table import Misfit, Table, column_names

# Every byte is a letter in it, so the bytes come back whole.
BYTES = "ISO-8859-1"
MOST_SAMPLE = 200_000
MOST_WORDS = 10_000
# Of a character of two to four bytes at most three are left where it is cut.
CUT_BYTES = 3
# What a drawing writes as \\U+6DF7 comes as a letter already.
RUN_OF_BYTES = re.compile("[\x00-\xff]+")


@dataclass(frozen=True)
class _Decoded:
    """A column's words, which of them have bytes without meaning, and how many were cut."""

    words: pd.Series
    faulty: np.ndarray
    cut: int


def text_columns(frame: pd.DataFrame) -> list[str]:
    """The columns of texts."""
    shape = getattr(frame, "active_geometry_name", None)
    return [name for name in frame.columns if name != shape and frame[name].dtype.kind == "O"]


def sample_of(frame: pd.DataFrame) -> bytes:
    """The names and some of the words, each once, as bytes."""
    shape = getattr(frame, "active_geometry_name", None)
    words = [word for name in text_columns(frame) for word in pd.unique(frame[name].dropna())[:MOST_WORDS]]
    return b"\n".join(map(_bytes, [*(name for name in frame.columns if name != shape), *words]))[:MOST_SAMPLE]


def decoded_table(frame: pd.DataFrame, found: Encoding, notes: list[Text], *, cut_names: bool) -> Table:
    """The frame with its names and texts in the encoding; rows with bytes that mean nothing in it are set apart."""
    whole, decoded, twice = _renamed(frame, found)
    faulty = np.logical_or.reduce([each.faulty for each in decoded]) if decoded else np.zeros(len(frame), bool)
    cut = sum(each.cut for each in decoded)
    said = [text("Texts that the file cuts in the middle of a character: {count}.", count=cut)] if cut else []
    kept = whole[~faulty].reset_index(drop=True)
    kept.attrs.update(frame.attrs)
    shape = getattr(whole, "active_geometry_name", None)
    apart = _misfits(whole.drop(columns=shape) if shape else whole, faulty, found)
    return Table(kept, np.flatnonzero(~faulty) + 1, apart, found, (*notes, *said, *twice), cut_names=cut_names)


def decoded_frame(frame: pd.DataFrame, found: Encoding) -> pd.DataFrame:
    """The frame, every row of it, with its names and texts in the encoding; bytes that mean nothing in it become \ufffd."""
    whole, _, _ = _renamed(frame, found)
    whole.attrs.update(frame.attrs)
    return whole


def _renamed(frame: pd.DataFrame, found: Encoding) -> tuple[pd.DataFrame, list[_Decoded], list[Text]]:
    shape = getattr(frame, "active_geometry_name", None)
    decoded = {name: _decode(frame[name], found) for name in text_columns(frame)}
    columns = [name for name in frame.columns if name != shape]
    names, twice = column_names([words_of(name, found)[0] for name in columns])
    renamed = frame.assign(**{name: each.words for name, each in decoded.items()}).rename(columns=dict(zip(columns, names)))
    return renamed, list(decoded.values()), twice


def _bytes(word: str) -> bytes:
    return word.encode("latin-1", "ignore")


def _decode(column: pd.Series, found: Encoding) -> _Decoded:
    known = {word: words_of(word, found) for word in pd.unique(column.dropna())}
    words = column.map({word: read for word, (read, _) in known.items()}).astype(object)
    lost = {word for word, (_, fault) in known.items() if fault}
    cut = {word for word, (read, fault) in known.items() if not fault and len(read.encode(found.codec)) < len(_bytes(word))}
    return _Decoded(words.where(words.notna(), None), column.isin(lost).to_numpy(), int(column.isin(cut).sum()))


def words_of(word: str, found: Encoding) -> tuple[str, bool]:
    """A text of bytes as words, without the rest of a character cut at its end; and whether a byte has no meaning."""
    faults = []

    def read(match: re.Match[str]) -> str:
        words, fault = _read(match[0].encode("latin-1"), found)
        faults.append(fault)
        return words

    return RUN_OF_BYTES.sub(read, word), any(faults)


def _read(raw: bytes, found: Encoding) -> tuple[str, bool]:
    for end in range(len(raw), max(len(raw) - CUT_BYTES, 0) - 1, -1):
        try:
            return raw[:end].decode(found.codec), False
        except UnicodeDecodeError as error:
            if error.start < end - CUT_BYTES:
                break
    return raw.decode(found.codec, "replace"), True


def _misfits(frame: pd.DataFrame, faulty: np.ndarray, found: Encoding) -> tuple[Misfit, ...]:
    reason = text("The row has bytes that are not {encoding}: it is damaged or in another encoding.", encoding=found.name)
    rows = np.flatnonzero(faulty)
    values = frame.iloc[rows].astype(object).where(frame.iloc[rows].notna(), "").to_numpy().tolist()
    return tuple(Misfit(row + 1, reason, tuple(map(str, fields))) for row, fields in zip(rows.tolist(), values))
