from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from community3d.layers.profiles import WALKERS
from community3d.layers.sample.town import sample_town
from community3d.processing.engine.bands import bands, roadside_of
from community3d.processing.engine.graph import Network
from community3d.processing.engine.network import street_network
from community3d.processing.engine.reach import Reach, lines_of
from community3d.processing.engine.verges import screens_of, verges

CAP_M2 = 2 * 2**0.5 * 25**2  # an octagon in the circle of 25 m


def network_of(*lines: tuple) -> Network:
    frame = gpd.GeoDataFrame({"street_id": [f"S{k}" for k in range(len(lines))]}, geometry=[shapely.LineString(c) for c in lines])
    return street_network(frame, walker=WALKERS["planning"])


def reach(*parts: tuple[int, float, float]) -> Reach:
    edge, from_m, to_m = zip(*parts)
    return Reach(np.array(edge), np.array(from_m, dtype=float), np.array(to_m, dtype=float))


def screens(*walls: tuple, land: gpd.GeoDataFrame | None = None):
    return screens_of(gpd.GeoDataFrame(geometry=[shapely.LineString(wall) for wall in walls]), land)


def line(*xy: tuple[float, float]) -> np.ndarray:
    return np.array([shapely.LineString(xy)])


def test_a_band_is_the_reached_street_and_25_m_beside_it():
    roadside = roadside_of(network_of(((0, 0), (300, 0))), None, buffer_m=25)
    (band,) = bands(roadside, [reach((0, 0, 200))])
    assert band.area == pytest.approx(200 * 50 + CAP_M2)


def test_the_middle_that_nobody_reaches_stays_a_gap():
    roadside = roadside_of(network_of(((0, 0), (1000, 0))), None, buffer_m=25)
    (band,) = bands(roadside, [reach((0, 0, 100), (0, 900, 1000))])
    assert not band.contains(shapely.Point(500, 0))
    assert len(band.geoms) == 2


def test_the_inside_of_a_block_is_a_hole():
    square = network_of(((0, 0), (200, 0)), ((200, 0), (200, 200)), ((200, 200), (0, 200)), ((0, 200), (0, 0)))
    (band,) = bands(roadside_of(square, None, buffer_m=25), [reach(*((e, 0, 200) for e in range(4)))])
    # The hole is 200 m less 25 m on every side.
    assert [round(shapely.Polygon(ring).area) for ring in band.geoms[0].interiors] == [150 * 150]
    assert band.geoms[0].exterior.is_ccw
    assert not band.geoms[0].interiors[0].is_ccw


def test_a_wider_limit_contains_the_narrower_one():
    roadside = roadside_of(network_of(((0, 0), (300, 0)), ((300, 0), (300, 300))), None, buffer_m=25)
    narrow, middle, wide = bands(roadside, [reach((0, 100, 200)), reach((0, 50, 300)), reach((0, 0, 300), (1, 0, 40))])
    assert narrow.within(middle)
    assert middle.within(wide)
    whole = shapely.union_all(shapely.buffer(lines_of(roadside.network, reach((0, 0, 300), (1, 0, 40))), 25, quad_segs=2))
    assert wide.symmetric_difference(whole).area == pytest.approx(0, abs=1e-6)


def test_nothing_reached_is_an_empty_band():
    roadside = roadside_of(network_of(((0, 0), (300, 0))), None, buffer_m=25)
    nothing = Reach(np.zeros(0, dtype=int), np.zeros(0), np.zeros(0))
    assert [band.area for band in bands(roadside, [nothing, reach((0, 0, 10))])] == [0, pytest.approx(10 * 50 + CAP_M2)]


def test_land_behind_a_wall_does_not_belong_to_the_path():
    (land,) = verges(line((0, 0), (100, 0)), screens(((-50, 10), (150, 10))), buffer_m=25)
    assert land.bounds[3] == 10
    assert land.bounds[1] == -25


def test_a_wall_that_ends_beside_the_path_cuts_nothing_off():
    (land,) = verges(line((0, 0), (100, 0)), screens(((40, 10), (60, 10))), buffer_m=25)
    assert land.area == pytest.approx(100 * 50 + CAP_M2)


def test_a_path_through_a_gate_has_land_on_both_sides_of_the_wall():
    (land,) = verges(line((50, -40), (50, 40)), screens(((0, 0), (100, 0))), buffer_m=25)
    assert land.area == pytest.approx(80 * 50 + CAP_M2)


def test_a_path_along_a_wall_and_out_of_its_gate_has_no_land_behind_the_wall_beside_it():
    # 100 m along the wall, 10 m inside it; out at the corner, 40 m on. South of the wall only the path outside has land.
    wall = ((-100, 0), (120, 0), (120, 200))
    (land,) = verges(line((0, 10), (160, 10)), screens(wall), buffer_m=25)
    assert not land.intersects(shapely.box(-30, -30, 90, -0.1))
    assert land.contains(shapely.Point(130, -5))
    assert land.contains(shapely.Point(50, 5))


def test_a_path_that_ends_at_a_wall_has_land_on_its_own_side_only():
    (land,) = verges(line((50, -40), (50, 0)), screens(((0, 0), (100, 0))), buffer_m=25)
    assert land.bounds[3] == 0


def test_a_street_that_is_reached_up_to_a_gate_has_no_land_behind_the_wall():
    roadside = roadside_of(network_of(((50, -100), (50, 100))), screens(((0, 0), (100, 0))), buffer_m=25)
    before, through = bands(roadside, [reach((0, 0, 95)), reach((0, 0, 105))])
    # 5 m before the wall the round end is cut off at it; 5 m behind it the land lies on both sides.
    assert before.bounds[3] == pytest.approx(0, abs=1e-4)
    assert through.bounds[3] == pytest.approx(30, abs=1e-4)


def test_the_other_bank_of_a_canal_is_not_beside_the_path():
    canal = gpd.GeoDataFrame({"use": ["water"]}, geometry=[shapely.box(-100, 5, 200, 15)])
    (land,) = verges(line((0, 0), (100, 0)), screens_of(None, canal), buffer_m=25)
    assert land.bounds[3] == 5


def test_a_bridge_has_land_on_both_banks():
    canal = gpd.GeoDataFrame({"use": ["water"]}, geometry=[shapely.box(-100, -5, 100, 5)])
    (land,) = verges(line((0, -30), (0, 30)), screens_of(None, canal), buffer_m=25)
    assert land.area == pytest.approx(60 * 50 + CAP_M2)


def test_houses_and_green_are_no_screen():
    assert screens_of(None, gpd.GeoDataFrame({"use": ["residential", "green"]}, geometry=[shapely.box(0, 0, 1, 1)] * 2)) is None
    assert screens_of(None, None) is None


def test_the_stub_before_the_old_estate_stays_outside_its_wall():
    town = sample_town()
    network = street_network(town["streets"], walker=WALKERS["planning"])
    stub = np.flatnonzero(town["streets"]["street_id"].to_numpy()[network.street] == "S10")
    (land,) = verges(lines_of(network, reach((stub[0], 0, 50))), screens_of(town["walls"], town["land"]), buffer_m=25)
    # 50 m by 50 m and the half circle at its foot; at its head stands the wall.
    assert land.area == pytest.approx(2500 + CAP_M2 / 2)


@pytest.mark.parametrize("seed", range(4))
def test_blocks_and_single_edges_make_the_same_land_as_all_edges_joined(seed):
    random = np.random.default_rng(seed)
    steps = [((x, y), (x + dx, y + dy)) for x in range(0, 900, 100) for y in range(0, 900, 100) for dx, dy in ((100, 0), (0, 100))]
    network = network_of(*steps)
    reached = random.random(network.size) < 0.9
    share = np.where(random.random(network.size) < 0.2, 0.5, 1.0)
    half = Reach(np.flatnonzero(reached), np.zeros(reached.sum()), 100 * share[reached])
    whole = Reach(np.arange(network.size), np.zeros(network.size), np.full(network.size, 100.0))
    first, second = bands(roadside_of(network, None, buffer_m=25), [half, whole])
    for band, part in ((first, half), (second, whole)):
        expected = shapely.union_all(shapely.buffer(lines_of(network, part), 25, quad_segs=2))
        # Corners lie on a grid of 1.5e-8 m.
        assert band.symmetric_difference(expected).area == pytest.approx(0, abs=1e-4)


def test_a_band_far_from_the_origin_is_the_same_band_elsewhere():
    steps = [((x, 0), (x + 40, 17)) for x in range(0, 400, 40)] + [((x + 40, 17), (x + 40, 0)) for x in range(0, 400, 40)]
    far = (39_530_000, 3_460_000)
    found = []
    for dx, dy in ((0, 0), far):
        network = network_of(*([(x + dx, y + dy) for x, y in step] for step in steps))
        whole = Reach(np.arange(network.size), np.zeros(network.size), network.length_m)
        found += bands(roadside_of(network, screens(((-50 + dx, -5 + dy), (450 + dx, -5 + dy))), buffer_m=25), [whole])
    back = shapely.transform(found[1], lambda xy: xy - far)
    assert back.is_valid
    assert back.symmetric_difference(found[0]).area == pytest.approx(0, abs=1e-3)
