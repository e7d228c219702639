"""Points stay on their own side of walls and water, in places made to trip them."""

from __future__ import annotations

import pytest

from .test_snapping import local, places
from .towns import boxes, lines, rings

SOUTH, NORTH = ("A", [(-100, -20), (200, -20)]), ("B", [(-100, 30), (200, 30)])


def wall(*xy: tuple[float, float]):
    return lines(("W", list(xy)), names=("wall_id",))


LONG = [(-100, 0), (200, 0)]


@pytest.mark.parametrize(("y", "street"), [(0.001, 1), (-0.001, 0)])
def test_a_millimetre_beside_the_wall_is_its_own_side(y, street):
    # The southern street is 10 m nearer.
    assert places([SOUTH, NORTH], (50, y), walls=wall(*LONG)).edge[0] == street


def test_exactly_on_the_wall_the_nearer_street_of_both_sides_is_taken():
    found = places([SOUTH, NORTH], (50, 0), walls=wall(*LONG))
    assert local(found) == (50, -20)


def test_on_the_end_of_a_wall_both_sides_are_seen():
    assert local(places([SOUTH, NORTH], (50, 0), walls=wall((50, 0), (200, 0)))) == (50, -20)


def test_on_a_corner_both_sides_are_seen():
    corner = wall((-100, 0), (50, 0), (50, 200))
    assert local(places([SOUTH, NORTH], (50, 0), walls=corner)) == (50, -20)
    inside, outside = places([SOUTH, NORTH], (49.999, 0.001), (50.001, -0.001), walls=corner).edge
    assert (inside, outside) == (1, 0)


def test_in_a_gap_both_sides_are_seen():
    walls = lines(("W1", [(-100, 0), (48, 0)]), ("W2", [(52, 0), (200, 0)]), names=("wall_id",))
    assert local(places([SOUTH, NORTH], (50, 1), walls=walls)) == (50, -20)


def test_inside_a_u_the_open_side_is_the_way_out():
    # Open in the north; the southern street is 21 m away, the northern one 29 m.
    u = wall((40, 30.5), (40, 0), (60, 0), (60, 30.5))
    found = places([SOUTH, NORTH], (50, 1), walls=u)
    assert local(found) == (50, 30)


def test_inside_a_deep_u_only_what_lies_before_its_mouth_is_seen():
    # A street 10 m before the mouth ends west of what can be seen: its nearest end is hidden by the western wall.
    u = wall((40, 30), (40, 0), (60, 0), (60, 30))
    hidden = ("B", [(-100, 40), (30, 40)])
    assert not places([hidden], (50, 1), walls=u, limit_m=100).found[0]
    # From (50, 1) past the corner (40, 30) one sees the line y = 40 from x = 50 - 10 * 39 / 29 on.
    seen = ("B", [(-100, 40), (50 - 390 / 29 + 1, 40)])
    assert places([seen], (50, 1), walls=u, limit_m=100).found[0]


def test_on_an_island_in_a_lake_only_its_own_path_is_reached():
    lake = boxes(
        ("water", (0, 0, 100, 40)), ("water", (0, 60, 100, 100)), ("water", (0, 40, 40, 60)), ("water", (60, 40, 100, 60)), names=("use",)
    )
    bank, path = ("A", [(-100, -5), (200, -5)]), ("B", [(42, 58), (58, 58)])
    assert places([bank], (50, 50), land=lake).walled[0]
    assert local(places([bank, path], (50, 50), land=lake)) == (50, 58)


def test_a_street_that_ends_at_the_wall_belongs_to_its_own_side():
    stub = ("A", [(50, -20), (50, 0)])
    inside, outside = (places([stub], point, walls=wall(*LONG)) for point in ((50, 5), (50, -25)))
    assert not inside.found[0]
    assert inside.walled[0]
    assert local(outside) == (50, -20)


def test_a_street_that_ends_a_millimetre_short_of_the_wall_too():
    stub = ("A", [(50, -20), (50, -0.001)])
    assert not places([stub], (50, 5), walls=wall(*LONG)).found[0]


def test_between_two_walls_a_metre_apart_nothing_is_seen_but_the_lane():
    walls = lines(("W1", LONG), ("W2", [(-100, 1), (200, 1)]), names=("wall_id",))
    assert not places([SOUTH, NORTH], (50, 0.5), walls=walls, limit_m=90).found[0]
    lane = ("C", [(-100, 0.6), (200, 0.6)])
    assert local(places([SOUTH, NORTH, lane], (50, 0.5), walls=walls)) == (50, 0.6)
    north, south = places([SOUTH, NORTH], (50, 1.1), (50, -0.1), walls=walls).edge
    assert (north, south) == (1, 0)


def test_a_ring_is_shut_where_it_begins_and_ends():
    # The ring's first and last vertex is (100, 0); the straight leg to the street passes exactly there.
    found = places([("A", [(120, -20), (140, -20)])], (80, 20), walls=rings(("W", None, (0, 0, 100, 100))), limit_m=100)
    assert not found.found[0]


def test_two_walls_that_only_meet_at_a_corner_leave_no_hole():
    walls = lines(("W1", [(0, 0), (100, 0)]), ("W2", [(100, 0), (100, 100)]), names=("wall_id",))
    assert not places([("A", [(120, -20), (121, -20)])], (80, 20), walls=walls, limit_m=58).found[0]
