"""Workspace tables from columns of OSM objects: schema order, missing values filled in, source and licence in every row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Union

import numpy as np

from ..schema import INTEGER, REAL, TABLES, Column

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

SOURCE = "© OpenStreetMap contributors"
ESTIMATED_SOURCE = f"{SOURCE}（OSM 建筑推算）"  # households estimated from a building's size
LICENCE = "ODbL-1.0"

Values = Union[np.ndarray, Sequence[object], str, float, None]


def osm_frame(table: str, columns: Mapping[str, Values], geometry: np.ndarray, *, crs: str) -> gpd.GeoDataFrame:
    """Rows of a workspace table with all its columns; a column that is not given is missing (None or NaN)."""
    import geopandas as gpd

    return gpd.GeoDataFrame(_data(table, columns, len(geometry)), geometry=geometry, crs=crs)


def no_rows(table: str) -> pd.DataFrame:
    """An empty table without geometry."""
    return _data(table, {}, 0)


def _data(table: str, columns: Mapping[str, Values], size: int) -> pd.DataFrame:
    import pandas as pd

    given = {"source": SOURCE, "licence": LICENCE, **columns}
    return pd.DataFrame({column.name: _filled(column, given.get(column.name), size) for column in TABLES[table].columns})


def _filled(column: Column, values: Values, size: int) -> np.ndarray:
    if column.kind not in (INTEGER, REAL):
        return _texts(values, size)
    if values is None:
        return np.full(size, np.nan)
    numbers = np.asarray(np.broadcast_to(np.asarray(values, dtype=float), size))
    whole = column.kind == INTEGER and not np.isnan(numbers).any()
    return numbers.astype(np.int64) if whole else numbers.copy()


def _texts(values: Values, size: int) -> np.ndarray:
    texts = np.empty(size, dtype=object)
    texts[:] = values if values is None or isinstance(values, str) else np.asarray(values, dtype=object)
    return texts
