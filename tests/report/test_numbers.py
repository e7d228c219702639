"""How numbers are printed."""

from __future__ import annotations

import numpy as np
import pytest
from community3d.processing.report.numbers import Number, date_words, decimal, points, rate, rate_range

THIN = "\u202f"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (999, "999"), (1000, f"1{THIN}000"), (12480, f"12{THIN}480"), (1234567, f"1{THIN}234{THIN}567"), (-1500, f"−1{THIN}500")],
)
def test_thousands_are_parted_by_a_thin_space_from_four_digits(value, shown):
    assert decimal(value) == shown


@pytest.mark.parametrize(("value", "places", "shown"), [(0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (0.25, 1, "0.3"), (73.75, 1, "73.8")])
def test_a_half_is_rounded_up(value, places, shown):
    assert decimal(value, places) == shown


@pytest.mark.parametrize("nothing", [None, float("nan"), float("inf"), np.nan])
def test_a_missing_number_is_a_dash(nothing):
    assert decimal(nothing) == "—"
    assert rate(nothing) == "—"


def test_numbers_of_numpy_are_printed_like_others():
    assert decimal(np.int64(1846)) == f"1{THIN}846"
    assert rate(np.float64(0.38)) == "38.0%"


@pytest.mark.parametrize(
    ("share", "shown"),
    # 8965 of 10 000 is exactly half way between 89.6 and 89.7.
    [
        (0.8965, "89.7%"),
        (702 / 1846, "38.0%"),
        (1, "100.0%"),
        (0, "0.0%"),
        (0.9996, ">99.9%"),
        (0.0004, "<0.1%"),
        (0.9994, "99.9%"),
        (0.001, "0.1%"),
    ],
)
def test_a_rate_has_one_decimal_and_is_whole_only_when_all_or_none(share, shown):
    assert rate(share) == shown


def test_a_rounded_rate_does_not_contradict_its_verdict():
    # 89.96 % misses 90 %, so it is not printed as 90.0 %.
    assert rate(0.8996, target=0.9) == "89.96%"
    assert rate(0.9, target=0.9) == "90.0%"
    assert rate(0.9004, target=0.9) == "90.0%"


def test_a_rate_that_must_exceed_its_target_is_not_printed_at_it():
    assert rate(0.9, target=0.9, compare=">") == "90.0%"
    assert rate(0.9004, target=0.9, compare=">") == "90.04%"


def test_a_range_joins_what_is_certain_and_what_is_possible():
    assert rate_range(702 / 1846, 722 / 1846) == "38.0–39.1%"
    assert rate_range(0.5, 0.5) == "50.0%"


def test_a_difference_of_shares_is_in_points_with_its_sign():
    assert points(0.599 - 0.381) == "+21.8"
    assert points(-0.05) == "−5.0"
    assert points(0.0) == "0.0"


def test_a_date_in_text_is_in_words_of_the_language():
    assert date_words("2026-06-30", "zh") == "2026年6月30日"
    assert date_words("2026-06-30", "en") == "30 June 2026"
    assert date_words("summer", "zh") == "summer"


def test_a_number_in_a_page_names_its_figure_and_is_escaped():
    assert str(Number("<5", "ok.park").__html__()) == '<span class="number" data-figure="ok.park">&lt;5</span>'
