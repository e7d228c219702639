"""Which coordinate system a place takes, and the way into it."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from community3d.layers import crs
from community3d.layers.errors import InputError

CITIES_IN_CHINA = {
    "Suzhou": (120.62, 31.30, "EPSG:4549"),
    "Beijing": (116.32, 40.00, "EPSG:4548"),
    "Chongqing Fuling": (107.39, 29.70, "EPSG:4545"),
    "Kashgar": (75.99, 39.47, "EPSG:4534"),
    "Fuyuan": (134.30, 48.30, "EPSG:4554"),
    "Urumqi": (87.62, 43.83, "EPSG:4538"),
    "Sanya": (109.51, 18.25, "EPSG:4546"),
    "Lhasa": (91.11, 29.65, "EPSG:4539"),
    "Manzhouli": (117.43, 49.58, "EPSG:4548"),
    "Dandong": (124.37, 40.14, "EPSG:4550"),
    "Jinghong": (100.80, 22.01, "EPSG:4543"),
}
CITIES_ELSEWHERE = {
    "Monaco": (7.42, 43.74, "EPSG:32632"),
    "Singapore": (103.86, 1.28, "EPSG:32648"),
    "Porto Alegre": (-51.2, -30.05, "EPSG:32722"),
    "Taipei": (121.56, 25.04, "EPSG:32651"),
    "Hanoi": (105.85, 21.03, "EPSG:32648"),
    "Seoul": (126.98, 37.57, "EPSG:32652"),
    "Ulaanbaatar": (106.9, 47.9, "EPSG:32648"),
    "Vladivostok": (131.9, 43.1, "EPSG:32652"),
    "Kathmandu": (85.32, 27.72, "EPSG:32645"),
    "Almaty": (76.9, 43.25, "EPSG:32643"),
}


@pytest.mark.parametrize("city", CITIES_IN_CHINA)
def test_chinese_cities_take_the_cgcs2000_zone_without_prefix(city):
    lon, lat, authid = CITIES_IN_CHINA[city]
    assert crs.metric_crs(lon, lat) == authid


@pytest.mark.parametrize("city", CITIES_ELSEWHERE)
def test_cities_elsewhere_take_utm(city):
    lon, lat, authid = CITIES_ELSEWHERE[city]
    assert crs.metric_crs(lon, lat) == authid


def test_the_last_meridian_belongs_to_zone_one():
    assert crs.metric_crs(180.0, -17.0) == "EPSG:32701"


def test_a_system_is_called_by_its_registered_name():
    assert crs.crs_name("EPSG:4549") == "CGCS2000 / 3-degree Gauss-Kruger CM 120E"


def test_the_central_meridian_has_easting_500000_first():
    # x before y, although EPSG declares north before east for this system.
    x, y = crs.reproject_xy(np.array([[120.0, 31.0]]), source=crs.LONLAT, target="EPSG:4549")[0]
    assert x == pytest.approx(500000, abs=1e-3)
    assert y == pytest.approx(3431000, abs=1000)


def test_hong_kong_keeps_its_datum_on_the_way_to_cgcs2000():
    # 22.34436° N, 114.14982° E is N 822808, E 833482 by Hong Kong's own address data; the datums lie 300 m apart.
    lon, lat = crs.reproject_xy(
        crs.reproject_xy(np.array([[833482.0, 822808.0]]), source="EPSG:2326", target="EPSG:4547"), source="EPSG:4547", target=crs.LONLAT
    )[0]
    assert (lon, lat) == pytest.approx((114.14982, 22.34436), abs=1e-5)


def test_gdal_gives_the_same_place_where_pyproj_is_a_stranger(monkeypatch):
    place = np.array([[120.6, 31.3], [121.0, 31.0]])
    expected = crs.reproject_xy(place, source=crs.LONLAT, target="EPSG:4549")
    monkeypatch.setattr(crs, "_pyproj_is_ours", lambda: False)
    np.testing.assert_allclose(crs.reproject_xy(place, source=crs.LONLAT, target="EPSG:4549"), expected, atol=1e-6)


def test_equal_coordinates_stay_equal():
    lines = np.array([shapely.LineString([(120.1, 31.1), (120.2, 31.2)]), shapely.LineString([(120.2, 31.2), (120.3, 31.1)])])
    first, second = crs.reproject(lines, source=crs.LONLAT, target="EPSG:4549")
    assert first.coords[-1] == second.coords[0]


def test_degrees_are_refused_as_metres():
    with pytest.raises(InputError, match=r"EPSG:4490 \(China Geodetic Coordinate System 2000\) is not a projected .* in metres"):
        crs.require_metres("EPSG:4490")


def test_an_unknown_system_is_refused():
    with pytest.raises(InputError, match=r"Unknown coordinate system “EPSG:1”\. Write an authority and a code"):
        crs.crs_name("EPSG:1")
