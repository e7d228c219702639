from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from community3d.processing.engine.areas import assign, points_xy
from community3d.processing.engine.rollup import REASONS, area_rates, area_totals, reach_all, summarise, weight_word

from .ledgers import areas, category, ledger, settings

PARK = category("park", target=0.5)
SCHOOL = category("school", target=0.5)
# Six doors of 10 to 60 households along a street; two areas of three doors, the last door lies outside.
WHYS = {
    "park": ["ok", "ok", "too_far", "behind_gate", "not_snapped", "no_route"],
    "school": ["no_facility"] * 6,
}
HOUSEHOLDS = [10, 20, 30, 40, 50, 60]
AREAS = areas(("1", "community", "admin", (-0.5, -1, 2.5, 1)), ("2", "community", "admin", (2.5, -1, 4.5, 1)))


@pytest.fixture
def doors():
    return ledger(WHYS, households=HOUSEHOLDS)


@pytest.fixture
def codes(doors):
    return assign(points_xy(doors), AREAS)


def row(summary: pd.DataFrame, level: str, code: str | None, name: str) -> pd.Series:
    of_code = summary["code"].isna() if code is None else summary["code"] == code
    return summary[(summary["level"] == level) & of_code & (summary["category"] == name)].iloc[0]


def test_the_whole_counts_every_household_once(doors, codes):
    found = row(summarise(doors, codes, AREAS, settings(PARK, SCHOOL)), "all", None, "park")
    assert found[["total", *REASONS]].tolist() == [210, 30, 30, 40, 60, 0, 50]
    assert found["weight"] == "households"


def test_shares_run_from_the_certain_to_the_possible(doors, codes):
    found = row(summarise(doors, codes, AREAS, settings(PARK, SCHOOL)), "all", None, "park")
    # Reached 10 + 20; not snapped 50 and no route 60 may be reached.
    assert found["rate"] == 30 / 210
    assert found["rate_low"] == 30 / 210
    assert found["rate_high"] == 140 / 210
    assert found["verdict"] == "no_data"


def test_a_door_behind_an_unknown_gate_is_not_certain(doors, codes):
    certain = np.zeros((6, 2), dtype=bool)
    certain[0, 0] = True
    found = row(summarise(doors, codes, AREAS, settings(PARK, SCHOOL), certain=certain), "all", None, "park")
    assert found["rate"] == 30 / 210
    assert found["rate_low"] == 10 / 210


def test_every_level_adds_up_to_the_ledger(doors, codes):
    summary = summarise(doors, codes, AREAS, settings(PARK, SCHOOL))
    columns = ["total", *REASONS]
    by_level = summary.groupby(["level", "category"])[columns].sum()
    pd.testing.assert_frame_equal(by_level.loc["community"], by_level.loc["all"])


def test_doors_outside_every_area_have_a_row_without_code(doors, codes):
    found = row(summarise(doors, codes, AREAS, settings(PARK, SCHOOL)), "community", None, "park")
    assert found["no_route"] == found["total"] == 60
    assert found["name"] is None


def test_a_category_not_surveyed_has_no_shares(doors, codes):
    found = row(summarise(doors, codes, AREAS, settings(PARK, SCHOOL)), "all", None, "school")
    assert found["no_facility"] == found["total"] == 210
    assert found[["rate", "rate_low", "rate_high"]].isna().all()
    assert found["verdict"] == "no_data"


def test_a_category_surveyed_and_found_without_facility_has_a_share_of_nought():
    doors = ledger({"park": ["no_facility"] * 5}, households=[1] * 5).assign(park_ok=False)
    found = row(summarise(doors, {}, None, settings(PARK)), "all", None, "park")
    assert found[["rate", "rate_low", "rate_high"]].tolist() == [0, 0, 0]
    assert found["verdict"] == "fail"


def test_without_areas_and_stated_codes_there_is_only_the_whole(doors):
    summary = summarise(doors, {}, None, settings(PARK, SCHOOL))
    assert summary[["level", "category"]].values.tolist() == [["all", "park"], ["all", "school"]]


def test_areas_come_in_code_order_with_their_names_and_an_empty_area_stays(doors):
    three = areas(("3", "community", "admin", (90, 90, 91, 91)), ("1", "community", "admin", (-0.5, -1, 2.5, 1)))
    summary = summarise(doors, assign(points_xy(doors), three), three, settings(PARK))
    assert summary["code"].tolist() == [None, "1", "3", None]
    assert summary["name"].tolist() == [None, "1区", "3区", None]
    assert row(summary, "community", "3", "park")[["total", "verdict"]].tolist() == [0, "no_data"]
    assert np.isnan(row(summary, "community", "3", "park")["rate"])


def test_rates_stand_beside_the_areas_as_drawn(doors, codes):
    chosen = settings(PARK, SCHOOL)
    reversed_areas = AREAS.iloc[::-1]
    summary, totals = summarise(doors, codes, AREAS, chosen), area_totals(doors, codes, AREAS, chosen)
    found = area_rates(reversed_areas, summary, totals, chosen)
    assert found.index.tolist() == [1, 0]
    # Area 1: 10 + 20 of 60 households reach the park, and it is the only category judged.
    assert found["park_rate"].tolist() == [0, 0.5]
    assert found["completeness"].tolist() == [0, 0.5]
    assert found["school_rate"].isna().all()


def test_a_layer_of_areas_without_any_area_gets_its_columns(doors):
    nowhere, chosen = AREAS.iloc[:0], settings(PARK, SCHOOL)
    nobody = assign(points_xy(doors), nowhere)
    found = area_rates(nowhere, summarise(doors, nobody, nowhere, chosen), area_totals(doors, nobody, nowhere, chosen), chosen)
    assert len(found) == 0
    assert {"park_rate", "school_rate", "completeness", "quality"} <= set(found.columns)


def test_completeness_is_weighted_by_households():
    doors = ledger({"park": ["ok", "too_far"], "school": ["ok", "ok"]}, households=[10, 30])
    # (10 × 2/2 + 30 × 1/2) ÷ 40 = 25/40
    assert area_totals(doors, {}, None, settings(PARK, SCHOOL))["completeness"].tolist() == [25 / 40]


def test_reaching_everything_leaves_out_categories_without_any_facility(doors):
    assert reach_all(doors, settings(PARK, SCHOOL)).tolist() == [True, True, False, False, False, False]
    assert not reach_all(doors, settings(SCHOOL)).any()


def test_a_run_without_stated_households_counts_doorplates(doors):
    assumed = doors.assign(weight_source="default", households=1)
    assert weight_word(assumed, settings(PARK)) == "doorplates"
    assert weight_word(assumed, settings(PARK, weight="residents")) == "residents"
    assert weight_word(doors, settings(PARK)) == "households"


def test_residents_can_be_the_weight(doors, codes):
    found = row(summarise(doors, codes, AREAS, settings(PARK, weight="residents")), "all", None, "park")
    # 210 households × 2.62 residents
    assert found["total"] == pytest.approx(550.2)
    assert found["weight"] == "residents"


@pytest.mark.parametrize("seed", range(5))
def test_any_ledger_adds_up_over_any_levels(seed):
    random = np.random.default_rng(seed)
    count = 300
    doors = ledger(
        {name: random.choice(REASONS, count).tolist() for name in ("park", "school")},
        households=random.integers(0, 9, count).tolist(),
        xy=[tuple(point) for point in random.random((count, 2)) * 6],
    )
    drawn = areas(*[(f"{x}{y}", "grid", "grid", (x, y, x + 1, y + 1)) for x in range(5) for y in range(5)])
    summary = summarise(doors, assign(points_xy(doors), drawn), drawn, settings(PARK, SCHOOL))
    sums = summary.groupby(["level", "category"])[["total", *REASONS]].sum()
    assert (sums.loc["grid"].to_numpy() == sums.loc["all"].to_numpy()).all()
    assert (summary[list(REASONS)].sum(axis=1) == summary["total"]).all()
    low, rate, high = (summary[name].fillna(0) for name in ("rate_low", "rate", "rate_high"))
    assert ((low <= rate) & (rate <= high)).all()
