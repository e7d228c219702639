"""Proposals how to split a community: whole blocks, parts in one piece, households about equal."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from community3d.layers.profiles import standard, walker
from community3d.processing.engine.communityparts import blocks_of, parted, proposed_parts
from community3d.processing.engine.communityscale import community_scale
from community3d.processing.engine.results import Settings
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Point, box

CRS = "EPSG:4549"
SETTINGS = Settings(standard("tdt1063"), walker("planning"))


def grid(wide: int, high: int) -> np.ndarray:
    """Blocks of 100 m, row by row."""
    return np.array([box(100 * x, 100 * y, 100 * x + 100, 100 * y + 100) for y in range(high) for x in range(wide)], object)


def in_one_piece(blocks: np.ndarray) -> bool:
    return shapely.get_num_geometries(shapely.union_all(blocks)) == 1


def test_a_row_of_blocks_is_cut_where_the_halves_are_even() -> None:
    # 3 + 1 + 1 | 2 + 3: the cut behind the third block leaves 5 on both sides.
    part = parted(grid(5, 1), np.array([3.0, 1, 1, 2, 3]), 2)
    assert part.tolist() in ([0, 0, 0, 1, 1], [1, 1, 1, 0, 0])


def test_three_parts_of_a_square_hang_together() -> None:
    blocks = grid(3, 3)
    part = parted(blocks, np.ones(9), 3)
    assert np.bincount(part).tolist() == [3, 3, 3]
    assert all(in_one_piece(blocks[part == each]) for each in range(3))


def test_corners_are_no_border() -> None:
    # Two pairs of blocks that meet at corners only do not hang together.
    diagonal = np.array([box(0, 0, 100, 100), box(100, 100, 200, 200)], object)
    assert parted(diagonal, np.ones(2), 2) is None


def test_fewer_lived_in_blocks_than_parts_cannot_be_parted() -> None:
    assert parted(grid(3, 1), np.array([5.0, 0, 0]), 2) is None


def test_every_part_gets_a_block_although_a_heavy_one_is_at_the_end() -> None:
    # Two thirds of 5 lie best behind the second block (2 | 3), but 3 is one block and cannot be two parts.
    assert sorted(parted(grid(3, 1), np.array([1.0, 1, 3]), 3)) == [0, 1, 2]


def test_blocks_around_a_middle_one_are_cut_off_one_by_one() -> None:
    # A cross of five blocks has no halves for two parts each that hang together; four parts are still to be had.
    cross = np.array(
        [box(100, 0, 200, 100), *(box(x, y, x + 100, y + 100) for x, y in ((0, 100), (100, 100), (200, 100), (100, 200)))], object
    )
    part = parted(cross, np.ones(5), 4)
    assert sorted(np.bincount(part)) == [1, 1, 1, 2]
    assert all(in_one_piece(cross[part == each]) for each in range(4))


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 6), st.integers(1, 5), st.integers(2, 4), st.data())
def test_parts_always_hang_together_and_keep_every_block(wide: int, high: int, count: int, data: st.DataObject) -> None:
    blocks = grid(wide, high)
    weight = np.array(data.draw(st.lists(st.integers(1, 900), min_size=len(blocks), max_size=len(blocks))), float)
    part = parted(blocks, weight, count)
    if len(blocks) < count:
        assert part is None
        return
    assert len(part) == len(blocks)
    assert set(part) == set(range(count))
    assert all(in_one_piece(blocks[part == each]) for each in set(part))


def test_streets_and_water_cut_and_estates_keep_together() -> None:
    area = box(0, 0, 300, 100)
    lines = np.array([LineString([(100, -10), (100, 110)]), LineString([(200, -10), (200, 110)])], object)
    assert len(blocks_of(area, lines, None)) == 3
    estate = gpd.GeoDataFrame({"name": ["园"]}, geometry=[box(100, 0, 300, 100)], crs=CRS)
    assert sorted(shapely.area(blocks_of(area, lines, estate))) == pytest.approx([10_000, 20_000])


def test_a_large_community_is_proposed_in_parts_that_add_up() -> None:
    # 4000 households in four blocks of 1000; a footpath through the first block parts nothing.
    area = gpd.GeoDataFrame({"code": ["A"], "name": ["甲"], "level": ["community"]}, geometry=[box(0, 0, 400, 100)], crs=CRS)
    doors = gpd.GeoDataFrame(
        {"doorplate_id": list("abcd"), "households": [1000] * 4}, geometry=[Point(50 + 100 * k, 50) for k in range(4)], crs=CRS
    )
    ways = [LineString([(100 * k, 0), (100 * k, 100)]) for k in (1, 2, 3)] + [LineString([(30, 0), (30, 100)])]
    streets = gpd.GeoDataFrame({"street_id": list("wxyz"), "kind": ["residential"] * 3 + ["footway"]}, geometry=ways, crs=CRS)
    found = community_scale(area, doors, settings=SETTINGS)
    parts = proposed_parts(found, doors, streets, split_above=3000, settings=SETTINGS)
    # Two parts of 2000 households and two blocks each.
    assert parts[["code", "part", "parts", "households", "share", "blocks", "off_balance"]].to_numpy().tolist() == [
        ["A", 1, 2, 2000.0, 0.5, 2, 0.0],
        ["A", 2, 2, 2000.0, 0.5, 2, 0.0],
    ]
    assert parts.geometry.area.sum() == pytest.approx(40_000)
    assert len(proposed_parts(found, doors, streets.iloc[:0], split_above=3000, settings=SETTINGS)) == 0
