"""Tables while they are mended: what was changed in which row, everything else as it was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ....layers.schema import TABLES
from ....layers.values import as_text

GEOMETRY, ROW = "geometry", "row"  # instead of a column: the shape, the whole row
CHANGES = ("problem_id", "table", "row", "column", "before", "after")


@dataclass(frozen=True)
class Change:
    """One change: the problem it answers, the row's id, the column, what stood there and what stands there now."""

    problem_id: str
    table: str
    row: str
    column: str
    before: str
    after: str
    place: shapely.Geometry | None = None


@dataclass
class Draft:
    """Tables as they were read, by name, and the changes by table and position of the row."""

    tables: Mapping[str, pd.DataFrame]
    values: dict[str, dict[tuple[int, str], object]] = field(default_factory=dict)
    shapes: dict[str, dict[int, shapely.Geometry]] = field(default_factory=dict)
    gone: dict[str, set[int]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    problem_id: str = ""
    memory: dict[str, object] = field(default_factory=dict)  # what is costly to find out and asked often

    def remembered(self, name: str, find: Callable[[], Any]) -> Any:
        """What find() returned when it was first asked for under this name."""
        if name not in self.memory:
            self.memory[name] = find()
        return self.memory[name]

    def rows(self, table: str, name: str | None) -> list[int]:
        """The positions of the rows of that id, those without an id by their number from 1; removed ones are left out."""
        if table not in self.tables or name is None:
            return []
        index = self.remembered(
            f"{table} rows", lambda: pd.Series(np.arange(len(self.ids(table)))).groupby(self.ids(table)).agg(list).to_dict()
        )
        found = index.get(name, [])
        if not found and name.isdigit() and 0 < int(name) <= len(self.ids(table)) and self.ids(table)[int(name) - 1] is None:
            found = [int(name) - 1]
        return [row for row in found if row not in self.gone.get(table, ())]

    def ids(self, table: str) -> np.ndarray:
        """The id of every row, as text; None where a table or row has none."""
        return self.remembered(f"{table} ids", lambda: self._read_ids(table))

    def _read_ids(self, table: str) -> np.ndarray:
        frame, key = self.tables[table], TABLES[table].key if table in TABLES else None
        return as_text(frame[key]).to_numpy(object).copy() if key in frame.columns else np.full(len(frame), None, object)

    def geometries(self, table: str) -> np.ndarray:
        """The shapes of all rows as they are now, not to be written to; those of removed rows are None."""
        return self.remembered(f"{table} shapes", lambda: self.tables[table].geometry.to_numpy().copy())

    def geometry(self, table: str, row: int) -> shapely.Geometry | None:
        """The shape of one row as it is now."""
        return self.shapes.get(table, {}).get(row, self.tables[table].geometry.iloc[row])

    def value(self, table: str, row: int, column: str) -> object:
        """What stands in a cell now; None where it is empty or there is no such column."""
        frame = self.tables[table]
        there = frame[column].iloc[row] if column in frame.columns else None
        value = self.values.get(table, {}).get((row, column), there)
        return None if pd.api.types.is_scalar(value) and pd.isna(value) else value

    def set(self, table: str, row: int, column: str, value: object, *, told: bool = True) -> None:
        """Write a value; with told=False the list of changes does not repeat what stood there."""
        before = self.value(table, row, column)
        self.values.setdefault(table, {})[row, column] = value
        if column == TABLES[table].key:
            self.ids(table)[row] = value
            self.memory.pop(f"{table} rows", None)
        self._note(table, row, column, _words(before) if told else "…", _words(value) if told else "")

    def reshape(self, table: str, row: int, shape: shapely.Geometry) -> None:
        """Give a row another shape."""
        before = self.geometry(table, row)
        self.geometries(table)[row] = shape
        self.shapes.setdefault(table, {})[row] = shape
        self._note(table, row, GEOMETRY, _size(before), _size(shape), shape)

    def remove(self, table: str, row: int) -> None:
        """Leave a row out."""
        self._note(table, row, ROW, self.ids(table)[row] or str(row + 1), "")
        if self._is_placed(table):
            self.geometries(table)[row] = None
        self.gone.setdefault(table, set()).add(row)

    def _note(self, table: str, row: int, column: str, before: str, after: str, shape: shapely.Geometry | None = None) -> None:
        name = self.ids(table)[row] or str(row + 1)
        shape = self.geometry(table, row) if shape is None and self._is_placed(table) else shape
        place = None if shape is None or shape.is_empty else shapely.point_on_surface(shape)
        self.changes.append(Change(self.problem_id, table, name, column, before, after, place))

    def _is_placed(self, table: str) -> bool:
        frame = self.tables[table]
        return isinstance(frame, gpd.GeoDataFrame) and frame.active_geometry_name is not None


def _words(value: object) -> str:
    return "" if value is None else str(value)


def _size(shape: shapely.Geometry | None) -> str:
    """A shape in a few words: square metres, metres, or coordinates."""
    if shape is None or shape.is_empty:
        return ""
    if shape.area:
        return f"{shape.area:.2f} m²"
    if shape.length:
        return f"{shape.length:.2f} m"
    return ", ".join(f"{value:.2f}" for value in shapely.get_coordinates(shape)[0])


def change_frame(changes: list[Change], crs: str | None) -> gpd.GeoDataFrame:
    """The changes as a table, each at a point of what was changed."""
    columns = {name: pd.Series([getattr(change, name) for change in changes], dtype=object) for name in CHANGES}
    return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries([change.place for change in changes], crs=crs), crs=crs)
