"""A frame's rows into the empty table that was laid out for them: as whole pages where they are many, else by SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Callable

import numpy as np

from . import cells, fields, pages
from .progress import Progress
from .records import Field, nulls
from .table_layout import Layout, quoted
from .words import text

MANY_ROWS = 5_000
CHUNK_ROWS = 20_000  # fewer cost more: every column of a portion is looked at anew
VALUES_AT_ONCE = 300_000  # an eighth of a second's writing, after which the run is asked whether to go on


def are_many(table: Layout) -> bool:
    """Whether the rows are so many that they are better written as pages."""
    return len(table.frame) >= MANY_ROWS


def append(path: Path, table: Layout, shapes: np.ndarray, progress: Progress) -> bool:
    """Write the rows as pages behind the file, if there are many and it can be done; whether it was."""
    if not are_many(table):
        return False
    with closing(sqlite3.connect(path)) as connection:
        srs_id = _srs_id(connection, table)
    return pages.append_rows(path, table.name, _names(table), _parts(table, shapes, srs_id, progress))


def _parts(table: Layout, shapes: np.ndarray, srs_id: int, progress: Progress) -> Iterator[pages.Rows]:
    columns = [table.values[name].fields(kind) for name, kind in table.columns.items()]
    for part in _portions(table, progress):
        count = part.stop - part.start
        share = part.start / len(table.frame)
        found = _fields(columns, part, progress.part(share, share))
        places = [fields.geometries(shapes[part], srs_id)] if table.geom else []
        # A row's number stands beside its record, in whose place for it is nothing.
        yield np.arange(part.start, part.stop) + 1, [nulls(count), *places, *found]


def _fields(columns: list[Callable[[slice], Field]], part: slice, progress: Progress) -> list[Field]:
    found, at_once = [], VALUES_AT_ONCE // (part.stop - part.start) + 1
    for column in columns:
        found.append(column(part))
        if len(found) % at_once == 0:
            progress.at(0)
    return found


def insert(connection: sqlite3.Connection, table: Layout, shapes: np.ndarray, progress: Progress) -> None:
    """Insert the rows by SQL."""
    names = _names(table)
    command = f"INSERT INTO {quoted(table.name)} ({', '.join(map(quoted, names))}) VALUES "  # nosec B608
    srs_id = _srs_id(connection, table)
    rows, at_once = len(table.frame), max(VALUES_AT_ONCE // len(names), 1)
    for part in _portions(table, progress):
        values = [cells.stored_values(table.frame[column].iloc[part], kind) for column, kind in table.columns.items()]
        if table.geom:
            values.insert(0, cells.blobs(shapes[part], srs_id))
        # One value for all rows is quicker said in the statement than handed over row by row.
        words = [cells.literal(column) for column in values]
        statement = f"{command} (?, {', '.join(word or '?' for word in words)})"  # nosec B608
        bound = [range(part.start + 1, part.stop + 1), *(column for column, word in zip(values, words) if word is None)]
        for first in range(0, part.stop - part.start, at_once):
            progress.at((part.start + first) / rows)
            connection.executemany(statement, zip(*(column[first : first + at_once] for column in bound)))


def state_count(connection: sqlite3.Connection, table: Layout) -> None:
    """Note how many rows there are, and the highest row number for SQLite's AUTOINCREMENT, as an INSERT would."""
    connection.execute("UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", (len(table.frame), table.name))
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").fetchone():
        connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table.name,))
        connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table.name, len(table.frame)))


def _names(table: Layout) -> list[str]:
    return [table.fid, *([table.geom] if table.geom else []), *table.columns]


def _portions(table: Layout, progress: Progress) -> Iterator[slice]:
    rows, doing = len(table.frame), text("Writing table {table}", table=table.name)
    for start in range(0, rows, CHUNK_ROWS):
        progress.at(start / rows, doing)
        yield slice(start, min(start + CHUNK_ROWS, rows))


def _srs_id(connection: sqlite3.Connection, table: Layout) -> int:
    found = connection.execute("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ?", (table.name,)).fetchone()
    return found[0] if found else 0
