"""Shapefiles: the encoding of their texts, whatever a .cpg file says or leaves out."""

from __future__ import annotations

from pathlib import Path

from ..progress import SILENT, Progress
from ..reading import Frame
from ..words import Text, text
from .byte_columns import BYTES, decoded_frame, decoded_table, sample_of
from .encoding import AUTO, BIG5, GB18030, UTF8, Encoding, encoding_of, stated_encoding
from .layer import read_gdal_layer
from .table import Table

SHAPEFILES = (".shp", ".dbf")
LANGUAGE_BYTE = 29
LANGUAGES = {0x4D: GB18030, 0x7A: GB18030, 0x4F: BIG5, 0x78: BIG5}


def read_shapefile(source: str, path: Path, *, encoding: str = AUTO, progress: Progress = SILENT) -> Table:
    """The features of a shapefile with their texts in the encoding that reads best.

    Texts that the column's width cuts in the middle of a character lose that character; rows with other bytes
    without meaning are set apart.
    """
    frame = read_gdal_layer(source, path, progress=progress, options=[f"ENCODING={BYTES}"])
    found, notes = _encoding(path, sample_of(frame), encoding)
    return decoded_table(frame, found, notes, cut_names=True)


def is_shapefile(path: Path) -> bool:
    """Whether a path names a shapefile or its table."""
    return path.suffix.lower() in SHAPEFILES


def read_every_row(source: str, path: Path, *, progress: Progress = SILENT) -> Frame:
    """As read_shapefile, for layers whose rows are checked elsewhere: none is set apart, bytes without meaning become \ufffd.

    QGIS tells GDAL to leave the texts of shapefiles as they are, so whoever reads them beside it has to decode them.
    """
    frame = read_gdal_layer(source, path, progress=progress, options=[f"ENCODING={BYTES}"])
    found, notes = _encoding(path, sample_of(frame), AUTO)
    for note in notes:
        progress.say(note)
    return decoded_frame(frame, found)


def _encoding(path: Path, sample: bytes, wanted: str) -> tuple[Encoding, list[Text]]:
    """The encoding stated by the user or the file beside it, if the texts can be read in it, else the one that reads best."""
    if wanted.lower() != AUTO:
        return encoding_of(sample, stated=wanted), []
    seen = encoding_of(sample)
    stated, where = _stated(path)
    if stated is None or sample.isascii():
        return seen, []
    if stated == seen.name or (not seen.certain and _can_be(sample, stated)):
        return Encoding(stated, where), []
    note = text("{where}, but the texts are {encoding}: {evidence}.", where=where, encoding=seen.name, evidence=seen.evidence)
    return seen, [note]


def _can_be(sample: bytes, name: str) -> bool:
    try:
        sample.decode(encoding_of(sample, stated=name).codec)
    except UnicodeDecodeError:
        return False
    return True


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
