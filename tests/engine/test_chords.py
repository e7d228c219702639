from __future__ import annotations

import numpy as np
import pytest
import shapely
from community3d.processing.engine.chords import Chords, halved
from community3d.processing.engine.verges import Screens, plain_verges, verges

SQUARE = shapely.box(0, 0, 100, 100)


def cut(path: list, *chord: tuple, land: shapely.Polygon = SQUARE) -> tuple[shapely.Polygon, bool]:
    begin, corner, end = (np.array([place], dtype=float) for place in (chord if len(chord) == 3 else (*chord, chord[-1])))
    kept, known = halved(np.array([land]), np.array([shapely.LineString(path)]), Chords(begin, corner, end))
    return kept[0], bool(known[0])


def test_a_wall_through_land_leaves_the_side_of_the_path():
    low, known = cut([(10, 10), (90, 10)], (-5, 30), (105, 30))
    high, _ = cut([(10, 90), (90, 90)], (-5, 30), (105, 30))
    assert known
    assert low.equals(shapely.box(0, 0, 100, 30))
    assert high.equals(shapely.box(0, 30, 100, 100))


def test_the_corner_of_a_wall_takes_a_quarter_or_leaves_it():
    quarter, known = cut([(60, 60), (90, 90)], (50, 120), (50, 50), (120, 50))
    rest, _ = cut([(10, 10), (40, 90)], (50, 120), (50, 50), (120, 50))
    assert known
    assert quarter.equals(shapely.box(50, 50, 100, 100))
    assert rest.area == 7500


def test_a_wall_that_ends_inside_cuts_nothing_off():
    assert cut([(10, 10), (90, 10)], (-5, 30), (60, 30)) == (SQUARE, True)


@pytest.mark.parametrize(
    ("path", "chord"),
    [
        ([(10, 10), (90, 90)], ((-5, 30), (105, 30))),  # the path crosses the wall
        ([(10, 30), (90, 30)], ((-5, 30), (105, 30))),  # it runs along it
        ([(10, 10), (90, 10)], ((0, 0), (105, 105))),  # the wall runs through a corner of the land
        ([(10, 10), (20, 10)], ((-5, 30), (50, 60), (60, 50))),  # a corner, but its second wall ends inside
        ([(10, 10), (20, 10)], ((50, 50), (120, 60), (50, 70))),  # a corner outside: both walls end inside
    ],
)
def test_what_touches_or_crosses_in_less_plain_ways_is_not_known(path, chord):
    assert not cut(path, *chord)[1]


def test_land_with_a_hole_is_not_known():
    land = SQUARE.difference(shapely.box(40, 40, 60, 60))
    assert not cut([(10, 10), (90, 10)], (-5, 30), (105, 30), land=land)[1]


def test_a_wall_that_leaves_land_and_comes_back_is_not_known():
    # The land is a U; the wall spans its gap and ends in both arms.
    land = SQUARE.difference(shapely.box(40, 40, 60, 100))
    assert not cut([(10, 10), (90, 10)], (20, 70), (80, 70), land=land)[1]


def test_a_path_that_ends_at_the_wall_has_land_on_its_own_side():
    kept, known = cut([(50, 10), (50, 30)], (-5, 30), (105, 30))
    assert known
    assert kept.equals(shapely.box(0, 0, 100, 30))


@pytest.mark.parametrize("seed", range(4))
def test_land_beside_many_walls_is_what_a_general_overlay_makes(seed):
    random = np.random.default_rng(seed)
    compared = 0
    for _ in range(150):
        path = shapely.LineString(random.uniform(0, 60, (random.integers(2, 5), 2)))
        places = random.uniform(-40, 100, (random.integers(2, 5), 2))
        walls = shapely.linestrings(np.stack([places[:-1], places[1:]], axis=1))
        if shapely.intersects(walls, path).any():
            continue
        (land,) = verges(np.array([path]), Screens(walls, shapely.STRtree(walls)), buffer_m=25)
        (whole,) = plain_verges(np.array([path]), buffer_m=25)
        faces = shapely.get_parts(shapely.polygonize([shapely.union_all([whole.boundary, *walls])]))
        inside = shapely.intersects(whole, shapely.point_on_surface(faces))
        expected = shapely.union_all(faces[inside & (shapely.length(shapely.intersection(faces, path)) > 1e-3)])
        assert land.symmetric_difference(expected).area == pytest.approx(0, abs=1e-6)
        compared += 1
    assert compared > 20
