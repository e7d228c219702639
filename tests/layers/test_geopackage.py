"""The GeoPackage writer: what is written is what GDAL and QGIS read, and the file is sound."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers import pages, spatial_index, table_rows
from community3d.layers.errors import Cancelled, InputError
from community3d.layers.geopackage import read_table, table_names, write_geopackage
from community3d.layers.progress import Silent
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import ogr

CRS = "EPSG:4549"
SHAPES = ["POINT (1 2)", "LINESTRING (0 0, 3 4)", "POLYGON ((0 0, 2 0, 2 1, 0 0))"]


@pytest.fixture(params=["row by row", "as pages"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rows are inserted by SQL, many are written as pages: all that is true here is true of both."""
    monkeypatch.setattr(table_rows, "MANY_ROWS", 1 if request.param == "as pages" else 10**9)


def points(count: int) -> np.ndarray:
    numbers = np.arange(count)
    return shapely.points(560_000 + (numbers * 37) % 1009, 3_460_000 + (numbers * 91) % 997)


def frame_of(geometry: list, **columns: object) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns, geometry=geometry, crs=CRS)


def written(folder: Path, frame: pd.DataFrame, *, name: str = "t") -> pd.DataFrame:
    path = folder / "out.gpkg"
    write_geopackage(path, {name: frame}, crs=CRS)
    return read_table(path, name)


def ask(path: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def features(path: Path, table: str) -> list[dict]:
    """What GDAL itself reads, feature by feature."""
    dataset = ogr.Open(str(path))
    return [
        {**feature.items(), "wkt": feature.GetGeometryRef() and feature.GetGeometryRef().ExportToWkt()}
        for feature in dataset.GetLayer(table)
    ]


def test_every_kind_of_value_comes_back(tmp_path):
    frame = frame_of(
        points(3),
        words=["莲塘", "", None],
        whole=[1, -2, 2**60],
        gaps=[1.5, np.nan, 0.0],
        yes=np.array([True, None, False], object),
        certain=[True, False, True],
        moment=pd.DatetimeIndex([pd.Timestamp("2026-11-20 08:30:01.250"), pd.NaT, pd.Timestamp("1999-12-31")]),
    )
    back = written(tmp_path, frame)
    assert back["words"].tolist() == ["莲塘", "", None]
    assert back["whole"].tolist() == [1, -2, 2**60]
    assert back["gaps"].isna().tolist() == [False, True, False]
    assert back["yes"].tolist() == [True, None, False]
    assert back["certain"].tolist() == [True, False, True]
    assert back["moment"].tolist()[0] == pd.Timestamp("2026-11-20 08:30:01.250")
    assert back["moment"].isna().tolist() == [False, True, False]
    assert shapely.equals(back.geometry.to_numpy(), frame.geometry.to_numpy()).all()


def test_words_in_pandas_own_kinds_of_columns_come_back(tmp_path):
    words = pd.Series(["莲塘", None, "莲塘"])
    back = written(tmp_path, frame_of(points(3), own=words.astype("string"), kinds=words.astype("category")))
    assert back["own"].tolist() == back["kinds"].tolist() == ["莲塘", None, "莲塘"]


def test_gdal_reads_the_same_feature_by_feature(tmp_path):
    frame = frame_of(points(2), name=["甲", None], ok=np.array([True, None], object), m=[2.5, np.nan])
    written(tmp_path, frame)
    rows = features(tmp_path / "out.gpkg", "t")
    assert rows[0] == {"name": "甲", "ok": True, "m": 2.5, "wkt": "POINT (560000 3460000)"}
    assert rows[1] == {"name": None, "ok": None, "m": None, "wkt": "POINT (560037 3460091)"}


def test_one_value_for_all_rows_comes_back_as_it_is(tmp_path):
    same = {"word": "it's; --", "null": None, "whole": 2**60, "yes": True, "real": 0.1, "nothing": np.nan}
    back = written(tmp_path, frame_of(points(3), **{name: [value] * 3 for name, value in same.items()}))
    for name, value in same.items():
        assert back[name].isna().all() if value is None or value != value else (back[name] == value).all(), name


def test_infinity_is_stored_as_nothing(tmp_path):
    assert written(tmp_path, frame_of(points(2), c_m=[np.inf, 1.0]))["c_m"].isna().tolist() == [True, False]


def test_whole_counts_with_gaps_stay_whole_where_the_schema_says_so(tmp_path):
    frame = frame_of(points(2), doorplate_id=["a", "b"], households=[3.0, np.nan])
    written(tmp_path, frame, name="doorplates")
    assert ask(tmp_path / "out.gpkg", "SELECT typeof(households) FROM doorplates") == [("integer",), ("null",)]


def test_iso_days_are_stored_as_dates_where_the_schema_says_so(tmp_path):
    write_geopackage(tmp_path / "a.gpkg", {"surveys": pd.DataFrame({"category": ["park"], "as_of": ["2026-11-20"]})}, crs=CRS)
    assert "DATE" in ask(tmp_path / "a.gpkg", "SELECT sql FROM sqlite_master WHERE name = 'surveys'")[0][0]
    assert read_table(tmp_path / "a.gpkg", "surveys")["as_of"].tolist() == [pd.Timestamp("2026-11-20")]


def test_single_polygons_are_promoted_where_multi_ones_stand_beside_them(tmp_path):
    square = shapely.box(0, 0, 1, 1)
    back = written(tmp_path, frame_of([square, shapely.MultiPolygon([square, shapely.box(2, 2, 3, 3)])], n=[1, 2]))
    assert back.geometry.geom_type.tolist() == ["MultiPolygon", "MultiPolygon"]
    assert back.geometry.area.tolist() == [1.0, 2.0]
    assert ask(tmp_path / "out.gpkg", "SELECT geometry_type_name FROM gpkg_geometry_columns") == [("MULTIPOLYGON",)]


@pytest.mark.parametrize(("wkt", "kind"), list(zip(SHAPES, ("POINT", "LINESTRING", "POLYGON"))))
def test_a_table_says_which_kind_of_geometry_it_holds(tmp_path, wkt, kind):
    written(tmp_path, frame_of([shapely.from_wkt(wkt)], n=[1]))
    assert ask(tmp_path / "out.gpkg", "SELECT geometry_type_name FROM gpkg_geometry_columns") == [(kind,)]


def test_mixed_null_and_empty_geometries_are_kept(tmp_path):
    shapes = [*(shapely.from_wkt(wkt) for wkt in SHAPES), None, shapely.Point()]
    back = written(tmp_path, frame_of(shapes, n=range(5)))
    assert back.geometry.geom_type.tolist() == ["Point", "LineString", "Polygon", None, "Point"]
    assert back.geometry.is_empty.tolist()[4]
    assert ask(tmp_path / "out.gpkg", "SELECT count(*) FROM rtree_t_geom") == [(3,)]


def test_heights_are_dropped(tmp_path):
    assert written(tmp_path, frame_of([shapely.Point(1, 2, 3)], n=[1])).geometry.has_z.tolist() == [False]


@pytest.mark.parametrize("count", [0, 1, 51, 52, 5000])
def test_the_file_is_sound_and_its_index_finds_what_lies_there(tmp_path, count):
    path = tmp_path / "out.gpkg"
    write_geopackage(path, {"doorplates": frame_of(points(count), doorplate_id=[str(n) for n in range(count)])}, crs=CRS)
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA foreign_key_check") == []
    assert ask(path, "SELECT rtreecheck('rtree_doorplates_geom')") == [("ok",)]
    assert ask(path, "SELECT feature_count FROM gpkg_ogr_contents") == [(count,)]
    layer_file = ogr.Open(str(path))
    layer = layer_file.GetLayer(0)
    layer.SetSpatialFilterRect(560_000, 3_460_000, 560_100, 3_460_100)
    inside = shapely.intersects(points(count), shapely.box(560_000, 3_460_000, 560_100, 3_460_100)).sum() if count else 0
    assert layer.GetFeatureCount() == inside


def test_a_sqlite_that_guards_its_index_is_filled_the_long_way(tmp_path, monkeypatch):
    def guarded(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("table rtree_t_geom_node may not be modified")

    monkeypatch.setattr(spatial_index, "_fill_nodes", guarded)
    written(tmp_path, frame_of(points(300), n=range(300)))
    assert ask(tmp_path / "out.gpkg", "SELECT count(*) FROM rtree_t_geom") == [(300,)]
    assert ask(tmp_path / "out.gpkg", "SELECT rtreecheck('rtree_t_geom')") == [("ok",)]


def test_rows_that_no_page_holds_and_their_index_are_inserted_instead(tmp_path):
    frame = frame_of([shapely.Point(0, 0).buffer(10, 200), *[shapely.box(n, 0, n + 1, 1) for n in range(300)]], n=range(301))
    back = written(tmp_path, frame)
    assert shapely.equals_exact(back.geometry.to_numpy(), frame.geometry.to_numpy()).all()
    assert ask(tmp_path / "out.gpkg", "PRAGMA integrity_check") == [("ok",)]
    assert ask(tmp_path / "out.gpkg", "SELECT rtreecheck('rtree_t_geom')") == [("ok",)]


def test_an_index_that_cannot_be_written_as_pages_is_inserted(tmp_path, monkeypatch):
    append = pages.append_rows
    monkeypatch.setattr(pages, "append_rows", lambda path, table, *more: not table.endswith("_rowid") and append(path, table, *more))
    written(tmp_path, frame_of(points(300), n=range(300)))
    assert ask(tmp_path / "out.gpkg", "SELECT rtreecheck('rtree_t_geom')") == [("ok",)]


def test_a_new_row_gets_a_number_that_no_row_has_had(tmp_path):
    written(tmp_path, frame_of(points(100), n=range(100)))
    dataset = ogr.Open(str(tmp_path / "out.gpkg"), 1)
    layer = dataset.GetLayer("t")
    layer.DeleteFeature(100)
    added = ogr.Feature(layer.GetLayerDefn())
    layer.CreateFeature(added)
    assert added.GetFID() == 101


def test_the_extent_is_stated(tmp_path):
    written(tmp_path, frame_of([shapely.box(0, 1, 2, 3), shapely.box(5, -4, 6, 0)], n=[1, 2]))
    assert ask(tmp_path / "out.gpkg", "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents") == [(0, -4, 6, 3)]


def test_a_written_table_can_be_edited_and_its_index_follows(tmp_path):
    written(tmp_path, frame_of(points(100), n=range(100)))
    dataset = ogr.Open(str(tmp_path / "out.gpkg"), 1)
    layer = dataset.GetLayer("t")
    added = ogr.Feature(layer.GetLayerDefn())
    added.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 1)"))
    layer.CreateFeature(added)
    layer.DeleteFeature(1)
    layer = dataset = None
    assert ask(tmp_path / "out.gpkg", "SELECT feature_count FROM gpkg_ogr_contents") == [(100,)]
    assert ask(tmp_path / "out.gpkg", "SELECT id FROM rtree_t_geom WHERE minx < 2") == [(101,)]
    assert ask(tmp_path / "out.gpkg", "SELECT rtreecheck('rtree_t_geom')") == [("ok",)]


def test_strange_names_are_only_names(tmp_path):
    frame = frame_of(points(1), **{'a"; DROP TABLE x; --': [1], "fid": [7], "geom": ["g"], "群": ["值"]})
    back = written(tmp_path, frame, name='名"称')
    assert back.drop(columns="geometry").iloc[0].tolist() == [1, 7, "g", "值"]


def test_columns_that_differ_in_case_only_are_refused(tmp_path):
    with pytest.raises(InputError, match=r"Table t has columns whose names differ only in upper and lower case: name. Rename them"):
        written(tmp_path, frame_of(points(1), name=[1], NAME=[2]))


def test_append_keeps_other_tables_and_leaves_nothing_of_a_replaced_one(tmp_path):
    path = tmp_path / "out.gpkg"
    write_geopackage(path, {"a": frame_of(points(1), word=["旧值CANARY"]), "b": frame_of(points(2), n=[1, 2])}, crs=CRS)
    write_geopackage(path, {"a": frame_of(points(3), word=["x", "y", "z"])}, crs=CRS, append=True)
    assert set(table_names(path)) == {"a", "b"}
    assert len(read_table(path, "a")) == 3
    assert len(read_table(path, "b")) == 2
    assert b"CANARY" not in path.read_bytes()
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]


def test_append_takes_over_what_another_program_has_not_yet_folded_in(tmp_path):
    path = tmp_path / "out.gpkg"
    write_geopackage(path, {"a": frame_of(points(1), n=[1])}, crs=CRS)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE gpkg_contents SET description = 'late'")
        other.commit()
        write_geopackage(path, {"b": frame_of(points(1), n=[2])}, crs=CRS, append=True)
    assert ask(path, "SELECT description FROM gpkg_contents WHERE table_name = 'a'") == [("late",)]
    assert read_table(path, "b")["n"].tolist() == [2]


def test_without_append_the_old_file_is_gone(tmp_path):
    written(tmp_path, frame_of(points(1), n=[1]), name="old")
    written(tmp_path, frame_of(points(1), n=[1]), name="new")
    assert table_names(tmp_path / "out.gpkg") == ["new"]


def test_styles_are_stored_as_defaults_and_are_no_data(tmp_path):
    path = tmp_path / "out.gpkg"
    write_geopackage(path, {"t": frame_of(points(1), n=[1])}, crs=CRS, styles={"t": "<qgis/>", "absent": "<qgis/>"})
    rows = ask(path, "SELECT f_table_name, f_geometry_column, styleQML, useAsDefault FROM layer_styles")
    assert rows == [("t", "geom", "<qgis/>", 1)]
    assert table_names(path) == ["t"]
    write_geopackage(path, {"t": frame_of(points(1), n=[1])}, crs=CRS, append=True, styles={"t": "<qgis version='2'/>"})
    assert ask(path, "SELECT styleQML FROM layer_styles") == [("<qgis version='2'/>",)]


class StopAt(Silent):
    """A user who cancels as soon as rows are written."""

    def at(self, share: float, doing: object = None) -> None:
        raise Cancelled

    def part(self, start: float, end: float) -> StopAt:
        return self


def test_a_cancel_leaves_the_old_file_and_nothing_else(tmp_path):
    written(tmp_path, frame_of(points(1), n=[1]), name="old")
    with pytest.raises(Cancelled):
        write_geopackage(tmp_path / "out.gpkg", {"new": frame_of(points(1), n=[1])}, crs=CRS, progress=StopAt())
    assert [path.name for path in tmp_path.iterdir()] == ["out.gpkg"]
    assert table_names(tmp_path / "out.gpkg") == ["old"]


def test_what_a_dead_process_left_behind_is_removed(tmp_path):
    dead = tmp_path / ".out.999999999.part.gpkg"
    alive = tmp_path / f".out.{os.getppid()}.part.gpkg"
    dead.touch()
    alive.touch()
    written(tmp_path, frame_of(points(1), n=[1]))
    assert not dead.exists()
    assert alive.exists()


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(InputError, match=r"The folder .*nowhere does not exist. Create it or choose another output"):
        write_geopackage(tmp_path / "nowhere" / "a.gpkg", {}, crs=CRS)


def test_a_folder_as_output_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"is a folder. Give the name of a file"):
        write_geopackage(tmp_path, {}, crs=CRS)


def test_an_unwritable_place_is_refused_with_the_remedy():
    with pytest.raises(InputError, match=r"cannot be written. Close it in other programs, check the folder's permissions"):
        write_geopackage("/proc/a.gpkg", {}, crs=CRS)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux")
def test_a_full_disk_is_told(tmp_path, monkeypatch):
    from community3d.layers import geopackage

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(geopackage, "_fill", full)
    with pytest.raises(InputError, match=r"There is no room for .*out.gpkg on its disk"):
        written(tmp_path, frame_of(points(1), n=[1]))


def test_something_else_than_a_geopackage_is_refused(tmp_path):
    (tmp_path / "a.gpkg").write_text("no database")
    with pytest.raises(InputError, match=r"is not a readable GeoPackage. Choose a .gpkg file"):
        table_names(tmp_path / "a.gpkg")
    with pytest.raises(InputError, match=r"is not a readable GeoPackage"):
        write_geopackage(tmp_path / "a.gpkg", {"t": frame_of(points(1), n=[1])}, crs=CRS, append=True)


def test_an_absent_file_is_not_made_by_looking_at_it(tmp_path):
    with pytest.raises(InputError, match=r"does not exist"):
        table_names(tmp_path / "a.gpkg")
    assert not list(tmp_path.iterdir())


words = st.one_of(st.none(), st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), max_size=12))
columns = st.fixed_dictionaries(
    {
        "words": words,
        "whole": st.integers(-(2**53), 2**53),
        "real": st.one_of(st.just(np.nan), st.floats(allow_nan=False, allow_infinity=False)),
        "yes": st.one_of(st.none(), st.booleans()),
        "x": st.floats(-1e7, 1e7),
        "y": st.floats(-1e7, 1e7),
    }
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(columns, min_size=1, max_size=120))
def test_any_frame_comes_back_as_it_was(tmp_path, rows):
    table = pd.DataFrame(rows)
    table["yes"] = table["yes"].astype(object).where(table["yes"].notna(), None)
    table["words"] = table["words"].astype(object).where(table["words"].notna(), None)
    shapes = shapely.points(table["x"], table["y"])
    back = written(tmp_path, gpd.GeoDataFrame(table.drop(columns=["x", "y"]), geometry=shapes, crs=CRS))
    for column in ("words", "yes"):
        assert [None if pd.isna(value) else value for value in back[column]] == table[column].tolist()
    assert back["whole"].tolist() == table["whole"].tolist()
    np.testing.assert_array_equal(back["real"].to_numpy(float), table["real"].to_numpy(float))
    np.testing.assert_array_equal(shapely.get_coordinates(back.geometry), shapely.get_coordinates(shapes))
    assert ask(tmp_path / "out.gpkg", "SELECT rtreecheck('rtree_t_geom')") == [("ok",)]


def test_pandas_own_numbers_with_gaps_come_back(tmp_path):
    columns = {
        "count": pd.array([3, None, -1], dtype="Int64"),
        "known": pd.array([True, None, False], dtype="boolean"),
        "share": pd.array([0.5, None, 2.0], dtype="Float64"),
    }
    written(tmp_path, pd.DataFrame(columns))
    assert ask(tmp_path / "out.gpkg", "SELECT count, known, share FROM t") == [(3, 1, 0.5), (None, None, None), (-1, 0, 2.0)]


def test_rows_and_index_are_made_of_arrays_of_their_own(tmp_path, monkeypatch):
    # shapely locks an array while it works; two threads on one array free it under one another.
    used = {}
    index_of, append = spatial_index.index_of, table_rows.append
    monkeypatch.setattr(table_rows, "are_many", lambda table: True)
    monkeypatch.setattr(spatial_index, "index_of", lambda shapes, **more: index_of(used.setdefault("index", shapes), **more))
    monkeypatch.setattr(
        table_rows, "append", lambda path, table, shapes, relay: append(path, table, used.setdefault("rows", shapes), relay)
    )
    written(tmp_path, frame_of(points(3)))
    assert not np.shares_memory(used["index"], used["rows"])
