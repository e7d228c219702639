"""Points meet the network at the exact nearest place that a straight leg can reach."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import shapely
from community3d.layers.profiles import walker
from community3d.processing.engine import cells
from community3d.processing.engine.barriers import barriers_of
from community3d.processing.engine.graph import point_on_edges
from community3d.processing.engine.network import build_network
from community3d.processing.engine.snapping import snap
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from .towns import ORIGIN, boxes, lines, rings


def places(streets: list[tuple], *points: tuple[float, float], limit_m: float = 200, **barriers: object):
    network = build_network(lines(*streets), walker=walker("planning"))
    known = barriers_of(barriers.get("walls"), barriers.get("land"), limit_m=limit_m) if barriers else None
    found = snap(network, np.array(points, dtype=float) + ORIGIN, limit_m=limit_m, barriers=known)
    xy = np.full((len(points), 2), np.nan)
    xy[found.found] = point_on_edges(network, found.edge[found.found], found.offset_m[found.found])
    return SimpleNamespace(**vars(found), found=found.found, xy=xy)


def local(found, row: int = 0) -> tuple[float, float]:
    return tuple((found.xy[row] - ORIGIN).round(6))


STREET = ("A", [(0, 0), (100, 0)])


def test_the_place_lies_mid_edge():
    found = places([STREET], (30, 40))
    assert (found.edge[0], found.offset_m[0], found.leg_m[0]) == pytest.approx((0, 30, 40), abs=1e-9)


def test_beyond_the_end_it_is_the_end():
    assert places([STREET], (130, 40)).leg_m[0] == pytest.approx(50, abs=1e-9)


def test_the_limit_itself_is_within_the_limit():
    found = places([STREET], (30, 200), (30, 200.001))
    assert found.found.tolist() == [True, False]
    assert np.isinf(found.leg_m[1])


def test_of_two_equal_edges_the_lowest_street_wins():
    found = places([("B", [(0, 10), (100, 10)]), ("A", [(0, -10), (100, -10)])], (50, 0), (0, 0))
    assert found.edge.tolist() == [0, 0]  # edges are in the order of street ids
    assert local(found) == (50, -10)


def test_stacked_points_get_the_same_place():
    found = places([STREET], *[(30, 40)] * 5)
    assert len(set(found.offset_m)) == 1


def test_a_point_on_the_street_has_no_leg():
    assert places([STREET], (30, 0)).leg_m[0] == 0


def test_an_unknown_place_is_not_snapped():
    found = places([STREET], (np.nan, 0), (30, 5))
    assert found.found.tolist() == [False, True]


def test_a_wall_sends_the_point_to_the_street_on_its_own_side():
    walls = rings(("W", None, (0, 5, 100, 50)))
    found = places([STREET, ("B", [(0, 45), (100, 45)])], (50, 8), walls=walls)
    assert (found.edge[0], found.leg_m[0]) == pytest.approx((1, 37))


def test_the_nearest_place_in_sight_may_lie_beside_the_wall():
    # A wall from (50, 10) to (150, 10) hides the street below it. Its end is seen along the diagonal:
    # from (60, 20) through (50, 10) to (40, 0).
    walls = lines(("W", [(50, 10), (150, 10)]), names=("wall_id",))
    found = places([STREET], (60, 20), walls=walls)
    assert local(found) == (40, 0)
    assert found.leg_m[0] == pytest.approx(np.hypot(20, 20), abs=1e-6)


def test_water_is_not_crossed_and_a_bridge_is_not_reached_from_the_bank():
    river = boxes(("water", (0, 10, 100, 30)), names=("use",))
    bridge = ("B", [(50, 0), (50, 40)])
    found = places([STREET, bridge], (60, 35), land=river)
    # The bridge is 10 m away; its part over land on this side ends at (50, 30).
    assert local(found) == (50, 35)
    found = places([STREET, bridge], (60, 8), land=river)
    assert local(found) == (60, 0)


def test_residential_land_is_no_barrier():
    land = boxes(("residential", (0, 10, 100, 30)), names=("use",))
    assert places([STREET], (60, 35), land=land).found[0]


def test_who_stands_in_water_may_leave_it():
    river = boxes(("water", (0, 10, 100, 30)), names=("use",))
    assert local(places([STREET], (60, 12), land=river)) == (60, 0)


def test_behind_a_closed_wall_nothing_is_found_and_it_is_said():
    walls = rings(("W", None, (40, 10, 60, 30)))
    found = places([STREET], (50, 20), (50, 500), walls=walls)
    assert found.found.tolist() == [False, False]
    assert found.walled.tolist() == [True, False]


def test_a_street_that_ends_at_the_wall_is_reached_from_its_own_side_only():
    walls = rings(("W", None, (0, 0, 100, 50)))
    path = ("A", [(50, 0), (50, 40)])
    inside, outside = places([path], (45, 1), walls=walls), places([path], (45, -1), walls=walls)
    assert inside.found[0]
    assert not outside.found[0]


def test_a_doorplate_on_the_wall_uses_either_side():
    walls = rings(("W", None, (0, 10, 100, 50)))
    found = places([STREET, ("B", [(0, 13), (100, 13)])], (50, 10), walls=walls)
    assert local(found) == (50, 13)


def test_a_long_street_hidden_over_the_canal_is_reached_beside_it():
    # One straight piece crosses the canal; the point sees only the part on its own bank.
    canal = boxes(("water", (-50, 20, 50, 30)), names=("use",))
    found = places([("A", [(0, -100), (0, 100)])], (15, 25.001), (10, 31), land=canal)
    assert local(found, 1) == (0, 31)


SPOTS = st.tuples(st.integers(-40, 40), st.integers(-40, 40))


@hypothesis_settings(max_examples=40, deadline=None, derandomize=True)
@given(
    rows=st.lists(
        st.lists(st.tuples(st.integers(-40, 40), st.integers(-40, 40)), min_size=2, max_size=4, unique=True), min_size=1, max_size=12
    ),
    points=st.lists(st.tuples(st.integers(-60, 60), st.integers(-60, 60)), min_size=1, max_size=30),
    scale=st.sampled_from([1.0, 7.3, 60.0]),
)
def test_the_leg_equals_the_distance_that_geos_measures(rows, points, scale):
    streets = [(f"S{k:02}", np.array(xy) * scale) for k, xy in enumerate(rows)]
    found = places(streets, *np.array(points) * scale)
    nearest = shapely.distance(shapely.points(np.array(points) * scale)[:, None], np.array([shapely.LineString(xy) for _, xy in streets]))
    least = nearest.min(axis=1)
    assert found.found.tolist() == (least <= 200).tolist()
    assert found.leg_m[found.found] == pytest.approx(least[least <= 200], abs=1e-7)


@pytest.mark.parametrize("most", [0, 2500])
def test_many_points_in_one_call_and_few_give_the_same(monkeypatch, most):
    generator = np.random.default_rng(3)
    streets = [(f"S{k:03}", generator.uniform(0, 2000, (3, 2))) for k in range(60)]
    points = generator.uniform(-100, 2100, (3000, 2))
    monkeypatch.setattr("community3d.processing.engine.nearestpieces.FEW", len(points))
    few = places(streets, *points)
    monkeypatch.setattr("community3d.processing.engine.nearestpieces.FEW", most)
    many = places(streets, *points)
    assert (few.edge == many.edge).all()
    assert few.leg_m[few.found] == pytest.approx(many.leg_m[many.found], abs=1e-12)


def test_a_wide_district_does_not_fill_the_memory():
    far = [("A", [(0, 0), (50, 0)]), ("B", [(900_000, 900_000), (900_050, 900_000)])]
    found = places(far, (25, 10), (900_025, 900_010))
    assert found.leg_m == pytest.approx([10, 10])
    grid = cells.dilated_grid(cells.Segments(np.array([[0.0, 0], [9e5, 9e5]]), np.array([[50.0, 0], [9e5, 9e5]])), reach_m=35)
    assert len(grid.first) <= cells.CELL_LIMIT * 1.1
