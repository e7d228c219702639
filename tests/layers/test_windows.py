"""Windows rehearsed on Linux: files held open, long paths, backslashes, shares, names that differ in case only."""

from __future__ import annotations

import ast
import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from community3d.layers import outputs
from community3d.layers.errors import InputError
from community3d.layers.geopackage import read_table, table_names, write_geopackage
from community3d.layers.reading import source_of
from community3d.processing.algorithms.folder import staged

CRS = "EPSG:4549"
HELD = r"doors.gpkg cannot be written. Close it in other programs, check the folder's permissions or choose another output"


def doors(**columns: list) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns, geometry=[shapely.Point(500_000, 3_460_000)], crs=CRS)


@pytest.fixture
def held(monkeypatch):
    """Windows lets nobody take the name of a file that a program holds open."""

    replace = os.replace

    def refuse(start: object, end: object) -> None:
        if str(start) != str(end) and not Path(end).exists():
            return replace(start, end)
        raise PermissionError(errno.EACCES, "The process cannot access the file", str(start), 32, str(end))

    unlink = Path.unlink

    def keep_log(path: Path, missing_ok: bool = False) -> None:
        if path.name.endswith(("-wal", "-shm")) and path.exists():
            raise PermissionError(errno.EACCES, "in use")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(Path, "unlink", keep_log)


def test_a_file_held_open_is_refused_kept_and_leaves_nothing(tmp_path, request):
    target = tmp_path / "report.html"
    target.write_text("old", encoding="utf-8")
    request.getfixturevalue("held")
    with pytest.raises(InputError, match=HELD.replace("doors.gpkg", "report.html")), outputs.replacing(target) as made:
        made.write_text("new", encoding="utf-8")
    assert os.listdir(tmp_path) == ["report.html"]
    assert target.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_workspace_that_qgis_shows_takes_the_new_rows(tmp_path, request, journal):
    target = tmp_path / "doors.gpkg"
    write_geopackage(target, {"doors": doors(n=[1])}, crs=CRS)
    with closing(sqlite3.connect(target)) as shown:
        shown.execute(f"PRAGMA journal_mode = {journal}")
        assert shown.execute("SELECT n FROM doors").fetchall() == [(1,)]
        request.getfixturevalue("held")
        write_geopackage(target, {"doors": doors(n=[2]), "more": doors(n=[4])}, crs=CRS, append=True)
        assert shown.execute("SELECT n FROM doors").fetchall() == [(2,)]
        assert shown.execute("SELECT n FROM more").fetchall() == [(4,)]
        assert shown.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert table_names(target) == ["doors", "more"]


def test_a_workspace_that_somebody_does_not_let_go_of_is_refused_and_kept(tmp_path, request, monkeypatch):
    monkeypatch.setattr("community3d.layers.held.PATIENCE_S", 0.3)
    target = tmp_path / "doors.gpkg"
    write_geopackage(target, {"doors": doors(n=[1])}, crs=CRS)
    request.getfixturevalue("held")
    with closing(sqlite3.connect(target, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(InputError, match=HELD):
            write_geopackage(target, {"more": doors(n=[2])}, crs=CRS, append=True)
        other.execute("ROLLBACK")
    assert table_names(target) == ["doors"]
    assert read_table(target, "doors")["n"].tolist() == [1]


def test_a_folder_of_results_is_replaced_whole_or_not_at_all(tmp_path, request):
    write_geopackage(tmp_path / "result.gpkg", {"doors": doors(n=[1])}, crs=CRS)
    (tmp_path / "tables.xlsx").write_text("old", encoding="utf-8")
    request.getfixturevalue("held")

    def replace_all() -> None:
        with staged(tmp_path) as half:
            write_geopackage(half / "result.gpkg", {"doors": doors(n=[2])}, crs=CRS)
            (half / "tables.xlsx").write_text("new", encoding="utf-8")

    with pytest.raises(InputError, match=HELD.replace("doors.gpkg", "tables.xlsx")):
        replace_all()
    assert (tmp_path / "tables.xlsx").read_text(encoding="utf-8") == "old"
    assert read_table(tmp_path / "result.gpkg", "doors")["n"].tolist() == [1]


def test_a_leftover_that_another_program_holds_disturbs_nobody(tmp_path, monkeypatch):
    leftover = tmp_path / ".doors.999999999.part.gpkg"
    leftover.touch()
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == leftover:
            raise PermissionError(errno.EACCES, "in use")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    write_geopackage(tmp_path / "doors.gpkg", {"doors": doors(n=[1])}, crs=CRS)
    assert table_names(tmp_path / "doors.gpkg") == ["doors"]


def test_a_path_of_260_letters_is_written_where_the_system_takes_it(tmp_path):
    folder = tmp_path / ("长" * 50) / ("x" * 120) / ("y" * 120)
    folder.mkdir(parents=True)
    target = folder / "doors.gpkg"
    assert len(str(target)) > 260
    write_geopackage(target, {"doors": doors(n=[1])}, crs=CRS)
    assert read_table(target, "doors")["n"].tolist() == [1]


def test_a_name_too_long_for_the_system_is_told(tmp_path):
    with pytest.raises(InputError, match=r"The path .* is too long for this computer. Choose a shorter name or a folder higher up"):
        write_geopackage(tmp_path / f"{'x' * 248}.gpkg", {"doors": doors(n=[1])}, crs=CRS)


def test_windows_says_of_a_long_path_that_it_is_not_found():
    # 260 letters with the final zero: 259 fit, and what is written first is longer than the name itself.
    missing = FileNotFoundError(errno.ENOENT, "The system cannot find the path specified")
    assert outputs.WINDOWS_PATH == 260
    assert not outputs._is_too_long(missing, Path("/x" * 150))


@pytest.mark.parametrize(
    ("words", "path", "layer"),
    [
        (r"D:\数据\辖区.gpkg|layername=doorplates", r"D:\数据\辖区.gpkg", "doorplates"),
        (r"\\server\共享\辖区.gpkg|layername=areas|subset=level = 'grid'", r"\\server\共享\辖区.gpkg", "areas"),
        (r"\\?\D:\很长\门牌.xlsx|sheet=门牌", r"\\?\D:\很长\门牌.xlsx", "门牌"),
        ("D:/数据/门牌.csv", "D:/数据/门牌.csv", None),
    ],
)
def test_drives_shares_and_backslashes_stay_as_they_are(words, path, layer):
    assert (source_of(words).path, source_of(words).layer) == (path, layer)


def test_columns_that_differ_in_case_only_are_refused(tmp_path):
    # SQLite, and every table of Windows, takes NAME and name for one.
    target = tmp_path / "doors.gpkg"
    with pytest.raises(InputError, match=r"NAME|name"):
        write_geopackage(target, {"doors": doors(NAME=["a"], name=["b"])}, crs=CRS)
    assert not target.exists()


def test_the_plugin_makes_no_links(root):
    # Windows allows them to administrators only.
    for folder in ("layers", "processing", "plugin", "styles", "i18n"):
        for path in (root / folder).rglob("*.py"):
            names = {node.attr for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)}
            assert not names & {"symlink", "symlink_to", "link", "link_to", "hardlink_to", "fork", "getuid", "geteuid"}, path


def test_files_are_opened_with_their_encoding_stated(root):
    # Where it is not stated, Windows in China reads and writes cp936.
    needed = {"read_text": 1, "write_text": 2}
    for folder in ("layers", "processing", "plugin", "styles", "i18n"):
        for path in (root / folder).rglob("*.py"):
            for call in (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)):
                where, keywords = f"{path.relative_to(root)}:{call.lineno}", {keyword.arg for keyword in call.keywords}
                if isinstance(call.func, ast.Attribute) and call.func.attr in needed:
                    assert len(call.args) >= needed[call.func.attr] or "encoding" in keywords, where
                if isinstance(call.func, ast.Name) and call.func.id == "open":
                    binary = len(call.args) > 1 and "b" in getattr(call.args[1], "value", "")
                    assert binary or "encoding" in keywords, where
