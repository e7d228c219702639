"""The walks through qgis_process, checked against what is worked out on paper for the sample town."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from community3d.layers.geopackage import read_table, table_names, write_geopackage
from community3d.layers.sample.town import EXPECTED, sample_town

from . import process

pytestmark = process.MARKS


@pytest.fixture(scope="module")
def town(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    write_geopackage(path, sample_town(), crs="EPSG:4549")
    return path


def run(profile: Path, town: Path, **more: object) -> process.Run:
    keys = ("doorplates", "facilities", "streets", "gates", "walls", "estates", "land")
    return process.run(profile, "nearestroutes", **{**{key.upper(): f"{town}|layername={key}" for key in keys}, **more})


def test_the_drawn_walks_are_those_worked_out_on_paper(profile, town, tmp_path):
    done = run(profile, town, OUTPUT=tmp_path / "routes.gpkg")
    assert done.code == 0, done.said
    drawn = read_table(tmp_path / "routes.gpkg", table_names(tmp_path / "routes.gpkg")[0])
    assert done.results["ROUTES"] == len(drawn)
    assert done.results["ROUTES_KM"] == pytest.approx(drawn["m"].sum() / 1000)
    assert done.results["ROUTES"] + sum(json.loads(done.results["NOT_DRAWN"]).values()) == 16 * 9
    walks = drawn.set_index(["doorplate_id", "category"])
    for answer in EXPECTED:
        if answer.metres is None:
            assert (answer.doorplate_id, answer.category) not in walks.index
        else:
            walk = walks.loc[(answer.doorplate_id, answer.category)]
            assert (walk["facility_id"], walk["why"]) == (answer.facility_id, answer.why)
            assert (walk["m"], walk["min"]) == pytest.approx((answer.metres, answer.minutes), abs=1e-6)


def test_with_an_extent_only_what_touches_it_is_read_and_the_walks_inside_stay_the_same(profile, town, tmp_path):
    # D01 and its market, with 120 m around them: the walk of paper, and only the doorplates of that box.
    market = next(answer for answer in EXPECTED if (answer.doorplate_id, answer.category) == ("D01", "market"))
    tables = {name: read_table(town, name) for name in ("doorplates", "facilities")}
    there = [tables["doorplates"].query("doorplate_id == 'D01'"), tables["facilities"].query("facility_id == @market.facility_id")]
    west, south, east, north = pd.concat([rows.geometry for rows in there]).buffer(120).total_bounds
    inside = tables["doorplates"].cx[west:east, south:north]
    extent = f"{west},{east},{south},{north} [EPSG:4549]"
    done = run(profile, town, EXTENT=extent, CATEGORIES="market", OUTPUT=tmp_path / "routes.gpkg")
    assert done.code == 0, done.said
    assert done.results["DOORPLATES_COUNT"] == len(inside) < 16
    assert json.loads(done.results["PARAMETERS"])["EXTENT"] == extent  # as QGIS reads it again
    drawn = read_table(tmp_path / "routes.gpkg", table_names(tmp_path / "routes.gpkg")[0]).set_index("doorplate_id")
    assert drawn.loc["D01", "m"] == pytest.approx(market.metres, abs=1e-6)


def test_more_doorplates_than_wanted_are_refused(profile, town, tmp_path):
    done = run(profile, town, MAX_DOORPLATES=15, OUTPUT=tmp_path / "routes.gpkg")
    assert done.code == 1
    assert "DOORPLATES has 16 doorplates, more than MAX_DOORPLATES allows (15). Select those to draw" in done.said
    assert not (tmp_path / "routes.gpkg").exists()


def test_an_unknown_category_is_refused(profile, town, tmp_path):
    done = run(profile, town, CATEGORIES="park,moon", OUTPUT=tmp_path / "routes.gpkg")
    assert done.code == 1
    assert "Unknown CATEGORIES “moon”. Known: elderly, park" in done.said


def near(profile: Path, town: Path, **more: object) -> process.Run:
    keys = ("streets", "facilities", "doorplates", "gates", "walls", "estates", "land", "areas")
    return process.run(profile, "nearby", **{**{key.upper(): f"{town}|layername={key}" for key in keys}, **more})


def test_what_is_near_a_doorplate_of_the_sample_town(profile, town, tmp_path):
    target = tmp_path / "near.gpkg"
    frame = read_table(town, "doorplates")
    write_geopackage(tmp_path / "place.gpkg", {"place": frame[frame["doorplate_id"] == "D06"]}, crs="EPSG:4549")
    done = near(
        profile, town, PLACES=f"{tmp_path / 'place.gpkg'}|layername=place", LIMIT=5, OUTPUT=target, ROUTES=target, RESPONSIBLE=target
    )
    assert done.code == 0, done.said
    reached = read_table(target, "output").set_index("id")
    # 锦园: 40 m to its own street; (a) 50 m on, (r) 150 m on, the closed gate 200 m on; the elderly care inside 200 m away.
    assert reached.loc[["F01", "F02", "G01", "G02", "G03"], "m"].tolist() == pytest.approx([200, 260, 90, 190, 240])
    assert reached.loc[["F01", "F02", "G01", "G02", "G03"], "rank"].tolist() == [1, 2, 1, 2, 3]
    assert "F04" not in reached.index  # 410 m
    assert json.loads(done.results["REACHED"]) == {"facility": 2, "gate": 3, "doorplate": 2}
    walks = read_table(target, "routes").set_index("id")
    assert walks.loc["F02", "gates"] == "G02"
    areas = read_table(target, "responsible")
    assert areas["code"].tolist()[-1] == "990106001001002"
    assert json.loads(done.results["RESPONSIBLE_CODES"])["D06"]["grid/grid"] == "990106001001002"


def test_nothing_to_look_for_is_refused(profile, town, tmp_path):
    place = f"{town}|layername=doorplates"
    done = process.run(profile, "nearby", PLACES=place, STREETS=f"{town}|layername=streets", OUTPUT=tmp_path / "near.gpkg")
    assert done.code == 1
    assert "Nothing to look for. Give FACILITIES, POSTS, DOORPLATES, GATES or AREAS." in done.said
