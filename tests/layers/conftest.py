"""Shared by the tests of the layers."""

from __future__ import annotations

from pathlib import Path

import pytest
from community3d.layers.osm import OsmTables, read_osm

from .osm_text import OsmText


@pytest.fixture
def osm() -> OsmText:
    """A town in Suzhou with one street, to which a test adds what it is about."""
    town = OsmText()
    town.way([(0, -200), (0, 200)], {"highway": "residential", "name": "平江路"})
    return town


@pytest.fixture
def read(tmp_path: Path):
    """Writes the town and reads it back as workspace tables."""

    def reader(town: OsmText, **options: object) -> OsmTables:
        return read_osm(town.write(tmp_path / "town.osm"), **options)

    return reader
