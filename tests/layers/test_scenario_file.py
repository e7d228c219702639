"""Scenario files: what a run was given, written so that it can be checked and repeated."""

from __future__ import annotations

import shutil
import sqlite3

import geopandas as gpd
import pytest
import shapely
import yaml
from community3d.layers.errors import InputError
from community3d.layers.fingerprint import fingerprint, parts_of
from community3d.layers.geopackage import write_geopackage
from community3d.layers.scenario_file import Scenario, changed, read_scenario, recorded, write_scenario

KNOWN = {"servicecoverage": ["DOORPLATES", "STREETS", "PROFILE", "WALKER", "LEDGER"]}


def points(*names: str) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"name": list(names)}, geometry=[shapely.Point(k, k) for k in range(len(names))], crs="EPSG:4549")


@pytest.fixture
def workspace(tmp_path):
    path = tmp_path / "data" / "town.gpkg"
    path.parent.mkdir()
    write_geopackage(path, {"doorplates": points("a", "b"), "streets": points("c")}, crs="EPSG:4549")
    return path


@pytest.fixture
def written(tmp_path, workspace):
    """A scenario of two layers, in the folder above the data."""
    inputs = {key: (recorded(f"{workspace}|layername={key.lower()}"),) for key in ("DOORPLATES", "STREETS")}
    scenario = Scenario(
        "servicecoverage", {"PROFILE": "tdt1063", "WALKER": "older"}, inputs, ("LEDGER",), {"community3d": "0.1.0"}, "0123abcd"
    )
    write_scenario(tmp_path / "run.yaml", scenario)
    return tmp_path / "run.yaml"


def test_what_is_written_is_read_again(written, workspace):
    found = read_scenario(written, KNOWN)
    assert (found.algorithm, found.run, found.outputs) == ("servicecoverage", "0123abcd", ("LEDGER",))
    assert found.parameters == {"PROFILE": "tdt1063", "WALKER": "older"}
    assert found.inputs["STREETS"][0].source == f"{workspace}|layername=streets"
    assert len(found.inputs["STREETS"][0].sha256) == 64
    assert changed(found) == []


def test_inputs_below_the_scenario_are_named_from_there(written):
    content = yaml.safe_load(written.read_text(encoding="utf-8"))
    assert content["inputs"]["DOORPLATES"][0]["source"] == "data/town.gpkg|layername=doorplates"


def test_scenario_and_data_can_be_moved_together(written, workspace, tmp_path):
    shutil.copytree(written.parent, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("elsewhere"))
    workspace.unlink()
    found = read_scenario(tmp_path / "elsewhere" / "run.yaml", KNOWN)
    assert found.inputs["DOORPLATES"][0].source == f"{tmp_path}/elsewhere/data/town.gpkg|layername=doorplates"
    assert changed(found) == []


def test_inputs_are_also_found_beside_the_scenario(written, workspace, tmp_path):
    shutil.move(workspace, tmp_path / "town.gpkg")
    assert changed(read_scenario(written, KNOWN)) == []


def test_another_row_is_another_content(written, workspace):
    write_geopackage(workspace, {"doorplates": points("a", "x"), "streets": points("c")}, crs="EPSG:4549")
    assert [str(words) for words in changed(read_scenario(written, KNOWN))] == [
        f"DOORPLATES: {workspace}|layername=doorplates holds something else than it did."
    ]


def test_opening_a_geopackage_or_another_table_in_it_changes_nothing(written, workspace):
    with sqlite3.connect(workspace) as connection:
        connection.execute("PRAGMA user_version = 7")
        connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY)")
    assert changed(read_scenario(written, KNOWN)) == []


def test_a_missing_input_is_named(written, workspace):
    workspace.unlink()
    told = [str(words) for words in changed(read_scenario(written, KNOWN))]
    assert len(told) == 2
    assert told[0].startswith("DOORPLATES: ")
    assert told[0].endswith("town.gpkg|layername=doorplates is missing.")


def test_what_is_no_file_cannot_be_checked(tmp_path):
    scenario = Scenario("servicecoverage", {}, {"DOORPLATES": (recorded("scratch layer"),)})
    write_scenario(tmp_path / "run.yaml", scenario)
    found = read_scenario(tmp_path / "run.yaml", KNOWN)
    assert str(changed(found)[0]) == "DOORPLATES: “scratch layer” was no file; nobody can tell whether it is the same."


def test_all_faults_of_a_scenario_come_at_once(tmp_path):
    path = tmp_path / "run.yaml"
    content = {
        "scenario": 1,
        "algorithm": "servicecoverage",
        "parameters": {"WALKR": "older"},
        "inputs": {"DOORPLATES": "town.gpkg", "STREETS": [{"source": "a", "md5": "x"}]},
        "colour": "red",
    }
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_scenario(path, KNOWN)
    assert [str(problem) for problem in caught.value.problems] == [
        "run.yaml: the scenario: unknown key colour; known are scenario, algorithm, run, parameters, inputs, outputs, versions"
    ]
    del content["colour"]
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_scenario(path, KNOWN)
    assert [str(problem) for problem in caught.value.problems] == [
        "run.yaml: the algorithm servicecoverage: unknown key WALKR; known are DOORPLATES, STREETS, PROFILE, WALKER, LEDGER",
        "run.yaml: the input DOORPLATES must be a list of sources",
        "run.yaml: the input STREETS: unknown key md5; known are source, sha256, bytes",
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("scenario: [", "is not valid YAML in UTF-8"),
        ("a: 1", "is not a scenario: it must state scenario, algorithm, parameters, inputs"),
        ("{scenario: 2, algorithm: servicecoverage, parameters: {}, inputs: {}}", "its format is 2; this version reads 1"),
        ("{scenario: 1, algorithm: dance, parameters: {}, inputs: {}}", "there is no algorithm dance to repeat; known are servicecoverage"),
        ("{scenario: 1, algorithm: servicecoverage, parameters: 3, inputs: {}}", "parameters must hold keys with values"),
    ],
)
def test_a_file_that_is_no_scenario_is_told_plainly(tmp_path, content, words):
    (tmp_path / "run.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_scenario(tmp_path / "run.yaml", KNOWN)
    assert words in str(caught.value)


def test_a_missing_file_or_table_is_named(tmp_path, workspace):
    with pytest.raises(InputError, match=r"absent\.yaml does not exist"):
        read_scenario(tmp_path / "absent.yaml", KNOWN)
    with pytest.raises(InputError, match=r"absent\.gpkg does not exist"):
        fingerprint(str(tmp_path / "absent.gpkg"))
    with pytest.raises(InputError, match=r"town\.gpkg has no readable table cats"):
        fingerprint(f"{workspace}|layername=cats")


def test_all_parts_of_a_shapefile_count(tmp_path):
    (tmp_path / "a.shp").write_bytes(b"shapes")
    (tmp_path / "a.dbf").write_bytes(b"rows")
    before = fingerprint(str(tmp_path / "a.shp"))
    assert before.size_bytes == 10
    (tmp_path / "a.dbf").write_bytes(b"other")
    assert fingerprint(str(tmp_path / "a.shp")).sha256 != before.sha256


def test_a_source_names_file_and_layer():
    assert [str(part) for part in parts_of("/data/w.gpkg|layername=streets|geometrytype=Line")] == ["/data/w.gpkg", "streets"]
    assert [str(part) for part in parts_of("/data/w.gpkg")] == ["/data/w.gpkg", ""]
