"""OSM ways as streets: kinds, levels, who may walk."""

from __future__ import annotations

import math

import pytest
from community3d.layers.osm import read_osm

from .osm_text import OsmText


def street(tables, number):
    frame = tables.tables["streets"].set_index("street_id")
    return frame.loc[f"w{number}"]


def test_a_street_keeps_its_word_name_and_id(osm, read):
    number = osm.way([(10, 0), (50, 0)], {"highway": "footway", "name": "桂花弄"})
    row = street(read(osm), number)
    assert (row["kind"], row["name"], row["walkable"], row["level"]) == ("footway", "桂花弄", "yes", 0)


def test_speed_and_delay_of_a_street_are_left_to_its_kind(osm, read):
    # What a street states itself would win over PENALTIES.
    number = osm.way([(10, 0), (50, 0)], {"highway": "steps"})
    row = street(read(osm), number)
    assert row["kind"] == "steps"
    assert math.isnan(row["speed_factor"])
    assert math.isnan(row["penalty_s"])


KINDS = {
    "a signal": ({"highway": "footway", "footway": "crossing", "crossing": "traffic_signals"}, "traffic_signals"),
    "a signal by its other tag": ({"highway": "footway", "footway": "crossing", "crossing:signals": "yes"}, "traffic_signals"),
    "a zebra": ({"highway": "footway", "footway": "crossing", "crossing": "marked"}, "crossing"),
    "a crossing of a path": ({"highway": "path", "path": "crossing"}, "crossing"),
    "a pavement": ({"highway": "footway", "footway": "sidewalk"}, "footway"),
    "a road with a signal": ({"highway": "residential", "crossing": "traffic_signals"}, "residential"),
    "a footbridge": ({"highway": "footway", "bridge": "yes", "layer": "1"}, "footbridge"),
    "steps of a bridge": ({"highway": "steps", "bridge": "yes"}, "footbridge"),
    "a road on a bridge": ({"highway": "residential", "bridge": "yes"}, "residential"),
    "an underpass": ({"highway": "path", "tunnel": "yes"}, "underpass"),
    "a passage through a house": ({"highway": "footway", "tunnel": "building_passage"}, "footway"),
    "no bridge": ({"highway": "footway", "bridge": "no"}, "footway"),
}


def test_crossings_footbridges_and_underpasses_are_kinds_of_their_own(osm, read):
    numbers = {name: osm.way([(10, 20 * row), (50, 20 * row)], tags) for row, (name, (tags, _)) in enumerate(KINDS.items())}
    tables = read(osm)
    assert {name: street(tables, number)["kind"] for name, number in numbers.items()} == {name: kind for name, (_, kind) in KINDS.items()}


def test_steps_of_a_bridge_stay_as_slow_as_steps(osm, read):
    number = osm.way([(10, 0), (50, 0)], {"highway": "steps", "bridge": "yes"})
    assert street(read(osm), number)["speed_factor"] == 0.5


PASSAGES = {
    "a motorway": ({"highway": "motorway"}, "no"),
    "a trunk road": ({"highway": "trunk"}, "no"),
    "a trunk road with sidewalks": ({"highway": "trunk", "sidewalk": "both"}, "yes"),
    "a trunk road for feet": ({"highway": "trunk", "foot": "yes"}, "yes"),
    "a road for cars": ({"highway": "primary", "motorroad": "yes"}, "no"),
    "a path not for feet": ({"highway": "footway", "foot": "no"}, "no"),
    "a closed lane": ({"highway": "service", "access": "no"}, "no"),
    "a lane closed but to feet": ({"highway": "service", "access": "no", "foot": "yes"}, "yes"),
    "a permissive lane": ({"highway": "service", "access": "permissive"}, "yes"),
    "a private lane": ({"highway": "service", "access": "private"}, "no"),
    "a private lane with a public path": ({"highway": "service", "access": "private", "foot": "designated"}, "yes"),
    "a cycleway beside a path": ({"highway": "cycleway", "foot": "use_sidepath"}, "no"),
    "a word of tomorrow": ({"highway": "word_of_tomorrow"}, "yes"),
}


@pytest.fixture(scope="module")
def passages(tmp_path_factory):
    town = OsmText()
    for row, (name, (tags, _)) in enumerate(PASSAGES.items()):
        town.way([(10, 20 * row), (50, 20 * row)], {"name": name, **tags})
    path = town.write(tmp_path_factory.mktemp("osm") / "passages.osm")
    return dict(read_osm(path).tables["streets"].set_index("name")["walkable"])


@pytest.mark.parametrize("name", PASSAGES)
def test_kind_and_access_decide_who_may_walk(passages, name):
    assert passages[name] == PASSAGES[name][1]


def test_a_private_way_on_residential_land_is_walked_by_its_residents(osm, read):
    osm.square(0, -50, 100, {"landuse": "residential"})
    number = osm.way([(10, 0), (50, 0)], {"highway": "service", "access": "private"})
    assert street(read(osm), number)["walkable"] == "yes"


def test_what_is_no_street_yet_or_any_more_is_not_drawn(osm, read):
    gone = [{"highway": word} for word in ("construction", "proposed", "elevator", "rest_area")]
    for row, tags in enumerate([*gone, {"highway": "service", "construction": "yes"}]):
        osm.way([(10, row), (50, row)], tags)
    assert list(read(osm).tables["streets"]["name"]) == ["平江路"]


def test_layer_bridge_and_tunnel_give_the_level(osm, read):
    levels = {
        1: {"bridge": "yes"},
        -1: {"tunnel": "yes"},
        2: {"bridge": "yes", "layer": "2"},
        0: {"tunnel": "building_passage"},
        -2: {"layer": "-2"},
    }
    for level, tags in levels.items():
        osm.way([(10, level), (50, level)], {"highway": "footway", "name": str(level), **tags})
    streets = read(osm).tables["streets"].set_index("name")
    assert {level: streets.loc[str(level), "level"] for level in levels} == {level: level for level in levels}


def test_streets_that_share_a_node_share_its_coordinates_to_the_last_bit(osm, read):
    number = osm.way([(0, 200), (70, 210)], {"highway": "footway"})
    tables = read(osm)
    main = tables.tables["streets"].geometry.iloc[0]
    assert street(tables, number)["geometry"].coords[0] == main.coords[-1]


def test_a_bridge_shares_no_vertex_with_the_street_below(osm, read):
    # Both pass the origin, but the bridge has its own nodes.
    number = osm.way([(-50, 1), (50, 1)], {"highway": "footway", "bridge": "yes"})
    tables = read(osm)
    below = set(tables.tables["streets"].geometry.iloc[0].coords)
    assert not below & set(street(tables, number)["geometry"].coords)


def test_a_square_comes_as_its_outline(osm, read):
    number = osm.square(10, 10, 40, {"highway": "pedestrian", "area": "yes", "name": "观前广场"})
    row = street(read(osm), number)
    assert row["geometry"].geom_type == "LineString"
    assert row["geometry"].is_closed
    assert row["geometry"].length == pytest.approx(160, rel=0.01)
    assert row["walkable"] == "yes"


def test_a_street_without_length_is_left_out_and_counted(osm, read):
    osm.way_of([osm.node(9, 9), osm.node(9, 9)], {"highway": "footway"})
    tables = read(osm)
    assert len(tables.tables["streets"]) == 1
    assert "Streets without length were left out: 1." in map(str, tables.notes)


def test_a_chinese_name_goes_before_an_english_one_in_china(osm, read):
    number = osm.way([(10, 0), (50, 0)], {"highway": "footway", "name": "Guanqian Street", "name:zh": "观前街"})
    assert street(read(osm), number)["name"] == "观前街"
