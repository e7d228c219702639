"""Network quality through qgis_process: a square kilometre that can be measured by hand."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from community3d.layers.geopackage import read_table, write_geopackage

from . import process

pytestmark = process.MARKS
X, Y, CRS = 540_000.0, 3_460_000.0, "EPSG:4549"


@pytest.fixture(scope="module")
def town(tmp_path_factory) -> Path:
    """One street of 1 km through a community of 1 km², a quarter of it a lake; five doorplates beside it, five 200 m off, in an estate."""
    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    doors = [shapely.Point(X + 100 * k, Y + (510 if k < 5 else 710)) for k in range(10)]
    tables = {
        "doorplates": gpd.GeoDataFrame({"doorplate_id": [f"D{k}" for k in range(10)]}, geometry=doors, crs=CRS),
        "facilities": gpd.GeoDataFrame(
            {"facility_id": ["F"], "services": ["market"]}, geometry=[shapely.Point(X - 5000, Y + 500)], crs=CRS
        ),
        "streets": gpd.GeoDataFrame(
            {"street_id": ["S1"]}, geometry=[shapely.LineString([(X - 5000, Y + 500), (X + 1000, Y + 500)])], crs=CRS
        ),
        "areas": gpd.GeoDataFrame(
            {"code": ["C1"], "level": ["community"], "name": ["一"]}, geometry=[shapely.box(X - 1, Y, X + 999, Y + 1000)], crs=CRS
        ),
        "estates": gpd.GeoDataFrame(
            {"estate_id": ["E1"], "name": ["园"]}, geometry=[shapely.box(X + 480, Y + 690, X + 950, Y + 730)], crs=CRS
        ),
        "land": gpd.GeoDataFrame({"use": ["water"]}, geometry=[shapely.box(X - 1, Y, X + 499, Y + 500)], crs=CRS),
    }
    write_geopackage(path, tables, crs=CRS)
    return path


def inputs(town: Path, *names: str) -> dict:
    return {name.upper(): f"{town}|layername={name}" for name in names}


def test_density_access_and_estates_are_measured(profile, town, tmp_path):
    out, estates = tmp_path / "q.gpkg", tmp_path / "e.gpkg"
    given = inputs(town, "doorplates", "streets", "areas", "estates", "land")
    done = process.run(profile, "networkquality", **given, OUTPUT=out, ESTATES_OUT=estates)
    assert done.code == 0, done.said
    area = read_table(out, "output").iloc[0]
    assert (area["land_km2"], area["street_km"], area["density_km_km2"]) == pytest.approx((0.75, 1.0, 1 / 0.75))
    assert (area["doorplates"], area["far_doorplates"], area["not_snapped"], area["pathless_estates"]) == (10, 0, 5, 1)
    assert (area["quality"], area["reason"]) == ("not_usable", "few_paths far_doorplates pathless_estates")
    assert done.results["PATHLESS_ESTATES"] == 1
    assert json.loads(done.results["QUALITY_BY_LEVEL"]) == {"admin/community": {"good": 0, "usable": 0, "not_usable": 1}}
    assert read_table(estates, "estates_out").iloc[0]["quality"] == "not_usable"


def test_a_network_that_is_not_usable_fails_nobody(profile, town, tmp_path):
    summary, areas = tmp_path / "s.gpkg", tmp_path / "a.gpkg"
    given = inputs(town, "doorplates", "facilities", "streets", "areas")
    done = process.run(
        profile, "servicecoverage", **given, TARGETS="market=90", LEDGER=tmp_path / "l.gpkg", SUMMARY=summary, AREAS_OUT=areas
    )
    assert done.code == 0, done.said
    # Nobody reaches the market 5 km away, and the five unconnected cannot make 90 %.
    rows = read_table(summary, "summary").query("category == 'market'").set_index("level")
    assert rows.loc["all", "rate_high"] == 0.5
    community = rows.loc[["community"]].set_index("code").loc["C1"]
    assert (community["rate_high"], community["verdict"]) == (0.5, "no_data")
    assert read_table(areas, "areas_out")["quality"].tolist() == ["not_usable"]
