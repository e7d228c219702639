"""Addresses found among doorplates: worked by hand, and by hiding doorplates of real registers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from community3d.layers.addresses.locate import Located, locate
from community3d.layers.addresses.split import split_addresses

# A road to the east: odd numbers on its north side, even ones on its south side, 10 m a number.
ROAD = {f"吴中区长桥街道龙西社区宝带西路{number}号": (10.0 * number, 10.0 if number % 2 else -10.0) for number in (1, 2, 5, 8, 30)}
ESTATE = {"吴中区长桥街道龙西社区天润城3幢": (500.0, 100.0), "吴中区长桥街道龙西社区天润城4幢": (700.0, 100.0)}
TWINS = {"吴中区木渎镇人民路1号": (9000.0, 0.0), "吴中区长桥街道人民路1号": (0.0, 9000.0)}


def found(*addresses: str) -> Located:
    doors = {**ROAD, **ESTATE, **TWINS}
    return locate(split_addresses(pd.Series(addresses)), split_addresses(pd.Series(list(doors))), np.array(list(doors.values())))


def test_the_same_door_in_another_spelling_is_exact() -> None:
    located = found("宝带西路５號", "天润城3栋")
    assert located.method.tolist() == ["exact", "exact"]
    assert located.xy.tolist() == [[50, 10], [500, 100]]
    assert located.error_m.tolist() == [0, 0]
    assert located.doorplate.tolist() == [2, 5]


def test_a_room_is_found_at_its_building() -> None:
    located = found("天润城3幢2单元501室")
    assert located.method.tolist() == ["building"]
    assert located.xy.tolist() == [[500, 100]]


def test_a_number_lies_between_its_neighbours_of_the_same_side() -> None:
    located = found("宝带西路3号", "宝带西路4号")
    assert located.method.tolist() == ["neighbours", "neighbours"]
    assert located.xy.tolist() == [[30, 10], [pytest.approx(40), -10]]
    assert located.error_m.tolist() == [pytest.approx(20), pytest.approx(30)]  # half the way between the neighbours


def test_one_neighbour_tells_the_place_nearby_only() -> None:
    located = found("宝带西路34号", "宝带西路99号")
    assert located.method.tolist() == ["neighbours", "none"]
    assert located.xy[0].tolist() == [300, -10]
    assert located.error_m[0] == 24  # four numbers at 6 m


def test_an_unknown_building_is_found_in_its_estate_and_an_unknown_road_in_its_community() -> None:
    located = found("天润城9幢", "吴中区长桥街道龙西社区无名路7号")
    assert located.method.tolist() == ["estate", "community"]
    assert located.xy[0].tolist() == [600, 100]
    assert located.error_m[0] == 100


def test_two_places_of_one_name_are_no_answer_unless_the_region_tells() -> None:
    located = found("人民路1号", "木渎镇人民路1号", "长桥街道人民路1号", "太湖街道人民路1号")
    assert located.method.tolist() == ["none", "exact", "exact", "none"]
    assert located.xy[1:3].tolist() == [[9000, 0], [0, 9000]]


def test_nothing_is_found_for_nothing() -> None:
    located = found("", "无")
    assert located.method.tolist() == ["none", "none"]
    assert np.isnan(located.xy).all()
    assert located.doorplate.tolist() == [-1, -1]


def hidden(addresses: pd.Series, xy: np.ndarray, count: int = 2000) -> tuple[Located, np.ndarray]:
    """What is found for doorplates that are left out of the register, and the metres to where they stand."""
    out = np.zeros(len(addresses), bool)
    out[np.random.default_rng(1).permutation(len(addresses))[:count]] = True
    parts = split_addresses(addresses.reset_index(drop=True))
    located = locate(parts[out].reset_index(drop=True), parts[~out].reset_index(drop=True), xy[~out])
    return located, np.hypot(*(located.xy - xy[out]).T)


@pytest.mark.parametrize(("file", "median_m"), [("changhua_main4.csv", 12), ("kaohsiung_place.csv", 35)])
def test_hidden_doorplates_of_taiwan_are_found_again(shared_data: Path, file: str, median_m: float) -> None:
    register = pd.read_csv(shared_data / "taiwan" / file, dtype=str).dropna(subset=["addr:full"])
    located, off = hidden(register["addr:full"], register[["x", "y"]].astype(float).to_numpy())
    assert (located.method != "none").mean() > 0.99
    near = np.isin(located.method, ["exact", "building", "neighbours"])
    assert near.mean() > 0.9
    assert np.median(off[near]) < median_m
    # The expected error is honest: half of the places lie nearer.
    assert (off[near] <= 2 * located.error_m[near] + 5).mean() > 0.7


def test_hidden_addresses_of_hong_kong_are_found_again(shared_data: Path) -> None:
    register = pd.read_csv(shared_data / "hongkong" / "als_sham_shui_po.csv", dtype=str, encoding="utf-8-sig").fillna("")
    number = register["Chi_StreetBuildingNoFrom"]
    written = register["Chi_Region"] + register["Chi_District"] + register["Chi_StreetName"] + number.where(number == "", number + "號")
    written += register["Chi_EstateName"] + register["Chi_PhaseName"] + register["Chi_BuildingName"]
    located, off = hidden(written, register[["Easting", "Northing"]].astype(float).to_numpy())
    told = located.method != "none"
    assert told.mean() > 0.95
    assert np.median(off[told]) < 5
    assert np.median(off[located.method == "building"]) < 1
