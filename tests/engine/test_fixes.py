"""Fixes carried out by hand-worked examples: what is mended, what is left alone, what is told."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.areas.check import check_areas
from community3d.layers.decisions import carried as with_decisions
from community3d.layers.door import accept
from community3d.layers.doorplates.checks import check_doorplates
from community3d.layers.doorplates.elements import elements
from community3d.layers.problems import BY_PAIR, BY_ROW, FIXED, IGNORED, OPEN, Problem, problem_frame
from community3d.layers.words import text
from community3d.processing.engine.fixes.carrying import ALL, FIXES, carry_out, fixable
from community3d.processing.engine.networkcheck import check_network

CRS = "EPSG:4549"
COMMUNITY, WEST, EAST = "320506001012", "320506001012001", "320506001012002"


def areas(*rows: tuple) -> gpd.GeoDataFrame:
    shapes = [shape if isinstance(shape, shapely.Geometry) else shapely.box(*shape) for *_, shape in rows]
    columns = {name: [row[k] for row in rows] for k, name in enumerate(("code", "level", "parent_code"))}
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=CRS)


def two_grids(west: object = (0, 0, 100, 100), east: object = (100, 0, 200, 100), parent: str = COMMUNITY) -> gpd.GeoDataFrame:
    return areas((COMMUNITY, "community", None, (0, 0, 200, 100)), (WEST, "grid", parent, west), (EAST, "grid", COMMUNITY, east))


def streets(*lines: list[tuple[float, float]]) -> gpd.GeoDataFrame:
    columns = {"street_id": [f"S{k}" for k in range(1, len(lines) + 1)]}
    return gpd.GeoDataFrame(columns, geometry=[shapely.LineString(line) for line in lines], crs=CRS)


def of_areas(layer: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return problem_frame(check_areas(accept("areas", layer).frame).problems, crs=CRS)


def of_streets(layer: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return problem_frame(check_network(accept("streets", layer).frame, node_tolerance_m=0, near_m=2).problems, crs=CRS)


def wished(problems: gpd.GeoDataFrame, *rules: str) -> gpd.GeoDataFrame:
    return problems.assign(state=[FIXED if rule in rules else OPEN for rule in problems["rule"]])


def test_every_rule_that_says_it_is_mended_by_itself_has_a_fix():
    assert all(fixable(*name.split(".")) for name in BY_ROW | BY_PAIR)
    assert {name for name in FIXES if not name.startswith("*")} == BY_ROW | BY_PAIR


def test_land_of_two_grids_goes_to_the_one_with_the_longer_border():
    # The western grid reaches 30 m into the eastern one, 20 m wide: 80 m of the 100 m of outline border on the eastern grid.
    tongue = shapely.union(shapely.box(0, 0, 100, 100), shapely.box(100, 40, 130, 60))
    layer = two_grids(west=tongue)
    found = wished(of_areas(layer), "overlap")
    assert found["problem_id"].tolist()[0] == f"overlap:areas:{WEST}+{EAST}"
    done = carry_out({"areas": layer}, found)
    shapes = done.draft.geometries("areas")
    assert shapely.area(shapes).tolist() == pytest.approx([20_000, 10_000, 10_000])  # no land is lost
    assert of_areas(layer.set_geometry(list(shapes), crs=CRS)).empty
    assert [(change.row, change.before, change.after) for change in done.draft.changes] == [(WEST, "10600.00 m²", "10000.00 m²")]
    assert layer.geometry.area.tolist() == pytest.approx([20_000, 10_600, 10_000])  # the given table stays


def test_a_grid_that_lies_in_another_one_is_left_to_people():
    layer = two_grids(east=(10, 10, 90, 90))
    found = of_areas(layer)
    whole = found[found["rule"] == "overlap"].iloc[0]
    assert (whole["automatic"], whole["fix"]) == ("no", None)
    done = carry_out({"areas": layer}, wished(found, "overlap"))
    assert (done.done, len(done.draft.changes)) == ((), 0)
    assert "lies in the other area for the most part" in str(done.skipped[whole["problem_id"]])
    assert done.problems.set_index("problem_id").loc[whole["problem_id"], "state"] == OPEN


@pytest.mark.parametrize(("east_from", "rule"), [(101.0, "sliver"), (120.0, "gap")])
def test_a_gap_is_given_to_the_neighbour_with_the_longest_border(east_from, rule):
    # South of the gap lies the western grid too, so its border is the longer one.
    west = shapely.union(shapely.box(0, 0, 100, 100), shapely.box(100, 0, east_from, 10))
    layer = two_grids(west=west, east=(east_from, 0, 200, 100))
    found = of_areas(layer)
    assert found["rule"].tolist() == [rule]
    done = carry_out({"areas": layer}, wished(found, rule))
    shapes = done.draft.geometries("areas")
    assert shapely.area(shapes).tolist() == pytest.approx([20_000, 100 * east_from, 20_000 - 100 * east_from])
    assert done.problems.empty


@pytest.mark.parametrize("parent", ["320506001013", "999"])
def test_a_wrong_parent_becomes_that_of_the_place(parent):
    layer = two_grids(parent=parent)
    done = carry_out({"areas": layer}, of_areas(layer), which=ALL)
    assert done.draft.values == {"areas": {(1, "parent_code"): COMMUNITY}}


def test_an_end_is_joined_to_the_street_beside_it():
    layer = streets([(0, 0), (100, 0)], [(50, 0.5), (50, 80)])
    found = wished(of_streets(layer), "dangle")
    done = carry_out({"streets": layer}, found)
    shapes = done.draft.geometries("streets")
    assert shapely.get_coordinates(shapes[0]).tolist() == [[0, 0], [50, 0], [100, 0]]
    assert shapely.get_coordinates(shapes[1]).tolist() == [[50, 0], [50, 80]]
    assert of_streets(layer.set_geometry(list(shapes), crs=CRS)).empty


def test_an_end_where_other_streets_meet_stays_and_is_led_on():
    layer = streets([(0, 0), (100, 0)], [(50, 0.5), (50, 80)], [(50, 0.5), (10, 40)])
    found = of_streets(layer)
    done = carry_out({"streets": layer}, wished(found, "dangle", "near_miss"))
    assert len(done.done) == 1
    changed = next(row for row in (1, 2) if row in done.draft.shapes["streets"])
    assert shapely.get_num_coordinates(done.draft.geometry("streets", changed)) == 3
    assert "dangle" not in of_streets(layer.set_geometry(list(done.draft.geometries("streets")), crs=CRS))["rule"].tolist()


def test_two_ends_that_almost_meet_are_joined():
    layer = streets([(0, 0), (50, 0)], [(51, 0), (100, 0)])
    done = carry_out({"streets": layer}, of_streets(layer), which=ALL)
    shapes = done.draft.geometries("streets")
    assert shapely.get_coordinates(shapes[0])[-1].tolist() == shapely.get_coordinates(shapes[1])[0].tolist()
    assert "near_miss" not in of_streets(layer.set_geometry(list(shapes), crs=CRS))["rule"].tolist()


def test_streets_that_cross_get_a_vertex_in_common():
    layer = streets([(0, 0), (100, 100)], [(0, 100), (100, 0)])
    done = carry_out({"streets": layer}, of_streets(layer), which=ALL)
    for shape in done.draft.geometries("streets"):
        assert [50, 50] in shapely.get_coordinates(shape).tolist()
    assert of_streets(layer.set_geometry(list(done.draft.geometries("streets")), crs=CRS)).empty


def test_of_two_crossings_of_the_same_streets_each_is_mended_at_its_place():
    layer = streets([(0, 0), (100, 0)], [(20, -20), (20, 20), (80, 20), (80, -20)])
    found = of_streets(layer)
    found = found[found["rule"] == "crossing"].reset_index(drop=True)
    assert found["problem_id"].tolist() == ["crossing:streets:S1+S2", "crossing:streets:S1+S2#2"]
    second = found.assign(state=[OPEN, FIXED])
    done = carry_out({"streets": layer}, second)
    assert len(done.done) == 1
    place = shapely.get_coordinates(found.geometry.iloc[1])[0].tolist()
    assert shapely.get_coordinates(done.draft.geometry("streets", 0)).tolist()[1] == place
    again = with_decisions(of_streets(layer.set_geometry(list(done.draft.geometries("streets")), crs=CRS)), done.problems)
    assert again["problem_id"].tolist() == ["crossing:streets:S1+S2"]  # the other one kept its name


def test_a_street_that_crosses_itself_gets_a_vertex_on_both_strands():
    layer = streets([(0, 0), (100, 0), (100, 50), (50, 50), (50, -50)])
    found = of_streets(layer)
    assert found["rule"].tolist() == ["self_crossing"]
    done = carry_out({"streets": layer}, found, which=ALL)
    assert shapely.get_coordinates(done.draft.geometry("streets", 0)).tolist().count([50, 0]) == 2


def test_doubled_and_unwalkable_streets_are_left_out():
    layer = streets([(0, 0), (100, 0)], [(100, 0), (0, 0)], [(100, 0), (200, 0)])
    still = gpd.GeoDataFrame({"street_id": ["S4"]}, geometry=[shapely.LineString([(7, 7), (7, 7)])], crs=CRS)
    layer = gpd.GeoDataFrame(pd.concat([layer, still], ignore_index=True), crs=CRS)
    taken = accept("streets", layer)
    found = pd.concat([of_streets(layer), taken.problems], ignore_index=True)
    assert sorted(found["rule"]) == ["duplicate", "no_length"]
    done = carry_out({"streets": layer}, gpd.GeoDataFrame(found, geometry="geometry", crs=CRS), which=ALL)
    assert done.draft.gone == {"streets": {1, 3}}


def doorplates(**changed: list) -> gpd.GeoDataFrame:
    columns = {
        "doorplate_id": ["D1", "D2", "D3"],
        "address": ["长江路2号", "长江路2号", "长江路10号"],
        "road": ["长江路"] * 3,
        "number": ["2号", "2号", "10号"],
        "households": [10, 10, None],
        "grid_code": [WEST, WEST, WEST],
        **changed,
    }
    return gpd.GeoDataFrame(columns, geometry=[shapely.Point(x, 50) for x in (50, 60, 150)], crs=CRS)


def of_doorplates(layer: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    frame = accept("doorplates", layer).frame
    return problem_frame(check_doorplates(frame, elements(frame)), crs=CRS)


def test_of_a_door_that_stands_twice_the_first_row_stays():
    layer = doorplates(households=[None, 10, None])
    done = carry_out({"doorplates": layer}, of_doorplates(layer), which=ALL)
    assert done.draft.gone == {"doorplates": {1}}
    assert done.draft.value("doorplates", 0, "households") == 10  # only the later row knew
    assert len(done.draft.changes) == 2


def test_a_door_with_other_households_is_left_to_people():
    layer = doorplates(households=[10, 12, None])
    done = carry_out({"doorplates": layer}, of_doorplates(layer), which=ALL)
    assert not done.draft.gone
    assert "different numbers in households" in str(next(iter(done.skipped.values())))


def test_the_same_address_far_away_is_no_twin():
    layer = doorplates()
    layer = layer.set_geometry([shapely.Point(x, 50) for x in (50, 90, 150)], crs=CRS)
    found = of_doorplates(layer)
    assert found.loc[found["rule"] == "duplicate_address", "automatic"].tolist() == ["no"]


def test_codes_become_those_of_the_place():
    layer = doorplates()
    layer["community_code"] = "320506001099"
    problem = Problem("doorplates", "code_disagrees", "warning", text("x"), row="D3")
    done = carry_out({"doorplates": layer, "areas": two_grids()}, problem_frame([problem] * 2, crs=CRS), which=ALL)
    assert done.draft.values == {"doorplates": {(2, "community_code"): COMMUNITY, (2, "grid_code"): EAST}}
    assert (len(done.done), done.skipped) == (2, {})


def test_a_door_outside_every_area_keeps_its_codes():
    layer = doorplates().set_geometry([shapely.Point(x, 500) for x in (50, 60, 150)], crs=CRS)
    problem = Problem("doorplates", "code_disagrees", "warning", text("x"), row="D3")
    done = carry_out({"doorplates": layer, "areas": two_grids()}, problem_frame([problem], crs=CRS), which=ALL)
    assert not done.draft.values
    assert [str(reason) for reason in done.skipped.values()] == ["The doorplate lies in no area."]


def test_a_repeated_row_is_left_out_and_another_one_gets_an_id_of_its_own():
    layer = doorplates(doorplate_id=["D1", "D1", "D1"], address=["长江路2号", "长江路3号", "长江路2号"], number=["2号", "3号", "2号"])
    layer = layer.set_geometry([shapely.Point(50, 50), shapely.Point(60, 50), shapely.Point(50, 50)], crs=CRS)
    layer["households"] = 10
    found = accept("doorplates", layer).problems
    assert found["problem_id"].tolist() == ["duplicate_id:doorplates:D1", "duplicate_id:doorplates:D1#2"]
    done = carry_out({"doorplates": layer}, found, which=ALL)
    assert done.draft.values == {"doorplates": {(1, "doorplate_id"): "D1-2"}}
    assert done.draft.gone == {"doorplates": {2}}


def test_an_outline_that_crosses_itself_becomes_its_polygons():
    bow = shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    layer = gpd.GeoDataFrame({"building_id": ["B1"]}, geometry=[bow], crs=CRS)
    done = carry_out({"buildings": layer}, accept("buildings", layer).problems, which=ALL)
    # Two triangles with a base of 10 m and a height of 5 m.
    assert done.draft.geometry("buildings", 0).area == pytest.approx(50)
    assert done.draft.geometry("buildings", 0).is_valid


def test_a_scrap_in_which_a_door_stands_is_kept():
    scraps = gpd.GeoDataFrame({"building_id": ["B1", "B2"]}, geometry=[shapely.box(49, 49, 51, 51), shapely.box(0, 0, 2, 2)], crs=CRS)
    problems = [Problem("buildings", "building_scrap", "note", text("x"), row=name) for name in ("B1", "B2")]
    done = carry_out({"buildings": scraps, "doorplates": doorplates()}, problem_frame(problems, crs=CRS), which=ALL)
    assert done.draft.gone == {"buildings": {1}}


def test_a_gate_is_moved_onto_the_wall_of_its_estate():
    walls = gpd.GeoDataFrame(
        {"wall_id": ["W1", "W2"], "estate": ["甲", "乙"]},
        geometry=[shapely.LineString([(0, 0), (100, 0)]), shapely.LineString([(0, 8), (100, 8)])],
        crs=CRS,
    )
    gates = gpd.GeoDataFrame({"gate_id": ["G1"], "estate": ["甲"]}, geometry=[shapely.Point(40, 6)], crs=CRS)
    problem = Problem("gates", "gate_far_from_wall", "warning", text("x"), row="G1")
    done = carry_out({"gates": gates, "walls": walls}, problem_frame([problem], crs=CRS), which=ALL)
    assert shapely.get_coordinates(done.draft.geometry("gates", 0)).tolist() == [[40, 0]]


def test_what_was_ignored_or_accepted_is_never_touched():
    layer = streets([(0, 0), (100, 0)], [(50, 0.5), (50, 80)])
    found = of_streets(layer).assign(state=IGNORED, reason="数据如此")
    done = carry_out({"streets": layer}, found, which=ALL)
    assert (done.done, done.skipped, done.draft.changes) == ((), {}, [])
    assert done.problems["reason"].tolist() == ["数据如此"] * len(found)


def test_a_second_check_keeps_what_was_decided():
    layer = streets([(0, 0), (100, 0)], [(50, 0.5), (50, 80)], [(200, 0), (200, 50)])
    first = of_streets(layer)
    earlier = first.assign(state=[IGNORED] * len(first), reason=["不影响"] * len(first))
    # The rows stand in another order now, and one more fault was drawn.
    more = streets([(0, 0), (100, 0)], [(50, 0.5), (50, 80)], [(200, 0), (200, 50)], [(20, 0.7), (20, -60)])
    again = with_decisions(of_streets(more.iloc[::-1].reset_index(drop=True)), earlier)
    states = dict(zip(again["problem_id"], again["state"]))
    assert states["dangle:streets:S2+S1"] == IGNORED
    assert states["dangle:streets:S4+S1"] == OPEN


def test_a_problem_without_a_fix_is_told_and_left():
    layer = streets([(0, 0), (100, 0)])
    problem = Problem("streets", "island", "warning", text("x"), row="S1")
    done = carry_out({"streets": layer}, problem_frame([problem], crs=CRS).assign(state=FIXED))
    assert "Edit the row in QGIS" in str(done.skipped["island:streets:S1"])
    assert np.array_equal(done.problems["state"], [OPEN])


def test_a_copy_holds_nothing_of_persons_or_removed_rows(tmp_path):
    import sqlite3

    from community3d.layers.geopackage import read_table, write_geopackage
    from community3d.layers.mended_copy import Mended, write_mended
    from community3d.processing.engine.fixes.private import without_private

    layer = doorplates(address=["长江路2号", "长江路2号", "长江路10号 电话13812345678"], 联系电话=["13912345678"] * 3)
    source, target = tmp_path / "w.gpkg", tmp_path / "x.gpkg"
    write_geopackage(source, {"doorplates": layer}, crs=CRS)
    given = {"doorplates": read_table(source, "doorplates")}
    done = carry_out(given, of_doorplates(layer), which=ALL)
    dropped = without_private(done.draft)
    assert dropped == {"doorplates": ("联系电话",)}
    draft = done.draft
    changes = Mended(draft.values["doorplates"], {}, frozenset(draft.gone["doorplates"]), dropped["doorplates"])
    write_mended(target, source, {"doorplates": changes}, {}, crs=CRS)
    page = target.read_bytes()
    for canary in ("13912345678", "13812345678"):
        assert canary.encode() not in page
        assert all(canary not in f"{change.before}{change.after}" for change in draft.changes)
    after = read_table(target, "doorplates")
    assert after["doorplate_id"].tolist() == ["D1", "D3"]
    assert "联系电话" not in after.columns
    with sqlite3.connect(target) as connection:
        assert connection.execute("SELECT feature_count FROM gpkg_ogr_contents").fetchone() == (2,)
        assert connection.execute("SELECT count(*) FROM rtree_doorplates_geom").fetchone() == (2,)


def test_a_changed_outline_is_found_by_its_new_box(tmp_path):
    import sqlite3

    from community3d.layers.geopackage import read_table, write_geopackage
    from community3d.layers.mended_copy import Mended, write_mended

    source, target = tmp_path / "w.gpkg", tmp_path / "x.gpkg"
    write_geopackage(source, {"areas": two_grids()}, crs=CRS)
    write_mended(target, source, {"areas": Mended(shapes={2: shapely.box(100, 0, 300, 100)})}, {}, crs=CRS)
    assert read_table(target, "areas").geometry.iloc[2].bounds == (100, 0, 300, 100)
    with sqlite3.connect(target) as connection:
        box = connection.execute("SELECT maxx FROM rtree_areas_geom WHERE id = 3").fetchone()
        triggers = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'areas'").fetchone()
    with sqlite3.connect(source) as connection:
        before = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'areas'").fetchone()
    assert box == (300.0,)
    assert triggers == before
