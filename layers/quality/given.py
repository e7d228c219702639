"""What is examined: the tables of a workspace or of one file, and what was wrong with them before any check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Union

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .. import schema
from ..crs import LONLAT, metric_crs, reproject, require_metres
from ..decisions import earlier_problems
from ..door import Accepted, accept, frame_crs
from ..errors import InputError
from ..geopackage import read_table, table_names
from ..problems import ERROR, NOTE, WARNING, Problem
from ..progress import SILENT, Progress
from ..words import Text, Translator, english, text

Frame = Union[gpd.GeoDataFrame, pd.DataFrame]

NOT_READ = ("problems",)
REQUIRED = ("doorplates", "facilities", "streets")
OPTIONAL = ("areas", "gates", "walls", "estates", "land", "surveys", "buildings")
SOURCE_COLUMNS = ("table", "source", "rows_read", "rows_loaded", "rows_merged", "rows_rejected", "crs")


@dataclass(frozen=True)
class Given:
    """Accepted tables by name in one CRS in metres.

    examined names the tables whose quality is asked; the others only serve to compare with. listed are the problems that
    the door wrote, faults those of whole tables. sources has SOURCE_COLUMNS.
    """

    title: str
    whole: bool  # a workspace, not one file
    crs: str | None
    tables: dict[str, Frame]
    examined: tuple[str, ...]
    sources: pd.DataFrame
    listed: tuple[gpd.GeoDataFrame, ...] = ()
    faults: tuple[Problem, ...] = ()
    dropped: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
    earlier: Frame | None = None  # the problems of the last check, with what was decided about them


@dataclass
class _Opened:
    frames: dict[str, Frame] = field(default_factory=dict)
    systems: dict[str, str] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)
    accepted: dict[str, Accepted] = field(default_factory=dict)


def is_workspace(path: Path | str) -> bool:
    """Whether a file is a GeoPackage with at least two tables that bear the names of a workspace, or none but one of them."""
    if Path(path).suffix.lower() != ".gpkg" or not Path(path).is_file():
        return False
    names = table_names(path)
    ours = [name for name in names if name in schema.TABLES and name not in NOT_READ]
    return len(ours) > 1 or (len(ours) == 1 and len(names) == 1)


def open_workspace(path: Path | str, *, translate: Translator = english, progress: Progress = SILENT) -> Given:
    """The tables of a workspace as far as each can be used; what refuses a table becomes a problem of it.

    Raises InputError where the file is no GeoPackage or holds no table of ours.
    """
    path = Path(path)
    present = [name for name in schema.TABLES if name in table_names(path) and name not in NOT_READ]
    if not present:
        raise InputError(text("{path} holds no table of a workspace. Choose a workspace, or a file with one table.", path=str(path)))
    opened = _Opened()
    for number, name in enumerate(present):
        progress.at(0.5 * number / len(present), text("Reading table {table}", table=name))
        _read(opened, path, name)
    crs = _common_crs(opened)
    for number, (name, frame) in enumerate(list(opened.frames.items())):
        progress.at(0.5 + 0.5 * number / len(opened.frames), text("Checking table {table}", table=name))
        _accept(opened, name, frame, crs, translate)
    tables = {name: one.frame for name, one in opened.accepted.items()}
    return Given(
        title=_top_name(tables) or path.stem,
        whole=True,
        crs=crs,
        tables=tables,
        examined=tuple(tables),
        sources=pd.DataFrame([_source(path.name, name, one) for name, one in opened.accepted.items()], columns=list(SOURCE_COLUMNS)),
        listed=tuple(one.problems for one in opened.accepted.values()),
        faults=(*opened.faults, *_missing(present, tables)),
        dropped=tuple(f"{name}.{column}" for name, one in opened.accepted.items() for column in one.dropped),
        earlier=earlier_problems(path),
    )


def _read(opened: _Opened, path: Path, name: str) -> None:
    try:
        frame = read_table(path, name)
    except (InputError, RuntimeError) as error:
        reason = error.problems[0] if isinstance(error, InputError) else str(error)
        opened.faults.append(Problem(name, "unreadable_table", ERROR, text("The table cannot be read: {reason}", reason=reason)))
        return
    opened.frames[name] = frame
    if isinstance(frame, gpd.GeoDataFrame):
        system = frame_crs(frame)
        if system is not None:
            opened.systems[name] = system
        elif len(frame):
            words = text("The table has no coordinate reference system; it was left out of this examination.")
            opened.faults.append(Problem(name, "no_crs", ERROR, words))
            del opened.frames[name]


def _common_crs(opened: _Opened) -> str | None:
    """The CRS in metres that most tables have, of equal ones that of the first; else the zone of the places' middle."""
    metric = [system for system in opened.systems.values() if in_metres(system)]
    if metric:
        return max(dict.fromkeys(metric), key=metric.count)
    for name, system in opened.systems.items():
        box = shapely.total_bounds(reproject(opened.frames[name].geometry.to_numpy(), source=system, target=LONLAT))
        if np.isfinite(box).all():
            return metric_crs((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    return None


def in_metres(system: str) -> bool:
    """Whether a system is projected and in metres."""
    try:
        require_metres(system)
    except InputError:
        return False
    return True


def _accept(opened: _Opened, name: str, frame: Frame, crs: str | None, translate: Translator) -> None:
    system = opened.systems.get(name)
    if system is not None and crs is not None and system != crs:
        words = text("The table is in {crs}, the others are in {other}. It was converted for this examination only.", crs=system, other=crs)
        opened.faults.append(Problem(name, "other_crs", ERROR, words, fix=text("Reproject the table to {crs}.", crs=crs)))
        frame = frame.set_geometry(gpd.GeoSeries(reproject(frame.geometry.to_numpy(), source=system, target=crs), crs=crs))
    try:
        opened.accepted[name] = accept(name, frame, crs=crs, translate=translate)
    except InputError as error:
        opened.faults += [Problem(name, "refused_table", ERROR, problem) for problem in error.problems]


def _missing(present: list[str], tables: Mapping[str, Frame]) -> list[Problem]:
    found = []
    for name in (*REQUIRED, *OPTIONAL):
        needed = name in REQUIRED
        if name not in present:
            words = text("The table is missing.")
            found.append(Problem(name, "missing_table", ERROR if needed else WARNING if name == "areas" else NOTE, words))
        elif name in tables and tables[name].empty:
            found.append(Problem(name, "empty_table", ERROR if needed else NOTE, text("The table has no usable row.")))
    return found


def _source(file: str, name: str, one: Accepted) -> dict[str, object]:
    stated = "; ".join(sorted(one.frame["source"].dropna().unique())[:5]) if "source" in one.frame.columns else ""
    return {
        "table": name,
        "source": stated or file,
        "rows_read": one.rows_read,
        "rows_loaded": len(one.frame),
        "rows_merged": 0,
        "rows_rejected": len(one.rejected),
        "crs": frame_crs(one.frame),
    }


def _top_name(tables: Mapping[str, Frame]) -> str:
    areas = tables.get("areas")
    if areas is None or areas.empty:
        return ""
    for level in schema.LEVELS:
        names = areas.loc[areas["level"] == level, "name"].dropna()
        if len(names):
            return str(names.iloc[0]) if len(names) == 1 else ""
    return ""
