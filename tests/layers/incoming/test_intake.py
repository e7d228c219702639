"""A file becomes a table of the workspace; each row is loaded or listed, personal data stays outside."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.crs import reproject_xy
from community3d.layers.datum import convert
from community3d.layers.errors import InputError
from community3d.layers.geopackage import write_geopackage
from community3d.layers.incoming.files import read_table
from community3d.layers.incoming.floors import floors_of
from community3d.layers.incoming.intake import Wishes, take_in
from community3d.layers.incoming.table import of_frame
from community3d.layers.incoming.value_words import shipped_words, with_our_words, with_own_words
from community3d.layers.reference import reference
from community3d.layers.sample.district import sample_district
from community3d.layers.schema import TABLES
from hypothesis import given, settings
from hypothesis import strategies as st

GATES = "出入口编号,小区,通行规则,经度,纬度\n"


@pytest.fixture
def take(tmp_path):
    """Takes a text in as a table."""

    def taken(table, words, **wishes):
        path = tmp_path / "t.csv"
        path.write_bytes(words if isinstance(words, bytes) else words.encode("gbk"))
        return take_in(table, read_table(str(path)), Wishes(**{"coordinates": "WGS84", **wishes}))

    return taken


def test_a_list_of_gates_in_gbk_becomes_points_in_metres(take):
    taken = take("gates", GATES + "G1,幸福小区,仅居民,120.62,31.26\nG2,幸福小区,所有人,120.63,31.27\nG3,幸福小区,封闭,120.63,31.26\n")
    assert taken.frame[["gate_id", "estate", "open"]].to_numpy().tolist() == [
        ["G1", "幸福小区", "residents"],
        ["G2", "幸福小区", "all"],
        ["G3", "幸福小区", "closed"],
    ]
    # Half a degree east of the meridian of 120.
    assert taken.crs == "EPSG:4549"
    assert taken.frame.geometry.x.between(550_000, 570_000).all()


def test_every_row_is_loaded_or_listed_with_its_line(take):
    taken = take("gates", GATES + "G1,甲,开放,120.62,31.26\nG2,甲,开放,,31.2\n\nG3,甲\nG4,甲,开放,120.6,31.2\n")
    assert (taken.rows_read, len(taken.frame), len(taken.rejected)) == (4, 2, 2)
    assert taken.rejected[["row", "出入口编号", "reason"]].to_numpy().tolist() == [
        [3, "G2", "The row has no place: its geometry is empty or a coordinate is no number."],
        [5, "G3", "The row has 2 fields instead of 5."],
    ]


def test_personal_columns_come_neither_in_nor_out(take):
    rows = "编号,小区,经度,纬度,联系人,手机\nG1,甲,120.6,31.2,张三,13812345678\nG2,甲,,,李四,13912345678\nG3,王五,13712345678\n"
    taken = take("gates", rows)
    assert taken.dropped == ("联系人", "手机")
    everything = str(taken.frame.to_dict()) + str(taken.rejected.to_dict()) + str(taken.problems.to_dict())
    assert not any(word in everything for word in ("张三", "李四", "王五", "13812345678", "13912345678", "13712345678"))


def test_a_number_in_a_rejected_row_is_taken_out(take):
    taken = take("gates", GATES + "".join(f"G{n},甲,开放,120.6,31.2\n" for n in range(40)) + "G41,请电13812345678联系,开放,,\n")
    assert taken.rejected["小区"].tolist() == ["请电联系"]


def test_rows_without_identifier_get_one(take):
    assert take("gates", "编号,经度,纬度\nG1,120.6,31.2\n,120.6,31.2\n").frame["gate_id"].tolist() == ["G1", "#2"]
    assert take("gates", "编号,经度,纬度\n,120.6,31.2\n,120.6,31.2\n").frame["gate_id"].tolist() == ["1", "2"]


def test_codes_cut_by_a_spreadsheet_program_are_told(take):
    taken = take("gates", "编号,经度,纬度\n3.20506E+11,120.6,31.2\n3.20506E+11,120.6,31.2\n3205,120.6,31.2\n")
    told = "2 values of 编号 lost digits in a spreadsheet program (3.20506E+11). Export the column as text."
    assert told in [str(note) for note in taken.notes]


def test_a_stated_mapping_holds_and_is_shown(take):
    taken = take("gates", "a,b,c\n120.6,31.2,甲\n", fields="x=a; y=b; name=c")
    assert taken.frame["name"].tolist() == ["甲"]
    assert taken.frame["gate_id"].tolist() == ["1"]
    assert "Columns: name=c; x=a; y=b" in [str(note) for note in taken.notes]


def test_no_coordinates_are_refused_with_the_way_out(take):
    with pytest.raises(InputError, match=r"State them in X_FIELD and Y_FIELD\. The file has: 小区, 出入口编号"):
        take("gates", "出入口编号,小区\nG1,甲\n", fields="gate_id=; name=小区")


def test_lines_cannot_come_from_a_list(take):
    with pytest.raises(InputError, match=r"The table streets has no geometry\. Choose a layer with line geometry"):
        take("streets", "道路编号,路名\n1,甲\n")


def test_metres_of_an_unknown_system_are_refused(take):
    with pytest.raises(InputError, match="The coordinates are metres without a zone number: they fit many places"):
        take("gates", "编号,x,y\n1,560000,3460000\n2,560100,3460000\n", coordinates="auto")
    assert take("gates", "编号,x,y\n1,560000,3460000\n", coordinates="EPSG:4549").crs == "EPSG:4549"


def test_survey_order_is_noticed(take):
    # The survey's X points north.
    place = take("gates", "编号,x,y\n1,3460000,560000\n", coordinates="EPSG:4549").frame.geometry.iloc[0]
    assert (place.x, place.y) == (560000, 3460000)


def test_web_map_coordinates_are_moved_back(take):
    words = "编号,经度,纬度\n1,120.62,31.26\n"
    plain, moved = (take("gates", words, coordinates=word).frame.geometry.iloc[0] for word in ("WGS84", "GCJ-02"))
    assert 450 < plain.distance(moved) < 480  # domain.md: 466 m in Wuzhong


def test_degrees_alone_are_not_believed(take):
    with pytest.raises(InputError, match="Degrees alone do not tell WGS 84 from GCJ-02 and BD-09"):
        take("gates", "编号,经度,纬度\n1,120.62,31.26\n", coordinates="auto")


def test_both_coordinates_may_stand_in_one_column(take):
    frame = take("gates", '编号,经纬度\n1,"120.62,31.26"\n2,"120.63 31.27"\n').frame
    assert frame.geometry.x.round(-4).tolist() == [560_000, 560_000]


def test_degrees_and_minutes_are_read(take):
    plain, parted = (take("gates", f"编号,经度,纬度\n1,{x},{y}\n").frame for x, y in ((120.62, 31.26), ("120°37′12″", "31°15′36″")))
    assert plain.geometry.iloc[0].distance(parted.geometry.iloc[0]) < 0.01


def test_a_column_for_coordinates_that_is_not_there_is_named(take):
    with pytest.raises(InputError, match=r"The file lacks the column “jd”\. It has: 编号, a, b\."):
        take("gates", "编号,a,b\n1,120.6,31.2\n", axes={"x": "jd", "y": "b"})


def test_a_reference_tells_a_web_map(take):
    town = sample_district("small", 1)
    doors = town["doorplates"].dropna(subset="geometry").iloc[:400]
    lonlat = reproject_xy(shapely.get_coordinates(doors.geometry.to_numpy()), source="EPSG:4549", target="EPSG:4326")
    moved = convert(lonlat, source="WGS84", target="GCJ-02")
    rows = "".join(f"{number},{x:.7f},{y:.7f}\n" for number, (x, y) in enumerate(moved))
    known = reference(
        town["streets"].set_crs("EPSG:4549", allow_override=True), town["buildings"].set_crs("EPSG:4549", allow_override=True)
    )
    taken = take("gates", "编号,经度,纬度\n" + rows, coordinates="auto", reference=known, crs="EPSG:4549")
    assert taken.detected.word == "GCJ-02"
    assert shapely.distance(taken.frame.geometry.to_numpy(), doors.geometry.to_numpy()).max() < 0.1


def test_a_layer_in_degrees_goes_into_the_zone_of_its_middle(tmp_path):
    frame = gpd.GeoDataFrame(
        {"用地性质": ["居住用地", "公园绿地", "水域"]}, geometry=[shapely.box(120.6, 31.2, 120.61, 31.21)] * 3, crs=4326
    )
    write_geopackage(tmp_path / "l.gpkg", {"land": frame}, crs="EPSG:4326")
    taken = take_in("land", read_table(str(tmp_path / "l.gpkg")), Wishes(origin="l.gpkg"))
    assert taken.frame["use"].tolist() == ["residential", "green", "water"]
    assert (taken.crs, taken.frame["source"].tolist()) == ("EPSG:4549", ["l.gpkg"] * 3)
    # One hundredth of a degree: 952 m by 1109 m.
    assert taken.frame.geometry.area.iloc[0] == pytest.approx(952 * 1109, rel=0.005)


def test_tables_without_geometry_are_taken_too(take):
    taken = take("surveys", "设施类别,是否查全,调查日期\nmarket,是,2026年11月1日\nelderly,否,2026-11-02\n")
    assert taken.frame[["category", "complete", "as_of"]].to_numpy().tolist() == [
        ["market", "yes", "2026-11-01"],
        ["elderly", "no", "2026-11-02"],
    ]


def test_a_missing_required_column_is_named(take):
    with pytest.raises(InputError, match="No column of the file was recognised as category"):
        take("surveys", "甲,乙\n1,2\n")


@pytest.mark.parametrize(
    ("words", "floors"),
    [
        ("混6", 6),
        ("砼18", 18),
        ("砖3", 3),
        ("混", 1),
        ("砼6-2", 6),
        ("混5+1", 6),
        ("6", 6),
        ("18F", 18),
        ("１２层", 12),
        ("砖木2", 2),
        ("框架11", 11),
        ("磚3", 3),
    ],
)
def test_texts_of_a_survey_tell_storeys(words, floors):
    assert floors_of(words) == floors


@pytest.mark.parametrize("words", ["", "建", "破", "棚", "幸福小区", "-1", "砼999", "12.5"])
def test_other_texts_tell_none(words):
    assert np.isnan(floors_of(words))


def test_figures_with_units_are_read():
    frame = pd.DataFrame({"floors": ["18层", "混6", "?"], "height_m": ["约12.5米", "9", None]})
    read = with_our_words("buildings", frame)
    assert read["floors"].tolist() == [18.0, 6.0, "?"]
    assert read["height_m"].tolist()[:2] == [12.5, "9"]


def test_own_words_come_first():
    words = with_own_words({"gates": {"open": {"residents": ["半开放"]}}})
    frame = pd.DataFrame({"open": ["半开放", "开放"]})
    assert with_our_words("gates", frame, words=words)["open"].tolist() == ["residents", "all"]


def test_the_shipped_words_are_those_of_the_schema():
    for table, columns in shipped_words().items():
        for column, words in columns.items():
            declared = TABLES[table].column(column)
            codes = {("yes" if code else "no") if isinstance(code, bool) else code for code in words}
            assert not declared.values or codes <= set(declared.values)


CELL = st.text(st.sampled_from("ab1,.;\"'张13812345678号路\n"), max_size=14)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(CELL, min_size=1, max_size=6), max_size=20))
def test_rows_add_up_whatever_stands_in_them(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("rows") / "t.csv"
    words = "编号,小区,经度,纬度\nG0,甲,120.6,31.2\n" + "\n".join(",".join(row) for row in rows)
    path.write_text(words, encoding="utf-8")
    try:
        taken = take_in("gates", read_table(str(path)), Wishes(coordinates="WGS84"))
    except InputError:
        return
    assert taken.rows_read == len(taken.frame) + len(taken.rejected)
    assert taken.rejected["reason"].notna().all()


def test_an_outline_with_a_vertex_that_is_no_place_is_listed():
    shapes = [shapely.box(120.6, 31.2, 120.7, 31.3), shapely.Polygon([(120.6, 31.2), (5e5, 3.4e6), (120.7, 31.3)])]
    read = of_frame(gpd.GeoDataFrame({"estate_id": ["1", "2"], "name": ["甲", "乙"]}, geometry=shapes))
    taken = take_in("estates", read, Wishes(coordinates="WGS84"))
    assert taken.frame["name"].tolist() == ["甲"]
    assert taken.rejected[["name", "row"]].to_numpy().tolist() == [["乙", 2]]
