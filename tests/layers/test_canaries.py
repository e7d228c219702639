"""Canaries: unique personal values hidden everywhere in what offices bring; none of them may be in any output."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.addresses.finding import find_rows
from community3d.layers.addresses.rooms import rooms_cut
from community3d.layers.door import accept
from community3d.layers.doorplates.intake import Wishes as RegisterWishes
from community3d.layers.doorplates.intake import take_in_register
from community3d.layers.facilities.intake import Wishes as FacilityWishes
from community3d.layers.facilities.intake import take_in_facilities
from community3d.layers.geopackage import write_geopackage
from community3d.layers.incoming.aliases import shipped_names
from community3d.layers.incoming.files import read_table
from community3d.layers.incoming.intake import Wishes, cleared, take_in
from community3d.layers.incoming.mapping_file import write_mapping
from community3d.layers.incoming.table import of_frame
from community3d.layers.osm.read import read_osm

from .osm_text import OsmText

CRS = "EPSG:4549"
ROWS = 200
# Nothing but a person, in a cell of its own.
ALONE = [
    "王小明", "欧阳文静", "张三", "陳麗華", "11010519491231002X", "11010519491231002x", "110105 19491231 002X",
    "１１０１０５１９４９１２３１００２Ｘ", "13812345678", "138 1234 5678", "+86-138-1234-5678",
    "１３８１２３４５６７８", "苏E·12345", "苏E12345", "苏E D12345", "糖尿病", "低保户", "二级残疾",
    "张三 13812345678", "联系人王小明", "户主：欧阳文静",
]  # fmt: skip
# With an address or a sentence around it.
AROUND = [
    "宝带西路5号(张三 13812345678)", "宝带西路5号（王小明）", "宝带西路5号 王小明", "宝带西路5号王小明家",
    "联系人王小明 宝带西路5号", "宝带西路5号，户主李秀英", "宝带西路5号【陳麗華】",
    "宝带西路5号 身份证11010519491231002X", "宝带西路5号(低保户)", "宝带西路5号苏E12345", "宝带西路5号张建国收",
]  # fmt: skip
FREE = [
    "王小明来电反映楼道堆物，电话13812345678",
    "业主欧阳文静称被打扰",
    "苏E·12345长期占道",
    "独居老人李秀英，患糖尿病",
    "租户：张三，已核实",
]
SECRETS = [
    "小明", "文静", "张三", "麗華", "秀英", "建国", "1949123", "１９４９１２", "2345678", "234 5678", "1234-5678",
    "２３４５６７８", "E·12345", "E12345", "D12345", "糖尿病", "低保", "级残疾",
]  # fmt: skip


def secrets_in(words: str) -> list[str]:
    return [secret for secret in SECRETS if secret in words]


def bytes_of(folder: Path, frames: dict[str, pd.DataFrame]) -> str:
    """Everything that a file of these frames holds, byte for byte."""
    path = folder / "out.gpkg"
    path.unlink(missing_ok=True)
    write_geopackage(path, frames, crs=CRS)
    return path.read_bytes().decode("utf-8", "ignore")


def mixed(harmless: str, canaries: list[str], share: float) -> list[str]:
    """A column of harmless values with the canaries in some rows, each at least once."""
    values = [harmless.format(number) for number in range(ROWS)]
    places = np.linspace(0, ROWS - 1, max(len(canaries), int(share * ROWS))).astype(int)
    for number, row in enumerate(places):
        values[row] = canaries[number % len(canaries)]
    return values


def register(canaries: list[str], share: float) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "编号": [f"M{number}" for number in range(ROWS)],
            "地址": mixed("长桥街道宝带西路{}号", AROUND, 0.2 if share > 0.2 else share),
            "其他": mixed("已核{}", canaries, share),
            "属性3": mixed("普通", canaries, share),
            "备注": mixed("已上门", FREE, share),
            "X": [None if number % 7 == 0 else 540_000.0 + number for number in range(ROWS)],
            "Y": [3_460_000.0] * ROWS,
        }
    )


@pytest.mark.parametrize("share", [0.01, 0.05, 0.2, 1.0])
@pytest.mark.parametrize("canaries", [ALONE, FREE])
def test_no_person_comes_through_a_register_of_doorplates(tmp_path, canaries, share):
    taken = take_in_register(of_frame(register(canaries, share)), RegisterWishes(coordinates=CRS))
    assert taken.rows_read == len(taken.frame) + taken.merged + len(taken.rejected)
    assert len(taken.rejected) > 20
    frames = {"doorplates": taken.frame, "rejected": taken.rejected, "problems": taken.problems}
    said = " ".join(map(str, (taken.notes, taken.dropped, taken.mapping.words())))
    write_mapping(tmp_path / "m.yaml", taken.mapping)
    assert secrets_in(bytes_of(tmp_path, frames) + said + (tmp_path / "m.yaml").read_text(encoding="utf-8")) == []
    assert taken.frame["address"].dropna().str.contains("宝带西路").all()
    assert taken.frame["address"].notna().mean() > 0.99
    assert "备注" in taken.dropped


@pytest.mark.parametrize("share", [0.01, 0.2])
@pytest.mark.parametrize("table", ["gates", "areas", "estates", "buildings", "land"])
def test_no_person_comes_through_the_import_of_a_layer(tmp_path, table, share):
    kinds = {"gates": shapely.Point(540_000, 3_460_000)}
    shape = kinds.get(table, shapely.box(540_000, 3_460_000, 540_020, 3_460_020))
    columns = {"编号": [str(number) for number in range(ROWS)], "其他": mixed("已核{}", ALONE, share), "备注": mixed("无", FREE, share)}
    named = {
        "名称": mixed("幸福{}村", AROUND, share),
        "级别": ["grid"] * ROWS,
        "类型": mixed("居住", ["住宅", *ALONE], share),
        "用地性质": ["公园"] * ROWS,
    }
    shapes = [None if number % 9 == 0 else shape for number in range(ROWS)]
    read = of_frame(gpd.GeoDataFrame({**columns, **named}, geometry=shapes, crs=CRS))
    taken = take_in(table, read, Wishes())
    frames = {table: taken.frame, "rejected": taken.rejected, "problems": taken.problems}
    said = bytes_of(tmp_path, frames) + " ".join(map(str, (taken.notes, taken.dropped, taken.mapping.words())))
    # A thing may be called 宝带西路5号王小明家: names of places are cut only where a role, a number or brackets show a person.
    assert [secret for secret in secrets_in(said) if secret not in ("小明", "建国")] == []


@pytest.mark.parametrize("share", [0.01, 0.2])
def test_no_person_comes_through_a_list_of_facilities(tmp_path, share):
    rows = {
        "名称": mixed("第{}幼儿园", ["阳光幼儿园(园长 张三 13812345678)", "幼儿园联系人：王小明"], share),
        "类型": mixed("幼儿园", ALONE, share),
        "地址": mixed("宝带西路{}号", AROUND, share),
        "其他": mixed("公办{}", ALONE, share),
        "经度": [120.62] * ROWS,
        "纬度": [None if number % 7 == 0 else 31.26 for number in range(ROWS)],
    }
    taken = take_in_facilities(of_frame(pd.DataFrame(rows)), FacilityWishes(coordinates="WGS84"))
    frames = {"facilities": taken.frame, "rejected": taken.rejected, "problems": taken.problems}
    assert secrets_in(bytes_of(tmp_path, frames) + str((taken.notes, taken.unknown, taken.dropped))) == []
    assert taken.removed > 0


@pytest.mark.parametrize("table", ["doorplates", "facilities", "estates"])
def test_no_person_passes_the_door_of_the_walking_algorithms(tmp_path, table):
    shape = shapely.box(540_000, 3_460_000, 540_020, 3_460_020) if table == "estates" else shapely.Point(540_000, 3_460_000)
    columns = {"doorplate_id": range(ROWS), "facility_id": range(ROWS), "estate_id": range(ROWS), "services": ["park"] * ROWS}
    texts = {"address": mixed("宝带西路{}号", AROUND, 0.1), "name": mixed("公园{}", ["公园(张三 13812345678)", "公园联系人王小明"], 0.1)}
    frame = gpd.GeoDataFrame({**columns, **texts, "其他": mixed("a{}", ALONE, 0.2)}, geometry=[shape] * ROWS, crs=CRS)
    accepted = accept(table, frame)
    assert secrets_in(bytes_of(tmp_path, {table: accepted.frame, "problems": accepted.problems})) == []


def test_no_room_and_no_person_comes_with_a_located_address(tmp_path):
    doors = gpd.GeoDataFrame({"doorplate_id": ["D1"], "address": ["宝带西路5号"]}, geometry=[shapely.Point(540_000, 3_460_000)], crs=CRS)
    rows = pd.DataFrame(
        {"地址": [*AROUND, "宝带西路5号3幢1803室", "1803 宝带西路5号"], "其他": [*FREE, *["501室"] * (len(AROUND) + 2 - len(FREE))]}
    )
    clear = cleared("facilities", rows, shipped_names())
    found = find_rows(clear.frame.rename(columns={"地址": "address"}), accept("doorplates", doors).frame)
    located = rooms_cut(found.located, addresses=["address"])
    assert len(located) >= len(AROUND)
    said = bytes_of(tmp_path, {"output": located})
    assert secrets_in(said) == []
    assert "1803" not in said


def test_the_name_of_a_sheet_and_the_file_tell_nobody(tmp_path):
    path = tmp_path / "王小明13812345678.csv"
    path.write_text("编号,地址,X,Y\n1,宝带西路5号,540000,3460000\n", encoding="utf-8")
    taken = take_in_register(read_table(str(path)), RegisterWishes(coordinates=CRS, origin=path.name))
    assert secrets_in(bytes_of(tmp_path, {"doorplates": taken.frame})) == []


def test_a_row_that_does_not_fit_keeps_no_person(tmp_path):
    path = tmp_path / "a.csv"
    rows = [
        "编号,地址,其他,X,Y",
        *(f"{number},宝带西路{number}号,b,540000,3460000" for number in range(50)),
        "51,宝带西路5号,王小明,13812345678,苏E12345,1,2",
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    taken = take_in_register(read_table(str(path)), RegisterWishes(coordinates=CRS))
    assert len(taken.rejected) == 1
    assert secrets_in(bytes_of(tmp_path, {"rejected": taken.rejected})) == []


def test_no_person_comes_with_an_osm_file(tmp_path):
    town = OsmText()
    town.way([(0, 0), (300, 0)], {"highway": "footway", "name": "长桥路"})
    for number, words in enumerate(["修车 张三 13812345678", "公园联系人：王小明", "公园(李秀英)", "停车点苏E12345"]):
        town.node(10 * number, 20, {"leisure": "park", "amenity": "clinic", "name": words})
        town.node(10 * number, 30, {"addr:full": AROUND[number], "addr:housenumber": "5"})
    town.node(90, 30, {"addr:full": "1803 宝带西路5号", "addr:housenumber": "5"})
    read = read_osm(town.write(tmp_path / "a.osm"))
    said = bytes_of(tmp_path, {name: frame for name, frame in read.tables.items() if len(frame)}) + str(read.notes)
    assert secrets_in(said) == []
    assert "1803" not in said
    assert any("cut out of" in str(note) for note in read.notes)
