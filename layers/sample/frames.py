"""Frames of the workspace tables from columns: schema order, missing columns filled in, one CRS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional, Union

import geopandas as gpd
import numpy as np
import pandas as pd

from ..schema import INTEGER, REAL, TABLES, Column

CRS = "EPSG:4549"  # CGCS2000, 3-degree Gauss-Krüger, meridian 120° E
SOURCE, LICENCE = "示例数据", "CC0"

Values = Union[np.ndarray, pd.Series, Sequence[object], str, float, None]


def table_frame(table: str, columns: Mapping[str, Values], geometry: Optional[np.ndarray] = None) -> gpd.GeoDataFrame:
    """Rows of a workspace table with all its columns; a column that is not given is missing (None or NaN).

    Geometry is in metres of CRS; a table without geometry comes as a plain DataFrame.
    """
    declared = TABLES[table]
    size = _rows(columns, geometry)
    given = {"source": SOURCE, "licence": LICENCE, **columns}
    data = {column.name: _filled(column, given.get(column.name), size) for column in declared.columns}
    frame = pd.DataFrame(data, index=pd.RangeIndex(size))
    if declared.geometry is None:
        return frame
    return gpd.GeoDataFrame(frame, geometry=geometry, crs=CRS)


def _rows(columns: Mapping[str, Values], geometry: Optional[np.ndarray]) -> int:
    if geometry is not None:
        return len(geometry)
    return next(len(values) for values in columns.values() if values is not None and not isinstance(values, (str, float)))


def _filled(column: Column, values: Values, size: int) -> np.ndarray:
    if column.kind not in (INTEGER, REAL):
        return _texts(values, size)
    if values is None:
        return np.full(size, np.nan)
    numbers = np.asarray(np.broadcast_to(values, size), dtype=float)
    whole = column.kind == INTEGER and not np.isnan(numbers).any()
    return numbers.astype(np.int64) if whole else numbers.copy()


def _texts(values: Values, size: int) -> np.ndarray:
    texts = np.empty(size, dtype=object)
    texts[:] = values if values is None or isinstance(values, str) else np.asarray(values, dtype=object)
    return texts
