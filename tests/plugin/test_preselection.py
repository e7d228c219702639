"""What a toolbox dialog is filled with."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture
def chosen(panel, desk, project, town, until):
    """What the dialog of an algorithm is filled with, layers by their role, when the sample district is bound."""
    from community3d.processing.layering import ROLE
    from community3d.processing.preselection import preselected
    from qgis.core import QgsApplication

    def ask(algorithm):
        made = QgsApplication.processingRegistry().createAlgorithmById(f"community3d:{algorithm}")
        found = preselected(made.parameterDefinitions(), project)
        layers = {key: project.mapLayer(value) for key, value in found.items()}
        return {key: layers[key].customProperty(ROLE) if layers[key] else value for key, value in found.items()}

    panel._workspaces.bind(town)
    until(lambda: not desk.layertree.busy, 60)
    return ask


def test_each_input_takes_the_layer_of_its_role_in_the_bound_workspace(chosen, town):
    # QGIS alone takes the first layer of a fitting geometry: walls as the walking network, districts as places.
    assert chosen("isochrones") == {
        **{"STREETS": "streets", "PLACES": "facilities", "GATES": "gates"},
        **{"WALLS": "walls", "ESTATES": "estates", "LAND": "land"},
    }
    coverage = chosen("servicecoverage")
    assert coverage["DOORPLATES"] == "doorplates"
    # Each level is a layer of its own in the project; the algorithm wants them all.
    assert coverage["AREAS"] == f"{town}|layername=areas"
    assert chosen("districtcheck") == {"INPUT": str(town)}


def test_without_a_workspace_nothing_is_chosen(chosen, desk):
    desk.binding.close()
    assert chosen("servicecoverage") == {}


def test_layers_of_another_file_are_not_mixed_in(chosen, desk, tmp_path):
    desk.binding.bind(tmp_path / "another.gpkg")
    assert chosen("servicecoverage") == {}
