"""Which workspace is bound, and what is remembered of it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture
def binding(settings, project):
    from community3d.plugin.binding import Binding

    made = Binding()
    yield made
    made.disconnect_project()


@pytest.fixture
def workspace(tmp_path):
    """A GeoPackage with two areas and no doorplate."""
    from osgeo import ogr

    path = tmp_path / "town.gpkg"
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for table, rows in (("areas", 2), ("doorplates", 0)):
        layer = file.CreateLayer(table, geom_type=ogr.wkbPoint)
        for _ in range(rows):
            layer.CreateFeature(ogr.Feature(layer.GetLayerDefn()))
    file = None
    return path


def test_a_bound_workspace_counts_its_tables(binding, workspace):
    binding.bind(workspace)
    assert binding.tables() == {"areas": 2, "doorplates": 0}
    assert binding.source("areas") == f"{workspace}|layername=areas"


def test_binding_is_told_and_remembered(binding, workspace):
    told = []
    binding.changed.connect(lambda: told.append(binding.path))
    binding.bind(workspace)
    assert told == [workspace]
    assert (binding.last(), binding.recent()) == (workspace, [workspace])


def test_the_recent_list_keeps_ten_each_once(binding, tmp_path):
    for number in [*range(12), 11]:
        binding.bind(tmp_path / f"{number}.gpkg")
    assert [path.stem for path in binding.recent()] == ["11", "10", "9", "8", "7", "6", "5", "4", "3", "2"]


def test_a_forgotten_workspace_is_no_longer_offered(binding, workspace):
    binding.bind(workspace)
    binding.forget(workspace)
    assert (binding.recent(), binding.last()) == ([], None)


def test_the_project_brings_its_workspace_and_result_back(binding, workspace, project, tmp_path):
    result = tmp_path / "result.gpkg"
    result.write_bytes(b"")
    binding.bind(workspace)
    binding.set_result(result)
    project.write(str(tmp_path / "town.qgs"))
    project.clear()
    assert binding.path is None
    project.read(str(tmp_path / "town.qgs"))
    assert (binding.path, binding.result) == (workspace, result)


def test_another_workspace_has_no_result_yet(binding, workspace, tmp_path):
    binding.bind(workspace)
    binding.set_result(workspace)
    binding.bind(tmp_path / "other.gpkg")
    assert binding.result is None


def test_a_vanished_workspace_has_no_tables(binding, tmp_path):
    binding.bind(tmp_path / "gone.gpkg")
    assert binding.tables() == {}
