"""Files that another program, or QGIS itself, holds open while a run wants to replace them.

On Windows nobody can take such a file's name. A GeoPackage takes the new content instead: SQLite writes it in one step
that all who have the file open see whole or not at all.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic

DATABASE = b"SQLite format 3\x00"
PATIENCE_S = 5.0  # that a reader in the middle of a query is waited for
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) if hasattr(sqlite3, "SQLITE_BUSY") else (5, 6)


def is_database(path: Path) -> bool:
    """Whether a file is SQLite's."""
    with path.open("rb") as file:
        return file.read(len(DATABASE)) == DATABASE


def pour(made: Path, target: Path) -> None:
    """Give an open database the content of another; raises PermissionError where somebody does not let go of it."""
    deadline = monotonic() + PATIENCE_S

    def ask(status: int, _left: int, _all: int) -> None:
        if status in BUSY and monotonic() > deadline:
            raise PermissionError(f"{target} is in use")

    try:
        with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(target, timeout=PATIENCE_S)) as held:
            source.backup(held, progress=ask)
    except sqlite3.OperationalError as error:
        if "full" in str(error):
            raise
        raise PermissionError(str(error)) from error
