"""Addresses located through qgis_process: an Excel list of facilities finds its places among the doorplates."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import shapely
import xlsxwriter
from community3d.layers.geopackage import read_table, write_geopackage

from . import process

pytestmark = process.MARKS
CRS = "EPSG:4549"


def doorplates(path: Path) -> str:
    addresses = [*(f"长桥街道宝带西路{number}号" for number in (1, 3, 9)), "长桥街道龙西社区天润城3幢", "长桥街道龙西社区天润城4幢"]
    places = shapely.points([[540_010, 3_460_000], [540_030, 3_460_000], [540_090, 3_460_000], [540_500, 3_460_100], [540_700, 3_460_100]])
    ids = [f"D{number}" for number in range(1, 6)]
    frame = gpd.GeoDataFrame({"doorplate_id": ids, "address": addresses}, geometry=places, crs=CRS)
    write_geopackage(path, {"doorplates": frame}, crs=CRS)
    return f"{path}|layername=doorplates"


def test_a_list_of_facilities_is_located_with_method_and_error(profile: Path, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "设施.xlsx")
    sheet = book.add_worksheet("设施")
    rows = [
        ("设施名称", "详细地址", "负责人电话"),
        ("日间照料", "宝带西路3号", "13912345678"),
        ("菜场", "宝带西路5号", "13912345679"),
        ("诊所", "天润城3栋101室", "13912345670"),
        ("公园", "天润城", "13912345671"),
        ("未知", "某某路9号", "13912345672"),
    ]
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    output, rejected = tmp_path / "found.gpkg", tmp_path / "lost.gpkg"
    given = {"INPUT": tmp_path / "设施.xlsx", "DOORPLATES": doorplates(tmp_path / "doors.gpkg"), "OUTPUT": output, "REJECTED": rejected}
    run = process.run(profile, "locateaddresses", **given)
    assert {name: run.results[name] for name in ("ROWS_READ", "LOCATED", "NOT_LOCATED", "FOR_VERDICTS")} == {
        "ROWS_READ": 5,
        "LOCATED": 4,
        "NOT_LOCATED": 1,
        "FOR_VERDICTS": 2,
    }
    assert json.loads(run.results["METHODS"])["neighbours"] == 0.2
    assert run.results["COLUMNS_DROPPED"] == "负责人电话"
    found = read_table(output, "output")
    assert found[["name", "method", "near_id", "for_verdicts"]].to_numpy().tolist() == [
        ["日间照料", "exact", "D2", "yes"],
        ["菜场", "neighbours", "D2", "no"],
        ["诊所", "exact", "D4", "yes"],
        ["公园", "estate", "D4", "no"],
    ]
    assert shapely.get_coordinates(found.geometry.to_numpy()).tolist() == [
        [540_030, 3_460_000],
        [540_050, 3_460_000],
        [540_500, 3_460_100],
        [540_600, 3_460_100],
    ]
    assert read_table(rejected, "rejected")[["设施名称", "row"]].to_numpy().tolist() == [["未知", 6]]


def test_a_table_without_addresses_is_refused(profile: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    run = process.run(
        profile, "locateaddresses", INPUT=tmp_path / "a.csv", DOORPLATES=doorplates(tmp_path / "d.gpkg"), OUTPUT=tmp_path / "o.gpkg"
    )
    assert run.code != 0
    assert "No column with addresses was recognised. State it in FIELDS, for example address=地址. It has: 甲, 乙." in run.said
