"""People of a raster's cells on the places in them, worked out by hand and against another way of summing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from community3d.layers.crs import LONLAT, reproject, reproject_xy
from community3d.layers.errors import InputError
from community3d.layers.population_raster import Population, read_population
from community3d.processing.engine.population import spread_population
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.transform import Affine

ZONE = "EPSG:4549"
# Four cells of 100 m, the first in the north-west; the third says nothing.
#   10 |  20
#    – |  40
PEOPLE = np.array([[10.0, 20.0], [np.nan, 40.0]])
CELLS = Population(PEOPLE, (500_000.0, 100.0, 0.0, 3_450_200.0, 0.0, -100.0))


def places(*offsets):
    return np.array(offsets, dtype=float) + np.array([500_000, 3_450_000])


def spread(xy, weights, land=None, cells=CELLS):
    return spread_population(cells, xy, np.array(weights, dtype=float), crs=ZONE, raster_crs=ZONE, land=land)


def land(west, south, east, north):
    return shapely.box(500_000 + west, 3_450_000 + south, 500_000 + east, 3_450_000 + north)


def test_a_cells_people_are_shared_by_weight():
    # 10 people on weights 1 and 4: 2 and 8; the 20 of the next cell on one place.
    found = spread(places((10, 150), (90, 110), (150, 150)), [1, 4, 7])
    assert found.residents.tolist() == [2, 8, 20]
    assert (found.people, found.moved) == (30, 0)


def test_cells_without_a_place_do_not_count_without_land():
    assert spread(places((150, 50)), [1]).people == 40


def test_a_place_where_the_raster_says_nothing_has_no_residents():
    found = spread(places((50, 50), (50, 150), (5000, 0)), [1, 1, 1])
    assert np.isnan(found.residents[[0, 2]]).all()
    assert found.residents[1] == 10


def test_places_without_weight_share_alike_and_unknown_ones_take_the_middle():
    assert spread(places((10, 150), (20, 150)), [0, 0]).residents.tolist() == [5, 5]
    # The middle of 1, 3 and 5 is 3: 40 people on 3 of 8, 5 of 8.
    assert spread(places((10, 150), (120, 50), (130, 50), (140, 150)), [1, np.nan, 5, 3]).residents.tolist() == [10, 15, 25, 20]


def test_people_of_empty_cells_go_to_the_nearest_cell_with_a_place():
    # 20 and 40 have no place: the 20 lie beside the first cell, the 40 across its corner.
    found = spread(places((50, 150)), [1], land(0, 0, 200, 200))
    assert found.residents.tolist() == [70]
    assert (found.people, found.moved, found.empty_cells) == (70, 60, 2)


def test_a_cell_counts_by_its_ground_inside_the_land():
    # Half of the first cell, a quarter of the second.
    found = spread(places((50, 160), (110, 190)), [1, 1], land(0, 150, 150, 200))
    assert found.residents.tolist() == [5, 5]
    assert found.people == 10


def test_places_outside_the_land_get_none():
    found = spread(places((50, 160), (50, 120)), [1, 1], land(0, 150, 100, 200))
    assert found.residents[0] == 5
    assert np.isnan(found.residents[1])


def test_a_raster_of_another_place_is_refused():
    with pytest.raises(InputError, match=r"No point lies in a cell of the population raster that has a value\. Choose a raster"):
        spread(places((9000, 9000)), [1])


# Files


def write(path: Path, people: np.ndarray, transform: Affine, crs: str, **more: object) -> Path:
    profile = {"driver": "GTiff", "height": people.shape[0], "width": people.shape[1], "count": 1, "dtype": people.dtype}
    with rasterio.open(path, "w", **profile, crs=crs, transform=transform, **more) as raster:
        raster.write(people, 1)
    return path


def test_nodata_scale_and_window_are_read(tmp_path):
    people = np.arange(100, dtype=np.int16).reshape(10, 10)
    people[4, 5] = -99
    path = write(tmp_path / "p.tif", people, Affine(100, 0, 500_000, 0, -100, 3_451_000), ZONE, nodata=-99)
    with rasterio.open(path, "r+") as raster:
        raster.scales = (0.5,)
    found = read_population(str(path), (500_410, 3_450_510, 500_590, 3_450_690))
    assert found.people[:1].tolist() == [[17.0, 17.5]]
    assert np.isnan(found.people[1, 1])
    assert found.affine == (500_400, 100, 0, 3_450_700, 0, -100)
    assert found.cells_of(np.array([[500_450, 3_450_650], [500_550, 3_450_550], [500_399, 3_450_550]])).tolist() == [0, 3, -1]


@pytest.mark.parametrize(
    ("people", "box", "sentence"),
    [
        (np.full((2, 2), -5.0), (0, 0, 1, 1), "has cells below zero"),
        (np.ones((2, 2)), (50, 50, 51, 51), "does not cover the points"),
    ],
)
def test_unusable_rasters_are_refused(tmp_path, people, box, sentence):
    path = write(tmp_path / "p.tif", people, Affine(1, 0, 0, 0, -1, 2), LONLAT)
    with pytest.raises(InputError, match=sentence):
        read_population(str(path), box)


def test_what_is_no_raster_is_refused(tmp_path):
    (tmp_path / "p.tif").write_text("people")
    with pytest.raises(InputError, match=r"cannot be opened\. Choose a raster that QGIS shows"):
        read_population(str(tmp_path / "p.tif"), (0, 0, 1, 1))


def test_a_raster_without_position_is_refused(tmp_path):
    with rasterio.open(tmp_path / "p.tif", "w", driver="GTiff", height=2, width=2, count=1, dtype="float32") as raster:
        raster.write(np.ones((2, 2), np.float32), 1)
    with pytest.raises(InputError, match="has no position"):
        read_population(str(tmp_path / "p.tif"), (0, 0, 1, 1))


# Against another way of summing


def zonal_sum(path: Path, ground: shapely.Geometry) -> float:
    """The people of each cell by the share of its ground inside, cell by cell, with rasterio."""
    with rasterio.open(path) as raster:
        people, t = raster.read(1, masked=True).filled(0).astype(float), raster.transform
    total = 0.0
    for row in range(people.shape[0]):
        for column in range(people.shape[1]):
            cell = shapely.Polygon([t * (column + i, row + j) for i, j in ((0, 0), (1, 0), (1, 1), (0, 1))])
            total += people[row, column] * cell.intersection(ground).area / cell.area
    return total


@given(
    seed=st.integers(0, 10_000),
    crs=st.sampled_from([ZONE, LONLAT, "EPSG:3857", "EPSG:32651"]),
    turned=st.sampled_from([0.0, 20.0]),
    count=st.integers(1, 60),
    by=st.booleans(),
)
@settings(max_examples=40, deadline=None)
def test_the_sum_over_the_clipped_land_is_kept(tmp_path_factory, seed, crs, turned, count, by):
    rng = np.random.default_rng(seed)
    ground = shapely.Point(550_000, 3_450_000).buffer(900).difference(shapely.Point(550_200, 3_450_000).buffer(200))
    there = reproject(np.array([ground]), source=ZONE, target=crs)[0]
    west, _, east, north = there.bounds
    cell = (east - west) / rng.integers(3, 12)
    transform = Affine.translation(west - 2 * cell, north + 2 * cell) * Affine.rotation(turned) * Affine.scale(cell, -cell)
    people = np.where(rng.random((18, 18)) < 0.2, -1.0, rng.gamma(1, 50, (18, 18)))
    path = write(tmp_path_factory.mktemp("zonal") / "p.tif", people, transform, crs, nodata=-1.0)
    spots = rng.uniform(-900, 900, (count, 2)) + np.array([550_000, 3_450_000])
    weights = rng.uniform(0, 9, count) if by else np.ones(count)
    read = read_population(str(path), there.bounds)
    try:
        found = spread_population(read, spots, weights, crs=ZONE, raster_crs=crs, land=there)
    except InputError:
        return
    expected = zonal_sum(path, there)
    assert found.people == pytest.approx(expected, rel=1e-9)
    assert np.nansum(found.residents) == pytest.approx(expected, rel=1e-6)
    inside = shapely.contains_xy(there, *reproject_xy(spots, source=ZONE, target=crs).T)
    assert not np.isfinite(found.residents[~inside]).any()
