"""Our own GeoPackage writer: whole columns at a time, a packed spatial index, all or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np

from . import cells, spatial_index, table_rows
from .errors import InputError
from .outputs import replacing
from .progress import SILENT, Progress, together, waited
from .reading import STYLES, Frame, read_layer
from .table_layout import Layout, create_tables, layout, quoted
from .words import text

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
    notes: dict[str, str] | None = None,
) -> None:
    """Write frames as tables of a GeoPackage, whole or not at all; see prepared_geopackage."""
    with prepared_geopackage(path, tables, crs=crs, append=append, progress=progress, styles=styles, notes=notes):
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
    notes: dict[str, str] | None = None,
) -> Iterator[None]:
    """Write frames as tables of a GeoPackage in one CRS (authid or WKT) that bears its name once the block ends well.

    With append the other tables of an existing file stay and tables of these names are replaced. Styles are QML
    texts and notes descriptions by table name; QGIS loads both by itself. Heights of geometries are dropped. Raises InputError where the
    file cannot be written.
    """
    layouts = waited(progress, 0.0, lambda: [layout(name, frame) for name, frame in tables.items()])
    with replacing(path) as temporary:
        replaced = append and back_up(Path(path), temporary, progress) and not set(tables).isdisjoint(table_names(temporary))
        create_tables(temporary, layouts, crs=crs, with_styles=bool(styles), notes=notes)
        _fill(temporary, layouts, styles or {}, progress)
        if replaced:
            without_free_pages(temporary, progress)
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
        with closing(opened_to_read(Path(path))) as connection:
            return [name for (name,) in connection.execute(query) if name != STYLES]
    except sqlite3.DatabaseError as error:
        raise InputError(text("{path} is not a readable GeoPackage. Choose a .gpkg file.", path=str(path))) from error


def opened_to_read(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def back_up(source: Path, target: Path, progress: Progress) -> bool:
    """Copy an existing GeoPackage, open or not, changes in its log included; False where there is none."""
    if not source.exists():
        return False
    table_names(source)
    with closing(opened_to_read(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new, pages=PAGES_AT_ONCE, progress=lambda *_: progress.at(0.0))
    return True


def _fill(path: Path, layouts: list[Layout], styles: dict[str, str], progress: Progress) -> None:
    rows = sum(len(table.frame) for table in layouts) or 1
    done = 0.0
    for table in layouts:
        share = len(table.frame) / rows
        _fill_table(path, table, styles.get(table.name), progress.part(done, done + share))
        done += share


def _fill_table(path: Path, table: Layout, style: str | None, progress: Progress) -> None:
    shapes = cells.shapes(table.frame.geometry.to_numpy(), table.ogc_type) if table.geom else np.empty(0, object)
    appended, index = _appended(path, table, shapes, progress)
    with _opened(path) as connection:
        # Triggers would index row by row; they return when the rows and the index are in.
        triggers = _without_triggers(connection, table)
        if not appended:
            table_rows.insert(connection, table, shapes, progress)
        packed = spatial_index.fill(connection, table, index, progress) if index is not None else None
        if packed is not None and not appended:
            spatial_index.insert_rows(connection, table, packed, progress)
        table_rows.state_count(connection, table)
        for sql in triggers:
            connection.execute(sql)
        if style is not None:
            _write_style(connection, table, style)
    if packed is not None and appended and not spatial_index.append_rows(path, table, packed):
        with _opened(path) as connection:
            spatial_index.insert_rows(connection, table, packed, progress)


def _appended(path: Path, table: Layout, shapes: np.ndarray, progress: Progress) -> tuple[bool, spatial_index.Index | None]:
    """Whether the rows were written as pages, and the index of their geometries, made meanwhile: both free the interpreter."""
    if not table.geom:
        return table_rows.append(path, table, shapes, progress), None
    node_bytes = spatial_index.node_bytes(path, table)
    # An array of its own: shapely locks an array while it works and frees it afterwards, which fails where another thread has a view of it.
    own = shapes.copy()

    def index(relay: Progress) -> spatial_index.Index | None:
        made = spatial_index.index_of(own, node_bytes=node_bytes)
        relay.at(1.0)
        return made

    if not table_rows.are_many(table):
        return False, index(progress)
    appended, made = together(progress, lambda relay: table_rows.append(path, table, shapes, relay), index)
    return appended, made


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection whose changes are written in one go; without a journal, as the file is temporary until it is whole."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in FAST:
            connection.execute(pragma)
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")


def _without_triggers(connection: sqlite3.Connection, table: Layout) -> list[str]:
    """Drop the table's triggers; the statements that make them again."""
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table.name,)).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {quoted(name)}")
    return [sql for _, sql in triggers]


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


def without_free_pages(path: Path, progress: Progress) -> None:
    """Give back the pages of replaced tables: nothing of the old rows stays in the file."""
    # Into a file of its own: SQLite would copy it back page by page without asking anybody.
    with replacing(path) as packed, closing(sqlite3.connect(path)) as connection:
        connection.set_progress_handler(lambda: progress.at(1.0), STEPS_AT_ONCE)
        try:
            connection.execute("VACUUM INTO ?", (str(packed),))
        except sqlite3.OperationalError:
            # SQLite only says that it was interrupted; asked again, progress says why.
            progress.at(1.0)
            raise
