"""The spatial index of a GeoPackage's table, packed and written as SQLite's R-tree keeps it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from . import pages, rtree
from .progress import Progress
from .records import nulls, wholes
from .table_layout import Layout, quoted

PORTION = 50_000
ROWID_COLUMNS = ("rowid", "nodeno")


@dataclass(frozen=True)
class Index:
    """The index of a table's geometries before it is in the file: rows that have a place, their boxes, and the tree over them."""

    ids: np.ndarray
    boxes: np.ndarray
    packed: rtree.Packed


def node_bytes(path: Path, table: Layout) -> int:
    """How many bytes a node of the table's index takes."""
    with closing(sqlite3.connect(path)) as connection:
        node = quoted(f"{_name(table)}_node")
        return int(connection.execute(f"SELECT length(data) FROM {node} WHERE nodeno = 1").fetchone()[0])  # nosec B608


def index_of(shapes: np.ndarray, *, node_bytes: int) -> Index | None:
    """The index of these geometries, None where none has a place."""
    boxes = shapely.bounds(shapes)
    present = ~np.isnan(boxes[:, 0])
    if not present.any():
        return None
    ids, boxes = np.flatnonzero(present) + 1, boxes[present]
    return Index(ids, boxes, rtree.pack(ids, boxes, node_bytes=node_bytes))


def fill(connection: sqlite3.Connection, table: Layout, index: Index, progress: Progress) -> rtree.Packed | None:
    """Fill the spatial index but for the table of its rows, and state the extent; what fill_rows needs, or None when all is done."""
    boxes = index.boxes
    extent = [*boxes[:, :2].min(axis=0).tolist(), *boxes[:, 2:].max(axis=0).tolist()]
    connection.execute("UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?", (*extent, table.name))
    try:
        return _fill_nodes(connection, _name(table), index.packed, progress)
    except sqlite3.OperationalError:
        # A build of SQLite that guards the index's own tables takes the boxes one by one.
        rows = zip(index.ids.tolist(), *boxes[:, [0, 2, 1, 3]].T.tolist())
        connection.executemany(f"INSERT INTO {quoted(_name(table))} VALUES (?, ?, ?, ?, ?)", rows)  # nosec B608
        return None


def _fill_nodes(connection: sqlite3.Connection, index: str, packed: rtree.Packed, progress: Progress) -> rtree.Packed:
    node, parent = quoted(f"{index}_node"), quoted(f"{index}_parent")
    for command, rows in ((f"INSERT OR REPLACE INTO {node}", packed.nodes), (f"INSERT INTO {parent}", packed.parents)):  # nosec B608
        _insert(connection, command, rows, progress)
    return packed


def append_rows(path: Path, table: Layout, packed: rtree.Packed) -> bool:
    """Write as pages which node holds which row, if it can be done; whether it was."""
    return pages.append_rows(path, f"{_name(table)}_rowid", ROWID_COLUMNS, _parts(packed))


def insert_rows(connection: sqlite3.Connection, table: Layout, packed: rtree.Packed, progress: Progress) -> None:
    """Say by SQL which node holds which row."""
    pairs = list(zip(packed.ids.tolist(), packed.holders.tolist()))
    _insert(connection, f"INSERT INTO {quoted(f'{_name(table)}_rowid')}", pairs, progress)


def _parts(packed: rtree.Packed) -> Iterator[pages.Rows]:
    for start in range(0, len(packed.ids), PORTION):
        ids, holders = packed.ids[start : start + PORTION], packed.holders[start : start + PORTION]
        yield ids, [nulls(len(ids)), wholes(holders, np.zeros(len(ids), bool))]


def _insert(connection: sqlite3.Connection, command: str, rows: list, progress: Progress) -> None:
    for start in range(0, len(rows), PORTION):
        progress.at(1.0)
        connection.executemany(f"{command} VALUES (?, ?)", rows[start : start + PORTION])  # nosec B608


def _name(table: Layout) -> str:
    return f"rtree_{table.name}_{table.geom}"
