"""Who can walk to which place within a limit, against the plain oracle and the ledger."""

from __future__ import annotations

import math

import numpy as np
import pytest
from community3d.layers.errors import InputError
from community3d.layers.penalties import NO_PENALTIES, with_penalties
from community3d.processing.engine.catchments import Paths, catchments
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.deciding import limit_of, unit_of
from community3d.processing.engine.estates import points_of
from community3d.processing.engine.gates import AS_STATED
from community3d.processing.engine.ground import Tables, ground, survey
from hypothesis import assume, given, note
from hypothesis import strategies as st

from .oracle import Oracle, Town
from .test_against_oracle import examples, hilly_towns, walled_towns
from .towns import category, relief, settings, tables

DIRECTIONS = ("to_facility", "from_facility", "round_trip")


def stated(town: Town, run):
    given = tables(town)
    barriers = Tables(*(given.get(name) for name in ("gates", "walls", "estates", "land")), relief=relief(town))
    site = survey(points_of(given["doorplates"]), points_of(given["facilities"]), given["streets"], barriers, run)
    return ground(site, AS_STATED)


def walked(town: Town, run, place=None) -> dict[tuple[str, str], float]:
    """The cost of each pair within the limit by the names of home and facility."""
    line = run.profile.categories[0]
    paths = Paths.of(stated(town, run), unit=unit_of(line), direction=run.direction)
    place = np.arange(len(town.facilities)) if place is None else np.array(place)
    found = catchments(paths, place, limit=limit_of(line))
    assert (np.diff(found.place.astype(np.int64) * found.homes + found.home) > 0).all()
    homes, names = list(town.homes), list(town.facilities)
    return {(homes[home], names[shop]): cost for home, shop, cost in zip(found.home, found.place, found.cost)}


def run_of(town: Town, unit: str, limit: float, direction: str):
    return settings(
        category(limit=limit, unit=unit),
        speed_ms=town.speed,
        hurries=town.hurries,
        snap_limit_m=town.limit,
        direction=direction,
        penalties=with_penalties(NO_PENALTIES, town.penalties),
    )


def of_oracle(town: Town, unit: str, direction: str) -> dict[tuple[str, str], float]:
    oracle = Oracle(town, "as_stated", direction)
    places = {name: oracle.ways(xy, visitor=True) for name, xy in town.facilities.items()}
    best: dict[tuple[str, str], float] = {}
    for home, xy in town.homes.items():
        for name, seconds, metres in [*oracle._inner_walks(xy), *oracle._walks(oracle.ways(xy), places, unit)]:
            cost = seconds if unit == "s" else metres
            best[home, name] = min(cost, best.get((home, name), math.inf))
    return best


def check(town: Town, unit: str, limit: float, direction: str) -> None:
    note(f"{town} {unit} {limit} {direction}")
    run = run_of(town, unit, limit, direction)
    try:
        found = walked(town, run)
        ledger = coverage(**tables(town), relief=relief(town), settings=run).found["shop"]
    except InputError as error:
        assume("has no heights" not in str(error))
        raise
    most = limit_of(run.profile.categories[0])
    expected = {pair: cost for pair, cost in of_oracle(town, "s" if unit == "min" else "m", direction).items() if cost <= most}
    assert found == pytest.approx(expected, abs=1e-6)
    # The ledger's nearest is the least of the pairs, and who reaches none in the ledger has no pair.
    cost = ledger.minutes * 60 if unit == "min" else ledger.metres
    for row, home in enumerate(town.homes):
        own = [walk for (who, _), walk in found.items() if who == home]
        assert bool(own) == bool(ledger.ok[row])
        assert not own or min(own) == pytest.approx(cost[row], abs=1e-6)


@examples(6)
@given(town=walled_towns(), unit=st.sampled_from(["min", "m"]), limit=st.integers(1, 5), direction=st.sampled_from(DIRECTIONS))
def test_pairs_in_walled_towns_equal_the_oracle(town, unit, limit, direction):
    check(town, unit, limit * (1 if unit == "min" else 60), direction)


@examples(3)
@given(town=hilly_towns(), limit=st.integers(1, 5), direction=st.sampled_from(DIRECTIONS))
def test_pairs_in_hilly_towns_equal_the_oracle(town, limit, direction):
    check(town, "min", limit, direction)


@pytest.mark.long
@examples(300)
@given(town=walled_towns(), unit=st.sampled_from(["min", "m"]), limit=st.integers(1, 5), direction=st.sampled_from(DIRECTIONS))
def test_many_pairs_in_walled_towns_equal_the_oracle(town, unit, limit, direction):
    check(town, unit, limit * (1 if unit == "min" else 60), direction)


@pytest.mark.long
@examples(100)
@given(town=hilly_towns(), limit=st.integers(1, 5), direction=st.sampled_from(DIRECTIONS))
def test_many_pairs_in_hilly_towns_equal_the_oracle(town, limit, direction):
    check(town, "min", limit, direction)
