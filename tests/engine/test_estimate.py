"""Estimates that a person can check with a ruler: straight lines × 1.3 around what stands in the way."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from community3d.layers.errors import InputError
from community3d.layers.progress import Silent
from community3d.processing.engine.check import service_coverage
from community3d.processing.engine.deciding import Reached
from community3d.processing.engine.estimate import estimate_coverage
from community3d.processing.engine.ledger import REASONS

from .towns import boxes, category, lines, points, rings, settings

ESTIMATE = settings(category(limit=1000, unit="m"), method="estimate")


def places(*homes: tuple, shop: tuple = (100, 0)) -> dict:
    named = [(f"D{k}", xy) for k, xy in enumerate(homes)]
    return {
        "doorplates": points(*named, names=("doorplate_id",)),
        "facilities": points(("F1", "shop", shop), names=("facility_id", "services")),
        "streets": None,
    }


def estimated(town: dict, run=ESTIMATE) -> Reached:
    return estimate_coverage(**town, settings=run).found["shop"]


def why(found: Reached) -> str:
    return REASONS[found.why[0]]


def test_an_estimate_says_that_it_is_not_tested_for_robustness():
    class Ears(Silent):
        warned: list[str] = []

        def warn(self, words: object) -> None:
            self.warned.append(str(words))

    service_coverage(**places((0, 0)), settings=replace(ESTIMATE, sensitivity=True), progress=Ears())
    assert Ears.warned == ["An estimate is not tested for robustness: SENSITIVITY is left out."]


def test_in_the_open_a_walk_is_the_straight_line_times_the_factor():
    # 300 and 400 m at a right angle are 500 m; × 1.3 = 650 m, at 1 m/s 650 s.
    found = estimated(places((0, 0), shop=(300, 400)))
    assert (found.metres[0], found.minutes[0]) == pytest.approx((650, 650 / 60))


def test_the_factor_is_the_run_s_own():
    run = settings(category(limit=1000, unit="m"), method="estimate", detour_factor=1.5)
    assert estimated(places((0, 0), shop=(300, 400)), run).metres[0] == pytest.approx(750)


def test_a_wall_is_walked_around_at_its_nearer_end():
    # Over the wall's end at (50, 30): twice √(50² + 30²).
    wall = lines(("W1", None, [(50, -200), (50, 30)]), names=("wall_id", "estate"))
    found = estimated({**places((0, 0)), "walls": wall})
    assert found.metres[0] == pytest.approx(2 * math.hypot(50, 30) * 1.3)


def canal() -> dict:
    return {"land": boxes(("water", (40, -2000, 60, 2000)), names=("use",))}


def test_water_without_a_bridge_all_around_is_no_route():
    moat = ((-60, -60, -40, 60), (40, -60, 60, 60), (-60, -60, 60, -40), (-60, 40, 60, 60))
    found = estimated({**places((0, 0)), "land": boxes(*(("water", box) for box in moat), names=("use",))})
    assert why(found) == "no_route"
    assert math.isnan(found.metres[0])


def test_a_bridge_is_the_way_across():
    # To the bank at (40, 30) 50 m, over the bridge 20 m, from (60, 30) 50 m.
    street = lines(("S1", [(30, 30), (70, 30)]))
    found = estimated({**places((0, 0)), **canal(), "streets": street})
    assert found.metres[0] == pytest.approx(120 * 1.3)


def test_a_street_that_nobody_may_walk_is_no_bridge():
    street = lines(("S1", "no", [(30, 30), (70, 30)]), names=("street_id", "walkable"))
    found = estimated({**places((0, 0)), **canal(), "streets": street})
    # The canal's end is 2 km away: twice that is more than was looked for.
    assert why(found) == "too_far"
    assert math.isnan(found.metres[0])


def estate(opening: str) -> dict:
    """A walled square around the home, its gate in the west: the shop stands in the east."""
    return {
        "walls": rings(("W1", "园", (-40, -30, 40, 30))),
        "estates": boxes(("E1", "园", "yes", (-40, -30, 40, 30)), names=("estate_id", "name", "gated")),
        "gates": points(("G1", "园", opening, (-40, 0)), names=("gate_id", "estate", "open")),
    }


# 40 m to the gate, 30 m to the corner, 80 m along the wall, and √(60² + 30²) to the shop.
THROUGH_THE_GATE = (40 + 30 + 80 + math.hypot(60, 30)) * 1.3


@pytest.mark.parametrize("opening", ["all", "unknown", "residents"])
def test_a_home_leaves_through_its_gate(opening):
    assert estimated({**places((0, 0)), **estate(opening)}).metres[0] == pytest.approx(THROUGH_THE_GATE)


def test_a_closed_gate_is_the_reason():
    assert why(estimated({**places((0, 0)), **estate("closed")})) == "behind_gate"


def test_visitors_do_not_come_in_by_a_gate_for_residents():
    town = {**places((100, 0), shop=(0, 0)), **estate("residents")}
    assert why(estimated(town)) == "behind_gate"


def test_an_unknown_gate_is_not_certain():
    town = {**places((0, 0)), **estate("unknown")}
    assert not estimate_coverage(**town, settings=ESTIMATE).certain.any()


def test_walls_without_a_gate_are_no_route():
    town = {**places((0, 0)), "walls": estate("all")["walls"]}
    assert why(estimated(town)) == "no_route"


def test_two_sheets_of_water_that_touch_leave_no_seam_to_walk_on():
    sheets = boxes(("water", (40, -900, 50, 900)), ("water", (50, -900, 60, 900)), names=("use",))
    town = {**places((0, 0)), "land": sheets}
    assert math.isnan(estimated(town).metres[0])


def test_who_stands_in_water_may_leave_it():
    assert estimated({**places((50, 0)), **canal()}).metres[0] == pytest.approx(65)


def test_an_estimate_gives_no_verdict_whatever_its_share():
    run = settings(replace(category(limit=1000, unit="m"), target=0.9), method="estimate")
    town = places(*((0, k) for k in range(6)))
    decided = service_coverage(**town, settings=run)
    assert decided.summary["rate"].tolist() == [1.0]
    assert decided.summary["verdict"].tolist() == ["no_data"]
    assert set(decided.ledger["method"]) == {"estimate"}


def test_round_trips_through_one_way_gates_are_refused():
    run = settings(category(limit=1000, unit="m"), method="estimate", direction="round_trip")
    with pytest.raises(InputError, match="cannot walk round trips through gates that open for residents only"):
        estimated({**places((0, 0)), **estate("residents")}, run)
