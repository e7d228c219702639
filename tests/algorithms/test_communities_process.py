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


def test_posts_of_the_town_are_counted_by_grid(profile: Path, town: Path, tmp_path: Path) -> None:
    given = layers(town, "AREAS", "DOORPLATES", "FACILITIES", "STREETS")
    run = process.run(profile, "gridstaffing", **given, WORKERS_PER_GRID=4, SOCIAL_WORKERS=40, OUTPUT=tmp_path / "s.gpkg")
    assert run.code == 0, run.said
    areas = read_table(town, "areas")
    grids = areas[areas["level"] == "grid"]
    assert run.results["GRIDS_COUNT"] == len(grids) == 11
    assert run.results["LEADERS"] == grids["leader_posts"].sum()
    assert run.results["WORKER_VACANCIES"] == (4 - grids["worker_posts"]).clip(lower=0).sum()
    assert run.results["VACANCIES"] == run.results["WORKER_VACANCIES"] + run.results["LEADER_VACANCIES"]
    found = read_table(tmp_path / "s.gpkg", "output")
    rows = found[found["level"] == "grid"]
    # Every metre of street lies in one grid, or half in each of two; the town's seeded overlap of grids is a few metres wide.
    assert rows["street_m"].sum() == pytest.approx(found.loc[found["level"] == "district", "street_m"].iloc[0], abs=10)
    assert rows["workload"].mean() == pytest.approx(1)
    # 40 community workers for the residents of the town, against 18 for 10 000.
    per = 40 / run.results["RESIDENTS"] * 10_000
    assert run.results["SOCIAL_WORKERS_PER_10K"] == pytest.approx(per)
    assert run.results["SOCIAL_WORKERS_VERDICT"] == ("pass" if per >= 18 else "fail")


def test_blocks_are_proposed_that_even_out_the_grids(profile: Path, town: Path, tmp_path: Path) -> None:
    given = layers(town, "AREAS", "DOORPLATES", "STREETS", "ESTATES", "LAND")
    out = {"OUTPUT": tmp_path / "s.gpkg", "MOVES": tmp_path / "m.gpkg"}
    run = process.run(profile, "gridstaffing", **given, **out)
    assert run.code == 0, run.said
    moves = read_table(tmp_path / "m.gpkg", "moves")
    assert len(moves) == run.results["BLOCKS_TO_MOVE"]
    assert len(moves) > 0
    assert run.results["IMBALANCE_MOVED"] < run.results["IMBALANCE_BEFORE"]
    areas = read_table(town, "areas").set_index("code")
    for _, move in moves.iterrows():
        # A block lies in its grid, touches the other, and both belong to one community.
        assert areas.loc[move["from_code"], "parent_code"] == areas.loc[move["to_code"], "parent_code"] == move["parent_code"]
        assert move.geometry.distance(areas.loc[move["to_code"]].geometry) < 100
        assert (move["from_before"] - move["from_after"], move["to_after"] - move["to_before"]) == (move["households"], move["households"])
    without = process.run(profile, "gridstaffing", AREAS=given["AREAS"], **out)
    assert without.code != 0
    assert "MOVES needs DOORPLATES, STREETS: blocks lie between streets" in without.said


def test_areas_without_grids_are_refused(profile: Path, town: Path, tmp_path: Path) -> None:
    communities = f"{town}|layername=areas|subset=level = 'community'"
    run = process.run(profile, "gridstaffing", AREAS=communities, OUTPUT=tmp_path / "s.gpkg")
    assert run.code != 0
    assert "AREAS holds no grids; it has community. Give the layer with the grids." in run.said


def test_large_communities_are_proposed_in_parts(profile: Path, town: Path, tmp_path: Path) -> None:
    out = {name: f"{tmp_path / 'scale.gpkg'}|layername={name.lower()}" for name in ("OUTPUT", "PARTS")}
    given = layers(town, "AREAS", "DOORPLATES", "ESTATES", "STREETS", "LAND")
    run = process.run(profile, "communityscale", **given, **out, SPLIT_ABOVE=2500)
    assert run.code == 0, run.said
    found = read_table(tmp_path / "scale.gpkg", "output").set_index("code")
    parts = read_table(tmp_path / "scale.gpkg", "parts")
    # One community of the town has more than 2500 households; two parts of it hold them all, neither more than 2500.
    large = found[found["verdict"] == "split"]
    assert parts["code"].unique().tolist() == large.index.tolist()
    assert parts["households"].sum() == large["households"].sum()
    assert parts["households"].max() <= 2500
    assert (parts.geometry.geom_type.isin(["Polygon", "MultiPolygon"])).all()
    without = process.run(profile, "communityscale", **layers(town, "AREAS", "DOORPLATES"), **out)
    assert without.code != 0
    assert "PARTS are cut along streets. Give STREETS, or leave PARTS out." in without.said
