"""Areas that lines enclose, found tile by tile as in one go."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from community3d.processing.engine.enclosing import enclosed_by


def same_areas(lines: np.ndarray, at_once: int) -> int:
    """How many areas there are, after checking that the tiles find the same ones as one call."""
    whole, parts = (
        sorted(shapely.to_wkb(shapely.normalize(areas)).tolist())
        for areas in (shapely.get_parts(shapely.polygonize(lines)), enclosed_by(lines, at_once=at_once))
    )
    assert parts == whole
    return len(whole)


def noded(lines: np.ndarray) -> np.ndarray:
    return shapely.get_parts(shapely.union_all(lines))


def test_blocks_of_a_grid():
    # 21 by 21 streets: 20 by 20 blocks.
    at = np.arange(21.0)
    rows = [np.array([[0, y], [20, y]]) for y in at] + [np.array([[x, 0], [x, 20]]) for x in at]
    assert same_areas(noded(shapely.linestrings(rows)), 50) == 400


def test_a_lake_wider_than_many_tiles_and_an_island_in_it():
    # A grid without its streets between 5 and 15 is one area more; a closed path in it another one, and its hole.
    at = np.arange(21.0)
    rows = [np.array([[0, y], [20, y]]) for y in at] + [np.array([[x, 0], [x, 20]]) for x in at]
    lake = shapely.box(5, 5, 15, 15)
    streets = noded(shapely.linestrings(rows))
    streets = streets[~shapely.relate_pattern(streets, lake, "1********")]
    island = shapely.linearrings([(9, 9), (11, 9), (11, 11), (9, 11)])
    assert same_areas(np.append(streets, [shapely.LineString(island)]), 40) == 400 - 100 + 2


def test_dead_ends_enclose_nothing():
    ring = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
    branches = [[(10, 10), (11, 11)], [(11, 11), (12, 11)], [(11, 11), (11, 12)], [(0, 0), (5, 5)]]
    lines = shapely.linestrings(list(zip(ring, ring[1:])) + branches)
    assert same_areas(lines, 2) == 1


@pytest.mark.parametrize("seed", range(12))
def test_random_lines(seed):
    generator = np.random.default_rng(seed)
    begin = generator.uniform(0, 100, (150, 2))
    reach = generator.choice([5.0, 40.0], (150, 1))
    lines = noded(shapely.linestrings(np.stack([begin, begin + generator.uniform(-1, 1, (150, 2)) * reach], axis=1)))
    assert same_areas(lines, int(generator.integers(5, 60))) > 10


def test_no_lines_enclose_nothing():
    assert len(enclosed_by(np.zeros(0, dtype=object))) == 0
    assert len(enclosed_by(shapely.linestrings([[(0, 0), (1, 0)], [(5, 0), (6, 0)]]), at_once=1)) == 0
