"""Footprints packed and read back."""

from __future__ import annotations

import numpy as np
import scene_unpack as unpack
import shapely
from community3d.processing.scene.place import place_of, powers
from community3d.processing.scene.quantise import part
from community3d.processing.scene.shapes import line_columns, polygon_columns, without_holes

PLACE = place_of((560_000.0, 3_460_000.0, 561_000.0, 3_461_000.0), "EPSG:4549")


def read(polygons: list) -> list:
    columns = polygon_columns("b", np.array(polygons, dtype=object), PLACE)
    return unpack.rings(unpack.unpacked(part({}, columns))[1], "b")


def area_of(ring: list) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]])) / 2


def test_no_corner_moves_by_more_than_five_centimetres_each_way():
    house = shapely.Polygon(
        [(560_500.04, 3_460_500.06), (560_510.33, 3_460_501.91), (560_509.17, 3_460_512.49), (560_499.96, 3_460_510.02)]
    )
    [[[ring]]] = read([house])
    there = np.array(ring) + PLACE.origin
    assert shapely.hausdorff_distance(shapely.Polygon(there), house) <= 0.05 * 2**0.5 + 1e-6


def test_outlines_run_clockwise_and_holes_the_other_way():
    court = shapely.box(560_000, 3_460_000, 560_030, 3_460_030).difference(shapely.box(560_010, 3_460_010, 560_020, 3_460_020))
    for turned in (court, shapely.reverse(court)):
        [[[outline, hole]]] = read([turned])
        assert area_of(outline) == -900
        assert area_of(hole) == 100


def test_rings_are_open_and_doubled_corners_joined():
    doubled = shapely.Polygon([(560_000, 3_460_000), (560_000, 3_460_010), (560_000.01, 3_460_010.01), (560_010, 3_460_010)])
    [[[ring]]] = read([doubled])
    assert len(ring) == 3


def test_a_footprint_that_crosses_itself_becomes_its_parts():
    bow = shapely.Polygon([(560_000, 3_460_000), (560_010, 3_460_010), (560_010, 3_460_000), (560_000, 3_460_010)])
    [parts] = read([bow])
    assert len(parts) == 2


def test_what_has_no_area_keeps_its_row_without_parts():
    sliver = shapely.Polygon([(560_000, 3_460_000), (560_000.01, 3_460_000), (560_000.01, 3_460_000.01)])
    houses = read([sliver, None, shapely.box(560_000, 3_460_000, 560_010, 3_460_010)])
    assert [len(parts) for parts in houses] == [0, 0, 1]


def test_a_multi_line_gives_several_lines():
    lines = np.array(
        [shapely.MultiLineString([[(560_000, 3_460_000), (560_010, 3_460_000)], [(560_020, 3_460_000), (560_030, 3_460_000)]])]
    )
    columns, source = line_columns("s", lines, PLACE)
    assert unpack.unpacked(part({}, columns))[1]["s.sizes"] == [2, 2]
    assert source.tolist() == [0, 0]


def test_degrees_are_right_to_a_centimetre():
    # 120° E is the central meridian of EPSG:4549, its easting 500 000 m.
    place = place_of((499_000.0, 3_459_000.0, 501_000.0, 3_461_000.0), "EPSG:4549")
    terms = powers(np.array([0.0]), np.array([0.0]))
    assert abs(place.longitude + (terms @ np.array(place.to_lon_lat[0])).item() - 120) < 1e-7


def test_small_holes_are_filled_and_large_ones_stay():
    # Two squares of 100 m; the first has a hole of 10 m and one of 60 m.
    first = shapely.box(0, 0, 100, 100) - shapely.box(5, 5, 15, 15) - shapely.box(30, 30, 90, 90)
    both = shapely.multipolygons([first, shapely.box(200, 0, 300, 100)])
    filled = without_holes(np.array([both, first], dtype=object), 2500.0)
    assert shapely.area(filled).tolist() == [100 * 100 - 60 * 60 + 100 * 100, 100 * 100 - 60 * 60]
