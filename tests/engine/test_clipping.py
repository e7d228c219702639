"""Street metres by area: the same as cutting each street at each area by GEOS."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from community3d.layers.profiles import walker
from community3d.processing.engine.clipping import street_metres
from community3d.processing.engine.network import build_network
from hypothesis import given, settings
from hypothesis import strategies as st

from .towns import ORIGIN, lines

PLANNING = walker("planning")
PLACES = st.tuples(st.integers(0, 12), st.integers(0, 12))
BOXES = st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(7, 12), st.integers(7, 12))
STEP_M = 25


def metres(streets, *shapes: shapely.Geometry) -> list[float]:
    network = build_network(streets, walker=PLANNING)
    area, _, length_m = street_metres(network, np.array(shapes, dtype=object))
    assert (length_m >= 0).all()
    return np.bincount(area, length_m, len(shapes)).tolist()


def area(*corners: tuple[float, float]) -> shapely.Geometry:
    return shapely.polygons(np.array(corners, dtype=float) + ORIGIN)


def test_a_long_street_without_corners_is_cut_wherever_areas_meet():
    thirds = [area((x, 0), (x + 100, 0), (x + 100, 50), (x, 50)) for x in (0, 100, 200)]
    assert metres(lines(("S1", [(-40, 20), (340, 20)])), *thirds) == pytest.approx([100, 100, 100])


def test_a_street_through_a_corner_of_four_areas_is_cut_there():
    four = [area((x, y), (x + 60, y), (x + 60, y + 60), (x, y + 60)) for x in (0, 60) for y in (0, 60)]
    assert metres(lines(("S1", [(0, 0), (120, 120)])), *four) == pytest.approx([60 * 2**0.5, 0, 0, 60 * 2**0.5])


def test_a_street_counts_half_on_an_outline_and_whole_inside_the_area_around():
    # 40 of 50 m run on the outline of the first area, all in the second.
    inner, outer = area((0, 0), (40, 0), (40, 40), (0, 40)), area((-99, -99), (99, -99), (99, 99), (-99, 99))
    assert metres(lines(("S1", [(-10, 0), (40, 0)])), inner, outer) == pytest.approx([20, 50])


def test_streets_without_areas():
    assert metres(lines(("S1", [(0, 0), (10, 0)]))) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(BOXES, min_size=1, max_size=3), min_size=1, max_size=5), st.lists(PLACES, min_size=2, max_size=9))
def test_any_areas_of_boxes_and_any_street_on_squared_paper(boxes, street):
    shapes = [shapely.union_all([shapely.box(*(np.array(box) * STEP_M + [*ORIGIN, *ORIGIN])) for box in of_area]) for of_area in boxes]
    path = [place for place, before in zip(street, [None, *street]) if place != before]
    if len(path) < 2:
        return
    streets = lines(("S1", [(x * STEP_M, y * STEP_M) for x, y in path]))
    network = build_network(streets, walker=PLANNING)
    pieces = shapely.linestrings(np.stack([network.xy[network.segment_vertex], network.xy[network.segment_vertex + 1]], axis=1))
    rims = shapely.boundary(np.array(shapes))[:, None]
    whole, half = (shapely.length(shapely.intersection(pieces, of)).sum(axis=1) for of in (np.array(shapes)[:, None], rims))
    assert metres(streets, *shapes) == pytest.approx((whole - half / 2).tolist(), abs=1e-5)
