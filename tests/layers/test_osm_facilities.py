"""OSM facilities: where they are entered, what a row holds."""

from __future__ import annotations

import pytest
import shapely


def rows(tables, number, letter="w"):
    frame = tables.tables["facilities"]
    return frame[frame["facility_id"].str.split("#").str[0] == f"{letter}{number}"]


def away_m(tables, frame, x, y):
    """Metres between the facility's places and a place in metres from the street's middle."""
    middle = tables.tables["streets"].geometry.iloc[0].interpolate(0.5, normalized=True)
    return frame.geometry.distance(shapely.Point(middle.x + x, middle.y + y)).tolist()


def test_a_point_stays_where_it_is(osm, read):
    number = osm.node(30, 40, {"amenity": "clinic", "name": "平江卫生服务站", "opening_hours": "Mo-Fr 08:00-17:00"})
    tables = read(osm)
    row = rows(tables, number, "n").iloc[0]
    assert row[["name", "services", "opening"]].tolist() == ["平江卫生服务站", "health_station", "Mo-Fr 08:00-17:00"]
    assert away_m(tables, rows(tables, number, "n"), 30, 40)[0] < 1


def test_a_building_is_one_point_inside(osm, read):
    number = osm.square(20, 20, 30, {"building": "yes", "amenity": "hospital", "building:levels": "4", "capacity": "120"})
    found = rows(read(osm), number)
    assert list(found["facility_id"]) == [f"w{number}"]
    assert found["capacity"].iloc[0] == 120
    # 30 m × 30 m × 4 floors.
    assert found["floor_m2"].iloc[0] == pytest.approx(3600, rel=0.01)


def test_a_building_with_a_door_is_entered_there(osm, read):
    door = osm.node(20, 35, {"entrance": "main"})
    corners = [osm.node(x, y) for x, y in ((20, 20), (50, 20), (50, 50), (20, 50))]
    number = osm.way_of([corners[0], corners[1], corners[2], corners[3], door, corners[0]], {"building": "yes", "amenity": "hospital"})
    tables = read(osm)
    assert away_m(tables, rows(tables, number), 20, 35)[0] < 1


def test_school_ground_is_entered_at_its_gates_only(osm, read):
    osm.node(20, 60, {"barrier": "gate", "name": "西门"})
    osm.node(120, 60, {"barrier": "gate", "name": "东门", "access": "private"})
    osm.node(70, 20, {"barrier": "gate", "locked": "yes"})
    osm.way([(0, 90), (60, 90)], {"highway": "service"})
    number = osm.square(20, 20, 100, {"amenity": "school", "name": "平江小学"})
    tables = read(osm)
    found = rows(tables, number)
    assert list(found["facility_id"]) == [f"w{number}", f"w{number}#2"]
    assert min(away_m(tables, found, 20, 60)) < 1
    assert min(away_m(tables, found, 120, 60)) < 1
    assert set(found["name"]) == {"平江小学"}
    assert "1 facilities are reached at 2 places: large ground has a row for every entrance." in map(str, tables.notes)


def test_school_ground_without_gates_is_entered_where_a_street_comes_in(osm, read):
    osm.way([(0, 90), (60, 90)], {"highway": "service"})
    number = osm.square(20, 20, 100, {"amenity": "school"})
    tables = read(osm)
    # One metre inside the outline, on the street.
    assert away_m(tables, rows(tables, number), 21, 90)[0] < 0.5


def test_school_ground_without_any_way_in_is_entered_nearest_to_a_street(osm, read):
    number = osm.square(20, 20, 100, {"amenity": "school"})
    tables = read(osm)
    found = rows(tables, number)
    assert len(found) == 1
    # The street runs along x = 0, the ground begins at 20; one metre inside.
    assert found.geometry.distance(tables.tables["streets"].geometry.iloc[0]).iloc[0] == pytest.approx(21, abs=0.2)


def test_a_park_without_a_way_in_is_entered_all_along_its_edge(osm, read):
    number = osm.square(20, -50, 100, {"leisure": "park", "name": "苏州公园"})
    tables = read(osm)
    found = rows(tables, number)
    # 392 m of edge, a place every 50 m or so.
    assert len(found) == 8
    ground = shapely.MultiPoint(found.geometry.tolist()).convex_hull
    assert ground.area == pytest.approx(98 * 98, rel=0.02)
    assert found["facility_id"].is_unique


def test_a_park_is_entered_where_paths_come_in_and_at_its_gates(osm, read):
    osm.node(120, 0, {"barrier": "gate"})
    osm.way([(0, 0), (60, 0)], {"highway": "footway"})
    number = osm.square(20, -50, 100, {"leisure": "park"})
    tables = read(osm)
    found = rows(tables, number)
    assert len(found) == 2
    assert min(away_m(tables, found, 21, 0)) < 0.5
    assert min(away_m(tables, found, 120, 0)) < 0.5


def test_a_facility_mapped_as_ground_and_as_a_point_in_it_counts_once(osm, read):
    number = osm.square(20, 20, 30, {"amenity": "school", "name": "平江小学"})
    osm.node(30, 30, {"amenity": "school", "name": "平江小学"})
    tables = read(osm)
    assert list(tables.tables["facilities"]["facility_id"]) == [f"w{number}"]
    assert "Facilities mapped twice, as ground and in it: 1; the ground was kept." in map(str, tables.notes)


def test_another_school_inside_keeps_its_own_row(osm, read):
    osm.square(20, 20, 30, {"amenity": "school", "name": "平江小学"})
    osm.node(30, 30, {"amenity": "school", "name": "振华小学"})
    assert set(read(osm).tables["facilities"]["name"]) == {"平江小学", "振华小学"}


def test_what_is_closed_for_good_serves_nobody(osm, read):
    osm.node(30, 30, {"amenity": "school", "disused": "yes"})
    assert not len(read(osm).tables["facilities"])


def test_capacity_and_floor_area_stand_once_for_a_ground_with_several_entrances(osm, read):
    number = osm.square(20, -50, 100, {"leisure": "park", "capacity": "300"})
    found = rows(read(osm), number)
    assert found["capacity"].sum() == 300
