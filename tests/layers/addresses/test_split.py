"""Addresses taken apart: worked by hand, by property, and on official registers."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from community3d.layers.addresses.forms import plain
from community3d.layers.addresses.split import ELEMENTS, NOTE, REST, split, split_addresses, without_rooms
from hypothesis import given, settings
from hypothesis import strategies as st

from .worked import ADDRESSES


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_splits_as_worked_by_hand(address: str) -> None:
    assert {name: part for name, part in split(address).items() if part} == ADDRESSES[address]


@pytest.mark.parametrize("spelling", ["3幢", "3栋", "3棟", "3号楼", "3號樓", "3#", "第3座", "三幢", "３号楼", "3#楼"])
def test_all_spellings_of_a_building_are_one(spelling: str) -> None:
    assert split(f"宝带西路1189号天润城{spelling}501室")["building"] == "3幢"


@settings(deadline=None)
@given(
    road=st.sampled_from(["宝带西路", "人民大道", "竹鹿路竹圍巷", "兴业路123弄", "东大街"]),
    number=st.integers(1, 2999),
    estate=st.sampled_from(["", "天润城", "蠡墅花园", "美孚新邨"]),
    building=st.integers(1, 199),
    unit=st.integers(1, 9),
    room=st.integers(101, 3399),
)
def test_what_was_put_together_is_taken_apart(road: str, number: int, estate: str, building: int, unit: int, room: int) -> None:
    parts = split(f"吴中区长桥街道龙西社区{road}{number}号{estate}{building}幢{unit}单元{room}室")
    stated = {
        "county": "吴中区",
        "subdistrict": "长桥街道",
        "community": "龙西社区",
        "road": road,
        "number": f"{number}号",
        "estate": estate,
    }
    stated |= {"building": f"{building}幢", "unit": f"{unit}单元", "room": str(room)}
    assert {name: part for name, part in parts.items() if part} == {name: part for name, part in stated.items() if part}


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet="吴中区街道路号幢单元室社村镇一十三百弄巷之甲3201-#（）A 0１　,", max_size=40))
def test_nothing_is_lost_of_any_text(words: str) -> None:
    parts = split(words)
    # Numerals become digits and signs get one form; every other character stands in an element, the note or the rest.
    kept = set("".join(parts.values()))
    assert set(plain(words)[0]) - set("一三十百0123456789A第#座-栋号室房户之") <= kept
    assert set(parts) == {*ELEMENTS, NOTE, REST}


@pytest.mark.parametrize(
    ("address", "door"),
    [
        ("宝带西路1189号天润城3幢2单元501室", "宝带西路1189号天润城3幢2单元"),
        ("天润城3-2-501", "天润城3-2"),
        ("观前街168号2层", "观前街168号"),
        ("仁愛街58巷14弄2號一樓", "仁愛街58巷14弄2號"),
        ("人民路1号", "人民路1号"),
        ("人民路5号(301室)", "人民路5号"),
        ("天润城3幢1单元（501）", "天润城3幢1单元"),
        ("人民路5号三零一室", "人民路5号"),
        ("天润城三栋二单元五零一", "天润城三栋二单元"),
        ("天润城5幢1单元东户", "天润城5幢1单元"),
        ("人民路5号401户", "人民路5号"),
        ("人民路5号301-305", "人民路5号"),
        ("人民路5号,501", "人民路5号"),
        ("人民路5号3幢阁楼", "人民路5号3幢"),
        ("人民路 1号（南门）", "人民路 1号（南门）"),
        (None, None),
    ],
)
def test_addresses_are_cut_at_the_door(address: str | None, door: str | None) -> None:
    assert without_rooms(pd.Series([address], dtype=object)).tolist() == [door]


@pytest.mark.parametrize(
    ("address", "room"),
    [
        ("5号三零一室", "301"),
        ("5号(301室)", "301"),
        ("3幢1单元东户", "东"),
        ("3幢401户", "401"),
        ("5号301-305", "301-305"),
        ("5号(南门)", ""),
    ],
)
def test_rooms_are_read_as_people_say_them(address: str, room: str) -> None:
    assert split("人民路" + address)["room"] == room


def test_equal_addresses_keep_their_rows() -> None:
    addresses = pd.Series(["人民路1号", None, "人民路1号", "天润城3栋"], index=[7, 8, 9, 10])
    parts = split_addresses(addresses)
    assert parts.index.tolist() == [7, 8, 9, 10]
    assert parts["road"].tolist() == ["人民路", "", "人民路", ""]
    assert parts["building"].tolist() == ["", "", "", "3幢"]


def test_no_addresses_give_no_rows() -> None:
    assert split_addresses(pd.Series([], dtype=object)).columns.tolist() == [*ELEMENTS, NOTE, REST]


@pytest.mark.parametrize(("file", "street"), [("changhua_main4.csv", "addr:street"), ("kaohsiung_place.csv", "addr:place")])
def test_registers_of_taiwan_split_into_their_own_columns(shared_data: Path, file: str, street: str) -> None:
    register = pd.read_csv(shared_data / "taiwan" / file, dtype=str).fillna("")[::4].reset_index(drop=True)
    parts = split_addresses(register["addr:full"])
    below = register["addr:floor"] != ""
    number = register["addr:housenumber"] + ("之" + register["addr:unit"]).where(~below & (register["addr:unit"] != ""), "")
    right = (parts["city"] + parts["county"] + parts["subdistrict"] == register["addr:city"] + register["addr:district"]) & (
        parts["community"] == register["addr:hamlet"]
    )
    right &= parts["road"].where(parts["road"] != "", parts["estate"]) == register[street]
    right &= (parts["number"] == number) & ((parts["floor"] != "") == below)
    assert right.mean() >= 0.995


@pytest.mark.parametrize("file", ["als_sham_shui_po.csv", "als_wong_tai_sin.csv"])
def test_registers_of_hong_kong_split_into_their_own_columns(shared_data: Path, file: str) -> None:
    register = pd.read_csv(shared_data / "hongkong" / file, dtype=str, encoding="utf-8-sig").fillna("")[::4]
    numbered = register[register["Chi_StreetBuildingNoFrom"] != ""]
    until = numbered["Chi_StreetBuildingNoTo"]
    number = numbered["Chi_StreetBuildingNoFrom"] + ("-" + until).where(until != "", "") + "號"
    written = numbered["Chi_Region"] + numbered["Chi_District"] + numbered["Chi_StreetName"] + number + numbered["Chi_EstateName"]
    parts = split_addresses(written)
    assert (parts["city"] + parts["county"] == numbered["Chi_Region"] + numbered["Chi_District"]).mean() >= 0.995
    assert ((parts["road"] == numbered["Chi_StreetName"]) & (parts["number"] == number)).mean() >= 0.99
