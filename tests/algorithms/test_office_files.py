"""A district as offices hand it over, brought in through the door, has the walks of the district it was."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import pytest
import xlsxwriter
from community3d.layers.datum import convert
from community3d.layers.reading import read_source
from osgeo import ogr, osr

from . import process

pytestmark = [*process.MARKS, pytest.mark.long]

# The file of each table, and what its columns are called there.
SHAPEFILES = {
    "streets": (
        "道路.shp",
        {"street_id": "DLBH", "name": "DLMC", "kind": "DLLX", "level": "CJ", "speed_factor": "speed_fact", "penalty_s": "penalty_s"},
    ),
    "gates": ("出入口.shp", {"gate_id": "BH", "name": "MC", "estate": "XQMC", "open": "KFZT"}),
    "walls": ("围墙.shp", {"wall_id": "BH", "estate": "XQMC"}),
    "estates": ("小区.shp", {"estate_id": "BH", "name": "XQMC", "gated": "SFFB", "housing_type": "ZZLX"}),
    "land": ("用地.shp", {"use": "YDLX", "name": "MC"}),
}
LEVELS = {"district": "区.shp", "subdistrict": "街道.shp", "community": "社区.shp", "grid": "网格.shp"}
WITHIN_M = 0.05  # the files give degrees with seven digits: a centimetre at either end of a walk


def table(path: Path, name: str) -> gpd.GeoDataFrame:
    return read_source(f"{path}|layername={name}")


def in_degrees(frame: gpd.GeoDataFrame) -> np.ndarray:
    to_degrees = pyproj.Transformer.from_crs("EPSG:4549", "EPSG:4490", always_xy=True)
    return np.column_stack(to_degrees.transform(frame.geometry.x, frame.geometry.y))


def write_shapefile(path: Path, frame: gpd.GeoDataFrame, *, with_prj: bool) -> None:
    """A shapefile in GBK, as the office's CAD writes it."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(4549)
    file = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    layer = file.CreateLayer(path.stem, system, ogr.wkbUnknown, ["ENCODING=GBK"])
    columns = [name for name in frame.columns if name != frame.geometry.name]
    for name in columns:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal if pd.api.types.is_numeric_dtype(frame[name]) else ogr.OFTString))
    for shape, values in zip(frame.geometry, frame[columns].itertuples(index=False)):
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in zip(columns, values):
            if pd.notna(value):
                feature.SetField(name, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkb(shape.wkb))
        layer.CreateFeature(feature)
    del feature, layer, file
    if not with_prj:
        path.with_suffix(".prj").unlink()


def write_register(path: Path, doorplates: gpd.GeoDataFrame) -> None:
    """The police register: a row for each room, pinyin columns, GB18030, degrees of the web maps."""
    placed = doorplates[~doorplates.geometry.is_empty & doorplates.geometry.notna()]
    places = convert(in_degrees(placed), source="WGS84", target="GCJ-02")
    rows = []
    for (x, y), door in zip(places, placed.itertuples()):
        for room in range(max(int(door.households), 1)):
            flat = f"{room // 4 + 1}{room % 4 + 1:02d}室" if door.households else ""
            rows.append((door.doorplate_id, door.road, door.number, f"江苏省{door.address}{flat}", door.grid_code, f"{x:.7f}", f"{y:.7f}"))
    names = ["dzbm", "jlxmc", "mlph", "dzqc", "wgbm", "zxjd", "zxwd"]
    pd.DataFrame(rows, columns=names).to_csv(path, index=False, encoding="gb18030")


def write_list(path: Path, facilities: gpd.GeoDataFrame) -> None:
    """The survey's workbook: a title above the names, text degrees, whom to call."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("设施台账")
        sheet.write(0, 0, "示例区公共服务设施台账")
        sheet.write_row(1, 0, ["序号", "设施编号", "设施名称", "设施类型", "经度", "纬度", "联系电话"])
        for row, (each, (x, y)) in enumerate(zip(facilities.itertuples(), in_degrees(facilities)), start=1):
            sheet.write_row(row + 1, 0, [row, each.facility_id, each.name, each.services or "", f"{x:.7f}", f"{y:.7f}", "13812345678"])


@pytest.fixture(scope="module")
def district(profile, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("district") / "small.gpkg"
    assert process.run(profile, "sampledistrict", SIZE="small", SEED=1, OUTPUT=path).code == 0
    return path


@pytest.fixture(scope="module")
def brought(profile, district, tmp_path_factory) -> tuple[Path, dict[str, dict]]:
    """The workspace made of the office's files, and what each import told."""
    folder = tmp_path_factory.mktemp("办公室")
    target = folder / "导入.gpkg"
    told: dict[str, dict] = {}

    def take(algorithm: str, name: str, **given: object) -> None:
        done = process.run(profile, algorithm, OUTPUT=f"ogr:dbname='{target}' table=\"{name}\" (geom)", **given)
        assert done.code == 0, done.said
        told[name] = done.results

    areas = table(district, "areas")
    for level, file in LEVELS.items():
        frame = areas[areas["level"] == level][["code", "name", "geometry"]].rename(columns={"code": "DM", "name": "MC"})
        write_shapefile(folder / file, frame, with_prj=True)
    take("importareas", "areas", INPUT=[folder / file for file in LEVELS.values()])
    known = f"{target}|layername=areas"
    for name, (file, columns) in SHAPEFILES.items():
        write_shapefile(folder / file, table(district, name)[[*columns, "geometry"]].rename(columns=columns), with_prj=False)
        take("importlayer", name, INPUT=folder / file, TABLE=name, REFERENCE=known)
    streets = f"{target}|layername=streets"
    write_register(folder / "门牌.csv", table(district, "doorplates"))
    take("importdoorplates", "doorplates", INPUT=folder / "门牌.csv", REFERENCE=streets, AREAS=known)
    write_list(folder / "设施.xlsx", table(district, "facilities"))
    take("importfacilities", "facilities", INPUT=folder / "设施.xlsx", REFERENCE=streets)
    return target, told


def test_the_register_is_recognised_and_summed_at_the_door(brought, district):
    _, told = brought
    found, rooms = told["doorplates"], table(district, "doorplates")["households"].clip(lower=1)
    assert (found["ENCODING_DETECTED"], found["COORDINATES_DETECTED"], found["CRS"]) == ("GB18030", "GCJ-02", "EPSG:4549")
    assert found["OFFSET_M"] == pytest.approx(466, abs=5)
    assert found["ROWS_READ"] == found["ROWS_LOADED"] + found["ROWS_MERGED"] + found["ROWS_REJECTED"]
    assert abs(found["ROWS_READ"] - rooms.sum()) <= rooms.max()  # a doorplate without a place is not in the register
    assert told["streets"]["COORDINATES_DETECTED"] == "EPSG:4549"
    assert told["facilities"]["COLUMNS_DROPPED"] == "联系电话"


def test_walks_and_verdicts_are_those_of_the_district(brought, district, profile, tmp_path):
    ledgers = []
    for name, workspace in (("before", district), ("after", brought[0])):
        given = {table.upper(): f"{workspace}|layername={table}" for table in ("doorplates", "facilities", "areas", *SHAPEFILES)}
        done = process.run(profile, "servicecoverage", **given, LEDGER=tmp_path / f"{name}.gpkg")
        assert done.code == 0, done.said
        ledgers.append(read_source(str(tmp_path / f"{name}.gpkg")).set_index("doorplate_id"))
    before, after = ledgers
    before = before.loc[after.index]
    assert len(after) > 490
    for column in before.columns:
        if column.endswith(("_id", "_ok", "_why", "_code")) and column != "building_id":
            pd.testing.assert_series_equal(before[column], after[column], check_dtype=False)
        elif column.endswith("_m"):
            assert before[column].isna().equals(after[column].isna())
            assert (before[column] - after[column]).abs().max() < WITHIN_M
    lived_in = before["households"] > 0
    assert before.loc[lived_in, "households"].tolist() == after.loc[lived_in, "households"].tolist()
