"""facilitystandards through qgis_process, on the sample town with floor areas written in."""

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
    """The town, its community service station (F08, in the western community) with 30 m² and no other floor area."""
    tables = sample_town()
    facilities = tables["facilities"]
    tables["facilities"] = facilities.assign(floor_m2=facilities["facility_id"].map({"F08": 30.0, "F05": 20.0, "F01": 50.0}).astype(float))
    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    write_geopackage(path, tables, crs="EPSG:4549")
    return path


def layer(town: Path, table: str) -> str:
    return f"{town}|layername={table}"


def run(profile: Path, town: Path, out: Path, **more: object) -> process.Run:
    given = {name.upper(): layer(town, name) for name in ("areas", "doorplates", "facilities")}
    return process.run(profile, "facilitystandards", **{**given, "OUTPUT": out, **more})


def test_floor_space_is_judged_per_community(profile, town, tmp_path):
    out = tmp_path / "standards.gpkg"
    tables = {"TYPES": f"ogr:dbname='{out}' table=\"types\"", "RULES": f"ogr:dbname='{out}' table=\"rules\""}
    done = run(profile, town, out, PROFILE="jiangsu", **tables)
    assert done.code == 0, done.said
    made = read_table(out, "output").set_index("code")
    # West: D01 to D06, D11 and D13 hold 10 + 5 + 5 + 10 + 20 + 30 + 10 + 20 = 110 households, which need 33 m²;
    # the station has 30, the neighbourhood centre 20. East: the 80 households of D07 to D10, D12, D14 and D15 need 24 m², the
    # day-care centre has 50.
    west, east = made.loc["990106001001"], made.loc["990106001002"]
    assert west[["households", "service_m2", "verdict"]].tolist() == [110, 50, "pass"]
    assert east[["households", "service_m2", "verdict"]].tolist() == [80, 50, "pass"]
    assert west["required_m2"] == pytest.approx(33)
    assert west["m2_per_100hh"] == pytest.approx(50 / 1.1)
    assert (done.results["PASSED"], done.results["FAILED"], done.results["NO_DATA"], done.results["SHORTFALL_M2"]) == (2, 0, 0, 0)
    assert json.loads(done.results["AREA_SHARES"])["space_compliance"] == 1
    assert json.loads(done.results["AREA_VERDICTS"])["space_compliance"] == "pass"
    assert json.loads(done.results["PARAMETERS"])["PROFILE"] == "jiangsu"
    rules = read_table(out, "rules").set_index(["rule", "code"])
    assert rules.loc[("centre_400", "990106001001"), ["present", "shortfall", "verdict"]].tolist() == [30, 370, "fail"]
    types = read_table(out, "types").set_index(["type", "code"])
    # F05 and F06 at (0, 310): a station and a centre of health in the west, none in the east.
    assert types.loc[("health", "990106001001"), ["count", "verdict"]].tolist() == [2, "pass"]
    assert types.loc[("health", "990106001002"), ["count", "verdict"]].tolist() == [0, "fail"]
    assert "The rule day_care_per_subdistrict is left out" in done.results["NOTES"]


def test_the_default_profile_knows_the_national_rule(profile, town, tmp_path):
    done = run(profile, town, tmp_path / "standards.gpkg")
    assert done.code == 0, done.said
    assert done.results["PASSED"] == 2
    assert "Community service space per 100 households" in done.results["FIRST_WORD"]


def test_faults_of_an_own_profile_come_all_at_once(profile, town, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text(
        "id: own\ntitle: {zh: 自定, en: Own}\ncategories: []\narea_rules:\n"
        "- {id: space, name: {zh: 面积, en: Space}, value: 30, unit: m2 per household}\n"
        "- {id: share, name: {zh: 率, en: Share}, value: 120, unit: percent of areas, of: space}\n",
        encoding="utf-8",
    )
    done = run(profile, town, tmp_path / "no.gpkg", PROFILE_FILE=own)
    assert done.code == 1
    assert "unit is m2 per household" in done.said
    assert "value is 120; it must be a percentage above 0 and up to 100" in done.said
    assert not (tmp_path / "no.gpkg").exists()


def test_a_level_that_is_missing_is_named(profile, town, tmp_path):
    done = run(profile, town, tmp_path / "no.gpkg", LEVEL="subdistrict")
    assert done.code == 1
    assert "AREAS holds no area of the level subdistrict; it has community, grid." in done.said
