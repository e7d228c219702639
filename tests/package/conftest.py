"""What the tests of the package share."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from ..algorithms import process

ROOT = Path(__file__).resolve().parents[2]


def tool(name: str) -> ModuleType:
    """A module of .ci/, which is no package."""
    spec = importlib.util.spec_from_file_location(f"ci_{name}", ROOT / ".ci" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of this commit."""
    builder = tool("package")
    if not (ROOT / builder.COMPILED).exists():
        pytest.skip("make translations has not run")
    target = tmp_path_factory.mktemp("package") / "community3d.zip"
    builder.build(target)
    return target


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of QGIS with the plugin linked in it."""
    return process.linked_profile(tmp_path_factory.mktemp("profile"))
