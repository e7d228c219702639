"""Real files as they came from offices and maps, through qgis_process: found, brought back, or named with what is wrong."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
import xlsxwriter
from community3d.layers.crs import reproject_xy
from community3d.layers.datum import BD09, GCJ02, WGS84, convert
from community3d.layers.geopackage import read_table
from osgeo import ogr

from . import process

pytestmark = [*process.MARKS, pytest.mark.long]


def account(results: dict) -> int:
    return results["ROWS_LOADED"] + results.get("ROWS_MERGED", 0) + results["ROWS_REJECTED"]


def points(path: Path, table: str) -> np.ndarray:
    return shapely.get_coordinates(read_table(path, table).geometry.to_numpy())


@pytest.mark.parametrize(("datum", "shift_m"), [(WGS84, 0), (GCJ02, 480), (BD09, 1142)])
def test_pois_of_shanghai_are_proven_by_the_streets_and_brought_back(profile, shared_data, tmp_path, datum, shift_m):
    rows = pd.read_csv(shared_data / "shanghai-walk/poi/shanghai_hospital.csv")
    true = rows[["lon", "lat"]].to_numpy()
    rows[["lon", "lat"]] = convert(true, source=WGS84, target=datum)
    rows.to_csv(tmp_path / "医院.csv", index=False, encoding="gbk", quoting=csv.QUOTE_MINIMAL, errors="replace")
    streets = shared_data / "shanghai-walk/shanghai_slow_network.geojson"
    output = tmp_path / "w.gpkg"
    run = process.run(profile, "importfacilities", INPUT=tmp_path / "医院.csv", REFERENCE=streets, CRS="EPSG:4549", OUTPUT=output)
    assert run.code == 0, run.said
    assert run.results["COORDINATES_DETECTED"] == datum
    assert run.results["OFFSET_M"] == pytest.approx(shift_m, abs=5)
    assert run.results["ROWS_READ"] == account(run.results) == len(rows)
    known = reproject_xy(true, source="EPSG:4326", target=run.results["CRS"])
    found = points(output, "facilities")
    nearest = shapely.STRtree(shapely.points(known)).query_nearest(shapely.points(found), return_distance=True, all_matches=False)[1]
    assert nearest.max() < 1


def test_districts_without_prj_are_placed_by_the_streets(profile, shared_data, tmp_path):
    walk = shared_data / "shanghai-walk"
    given = {"INPUT": walk / "shanghai_districts.shp", "REFERENCE": walk / "shanghai_slow_network.geojson", "TABLE": "estates"}
    run = process.run(profile, "importlayer", FIELDS="estate_id=ADMINCODE; name=NAME", OUTPUT=tmp_path / "a.gpkg", **given)
    assert run.code == 0, run.said
    assert (run.results["COORDINATES_DETECTED"], run.results["ENCODING_DETECTED"]) == (WGS84, "GB18030")
    districts = read_table(tmp_path / "a.gpkg", "estates").set_index("name")
    place = reproject_xy(np.array([[121.49, 31.23]]), source="EPSG:4326", target=run.results["CRS"])
    assert districts.loc["黄浦区"].geometry.contains(shapely.Point(place[0]))


@pytest.mark.parametrize("district", ["als_sham_shui_po.csv", "als_wong_tai_sin.csv"])
def test_both_pairs_of_coordinates_of_hong_kong_are_one_place(profile, shared_data, tmp_path, district):
    output = tmp_path / "d.gpkg"
    run = process.run(profile, "importdoorplates", INPUT=shared_data / "hongkong" / district, CRS="EPSG:2326", OUTPUT=output)
    assert run.code == 0, run.said
    rows = pd.read_csv(shared_data / "hongkong" / district, encoding="utf-8-sig", dtype=str)
    assert run.results["ROWS_READ"] == account(run.results) == len(rows)
    assert len(rows) == run.results["ROWS_LOADED"]
    apart_m = np.hypot(*(points(output, "doorplates") - rows[["Easting", "Northing"]].astype(float).to_numpy()).T)
    # Degrees come with five decimals, a metre apart, and metres without any.
    assert np.median(apart_m) < 0.6
    assert apart_m.max() < 1.5


@pytest.mark.parametrize(
    ("plates", "villages", "rows"),
    [
        ("changhua_main4.csv", "changhua_xizhou_zhutang_villages.geojson", 10_463),
        ("kaohsiung_place.csv", "kaohsiung_zuoying_lingya_sanmin_villages.geojson", 14_942),
    ],
)
def test_registers_of_taiwan_are_placed_without_a_hint(profile, shared_data, tmp_path, plates, villages, rows):
    taiwan = shared_data / "taiwan"
    given = {"INPUT": taiwan / plates, "REFERENCE": taiwan / villages, "OUTPUT": tmp_path / "d.gpkg", "REJECTED": tmp_path / "r.gpkg"}
    run = process.run(profile, "importdoorplates", **given)
    assert run.code == 0, run.said
    assert run.results["COORDINATES_DETECTED"] == "EPSG:3826"
    assert run.results["ROWS_READ"] == account(run.results) == rows
    assert run.results["VALUES_REMOVED"] == 0
    assert run.results["COLUMNS_DROPPED"] == ""


def test_buildings_of_suzhou_are_loaded_whole_and_their_faults_told(profile, shared_data, tmp_path):
    file = shared_data / "suzhou/suzhou_buildings_floor.geojson"
    run = process.run(profile, "importlayer", INPUT=file, TABLE="buildings", OUTPUT=tmp_path / "w.gpkg")
    assert (run.results["ROWS_READ"], run.results["ROWS_LOADED"], run.results["CRS"]) == (3076, 3076, "EPSG:4549")
    told = process.run(
        profile, "dataquality", INPUT=f"{tmp_path / 'w.gpkg'}|layername=buildings", TABLE="buildings", PROBLEMS=tmp_path / "p.gpkg",
        REPORT=tmp_path / "r.html",
    )  # fmt: skip
    assert told.code == 0, told.said
    rules = read_table(tmp_path / "p.gpkg", "problems")["rule"].value_counts()
    # Ten footprints below 5 m²; of 19 pairs that overlap 7 share more than a drop of ink, 0.1 m².
    assert rules["building_scrap"] == 10
    assert rules["building_overlap"] == 7


def test_codes_of_wuzhong_are_whole_and_nest(profile, shared_data, tmp_path):
    rows = pd.read_csv(shared_data / "suzhou/wuzhong_320506_villages.csv", dtype=str)
    streets = rows["streetCode"].unique()
    made = ogr.GetDriverByName("GeoJSON").CreateDataSource(str(tmp_path / "社区.geojson"))
    layer = made.CreateLayer("社区", None, ogr.wkbPolygon)
    for name in ("社区代码", "社区名称", "streetCode"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for number, (code, name, street) in enumerate(rows[["code", "name", "streetCode"]].to_numpy()):
        x, y = 120.5 + number % 15 / 100, 31.1 + number // 15 / 100
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(shapely.box(x, y, x + 0.01, y + 0.01).wkt))
        for position, value in enumerate((code, name, street)):
            feature.SetField(position, value)
        layer.CreateFeature(feature)
    made = layer = feature = None
    output, problems = tmp_path / "a.gpkg", tmp_path / "p.gpkg"
    given = {"INPUT": tmp_path / "社区.geojson", "LEVELS": "community", "FIELDS": "code=社区代码; name=社区名称; parent_code=streetCode"}
    run = process.run(profile, "importareas", OUTPUT=output, PROBLEMS=problems, **given)
    assert run.code == 0, run.said
    areas = read_table(output, "output")
    assert sorted(areas["code"]) == sorted(rows["code"])
    assert set(areas["parent_code"]) == set(streets)
    assert "code" not in set(read_table(problems, "problems")["rule"])


def shapefile(path: Path, names: dict[str, list], places: np.ndarray) -> None:
    """Points with texts in GBK, field names cut after ten bytes, without .cpg and .prj."""
    made = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    layer = made.CreateLayer(path.stem, None, ogr.wkbPoint, ["ENCODING=ISO-8859-1"])
    for name in names:
        field = ogr.FieldDefn(name.encode("gbk")[:10].decode("latin-1"), ogr.OFTString)
        field.SetWidth(100)
        layer.CreateField(field)
    for row, (x, y) in zip(zip(*names.values()), places.tolist()):
        feature = ogr.Feature(layer.GetLayerDefn())
        for position, value in enumerate(row):
            feature.SetField(position, str(value).encode("gbk").decode("latin-1"))
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({x} {y})"))
        layer.CreateFeature(feature)
    made = layer = feature = None
    path.with_suffix(".cpg").unlink(missing_ok=True)


def test_a_shapefile_in_gbk_with_cut_names_is_a_register(profile, tmp_path):
    count = 60
    names = {
        "标准地址全称": [f"江苏省苏州市吴中区长桥街道宝带西路{number}号" for number in range(count)],
        "标准地址编码": [f"D{number:04d}" for number in range(count)],
        "户主姓名": ["王小明"] * count,
        "常住户数合计": [2] * count,
    }
    shapefile(tmp_path / "门牌.shp", names, np.column_stack([540_000 + 10 * np.arange(count), np.full(count, 3_460_000.0)]))
    output = tmp_path / "d.gpkg"
    run = process.run(profile, "importdoorplates", INPUT=tmp_path / "门牌.shp", COORDINATES="EPSG:4549", OUTPUT=output)
    assert run.code == 0, run.said
    assert run.results["ENCODING_DETECTED"] == "GB18030"
    assert run.results["ROWS_READ"] == account(run.results) == count
    doors = read_table(output, "doorplates")
    assert doors["doorplate_id"].tolist() == names["标准地址编码"]
    assert doors["address"].iloc[5].endswith("宝带西路5号")
    assert "王小明".encode() not in output.read_bytes()


def test_a_workbook_of_doorplates_keeps_its_codes(profile, tmp_path):
    path = tmp_path / "门牌.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("门牌")
        sheet.merge_range(0, 0, 0, 5, "吴中区门牌一览表")
        sheet.write_row(1, 0, ["门牌编号", "地址", "社区代码", "经度", "纬度", "联系人"])
        for number in range(30):
            row = [f"M{number}", f"宝带西路{number}号", 320506001012, 120.62 + number / 1e4, 31.26, "王小明"]
            sheet.write_row(number + 2, 0, row)
    output = tmp_path / "d.gpkg"
    run = process.run(profile, "importdoorplates", INPUT=path, COORDINATES="GCJ-02", CRS="EPSG:4549", OUTPUT=output)
    assert run.code == 0, run.said
    assert run.results["COLUMNS_DROPPED"] == "联系人"
    assert run.results["ROWS_READ"] == account(run.results) == 30
    doors = read_table(output, "doorplates")
    assert set(doors["community_code"]) == {"320506001012"}
    assert run.results["OFFSET_M"] == pytest.approx(480, abs=60)
