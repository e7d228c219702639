"""Estimates against a plain visibility graph on random small towns with walls, gates, water and bridges."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from community3d.processing.engine.estimate import HORIZON, estimate_coverage
from community3d.processing.engine.ledger import REASONS
from hypothesis import HealthCheck, Phase, given, note
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from .plane_oracle import PlaneOracle, PlaneTown
from .towns import boxes, category, lines, points, rings, settings

FACTOR = 1.3
PLACES = st.tuples(st.integers(-2, 24), st.integers(-2, 24)).map(lambda p: (p[0] * 10_000, p[1] * 10_000))
OPEN = st.sampled_from(["all", "residents", "closed", "unknown"])


def apart(box: tuple, others: list[tuple]) -> bool:
    return all(box[2] < o[0] - 1000 or box[0] > o[2] + 1000 or box[3] < o[1] - 1000 or box[1] > o[3] + 1000 for o in others)


@st.composite
def plane_towns(draw) -> PlaneTown:
    homes = {f"H{k}": xy for k, xy in enumerate(draw(st.lists(PLACES, min_size=1, max_size=5)))}
    facilities = {f"F{k}": xy for k, xy in enumerate(draw(st.lists(PLACES, min_size=1, max_size=4)))}
    town = PlaneTown(homes, facilities)
    taken: list[tuple] = []
    for name in ("园", "苑", "里")[: draw(st.integers(0, 3))]:
        left, low = draw(st.integers(0, 18)) * 10_000 + 3_370, draw(st.integers(0, 18)) * 10_000 + 4_610
        box = (left, low, left + draw(st.integers(1, 9)) * 10_000 + 290, low + draw(st.integers(1, 9)) * 10_000 + 830)
        if apart(box, taken):
            taken.append(box)
            town.estates[name] = box
            for side in draw(st.lists(st.integers(0, 3), max_size=3, unique=True)):
                share = draw(st.integers(1, 99))
                x, y = box[0] + (box[2] - box[0]) * share // 100, box[1] + (box[3] - box[1]) * share // 100
                town.gates.append((((x, box[1]), (box[2], y), (x, box[3]), (box[0], y))[side], draw(OPEN), name))
    for _ in range(draw(st.integers(0, 2))):
        a, b = draw(PLACES), draw(PLACES)
        wall = ((a[0] + 1_230, a[1] + 2_410), (b[0] + 4_570, b[1] + 3_190))
        around = (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]) + 5_000, max(a[1], b[1]) + 5_000)
        if apart(around, taken):
            taken.append(around)
            town.walls.append(wall)
    if draw(st.booleans()):
        low = draw(st.integers(0, 22)) * 10_000 + 6_130
        west, east = draw(st.sampled_from([-400_410, 40_170])), draw(st.sampled_from([150_770, 700_770]))
        canal = (west, low, east, low + draw(st.sampled_from([3_300, 23_300])))
        if apart(canal, taken):
            town.water.append(canal)
            for x in draw(st.lists(st.integers(5, 14), max_size=2, unique=True)):
                town.bridges.append(((x * 10_000 + 410, canal[1]), (x * 10_000 + 410, canal[3])))
    return town


def metres(xy: tuple) -> tuple:
    return tuple(value / 1000 for value in xy)


def frames(town: PlaneTown) -> dict:
    found = {
        "doorplates": points(*((name, metres(xy)) for name, xy in town.homes.items()), names=("doorplate_id",)),
        "facilities": points(*((name, "shop", metres(xy)) for name, xy in town.facilities.items()), names=("facility_id", "services")),
        "streets": None,
    }
    walls = rings(*((f"W{name}", name, metres(box)) for name, box in town.estates.items()))
    if town.walls:
        free = lines(*((f"w{k}", None, [metres(a), metres(b)]) for k, (a, b) in enumerate(town.walls)), names=("wall_id", "estate"))
        walls = free if not len(walls) else pd.concat([walls, free], ignore_index=True)
    if len(walls):
        found["walls"] = walls
    if town.estates:
        named = ((f"id-{name}", name, "yes", metres(box)) for name, box in town.estates.items())
        found["estates"] = boxes(*named, names=("estate_id", "name", "gated"))
    if town.gates:
        named = ((f"G{k}", estate, opening, metres(xy)) for k, (xy, opening, estate) in enumerate(town.gates))
        found["gates"] = points(*named, names=("gate_id", "estate", "open"))
    if town.water:
        found["land"] = boxes(*(("water", metres(box)) for box in town.water), names=("use",))
    if town.bridges:
        # Streets begin and end a little beside the water.
        ways = ((f"S{k}", [metres((a[0], a[1] - 7_000)), metres((b[0], b[1] + 7_000))]) for k, (a, b) in enumerate(town.bridges))
        found["streets"] = lines(*ways)
    return found


def check(town: PlaneTown, limit: float, direction: str) -> None:
    note(f"{town} {limit} {direction}")
    run = settings(category(limit=limit, unit="m"), method="estimate", detour_factor=FACTOR, direction=direction)
    result = estimate_coverage(**frames(town), settings=run)
    found = result.found["shop"]
    stated, opened, shut = (PlaneOracle(town, rule, direction).nearest() for rule in ("as_stated", "all", "unknown_closed"))
    for row, (home, (facility, plane_m)) in enumerate(stated.items()):
        if plane_m <= HORIZON * limit / FACTOR - 1e-6:
            assert found.facility_id[row] == facility, home
            assert found.metres[row] == pytest.approx(plane_m * FACTOR, abs=1e-6), home
        elif town.walls or town.estates or town.water:
            assert math.isnan(found.metres[row]), home
        within = [walk[home][1] * FACTOR <= limit + 1e-6 for walk in (stated, opened, shut)]
        assert bool(found.ok[row]) == within[0], home
        if result.certain is not None:
            assert bool(result.certain[row, 0]) == within[2], home
        expected = "ok" if within[0] else "no_route" if math.isinf(opened[home][1]) else "behind_gate" if within[1] else "too_far"
        assert REASONS[found.why[row]] == expected, home


def examples(count: int):
    phases = (Phase.explicit, Phase.generate)
    return hypothesis_settings(max_examples=count, deadline=None, derandomize=True, phases=phases, suppress_health_check=list(HealthCheck))


TOWN = given(town=plane_towns(), limit=st.sampled_from([50, 150, 400, 3000]), direction=st.sampled_from(["to_facility", "from_facility"]))


@examples(60)
@TOWN
def test_estimate_equals_a_plain_visibility_graph(town, limit, direction):
    check(town, limit, direction)


@pytest.mark.long
@examples(100)
@TOWN
def test_many_estimates_equal_a_plain_visibility_graph(town, limit, direction):
    check(town, limit, direction)
