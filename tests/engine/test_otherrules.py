"""Asking other rules about gates only where they can matter equals searching them whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from community3d.processing.engine.coverage import Coverage, coverage
from community3d.processing.engine.deciding import limit_of, ranks, unit_of, within
from community3d.processing.engine.estates import points_of
from community3d.processing.engine.gates import ALL_OPEN, AS_STATED, UNKNOWN_CLOSED
from community3d.processing.engine.ground import Tables, ground, survey
from community3d.processing.engine.ledger import REASONS
from community3d.processing.engine.otherrules import OtherRule
from community3d.processing.engine.searcher import Searcher
from hypothesis import given
from hypothesis import strategies as st

from .test_against_oracle import examples, walled_towns
from .towns import boxes, category, lines, points, rings, settings, tables

BLOCK_M, SIDE = 60.0, 9
WORDS = ["all", "all", "residents", "closed", "unknown"]


def quarter(seed: int) -> dict:
    """A grid of streets with estates of 2 × 2 blocks, some without streets inside, and gates of all kinds in their walls."""
    generator = np.random.default_rng(seed)
    node = np.stack(np.meshgrid(np.arange(SIDE), np.arange(SIDE)), axis=-1) * BLOCK_M + generator.uniform(-8, 8, (SIDE, SIDE, 2))
    estates = [
        (f"E{k}", at[0] * BLOCK_M + 17.3, at[1] * BLOCK_M + 18.1) for k, at in enumerate([(0, 0), (3, 0), (0, 3), (3, 3), (5, 5), (5, 2)])
    ]
    boxes = {name: (x, y, x + generator.uniform(60, 110), y + generator.uniform(60, 110)) for name, x, y in estates}
    pairs = [(node[i, j], node[i, j + 1]) for i in range(SIDE) for j in range(SIDE - 1)]
    pairs += [(node[i, j], node[i + 1, j]) for i in range(SIDE - 1) for j in range(SIDE)]
    bare = [shapely.box(*boxes[name]).buffer(-1) for name in ("E1", "E4")]
    pairs = [pair for pair in pairs if generator.random() < 0.9 and not any(shapely.LineString(pair).intersects(box) for box in bare)]
    streets = [(f"s{k}", generator.choice([1.0, 0.7]), generator.choice([0.0, 0.0, 9.0]), pair) for k, pair in enumerate(pairs)]
    gates = []
    for name, box in boxes.items():
        ring = shapely.box(*box).exterior
        met = [at for *_, pair in streets for at in shapely.get_coordinates(shapely.LineString(pair).intersection(ring))]
        met += [ring.interpolate(share, normalized=True).coords[0] for share in generator.random(3)]
        gates += [(f"G{name}{k}", name, generator.choice(WORDS), at) for k, at in enumerate(met) if generator.random() < 0.7]
    homes, shops = (generator.uniform(0, (SIDE - 1) * BLOCK_M, (count, 2)) for count in (250, 12))
    return {
        "streets": lines(*streets, names=("street_id", "speed_factor", "penalty_s")),
        "doorplates": points(*((f"D{k}", at) for k, at in enumerate(homes)), names=("doorplate_id",)),
        "facilities": points(*((f"F{k}", f"c{k % 2}", at) for k, at in enumerate(shops)), names=("facility_id", "services")),
        "gates": points(*gates, names=("gate_id", "estate", "open")),
        "walls": rings(*((f"W{name}", name, box) for name, box in boxes.items())),
        "estates": rings(*((name, name, box) for name, box in boxes.items()), names=("estate_id", "name")).pipe(_filled),
    }


def _filled(frame):
    return frame.set_geometry(shapely.polygons(np.asarray(frame.geometry.array, dtype=object))).assign(gated="yes").set_crs(frame.crs)


def check(found: dict, chosen, categories: list[np.ndarray]) -> None:
    given_tables = Tables(*(found.get(name) for name in ("gates", "walls", "estates", "land")))
    site = survey(points_of(found["doorplates"]), points_of(found["facilities"]), found["streets"], given_tables, chosen)
    label, stated = ranks(found["facilities"]["facility_id"].to_numpy(dtype=object)), ground(site, AS_STATED)
    searcher = Searcher.on(stated, chosen.direction, label)
    for line, rows in zip(chosen.profile.categories, categories):
        unit, limit = unit_of(line), limit_of(line)
        answer, field = searcher.nearest(unit, rows)
        ok = within(answer.cost, limit)
        for rule, asked in ((ALL_OPEN, ~ok), (UNKNOWN_CLOSED, ok)):
            whole = Searcher.on(ground(site, rule), chosen.direction, label)
            expected = within(whole.cost(unit, rows, limit=limit), limit)
            other = OtherRule.of(site, rule, stated, direction=chosen.direction, label=label)
            homes, cost = other.costs(unit, rows, field, limit=limit, asked=asked)
            reached = ok.copy()
            reached[homes] = within(cost, limit)
            assert reached[asked].tolist() == expected[asked].tolist(), rule
        every = Searcher.on(ground(site, ALL_OPEN), chosen.direction, label)
        linked = np.isfinite(every.cost(unit, rows, limit=np.inf))
        assert OtherRule.of(site, ALL_OPEN, stated, direction=chosen.direction, label=label).linked(rows).tolist() == linked.tolist()


QUARTER = settings(category("near", limit=2), category("far", limit=400, unit="m"), snap_limit_m=120)
TOWN = given(walled_towns(), st.sampled_from([30.0, 90.0, 240.0]), st.sampled_from(["to_facility", "from_facility"]))


def check_quarter(seed: int, direction: str) -> None:
    check(quarter(seed), replace(QUARTER, direction=direction), [np.arange(0, 12, 2), np.arange(1, 12, 2)])


def check_town(town, limit_m: float, direction: str) -> None:
    found = tables(town)
    chosen = settings(category(limit=limit_m, unit="m"), speed_ms=town.speed, snap_limit_m=town.limit, direction=direction)
    check(found, chosen, [np.arange(len(found["facilities"]))])


@pytest.mark.parametrize(("seed", "direction"), list(enumerate(["to_facility", "from_facility", "round_trip", "to_facility"])))
def test_a_quarter_with_gates_of_all_kinds(seed, direction):
    check_quarter(seed, direction)


@examples(5)
@TOWN
def test_small_towns_with_walls_gates_and_water(town, limit_m, direction):
    check_town(town, limit_m, direction)


@pytest.mark.long
@pytest.mark.parametrize("direction", ["to_facility", "from_facility", "round_trip"])
@pytest.mark.parametrize("seed", range(4, 24))
def test_many_quarters(seed, direction):
    check_quarter(seed, direction)


@pytest.mark.long
@examples(300)
@TOWN
def test_many_small_towns(town, limit_m, direction):
    check_town(town, limit_m, direction)


def shop_behind_a_gate(opening: str) -> Coverage:
    # The shop stands in an estate without paths, whose only gate leads onto the street from (-300, -10) to (300, -10): 30 m
    # along the street, 2 m to the door and some 40 m to the shop. The street's ends are 270 m away, far beyond the limit of
    # 100 m, so that no node of the network tells the rules apart.
    return coverage(
        points(("D1", (30, -12)), names=("doorplate_id",)),
        points(("F1", "shop", (0, 20)), names=("facility_id", "services")),
        lines(("A", [(-300, -10), (300, -10)])),
        gates=points(("G1", "E", opening, (0, 0)), names=("gate_id", "estate", "open")),
        walls=rings(("W1", "E", (-20, 0, 20, 40))),
        estates=boxes(("E", "E", "yes", (-20, 0, 20, 40)), names=("estate_id", "name", "gated")),
        settings=settings(category(limit=100, unit="m")),
    )


def test_a_shop_whose_gate_is_shut_stays_behind_it_for_homes_on_the_gates_own_street():
    assert REASONS[shop_behind_a_gate("closed").found["shop"].why[0]] == "behind_gate"


def test_a_shop_whose_gate_is_unknown_is_not_certain_for_homes_on_the_gates_own_street():
    result = shop_behind_a_gate("unknown")
    assert (bool(result.found["shop"].ok[0]), bool(result.certain[0, 0])) == (True, False)
