"""Packages of the offline bundle: used only where the computer has none of that name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def brought(folder: Path, name: str, *, python: str = "any", version: str = "9.9") -> Path:
    """A package as the bundle holds it."""
    home = folder / python / name
    (home / f"{name}-{version}.dist-info").mkdir(parents=True)
    (home / f"{name}-{version}.dist-info" / "METADATA").write_text(f"Name: {name}\nVersion: {version}\n", encoding="utf-8")
    (home / f"{name}.py").write_text(f"VERSION = {version!r}\n", encoding="utf-8")
    return home


def said(root: Path, tmp_path: Path, program: str) -> str:
    """What a program prints in a process of its own, with the bundle's packages put within reach."""
    (tmp_path / "path").mkdir(exist_ok=True)
    (tmp_path / "path" / "community3d").symlink_to(root)
    start = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'path')!r}); from pathlib import Path;"
        f"from community3d.processing import extern; found = extern.reach(Path({str(tmp_path / 'extern')!r}));"
    )
    done = subprocess.run([sys.executable, "-c", start + program], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_missing_package_is_found_in_the_bundle(root, tmp_path):
    brought(tmp_path / "extern", "townpackage")
    program = "import townpackage; from importlib import metadata; print(found, townpackage.VERSION, metadata.version('townpackage'))"
    assert said(root, tmp_path, program) == "['townpackage'] 9.9 9.9"


def test_a_package_that_is_there_is_left_alone(root, tmp_path):
    brought(tmp_path / "extern", "shapely")
    assert said(root, tmp_path, "import shapely; print(found, hasattr(shapely, 'VERSION'))") == "[] False"


def test_compiled_packages_of_another_python_are_not_touched(root, tmp_path):
    brought(tmp_path / "extern", "townpackage", python="cp38")
    assert said(root, tmp_path, "print(found, any('cp38' in path for path in sys.path))") == "[] False"


def test_without_a_bundle_nothing_happens(root, tmp_path):
    assert said(root, tmp_path, "print(found, 'importlib.metadata' in sys.modules)") == "[] False"


@pytest.fixture
def wheelhouse():
    from .conftest import tool

    return tool("wheelhouse")


def test_wheels_of_linux_have_many_names(wheelhouse):
    assert wheelhouse.tags("win_amd64") == ["win_amd64"]
    assert wheelhouse.tags("macosx_12_0_arm64") == ["macosx_12_0_arm64"]
    assert "manylinux2014_aarch64" in wheelhouse.tags("linux_aarch64")
    assert "manylinux_2_28_x86_64" in wheelhouse.tags("manylinux_2_28_x86_64")
