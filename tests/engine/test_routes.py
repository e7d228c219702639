"""The drawn walks are the ledger's own: random towns, then one fact at a time."""

from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.elevation import Relief, relief_of
from community3d.layers.penalties import Penalties
from community3d.layers.profiles import WALKERS, profile
from community3d.layers.sample.town import sample_town
from community3d.processing.engine.coverage import Coverage, coverage
from community3d.processing.engine.results import Settings
from community3d.processing.engine.routes import COLUMNS, Routes, routes
from hypothesis import given, note
from hypothesis import strategies as st

from .oracle import Oracle, Town
from .test_against_oracle import examples, open_towns, walled_towns
from .towns import ORIGIN, boxes, category, lines, points, rings, settings, tables

TABLES = ("doorplates", "facilities", "streets", "gates", "walls", "estates", "land", "surveys")
TDT = Settings(profile("tdt1063"), WALKERS["planning"])


def drawn(given: dict, run: Settings) -> tuple[Coverage, Routes]:
    found = coverage(**given, settings=run)
    return found, routes(found, given["streets"], gates=given.get("gates"), relief=given.get("relief"), settings=run)


def check(town: Town, unit: str, direction: str, heights: list[float] | None = None) -> None:
    note(f"{town} {unit} {direction} {heights}")
    run = settings(
        category(limit=2 if unit == "min" else 120, unit=unit), speed_ms=town.speed, snap_limit_m=town.limit, direction=direction
    )
    found, made = drawn({**tables(town), **hills(heights)}, run)
    reached = found.found["shop"]
    frame = made.frame
    per_home = 2 if direction == "round_trip" else 1
    there = ~np.isnan(reached.metres)
    assert len(frame) == per_home * there.sum()
    assert sum(made.not_drawn.values()) == (~there).sum()
    means = frame.groupby("doorplate_id", sort=False)[["m", "min"]].mean()
    assert means.index.tolist() == found.doorplates["doorplate_id"][there].tolist()
    assert means["m"].to_numpy() == pytest.approx(reached.metres[there], abs=1e-6)
    assert means["min"].to_numpy() * 60 == pytest.approx(reached.minutes[there] * 60, abs=1e-6)
    assert frame.groupby("doorplate_id", sort=False)["facility_id"].first().tolist() == reached.facility_id[there].tolist()
    assert frame[["access_m", "network_m", "facility_access_m"]].sum(axis=1).to_numpy() == pytest.approx(frame["m"].to_numpy(), abs=1e-6)
    seconds = frame["m"] / town.speed + frame["slow_s"] + frame["penalty_s"]
    assert seconds.to_numpy() == pytest.approx(frame["min"].to_numpy() * 60, abs=1e-6)
    pathless = Oracle(town).pathless_estate if town.estates else lambda xy: None
    streets = shapely.union_all([shapely.LineString(street.xy) for street in town.streets]).buffer(1e-5)
    for row in frame.itertuples():
        check_line(town, row, pathless, streets)


def hills(heights: list[float] | None) -> dict[str, Relief]:
    """A relief of 5 × 5 cells of 60 m over a town."""
    if heights is None:
        return {}
    return {"relief": relief_of(np.reshape(heights, (5, 5)), west_m=ORIGIN[0] - 60, north_m=ORIGIN[1] + 240, cell_m=60)}


def check_line(town: Town, row, pathless, streets: shapely.Geometry) -> None:
    home, shop = town.homes[row.doorplate_id], town.facilities[row.facility_id]
    ends = (shop, home) if row.way == "back" else (home, shop)
    if row.geometry is None:
        assert row.m == pytest.approx(0, abs=1e-6)
        return
    line = shapely.transform(row.geometry, lambda xy: xy - np.array(ORIGIN))
    assert math.dist(line.coords[0], ends[0]) == pytest.approx(0, abs=1e-6)
    assert math.dist(line.coords[-1], ends[1]) == pytest.approx(0, abs=1e-6)
    if pathless(home) is None and pathless(shop) is None:
        assert line.length == pytest.approx(row.m, abs=1e-5)
    else:
        assert line.length <= row.m + 1e-6
    assert shapely.difference(line, streets).length <= row.access_m + row.facility_access_m + 1e-3
    if all(street.level == 0 for street in town.streets):
        check_walls(town, line)


def check_walls(town: Town, line: shapely.LineString) -> None:
    gates = shapely.MultiPoint([gate.xy for gate in town.gates if gate.open != "closed"])
    for box in town.estates.values():
        inner, outer = (shapely.box(*box).buffer(metres, join_style="mitre") for metres in (-1e-3, 1e-3))
        for part in shapely.get_parts(line.intersection(outer.difference(inner))):
            if part.distance(inner) < 1e-7 and part.distance(outer.exterior) < 1e-7:  # from one side of the wall to the other
                assert gates.distance(part) < 2.1, part


HEIGHTS = st.lists(st.sampled_from([0.0, 3.0, 9.0, 20.0]), min_size=25, max_size=25)
UNITS = st.sampled_from(["min", "m"])
ONE_WAY = st.sampled_from(["to_facility", "from_facility"])
ANY_WAY = st.sampled_from(["to_facility", "from_facility", "round_trip"])


@examples(15)
@given(town=open_towns(), unit=UNITS, direction=ONE_WAY)
def test_walks_in_open_towns_are_the_ledger_s(town, unit, direction):
    check(town, unit, direction)


@examples(15)
@given(town=walled_towns(), unit=UNITS, direction=ONE_WAY)
def test_walks_in_walled_towns_are_the_ledger_s(town, unit, direction):
    check(town, unit, direction)


@examples(6)
@given(town=walled_towns(), unit=UNITS)
def test_round_trips_are_the_ledger_s(town, unit):
    check(town, unit, "round_trip")


@examples(10)
@given(town=walled_towns(), unit=UNITS, heights=HEIGHTS, direction=ANY_WAY)
def test_walks_over_hills_are_the_ledger_s(town, unit, heights, direction):
    check(town, unit, direction, heights)


@pytest.mark.long
@examples(300)
@given(town=open_towns(), unit=UNITS, direction=ONE_WAY)
def test_walks_in_many_open_towns_are_the_ledger_s(town, unit, direction):
    check(town, unit, direction)


@pytest.mark.long
@examples(300)
@given(town=walled_towns(), unit=UNITS, direction=ANY_WAY)
def test_walks_in_many_walled_towns_are_the_ledger_s(town, unit, direction):
    check(town, unit, direction)


@pytest.mark.long
@examples(100)
@given(town=walled_towns(), unit=UNITS, heights=HEIGHTS, direction=ANY_WAY)
def test_walks_over_many_hills_are_the_ledger_s(town, unit, heights, direction):
    check(town, unit, direction, heights)


@pytest.fixture(scope="module")
def town() -> gpd.GeoDataFrame:
    given = sample_town()
    found = coverage(**{name: given[name] for name in TABLES}, settings=TDT)
    made = routes(found, given["streets"], gates=given["gates"], settings=TDT)
    assert made.not_drawn == {"too_far": 3, "behind_gate": 3, "no_route": 27, "no_facility": 32, "not_snapped": 7}
    return made.frame.set_index(["doorplate_id", "category"])


def test_every_answer_of_the_sample_town_has_its_walk_or_is_counted(town):
    assert len(town) + 3 + 3 + 27 + 32 + 7 == 16 * 9


@pytest.mark.parametrize(
    ("doorplate", "name", "gates", "slowed_by"),
    [
        ("D01", "market", "", ""),
        ("D04", "market", "", "steps 60 m"),
        ("D01", "primary_school", "", "waiting 1×"),  # the bridge S06 costs 60 s
        ("D06", "park", "G02", ""),  # residents leave through (r)
        ("D06", "market", "G01", ""),
        ("D05", "market", "G04", ""),  # an estate without paths: straight to (a)
        ("D05", "elderly", "G04, G01", ""),  # out of 旧园, into 锦园
    ],
)
def test_gates_and_what_slows_a_walk_in_the_sample_town(town, doorplate, name, gates, slowed_by):
    row = town.loc[(doorplate, name)]
    assert (row["gates"], row["slowed_by"]) == (gates, slowed_by)


def test_the_columns_begin_with_those_of_the_design(town):
    assert list(COLUMNS[:6]) == ["doorplate_id", "category", "facility_id", "m", "min", "why"]
    assert [*town.index.names, *town.columns] == [*COLUMNS[:2], *COLUMNS[2:], "geometry"]


def test_a_walk_that_the_ledger_calls_behind_gate_is_the_long_way_round(town):
    row = town.loc[("D07", "elderly")]  # 110 m through (x), which is shut
    assert (row["m"], row["why"], row["ok"], row["gates"]) == (620, "behind_gate", False, "G01")
    assert row["detour"] == pytest.approx(620 / math.hypot(100, 46.9), abs=0.1)


def walk(streets: gpd.GeoDataFrame, home: tuple, *shop_xy: tuple, ids: str = "ABC", unit: str = "min", **run: object) -> gpd.GeoDataFrame:
    doorplates = points(("H", home), names=("doorplate_id",))
    shops = points(*((ids[k], "shop", xy) for k, xy in enumerate(shop_xy)), names=("facility_id", "services"))
    chosen = settings(category(limit=500, unit=unit), **run)
    return drawn({"doorplates": doorplates, "facilities": shops, "streets": streets}, chosen)[1].frame


def vertices(frame: gpd.GeoDataFrame, row: int = 0) -> list[tuple[float, float]]:
    xy = shapely.get_coordinates(frame.geometry.iloc[row]) - np.array(ORIGIN)
    return [tuple(point) for point in xy.round(6).tolist()]


STREET = lines(("A", [(0, 0), (100, 0), (100, 100)]))


def test_a_walk_along_one_street_keeps_its_corner_and_both_legs():
    frame = walk(STREET, (40, 10), (120, 50))
    assert vertices(frame) == [(40, 10), (40, 0), (100, 0), (100, 50), (120, 50)]
    row = frame.iloc[0]
    assert (row["access_m"], row["network_m"], row["facility_access_m"], row["m"]) == (10, 110, 20, 140)
    assert row["straight_m"] == pytest.approx(math.hypot(80, 40))
    assert row["detour"] == pytest.approx(140 / math.hypot(80, 40))


def test_a_walk_from_the_facility_is_drawn_from_there():
    frame = walk(STREET, (40, 10), (120, 50), direction="from_facility")
    assert frame["way"].tolist() == ["back"]
    assert vertices(frame) == [(120, 50), (100, 50), (100, 0), (40, 0), (40, 10)]


def test_a_round_trip_has_the_way_there_and_the_way_back():
    frame = walk(STREET, (40, 10), (120, 50), direction="round_trip")
    assert frame["way"].tolist() == ["there", "back"]
    assert vertices(frame, 0) == vertices(frame, 1)[::-1]


def test_a_facility_on_the_doorplate_is_to_the_street_and_back():
    assert vertices(walk(STREET, (40, 10), (40, 10))) == [(40, 10), (40, 0), (40, 10)]


def test_a_facility_on_the_doorplate_on_the_street_is_a_row_without_a_line():
    row = walk(STREET, (40, 0), (40, 0)).iloc[0]
    assert (row["m"], row["min"], row["geometry"]) == (0, 0, None)
    assert np.isnan(row["detour"])


def test_a_facility_exactly_on_a_node_ends_the_walk_there():
    crossing = pd.concat([STREET, lines(("B", [(100, 0), (200, 0)]))], ignore_index=True)
    frame = walk(crossing, (150, 0), (100, 0))
    assert vertices(frame) == [(150, 0), (100, 0)]
    assert frame["network_m"].tolist() == [50]


# From (0, 0) to (100, 0): 100 m of steps (200 s), or 160 m round them (160 s).
TWO_WAYS = lines(
    ("A", None, [(-10, 0), (0, 0)]),
    ("B", None, [(100, 0), (110, 0)]),
    ("R", None, [(0, 0), (0, 30), (100, 30), (100, 0)]),
    ("S", "steps", [(0, 0), (100, 0)]),
    names=("street_id", "kind"),
)


def test_in_minutes_the_fastest_way_is_drawn_with_its_own_metres():
    frame = walk(TWO_WAYS, (-10, 0), (110, 0), unit="min")
    assert vertices(frame) == [(-10, 0), (0, 0), (0, 30), (100, 30), (100, 0), (110, 0)]
    row = frame.iloc[0]
    assert (row["m"], row["min"] * 60, row["steps_m"], row["slowed_by"]) == pytest.approx((180, 180, 0, ""))


def test_in_metres_the_shortest_way_is_drawn_with_its_own_minutes():
    frame = walk(TWO_WAYS, (-10, 0), (110, 0), unit="m")
    assert vertices(frame) == [(-10, 0), (0, 0), (100, 0), (110, 0)]
    row = frame.iloc[0]
    assert (row["m"], row["min"] * 60, row["steps_m"], row["slow_s"], row["slowed_by"]) == pytest.approx(
        (120, 220, 100, 100, "steps 100 m")
    )


def test_a_wait_of_half_a_minute_turns_the_walk_in_minutes_only():
    # 100 m and 90 s, or 160 m in 160 s.
    slow = TWO_WAYS.assign(kind=None, penalty_s=[0, 0, 0, 90])
    for unit, metres, seconds, waits in (("min", 180, 180, ""), ("m", 120, 210, "waiting 1×")):
        row = walk(slow, (-10, 0), (110, 0), unit=unit).iloc[0]
        assert (row["m"], row["min"] * 60, row["slowed_by"]) == pytest.approx((metres, seconds, waits))


def slope_up_east(metres_per_metre: float) -> Relief:
    """Heights that rise to the east; 0 at x = 0."""
    x = np.arange(-300, 300, 10) + 5
    return relief_of(np.tile(x * metres_per_metre, (60, 1)), west_m=ORIGIN[0] - 300, north_m=ORIGIN[1] + 300, cell_m=10)


def test_what_one_climbs_there_one_does_not_climb_back():
    given = {
        "doorplates": points(("H", (0, 0)), names=("doorplate_id",)),
        "facilities": points(("F", "shop", (100, 0)), names=("facility_id", "services")),
        "streets": lines(("A", [(0, 0), (100, 0)])),
        "relief": slope_up_east(0.1),
    }
    frame = drawn(given, settings(category(limit=20), direction="round_trip"))[1].frame
    assert frame["climb_m"].tolist() == pytest.approx([10, 0])
    # Tobler: 3.5 · 10 % = 0.35 slower up; 3.5 · (5 % - 5 %) = 0 slower down.
    assert frame["slow_s"].tolist() == pytest.approx([100 * (math.exp(0.35) - 1), 0], abs=1e-6)
    assert frame["slowed_by"].tolist() == ["slope 100 m", ""]


def test_a_round_trip_over_a_hill_goes_another_way_home():
    # Down from 5 m to 0. S: 100 m, flat but for the last ten at 50 %: down 90 + 10·exp(1.4) = 130.6 s, up 90 + 10·exp(1.75) = 147.5 s.
    # N: 140 m at an even 1 in 28: down 140·exp(-0.125) = 123.6 s, up 140·exp(0.125) = 158.6 s.
    heights = np.zeros((3, 11))
    heights[2, :10] = 5  # y = 0; rows run from north to south
    heights[1, [0, 10]] = 5 - 5 / 14, 5 - 5 * 13 / 14
    heights[0] = 5 - 5 * np.arange(2, 13) / 14
    given = {
        "doorplates": points(("H", (0, 0)), names=("doorplate_id",)),
        "facilities": points(("F", "shop", (100, 0)), names=("facility_id", "services")),
        "streets": lines(("S", [(0, 0), (100, 0)]), ("N", [(0, 0), (0, 20), (100, 20), (100, 0)])),
        "relief": relief_of(heights, west_m=ORIGIN[0] - 5, north_m=ORIGIN[1] + 25, cell_m=10),
    }
    found, made = drawn(given, settings(category(limit=20), direction="round_trip"))
    there, back = made.frame.iloc[0], made.frame.iloc[1]
    assert (there["m"], there["min"] * 60, there["climb_m"]) == pytest.approx((140, 140 * math.exp(-0.125), 0), abs=1e-6)
    assert (back["m"], back["min"] * 60, back["climb_m"]) == pytest.approx((100, 90 + 10 * math.exp(1.75), 5), abs=1e-6)
    assert found.found["shop"].metres[0] == pytest.approx(120)  # half of both


def test_beyond_the_elevation_model_the_climb_is_not_known():
    given = {
        "doorplates": points(("H", (0, 0)), names=("doorplate_id",)),
        "facilities": points(("F", "shop", (500, 0)), names=("facility_id", "services")),
        "streets": lines(("A", [(0, 0), (100, 0)]), ("B", [(100, 0), (500, 0)])),
        "relief": slope_up_east(0.1),
    }
    assert np.isnan(drawn(given, settings(category(limit=20)))[1].frame["climb_m"].iloc[0])


def test_delays_of_kinds_are_told_by_their_kind():
    streets = lines(
        ("A", "residential", [(0, 0), (100, 0)]),
        ("X", "crossing", [(100, 0), (110, 0)]),
        ("B", "residential", [(110, 0), (200, 0)]),
        ("Y", "crossing", [(200, 0), (210, 0)]),
        ("C", "footbridge", [(210, 0), (300, 0)]),
        ("D", "residential", [(300, 0), (400, 0)]),
        names=("street_id", "kind"),
    )
    row = walk(streets, (50, 0), (350, 0), penalties=Penalties(seconds={"crossing": 10, "footbridge": 60})).iloc[0]
    assert row["slowed_by"] == "crossing 2×; footbridge 1×"
    assert (row["penalty_s"], row["min"] * 60) == pytest.approx((80, 380))


def test_of_facilities_equally_near_the_walk_to_the_smallest_id_is_drawn():
    # A ring of 400 m: both shops are 200 m away, each the other way round.
    ring = lines(("R", [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]), ("T", [(-50, 0), (0, 0)]), ("U", [(100, 100), (150, 150)]))
    for ids, end in (("AB", (100, 60)), ("BA", (60, 100))):
        frame = walk(ring, (-50, 0), (100, 60), (60, 100), ids=ids)
        assert frame["facility_id"].tolist() == ["A"]
        assert vertices(frame)[-1] == end


def test_of_two_streets_between_the_same_corners_the_walked_one_is_drawn():
    # The straight one is slow; both join the same nodes.
    twins = lines(
        ("A", 1.0, [(-10, 0), (0, 0)]),
        ("B", 1.0, [(100, 0), (110, 0)]),
        ("P", 0.2, [(0, 0), (100, 0)]),
        ("Q", 1.0, [(0, 0), (50, 20), (100, 0)]),
        names=("street_id", "speed_factor"),
    )
    assert (50, 20) in vertices(walk(twins, (-10, 0), (110, 0), unit="min"))
    assert (50, 20) not in vertices(walk(twins, (-10, 0), (110, 0), unit="m"))


def test_only_the_wanted_categories_are_drawn():
    given = sample_town()
    found = coverage(**{name: given[name] for name in TABLES}, settings=TDT)
    frame = routes(found, given["streets"], settings=TDT, categories=["health", "market"]).frame
    assert set(frame["category"]) == {"market", "health"}


def test_residents_go_out_and_come_home_by_their_gate():
    # 园 lies from x = 40 to 160 and y = -50 to 50; (r) stands at (100, 50), the shop 50 m behind it.
    given = {
        "doorplates": points(("H", (100, 0)), names=("doorplate_id",)),
        "facilities": points(("F", "shop", (100, 100)), names=("facility_id", "services")),
        "streets": lines(("I", [(100, -100), (100, 100)])),
        "walls": rings(("w", "园", (40, -50, 160, 50))),
        "gates": points(("r", "园", "residents", (100, 50)), names=("gate_id", "estate", "open")),
        "estates": boxes(("e", "园", "yes", (40, -50, 160, 50)), names=("estate_id", "name", "gated")),
    }
    _, made = drawn(given, settings(category(limit=20), direction="round_trip"))
    assert made.frame[["way", "m", "gates"]].to_numpy().tolist() == [["there", 100, "r"], ["back", 100, "r"]]
    assert vertices(made.frame, 1) == [(100, 100), (100, 50), (100, 0)]


def test_out_of_an_estate_without_paths_the_line_leads_through_its_gate():
    # Straight 50 m × 1.3 to the gate, 10 m on to the street, 100 m along it.
    given = {
        "doorplates": points(("H", (30, 60)), names=("doorplate_id",)),
        "facilities": points(("F", "shop", (100, 0)), names=("facility_id", "services")),
        "streets": lines(("I", [(-100, 0), (100, 0)])),
        "gates": points(("a", "园", "all", (0, 20)), names=("gate_id", "estate", "open")),
        "estates": boxes(("e", "园", "yes", (-50, 20, 50, 100)), names=("estate_id", "name", "gated")),
    }
    row = drawn(given, settings(category(limit=20)))[1].frame.iloc[0]
    assert (row["access_m"], row["network_m"], row["gates"]) == (50 * 1.3 + 20, 100, "a")
    assert vertices(drawn(given, settings(category(limit=20)))[1].frame) == [(30, 60), (0, 20), (0, 0), (100, 0)]


def test_inside_one_estate_without_paths_the_walk_is_straight():
    given = {
        "doorplates": points(("H", (30, 60)), names=("doorplate_id",)),
        "facilities": points(("F", "shop", (0, 100)), names=("facility_id", "services")),
        "streets": lines(("I", [(-100, 0), (100, 0)])),
        "gates": points(("a", "园", "all", (0, 20)), names=("gate_id", "estate", "open")),
        "estates": boxes(("e", "园", "yes", (-50, 20, 50, 110)), names=("estate_id", "name", "gated")),
    }
    row = drawn(given, settings(category(limit=20)))[1].frame.iloc[0]
    assert (row["m"], row["access_m"], row["network_m"], row["gates"]) == (50 * 1.3, 50 * 1.3, 0, "")
    assert row["geometry"].length == 50
