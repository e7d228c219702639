"""A GeoPackage copied with single rows changed: every other row keeps its bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from . import cells
from .geopackage import FAST, back_up, without_free_pages, write_geopackage
from .outputs import replacing
from .progress import SILENT, Progress
from .reading import gdal_errors
from .table_layout import quoted


@dataclass(frozen=True)
class Mended:
    """What changes in one table, by the position of the row: cells, shapes, removed rows; and columns that are left out."""

    values: Mapping[tuple[int, str], object] = field(default_factory=dict)
    shapes: Mapping[int, shapely.Geometry] = field(default_factory=dict)
    gone: frozenset[int] = frozenset()
    without: Sequence[str] = ()


def write_mended(
    target: Path,
    source: Path,
    mended: Mapping[str, Mended],
    added: Mapping[str, pd.DataFrame],
    *,
    crs: str,
    styles: dict[str, str] | None = None,
    progress: Progress = SILENT,
) -> None:
    """Write the copy with the changes and the added tables, whole or not at all; nothing of removed rows stays in its pages.

    Raises InputError where it cannot be written.
    """
    with replacing(target) as temporary:
        back_up(source, temporary, progress.part(0, 0.3))
        with closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
            for pragma in FAST:
                connection.execute(pragma)
            connection.execute("BEGIN")
            for table, changes in mended.items():
                progress.at(0.3)
                _change(connection, table, changes)
            connection.execute("COMMIT")
        _drop_columns(temporary, {table: changes.without for table, changes in mended.items() if changes.without})
        write_geopackage(temporary, dict(added), crs=crs, append=True, styles=styles, progress=progress.part(0.4, 0.8))
        without_free_pages(temporary, progress.part(0.8, 1))


def _change(connection: sqlite3.Connection, table: str, changes: Mended) -> None:
    """Write the changes of one table; its triggers would ask for functions that only GDAL has, so they rest meanwhile."""
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {quoted(name)}")
    fids = [fid for (fid,) in connection.execute(f"SELECT rowid FROM {quoted(table)} ORDER BY rowid")]  # nosec B608
    for (row, column), value in changes.values.items():
        plain = value.item() if isinstance(value, np.generic) else value
        connection.execute(f"UPDATE {quoted(table)} SET {quoted(column)} = ? WHERE rowid = ?", (plain, fids[row]))  # nosec B608
    place = connection.execute(
        "SELECT column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?", (table,)
    ).fetchone()
    if place:
        _change_shapes(connection, table, place, {fids[row]: shape for row, shape in changes.shapes.items() if row not in changes.gone})
    for row in sorted(changes.gone):
        connection.execute(f"DELETE FROM {quoted(table)} WHERE rowid = ?", (fids[row],))  # nosec B608
        if place:
            _unindex(connection, table, place[0], fids[row])
    if changes.gone:
        connection.execute("UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", (len(fids) - len(changes.gone), table))
    for _, sql in triggers:
        connection.execute(sql)


def _change_shapes(connection: sqlite3.Connection, table: str, place: tuple, shapes: Mapping[int, shapely.Geometry]) -> None:
    column, kind, srs_id = place
    if not shapes:
        return
    values = cells.shapes(np.array([*shapes.values(), None], object)[:-1], kind)
    for fid, blob, box in zip(shapes, cells.blobs(values, srs_id), shapely.bounds(values).tolist()):
        connection.execute(f"UPDATE {quoted(table)} SET {quoted(column)} = ? WHERE rowid = ?", (blob, fid))  # nosec B608
        if _unindex(connection, table, column, fid):
            index = quoted(f"rtree_{table}_{column}")
            connection.execute(f"INSERT INTO {index} VALUES (?, ?, ?, ?, ?)", (fid, box[0], box[2], box[1], box[3]))  # nosec B608


def _unindex(connection: sqlite3.Connection, table: str, column: str, fid: int) -> bool:
    """Take a row out of the spatial index; whether there is one."""
    index = f"rtree_{table}_{column}"
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (index,)).fetchone():
        return False
    connection.execute(f"DELETE FROM {quoted(index)} WHERE id = ?", (fid,))  # nosec B608
    return True


def _drop_columns(path: Path, columns: Mapping[str, Sequence[str]]) -> None:
    """Leave columns out; GDAL does it on every version of SQLite."""
    if not columns:
        return
    from osgeo import gdal

    with gdal_errors():
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        for table, names in columns.items():
            layer = dataset.GetLayerByName(table)
            for name in names:
                layer.DeleteField(layer.GetLayerDefn().GetFieldIndex(name))
        del layer, dataset
