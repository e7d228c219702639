"""Capacities through qgis_process, on the sample town whose walks are worked out on paper."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from community3d.layers.geopackage import read_table, write_geopackage
from community3d.layers.sample.town import EXPECTED, sample_town

from . import process

pytestmark = process.MARKS
PLACES = {"F02": 40.0, "F05": 30.0, "F06": 60.0, "F04": -5.0}
LAYERS = ("doorplates", "facilities", "streets", "areas", "gates", "walls", "estates", "land")


@pytest.fixture(scope="module")
def town(tmp_path_factory) -> Path:
    """The town with 40 places in the park, 30 and 60 in the two health services, and a market with -5."""
    tables = sample_town()
    facilities = tables["facilities"]
    tables["facilities"] = facilities.assign(capacity=facilities["facility_id"].map(PLACES), beds=7)
    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    write_geopackage(path, tables, crs="EPSG:4549")
    return path


def run(profile: Path, town: Path, **more: object) -> process.Run:
    given = {name.upper(): f"{town}|layername={name}" for name in LAYERS}
    return process.run(profile, "capacity", **{**given, **more})


def households() -> dict[str, float]:
    doors = sample_town()["doorplates"]
    return dict(zip(doors["doorplate_id"], doors["households"]))


def minutes(category: str) -> dict[str, float]:
    """The walks within reach, as worked out on paper."""
    return {answer.doorplate_id: answer.minutes for answer in EXPECTED if answer.category == category and answer.why == "ok"}


def test_the_town_shares_its_places(profile, town, tmp_path):
    outputs = {name: tmp_path / f"{name}.gpkg" for name in ("OUTPUT", "LOAD", "AREAS_OUT", "SUMMARY", "GROUPS", "LORENZ")}
    done = run(profile, town, DEMAND="*=households", DECAY="none", CATEGORIES="park,health,market", **outputs)
    assert done.code == 0, done.said
    weight = households()
    near_park, near_health = (sum(weight[door] for door in minutes(category)) for category in ("park", "health"))
    table = read_table(outputs["LOAD"], "load").set_index(["category", "facility_id"])
    # Both health services stand at one place: who reaches one reaches both, two of three go to the one with 60 places.
    assert table["assigned"].loc["health"].to_dict() == pytest.approx({"F05": near_health / 3, "F06": near_health * 2 / 3})
    assert table["in_reach"].loc["park"].to_dict() == {"F02": near_park}
    doors = read_table(outputs["OUTPUT"], "output").set_index("doorplate_id")
    for category, places, near in (("park", 40, near_park), ("health", 90, near_health)):
        got = doors[f"{category}_per_person"]
        assert {door for door, value in got.items() if value > 0} == set(minutes(category))
        assert got[list(minutes(category))].tolist() == pytest.approx([places / near] * len(minutes(category)))
    # The market states -5 places: nothing is known of it, and the run says so.
    assert "market_per_person" not in doors
    assert "market: none of the 1 facilities states a capacity." in done.results["NOTES"]
    assert done.results["NO_DATA"] == 1
    assert done.results["CONSERVED"] == pytest.approx(1, abs=1e-12)
    assert json.loads(done.results["CAPACITY"]) == {"park": 40, "health": 90}
    served = {"park": min(near_park, 40), "health": min(near_health, 90)}
    assert json.loads(done.results["SERVED"]) == pytest.approx(served)
    summary = read_table(outputs["SUMMARY"], "summary")
    whole = summary[summary["level"] == "all"].set_index("category")
    assert whole["need"].to_dict() == {"park": sum(weight.values()), "health": sum(weight.values())}
    areas = read_table(outputs["AREAS_OUT"], "areas_out").set_index("code")
    assert {"park_per_person", "park_served", "served"} <= set(areas)
    # 静园 is sealed, D15 and D16 are cut off: they are in no group's reach but in everybody's number.
    groups = read_table(outputs["GROUPS"], "groups").set_index(["kind", "group", "category"])
    assert groups["people"]["people", "households", "park"] == sum(weight.values())
    assert len(read_table(outputs["LORENZ"], "lorenz")) >= 2 * 101


def test_the_nearer_have_more(profile, town, tmp_path):
    outputs = {"OUTPUT": tmp_path / "o.gpkg", "LOAD": tmp_path / "l.gpkg"}
    done = run(profile, town, DEMAND="*=households", CATEGORIES="park,health", CAPACITY_FIELD="beds", **outputs)
    assert done.code == 0, done.said
    # Seven beds in every facility.
    assert json.loads(done.results["CAPACITY"]) == {"park": 7, "health": 14}
    limit, at_limit = 5, math.exp(-0.5)
    walks, weight = minutes("park"), households()
    near = {door: max((math.exp(-0.5 * (walk / limit) ** 2) - at_limit) / (1 - at_limit), 1e-6) for door, walk in walks.items()}
    ratio = 7 / sum(weight[door] * near[door] for door in near)
    doors = read_table(tmp_path / "o.gpkg", "output").set_index("doorplate_id")["park_per_person"]
    assert doors[list(near)].tolist() == pytest.approx([ratio * each for each in near.values()])


def test_what_is_wrong_is_said_in_words(profile, town, tmp_path):
    outputs = {"OUTPUT": tmp_path / "o.gpkg", "LOAD": tmp_path / "l.gpkg"}
    unknown = run(profile, town, CAPACITY_FIELD="sets", **outputs)
    assert (unknown.code, "CAPACITY_FIELD names the column “sets”, which the layer lacks." in unknown.said) == (1, True)
    nobody = run(profile, town, CATEGORIES="park", DEMAND="park=elderly", **outputs)
    assert (nobody.code, "park: no doorplate states elderly." in nobody.said) == (1, True)
    assert not (tmp_path / "o.gpkg").exists()
