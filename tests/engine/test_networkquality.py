"""Network quality on towns that can be measured on squared paper."""

from __future__ import annotations

import numpy as np
import pytest
from community3d.layers.profiles import walker
from community3d.processing.engine.areas import assign
from community3d.processing.engine.network import build_network
from community3d.processing.engine.networkquality import Doors, Thresholds, area_quality, estate_table, judged, whole_quality

from .towns import ORIGIN, boxes, lines

PLANNING = walker("planning")


def areas():
    """Two squares of a kilometre side by side."""
    rows = (("W", "西", "community", (0, 0, 1000, 1000)), ("E", "东", "community", (1000, 0, 2000, 1000)))
    return boxes(*rows, names=("code", "name", "level"))


def doors(*places: tuple) -> tuple[Doors, np.ndarray]:
    xy = np.array([place[:2] for place in places], dtype=float).reshape(-1, 2) + ORIGIN
    return Doors(np.array([place[2] for place in places], dtype=float), assign(xy, areas())), xy


NOBODY = doors()[0]


def quality(streets, of=NOBODY, **others):
    return area_quality(areas(), build_network(streets, walker=PLANNING), of, **others).set_index(areas()["code"])


def test_streets_are_cut_at_the_outline():
    # 500 m lie in the west, 300 m in the east, 200 m outside.
    found = quality(lines(("S1", [(500, 500), (1300, 500)]), ("S2", [(2000, 500), (2200, 500)])))
    assert found["street_km"].tolist() == pytest.approx([0.5, 0.3])
    assert found["density_km_km2"].tolist() == pytest.approx([0.5, 0.3])


def test_a_street_on_a_shared_outline_counts_half_to_each():
    found = quality(lines(("S1", [(1000, 200), (1000, 800)])))
    assert found["street_km"].tolist() == pytest.approx([0.3, 0.3])


def test_water_is_no_land():
    # A quarter of the west is a lake, drawn in two sheets that overlap.
    lake = boxes(("water", (0, 0, 300, 500)), ("water", (200, 0, 500, 500)), ("green", (500, 500, 900, 900)), names=("use",))
    found = quality(lines(("S1", [(500, 500), (800, 500)])), land=lake)
    assert found["land_km2"].tolist() == pytest.approx([0.75, 1.0])


def test_doorplates_farther_than_fifty_metres_are_counted_with_the_unconnected():
    of, _ = doors((10, 10, 50), (20, 10, 50.1), (30, 10, np.nan), (40, 10, 3), (1500, 10, 3))
    found = quality(lines(("S1", [(0, 0), (1900, 0)])), of)
    assert found.loc["W", ["doorplates", "far_doorplates", "not_snapped"]].tolist() == [4, 1, 1]
    assert found["far_share"].tolist() == [0.5, 0.0]


def test_an_island_lowers_the_main_share():
    # 600 m belong to the longest part of the network, 200 m in the west are an island.
    found = quality(lines(("S1", [(400, 100), (1600, 100)]), ("S2", [(100, 500), (300, 500)])))
    assert found["main_share"].tolist() == pytest.approx([0.75, 1.0])


def test_an_estate_that_no_street_enters_is_pathless():
    estates = boxes(("E1", "园", (100, 100, 200, 200)), ("E2", "苑", (300, 100, 400, 200)), names=("estate_id", "name"))
    found = quality(lines(("S1", [(0, 150), (150, 150)])), estates=estates)
    assert found.loc["W", ["estates", "pathless_estates"]].tolist() == [2, 1]


def grid(spacing: int):
    across = [(f"A{y}", [(x, y) for x in range(0, 2001, spacing)]) for y in range(0, 1001, spacing)]
    along = [(f"B{x}", [(x, y) for y in range(0, 1001, spacing)]) for x in range(0, 2001, spacing)]
    return lines(*across, *along)


def test_a_dense_network_near_all_doorplates_is_good():
    # A street every 200 m: about 10 km to the square kilometre.
    of, _ = doors(*((x, 100, 20) for x in range(50, 2000, 100)))
    found = quality(grid(200), of)
    assert found["quality"].tolist() == ["good", "good"]
    assert found["reason"].tolist() == ["", ""]


def test_few_paths_are_usable_where_the_doorplates_stand_beside_them():
    # A village along one street: 1 km to the square kilometre, nobody far.
    of, _ = doors(*((x, 10, 10) for x in range(50, 1000, 100)))
    found = quality(lines(("S1", [(0, 0), (2000, 0)])), of)
    assert found.loc["W", ["quality", "reason"]].tolist() == ["usable", "few_paths"]


def test_few_paths_and_far_doorplates_are_not_usable():
    of, _ = doors(*((x, 90, 90 if x < 300 else 10) for x in range(50, 1000, 100)))
    found = quality(lines(("S1", [(0, 0), (2000, 0)])), of)
    assert found.loc["W", ["quality", "reason"]].tolist() == ["not_usable", "few_paths far_doorplates"]


def test_an_area_without_doorplates_is_told_by_its_paths():
    assert quality(lines(("S1", [(0, 500), (900, 500)])))["quality"].tolist() == ["not_usable", "not_usable"]


def test_the_whole_is_told_by_access_and_joins():
    network = build_network(grid(200), walker=PLANNING)
    assert whole_quality(network, np.array([10.0, 20.0, 30.0])) == "good"
    assert whole_quality(network, np.array([10.0, 80.0, np.nan])) == "not_usable"


def test_estates_tell_their_own_access():
    estates = boxes(("E1", "园", (100, 100, 200, 200)), names=("estate_id", "name"))
    of, xy = doors((110, 110, 10), (120, 120, 90), (130, 130, np.nan))
    found = estate_table(build_network(lines(("S1", [(0, 150), (150, 150)])), walker=PLANNING), estates, xy, of.leg_m)
    assert found.loc[0, ["doorplates", "far_doorplates", "not_snapped", "pathless", "quality"]].tolist() == [3, 1, 1, "no", "not_usable"]
    assert found.loc[0, "street_km"] == pytest.approx(0.05)


def test_another_density_is_asked_where_the_office_says_so():
    found = quality(grid(200), doors(*((x, 100, 20) for x in range(50, 2000, 100)))[0], thresholds=Thresholds(density_km_km2=15))
    assert found["reason"].tolist() == ["few_paths", "few_paths"]
    assert judged(found, Thresholds())[0].tolist() == ["good", "good"]
