"""The offline bundle on a QGIS that has nothing of ours: no virtual environment, no pip."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys

import pytest

from ..algorithms import process
from . import desktop
from .conftest import tool

pytestmark = [pytest.mark.long, pytest.mark.skipif(not desktop.ready(), reason="no QGIS desktop or no Xvfb")]

INSTALL = """
import pyplugin_installer
pyplugin_installer.instance().installFromZipFile({zip!r})
answers["active"] = "community3d" in utils.active_plugins
"""


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    path = tmp_path_factory.mktemp("bundle") / "community3d-offline.zip"
    tool("bundle").build(path, platform=f"linux_{platform.machine()}", python=f"{sys.version_info.major}.{sys.version_info.minor}")
    return path


def test_a_bare_qgis_checks_a_district_and_exports_its_scene(bundle, tmp_path):
    assert desktop.ask(tmp_path, INSTALL.format(zip=str(bundle)))["active"]
    environment = {**process.environment(tmp_path), "PYTHONPATH": "", "HOME": str(tmp_path)}

    def run(algorithm: str, **parameters: object) -> dict:
        command = [process.program(), "run", f"community3d:{algorithm}", "--json", "--"]
        command += [f"{name}={value}" for name, value in parameters.items()]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["results"]

    run("sampledistrict", SIZE="small", OUTPUT=tmp_path / "sample.gpkg")
    run("districtcheck", INPUT=tmp_path / "sample.gpkg", PARTS=process.ALL_PARTS, OUTPUT=tmp_path / "out")
    written = set(os.listdir(tmp_path / "out"))
    assert written == {"result.gpkg", "report.html", "tables.xlsx", "scene.html", "report.docx", "briefing.docx"}
