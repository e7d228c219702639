"""The charts as places on paper."""

from __future__ import annotations

import math
import re

import pytest
from community3d.processing.report import charts, maps
from community3d.processing.report.facts import facts_of


@pytest.fixture
def facts(results, chinese):
    return facts_of(results, language="zh", translate=chinese)


def test_a_bar_is_as_long_as_its_rate(facts):
    chart = charts.coverage_bars(facts)
    rates = [line.rate for line in facts.by_rate()]
    for bar, rate in zip(chart.bars, rates):
        assert bar.open == math.isnan(rate)
        assert bar.open or bar.width == pytest.approx(chart.plot * rate, abs=0.01)


def test_bars_are_sorted_lowest_first_and_those_without_data_last(facts):
    rates = [line.rate for line in facts.by_rate()]
    known = [rate for rate in rates if not math.isnan(rate)]
    assert known == sorted(known)
    assert math.isnan(rates[-1])


def test_the_target_tick_stands_at_the_target(facts):
    chart = charts.coverage_bars(facts)
    elderly = next(bar for bar in chart.bars if bar.name == "养老")
    assert elderly.target == pytest.approx(chart.left + 0.8 * chart.plot, abs=0.01)


def test_without_targets_no_tick_is_drawn(invented, chinese):
    facts = facts_of(invented.district(targets=""), language="zh", translate=chinese)
    assert all(bar.target is None for bar in charts.coverage_bars(facts).bars)


def test_the_pieces_of_a_stack_lie_end_to_end_and_add_up(facts):
    chart = charts.reason_stacks(facts)
    for stack in chart.stacks:
        ends = [piece.x + piece.width for piece in stack.pieces]
        assert all(end == pytest.approx(piece.x, abs=0.02) for end, piece in zip(ends, stack.pieces[1:]))
        assert not ends or ends[-1] == pytest.approx(stack.end, abs=0.02)


@pytest.mark.parametrize(("most", "end", "step"), [(0, 1, 1), (7, 8, 2), (1331, 1500, 500), (4032, 5000, 1000), (23, 25, 5), (3, 3, 1)])
def test_an_axis_ends_round(most, end, step):
    assert charts.round_axis(most) == (end, step)


def test_the_columns_hold_every_household_once(facts):
    chart = charts.reached_columns(facts)
    assert sum(int(column.label.replace("\u202f", "")) for column in chart.columns) == 4032


def test_each_reason_has_its_own_pattern(page):
    # Grey print tells the reasons apart by what is drawn on the colour.
    patterns = re.findall(r'<pattern id="why-(\w+)"[^>]*>(.*?)</pattern>', page)
    drawings = {re.sub(r"<rect[^>]*/>", "", drawing) + str("rotate" in drawing) for _, drawing in patterns}
    assert len(patterns) == 5
    assert len(drawings) == 5


def test_each_drawing_says_its_result_in_words(page):
    drawings = re.findall(r"<svg.*?</svg>", page, re.S)
    assert len(drawings) >= 6
    assert all('role="img"' in drawing and "<title>" in drawing for drawing in drawings)


def test_a_map_lists_only_classes_that_occur_with_their_counts(facts):
    sheet = maps.completeness_map(facts)
    counts = {key.css: int(key.count) for key in sheet.keys}
    assert sum(counts.values()) == 5
    assert all(counts.values())


def test_the_classes_of_areas_begin_at_their_lower_bound():
    from community3d.processing.report.area_tables import step_of

    assert [step_of(share) for share in (0.59, 0.6, 0.7, 0.8, 0.9, 1.0, math.nan)] == [0, 1, 2, 3, 4, 4, -1]
