from __future__ import annotations

import geopandas as gpd
import pytest
import shapely
from community3d.layers.profiles import WALKERS, Profile
from community3d.processing.engine.ground import Tables
from community3d.processing.engine.isochrones import isochrones
from community3d.processing.engine.results import Settings

CRS = "EPSG:4549"
WALK = Settings(Profile("own", "自定", "Own", ()), WALKERS["planning"])
CAP_M2 = 2 * 2**0.5 * 25**2  # an octagon in the circle of 25 m


def streets(*lines: tuple, **columns: list) -> gpd.GeoDataFrame:
    frame = {"street_id": [f"S{k}" for k in range(len(lines))], **columns}
    return gpd.GeoDataFrame(frame, geometry=[shapely.LineString(line) for line in lines], crs=CRS)


def parted(places: dict[str, tuple], network: gpd.GeoDataFrame, limit: float = 10, **others: object) -> dict[str, shapely.MultiPolygon]:
    frame = gpd.GeoDataFrame({"place_id": list(places)}, geometry=shapely.points(list(places.values())), crs=CRS)
    run = {"limits": [limit], "unit": "min", "settings": WALK, "merge": False, "overlap": False, **others}
    found = isochrones(frame, network, **run).frame
    return dict(zip(found["place_id"], found.geometry))


def test_a_street_between_two_places_is_parted_half_way():
    bands = parted({"A": (200, 0), "B": (600, 0)}, streets(((0, 0), (1000, 0))))
    assert bands["A"].bounds == pytest.approx((-25, -25, 400, 25))
    assert bands["B"].bounds == pytest.approx((400, -25, 1025, 25))
    assert bands["A"].area + bands["B"].area == pytest.approx(1000 * 50 + CAP_M2)


def test_a_slow_or_delayed_part_moves_the_boundary():
    slow = streets(((0, 0), (400, 0)), ((400, 0), (500, 0)), ((500, 0), (900, 0)), speed_factor=[1.0, 0.5, 1.0], penalty_s=[0.0, 60.0, 0.0])
    # A needs 300 s to x = 400, B 250 s to x = 500; between them 2 s a metre: 300 + 2 (x - 400) = 250 + 2 (500 - x).
    bands = parted({"A": (100, 0), "B": (750, 0)}, slow)
    assert bands["A"].bounds[2] == pytest.approx(437.5)
    assert bands["B"].bounds[0] == pytest.approx(437.5)


def test_of_equally_near_places_the_smallest_id_has_the_street():
    bands = parted({"B": (500, 0), "A": (500, 0)}, streets(((0, 0), (1000, 0))), limit=1)
    assert bands["A"].area == pytest.approx(120 * 50 + CAP_M2)
    assert bands["B"].area == 0


def test_what_only_one_place_reaches_is_its_own():
    bands = parted({"A": (100, 0), "B": (900, 0)}, streets(((0, 0), (1000, 0))), limit=1)
    assert [band.area for band in bands.values()] == pytest.approx([120 * 50 + CAP_M2] * 2)


def test_streets_side_by_side_part_the_land_between_them_half_way():
    bands = parted({"A": (100, 0), "B": (100, 30)}, streets(((0, 0), (200, 0)), ((0, 30), (200, 30))))
    beyond = shapely.box(-100, 15, 300, 100)
    assert bands["A"].intersection(beyond).area == pytest.approx(0, abs=1e-6)
    assert bands["B"].difference(beyond).area == pytest.approx(0, abs=1e-6)
    assert bands["A"].intersection(bands["B"]).area < 1e-6


def test_three_places_at_a_crossing_part_its_land():
    star = streets(((0, 0), (200, 0)), ((0, 0), (-100, 180)), ((0, 0), (-100, -180)))
    bands = parted({"A": (200, 0), "B": (-100, 180), "C": (-100, -180)}, star)
    merged = isochrones(
        gpd.GeoDataFrame({"place_id": list("ABC")}, geometry=shapely.points([(200, 0), (-100, 180), (-100, -180)]), crs=CRS),
        star,
        limits=[10],
        unit="min",
        settings=WALK,
    ).frame.geometry[0]
    assert sum(band.area for band in bands.values()) == pytest.approx(merged.area, abs=1e-4)
    assert shapely.union_all(list(bands.values())).symmetric_difference(merged).area < 1e-4
    # A is 200 m from the crossing, B and C 205.9 m: A's street goes 2.96 m into both of theirs.
    assert bands["A"].contains(shapely.Point(0, 0))
    assert bands["B"].contains(shapely.Point(-100 / 205.9 * 3.1, 180 / 205.9 * 3.1))


@pytest.mark.parametrize(("direction", "x"), [("to_facility", 115), ("from_facility", 115)])
def test_a_residents_gate_belongs_to_both_sides_for_those_who_live_there(direction, x):
    estate = shapely.box(100, -50, 300, 50)
    tables = Tables(
        gates=gpd.GeoDataFrame({"gate_id": ["G1"], "estate": ["园"], "open": ["residents"]}, geometry=[shapely.Point(100, 0)], crs=CRS),
        walls=gpd.GeoDataFrame({"wall_id": ["W1"], "estate": ["园"]}, geometry=[estate.boundary], crs=CRS),
        estates=gpd.GeoDataFrame({"estate_id": ["园"], "name": ["园"], "gated": ["yes"]}, geometry=[estate], crs=CRS),
    )
    walk = Settings(WALK.profile, WALK.walker, direction=direction)
    bands = parted({"A": (50, 0), "B": (180, 0)}, streets(((0, 0), (200, 0))), settings=walk, tables=tables)
    # Nobody enters to B: A has all outside; inside, x - 50 = 180 - x.
    assert bands["A"].bounds[2] == pytest.approx(x)
    assert bands["B"].bounds[0] == pytest.approx(x)
