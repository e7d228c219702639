"""Degrees, minutes and seconds run together: 120.3712 may be 120°37′12″, and decimals if nothing shows that."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from community3d.layers.doorplates.intake import Wishes, take_in_register
from community3d.layers.incoming.table import of_frame
from community3d.layers.sexagesimal import run_together
from hypothesis import given
from hypothesis import strategies as st

ROWS = 40


def dotted(degrees: np.ndarray) -> np.ndarray:
    """120.62 is 120°37′12″ and is written 120.3712."""
    seconds = np.round(degrees * 3600, 3)
    return np.round(seconds // 3600 + seconds // 60 % 60 / 100 + seconds % 60 / 1e4, 7)


@pytest.fixture
def places() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(4)
    return 120.62 + 0.02 * rng.random(ROWS), 31.26 + 0.02 * rng.random(ROWS)


def test_seconds_behind_the_point_are_read(places):
    assert dotted(np.array([120.62]))[0] == 120.3712
    lon, lat, said = run_together(*map(dotted, places))
    np.testing.assert_allclose([lon, lat], places, atol=1e-6)
    assert "120.37125 is 120°37′12.5″" in str(said)


def test_decimals_stay_decimals(places):
    assert run_together(*places) is None


def test_one_row_with_sixty_seconds_shows_decimals(places):
    lon, lat = map(dotted, places)
    lon[7] = 120.3760
    assert run_together(lon, lat) is None


def test_few_rows_prove_nothing(places):
    lon, lat = map(dotted, places)
    assert run_together(lon[:8], lat[:8]) is None


@given(st.integers(0, 10_000))
def test_decimal_degrees_of_a_district_are_never_taken_apart(seed):
    rng = np.random.default_rng(seed)
    corner = rng.uniform([74, 18], [134, 53])
    assert run_together(*(np.round(start + 0.05 * rng.random(200), 6) for start in corner)) is None


@pytest.mark.parametrize("form", [dotted, lambda degrees: np.round(dotted(degrees) * 1e4, 3)])
def test_a_register_in_such_numbers_is_placed(places, form):
    rows = pd.DataFrame({"门牌编号": range(ROWS), "地址": "宝带西路5号", "经度": form(places[0]), "纬度": form(places[1])})
    for coordinates in ("WGS84", "GCJ-02"):
        taken = take_in_register(of_frame(rows), Wishes(coordinates=coordinates, crs="EPSG:4549"))
        assert len(taken.frame) == ROWS
        assert any("degrees" in str(note) for note in taken.notes)
    x, y = taken.frame.geometry.x.mean(), taken.frame.geometry.y.mean()
    # 120.63 E stands 60 km east of 120.0; 31.27 N is 3,461 km from the equator.
    assert abs(x - 560_000) < 1_500
    assert abs(y - 3_461_000) < 1_500


def test_metres_are_no_degrees():
    rng = np.random.default_rng(1)
    assert run_together(540_000 + 5_000 * rng.random(200), 3_460_000 + 5_000 * rng.random(200)) is None
