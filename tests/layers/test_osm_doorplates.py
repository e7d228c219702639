"""OSM addresses and homes as doorplates."""

from __future__ import annotations

import pandas as pd
import pytest
from community3d.layers.osm.frames import ESTIMATED_SOURCE, SOURCE
from community3d.layers.osm.harmless import without_persons

from .osm_text import GERMANY, OsmText


def doorplate(tables, name):
    return tables.tables["doorplates"].set_index("doorplate_id").loc[name]


def test_a_chinese_address_is_road_and_number_without_a_blank(osm, read):
    number = osm.node(10, 0, {"addr:street": "平江路", "addr:housenumber": "18"})
    row = doorplate(read(osm), f"n{number}")
    assert row[["address", "road", "number"]].tolist() == ["平江路18号", "平江路", "18号"]
    assert row["source"] == SOURCE
    assert row["households"] != row["households"]


def test_a_number_that_has_its_sign_keeps_it(osm, read):
    number = osm.node(10, 0, {"addr:street": "平江路", "addr:housenumber": "18號"})
    assert doorplate(read(osm), f"n{number}")["address"] == "平江路18號"


def test_a_whole_address_is_taken_as_it_is(osm, read):
    number = osm.node(10, 0, {"addr:full": "苏州市姑苏区平江路18号", "addr:housenumber": "18"})
    assert doorplate(read(osm), f"n{number}")["address"] == "苏州市姑苏区平江路18号"


def test_a_number_inside_an_estate_belongs_to_it(osm, read):
    osm.square(0, 0, 100, {"landuse": "residential", "name": "静湖苑"})
    number = osm.node(50, 50, {"addr:housenumber": "7"})
    row = doorplate(read(osm), f"n{number}")
    assert row[["address", "estate"]].tolist() == ["静湖苑7号", "静湖苑"]


def test_elsewhere_road_and_number_stand_apart(read):
    town = OsmText(GERMANY)
    town.way([(0, -200), (0, 200)], {"highway": "residential"})
    number = town.node(10, 0, {"addr:street": "Lindenweg", "addr:housenumber": "12b"})
    assert doorplate(read(town), f"n{number}")["address"] == "Lindenweg 12b"


def test_one_address_on_a_building_and_on_its_shop_is_one_doorplate(osm, read):
    number = osm.square(10, 10, 20, {"building": "retail", "addr:street": "平江路", "addr:housenumber": "18"})
    osm.node(15, 15, {"shop": "bakery", "addr:street": "平江路", "addr:housenumber": "18"})
    assert list(read(osm).tables["doorplates"]["doorplate_id"]) == [f"w{number}"]


def test_entrances_with_a_number_only_stand_for_themselves(osm, read):
    osm.square(10, 10, 20, {"building": "apartments"})
    osm.node(12, 12, {"addr:housenumber": "1"})
    osm.node(28, 12, {"addr:housenumber": "1"})
    assert len(read(osm).tables["doorplates"]) == 2


def test_a_home_becomes_a_doorplate_where_addresses_are_few(osm, read):
    number = osm.square(10, 10, 20, {"building": "apartments", "building:levels": "6", "name": "3幢"})
    osm.square(110, 10, 20, {"building": "office"})
    tables = read(osm)
    row = doorplate(tables, f"w{number}")
    # 20 m × 20 m × 6 floors = 2,400 m²: 24 households of 100 m².
    assert row[["households", "building", "building_id"]].tolist() == [24, "3幢", f"w{number}"]
    assert row["source"] == ESTIMATED_SOURCE
    assert len(tables.tables["doorplates"]) == 1
    assert "The file has few addresses (0). 1 homes became doorplates, with one household for 100 m² of floor." in map(str, tables.notes)


def test_a_small_home_has_one_household(osm, read):
    number = osm.square(10, 10, 5, {"building": "house"})
    assert doorplate(read(osm), f"w{number}")["households"] == 1


def test_the_households_of_a_home_are_shared_among_its_addresses(osm, read):
    building = osm.square(10, 10, 20, {"building": "apartments", "building:levels": "6"})
    doors = [osm.node(x, 12, {"addr:street": "平江路", "addr:housenumber": str(x)}) for x in (12, 28)]
    tables = read(osm)
    assert [doorplate(tables, f"n{door}")["households"] for door in doors] == [12, 12]
    assert [doorplate(tables, f"n{door}")["building_id"] for door in doors] == [f"w{building}"] * 2


def test_homes_stay_buildings_where_addresses_are_many(osm, read):
    for row in range(4):
        osm.square(10, 30 * row, 20, {"building": "apartments"})
    for row in range(2):
        osm.node(20, 30 * row + 10, {"addr:street": "平江路", "addr:housenumber": str(row)})
    # Two addresses for four homes are half of them: enough.
    assert len(read(osm).tables["doorplates"]) == 2


def test_buildings_of_unknown_use_are_homes_where_no_use_is_mapped(osm, read):
    for row in range(5):
        osm.square(10, 30 * row, 20, {"building": "yes"})
    tables = read(osm)
    assert len(tables.tables["doorplates"]) == 5
    assert "The use of most buildings is not mapped: 5 of unknown use count as homes." in map(str, tables.notes)


def test_they_are_not_where_homes_are_mapped(osm, read):
    osm.square(10, 0, 20, {"building": "yes"})
    home = osm.square(10, 30, 20, {"building": "apartments"})
    assert list(read(osm).tables["doorplates"]["doorplate_id"]) == [f"w{home}"]


def test_a_doorplate_stands_at_the_mapped_door(osm, read):
    door = osm.node(30, 20, {"entrance": "yes"})
    corners = [osm.node(x, y) for x, y in ((10, 10), (30, 10), (30, 30), (10, 30))]
    number = osm.way_of([corners[0], corners[1], door, corners[2], corners[3], corners[0]], {"building": "apartments"})
    tables = read(osm)
    # The street runs along x = 0.
    street = tables.tables["streets"].geometry.iloc[0]
    assert doorplate(tables, f"w{number}")["geometry"].distance(street) == pytest.approx(30, abs=0.1)


def test_the_address_of_large_ground_stands_at_its_gate(osm, read):
    osm.node(20, 60, {"barrier": "gate"})
    number = osm.square(20, 20, 400, {"amenity": "university", "addr:street": "平江路", "addr:housenumber": "1"})
    tables = read(osm)
    street = tables.tables["streets"].geometry.iloc[0]
    assert doorplate(tables, f"w{number}")["geometry"].distance(street) == pytest.approx(20, abs=0.1)


def test_the_building_of_a_doorplate_stays_though_its_name_may_look_like_a_persons_number():
    tables = {"doorplates": pd.DataFrame({"doorplate_id": ["n1"], "building_id": ["A123456789"], "address": ["人民路5号"]})}
    cleaned, notes = without_persons(tables)
    assert cleaned["doorplates"]["building_id"].tolist() == ["A123456789"]
    assert not notes
