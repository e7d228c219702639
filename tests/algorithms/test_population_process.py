"""populationweights through qgis_process, on the sample town and a raster whose sums are known."""

from __future__ import annotations

import json
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


def unstated(town: Path, folder: Path) -> Path:
    """The town's doorplates without their residents."""
    write_geopackage(folder / "doors.gpkg", {"doorplates": read_table(town, "doorplates").assign(residents=None)}, crs="EPSG:4549")
    return folder / "doors.gpkg"


def test_all_people_of_the_raster_find_a_doorplate(profile, town, tmp_path):
    areas = read_table(town, "areas")
    # Land a little wider than the raster: all of its 1 + 2 + … + 100 = 5,050 people count.
    box = shapely.box(*areas.total_bounds)
    write_geopackage(tmp_path / "land.gpkg", {"areas": areas.iloc[:1].set_geometry([box.buffer(500)])}, crs="EPSG:4549")
    done = process.run(
        profile,
        "populationweights",
        INPUT=unstated(town, tmp_path),
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


def community_totals(town: Path, folder: Path) -> Path:
    """The town with nothing known at the doors and totals on both communities and the south-eastern grid."""
    frames = {
        name: read_table(town, name) for name in ("areas", "doorplates", "facilities", "streets", "gates", "walls", "estates", "buildings")
    }
    stated = {"990106001001": 110, "990106001002": 80, "990106001002002": 31}
    frames["areas"] = frames["areas"].assign(households=frames["areas"]["code"].map(stated), residents=None)
    frames["doorplates"] = frames["doorplates"].assign(households=None, residents=None)
    write_geopackage(folder / "totals.gpkg", frames, crs="EPSG:4549")
    return folder / "totals.gpkg"


def test_totals_of_communities_and_grids_are_spread_without_any_raster(profile, town, tmp_path):
    path = community_totals(town, tmp_path)
    done = process.run(
        profile,
        "populationweights",
        INPUT=f"{path}|layername=doorplates",
        AREAS=f"{path}|layername=areas",
        BUILDINGS=f"{path}|layername=buildings",
        OUTPUT=tmp_path / "weighted.gpkg",
    )
    assert done.code == 0, done.said
    # D16 lies outside both communities.
    assert (done.results["HOUSEHOLDS"], done.results["FROM_TOTALS"], done.results["PROBLEMS_COUNT"]) == (190, 15, 0)
    made = read_table(tmp_path / "weighted.gpkg", "output").set_index("doorplate_id")["households"]
    assert made[["D07", "D14"]].sum() == 31
    assert made[["D08", "D09", "D10", "D12", "D15"]].sum() == 80 - 31
    assert made.isna().tolist() == [name == "D16" for name in made.index]


def test_a_district_check_weighs_by_the_totals_and_says_so(profile, town, tmp_path):
    path = community_totals(town, tmp_path)
    done = process.run(profile, "districtcheck", INPUT=path, PARTS="database,report", LANGUAGE="en", OUTPUT=tmp_path / "out")
    assert done.code == 0, done.said
    assert done.results["HOUSEHOLDS"] == 191
    assert json.loads(done.results["HOUSEHOLDS_FROM"]) == {"control_totals": 190, "default": 1}
    ledger = read_table(tmp_path / "out" / "result.gpkg", "ledger")
    assert ledger.groupby("community_code")["households"].sum().tolist() == [110, 80]
    assert ledger["weight_source"].value_counts().to_dict() == {"estimated": 15, "default": 1}
    report = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "Total of its area, spread" in report
    assert "The households of 15 of 16 doorplates are estimated (table 9-3), and 1 count as one household." in report


def test_without_raster_and_totals_the_remedy_is_named(profile, town, tmp_path):
    done = process.run(profile, "populationweights", INPUT=f"{town}|layername=doorplates", OUTPUT=tmp_path / "no.gpkg")
    assert done.code == 1
    assert "There is nothing to share out. Give POPULATION, or AREAS" in done.said
