"""checknetwork through qgis_process, on a network that can be drawn on paper."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from community3d.layers.geopackage import read_table, table_names, write_geopackage
from community3d.layers.profiles import walker
from community3d.processing.engine.network import build_network

from . import process

pytestmark = process.MARKS

LINES = {
    "M": [(0, 0), (500, 0), (1000, 0)],
    "cross": [(250, -60), (250, 60)],  # crosses M without a vertex
    "stub": [(700, 0.4), (700, 90)],  # ends 0.4 m short of M
    "twin": [(1000, 0), (500, 0), (0, 0)],
    "far": [(0, 500), (40, 500)],
    "bridge": [(600, -60), (600, 60)],
    "dot": [(5, 5), (5, 5)],
}


@pytest.fixture(scope="module")
def streets(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("streets") / "路网.gpkg"
    columns = {"street_id": list(LINES), "bridge": ["yes" if name == "bridge" else "no" for name in LINES]}
    shapes = gpd.GeoSeries([shapely.LineString(xy) for xy in LINES.values()]).translate(540_000, 3_460_000)
    write_geopackage(path, {"streets": gpd.GeoDataFrame(columns, geometry=shapes.to_numpy(), crs="EPSG:4549")}, crs="EPSG:4549")
    return path


def check(profile: Path, streets: Path, target: Path, **more: object) -> tuple[dict, gpd.GeoDataFrame]:
    done = process.run(profile, "checknetwork", STREETS=f"{streets}|layername=streets", OUTPUT=target, **more)
    assert done.code == 0, done.said
    return done.results, read_table(target, table_names(target)[0])


def test_what_is_wrong_is_listed_and_counted(profile, streets, tmp_path):
    results, problems = check(profile, streets, tmp_path / "problems.gpkg")
    named = ("ISLANDS", "DANGLES", "NEAR_MISSES", "CROSSINGS", "DUPLICATES", "ZERO_LENGTH")
    # Nothing is joined to M: the four others are islands.
    assert {name: results[name] for name in named} == dict(zip(named, (4, 1, 0, 1, 1, 1)))
    assert results["LENGTH_KM"] == pytest.approx(1.3696)
    assert results["LARGEST_SHARE"] == pytest.approx(1000 / 1369.6)
    assert results["PROBLEMS_COUNT"] == len(problems) == 8
    assert sorted(problems["rule"]) == sorted(["crossing", "dangle", "duplicate", "no_length", *["island"] * 4])
    assert problems.loc[problems["rule"] == "dangle", "row"].tolist() == ["stub"]


def test_with_a_tolerance_it_lists_what_a_run_with_it_would_not_join(profile, streets, tmp_path):
    results, _ = check(profile, streets, tmp_path / "problems.gpkg", NODE_TOLERANCE_M=0.5)
    assert (results["ISLANDS"], results["DANGLES"], results["CROSSINGS"]) == (2, 0, 0)
    frame = read_table(streets, "streets").assign(level=[int(name == "bridge") for name in LINES])
    network = build_network(frame, walker=walker("planning"), node_tolerance_m=0.5)
    assert results["LENGTH_KM"] == pytest.approx(network.length_m.sum() / 1000)
