"""Frames made of the columns of others: pandas would copy every value of a frame to change one column."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Union

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from geopandas.array import GeometryDtype

Frame = Union[gpd.GeoDataFrame, pd.DataFrame]


def with_columns(frame: Frame, columns: Mapping[Any, Any]) -> Frame:
    """The frame with these columns in place of its own of their names, or behind them; all others are shared with it."""
    return _made(frame, {**dict(frame.items()), **columns}) if columns else frame


def without_columns(frame: Frame, names: Collection[Any]) -> Frame:
    """The frame without these columns, the others shared with it."""
    return _made(frame, {name: column for name, column in frame.items() if name not in names})


def with_names(frame: Frame, names: Mapping[Any, Any]) -> Frame:
    """The frame with columns renamed, shared with it."""
    return _made(frame, {names.get(name, name): column for name, column in frame.items()})


def with_rows(frame: Frame, rows: np.ndarray) -> Frame:
    """These rows of a frame by position, in their order and with their labels."""
    index = frame.index[rows]
    columns = {name: pd.Series(column.array.take(rows), index=index, copy=False) for name, column in frame.items()}
    return _made(frame, columns, index)


def apart(frame: Frame) -> Frame:
    """The same rows for another thread: nothing that reading changes is shared with the frame.

    pandas joins columns and fills look-up tables when they are first read; GEOS keeps boxes and indexes with a shape.
    """
    made = frame.copy(deep=False)
    made.index, made.columns = frame.index.copy(deep=True), frame.columns.copy(deep=True)
    shapes = [name for name, kind in frame.dtypes.items() if isinstance(kind, GeometryDtype)]
    return with_columns(made, {name: _apart(made[name]) for name in shapes})


def _apart(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    copies = shapely.from_wkb(shapely.to_wkb(shapes.to_numpy(), include_srid=True))
    return gpd.GeoSeries(copies, index=shapes.index, crs=shapes.crs)


def drained_rows(handed: list[Frame], rows: np.ndarray) -> Frame:
    """As with_rows(), of the only frame handed over: each of its columns is let go as soon as its rows are taken."""
    frame = handed.pop()
    bare, columns, index = frame.iloc[:0], dict(frame.items()), frame.index[rows]
    bare = bare.copy()  # a view would keep all rows
    del frame
    for name in list(columns):
        columns[name] = pd.Series(columns.pop(name).array.take(rows), index=index, copy=False)
    return _made(bare, columns, index)


def _made(frame: Frame, columns: Mapping[Any, Any], index: pd.Index | None = None) -> Frame:
    made = pd.DataFrame(columns, index=frame.index if index is None else index, copy=False)
    shape = getattr(frame, "active_geometry_name", None)
    if shape in columns:
        made = gpd.GeoDataFrame(made, geometry=shape, copy=False)
    made.attrs.update(frame.attrs)
    return made
