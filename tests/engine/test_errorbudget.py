"""What open questions can move, worked out on paper."""

from __future__ import annotations

import pytest
from community3d.processing.engine.check import service_coverage

from .towns import category, lines, points, settings


def run(**more):
    # A street of 1,000 m with the shop at 0 m, 300 m count: near and beside are reached, far and lost are not.
    town = {
        "streets": lines(("S", [(0, 0), (1000, 0)])),
        "facilities": points(("F", "shop", (0, 0)), names=("facility_id", "services")),
        "doorplates": points(
            ("near", 10, (100, 0)), ("beside", 20, (100, 60)), ("far", 30, (900, 0)), ("lost", 40, (500, 900)),
            names=("doorplate_id", "households"),
        ),
    }  # fmt: skip
    return service_coverage(**{**town, **more}, settings=settings(category(limit=300, unit="m"))).figures


def moved(figures, cause: str, way: str) -> float:
    return figures[f"error_{cause}_{way}.shop"].value


def test_a_long_access_leg_may_be_wrong_either_way():
    figures = run()
    # Only the reached doorplate stands 60 m aside: 20 of 100 households.
    assert (moved(figures, "access", "down"), moved(figures, "access", "up")) == pytest.approx((0.2, 0.0))


def test_who_is_not_connected_might_be_reached():
    assert moved(run(), "connection", "up") == pytest.approx(0.4)


def test_given_households_move_nothing():
    assert moved(run(), "weights", "up") == moved(run(), "weights", "down") == 0


def test_default_households_may_be_half_or_twice():
    blank = points(("near", None, (100, 0)), ("far", 1, (900, 0)), names=("doorplate_id", "households"))
    figures = run(doorplates=blank)
    # One given household is not reached, one default one is: 1 of 2; half of it 0.5 of 1.5, twice 2 of 3.
    assert moved(figures, "weights", "down") == pytest.approx(1 / 2 - 1 / 3)
    assert moved(figures, "weights", "up") == pytest.approx(2 / 3 - 1 / 2)
