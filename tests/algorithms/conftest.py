"""What all runs of qgis_process share."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import process


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of QGIS with the plugin in it."""
    return process.linked_profile(tmp_path_factory.mktemp("profile"))
