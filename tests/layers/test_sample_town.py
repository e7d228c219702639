from __future__ import annotations

import pytest
import shapely
from community3d.layers.profiles import profile
from community3d.layers.sample.town import EXPECTED, EXPECTED_OK, EXPECTED_OK_LOW, ORIGIN, sample_town
from community3d.layers.schema import TABLES


@pytest.fixture(scope="module")
def town():
    return sample_town()


def place(town, table, key, name):
    """Local coordinates of a row's point."""
    rows = town[table]
    point = rows.geometry[rows[key] == name].iloc[0]
    return point.x - ORIGIN[0], point.y - ORIGIN[1]


def test_every_table_has_the_columns_of_the_schema(town):
    for name, frame in town.items():
        assert [column for column in frame.columns if column != "geometry"] == TABLES[name].names()


def test_every_gate_is_a_vertex_of_a_path_and_lies_on_a_wall(town):
    vertices = {tuple(point) for line in town["streets"].geometry for point in line.coords}
    walls = shapely.union_all(town["walls"].geometry.to_numpy())
    for gate in town["gates"].geometry:
        assert (gate.x, gate.y) in vertices
        assert gate.distance(walls) == 0


def test_two_doorplates_share_one_spot(town):
    assert place(town, "doorplates", "doorplate_id", "D02") == place(town, "doorplates", "doorplate_id", "D03") == (100, -10)


def test_the_bridge_has_no_vertex_where_it_crosses_the_towpath(town):
    streets = town["streets"].set_index("name").geometry
    crossing = shapely.intersection(streets["安澜桥"], streets["河埠"])
    assert (crossing.x - ORIGIN[0], crossing.y - ORIGIN[1]) == (400, 330)
    assert tuple(crossing.coords[0]) not in {*streets["安澜桥"].coords, *streets["河埠"].coords}


def test_the_sealed_estate_has_a_wall_and_no_gate(town):
    assert "静园" in set(town["walls"].estate)
    assert "静园" not in set(town["gates"].estate)


def test_a_doorplate_lies_on_the_edge_of_two_communities(town):
    doorplate = town["doorplates"].geometry[town["doorplates"].doorplate_id == "D06"].iloc[0]
    touching = town["areas"][(town["areas"].level == "community") & town["areas"].touches(doorplate)]
    assert list(touching.code) == ["990106001001", "990106001002"]


def test_there_are_two_hundred_households(town):
    assert town["doorplates"].households.sum() == 200


def test_answers_within_the_limit_are_ok_and_others_are_not():
    limits = {category.id: category.limit for category in profile("tdt1063").categories}
    for answer in EXPECTED:
        if answer.minutes is not None:
            assert (answer.minutes <= limits[answer.category] + 1e-9) == (answer.why == "ok"), answer


def test_the_households_that_reach_a_service_are_those_of_the_listed_answers(town):
    households = town["doorplates"].set_index("doorplate_id").households
    for category, total in EXPECTED_OK.items():
        listed = [answer.doorplate_id for answer in EXPECTED if answer.category == category and answer.why == "ok"]
        # The culture station stands in the health complex: one example is listed, not all.
        assert households[listed].sum() == total or category == "culture"


def test_closing_the_unknown_gate_costs_one_estate_its_school():
    assert EXPECTED_OK["primary_school"] - EXPECTED_OK_LOW["primary_school"] == 20
