"""importlayer through qgis_process: files as offices have them go into a workspace, and every row is accounted for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import xlsxwriter
from community3d.layers.geopackage import read_table, table_names, write_geopackage
from community3d.layers.sample.town import sample_town

from . import process

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(process.program() is None, reason="qgis_process is not installed"),
]


@pytest.fixture(scope="module")
def profile(tmp_path_factory) -> Path:
    return process.linked_profile(tmp_path_factory.mktemp("profile"))


@pytest.fixture
def gates(tmp_path) -> Path:
    """Five rows in GBK: two good, one in two pieces, one without place, one of an unknown kind of gate."""
    rows = [
        "出入口编号,所属小区,通行规则,经度,纬度,联系电话",
        "G1,幸福小区,仅居民,120.62,31.26,13812345678",
        "G2,幸福小区,所有人,120.63,31.27,",
    ]
    rows += ["G3,幸福小区", "G4,幸福小区,封闭,,,", "G5,幸福小区,看心情,120.63,31.26,"]
    path = tmp_path / "出入口.csv"
    path.write_bytes("\r\n".join(rows).encode("gbk"))
    return path


def test_a_list_in_gbk_joins_a_workspace_in_its_crs(profile, gates, tmp_path):
    workspace = tmp_path / "辖区.gpkg"
    write_geopackage(workspace, {"streets": sample_town()["streets"]}, crs="EPSG:4549")
    rejected, mapping = tmp_path / "rejected.gpkg", tmp_path / "对应.yaml"
    done = process.run(
        profile, "importlayer", INPUT=gates, TABLE="gates", COORDINATES="WGS84", OUTPUT=workspace, REJECTED=rejected, MAPPING_FILE=mapping
    )
    assert done.code == 0, done.said
    figures = done.results
    assert [figures[name] for name in ("ROWS_READ", "ROWS_LOADED", "ROWS_REJECTED")] == [5, 3, 2]
    assert figures["ENCODING_DETECTED"] == "GB18030"
    assert figures["COLUMNS_DROPPED"] == "联系电话"
    assert figures["CRS"] == "EPSG:4549"
    assert figures["OUTPUT"] == f"{workspace}|layername=gates"
    assert {"streets", "gates"} <= set(table_names(workspace))
    table = read_table(workspace, "gates")
    assert table[["gate_id", "estate", "open"]].to_numpy().tolist() == [
        ["G1", "幸福小区", "residents"],
        ["G2", "幸福小区", "all"],
        ["G5", "幸福小区", None],
    ]
    left = read_table(rejected, "rejected")
    assert left["row"].tolist() == [4, 5]
    assert left["reason"].tolist()[0] == "The row has 2 fields instead of 6."
    assert b"13812345678" not in workspace.read_bytes() + rejected.read_bytes()


def test_a_kept_mapping_gives_the_same_table(profile, gates, tmp_path):
    outputs, mapping = [tmp_path / name for name in ("a.gpkg", "b.gpkg")], tmp_path / "m.yaml"
    first = process.run(profile, "importlayer", INPUT=gates, TABLE="gates", COORDINATES="WGS84", OUTPUT=outputs[0], MAPPING_FILE=mapping)
    second = process.run(profile, "importlayer", INPUT=gates, TABLE="gates", COORDINATES="WGS84", OUTPUT=outputs[1], FIELDS=mapping)
    assert first.code == second.code == 0, first.said + second.said
    assert first.results["MAPPING"] == second.results["MAPPING"]
    assert json.loads(second.results["PARAMETERS"])["FIELDS"] == str(mapping)
    assert read_table(outputs[0], "gates").equals(read_table(outputs[1], "gates"))


def test_a_sheet_of_a_workbook_is_taken(profile, tmp_path):
    path = tmp_path / "调查.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, rows in {"说明": [["本表由各社区填写"]], "调查": [["设施类别", "是否查全"], ["market", "是"], ["elderly", "否"]]}.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    refused = process.run(profile, "importlayer", INPUT=path, TABLE="surveys", OUTPUT=tmp_path / "w.gpkg")
    assert refused.code == 1
    assert "has 2 sheets with content: 说明, 调查. Add |sheet= and one of them." in refused.said
    done = process.run(profile, "importlayer", INPUT=f"{path}|sheet=调查", TABLE="surveys", OUTPUT=tmp_path / "w.gpkg")
    assert done.code == 0, done.said
    assert read_table(tmp_path / "w.gpkg", "surveys")["complete"].tolist() == ["yes", "no"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"PK\x03\x04 broken", "is damaged"),
        ("a.csv", "编号,路名\n1,甲\n".encode(), "The table streets has no geometry"),
    ],
)
def test_files_that_cannot_be_used_say_why(profile, tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    done = process.run(profile, "importlayer", INPUT=path, TABLE="streets", OUTPUT=tmp_path / "w.gpkg")
    assert done.code == 1
    assert words in done.said
    assert "Traceback" not in done.said
    assert not (tmp_path / "w.gpkg").exists()


def test_own_words_are_understood(profile, tmp_path):
    table, words = tmp_path / "t.csv", tmp_path / "words.yaml"
    table.write_text("编号,进出,经度,纬度\n1,刷脸进,120.6,31.2\n", encoding="utf-8")
    words.write_text("columns: {gates: {open: [进出]}}\nvalues: {gates: {open: {residents: [刷脸进]}}}\n", encoding="utf-8")
    done = process.run(profile, "importlayer", INPUT=table, TABLE="gates", COORDINATES="WGS84", OUTPUT=tmp_path / "w.gpkg", WORDS=words)
    assert done.code == 0, done.said
    assert read_table(tmp_path / "w.gpkg", "gates")["open"].tolist() == ["residents"]


@pytest.mark.long
@pytest.mark.parametrize(
    ("file", "table", "rows"),
    [("suzhou/suzhou_buildings_floor.geojson", "buildings", 3076), ("shanghai-walk/shanghai_slow_network.geojson", "streets", 9667)],
)
def test_real_layers_are_loaded_whole(profile, shared_data, tmp_path, file, table, rows):
    done = process.run(profile, "importlayer", INPUT=shared_data / file, TABLE=table, OUTPUT=tmp_path / "w.gpkg")
    assert done.code == 0, done.said
    assert (done.results["ROWS_READ"], done.results["ROWS_LOADED"], done.results["CRS"]) == (rows, rows, "EPSG:4549")
