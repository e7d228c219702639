"""OSM buildings: floors, heights and where they come from."""

from __future__ import annotations

import math

import pytest


def building(osm, read, tags, *, side=20):
    number = osm.square(10, 10, side, {"building": "yes", **tags})
    return read(osm).tables["buildings"].set_index("building_id").loc[f"w{number}"]


def test_mapped_floors_give_the_height(osm, read):
    row = building(osm, read, {"building:levels": "11", "name": "紫荆公寓", "building": "apartments"})
    assert (row["floors"], row["height_m"], row["height_source"], row["use"], row["cim_level"]) == (11, 33, "floors", "residential", "CIM2")


def test_a_measured_height_goes_before_the_floors(osm, read):
    row = building(osm, read, {"building:levels": "5", "height": "18.5 m"})
    assert (row["floors"], row["height_m"], row["height_source"]) == (5, 18.5, "measured")


def test_a_height_alone_gives_the_floors(osm, read):
    assert building(osm, read, {"height": "18"})["floors"] == 6


def test_feet_become_metres(osm, read):
    assert building(osm, read, {"height": "100'"})["height_m"] == pytest.approx(30.48)


def test_floors_are_assumed_by_kind_where_nothing_is_mapped(osm, read):
    assumed = {"apartments": 6, "house": 2, "school": 4, "garage": 2, "roof": 1, "yes": 3}
    for row, word in enumerate(assumed):
        osm.square(10, 30 * row, 20, {"building": word, "name": word})
    rows = read(osm).tables["buildings"].set_index("name")
    assert dict(rows["floors"]) == assumed
    assert set(rows["height_source"]) == {"default"}


def test_figures_that_cannot_be_are_not_used(osm, read):
    wrong = [{"height": "0"}, {"building:levels": "tall"}, {"building:levels": "-1"}, {"height": "2000"}]
    for row, tags in enumerate(wrong):
        osm.square(10, 30 * row, 20, {"building": "yes", **tags})
    assert list(read(osm).tables["buildings"]["height_source"]) == ["default"] * 4


def test_a_factory_hall_has_one_storey_of_eight_metres(osm, read):
    row = building(osm, read, {"building": "industrial"})
    assert (row["floors"], row["height_m"]) == (1, 8)


def test_a_raised_building_keeps_its_base(osm, read):
    row = building(osm, read, {"building:levels": "6", "building:min_level": "2"})
    assert (row["base_m"], row["height_m"]) == (6, 18)


def test_an_unknown_building_on_residential_land_is_a_home(osm, read):
    osm.square(0, 0, 100, {"landuse": "residential"})
    row = building(osm, read, {})
    assert (row["use"], row["floors"]) == ("residential", 6)


def test_a_small_one_there_is_a_house(osm, read):
    osm.square(0, 0, 100, {"landuse": "residential"})
    assert building(osm, read, {}, side=10)["floors"] == 2


def test_a_shop_on_residential_land_is_no_home(osm, read):
    osm.square(0, 0, 100, {"landuse": "residential"})
    assert building(osm, read, {"shop": "supermarket"})["use"] == "commercial"


def test_a_sliver_is_left_out_and_counted(osm, read):
    osm.square(10, 10, 2, {"building": "yes"})
    tables = read(osm)
    assert not len(tables.tables["buildings"])
    assert "Buildings below 5 m² were left out: 1." in map(str, tables.notes)


def test_a_building_drawn_twice_counts_once(osm, read):
    first = osm.square(10, 10, 20, {"building": "yes"})
    osm.square(10, 10, 20, {"building": "yes"})
    tables = read(osm)
    assert list(tables.tables["buildings"]["building_id"]) == [f"w{first}"]
    assert "Buildings drawn twice were left out: 1." in map(str, tables.notes)


def test_what_does_not_stand_above_ground_is_no_building(osm, read):
    absent = [{"building": "no"}, {"building": "construction"}, {"layer": "-1"}, {"location": "underground"}, {"demolished": "yes"}]
    for row, tags in enumerate(absent):
        osm.square(10, 30 * row, 20, {"building": "yes", **tags})
    assert not len(read(osm).tables["buildings"])


def test_a_multipolygon_keeps_its_court(osm, read):
    outer = osm.square(10, 10, 40, {})
    inner = osm.square(20, 20, 20, {})
    number = osm.relation([(outer, "outer"), (inner, "inner")], {"type": "multipolygon", "building": "dormitory"})
    row = read(osm).tables["buildings"].set_index("building_id").loc[f"r{number}"]
    # 40 m square without its 20 m court.
    assert row["geometry"].area == pytest.approx(1200, rel=0.01)
    assert row["use"] == "residential"


def test_parts_that_cover_a_building_stand_for_it(osm, read):
    osm.square(10, 10, 20, {"building": "apartments", "name": "云庭", "building:levels": "30"})
    tower = osm.way([(10, 10), (20, 10), (20, 30), (10, 30), (10, 10)], {"building:part": "yes", "building:levels": "30"})
    podium = osm.way([(20, 10), (30, 10), (30, 30), (20, 30), (20, 10)], {"building:part": "yes", "building:levels": "3"})
    rows = read(osm).tables["buildings"].set_index("building_id")
    assert dict(rows["floors"]) == {f"w{tower}": 30, f"w{podium}": 3}
    assert set(rows["name"]) == {"云庭"}
    assert set(rows["use"]) == {"residential"}


def test_a_part_that_covers_little_does_not_replace_its_building(osm, read):
    whole = osm.square(10, 10, 40, {"building": "yes"})
    osm.square(12, 12, 5, {"building:part": "yes", "building:levels": "9"})
    assert list(read(osm).tables["buildings"]["building_id"]) == [f"w{whole}"]


def test_a_crossed_outline_is_mended(osm, read):
    number = osm.way([(10, 10), (30, 30), (30, 10), (10, 30), (10, 10)], {"building": "yes"})
    shape = read(osm).tables["buildings"].set_index("building_id").loc[f"w{number}", "geometry"]
    assert shape.is_valid
    # Two triangles of 100 m².
    assert math.isclose(shape.area, 200, rel_tol=0.02)
