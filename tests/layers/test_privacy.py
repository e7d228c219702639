"""Personal data is recognised by name and by value, and stays outside."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from community3d.layers.persons import is_id_number, without_person
from community3d.layers.privacy import cut_words, examine, may_leave, rules, suppress, too_small, without_persons

ID = "11010519491231002X"  # the example of GB 11643
NOT_AN_ID = "110105194912310021"  # wrong check digit
SIGNS_AROUND = ("", "，", " ", "-", "。", "、 ")


@pytest.mark.parametrize(
    "name", ["姓名", "户主", "XM", "身份证号", "lxdh", "家庭电话", "Mobile", "tel", "出生日期", "人脸", "车牌", "微信号", "低保户", "孕妇"]
)
def test_a_personal_column_is_known_by_its_name(name):
    assert examine(pd.DataFrame({name: ["x"]})).personal == (name,)


@pytest.mark.parametrize("name", ["hotel", "floor_surface", "machine", "address", "road", "elderly", "children", "名称"])
def test_an_innocent_name_is_left_alone(name):
    assert examine(pd.DataFrame({name: ["x"]})).personal == ()


def test_our_own_column_name_is_no_persons_name():
    assert examine(pd.DataFrame({"name": ["长桥社区"]}), ours=["name"]).personal == ()
    assert examine(pd.DataFrame({"name": [ID]}), ours=["name"]).personal == ("name",)


@pytest.mark.parametrize("values", [[ID], ["13812345678"], [13812345678], [13812345678.0, np.nan], ["电话 13812345678"]])
def test_a_personal_column_is_known_by_its_values(values):
    assert examine(pd.DataFrame({"note": values})).personal == ("note",)


@pytest.mark.parametrize(
    "values", [[NOT_AN_ID], ["320506103014001"], ["23812345678"], ["A13812345678"], [3205060010], [True], ["2026-11-20"]]
)
def test_other_long_numbers_are_no_persons(values):
    assert examine(pd.DataFrame({"note": values})).personal == ()


def test_the_check_digit_decides():
    assert is_id_number(ID)
    assert not is_id_number(NOT_AN_ID)


def test_an_identifier_may_look_like_a_mobile_number_but_not_like_a_citizens_number():
    frame = pd.DataFrame({"id": ["13812345678"], "code": [ID]})
    assert examine(frame, identifiers=["id", "code"]).personal == ("code",)


def test_one_number_among_many_words_is_a_trace_that_can_be_removed():
    values = pd.Series([f"王 {ID} 东门", *["西门"] * 50, None])
    found = examine(pd.DataFrame({"address": values}), ours=["address"])
    cleaned = without_persons(values, found.traces["address"], found.left["address"])
    assert cleaned.iloc[0] == "王  东门"
    assert cleaned.iloc[1:].equals(values.iloc[1:])


def test_only_listed_columns_may_leave():
    columns = ["doorplate_id", "address", "unit", "phone", "elderly", "park_m", "park_ok", "secret_m"]
    assert may_leave("ledger", columns, categories=["park"]) == ["doorplate_id", "address", "elderly", "park_m", "park_ok"]
    assert may_leave("scene", columns, categories=["park"]) == ["doorplate_id", "address", "park_m", "park_ok"]


@pytest.mark.parametrize("output", ["ledger", "scene", "report"])
def test_no_output_lists_a_personal_column_or_one_finer_than_a_building(output):
    listed = rules().may_leave[output]
    assert examine(pd.DataFrame({column: ["x"] for column in listed})).personal == ()
    assert "unit" not in listed


def test_counts_below_five_are_hidden_and_zero_is_not():
    counts = pd.Series([0, 1, 4, 5, np.nan])
    assert too_small(counts).tolist() == [False, True, True, False, False]
    np.testing.assert_array_equal(suppress(counts), [0, np.nan, np.nan, 5, np.nan])
    np.testing.assert_array_equal(suppress(counts, k=2), [0, np.nan, 4, 5, np.nan])


@pytest.mark.parametrize("word", ["，王小明。", " 李建国-", "/王小明/", "长桥路18号 王小明。", "，王小明 长桥路18号"])
def test_a_name_between_signs_is_a_name(word):
    left = cut_words([word, "长桥路18号", "，桥头。"], "place")
    assert set(left) == {word}
    assert (left[word] or "").strip() in ("", "长桥路18号")


def test_what_is_looked_at_closely_is_all_that_a_close_look_would_cut():
    # Names, places and signs in every order: the quick look must not pass over anything.
    parts = ["王小明", "李建国", "欧阳晓红", "长桥路", "18号", "王", ""]
    words = [a + b + c + d for a in SIGNS_AROUND for b in parts for c in SIGNS_AROUND for d in (*parts, *SIGNS_AROUND)]
    for kind in ("place", "note"):
        close = {word for word in words if word and without_person(word, kind) != word}
        assert close - set(cut_words([word for word in words if word], kind)) == set()
        assert len(close) > 500
