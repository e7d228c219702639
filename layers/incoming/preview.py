"""What a file would become, before anything is loaded: its columns with a few values, what each was recognised as, where it lies."""

from __future__ import annotations

from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .. import schema
from ..coordinates import Detected
from ..errors import InputError
from ..frames import with_rows
from ..progress import SILENT, Progress
from ..reference import Reference
from ..values import as_text
from ..words import Text
from .aliases import X, shipped_names
from .columns import ColumnMap, propose
from .intake import GEOMETRY, Frame, cleared, refuse_absent
from .mapping_file import stated_columns
from .places import placed
from .table import Table

LOOKED_AT = 5_000  # rows that recognition looks at
SHOWN_VALUES, SHOWN_POINTS = 5, 500


@dataclass(frozen=True)
class Column:
    """A column of the file, its first values, and ours that it was recognised as (empty: none)."""

    name: str
    values: tuple[str, ...]
    ours: str = ""


@dataclass(frozen=True)
class Preview:
    """What was recognised; missing are columns of ours that the table cannot do without."""

    columns: tuple[Column, ...]
    known: tuple[str, ...]
    missing: tuple[str, ...]
    mapping: ColumnMap
    dropped: tuple[str, ...]
    rows_read: int
    points: gpd.GeoDataFrame | None
    crs: str | None
    detected: Detected | None = None
    unplaced: tuple[Text, ...] = ()  # why it is not known where the rows lie


@dataclass(frozen=True)
class Wishes:
    """What the user says so far: columns, coordinates, the columns of x and y, what is known to be right, the CRS to show it in."""

    fields: str = ""
    coordinates: str = "auto"
    axes: tuple[tuple[str, str], ...] = ()
    reference: Reference | None = None
    crs: str | None = None


def preview(table: str, read: Table, wishes: Wishes, *, progress: Progress = SILENT) -> Preview:
    """Recognise the columns and the place of rows spread over the file; raises InputError where what is stated cannot be."""
    names = shipped_names()
    present = [str(name) for name in read.frame.columns if name != GEOMETRY]
    axes = dict(wishes.axes)
    refuse_absent(axes, present)
    stated = {**stated_columns(wishes.fields, table=table, known=list(names.tables[table]), present=present), **axes}
    spread = np.unique(np.linspace(0, max(len(read.frame) - 1, 0), min(LOOKED_AT, len(read.frame))).astype(int))
    part = replace(read, frame=with_rows(read.frame, spread).reset_index(drop=True), lines=read.lines[spread])
    clear = cleared(table, part.frame, names, stated=stated)
    mapping = propose(table, clear.frame, stated=stated, cut_names=read.cut_names, names=names)
    progress.at(0.5)
    points, crs, detected, unplaced = _place(table, clear.frame, mapping, wishes, progress)
    ours = {name: column for column, name in mapping.columns.items()}
    shown = [name for name in clear.frame.columns if name != GEOMETRY]
    return Preview(
        columns=tuple(Column(str(name), _values(clear.frame[name]), ours.get(str(name), "")) for name in shown),
        known=tuple(names.tables[table]),
        missing=_missing(table, mapping),
        mapping=mapping,
        dropped=clear.dropped,
        rows_read=read.rows_read,
        points=points,
        crs=crs,
        detected=detected,
        unplaced=unplaced,
    )


def _place(
    table: str, frame: Frame, mapping: ColumnMap, wishes: Wishes, progress: Progress
) -> tuple[gpd.GeoDataFrame | None, str | None, Detected | None, tuple[Text, ...]]:
    if schema.TABLES[table].geometry is None:
        return None, None, None, ()
    by_address = table == "facilities" and "address" in mapping.columns
    if by_address and X not in mapping.columns and GEOMETRY not in frame.columns:
        return None, None, None, ()
    more = {"word": wishes.coordinates, "known": wishes.reference, "target": wishes.crs}
    try:
        found = placed(table, mapping.renamed(frame), mapping, **more, progress=progress.part(0.5, 1))
    except InputError as error:
        return None, None, None, error.problems
    return _points(found.frame), found.crs, found.detected, ()


def _points(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """At most 500 points in the rows' places, spread over the file, and nothing else of them."""
    known = np.flatnonzero(~(frame.geometry.isna() | frame.geometry.is_empty).to_numpy())
    chosen = known[np.unique(np.linspace(0, max(len(known) - 1, 0), min(SHOWN_POINTS, len(known))).astype(int))]
    shapes = shapely.point_on_surface(frame.geometry.to_numpy()[chosen])
    return gpd.GeoDataFrame({"number": chosen + 1}, geometry=gpd.GeoSeries(shapes, crs=frame.crs), crs=frame.crs)


def _values(column: pd.Series) -> tuple[str, ...]:
    return tuple(as_text(column.head(SHOWN_VALUES)).fillna("").tolist())


def _missing(table: str, mapping: ColumnMap) -> tuple[str, ...]:
    """The columns that a row must have and that nothing else tells: identifiers are numbered, services are told by names too."""
    declared = schema.TABLES[table]
    given = {*mapping.columns, *([] if table == "areas" else [declared.key])}
    if table == "facilities" and "name" in mapping.columns:
        given.add("services")
    # The levels of areas are told by their codes.
    told = {"level"} if table == "areas" and "code" in mapping.columns else set()
    return tuple(column.name for column in declared.columns if column.required and column.name not in given | told)
