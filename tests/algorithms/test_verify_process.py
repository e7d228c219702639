"""The installation verified as an administrator does it, and what a broken one says."""

from __future__ import annotations

import pytest
from community3d.layers.geopackage import read_table
from community3d.layers.sample.answers import EXPECTED, EXPECTED_OK, EXPECTED_OK_HIGH, EXPECTED_OK_LOW, EXPECTED_SNAP_M
from community3d.layers.words import text
from community3d.processing.engine.acceptance import compared

from . import process


@pytest.mark.process
@pytest.mark.skipif(process.program() is None, reason="qgis_process is not installed")
def test_this_installation_is_correct(profile, tmp_path):
    out = tmp_path / "verified.gpkg"
    done = process.run(profile, "verify", OUTPUT=out)
    assert done.code == 0, done.said
    results = done.results
    assert (results["ITEMS"], results["ITEMS_SAME"], results["ITEMS_NOT_CHECKED"]) == (11, 11, 0)
    # Four facts a walk, the households three times, 16 doorplates read back, 3 of coordinates, 4 of files.
    numbers = (EXPECTED_SNAP_M, EXPECTED_OK, EXPECTED_OK_LOW, EXPECTED_OK_HIGH)
    assert results["FACTS"] == 4 * len(EXPECTED) + sum(map(len, numbers)) + 16 + 3 + 4
    assert set(read_table(out, "output")["verdict"]) == {"same"}


def test_one_metre_more_is_told_with_both_figures():
    finding = compared(text("Walks"), {"D01.park_m": 680, "D02.park_m": None}, {"D01.park_m": 681.0, "D02.park_m": float("nan")})
    assert (finding.verdict, finding.agreeing, finding.facts) == ("different", 1, 2)
    assert str(finding.detail) == "D01.park_m: 680 expected, 681.0 found"


def test_no_way_is_not_a_way_of_no_metres():
    assert compared(text("Walks"), {"m": None}, {"m": 0.0}).verdict == "different"
    assert compared(text("Walks"), {"m": 0.0}, {"m": None}).verdict == "different"
