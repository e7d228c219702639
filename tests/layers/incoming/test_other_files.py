"""Files that come in a wrapping: KMZ, old workbooks, geodatabases, GeoJSON in other encodings; and what must not harm."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
from community3d.layers.errors import InputError
from community3d.layers.incoming.files import read_table
from community3d.layers.incoming.intake import Wishes, take_in
from community3d.layers.incoming.table import of_frame
from osgeo import ogr, osr

KML = """<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>门</name>
<Placemark><name>南门</name><Point><coordinates>120.62,31.26</coordinates></Point></Placemark>
<Placemark><name>北门</name><Point><coordinates>120.63,31.27</coordinates></Point></Placemark></Document></kml>"""


def kmz(path: Path, **parts: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "."), content)
    return path


def test_a_kmz_is_the_kml_in_it(tmp_path):
    table = read_table(str(kmz(tmp_path / "门.kmz", doc__kml=KML, **{"files/picture.png": b"x"})))
    assert table.frame["Name"].tolist() == ["南门", "北门"]
    assert table.frame.attrs["crs"] == "EPSG:4326"
    assert table.lines.tolist() == [1, 2]


def test_a_kmz_that_unpacks_without_end_is_refused(tmp_path):
    bomb = kmz(tmp_path / "b.kmz", doc__kml=KML + " " * 60_000_000)
    with pytest.raises(InputError, match=r"would unpack to 60 MB from 0\.1 MB: this is no table"):
        read_table(str(bomb))


def test_a_kmz_leaves_its_folder_alone_whatever_its_parts_are_called(tmp_path):
    (tmp_path / "inner").mkdir()
    path = kmz(tmp_path / "inner" / "e.kmz", **{"../../evil.kml": KML})
    assert len(read_table(str(path)).frame) == 2
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["e.kmz", "inner"]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (
            {"doc__kml": '<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a SYSTEM "file:///etc/passwd">]><kml>&a;</kml>'},
            "declares entities of its own",
        ),
        ({"a__txt": "nothing"}, "holds 0 maps"),
        ({"a__kml": KML, "b__kml": KML}, "holds 2 maps: a.kml, b.kml"),
        ({"doc__kml": "no map"}, r"k\.kmz (?:cannot be read|is damaged)"),
    ],
)
def test_a_kmz_that_cannot_be_read_says_why(tmp_path, parts, words):
    with pytest.raises(InputError, match=words) as refused:
        read_table(str(kmz(tmp_path / "k.kmz", **parts)))
    assert "vsimem" not in str(refused.value)


def test_a_kmz_with_a_broken_end_is_damaged(tmp_path):
    path = kmz(tmp_path / "k.kmz", doc__kml=KML)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(InputError, match="is damaged"):
        read_table(str(path))


@pytest.mark.parametrize(("encoding", "name"), [("gbk", "GB18030"), ("big5", "Big5"), ("utf-16", "UTF-16LE"), ("utf-8-sig", "UTF-8")])
def test_geojson_in_another_encoding_is_read_and_said(tmp_path, encoding, name):
    names = ["元州街", "大勇路", "人民路", "石路"] * 5
    features = [
        {"type": "Feature", "properties": {"路名": word}, "geometry": {"type": "Point", "coordinates": [120, 31]}} for word in names
    ]
    path = tmp_path / "路.geojson"
    path.write_bytes(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode(encoding))
    table = read_table(str(path))
    assert table.frame["路名"].tolist() == names
    if encoding != "utf-8-sig":  # GDAL knows that mark
        assert table.encoding.name == name
        assert f"The file is in {name}" in str(table.notes[0])


def test_a_wrong_encoding_can_be_overruled(tmp_path):
    path = tmp_path / "a.geojson"
    path.write_bytes('{"type":"Feature","properties":{"n":"路"},"geometry":null}'.encode("gbk"))
    assert read_table(str(path), encoding="GBK").frame["n"].tolist() == ["路"]


def test_a_layer_without_rows_is_refused():
    # What is left of a damaged drawing.
    empty = of_frame(gpd.GeoDataFrame({"名称": []}, geometry=gpd.GeoSeries([])))
    with pytest.raises(InputError, match="no row with a place"):
        take_in("gates", empty, Wishes(coordinates="WGS84"))


def test_an_old_workbook_with_a_password_is_named(tmp_path):
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    with pytest.raises(InputError, match=r"old \.xls workbook or protected by a password"):
        read_table(str(path))


def test_a_file_geodatabase_is_read_by_the_name_of_its_layer(tmp_path):
    driver = ogr.GetDriverByName("OpenFileGDB")
    if driver is None or not driver.TestCapability(ogr.ODrCCreateDataSource):
        pytest.skip("this GDAL writes no file geodatabase")
    system = osr.SpatialReference()
    system.ImportFromEPSG(4549)
    made = driver.CreateDataSource(str(tmp_path / "区划.gdb"))
    for name in ("社区", "网格"):
        layer = made.CreateLayer(name, system, ogr.wkbPoint)
        layer.CreateField(ogr.FieldDefn("名称", ogr.OFTString))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, f"{name}甲")
        feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (540000 3460000)"))
        layer.CreateFeature(feature)
    layer = made = feature = None
    with pytest.raises(InputError, match="holds 2 layers: 社区, 网格"):
        read_table(str(tmp_path / "区划.gdb"))
    table = read_table(f"{tmp_path / '区划.gdb'}|layername=网格")
    assert table.frame["名称"].tolist() == ["网格甲"]
    assert table.frame.attrs["crs"] == "EPSG:4549"
