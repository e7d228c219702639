"""Our own GeoPackage writer: whole columns at a time, a packed spatial index, all or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
import shapely

from . import cells, rtree
from .errors import InputError
from .outputs import replacing
from .progress import SILENT, Progress, waited
from .reading import STYLES, Frame, read_layer
from .table_layout import Layout, create_tables, layout
from .words import text

CHUNK_ROWS = 20_000
VALUES_AT_ONCE = 300_000  # an eighth of a second's writing
INDEX_ROWS = 50_000
PAGES_AT_ONCE = 5_000
STEPS_AT_ONCE = 100_000  # of SQLite's own machine
STYLE_NAME = "Community 3D"
FAST = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA cache_size = -65536")


def write_geopackage(
    path: Path | str,
    tables: dict[str, Frame],
    *,
    crs: str,
    append: bool = False,
    progress: Progress = SILENT,
    styles: dict[str, str] | None = None,
) -> None:
    """Write frames as tables of a GeoPackage, whole or not at all; see prepared_geopackage."""
    with prepared_geopackage(path, tables, crs=crs, append=append, progress=progress, styles=styles):
        pass


@contextmanager
def prepared_geopackage(
    path: Path | str,
    tables: dict[str, Frame],
    *,
    crs: str,
    append: bool = False,
    progress: Progress = SILENT,
    styles: dict[str, str] | None = None,
) -> Iterator[None]:
    """Write frames as tables of a GeoPackage in one CRS (authid or WKT) that bears its name once the block ends well.

    With append the other tables of an existing file stay and tables of these names are replaced. Styles are QML
    texts by table name; QGIS loads them by itself. Heights of geometries are dropped. Raises InputError where the
    file cannot be written.
    """
    layouts = waited(progress, 0.0, lambda: [layout(name, frame) for name, frame in tables.items()])
    with replacing(path) as temporary:
        replaced = append and back_up(Path(path), temporary, progress) and not set(tables).isdisjoint(table_names(temporary))
        create_tables(temporary, layouts, crs=crs, with_styles=bool(styles))
        _fill(temporary, layouts, styles or {}, progress)
        if replaced:
            _vacuum(temporary, progress)
        yield


def read_table(path: Path | str, table: str) -> Frame:
    """One table of a GeoPackage, empty or not; one without geometry is a plain DataFrame."""
    return read_layer(f"{path}|layername={table}")


def table_names(path: Path | str) -> list[str]:
    """The names of the tables that hold data, as QGIS would list them; raises InputError if it is no GeoPackage."""
    if not Path(path).exists():
        raise InputError(text("{path} does not exist. Check the name or choose another file.", path=str(path)))
    query = "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes') ORDER BY rowid"
    try:
        with closing(_open(Path(path))) as connection:
            return [name for (name,) in connection.execute(query) if name != STYLES]
    except sqlite3.DatabaseError as error:
        raise InputError(text("{path} is not a readable GeoPackage. Choose a .gpkg file.", path=str(path))) from error


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def back_up(source: Path, target: Path, progress: Progress) -> bool:
    """Copy an existing GeoPackage, open or not, changes in its log included; False where there is none."""
    if not source.exists():
        return False
    table_names(source)
    with closing(_open(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new, pages=PAGES_AT_ONCE, progress=lambda *_: progress.at(0.0))
    return True


def _fill(path: Path, layouts: list[Layout], styles: dict[str, str], progress: Progress) -> None:
    rows = sum(len(table.frame) for table in layouts) or 1
    done = 0.0
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # No journal: the file is temporary until it is whole.
        for pragma in FAST:
            connection.execute(pragma)
        connection.execute("BEGIN")
        for table in layouts:
            share = len(table.frame) / rows
            _fill_table(connection, table, progress.part(done, done + share))
            done += share
            if table.name in styles:
                _write_style(connection, table, styles[table.name])
        connection.execute("COMMIT")


def _fill_table(connection: sqlite3.Connection, table: Layout, progress: Progress) -> None:
    # Triggers would index row by row; they return when the rows and the index are in.
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table.name,)).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {_quoted(name)}")
    boxes = _insert_rows(connection, table, progress)
    if table.geom:
        _index(connection, table, boxes, progress)
    connection.execute("UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", (len(table.frame), table.name))
    for _, sql in triggers:
        connection.execute(sql)


def _insert_rows(connection: sqlite3.Connection, table: Layout, progress: Progress) -> np.ndarray:
    """Insert all rows; returns their boxes minx, miny, maxx, maxy (NaN where there is no geometry)."""
    names = [table.fid, *([table.geom] if table.geom else []), *table.columns]
    insert = f"INSERT INTO {_quoted(table.name)} ({', '.join(map(_quoted, names))}) VALUES "  # nosec B608
    srs_id = _srs_id(connection, table)
    rows, at_once = len(table.frame), max(VALUES_AT_ONCE // len(names), 1)
    shapes = cells.shapes(table.frame.geometry.to_numpy(), table.ogc_type) if table.geom else np.empty(0, object)
    doing = text("Writing table {table}", table=table.name)
    for start in range(0, rows, CHUNK_ROWS):
        progress.at(start / rows, doing)
        part = slice(start, min(start + CHUNK_ROWS, rows))
        values = [cells.stored_values(table.frame[column].iloc[part], kind) for column, kind in table.columns.items()]
        if table.geom:
            values.insert(0, cells.blobs(shapes[part], srs_id))
        # One value for all rows is quicker said in the statement than handed over row by row.
        words = [cells.literal(column) for column in values]
        statement = f"{insert} (?, {', '.join(word or '?' for word in words)})"  # nosec B608
        bound = [range(part.start + 1, part.stop + 1), *(column for column, word in zip(values, words) if word is None)]
        for first in range(0, part.stop - part.start, at_once):
            progress.at((start + first) / rows)
            connection.executemany(statement, zip(*(column[first : first + at_once] for column in bound)))
    return shapely.bounds(shapes)


def _srs_id(connection: sqlite3.Connection, table: Layout) -> int:
    found = connection.execute("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ?", (table.name,)).fetchone()
    return found[0] if found else 0


def _index(connection: sqlite3.Connection, table: Layout, boxes: np.ndarray, progress: Progress) -> None:
    """Fill the spatial index and state the extent."""
    present = ~np.isnan(boxes[:, 0])
    if not present.any():
        return
    ids, boxes = np.flatnonzero(present) + 1, boxes[present]
    index = f"rtree_{table.name}_{table.geom}"
    try:
        _write_packed(connection, index, ids, boxes, progress)
    except sqlite3.OperationalError:
        # A build of SQLite that guards the index's own tables takes the boxes one by one.
        rows = zip(ids.tolist(), *boxes[:, [0, 2, 1, 3]].T.tolist())
        connection.executemany(f"INSERT INTO {_quoted(index)} VALUES (?, ?, ?, ?, ?)", rows)  # nosec B608
    extent = [*boxes[:, :2].min(axis=0).tolist(), *boxes[:, 2:].max(axis=0).tolist()]
    connection.execute("UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?", (*extent, table.name))


def _write_packed(connection: sqlite3.Connection, index: str, ids: np.ndarray, boxes: np.ndarray, progress: Progress) -> None:
    node, rowid, parent = (_quoted(f"{index}_{part}") for part in ("node", "rowid", "parent"))
    (node_bytes,) = connection.execute(f"SELECT length(data) FROM {node} WHERE nodeno = 1").fetchone()  # nosec B608
    packed = waited(progress, 1.0, lambda: rtree.pack(ids, boxes, node_bytes=node_bytes))
    for command, rows in zip((f"INSERT OR REPLACE INTO {node}", f"INSERT INTO {rowid}", f"INSERT INTO {parent}"), packed):  # nosec B608
        for start in range(0, len(rows), INDEX_ROWS):
            progress.at(1.0)
            connection.executemany(f"{command} VALUES (?, ?)", rows[start : start + INDEX_ROWS])


def _write_style(connection: sqlite3.Connection, table: Layout, qml: str) -> None:
    connection.execute(f"DELETE FROM {STYLES} WHERE f_table_name = ?", (table.name,))  # nosec B608
    values = {
        "f_table_name": table.name,
        "f_geometry_column": table.geom or "",
        "styleName": STYLE_NAME,
        "styleQML": qml,
        "useAsDefault": 1,
    }
    blank = dict.fromkeys(("f_table_catalog", "f_table_schema", "styleSLD", "description", "owner", "ui"), "")
    row = {**values, **blank}
    now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
    insert = f"INSERT INTO {STYLES} ({', '.join(row)}, update_time) VALUES ({', '.join('?' * len(row))}, {now})"  # nosec B608
    connection.execute(insert, list(row.values()))


def _vacuum(path: Path, progress: Progress) -> None:
    """Give back the pages of replaced tables: nothing of the old rows stays in the file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.set_progress_handler(lambda: progress.at(1.0), STEPS_AT_ONCE)
        try:
            connection.execute("VACUUM")
        except sqlite3.OperationalError:
            # SQLite only says that it was interrupted; asked again, progress says why.
            progress.at(1.0)
            raise


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
