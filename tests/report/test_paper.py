"""Geometry on paper."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from community3d.processing.report.paper import about_scale, area_paths, frame_of, line_paths, scale_bar, widths_mm

# 1 650 m on 165 mm: one millimetre is 10 m, one unit 0.1 m.
BOUNDS = np.array([0.0, 0.0, 1650.0, 1000.0])


@pytest.fixture
def frame():
    return frame_of(BOUNDS, x=0, y=0, width=16500, height=10000, margin=0)


def test_the_bounds_fill_the_paper_and_north_is_up(frame):
    assert frame.places(np.array([[0.0, 1000.0], [1650.0, 0.0]])).tolist() == [[0, 0], [16500, 10000]]


def test_the_scale_is_that_of_the_paper(frame):
    assert about_scale(frame) == 10000


def test_the_scale_bar_is_round_and_not_longer_than_four_centimetres(frame):
    # 200 m are 20 mm, 500 m would be 50 mm.
    bar = scale_bar(frame)
    assert (bar.label, bar.half, bar.width, bar.kilometres) == ("200", "100", 2000, False)


def test_a_hole_stays_a_hole(frame):
    square = shapely.box(0, 0, 1000, 1000).difference(shapely.box(400, 400, 600, 600))
    path = area_paths(np.array([square]), frame)[0]
    assert path.count("M") == path.count("z") == 2


def test_what_is_finer_than_the_pen_is_left_out(frame):
    # 1 m on the ground is 0.1 mm on paper, less than 0.15 mm.
    line = shapely.LineString([(0, 0), (100, 1), (200, 0), (300, 1), (400, 0)])
    assert line_paths(np.array([line]), frame)[0] == "M0 10000l4000 0"


def test_an_empty_shape_draws_nothing(frame):
    assert area_paths(np.array([shapely.Polygon()]), frame) == [""]


def test_the_room_for_a_label_is_measured_where_it_stands(frame):
    assert widths_mm(np.array([shapely.box(0, 0, 300, 900)]), frame) == pytest.approx([30.0])
