"""applyfixes through qgis_process: the seeded faults of the sample district, mended, decided on and checked again."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import shapely
from community3d.layers.geopackage import read_table, table_names, write_geopackage

from . import process

pytestmark = process.MARKS
ISLAND = "S900001"  # the sample's ids of its drawn-in faults


@pytest.fixture(scope="module")
def district(profile, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("fixes") / "示例.gpkg"
    made = process.run(profile, "sampledistrict", SIZE="small", SEED=1, OUTPUT=path)
    assert made.code == 0, made.said
    checked = process.run(profile, "dataquality", INPUT=path, PROBLEMS=f"ogr:dbname='{path}' table=\"problems\"")
    assert checked.code == 0, checked.said
    return path


@pytest.fixture(scope="module")
def mended(profile, district) -> tuple[Path, dict]:
    path = district.with_name("示例_修正.gpkg")
    done = process.run(profile, "applyfixes", INPUT=district, WHICH="all", OUTPUT=path, CHANGES=district.with_name("changes.gpkg"))
    assert done.code == 0, done.said
    return path, done.results


def rows(path: Path, table: str) -> dict[int, tuple]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(f'SELECT rowid, * FROM "{table}"')
        return {row[0]: row[1:] for row in found}


def test_every_change_is_listed_and_nothing_else_has_changed(district, mended):
    path, results = mended
    assert results["APPLIED"] > 0
    changes = read_table(path, "changes")
    assert len(changes) == results["CHANGES_COUNT"]
    listed = set(zip(changes["table"], changes["row"]))
    different = set()
    for table in set(table_names(district)) - {"problems"}:
        before, after = rows(district, table), rows(path, table)
        frame = read_table(district, table)
        key = {"areas": "code", "surveys": "category"}.get(table) or next(c for c in frame.columns if c.endswith("_id") or c == "use")
        names = dict(zip(before, frame[key]))
        assert set(after) <= set(before)
        different |= {(table, names[fid]) for fid, row in before.items() if after.get(fid) != row}
    assert different == listed


def test_the_areas_keep_their_sum(district, mended):
    before, after = (read_table(path, "areas") for path in (district, mended[0]))
    for level in ("community", "grid"):
        land = [shapely.union_all(frame.geometry[frame["level"] == level].to_numpy()).area for frame in (before, after)]
        assert land[1] == pytest.approx(land[0], abs=1e-3)
    grids = after[after["level"] == "grid"]
    assert grids.area.sum() == pytest.approx(shapely.union_all(grids.geometry.to_numpy()).area, abs=1e-3)


def test_a_second_check_finds_none_of_the_mended_and_keeps_what_was_decided(profile, mended):
    path, results = mended
    decided = read_table(path, "problems")
    # Whoever knows the sample ignores what its makers drew in on purpose and nobody can mend at a desk.
    left = decided.assign(state="ignored", reason="数据如此")
    write_geopackage(path, {"problems": left}, crs="EPSG:4549", append=True)
    again = path.with_name("again.gpkg")
    checked = process.run(profile, "dataquality", INPUT=path, PROBLEMS=again)
    assert checked.code == 0, checked.said
    found = read_table(again, "problems")
    assert found.loc[found["state"] == "open", "problem_id"].tolist() == []
    assert set(found["problem_id"]) <= set(decided["problem_id"])
    assert json.loads(results["APPLIED_BY_RULE"])["areas.sliver"] == 1
    assert ISLAND in set(found["row"])


def test_the_seeded_faults_with_a_fix_are_gone(mended):
    done = json.loads(mended[1]["APPLIED_BY_RULE"])
    # Two grids overlap, an end misses its street by half a metre, two codes disagree, one door stands twice.
    assert {name: done.get(name) for name in ("areas.sliver", "doorplates.code_disagrees", "doorplates.duplicate_address")} == {
        "areas.sliver": 1,
        "doorplates.code_disagrees": 2,
        "doorplates.duplicate_address": 1,
    }
    assert done.get("streets.dangle", 0) + done.get("streets.near_miss", 0) >= 1


def test_the_workspace_itself_is_refused_as_the_copy(profile, district):
    done = process.run(profile, "applyfixes", INPUT=district, OUTPUT=district)
    assert done.code != 0
    assert "OUTPUT is the workspace itself" in done.said


def test_a_workspace_without_problems_is_refused(profile, tmp_path):
    path = tmp_path / "w.gpkg"
    made = process.run(profile, "sampledistrict", SIZE="small", SEED=1, OUTPUT=path)
    assert made.code == 0
    done = process.run(profile, "applyfixes", INPUT=path, OUTPUT=tmp_path / "x.gpkg")
    assert done.code != 0
    assert "has no table problems" in done.said
    assert not (tmp_path / "x.gpkg").exists()
