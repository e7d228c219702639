"""Packages that are not there: each switches off only what needs it, and the refusal names it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from ..algorithms import process

pytestmark = process.MARKS

# Python imports this by itself at its start: to it, and to everybody after it, the packages do not exist.
BLIND = """
import os, sys
from importlib import metadata
hidden = dict(pair.split("=") for pair in os.environ["HIDDEN"].split(","))

class Blind:
    def find_spec(self, name, path=None, target=None):
        if name in hidden.values():
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Blind())
version = metadata.version

def seen(name):
    if name in hidden:
        raise metadata.PackageNotFoundError(name)
    return version(name)

metadata.version = seen
"""
EXTRAS = "pydeck=pydeck,XlsxWriter=xlsxwriter,python-docx=docx,jinja2=jinja2,rasterio=rasterio,pyproj=pyproj"


@pytest.fixture(scope="module")
def blinded(profile, tmp_path_factory):
    """Runs an algorithm where some packages are hidden, given as name=module."""
    folder = tmp_path_factory.mktemp("blind")
    (folder / "sitecustomize.py").write_text(BLIND, encoding="utf-8")

    def run(hidden: str, algorithm: str, **parameters: object) -> tuple[int, str]:
        known = process.environment(profile)
        paths = os.pathsep.join([str(folder), known["PYTHONPATH"]])
        command = [process.program(), "run", f"community3d:{algorithm}", "--"]
        command += [f"{name}={value}" for name, value in parameters.items()]
        environment = {**known, "PYTHONPATH": paths, "HIDDEN": hidden, "LANG": "C.UTF-8"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240)
        return done.returncode, done.stdout + done.stderr

    return run


@pytest.fixture(scope="module")
def sample(profile, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.gpkg"
    assert process.run(profile, "sampledistrict", SIZE="small", OUTPUT=path).code == 0
    return path


@pytest.mark.parametrize(
    ("name", "module", "part"),
    [
        ("pydeck", "pydeck", "scene"),
        pytest.param("XlsxWriter", "xlsxwriter", "xlsx", marks=pytest.mark.long),
        pytest.param("python-docx", "docx", "docx", marks=pytest.mark.long),
        pytest.param("jinja2", "jinja2", "report", marks=pytest.mark.long),
        ("shapely", "shapely", "database"),
        pytest.param("geopandas", "geopandas", "database", marks=pytest.mark.long),
        pytest.param("pandas", "pandas", "database", marks=pytest.mark.long),
        pytest.param("scipy", "scipy", "database", marks=pytest.mark.long),
    ],
)
def test_what_needs_a_missing_package_refuses_and_names_it(blinded, sample, tmp_path, name, module, part):
    code, said = blinded(f"{name}={module}", "districtcheck", INPUT=sample, PARTS=part, OUTPUT=tmp_path / "out")
    assert code == 1
    assert name in said
    assert "pip install" in said
    assert "Traceback" not in said
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())


def test_the_computation_needs_neither_scene_nor_report_nor_rasters(blinded, sample, tmp_path):
    code, said = blinded(EXTRAS, "districtcheck", INPUT=sample, PARTS="database", OUTPUT=tmp_path / "out")
    assert code == 0, said
    assert (tmp_path / "out" / "result.gpkg").exists()
