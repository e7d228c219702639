"""CASS and CAD drawings: layers by name, houses from outlines, storeys from the texts that lie in them."""

from __future__ import annotations

import pytest
from community3d.layers.errors import InputError
from community3d.layers.incoming.drawing import drawn, is_drawing
from community3d.layers.incoming.files import read_table
from community3d.layers.incoming.intake import Wishes, take_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal

from .dxf_text import drawing, line, old_line, square, words


@pytest.fixture
def read(tmp_path):
    """Writes entities as a drawing and reads what it holds of a table."""

    def reader(*entities, table="buildings", encoding="gbk", codepage="ANSI_936", own=None, options=""):
        path = tmp_path / "图.dxf"
        path.write_bytes(drawing(*entities, codepage=codepage).encode(encoding))
        return drawn(table, read_table(f"{path}{options}"), own=own)

    return reader


HOUSES = (
    line("JMD", square(560000, 3460000)),
    words("JMD", 560003, 3460004, "混6"),
    old_line("JMD", square(560020, 3460000)),
    words("JMD", 560023, 3460004, "砼18"),
    words("JMD", 560023, 3460007, "幸福楼"),
    line("JMD", square(560040, 3460000)),
    words("JMD", 560043, 3460004, "砖"),
    line("DLSS", [(560000, 3459990), (560100, 3459990)], closed=False),
)


def test_texts_inside_tell_storeys_and_names(read):
    table = read(*HOUSES)
    assert table.frame["floors"].tolist() == [6, 18, 1]
    assert table.frame["name"].tolist()[1] == "幸福楼"
    assert table.frame.geometry.area.tolist() == [100, 100, 100]
    assert [str(note) for note in table.notes] == ["Layers of the drawing not used: DLSS (1)."]


@pytest.mark.parametrize(
    ("encoding", "codepage"), [("gbk", "ANSI_936"), ("gbk", ""), ("gbk", "ANSI_1252"), ("utf-8", "ANSI_936"), ("utf-8", "UTF-8")]
)
def test_the_code_page_of_a_drawing_is_not_believed(read, encoding, codepage):
    table = read(*HOUSES, encoding=encoding, codepage=codepage)
    assert table.frame["floors"].tolist() == [6, 18, 1]
    assert table.encoding.name == {"gbk": "GB18030", "utf-8": "UTF-8"}[encoding]


def test_letters_written_by_their_code_are_understood(read):
    assert read(line("JMD", square(0, 0)), words("JMD", 5, 5, r"\U+6DF76")).frame["floors"].tolist() == [6]


def test_a_text_belongs_to_the_smallest_outline_around_it(read):
    table = read(line("JMD", square(0, 0, 100)), line("JMD", square(10, 10)), words("JMD", 15, 15, "混3"), words("JMD", 50, 50, "砼5"))
    assert table.frame["floors"].tolist() == [5, 3]


def test_of_several_storeys_the_highest_counts_and_texts_outside_are_counted(read):
    table = read(line("JMD", square(0, 0)), words("JMD", 3, 3, "混2"), words("JMD", 6, 6, "混5"), words("JMD", 50, 50, "混9"))
    assert table.frame["floors"].tolist() == [5]
    assert [str(note) for note in table.notes] == ["Texts that lie in no outline: 1."]


def test_outlines_that_are_not_closed_are_set_apart(read):
    ring = square(0, 0)
    table = read(line("JMD", [*ring, (0.0, 0.02)], closed=False), line("JMD", ring, closed=False))
    assert table.frame.geometry.area.tolist() == pytest.approx([100], abs=0.2)
    assert [(misfit.line, str(misfit.reason)) for misfit in table.misfits] == [(2, "The outline is not closed.")]
    assert table.rows_read == 2


def test_waters_and_plants_become_land_with_its_use(read):
    table = read(line("SXSS", square(0, 0)), line("绿地", square(20, 0)), line("JMD", square(40, 0)), table="land")
    assert table.frame["use"].tolist() == ["water", "green"]


def test_roads_become_streets(read):
    table = read(*HOUSES, line("人行道", [(0, 0), (5, 5)], closed=False), table="streets")
    assert table.frame.geometry.geom_type.tolist() == ["LineString", "LineString"]
    assert table.frame["kind"].tolist()[1] == "footway"


def test_no_known_layer_is_refused_with_those_there_are(read):
    with pytest.raises(
        InputError, match=r"known to hold buildings\. It has: A1 \(2\), B2 \(1\)\. Name one in WORDS: drawings: \{buildings:"
    ):
        read(line("A1", square(0, 0)), line("A1", square(20, 0)), line("B2", square(0, 0)))


def test_own_layers_come_first_and_a_filter_says_what_is_meant(read):
    entities = (line("A1", square(0, 0)), line("B2", square(20, 0)))
    assert len(read(*entities, own={"buildings": [{"layers": ["a*"]}]}).frame) == 1
    assert len(read(*entities, options="|subset=Layer='B2'").frame) == 1


def test_a_drawing_becomes_buildings_of_the_workspace(tmp_path):
    path = tmp_path / "图.dxf"
    path.write_bytes(drawing(*HOUSES, line("JMD", square(0, 0), closed=False)).encode("gbk"))
    read = read_table(str(path))
    assert is_drawing(read)
    taken = take_in("buildings", drawn("buildings", read), Wishes(coordinates="EPSG:4549", origin="图.dxf"))
    assert taken.frame[["building_id", "floors", "source"]].to_numpy().tolist() == [
        ["1", 6, "图.dxf"],
        ["2", 18, "图.dxf"],
        ["3", 1, "图.dxf"],
    ]
    assert (taken.rows_read, len(taken.frame), taken.rejected["reason"].tolist()) == (4, 3, ["The outline is not closed."])
    with pytest.raises(InputError, match="or state COORDINATES, for example EPSG:4549"):
        take_in("buildings", drawn("buildings", read), Wishes())


def mutated(data, places, cut):
    data = bytearray(data)
    for place, byte in places:
        data[place % len(data)] = byte
    return bytes(data[: max(len(data) - cut, 1)])


KML = """<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>西门</name>
<Point><coordinates>120.62,31.26,0</coordinates></Point></Placemark></Document></kml>""".encode()
GEOJSON = (
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"名称":"西门"},'
    '"geometry":{"type":"Point","coordinates":[120.62,31.26]}}]}'
).encode()


def test_kml_becomes_gates(tmp_path):
    path = tmp_path / "门.kml"
    path.write_bytes(KML)
    taken = take_in("gates", read_table(str(path)), Wishes())
    assert (taken.frame["name"].tolist(), taken.crs) == (["西门"], "EPSG:4549")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    which=st.sampled_from([("t.dxf", drawing(*HOUSES).encode("gbk")), ("t.kml", KML), ("t.geojson", GEOJSON)]),
    places=st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), max_size=8),
    cut=st.integers(0, 400),
)
def test_mutated_files_are_read_or_refused(tmp_path, which, places, cut):
    path = tmp_path / which[0]
    path.write_bytes(mutated(which[1], places, cut))
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        read = read_table(str(path))
        read = drawn("buildings", read) if is_drawing(read) else read
        taken = take_in("buildings", read, Wishes(coordinates="EPSG:4549"))
    except InputError:
        return
    finally:
        gdal.PopErrorHandler()
    assert taken.rows_read == len(taken.frame) + len(taken.rejected)
