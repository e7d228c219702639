from __future__ import annotations

import json

import numpy as np
import pytest
from community3d.processing.engine import figures as engine_figures
from community3d.processing.engine.areas import assign, points_xy
from community3d.processing.engine.rollup import area_totals, summarise

from .ledgers import areas, category, ledger, settings

PARK = category("park", target=0.9)
SCHOOL = category("school")
AREAS = areas(("1", "community", "admin", (-0.5, -1, 1.5, 1)), ("2", "community", "admin", (1.5, -1, 9, 1)))
# Doors at x = 0, 1, 2, 3 with 10, 20, 30, 40 households.
DOORS = ledger({"park": ["ok", "ok", "behind_gate", "not_snapped"], "school": ["no_facility"] * 4}, households=[10, 20, 30, 40])


@pytest.fixture(scope="module")
def figures():
    chosen = settings(PARK, SCHOOL)
    codes = assign(points_xy(DOORS), AREAS)
    return engine_figures.coverage_figures(DOORS, summarise(DOORS, codes, AREAS, chosen), area_totals(DOORS, codes, AREAS, chosen), chosen)


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("DOORPLATES_COUNT", 4, "doorplates"),
        ("HOUSEHOLDS", 100, "households"),
        ("RESIDENTS", 262, "residents"),  # 100 × 2.62
        ("WEIGHT_TOTAL", 100, "households"),
        ("COVERED_ALL", 30, "households"),  # the school has no facility and is left out
        ("RATE_ALL", 0.3, "share"),
        ("COMPLETENESS", 0.3, "share"),
        ("BEHIND_GATE", 30, "households"),
        ("NOT_SNAPPED", 40, "households"),
        ("NO_ROUTE", 0, "households"),
        ("rate.park", 0.3, "share"),
        ("rate_high.park", 0.7, "share"),
        ("rate.school", None, "share"),
        ("target.park", 0.9, "share"),
        ("target.school", None, "share"),
        ("verdict.school", "not_judged", ""),
        ("median_m.park", 100, "m"),
        ("median_m.school", None, "m"),
        ("no_facility.school", 100, "households"),
        ("rate.park@admin/community/1", 1, "share"),
        ("ok.park@admin/community/1", 30, "households"),
        ("total.park@admin/community/2", 70, "households"),
        ("completeness@admin/community/2", 0, "share"),
        ("covered_all@admin/community/1", 30, "households"),
    ],
)
def test_each_figure_is_what_paper_says(figures, name, value, unit):
    assert figures[name].id == name
    assert figures[name].value == pytest.approx(value) if isinstance(value, float) else figures[name].value == value
    assert figures[name].unit == unit


def test_figures_are_plain_enough_for_json(figures):
    read = json.loads(json.dumps({name: figure.value for name, figure in figures.items()}, allow_nan=False))
    assert read["HOUSEHOLDS"] == 100
    assert read["rate.school"] is None


def test_the_table_of_figures_keeps_numbers_and_words_apart(figures):
    frame = engine_figures.figures_frame(figures).set_index("figure")
    assert frame.loc["WEIGHT_TOTAL", "value"] == 100
    assert frame.loc["verdict.school", "text"] == "not_judged"
    assert np.isnan(frame.loc["rate.school", "value"])
    assert list(frame.columns) == ["value", "text", "unit"]


def test_an_algorithm_returns_shares_by_category(figures):
    found = engine_figures.outputs({**figures, **engine_figures.land_figures({"park": 0.25})})
    assert found["RATES"] == found["RATE"] == {"park": pytest.approx(0.3), "school": None}
    assert found["LAND_RATE"] == {"park": 0.25}
    assert found["VERDICTS"]["school"] == "not_judged"
    assert found["DOORPLATES_COUNT"] == 4
    assert "CROW_RATE" not in found


def test_the_circle_is_the_limit_at_the_walkers_speed():
    assert engine_figures.radius_m(category("park", limit=5), settings(PARK)) == 300
    assert engine_figures.radius_m(category("park", limit=500, unit="m"), settings(PARK)) == 500


def test_the_circle_counts_doors_by_straight_line():
    near = settings(category("park", limit=1, unit="m"), SCHOOL)
    # A park at x = 1: doors at 0, 1 and 2 lie within one metre, 60 of 100 households.
    figures = engine_figures.crow_figures(DOORS, points_xy(DOORS), {"park": np.array([[1.0, 0.0]])}, near)
    assert figures["crow_rate.park"].value == 0.6
    assert figures["crow_rate.school"].value is None


def test_the_median_is_the_distance_that_half_the_weight_does_not_exceed():
    # 10 households at 100 m, 10 at 200 m, 30 at 300 m: half of 50 is passed at 300 m.
    assert engine_figures.weighted_median(np.array([300.0, 100, 200, np.nan]), np.array([30.0, 10, 10, 99])) == 300


@pytest.mark.parametrize("seed", range(4))
def test_the_median_is_the_same_as_that_of_the_sorted_list(seed):
    random = np.random.default_rng(seed)
    values, weight = random.choice([0.0, 5.0, 7.25, 7.2500001, 900.0], 41), random.integers(1, 5, 41)
    assert engine_figures.weighted_median(values, weight.astype(float)) == np.sort(np.repeat(values, weight))[(weight.sum() - 1) // 2]


def test_counts_name_what_went_in():
    figures = engine_figures.count_figures({"areas": AREAS, "gates": DOORS.head(2)}, {"park": 3}, problems=4)
    assert {name: figure.value for name, figure in figures.items()} == {
        "areas.community": 2,
        "facilities": 0,
        "buildings": 0,
        "gates": 2,
        "facilities.park": 3,
        "PROBLEMS_COUNT": 4,
    }
