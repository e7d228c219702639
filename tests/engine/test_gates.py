"""Walls cut streets, gates open walls."""

from __future__ import annotations

import pytest
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.ledger import REASONS

from .towns import boxes, category, lines, points, rings, settings

HOME_IN, SHOP_OUT = (50, 50), (50, -40)
BOX = (0, 0, 100, 100)
PATH = ("A", [(50, 90), (50, -50)])  # crosses the wall y = 0 at (50, 0)


def answer(
    *,
    home: tuple[float, float] = HOME_IN,
    shop: tuple[float, float] = SHOP_OUT,
    streets: tuple = (PATH,),
    gates: tuple = (),
    estates: object = None,
    walls: object = None,
    limit: float = 5,
    **options: object,
) -> tuple[str, float]:
    """Reason and metres of one home to one shop beside the estate 园; gates as (open, xy)."""
    rows = [(f"G{k}", "园", word, xy) for k, (word, xy) in enumerate(gates)]
    result = coverage(
        points(("H", home), names=("doorplate_id",)),
        points(("F", "shop", shop), names=("facility_id", "services")),
        lines(*streets),
        gates=points(*rows, names=("gate_id", "estate", "open")) if rows else None,
        walls=walls if walls is not None else rings(("W", "园", BOX)),
        estates=estates,
        settings=settings(category(limit=limit), **options),
    )
    found = result.found["shop"]
    return REASONS[found.why[0]], found.metres[0]


def estate(box: tuple[float, float, float, float] = BOX, gated: str = "yes"):
    return boxes(("E1", "园", gated, box), names=("estate_id", "name", "gated"))


def test_a_wall_without_a_gate_seals():
    assert answer()[0] == "no_route"


def test_a_gate_for_all_opens():
    assert answer(gates=(("all", (50, 0)),)) == ("ok", 90)


def test_a_gate_near_the_crossing_opens_and_one_farther_off_does_not():
    assert answer(gates=(("all", (51.9, 0)),))[0] == "ok"
    assert answer(gates=(("all", (52.1, 0)),))[0] == "no_route"


def test_behind_a_closed_gate_within_the_limit_is_behind_gate():
    assert answer(gates=(("closed", (50, 0)),))[0] == "behind_gate"


def test_behind_a_closed_gate_beyond_the_limit_is_too_far_without_metres():
    reason, metres = answer(gates=(("closed", (50, 0)),), limit=1)
    assert reason == "too_far"
    assert metres != metres


def test_an_unknown_gate_is_open_and_an_unheard_word_is_unknown():
    assert answer(gates=(("unknown", (50, 0)),))[0] == "ok"
    assert answer(gates=((None, (50, 0)),))[0] == "ok"


def test_residents_walk_out_but_nobody_walks_in():
    gate = (("residents", (50, 0)),)
    assert answer(gates=gate, estates=estate())[0] == "ok"
    assert answer(home=SHOP_OUT, shop=HOME_IN, gates=gate, estates=estate())[0] == "behind_gate"


def test_residents_come_home_when_the_walk_is_from_the_facility():
    gate = (("residents", (50, 0)),)
    assert answer(gates=gate, estates=estate(), direction="from_facility")[0] == "ok"
    assert answer(home=SHOP_OUT, shop=HOME_IN, gates=gate, estates=estate(), direction="from_facility")[0] == "behind_gate"


def test_residents_make_round_trips():
    gate = (("residents", (50, 0)),)
    assert answer(gates=gate, estates=estate(), direction="round_trip") == ("ok", 90)


def test_without_an_outline_the_ring_of_walls_tells_the_inside():
    gate = (("residents", (50, 0)),)
    assert answer(gates=gate)[0] == "ok"
    assert answer(home=SHOP_OUT, shop=HOME_IN, gates=gate)[0] == "behind_gate"


def test_where_nothing_tells_the_inside_a_residents_gate_is_open_both_ways():
    gate = (("residents", (50, 0)),)
    wall = lines(("W", [(-300, 0), (300, 0)]), names=("wall_id",))
    assert answer(gates=gate, walls=wall)[0] == "ok"
    assert answer(home=SHOP_OUT, shop=HOME_IN, gates=gate, walls=wall)[0] == "ok"


def test_an_outline_a_little_beside_the_wall_still_tells_the_inside():
    gate = (("residents", (50, 0)),)
    shifted = estate((1, 1.5, 99, 98))
    assert answer(home=SHOP_OUT, shop=HOME_IN, gates=gate, estates=shifted)[0] == "behind_gate"


def test_a_gate_at_a_vertex_of_street_and_wall_is_the_same():
    # As OpenStreetMap maps it: the gate is a vertex of both lines.
    street = ("A", [(50, 90), (50, 0), (50, -50)])
    wall = lines(("W", "园", [(0, 0), (50, 0), (100, 0), (100, 100), (0, 100), (0, 0)]), names=("wall_id", "estate"))
    assert answer(streets=(street,), walls=wall)[0] == "no_route"
    assert answer(streets=(street,), walls=wall, gates=(("all", (50, 0)),))[0] == "ok"


def test_streets_that_meet_on_the_wall_are_parted_by_their_sides():
    # Four streets meet at (50, 0): two run inside the estate, two outside.
    inside = (("A", [(50, 90), (50, 0)]), ("B", [(20, 60), (50, 0)]))
    outside = (("C", [(50, 0), (50, -50)]), ("D", [(50, 0), (90, -60)]))
    assert answer(streets=inside + outside)[0] == "no_route"
    # From a home at the far end of B to a shop on A: not parted.
    assert answer(streets=inside + outside, home=(20, 60), shop=(50, 90))[0] == "ok"


def test_a_street_that_touches_the_wall_and_turns_back_is_not_cut():
    street = ("A", [(20, -30), (50, 0), (80, -30)])
    reason, metres = answer(streets=(street,), home=(20, -30), shop=(80, -30))
    assert reason == "ok"
    assert metres == pytest.approx(2 * 30 * 2**0.5)


def test_a_wall_that_only_reaches_the_street_does_not_cut_it():
    wall = lines(("W", [(50, 0), (50, 80)]), names=("wall_id",))
    street = ("A", [(0, 0), (100, 0)])
    assert answer(streets=(street,), walls=wall, home=(0, -5), shop=(100, -5))[0] == "ok"


def test_a_street_drawn_along_a_wall_is_not_cut_by_it():
    street = ("A", [(-20, 0), (0, 0), (100, 0), (120, 0)])
    assert answer(streets=(street,), home=(-20, -5), shop=(120, -5))[0] == "ok"


def test_a_bridge_passes_over_a_wall():
    streets = lines(("A", 1, PATH[1]), names=("street_id", "level"))
    result = coverage(
        points(("H", (45, 50)), names=("doorplate_id",)),
        points(("F", "shop", (45, -40)), names=("facility_id", "services")),
        streets,
        walls=rings(("W", "园", BOX)),
        settings=settings(category(limit=5)),
    )
    assert result.found["shop"].metres[0] == pytest.approx(100)


def test_a_penalty_is_paid_once_by_a_walk_through_a_one_way_gate():
    streets = lines(
        ("A", 40.0, [(50, 90), (50, -50)]),
        ("B", 0.0, [(50, 90), (20, 90)]),
        ("C", 0.0, [(50, -50), (90, -50)]),
        names=("street_id", "penalty_s"),
    )
    result = coverage(
        points(("H", (20, 85)), names=("doorplate_id",)),
        points(("F", "shop", (90, -55)), names=("facility_id", "services")),
        streets,
        gates=points(("G", "园", "residents", (50, 0)), names=("gate_id", "estate", "open")),
        walls=rings(("W", "园", BOX)),
        settings=settings(category(limit=5)),
    )
    # 5 + 30 + 140 + 40 + 5 metres and 40 seconds.
    assert result.found["shop"].metres[0] == pytest.approx(220)
    assert result.found["shop"].minutes[0] * 60 == pytest.approx(260)


# Estates without mapped paths. The street y = -20 runs past the wall; the doorplate stands 30 m inside.
STREET = (("A", [(-200, -20), (200, -20)]),)


def through(gates: tuple, **others: object) -> tuple[str, float]:
    return answer(home=(50, 30), shop=(100, -20), streets=STREET, gates=gates, estates=estate(), **others)


def test_an_estate_without_paths_is_left_through_its_gate():
    # 30 m times 1.3 to the gate, 20 m from the gate to the street, 50 m along it.
    reason, metres = through((("all", (50, 0)),))
    assert reason == "ok"
    assert metres == pytest.approx(39 + 20 + 50)


def test_the_best_gate_of_several_is_taken():
    assert through((("all", (50, 0)), ("residents", (80, 0))))[1] == pytest.approx(1.3 * (30**2 + 30**2) ** 0.5 + 20 + 20)


def test_the_detour_factor_is_a_setting():
    assert through((("all", (50, 0)),), detour_factor=2.0)[1] == pytest.approx(60 + 20 + 50)


def test_residents_use_their_gate_and_a_closed_one_keeps_them_in():
    assert through((("residents", (50, 0)),))[0] == "ok"
    assert through((("closed", (50, 0)),))[0] == "behind_gate"
    assert through((("closed", (50, 0)),), limit=1) == ("too_far", pytest.approx(float("nan"), nan_ok=True))


def test_without_a_gate_the_estate_is_sealed():
    assert through(())[0] == "no_route"


def test_a_gate_drawn_beside_its_wall_leads_out_too():
    assert through((("all", (50, 1.5)),))[0] == "ok"


def test_a_shop_in_such_an_estate_is_reached_through_gates_for_all_only():
    for word, reason in (("all", "ok"), ("unknown", "ok"), ("residents", "behind_gate"), ("closed", "behind_gate")):
        assert answer(home=(100, -20), shop=(50, 30), streets=STREET, gates=((word, (50, 0)),), estates=estate())[0] == reason


def test_a_shop_of_the_same_estate_without_paths_is_reached_inside():
    for gates in ((), (("closed", (50, 0)),), (("all", (50, 0)),)):
        found = answer(home=(50, 30), shop=(50, 60), streets=STREET, gates=gates, estates=estate())
        assert found == ("ok", pytest.approx(30 * 1.3))


def test_an_estate_is_gated_when_a_wall_names_it():
    assert answer(home=(50, 30), shop=(100, -20), streets=STREET, estates=estate(gated="unknown"), gates=(("all", (50, 0)),))[0] == "ok"


def test_an_estate_said_to_be_gated_without_any_wall_or_gate_is_walked_out_of():
    wall = rings(("W", "别处", (5000, 5000, 5100, 5100)))
    assert answer(home=(50, 30), shop=(100, -20), streets=STREET, estates=estate(), walls=wall) == ("ok", 100)


def test_an_estate_with_a_mapped_path_is_left_along_it():
    streets = (("A", [(-200, -20), (50, -20), (200, -20)]), ("B", [(50, -20), (50, 40)]))
    found = answer(home=(60, 30), shop=(100, -20), streets=streets, gates=(("all", (50, 0)),), estates=estate())
    assert found == ("ok", pytest.approx(10 + 50 + 50))
