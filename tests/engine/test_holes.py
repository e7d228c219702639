from __future__ import annotations

import numpy as np
import shapely
from community3d.processing.engine.holes import Holes, with_holes

ORIGIN = np.array([1000.0, 2000.0])
MIDDLE, RING = shapely.box(10, 10, 20, 20), shapely.box(40, 10, 60, 30).difference(shapely.box(45, 15, 50, 20))


def known() -> Holes:
    """Of six blocks 4 has one hole, 1 a hole with an island in it and a second one, 2 none."""
    holes = Holes(6)
    holes.add(np.array([4]), np.array([MIDDLE], dtype=object), ORIGIN)
    left = [shapely.MultiPolygon([RING, shapely.box(70, 10, 80, 20)]), shapely.MultiPolygon()]
    holes.add(np.array([1, 2]), np.array(left, dtype=object), ORIGIN)
    return holes


def test_the_holes_of_some_blocks_are_cut_out_and_their_islands_are_left_standing():
    ground, holes = shapely.box(0, 0, 100, 40), known()
    assert with_holes(ground, holes, np.array([2]), ORIGIN).area == 4000
    assert with_holes(ground, holes, np.array([4]), ORIGIN).area == 4000 - 100
    drawn = with_holes(ground, holes, np.array([1, 2, 4]), ORIGIN)
    assert drawn.is_valid
    assert drawn.area == 4000 - 100 - (400 - 25) - 100
    assert drawn.bounds == (1000, 2000, 1100, 2040)
    assert drawn.contains(shapely.Point(1047, 2017))


def test_blocks_are_worked_out_once():
    holes = known()
    assert holes.unknown(np.array([5, 4, 3, 5, 1])).tolist() == [3, 5]
    assert [len(holes.spots.of(np.array(blocks, dtype=int))) for blocks in ([1], [2], [4], [1, 2, 4], [])] == [2, 0, 1, 3, 0]


def test_nothing_drawn_has_no_holes():
    assert with_holes(shapely.MultiPolygon(), known(), np.zeros(0, dtype=int), ORIGIN).is_empty
