"""How firm answers are, worked out on paper."""

from __future__ import annotations

import pytest
from community3d.processing.engine.check import service_coverage

from .towns import category, lines, points, settings

# A street of 1,000 m with the shop at 0 m; 5 minutes at 1 m/s are 300 m, at 0.9 m/s 270 m, at 1.1 m/s 330 m.
STREET = {
    "streets": lines(("S", [(0, 0), (1000, 0)])),
    "facilities": points(("F", "shop", (0, 0)), names=("facility_id", "services")),
    "doorplates": points(
        ("near", 10, (200, 0)), ("slow", 20, (280, 0)), ("quick", 30, (320, 0)), ("far", 40, (400, 0)),
        names=("doorplate_id", "households"),
    ),
}  # fmt: skip


def run(**more):
    return service_coverage(**{**STREET, **more}, settings=settings(category(limit=5), sensitivity=True, snap_limit_m=100))


def test_speed_makes_answers_borderline_on_both_sides_of_the_limit():
    ledger = run().ledger.set_index("doorplate_id")
    assert ledger["shop_firm"].to_dict() == {"near": "covered", "slow": "borderline", "quick": "borderline", "far": "not_covered"}


def test_the_share_of_borderline_households_is_a_figure():
    figures = run().figures
    # slow and quick: 50 of 100 households; at 0.9 m/s only near is covered, at 1.1 m/s near, slow and quick.
    assert figures["BORDERLINE"].value == pytest.approx(0.5)
    assert figures["borderline.shop"].value == pytest.approx(0.5)
    assert figures["rate_slower.shop"].value == pytest.approx(0.1)
    assert figures["rate_faster.shop"].value == pytest.approx(0.6)


def test_the_snap_limit_makes_a_distant_doorplate_borderline():
    # 60 m beside the street: connected at 100 and 150 m, not at 50 m; 120 m: connected at 150 m only. Both within 5 minutes.
    beside = points(("a", 10, (50, 60)), ("b", 30, (50, 120)), ("c", 60, (50, 10)), names=("doorplate_id", "households"))
    decided = run(doorplates=beside)
    assert decided.ledger["shop_firm"].tolist() == ["borderline", "borderline", "covered"]
    assert decided.figures["rate_snap_low.shop"].value == pytest.approx(0.6)
    assert decided.figures["rate_snap_high.shop"].value == pytest.approx(1.0)


def test_a_category_that_is_not_judged_is_not_tested():
    # No park is there and no survey says that there is none.
    decided = service_coverage(**STREET, settings=settings(category(), category("park"), sensitivity=True))
    assert decided.ledger["park_firm"].tolist() == [None] * 4
    assert decided.figures["borderline.park"].value is None


def test_without_the_test_the_ledger_has_no_such_column():
    ledger = service_coverage(**STREET, settings=settings(category(limit=5))).ledger
    assert "shop_firm" not in ledger
