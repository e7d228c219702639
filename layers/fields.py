"""Columns and geometries of a frame as fields of SQLite's records: what cells.stored_values hands over row by row, all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Union

import numpy as np
import pandas as pd

from . import cells, schema
from .records import Field, blobs, reals, taken, texts, wholes, words
from .repeats import different

FEW = 2**14  # different values at most that are turned into bytes once, and looked through for every portion of the rows
Values = Union[np.ndarray, pd.Series]


@dataclass(frozen=True)
class Column:
    """A column of a frame: an array where it has a type of numpy's, or holds any objects.

    rows says which of the values stands in each row; None: each row has its own.
    """

    values: Values
    rows: np.ndarray | None = None

    @staticmethod
    def of(column: pd.Series) -> Column:
        """The column with each different object once, where they repeat."""
        if column.dtype.kind != "O":
            return Column(column.to_numpy() if isinstance(column.dtype, np.dtype) else column)
        objects = column.to_numpy(object)
        values, rows = different(objects)
        return Column(values, rows.astype(np.uint16)) if len(values) < min(len(rows), FEW) else Column(objects)

    def kind(self, declared: str | None) -> str:
        """How the column is stored, as cells.column_kind says it."""
        return cells.column_kind(pd.Series(self.values, dtype=self.values.dtype), declared)

    def fields(self, kind: str) -> Callable[[slice], Field]:
        """What gives the field of some rows; values that repeat are turned into bytes once."""
        if self.rows is None:
            return lambda part: field(self.values[part] if isinstance(self.values, np.ndarray) else self.values.iloc[part], kind)
        stored = field(self.values, kind)
        return lambda part: taken(stored, self.rows[part].astype(np.intp))


def field(values: Values, kind: str) -> Field:
    """The values as they are stored; NaN, NaT, infinity and None become NULL."""
    numeric = isinstance(values, np.ndarray) and values.dtype.kind in "biuf"
    if kind == schema.REAL:
        return reals(values.astype(float) if numeric else pd.Series(values).to_numpy(float, na_value=np.nan))
    if kind in (schema.INTEGER, cells.BOOLEAN) and numeric:
        missing = ~np.isfinite(values)
        return wholes(np.where(missing, 0, values).astype(np.int64), missing)
    if kind == schema.TEXT and pd.api.types.infer_dtype(values, skipna=False) == "string":
        return texts(values)
    stored = cells.stored_values(pd.Series(values, dtype=values.dtype), kind)
    if kind not in (schema.INTEGER, cells.BOOLEAN):
        return words(stored)
    missing = np.array([value is None for value in stored])
    return wholes(np.array([0 if value is None else value for value in stored], np.int64), missing)


def geometries(shapes: np.ndarray, srs_id: int) -> Field:
    """Geometries as GeoPackage binaries."""
    return blobs(cells.point_blobs(shapes, srs_id)) if cells.all_points(shapes) else words(cells.blobs(shapes, srs_id))
