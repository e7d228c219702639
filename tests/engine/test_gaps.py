"""A gate in a gap between two wall ends decides who passes the gap."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.gaps import GAP_M, with_closed_gaps
from community3d.processing.engine.ledger import REASONS

from .towns import boxes, category, lines, points, settings

HOME, SHOP = (50, 50), (50, -40)
PATH = ("A", [(50, 90), (50, -50)])  # passes the gap at (50, 0)


def wall(left: float = 46, right: float = 54, estate: str = "园"):
    """A square of 100 m that is open in the south from left to right."""
    return lines(("W", estate, [(left, 0), (0, 0), (0, 100), (100, 100), (100, 0), (right, 0)]), names=("wall_id", "estate"))


def gate(word: str, xy: tuple[float, float] = (50, 0), estate: str | None = "园"):
    return points(("G", estate, word, xy), names=("gate_id", "estate", "open"))


def answer(walls, gates=None, *, home=HOME, shop=SHOP, streets=(PATH,), limit: float = 5, **others):
    result = coverage(
        points(("H", home), names=("doorplate_id",)),
        points(("F", "shop", shop), names=("facility_id", "services")),
        lines(*streets),
        gates=gates,
        walls=walls,
        estates=boxes(("E1", "园", "yes", (0, 0, 100, 100)), names=("estate_id", "name", "gated")),
        settings=settings(category(limit=limit), **others),
    )
    return REASONS[result.found["shop"].why[0]]


def test_a_gap_without_a_gate_is_open_for_everybody():
    assert answer(wall()) == "ok"


def test_a_gate_in_the_gap_decides():
    assert answer(wall(), gate("all")) == "ok"
    assert answer(wall(), gate("closed")) == "behind_gate"
    assert answer(wall(), gate("residents")) == "ok"
    assert answer(wall(), gate("residents"), home=SHOP, shop=HOME) == "behind_gate"


def test_the_gate_rules_the_whole_width_of_the_gap():
    # The gate stands at the western post, the path passes 7.5 m east of it.
    walls = wall(42, 54)
    assert answer(walls, gate("closed", (42.5, 0))) == "behind_gate"
    assert answer(walls, gate("residents", (42.5, 0))) == "ok"
    assert answer(walls, gate("residents", (42.5, 0)), home=SHOP, shop=HOME) == "behind_gate"


def test_of_two_gates_in_a_gap_each_path_obeys_the_nearer():
    gates = points(("G1", "园", "all", (44, 0)), ("G2", "园", "closed", (52, 0)), names=("gate_id", "estate", "open"))
    assert answer(wall(42, 54), gates) == "behind_gate"
    assert answer(wall(42, 54), gates, streets=(("A", [(47, 90), (47, -50)]),)) == "ok"


@pytest.mark.parametrize(("right", "why"), [(44 + GAP_M, "behind_gate"), (44 + GAP_M + 0.01, "ok")])
def test_a_gap_wider_than_twelve_metres_is_no_gate(right, why):
    assert answer(wall(44, right), gate("closed")) == why


def test_a_gate_beside_the_gap_closes_it_within_two_metres():
    assert answer(wall(), gate("closed", (50, 1.9))) == "behind_gate"
    assert answer(wall(), gate("closed", (50, 2.1))) == "ok"


def test_a_gate_on_the_wall_past_the_post_is_not_in_the_gap():
    assert answer(wall(), gate("closed", (45.6, 0))) == "behind_gate"
    assert answer(wall(), gate("closed", (45.4, 0))) == "ok"


def test_id_and_name_are_one_estate_and_a_blank_is_any():
    assert answer(wall(estate="E1"), gate("closed", estate="园")) == "behind_gate"
    assert answer(wall(), gate("closed", estate=None)) == "behind_gate"


def test_a_gate_of_another_estate_does_not_close_the_gap():
    assert answer(wall(), gate("closed", estate="苑")) == "ok"


def test_walls_of_two_estates_do_not_close_a_gap_between_them():
    walls = lines(("W1", "园", [(0, 0), (46, 0)]), ("W2", "苑", [(54, 0), (100, 0)]), names=("wall_id", "estate"))
    assert len(with_closed_gaps(walls, gate("all"))) == 2


def test_who_lives_in_the_gap_does_not_see_past_the_closed_gate():
    # The only street runs outside, 10 m south of the gap; the home stands 5 m north of it.
    street = ("A", [(-50, -10), (150, -10)])
    inner = ("B", [(50, 90), (50, 30)])
    assert answer(wall(), gate("closed"), home=(50, 5), shop=(100, -10), streets=(street, inner)) == "no_route"
    assert answer(wall(), home=(50, 5), shop=(100, -10), streets=(street, inner)) == "ok"


def test_a_post_between_two_gaps_is_no_gap():
    walls = lines(
        ("W1", "园", [(40, 0), (0, 0), (0, 100), (100, 100), (100, 0), (60, 0)]),
        ("W2", "园", [(49, 0), (51, 0)]),
        names=("wall_id", "estate"),
    )
    gates = points(("G1", "园", "all", (45, 0)), ("G2", "园", "closed", (55, 0)), names=("gate_id", "estate", "open"))
    closed = with_closed_gaps(walls, gates)
    added = closed.geometry.iloc[2:]
    assert sorted(added.length.round(6)) == [9, 9]
    assert answer(walls, gates, streets=(("A", [(45, 90), (45, -50)]),), home=(45, 50), shop=(45, -40)) == "ok"
    assert answer(walls, gates, streets=(("A", [(55, 90), (55, -50)]),), home=(55, 50), shop=(55, -40)) == "behind_gate"


def test_an_end_that_touches_another_wall_is_not_loose():
    walls = lines(
        ("W1", "园", [(0, 0), (46, 0)]), ("W2", "园", [(46, -20), (46, 20)]), ("W3", "园", [(54, 0), (100, 0)]), names=("wall_id", "estate")
    )
    assert len(with_closed_gaps(walls, gate("all"))) == 3


def test_closing_again_adds_nothing_and_the_users_walls_stay_as_they_are():
    walls = wall()
    once = with_closed_gaps(walls, gate("all"))
    assert len(once) == 2
    assert len(with_closed_gaps(once, gate("all"))) == 2
    assert list(walls.columns) == ["wall_id", "estate", "geometry"]


def test_walls_without_a_line_do_no_harm():
    walls = wall()
    shapes = np.append(walls.geometry.to_numpy(), [None, shapely.LineString()])
    again = walls.iloc[[0, 0, 0]].reset_index(drop=True).set_geometry(shapes, crs=walls.crs)
    assert answer(again, gate("closed")) == "behind_gate"
