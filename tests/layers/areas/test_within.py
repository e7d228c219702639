"""Points in polygons: the same as asking each polygon for each point."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from community3d.layers.areas.ground import polygons_of
from community3d.layers.areas.within import inside_pairs
from hypothesis import given, settings
from hypothesis import strategies as st

CORNERS = st.tuples(st.integers(-3, 12), st.integers(-3, 12))
ORIGIN = np.array([500_000.0, 3_450_000.0])


def asked_one_by_one(xy: np.ndarray, polygons: np.ndarray) -> set[tuple[int, int]]:
    return set(zip(*(at.tolist() for at in np.nonzero(shapely.intersects_xy(polygons[:, None], xy[:, 0], xy[:, 1])))))


def found(xy: np.ndarray, polygons: np.ndarray) -> list[tuple[int, int]]:
    polygon, point = inside_pairs(xy, polygons)
    assert (np.diff(polygon) >= 0).all()
    return list(zip(polygon.tolist(), point.tolist()))


@pytest.fixture
def ring():
    """A square of ten with a hole of two in its middle."""
    return np.array([shapely.box(0, 0, 10, 10).difference(shapely.box(4, 4, 6, 6))])


def test_points_in_a_hole_are_outside_and_points_on_edges_inside(ring):
    xy = np.array([(5, 5), (1, 1), (4, 5), (10, 10), (10.1, 10), (np.nan, 1)])
    assert found(xy, ring) == [(0, 1), (0, 2), (0, 3)]


def test_a_point_belongs_to_all_polygons_that_hold_it(ring):
    assert sorted(found(np.array([(1.0, 1.0), (5.0, 5.0)]), np.append(ring, shapely.box(0, 0, 20, 20)))) == [(0, 0), (1, 0), (1, 1)]


def test_missing_and_empty_polygons_and_no_points_at_all(ring):
    none = np.array([None, shapely.Polygon(), ring[0]])
    assert found(np.array([(1.0, 1.0)]), none) == [(2, 0)]
    assert found(np.zeros((0, 2)), none) == []
    assert found(np.array([(1.0, 1.0)]), none[:2]) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CORNERS, min_size=3, max_size=7), min_size=1, max_size=6), st.integers(0, 2**32 - 1), st.integers(1, 400))
def test_any_polygons_and_points_on_squared_paper(outlines, seed, count):
    draw = np.random.default_rng(seed)
    shapes = [shapely.polygons(np.array(outline, dtype=float) + ORIGIN) for outline in outlines]
    polygons = np.array([shapely.multipolygons(polygons_of(shape)) for shape in shapely.make_valid(shapes)])
    # Half of the points on whole metres, where corners and edges are; one stands far away.
    xy = np.concatenate([draw.integers(-4, 14, (count, 2)), draw.uniform(-4, 14, (count, 2)), [(4000.0, 9000.0)]]) + ORIGIN
    pairs = found(xy, polygons)
    assert len(pairs) == len(set(pairs))
    assert set(pairs) == asked_one_by_one(xy, polygons)
