"""The main job on real data and on the large sample."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from community3d.layers.geopackage import read_table, table_names

from . import process

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(process.program() is None, reason="qgis_process is not installed"),
]


def checked(profile: Path, workspace: Path, folder: Path) -> dict:
    done = process.run(profile, "districtcheck", INPUT=workspace, OUTPUT=folder, timeout_s=3000)
    assert done.code == 0, done.said
    assert {path.name for path in folder.iterdir()} == {"result.gpkg", "report.html", "tables.xlsx", "scene.html"}
    return done.results


def csv_points(path: Path, more: str = "") -> str:
    return f"delimitedtext://file://{path}?xField=lon&yField=lat&crs=EPSG:4326{more}"


def test_tsinghua_from_osm_to_scene(profile, shared_data, tmp_path):
    workspace = tmp_path / "tsinghua.gpkg"
    read = process.run(profile, "importosm", INPUT=shared_data / "tsinghua" / "tsinghua.osm.pbf", OUTPUT=workspace)
    assert read.code == 0, read.said
    results = checked(profile, workspace, tmp_path / "out")
    assert results["ISO_AGREEMENT"] >= 0.95
    exceptions = read_table(tmp_path / "out" / "result.gpkg", "iso_exceptions")
    assert exceptions["cause"].notna().all()
    # Elderly care is not mapped there: unknown, not 0 %.
    assert json.loads(results["RATES"])["elderly"] is None
    assert "清华" in (tmp_path / "out" / "report.html").read_text("utf-8") or "清华" in str(
        read_table(workspace, "streets")["name"].tolist()
    )


def test_porto_alegre_with_weighted_hexagons(profile, shared_data, tmp_path):
    folder = shared_data / "portoalegre"
    workspace = tmp_path / "poa.gpkg"
    read = process.run(profile, "importosm", INPUT=folder / "poa_osm.pbf", OUTPUT=workspace)
    assert read.code == 0, read.said
    hexagons = csv_points(folder / "poa_hexgrid.csv")
    done = process.run(
        profile,
        "servicecoverage",
        DOORPLATES=hexagons,
        FACILITIES=csv_points(folder / "poa_hexgrid.csv", "&subset=%22healthcare%22%20%3E%200"),
        SERVICES="health",
        STREETS=f"{workspace}|layername=streets",
        WEIGHT="residents",
        WEIGHT_FIELD="population",
        LEDGER=tmp_path / "ledger.gpkg",
    )
    assert done.code == 0, done.said
    ledger = read_table(tmp_path / "ledger.gpkg", "ledger")
    people = ledger["residents"].sum()
    # The hexagons hold 812,935 people, whoever adds them up.
    assert people == done.results["WEIGHT_TOTAL"] == 812_935
    reached = ledger.loc[ledger["health_ok"].fillna(False).astype(bool), "residents"].sum()
    assert json.loads(done.results["RATES"])["health"] == pytest.approx(reached / people, abs=1e-12)
    assert reached / people < json.loads(done.results["CROW_RATE"])["health"]


def test_shanghai_with_reverse_twins(profile, shared_data, tmp_path):
    folder = shared_data / "shanghai-walk"
    for services, facilities in (("health", "shanghai_hospital.csv"), ("primary_school", "小学.csv")):
        target = tmp_path / f"{services}.gpkg"
        done = process.run(
            profile,
            "servicecoverage",
            DOORPLATES=csv_points(folder / "poi" / "幼儿园.csv"),
            FACILITIES=csv_points(folder / "poi" / facilities),
            SERVICES=services,
            STREETS=folder / "shanghai_slow_network.geojson",
            LEDGER=target,
        )
        assert done.code == 0, done.said
        ledger = read_table(target, "ledger")
        near = ledger[ledger["snap_m"].notna()]
        # One connected network: who is connected has a way to some facility.
        assert len(near) > 100
        assert (near[f"{services}_why"].isin(["ok", "too_far"])).all()


def test_the_large_sample_is_checked(profile, tmp_path):
    workspace = tmp_path / "large.gpkg"
    made = process.run(profile, "sampledistrict", SIZE="large", OUTPUT=workspace, timeout_s=1800)
    assert made.code == 0, made.said
    assert 400_000 < made.results["DOORPLATES_COUNT"] < 600_000
    target = tmp_path / "ledger.gpkg"
    tables = {name.upper(): f"{workspace}|layername={name}" for name in table_names(workspace)}
    wanted = ("DOORPLATES", "FACILITIES", "STREETS", "AREAS", "GATES", "WALLS", "ESTATES", "LAND", "SURVEYS")
    done = process.run(profile, "servicecoverage", **{name: tables[name] for name in wanted}, LEDGER=target, timeout_s=1800)
    assert done.code == 0, done.said
    assert done.results["DOORPLATES_COUNT"] > 400_000
