"""Doorplates through qgis_process: from the files offices have to the table of the workspace."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.geopackage import read_table

from . import process

pytestmark = process.MARKS


@pytest.fixture(scope="module")
def workspace(profile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small sample district."""
    path = tmp_path_factory.mktemp("district") / "workspace.gpkg"
    assert process.run(profile, "sampledistrict", SIZE="small", OUTPUT=path).code == 0
    return path


def test_a_gbk_table_of_rooms_becomes_doors(profile: Path, tmp_path: Path) -> None:
    lines = ["门牌编号,详细地址,横坐标,纵坐标,联系电话"]
    lines += [f"M{number},吴中区长桥街道宝带西路{number}号,{540_000 + 10 * number},3460000,13912345678" for number in range(1, 21)]
    lines += ["R1,宝带西路99号天润城3幢101室,540500,3460100,", "R2,宝带西路99号天润城3栋1203室,540500,3460100,", "B,宝带西路7号,,3460000,"]
    path = tmp_path / "门牌.csv"
    path.write_bytes("\n".join(lines).encode("gbk"))
    output, rejected = tmp_path / "doors.gpkg", tmp_path / "rejected.gpkg"
    run = process.run(profile, "importdoorplates", INPUT=path, COORDINATES="EPSG:4549", OUTPUT=output, REJECTED=rejected)
    account = {name: run.results[name] for name in ("ROWS_READ", "ROWS_LOADED", "ROWS_MERGED", "ROWS_REJECTED")}
    assert account == {"ROWS_READ": 23, "ROWS_LOADED": 21, "ROWS_MERGED": 1, "ROWS_REJECTED": 1}
    assert run.results["ENCODING_DETECTED"] == "GB18030"
    assert run.results["COLUMNS_DROPPED"] == "联系电话"
    doors = read_table(output, "doorplates")
    door = doors[doors["doorplate_id"] == "R1"].iloc[0]
    assert (door["address"], door["building"], door["households"]) == ("宝带西路99号天润城3幢", "3幢", 2)
    assert shapely.get_x(door.geometry) == 540_500
    left = read_table(rejected, "rejected")
    assert left[["门牌编号", "row"]].to_numpy().tolist() == [["B", 24]]


def test_a_register_is_placed_by_its_villages_and_checked(profile: Path, shared_data: Path, tmp_path: Path) -> None:
    taiwan = shared_data / "taiwan"
    output, problems = tmp_path / "doors.gpkg", tmp_path / "problems.gpkg"
    villages = taiwan / "changhua_xizhou_zhutang_villages.geojson"
    files = {"INPUT": taiwan / "changhua_main4.csv", "REFERENCE": villages, "OUTPUT": output, "PROBLEMS": problems}
    run = process.run(profile, "importdoorplates", **files)
    assert run.results["COORDINATES_DETECTED"] == "EPSG:3826"
    assert run.results["ROWS_READ"] == run.results["ROWS_LOADED"] + run.results["ROWS_MERGED"] + run.results["ROWS_REJECTED"] == 10_463
    assert json.loads(run.results["PARAMETERS"])["COORDINATES"] == "auto"
    rules = read_table(problems, "problems")["rule"].value_counts()
    assert rules["near_duplicate"] == 3
    assert np.isfinite(shapely.get_x(read_table(output, "doorplates").geometry.to_numpy())).all()


def test_metres_without_a_reference_are_refused_with_the_remedy(profile: Path, shared_data: Path, tmp_path: Path) -> None:
    run = process.run(profile, "importdoorplates", INPUT=shared_data / "taiwan" / "changhua_main4.csv", OUTPUT=tmp_path / "no.gpkg")
    assert run.code != 0
    assert "Give a REFERENCE of the district, or state COORDINATES." in run.said
    assert not list(tmp_path.iterdir())


def test_areas_are_assigned_in_the_same_run_as_by_assignareas(profile: Path, workspace: Path, tmp_path: Path) -> None:
    doors = read_table(workspace, "doorplates")
    columns = {"门牌编号": doors["doorplate_id"], "地址": doors["address"], "x": doors.geometry.x, "y": doors.geometry.y}
    stated = doors["community_code"].where(doors.index > 2, "320000000000")  # three rows say something else
    path = tmp_path / "门牌.csv"
    pd.DataFrame({**columns, "社区编码": stated}).to_csv(path, index=False)
    areas, crs = f"{workspace}|layername=areas", "EPSG:4549"
    once, apart = tmp_path / "once.gpkg", tmp_path / "apart.gpkg"
    given = {"INPUT": path, "COORDINATES": crs, "AREAS": areas}
    run = process.run(profile, "importdoorplates", **given, ASSIGN=True, OUTPUT=once, DISAGREEMENTS=tmp_path / "told.gpkg")
    assert run.code == 0, run.said
    assert process.run(profile, "importdoorplates", **given, OUTPUT=apart).code == 0
    then = process.run(profile, "assignareas", DOORPLATES=apart, AREAS=areas, OUTPUT=tmp_path / "then.gpkg")
    assert {key: run.results[key] for key in ("ASSIGNED", "OUTSIDE", "DISAGREEING")} == {
        key: then.results[key] for key in ("ASSIGNED", "OUTSIDE", "DISAGREEING")
    }
    # Three were changed above; three more are slips of the sample itself.
    assert run.results["DISAGREEING"] == len(read_table(tmp_path / "told.gpkg", "disagreements")) == 6
    codes = [name for name in read_table(once, "doorplates").columns if name.endswith("_code")]
    assert {"district_code", "subdistrict_code", "community_code", "grid_code"} <= set(codes)
    pd.testing.assert_frame_equal(read_table(once, "doorplates")[codes], read_table(tmp_path / "then.gpkg", "output")[codes])


def test_areas_in_another_system_are_moved_to_that_of_the_doorplates(profile: Path, workspace: Path, tmp_path: Path) -> None:
    doors = read_table(workspace, "doorplates").head(20)
    path = tmp_path / "门牌.csv"
    pd.DataFrame({"门牌编号": doors["doorplate_id"], "x": doors.geometry.x, "y": doors.geometry.y}).to_csv(path, index=False)
    given = {"INPUT": path, "COORDINATES": "EPSG:4549", "AREAS": f"{workspace}|layername=areas", "ASSIGN": True}
    run = process.run(profile, "importdoorplates", **given, CRS="EPSG:32651", OUTPUT=tmp_path / "doors.gpkg")
    assert run.code == 0, run.said
    assert (run.results["ASSIGNED"], run.results["OUTSIDE"]) == (20, 0)


def test_assigning_without_areas_is_refused_with_the_remedy(profile: Path, tmp_path: Path) -> None:
    path = tmp_path / "门牌.csv"
    path.write_text("门牌编号,x,y\nM1,560000,3460000\n", encoding="utf-8")
    run = process.run(profile, "importdoorplates", INPUT=path, COORDINATES="EPSG:4549", ASSIGN=True, OUTPUT=tmp_path / "no.gpkg")
    assert run.code == 1
    assert "ASSIGN needs the areas (AREAS). Choose them, or switch ASSIGN off." in run.said
