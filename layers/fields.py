"""Columns and geometries of a frame as fields of SQLite's records: what cells.stored_values hands over row by row, all at once."""

from __future__ import annotations

import numpy as np
import pandas as pd

from . import cells, schema
from .records import Field, blobs, reals, taken, texts, wholes, words
from .repeats import different


def field(column: pd.Series, kind: str) -> Field:
    """The column's values as they are stored; NaN, NaT, infinity and None become NULL."""
    if kind == schema.REAL:
        return reals(column.to_numpy(float, na_value=np.nan))
    if kind in (schema.INTEGER, cells.BOOLEAN) and isinstance(column.dtype, np.dtype) and column.dtype.kind in "biuf":
        values = column.to_numpy()
        missing = ~np.isfinite(values)
        return wholes(np.where(missing, 0, values).astype(np.int64), missing)
    different, codes = _different(column)
    if kind == schema.TEXT and pd.api.types.infer_dtype(different, skipna=False) == "string":
        return taken(texts(different), codes)
    stored = cells.stored_values(different, kind)
    if kind not in (schema.INTEGER, cells.BOOLEAN):
        return taken(words(stored), codes)
    missing = np.array([value is None for value in stored])
    return taken(wholes(np.array([0 if value is None else value for value in stored], np.int64), missing), codes)


def geometries(shapes: np.ndarray, srs_id: int) -> Field:
    """Geometries as GeoPackage binaries."""
    return blobs(cells.point_blobs(shapes, srs_id)) if cells.all_points(shapes) else words(cells.blobs(shapes, srs_id))


def _different(column: pd.Series) -> tuple[pd.Series, np.ndarray]:
    """The different values of a column, and which of them stands in each row."""
    if column.dtype.kind != "O":
        return column, np.arange(len(column))
    values, codes = different(column.to_numpy(object))
    return pd.Series(values, dtype=object), codes
