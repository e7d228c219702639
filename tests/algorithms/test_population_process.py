"""populationweights through qgis_process, on the sample town and a raster whose sums are known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from community3d.layers.crs import LONLAT, reproject
from community3d.layers.geopackage import read_table, write_geopackage
from community3d.layers.sample.town import sample_town
from rasterio.transform import Affine

from . import process

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(process.program() is None, reason="qgis_process is not installed"),
]


@pytest.fixture(scope="module")
def profile(tmp_path_factory) -> Path:
    return process.linked_profile(tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="module")
def town(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    write_geopackage(path, sample_town(), crs="EPSG:4549")
    return path


def raster(path: Path, ground: shapely.Geometry) -> Path:
    """Degrees, ten by ten cells around the ground, one person in the first, two in the second and so on."""
    west, south, east, north = reproject(np.array([ground]), source="EPSG:4549", target=LONLAT)[0].bounds
    transform = Affine.translation(west, north) * Affine.scale((east - west) / 10, (south - north) / 10)
    people = np.arange(1, 101, dtype=np.float32).reshape(10, 10)
    with rasterio.open(path, "w", "GTiff", 10, 10, 1, "EPSG:4326", transform, "float32") as file:
        file.write(people, 1)
    return path


def test_all_people_of_the_raster_find_a_doorplate(profile, town, tmp_path):
    areas = read_table(town, "areas")
    # Land a little wider than the raster: all of its 1 + 2 + … + 100 = 5,050 people count.
    box = shapely.box(*areas.total_bounds)
    write_geopackage(tmp_path / "land.gpkg", {"areas": areas.iloc[:1].set_geometry([box.buffer(500)])}, crs="EPSG:4549")
    done = process.run(
        profile,
        "populationweights",
        INPUT=f"{town}|layername=doorplates",
        POPULATION=raster(tmp_path / "people.tif", box),
        AREAS=tmp_path / "land.gpkg",
        OUTPUT=tmp_path / "weighted.gpkg",
    )
    assert done.code == 0, done.said
    assert done.results["RESIDENTS"] == pytest.approx(5050, rel=1e-6)
    assert done.results["PEOPLE"] == pytest.approx(5050, rel=1e-6)
    made = read_table(tmp_path / "weighted.gpkg", "output")
    assert len(made) == len(read_table(town, "doorplates"))
    assert made["residents"].sum() == pytest.approx(5050, rel=1e-6)
    assert set(made["residents_source"].dropna()) == {"population_raster"}


def test_doorplates_are_not_shared_by_floor_area(profile, town, tmp_path):
    box = shapely.box(*read_table(town, "areas").total_bounds)
    people = raster(tmp_path / "people.tif", box)
    layer = f"{town}|layername=doorplates"
    done = process.run(profile, "populationweights", INPUT=layer, POPULATION=people, BY="floor_area", OUTPUT=tmp_path / "no.gpkg")
    assert done.code == 1
    assert "BY=floor_area does not fit" in done.said
    assert not (tmp_path / "no.gpkg").exists()
