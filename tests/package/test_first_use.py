"""The first use by somebody who has never seen the plugin: fresh profile, zip installed, sample district to scene, in Chinese."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ..algorithms import process
from . import desktop

pytestmark = [pytest.mark.long, pytest.mark.skipif(not desktop.ready(), reason="no QGIS desktop or no Xvfb")]

INSTALL = """
import pyplugin_installer, runpy
pyplugin_installer.instance().installFromZipFile({zip!r})
runpy.run_path({script!r})["use"](answers, {pictures!r})
"""
STEPS = ("sample", "coverage", "explain", "check", "problems")


@pytest.fixture(scope="module")
def used(package, tmp_path_factory):
    """What the desktop showed, and the folder of its pictures."""
    folder = tmp_path_factory.mktemp("first")
    pictures = Path(os.environ.get("COMMUNITY3D_PICTURES") or folder / "pictures")
    pictures.mkdir(parents=True, exist_ok=True)
    body = INSTALL.format(zip=str(package), script=str(Path(__file__).with_name("first_use.py")), pictures=str(pictures))
    packages = process.environment(Path())["PYTHONPATH"]
    found = desktop.ask(folder, body, packages=packages, language="zh-Hans", timeout_s=580)
    return found, pictures


def test_four_clicks_lead_from_a_fresh_profile_to_a_scene(used):
    found, _ = used
    # The sample, the coverage, two for a doorplate, the check, the data checks.
    assert found["clicks"] == 6
    assert {"report.html", "result.gpkg", "scene.html", "tables.xlsx"} <= set(found["files"])


def test_the_first_result_is_there_within_a_minute(used):
    found, _ = used
    assert found["seconds"]["sample"] + found["seconds"]["coverage"] < 60


def test_the_result_speaks_chinese_and_is_the_one_worked_out(used):
    found, _ = used
    assert found["rows"]["doorplates"] == 501
    assert found["banner"]
    assert len(found["result"]) == 9
    assert found["result"][0][0] == "公园绿地"
    assert "完成" in found["state"]


def test_a_doorplate_is_explained_with_all_its_walks(used):
    found, _ = used
    assert "9 类中可达" in found["explained"]
    assert found["walks"] == 9


def test_there_is_a_picture_of_each_step(used):
    _, pictures = used
    names = [path.stem.split("-")[1] for path in sorted(pictures.glob("*.png"))]
    assert [name for name in names if name in STEPS] == list(STEPS)
