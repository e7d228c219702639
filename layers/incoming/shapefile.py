"""Shapefiles: the encoding of their texts, whatever a .cpg file says or leaves out, and rows cut in the middle of a character."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from ..progress import SILENT, Progress
from ..words import Text, text
from .encoding import AUTO, BIG5, GB18030, UTF8, Encoding, encoding_of, stated_encoding
from .layer import read_gdal_layer
from .table import Misfit, Table, column_names

# Every byte is a letter in it, so the bytes come back whole.
BYTES = "ISO-8859-1"
LANGUAGE_BYTE = 29
LANGUAGES = {0x4D: GB18030, 0x7A: GB18030, 0x4F: BIG5, 0x78: BIG5}
MOST_SAMPLE = 200_000
# Of a character of two to four bytes at most three are left where it is cut.
CUT_BYTES = 3


@dataclass(frozen=True)
class _Decoded:
    """A column's words, which of them have bytes without meaning, and how many were cut."""

    words: pd.Series
    faulty: np.ndarray
    cut: int


def read_shapefile(source: str, path: Path, *, encoding: str = AUTO, progress: Progress = SILENT) -> Table:
    """The features of a shapefile with their texts in the encoding that reads best.

    Texts that the column's width cuts in the middle of a character lose that character; rows with other bytes
    without meaning are set apart.
    """
    frame = read_gdal_layer(source, path, progress=progress, options=[f"ENCODING={BYTES}"])
    shapes = frame.geometry.name if isinstance(frame, gpd.GeoDataFrame) else None
    columns = [name for name in frame.columns if name != shapes]
    texts = [name for name in columns if frame[name].dtype == object]
    found, notes = _encoding(path, _sample(frame, columns, texts), encoding)
    decoded = {name: _decode(frame[name], found) for name in texts}
    names, twice = column_names([_words(_bytes(name), found)[0] for name in columns])
    renamed = frame.assign(**{name: each.words for name, each in decoded.items()}).rename(columns=dict(zip(columns, names)))
    faulty = np.logical_or.reduce([each.faulty for each in decoded.values()]) if decoded else np.zeros(len(frame), bool)
    cut = sum(each.cut for each in decoded.values())
    notes += [text("Texts that the file cuts in the middle of a character: {count}.", count=cut)] if cut else []
    apart = _misfits(renamed.drop(columns=shapes) if shapes else renamed, faulty, found)
    kept = renamed[~faulty].reset_index(drop=True)
    kept.attrs.update(frame.attrs)
    return Table(kept, np.flatnonzero(~faulty) + 1, apart, found, (*notes, *twice), cut_names=True)


def _bytes(word: str) -> bytes:
    return word.encode("latin-1", "replace")


def _sample(frame: pd.DataFrame, columns: list[str], texts: list[str]) -> bytes:
    """The names and some of the words, each once."""
    words = [word for name in texts for word in pd.unique(frame[name].dropna())[: MOST_SAMPLE // 20]]
    return b"\n".join(map(_bytes, [*columns, *words]))[:MOST_SAMPLE]


def _encoding(path: Path, sample: bytes, wanted: str) -> tuple[Encoding, list[Text]]:
    """The encoding stated by the user or the file beside it, if the texts can be read in it, else the one that reads best."""
    if wanted.lower() != AUTO:
        return encoding_of(sample, stated=wanted), []
    seen = encoding_of(sample)
    stated, where = _stated(path)
    if stated is None or sample.isascii():
        return seen, []
    claimed = encoding_of(sample, stated=stated)
    if stated == seen.name or (not seen.certain and _words(sample, claimed)[1] is False):
        return Encoding(stated, where), []
    note = text("{where}, but the texts are {encoding}: {evidence}.", where=where, encoding=seen.name, evidence=seen.evidence)
    return seen, [note]


def _stated(path: Path) -> tuple[str | None, Text]:
    """What the .cpg file, else the language byte of the .dbf file says."""
    beside = {file.suffix.lower(): file for file in path.parent.glob(f"{_escaped(path.stem)}.*")}
    if ".cpg" in beside:
        words = beside[".cpg"].read_bytes()[:40].decode("ascii", "ignore").strip()
        return stated_encoding(words) or (UTF8 if words.lower().startswith("utf") else None), text("its .cpg file says {name}", name=words)
    if ".dbf" in beside:
        with beside[".dbf"].open("rb") as file:
            head = file.read(LANGUAGE_BYTE + 1)
        if len(head) > LANGUAGE_BYTE and head[LANGUAGE_BYTE] in LANGUAGES:
            name = LANGUAGES[head[LANGUAGE_BYTE]]
            return name, text("its .dbf file says {name}", name=name)
    return None, text("")


def _escaped(stem: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in stem)


def _decode(column: pd.Series, found: Encoding) -> _Decoded:
    known = {word: _words(_bytes(word), found) for word in pd.unique(column.dropna())}
    words = column.map({word: read for word, (read, _) in known.items()}).astype(object)
    lost = {word for word, (_, fault) in known.items() if fault}
    cut = {word for word, (read, fault) in known.items() if not fault and len(read.encode(found.codec)) < len(_bytes(word))}
    return _Decoded(words.where(words.notna(), None), column.isin(lost).to_numpy(), int(column.isin(cut).sum()))


def _words(raw: bytes, found: Encoding) -> tuple[str, bool]:
    """Bytes as words, without the rest of a character cut at their end; and whether any byte has no meaning."""
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
