"""Facilities through qgis_process: POIs of AMap told by their types and placed by the streets."""

from __future__ import annotations

import json
from pathlib import Path

from community3d.layers.geopackage import read_table

from . import process

pytestmark = process.MARKS


def test_pois_become_facilities_with_services(profile: Path, shared_data: Path, tmp_path: Path) -> None:
    folder = shared_data / "shanghai-walk"
    output, rejected = tmp_path / "facilities.gpkg", tmp_path / "rejected.gpkg"
    network = folder / "shanghai_slow_network.geojson"
    given = {"INPUT": folder / "poi" / "shanghai_school.csv", "REFERENCE": network, "OUTPUT": output, "REJECTED": rejected}
    run = process.run(profile, "importfacilities", **given)
    assert run.code == 0, run.said
    assert run.results["COORDINATES_DETECTED"] == "WGS84"
    assert run.results["ROWS_READ"] == run.results["ROWS_LOADED"] + run.results["ROWS_REJECTED"]
    frame = read_table(output, "facilities")
    assert json.loads(run.results["SERVICES"])["primary_school"] == frame["services"].str.contains("primary_school").sum()
    assert frame["services"].notna().all()


def test_a_list_with_neither_places_nor_doorplates_is_refused(profile: Path, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("名称,类型,地址\n某菜场,菜场,人民路1号\n", encoding="gbk")
    run = process.run(profile, "importfacilities", INPUT=tmp_path / "f.csv", OUTPUT=tmp_path / "o.gpkg")
    assert run.code != 0
    assert "The list has no coordinates. Give DOORPLATES, and its addresses are located by them." in run.said
