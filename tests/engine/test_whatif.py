"""A change tried on a finished run equals a whole run on the changed district."""

from __future__ import annotations

import pytest
import shapely
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.scenario import Change, changed_tables
from community3d.processing.engine.whatif import base_run, merged, try_changes
from hypothesis import given, note
from hypothesis import strategies as st

from .test_against_oracle import POINTS, examples, walled_towns
from .towns import ORIGIN, category, settings, tables


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


@examples(60)
@CHANGED_TOWN
def test_changes_equal_a_whole_run_on_the_changed_town(both, unit, limit, direction):
    check(*both, unit, limit * (1 if unit == "min" else 60), direction)


@pytest.mark.long
@examples(1000)
@CHANGED_TOWN
def test_a_thousand_changes_equal_a_whole_run(both, unit, limit, direction):
    check(*both, unit, limit * (1 if unit == "min" else 60), direction)
