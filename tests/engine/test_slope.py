"""Slopes by figures worked out on paper: factors, cuts, bridges, unknown heights, directions, delays of kinds."""

from __future__ import annotations

import math

import numpy as np
import pytest
from community3d.layers.elevation import Relief, relief_of
from community3d.layers.errors import InputError
from community3d.layers.penalties import NO_PENALTIES, parse_penalties
from community3d.layers.profiles import walker
from community3d.layers.progress import Silent
from community3d.layers.words import render
from community3d.processing.engine.agreement import agreement
from community3d.processing.engine.check import service_coverage
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.isochrones import isochrones
from community3d.processing.engine.livingcircle import category_isochrones
from community3d.processing.engine.network import street_network
from community3d.processing.engine.slope import slope_ratio, with_slopes
from community3d.processing.engine.streets import street_levels

from .oracle import Town
from .towns import ORIGIN, category, lines, points, settings, tables

UP, DOWN = math.exp(-3.5 * 0.10), math.exp(-3.5 * 0.0)  # 10 % up; 10 % down lies as far from Tobler's best 5 % as the flat does


def relief_from(height, *, cell_m: float = 10.0, size: int = 100, nodata=lambda x, y: False) -> Relief:
    """Heights height(x, y) at the middles of cells around the town's origin."""
    west, north = -100.0, 500.0
    x = west + cell_m * (np.arange(size) + 0.5)
    y = north - cell_m * (np.arange(size) + 0.5)
    rows = [[math.nan if nodata(a, b) else height(a, b) for a in x] for b in y]
    return relief_of(np.array(rows), west_m=west + ORIGIN[0], north_m=north + ORIGIN[1], cell_m=cell_m, name="hill.tif")


PLANE = relief_from(lambda x, y: x / 10)  # 10 % up to the east


def sloped(*rows, relief: Relief = PLANE, hurries: bool = True, names: tuple[str, ...] = ("street_id",)):
    streets = lines(*rows, names=names)
    network = street_network(streets, walker=walker("planning"))
    return with_slopes(network, relief, street_levels(streets)[network.street], hurries_downhill=hurries)


def minutes(
    home: tuple[float, float], shop: tuple[float, float], *streets: tuple, relief: Relief | None = PLANE, names=("street_id",), **more
):
    """Seconds and metres from a home to a shop."""
    found = coverage(
        points(("H", home), names=("doorplate_id",)),
        points(("F", "shop", shop), names=("facility_id", "services")),
        lines(*streets, names=names),
        relief=relief,
        settings=settings(category(), **more),
    ).found["shop"]
    return found.minutes[0] * 60, found.metres[0]


ROAD = ("A", [(0, 0), (100, 0)])


def test_the_ratio_to_the_flat_is_tobler_s():
    # 6 exp(-3.5 |s + 0.05|) over 6 exp(-3.5 * 0.05): exp(-0.175) up 5 %, exp(-0.35) up 10 %, best at 5 % down.
    found = slope_ratio(np.array([0.0, 0.05, 0.10, -0.05, -0.10, -0.15]))
    assert found == pytest.approx([1, 0.8395, 0.7047, 1.1912, 1.0, 0.8395], abs=1e-4)


def test_slopes_steeper_than_stairs_are_noise():
    assert slope_ratio(np.array([5.0, -5.0])) == pytest.approx(slope_ratio(np.array([0.6, -0.6])), abs=0)


def test_who_does_not_hurry_walks_downhill_as_on_the_flat():
    assert slope_ratio(np.array([-0.05, 0.10]), hurries_downhill=False) == pytest.approx([1, 0.7047], abs=1e-4)
    assert not walker("older").hurries_downhill
    assert not walker("frail").hurries_downhill


def test_a_hundred_metres_at_ten_per_cent_take_142_seconds_up_and_100_down():
    # At 1 m/s: 100 / exp(-0.35) = 141.9 s up; down 10 % is as fast as the flat.
    assert minutes((0, 0), (100, 0), ROAD) == pytest.approx((141.9068, 100), abs=1e-4)
    assert minutes((100, 0), (0, 0), ROAD) == pytest.approx((100, 100), abs=1e-6)


def test_metres_are_those_of_the_plan():
    assert minutes((100, 0), (0, 0), ROAD)[1] == pytest.approx(100, abs=1e-9)


def test_directions_tell_up_from_down():
    # Home below, shop above: there 141.9 s, back 100 s, half of the trip 120.95 s.
    assert minutes((0, 0), (100, 0), ROAD, direction="from_facility")[0] == pytest.approx(100, abs=1e-6)
    assert minutes((0, 0), (100, 0), ROAD, direction="round_trip")[0] == pytest.approx((141.9068 + 100) / 2, abs=1e-4)


def test_the_slope_multiplies_with_the_kind_s_factor():
    # Steps at half the speed, 10 % up: 2 * 141.9 s.
    found = minutes((0, 0), (100, 0), ("A", "steps", [(0, 0), (100, 0)]), names=("street_id", "kind"))
    assert found[0] == pytest.approx(283.8135, abs=1e-4)


def test_access_legs_are_flat():
    assert minutes((0, 20), (100, 30), ROAD)[0] == pytest.approx(141.9068 + 20 + 30, abs=1e-4)


def test_a_part_of_an_even_slope_costs_its_share():
    assert minutes((25, 0), (75, 0), ROAD)[0] == pytest.approx(141.9068 / 2, abs=1e-4)


def test_the_faster_way_goes_round_the_hill():
    # Straight over a ridge of 30 m: 100 / exp(-1.05) + 100 / exp(-0.875) = 525.6 s; round it on the flat 360 m.
    ridge = relief_from(lambda x, y: 30 - abs(x - 100) * 0.3 if abs(y) < 25 and abs(x - 100) < 100 else 0.0)
    over, around = ("A", [(0, 0), (200, 0)]), ("B", [(0, 0), (0, 80), (200, 80), (200, 0)])
    found = minutes((0, 0), (200, 0), over, around, relief=ridge)
    assert found[1] == pytest.approx(360, abs=1e-9)
    assert minutes((0, 0), (200, 0), over, around, relief=None) == pytest.approx((200, 200), abs=1e-9)


def test_a_street_over_a_summit_is_cut_there():
    # 10 % up for 100 m to the middle of a cell, then 10 % down: from the summit half the way is all downhill.
    roof = relief_from(lambda x, y: 20 - abs(x - 105) / 10)
    network, cover = sloped(("A", [(5, 0), (205, 0)]), relief=roof)
    assert cover == 1
    assert network.length_m == pytest.approx([100, 100], abs=1e-6)
    assert network.forward_factor == pytest.approx([UP, DOWN], abs=1e-9)
    assert network.backward_factor == pytest.approx([DOWN, UP], abs=1e-9)


def test_an_even_slope_is_not_cut():
    network, _ = sloped(("A", [(0, 0), (400, 0)]))
    assert network.size == 1
    assert (network.forward_factor[0], network.backward_factor[0]) == pytest.approx((UP, DOWN), abs=1e-9)


def test_a_street_with_a_penalty_is_not_cut():
    roof = relief_from(lambda x, y: 20 - abs(x - 100) / 10)
    network, _ = sloped(("A", 30.0, [(0, 0), (200, 0)]), relief=roof, names=("street_id", "penalty_s"))
    assert network.size == 1


VALLEY = relief_from(lambda x, y: 20.0 if x < 0 or x > 200 else 0.0)


def test_a_bridge_runs_straight_over_the_valley():
    # Both ends lie 20 m high, 5 m beyond the rims of the valley between them.
    names = ("street_id", "level")
    flat = sloped(("A", 1, [(-5, 0), (205, 0)]), relief=VALLEY, names=names)[0]
    assert (flat.forward_factor[0], flat.backward_factor[0]) == (1, 1)
    ground = sloped(("A", 0, [(-5, 0), (205, 0)]), relief=VALLEY, names=names)[0]
    assert ground.forward_factor.min() < 0.5


def test_a_bridge_in_two_parts_is_one_slope():
    # From 20 m at x = -5 down to 0 m at x = 105 on the ground: 20 / 110, although its middle stands over the valley floor.
    valley = relief_from(lambda x, y: 20.0 if x < 0 else 0.0)
    rows = (("A", 1, [(-5, 0), (50, 0)]), ("B", 1, [(50, 0), (105, 0)]), ("C", 0, [(105, 0), (150, 0)]))
    network = sloped(*rows, relief=valley, names=("street_id", "level"))[0]
    down = slope_ratio(np.array([-20 / 110]))[0]
    assert network.forward_factor[:2] == pytest.approx([down, down], abs=1e-9)


def test_streets_without_heights_are_walked_as_flat_and_said():
    # Heights are known west of x = 100 only: street A has all of its own, B has none.
    half = relief_from(lambda x, y: x / 10, nodata=lambda x, y: x > 120)
    network, cover = sloped(ROAD, ("B", [(100, 0), (400, 0)]), relief=half)
    assert cover == pytest.approx(100 / 400, abs=1e-12)
    assert network.forward_factor == pytest.approx([UP, 1], abs=1e-9)


def test_partial_cover_is_a_problem_and_a_figure():
    half = relief_from(lambda x, y: x / 10, nodata=lambda x, y: x > 120)
    town = Town([], {"H": (0, 0)}, {"F": (100, 0)})
    frames = {**tables(town), "streets": lines(ROAD, ("B", [(100, 0), (400, 0)]))}
    found = service_coverage(**frames, relief=half, settings=settings(category()))
    assert found.figures["DEM_COVER"].value == pytest.approx(0.25, abs=1e-12)
    said = {problem.rule: render(problem.message, str) for problem in found.coverage.problems}
    assert said["no_height"] == "75 % of the street length has no height and is walked as flat."


def test_without_an_elevation_model_nothing_is_said_of_heights():
    found = service_coverage(**{**tables(Town([], {"H": (0, 0)}, {"F": (100, 0)})), "streets": lines(ROAD)}, settings=settings(category()))
    assert "DEM_COVER" not in found.figures


def test_a_model_without_any_height_is_refused():
    empty = relief_from(lambda x, y: 0.0, nodata=lambda x, y: True)
    with pytest.raises(InputError, match=r"The elevation model hill.tif has no heights under the streets"):
        sloped(ROAD, relief=empty)


def test_isochrones_reach_farther_downhill():
    # 100 s up at exp(-0.35) m/s are 70.5 m, down 100 m; of there and back together 200 / (1 + 1.419) = 82.7 m each way.
    streets = lines(("A", [(0, 0), (400, 0)]))
    place = points(("F", (200, 0)), names=("place_id",))
    for direction, west_m, east_m in (("to_facility", 70.469, 100), ("from_facility", 100, 70.469), ("round_trip", 82.676, 82.676)):
        run = settings(category(), direction=direction)
        found = isochrones(place, streets, limits=[100 / 60], unit="min", settings=run, relief=PLANE)
        west, _, east, _ = found.frame.geometry.iloc[0].bounds
        assert (west, east) == pytest.approx((ORIGIN[0] + 200 - west_m - 25, ORIGIN[0] + 200 + east_m + 25), abs=0.01)
        assert found.reached_km[100 / 60] * 1000 == pytest.approx(west_m + east_m, abs=0.01)
        assert found.dem_cover == 1


@pytest.mark.parametrize("direction", ["to_facility", "from_facility", "round_trip"])
def test_isochrone_and_ledger_differ_on_a_hill_by_the_width_of_the_band_only(direction):
    homes = points(*((f"H{x}", (x, 5)) for x in range(0, 400, 10)), names=("doorplate_id",))
    shop = points(("F", "shop", (200, 0)), names=("facility_id", "services"))
    run = settings(category(limit=2), direction=direction)
    found = service_coverage(homes, shop, lines(("A", [(0, 0), (400, 0)])), relief=PLANE, settings=run)
    agreed = agreement(found.coverage, category_isochrones(found.coverage, run), found.ledger, run)
    assert 0 < found.ledger["shop_ok"].sum() < len(homes)
    assert agreed.share > 0.8
    assert set(agreed.exceptions["cause"]) == {"band_width"}


# Delays of kinds

CROSSING = ("B", "traffic_signals", None, [(100, 0), (120, 0)])
KIND_NAMES = ("street_id", "kind", "penalty_s")
SIGNALS = parse_penalties("signal=30")


def test_a_kind_s_delay_counts_where_the_run_gives_it_seconds():
    streets = (("A", None, None, [(0, 0), (100, 0)]), CROSSING, ("C", None, None, [(120, 0), (200, 0)]))
    for penalties, seconds in ((SIGNALS, 230), (NO_PENALTIES, 200)):
        found = minutes((0, 0), (200, 0), *streets, relief=None, names=KIND_NAMES, penalties=penalties)
        assert found[0] == pytest.approx(seconds, abs=1e-9)


def test_a_crossing_with_a_node_in_its_middle_is_waited_at_once():
    # The carriageway meets it at 105 m: two edges share the 30 s, 7.5 and 22.5.
    crossing = ("B", "traffic_signals", None, [(100, 0), (105, 0), (120, 0)])
    streets = (("A", None, None, [(0, 0), (100, 0)]), crossing, ("C", None, None, [(120, 0), (200, 0)]))
    road = ("D", None, None, [(105, -50), (105, 0), (105, 50)])
    run = {"relief": None, "names": KIND_NAMES, "penalties": SIGNALS}
    assert minutes((0, 0), (200, 0), *streets, road, **run)[0] == pytest.approx(230, abs=1e-9)
    assert minutes((0, 0), (105, 50), *streets, road, **run)[0] == pytest.approx(155 + 7.5, abs=1e-9)


def test_a_street_s_own_penalty_wins_over_its_kind_s():
    streets = (
        ("A", None, None, [(0, 0), (100, 0)]),
        ("B", "traffic_signals", 0.0, [(100, 0), (120, 0)]),
        ("C", None, None, [(120, 0), (200, 0)]),
    )
    assert minutes((0, 0), (200, 0), *streets, relief=None, names=KIND_NAMES, penalties=SIGNALS)[0] == pytest.approx(200, abs=1e-9)


def test_a_factor_of_penalties_stands_for_the_kind_s():
    names = ("street_id", "kind", "speed_factor")
    for own, seconds in ((None, 250), (0.5, 200)):
        found = minutes(
            (0, 0), (100, 0), ("A", "steps", own, [(0, 0), (100, 0)]), relief=None, names=names, penalties=parse_penalties("steps=0.4")
        )
        assert found[0] == pytest.approx(seconds, abs=1e-9)


def test_partial_cover_is_told_with_the_problems_of_a_run_and_nowhere_else():
    class Heard(Silent):
        def warn(self, words: object) -> None:
            heard.append(words)

    heard: list[object] = []
    half = relief_from(lambda x, y: x / 10, nodata=lambda x, y: x > 120)
    streets = lines(ROAD, ("B", [(100, 0), (400, 0)]))
    frames = {**tables(Town([], {"H": (0, 0)}, {"F": (100, 0)})), "streets": streets}
    service_coverage(**frames, relief=half, settings=settings(category()), progress=Heard())
    places = frames["doorplates"].rename(columns={"doorplate_id": "place_id"})
    bands = isochrones(places, streets, limits=[1], unit="min", settings=settings(category()), relief=half, progress=Heard())
    assert heard == []
    assert [problem.rule for problem in bands.problems] == ["no_height"]
