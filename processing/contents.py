"""What a GeoPackage tells at a glance, without a layer being opened: its tables, their rows, dates and few small answers.

All raise sqlite3.Error where the file cannot be asked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

MOST_ROWS = 50_000  # a larger table is not searched for its newest date while a window waits
BUSY_S = 0.05  # how long a file is waited for that another program writes
COUNTED = "data_type IN ('features', 'attributes') AND table_name <> 'layer_styles'"


def rows(path: Path) -> dict[str, int]:
    """Rows by table."""
    with _opened(path) as file:
        noted = dict(_answers(file, "SELECT table_name, feature_count FROM gpkg_ogr_contents"))
        names = [name for (name,) in file.execute(f"SELECT table_name FROM gpkg_contents WHERE {COUNTED}")]  # nosec B608
        return {name: _count(file, name) if noted.get(name) is None else int(noted[name]) for name in names}


def changes(path: Path) -> dict[str, str]:
    """When each table was last changed, as the file notes it."""
    with _opened(path) as file:
        found = file.execute("SELECT table_name, CAST(last_change AS TEXT) FROM gpkg_contents")
        return {str(table): str(when) for table, when in found}


def system(path: Path) -> tuple[str, str]:
    """The authid and the WKT of the first table that has a CRS; both empty where none has."""
    with _opened(path) as file:
        found = _answers(
            file,
            "SELECT organization || ':' || organization_coordsys_id, definition FROM gpkg_geometry_columns "
            "JOIN gpkg_spatial_ref_sys USING (srs_id) WHERE srs_id > 0 LIMIT 1",
        )
        return next(((str(authid), str(wkt)) for authid, wkt in found), ("", ""))


def newest(path: Path, tables: tuple[str, ...]) -> str:
    """The newest day (2026-11-20) on which a row of the first table that notes it was changed; empty where none does."""
    with _opened(path) as file:
        for table in tables:
            few = f"(SELECT 1 FROM {_quoted(table)} LIMIT {MOST_ROWS + 1})"  # nosec B608
            if _answers(file, f"SELECT count(*) > {MOST_ROWS} FROM {few}") == [(0,)]:  # nosec B608
                found = _answers(file, f"SELECT CAST(max(updated_at) AS TEXT) FROM {_quoted(table)}")  # nosec B608
                if found and found[0][0]:
                    return str(found[0][0])[:10]
    return ""


def first(path: Path, table: str, column: str) -> object:
    """A value of a table's first row; None where there is none."""
    with _opened(path) as file:
        # With the table before it a name is never taken for a text.
        found = _answers(file, f"SELECT t.{_quoted(column)} FROM {_quoted(table)} AS t LIMIT 1")  # nosec B608
        return found[0][0] if found else None


def open_problems(path: Path) -> dict[tuple[str, str, str], int]:
    """How many problems wait for a decision, by the table they are in, their rule and their severity."""
    question = (
        "SELECT \"table\", rule, severity, count(*) FROM problems WHERE coalesce(state, 'open') = 'open' GROUP BY \"table\", rule, severity"
    )
    with _opened(path) as file:
        return {(str(table), str(rule), str(severity)): int(count) for table, rule, severity, count in _answers(file, question)}


def whole_district(path: Path) -> list[tuple[str, float | None, float | None, str]]:
    """Category, covered weight, rate and verdict of the whole district in a result's summary."""
    question = "SELECT category, ok, rate, verdict FROM summary WHERE level = 'all'"
    with _opened(path) as file:
        return [(str(category), ok, rate, str(verdict)) for category, ok, rate, verdict in _answers(file, question)]


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_S)) as file:
        yield file


def _answers(file: sqlite3.Connection, question: str) -> list[tuple]:
    """The rows of a query; none where a table or column is not there."""
    try:
        return file.execute(question).fetchall()
    except sqlite3.OperationalError as error:
        if "no such" in str(error):
            return []
        raise


def _count(file: sqlite3.Connection, table: str) -> int:
    return file.execute(f"SELECT count(*) FROM {_quoted(table)}").fetchone()[0]  # nosec B608


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
