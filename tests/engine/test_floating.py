"""Two-step floating catchments worked out on paper, and what holds of them whatever the numbers."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from community3d.processing.engine.catchments import Catchments
from community3d.processing.engine.floating import EVEN, GAUSSIAN, decay, handed_out, in_use, two_step
from community3d.processing.engine.inequality import STEPS, Ranked, ginis
from community3d.processing.engine.workload import gini
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

NAN = math.nan
LIMIT = 400.0
QUICK = hypothesis_settings(max_examples=40, deadline=None, derandomize=True)


def pairs(cost: list[list[float]]) -> Catchments:
    """The pairs within the limit of a table of costs, places as rows and homes as columns; nan: no way."""
    table = np.array(cost, dtype=float).reshape(len(cost), -1)
    with np.errstate(invalid="ignore"):
        place, home = np.nonzero(table <= LIMIT)
    return Catchments(place, home, table[place, home], *table.shape)


# Home a has 100 people and reaches place 0 only (100 m); home b has 300 and reaches both (300 m and 200 m).
NEED = np.array([100.0, 300.0])
COST = [[100, 300], [600, 200]]


def flows(capacity, need=NEED, cost=COST, kind=EVEN):
    return two_step(pairs(cost), np.asarray(need, dtype=float), np.asarray(capacity, dtype=float), limit=LIMIT, kind=kind)


def test_places_are_divided_among_all_who_reach_them():
    found = flows([60, 30])
    # Place 0: 60 places for 100 + 300 people; place 1: 30 for 300.
    assert found.demand == pytest.approx([400, 300])
    assert found.ratio == pytest.approx([0.15, 0.1])
    # Home a: 0.15; home b: 0.15 + 0.1. 100 × 0.15 + 300 × 0.25 = 15 + 75 = 90 = 60 + 30 places.
    assert found.per_person == pytest.approx([0.15, 0.25])
    assert handed_out(found, NEED) == pytest.approx(90)


def test_each_person_asks_at_one_place_only():
    found = flows([60, 30])
    # b divides itself 60 : 30: 200 go to place 0 and 100 to place 1. Place 0 has 300 at 60 places, place 1 100 at 30.
    assert found.assigned == pytest.approx([300, 100])
    assert found.taken == pytest.approx([60, 30])
    assert found.over == pytest.approx([240, 70])
    # Place 0 takes one of five, place 1 three of ten: a 0.2; b 2/3 × 0.2 + 1/3 × 0.3 = 7/30; 20 + 70 people = 90 places.
    assert found.served == pytest.approx([0.2, 7 / 30])


def test_a_place_with_room_turns_nobody_away():
    found = flows([1000, 200])
    # b divides itself 5 : 1, so 250 and 50; place 0 has 350 of 1000 full, place 1 50 of 200.
    assert found.assigned == pytest.approx([350, 50])
    assert found.taken == pytest.approx([350, 50])
    assert found.served == pytest.approx([1, 1])


def test_the_gaussian_is_one_at_the_door_and_nearly_nothing_at_the_limit():
    # Half way: (e^-1/8 - e^-1/2) / (1 - e^-1/2) = (0.8824969 - 0.6065307) / 0.3934693 = 0.7013666.
    assert decay(np.array([0, 0.5, 1.0]), GAUSSIAN) == pytest.approx([1, 0.7013666, 0], abs=1e-6)
    assert (decay(np.array([1.0, 1.0 + 1e-9]), GAUSSIAN) > 0).all()
    assert decay(np.array([0, 0.5, 1.0]), EVEN).tolist() == [1, 1, 1]


def test_who_lives_nearer_has_more_of_the_places():
    # Ten at the door, ten half way: 17.013666 weighted; 10 places: 0.587763 each at the door, 0.7013666 times that half way.
    found = flows([10], need=[10, 10], cost=[[0, 200]], kind=GAUSSIAN)
    assert found.ratio == pytest.approx([0.587763], abs=1e-6)
    assert found.per_person == pytest.approx([0.587763, 0.412237], abs=1e-6)
    # Both have no other place: one of two finds room, wherever he lives.
    assert found.served == pytest.approx([0.5, 0.5])


def test_who_stands_at_the_limit_reaches_the_place():
    found = flows([5], need=[10], cost=[[400]], kind=GAUSSIAN)
    assert found.per_person == pytest.approx([0.5])
    assert found.served == pytest.approx([0.5])


def test_a_place_without_stated_capacity_is_not_counted_and_not_zero():
    found = flows([NAN, 30], cost=[[100, 300], [NAN, 200]])
    # a reaches only the unknown place: nothing is known of a. b reaches 30 places for 300 people, at least.
    assert found.per_person == pytest.approx([NAN, 0.1], nan_ok=True)
    assert found.served == pytest.approx([NAN, 0.1], nan_ok=True)
    assert found.known.tolist() == [0, 1]
    assert found.unknown.tolist() == [1, 1]
    assert np.isnan(found.assigned[0])
    # All who come to place 1 may go to place 0 as well.
    assert (found.assigned[1], found.unsure[1]) == pytest.approx((300, 300))


def test_a_place_with_no_places_draws_only_those_who_have_no_other():
    found = flows([0, 30])
    # b goes to place 1 alone; a has only place 0.
    assert found.assigned == pytest.approx([100, 300])
    assert found.taken == pytest.approx([0, 30])
    assert found.served == pytest.approx([0, 0.1])
    assert found.per_person == pytest.approx([0, 0.1])


def test_where_nobody_is_in_need_nothing_is_divided_by_zero():
    found = flows([60, 30], need=[100, 0], cost=[[100, NAN], [NAN, 200]])
    assert found.ratio == pytest.approx([0.6, NAN], nan_ok=True)
    assert found.assigned == pytest.approx([100, 0])
    assert in_use(found, np.array([60.0, 30.0])) == 60
    # Whoever moved to b would find a place.
    assert found.served == pytest.approx([0.6, 1])


def test_who_reaches_nothing_has_no_places():
    found = flows([60], need=[100, 300], cost=[[100, 600]])
    assert found.per_person == pytest.approx([0.6, 0])
    assert found.served == pytest.approx([0.6, 0])
    assert found.known.tolist() == [1, 0]


@st.composite
def cases(draw):
    places, homes = draw(st.integers(1, 5)), draw(st.integers(1, 6))
    cost = draw(
        st.lists(st.lists(st.sampled_from([0, 37, 200, 399, 400, 700]), min_size=homes, max_size=homes), min_size=places, max_size=places)
    )
    need = draw(st.lists(st.sampled_from([0, 1, 2.5, 40, 300]), min_size=homes, max_size=homes))
    capacity = draw(st.lists(st.sampled_from([NAN, 0, 1, 30, 500]), min_size=places, max_size=places))
    return cost, np.array(need, dtype=float), np.array(capacity, dtype=float), draw(st.sampled_from([EVEN, GAUSSIAN]))


@QUICK
@given(cases())
def test_what_is_handed_out_is_what_there_is(case):
    cost, need, capacity, kind = case
    found = flows(capacity, need, cost, kind)
    assert handed_out(found, need) == pytest.approx(in_use(found, capacity), rel=1e-9, abs=1e-9)
    known = np.isfinite(capacity)
    # Nobody is served twice, no place serves more than it has, and homes get what places give.
    assert (found.taken[known] <= capacity[known] + 1e-9).all()
    assert (found.taken[known] <= found.assigned[known] + 1e-9).all()
    assert np.nansum(need * found.served) == pytest.approx(np.nansum(found.taken), rel=1e-9, abs=1e-9)
    assert np.nansum(found.assigned) == pytest.approx(need[found.known > 0].sum(), rel=1e-9, abs=1e-9)
    assert (found.served[found.known > 0] <= 1 + 1e-9).all()


@QUICK
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(case, chance):
    cost, need, capacity, kind = case
    places, homes = list(range(len(capacity))), list(range(len(need)))
    chance.shuffle(places)
    chance.shuffle(homes)
    one = flows(capacity, need, cost, kind)
    two = flows(capacity[places], need[homes], np.array(cost)[np.ix_(places, homes)].tolist(), kind)
    for name in ("per_person", "served", "known", "unknown"):
        assert getattr(two, name) == pytest.approx(getattr(one, name)[homes], nan_ok=True)
    for name in ("demand", "ratio", "assigned", "taken"):
        assert getattr(two, name) == pytest.approx(getattr(one, name)[places], nan_ok=True)


@QUICK
@given(cases(), st.sampled_from([0.5, 3.0]))
def test_twice_the_people_and_twice_the_places_leave_all_shares_alone(case, times):
    cost, need, capacity, kind = case
    one, two = flows(capacity, need, cost, kind), flows(capacity * times, need * times, cost, kind)
    assert two.per_person == pytest.approx(one.per_person, nan_ok=True)
    assert two.served == pytest.approx(one.served, nan_ok=True)
    assert two.taken == pytest.approx(one.taken * times, nan_ok=True)
    # Twice the places alone: twice as many for each.
    more = flows(capacity * times, need, cost, kind)
    assert more.per_person == pytest.approx(one.per_person * times, nan_ok=True)


def weighted_gini(values: np.ndarray, people: np.ndarray) -> float:
    return Ranked.of(values).gini(people)


def test_the_gini_coefficient_and_the_curve_of_four_people():
    # Three people have 1 each and one has 5: of 8 the poorest three quarters hold 3/8.
    values, people = np.array([1.0, 5.0]), np.array([3.0, 1.0])
    curve = dict(zip(STEPS.round(2), Ranked.of(values).lorenz(people)))
    assert (curve[0.0], curve[0.75], curve[1.0]) == pytest.approx((0, 3 / 8, 1))
    # Half way to there half of it.
    assert curve[0.5] == pytest.approx(0.25)
    # 1 - (3/4 × 3/8 + 1/4 × (3/8 + 1)) = 1 - 20/32 = 3/8.
    assert weighted_gini(values, people) == pytest.approx(3 / 8)
    assert gini(np.array([1.0, 1.0, 1.0, 5.0])) == pytest.approx(3 / 8)


def test_a_person_more_or_less_in_one_row_is_the_same_as_in_two():
    assert weighted_gini(np.array([1.0, 1.0, 4.0]), np.array([2.0, 3.0, 5.0])) == pytest.approx(
        weighted_gini(np.array([1.0, 4.0]), np.array([5.0, 5.0]))
    )


def test_groups_have_the_coefficient_they_have_alone():
    values, people = np.array([1.0, 7.0, 5.0, 2.0, NAN]), np.array([3.0, 2.0, 1.0, 4.0, 9.0])
    group = np.array([0, 1, 0, 1, 1])
    alone = [weighted_gini(values[group == k], people[group == k]) for k in (0, 1)]
    assert ginis(values, people, group, 3) == pytest.approx([*alone, NAN], nan_ok=True)


def test_nothing_to_share_is_neither_even_nor_uneven():
    assert math.isnan(weighted_gini(np.zeros(3), np.ones(3)))
    assert math.isnan(weighted_gini(np.array([2.0]), np.ones(1)))
    assert np.isnan(Ranked.of(np.zeros(3)).lorenz(np.ones(3))).all()


def test_pysal_access_finds_the_same():
    fca = pytest.importorskip("access.fca", reason="PySAL access is not installed")
    chance = np.random.default_rng(7)
    cost = chance.uniform(0, 900, (6, 40))
    need, capacity = chance.integers(1, 200, 40).astype(float), chance.integers(5, 80, 6).astype(float)
    # Only places that somebody reaches: the package divides by nobody elsewhere.
    assert (cost <= LIMIT).any(axis=1).all()
    place, home = np.nonzero(cost <= LIMIT)
    table = pd.DataFrame({"origin": home, "dest": place, "cost": cost[place, home]})
    for kind in (EVEN, GAUSSIAN):
        theirs = fca.two_stage_fca(
            pd.DataFrame({"need": need}),
            pd.DataFrame({"capacity": capacity}),
            table,
            demand_index=True,
            demand_name="need",
            supply_index=True,
            supply_name="capacity",
            cost_origin="origin",
            cost_dest="dest",
            cost_name="cost",
            weight_fn=lambda metres, kind=kind: float(decay(np.array([metres / LIMIT]), kind)[0]),
            max_cost=LIMIT,
        )
        ours = flows(capacity, need, cost.tolist(), kind).per_person
        assert theirs.reindex(range(40)).fillna(0).to_numpy() == pytest.approx(ours, rel=1e-9)
