"""Canaries through qgis_process: persons hidden in a workspace and in lists; every byte of every output is searched."""

from __future__ import annotations

import zipfile
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from community3d.layers.geopackage import read_table, table_names, write_geopackage

from ..layers.osm_text import OsmText
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


PLANTED = ["11010519491231002X", "A123456789", "王小明", "13812345678", "联系人王小明13812345678"]


def boundaries(path: Path) -> str:
    """Four grids with persons in their names and in columns of their own."""
    boxes = [shapely.box(540_000 + 100 * k, 3_460_000, 540_100 + 100 * k, 3_460_100) for k in range(4)]
    words = {
        "code": [f"99010600100{k}001" for k in range(4)],
        "name": ["第一网格", "第二网格（王小明 13812345678）", "第三网格", "11010519491231002X"],
        "level": ["grid"] * 4,
        "其他": PLANTED[:4],
        "记录": FREE[:4],
    }
    write_geopackage(path, {"areas": gpd.GeoDataFrame(words, geometry=boxes, crs="EPSG:4549")}, crs="EPSG:4549")
    return f"{path}|layername=areas"


def openstreetmap(path: Path) -> Path:
    """A street, a shop, a house and an address with persons in their tags."""
    town = OsmText()
    person = {"name": "超市（王小明 13812345678）", "note": FREE[0], "contact:phone": "13812345678", "operator": "户主：欧阳文静"}
    town.way([(0, 0), (400, 0)], {"highway": "residential", "name": "宝带西路", "description": FREE[1]})
    town.node(50, 20, {"shop": "supermarket", "addr:street": "宝带西路", "addr:housenumber": "5", **person})
    town.way([(0, 20), (20, 20), (20, 40), (0, 40), (0, 20)], {"building": "apartments", "building:levels": "6", **person})
    town.node(100, 20, {"addr:street": "宝带西路", "addr:housenumber": "7", "addr:flats": PLANTED[0], "note": FREE[2]})
    return town.write(path)


def lists(folder: Path) -> dict[str, dict]:
    """What each import is given."""
    rows = register(ALONE + PLANTED, 0.1).dropna(subset=["X"])
    things = rows.rename(columns={"编号": "设施编号"}).assign(
        名称=mixed("店{}", ["超市(王小明 13812345678)"], 0.1)[: len(rows)], 类别="超市"
    )
    gates = rows.rename(columns={"编号": "出入口编号"}).assign(通行规则="所有人")
    events = rows.rename(columns={"编号": "工单编号"}).assign(受理时间="2026-03-05 14:20", 诉求类别="噪声扰民", 诉求内容=FREE[0])
    placed = {"COORDINATES": "EPSG:4549"}
    return {
        "importareas": {"INPUT": [boundaries(folder / "界线.gpkg")], "PROBLEMS": "p.gpkg"},
        "importevents": {"INPUT": packed_csv(folder / "e.csv", events), **placed, "REJECTED": "r.gpkg", "PROBLEMS": "p.gpkg"},
        "importfacilities": {"INPUT": packed_csv(folder / "f.csv", things), **placed, "REJECTED": "r.gpkg", "MAPPING_FILE": "m.yaml"},
        "importlayer": {
            "INPUT": packed_csv(folder / "g.csv", gates),
            "TABLE": "gates",
            **placed,
            "REJECTED": "r.gpkg",
            "MAPPING_FILE": "m.yaml",
        },
        "importosm": {"INPUT": openstreetmap(folder / "a.osm")},
    }


@pytest.mark.parametrize("algorithm", ["importareas", "importevents", "importfacilities", "importlayer", "importosm"])
def test_no_person_comes_through_any_other_import(profile, tmp_path, algorithm):
    given, out = tmp_path / "given", tmp_path / "out"
    given.mkdir()
    out.mkdir()
    asked = lists(given)[algorithm]
    asked = {key: out / value if key in ("PROBLEMS", "REJECTED", "MAPPING_FILE") else value for key, value in asked.items()}
    run = process.run(profile, algorithm, **asked, OUTPUT=out / "o.gpkg")
    assert run.code == 0, run.said
    said = everything(out, run)
    assert secrets_in(said) == []
    assert "A123456789" not in said
