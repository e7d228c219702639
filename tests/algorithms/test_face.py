"""The face between QGIS and the frames: reading, reprojecting, destinations, progress."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely

pytestmark = pytest.mark.qgis


@pytest.fixture
def town(tmp_path, qgis_app):
    # A file of its own for each test: QGIS 3.22 switches the journal of a GeoPackage when its layers come and go.
    from community3d.layers.geopackage import write_geopackage
    from community3d.layers.sample.town import sample_town

    path = tmp_path / "town.gpkg"
    write_geopackage(path, sample_town(), crs="EPSG:4549")
    return path


@pytest.fixture
def layer(town):
    from qgis.core import QgsVectorLayer

    return lambda table: QgsVectorLayer(f"{town}|layername={table}", table, "ogr")


def source(layer, *, file):
    from community3d.processing.algorithms.sources import Source
    from qgis.core import QgsProcessingContext, QgsProcessingUtils, QgsProject

    context = QgsProcessingContext()
    QgsProject.instance().addMapLayer(layer, False)
    context.setProject(QgsProject.instance())
    features = QgsProcessingUtils.variantToSource(layer.id(), context, None)
    return Source("KEY", features, file, layer.name(), layer.crs())


def test_the_feature_loop_reads_what_the_file_holds(town, layer):
    from community3d.layers.progress import SILENT
    from community3d.processing.algorithms import sources

    streets = layer("streets")
    by_file = sources.read(source(streets, file=streets.source()), SILENT)
    by_loop = sources.read(source(streets, file=None), SILENT)
    assert by_loop["street_id"].tolist() == by_file["street_id"].tolist()
    assert shapely.equals_exact(by_loop.geometry.to_numpy(), by_file.geometry.to_numpy(), 1e-9).all()


def test_the_feature_loop_straightens_curves(qgis_app):
    from community3d.layers.progress import SILENT
    from community3d.processing.algorithms import sources
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    arcs = QgsVectorLayer("CompoundCurve?crs=EPSG:4549", "arcs layer", "memory")
    shapes = ("CompoundCurve ((0 0, 100 0), CircularString (100 0, 150 50, 200 0))", "CircularString (0 0, 50 50, 100 0)")
    features = [QgsFeature() for _ in shapes]
    for feature, shape in zip(features, shapes):
        feature.setGeometry(QgsGeometry.fromWkt(shape))
    arcs.dataProvider().addFeatures(features)
    read = sources.read(source(arcs, file=None), SILENT)
    assert read.geometry.length.tolist() == pytest.approx([100 + 50 * np.pi, 50 * np.pi], rel=0.001)


def test_a_filtered_layer_is_not_read_from_its_file(layer):
    from community3d.processing.algorithms.sources import plain_file

    streets = layer("streets")
    assert plain_file(streets, whole=True) == streets.source()
    assert plain_file(streets, whole=False) is None
    streets.setSubsetString("street_id = 'nothing'")
    assert plain_file(streets, whole=True) is None


def test_reprojecting_there_and_back_keeps_the_place(town, layer):
    from community3d.layers.progress import SILENT
    from community3d.processing.algorithms import sources
    from qgis.core import QgsCoordinateReferenceSystem

    place = source(layer("doorplates"), file=None)
    frame = sources.read(place, SILENT)
    degrees = sources.reproject(frame, place, QgsCoordinateReferenceSystem("EPSG:4490"))
    assert degrees.geometry.x.between(118, 123).all()
    from dataclasses import replace

    back = sources.reproject(
        degrees, replace(place, crs=QgsCoordinateReferenceSystem("EPSG:4490")), QgsCoordinateReferenceSystem("EPSG:4549")
    )
    np.testing.assert_allclose(shapely.get_coordinates(back.geometry), shapely.get_coordinates(frame.geometry), atol=1e-3)


def test_hong_kong_keeps_its_datum_on_the_way_to_cgcs2000(qgis_app):
    # The same place by Hong Kong's own address data, in both systems; the datums lie 300 m apart.
    from community3d.processing.algorithms.sources import transform_xy, ways_between
    from qgis.core import QgsCoordinateReferenceSystem

    place = np.array([[833482.0, 822808.0]])
    for source, target in (("EPSG:2326", "EPSG:4547"), ("EPSG:4547", "EPSG:4326")):
        for way in ways_between(QgsCoordinateReferenceSystem(source), QgsCoordinateReferenceSystem(target)):
            place = transform_xy(place, way)
    assert place[0] == pytest.approx([114.14982, 22.34436], abs=1e-5)


def test_metres_that_are_called_degrees_are_refused(town, layer):
    from dataclasses import replace

    from community3d.layers.errors import InputError
    from community3d.layers.progress import SILENT
    from community3d.processing.algorithms import sources
    from qgis.core import QgsCoordinateReferenceSystem

    place = replace(source(layer("doorplates"), file=None), crs=QgsCoordinateReferenceSystem("EPSG:4326"))
    with pytest.raises(InputError, match="do not fit its CRS EPSG:4326"):
        sources.reproject(sources.read(place, SILENT), place, QgsCoordinateReferenceSystem("EPSG:4549"))


@pytest.mark.parametrize(
    ("value", "path", "table"),
    [
        ("/d/r.gpkg", "/d/r.gpkg", "ledger"),
        ("/d/r.gpkg|layername=mine", "/d/r.gpkg", "mine"),
        ("ogr:dbname='/d/r.gpkg' table=\"mine\" (geom)", "/d/r.gpkg", "mine"),
        ("/d/r.geojson", "/d/r.geojson", "ledger"),
    ],
)
def test_a_destination_names_file_and_table(qgis_app, value, path, table):
    from community3d.processing.algorithms.outputs import destination

    place = destination(value, "ledger")
    assert (place.path, place.table) == (Path(path), table)


def test_progress_is_shown_in_whole_percents_and_hears_the_cancel(qgis_app):
    from community3d.layers.errors import Cancelled
    from community3d.processing.algorithms.feedback import FeedbackProgress
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback()
    shown = []
    feedback.progressChanged.connect(shown.append)
    half = FeedbackProgress(feedback).part(0.5, 1)
    for step in range(1001):
        half.at(step / 1000)
    assert shown == [float(percent) for percent in range(50, 101)]
    feedback.cancel()
    with pytest.raises(Cancelled):
        half.at(1)


def test_enum_words_become_positions_and_unknown_words_are_refused(qgis_app):
    from community3d.processing.algorithms.servicecoverage import ServiceCoverage
    from qgis.core import QgsProcessingContext

    algorithm = ServiceCoverage()
    algorithm.initAlgorithm({})
    ok, words = algorithm.checkParameterValues({"WALKER": "snail", "PROFILE": "none"}, QgsProcessingContext())
    assert not ok
    assert "Unknown WALKER “snail”" in words
    assert "Unknown PROFILE “none”" in words


def test_places_are_moved_portion_by_portion_and_unknown_ones_stay(qgis_app, monkeypatch):
    from community3d.processing.algorithms import sources
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext

    systems = (QgsCoordinateReferenceSystem("EPSG:4490"), QgsCoordinateReferenceSystem("EPSG:4549"))
    change = QgsCoordinateTransform(*systems, QgsCoordinateTransformContext())
    places = np.array([[120.0 + step / 1000, 31.3] for step in range(7)] + [[np.nan, np.nan]])
    whole = sources.transform_xy(places, change)
    monkeypatch.setattr(sources, "CHUNK", 3)
    np.testing.assert_array_equal(sources.transform_xy(places, change), whole)
    # The zone's meridian is 120° E, where x is 500 km.
    assert whole[0, 0] == pytest.approx(500_000)
    assert np.isnan(whole[-1]).all()
