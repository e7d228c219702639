"""The district workspace: one GeoPackage whose tables share a projected CRS in metres."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from . import problems, schema
from .decisions import earlier_problems
from .door import Accepted, Frame, accept, frame_crs
from .errors import InputError
from .geopackage import read_table, table_names, write_geopackage
from .progress import SILENT, Progress
from .words import Text, Translator, english, text

# What a district check cannot do without.
REQUIRED = ("doorplates", "facilities", "streets")
NOT_READ = ("problems",)


@dataclass(frozen=True)
class Workspace:
    """The accepted tables of a workspace by name; optional ones that are absent are not among them.

    problems lists what the door found; sources has one row per table: table, source, rows_read, rows_loaded,
    rows_rejected, crs; dropped names personal columns as table.column.
    """

    path: Path
    crs: str
    tables: dict[str, Frame]
    problems: gpd.GeoDataFrame
    sources: pd.DataFrame
    dropped: tuple[str, ...] = ()
    rejected: dict[str, Frame] = field(default_factory=dict)
    earlier: pd.DataFrame | None = None  # the problems of the last check, with what was decided about them

    def table(self, name: str) -> Frame:
        """The table of that name; one that is absent is empty but has its columns."""
        return self.tables[name] if name in self.tables else empty_table(name, crs=self.crs)


def empty_table(name: str, *, crs: str | None) -> Frame:
    """A table of the schema without rows."""
    declared = schema.TABLES[name]
    numeric = (schema.INTEGER, schema.REAL)
    columns = {column.name: np.empty(0, float if column.kind in numeric else object) for column in declared.columns}
    if declared.geometry is None:
        return pd.DataFrame(columns)
    return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries([], crs=crs), crs=crs)


def read_workspace(
    path: Path | str,
    progress: Progress = SILENT,
    *,
    required: Collection[str] = REQUIRED,
    translate: Translator = english,
) -> Workspace:
    """Read and accept every known table; raises InputError with the problems of all tables at once."""
    path = Path(path)
    present = [name for name in schema.TABLES if name in table_names(path) and name not in NOT_READ]
    missing = [name for name in required if name not in present]
    if missing:
        raise InputError(_lacking(path, missing))
    frames = _read_all(path, present, progress.part(0, 0.6))
    crs = _common_crs(path, frames)
    accepted = _accept_all(frames, crs, progress.part(0.6, 1), translate=translate)
    _refuse_empty(path, accepted, required)
    return Workspace(
        path=path,
        crs=crs,
        tables={name: table.frame for name, table in accepted.items()},
        problems=problems.joined([table.problems for table in accepted.values()], crs=crs),
        sources=_sources(path, frames, accepted, crs),
        dropped=tuple(f"{name}.{column}" for name, table in accepted.items() for column in table.dropped),
        rejected={name: table.rejected for name, table in accepted.items() if len(table.rejected)},
        earlier=earlier_problems(path),
    )


def workspace_crs(path: Path | str) -> str | None:
    """The CRS of the first table with geometry in a GeoPackage; None where there is no file, no such table or no known CRS."""
    if not Path(path).exists() or Path(path).suffix.lower() != ".gpkg":
        return None
    query = (
        "SELECT s.organization, s.organization_coordsys_id FROM gpkg_geometry_columns g JOIN gpkg_spatial_ref_sys s USING (srs_id) "
        "WHERE s.organization_coordsys_id > 0 ORDER BY g.rowid LIMIT 1"
    )
    table_names(path)  # refuses what is no GeoPackage
    with closing(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)) as connection:
        found = connection.execute(query).fetchone()
    return f"{found[0].upper()}:{found[1]}" if found else None


def write_workspace(
    path: Path | str, tables: Mapping[str, Frame], crs: str, progress: Progress = SILENT, *, styles: dict[str, str] | None = None
) -> None:
    """Write tables as a workspace, those of the schema first and in its order."""
    known = [name for name in schema.TABLES if name in tables]
    ordered = {name: tables[name] for name in [*known, *(name for name in tables if name not in known)]}
    write_geopackage(path, ordered, crs=crs, progress=progress, styles=styles)


def _read_all(path: Path, names: list[str], progress: Progress) -> dict[str, Frame]:
    frames = {}
    for number, name in enumerate(names):
        progress.at(number / len(names), text("Reading table {table}", table=name))
        frames[name] = read_table(path, name)
    return frames


def _common_crs(path: Path, frames: Mapping[str, Frame]) -> str:
    """The one CRS of the spatial tables; raises InputError if they differ or have none."""
    stated = {name: frame_crs(frame) for name, frame in frames.items() if isinstance(frame, gpd.GeoDataFrame)}
    without = [
        text("The table {table} has no coordinate reference system. Set it in the layer's properties.", table=name)
        for name, crs in stated.items()
        if crs is None
    ]
    if without:
        raise InputError(*without)
    systems = sorted(set(stated.values()))
    if len(systems) > 1:
        listed = "; ".join(f"{crs}: {', '.join(name for name in stated if stated[name] == crs)}" for crs in systems)
        raise InputError(
            text(
                "The tables of {path} have different coordinate reference systems ({listed}). Reproject them to one in metres.",
                path=str(path),
                listed=listed,
            )
        )
    if not systems:
        raise InputError(_lacking(path, list(REQUIRED)))
    return systems[0]


def _accept_all(frames: Mapping[str, Frame], crs: str, progress: Progress, *, translate: Translator) -> dict[str, Accepted]:
    accepted: dict[str, Accepted] = {}
    found: list[Text] = []
    for number, (name, frame) in enumerate(frames.items()):
        progress.at(number / len(frames), text("Checking table {table}", table=name))
        try:
            accepted[name] = accept(name, frame, crs=crs, translate=translate)
        except InputError as error:
            found += [problem for problem in error.problems if problem not in found]
    if found:
        raise InputError(*found)
    return accepted


def _refuse_empty(path: Path, accepted: Mapping[str, Accepted], required: Collection[str]) -> None:
    empty = [name for name in required if accepted[name].frame.empty]
    if empty:
        raise InputError(
            *(
                text(
                    "The table {table} of {path} has no usable row ({rows} read). Import it again or look at its problems.",
                    table=name,
                    path=str(path),
                    rows=accepted[name].rows_read,
                )
                for name in empty
            )
        )


def _sources(path: Path, frames: Mapping[str, Frame], accepted: Mapping[str, Accepted], crs: str) -> pd.DataFrame:
    rows = [
        {
            "table": name,
            "source": _origin(table.frame) or path.name,
            "rows_read": table.rows_read,
            "rows_loaded": len(table.frame),
            "rows_rejected": len(table.rejected),
            "crs": crs if isinstance(frames[name], gpd.GeoDataFrame) else None,
        }
        for name, table in accepted.items()
    ]
    return pd.DataFrame(rows, columns=["table", "source", "rows_read", "rows_loaded", "rows_rejected", "crs"])


def _origin(frame: Frame) -> str:
    return "; ".join(sorted(frame["source"].dropna().unique()))


def _lacking(path: Path, missing: list[str]) -> Text:
    return text("{path} is not a workspace: it lacks the tables {tables}. Import them first.", path=str(path), tables=", ".join(missing))
