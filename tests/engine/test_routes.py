"""The drawn walks are the ledger's own: random towns, then one fact at a time."""

from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.profiles import WALKERS, profile
from community3d.layers.sample.town import sample_town
from community3d.processing.engine.coverage import Coverage, coverage
from community3d.processing.engine.results import Settings
from community3d.processing.engine.routes import COLUMNS, Routes, routes
from hypothesis import given, note
from hypothesis import strategies as st

from .oracle import Oracle, Town
from .test_against_oracle import examples, open_towns, walled_towns
from .towns import ORIGIN, category, lines, points, settings, tables

TABLES = ("doorplates", "facilities", "streets", "gates", "walls", "estates", "land", "surveys")
TDT = Settings(profile("tdt1063"), WALKERS["planning"])


def drawn(given: dict, run: Settings) -> tuple[Coverage, Routes]:
    found = coverage(**given, settings=run)
    return found, routes(found, given["streets"], gates=given.get("gates"), settings=run)


def check(town: Town, unit: str, direction: str) -> None:
    note(f"{town} {unit} {direction}")
    run = settings(category(limit=2 if unit == "min" else 120, unit=unit), speed_ms=town.speed, snap_limit_m=town.limit, direction=direction)
    found, made = drawn(tables(town), run)
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
    speed = town.speed
    factors = [street.factor for street in town.streets]
    if min(factors) == 1.0 == max(factors):
        assert (frame["m"] / speed + frame["penalty_s"]).to_numpy() == pytest.approx(frame["min"].to_numpy() * 60, abs=1e-6)
    pathless = Oracle(town).pathless_estate if town.estates else lambda xy: None
    streets = shapely.union_all([shapely.LineString(street.xy) for street in town.streets]).buffer(1e-5)
    for row in frame.itertuples():
        check_line(town, row, pathless, streets)


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
        inside = shapely.box(*box).buffer(-1e-3, join_style="mitre")
        outside = shapely.box(*box).buffer(1e-3, join_style="mitre").exterior
        # Wherever the line goes through the wall, from the ring within to the ring without, a gate is near.
        met = shapely.intersection(line, outside)
        if line.intersects(inside) and not met.is_empty:
            assert all(gates.distance(point) < 2.1 for point in shapely.get_parts(met)), met


UNITS = st.sampled_from(["min", "m"])
ONE_WAY = st.sampled_from(["to_facility", "from_facility"])


@examples(40)
@given(town=open_towns(), unit=UNITS, direction=ONE_WAY)
def test_walks_in_open_towns_are_the_ledger_s(town, unit, direction):
    check(town, unit, direction)


@examples(40)
@given(town=walled_towns(), unit=UNITS, direction=ONE_WAY)
def test_walks_in_walled_towns_are_the_ledger_s(town, unit, direction):
    check(town, unit, direction)


@examples(20)
@given(town=walled_towns(), unit=UNITS)
def test_round_trips_are_the_ledger_s(town, unit):
    check(town, unit, "round_trip")


@pytest.mark.long
@examples(1500)
@given(town=open_towns(), unit=UNITS, direction=ONE_WAY)
def test_walks_in_many_open_towns_are_the_ledger_s(town, unit, direction):
    check(town, unit, direction)


@pytest.mark.long
@examples(1500)
@given(town=walled_towns(), unit=UNITS, direction=st.sampled_from(["to_facility", "from_facility", "round_trip"]))
def test_walks_in_many_walled_towns_are_the_ledger_s(town, unit, direction):
    check(town, unit, direction)
