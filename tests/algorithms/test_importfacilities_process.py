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


def test_a_survey_stands_beside_the_facilities_and_makes_none_found_a_fail(profile: Path, tmp_path: Path) -> None:
    rows = "名称,类型,x,y\n某菜场,菜场,540000,3460000\n某公园,公园,540100,3460000\n"
    (tmp_path / "f.csv").write_text(rows, encoding="utf-8")
    output = tmp_path / "w.gpkg"
    given = {"INPUT": tmp_path / "f.csv", "COORDINATES": "EPSG:4549", "OUTPUT": f"{output}|layername=facilities"}
    run = process.run(profile, "importfacilities", **given, SURVEYED="菜市场, football", SURVEYED_ON="2026-03-05")
    assert run.code == 0, run.said
    surveys = read_table(output, "surveys").set_index("category")
    assert surveys["complete"].to_dict() == {"market": "yes", "football": "yes", "fresh_food": "yes"}
    assert set(surveys["as_of"].astype(str)) == {"2026-03-05"}
    # Market and park are in the list, football was surveyed; the other six categories of TD/T 1063 stay unknown.
    assert run.results["NO_DATA"] == "elderly, primary_school, health, secondary_school, culture, sport"
    assert run.results["NONE_FOUND"] == "football"
    again = process.run(profile, "importfacilities", **given, SURVEYED="park")
    assert set(read_table(output, "surveys")["category"]) == {"market", "football", "fresh_food", "park"}
    silent = process.run(profile, "importfacilities", **given)
    assert silent.results["SURVEYED_COMPLETELY"] == ""
    assert silent.results["NO_DATA"] == "elderly, primary_school, health, secondary_school, culture, sport, football"
    assert again.code == silent.code == 0


def test_a_survey_without_a_place_and_unknown_categories_are_refused(profile: Path, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("名称,类型,x,y\n某菜场,菜场,540000,3460000\n", encoding="utf-8")
    given = {"INPUT": tmp_path / "f.csv", "COORDINATES": "EPSG:4549", "OUTPUT": tmp_path / "o.geojson"}
    run = process.run(profile, "importfacilities", **given, SURVEYED="market")
    assert run.code != 0
    assert "SURVEYED has no place to go. Name SURVEYS, or write OUTPUT into a GeoPackage (.gpkg)." in run.said
