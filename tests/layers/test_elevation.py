"""Elevation models: bilinear heights against numbers on paper, and rasters as people have them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest
from community3d.layers.crs import reproject_xy
from community3d.layers.elevation import lattice_of, relief_of
from community3d.layers.elevation_file import read_relief
from community3d.layers.errors import InputError
from osgeo import gdal, osr

METRIC = "EPSG:4549"
WEST, NORTH = 540_000.0, 3_460_000.0
NAN = float("nan")


class Listener:
    """Notes what a run says."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def at(self, share, doing=None):
        pass

    def say(self, words):
        self.heard.append(str(words))

    warn = say

    def part(self, start, end):
        return self


def write(
    path: Path,
    heights,
    *,
    crs: str = METRIC,
    west: float = WEST,
    north: float = NORTH,
    cell: float = 20.0,
    nodata=None,
    bands: int = 1,
    kind=gdal.GDT_Float32,
) -> str:
    heights = np.asarray(heights, dtype=float)
    raster = gdal.GetDriverByName("GTiff").Create(str(path), heights.shape[1], heights.shape[0], bands, kind)
    raster.SetGeoTransform((west, cell, 0, north, 0, -cell))
    if crs:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        raster.SetProjection(reference.ExportToWkt())
    for band in range(bands):
        raster.GetRasterBand(band + 1).WriteArray(heights + band)
        if nodata is not None:
            raster.GetRasterBand(band + 1).SetNoDataValue(nodata)
    return str(path)


def box(west: float, south: float, east: float, north: float) -> tuple:
    return WEST + west, NORTH + south, WEST + east, NORTH + north


def at(relief, *places):
    return relief.heights_at(np.array([(WEST + x, NORTH + y) for x, y in places]))


@pytest.fixture
def four():
    # Middles at 10 and 30 m to the east, 10 and 30 m to the south of the corner.
    return relief_of(np.array([[10.0, 20.0], [30.0, 60.0]]), west_m=WEST, north_m=NORTH, cell_m=20.0)


def test_heights_stand_at_the_middles_of_cells(four):
    assert at(four, (10, -10), (30, -10), (10, -30), (30, -30)) == pytest.approx([10, 20, 30, 60], abs=1e-9)


def test_heights_between_are_bilinear(four):
    # Half way between all four: (10 + 20 + 30 + 60) / 4; a quarter east of 10: 12.5; 1/4 east and 3/4 south: see below.
    # 10 * 3/16 + 20 * 1/16 + 30 * 9/16 + 60 * 3/16 = 31.25
    assert at(four, (20, -20), (15, -10), (15, -25)) == pytest.approx([30, 12.5, 31.25], abs=1e-9)


def test_half_a_cell_along_the_rim_has_the_rim_s_height_and_beyond_is_nothing(four):
    found = at(four, (1, -1), (39, -39), (-1, -10), (10, 1))
    assert found == pytest.approx([10, 60, NAN, NAN], nan_ok=True)


def test_a_cell_without_value_leaves_its_surroundings_without_height():
    relief = relief_of(np.array([[10.0, NAN], [30.0, 60.0]]), west_m=WEST, north_m=NORTH, cell_m=20.0)
    # Exactly between the two western middles the missing cell has no weight.
    assert at(relief, (20, -20), (10, -20), (29, -11)) == pytest.approx([NAN, 20, NAN], nan_ok=True)


def test_only_the_window_under_the_streets_is_read(tmp_path):
    source = write(tmp_path / "dem.tif", np.tile(np.arange(500.0), (500, 1)))
    relief = read_relief(source, box(4000, -4200, 4100, -4000), crs=METRIC)
    # 100 m are 5 cells, and 2 more on each side.
    assert relief.heights_m.shape == (14, 9)
    # The middle of column 200 lies 4010 m to the east.
    assert at(relief, (4010, -4100), (4015, -4100)) == pytest.approx([200, 200.25], abs=1e-6)


def test_nodata_has_no_height(tmp_path):
    source = write(tmp_path / "dem.tif", [[5, -9999, 5], [5, 5, 5], [5, 5, 5]], nodata=-9999)
    assert at(read_relief(source, box(0, -60, 60, 0), crs=METRIC), (30, -10), (10, -50)) == pytest.approx([NAN, 5], nan_ok=True)


def test_whole_numbers_of_a_byte_are_heights(tmp_path):
    source = write(tmp_path / "dem.tif", [[0, 255], [0, 255]], kind=gdal.GDT_Byte)
    assert at(read_relief(source, box(0, -40, 40, 0), crs=METRIC), (10, -10), (30, -10), (20, -10)) == pytest.approx([0, 255, 127.5])


def test_scale_and_offset_of_a_band_are_applied(tmp_path):
    source = write(tmp_path / "dem.tif", [[100, 100], [100, 100]], kind=gdal.GDT_Int16)
    raster = gdal.Open(source, gdal.GA_Update)
    raster.GetRasterBand(1).SetScale(0.1)
    raster.GetRasterBand(1).SetOffset(7)
    del raster
    assert at(read_relief(source, box(0, -40, 40, 0), crs=METRIC), (20, -20)) == pytest.approx([17])


def test_a_model_in_degrees_gives_the_height_of_the_same_place(tmp_path):
    # Heights grow by 1 m with each column of 0.0003 degrees: a place's height is its longitude.
    columns = np.tile(np.arange(300.0), (300, 1))
    source = write(tmp_path / "dem.tif", columns, crs="EPSG:4326", west=120.40, north=31.30, cell=0.0003)
    xy = reproject_xy(np.array([(120.43, 31.25), (120.47, 31.22)]), source="EPSG:4326", target=METRIC)
    bounds = (*xy.min(axis=0), *xy.max(axis=0))
    relief = read_relief(source, bounds, crs=METRIC)
    # A thousandth of a cell is what the lattice may miss.
    assert relief.heights_at(xy) == pytest.approx([0.03 / 0.0003 - 0.5, 0.07 / 0.0003 - 0.5], abs=0.0011)
    assert relief.cell_m == pytest.approx(30.8, abs=0.5)


def test_the_lattice_follows_a_curved_system_as_near_as_it_says():
    def to_cells(xy):
        return np.column_stack([xy[:, 0] / 30 + (xy[:, 1] / 3000) ** 2, xy[:, 1] / 30])

    lattice = lattice_of((0, 0, 20_000, 20_000), to_cells)
    xy = np.random.default_rng(1).uniform(0, 20_000, (500, 2))
    assert np.abs(np.column_stack(lattice.cells_at(xy)) - to_cells(xy)).max() <= 0.00101


def test_fine_cells_are_averaged_to_ten_metres_and_it_is_said(tmp_path):
    # Cells of 2 m, every second one a kerb 1 m high: the street lies at 0.5 m.
    source = write(tmp_path / "dem.tif", np.tile([0.0, 1.0], (100, 50)), cell=2.0)
    listener = Listener()
    relief = read_relief(source, box(0, -200, 200, 0), crs=METRIC, progress=listener)
    assert relief.cell_m == pytest.approx(10)
    assert relief.heights_m.shape == (20, 20)
    assert "The elevation model's cells of 2 m are averaged to 10 m." in listener.heard


def test_of_several_bands_the_first_is_read_and_it_is_said(tmp_path):
    source = write(tmp_path / "dem.tif", [[5, 5], [5, 5]], bands=3)
    listener = Listener()
    relief = read_relief(source, box(0, -40, 40, 0), crs=METRIC, name="picture", progress=listener)
    assert at(relief, (20, -20)) == pytest.approx([5])
    assert listener.heard == ["The elevation model picture has 3 bands; heights are read from the first."]


def test_a_raster_inside_a_zip_file_is_opened(tmp_path):
    source = write(tmp_path / "dem.tif", [[5, 5], [5, 5]])
    with zipfile.ZipFile(tmp_path / "dem.zip", "w") as packed:
        packed.write(source, "dem.tif")
    for name in ("dem.zip", "/vsizip/dem.zip/dem.tif"):
        path = name.replace("dem.zip", str(tmp_path / "dem.zip"))
        assert at(read_relief(path, box(0, -40, 40, 0), crs=METRIC), (20, -20)) == pytest.approx([5])


def test_a_model_beside_the_streets_is_open_at_the_far_side(tmp_path):
    source = write(tmp_path / "dem.tif", [[5, 5], [5, 5]])
    assert at(read_relief(source, box(20, -40, 500, 0), crs=METRIC), (30, -20), (400, -20)) == pytest.approx([5, NAN], nan_ok=True)


def test_a_model_of_another_place_is_refused_with_both_extents(tmp_path):
    source = write(tmp_path / "dem.tif", np.zeros((10, 10)))
    with pytest.raises(InputError) as refused:
        read_relief(source, box(5000, -40, 6000, 0), crs=METRIC, name="here.tif")
    said = str(refused.value)
    assert "The elevation model here.tif does not cover the streets: in EPSG:4549 it spans 540000–540200 / 3.4598e+06–3.46e+06" in said
    assert "the streets span 545000–546000" in said
    assert "Choose a raster of this place, or set the CRS that the raster really has." in said


def test_a_model_without_crs_is_refused(tmp_path):
    source = write(tmp_path / "dem.tif", np.zeros((10, 10)), crs="")
    with pytest.raises(InputError, match=r"has no coordinate reference system or no position\. Set it in the layer's properties"):
        read_relief(source, box(0, -40, 40, 0), crs=METRIC)


def test_what_is_no_raster_is_refused(tmp_path):
    path = tmp_path / "dem.tif"
    path.write_text("no raster")
    with pytest.raises(InputError, match=r"cannot be opened\. Choose a raster that QGIS shows\."):
        read_relief(str(path), box(0, -40, 40, 0), crs=METRIC)


def test_a_broken_raster_is_refused(tmp_path):
    source = write(tmp_path / "dem.tif", np.random.default_rng(1).uniform(0, 9, (400, 400)))
    Path(source).write_bytes(Path(source).read_bytes()[:100_000])
    with pytest.raises(InputError, match=r"The elevation model cannot be read: .*Save it again as GeoTIFF\."):
        read_relief(source, box(0, -8000, 8000, 0), crs=METRIC)


def test_the_srtm_tile_of_monaco_opens_in_its_zip(shared_data):
    xy = reproject_xy(np.array([(7.4175, 43.7375)]), source="EPSG:4326", target="EPSG:32632")
    west, south = xy[0]
    relief = read_relief(str(shared_data / "monaco" / "N43E007.hgt.zip"), (west, south, west + 500, south + 500), crs="EPSG:32632")
    assert 30 < relief.heights_at(xy)[0] < 200
    assert relief.cell_m == pytest.approx(79, abs=2)
