"""From where households and people of a doorplate are known: worked out on paper, then sums kept for any areas."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.words import text
from community3d.processing.engine.apportioning import apportioned
from community3d.processing.engine.areas import assign, points_xy
from community3d.processing.engine.check import service_coverage
from community3d.processing.engine.controltotals import finest_first
from community3d.processing.engine.weighing import floor_m2, known, weigh, weighed_by_totals
from hypothesis import given, settings
from hypothesis import strategies as st

from .ledgers import CRS, category
from .ledgers import settings as run

NAN = float("nan")


def doors(*rows: tuple, **columns: object) -> gpd.GeoDataFrame:
    """Doorplates from rows of id, x and households (None: not stated)."""
    ids, xs, households = zip(*rows)
    values = {"doorplate_id": ids, "households": np.array(households, dtype=float), "residents": NAN, "estate": None, "road": None}
    frame = pd.DataFrame({**values, "building_id": None, **columns})
    return gpd.GeoDataFrame(frame, geometry=shapely.points(np.array(xs, dtype=float), 5.0), crs=CRS)


def areas(*rows: tuple, **columns: object) -> gpd.GeoDataFrame:
    """Strips of land from rows of code, level, west and east."""
    codes, levels, wests, easts = zip(*rows)
    named = {"code": codes, "level": levels, "partition": ["grid" if level == "grid" else "admin" for level in levels]}
    frame = pd.DataFrame({**named, **columns})
    return gpd.GeoDataFrame(frame, geometry=shapely.box(wests, 0, easts, 10), crs=CRS)


def weighed(doorplates, land, **more):
    return weighed_by_totals(doorplates, land, assign(points_xy(doorplates), land), **more)


def households(found) -> list[float]:
    return found.doorplates["households"].tolist()


def rules(found) -> list[tuple[str, str]]:
    return [(problem.rule, problem.row) for problem in found.problems]


COMMUNITY = ("C", "community", 0, 100)
GRIDS = (("C1", "grid", 0, 50), ("C2", "grid", 50, 100))


# Shares in whole numbers


@pytest.mark.parametrize(
    ("total", "shares", "parts"),
    [
        (10, [1, 2, 2], [2, 4, 4]),
        # 10/3 each: 3, and the tenth goes to the first of three equal remainders.
        (10, [1, 1, 1], [4, 3, 3]),
        # 7 on 1 : 2 : 3 is 1.17, 2.33, 3.5: the one that is left goes to the remainder 0.5.
        (7, [1, 2, 3], [1, 2, 4]),
        # Three of five equal doors: every so-many-th, not the first three.
        (3, [1, 1, 1, 1, 1], [1, 0, 1, 0, 1]),
        (0, [1, 5], [0, 0]),
        # Nobody counts, so all count alike.
        (4, [0, 0], [2, 2]),
        (4, [0, 1], [0, 4]),
        # A total that is not whole is shared exactly.
        (2.5, [1, 4], [0.5, 2]),
    ],
)
def test_a_total_is_shared_out_by_largest_remainder(total, shares, parts):
    count = len(shares)
    found = apportioned(np.array([float(total)]), np.zeros(count, int), np.array(shares, float), np.arange(count))
    assert found.tolist() == parts


@given(
    totals=st.lists(st.integers(0, 10_000), min_size=1, max_size=5),
    rows=st.lists(st.tuples(st.integers(0, 4), st.one_of(st.just(1.0), st.floats(0, 1e6))), min_size=1, max_size=60),
    seed=st.integers(0, 99),
)
@settings(max_examples=80, deadline=None)
def test_every_total_is_kept_and_the_order_of_the_rows_does_not_matter(totals, rows, seed):
    amounts = np.array(totals, float)
    group = np.array([number % len(totals) for number, _ in rows])
    shares, rank = np.array([share for _, share in rows]), np.arange(len(rows))
    parts = apportioned(amounts, group, shares, rank)
    assert (parts >= 0).all()
    assert (parts == np.floor(parts)).all()
    there = np.unique(group)
    assert np.bincount(group, parts, len(totals))[there].tolist() == amounts[there].tolist()
    for one in there:
        mine = group == one
        whole = shares[mine].sum()
        exact = amounts[one] * (shares[mine] / whole if whole > 0 else np.full(mine.sum(), 1 / mine.sum()))
        assert (np.abs(parts[mine] - exact) < 1 + 1e-6).all()  # nobody is more than one away from the exact part
    turned = np.random.default_rng(seed).permutation(len(rows))
    assert apportioned(amounts, group[turned], shares[turned], rank[turned]).tolist() == parts[turned].tolist()


# Order of the sources


def test_what_a_doorplate_states_is_taken_off_the_total_first():
    # 100 households less the 40 of A: 60 on two doors.
    found = weighed(doors(("A", 10, 40), ("B", 20, None), ("C", 30, None)), areas(COMMUNITY, households=[100]))
    assert households(found) == [40, 30, 30]
    assert found.doorplates["households_source"].tolist() == ["given", "control_totals", "control_totals"]
    assert found.problems == ()


def test_weights_are_given_estimated_from_totals_or_one():
    frame = doors(("A", 10, 40), ("B", 20, None), ("C", 500, None))
    told = weigh(weighed(frame, areas(COMMUNITY, households=[100])).doorplates, run(category("shop")))
    assert told["households"].tolist() == [40, 60, 1]
    assert told["weight_source"].tolist() == ["given", "estimated", "default"]
    assert told["households_source"].tolist() == ["given", "control_totals", "default"]
    assert told["residents_source"].tolist() == ["per_household"] * 3


def test_the_word_for_the_weight_is_that_of_the_residents_where_they_are_counted():
    frame = doors(("A", 10, None), ("B", 20, 3), ("C", 30, None), residents=[57, NAN, NAN])
    told = weigh(frame, run(category("shop"), weight="residents"))
    assert told["weight_source"].tolist() == ["given", "estimated", "default"]


def test_an_estimate_is_overruled_by_the_total_and_spreads_it():
    # The buildings were taken for 30 and 10 households; the community counts 80.
    frame = doors(("A", 10, 30), ("B", 20, 10), source="OpenStreetMap（OSM 建筑推算）")
    assert households(weighed(frame, areas(COMMUNITY, households=[80]))) == [60, 20]


def test_an_estimate_outside_every_total_stays():
    frame = doors(("A", 10, None), ("B", 500, 7), households_source=[None, "population_raster"])
    found = weighed(frame, areas(COMMUNITY, households=[80]))
    assert households(found) == [80, 7]
    assert found.doorplates["households_source"].tolist() == ["control_totals", "population_raster"]


def test_what_an_earlier_ledger_only_assumed_is_not_given():
    frame = doors(("A", 10, 1), ("B", 20, 9), households_source=["default", "given"], residents=[2.62, 5], residents_source="per_household")
    assert households(weighed(frame, areas(COMMUNITY, households=[30]))) == [21, 9]
    assert np.isnan(known(frame, "residents")[0]).all()


def test_residents_follow_households_and_the_old_follow_residents():
    land = areas(COMMUNITY, households=[40], residents=[100], elderly=[21])
    found = weighed(doors(("A", 10, 10), ("B", 20, None)), land)
    # 30 households for B; 100 residents 1 : 3 are 25 and 75; 21 elderly 1 : 3 are 5.25 and 15.75.
    assert found.doorplates["residents"].tolist() == [25, 75]
    assert found.doorplates["elderly"].tolist() == [5, 16]
    assert found.doorplates["residents_source"].tolist() == ["control_totals"] * 2


def test_spreading_again_changes_nothing():
    land = areas(COMMUNITY, households=[41], residents=[101])
    once = weighed(doors(("A", 10, 10), ("B", 20, None), ("C", 30, None)), land).doorplates
    again = weighed(once, land).doorplates
    assert again[["households", "residents"]].equals(once[["households", "residents"]])


# Buildings


def houses(*rows: tuple, **columns: object) -> gpd.GeoDataFrame:
    """Houses of 10 × 10 m from rows of id, west and floors."""
    ids, wests, floors = zip(*rows)
    frame = pd.DataFrame({"building_id": ids, "name": None, "floors": floors, "height_m": NAN, "use": None, **columns})
    west = np.array(wests, dtype=float)
    return gpd.GeoDataFrame(frame, geometry=shapely.box(west, 0, west + 10, 10), crs=CRS)


def test_households_are_spread_by_floor_area_shared_among_the_doors_of_a_building():
    # 600 m² with two doors, 300 m² with one: 300 each. D has no building and takes the middle one.
    frame = doors(("A", 2, None), ("B", 8, None), ("C", 25, None), ("D", 90, None))
    buildings = houses(("H1", 0, 6), ("H2", 20, 3))
    assert floor_m2(frame, buildings)[:3].tolist() == [300, 300, 300]
    assert households(weighed(frame, areas(COMMUNITY, households=[40]), buildings=buildings)) == [10, 10, 10, 10]
    taller = houses(("H1", 0, 6), ("H2", 20, 9))
    # 300, 300, 900 and the middle 300 of 1,800 m²: 36 households are 6, 6, 18, 6.
    assert households(weighed(frame, areas(COMMUNITY, households=[36]), buildings=taller)) == [6, 6, 18, 6]


def test_floors_come_from_the_height_where_they_are_not_stated():
    frame = doors(("A", 5, None), ("B", 25, None))
    buildings = houses(("H1", 0, NAN), ("H2", 20, 2), height_m=[12.0, NAN])
    assert floor_m2(frame, buildings).tolist() == [400, 200]


def test_nobody_lives_in_a_shop_where_homes_are_named():
    frame = doors(("A", 5, None), ("B", 25, None))
    homes = houses(("H1", 0, 6), ("H2", 20, 6), use=["住宅", "retail"])
    assert households(weighed(frame, areas(COMMUNITY, households=[12]), buildings=homes)) == [12, 0]
    # Where no building is named a home the uses are not known, and all count.
    unknown = houses(("H1", 0, 6), ("H2", 20, 6), use=[None, "retail"])
    assert households(weighed(frame, areas(COMMUNITY, households=[12]), buildings=unknown)) == [6, 6]


# Totals inside totals


def test_the_finest_total_holds_and_the_larger_one_gives_the_rest():
    # C1 counts 30; the community's other 70 go to the doors of C2, which counts nothing.
    land = areas(COMMUNITY, *GRIDS, households=[100, 30, NAN])
    found = weighed(doors(("A", 10, None), ("B", 20, None), ("C", 60, None)), land)
    assert households(found) == [15, 15, 70]
    assert found.problems == ()


def test_totals_that_disagree_are_told_and_the_finest_hold():
    land = areas(COMMUNITY, *GRIDS, households=[100, 30, 60])
    found = weighed(doors(("A", 10, None), ("B", 20, None), ("C", 60, None)), land)
    assert households(found) == [15, 15, 60]
    assert rules(found) == [("total_disagrees", "C")]
    assert found.problems[0].message.values == {"column": text("Households"), "stated": 100, "settled": 90}


def test_a_total_below_what_is_given_is_told_and_not_used():
    land = areas(COMMUNITY, households=[30])
    found = weighed(doors(("A", 10, 40), ("B", 20, None)), land)
    assert rules(found) == [("total_too_small", "C")]
    assert found.problems[0].message.values == {"column": text("Households"), "stated": 30, "settled": 40, "free": 1}
    assert weigh(found.doorplates, run(category("shop")))["households"].tolist() == [40, 1]


def test_a_larger_total_takes_over_where_a_smaller_one_is_too_small():
    # C1 states less than A alone, so B gets its share of the community: 100 − 40 on B and C.
    land = areas(COMMUNITY, *GRIDS, households=[100, 30, NAN])
    found = weighed(doors(("A", 10, 40), ("B", 20, None), ("C", 60, None)), land)
    assert households(found) == [40, 30, 30]
    assert rules(found) == [("total_too_small", "C1")]


def test_a_total_that_the_doorplates_use_up_leaves_nothing_for_the_others():
    found = weighed(doors(("A", 10, 40), ("B", 20, None)), areas(COMMUNITY, households=[40]))
    assert households(found) == [40, 0]
    assert found.problems == ()


def test_an_area_with_a_total_and_no_doorplate_is_told():
    land = areas(*GRIDS, households=[30, 50])
    found = weighed(doors(("A", 10, None)), land)
    assert households(found) == [30]
    assert rules(found) == [("total_without_doorplates", "C2")]
    assert found.problems[0].message.values["stated"] == 50


def test_where_every_doorplate_states_its_own_one_line_tells_the_difference():
    land = areas(*GRIDS, households=[30, 50])
    found = weighed(doors(("A", 10, 20), ("B", 60, 45)), land)
    assert households(found) == [20, 45]
    assert rules(found) == [("total_unlike_doorplates", "C1")]
    assert found.problems[0].message.values["count"] == 2


def test_few_people_are_not_told_in_a_message():
    found = weighed(doors(("A", 10, None)), areas(*GRIDS, elderly=[NAN, 3], households=[NAN, 3]))
    assert [problem.message.values["stated"] for problem in found.problems] == [3, "<5"]


def test_other_partitions_come_after_communities_and_grids():
    levels = [("police", "grid"), ("admin", "community"), ("grid", "grid"), ("admin", "district"), ("admin", "grid"), ("admin", "block")]
    assert finest_first(levels) == [
        ("admin", "block"),
        ("grid", "grid"),
        ("admin", "grid"),
        ("admin", "community"),
        ("admin", "district"),
        ("police", "grid"),
    ]


def test_areas_without_totals_leave_the_doorplates_as_they_are():
    frame = doors(("A", 10, None))
    assert weighed(frame, areas(COMMUNITY)).doorplates is frame
    assert weighed_by_totals(frame, None, {}).doorplates is frame


NUMBERS = st.one_of(st.none(), st.integers(0, 60))


@given(
    rows=st.lists(st.tuples(st.integers(0, 119), NUMBERS, st.booleans()), min_size=1, max_size=40),
    totals=st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    seed=st.integers(0, 99),
)
@settings(max_examples=25, deadline=None)
def test_every_total_is_kept_or_told_and_nothing_given_is_changed(rows, totals, seed):
    frame = doors(*((f"D{k}", x + 0.5, count) for k, (x, count, _) in enumerate(rows)))
    frame["households_source"] = ["buildings" if guessed else None for *_, guessed in rows]
    land = areas(("S", "subdistrict", 0, 110), COMMUNITY, *GRIDS, households=np.array(totals, dtype=float))
    found = weighed(frame, land)
    values = found.doorplates["households"].to_numpy(float)
    assert (values[~np.isnan(values)] >= 0).all()
    stated = np.array([count is not None and not guessed for _, count, guessed in rows])
    assert values[stated].tolist() == [count for _, count, guessed in rows if count is not None and not guessed]
    told = {row for _, row in rules(found)}
    by_table = any(rule == "total_unlike_doorplates" for rule, _ in rules(found))
    inside = frame.geometry.x.to_numpy()
    for code, total, shape in zip(land["code"], totals, land.geometry):
        held = (inside >= shape.bounds[0]) & (inside <= shape.bounds[2])
        if total is not None and held.any() and code not in told and not (by_table and stated[held].all()):
            assert values[held].sum() == total
        if total and not held.any():
            assert code in told
    turned = np.random.default_rng(seed).permutation(len(frame))
    again = weighed(frame.iloc[turned].reset_index(drop=True), land).doorplates["households"].to_numpy(float)
    assert np.array_equal(again, values[turned], equal_nan=True)


# In a whole run


def test_a_run_counts_the_households_of_the_totals_and_tells_what_did_not_fit():
    # A street of 100 m with the shop at 0 m, 60 m count: A and B are reached, C is not.
    land = areas(COMMUNITY, *GRIDS, households=[100, 30, 60])
    found = service_coverage(
        doors(("A", 10, None), ("B", 20, 20), ("C", 90, None)),
        gpd.GeoDataFrame({"facility_id": ["F"], "services": ["shop"]}, geometry=[shapely.Point(0, 0)], crs=CRS),
        gpd.GeoDataFrame({"street_id": ["S"]}, geometry=[shapely.LineString([(0, 0), (100, 0)])], crs=CRS),
        areas=land,
        settings=run(category("shop", limit=60, unit="m")),
    )
    assert found.ledger["households"].tolist() == [10, 20, 60]
    assert found.ledger["weight_source"].tolist() == ["estimated", "given", "estimated"]
    assert found.figures["HOUSEHOLDS"].value == 90
    assert found.figures["rate.shop"].value == pytest.approx(30 / 90)
    of_areas = found.summary.set_index("code")["total"]
    assert (of_areas["C1"], of_areas["C2"], of_areas["C"]) == (30, 60, 90)
    assert [(problem.rule, problem.row) for problem in found.coverage.problems] == [("total_disagrees", "C")]
