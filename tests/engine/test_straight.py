"""Circles around facilities hold exactly the points that stand near enough."""

from __future__ import annotations

import numpy as np
import pytest
from community3d.processing.engine.straight import Squares


@pytest.mark.parametrize("radius_m", [0, 30, 300, 900, 5000])
def test_squares_spare_measuring_but_change_no_answer(radius_m):
    generator = np.random.default_rng(radius_m)
    points, facilities = generator.uniform(0, 4000, (5000, 2)), generator.uniform(0, 4000, (7, 2))
    away_m = np.hypot(*(points[:, None] - facilities[None]).transpose(2, 0, 1)).min(axis=1)
    assert (Squares.of(points).inside_circles(facilities, radius_m) == (away_m <= radius_m)).all()


def test_the_distance_itself_is_inside():
    points = np.array([[0.0, 0], [300, 400], [300, 400.001]])
    assert Squares.of(points).inside_circles(np.zeros((1, 2)), 500).tolist() == [True, True, False]


def test_nobody_and_nothing_give_nobody():
    assert not Squares.of(np.zeros((3, 2))).inside_circles(np.zeros((0, 2)), 500).any()
    assert not len(Squares.of(np.zeros((0, 2))).inside_circles(np.zeros((1, 2)), 500))
