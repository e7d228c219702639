"""convertdatum inside QGIS: any geometry and every attribute survive the way there and back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from community3d.layers.datum import GCJ02, WGS84, convert

pytestmark = pytest.mark.qgis


SQUARE = "120.63 31.26, 120.64 31.26, 120.64 31.27, 120.63 31.26"


def run(layer, output: Path, **more):
    from community3d.processing.algorithms.convertdatum import ConvertDatum
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    parameters = {"INPUT": layer, "FROM": "WGS84", "TO": "GCJ-02", "OUTPUT": str(output), **more}
    results, ended = ConvertDatum().create().run(parameters, context, feedback)
    made = QgsVectorLayer(results["OUTPUT"], "made", "ogr") if ended else None
    return made, results, feedback.textLog()


def memory(kind: str, *shapes: str, crs: str = "EPSG:4326", fields: str = ""):
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"{kind}?crs={crs}{fields}", "example layer", "memory")
    assert layer.isValid()
    if not crs:
        layer.setCrs(QgsCoordinateReferenceSystem())
    for shape in shapes:
        feature = QgsFeature(layer.fields())
        if shape:
            feature.setGeometry(QgsGeometry.fromWkt(shape))
        assert layer.dataProvider().addFeatures([feature])[0]
    return layer


def first(layer):
    return next(layer.getFeatures())


def moved(*place):
    return convert(np.array([place]), source=WGS84, target=GCJ02)[0].tolist()


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        ("Point", "POINT(120.63 31.26)"),
        ("MultiPointZ", "MULTIPOINT Z((120.63 31.26 7),(120.64 31.26 8))"),
        ("LineStringZM", "LINESTRING ZM(120.63 31.26 7 1,120.64 31.26 8 2)"),
        ("Polygon", f"POLYGON(({SQUARE}))"),
        ("MultiPolygon", f"MULTIPOLYGON((({SQUARE})))"),
        ("CurvePolygon", "CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(120.63 31.26,120.64 31.27,120.65 31.26),(120.65 31.26,120.63 31.26)))"),
    ],
)
def test_every_kind_of_geometry_keeps_kind_heights_and_measures(qgis_app, tmp_path, kind, shape):
    made, _, said = run(memory(kind, shape), tmp_path / "made.gpkg")
    before, after = first(memory(kind, shape)).geometry(), first(made).geometry()
    assert after.wkbType() == before.wkbType(), said
    pairs = list(zip(before.vertices(), after.vertices()))
    assert len(pairs) == len(list(before.vertices()))
    for old, new in pairs:
        assert [new.x(), new.y()] == pytest.approx(moved(old.x(), old.y()), abs=1e-12)
        assert [new.z(), new.m()] == pytest.approx([old.z(), old.m()], nan_ok=True)


def test_attributes_keep_their_kind_and_their_gaps(qgis_app, tmp_path):
    from qgis.core import NULL

    fields = "&field=门牌号:string(20)&field=floors:integer&field=built:date&field=ok:bool&field=FID:integer"
    layer = memory("Point", "POINT(120.63 31.26)", "POINT(120.64 31.26)", fields=fields)
    layer.startEditing()
    for key, value in enumerate(["18号", 6, "1998-05-01", True, 7]):
        layer.changeAttributeValue(1, key, value)
    layer.changeAttributeValue(2, 4, 7)
    layer.commitChanges()
    made, _, said = run(layer, tmp_path / "made.gpkg")
    assert made, said
    names = [name for name in made.fields().names() if name != "fid_1"]
    assert names == ["门牌号", "floors", "built", "ok", "FID"]
    rows = [[feature[name] for name in names] for feature in made.getFeatures()]
    assert rows[0][:2] == ["18号", 6]
    assert rows[0][2].toString("yyyy-MM-dd") == "1998-05-01"
    assert rows[0][3:] == [True, 7]
    # Two equal values in a column called FID are data, not a key.
    assert rows[1] == [NULL, NULL, NULL, NULL, 7]


def test_rows_without_geometry_stay(qgis_app, tmp_path):
    made, results, _ = run(memory("Point", "POINT(120.63 31.26)", ""), tmp_path / "made.gpkg")
    # QGIS writes an empty geometry for none.
    assert [feature.geometry().isEmpty() for feature in made.getFeatures()] == [False, True]
    assert results["FEATURES_COUNT"] == 2


def test_a_layer_in_metres_is_moved_in_metres(qgis_app, tmp_path):
    # 120.63° E, 31.26° N; Wuzhong's shift is 398 m east and 242 m south, turned a little by the grid's convergence.
    made, results, _ = run(memory("Point", "POINT(560004 3459972)", crs="EPSG:4549"), tmp_path / "made.gpkg")
    place = first(made).geometry().asPoint()
    assert made.crs().authid() == "EPSG:4549"
    assert [place.x() - 560004, place.y() - 3459972] == pytest.approx([398, -242], abs=5)
    assert results["MEAN_SHIFT_M"] == pytest.approx(466, abs=0.5)
    back, _, _ = run(made, tmp_path / "back.gpkg", FROM="GCJ-02", TO="WGS84")
    assert back.getFeature(1).geometry().asPoint().distance(560004, 3459972) < 0.001


def test_the_result_joins_what_its_file_holds(qgis_app, tmp_path):
    from qgis.core import QgsVectorLayer

    path = tmp_path / "made.gpkg"
    run(memory("Point", "POINT(120.63 31.26)"), path)
    run(memory("Point", "POINT(120.63 31.26)", "POINT(120.64 31.26)"), f"{path}|layername=second")
    counts = {name: QgsVectorLayer(f"{path}|layername={name}", name, "ogr").featureCount() for name in ("output", "second")}
    assert counts == {"output": 1, "second": 2}
    assert [each.name for each in tmp_path.iterdir()] == ["made.gpkg"]


def test_the_key_of_a_geopackage_stays_the_key(qgis_app, tmp_path):
    made, _, _ = run(memory("Point", "POINT(120.63 31.26)"), tmp_path / "made.gpkg")
    again, _, _ = run(made, tmp_path / "again.gpkg")
    assert again.fields().names() == ["fid"]


def test_places_elsewhere_stay_and_are_counted(qgis_app, tmp_path):
    made, results, said = run(memory("Point", "POINT(7.42 43.74)", "POINT(120.63 31.26)"), tmp_path / "made.gpkg")
    assert first(made).geometry().asWkt() == "Point (7.41999999999999993 43.74000000000000199)"
    assert results["VERTICES_UNCHANGED"] == 1
    assert "1 of 2 vertices lie outside 72.004–137.8347° E" in said


def test_what_is_assumed_is_said(qgis_app, tmp_path):
    _, _, said = run(memory("Point", "POINT(120.63 31.26)"), tmp_path / "made.gpkg")
    assert "The coordinates are taken as WGS84, as FROM says" in said
    assert "No CRS code exists for GCJ-02: the result keeps EPSG:4326" in said


def test_a_layer_without_crs_is_taken_as_degrees_where_it_can_be(qgis_app, tmp_path):
    made, _, _ = run(memory("Point", "POINT(120.63 31.26)", crs=""), tmp_path / "made.gpkg")
    assert first(made).geometry().asPoint().x() == pytest.approx(moved(120.63, 31.26)[0], abs=1e-12)


def test_metres_without_crs_are_refused(qgis_app, tmp_path):
    _, _, said = run(memory("Point", "POINT(560004 3459972)", crs=""), tmp_path / "made.gpkg")
    assert "has no coordinate reference system" in said


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"TO": "WGS84"}, "FROM and TO are both WGS84. Choose two different kinds of coordinates."),
        ({"TO": "Mars"}, "Mars"),
    ],
)
def test_a_refused_run_leaves_no_file(qgis_app, tmp_path, given, sentence):
    _, _, said = run(memory("Point", "POINT(120.63 31.26)"), tmp_path / "made.gpkg", **given)
    assert sentence in said
    assert list(tmp_path.iterdir()) == []


def test_a_table_without_geometry_is_refused(qgis_app, tmp_path):
    _, _, said = run(memory("NoGeometry", fields="&field=a:string"), tmp_path / "made.gpkg")
    assert "has no geometry. Choose a layer with geometry." in said
