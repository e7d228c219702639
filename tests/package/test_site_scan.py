"""The package as plugins.qgis.org wants it, and the scan that would notice what is not."""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from .conftest import tool

site = tool("site_scan")
METADATA = "\n".join(
    ["[general]", *(f"{key}=x" for key in site.REQUIRED), "qgisMaximumVersion=4.99", "icon=icon.svg"],
)
SOUND = {"__init__.py": "", "LICENSE": "GPL", "metadata.txt": METADATA, "icon.svg": "<svg/>"}


def packed(folder: Path, *, name: str = "town", **changes: str) -> Path:
    """A plugin's zip with the files changed that are named."""
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file, words in {**SOUND, **changes}.items():
            archive.writestr(f"{name}/{file}", words)
    return path


def test_the_package_is_one_the_site_accepts(package):
    assert site.package_faults(package) == []
    assert package.stat().st_size < 10_000_000


def test_the_package_holds_what_runs_and_nothing_else(package):
    names = set(zipfile.ZipFile(package).namelist())
    for needed in ("LICENSE", "metadata.txt", "i18n/community3d_zh_CN.qm", "styles/palette.json", "plugin/plugin.py"):
        assert f"community3d/{needed}" in names
    for name in names:
        assert not name.startswith(("community3d/tests", "community3d/.ci")), name
        assert Path(name).suffix not in {".ts", ".pyc", ".whl", ".gpkg"}, name


def test_equal_sources_give_an_equal_package(package, tmp_path):
    tool("package").build(tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == package.read_bytes()


def test_a_sound_plugin_has_no_faults(tmp_path):
    assert site.package_faults(packed(tmp_path)) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"metadata.txt": METADATA.replace("tracker=x", "")}, "tracker is missing"),
        ({"metadata.txt": "\ufeff" + METADATA}, "byte-order mark"),
        ({"metadata.txt": METADATA + "\nsupportsQt6=True"}, "supportsQt6"),
        ({"metadata.txt": METADATA.replace("4.99", "3.99")}, "QGIS 4"),
        ({"metadata.txt": METADATA.replace("author=x", "author=x/y")}, "slash in the author"),
        ({"metadata.txt": METADATA.replace("icon.svg", "other.svg")}, "icon is not in the package"),
        ({"metadata.txt": METADATA.replace("about=x", "about=90 % of doors")}, "must be followed by"),
        ({"deep/town.so": "x"}, "does not belong"),
        ({"tests/test_town.py": ""}, "does not belong"),
        ({".secrets": "x"}, "hidden file"),
        ({"bundle.js": "x" * 2000}, "minified bundle"),
    ],
)
def test_what_the_site_refuses_is_named(tmp_path, changes, words):
    (fault,) = site.package_faults(packed(tmp_path, **changes))
    assert words in fault


def test_a_folder_called_plugin_is_refused(tmp_path):
    (fault,) = site.package_faults(packed(tmp_path, name="townplugin"))
    assert "not a name" in fault


@pytest.mark.skipif(shutil.which("bandit", path=str(Path(sys.executable).parent)) is None, reason="bandit is not installed")
def test_the_scanners_find_what_is_planted(tmp_path):
    key = "AKIA" + "IOSFODNN7EXAMPLQ"
    bad = f'def town(a=[]):\n    assert a\n    try:\n        return eval(a)\n    except:\n        pass\n\n\nKEY = "{key}"\n'
    found = "\n".join(site.scan(packed(tmp_path, **{"bad.py": bad, "old.py": "from qgis.PyQt.QtCore import QRegExp\n"})))
    for code in ("B101", "B307", "B110", "E722", "AWS Access Key", "QGS406"):
        assert code in found
