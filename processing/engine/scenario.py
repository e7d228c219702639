"""A scenario: what a planner would change, as rows, and the tables of the district after it.

A row has action, id, and what the action needs: services and a point for a new facility, a point for a moved one, capacity,
a line (and kind, level) for a new street.

    changes = read_scenario(frame, tables)        # every fault of every row at once
    tables = changed_tables(tables, changes)      # what a run on the changed district would be given
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Optional

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.errors import InputError
from ...layers.facility_types import split_services
from ...layers.tags import UNKNOWN_KIND, street_kinds
from ...layers.values import word_of
from ...layers.words import Text, text

ADD_FACILITY, CLOSE_FACILITY, MOVE_FACILITY, SET_CAPACITY = "add_facility", "close_facility", "move_facility", "set_capacity"
OPEN_GATE, CLOSE_GATE, ADD_STREET, REMOVE_STREET = "open_gate", "close_gate", "add_street", "remove_street"
OF_FACILITIES = (ADD_FACILITY, CLOSE_FACILITY, MOVE_FACILITY, SET_CAPACITY)
OF_GATES, OF_STREETS = (OPEN_GATE, CLOSE_GATE), (ADD_STREET, REMOVE_STREET)
ACTIONS = (*OF_FACILITIES, *OF_GATES, *OF_STREETS)
NEW = (ADD_FACILITY, ADD_STREET)
POINT_NEEDED = (ADD_FACILITY, MOVE_FACILITY)
JOIN_M = 2.0  # the end of a new street joins an existing one this near
KEYS = {"facilities": "facility_id", "gates": "gate_id", "streets": "street_id"}


@dataclass(frozen=True)
class Change:
    """One row of a scenario."""

    action: str
    id: str
    services: str = ""
    capacity: Optional[float] = None
    kind: str = ""
    level: int = 0
    place: Optional[shapely.Geometry] = None

    @property
    def table(self) -> str:
        """The table that the change is about."""
        return table_of(self.action)


def table_of(action: str) -> str:
    """The table that an action is about."""
    if action in OF_FACILITIES:
        return "facilities"
    return "gates" if action in OF_GATES else "streets"


def read_scenario(rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> tuple[Change, ...]:
    """The changes of a frame with the columns action and id, and where needed services, capacity, kind, level and a geometry.

    A column place (WKT) stands in for geometry in plain tables. Raises InputError with the faults of all rows.
    """
    missing = [name for name in ("action", "id") if name not in rows.columns]
    if missing:
        raise InputError(text("The scenario lacks the column {columns}. It needs action and id.", columns=", ".join(missing)))
    if not len(rows):
        raise InputError(text("The scenario has no rows: there is nothing to try."))
    places = _places(rows)
    changes = tuple(_change(row, place) for row, place in zip(rows.to_dict("records"), places))
    problems = [*_faults(changes, tables), *_repeats(changes)]
    if problems:
        raise InputError(*problems)
    return changes


def _places(rows: pd.DataFrame) -> list[Optional[shapely.Geometry]]:
    if isinstance(rows, gpd.GeoDataFrame):
        return [_single(shape) for shape in rows.geometry.to_numpy()]
    written = rows["place"] if "place" in rows.columns else [None] * len(rows)
    return [_single(shape) for shape in shapely.from_wkt([_word(place) or None for place in written], on_invalid="ignore")]


def _single(shape: Optional[shapely.Geometry]) -> Optional[shapely.Geometry]:
    """The shape, a point where its layer calls it a multi-point; None where there is none."""
    if shape is None or shape.is_empty:
        return None
    parts = shapely.get_parts(shape)
    return parts[0] if len(parts) == 1 else shape


def _change(row: Mapping[str, object], place: Optional[shapely.Geometry]) -> Change:
    level = _number(row.get("level"))
    return Change(
        action=_word(row.get("action")).lower(),
        id=_word(row.get("id")),
        services=_word(row.get("services")),
        capacity=_number(row.get("capacity")),
        kind=_word(row.get("kind")),
        level=int(level or 0),
        place=None if place is None else shapely.force_2d(place),
    )


def _word(value: object) -> str:
    return "" if pd.isna(value) else word_of(value)


def _number(value: object) -> Optional[float]:
    number = pd.to_numeric(value, errors="coerce") if _word(value) else np.nan
    return None if pd.isna(number) else float(number)


def _faults(changes: Sequence[Change], tables: Mapping[str, pd.DataFrame]) -> list[Text]:
    ids = {table: set(tables[table][key].astype(str)) if table in tables else set() for table, key in KEYS.items()}
    # A scenario has a handful of rows.
    return [problem for number, change in enumerate(changes, 1) for problem in _faults_of(number, change, ids)]


def _faults_of(number: int, change: Change, ids: Mapping[str, set[str]]) -> list[Text]:
    if change.action not in ACTIONS:
        words = text("Row {row}: unknown action “{action}”. Known: {known}.", row=number, action=change.action, known=", ".join(ACTIONS))
        return [words]
    found = []
    known = change.id in ids[change.table]
    if not change.id:
        found.append(text("Row {row}: {action} names no id.", row=number, action=change.action))
    elif change.action in NEW and known:
        found.append(text("Row {row}: the id {id} is in use already. Give the new one another.", row=number, id=change.id))
    elif change.action not in NEW and not known:
        found.append(text("Row {row}: there is no {id} among the {table}.", row=number, id=change.id, table=change.table))
    if change.action == ADD_FACILITY and not split_services(change.services):
        found.append(text("Row {row}: the new facility {id} names no services.", row=number, id=change.id))
    if change.action in POINT_NEEDED and not isinstance(change.place, shapely.Point):
        found.append(text("Row {row}: {action} needs a point.", row=number, action=change.action))
    if change.action == ADD_STREET and not isinstance(change.place, (shapely.LineString, shapely.MultiLineString)):
        found.append(text("Row {row}: {action} needs a line.", row=number, action=change.action))
    if change.action == ADD_STREET and not street_kinds().get(change.kind, UNKNOWN_KIND).walkable:
        found.append(text("Row {row}: streets of the kind {kind} cannot be walked.", row=number, kind=change.kind))
    if change.action == SET_CAPACITY and (change.capacity is None or change.capacity < 0):
        found.append(text("Row {row}: {action} needs a capacity of 0 or more.", row=number, action=change.action))
    return found


def _repeats(changes: Sequence[Change]) -> list[Text]:
    named = pd.Series([(change.table, change.id) for change in changes if change.action in ACTIONS and change.id], dtype=object)
    again = named[named.duplicated()].unique()
    return [text("{id} is changed by several rows. Leave one.", id=name) for _, name in again]


def changed_tables(tables: Mapping[str, gpd.GeoDataFrame], changes: Sequence[Change]) -> dict[str, gpd.GeoDataFrame]:
    """The tables after the changes; tables that no change is about stay the same objects."""
    found = dict(tables)
    for table in dict.fromkeys(change.table for change in changes):
        rows = [change for change in changes if change.table == table]
        frame = _edited(found[table], KEYS[table], rows)
        if table == "streets":
            frame, rows = _joined(frame, rows)
        found[table] = _with_rows(frame, KEYS[table], rows)
    return found


def _joined(streets: gpd.GeoDataFrame, changes: Sequence[Change]) -> tuple[gpd.GeoDataFrame, list[Change]]:
    """The streets with a vertex wherever a new one begins or ends within JOIN_M of them, and the new ones led there."""
    shapes = streets.geometry.to_numpy(dtype=object).copy()
    tree, joined = shapely.STRtree(shapes), []
    # A scenario has a handful of new streets.
    for change in changes:
        if change.action == ADD_STREET:
            parts = [shapely.LineString(_led(shapes, tree, shapely.get_coordinates(part))) for part in shapely.get_parts(change.place)]
            change = replace(change, place=parts[0] if len(parts) == 1 else shapely.MultiLineString(parts))
        joined.append(change)
    return streets.set_geometry(gpd.GeoSeries(shapes, index=streets.index, crs=streets.crs)), joined


def _led(shapes: np.ndarray, tree: shapely.STRtree, xy: np.ndarray) -> np.ndarray:
    """The vertices with both ends moved onto a street nearby; the street gets a vertex there (written into shapes)."""
    xy = xy.copy()
    for end in (0, -1):
        near = tree.query_nearest(shapely.Point(xy[end]), max_distance=JOIN_M, all_matches=False)
        if len(near):
            street = shapes[near[0]]
            vertices = shapely.get_coordinates(street)
            away_m = np.hypot(*(vertices - xy[end]).T)
            if away_m.min() <= JOIN_M:
                xy[end] = vertices[away_m.argmin()]
            else:
                xy[end] = street.interpolate(street.project(shapely.Point(xy[end]))).coords[0]
                shapes[near[0]] = _with_vertex(street, xy[end])
    return xy


def _with_vertex(street: shapely.Geometry, xy: np.ndarray) -> shapely.Geometry:
    parts = shapely.get_parts(street)
    nearest = int(np.argmin(shapely.distance(parts, shapely.Point(xy))))
    vertices = shapely.get_coordinates(parts[nearest])
    steps = shapely.linestrings(np.stack([vertices[:-1], vertices[1:]], axis=1))
    at = int(np.argmin(shapely.distance(steps, shapely.Point(xy)))) + 1
    parts[nearest] = shapely.LineString(np.insert(vertices, at, xy, axis=0))
    return parts[0] if len(parts) == 1 else shapely.MultiLineString(list(parts))


def _edited(frame: gpd.GeoDataFrame, key: str, changes: Sequence[Change]) -> gpd.GeoDataFrame:
    ids = frame[key].astype(str)
    away = [change.id for change in changes if change.action in (CLOSE_FACILITY, REMOVE_STREET)]
    frame = frame[~ids.isin(away).to_numpy()].reset_index(drop=True)
    ids = frame[key].astype(str)
    columns, shapes = {}, frame.geometry.to_numpy(dtype=object).copy()
    for change in changes:
        at = (ids == change.id).to_numpy()
        if change.action in OF_GATES:
            columns.setdefault("open", _column(frame, "open"))[at] = "all" if change.action == OPEN_GATE else "closed"
        elif change.action == SET_CAPACITY:
            columns.setdefault("capacity", _column(frame, "capacity"))[at] = change.capacity
        elif change.action == MOVE_FACILITY:
            shapes[at] = change.place
    return frame.assign(**columns).set_geometry(gpd.GeoSeries(shapes, index=frame.index, crs=frame.crs))


def _column(frame: pd.DataFrame, name: str) -> np.ndarray:
    return frame[name].to_numpy(dtype=object).copy() if name in frame else np.full(len(frame), None, dtype=object)


def _with_rows(frame: gpd.GeoDataFrame, key: str, changes: Sequence[Change]) -> gpd.GeoDataFrame:
    new = [change for change in changes if change.action in NEW]
    if not new:
        return frame
    columns = {key: [change.id for change in new]}
    if key == "facility_id":
        columns["services"] = [change.services for change in new]
        columns["capacity"] = [change.capacity for change in new]
    else:
        columns.update(kind=[change.kind or None for change in new], level=[change.level for change in new])
    rows = gpd.GeoDataFrame(columns, geometry=[change.place for change in new], crs=frame.crs)
    rows = rows.reindex(columns=frame.columns) if set(frame.columns) >= set(rows.columns) else rows
    return gpd.GeoDataFrame(pd.concat([frame, rows], ignore_index=True), crs=frame.crs)
