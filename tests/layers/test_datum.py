"""GCJ-02 and BD-09 against published pairs of points, and there and back over all of China."""

from __future__ import annotations

import numpy as np
import pytest
from community3d.layers.datum import BD09, DATUMS, GCJ02, WGS84, convert, shift_m
from community3d.layers.errors import InputError
from hypothesis import given, settings
from hypothesis import strategies as st

# github.com/googollee/eviltransform, its tests: Shanghai, Shenzhen, Beijing.
EVILTRANSFORM = [
    ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
    ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
    ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
]
# github.com/wandergis/coordtransform, its README.
TIANANMEN = (116.404, 39.915)
COORDTRANSFORM = [
    (WGS84, GCJ02, (116.41024449916938, 39.91640428150164)),
    (GCJ02, BD09, (116.41036949371029, 39.92133699351021)),
    (WGS84, BD09, (116.41662724378733, 39.922699552216216)),
]
WUZHONG = np.array([[120.63, 31.26]])
PAIRS = [(source, target) for source in DATUMS for target in DATUMS if source != target]


def one(place, source, target):
    return convert(np.array([place]), source=source, target=target)[0]


def metres(before, after):
    return np.hypot(*shift_m(np.atleast_2d(before), np.atleast_2d(after)).T)


@pytest.mark.parametrize(("true", "shifted"), EVILTRANSFORM)
def test_published_pairs_of_gcj02_are_met(true, shifted):
    np.testing.assert_allclose(one(true, WGS84, GCJ02), shifted, rtol=0, atol=1e-12)
    assert metres(one(shifted, GCJ02, WGS84), true) < 0.001


@pytest.mark.parametrize(("source", "target", "expected"), COORDTRANSFORM)
def test_published_pairs_of_bd09_are_met(source, target, expected):
    np.testing.assert_allclose(one(TIANANMEN, source, target), expected, rtol=0, atol=1e-12)
    assert metres(one(expected, target, source), TIANANMEN) < 0.001


def test_the_published_way_back_is_off_by_less_than_two_metres():
    # It takes the shift of the shifted place; ours looks for the place that is shifted there.
    assert 0.01 < metres(one(TIANANMEN, BD09, GCJ02), (116.39762729119315, 39.90865673957631)) < 2
    assert 0.01 < metres(one(TIANANMEN, GCJ02, WGS84), (116.39775550083061, 39.91359571849836)) < 2


def test_wuzhong_lies_466_metres_off_in_gcj02():
    moved = convert(WUZHONG, source=WGS84, target=GCJ02)
    east_m, north_m = shift_m(WUZHONG, moved)[0]
    assert (round(east_m), round(north_m)) == (399, -242)
    assert metres(WUZHONG, moved) == pytest.approx(466, abs=0.5)


def test_wuzhong_lies_eleven_hundred_metres_off_in_bd09():
    assert metres(WUZHONG, convert(WUZHONG, source=WGS84, target=BD09)) == pytest.approx(1100, abs=1.5)


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_there_and_back_over_china_is_a_tenth_of_a_millimetre(source, target):
    lon, lat = np.meshgrid(np.linspace(73.5, 135, 150), np.linspace(3.5, 53.5, 150))
    # At 105° E the formula has a root whose slope is endless.
    grid = np.vstack([np.column_stack([lon.ravel(), lat.ravel()]), [[105.0, 35.0], [105 + 1e-9, 30.0], [105 - 1e-12, 25.0]]])
    back = convert(convert(grid, source=source, target=target), source=target, target=source)
    assert metres(grid, back).max() < 1e-4


@given(
    st.lists(st.tuples(st.floats(73.5, 135), st.floats(3.5, 53.5)), min_size=1, max_size=20),
    st.sampled_from(PAIRS),
)
@settings(max_examples=30, deadline=None)
def test_any_place_in_china_comes_back(places, pair):
    source, target = pair
    there = convert(np.array(places), source=source, target=target)
    assert metres(np.array(places), convert(there, source=target, target=source)).max() < 0.001
    assert 50 < metres(np.array(places), there).max() < 3000


@pytest.mark.parametrize("place", [(103.86, -1.28), (139.76, 35.68), (7.42, 43.74), (-51.2, -30.0), (37.6, 55.9)])
def test_places_outside_the_box_stay(place):
    assert tuple(one(place, WGS84, BD09)) == place
    assert tuple(one(place, GCJ02, WGS84)) == place


def test_rows_without_a_place_stay_and_harm_no_other():
    places = np.array([[np.nan, np.nan], [120.63, 31.26], [np.inf, 31.0]])
    moved = convert(places, source=WGS84, target=GCJ02)
    np.testing.assert_array_equal(moved[[0, 2]], places[[0, 2]])
    np.testing.assert_array_equal(moved[1], convert(WUZHONG, source=WGS84, target=GCJ02)[0])


def test_the_given_array_is_not_changed():
    places = WUZHONG.copy()
    convert(places, source=WGS84, target=BD09)
    np.testing.assert_array_equal(places, WUZHONG)


def test_a_degree_is_111_km_at_the_equator():
    # On WGS 84: 111,319.49 m east, 110,574.3 m north.
    assert shift_m(np.array([[100.0, -0.5]]), np.array([[101.0, 0.5]]))[0] == pytest.approx([111319.49, 110574.3], abs=0.05)


def test_unknown_words_are_refused_with_the_known_ones():
    with pytest.raises(InputError, match=r"Unknown coordinates “Mars”\. Choose one of: WGS84, GCJ-02, BD-09"):
        convert(WUZHONG, source="Mars", target=WGS84)
