"""Communities and grids of the small sample town through qgis_process."""

from __future__ import annotations

from pathlib import Path

import pytest
from community3d.layers.geopackage import read_table

from . import process

pytestmark = process.MARKS


@pytest.fixture(scope="module")
def town(profile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    assert process.run(profile, "sampledistrict", SIZE="small", SEED=1, OUTPUT=path).code == 0
    return path


def layers(town: Path, *names: str) -> dict[str, str]:
    return {name: f"{town}|layername={name.lower()}" for name in names}


def test_communities_are_screened_and_merged(profile: Path, town: Path, tmp_path: Path) -> None:
    out = {name: f"{tmp_path / 'scale.gpkg'}|layername={name.lower()}" for name in ("OUTPUT", "NEIGHBOURS", "AFTER", "CROSSWALK")}
    given = layers(town, "AREAS", "DOORPLATES", "ESTATES", "STREETS", "GATES", "WALLS")
    run = process.run(profile, "communityscale", **given, **out, SPLIT_ABOVE=2500, MERGE_BELOW=1200)
    assert run.code == 0, run.said
    found = read_table(tmp_path / "scale.gpkg", "output").set_index("code")
    doors = read_table(town, "doorplates")
    # The town's doorplates state their community; three stand outside every area.
    stated = doors.groupby("community_code")["households"].sum()
    assert abs(found["households"] - stated.reindex(found.index)).max() <= 3
    expected = {code: "split" if count > 2500 else "merge" if count < 1200 else "keep" for code, count in found["households"].items()}
    assert found["verdict"].to_dict() == expected
    assert [run.results[name] for name in ("SPLIT", "MERGE", "KEEP", "NO_DATA")] == [1, 2, 1, 0]
    small = found[found["verdict"] == "merge"]
    assert (small["walk_by"] == "network").all()
    pairs = read_table(tmp_path / "scale.gpkg", "neighbours")
    assert (pairs["walk_m"] >= pairs["straight_m"] * 0.5).all()
    after = read_table(tmp_path / "scale.gpkg", "after")
    assert run.results["COMMUNITIES_AFTER"] == len(after) == 3
    assert after["households"].sum() == found["households"].sum()
    walk = read_table(tmp_path / "scale.gpkg", "crosswalk")
    assert walk["households"].sum() == found["households"].sum()


def test_thresholds_the_wrong_way_round_and_missing_communities_are_refused(profile: Path, town: Path, tmp_path: Path) -> None:
    given = {**layers(town, "AREAS", "DOORPLATES"), "OUTPUT": tmp_path / "o.gpkg"}
    wrong = process.run(profile, "communityscale", **given, SPLIT_ABOVE=400, MERGE_BELOW=500)
    assert wrong.code != 0
    assert "MERGE_BELOW is above SPLIT_ABOVE. Give a smaller number for mergers than for splits." in wrong.said
    grids = f"{town}|layername=areas|subset=level = 'grid'"
    missing = process.run(profile, "communityscale", **{**given, "AREAS": grids})
    assert missing.code != 0
    assert "AREAS holds no communities; it has grid. Give the layer with the communities." in missing.said
