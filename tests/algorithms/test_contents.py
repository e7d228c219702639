"""What a GeoPackage tells at a glance."""

from __future__ import annotations

import sqlite3

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from community3d.layers.geopackage import write_geopackage
from community3d.processing import contents


@pytest.fixture
def file(tmp_path):
    """Two areas, a table without places, four problems of which one is ignored, and a summary."""
    square = shapely.box(0, 0, 1, 1)
    points = gpd.points_from_xy([0, 1, 2, 3], [0, 0, 0, 0])
    path = tmp_path / "town.gpkg"
    problems = {
        "table": ["streets", "streets", "areas", "areas"],
        "rule": ["dangle", "dangle", "gap", "gap"],
        "severity": ["warning", "warning", "error", "error"],
        "state": ["open", None, "ignored", "open"],
    }
    summary = {
        "level": ["all", "all", "community"],
        "category": ["park", "market", "park"],
        "ok": [3.0, None, 1.0],
        "rate": [0.5, None, 0.2],
        "verdict": ["fail", "no_data", "fail"],
    }
    tables = {
        "areas": gpd.GeoDataFrame(
            {"code": ["1", "2"], "source": ["示例数据", "x"], "updated_at": ["2026-03-01", "2026-11-20"]},
            geometry=[square, square],
            crs="EPSG:4549",
        ),
        "surveys": pd.DataFrame({"category": ["park"]}),
        "problems": gpd.GeoDataFrame(problems, geometry=points, crs="EPSG:4549"),
        "summary": pd.DataFrame(summary),
    }
    write_geopackage(path, tables, crs="EPSG:4549", styles={"areas": "<qgis/>"})
    return path


def test_rows_are_counted_by_table_and_styles_are_no_table(file):
    assert contents.rows(file) == {"areas": 2, "surveys": 1, "problems": 4, "summary": 3}


def test_rows_are_counted_where_the_file_keeps_no_count(file):
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE gpkg_ogr_contents SET feature_count = NULL")
    connection.close()
    assert contents.rows(file)["areas"] == 2


def test_the_change_of_each_table_is_noted(file):
    assert set(contents.changes(file)) >= {"areas", "surveys"}


def test_the_crs_is_that_of_the_first_table_with_one(file):
    authid, wkt = contents.system(file)
    assert authid == "EPSG:4549"
    assert "CGCS2000" in wkt


def test_the_newest_day_is_that_of_the_first_table_that_has_days(file):
    assert contents.newest(file, ("doorplates", "surveys", "areas")) == "2026-11-20"
    assert contents.newest(file, ("surveys",)) == ""


def test_a_column_that_is_not_there_has_no_first_value(file):
    assert contents.first(file, "areas", "source") == "示例数据"
    assert contents.first(file, "areas", "colour") is None
    assert contents.first(file, "gates", "source") is None


def test_problems_that_wait_are_counted_by_table_rule_and_severity(file):
    assert contents.open_problems(file) == {("streets", "dangle", "warning"): 2, ("areas", "gap", "error"): 1}


def test_the_summary_of_the_whole_district_leaves_unknown_figures_open(file):
    assert contents.whole_district(file) == [("park", 3.0, 0.5, "fail"), ("market", None, None, "no_data")]


def test_what_is_no_geopackage_is_an_error_of_the_database(tmp_path):
    (tmp_path / "torn.gpkg").write_bytes(b"no database at all" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        contents.rows(tmp_path / "torn.gpkg")
