"""What a repeated run is given, from its scenario."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture
def algorithm(qgis_app):
    """Makes an algorithm as QGIS would."""
    from community3d.processing.provider import ALGORITHMS

    def made(name):
        found = next(each() for each in ALGORITHMS if name == each.NAME)
        found.initAlgorithm({})
        return found

    return made


def given(algorithm, parameters, inputs, outputs=()):
    from community3d.layers.scenario_file import Input, Scenario
    from community3d.processing.algorithms.scenarios import arguments

    sources = {key: tuple(Input(source) for source in each) for key, each in inputs.items()}
    return arguments(algorithm, Scenario(algorithm.name(), parameters, sources, outputs), Path("/out"))


def test_several_choices_are_given_as_words(algorithm, tmp_path):
    from qgis.core import QgsProcessingContext

    check, file = algorithm("districtcheck"), tmp_path / "w.gpkg"
    file.touch()
    found = given(check, {"PARTS": ["database", "report"], "DEM": None}, {"INPUT": [str(file)]}, ("OUTPUT",))
    assert found == {"PARTS": "database,report", "INPUT": str(file), "OUTPUT": "/out"}
    fits, refusal = check.checkParameterValues(found, QgsProcessingContext())
    assert fits, refusal


def test_layers_go_into_one_file_as_tables(algorithm):
    found = given(algorithm("servicecoverage"), {}, {"STREETS": ["/w.gpkg|layername=streets"]}, ("LEDGER", "SUMMARY"))
    assert found["LEDGER"] == "ogr:dbname='/out/servicecoverage.gpkg' table=\"ledger\""
    assert found["SUMMARY"] == "ogr:dbname='/out/servicecoverage.gpkg' table=\"summary\""
    assert "AREAS_OUT" not in found


def test_every_run_that_a_planner_defends_can_be_written_down(algorithm):
    for name in ("servicecoverage", "landcoverage", "facilitystandards", "comparecoverage", "whatif", "districtcheck"):
        assert algorithm(name).parameterDefinition("SCENARIO") is not None, name
