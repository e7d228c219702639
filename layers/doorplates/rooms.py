"""Rows of rooms summed at their door; the rooms themselves are never kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..addresses.compare import DOOR, Forms, by_region, forms_of, same_address
from ..frames import with_columns, with_rows, without_columns
from ..progress import SILENT, Progress
from ..repeats import first_rows
from ..words import text

ROOMS_OF_A_FLOOR = 100  # room 1803 lies on floor 18
HIGHEST_FLOOR = 120
APART_M = 50.0  # rooms of one door stand nearer together
COUNTS = ("households", "residents", "elderly", "children")
# Columns that tell a room; none of them leaves the door.
FINER = ("floor", "room")


@dataclass(frozen=True)
class Doors:
    """One row per door: the first row's columns, the counts summed, floors (NaN where no room tells it).

    rows gives for every source row the position of its door; apart are doors whose rows lie more than APART_M apart.
    """

    frame: pd.DataFrame
    rows: np.ndarray
    merged: int  # rows that went into the door of an earlier row
    apart: np.ndarray
    rooms: bool = False  # whether any row names a room


def sum_rooms(
    rows: pd.DataFrame, parts: pd.DataFrame, points: np.ndarray, *, forms: Forms | None = None, progress: Progress = SILENT
) -> Doors:
    """Sum the rows of rooms at their doors.

    parts are the elements of each row's address (split_addresses), room and floor from their own columns where the table
    has them, forms the same as forms_of() tells them; points are the rows' places in metres. Rows that name a room, share
    road, number, estate, building and unit and state no different county, subdistrict or community are one door with one
    household for each distinct room, or the sum of what the rows state. Rows without a room stay as they are, for a
    register of doors may name one door twice, and that is a fault to be shown.
    """
    progress.at(0.0, text("Summing rooms at their doors"))
    room = parts["room"].to_numpy(object)
    position, with_room = _doors_of(forms or forms_of(parts), room != "")
    door = first_rows(position)
    progress.at(0.3)
    frame = without_columns(rows, FINER)
    frame = with_rows(frame, door) if len(door) < len(rows) else frame
    frame.index = pd.RangeIndex(len(frame))
    told = np.where(with_room, room, "")
    distinct = _distinct_rooms(told, position, len(door))
    summed = {}
    for number, name in enumerate(COUNTS):
        progress.at(0.5 + 0.1 * number)
        stated = _stated_sums(rows, name, position, len(door))
        if name == "households":
            stated = np.where(np.isnan(stated) & (distinct > 0), distinct, stated)
        if name in rows.columns or np.isfinite(stated).any():
            summed[name] = stated
    progress.at(0.9)
    frame = with_columns(frame, {**summed, "floors": _highest_floor(told, position, len(door))})
    return Doors(frame, position, len(rows) - len(door), _apart(points, position, len(door)), rooms=bool((room != "").any()))


def _doors_of(forms: Forms, names_room: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The door of each row, numbered in the order of their first rows, and which rows are rooms of a door that is named."""
    if not names_room.any():
        return np.arange(len(names_room)), names_room
    named = same_address(forms, DOOR)
    # 3-2-501 alone may stand in any estate.
    somewhere = np.logical_or.reduce([forms.codes[name] > 0 for name in ("road", "number", "estate", "community")])
    with_room = names_room & (named >= 0) & somewhere
    group = by_region(forms, named)
    alone = int(group.max(initial=0)) + 1 + np.arange(len(group))
    return pd.factorize(np.where(with_room, group, alone))[0], with_room


def floor_of_room(room: str) -> float:
    """The floor that a room's number tells: 1803 is 18, 301 is 3; NaN for 12, for basements and for words."""
    digits = "".join(filter(str.isdigit, room))
    floor = int(digits) // ROOMS_OF_A_FLOOR if digits and len(digits) <= 5 else 0
    return float(floor) if 1 <= floor <= HIGHEST_FLOOR else np.nan


def _distinct_rooms(rooms: np.ndarray, position: np.ndarray, doors: int) -> np.ndarray:
    """How many different rooms each door has."""
    codes, known = pd.factorize(rooms)
    pairs = pd.unique((position * len(known) + codes)[rooms != ""])
    return np.bincount(pairs // max(len(known), 1), minlength=doors)


def _stated_sums(rows: pd.DataFrame, name: str, position: np.ndarray, doors: int) -> np.ndarray:
    if name not in rows.columns:
        return np.full(doors, np.nan)
    values = pd.to_numeric(rows[name], errors="coerce").to_numpy(float)
    known = np.isfinite(values)
    sums = np.bincount(position[known], values[known], doors)
    return np.where(np.bincount(position[known], minlength=doors) > 0, sums, np.nan)


def _highest_floor(rooms: np.ndarray, position: np.ndarray, doors: int) -> np.ndarray:
    codes, known = pd.factorize(rooms)
    floors = np.array([floor_of_room(room) for room in known] or [np.nan])[codes]
    highest = np.full(doors, -np.inf)
    told = np.isfinite(floors)
    np.maximum.at(highest, position[told], floors[told])
    return np.where(np.isfinite(highest), highest, np.nan)


def _apart(points: np.ndarray, position: np.ndarray, doors: int) -> np.ndarray:
    """Doors whose rows' places span more than APART_M along x or y."""
    several = np.flatnonzero(np.bincount(position, minlength=doors)[position] > 1)
    position = position[several]
    x, y = shapely.get_x(points[several]), shapely.get_y(points[several])
    placed = np.isfinite(x)
    far = np.zeros(doors, bool)
    for values in (x[placed], y[placed]):
        low, high = np.full(doors, np.inf), np.full(doors, -np.inf)
        np.minimum.at(low, position[placed], values)
        np.maximum.at(high, position[placed], values)
        far |= high - low > APART_M
    return np.flatnonzero(far)
