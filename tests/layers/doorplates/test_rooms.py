"""Rooms summed at their door, worked by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.addresses.split import split_addresses
from community3d.layers.doorplates.rooms import Doors, floor_of_room, sum_rooms


def summed(addresses: list[str], points: np.ndarray | None = None, **columns: list) -> Doors:
    rows = pd.DataFrame({"address": addresses, **columns})
    places = shapely.points(np.zeros((len(addresses), 2))) if points is None else points
    return sum_rooms(rows, split_addresses(rows["address"]), places)


def test_distinct_rooms_of_a_door_are_its_households() -> None:
    doors = summed(["天润城3幢1单元101室", "天润城3栋1单元102室", "天润城3幢1单元102", "天润城3幢1单元1803室", "天润城3幢2单元101室"])
    assert doors.frame["households"].tolist() == [3, 1]
    assert doors.frame["floors"].tolist() == [18, 1]
    assert doors.merged == 3
    assert doors.rows.tolist() == [0, 0, 0, 0, 1]


def test_stated_households_are_summed_instead() -> None:
    doors = summed(["人民路1号101室", "人民路1号102室", "人民路2号"], households=[2, 1, 7])
    assert doors.frame["households"].tolist() == [3, 7]
    assert doors.merged == 1


def test_doors_of_two_communities_are_two() -> None:
    doors = summed(["甲社区3幢101室", "乙社区3幢102室", "甲社区3幢102室", "吴中区人民路3号101室", "姑苏区人民路3号102室"])
    assert doors.frame["households"].tolist() == [2, 1, 1, 1]
    assert doors.rows.tolist() == [0, 1, 0, 2, 3]


def test_rows_that_leave_out_the_region_mean_the_only_one_stated() -> None:
    assert summed(["吴中区人民路3号101室", "人民路3号102室"]).frame["households"].tolist() == [2]
    # Of two stated ones nobody knows which.
    assert summed(["吴中区人民路3号101室", "姑苏区人民路3号101室", "人民路3号102室"]).rows.tolist() == [0, 1, 2]


def test_rows_without_a_room_stay_even_if_their_address_is_the_same() -> None:
    doors = summed(["人民路1号", "人民路1号", "无", "无"])
    assert len(doors.frame) == 4
    assert doors.merged == 0
    assert doors.frame["floors"].isna().all()


def test_rooms_and_floors_are_not_kept() -> None:
    doors = summed(["人民路1号101室"], room=["101"], floor=["1"])
    assert not {"room", "floor"} & set(doors.frame.columns)


def test_rooms_of_a_door_far_apart_are_told() -> None:
    points = shapely.points([[0, 0], [60, 0], [500, 0], [510, 0]])
    doors = summed(["人民路1号101室", "人民路1号102室", "人民路3号101室", "人民路3号102室"], points)
    assert doors.apart.tolist() == [0]


@pytest.mark.parametrize(
    ("room", "floor"), [("1803", 18), ("301", 3), ("101A", 1), ("A1203", 12), ("12", None), ("", None), ("99999", None)]
)
def test_a_room_tells_its_floor(room: str, floor: int | None) -> None:
    found = floor_of_room(room)
    assert np.isnan(found) if floor is None else found == floor
