"""The towns of published cases through qgis_process: what the checks say of them is what the reports say, or what they leave out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from community3d.layers.geopackage import read_table

from . import process

pytestmark = process.MARKS


def made(profile: Path, folder: Path, town: str, **more: object) -> Path:
    path = folder / f"{town}.gpkg"
    run = process.run(profile, "sampledistrict", TOWN=town, OUTPUT=path, **more)
    assert run.code == 0, run.said
    return path


def layers(town: Path, *names: str) -> dict[str, str]:
    return {name: f"{town}|layername={name.lower()}" for name in names}


def test_the_claim_of_tianruncheng_holds_in_the_circle_and_not_on_foot(profile: Path, tmp_path: Path) -> None:
    town = made(profile, tmp_path, "tianruncheng")
    run = process.run(profile, "districtcheck", INPUT=town, PROFILE="seed_claim", OUTPUT=tmp_path / "out", PARTS="report,xlsx")
    assert run.code == 0, run.said
    assert run.results["HOUSEHOLDS"] == 8_779
    assert run.results["RESIDENTS"] == 23_000
    assert json.loads(run.results["CROW_RATE"])["service"] == 1.0
    assert 0.5 < json.loads(run.results["RATES"])["service"] < 0.95
    # 8,779 households ask for 2,633.7 m²; the complex has 2,000.
    assert run.results["STANDARDS_FAILED"] == 1
    assert run.results["STANDARDS_SHORTFALL_M2"] == pytest.approx(633.7)


def test_the_stairs_of_tukanba_are_walked_with_its_heights(profile: Path, tmp_path: Path) -> None:
    town = made(profile, tmp_path, "tukanba", DEM=tmp_path / "dem.tif")
    given = {"INPUT": town, "PARTS": "database"}
    flat = process.run(profile, "districtcheck", **given, OUTPUT=tmp_path / "flat")
    hilly = process.run(profile, "districtcheck", **given, DEM=tmp_path / "dem.tif", OUTPUT=tmp_path / "hilly")
    assert flat.code == 0, flat.said
    assert hilly.code == 0, hilly.said
    assert hilly.results["RESIDENTS"] == 2_600
    assert hilly.results["DEM_COVER"] == pytest.approx(1.0, abs=0.02)
    slow, quick = (read_table(tmp_path / name / "result.gpkg", "ledger")["market_min"].sum() for name in ("hilly", "flat"))
    assert slow > 1.02 * quick


def test_an_elevation_model_of_a_flat_town_is_refused(profile: Path, tmp_path: Path) -> None:
    run = process.run(profile, "sampledistrict", TOWN="tianruncheng", OUTPUT=tmp_path / "t.gpkg", DEM=tmp_path / "dem.tif")
    assert run.code != 0
    assert "The town “tianruncheng” is flat. Leave DEM empty, or choose one of: tukanba." in run.said
    assert not list(tmp_path.iterdir())


@pytest.fixture(scope="module")
def wuzhong(profile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(profile, tmp_path_factory.mktemp("wuzhong"), "wuzhong")


@pytest.mark.long
def test_wuzhong_lacks_56_leaders_and_has_more_social_workers_than_asked(profile: Path, wuzhong: Path, tmp_path: Path) -> None:
    case = {"SOCIAL_WORKERS": 2_700, "URBAN_RESIDENTS": 1_071_000}
    run = process.run(profile, "gridstaffing", **layers(wuzhong, "AREAS", "DOORPLATES"), **case, OUTPUT=tmp_path / "staff.gpkg")
    assert run.code == 0, run.said
    figures = {name: run.results[name] for name in ("GRIDS_COUNT", "LEADERS", "WORKERS", "LEADER_VACANCIES", "RESIDENTS")}
    assert figures == {"GRIDS_COUNT": 1_040, "LEADERS": 984, "WORKERS": 3_120, "LEADER_VACANCIES": 56, "RESIDENTS": 1_389_000}
    # 2,700 for 107.1 times 10,000 people.
    assert run.results["SOCIAL_WORKERS_PER_10K"] == pytest.approx(25.21, abs=0.005)
    assert run.results["SOCIAL_WORKERS_VERDICT"] == "pass"


@pytest.mark.long
def test_16_of_118_communities_of_wuzhong_have_no_health_station(profile: Path, wuzhong: Path, tmp_path: Path) -> None:
    given = layers(wuzhong, "AREAS", "FACILITIES", "DOORPLATES", "SURVEYS")
    out = {name: f"{tmp_path / 'standards.gpkg'}|layername={name.lower()}" for name in ("OUTPUT", "TYPES")}
    run = process.run(profile, "facilitystandards", **given, **out, PROFILE="jiangsu")
    assert run.code == 0, run.said
    types = read_table(tmp_path / "standards.gpkg", "types")
    health = types[(types["type"] == "health") & (types["level"] == "community")]
    assert (health["verdict"] == "pass").sum() == 102
    assert (health["verdict"] == "fail").sum() == 16
    space = read_table(tmp_path / "standards.gpkg", "output")
    assert len(space) == 118
    # 30 m² for each 100 households: 3,000 of them need 900 m².
    assert (space["required_m2"] - 0.3 * space["households"]).abs().max() < 1e-6
    assert 0.7 < (space["verdict"] == "pass").mean() < 0.97


@pytest.mark.long
def test_the_screening_of_wuzhong_names_communities_above_3000_and_below_500(profile: Path, wuzhong: Path, tmp_path: Path) -> None:
    given = layers(wuzhong, "AREAS", "DOORPLATES", "ESTATES")
    run = process.run(profile, "communityscale", **given, OUTPUT=tmp_path / "scale.gpkg", timeout_s=900)
    assert run.code == 0, run.said
    doors = read_table(wuzhong, "doorplates")
    households = doors.groupby("community_code")["households"].sum()
    assert len(households) == 118
    assert run.results["SPLIT"] == (households > 3_000).sum()
    assert run.results["MERGE"] == (households < 500).sum()
