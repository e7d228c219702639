"""Walking reach from any point, as the page's own modules find it, beside the engine's isochrones."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.penalties import parse_penalties
from community3d.layers.problems import problem_frame
from community3d.layers.profiles import WALKERS, profile
from community3d.layers.sample.town import sample_town
from community3d.layers.workspace import Workspace
from community3d.processing.engine.check import district_check
from community3d.processing.engine.gates import AS_STATED
from community3d.processing.engine.ground import Tables, ground, survey
from community3d.processing.engine.isochrones import cost_of, searched
from community3d.processing.engine.placereach import Surroundings, reaches_around
from community3d.processing.engine.reach import lines_of
from community3d.processing.engine.results import Settings
from community3d.processing.scene import payload as payload_module
from community3d.processing.scene.content import district_bounds, scene_content
from community3d.processing.scene.fineness import COARSE, FINE
from community3d.processing.scene.payload import scene_payload
from community3d.processing.scene.place import place_of

CRS = "EPSG:4549"
SCRIPT = Path(__file__).parents[1] / "page" / "allreach.mjs"
POINTS = 40
NEAR_M = 1.0  # what the file's steps may move


def checked(tables: dict, **settings: object):
    sources = pd.DataFrame(columns=["table", "source", "rows_read", "rows_loaded", "rows_rejected", "crs"])
    workspace = Workspace(Path("town.gpkg"), CRS, tables, problem_frame([], crs=CRS), sources)
    return district_check(workspace, settings=Settings(profile("tdt1063"), WALKERS["planning"], **settings))


def found_by_the_page(content, xy: np.ndarray, folder: Path) -> list[dict]:
    if shutil.which("node") is None:
        pytest.skip("node is absent")
    packed = scene_payload(content)
    # What the modules read of a page; the bundle and the script have no part in this.
    parts = "".join(f'<script id="part-{name}">{words}</script>' for name, words in packed.encoded().items())
    (folder / "town.html").write_text(f'<script id="parts">{json.dumps({"parts": packed.directory()})}</script>{parts}', encoding="utf-8")
    asked = folder / "points.json"
    asked.write_text(json.dumps(place_of(district_bounds(content), content.crs).local(xy).tolist()), encoding="utf-8")
    done = subprocess.run(["node", SCRIPT, folder / "town.html", asked], capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def found_by_the_engine(content, xy: np.ndarray, limits: list[float], unit: str = "min") -> list[list[shapely.Geometry] | None]:
    """The streets within each limit of each point; None where no street is near enough."""
    tables = Tables(**{name: content.tables.get(name) for name in ("gates", "walls", "estates", "land")})
    stated = ground(survey(np.zeros((0, 2)), xy.copy(), content.tables["streets"], tables, content.settings), AS_STATED)
    around = Surroundings.of(stated.network, unit=searched(unit), direction=content.settings.direction)

    def reached(row: int) -> list[shapely.Geometry] | None:
        access = stated.facilities.of(np.array([row]))
        if not len(access.point):
            return None
        found = reaches_around(around, [access], [cost_of(limit, unit) for limit in limits])
        return [shapely.union_all(lines_of(stated.network, one)) for one in found]

    return [reached(row) for row in range(len(xy))]


def points_in(content, seed: int = 7) -> np.ndarray:
    west, south, east, north = district_bounds(content)
    random = np.random.default_rng(seed)
    return np.column_stack([random.uniform(west, east, POINTS), random.uniform(south, north, POINTS)])


def off_m(content, bands: list[dict], true: list[shapely.Geometry]) -> float:
    """Metres of street that only one of both reaches, farther than NEAR_M from what the other reaches."""
    origin = place_of(district_bounds(content), content.crs).origin
    worst = 0.0
    for band, theirs in zip(bands, true):
        own = shapely.union_all([shapely.LineString(np.array(path) + origin) for path in band["paths"]])
        strange = (shapely.difference(own, shapely.buffer(theirs, NEAR_M)), shapely.difference(theirs, shapely.buffer(own, NEAR_M)))
        worst = max(worst, sum(shapely.length(part) for part in strange))
    return worst


def assert_same(content, folder: Path) -> None:
    xy = points_in(content)
    found = found_by_the_page(content, xy, folder)
    true = found_by_the_engine(content, xy, [band["limit"] for band in found[0]["bands"]])
    assert [one["leg"] is None for one in found] == [one is None for one in true]
    assert sum(one is not None for one in true) > POINTS / 3
    assert max(off_m(content, one["bands"], lines) for one, lines in zip(found, true) if lines is not None) == 0


@pytest.fixture(scope="module")
def town():
    return checked(sample_town())


@pytest.mark.parametrize("fine", [FINE, pytest.param(COARSE, marks=pytest.mark.long)], ids=["small", "large"])
def test_any_point_reaches_what_the_engine_says(town, fine, monkeypatch, tmp_path):
    """Walls, water, gates for all, for residents, closed and unknown, estates without paths."""
    monkeypatch.setattr(payload_module, "fineness", lambda *_: fine)
    assert_same(scene_content(town), tmp_path)


@pytest.mark.long
def test_kinds_of_street_and_what_they_cost_count(tmp_path):
    penalties = parse_penalties("steps=0.5; crossing=10")
    slow = sample_town()
    slow["streets"] = slow["streets"].assign(
        kind=["steps" if k % 4 == 1 else "crossing" if k % 4 == 3 else "path" for k in range(len(slow["streets"]))]
    )
    assert_same(scene_content(checked(slow, penalties=penalties)), tmp_path)


@pytest.mark.long
def test_all_doors_of_walls_open_and_shut(tmp_path):
    """The same town with every gate of another word each time: all, residents, closed, unknown."""
    for turn in range(4):
        words = ["all", "residents", "closed", "unknown"]
        tables = sample_town()
        tables["gates"] = tables["gates"].assign(open=[words[(k + turn) % 4] for k in range(len(tables["gates"]))])
        folder = tmp_path / str(turn)
        folder.mkdir()
        assert_same(scene_content(checked(tables)), folder)


def test_the_households_are_those_the_ledger_calls_covered(town, tmp_path):
    """From the place of a category's only facility one reaches whom the ledger calls covered within the same limit."""
    content = scene_content(town)
    own = {
        category.id: (
            category,
            town.tables["facilities"]["services"].str.split(";").map(lambda said, c=category: bool({c.id, *c.types} & set(said))),
        )
        for category in town.settings.profile.categories
    }
    alone = {name: (category, mask) for name, (category, mask) in own.items() if mask.sum() == 1}
    assert len(alone) > 2
    xy = np.vstack([shapely.get_coordinates(town.tables["facilities"].geometry[mask].centroid) for _, mask in alone.values()])
    for (name, (category, _)), one in zip(alone.items(), found_by_the_page(content, xy, tmp_path)):
        ok = town.ledger[f"{name}_ok"].isin([True])
        households = {band["limit"]: band["households"] for band in one["bands"]}
        assert households[category.limit] == town.ledger.loc[ok, "households"].sum(), name


def test_the_areas_are_those_that_hold_the_point(town, tmp_path):
    content = scene_content(town)
    xy = points_in(content)[:10]
    areas = content.table("areas")
    for point, one in zip(xy, found_by_the_page(content, xy, tmp_path)):
        assert sorted(one["areas"]) == sorted(areas.index[areas.contains(shapely.Point(point))])


def test_an_export_may_leave_it_out(town):
    import scene_unpack

    assert scene_unpack.unpacked(scene_payload(scene_content(town), live_reach=False).parts["core"])[0]["meta"]["live"] is False


def test_without_walks_there_is_none(town):
    import scene_unpack

    content = replace(scene_content(town), trails=None)
    assert scene_unpack.unpacked(scene_payload(content).parts["core"])[0]["meta"]["live"] is False
