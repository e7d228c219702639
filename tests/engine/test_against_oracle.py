"""The engine against a plain networkx oracle on random small towns, all features mixed."""

from __future__ import annotations

import math
import random

import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.layers.penalties import NO_PENALTIES, with_penalties
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.ledger import REASONS
from hypothesis import HealthCheck, Phase, assume, given, note
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from .oracle import Gate, Grid, Oracle, Street, Town, edges, reasons, rectangle, wall_crossings
from .towns import category, relief, settings, tables

VERTICES = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda p: (p[0] * 40.0, p[1] * 40.0))
POINTS = st.tuples(st.integers(-1, 18), st.integers(-1, 18)).map(lambda p: (p[0] * 10.0, p[1] * 10.0))
PHASES = (Phase.explicit, Phase.generate)
OPEN = st.sampled_from(["all", "residents", "closed", "unknown"])


@st.composite
def streets(draw) -> list[Street]:
    lines = draw(st.lists(st.lists(VERTICES, min_size=2, max_size=5).filter(lambda xy: len(set(xy)) > 1), min_size=1, max_size=7))
    found = []
    for number, xy in enumerate(lines):
        factor = draw(st.sampled_from([1.0, 1.0, 1.0, 0.5, 1.25]))
        penalty = draw(st.sampled_from([0.0, 0.0, 0.0, 15.0]))
        level = draw(st.sampled_from([0, 0, 0, 1]))
        if number and draw(st.integers(0, 9)) == 0:
            xy, factor, penalty, level = found[-1].xy[::-1], found[-1].factor, found[-1].penalty, found[-1].level
        if draw(st.integers(0, 6)) == 0:
            xy = xy + xy[-2::-1][: draw(st.integers(1, 4))]  # back the way it came
        found.append(Street(f"s{draw(st.integers(0, 99)):02}-{number}", xy, factor, penalty, level))
    return found


@st.composite
def hills(draw) -> Grid:
    """Heights that cover the town or a part of it, some of them unknown; no lattice point lies on a line between cells."""
    cell = draw(st.sampled_from([16.0, 25.0, 47.0]))
    size = int(260 / cell) + 2
    heights = random.Random(draw(st.integers(0, 10_000)))
    rows = [[heights.choice([10.0, heights.uniform(0, 30)]) for _ in range(size)] for _ in range(size)]
    for row, column in draw(st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=3)):
        rows[row][column] = math.nan
    return Grid(draw(st.sampled_from([-41.73, 15.27])), 211.71, cell, rows)


@st.composite
def hilly_towns(draw) -> Town:
    town = draw(walled_towns())
    town.relief, town.hurries = draw(hills()), draw(st.booleans())
    town.penalties = draw(st.sampled_from([{}, {"steps": 0.4}, {"signal": 30.0, "crossing": 10.0}]))
    for street in town.streets:
        street.kind = draw(st.sampled_from(["", "", "steps", "crossing", "traffic_signals"]))
        street.factor = draw(st.sampled_from([street.factor, None]))
        street.penalty = draw(st.sampled_from([street.penalty, None]))
    return town


@st.composite
def open_towns(draw) -> Town:
    homes = {f"H{k}": xy for k, xy in enumerate(draw(st.lists(POINTS, min_size=1, max_size=4)))}
    facilities = {f"F{k}": xy for k, xy in enumerate(draw(st.lists(POINTS, min_size=1, max_size=4)))}
    return Town(
        draw(streets()), homes, facilities, limit=draw(st.sampled_from([25.0, 60.0, 200.0])), speed=draw(st.sampled_from([1.0, 0.8, 1.4]))
    )


@st.composite
def walled_towns(draw) -> Town:
    town = draw(open_towns())
    for name in draw(st.sampled_from([("园",), ("园", "苑")])):
        left, low = draw(st.integers(0, 9)) * 10 + 3.37, draw(st.integers(0, 9)) * 10 + 4.61
        width, height = draw(st.integers(2, 8)) * 10 + 0.29, draw(st.integers(2, 8)) * 10 + 0.83
        box = (left, low, left + width, low + height)
        if not any(rectangle(box).buffer(5).intersects(rectangle(other).exterior) for other in town.estates.values()):
            town.estates[name] = box
            if draw(st.booleans()):
                # In the eastern wall, which the ring follows northwards.
                low_end, high_end = box[1] + 4.05 + draw(st.integers(0, 4)), box[3] - 4.05
                town.gaps[name] = ((box[2], low_end), (box[2], min(low_end + draw(st.integers(3, 11)), high_end)))
            town.gates += draw(gates(town, name))
    if draw(st.booleans()):
        low = draw(st.integers(0, 15)) * 10 + 6.13
        town.water.append((-50.41, low, 300.77, low + 3.3))
    return town


@st.composite
def gates(draw, town: Town, name: str) -> list[Gate]:
    box = town.estates[name]
    ring = rectangle(box).exterior
    lines = [shapely.LineString(xy) for _, xy, _, _ in edges(town.streets)]
    at = [line.interpolate(metres).coords[0] for line in lines for metres, _ in wall_crossings(line, ring, rectangle(box))]
    chosen = draw(st.lists(st.sampled_from(at), max_size=3, unique=True)) if at else []
    if name in town.gaps and draw(st.booleans()):
        a, b = town.gaps[name]
        chosen.append((a[0], a[1] + draw(st.sampled_from([0.07, 0.5, 0.93])) * (b[1] - a[1])))
    if draw(st.booleans()):
        chosen.append(ring.interpolate(draw(st.integers(1, 8)) / 9.07, normalized=True).coords[0])
    return [Gate(xy, draw(OPEN), name) for xy in chosen]


def answer(town: Town, unit: str, limit: float, direction: str):
    penalties = with_penalties(NO_PENALTIES, town.penalties)
    run = settings(
        category(limit=limit, unit=unit),
        speed_ms=town.speed,
        hurries=town.hurries,
        snap_limit_m=town.limit,
        direction=direction,
        penalties=penalties,
    )
    try:
        return coverage(**tables(town), relief=relief(town), settings=run)
    except InputError as error:
        assume("has no heights" not in str(error))
        raise


def check(town: Town, unit: str, limit: float, direction: str) -> None:
    note(f"{town} {unit} {limit} {direction}")
    result = answer(town, unit, limit, direction)
    found = result.found["shop"]
    search_unit = "s" if unit == "min" else "m"
    stated = Oracle(town, "as_stated", direction).nearest(search_unit)
    every_gate = Oracle(town, "all", direction)
    opened = every_gate.nearest(search_unit)
    shut = Oracle(town, "unknown_closed", direction).nearest(search_unit)
    why = reasons(every_gate, stated, opened, unit=search_unit, limit=(limit + 1e-6) * (60 if unit == "min" else 1))
    for row, (home, (facility, seconds, metres)) in enumerate(stated.items()):
        assert found.facility_id[row] == facility, home
        expected = (math.nan, math.nan) if facility is None else (metres, seconds)
        assert (found.metres[row], found.minutes[row] * 60) == pytest.approx(expected, abs=1e-6, nan_ok=True), home
        within = [(walk[1] / 60 if unit == "min" else walk[2]) <= limit + 1e-6 for walk in (stated[home], opened[home], shut[home])]
        assert bool(found.ok[row]) == within[0], home
        if result.certain is not None:
            assert bool(result.certain[row, 0]) == within[2], home
        assert REASONS[found.why[row]] == why[home], home


def examples(count: int):
    return hypothesis_settings(max_examples=count, deadline=None, derandomize=True, phases=PHASES, suppress_health_check=list(HealthCheck))


def test_a_place_on_a_street_that_turns_back_is_on_both_its_passes():
    # The home stands 42 m beside the street from (120, 160) to (0, 0) and back, at y 84.8. Water parts the shop from its own
    # foot: it sees the street from the bank at y 79.43 on, 19.58 m away. Between the two the street runs 6.71 m.
    streets = [Street("a", [(160, 120), (160, 0), (120, 160)]), Street("b", [(160, 0), (120, 160), (0, 0), (120, 160), (160, 0)])]
    town = Town(streets, {"H": (30, 110)}, {"F": (40, 80)}, water=[(-50.41, 76.13, 300.77, 79.43)])
    found = answer(town, "m", 500, "to_facility").found["shop"]
    assert found.metres[0] == pytest.approx(42 + (84.8 - 79.43) / 0.8 + math.hypot(79.43 * 0.75 - 40, 80 - 79.43), abs=1e-6)
    assert Oracle(town).nearest("m")["H"][2] == pytest.approx(found.metres[0], abs=1e-6)


OPEN_TOWN = given(town=open_towns(), unit=st.sampled_from(["min", "m"]), limit=st.integers(1, 5))
WALLED_TOWN = given(
    town=walled_towns(),
    unit=st.sampled_from(["min", "m"]),
    limit=st.integers(1, 5),
    direction=st.sampled_from(["to_facility", "from_facility"]),
)
HILLS = given(
    town=hilly_towns(),
    unit=st.sampled_from(["min", "min", "m"]),
    limit=st.integers(1, 5),
    direction=st.sampled_from(["to_facility", "from_facility"]),
)
HILLY_TRIPS = given(town=hilly_towns(), limit=st.integers(1, 5))
TRIPS = given(town=walled_towns(), limit=st.integers(1, 5))


@examples(40)
@OPEN_TOWN
def test_open_town_equals_the_oracle(town, unit, limit):
    check(town, unit, limit * (1 if unit == "min" else 60), "to_facility")


@examples(40)
@WALLED_TOWN
def test_town_with_walls_gates_and_water_equals_the_oracle(town, unit, limit, direction):
    check(town, unit, limit * (1 if unit == "min" else 60), direction)


@examples(10)
@TRIPS
def test_round_trips_equal_the_oracle(town, limit):
    check(town, "min", limit, "round_trip")


@examples(12)
@HILLS
def test_hilly_town_with_kinds_and_penalties_equals_the_oracle(town, unit, limit, direction):
    check(town, unit, limit * (1 if unit == "min" else 60), direction)


@examples(4)
@HILLY_TRIPS
def test_round_trips_over_hills_equal_the_oracle(town, limit):
    check(town, "min", limit, "round_trip")


@pytest.mark.long
@examples(400)
@HILLS
def test_many_hilly_towns_equal_the_oracle(town, unit, limit, direction):
    check(town, unit, limit * (1 if unit == "min" else 60), direction)


@pytest.mark.long
@examples(60)
@HILLY_TRIPS
def test_many_round_trips_over_hills_equal_the_oracle(town, limit):
    check(town, "min", limit, "round_trip")


@pytest.mark.long
@examples(600)
@OPEN_TOWN
def test_many_open_towns_equal_the_oracle(town, unit, limit):
    check(town, unit, limit * (1 if unit == "min" else 60), "to_facility")


@pytest.mark.long
@examples(600)
@WALLED_TOWN
def test_many_walled_towns_equal_the_oracle(town, unit, limit, direction):
    check(town, unit, limit * (1 if unit == "min" else 60), direction)


@pytest.mark.long
@examples(100)
@TRIPS
def test_many_round_trips_equal_the_oracle(town, limit):
    check(town, "min", limit, "round_trip")
