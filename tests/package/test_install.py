"""The package in the hands of QGIS: installed by its own "Install from ZIP", started again, run in batch, taken out."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from ..algorithms import process
from . import desktop

pytestmark = [pytest.mark.process, pytest.mark.skipif(not desktop.ready(), reason="no QGIS desktop or no Xvfb")]

INSTALL = """
import pyplugin_installer
pyplugin_installer.instance().installFromZipFile({zip!r})
"""
LOOK = """
answers["active"] = "community3d" in utils.active_plugins
answers["seconds"] = utils.plugin_times.get("community3d", "")
answers["menu"] = [action.text() for action in utils.iface.pluginMenu().actions()]
answers["algorithms"] = [found.id() for found in QgsApplication.processingRegistry().algorithms() if found.id().startswith("community3d:")]
answers["file"] = utils.plugins["community3d"].__module__ and __import__("community3d").__file__
"""


@pytest.fixture(scope="module")
def installed(package, tmp_path_factory):
    """A profile in which the zip was installed, and what QGIS then showed."""
    folder = tmp_path_factory.mktemp("installed")
    return folder, desktop.ask(folder, INSTALL.format(zip=str(package)) + LOOK, packages=packages())


@pytest.fixture(scope="module")
def started_again(installed):
    return desktop.ask(installed[0], LOOK, packages=packages())


def packages() -> str:
    return process.environment(Path())["PYTHONPATH"]


def test_install_from_zip_shows_menu_and_algorithms(installed):
    folder, found = installed
    assert found["active"]
    assert Path(found["file"]).is_relative_to(folder)
    assert "社区三维" in found["menu"]
    assert "community3d:districtcheck" in found["algorithms"]


def test_the_next_start_loads_it_again_within_a_third_of_a_second(started_again):
    assert started_again["active"]
    # QGIS's own measure: CPU seconds from the import to the end of initGui.
    assert float(started_again["seconds"].rstrip("s")) <= 0.3


def test_batch_runs_use_the_installed_package(installed, tmp_path):
    folder, _ = installed
    environment = {**process.environment(folder), "HOME": str(folder)}
    target = tmp_path / "sample.gpkg"
    command = [process.program(), "run", "community3d:sampledistrict", "--json", "--", "SIZE=small", f"OUTPUT={target}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["results"]["DOORPLATES_COUNT"] > 500
    assert os.path.getsize(target) > 100_000
