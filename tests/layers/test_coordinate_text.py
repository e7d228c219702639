"""Coordinates in the forms that people write them in."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from community3d.layers.coordinate_text import EAST, NORTH, UNKNOWN, holds_pairs, unpacked, written, written_pairs
from hypothesis import given, settings
from hypothesis import strategies as st

# 120°37′12.5″ is 120 + 37/60 + 12.5/3600.
SUZHOU_EAST = 120 + 37 / 60 + 12.5 / 3600
ONE = {
    "120.62": (120.62, UNKNOWN),
    "120.62°": (120.62, UNKNOWN),
    "120.62度": (120.62, UNKNOWN),
    "120.62°E": (120.62, EAST),
    "E120.62": (120.62, EAST),
    "东经120.62度": (120.62, EAST),
    "经度：120.62": (120.62, EAST),
    "lon=120.62": (120.62, EAST),
    "１２０．６２": (120.62, UNKNOWN),
    "120°37′12.5″": (SUZHOU_EAST, UNKNOWN),
    "120º37´12.5˝": (SUZHOU_EAST, UNKNOWN),
    "120°37'12.5''E": (SUZHOU_EAST, EAST),
    "120° 37' 12.5\" E": (SUZHOU_EAST, EAST),
    "E120°37′12.5″": (SUZHOU_EAST, EAST),
    "东经120度37分12.5秒": (SUZHOU_EAST, EAST),
    "東經120度37分": (120 + 37 / 60, EAST),
    "120-37-12.5": (SUZHOU_EAST, UNKNOWN),
    "120:37:12.5": (SUZHOU_EAST, UNKNOWN),
    "120 37 12.5": (SUZHOU_EAST, UNKNOWN),
    "120d37m12.5s": (SUZHOU_EAST, UNKNOWN),
    "１２０°３７′１２．５″": (SUZHOU_EAST, UNKNOWN),
    "31°15.6′N": (31.26, NORTH),
    "北纬31度15分36秒": (31.26, NORTH),
    "31度15分36秒北": (31.26, NORTH),
    "30°S": (-30.0, NORTH),
    "西经51.2": (-51.2, EAST),
    "-51.2": (-51.2, UNKNOWN),
    "120°36′60.00″": (120 + 37 / 60, UNKNOWN),  # rounded by the one who wrote it
    "3,459,972.12": (3459972.12, UNKNOWN),
    "X=3459972.12": (3459972.12, UNKNOWN),
}
PAIRS = [
    "120.62,31.3",
    "120.62，31.3",
    "120.62；31.3",
    "120.62、31.3",
    "120.62 31.3",
    "(120.62, 31.3)",
    "[120.62,31.3]",
    "POINT (120.62 31.3)",
    "E120°37′12″N31°18′",
    "120°37′12″E 31°18′0″N",
    "东经120度37分12秒，北纬31度18分",
    "120 37 12, 31 18 0",
]


def column(*words):
    return pd.Series(words, dtype=object)


@pytest.mark.parametrize("word", ONE)
def test_one_coordinate_is_read_in_any_form(word):
    read = written(column(word))
    assert (read.values[0], read.axes[0]) == (pytest.approx(ONE[word][0], abs=1e-12), ONE[word][1])
    assert not read.unread[0]


@pytest.mark.parametrize("word", PAIRS)
def test_a_pair_is_taken_apart(word):
    first, second = written_pairs(column(word))
    assert [first.values[0], second.values[0]] == pytest.approx([120.62, 31.3], abs=1e-9)


def test_a_pair_keeps_the_order_and_the_axes_it_states():
    first, second = written_pairs(column("N31.3,E120.62"))
    assert (first.values[0], first.axes[0], second.values[0], second.axes[0]) == (31.3, NORTH, 120.62, EAST)


@pytest.mark.parametrize("word", ["苏州", "120°75′", "120.5°30′", "120°37.5′12″", "E31.3N", "120,62", "1-2-3-4"])
def test_slips_are_unread_not_guessed(word):
    read = written(column(word, "31.3"))
    assert np.isnan(read.values[0])
    assert read.unread.tolist() == [True, False]


def test_empty_cells_are_no_slips():
    read = written(column("", None, "  ", "31.3"))
    assert read.unread.tolist() == [False] * 4
    first, second = written_pairs(column(None, "120.62,31.3", "120.62"))
    assert first.unread.tolist() == second.unread.tolist() == [False, False, True]
    assert np.isnan(first.values[[0, 2]]).all()


def test_numbers_pass_and_the_infinite_is_no_place():
    read = written(pd.Series([120.62, np.nan, np.inf]))
    assert read.values[0] == 120.62
    assert np.isnan(read.values[1:]).all()
    assert read.unread.tolist() == [False, False, True]


def test_a_column_of_pairs_is_told_from_single_coordinates():
    assert holds_pairs(column("120.62,31.30", "120.63,31.31", None))
    assert not holds_pairs(column("120.62", "120.63"))
    assert not holds_pairs(column("120 37 12.5", "120 38 1.0"))
    assert not holds_pairs(column("3,459,972.12", "3,459,973.00"))
    assert not holds_pairs(column("长桥街道", None))
    assert not holds_pairs(pd.Series([120.62, 120.63]))


def test_degrees_minutes_and_seconds_in_one_number_are_told():
    lon, lat = unpacked(np.array([1203712.5, np.nan, 1203800.0]), np.array([311536.0, 311536.0, 311600.0]))
    assert lon[0] == pytest.approx(SUZHOU_EAST, abs=1e-12)
    assert lat[[0, 2]] == pytest.approx([31.26, 31 + 16 / 60], abs=1e-12)
    north, east = unpacked(np.array([311536.0]), np.array([1203712.5]))
    assert (north[0], east[0]) == (pytest.approx(31.26), pytest.approx(SUZHOU_EAST))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (120.62, 31.26),
        (560_004.0, 3_459_972.0),
        (40_560_004.0, 3_459_972.0),
        (832_756.0, 822_010.0),
        (190_550.6, 2_639_866.8),
        (1203799.0, 311536.0),
        (13_428_000.0, 3_669_000.0),
    ],
)
def test_degrees_and_metres_are_not_taken_apart(first, second):
    assert unpacked(np.full(5, first), np.full(5, second)) is None
    assert unpacked(np.full(5, second), np.full(5, first)) is None


def test_a_line_break_in_a_cell_shifts_no_other_row():
    assert written(column("120°37′\n12.5″", "31°15′36″")).values == pytest.approx([SUZHOU_EAST, 31.26], abs=1e-12)


MARKS = [("°", "′", "″"), ("度", "分", "秒"), ("°", "'", "''"), ("d", "m", "s"), ("-", "-", ""), (":", ":", ""), (" ", " ", "")]


@given(
    places=st.lists(st.tuples(st.integers(0, 179), st.integers(0, 59), st.integers(0, 59_999)), min_size=1, max_size=30),
    marks=st.sampled_from(MARKS),
    full_width=st.booleans(),
    letter=st.sampled_from(["", "E", "东经", "W", "N", "S", "北纬"]),
)
@settings(max_examples=60, deadline=None)
def test_what_is_written_out_is_read_back(places, marks, full_width, letter):
    d, m, s = marks
    words = [f"{letter}{degrees}{d}{minutes:02d}{m}{seconds / 1000:06.3f}{s}" for degrees, minutes, seconds in places]
    if full_width:
        words = [word.translate({ord(str(digit)): ord("０") + digit for digit in range(10)}) for word in words]
    sign = -1 if letter in ("W", "S") else 1
    expected = [sign * (degrees + minutes / 60 + seconds / 3.6e6) for degrees, minutes, seconds in places]
    np.testing.assert_allclose(written(column(*words)).values, expected, rtol=0, atol=1e-11)


@given(st.lists(st.text(alphabet="0123456789°′″.,-+ EN东经度分秒'\"()\n\t：＝x", max_size=20), max_size=20))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_a_number_or_is_unread(words):
    for read in (written(column(*words)), *written_pairs(column(*words))):
        assert len(read.values) == len(words)
        assert not (read.unread & np.isfinite(read.values)).any()
        there = np.array([bool(word.strip()) for word in words], bool)
        assert (np.isfinite(read.values) | read.unread)[there].all()
    holds_pairs(column(*words))
