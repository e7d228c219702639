"""Columns find their place by name and values; what is not clear is listed; the mapping can be kept and given back."""

from __future__ import annotations

import pandas as pd
import pytest
from community3d.layers import schema
from community3d.layers.errors import InputError
from community3d.layers.incoming.aliases import plain_name, shipped_names, with_own
from community3d.layers.incoming.columns import ColumnMap, propose
from community3d.layers.incoming.files import read_table
from community3d.layers.incoming.mapping_file import stated_columns, write_mapping
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def table(**columns):
    return pd.DataFrame({name: [values] * 3 if not isinstance(values, list) else values for name, values in columns.items()})


def test_police_names_in_pinyin_are_known():
    frame = table(
        dzbm=["1", "2", "3"], mlphqc="长江路18号3幢", mlph="18号", jzjglc=6, swzsh="301", xzqh="320506001012", zazrq="一", zbx=1.0, zby=2.0
    )
    found = propose("doorplates", frame).columns
    assert found == {
        "doorplate_id": "dzbm", "address": "mlphqc", "number": "mlph", "room": "swzsh", "floors": "jzjglc", "community_code": "xzqh",
        "police_grid": "zazrq", "x": "zbx", "y": "zby",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["门牌号", " 门牌号 ", "門牌號", "门　牌号", "门牌号(必填)", "门牌_号", "基本信息 门牌号"])
def test_spelling_does_not_matter(name):
    assert propose("doorplates", table(**{name: "18号"})).columns == {"number": name}


def test_full_width_and_case_do_not_matter():
    assert propose("doorplates", table(**{"ＤＺＢＭ": ["1", "2", "3"]})).columns == {"doorplate_id": "ＤＺＢＭ"}
    assert plain_name("ADDR:Full") == plain_name("addr_full")


def test_our_own_names_always_count():
    for name, declared in schema.TABLES.items():
        if name != "problems":
            for column in declared.names():
                assert column in shipped_names().tables[name], (name, column)


def test_values_tell_what_a_name_leaves_open():
    # 门牌 may be the number or the whole address.
    assert propose("doorplates", table(门牌="18号")).columns == {"number": "门牌"}
    assert propose("doorplates", table(门牌="长桥街道长江路18号")).columns == {"address": "门牌"}


def test_of_two_addresses_the_more_telling_name_is_taken_and_the_other_named():
    found = propose("doorplates", table(地址="长江路18号", 标准地址="吴中区长江路18号"))
    assert found.columns == {"address": "标准地址"}
    assert found.others == {"address": ("地址",)}
    assert [str(note) for note in found.notes()] == [
        "Columns: address=标准地址",
        "address could also be 地址; 标准地址 was taken. State another in FIELDS.",
        "Columns not used: 地址",
    ]


def test_an_empty_column_stands_back():
    assert propose("doorplates", table(标准地址=[None] * 3, 地址="长江路18号")).columns["address"] == "地址"


def test_a_number_that_stands_in_every_row_is_no_identifier():
    frame = pd.DataFrame({"Id": [0] * 100, "Floor": range(100)})
    assert propose("buildings", frame).columns == {"floors": "Floor"}


def test_a_column_without_any_number_is_no_number():
    assert propose("buildings", table(层数="框架")).columns == {}
    assert propose("buildings", table(层数="18层")).columns == {"floors": "层数"}


def test_coordinates_come_in_pairs():
    frame = table(Longitude="114.1", Latitude="22.3", Northing="822425", Easting="838270")
    found = propose("doorplates", frame)
    assert found.pairs == (("Longitude", "Latitude"), ("Easting", "Northing"))
    assert (found.columns["x"], found.columns["y"]) == ("Longitude", "Latitude")


def test_names_cut_by_a_shapefile_are_known_by_their_beginning():
    assert propose("doorplates", table(门楼牌="长江路18号"), cut_names=True).columns == {"address": "门楼牌"}
    assert propose("doorplates", table(community_="320506001012"), cut_names=True).columns == {"community_code": "community_"}
    assert propose("doorplates", table(community_="320506001012")).columns == {"community": "community_"}


def test_what_is_stated_holds():
    frame = table(地址="长江路18号", 备注="东吴路3号", 楼栋="3幢")
    found = propose("doorplates", frame, stated={"address": "备注", "building": ""})
    assert found.columns == {"address": "备注"}
    assert found.unused == ("地址", "楼栋")


def test_columns_in_the_way_give_way():
    frame = pd.DataFrame({"address": ["wrong"], "地址": ["right"]})
    assert ColumnMap("doorplates", {"address": "地址"}).renamed(frame).to_dict("list") == {"address": ["right"]}


def test_own_names_come_first():
    names = with_own({"doorplates": {"address": ["特别地址"]}})
    assert propose("doorplates", table(特别地址="a1号", 地址="b1号"), names=names).columns["address"] == "特别地址"
    with pytest.raises(InputError, match=r"Unknown table “tables” among the names of columns\. Known: doorplates,"):
        with_own({"tables": {}})


def stated(words, present=("地址", "楼栋号", "a;b")):
    return stated_columns(words, table="doorplates", known=("address", "building", "road"), present=present)


def test_pairs_are_read_in_any_punctuation():
    assert stated("address=地址; building=楼栋号") == {"address": "地址", "building": "楼栋号"}
    assert stated("address＝地址；building= ") == {"address": "地址", "building": ""}
    assert stated('address="a;b"') == {"address": "a;b"}
    assert stated("") == {}


def test_all_that_does_not_fit_is_told_at_once():
    with pytest.raises(InputError) as error:
        stated("adress=地址; building=栋")
    assert str(error.value).splitlines() == [
        "FIELDS names “adress”, which the table doorplates lacks. Known: address, building, road.",
        "FIELDS names the column “栋”, which the file lacks. It has: 地址, 楼栋号, a;b.",
    ]
    with pytest.raises(InputError, match=r"“地址是address” in FIELDS cannot be read\. Write pairs like"):
        stated("地址是address")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.sampled_from(["address", "building", "road"]),
        st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\"'"), min_size=1).map(str.strip).filter(bool),
    )
)
def test_what_the_log_shows_can_be_given_back(pairs):
    mapping = ColumnMap("doorplates", pairs)
    assert stated(mapping.words(), present=tuple(pairs.values())) == pairs


def test_a_mapping_is_kept_in_a_file_and_given_back(tmp_path):
    path = tmp_path / "对应.yaml"
    write_mapping(path, ColumnMap("doorplates", {"address": "地址"}, unused=("备注",)))
    assert "address: 地址" in path.read_text(encoding="utf-8")
    assert stated(str(path)) == {"address": "地址"}
    (tmp_path / "m.json").write_text('{"building": "楼栋号"}', encoding="utf-8")
    assert stated(str(tmp_path / "m.json")) == {"building": "楼栋号"}


@pytest.mark.parametrize(("content", "words"), [("[1, 2", "is no mapping"), ("just words", "is no mapping"), (None, "does not exist")])
def test_a_file_that_is_no_mapping_is_refused(tmp_path, content, words):
    path = tmp_path / "m.yaml"
    if content:
        path.write_text(content)
    with pytest.raises(InputError, match=words):
        stated(str(path))


@pytest.mark.long
@pytest.mark.parametrize(
    ("table", "file", "expected"),
    [
        (
            "doorplates",
            "taiwan/changhua_main4.csv",
            {"address": "addr:full", "road": "addr:street", "number": "addr:housenumber", "x": "x"},
        ),
        ("doorplates", "hongkong/als_wong_tai_sin.csv", {"doorplate_id": "CSU_ID", "road": "Chi_StreetName", "x": "Longitude"}),
        ("areas", "suzhou/wuzhong_320506_villages.csv", {"code": "code", "name": "name", "parent_code": "streetCode"}),
        ("areas", "shanghai-walk/shanghai_districts.shp", {"code": "ADMINCODE", "name": "NAME"}),
        ("facilities", "shanghai-walk/poi/shanghai_hospital.csv", {"name": "name", "services": "type", "x": "lon", "y": "lat"}),
        ("buildings", "suzhou/suzhou_buildings_floor.geojson", {"floors": "Floor", "height_m": "height"}),
    ],
)
def test_real_tables_find_their_columns(shared_data, table, file, expected):
    read = read_table(str(shared_data / file))
    found = propose(table, read.frame, cut_names=read.cut_names).columns
    assert {column: found.get(column) for column in expected} == expected
