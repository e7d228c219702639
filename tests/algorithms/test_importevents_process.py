"""A 12345 list in Excel through qgis_process: placed by the sample town's doorplates, in the hands of its grids, without its free text."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import geopandas as gpd
import pytest
import xlsxwriter
from community3d.layers.geopackage import read_table

from . import process

pytestmark = process.MARKS
HEADINGS = ("工单编号", "来电人", "联系电话", "诉求类别", "诉求内容", "事发地址", "受理时间", "办理状态")
NAME, STORY, PHONE = "欧阳建国", "半夜吵架摔东西", "13912345678"
CANARIES = (NAME, STORY, PHONE, "不满意")
# Bytes of the texts as a GeoPackage holds them, in its free pages too.
KINDS = ("市容环境", "噪声扰民", "占道经营", "路灯不亮")


def write_list(path: Path, doorplates: gpd.GeoDataFrame) -> list[str]:
    """Forty doors of the town as people write them, one estate, one place nobody knows, one row without a time; the doors' ids."""
    doors = doorplates[doorplates["road"].notna() & doorplates["number"].notna()].drop_duplicates(["road", "number"]).iloc[::6].head(40)
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, moment = book.add_worksheet("工单"), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        sheet.write_row(0, 0, HEADINGS)
        for number, address in enumerate([*doors["address"], "示例区信光里小区", f"{NAME}家楼下", doors["address"].iloc[0]], start=1):
            row = (f"G{number:04}", NAME, PHONE, KINDS[number % 4], f"{NAME}反映{STORY}", f"{address}{PHONE}{NAME}收")
            sheet.write_row(number, 0, row)
            if number < 43:
                sheet.write_datetime(number, 6, datetime.datetime(2026, 3, 5, 14, number % 60), moment)
            sheet.write(number, 7, "办理中" if number % 2 else f"{NAME}不满意")
    return doors["doorplate_id"].tolist()


@pytest.fixture(scope="module")
def town(profile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    assert process.run(profile, "sampledistrict", SIZE="small", SEED=1, OUTPUT=path).code == 0
    return path


def test_events_come_to_their_grids_without_any_free_text(profile: Path, town: Path, tmp_path: Path) -> None:
    doorplates = read_table(town, "doorplates").set_index("doorplate_id")
    ids = write_list(tmp_path / "12345.xlsx", doorplates.reset_index())
    given = {name: tmp_path / f"{name.lower()}.gpkg" for name in ("OUTPUT", "REJECTED", "PROBLEMS", "RESPONSIBLE")}
    tables = {"DOORPLATES": f"{town}|layername=doorplates", "AREAS": f"{town}|layername=areas"}
    run = process.run(profile, "importevents", INPUT=tmp_path / "12345.xlsx", **tables, **given)
    assert run.code == 0, run.said
    # 40 doors, an estate and an unknown place are loaded; the row without a time is not.
    assert [run.results[name] for name in ("ROWS_READ", "ROWS_LOADED", "ROWS_REJECTED")] == [43, 42, 1]
    assert json.loads(run.results["METHODS"])["exact"] == 40
    assert run.results["NOT_LOCATED"] == 1
    frame = read_table(given["OUTPUT"], "events").set_index("event_id")
    exact = frame[frame["method"] == "exact"]
    assert exact["near_id"].tolist() == ids
    assert exact["grid_code"].tolist() == doorplates.loc[ids, "grid_code"].tolist()
    assert exact["community_code"].tolist() == doorplates.loc[ids, "community_code"].tolist()
    assert set(frame["category"]) == {"environment", "noise", "street_order", "utilities"}
    assert str(frame["reported_at"].iloc[0]) == "2026-03-05 14:01:00"
    responsible = read_table(given["RESPONSIBLE"], "responsible")
    # Four levels of one partition for each of the 41 events with a place.
    assert len(responsible) == 4 * 41
    for path in given.values():
        content = path.read_bytes()
        assert not [said for said in CANARIES if said.encode() in content], path.name
    assert not [said for said in CANARIES if said in json.dumps(run.results, ensure_ascii=False)]


def test_the_scene_shows_events(profile: Path, town: Path, tmp_path: Path) -> None:
    write_list(tmp_path / "12345.xlsx", read_table(town, "doorplates"))
    events = tmp_path / "events.gpkg"
    loaded = process.run(profile, "importevents", INPUT=tmp_path / "12345.xlsx", DOORPLATES=f"{town}|layername=doorplates", OUTPUT=events)
    assert loaded.code == 0, loaded.said
    given = {"AREAS": f"{town}|layername=areas", "BUILDINGS": f"{town}|layername=buildings", "EVENTS": f"{events}|layername=events"}
    run = process.run(profile, "exportscene", **given, OUTPUT=tmp_path / "scene.html")
    assert run.code == 0, run.said
    assert "events" in json.loads(run.results["COLUMNS"])


def test_a_table_of_words_that_is_none_is_refused(profile: Path, tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text("类别,时间,x,y\n违停,2026-03-05,540000,3460000\n", encoding="utf-8")
    (tmp_path / "own.yaml").write_text("- a\n", encoding="utf-8")
    given = {"INPUT": tmp_path / "e.csv", "COORDINATES": "EPSG:4549", "EVENT_WORDS": tmp_path / "own.yaml"}
    run = process.run(profile, "importevents", **given, OUTPUT=tmp_path / "o.gpkg")
    assert run.code != 0
    assert "is no table of event words" in run.said
