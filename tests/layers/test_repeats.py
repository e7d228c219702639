"""Values that repeat: the different ones once, and where each stands."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from community3d.layers.repeats import different, repeated_rows


def test_one_object_in_many_rows_is_one_value():
    words = np.array(["a", None, "b", "a", None], object)
    values, rows = different(words)
    assert values.tolist() == ["a", None, "b"]
    assert rows.tolist() == [0, 1, 2, 0, 1]


def test_equal_values_of_several_kinds_are_kept_apart():
    values, rows = different(np.array([1, True, 1.0, "1"], object))
    assert [type(value) for value in values[rows]] == [int, bool, float, str]


def test_every_second_row_of_a_wider_table_is_read_right():
    table = np.array([["a", "x"], ["b", "y"], ["a", "z"]], object)
    values, rows = different(table[:, 0])
    assert values[rows].tolist() == ["a", "b", "a"]


def test_numbers_and_nothing_at_all_are_handed_back_as_they_are():
    assert different(np.array([3.0, 3.0]))[1].tolist() == [0, 1]
    assert len(different(np.empty(0, object))[0]) == 0


@pytest.mark.parametrize(
    ("ids", "repeated"),
    [
        (["D1", "D2", "D3"], [False, False, False]),
        (["D1", "D2", "D2"], [False, False, True]),
        (["D2", "D1", "D2", "D2"], [False, False, True, True]),
        (["D1", None, "D2", None], [False, False, False, True]),
        ([7, "D1", 7], [False, False, True]),
        ([None], [False]),
        ([], []),
    ],
)
def test_only_rows_with_the_value_of_an_earlier_one_repeat(ids, repeated):
    assert repeated_rows(pd.Series(ids, dtype=object)).tolist() == repeated
