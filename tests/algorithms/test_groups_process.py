"""Coverage by group through qgis_process, on the sample town."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from community3d.layers.geopackage import read_table, write_geopackage
from community3d.layers.sample.town import sample_town

from . import process

pytestmark = process.MARKS


@pytest.fixture(scope="module")
def town(tmp_path_factory) -> Path:
    """The town with two elderly in every house."""
    tables = sample_town()
    tables["doorplates"] = tables["doorplates"].assign(elderly=2)
    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    write_geopackage(path, tables, crs="EPSG:4549")
    return path


def test_groups_stand_side_by_side(profile, town, tmp_path):
    layers = ("doorplates", "facilities", "streets", "areas", "gates", "walls", "estates", "land", "surveys")
    given = {name.upper(): f"{town}|layername={name}" for name in layers}
    done = process.run(profile, "servicecoverage", **given, LEDGER=tmp_path / "ledger.gpkg", GROUPS=tmp_path / "groups.gpkg")
    assert done.code == 0, done.said
    groups = read_table(tmp_path / "groups.gpkg", "groups")
    rates, by_group = json.loads(done.results["RATES"]), json.loads(done.results["GROUP_RATES"])
    assert by_group["households"] == pytest.approx(rates)
    elderly = groups[groups["group"] == "elderly"]
    assert set(elderly["walker"]) == {"older"}
    # Sixteen houses of two; at 0.8 m/s nobody reaches what was out of reach at 1.0.
    assert set(elderly["total"]) == {32}
    ledger = read_table(tmp_path / "ledger.gpkg", "ledger")
    for category, ok in elderly.set_index("category")["ok"].items():
        assert ok <= 2 * (ledger[f"{category}_why"] == "ok").sum()
    # 静园 has a wall and no gate; 旧园, 锦园 and 和园 are named by their gates: 20 + 20 + 30 + 20 households live in gated estates.
    gated = groups[(groups["kind"] == "estate") & (groups["group"] == "gated")]
    assert set(gated["total"]) == {90}
    assert sum(groups[groups["kind"] == "estate"].drop_duplicates("group")["total"]) == done.results["WEIGHT_TOTAL"]
