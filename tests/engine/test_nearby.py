"""What is near: equal to the oracle on random towns, then one fact at a time."""

from __future__ import annotations

import itertools
import math

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.processing.engine.ground import Tables
from community3d.processing.engine.nearby import REACHED_COLUMNS, Nearby, nearby
from community3d.processing.engine.responsible import by_place, responsible
from hypothesis import given, note
from hypothesis import strategies as st

from .oracle import Oracle, Town
from .test_against_oracle import examples, walled_towns
from .towns import ORIGIN, boxes, lines, points, rings, settings, tables


def things_of(frame: gpd.GeoDataFrame, kind: str, key: str) -> gpd.GeoDataFrame:
    columns = {"kind": kind, "id": frame[key], "name": None, "services": None}
    return gpd.GeoDataFrame(columns, geometry=frame.geometry, crs=frame.crs)


def joined(*frames: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(pd.concat(frames, ignore_index=True), crs=frames[0].crs)


def expected(town: Town, home: tuple, shop: tuple, unit: str) -> tuple[float, float]:
    """Seconds and metres of the oracle's walk from a place to a facility."""
    oracle = Oracle(town)
    walks = [oracle.walk(one, two, unit) for one, two in itertools.product(oracle.ways(home), oracle.ways(shop, visitor=True))]
    estate = oracle.pathless_estate(home)
    if estate is not None and estate == oracle.pathless_estate(shop):
        metres = 1.3 * math.dist(home, shop)
        walks.append((metres / town.speed, metres))
    return min(walks, key=lambda walk: walk if unit == "s" else walk[::-1], default=(math.inf, math.inf))


def check(town: Town, unit: str, limit: float) -> None:
    note(f"{town} {unit} {limit}")
    given = tables(town)
    places = given["doorplates"].rename(columns={"doorplate_id": "place_id"})
    things = things_of(given["facilities"], "facility", "facility_id")
    barriers = Tables(**{name: given.get(name) for name in ("gates", "walls", "estates", "land")})
    run = settings(speed_ms=town.speed, snap_limit_m=town.limit)
    try:
        found = nearby(places, things, given["streets"], limit=limit, unit=unit, settings=run, tables=barriers)
    except InputError as error:
        assert "None of the" in str(error)  # noqa: PT017
        return
    reached = found.reached.set_index(["place_id", "id"])
    for home, shop in itertools.product(town.homes, town.facilities):
        seconds, metres = expected(town, town.homes[home], town.facilities[shop], "s" if unit == "min" else "m")
        near = (seconds / 60 if unit == "min" else metres) <= limit + 1e-6
        assert ((home, shop) in reached.index) == near, (home, shop)
        if near:
            row = reached.loc[(home, shop)]
            assert (row["m"], row["min"] * 60) == pytest.approx((metres, seconds), abs=1e-6), (home, shop)
    routes = found.routes
    assert routes[["place_id", "id"]].to_numpy().tolist() == found.reached[["place_id", "id"]].to_numpy().tolist()
    made_of = routes["access_m"] + routes["network_m"] + routes["thing_access_m"]
    assert made_of.to_numpy() == pytest.approx(routes["m"].to_numpy(), abs=1e-6)
    for row in routes.dropna(subset="geometry").itertuples():
        xy = shapely.get_coordinates(row.geometry) - np.array(ORIGIN)
        assert math.dist(xy[0], town.homes[row.place_id]) == pytest.approx(0, abs=1e-6)
        assert math.dist(xy[-1], town.facilities[row.id]) == pytest.approx(0, abs=1e-6)
        assert row.geometry.length <= row.m + 1e-5


TOWNS = given(town=walled_towns(), unit=st.sampled_from(["min", "m"]), limit=st.integers(1, 5))


@examples(15)
@TOWNS
def test_what_is_near_equals_the_oracle(town, unit, limit):
    check(town, unit, limit * (1 if unit == "min" else 60))


@pytest.mark.long
@examples(100)
@TOWNS
def test_what_is_near_in_many_towns_equals_the_oracle(town, unit, limit):
    check(town, unit, limit * (1 if unit == "min" else 60))


# A wall round 园 from (0, 20) to (100, 80); streets below it, and one through its south gate.
STREETS = lines(("A", [(-200, 0), (50, 0)]), ("B", [(50, 0), (300, 0)]), ("C", [(50, 0), (50, 50)]))
WALL = rings(("w", "园", (0, 20, 100, 80)))
ESTATE = boxes(("e", "园", "yes", (0, 20, 100, 80)), names=("estate_id", "name", "gated"))


def gate(opening: str) -> gpd.GeoDataFrame:
    return points(("g", "园", opening, (50, 20)), names=("gate_id", "estate", "open"))


def near(xy: tuple[float, float], *things: gpd.GeoDataFrame, limit: float = 500, unit: str = "m", **barriers: gpd.GeoDataFrame) -> Nearby:
    place = points(("P", xy), names=("place_id",))
    return nearby(place, joined(*things), STREETS, limit=limit, unit=unit, settings=settings(), tables=Tables(**barriers))


def listed(found: Nearby, *columns: str) -> list[list]:
    return found.reached[list(columns)].to_numpy().tolist()


SHOPS = things_of(points(("F1", (150, 0)), ("F2", (-50, 0)), ("F3", (50, 50)), names=("id",)), "facility", "id")


def test_things_are_ranked_by_kind_and_nearness_and_equally_near_ones_by_id():
    posts = things_of(points(("P1", (60, 0)), names=("id",)), "post", "id")
    found = near((50, 0), SHOPS, posts)
    assert listed(found, "kind", "id", "m", "rank") == [
        ["facility", "F3", 50, 1],
        ["facility", "F1", 100, 2],
        ["facility", "F2", 100, 3],
        ["post", "P1", 10, 1],
    ]
    assert list(found.reached.columns) == [*REACHED_COLUMNS, "geometry"]


def test_exactly_at_the_limit_is_near_and_a_millimetre_less_is_not():
    assert len(near((50, 0), SHOPS, limit=100).reached) == 3
    assert len(near((50, 0), SHOPS, limit=99.999).reached) == 1


def test_minutes_use_the_walker_s_speed():
    assert [row[0] for row in listed(near((50, 0), SHOPS, limit=1, unit="min"), "id")] == ["F3"]  # 60 m


@pytest.mark.parametrize("opening", ["all", "residents", "closed"])
def test_one_stands_before_a_gate_from_either_side_whoever_it_lets_through(opening):
    gates = gate(opening)
    thing = things_of(gates, "gate", "gate_id")
    outside = near((150, 0), thing, gates=gates, walls=WALL, estates=ESTATE)
    inside = near((50, 60), thing, gates=gates, walls=WALL, estates=ESTATE)
    assert listed(outside, "id", "m") == [["g", 120]]
    assert listed(inside, "id", "m") == [["g", 40]]


def test_residents_walk_out_of_their_gate_and_visitors_do_not_walk_in():
    gates = gate("residents")
    barriers = {"gates": gates, "walls": WALL, "estates": ESTATE}
    assert listed(near((50, 60), SHOPS, **barriers), "id") == [["F3"], ["F1"], ["F2"]]
    assert listed(near((150, 0), SHOPS, **barriers), "id") == [["F1"], ["F2"]]
    walk = near((50, 60), SHOPS, **barriers).routes.set_index("id").loc["F1"]
    assert (walk["m"], walk["gates"]) == (10 + 50 + 100, "g")


def test_out_of_an_estate_without_paths_its_gate_is_straight_ahead():
    gates = points(("g", "园", "residents", (50, 20)), names=("gate_id", "estate", "open"))
    place = points(("P", (50, 60)), names=("place_id",))
    street = lines(("A", [(-200, 0), (300, 0)]))
    things = joined(things_of(gates, "gate", "gate_id"), SHOPS)
    found = nearby(place, things, street, limit=500, unit="m", settings=settings(), tables=Tables(gates, WALL, ESTATE))
    metres = dict(found.reached[["id", "m"]].to_numpy())
    assert metres == pytest.approx({"F3": 10 * 1.3, "g": 40 * 1.3, "F1": 40 * 1.3 + 20 + 100, "F2": 40 * 1.3 + 20 + 100})


def test_lines_lead_to_facilities_gates_and_posts_not_to_doorplates():
    plates = things_of(points(("D", (60, 0)), names=("id",)), "doorplate", "id")
    found = near((50, 0), SHOPS, plates)
    assert found.reached["kind"].tolist() == ["facility"] * 3 + ["doorplate"]
    assert set(found.routes["kind"]) == {"facility"}


def test_places_that_no_street_is_near_enough_to_are_named():
    places = points(("P", (50, 0)), ("Q", (50, 900)), names=("place_id",))
    found = nearby(places, SHOPS, STREETS, limit=500, unit="m", settings=settings(), tables=Tables())
    assert found.not_connected == ("Q",)


def test_no_place_near_any_street_is_refused():
    with pytest.raises(InputError, match=r"None of the 1 places is within 200 m of a walkable street\. Raise the snap limit"):
        near((50, 900), SHOPS)


def test_the_responsible_area_of_every_level_and_partition_is_named():
    areas = boxes(
        ("1", "街道", "admin", "subdistrict", (0, 0, 100, 100)),
        ("11", "社区", "admin", "community", (0, 0, 50, 100)),
        ("9", "警格", "police", "grid", (0, 0, 100, 100)),
        names=("code", "name", "partition", "level"),
    )
    places = points(("P", (10, 10)), ("Q", (70, 10)), names=("place_id",))
    rows = responsible(places, areas)
    assert rows.to_numpy().tolist()[:3] == [
        ["P", "admin", "subdistrict", "1", "街道"],
        ["P", "admin", "community", "11", "社区"],
        ["P", "police", "grid", "9", "警格"],
    ]
    assert by_place(rows)["Q"] == {"admin/subdistrict": "1", "police/grid": "9"}
    assert rows[(rows["place_id"] == "Q") & (rows["level"] == "community")]["code"].tolist() == [None]


def test_a_place_that_walks_inside_its_estate_only_is_connected():
    # The estate has no path and its gate is shut: the shop inside is 10 m away, times 1.3.
    gates = points(("g", "园", "closed", (50, 20)), names=("gate_id", "estate", "open"))
    places = points(("P", (50, 60)), ("Q", (250, 0)), names=("place_id",))
    street = lines(("A", [(-200, 0), (300, 0)]))
    found = nearby(places, SHOPS, street, limit=500, unit="m", settings=settings(), tables=Tables(gates, WALL, ESTATE))
    assert found.reached.loc[found.reached["place_id"] == "P", ["id", "m"]].to_numpy().tolist() == [["F3", pytest.approx(13)]]
    assert found.not_connected == ()


def test_what_is_wrong_with_gates_is_told():
    far = points(("g", "", "all", (250, 90)), names=("gate_id", "estate", "open"))
    assert "gate_far_from_wall" in {problem.rule for problem in near((50, 0), SHOPS, gates=far, walls=WALL, estates=ESTATE).problems}
