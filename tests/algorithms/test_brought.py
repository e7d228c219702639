"""Inputs that may be files or layers of the project: each comes the way that loses nothing."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis


@pytest.fixture
def run(qgis_app, tmp_path):
    """Runs importlayer with a layer and gives its results with the table that it wrote."""
    from community3d.layers.geopackage import read_table
    from community3d.processing.algorithms.importlayer import ImportLayer
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    def ran(**parameters):
        algorithm = ImportLayer().create()
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
        given = {"TABLE": "gates", "OUTPUT": str(tmp_path / "w.gpkg"), **parameters}
        accepted, why = algorithm.checkParameterValues(given, context)
        assert accepted, why
        results, ok = algorithm.run(given, context, feedback)
        assert ok, feedback.textLog()
        return results, read_table(tmp_path / "w.gpkg", given["TABLE"])

    return ran


def test_a_layer_in_memory_comes_through_the_feature_loop(run):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("Point?crs=EPSG:4490&field=出入口编号:string&field=通行规则:string", "门", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["G1", "仅居民"])
    feature.setGeometry(QgsGeometry.fromWkt("POINT (120.62 31.26)"))
    layer.dataProvider().addFeatures([feature])
    results, table = run(INPUT=layer)
    assert table[["gate_id", "open", "source"]].to_numpy().tolist() == [["G1", "residents", "门"]]
    assert (results["ROWS_READ"], results["CRS"]) == (1, "EPSG:4549")


def test_a_list_opened_by_qgis_as_text_comes_too(run, tmp_path):
    from qgis.core import QgsVectorLayer

    path = tmp_path / "t.csv"
    path.write_text("gate_id,open,x,y\nG1,all,120.62,31.26\n", encoding="utf-8")
    layer = QgsVectorLayer(f"file://{path}?xField=x&yField=y&crs=EPSG:4326", "t", "delimitedtext")
    assert run(INPUT=layer)[1][["gate_id", "open"]].to_numpy().tolist() == [["G1", "all"]]


def test_a_file_opened_in_the_project_is_read_by_us_in_the_crs_set_there(run, tmp_path):
    from community3d.layers.incoming.layer import configured
    from osgeo import ogr
    from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

    path = tmp_path / "门.shp"
    # QGIS leaves this setting empty for good once it has opened a shapefile; files would then be made without an encoding.
    with configured("SHAPE_ENCODING", None):
        dataset = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
        layer = dataset.CreateLayer("门", None, ogr.wkbPoint, ["ENCODING=ISO-8859-1"])
        layer.CreateField(ogr.FieldDefn("出入口".encode("gbk").decode("latin-1"), ogr.OFTString))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, "幸福小区西门".encode("gbk").decode("latin-1"))
        feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (560000 3460000)"))
        layer.CreateFeature(feature)
        feature = layer = dataset = None
    path.with_suffix(".cpg").unlink(missing_ok=True)
    opened = QgsVectorLayer(str(path), "门", "ogr")
    opened.setCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
    results, table = run(INPUT=opened, FIELDS="name=出入口")
    assert table["name"].tolist() == ["幸福小区西门"]
    assert (results["ENCODING_DETECTED"], results["CRS"]) == ("GB18030", "EPSG:4549")


def test_what_names_a_file_and_what_a_layer():
    from community3d.processing.algorithms.brought import is_file

    assert all(map(is_file, ["/data/门.csv", "门.xlsx|sheet=一", "PG:dbname=x", "folder/门"]))
    assert not any(map(is_file, ["门_a1b2", "delimitedtext://file:///t.csv", "memory:门", "ogr:dbname='a.gpkg' table=\"b\"", None]))


def test_records_show_no_password():
    from community3d.processing.algorithms.brought import Brought, described

    assert described([("INPUT", Brought("PG:dbname=x password='ge heim' user=y"))]) == {"INPUT": "PG:dbname=x password=*** user=y"}
