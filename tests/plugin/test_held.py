"""A workspace whose layers stand in the project takes new tables where its name cannot be taken, as on Windows."""

from __future__ import annotations

import errno
import os

import pytest

pytestmark = pytest.mark.qgis


def test_a_table_comes_into_a_workspace_that_the_project_shows(qgis_app, town_files, tmp_path, monkeypatch):
    import shutil

    from community3d.layers.geopackage import read_table
    from community3d.processing.algorithms.outputs import Destination, write_frames
    from qgis.core import QgsVectorLayer

    workspace = tmp_path / "w.gpkg"
    shutil.copy(town_files[0], workspace)
    areas = QgsVectorLayer(f"{workspace}|layername=areas", "areas layer", "ogr")
    rows = {feature["code"] for feature in areas.getFeatures()}
    problems = read_table(workspace, "areas").head(1).rename(columns={"code": "row"})

    def refuse(start, end):
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", refuse)
    write_frames({"PROBLEMS": (Destination(workspace, "problems"), problems)}, crs="EPSG:4549", styles={})
    assert QgsVectorLayer(f"{workspace}|layername=problems", "problems layer", "ogr").featureCount() == 1
    areas.reload()
    assert {feature["code"] for feature in areas.getFeatures()} == rows
