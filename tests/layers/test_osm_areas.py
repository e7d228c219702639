"""OSM boundaries as areas."""

from __future__ import annotations

import pytest
import shapely


def boundary(level, name, **tags):
    return {"type": "boundary", "boundary": "administrative", "admin_level": level, "name": name, **tags}


def test_closed_boundaries_become_areas_with_their_parents(osm, read):
    outer, inner = osm.square(-500, -500, 1000, {}), osm.square(-100, -100, 300, {})
    district = osm.relation([(outer, "outer")], boundary("6", "姑苏区"))
    osm.relation([(outer, "outer")], boundary("8", "平江街道", ref="320508001"))
    community = osm.relation([(inner, "outer")], boundary("10", "钮家巷社区"))
    areas = read(osm).tables["areas"]
    assert areas[["code", "name", "level", "parent_code", "partition"]].values.tolist() == [
        [f"r{district}", "姑苏区", "district", None, "admin"],
        ["320508001", "平江街道", "subdistrict", f"r{district}", "admin"],
        [f"r{community}", "钮家巷社区", "community", "320508001", "admin"],
    ]


def test_a_code_that_two_areas_share_is_nobodys(osm, read):
    first, second = osm.square(-500, -500, 300, {}), osm.square(0, 0, 300, {})
    ids = [osm.relation([(way, "outer")], boundary("10", name, ref="1")) for way, name in ((first, "甲社区"), (second, "乙社区"))]
    assert read(osm).tables["areas"]["code"].tolist() == [f"r{number}" for number in ids]


def test_a_boundary_that_does_not_close_is_left_out_and_counted(osm, read):
    half = osm.way([(-500, -500), (500, -500), (500, 500)], {})
    osm.relation([(half, "outer")], boundary("8", "平江街道"))
    tables = read(osm)
    assert tables.tables["areas"]["name"].tolist() == ["town"]
    assert "Areas whose outline is not whole in the file were left out: 1." in map(str, tables.notes)


def test_without_boundaries_the_bounds_are_one_district(osm, read):
    osm.bounds(-100, -150, 300, 250)
    tables = read(osm)
    areas = tables.tables["areas"]
    assert areas[["code", "name", "level", "partition"]].values.tolist() == [["extract", "town", "district", "admin"]]
    assert areas.area.iloc[0] == pytest.approx(400 * 400, rel=0.01)
    assert "No administrative boundary is complete in the file: its bounds stand as one district, town." in map(str, tables.notes)


def test_the_district_holds_every_doorplate(osm, read):
    osm.bounds(-100, -100, 100, 100)
    # A building on the edge is whole in the file, and its middle lies outside.
    osm.square(90, 0, 40, {"building": "apartments"})
    tables = read(osm).tables
    assert tables["doorplates"].within(tables["areas"].geometry.iloc[0]).all()


def test_without_bounds_the_streets_give_them(osm, read):
    osm.way([(0, 0), (100, 0)], {"highway": "footway"})
    tables = read(osm).tables
    assert shapely.box(*tables["streets"].total_bounds).equals(tables["areas"].geometry.iloc[0])
