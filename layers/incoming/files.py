"""Any file or source that an office brings, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..errors import InputError
from ..progress import SILENT, Progress
from ..reading import DATABASE, source_of
from ..words import text
from .drawing import read_drawing
from .encoding import AUTO
from .handed_over import read_json, read_kmz
from .layer import read_gdal_layer
from .shapefile import is_shapefile, read_shapefile
from .sheet import read_workbook_table
from .table import Table, of_frame
from .text_table import read_text_table

TEXTS = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm")
DRAWING, KMZ = ".dxf", ".kmz"
JSON = (".geojson", ".json", ".geojsonl")
LISTING = ("LIST_ALL_TABLES=YES",)  # PostgreSQL's tables without geometry too


def read_table(source: str, *, encoding: str = AUTO, progress: Progress = SILENT) -> Table:
    """The rows of a source: a file, path|sheet=… or path|layername=…, or a database as GDAL names it (PG:…).

    Raises InputError for everything that is wrong with the file, never anything else.
    """
    parts = source_of(source)
    if DATABASE.match(parts.path):
        return _of_layer(source, Path("database"), progress, options=LISTING)
    path = Path(parts.path)
    refuse_unreadable(path)
    suffix = path.suffix.lower()
    if parts.subset and suffix in (*TEXTS, *WORKBOOKS):
        raise InputError(
            text("{path}: a filter (|subset=) works on layers only. Leave it out or open the table as a layer.", path=str(path))
        )
    if suffix in TEXTS:
        return read_text_table(path.read_bytes(), name=path.name, encoding=encoding, progress=progress)
    if suffix in WORKBOOKS:
        return read_workbook_table(path, sheet=parts.layer, progress=progress)
    if is_shapefile(path):
        return read_shapefile(source, path, encoding=encoding, progress=progress)
    if suffix == DRAWING:
        return read_drawing(source, path, encoding=encoding, progress=progress)
    if suffix == KMZ:
        return of_frame(read_kmz(source, path, progress=progress))
    if suffix in JSON:
        frame, found, notes = read_json(source, path, encoding=encoding, progress=progress)
        return replace(of_frame(frame), encoding=found, notes=tuple(notes))
    return _of_layer(source, path, progress)


def refuse_unreadable(path: Path) -> None:
    """Raises InputError for a path that names no file, and for formats that nothing here reads."""
    if not path.exists():
        raise InputError(text("{path} does not exist. Check the name or choose another file.", path=str(path)))
    if path.is_file() and path.stat().st_size == 0:
        raise InputError(text("{path} is empty. Choose another file.", path=str(path)))
    remedies = {
        # GDAL's reader of .xls crashes on damaged files, and QGIS with it.
        ".xls": text("{path} is an old .xls workbook or protected by a password. Save it as .xlsx without a password.", path=str(path)),
        ".dwg": text("{path} is a .dwg drawing, which only AutoCAD reads. Save it as .dxf.", path=str(path)),
        ".zip": text("{path} is an archive. Unpack it and choose the file in it.", path=str(path)),
        ".rar": text("{path} is an archive. Unpack it and choose the file in it.", path=str(path)),
    }
    if path.suffix.lower() in remedies:
        raise InputError(remedies[path.suffix.lower()])


def _of_layer(source: str, path: Path, progress: Progress, *, options: Sequence[str] = ()) -> Table:
    return of_frame(read_gdal_layer(source, path, progress=progress, options=options))
