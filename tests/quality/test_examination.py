"""What an examination finds: counted on one hand in the town, and named in words where tables are broken."""

from __future__ import annotations

import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.layers.geopackage import write_geopackage
from community3d.layers.quality.given import is_workspace, open_workspace
from community3d.processing.engine.dataquality import counted

from .town import CRS, FIRST, SECOND, examined, frame, point, rules, tables, workspace


def test_each_fault_of_the_doorplates_is_counted_once(found):
    counts = rules(found)
    for rule in ("duplicate_address", "no_number", "code_disagrees", "unknown_code", "outside", "not_snapped"):
        assert counts[f"doorplates.{rule}"] == 1, rule
    # D4 and D5 stand in no building.
    assert counts["doorplates.no_building"] == 2


def test_what_the_other_tables_lack_is_found(found):
    counts = rules(found)
    assert counts["streets.island"] == 1  # 后巷, 70 m from 长江路
    assert counts["estates.estate_without_gate"] == 1
    assert counts["buildings.no_doorplate"] == 1  # B3
    assert counts["facilities.unknown_type"] == 1
    # Eight of the nine categories have no facility and no survey.
    assert counts["facilities.not_surveyed"] == 8
    assert {name for name in counts if name.endswith("missing_table")} == {
        "gates.missing_table", "land.missing_table", "surveys.missing_table", "walls.missing_table",
    }  # fmt: skip


def test_messages_say_how_far_and_which(found):
    said = {(one.table, one.rule): one.message for one in found.problems.itertuples()}
    assert said["doorplates", "outside"] == "500 m outside every area."
    assert said["doorplates", "code_disagrees"] == f"The stated code is {FIRST}, but the point lies in {SECOND}."
    assert said["doorplates", "unknown_code"] == "1 doorplates state the code 990106001009001 in grid_code; no area has it."


def test_shares_are_those_of_five_doorplates(found):
    assert found.shares["with_households"] == 4 / 5
    assert found.shares["with_building"] == 3 / 5
    assert found.shares["inside_grid"] == found.shares["inside"] == 4 / 5


def test_grids_hold_their_doorplates_and_findings(found):
    grids = found.by_unit.set_index("code")
    assert grids["doorplates"].tolist() == [2, 2]
    assert grids["households"].tolist() == [20, 5]
    assert grids.loc[FIRST, "with_households"] == 1.0
    assert grids.loc[SECOND, "with_households"] == 0.5
    # In the first: D2's address and the island.
    assert grids.loc[FIRST, "warning"] == 2


def test_completeness_counts_values(found):
    share = found.completeness.set_index(["table", "column"])["share"]
    assert share["doorplates", "households"] == 0.8
    assert share["doorplates", "number"] == 0.8
    assert share["areas", "leader_posts"] == 0
    assert "areas.empty_column" in rules(found)


def test_ages_are_reckoned_from_the_stated_day(found):
    areas = found.freshness.set_index("table").loc["areas"]
    # The grids are of June 2024, more than a year before September 2026; the other two are not.
    assert (areas["oldest"], areas["newest"], areas["old"]) == ("2024-06-30", "2026-06-30", 0.5)


def test_verdicts_carry_their_reasons(found):
    uses = {use.name: use for use in found.uses}
    assert {name: use.verdict for name, use in uses.items()} == {"coverage": "reserved", "staffing": "unusable", "scene": "reserved"}
    said = [str(reason) for _, reason in uses["coverage"].reasons]
    assert "20.0 % of the doorplates lie outside every area; figures by area leave them out." in said
    assert "20.0 % of the doorplates are connected to no street; they count as not reached." in said
    assert str(uses["staffing"].reasons[0][1]) == "100.0 % of the grids state no posts of leaders or workers."


def test_without_streets_the_coverage_check_is_not_usable(tmp_path):
    found = examined(workspace(tmp_path, streets=None))
    assert rules(found)["streets.missing_table"] == 1
    coverage = next(use for use in found.uses if use.name == "coverage")
    assert coverage.verdict == "unusable"
    assert str(coverage.reasons[0][1]) == "The table Walking network is missing or empty."


def test_streets_of_another_city_are_an_error_and_not_the_end(tmp_path):
    elsewhere = tables()["streets"].translate(300_000, 0)
    found = examined(workspace(tmp_path, streets=tables()["streets"].set_geometry(elsewhere)))
    assert set(found.problems.loc[found.problems["rule"] == "unusable_network", "severity"]) == {"error"}
    assert found.network == "elsewhere"
    assert "doorplates.duplicate_address" in rules(found)


def test_a_table_in_another_system_is_told_and_examined_all_the_same(tmp_path):
    path = workspace(tmp_path)
    moved = tables()["facilities"].to_crs("EPSG:4326")
    write_geopackage(path, {"facilities": moved}, crs="EPSG:4326", append=True)
    found = examined(path)
    assert rules(found)["facilities.other_crs"] == 1
    assert rules(found)["facilities.unknown_type"] == 1
    assert rules(found).get("facilities.elsewhere", 0) == 0


def test_a_table_that_the_door_refuses_becomes_a_problem(tmp_path):
    found = examined(workspace(tmp_path, facilities=tables()["facilities"].drop(columns="services")))
    problem = found.problems[found.problems["rule"] == "refused_table"].iloc[0]
    assert "lacks the required columns services" in problem["message"]
    assert next(use for use in found.uses if use.name == "coverage").verdict == "unusable"


def test_tables_without_rows_are_told(tmp_path):
    empty = tables()["doorplates"].iloc[:0]
    found = examined(workspace(tmp_path, doorplates=empty))
    assert rules(found)["doorplates.empty_table"] == 1
    assert next(use for use in found.uses if use.name == "coverage").verdict == "unusable"


def test_a_file_without_any_table_of_ours_is_refused(tmp_path):
    path = tmp_path / "other.gpkg"
    write_geopackage(path, {"trees": frame({"tree": ["a"]}, [point(0, 0)])}, crs=CRS)
    assert not is_workspace(path)
    with pytest.raises(InputError, match=r"other\.gpkg holds no table of a workspace"):
        open_workspace(path)


def test_a_broken_file_is_refused(tmp_path):
    path = tmp_path / "broken.gpkg"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(InputError, match="is not a readable GeoPackage"):
        open_workspace(path)


def test_rows_beyond_the_list_are_counted(tmp_path):
    many = 1_200
    doors = frame(
        {"doorplate_id": [f"D{k}" for k in range(many)], "address": [f"长江路{k + 1}号" for k in range(many)], "households": ["x"] * many},
        [point(50 + k / 10, 100) for k in range(many)],
    )
    found = examined(workspace(tmp_path, doorplates=doors))
    assert rules(found)["doorplates.not_a_number"] == many
    assert (found.problems["rule"] == "not_a_number").sum() == 1_001


def test_findings_are_points_in_the_same_system(found):
    shapes = found.problems.geometry.to_numpy()
    kinds = shapely.get_type_id(shapes[~shapely.is_missing(shapes)])
    assert set(kinds.tolist()) == {0}
    assert found.problems.crs == CRS


def test_counts_of_an_empty_list_are_none():
    from community3d.layers.problems import problem_frame

    assert len(counted(problem_frame([], crs=CRS))) == 0


def test_the_workspace_is_only_read(tmp_path):
    path = workspace(tmp_path)
    before = path.read_bytes()
    examined(path)
    assert path.read_bytes() == before
