"""Isochrones of random towns with walls, gates, water, bridges, slow streets, penalties and hills, against the networkx oracle."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import geopandas as gpd
import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.layers.penalties import NO_PENALTIES, with_penalties
from community3d.processing.engine.ground import Tables
from community3d.processing.engine.isochrones import isochrones
from hypothesis import assume, given, note
from hypothesis import strategies as st

from .oracle import Oracle, Place, Town, rectangle
from .test_against_oracle import examples, hilly_towns, walled_towns
from .towns import ORIGIN, relief, settings, tables

WIDTH_M = 6.0
STEP_M = 7.0
SLOWEST = 0.5  # speed factor of walled_towns()
ROUNDING = 1e-6
DRAWN_M = 1e-5  # what walls cut is drawn on a grid of a hundredth of a millimetre and a half
DRAWN_M2 = DRAWN_M * 1000  # along a kilometre of outlines
CROSSING_M = WIDTH_M / 10  # where streets of two places cross or nearly meet the land of one may hold the other's


@dataclass
class Walks:
    """Sampled street points and what each walk between them and the places costs."""

    town: Town
    direction: str
    unit: str
    points: list[shapely.Point] = field(default_factory=list)
    costs: list[dict[str, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        # Residents walk out through their gate, and in again on the way back.
        oracle, home = (Oracle(self.town, "as_stated", direction) for direction in ("to_facility", "from_facility"))
        self.ways = {name: oracle.ways(xy, visitor=True) for name, xy in self.town.facilities.items()}
        feet = [Place(way.piece, way.offset, 0.0) for ways in self.ways.values() for way in ways]
        for at in [*samples(oracle), *feet]:
            self.points.append(oracle.pieces[at.piece].line.interpolate(at.offset))
            self.costs.append({name: self._cost(oracle, home, at, name) for name in self.ways})

    def _cost(self, oracle: Oracle, home: Oracle, at: Place, name: str) -> float:
        k = 0 if self.unit == "s" else 1
        ways = self.ways[name]
        there = min((oracle.walk(at, way, self.unit)[k] for way in ways), default=math.inf)
        back = min((home.walk(at, way, self.unit, back=True)[k] for way in ways), default=math.inf)
        return {"to_facility": there, "from_facility": back, "round_trip": (there + back) / 2}[self.direction]


def samples(oracle: Oracle) -> list[Place]:
    """Places all along the streets."""
    found = []
    for number, piece in enumerate(oracle.pieces):
        count = max(int(piece.line.length / STEP_M), 1)
        found += [Place(number, (k + 0.5) * piece.line.length / count, 0.0) for k in range(count)]
    return found


def moved(shape: shapely.Geometry) -> shapely.Geometry:
    return shapely.transform(shape, lambda xy: xy - ORIGIN)


def drawn(walks: Walks, limits: list[float], **form: bool) -> gpd.GeoDataFrame | None:
    frames = tables(walks.town)
    run = settings(
        speed_ms=walks.town.speed,
        hurries=walks.town.hurries,
        snap_limit_m=walks.town.limit,
        direction=walks.direction,
        penalties=with_penalties(NO_PENALTIES, walks.town.penalties),
    )
    given_tables = Tables(**{name: frames[name] for name in ("gates", "walls", "estates", "land") if name in frames})
    given_relief = {} if walks.town.relief is None else {"relief": relief(walks.town)}
    places = frames["facilities"].rename(columns={"facility_id": "place_id"})
    unit = "min" if walks.unit == "s" else "m"
    stated = [limit / 60 if unit == "min" else limit for limit in limits]
    try:
        form = {**form, **given_relief, "tables": given_tables, "buffer_m": WIDTH_M}
        found = isochrones(places, frames["streets"], limits=stated, unit=unit, settings=run, **form)
    except InputError as error:
        assume("has no heights" not in str(error))
        assert not any(walks.ways.values())
        return None
    assert set(found.not_connected) == {name for name, ways in walks.ways.items() if not ways}
    return found.frame.assign(geometry=[moved(shape) for shape in found.frame.geometry])


def side(town: Town, point: shapely.Point) -> tuple[bool, ...]:
    """On which side of each wall and bank a point lies."""
    return tuple(rectangle(box).contains(point) for box in (*town.estates.values(), *town.water))


def check_band(walks: Walks, band: shapely.Geometry, cost: list[float], limit: float) -> None:
    reached = [point for point, spent in zip(walks.points, cost) if spent <= limit]
    for point, spent in zip(walks.points, cost):
        if spent <= limit - ROUNDING:
            assert band.distance(point) <= DRAWN_M, (point, spent)
        elif band.contains(point):
            # Beyond the limit, inside by no more than the width.
            assert min((point.distance(other) for other in reached), default=STEP_M) <= WIDTH_M + STEP_M, point
    assert band.is_valid


def check_walls(walks: Walks, band: shapely.Geometry, cost: list[float], limit: float) -> None:
    # The street may end a step before the next sample, and where it goes on through the wall its land ends a width farther.
    step = (WIDTH_M + STEP_M) / (1 if walks.unit == "m" else SLOWEST * walks.town.speed)
    reached = [point for point, spent in zip(walks.points, cost) if spent <= limit + step]
    sides = {side(walks.town, point) for point in reached}
    for box in walks.town.estates.values():
        ring = rectangle(box)
        for at, inner in ((ring.buffer(-0.3).exterior, True), (ring.buffer(0.3).exterior, False)):
            for share in range(12):
                point = at.interpolate(share / 12, normalized=True)
                if band.contains(point) and not any(rectangle(other).boundary.distance(point) < 0.2 for other in walks.town.water):
                    near = [other for other in reached if side(walks.town, other) == side(walks.town, point)]
                    # A street that ends or begins here may have no sample on this side.
                    if side(walks.town, point) in sides:
                        assert min(point.distance(other) for other in near) <= WIDTH_M + STEP_M, (point, inner)


def check(town: Town, unit: str, direction: str, limit: float) -> None:
    note(f"{town} {unit} {direction} {limit}")
    walks = Walks(town, direction, unit)
    limits = [limit / 2, limit]
    merged, each = (drawn(walks, limits, merge=merge) for merge in (True, False))
    if merged is None:
        return
    least = [min(costs.values()) for costs in walks.costs]
    for at, band in zip(limits, merged.geometry):
        check_band(walks, band, least, at)
        if town.relief is None:
            check_walls(walks, band, least, at)
    # Nested to the corners of round ends, which are eighths of a circle.
    assert merged.geometry[0].difference(merged.geometry[1].buffer(WIDTH_M * 0.08)).area <= ROUNDING
    names = [name for name, ways in sorted(walks.ways.items()) if ways]
    for k, name in enumerate(names):
        cost = [costs[name] for costs in walks.costs]
        check_band(walks, each.geometry[2 * k + 1], cost, limit)
    check_parted(walks, merged, drawn(walks, limits, merge=False, overlap=False), names, limits)


def check_parted(walks: Walks, merged: gpd.GeoDataFrame, parted: gpd.GeoDataFrame, names: list[str], limits: list[float]) -> None:
    for number, limit in enumerate(limits):
        bands = dict(zip(names, parted.geometry[number :: len(limits)]))
        whole = merged.geometry[number]
        assert abs(shapely.union_all(list(bands.values())).symmetric_difference(whole).area) <= DRAWN_M2
        assert abs(sum(band.area for band in bands.values()) - whole.area) <= DRAWN_M2
        for one in names:
            for two in names:
                assert one >= two or bands[one].intersection(bands[two]).area <= DRAWN_M2
        nearest = [min(sorted(costs), key=lambda name, costs=costs: round(costs[name], 5)) for costs in walks.costs]
        for point, costs, name in zip(walks.points, walks.costs, nearest):
            others = [p for p, c, n in zip(walks.points, walks.costs, nearest) if n != name and c[n] <= limit]
            crossed = min((point.distance(other) for other in others), default=STEP_M * 2) < STEP_M / 2 + CROSSING_M
            tied = sum(cost < costs[name] + 1e-4 for cost in costs.values()) > 1
            if costs[name] <= limit - ROUNDING and not crossed and not tied:
                assert bands[name].distance(point) <= DRAWN_M, (point, name)


TOWN = given(
    town=walled_towns(),
    unit=st.sampled_from(["s", "m"]),
    direction=st.sampled_from(["to_facility", "from_facility", "round_trip"]),
    limit=st.integers(20, 160).map(float),
)


@examples(8)
@TOWN
def test_isochrones_of_walled_towns_equal_the_oracle(town, unit, direction, limit):
    check(town, unit, direction, limit)


HILLS = given(
    town=hilly_towns(),
    unit=st.sampled_from(["s", "s", "m"]),
    direction=st.sampled_from(["to_facility", "from_facility", "round_trip"]),
    limit=st.integers(20, 160).map(float),
)


@examples(4)
@HILLS
def test_isochrones_over_hills_equal_the_oracle(town, unit, direction, limit):
    check(town, unit, direction, limit)


@pytest.mark.long
@examples(100)
@HILLS
def test_isochrones_of_a_hundred_hilly_towns_equal_the_oracle(town, unit, direction, limit):
    check(town, unit, direction, limit)


@pytest.mark.long
@examples(40)
@TOWN
def test_isochrones_of_many_walled_towns_equal_the_oracle(town, unit, direction, limit):
    check(town, unit, direction, limit)
