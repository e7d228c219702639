"""The town, examined once."""

from __future__ import annotations

import pytest

from .town import examined, workspace


@pytest.fixture(scope="session")
def found(tmp_path_factory):
    """The examination of the town."""
    return examined(workspace(tmp_path_factory.mktemp("town")), today="2026-09-30")
