"""Checks of areas on squared paper: every figure can be counted."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.areas.check import check_areas, mended, mended_count
from community3d.layers.problems import Problem

from .squares import CRS, areas

COMMUNITY = ("320506001012", "community", None, (0, 0, 200, 100))
WEST = ("320506001012001", "grid", "320506001012", (0, 0, 100, 100))
EAST = ("320506001012002", "grid", "320506001012", (100, 0, 200, 100))


def rules(problems: list[Problem]) -> list[tuple[str, str | None]]:
    return [(problem.rule, problem.row) for problem in problems]


def told(problems: list[Problem], rule: str) -> list[str]:
    return [str(problem.message) for problem in problems if problem.rule == rule]


def test_a_narrow_area_drawn_twice_is_no_sliver_and_does_not_vanish() -> None:
    twice = areas(("A", "grid", None, (0, 0, 1, 100)), ("B", "grid", None, (0, 0, 1, 100)))
    checked = check_areas(twice)
    assert rules(checked.problems) == [("overlap", "A")]
    assert mended(twice, checked).geometry.area.tolist() == [100, 100]


def test_sound_areas_have_no_problems() -> None:
    checked = check_areas(areas(COMMUNITY, WEST, EAST))
    assert checked.problems == []
    assert checked.figures() == {"OVERLAP_M2": 0, "GAP_M2": 0, "ORPHANS": 0}


def test_a_wide_overlap_is_an_error_and_says_who_would_keep_the_land() -> None:
    checked = check_areas(areas(COMMUNITY, WEST, ("320506001012002", "grid", "320506001012", (90, 0, 200, 100))))
    assert rules(checked.problems) == [("overlap", "320506001012001")]
    assert str(checked.problems[0].message) == "320506001012001 and 320506001012002 overlap by 1\u202f000 m²."
    assert str(checked.problems[0].fix) == "Leave the land to 320506001012001, which has the longer border with it."
    assert checked.figures()["OVERLAP_M2"] == pytest.approx(1000)


def test_a_thin_overlap_is_left_to_the_area_with_the_longer_border() -> None:
    # The tongue of the western grid reaches 30 m into the eastern one, 1 m wide: three of its sides border on the eastern grid.
    tongue = shapely.union(shapely.box(0, 0, 100, 100), shapely.box(100, 50, 130, 51))
    layer = areas(COMMUNITY, ("320506001012001", "grid", "320506001012", tongue), EAST)
    checked = check_areas(layer)
    assert rules(checked.problems) == [("sliver", "320506001012001")]
    assert str(checked.problems[0].fix) == "Leave the land to 320506001012002, which has the longer border with it."
    assert mended_count(checked) == 1
    fixed = mended(layer, checked)
    assert fixed.geometry.area.tolist() == pytest.approx([20_000, 10_000, 10_000])
    assert check_areas(fixed).problems == []
    assert layer.geometry.area.tolist() == pytest.approx([20_000, 10_030, 10_000])  # the given layer stays


def test_a_gap_is_told_with_the_area_that_has_it() -> None:
    checked = check_areas(areas(COMMUNITY, WEST, ("320506001012002", "grid", "320506001012", (110, 0, 200, 100))))
    assert rules(checked.problems) == [("gap", "320506001012")]
    assert told(checked.problems, "gap") == ["1\u202f000 m² of 320506001012 belong to no area of the level grid."]
    assert checked.figures()["GAP_M2"] == pytest.approx(1000)


def test_a_thin_gap_is_added_to_the_neighbour_with_the_longest_border() -> None:
    # A strip of 1 m between the grids; the western one also lies below its foot.
    west = shapely.union(shapely.box(0, 0, 100, 100), shapely.box(100, 0, 101, 40))
    layer = areas(COMMUNITY, ("320506001012001", "grid", None, west), ("320506001012002", "grid", None, (101, 0, 200, 100)))
    checked = check_areas(layer)
    assert rules(checked.problems) == [("sliver", "320506001012")]
    assert str(checked.problems[0].fix) == "Add the land to 320506001012001, which has the longest border with it."
    assert mended(layer, checked).geometry.area.tolist() == pytest.approx([20_000, 10_100, 9_900])


def test_a_hole_in_the_largest_level_is_a_gap() -> None:
    ring = shapely.Polygon(shapely.box(0, 0, 100, 100).exterior, [shapely.box(40, 40, 60, 60).exterior])
    checked = check_areas(areas(("A", "community", None, ring)))
    assert ("gap", None) in rules(checked.problems)
    assert told(checked.problems, "gap") == ["400 m² inside the level community belong to no area of it."]
    assert told(checked.problems, "hole") == ["The area has 1 holes."]


def test_a_parent_that_nobody_has_divided_has_no_gap() -> None:
    other = ("320506001013", "community", None, (200, 0, 300, 100))
    assert check_areas(areas(COMMUNITY, other, WEST, EAST)).problems == []


def test_an_area_outside_every_parent_is_an_orphan() -> None:
    checked = check_areas(areas(COMMUNITY, WEST, EAST, ("320506001012003", "grid", None, (500, 0, 600, 100))))
    assert rules(checked.problems) == [("orphan", "320506001012003")]
    assert checked.figures()["ORPHANS"] == 1


def test_an_area_across_a_border_tells_its_share() -> None:
    other = ("320506001013", "community", None, (200, 0, 300, 100))
    across = ("320506001012002", "grid", "320506001012", (100, 0, 225, 100))
    checked = check_areas(areas(COMMUNITY, other, WEST, across, ("320506001013001", "grid", "320506001013", (225, 0, 300, 100))))
    assert told(checked.problems, "straddles") == ["80.0 % of the area lie in 320506001012, the rest lies beyond."]


def test_wrong_parents_and_codes_are_told_with_the_right_one() -> None:
    stray = ("320506001099001", "grid", "320506001099", (0, 0, 100, 100))
    wrong = ("320506001012002", "grid", "320506001013", (100, 0, 200, 100))
    other = ("320506001013", "community", None, (200, 0, 300, 100))
    problems = check_areas(areas(COMMUNITY, other, stray, wrong)).problems
    assert told(problems, "unknown_parent") == ["The parent 320506001099 is no area of this layer."]
    assert told(problems, "parent_disagrees") == ["The stated parent is 320506001013, but the area lies in 320506001012."]
    assert told(problems, "code_disagrees") == ["The code does not begin with 320506001012, the code of the area it lies in."]
    assert {str(problem.fix) for problem in problems if problem.rule.endswith("parent") or problem.rule == "parent_disagrees"} == {
        "Set parent_code to 320506001012."
    }


def test_a_code_of_the_wrong_length_is_told() -> None:
    problems = check_areas(areas(("3205060010", "community", None, (0, 0, 10, 10)))).problems
    assert told(problems, "code_length") == ["3205060010 has 10 digits, a code of the level community has 12."]


def test_codes_that_all_have_another_length_are_one_note() -> None:
    # Taiwan's villages have eleven digits.
    villages = [(f"1000725000{k}", "community", None, (100 * k, 0, 100 * k + 100, 100)) for k in range(3)]
    problems = check_areas(areas(*villages)).problems
    assert told(problems, "code_length") == ["All 3 codes of the level community have 11 digits, in the national form 12."]


def test_partitions_are_checked_apart() -> None:
    police = ("P1", "grid", None, (50, 0, 150, 100))
    layer = areas(COMMUNITY, WEST, EAST, police, partition=["admin", "admin", "admin", "police"])
    assert check_areas(layer).problems == []


def test_grids_with_too_few_or_too_many_households_are_noted() -> None:
    layer = areas(COMMUNITY, WEST, EAST, households=[np.nan, 299, 500])
    assert told(check_areas(layer).problems, "household_range") == ["299 households; a grid is to have 300 to 500."]
    counted = pd.Series([np.nan, 300, 501])
    assert told(check_areas(layer, households=counted).problems, "household_range") == ["501 households; a grid is to have 300 to 500."]


def test_totals_that_do_not_add_up_are_told() -> None:
    layer = areas(COMMUNITY, WEST, EAST, households=[801, 400, 400])
    words = ["Households states 801, the areas inside add up to 800."]
    assert told(check_areas(layer).problems, "total_disagrees") == words
    half = areas(COMMUNITY, WEST, EAST, households=[801, 400, np.nan])
    assert told(check_areas(half).problems, "total_disagrees") == []  # one child states nothing


def test_children_of_two_partitions_are_not_added_together() -> None:
    # The community holds two grids of the governance and two of the police: 800 households, each time.
    police = [("P1", "grid", None, (0, 0, 100, 100)), ("P2", "grid", None, (100, 0, 200, 100))]
    layer = areas(
        COMMUNITY, WEST, EAST, *police, partition=["admin", "admin", "admin", "grid", "grid"], households=[800, 400, 400, 500, 300]
    )
    assert told(check_areas(layer).problems, "total_disagrees") == []
    wrong = layer.assign(households=[800, 400, 400, 500, 301])
    assert told(check_areas(wrong).problems, "total_disagrees") == ["Households states 800, the areas inside add up to 801."]


def test_old_areas_are_noted() -> None:
    layer = areas(COMMUNITY, WEST, EAST, updated_at=["2026-01-01", "2021-12-30", "2025-06-01"])
    assert told(check_areas(layer).problems, "stale") == ["Last updated on 2021-12-30, 4 years before the newest area."]


def test_an_estate_across_two_grids_is_told() -> None:
    estates = gpd.GeoDataFrame(
        {"name": ["天润城", "蠡墅花园"]}, geometry=gpd.GeoSeries([shapely.box(80, 10, 130, 60), shapely.box(10, 10, 100.5, 60)], crs=CRS)
    )
    problems = check_areas(areas(COMMUNITY, WEST, EAST), estates=estates).problems
    assert [(problem.row, str(problem.message)) for problem in problems] == [
        ("天润城", "The estate lies in 2 areas of the level grid: 320506001012001, 320506001012002.")
    ]
