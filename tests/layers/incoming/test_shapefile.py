"""Shapefiles as offices have them: GBK without .cpg, a .cpg that lies, names and texts cut inside a character, no .prj."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from community3d.layers.errors import InputError
from community3d.layers.incoming.files import read_table
from community3d.layers.incoming.shapefile import read_every_row
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr, osr

NAMES = ["人民路", "长江路", "东吴南路"]


@pytest.fixture
def shapefile(tmp_path):
    """Writes points with texts in an encoding; returns the .shp file."""

    def write(names=NAMES, *, encoding="GBK", cpg=None, field="路名", width=80, crs=None, language=0):
        # Hypothesis calls many times within one folder: each file gets one of its own.
        path = Path(tempfile.mkdtemp(dir=tmp_path)) / "点.shp"
        system = osr.SpatialReference()
        system.ImportFromEPSG(crs or 4549)
        dataset = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
        # Bytes are written as they are; GDAL's own recoding would refuse half characters.
        layer = dataset.CreateLayer("点", system if crs else None, ogr.wkbPoint, ["ENCODING=ISO-8859-1"])
        name = field.encode(encoding)[:10].decode("latin-1")
        definition = ogr.FieldDefn(name, ogr.OFTString)
        definition.SetWidth(width)
        layer.CreateField(definition)
        for number, word in enumerate(names):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField(0, word.encode(encoding)[:width].decode("latin-1"))
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({number} 0)"))
            layer.CreateFeature(feature)
        layer = dataset = None
        path.with_suffix(".cpg").unlink(missing_ok=True)
        if cpg:
            path.with_suffix(".cpg").write_text(cpg)
        dbf = bytearray(path.with_suffix(".dbf").read_bytes())
        dbf[29] = language
        path.with_suffix(".dbf").write_bytes(dbf)
        return path

    return write


@pytest.mark.parametrize(("encoding", "name"), [("GBK", "GB18030"), ("UTF-8", "UTF-8")])
def test_texts_without_cpg_are_read(shapefile, encoding, name):
    table = read_table(str(shapefile(encoding=encoding)))
    assert table.frame["路名"].tolist() == NAMES
    assert table.encoding.name == name
    assert table.lines.tolist() == [1, 2, 3]


def test_traditional_texts_in_big5_are_read(shapefile):
    table = read_table(str(shapefile(["元州街", "大勇路"], encoding="big5", field="路名")))
    assert (table.frame.iloc[:, 0].tolist(), table.encoding.name) == (["元州街", "大勇路"], "Big5")


def test_a_cpg_that_is_right_is_the_evidence(shapefile):
    assert str(read_table(str(shapefile(cpg="GBK"))).encoding.evidence) == "its .cpg file says GBK"


def test_a_cpg_that_lies_is_not_believed_and_named(shapefile):
    table = read_table(str(shapefile(cpg="UTF-8")))
    assert table.frame["路名"].tolist() == NAMES
    assert str(table.notes[0]).startswith("its .cpg file says UTF-8, but the texts are GB18030: 100 %")


def test_the_language_byte_is_read(shapefile):
    assert str(read_table(str(shapefile(language=0x4D))).encoding.evidence) == "its .dbf file says GB18030"


def test_the_user_overrules(shapefile):
    assert read_table(str(shapefile()), encoding="Big5").frame.columns[0] != "路名"


def test_names_are_cut_after_ten_bytes_in_the_middle_of_a_character(shapefile):
    # In UTF-8 three characters take nine bytes; of the fourth one byte is left.
    table = read_table(str(shapefile(encoding="UTF-8", field="门楼牌全称")))
    assert table.frame.columns[0] == "门楼牌"
    assert table.cut_names


def test_texts_cut_in_the_middle_of_a_character_are_kept_and_counted(shapefile):
    table = read_table(str(shapefile(["苏州市吴中区长桥街道", "人民路"], width=7)))
    assert table.frame["路名"].tolist() == ["苏州市", "人民路"]
    assert "Texts that the file cuts in the middle of a character: 1." in [str(note) for note in table.notes]


def test_rows_in_another_encoding_are_set_apart(shapefile):
    path = shapefile(["人民路", "长江路", "东吴南路"])
    dbf = bytearray(path.with_suffix(".dbf").read_bytes())
    start = dbf.find("长江路".encode("gbk"))
    dbf[start : start + 6] = b"\xff\xff\xff\xff  "
    path.with_suffix(".dbf").write_bytes(dbf)
    table = read_table(str(path))
    assert table.frame["路名"].tolist() == ["人民路", "东吴南路"]
    assert [(misfit.line, str(misfit.reason)[:40]) for misfit in table.misfits] == [(2, "The row has bytes that are not GB18030: ")]


@pytest.mark.parametrize(("crs", "stated"), [(None, None), (4549, "EPSG:4549")])
def test_the_crs_is_that_of_the_prj_or_none(shapefile, crs, stated):
    assert read_table(str(shapefile(crs=crs))).frame.attrs["crs"] == stated


def test_a_shapefile_without_its_index_is_refused(shapefile):
    path = shapefile()
    path.with_suffix(".shx").unlink()
    with pytest.raises(InputError, match="cannot be read as spatial data"):
        read_table(str(path))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.dwg", b"AC1032", "which only AutoCAD reads"),
        ("a.zip", b"PK", "is an archive"),
        ("a.gpkg", b"", "is empty"),
        ("a.gpkg", b"no database", "cannot be read as spatial data"),
        ("a.kml", b'<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "b">]><kml/>', "declares entities"),
        ("a.kml", b"<kml><Document>", "damaged|cannot be read|holds 0 layers"),
        ("a.geojson", b'{"type":"FeatureCollection","features":[{"type":"Fea', "cannot be read|damaged"),
    ],
)
def test_files_that_cannot_be_read_say_why(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=words):
        read_table(str(path))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nothing\.csv does not exist"):
        read_table(str(tmp_path / "nothing.csv"))


def test_where_rows_are_checked_elsewhere_none_is_set_apart(shapefile):
    path = shapefile(NAMES, width=11)
    assert read_every_row(str(path), path)["路名"].tolist() == NAMES
    path.with_suffix(".dbf").write_bytes(path.with_suffix(".dbf").read_bytes().replace("长江路".encode("gbk"), b"\xff\xff\xff\xff\xff\xff"))
    assert read_every_row(str(path), path)["路名"].tolist() == ["人民路", "\ufffd" * 6, "东吴南路"]
    assert len(read_table(str(path)).misfits) == 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    suffix=st.sampled_from([".shp", ".dbf", ".shx"]),
    places=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=8),
    cut=st.integers(0, 300),
)
def test_a_mutated_shapefile_is_read_or_refused(shapefile, suffix, places, cut):
    path = shapefile()
    mutated = path.with_suffix(suffix)
    data = bytearray(mutated.read_bytes())
    for place, byte in places:
        data[place % len(data)] = byte
    mutated.write_bytes(data[: max(len(data) - cut, 0)])
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        table = read_table(str(path))
    except InputError:
        return
    finally:
        gdal.PopErrorHandler()
    assert table.rows_read == len(table.lines) + len(table.misfits)


@pytest.mark.long
def test_the_districts_of_shanghai_are_read_without_prj(shared_data):
    table = read_table(str(Path(shared_data) / "shanghai-walk" / "shanghai_districts.shp"))
    assert table.encoding.name == "GB18030"
    assert {"宝山区", "黄浦区"} <= set(table.frame["NAME"])
