"""A change tried on a finished run equals a whole run on the changed district."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.processing.engine.capacitychange import places_changed
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.gains import changed_doorplates, totals
from community3d.processing.engine.scenario import Change, changed_tables, read_scenario
from community3d.processing.engine.whatif import base_run, merged, try_changes
from hypothesis import given, note
from hypothesis import strategies as st

from .test_against_oracle import POINTS, examples, walled_towns
from .towns import ORIGIN, boxes, category, lines, points, rings, settings, tables


def at(x: float, y: float) -> shapely.Point:
    return shapely.Point(x + ORIGIN[0], y + ORIGIN[1])


@st.composite
def scenarios(draw, town) -> list[Change]:
    changes = []
    for name in draw(st.lists(st.sampled_from(sorted(town.facilities)), max_size=2, unique=True)):
        if draw(st.booleans()):
            changes.append(Change("close_facility", name))
        else:
            changes.append(Change("move_facility", name, place=at(*draw(POINTS))))
    new = draw(st.lists(st.sampled_from(["A0", "F0a", "Z0"]), max_size=2, unique=True))
    changes += [Change("add_facility", name, services="shop", place=at(*draw(POINTS))) for name in new]
    gates = draw(st.lists(st.integers(0, len(town.gates) - 1), max_size=2, unique=True)) if town.gates else []
    changes += [Change(draw(st.sampled_from(["open_gate", "close_gate"])), f"G{number}") for number in gates]
    return changes


@st.composite
def tried_towns(draw):
    town = draw(walled_towns())
    if draw(st.booleans()):
        for street in town.streets:
            street.penalty = 0.0
    return town, draw(scenarios(town))


def check(town, changes, unit: str, limit: float, direction: str) -> None:
    note(f"{town} {changes} {unit} {limit} {direction}")
    run = settings(category(limit=limit, unit=unit), speed_ms=town.speed, snap_limit_m=town.limit, direction=direction)
    given_tables = tables(town)
    base = base_run(given_tables, settings=run)
    found = merged(base, try_changes(base, changes))["shop"]
    whole = coverage(**changed_tables(given_tables, changes), settings=run).found["shop"]
    assert found.facility_id.tolist() == whole.facility_id.tolist()
    assert found.metres == pytest.approx(whole.metres, abs=1e-6, nan_ok=True)
    assert found.minutes == pytest.approx(whole.minutes, abs=1e-6, nan_ok=True)
    for name in ("ok", "judged", "why"):
        assert getattr(found, name).tolist() == getattr(whole, name).tolist(), name


CHANGED_TOWN = given(
    both=tried_towns(),
    unit=st.sampled_from(["min", "m"]),
    limit=st.integers(1, 5),
    direction=st.sampled_from(["to_facility", "to_facility", "from_facility", "round_trip"]),
)


@examples(25)
@CHANGED_TOWN
def test_changes_equal_a_whole_run_on_the_changed_town(both, unit, limit, direction):
    check(*both, unit, limit * (1 if unit == "min" else 60), direction)


@pytest.mark.long
@examples(300)
@CHANGED_TOWN
def test_many_changes_equal_a_whole_run(both, unit, limit, direction):
    check(*both, unit, limit * (1 if unit == "min" else 60), direction)


# A street of 1,000 m, a doorplate every 100 m with 10 households each, a shop at 0 m; 300 m count.
def high_street(**more):
    return {
        "streets": lines(("S", [(0, 0), (1000, 0)])),
        "doorplates": points(*((f"D{k:02}", 10, (100 * k, 0)) for k in range(11)), names=("doorplate_id", "households")),
        "facilities": points(("F0", "shop", (0, 0)), names=("facility_id", "services")),
        **more,
    }


RUN = settings(category(limit=300, unit="m"))


def test_a_second_shop_covers_its_neighbours():
    # F0 covers 0, 100, 200, 300 m; a shop at 800 m covers 500 to 1,000 m: six doorplates, 60 households.
    base = base_run(high_street(), settings=RUN)
    tried = try_changes(base, [Change("add_facility", "F1", services="shop", place=at(800, 0))])
    whole = totals(base, tried).set_index("level").loc["all"]
    assert (whole["before"], whole["gained"], whole["lost"], whole["after"]) == (40, 60, 0, 100)
    assert (whole["rate_before"], whole["rate_after"]) == pytest.approx((4 / 11, 10 / 11))


def test_only_who_is_nearer_to_the_new_shop_is_asked_again():
    base = base_run(high_street(), settings=RUN)
    tried = try_changes(base, [Change("add_facility", "F1", services="shop", place=at(800, 0))])
    changed = changed_doorplates(base, tried).set_index("doorplate_id")
    # 500 m is 500 from F0 and 300 from F1.
    columns = ["shop_change", "shop_id_before", "shop_id", "shop_m_before", "shop_m"]
    assert changed.loc["D05", columns].tolist() == ["gained", "F0", "F1", 500, 300]
    # 400 m is as far from both: the smaller id stays, nothing changes.
    assert changed.index.tolist() == ["D05", "D06", "D07", "D08", "D09", "D10"]


def test_closing_the_only_shop_leaves_nobody_covered():
    base = base_run(high_street(), settings=RUN)
    whole = totals(base, try_changes(base, [Change("close_facility", "F0")])).set_index("level").loc["all"]
    assert (whole["before"], whole["lost"], whole["after"]) == (40, 40, 0)
    assert np.isnan(whole["rate_after"])


def test_a_change_that_reaches_nobody_leaves_what_is_unknown_unknown():
    # Nobody surveyed parks; a capacity alone asks no doorplate again.
    run = settings(category(limit=300, unit="m"), category("park", limit=300, unit="m"))
    base = base_run(high_street(), settings=run)
    whole = totals(base, try_changes(base, [Change("set_capacity", "F0", capacity=9.0)])).set_index(["level", "category"]).loc["all"]
    assert whole.loc["shop", ["rate_before", "rate_after"]].tolist() == pytest.approx([4 / 11, 4 / 11])
    assert whole.loc["park", ["rate_before", "rate_after"]].isna().all()


def with_places(capacity):
    # 10 residents every 100 m; 300 m count: 40 people can walk to F0.
    homes = points(*((f"D{k:02}", 10, (100 * k, 0)) for k in range(11)), names=("doorplate_id", "residents"))
    return high_street(doorplates=homes, facilities=points(("F0", "shop", capacity, (0, 0)), names=("facility_id", "services", "capacity")))


def test_more_places_serve_more_people_and_never_more_than_come():
    base = base_run(with_places(12.0), settings=RUN)
    found = places_changed(base, [Change("set_capacity", "F0", capacity=25.0)])
    assert (found.before, found.after) == (pytest.approx({"shop": 12}), pytest.approx({"shop": 25}))
    # 40 people come, so 60 of 100 places stay empty.
    assert places_changed(base, [Change("set_capacity", "F0", capacity=100.0)]).after == pytest.approx({"shop": 40})
    assert places_changed(base, [Change("close_facility", "F0")]) is None


def test_a_second_shop_and_fewer_places_are_counted_together():
    # F0 keeps 5 places; F1 at 1,000 m has 20 places for 40 people.
    base = base_run(with_places(12.0), settings=RUN)
    new = Change("add_facility", "F1", services="shop", capacity=20.0, place=at(1000, 0))
    assert places_changed(base, [Change("set_capacity", "F0", capacity=5.0), new]).after == pytest.approx({"shop": 25})


def test_the_first_capacity_has_no_before():
    base = base_run(with_places(None), settings=RUN)
    found = places_changed(base, [Change("set_capacity", "F0", capacity=25.0)])
    assert (found.before, found.after) == ({"shop": None}, pytest.approx({"shop": 25}))


def test_a_capacity_that_can_change_nothing_is_refused():
    tables_ = high_street(facilities=points(("F0", "shop", (0, 0)), ("P", "park", (0, 0)), names=("facility_id", "services")))
    with pytest.raises(InputError, match="Facility P: set_capacity changes nothing, because no category of the profile own counts it"):
        places_changed(base_run(tables_, settings=RUN), [Change("set_capacity", "P", capacity=25.0)])
    base = base_run(high_street(), settings=replace(RUN, method="estimate"))
    with pytest.raises(InputError, match="set_capacity needs walks along streets"):
        places_changed(base, [Change("set_capacity", "F0", capacity=25.0)])


def test_a_new_street_joins_the_old_ones_it_nearly_touches():
    # The home stands on a lane 50 m north of the street; the new path ends 1 m short of both.
    tables_ = high_street(
        streets=lines(("S", [(0, 0), (1000, 0)]), ("T", [(0, 50), (100, 50)])),
        doorplates=points(("H", 1, (50, 50)), names=("doorplate_id", "households")),
    )
    base = base_run(tables_, settings=RUN)
    assert base.decided.ledger["shop_why"].tolist() == ["no_route"]
    path = shapely.LineString([at(50, 1), at(50, 49)])
    tried = try_changes(base, [Change("add_street", "N", place=path)])
    # 50 m down the path and 50 m along the street.
    assert tried.after["shop"].metres.tolist() == pytest.approx([100])


def test_all_faults_of_a_scenario_are_said_at_once():
    rows = pd.DataFrame(
        {
            "action": ["bulldoze", "add_facility", "close_facility", "open_gate", "set_capacity"],
            "id": ["X", "F0", "F9", "G1", "F0"],
            "place": [None] * 5,
        }
    )
    with pytest.raises(InputError) as caught:
        read_scenario(rows, high_street())
    said = str(caught.value)
    for words in (
        "unknown action “bulldoze”",
        "the id F0 is in use already",
        "names no services",
        "needs a point",
        "no F9 among the facilities",
        "no G1 among the gates",
        "capacity of 0 or more",
        "F0 is changed by several rows",
    ):
        assert words in said


def test_ids_and_places_are_read_however_their_layer_holds_them():
    rows = gpd.GeoDataFrame(
        {"action": ["close_facility", "add_facility"], "id": [7.0, 8.0], "services": [None, "shop"]},
        geometry=[None, shapely.MultiPoint([at(800, 0)])],
    )
    numbered = high_street(facilities=points((7, "shop", (0, 0)), names=("facility_id", "services")))
    closed, added = read_scenario(rows, numbered)
    assert (closed.id, added.id, added.place) == ("7", "8", at(800, 0))


def test_a_place_that_is_no_point_is_refused():
    rows = pd.DataFrame({"action": ["add_facility"], "id": ["N"], "services": ["shop"], "place": [3.5]})
    with pytest.raises(InputError, match="add_facility needs a point"):
        read_scenario(rows, high_street())


def test_a_scenario_without_its_columns_or_rows_is_refused():
    with pytest.raises(InputError, match="lacks the column action"):
        read_scenario(pd.DataFrame({"id": ["A"]}), high_street())
    with pytest.raises(InputError, match="no rows"):
        read_scenario(pd.DataFrame({"action": [], "id": []}), high_street())


@pytest.mark.parametrize("direction", ["to_facility", "round_trip"])
def test_a_new_shop_far_from_any_path_is_named(direction):
    run = settings(category(limit=300, unit="m"), direction=direction)
    tried = try_changes(base_run(high_street(), settings=run), [Change("add_facility", "F1", services="shop", place=at(500, 900))])
    assert tried.not_connected == ("F1",)


def test_a_new_facility_of_a_type_that_nobody_knows_is_refused():
    changes = [
        Change("add_facility", "F1", services="shop", place=at(500, 0)),
        Change("add_facility", "F2", services="teleporter", place=at(500, 0)),
    ]
    with pytest.raises(InputError, match=r"F2.*teleporter"):
        try_changes(base_run(high_street(), settings=RUN), changes)


def test_a_new_street_that_nobody_may_walk_is_refused():
    rows = pd.DataFrame({"action": ["add_street"], "id": ["M"], "kind": ["motorway"], "place": ["LINESTRING (0 0, 1 1)"]})
    with pytest.raises(InputError, match="kind motorway cannot be walked"):
        read_scenario(rows, high_street())


def why_whole(tables_: dict, change: Change, **more: object) -> str | None:
    run = settings(category("shop", limit=300, unit="m"), **more)
    reason = try_changes(base_run(tables_, settings=run), [change]).why_whole
    return None if reason is None else str(reason)


def walled_street(opening: str, penalty_s: float) -> dict:
    """The high street with an estate from 250 to 550 m, its gate at 250 m."""
    return high_street(
        streets=lines(("S", penalty_s, [(0, 0), (1000, 0)]), names=("street_id", "penalty_s")),
        walls=rings(("W", "园", (250, -50, 550, 50))),
        gates=points(("G", "园", opening, (250, 0)), names=("gate_id", "estate", "open")),
        estates=boxes(("E", "园", "yes", (250, -50, 550, 50)), names=("estate_id", "name", "gated")),
    )


def test_a_whole_run_says_why_it_was_needed():
    close = Change("close_facility", "F0")
    assert why_whole(high_street(), close) is None
    assert (
        why_whole(high_street(), Change("add_street", "N", place=shapely.LineString([at(0, 0).coords[0], at(0, 90).coords[0]])))
        == "A change of streets changes the network itself."
    )
    assert why_whole(walled_street("closed", 0.0), close) is None
    delayed = "A street with a delay runs through a wall: a gate that opens there changes what the street costs."
    assert why_whole(walled_street("closed", 20.0), close) == delayed
    trips = "Round trips whose ways there and back differ are searched facility by facility."
    assert why_whole(walled_street("residents", 0.0), close, direction="round_trip") == trips
    assert why_whole(high_street(), close, method="estimate") == "An estimate by straight lines keeps no searches."
