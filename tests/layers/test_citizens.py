"""Numbers of identity documents, worked out on paper; invented ones throughout."""

from __future__ import annotations

import pandas as pd
import pytest
from community3d.layers.citizens import is_hong_kong_number, is_old_number, is_taiwan_number
from community3d.layers.persons import IDENTIFIER, NAME, NOTE, NUMBERS, PLACE, without_person
from community3d.layers.privacy import cut_words, examine


def test_hong_kong_numbers_by_their_check_digit():
    # Blank 36 × 9, A = 10 × 8, then 1×7 + 2×6 + 3×5 + 4×4 + 5×3 + 6×2: 324 + 80 + 77 = 481; 481 + 3 = 44 × 11.
    assert is_hong_kong_number("A123456(3)")
    assert not is_hong_kong_number("A123456(4)")
    # Two letters: A = 10 × 9, B = 11 × 8, the digits 77: 255; 255 + 9 = 24 × 11. A in brackets counts ten.
    assert is_hong_kong_number("AB123456(9)")
    # G = 16 × 8 = 128 in place of 80, 324 + 128 + 77 = 529; 529 + 10 = 49 × 11.
    assert is_hong_kong_number("G123456(A)")


def test_taiwan_numbers_by_their_check_digit():
    # A is 10: 1×1 + 0×9, then 1×8 + 2×7 + 3×6 + 4×5 + 5×4 + 6×3 + 7×2 + 8×1 + 9: 1 + 129 = 13 × 10.
    assert is_taiwan_number("A123456789")
    assert not is_taiwan_number("A123456788")
    # I is 34: 3×1 + 4×9 = 39; 39 + 120 + 1 = 16 × 10.
    assert is_taiwan_number("I123456781")


def test_fifteen_digits_are_a_person_where_province_and_birthday_stand():
    assert is_old_number("320503670401001")  # Jiangsu, 1 April 1967
    assert not is_old_number("320503670431001")  # 31 April
    assert not is_old_number("990503670401001")  # no such province
    # Grid 003 of community 012 in street 001: no one is born in 1900.
    assert not is_old_number("320506001012003")
    assert not is_old_number("320506103014001")


@pytest.mark.parametrize("number", ["320503670401001", "A123456(3)", "A123456（3）", "AB123456(9)", "A123456789", "a123456789"])
def test_a_number_is_cut_out_of_texts_and_of_addresses_alike(number):
    for kind in (NOTE, PLACE):
        assert without_person(f"证件{number}，已核实", kind) != f"证件{number}，已核实"
        assert cut_words([f"证件{number}"], kind) != {}
        assert number not in str(list(cut_words([f"证件{number}，已核实", "宝带西路5号"], kind).values()))
    assert examine(pd.DataFrame({"其他": [number]}), kinds={"其他": NOTE}).personal == ("其他",)


@pytest.mark.parametrize("word", ["A123456(4)", "A1234563", "A123456788", "D0000255", "B0FFH12345", "320506001012003", "XA1234567893"])
def test_codes_stay(word):
    assert without_person(f"编号{word} 东门", NOTE) == f"编号{word} 东门"
    assert cut_words([f"编号{word} 东门", "a"], NOTE) == {}


@pytest.mark.parametrize("word", ["320503670401001", "A123456789"])
def test_columns_of_codes_are_left_alone(word):
    for kind in (IDENTIFIER, NUMBERS):
        assert without_person(word, kind) == word
        assert cut_words([word], kind) == {}


# Behind the point stand Inner Mongolia and 18 November 1933, a mobile number, a citizen's number with its check digit.
@pytest.mark.parametrize("place", ["31.157162331118165", "31.13912345678", "31.110105194912310038", "41234567.15716233111816"])
def test_decimals_of_coordinates_are_no_numbers_of_persons(place):
    pairs = [place, f"121.5,{place}", f"POINT (121.5 {place})", f"[121.5, {place}]"]
    for kind in (IDENTIFIER, NUMBERS, NOTE, PLACE):
        assert cut_words(pairs, kind) == {}
    assert cut_words(["1.13912345678", "电话12.13912345678"], NOTE).keys() == {"1.13912345678", "电话12.13912345678"}


LATITUDE = "31.157162331118165"


@pytest.mark.parametrize(
    "words",
    [
        f"N{LATITUDE}", f"{LATITUDE}°N", f"北纬{LATITUDE}", f"纬度：{LATITUDE}", f"lat={LATITUDE}", f"X={LATITUDE} Y=121.35",
        f"{LATITUDE}|121.35", f"{LATITUDE}/121.35", f"{LATITUDE}_121.35", f"({LATITUDE}、121.35)", 
        "３１．１５７１６２３３１１１８１６５，１２１．３５",
        f"SRID=4326;POINT({LATITUDE} 121.35)", f"MULTIPOINT (({LATITUDE} 121.35), (31.2 121.4))",
        f"POLYGON(({LATITUDE} 121.46729579564012, 31.2 121.4))", f'{{"type":"Point","coordinates":[121.35,{LATITUDE}]}}',
    ],
)  # fmt: skip
def test_a_place_stays_in_whatever_way_it_is_written(words):
    for kind in (NAME, NOTE, PLACE):
        assert without_person(words, kind) == words


@pytest.mark.parametrize(
    "words", ["3幢101.13912345678", "张三N31.5 13912345678", "101 139 1234 5678", "北纬31.5, 13912345678", "12.3, A123456789"]
)
def test_a_number_of_a_person_beside_a_place_goes(words):
    assert without_person(words, NOTE) != words


def test_the_name_of_a_way_is_no_number_of_a_person():
    # W is 32: 3×1 + 2×9 = 21, then 2×8 + 9×7 + 8×6 + 0×5 + 3×4 + 0×3 + 5×2 + 2×1 + 8: 159. 21 + 159 = 18 × 10.
    assert is_taiwan_number("W298030528")
    for kind in (NAME, NOTE, PLACE):
        assert without_person("w298030528", kind) == "w298030528"
        assert without_person("W298030528 钥匙", kind) != "W298030528 钥匙"


def test_a_name_that_is_nothing_but_the_code_of_a_grid_stays():
    # Grid 001 of village 201 in township 200 of county 372823: month 02, day 01.
    assert is_old_number("372823200201001")
    assert without_person("372823200201001", NAME) == "372823200201001"
    assert without_person("372823200201001 张三", NAME) != "372823200201001 张三"
