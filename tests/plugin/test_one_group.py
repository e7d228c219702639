"""The coverage of step ③ and the check of step ④ stand in one group of the layer tree: that of their district."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis


def test_a_coverage_without_areas_is_named_by_the_areas_it_counted(town, tmp_path):
    from community3d.processing.shownlayers import workspace_layers
    from osgeo import gdal

    result = tmp_path / "town_coverage.gpkg"
    for table, name in (("areas", "areas_out"), ("facilities", "facilities")):
        gdal.VectorTranslate(str(result), str(town), layers=[table], layerName=name, accessMode="update" if result.exists() else None)
    assert {layer.district for layer in workspace_layers(result)} == {"示例区"}
