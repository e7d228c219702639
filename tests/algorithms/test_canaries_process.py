"""Canaries through qgis_process: persons hidden in a workspace and in lists; every byte of every output is searched."""

from __future__ import annotations

import zipfile
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from community3d.layers.geopackage import read_table, table_names, write_geopackage

from ..layers.test_canaries import ALONE, AROUND, FREE, ROWS, mixed, register, secrets_in
from ..scene.unpack import parts_of_page, unpacked
from . import process

pytestmark = process.MARKS


def everything(folder: Path, run: process.Run) -> str:
    """What a run wrote and said: files byte for byte, workbooks, Word documents and scenes unpacked."""
    said = [str({name: value for name, value in run.results.items() if name != "PARAMETERS"}), run.said]
    for path in (path for path in folder.rglob("*") if path.is_file()):
        said.append(path.read_bytes().decode("utf-8", "ignore"))
        if path.suffix in (".xlsx", ".docx"):
            with zipfile.ZipFile(path) as book:
                said += [book.read(name).decode("utf-8", "ignore") for name in book.namelist()]
        if path.suffix == ".html":
            said += [str(unpacked(part)) for name, part in parts_of_page(said[-1]).items() if name != "deck"]
    return "\n".join(said)


def packed_csv(path: Path, rows: pd.DataFrame) -> Path:
    rows.to_csv(path, index=False, encoding="gb18030")
    return path


def test_no_person_comes_through_importdoorplates(profile, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    given = {"INPUT": packed_csv(tmp_path / "门牌.csv", register(ALONE, 0.05)), "COORDINATES": "EPSG:4549", "OUTPUT": out / "d.gpkg"}
    more = {"REJECTED": out / "r.gpkg", "PROBLEMS": out / "p.gpkg", "MAPPING_FILE": out / "m.yaml", "REPORT": out / "r.html"}
    run = process.run(profile, "importdoorplates", **given, **more)
    assert run.code == 0, run.said
    assert run.results["ROWS_READ"] == ROWS
    assert run.results["VALUES_REMOVED"] > 0
    assert "备注" in run.results["COLUMNS_DROPPED"]
    assert secrets_in(everything(out, run)) == []


@pytest.mark.long
def test_no_person_comes_through_locateaddresses(profile, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    doors = gpd.GeoDataFrame(
        {"doorplate_id": ["D1"], "address": ["长桥街道宝带西路5号"], "其他": ["王小明"]},
        geometry=gpd.points_from_xy([540_000], [3_460_000]),
        crs="EPSG:4549",
    )
    write_geopackage(tmp_path / "doors.gpkg", {"doorplates": doors}, crs="EPSG:4549")
    rows = pd.DataFrame(
        {"名称": mixed("店{}", ["幼儿园"], 0.1), "地址": mixed("宝带西路5号3幢{}03室", AROUND, 0.2), "其他": mixed("a{}", FREE, 0.1)}
    )
    given = {"INPUT": packed_csv(tmp_path / "a.csv", rows), "DOORPLATES": f"{tmp_path / 'doors.gpkg'}|layername=doorplates"}
    run = process.run(profile, "locateaddresses", OUTPUT=out / "o.gpkg", REJECTED=out / "r.gpkg", **given)
    assert run.code == 0, run.said
    said = everything(out, run)
    assert secrets_in(said) == []
    assert "03室" not in said


@pytest.fixture(scope="module")
def hidden(profile, tmp_path_factory) -> Path:
    """The small sample with persons in addresses, in columns of other names and in free text of every table."""
    folder = tmp_path_factory.mktemp("hidden")
    process.run(profile, "sampledistrict", SIZE="small", OUTPUT=folder / "whole.gpkg")
    tables = {}
    for name in table_names(folder / "whole.gpkg"):
        if name in ("layer_styles", "problems"):
            continue
        frame = read_table(folder / "whole.gpkg", name)
        rows = len(frame)
        frame["其他"] = [ALONE[row % len(ALONE)] if row % 9 == 0 else "a" for row in range(rows)]
        frame["记录"] = [FREE[row % len(FREE)] if row % 5 == 0 else "无" for row in range(rows)]
        for column, words in (("address", AROUND), ("name", ["公园(张三 13812345678)", "公园联系人：王小明"])):
            if column in frame:
                kept = frame[column].tolist()
                frame[column] = [words[row % len(words)] if row % 25 == 3 else kept[row] for row in range(rows)]
        tables[name] = frame
    write_geopackage(folder / "hidden.gpkg", tables, crs="EPSG:4549")
    return folder / "hidden.gpkg"


def layers(workspace: Path, *tables: str) -> dict[str, str]:
    return {table.upper(): f"{workspace}|layername={table}" for table in tables}


@pytest.mark.long
@pytest.mark.parametrize(
    ("algorithm", "tables", "outputs"),
    [
        ("servicecoverage", ("doorplates", "facilities", "streets", "areas", "gates", "walls"), ("LEDGER", "SUMMARY", "AREAS_OUT")),
        ("assignareas", ("doorplates", "areas"), ("OUTPUT", "DISAGREEMENTS")),
        ("nearestroutes", ("doorplates", "facilities", "streets"), ("OUTPUT",)),
        ("dataquality", (), ("PROBLEMS",)),
    ],
)
def test_no_person_comes_through_the_algorithms(profile, hidden, tmp_path, algorithm, tables, outputs):
    given = {**layers(hidden, *tables), **{name: tmp_path / f"{name}.gpkg" for name in outputs}}
    if algorithm == "dataquality":
        given |= {"INPUT": hidden, "REPORT": tmp_path / "r.html", "CHECKLIST": tmp_path / "c.xlsx"}
    run = process.run(profile, algorithm, **given)
    assert run.code == 0, run.said
    assert secrets_in(everything(tmp_path, run)) == []


@pytest.mark.long
def test_no_person_comes_through_the_scene(profile, hidden, tmp_path):
    given = layers(hidden, "areas", "buildings", "doorplates", "facilities", "streets", "gates")
    run = process.run(profile, "exportscene", OUTPUT=tmp_path / "scene.html", **given)
    assert run.code == 0, run.said
    assert secrets_in(everything(tmp_path, run)) == []


@pytest.mark.long
def test_no_person_comes_through_the_check_of_a_district(profile, hidden, tmp_path):
    run = process.run(profile, "districtcheck", INPUT=hidden, OUTPUT=tmp_path / "out", PARTS=process.ALL_PARTS)
    assert run.code == 0, run.said
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {
        "result.gpkg",
        "report.html",
        "report.docx",
        "briefing.docx",
        "tables.xlsx",
        "scene.html",
    }
    assert secrets_in(everything(tmp_path / "out", run)) == []
