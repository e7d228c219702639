"""Addresses cut by pattern: many at once as one by one."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest
from community3d.layers.addresses import forms, local, regions, split
from community3d.layers.addresses.patterns import narrow_all, patterns_of
from community3d.layers.addresses.split import split_addresses, take_apart
from hypothesis import given, settings
from hypothesis import strategies as st

from .worked import ADDRESSES

SIGNS = "吴中区街道路号號幢单元室社村镇一十三百弄巷之甲至层楼0123456789-—～#（）() 　０１Aａ无\n"


def test_addresses_that_differ_in_digits_have_one_pattern() -> None:
    found = patterns_of(np.array(["人民路1号", "人民路 ２号", "人民路13号", "人民路9号"], object))
    assert found.words.tolist() == ["人民路1号", "人民路2号", "人民路13号", "人民路9号"]
    assert found.by_row.tolist() == [0, 0, 1, 0]
    assert found.known == ("人民路0号", "人民路00号")


def test_many_addresses_are_split_as_one_by_one() -> None:
    addresses = [address.replace("1", digit) for address in ADDRESSES for digit in "1047"]
    parts = split_addresses(pd.Series(addresses, dtype=object))
    assert parts.to_dict("records") == [split.split(address) for address in addresses]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(alphabet=SIGNS, max_size=24), max_size=12))
def test_any_texts_are_split_as_one_by_one(addresses: list[str]) -> None:
    apart = take_apart(pd.Series(addresses, dtype=object))
    assert apart.parts.to_dict("records") == [split.split(address) for address in addresses]
    assert apart.doors.tolist() == [split.without_rooms(pd.Series([address], dtype=object)).iloc[0] for address in addresses]
    assert list(narrow_all(addresses)) == list(map(forms.narrow, addresses))


@pytest.mark.parametrize("module", [forms, local, regions])
def test_the_grammar_tells_no_digit_from_another(module: object) -> None:
    patterns = {name: value.pattern for name, value in vars(module).items() if isinstance(value, re.Pattern)}
    assert patterns
    for name, pattern in patterns.items():
        # Numbers of repetitions and escapes of characters are no digits of an address.
        bare = re.sub(r"\{\d*,?\d*\}|\\u[0-9a-f]{4}|\\[0-9]", "", pattern)
        assert not re.search(r"\d", bare), (name, bare)


def test_the_door_of_an_address_is_told_with_its_elements() -> None:
    apart = take_apart(pd.Series(["人民路5号301室", None, "人民路 1号"], index=[3, 4, 5], dtype=object))
    assert apart.doors.to_dict() == {3: "人民路5号", 4: None, 5: "人民路 1号"}
    assert apart.parts["room"].to_dict() == {3: "301", 4: "", 5: ""}


def test_the_sign_between_addresses_may_stand_in_one() -> None:
    # A frame of QGIS may hold what no text file does.
    assert patterns_of(np.array(["人民路\0 7号", "人民路7号"], object)).known == ("人民路\0" + "0号", "人民路0号")
