"""Points in boxes and in polygons."""

import numpy as np
import pytest
import shapely
from community3d.processing.engine.boxes import meeting_boxes, points_in_boxes
from community3d.processing.engine.estates import points_inside

UNKNOWN = (np.nan, np.nan)


def pairs(found):
    return sorted(zip(*(rows.tolist() for rows in found)))


def test_a_point_on_the_rim_stands_in_the_box():
    boxes = np.array([[0, 0, 10, 10], [10, 0, 20, 10]], dtype=float)
    xy = np.array([(10, 5), (5, 5), (25, 5), UNKNOWN])
    assert pairs(points_in_boxes(boxes, xy)) == [(0, 0), (0, 1), (1, 0)]


def test_nothing_stands_in_nothing():
    assert pairs(points_in_boxes(np.zeros((0, 4)), np.zeros((3, 2)))) == []
    assert pairs(points_in_boxes(np.array([[0.0, 0, 1, 1]]), np.array([UNKNOWN]))) == []


@pytest.mark.parametrize("seed", range(20))
def test_the_pairs_are_those_that_looking_at_all_finds(seed):
    generator = np.random.default_rng(seed)
    xy = generator.uniform(-50, 1000, (300, 2)) * (1, 0.0 if seed == 3 else 1)
    low = generator.uniform(-200, 1100, (40, 2))
    boxes = np.concatenate([low, low + generator.uniform(0, 10 ** generator.uniform(0, 3, (40, 1)), (40, 2))], axis=1)
    inside = ((xy >= boxes[:, None, :2]) & (xy <= boxes[:, None, 2:])).all(axis=2)
    box, point = points_in_boxes(boxes, xy)
    assert (np.diff(box) >= 0).all()
    assert pairs((box, point)) == pairs(np.nonzero(inside))


def test_a_point_in_the_box_of_an_outline_may_stand_outside_the_outline():
    corner = shapely.Polygon([(0, 0), (10, 0), (0, 10)])
    polygons = np.array([None, corner, shapely.Polygon()], dtype=object)
    assert pairs(points_inside(polygons, np.array([(2.0, 2.0), (9.0, 9.0), (5.0, 5.0)]))) == [(1, 0), (1, 2)]


def test_boxes_that_touch_in_a_corner_meet():
    boxes, others = np.array([[0.0, 0, 10, 10]]), np.array([[10.0, 10, 20, 20], [10.1, 0, 20, 10], [np.nan] * 4, [2, 2, 3, 3]])
    assert [rows.tolist() for rows in meeting_boxes(boxes, others)] == [[0, 0], [0, 3]]
    for nothing, other in ((boxes[:0], others), (others[2:3], boxes), (boxes, others[:0])):
        assert pairs(meeting_boxes(nothing, other)) == []


@pytest.mark.parametrize("seed", range(20))
def test_the_boxes_that_meet_are_those_that_looking_at_all_finds(seed):
    generator = np.random.default_rng(seed)
    boxes, others = (_some_boxes(generator, count, flat=seed == 3) for count in (300, 400))
    # On one line, or with one that covers all of the others.
    others[0] = (-1e4, -1e4, 1e7, 1e7) if seed == 4 else others[0]
    meets = (boxes[:, None, :2] <= others[None, :, 2:]).all(axis=2) & (others[None, :, :2] <= boxes[:, None, 2:]).all(axis=2)
    assert [rows.tolist() for rows in meeting_boxes(boxes, others)] == [rows.tolist() for rows in np.nonzero(meets)]


def _some_boxes(generator, count, *, flat):
    low = generator.uniform(-200, 1100, (count, 2)).round(0) * (1, 0 if flat else 1)
    side = generator.uniform(0, 10 ** generator.uniform(0, 3, (count, 1)), (count, 2)).round(0) * (1, 0 if flat else 1)
    return np.concatenate([low, low + side], axis=1)
