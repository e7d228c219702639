"""Registers of doorplates taken in: every row accounted for, coordinates found, rooms never kept."""

from __future__ import annotations

import weakref
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.addresses.split import split_addresses
from community3d.layers.areas.ground import holders
from community3d.layers.crs import reproject
from community3d.layers.door import accept, frame_crs
from community3d.layers.doorplates.intake import Register, Wishes, take_in_register
from community3d.layers.errors import InputError
from community3d.layers.incoming.files import read_table
from community3d.layers.incoming.table import Table, of_frame
from community3d.layers.reading import read_source
from community3d.layers.reference import reference
from hypothesis import given, settings
from hypothesis import strategies as st

CRS = "EPSG:4549"
ROWS = {
    "编号": ["a", "b", "c", "d", "e", "f"],
    "地址": [
        "吴中区长桥街道宝带西路1189号天润城3幢1单元101室",
        "吴中区长桥街道宝带西路1189号天润城3栋1单元1802室",
        "吴中区长桥街道宝带西路1189号天润城3号楼1单元1802",
        "吴中区长桥街道宝带西路1号",
        "吴中区长桥街道宝带西路2号",
        "吴中区长桥街道宝带西路3号",
    ],
    "X": [540_010, 540_010, 540_010, 540_100, 540_200, None],
    "Y": [3_460_010, 3_460_010, 3_460_010, 3_460_000, 3_460_000, 3_460_000],
}


def taken(rows: dict[str, list] | pd.DataFrame, **wishes: object) -> Register:
    return take_in_register(of_frame(pd.DataFrame(rows)), Wishes(**{"coordinates": CRS, **wishes}))


def test_every_row_is_loaded_merged_or_rejected_with_its_line() -> None:
    register = taken(ROWS)
    assert (register.rows_read, len(register.frame), register.merged, len(register.rejected)) == (6, 3, 2, 1)
    assert register.rejected[["编号", "row"]].to_numpy().tolist() == [["f", 6]]
    assert "no place" in register.rejected["reason"].iloc[0]


def test_a_personal_column_is_let_go() -> None:
    numbers = np.array([f"1380000000{k}" for k in range(6)], object)
    let_go = weakref.ref(numbers)
    columns = {**{name: np.array(values, object) for name, values in ROWS.items()}, "户主电话": numbers}
    read = [Table(pd.DataFrame(columns, copy=False), np.arange(1, 7))]
    del numbers, columns
    register = take_in_register(read.pop(), Wishes(coordinates=CRS))
    assert register.dropped == ("户主电话",)
    assert "户主电话" in register.source.frame.columns
    assert let_go() is None


def test_a_door_is_told_by_elements_and_counts_its_rooms() -> None:
    door = taken(ROWS).frame.iloc[0]
    told = {name: door[name] for name in ("doorplate_id", "address", "road", "number", "estate", "building", "unit", "households")}
    assert told == {
        "doorplate_id": "a",
        "address": "吴中区长桥街道宝带西路1189号天润城3幢1单元",
        "road": "宝带西路",
        "number": "1189号",
        "estate": "天润城",
        "building": "3幢",
        "unit": "1单元",
        "households": 2,
    }
    assert taken(ROWS).floors.tolist()[0] == 18


def test_rooms_are_in_no_output() -> None:
    lost = {**ROWS, "室号": ["101", "1802", "1802", None, None, "777"], "X": [None] * 6}
    register = taken({**lost, "X": [*lost["X"][:4], 540_200, None]})
    for frame in (register.frame, register.rejected, register.problems):
        written = " ".join(map(str, pd.DataFrame(frame).to_numpy().ravel()))
        assert "1802" not in written
        assert "777" not in written


def test_a_door_stands_where_the_first_of_its_rooms_with_a_place_does() -> None:
    rows = {"地址": ["人民路5号101室", "人民路5号102室"], "X": [None, 540_100], "Y": [None, 3_460_000]}
    register = taken(rows)
    assert (len(register.frame), register.merged, len(register.rejected)) == (1, 1, 0)
    assert register.frame.geometry.x.tolist() == [540_100]
    assert register.frame["households"].tolist() == [2]


WORDS = st.builds(
    lambda region, door, room: region + door + room,
    st.sampled_from(["", "甲社区", "乙社区", "吴中区"]),
    st.sampled_from(["人民路1号", "人民路2号", "天润城3幢", "天润城4幢1单元"]),
    st.sampled_from(["", "7041室", "(7042室)", "七〇四三", "7045-7046"]),
)
ROW = st.tuples(
    st.one_of(st.none(), WORDS), st.sampled_from([540_000, 540_010, 545_000, None, "x"]), st.sampled_from(["1", "2", "-3", "viel", None])
)


@settings(deadline=None, max_examples=10, derandomize=True)
@given(st.lists(ROW, min_size=1, max_size=12))
def test_every_row_of_any_register_is_accounted_for_and_no_room_is_told(rows: list[tuple]) -> None:
    table = pd.DataFrame(rows, columns=["地址", "X", "户数"]).assign(Y=3_460_000).astype(object)
    table.loc[len(table)] = ["人民路9号", 540_000, "1", 3_460_000]  # one row with a place
    register = taken(table)
    assert register.rows_read == len(table) == len(register.frame) + register.merged + len(register.rejected)
    assert register.merged >= 0
    assert register.rejected["row"].is_unique
    told = " ".join(map(str, [*pd.DataFrame(register.frame).to_numpy().ravel(), *pd.DataFrame(register.rejected).to_numpy().ravel()]))
    assert not any(room in told + " ".join(register.problems["message"]) for room in ("704", "七〇四"))


def test_rooms_in_other_columns_are_in_no_output() -> None:
    rows = {
        "门牌号": ["5号1802室", "5号1803", "6号"],
        "单元": ["1单元1802", "1单元1803", "2"],
        "又名": ["人民路5号1802室", "人民路5号(1803)", None],
        "X": [None, None, 540_200],
        "Y": [3_460_000] * 3,
    }
    register = taken(rows)
    assert len(register.rejected) == 2
    told = register.frame[["number", "unit", "address"]].to_numpy().tolist()
    assert told == [["6号", "2", "6号2单元"]]
    for frame in (register.frame, register.rejected, register.problems):
        written = " ".join(map(str, pd.DataFrame(frame).to_numpy().ravel()))
        assert "1802" not in written
        assert "1803" not in written


def test_fields_of_rows_that_do_not_fit_tell_no_room(tmp_path: Path) -> None:
    file = tmp_path / "doors.csv"
    file.write_text("地址,X,Y\n人民路5号1802室,540010,3460010\n人民路6号1803室,540010,3460010,多\n", encoding="utf-8")
    register = take_in_register(read_table(str(file)), Wishes(coordinates=CRS))
    assert (register.rows_read, len(register.frame), len(register.rejected)) == (2, 1, 1)
    assert "1803" not in " ".join(map(str, pd.DataFrame(register.rejected).to_numpy().ravel()))


def test_buildings_are_matched_and_the_unresolved_listed() -> None:
    buildings = gpd.GeoDataFrame(
        {"building_id": ["B1"], "name": [None]}, geometry=gpd.GeoSeries([shapely.box(540_000, 3_460_000, 540_020, 3_460_020)], crs=CRS)
    )
    register = taken(ROWS, buildings=accept("buildings", buildings).frame)
    assert register.frame["building_id"].tolist() == ["B1", None, None]
    assert (register.problems["rule"] == "no_building").sum() == 2


def test_a_stated_column_and_swapped_survey_axes_are_understood() -> None:
    swapped = {**ROWS, "北": ROWS["Y"], "东": ROWS["X"]}
    register = taken({name: values for name, values in swapped.items() if name not in ("X", "Y")}, x_field="北", y_field="东")
    assert shapely.get_x(register.frame.geometry.to_numpy()).tolist() == [540_010, 540_100, 540_200]


def test_unknown_columns_are_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="“经度”, which the file lacks"):
        taken(ROWS, x_field="经度", y_field="Y")
    with pytest.raises(InputError, match="No columns with coordinates were recognised"):
        taken({"地址": ["人民路1号"]})


@pytest.mark.parametrize(
    ("register", "villages", "column", "share"),
    [
        ("changhua_main4.csv", "changhua_xizhou_zhutang_villages.geojson", "VILLNAME", 0.957),
        ("kaohsiung_place.csv", "kaohsiung_zuoying_lingya_sanmin_villages.geojson", "VILLNAME", 0.974),
    ],
)
def test_registers_of_taiwan_are_placed_without_a_hint(shared_data: Path, register: str, villages: str, column: str, share: float) -> None:
    borders = read_source(str(shared_data / "taiwan" / villages))
    read = read_table(str(shared_data / "taiwan" / register))
    taken_in = take_in_register(read, Wishes(reference=reference(borders)))
    assert taken_in.coordinates.word == "EPSG:3826"
    assert taken_in.rows_read == len(taken_in.frame) + taken_in.merged + len(taken_in.rejected) == len(read.frame)
    # The share of doorplates that lie in the village they name is the one measured by others.
    moved = reproject(borders.geometry.to_numpy(), source=frame_crs(borders), target="EPSG:3826")
    areas = gpd.GeoDataFrame({"code": borders["VILLCODE"].to_numpy(), "name": borders[column].to_numpy()}, geometry=moved, crs="EPSG:3826")
    towns = borders["TOWNNAME"].to_numpy()
    held = holders(taken_in.frame.geometry.to_numpy(), areas)
    parts = split_addresses(taken_in.frame["address"])
    told = parts["county"].where(parts["subdistrict"] == "", parts["subdistrict"])  # a district or a rural township
    inside = held >= 0
    right = inside & (parts["community"] == np.append(areas["name"], "")[held]) & (told == np.append(towns, "")[held])
    named = told.isin(towns)
    assert right[named].mean() == pytest.approx(share, abs=0.012)


def test_hong_kong_is_placed_by_its_two_pairs(shared_data: Path) -> None:
    read = read_table(str(shared_data / "hongkong" / "als_wong_tai_sin.csv"))
    register = take_in_register(read, Wishes(crs="EPSG:2326"))
    assert register.coordinates.word == "WGS84"
    official = read.frame[["Easting", "Northing"]].astype(float).to_numpy()
    found = shapely.get_coordinates(register.frame.geometry.to_numpy())
    assert np.median(np.hypot(*(found - official).T)) < 1


def test_a_building_far_from_the_door_that_names_it_is_told() -> None:
    # The corner (0, 0) of the building is 200 m from (-120, -160) by 3-4-5, and 205 m from (-123, -164).
    block = gpd.GeoDataFrame({"building_id": ["B1"], "name": [None]}, geometry=gpd.GeoSeries([shapely.box(0, 0, 20, 10)], crs=CRS))
    rows = {"编号": ["near", "far"], "地址": ["人民路1号", "人民路3号"], "楼栋编码": ["B1", "B1"], "X": [540_000 - 120, 540_000 - 123]}
    rows["Y"] = [3_460_000 - 160, 3_460_000 - 164]
    block = block.set_geometry(block.translate(540_000, 3_460_000))
    register = taken(rows, buildings=accept("buildings", block).frame)
    assert register.frame["building_id"].tolist() == ["B1", "B1"]
    told = register.problems[["rule", "row", "message"]].to_numpy().tolist()
    assert told == [["building_far", "far", "The building B1 that the row names is 205 m away."]]


def test_a_door_stands_at_the_first_of_its_rooms_that_has_a_place() -> None:
    rows = {"编号": ["a", "b", "c"], "地址": [f"人民路1号{room}室" for room in (101, 102, 103)]}
    register = taken({**rows, "X": [None, 540_000, 540_060], "Y": [None, 3_460_000, 3_460_000]})
    assert register.frame.geometry.x.tolist() == [540_000]
    assert register.problems["message"].tolist() == [
        "The rooms of this door are more than 50 m apart; it stands at the place of the first of them that has one."
    ]


def test_of_many_doors_without_a_building_the_first_thousand_are_listed() -> None:
    far = gpd.GeoDataFrame({"building_id": ["B1"]}, geometry=gpd.GeoSeries([shapely.box(0, 0, 9, 9)], crs=CRS))
    rows = {"地址": [f"人民路{n}号" for n in range(1, 1004)], "X": [540_000 + n for n in range(1003)], "Y": [3_460_000] * 1003}
    told = taken(rows, buildings=accept("buildings", far).frame).problems
    assert len(told) == 1001
    assert told["message"].iloc[-1] == "Further rows of the same kind, not listed: 3."
