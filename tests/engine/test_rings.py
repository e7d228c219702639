"""Who stands inside a ring of walls sees no street outside it: knowing this is quicker and changes nothing."""

from __future__ import annotations

import numpy as np
import pytest
from community3d.processing.engine.barriers import barriers_of
from community3d.processing.engine.estates import points_of
from community3d.processing.engine.ground import Tables, survey
from community3d.processing.engine.rings import EITHER, OUTSIDE
from community3d.processing.engine.snapping import snap

from .test_otherrules import quarter
from .towns import boxes, lines, points, rings, settings

LIMIT_M = 120


def surveyed(streets, homes, walls, land=None):
    doors = points_of(points(*((f"D{k}", at) for k, at in enumerate(homes)), names=("doorplate_id",)))
    return survey(doors, doors[:1], streets, Tables(walls=walls, land=land), settings(snap_limit_m=LIMIT_M))


def without_rings(site, walls, land=None):
    return snap(site.parted, site.home_xy, limit_m=LIMIT_M, barriers=barriers_of(walls, land, limit_m=LIMIT_M))


def assert_equal(found, expected):
    assert found.edge.tolist() == expected.edge.tolist()
    assert found.walled.tolist() == expected.walled.tolist()
    assert found.leg_m == pytest.approx(expected.leg_m, abs=1e-9)
    assert found.offset_m == pytest.approx(expected.offset_m, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("seed", range(6))
def test_a_quarter_with_rings_and_a_canal(seed):
    town = quarter(seed)
    land = boxes(("C", "water", (-50, 200, 600, 212)), names=("land_id", "use"))
    doors, tables = points_of(town["doorplates"]), Tables(walls=town["walls"], land=land)
    site = survey(doors, doors[:1], town["streets"], tables, settings(snap_limit_m=LIMIT_M))
    assert len(site.rings.polygons) >= 5
    assert_equal(site.home_places, without_rings(site, town["walls"], land))


def test_a_bridge_over_the_wall_runs_on_no_side():
    # The street A crosses the ring at level 1, B at its gate-less wall on the ground, C stays outside.
    streets = lines(
        ("A", 1, [(-50, 20), (150, 20)]), ("B", 0, [(-50, 60), (150, 60)]), ("C", 0, [(-50, -10), (150, -10)]), names=("street_id", "level")
    )
    walls = rings(("W", "E", (0, 0, 100, 100)))
    site = surveyed(streets, [(50, 1), (50, 50), (50, -1)], walls)
    of = {name: set(site.rings.of_edge[site.uncut.street[site.parted.parent] == k].tolist()) for k, name in enumerate("ABC")}
    assert of == {"A": {EITHER}, "B": {0, OUTSIDE}, "C": {OUTSIDE}}
    # Inside, 1 m beside the wall, the bridge at 19 m is nearer than B; C at 11 m lies behind the wall.
    assert site.home_places.leg_m.tolist() == [19, 10, 9]
    assert_equal(site.home_places, without_rings(site, walls))


def test_a_street_along_the_wall_is_seen_from_both_sides():
    streets = lines(("A", [(0, 0), (100, 0)]), ("B", [(-50, -30), (150, -30)]), names=("street_id",))
    walls = rings(("W", "E", (0, 0, 100, 100)))
    site = surveyed(streets, [(50, 40), (50, -5), (50, 0)], walls)
    assert site.rings.of_edge.tolist() == [EITHER, OUTSIDE]
    assert_equal(site.home_places, without_rings(site, walls))
    assert site.home_places.leg_m.tolist() == [40, 5, 0]


def test_a_home_in_a_ring_without_streets_is_walled_in():
    streets = lines(("A", [(-50, -10), (150, -10)]), names=("street_id",))
    walls = rings(("W", "E", (0, 0, 100, 100)))
    site = surveyed(streets, [(50, 5), (50, -5)], walls)
    assert site.home_places.walled.tolist() == [True, False]
    assert np.isinf(site.home_places.leg_m[0])


def test_a_ring_inside_a_ring_is_a_side_of_its_own():
    # The moat between both walls has the street A, the keep the street B.
    streets = lines(("A", [(10, 5), (90, 5)]), ("B", [(40, 60), (60, 60)]), names=("street_id",))
    walls = rings(("W1", "E", (0, 0, 100, 100)), ("W2", "K", (30, 30, 70, 70)))
    site = surveyed(streets, [(50, 29), (50, 31)], walls)
    assert site.home_places.leg_m.tolist() == [24, 29]
    assert_equal(site.home_places, without_rings(site, walls))
