"""An estimate through qgis_process: the paper town without streets."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from community3d.layers.geopackage import read_table, write_geopackage

from . import process

pytestmark = process.MARKS


@pytest.fixture(scope="module")
def town(tmp_path_factory) -> Path:
    """Six homes 10 m apart, a market 400 m to the east of the first, a wall between them that ends 150 m to the north."""
    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    x, y = 540_000.0, 3_460_000.0
    homes = [shapely.Point(x, y + 10 * k) for k in range(6)]
    tables = {
        "doorplates": gpd.GeoDataFrame({"doorplate_id": [f"D{k}" for k in range(6)]}, geometry=homes, crs="EPSG:4549"),
        "facilities": gpd.GeoDataFrame(
            {"facility_id": ["F1"], "services": ["market"]}, geometry=[shapely.Point(x + 400, y)], crs="EPSG:4549"
        ),
        "walls": gpd.GeoDataFrame(
            {"wall_id": ["W1"]}, geometry=[shapely.LineString([(x + 200, y - 5000), (x + 200, y + 150)])], crs="EPSG:4549"
        ),
    }
    write_geopackage(path, tables, crs="EPSG:4549")
    return path


def run(profile: Path, town: Path, out: Path, **more: object) -> process.Run:
    tables = {name.upper(): f"{town}|layername={name}" for name in ("doorplates", "facilities", "walls")}
    return process.run(profile, "servicecoverage", **tables, TARGETS="market=90", LEDGER=out, **more)


def test_without_streets_the_network_method_names_the_estimate(profile, town, tmp_path):
    done = run(profile, town, tmp_path / "ledger.gpkg")
    assert done.code != 0
    assert "METHOD=estimate" in done.said


def test_an_estimate_needs_no_streets_and_gives_no_verdict(profile, town, tmp_path):
    out = tmp_path / "ledger.gpkg"
    done = run(profile, town, out, METHOD="estimate")
    assert done.code == 0, done.said
    assert done.results["METHOD"] == "estimate"
    assert json.loads(done.results["VERDICTS"])["market"] == "no_data"
    ledger = read_table(out, "ledger")
    assert set(ledger["method"]) == {"estimate"}
    # Over the wall's end 150 m to the north: 250 m there and 250 m on, × 1.3.
    assert ledger.set_index("doorplate_id").loc["D0", "market_m"] == pytest.approx(650)


def test_another_detour_factor_is_used(profile, town, tmp_path):
    out = tmp_path / "ledger.gpkg"
    done = run(profile, town, out, METHOD="estimate", DETOUR_FACTOR=1.5)
    assert done.code == 0, done.said
    assert read_table(out, "ledger").set_index("doorplate_id").loc["D0", "market_m"] == pytest.approx(750)
