"""Scenario files through qgis_process: a run is written down, repeated, and refused once its inputs have changed."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
import yaml
from community3d.layers.geopackage import read_table, write_geopackage
from community3d.layers.sample.town import sample_town

from . import process

pytestmark = process.MARKS
LAYERS = ("doorplates", "facilities", "streets", "areas", "gates", "walls", "estates", "land", "surveys")


@pytest.fixture(scope="module")
def written(profile, tmp_path_factory) -> Path:
    """A folder with the town, the ledger of an older walker, and its scenario."""
    folder = tmp_path_factory.mktemp("scenario")
    town = folder / "town.gpkg"
    write_geopackage(town, sample_town(), crs="EPSG:4549")
    given = {table.upper(): f"{town}|layername={table}" for table in LAYERS}
    asked = {"WALKER": "older", "TARGETS": "park=80", "LEDGER": folder / "first.gpkg", "SUMMARY": folder / "summary.gpkg"}
    done = process.run(profile, "servicecoverage", **given, **asked, SCENARIO=folder / "older.yaml")
    assert done.code == 0, done.said
    assert done.results["SCENARIO"] == str(folder / "older.yaml")
    return folder


def test_the_scenario_states_parameters_hashes_and_versions(written):
    content = yaml.safe_load((written / "older.yaml").read_text(encoding="utf-8"))
    assert content["algorithm"] == "servicecoverage"
    assert content["parameters"]["WALKER"] == "older"
    assert content["outputs"] == ["LEDGER", "SUMMARY"]
    assert content["inputs"]["STREETS"][0]["source"] == "town.gpkg|layername=streets"
    assert {"community3d", "qgis", "shapely", "numpy"} <= set(content["versions"])
    ledger = read_table(written / "first.gpkg", "ledger")
    assert ledger["run"].unique().tolist() == [content["run"]]


def test_a_repeated_run_gives_the_same_ledger(profile, written, tmp_path):
    done = process.run(profile, "runscenario", INPUT=written / "older.yaml", OUTPUT=tmp_path / "again")
    assert done.code == 0, done.said
    assert (done.results["ALGORITHM"], done.results["DIFFERENCES"]) == ("servicecoverage", "")
    first = pd.DataFrame(read_table(written / "first.gpkg", "ledger"))
    again = pd.DataFrame(read_table(tmp_path / "again" / "servicecoverage.gpkg", "ledger"))
    pd.testing.assert_frame_equal(again, first)
    assert len(read_table(tmp_path / "again" / "servicecoverage.gpkg", "summary")) > 0
    assert json.loads(json.loads(done.results["RESULTS"])["PARAMETERS"])["TARGETS"] == "park=80"


def test_a_changed_input_is_refused_unless_accepted(profile, written, tmp_path):
    moved = tmp_path / "moved"
    moved.mkdir()
    scenario = (written / "older.yaml").read_text(encoding="utf-8")
    (moved / "older.yaml").write_text(scenario.replace("shapely: ", "shapely: 1.9.9-"), encoding="utf-8")
    tables = sample_town()
    doorplates = tables["doorplates"]
    tables["doorplates"] = doorplates.assign(households=doorplates["households"].mask(doorplates["doorplate_id"] == "D01", 99))
    # Written anew, the other tables still hold what they held.
    write_geopackage(moved / "town.gpkg", tables, crs="EPSG:4549")
    refused = process.run(profile, "runscenario", INPUT=moved / "older.yaml", OUTPUT=tmp_path / "out")
    assert refused.code == 1
    assert "layername=streets holds" not in refused.said
    assert "town.gpkg|layername=doorplates holds something else than it did." in refused.said
    assert "To run all the same set ACCEPT_CHANGES." in refused.said
    assert not (tmp_path / "out" / "servicecoverage.gpkg").exists()
    accepted = process.run(profile, "runscenario", INPUT=moved / "older.yaml", OUTPUT=tmp_path / "out", ACCEPT_CHANGES="yes")
    assert accepted.code == 0, accepted.said
    assert "layername=doorplates holds something else" in accepted.results["DIFFERENCES"]
    assert "shapely: version 1.9.9-" in accepted.results["DIFFERENCES"]
    ledger = read_table(tmp_path / "out" / "servicecoverage.gpkg", "ledger")
    assert ledger.set_index("doorplate_id")["households"]["D01"] == 99


def test_faults_of_a_scenario_are_refused(profile, written, tmp_path):
    text = (written / "older.yaml").read_text(encoding="utf-8").replace("WALKER: older", "WALKR: older").replace("TARGETS", "TARGET")
    (tmp_path / "wrong.yaml").write_text(text, encoding="utf-8")
    done = process.run(profile, "runscenario", INPUT=tmp_path / "wrong.yaml", OUTPUT=tmp_path / "out")
    assert done.code == 1
    assert "unknown key TARGET, WALKR" in done.said or "unknown key WALKR, TARGET" in done.said


def test_a_value_that_the_algorithm_refuses_is_told_in_its_words(profile, written, tmp_path):
    text = (written / "older.yaml").read_text(encoding="utf-8").replace("WALKER: older", "WALKER: dog")
    (written / "dog.yaml").write_text(text, encoding="utf-8")
    done = process.run(profile, "runscenario", INPUT=written / "dog.yaml", OUTPUT=tmp_path / "out")
    assert done.code == 1
    assert "servicecoverage cannot be run again: Unknown WALKER “dog”." in done.said
