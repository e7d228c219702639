"""Places of a check: a street of 1,000 m, 10 residents every 100 m, a shop at 0 m with so many places; 300 m count."""

from __future__ import annotations

import pytest
from community3d.layers.errors import InputError
from community3d.layers.words import english, render
from community3d.processing.engine.check import service_coverage
from community3d.processing.engine.eligible import eligible
from community3d.processing.engine.measures import measures
from community3d.processing.engine.places import places_of

from .towns import category, lines, points, settings

RUN = settings(category(limit=300, unit="m"))


def street(capacity, more=()):
    facilities = points(("F0", "shop", capacity, (0, 0)), *more, names=("facility_id", "services", "capacity"))
    homes = points(*((f"D{k:02}", 10, 4, (100 * k, 0)) for k in range(11)), names=("doorplate_id", "residents", "households"))
    return service_coverage(homes, facilities, lines(("S", [(0, 0), (1000, 0)])), settings=RUN)


def places(decided, words=""):
    return places_of(decided, eligible(RUN.profile, words), RUN)


def test_twelve_places_for_forty_people():
    found = places(street(12.0))
    value = {name: figure.value for name, figure in found.figures.items()}
    # 40 of 110 live within 300 m: 12 find a place, 28 are too many, 70 are out of reach.
    assert [value[f"places_{name}.shop"] for name in ("need", "served", "over", "out_of_reach")] == pytest.approx([110, 12, 28, 70])
    assert (value["places_total.shop"], value["OVERLOADED"], value["IDLE"]) == (12, 1, 0)
    assert value["places_rate.shop"] == value["places_rate_high.shop"] == pytest.approx(12 / 110)
    assert "is assumed: shop=residents*1" in render(found.notes[0], english)


def test_who_needs_a_place_may_be_said():
    # One in four: 10 of 40 people need one of 12 places; nobody is too many and no note is needed.
    found = places(street(12.0), "shop=residents*0.25")
    assert found.figures["places_served.shop"].value == pytest.approx(10)
    assert found.figures["places_over.shop"].value == 0
    assert found.notes == ()


def test_places_are_proposed_for_those_who_find_none():
    decided = street(12.0)
    rows = measures(decided.ledger, decided.coverage.facilities_xy(), None, RUN, short=places(decided).short)
    row = rows[rows["measure"] == "capacity"].iloc[0]
    # Of 16 households within reach 28 in 40 find no place: 11.2. Coverage does not grow by places.
    assert row["affected"] == pytest.approx(11.2)
    assert row["gain"] != row["gain"]
    enough = street(40.0)
    rows = measures(enough.ledger, enough.coverage.facilities_xy(), None, RUN, short=places(enough).short)
    assert "capacity" not in set(rows["measure"])


def test_a_shop_that_states_no_capacity_may_serve_everybody():
    found = places(street(12.0, more=[("F1", "shop", None, (300, 0))]))
    # Everybody within reach of F0 can walk to F1 too.
    assert found.short["shop"].tolist() == [0.0] * 11
    assert found.figures["CAPACITY_UNKNOWN"].value == 1


def test_without_capacities_nothing_is_told():
    assert places(street(None)) is None
    # No doorplate states how many elderly live there.
    assert places(street(12.0), "shop=elderly") is None


def test_a_faulty_demand_is_refused():
    with pytest.raises(InputError, match="DEMAND"):
        places(street(12.0), "shop=cats")
