"""Any file GDAL reads becomes the same kind of frame."""

from __future__ import annotations

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers import arrow, encoded, reading
from community3d.layers.errors import InputError
from community3d.layers.geopackage import write_geopackage
from community3d.layers.reading import read_layer, read_source
from osgeo import gdal, ogr, osr

ROWS = 40_000  # more than two batches


@pytest.fixture(scope="module")
def big_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("big") / "big.gpkg"
    numbers = np.arange(ROWS)
    ok = np.where(numbers % 7 == 0, None, numbers % 3 == 0).astype(object)
    frame = gpd.GeoDataFrame(
        {
            "id": [f"M{number}" for number in numbers],
            "why": np.array(["ok", None, "too_far"], object)[numbers % 3],
            "gaps": np.where(numbers % 5 == 0, np.nan, numbers),
            "ok": ok,
            "sure": numbers % 2 == 0,
        },
        geometry=shapely.points(numbers, -numbers),
        crs="EPSG:4549",
    )
    write_geopackage(path, {"big": frame}, crs="EPSG:4549")
    return path, frame


def geojson(folder, *features, name="a.geojson", **more):
    path = folder / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **more}), encoding="utf-8")
    return str(path)


def feature(geometry, **properties):
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def point(x, y, *z):
    return {"type": "Point", "coordinates": [x, y, *z]}


def same(first, second):
    pd.testing.assert_frame_equal(pd.DataFrame(first.drop(columns="geometry")), pd.DataFrame(second.drop(columns="geometry")))
    assert shapely.equals(first.geometry.to_numpy(), second.geometry.to_numpy()).all()


def test_batches_join_to_the_whole_table(big_file):
    path, frame = big_file
    back = read_source(str(path))
    assert back["id"].tolist() == frame["id"].tolist()
    assert back["why"].tolist() == frame["why"].tolist()
    # GDAL before 3.8.3 mixes booleans up from the second batch on.
    assert back["ok"].tolist() == frame["ok"].tolist()
    assert back["sure"].tolist() == frame["sure"].tolist()
    np.testing.assert_array_equal(back["gaps"], frame["gaps"])
    np.testing.assert_array_equal(shapely.get_coordinates(back.geometry), shapely.get_coordinates(frame.geometry))


def test_feature_by_feature_gives_the_same_frame_as_the_stream(big_file, monkeypatch):
    path, _ = big_file
    streamed = read_source(str(path))

    def no_stream(*_: object) -> None:
        raise AttributeError

    monkeypatch.setattr(arrow, "columns", no_stream)
    same(read_source(str(path)), streamed)


def test_a_filter_in_the_source_holds(big_file):
    path, _ = big_file
    assert read_source(f"{path}|layername=big|subset=gaps < 3")["id"].tolist() == ["M1", "M2"]


def test_the_crs_is_an_authid(big_file):
    back = read_source(str(big_file[0]))
    assert back.crs.to_authority() == ("EPSG", "4549")
    assert back.attrs["crs"] == "EPSG:4549"


def test_geojson_is_in_degrees_and_two_dimensions(tmp_path):
    back = read_source(geojson(tmp_path, feature(point(120.6, 31.3, 5.0), name="甲"), feature(None, name=None)))
    assert back.attrs["crs"] == "EPSG:4326"
    assert back.geometry.to_wkt().tolist() == ["POINT (120.6 31.3)", None]
    assert back["name"].tolist() == ["甲", None]


def test_a_shapefile_without_prj_has_no_crs(tmp_path):
    dataset = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(tmp_path / "a.shp"))
    layer = dataset.CreateLayer("a", None, ogr.wkbPoint)
    row = ogr.Feature(layer.GetLayerDefn())
    row.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 2)"))
    layer.CreateFeature(row)
    row = layer = dataset = None
    back = read_source(str(tmp_path / "a.shp"))
    assert back.crs is None
    assert back.attrs["crs"] is None


def test_curves_are_straightened(tmp_path):
    system = osr.SpatialReference()
    system.ImportFromEPSG(4549)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "a.gpkg"))
    layer = dataset.CreateLayer("a", system, ogr.wkbCurvePolygon)
    layer.CreateField(ogr.FieldDefn("n", ogr.OFTInteger))
    row = ogr.Feature(layer.GetLayerDefn())
    row["n"] = 3
    row.SetGeometry(ogr.CreateGeometryFromWkt("CURVEPOLYGON (CIRCULARSTRING (0 0, 2 0, 0 0))"))
    layer.CreateFeature(row)
    row = layer = dataset = None
    back = read_source(str(tmp_path / "a.gpkg"))
    assert back["n"].tolist() == [3]
    # A circle of radius 1.
    assert back.geometry.area.tolist() == pytest.approx([np.pi], rel=0.01)


@pytest.mark.parametrize(
    ("arc", "length"),
    [
        ("CIRCULARSTRING (0 0, 50 50, 100 0)", 50 * np.pi),
        ("COMPOUNDCURVE ((0 0, 100 0), CIRCULARSTRING (100 0, 150 50, 200 0))", 100 + 50 * np.pi),
        ("MULTICURVE ((0 0, 9 0), CIRCULARSTRING (100 0, 150 50, 200 0))", 9 + 50 * np.pi),
        ("LINESTRING ZM (0 0 5 1, 30 40 6 2)", 50),
        ("LINESTRING M (0 0 5, 30 40 6)", 50),
    ],
)
def test_curved_and_measured_lines_become_plain_lines(tmp_path, arc, length):
    system = osr.SpatialReference()
    system.ImportFromEPSG(4549)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "a.gpkg"))
    layer = dataset.CreateLayer("a", system, ogr.wkbUnknown)
    row = ogr.Feature(layer.GetLayerDefn())
    row.SetGeometry(ogr.CreateGeometryFromWkt(arc))
    layer.CreateFeature(row)
    row = layer = dataset = None
    back = read_source(str(tmp_path / "a.gpkg"))
    assert back.geometry.length.tolist() == pytest.approx([length], rel=0.001)
    assert set(shapely.get_coordinate_dimension(back.geometry.to_numpy())) == {2}


def test_long_numbers_with_gaps_lose_no_digit(tmp_path):
    back = read_source(geojson(tmp_path, feature(point(0, 0), n=320506001001002345), feature(point(0, 0), n=None)))
    assert back["n"].tolist() == ["320506001001002345", None]


def test_a_table_without_geometry_is_a_plain_frame(tmp_path):
    (tmp_path / "a.csv").write_text("category,complete\npark,yes\n")
    back = read_source(str(tmp_path / "a.csv"))
    assert not isinstance(back, gpd.GeoDataFrame)
    assert back.to_dict("records") == [{"category": "park", "complete": "yes"}]


def test_a_column_called_geometry_makes_room(tmp_path):
    back = read_source(geojson(tmp_path, {**feature(point(1, 2)), "properties": {"geometry": "words"}}))
    assert back["geometry_"].tolist() == ["words"]
    assert back.geometry.to_wkt().tolist() == ["POINT (1 2)"]


def test_words_in_a_wrong_encoding_do_not_stop_the_reading():
    raw = np.array([b"\xc4\xaa\xb6\xab", b"ok"])
    assert encoded.words_of(raw, set(), "a").tolist()[1] == "ok"


def test_equal_words_are_shared_and_distinct_ones_kept():
    raw = np.array([b"ok", b"", b"too_far_away", b"ok", b"too_far_afar"])
    words = encoded.words_of(raw, set(), "a").tolist()
    assert words == ["ok", "", "too_far_away", "ok", "too_far_afar"]
    assert words[0] is words[3]


def test_words_of_earlier_batches_are_the_same_objects():
    held: dict[str, str] = {}
    first, second = (encoded.words_of(np.array(raw), set(), "a", held) for raw in ([b"ok", b"too_far", b"ok"], [b"too_far", b"", b"ok"]))
    assert second.tolist() == ["too_far", "", "ok"]
    assert second[0] is first[1]
    assert second[2] is first[0]


def test_words_with_one_mixture_are_told_apart():
    first, second = np.uint64(0x4141414141414141), np.uint64(0x4242424242424242)
    with np.errstate(over="ignore"):
        mixed = [(part ^ (part >> np.uint64(29))) * encoded.SPREAD for part in (first, second)]
        rows = np.array([[first, mixed[1] - mixed[0] + np.uint64(2**56)], [second, np.uint64(2**56)]])
    raw = np.ascontiguousarray(rows).view("S16").ravel()
    codes, firsts = encoded._codes(raw)
    assert raw[0] != raw[1]
    assert (codes.tolist(), firsts.tolist()) == ([0, 1], [0, 1])


def test_words_that_hold_the_sign_between_words_are_read():
    raw = np.array([b"a\x1eb", "路".encode(), b""])
    assert encoded.words_of(raw, {"a"}, "a").tolist() == ["a\x1eb", "路", ""]


def test_an_empty_point_stays_empty(tmp_path):
    points = gpd.GeoDataFrame({"n": [1, 2]}, geometry=[shapely.Point(1, 2), shapely.Point()], crs="EPSG:4549")
    write_geopackage(tmp_path / "a.gpkg", {"t": points}, crs="EPSG:4549")
    assert shapely.is_empty(read_source(str(tmp_path / "a.gpkg")).geometry.to_numpy()).tolist() == [False, True]


def test_gdals_settings_are_left_as_they_were(tmp_path):
    before = gdal.GetUseExceptions(), ogr.GetUseExceptions(), osr.GetUseExceptions()
    read_source(geojson(tmp_path, feature(point(0, 0))))
    with pytest.raises(InputError):
        read_source(str(tmp_path / "absent.gpkg"))
    assert (gdal.GetUseExceptions(), ogr.GetUseExceptions(), osr.GetUseExceptions()) == before


def test_a_missing_file_is_named():
    with pytest.raises(InputError, match=r"/nowhere/a.gpkg does not exist. Check the name or choose another file"):
        read_source("/nowhere/a.gpkg")


def test_a_file_that_holds_no_map_is_refused(tmp_path):
    (tmp_path / "a.gpkg").write_text("words")
    with pytest.raises(InputError, match=r"a.gpkg cannot be read as spatial data. Choose another file or convert it to GeoPackage"):
        read_source(str(tmp_path / "a.gpkg"))


def test_an_unknown_layer_is_refused_with_those_there_are(big_file):
    with pytest.raises(InputError, match=r"has no layer small. It has: big"):
        read_source(f"{big_file[0]}|layername=small")


def test_of_several_layers_one_must_be_named(tmp_path):
    frame = gpd.GeoDataFrame({"n": [1]}, geometry=[shapely.Point(0, 0)], crs="EPSG:4549")
    write_geopackage(tmp_path / "a.gpkg", {"one": frame, "two": frame}, crs="EPSG:4549", styles={"one": "<qgis/>"})
    with pytest.raises(InputError, match=r"holds 2 layers: one, two. Add \|layername= and one of them"):
        read_source(str(tmp_path / "a.gpkg"))


def test_a_layer_without_features_is_refused_where_content_is_needed(tmp_path):
    source = geojson(tmp_path)
    with pytest.raises(InputError, match=r"a.geojson has no features. Choose a layer with content"):
        read_source(source)
    assert len(read_layer(source)) == 0


def test_the_parts_of_a_source_text():
    assert reading.source_of("/a b/c.gpkg|layername=t|subset=x = 1") == reading.Source("/a b/c.gpkg", "t", "x = 1")


def test_lists_become_one_text(tmp_path):
    # OSM extracts give a street of several names a list, and all others a list of one.
    file = geojson(
        tmp_path, feature(point(0, 0), name="成都南路"), feature(point(1, 1), name=["大名路", "长治路"]), feature(point(2, 2), name=None)
    )
    assert read_layer(file)["name"].tolist() == ["成都南路", "大名路; 长治路", None]


def test_lists_become_one_text_feature_by_feature_too(tmp_path, monkeypatch):
    def unavailable(*_arguments):
        raise NotImplementedError

    monkeypatch.setattr(arrow, "columns", unavailable)
    file = geojson(tmp_path, feature(point(0, 0), name="成都南路"), feature(point(1, 1), name=["大名路", "长治路"]))
    assert read_layer(file)["name"].tolist() == ["成都南路", "大名路; 长治路"]
