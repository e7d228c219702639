"""Loads the repository root as the package community3d without putting it on sys.path."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# A run says something about the change at hand only if it asks the same as the one before;
# pytest --hypothesis-profile=default looks for new examples.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"


def _load_package() -> None:
    # The root on sys.path would shadow QGIS's own package "processing".
    spec = importlib.util.spec_from_file_location("community3d", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules["community3d"] = module
    spec.loader.exec_module(module)


if "community3d" not in sys.modules:
    _load_package()
importlib.import_module("community3d.processing.environment").keep_texts_as_objects()


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository root."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data; tests that need it skip by name where it is absent."""
    if not DATA.is_dir():
        pytest.skip("../shared/data is absent")
    return DATA
