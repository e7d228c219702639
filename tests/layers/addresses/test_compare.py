"""Addresses compared: duplicates and pairs that are probably one."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from community3d.layers.addresses.compare import duplicates, forms_of, near_duplicates, same_address, similar_names
from community3d.layers.addresses.split import split_addresses

ONE_DOOR = [
    "长桥街道宝带西路1189号天润城小区3号楼二单元501",
    "吴中区宝带西路１１８９号天润城３栋2单元501室",
    "寶帶西路1189號天潤城3幢2-501",
]


def test_spellings_of_one_door_have_one_key() -> None:
    forms = forms_of(split_addresses(pd.Series(ONE_DOOR)))
    assert same_address(forms).tolist() == [0, 0, 0]
    assert {name: forms.words[name][forms.codes[name][0]] for name in ("road", "number", "estate", "building", "unit", "room")} == {
        "road": "宝带西路", "number": "1189", "estate": "天润城", "building": "3", "unit": "2", "room": "501",
    }  # fmt: skip


def test_an_address_that_names_nothing_has_no_key() -> None:
    assert same_address(forms_of(split_addresses(pd.Series(["无", "", "苏州市"])))).tolist() == [-1, -1, -1]


def test_duplicates_point_to_the_first_row() -> None:
    addresses = pd.Series([*ONE_DOOR, "无", "无"], index=list("abcde"))
    assert duplicates(split_addresses(addresses)).tolist() == ["a", "a", "a", "d", "e"]


def test_equal_streets_of_two_towns_are_no_duplicates() -> None:
    addresses = pd.Series(["木渎镇人民路1号", "长桥街道人民路1号", "木渎镇人民路１號"])
    assert duplicates(split_addresses(addresses)).tolist() == [0, 1, 0]


def test_a_rare_name_beside_a_frequent_one_is_listed() -> None:
    addresses = pd.Series([*(f"宝带西路{number}号" for number in range(1, 10)), "宝代西路2号"])
    assert near_duplicates(split_addresses(addresses)).to_dict("records") == [{"first": 1, "second": 9, "why": "name"}]


def test_a_door_without_its_road_is_listed() -> None:
    addresses = pd.Series(["宝带西路1189号天润城3幢2单元501室", "天润城3幢2单元501室", "天润城4幢2单元501室"])
    assert near_duplicates(split_addresses(addresses)).to_dict("records") == [{"first": 0, "second": 1, "why": "road"}]


@pytest.mark.parametrize(
    ("rare", "frequent", "near"),
    [
        ("宝代西路", "宝带西路", True),  # one character changed
        ("中央一段", "中央路一段", True),  # one left out
        ("宝带东路", "宝带西路", False),  # east is not west
        ("台东二路", "台东一路", False),  # a number tells
        ("人和路", "人民路", False),  # too short to say
        ("宝代西街", "宝带西路", False),  # two characters
    ],
)
def test_names_one_slip_apart(rare: str, frequent: str, near: bool) -> None:
    names = pd.Series([frequent] * 9 + [rare])
    assert similar_names(names) == ({rare: frequent} if near else {})


def test_a_slip_of_a_real_register_is_found(shared_data: Path) -> None:
    register = pd.read_csv(shared_data / "taiwan" / "changhua_main4.csv", dtype=str)["addr:full"]
    found = near_duplicates(split_addresses(register))
    assert [(register[row.first], register[row.second]) for row in found.itertuples() if "陸軍" in register[row.first]] == [
        ("彰化縣溪州鄉潮洋村7鄰陸軍一段131巷12號", "彰化縣溪州鄉潮洋村7鄰陸軍路一段131巷12號")
    ]
