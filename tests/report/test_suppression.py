"""Small counts of people."""

from __future__ import annotations

import numpy as np
from community3d.processing.report.suppression import hidden, hidden_parts


def test_counts_from_one_to_four_are_hidden_and_nought_is_not():
    assert hidden(np.array([0.0, 1.0, 4.0, 4.9, 5.0, np.nan])).tolist() == [False, True, True, True, False, False]


def test_one_hidden_part_takes_the_next_smallest_with_it():
    # 3 could be computed from a shown total of 53; 20 is the next smallest.
    assert hidden_parts(np.array([[30.0, 20.0, 3.0, 0.0]])).tolist() == [[False, True, True, False]]


def test_two_hidden_parts_need_no_third():
    assert hidden_parts(np.array([[30.0, 2.0, 3.0]])).tolist() == [[False, True, True]]


def test_nothing_small_hides_nothing():
    assert not hidden_parts(np.array([[30.0, 5.0, 0.0]])).any()
