from __future__ import annotations

import numpy as np
import pytest
import shapely
from community3d.processing.engine.unions import are_thin, on_grid, polygons_of, united


def test_four_squares_in_a_row_that_overlap_are_one_bar():
    squares = shapely.box(np.arange(4) * 0.5, 0, np.arange(4) * 0.5 + 1, 1)
    found = united(squares, shapely.MultiPolygon())
    assert found.area == pytest.approx(2.5)
    assert found.bounds == (0, 0, 2.5, 1)


def test_nothing_joined_with_the_ground_is_the_ground():
    assert united(np.zeros(0, dtype=object), shapely.box(0, 0, 2, 3)).area == 6


@pytest.mark.parametrize("seed", range(3))
def test_pieces_of_any_kind_make_the_same_shape_as_one_after_another(seed):
    random = np.random.default_rng(seed)
    round_ones = shapely.buffer(shapely.points(random.uniform(0, 100, (60, 2))), random.uniform(1, 9, 60))
    pairs = shapely.union(round_ones[:10], round_ones[10:20])
    pieces = np.concatenate([round_ones[20:], pairs, [shapely.Polygon(), shapely.MultiPolygon()]])
    ground = shapely.box(40, 40, 70, 60)
    assert united(pieces, ground).symmetric_difference(shapely.union_all([*pieces, ground])).area == pytest.approx(0, abs=1e-9)


def test_shapes_on_the_grid_stay_valid_and_needles_are_thin():
    needle = shapely.Polygon([(0, 0), (10, 1e-6), (10, 2e-6)])
    (moved,) = on_grid(np.array([needle]), 2.0**-16)
    assert moved.is_valid
    assert are_thin(polygons_of(np.array([needle, shapely.Polygon()]))[0]).all()
    assert not are_thin(np.array([shapely.box(0, 0, 1, 1)])).any()
