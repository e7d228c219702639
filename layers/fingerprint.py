"""The SHA-256 of what a layer holds, so that a later run can tell whether it is still the same."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from .errors import InputError
from .geopackage import opened_to_read, table_names
from .progress import SILENT, Progress
from .table_layout import quoted
from .words import text

GEOPACKAGE, SHAPEFILE = ".gpkg", ".shp"
LAYER = "|layername="
ROWS_AT_ONCE, BYTES_AT_ONCE = 5000, 1 << 20


@dataclass(frozen=True)
class Fingerprint:
    """Hash of the content, and the size of the file in bytes, which may differ although the content is the same."""

    sha256: str
    size_bytes: int


def parts_of(source: str) -> tuple[Path, str]:
    """The file and the layer ("" for all) that an OGR source string names."""
    path, _, rest = source.partition("|")
    layer = next((part[len(LAYER) - 1 :] for part in rest.split("|") if part.startswith(LAYER[1:])), "")
    return Path(path), layer


def fingerprint(source: str, progress: Progress = SILENT) -> Fingerprint:
    """The fingerprint of a file, or of one layer in it. Raises InputError where it cannot be read.

    Of a GeoPackage the rows are hashed: opening one changes its bytes.
    """
    path, layer = parts_of(source)
    if not path.is_file():
        raise InputError(text("{path} does not exist. Check the name or choose another file.", path=str(path)))
    found = hashlib.sha256()
    for part in _content(path, layer):
        progress.at(0.0)
        found.update(part)
    return Fingerprint(found.hexdigest(), sum(file.stat().st_size for file in _files(path)))


def _content(path: Path, layer: str) -> Iterator[bytes]:
    if path.suffix.lower() == GEOPACKAGE:
        tables = [layer] if layer else sorted(table_names(path))
        for table in tables:
            yield from _rows(path, table)
        return
    for file in _files(path):
        with file.open("rb") as opened:
            while part := opened.read(BYTES_AT_ONCE):
                yield part


def _files(path: Path) -> list[Path]:
    """The file itself; all parts of a shapefile."""
    if path.suffix.lower() != SHAPEFILE:
        return [path]
    return sorted(file for file in path.parent.glob(f"{path.stem}.*") if file.suffix.lower() in (".shp", ".dbf", ".prj", ".cpg"))


def _rows(path: Path, table: str) -> Iterator[bytes]:
    try:
        with closing(opened_to_read(path)) as connection:
            found = connection.execute(f"SELECT * FROM {quoted(table)} ORDER BY 1")  # nosec B608
            yield repr([column[0] for column in found.description]).encode()
            while rows := found.fetchmany(ROWS_AT_ONCE):
                yield repr(rows).encode()
    except sqlite3.Error as error:
        raise InputError(text("{path} has no readable table {table}. Check its name.", path=str(path), table=table)) from error
