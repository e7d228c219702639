"""Columns and geometries of a frame as fields of SQLite's records: what cells.stored_values hands over row by row, all at once."""

from __future__ import annotations

from typing import Union

import numpy as np
import pandas as pd

from . import cells, schema
from .records import Field, blobs, reals, taken, texts, wholes, words
from .repeats import different

Column = Union[np.ndarray, pd.Series]


def column_of(column: pd.Series) -> Column:
    """A column as field() takes portions of it: an array where it has a type of numpy's, or holds any objects."""
    if isinstance(column.dtype, np.dtype):
        return column.to_numpy()
    return column.to_numpy(object) if column.dtype.kind == "O" else column


def portion(column: Column, rows: slice) -> Column:
    """Some rows of a column."""
    return column[rows] if isinstance(column, np.ndarray) else column.iloc[rows]


def field(column: Column, kind: str) -> Field:
    """The column's values as they are stored; NaN, NaT, infinity and None become NULL."""
    numeric = isinstance(column, np.ndarray) and column.dtype.kind in "biuf"
    if kind == schema.REAL:
        return reals(column.astype(float) if numeric else pd.Series(column).to_numpy(float, na_value=np.nan))
    if kind in (schema.INTEGER, cells.BOOLEAN) and numeric:
        missing = ~np.isfinite(column)
        return wholes(np.where(missing, 0, column).astype(np.int64), missing)
    different, codes = _different(column)
    if kind == schema.TEXT and pd.api.types.infer_dtype(different, skipna=False) == "string":
        return taken(texts(different), codes)
    stored = cells.stored_values(pd.Series(different, dtype=different.dtype), kind)
    if kind not in (schema.INTEGER, cells.BOOLEAN):
        return taken(words(stored), codes)
    missing = np.array([value is None for value in stored])
    return taken(wholes(np.array([0 if value is None else value for value in stored], np.int64), missing), codes)


def geometries(shapes: np.ndarray, srs_id: int) -> Field:
    """Geometries as GeoPackage binaries."""
    return blobs(cells.point_blobs(shapes, srs_id)) if cells.all_points(shapes) else words(cells.blobs(shapes, srs_id))


def _different(column: Column) -> tuple[Column, np.ndarray]:
    """The different values of a column, and which of them stands in each row."""
    if isinstance(column, np.ndarray) and column.dtype == object:
        return different(column)
    return column, np.arange(len(column))
