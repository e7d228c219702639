"""Faults of doorplates, each told with what and where."""

from __future__ import annotations

import geopandas as gpd
import shapely
from community3d.layers.addresses.split import split_addresses
from community3d.layers.doorplates.checks import check_doorplates
from community3d.layers.problems import Problem

CRS = "EPSG:4549"


def found(addresses: list[str], points: list[tuple[float, float]], district: shapely.Geometry | None = None) -> list[Problem]:
    ids = [f"D{number}" for number in range(1, len(addresses) + 1)]
    doors = gpd.GeoDataFrame({"doorplate_id": ids, "address": addresses}, geometry=gpd.GeoSeries.from_xy(*zip(*points), crs=CRS))
    return check_doorplates(doors, split_addresses(doors["address"]), district=district)


def words(problems: list[Problem]) -> list[tuple[str, str | None, str]]:
    return [(problem.rule, problem.row, str(problem.message)) for problem in problems]


def test_sound_doorplates_have_no_problems() -> None:
    assert found(["人民路1号", "人民路2号"], [(0, 0), (9, 0)], shapely.box(-1, -1, 10, 10)) == []


def test_addresses_without_a_number_are_told() -> None:
    assert words(found(["人民路", "人民路1号"], [(0, 0), (9, 0)])) == [
        ("no_number", "D1", "The address has neither a number nor a building.")
    ]


def test_five_doors_on_one_spot_are_told_once() -> None:
    addresses = [f"人民路{number}号" for number in range(1, 7)]
    assert words(found(addresses, [(3, 3)] * 5 + [(4, 3)])) == [("stacked", "D1", "5 doorplates stand on one spot.")]


def test_one_address_twice_is_told_with_the_distance() -> None:
    assert words(found(["人民路1号", "人民路１號"], [(0, 0), (30, 40)])) == [
        ("duplicate_address", "D2", "The same address as D1, 50 m away.")
    ]


def test_slips_of_the_pen_are_told_as_notes() -> None:
    addresses = [*(f"宝带西路{number}号" for number in range(1, 10)), "宝代西路2号"]
    problems = found(addresses, [(10 * k, 0) for k in range(10)])
    assert words(problems) == [("near_duplicate", "D10", "Nearly the address of D2 (宝带西路2号): a slip of the pen?")]
    assert problems[0].severity == "note"


def test_doors_outside_the_district_are_told_with_the_metres() -> None:
    assert words(found(["人民路1号", "人民路2号"], [(0, 0), (110, 0)], shapely.box(-10, -10, 10, 10))) == [
        ("outside", "D2", "100 m outside every area.")
    ]
