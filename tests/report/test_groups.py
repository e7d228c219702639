"""Groups side by side as the report and the workbook print them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from community3d.layers.words import english, render
from community3d.processing.engine.figures import group_figures
from community3d.processing.engine.groups import COLUMNS
from community3d.processing.report.facts import facts_of
from community3d.processing.report.groups import group_sheet, side_by_side
from community3d.processing.report.page import report_html

from .fixture import district

# kind, group, walker, weight, category, doorplates, not_stated, total, ok, rate
ROWS = [
    ("people", "households", "planning", "households", "park", 200, 0, 1000, 900, 0.9),
    ("people", "elderly", "older", "elderly", "park", 200, 12, 300, 297, 0.99),
    ("people", "children", "child", "children", "park", 200, 0, 3, 2, 2 / 3),
    ("housing_type", "老旧小区", "planning", "households", "park", 90, 0, 400, 300, 0.75),
    ("housing_type", None, "planning", "households", "park", 110, 0, 600, 600, 1.0),
    ("estate", "gated", "planning", "households", "park", 50, 0, 300, 150, 0.5),
    ("estate", "none", "planning", "households", "park", 150, 0, 700, 700, np.nan),
]


@pytest.fixture(scope="module")
def results():
    groups = pd.DataFrame(ROWS, columns=list(COLUMNS))
    found = district()
    return replace(found, groups=groups, figures={**found.figures, **group_figures(groups)})


@pytest.fixture(scope="module")
def facts(results):
    return facts_of(results, language="en", translate=english)


def shown(cell) -> str:
    words = cell.words
    return str(getattr(words, "shown", None) or render(words, english))


def test_each_group_has_its_walker_and_total(facts):
    rows = [[shown(cell) for cell in row.cells[:3]] for row in side_by_side(facts).rows]
    assert rows == [
        ["Households", "Planning 1.0\u202fm/s", "1\u202f000"],
        ["Aged 60 and over", "Older 0.8\u202fm/s", "300"],
        ["Aged 0 to 14", "Child 1.0\u202fm/s", "<5"],
        ["老旧小区", "Planning 1.0\u202fm/s", "400"],
        ["Housing type not stated", "Planning 1.0\u202fm/s", "600"],
        ["In gated estates", "Planning 1.0\u202fm/s", "300"],
        ["Outside estates", "Planning 1.0\u202fm/s", "700"],
    ]


def test_rates_that_rest_on_few_people_are_whole(facts):
    park = [line.category.id for line in facts.lines].index("park")
    rates = [shown(row.cells[3 + park]) for row in side_by_side(facts).rows]
    # Three elderly do not reach it: 99.0 would tell how many. Of three children none is told.
    assert rates == ["90.0", "99", "67", "75.0", "100.0", "50.0", "—"]


def test_who_is_not_known_is_said(facts):
    assert "Aged 60 and over: not known of 12 doorplates, which are not counted." in [
        render(note, english) for note in side_by_side(facts).notes
    ]


def test_small_counts_of_people_are_hidden_in_the_workbook(facts):
    fields = {field.name: field.values for field in group_sheet(facts).fields}
    assert list(fields["total"]) == [1000, 300, "<5", 400, 600, 300, 700]
    assert list(fields["ok"])[:3] == [900, "<5", "<5"]


def test_a_run_without_groups_prints_no_table(facts):
    without = facts_of(district(), language="en", translate=english)
    assert side_by_side(without) is None
    assert group_sheet(without) is None


def test_the_report_carries_the_table_with_its_figures(results):
    page = report_html(results, language="en", translate=english)
    assert "Coverage of groups side by side (%)" in page
    assert 'data-figure="group_rate.people.elderly.park"' in page
