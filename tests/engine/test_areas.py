from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.sample.town import sample_town
from community3d.processing.engine.areas import assign, assign_doorplates, code_columns, codes_of, levels_of

from .ledgers import CRS, areas

WEST = ("102", "community", None, (0, 0, 10, 10))
EAST = ("101", "community", "admin", (10, 0, 20, 10))
GRID = ("102001", "grid", "grid", (0, 0, 10, 5))


def at(*xy: tuple[float, float]) -> np.ndarray:
    return np.array(xy, dtype=float)


def doors(xy: list[tuple[float, float]], **columns: list) -> gpd.GeoDataFrame:
    frame = pd.DataFrame({"doorplate_id": [f"D{k}" for k in range(len(xy))], **columns}, dtype=object)
    return gpd.GeoDataFrame(frame, geometry=shapely.points(xy), crs=CRS)


def test_a_door_on_a_shared_edge_belongs_to_the_lowest_code():
    codes = assign(at((10, 5)), areas(WEST, EAST))
    assert codes[("admin", "community")].tolist() == ["101"]


def test_a_door_outside_every_area_has_no_code():
    codes = assign(at((5, 5), (25, 5), (np.nan, np.nan)), areas(WEST, EAST))
    assert codes[("admin", "community")].tolist() == ["102", None, None]


def test_a_missing_partition_is_the_administrative_one():
    assert levels_of(areas(GRID, WEST)) == [("admin", "community"), ("grid", "grid")]


def test_levels_come_from_the_largest_to_the_smallest():
    rows = [(str(k), level, "admin", (0, 0, 1, 1)) for k, level in enumerate(("cell", "grid", "district", "community", "subdistrict"))]
    assert [level for _, level in levels_of(areas(*rows))] == ["district", "subdistrict", "community", "grid", "cell"]


def test_the_ledger_takes_the_grid_from_the_partition_of_grids():
    both = areas(WEST, ("102900", "grid", "admin", (0, 0, 10, 10)), GRID)
    columns = code_columns(assign(at((5, 2), (5, 8)), both), 2)
    assert columns["grid_code"].tolist() == ["102001", None]


def test_the_ledger_takes_the_grid_from_the_tree_where_there_is_no_partition_of_grids():
    columns = code_columns(assign(at((5, 2)), areas(WEST, ("102900", "grid", "admin", (0, 0, 10, 10)))), 1)
    assert columns["grid_code"].tolist() == ["102900"]
    assert columns["district_code"].tolist() == [None]


def test_stated_codes_hold_where_no_areas_are_given():
    frame = doors([(1, 1), (2, 2)], community_code=["7", None], grid_code=[None, None])
    assert {level: codes.tolist() for level, codes in codes_of(frame, None).items()} == {("admin", "community"): ["7", None]}


def test_a_stated_code_that_is_not_the_place_is_listed():
    frame = doors([(5, 5), (15, 5), (25, 5)], community_code=["102", "102", "102"])
    found = assign_doorplates(frame, areas(WEST, EAST))
    assert found.doorplates["community_code"].tolist() == ["102", "101", None]
    listed = found.disagreements
    assert list(zip(listed["doorplate_id"], listed["level"], listed["stated"], listed["by_position"])) == [
        ("D1", "community", "102", "101"),
        ("D2", "community", "102", None),
    ]
    assert listed["message"][0] == "The stated code is 102, but the point lies in 101."
    assert listed["message"][1] == "The stated code is 102, but the point lies outside every area of this level."
    assert (found.assigned, found.outside) == (2, 1)


def test_codes_of_levels_that_the_areas_lack_are_not_compared():
    frame = doors([(5, 5)], grid_code=["999"])
    found = assign_doorplates(frame, areas(WEST))
    assert found.disagreements.empty
    assert found.doorplates["grid_code"].tolist() == ["999"]


def test_other_partitions_get_columns_of_their_own():
    found = assign_doorplates(doors([(5, 2)]), areas(WEST, GRID, ("P1", "community", "police", (0, 0, 9, 9))))
    assert found.doorplates[["community_code", "grid_code", "police_community_code"]].values.tolist() == [["102", "102001", "P1"]]


def test_a_door_without_a_point_stays_in_its_row():
    frame = doors([(5, 5), (5, 5)])
    frame.loc[0, "geometry"] = None
    assert assign_doorplates(frame, areas(WEST)).doorplates["community_code"].tolist() == [None, "102"]


def test_the_town_lies_in_its_communities_as_drawn():
    town = sample_town()
    found = assign_doorplates(town["doorplates"], town["areas"]).doorplates.set_index("doorplate_id")["community_code"]
    # D06 stands on the edge between both communities, D16 outside.
    assert found["D06"] == "990106001001"
    assert found["D07"] == "990106001002"
    assert found["D16"] is None


@pytest.mark.parametrize("seed", range(5))
def test_every_point_of_a_tiling_has_exactly_one_area(seed):
    random = np.random.default_rng(seed)
    cells = [(f"{x}{y}", "grid", "grid", (x, y, x + 1, y + 1)) for x in range(5) for y in range(5)]
    # Half the points lie on edges and corners.
    points = np.where(random.random((200, 2)) < 0.5, random.integers(0, 6, (200, 2)), random.random((200, 2)) * 5)
    codes = assign(points, areas(*cells))[("grid", "grid")]
    lower = np.maximum(np.ceil(points).astype(int) - 1, 0)
    assert codes.tolist() == [f"{x}{y}" for x, y in lower]
