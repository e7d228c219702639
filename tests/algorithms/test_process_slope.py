"""Elevation models, delays and the detour factor through qgis_process."""

from __future__ import annotations

import json
import math
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from community3d.layers.geopackage import read_table, write_geopackage
from community3d.layers.sample.town import sample_town
from osgeo import gdal, osr

from . import process

pytestmark = process.MARKS
CRS, WEST, SOUTH = "EPSG:4549", 540_000.0, 3_460_000.0
UP = math.exp(-0.35)  # Tobler's ratio on 10 % uphill; on 10 % downhill it is 1


def plane(path: Path, *, west: float, south: float, size: int = 200, cell: float = 20.0) -> Path:
    """Heights that rise by 10 % to the east."""
    raster = gdal.GetDriverByName("GTiff").Create(str(path), size, size, 1, gdal.GDT_Float32)
    raster.SetGeoTransform((west, cell, 0, south + size * cell, 0, -cell))
    reference = osr.SpatialReference()
    reference.SetFromUserInput(CRS)
    raster.SetProjection(reference.ExportToWkt())
    raster.GetRasterBand(1).WriteArray(np.tile((np.arange(size) + 0.5) * cell / 10, (size, 1)))
    return path


@pytest.fixture(scope="module")
def road(tmp_path_factory) -> Path:
    """A street of 1,000 m to the east, a signal of 20 m beyond it and 480 m more; a place in the middle of the first."""
    path = tmp_path_factory.mktemp("road") / "road.gpkg"
    at = [(0, 1000), (1000, 1020), (1020, 1500)]
    lines = [shapely.LineString([(WEST + a, SOUTH), (WEST + b, SOUTH)]) for a, b in at]
    kinds = ["residential", "traffic_signals", "residential"]
    streets = gpd.GeoDataFrame({"street_id": ["A", "B", "C"], "kind": kinds}, geometry=lines, crs=CRS)
    places = gpd.GeoDataFrame({"place_id": ["P"]}, geometry=[shapely.Point(WEST + 500, SOUTH)], crs=CRS)
    write_geopackage(path, {"streets": streets, "places": places}, crs=CRS)
    return path


def reached(profile: Path, road: Path, folder: Path, **more: object) -> process.Run:
    layers = {"STREETS": f"{road}|layername=streets", "PLACES": f"{road}|layername=places"}
    return process.run(profile, "isochrones", **{**layers, "LIMITS": "5", "OUTPUT": folder / "bands.gpkg", **more})


def test_slopes_shorten_the_way_up_and_not_the_way_down(profile, road, tmp_path):
    # 300 s at 1 m/s: 300 m downhill from the east and 211.4 m uphill from the west.
    dem = plane(tmp_path / "坡.tif", west=WEST - 500, south=SOUTH - 2000)
    done = reached(profile, road, tmp_path, DEM=dem)
    assert done.code == 0, done.said
    assert json.loads(done.results["REACHED_KM"])["5"] == pytest.approx(0.3 * (1 + UP), abs=1e-6)
    assert done.results["DEM_COVER"] == 1
    assert json.loads(done.results["PARAMETERS"])["DEM"] == str(dem)


def test_a_model_in_degrees_slopes_the_same(profile, road, tmp_path):
    dem = plane(tmp_path / "plane.tif", west=WEST - 500, south=SOUTH - 2000)
    gdal.Warp(str(tmp_path / "degrees.tif"), str(dem), dstSRS="EPSG:4326", resampleAlg="bilinear", dstNodata=-9999)
    done = reached(profile, road, tmp_path, DEM=tmp_path / "degrees.tif")
    assert done.code == 0, done.said
    assert json.loads(done.results["REACHED_KM"])["5"] == pytest.approx(0.3 * (1 + UP), abs=5e-4)


def test_what_a_model_does_not_cover_is_said(profile, road, tmp_path):
    # The model ends 1,000 m from the west of the street, which is 1,500 m long in three parts.
    dem = plane(tmp_path / "dem.tif", west=WEST - 3000 + 10, south=SOUTH - 2000)
    done = reached(profile, road, tmp_path, DEM=dem)
    assert done.code == 0, done.said
    assert done.results["DEM_COVER"] == pytest.approx(1000 / 1500, abs=1e-9)


def test_delays_hold_back_where_they_are_given(profile, road, tmp_path):
    # 9 min from the middle of the street: 540 m to the west end (500) and to the east (520 to behind the signal, then 20, less the wait).
    for penalties, east_m in (("", 540), ("signal=15", 525), ("signal=15; residential=0.5", 270)):
        done = reached(profile, road, tmp_path, LIMITS="9", PENALTIES=penalties)
        assert done.code == 0, done.said
        west_m = min(500, 540 * (0.5 if "residential" in penalties else 1))
        assert json.loads(done.results["REACHED_KM"])["9"] == pytest.approx((west_m + east_m) / 1000, abs=1e-9), penalties


REFUSED = (
    ({"DEM": "/nowhere/dem.tif"}, "DEM: “/nowhere/dem.tif” cannot be opened"),
    ({"PENALTIES": "stairs=2; signal=-1"}, "“stairs” is no penalty"),
    ({"PENALTIES": "stairs=2; signal=-1"}, "signal is -1.0; it must be seconds from 0 to 3600."),
    ({"DETOUR_FACTOR": 0.5}, "DETOUR_FACTOR"),
)


@pytest.mark.parametrize(("inputs", "words"), REFUSED)
def test_what_makes_no_sense_is_refused(profile, road, tmp_path, inputs, words):
    done = reached(profile, road, tmp_path, **inputs)
    assert done.code != 0
    assert words in done.said
    assert not (tmp_path / "bands.gpkg").exists()


def test_a_model_of_another_place_is_refused(profile, road, tmp_path):
    done = reached(profile, road, tmp_path, DEM=plane(tmp_path / "far.tif", west=WEST + 90_000, south=SOUTH))
    assert done.code != 0
    assert "does not cover the streets: in EPSG:4549 it spans 630000–634000" in done.said


def test_a_whole_check_walks_the_slopes(profile, tmp_path):
    path = tmp_path / "town.gpkg"
    town = sample_town()
    write_geopackage(path, town, crs=CRS)
    west, south, _, _ = town["streets"].total_bounds
    dem = plane(tmp_path / "dem.tif", west=west - 1000, south=south - 1000)
    minutes = {}
    for name, more in (("flat", {}), ("hilly", {"DEM": dem})):
        done = process.run(profile, "districtcheck", INPUT=path, OUTPUT=tmp_path / name, PARTS="database", **more)
        assert done.code == 0, done.said
        assert done.results.get("DEM_COVER") == (1 if more else None)
        minutes[name] = read_table(tmp_path / name / "result.gpkg", "ledger")
    flat, hilly = (minutes[name].filter(like="_min").to_numpy(dtype=float) for name in ("flat", "hilly"))
    metres = [minutes[name].filter(regex="_m$").drop(columns="snap_m").to_numpy(dtype=float) for name in ("flat", "hilly")]
    same_way = np.isclose(*metres, atol=1e-6) & np.isfinite(flat)
    # Tobler's ratio on 10 %: from 1 down to 0.705 up, and up to 1.191 where the way falls by 5 %.
    assert same_way.sum() > 20
    assert (hilly[same_way] / flat[same_way]).max() == pytest.approx(1 / UP, abs=0.2)
    assert (hilly[same_way] > flat[same_way] + 1e-6).any()
    assert (hilly[same_way] / flat[same_way]).min() > 1 / 1.192
