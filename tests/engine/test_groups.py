"""Groups side by side, worked out on paper: a street of 1,000 m with a market at its western end."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from community3d.layers.profiles import WALKERS
from community3d.processing.engine.check import service_coverage
from community3d.processing.engine.groups import group_coverage, group_rates, walked_again
from community3d.processing.engine.results import Settings

from .towns import boxes, category, lines, points, settings

STREET = lines(("S1", [(0, 0), (1000, 0)]))
MARKET = points(("F1", "market", (0, 0)), names=("facility_id", "services"))
NAMES = ("doorplate_id", "households", "residents", "elderly", "children", "housing_type")
# 5 minutes at 1.0 m/s are 300 m; older people walk 0.8 m/s and come 240 m far.
HOMES = points(
    ("near", 10, 30, 8, 2, "商品房", (200, 0)),
    ("middle", 20, 50, 10, 6, "老旧小区", (270, 0)),
    ("far", 30, 70, 2, None, None, (600, 0)),
    names=NAMES,
)
ESTATES = boxes(
    ("E1", "甲园", "yes", "商品房", (150, -50, 230, 50)),
    ("E2", "乙园", "no", "老旧小区", (240, -50, 300, 50)),
    names=("estate_id", "name", "gated", "housing_type"),
)
RUN = settings(category("market", limit=5))


def grouped(run: Settings = RUN, *, homes: gpd.GeoDataFrame = HOMES, estates: gpd.GeoDataFrame | None = None) -> pd.DataFrame:
    tables = {"doorplates": homes, "facilities": MARKET, "streets": STREET}
    decided = service_coverage(homes, MARKET, STREET, settings=run)
    return group_coverage(decided, walked_again(decided, tables), estates=estates, settings=run).set_index(["kind", "group"])


def test_each_group_is_weighed_by_its_own_people():
    found = grouped().loc["people"]
    assert found["total"].to_dict() == {"households": 60, "residents": 150, "elderly": 20, "children": 8}
    assert found["ok"].to_dict() == {"households": 30, "residents": 80, "elderly": 8, "children": 8}


def test_the_elderly_walk_at_their_own_pace():
    # 270 m take 270 s at 1.0 m/s and 337.5 s at 0.8 m/s: within 300 s only the eight in the near house are left of twenty.
    found = grouped().loc["people"]
    assert found["walker"].to_dict() == {"households": "own", "residents": "own", "elderly": "older", "children": "child"}
    assert found["rate"]["elderly"] == pytest.approx(8 / 20)
    assert found["rate"]["residents"] == pytest.approx(80 / 150)


def test_where_a_house_states_no_children_it_is_named_and_not_counted():
    found = grouped().loc["people"]
    assert found["not_stated"].to_dict() == {"households": 0, "residents": 0, "elderly": 0, "children": 1}
    assert found["rate"]["children"] == 1


def test_the_whole_equals_the_run():
    decided = service_coverage(HOMES, MARKET, STREET, settings=RUN)
    assert grouped().loc["people"]["rate"]["households"] == decided.figures["rate.market"].value


def test_groups_of_housing_add_up_to_the_run():
    found = grouped().loc["housing_type"]
    assert found["total"].tolist() == [10, 20, 30] if found.index[0] == "商品房" else [20, 10, 30]
    assert found.index[-1] is None or pd.isna(found.index[-1])
    assert found["ok"].sum() == 30
    assert found["doorplates"].sum() == 3


def test_gated_and_open_estates_stand_side_by_side():
    found = grouped(estates=ESTATES).loc["estate"]
    assert found["total"].to_dict() == {"gated": 10, "none": 30, "open": 20}
    assert found["rate"].to_dict() == {"gated": 1, "none": 0, "open": 1}


def test_a_doorplate_without_housing_type_takes_that_of_its_estate():
    silent = HOMES.assign(housing_type=None)
    found = grouped(homes=silent, estates=ESTATES).loc["housing_type"]
    assert found["total"].dropna().sum() == 60
    assert found.loc["商品房", "total"] == 10


def test_without_estates_and_housing_types_there_are_only_people():
    found = grouped(homes=HOMES.drop(columns="housing_type"))
    assert set(found.index.get_level_values("kind")) == {"people"}


def test_groups_that_no_doorplate_states_are_left_out():
    found = grouped(homes=HOMES.drop(columns=["elderly", "children"])).loc["people"]
    assert found.index.tolist() == ["households", "residents"]


def test_what_is_not_judged_has_no_rate():
    run = replace(RUN, profile=settings(category("market", limit=5), category("school")).profile)
    found = grouped(run)
    schools = found[found["category"] == "school"]
    assert schools["rate"].isna().all()
    assert group_rates(found.reset_index())["elderly"] == {"market": 0.4, "school": None}


def test_a_run_of_older_walkers_needs_no_second_search():
    asked = []
    decided = service_coverage(HOMES, MARKET, STREET, settings=replace(RUN, walker=WALKERS["older"]))

    def again(other: Settings):
        asked.append(other.walker.id)
        return walked_again(decided, {"facilities": MARKET, "streets": STREET})(other)

    found = group_coverage(decided, again, settings=replace(RUN, walker=WALKERS["older"]))
    assert asked == ["child"]
    assert np.isfinite(found["rate"]).all()
