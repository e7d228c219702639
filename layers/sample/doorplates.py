"""Doorplates at the entrances of houses, with addresses, households and people."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..schema import PERSONS_PER_HOUSEHOLD
from .buildings import Houses, building_ids
from .estates import STYLES
from .frames import table_frame
from .plan import Plan
from .shapes import lines_of
from .works import Works

DISTRICT = "示例区"
STEP_OUT_M = 0.6  # a doorplate lies before the door, not in the wall
FLATS_PER_FLOOR = 2
# Share of flats that are lived in, and of people over 60 and up to 14, by housing type.
LIVED_IN = {"老旧小区": 0.88, "安置房": 0.86, "商品房": 0.7, "保障房": 0.9, "城中村": 1.0, "传统民居": 1.0}
ELDERLY = {"老旧小区": 0.3, "安置房": 0.26, "商品房": 0.15, "保障房": 0.2, "城中村": 0.12, "传统民居": 0.36}
CHILDREN = {"老旧小区": 0.09, "安置房": 0.14, "商品房": 0.18, "保障房": 0.13, "城中村": 0.12, "传统民居": 0.07}


class Plates(NamedTuple):
    """Doorplates before they become a table: the house of each, its place and the unit of its house."""

    house: np.ndarray
    xy: np.ndarray
    unit: np.ndarray  # 1, 2, …
    units: np.ndarray  # units that share the plate


def place_plates(houses: Houses, most_per_house: int) -> Plates:
    """One doorplate per entrance, or fewer that share the entrances of a house."""
    count = np.minimum(houses.entrances, most_per_house)
    house = np.repeat(np.arange(len(count)), count)
    unit = np.arange(len(house)) - np.repeat(np.cumsum(count) - count, count)
    start, end = houses.fronts[house, 0], houses.fronts[house, 1]
    along = end - start
    outward = np.stack([along[:, 1], -along[:, 0]], axis=1) / np.linalg.norm(along, axis=1, keepdims=True)
    xy = start + along * ((unit + 0.5) / count[house])[:, None] + outward * STEP_OUT_M
    return Plates(house, xy, unit + 1, (houses.entrances / count)[house])


def house_numbers(plan: Plan, side: np.ndarray, left: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """House numbers by distance along the street: odd on the left, even on the right; main roads count through."""
    lattice = plan.lattice
    lines = lines_of([plan.xy[nodes] for nodes in plan.side_nodes])
    along = shapely.line_locate_point(lines[side], shapely.points(xy))
    base, step = np.zeros(len(lines)), np.full(len(lines), 3.6)
    # Main roads pass many blocks: their numbers go on from one to the next, in wider steps.
    base[plan.rows] = (lattice.x[:-1] - lattice.x[0])[:, None]
    base[plan.columns] = (lattice.y[:-1] - lattice.y[0])[None, :]
    step[plan.rows], step[plan.columns] = 9.0, 9.0
    return 2 * ((base[side] + along) / step[side]).astype(int) + np.where(left, 1, 2)


def doorplates_frame(
    plan: Plan, houses: Houses, plates: Plates, works: Works, names: Names, areas: np.ndarray, rng: np.random.Generator
) -> gpd.GeoDataFrame:
    """The doorplates; areas holds community and grid code of each lot, shape (lots, 2)."""
    estate, lot = houses.estate[plates.house], houses.lot[plates.house]
    inside = estate >= 0
    type_by_estate = np.array([STYLES[item.style].housing_type for item in works.estates], dtype=object)
    housing = np.where(houses.use[plates.house] == "residential", "传统民居", None)
    housing[inside] = type_by_estate[estate[inside]]
    road, number = _addresses(plan, houses, plates, works, names.streets)
    estate_name = np.full(len(estate), None, dtype=object)
    estate_name[inside] = names.estates[estate[inside]]
    building = np.full(len(estate), None, dtype=object)
    building[inside] = [f"{value}幢" for value in houses.number[plates.house[inside]].tolist()]
    unit = np.full(len(estate), None, dtype=object)
    several = inside & (houses.entrances[plates.house] > 1) & (plates.units == 1)
    unit[several] = [f"{value}单元" for value in plates.unit[several]]
    households = _households(houses, plates, housing, rng)
    residents, elderly, children = _people(households, housing, rng)
    parts = [pd.Series(part, dtype=object).fillna("") for part in (road, number, estate_name, building, unit)]
    columns = {
        "doorplate_id": [f"D{value:07d}" for value in range(1, len(estate) + 1)],
        "address": (DISTRICT + parts[0] + parts[1] + parts[2] + parts[3] + parts[4]).to_numpy(),
        "road": road,
        "number": number,
        "estate": estate_name,
        "building": building,
        "unit": unit,
        "households": households,
        "residents": residents,
        "elderly": elderly,
        "children": children,
        "grid_code": areas[lot, 1],
        "community_code": areas[lot, 0],
        "building_id": building_ids(plates.house),
        "housing_type": housing,
    }
    return table_frame("doorplates", columns, shapely.points(plates.xy))


class Names(NamedTuple):
    """Names of streets (by side) and of estates."""

    streets: np.ndarray
    estates: np.ndarray


def _addresses(plan: Plan, houses: Houses, plates: Plates, works: Works, street_names: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Road and number: those of the estate's main gate, or by the place along the house's own street."""
    estate = houses.estate[plates.house]
    side, xy, left = houses.side[plates.house].copy(), plates.xy.copy(), houses.left[plates.house].copy()
    if works.estates:
        address_side = np.array([item.address_side for item in works.estates])
        address_xy = np.array([item.address_xy for item in works.estates])
        side[estate >= 0] = address_side[estate[estate >= 0]]
        xy[estate >= 0] = address_xy[estate[estate >= 0]]
    alone = side < 0
    side[alone] = _southern_sides(plan)[houses.lot[plates.house[alone]]]
    value = house_numbers(plan, side, left, xy)
    own = estate < 0
    again = (
        pd.DataFrame({"side": street_names[side], "value": value, "house": np.where(own, 0, 1)})
        .groupby(["side", "value", "house"])
        .cumcount()
    )
    texts = [
        f"{number}号" if order == 0 or not alone_standing else f"{number}-{order}号"
        for number, order, alone_standing in zip(value.tolist(), again.tolist(), own.tolist())
    ]
    return street_names[side], np.array(texts, dtype=object)


def _southern_sides(plan: Plan) -> np.ndarray:
    return np.array([face.rim[0].side for face in plan.faces])


def _households(houses: Houses, plates: Plates, housing: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Lived-in flats of the units behind a plate; an old house has one to three families, shops and schools have none."""
    flats = houses.floors[plates.house] * plates.units * FLATS_PER_FLOOR
    flats = np.where(housing == "传统民居", 1 + (rng.random(len(flats)) < 0.35) + (rng.random(len(flats)) < 0.12), flats)
    flats = np.where(housing == "城中村", houses.floors[plates.house], flats)
    terraced = (houses.floors[plates.house] == 3) & (housing == "商品房")
    flats = np.where(terraced, plates.units, flats)
    home = pd.notna(housing)
    share = pd.Series(housing).map(LIVED_IN).fillna(0).to_numpy(dtype=float)
    return np.where(home, rng.binomial(np.round(flats).astype(int), share), 0)


def _people(households: np.ndarray, housing: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    residents = households + rng.poisson(households * (PERSONS_PER_HOUSEHOLD - 1))
    shares = [pd.Series(housing).map(table).fillna(0).to_numpy(dtype=float) for table in (ELDERLY, CHILDREN)]
    elderly = rng.binomial(residents, shares[0])
    children = rng.binomial(residents - elderly, shares[1] / (1 - shares[0]))
    return residents, elderly, children
