"""Large scenes: the page works metres and nearest facilities out; here it must find what the ledger says."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from community3d.layers.problems import problem_frame
from community3d.layers.profiles import WALKERS, profile
from community3d.layers.sample.town import sample_town
from community3d.layers.workspace import Workspace
from community3d.processing.engine.access import Access
from community3d.processing.engine.check import district_check
from community3d.processing.engine.results import Settings
from community3d.processing.scene import fineness, payload, worked
from community3d.processing.scene.content import scene_content
from community3d.processing.scene.export import write_scene
from community3d.processing.scene.workings import SLACK_M, Streets, answers, packed, snapped, unpacked

CRS = "EPSG:4549"
SCRIPT = Path(__file__).parents[1] / "page" / "allwalks.mjs"

# Two streets in a row, 100 m each, the second walked at half the speed: node 0 – 1 – 2. A door 10 m beside the middle of the first.
SPEED_MS = 1.0
STREETS = Streets(
    lines=shapely.linestrings([[[0, 0], [100, 0]], [[100, 0], [200, 0]]]),
    start=np.array([0, 1]),
    end=np.array([1, 2]),
    length_m=np.array([100.0, 100.0]),
    there_s=np.array([100.0, 200.0]),
    back_s=np.array([100.0, 200.0]),
    penalty_s=np.array([0.0, 0.0]),
    gates=np.zeros((0, 2), dtype=np.int64),
    nodes=3,
    speed_ms=SPEED_MS,
    from_facility=False,
)


def access(*rows: tuple[int, int, float, float]) -> Access:
    point, edge, offset, leg = (np.array(column) for column in zip(*rows))
    return Access(point.astype(int), edge.astype(int), offset.astype(float), leg.astype(float), int(point.max()) + 1)


def test_a_door_meets_the_nearest_street_and_of_two_the_first():
    found = snapped(STREETS, np.array([[50.0, 10.0], [100.0, 5.0]]))
    assert found.edge.tolist() == [0, 0]
    assert found.offset_m.tolist() == [50, 100]
    assert found.leg_m.tolist() == [10, 5]


def test_a_walk_is_as_long_as_its_legs_and_the_streets_between():
    # 10 m to the street, 50 m to its end, 30 m of the second, 5 m beside it; by time the slow street counts double.
    home, goal = access((0, 0, 50, 10)), access((3, 1, 30, 5))
    _, metres, facility = answers(STREETS, home, goal, by_time=False)
    seconds, _, _ = answers(STREETS, home, goal, by_time=True)
    assert metres.tolist() == [95]
    assert seconds.tolist() == [10 + 50 + 60 + 5]
    assert facility.tolist() == [3]


def test_on_ones_own_street_nobody_walks_round_its_end():
    _, metres, _ = answers(STREETS, access((0, 0, 50, 10)), access((0, 0, 80, 5)), by_time=False)
    assert metres.tolist() == [45]


def test_nobody_walks_through_a_gate_that_only_leads_out():
    # Node 2 leads on to node 3, the start of a third street; homes are beyond it, the facility before it.
    third = replace(
        STREETS,
        lines=shapely.linestrings([[[0, 0], [100, 0]], [[100, 0], [200, 0]], [[200, 0], [300, 0]]]),
        start=np.array([0, 1, 3]),
        end=np.array([1, 2, 4]),
        length_m=np.full(3, 100.0),
        there_s=None,
        gates=np.array([[2, 3]]),
        nodes=5,
    )
    beyond, before = access((0, 2, 50, 0)), access((0, 1, 50, 0))
    assert answers(third, before, beyond, by_time=False)[1].tolist() == [100]
    assert answers(third, beyond, before, by_time=False)[1].tolist() == [np.inf]


def test_of_equal_costs_the_shorter_walk_wins_then_the_first_facility():
    values = packed(np.array([60.0, 60.0, 60.0]), np.array([70.0, 50.0, 50.0]), np.array([0.0, 2.0, 1.0]))
    assert np.argsort(values).tolist() == [2, 1, 0]
    assert [part.tolist() for part in unpacked(values[1:2])] == [[60], [50], [2]]


@pytest.fixture(scope="module")
def town():
    import pandas as pd

    sources = pd.DataFrame(columns=["table", "source", "rows_read", "rows_loaded", "rows_rejected", "crs"])
    workspace = Workspace(Path("town.gpkg"), CRS, sample_town(), problem_frame([], crs=CRS), sources)
    return district_check(workspace, settings=Settings(profile("tdt1063"), WALKERS["planning"]))


@pytest.fixture(scope="module")
def found(town, tmp_path_factory) -> tuple[gpd.GeoDataFrame, list, dict]:
    """The page's doorplates in its order, its answers, and all that node found."""
    if shutil.which("node") is None:
        pytest.skip("node is absent")
    path, doors = tmp_path_factory.mktemp("worked") / "town.html", []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(payload, "fineness", lambda *_: fineness.COARSE)
        patch.setattr(worked, "MOST_TOLD", 1.0)
        differing = worked._differing
        patch.setattr(worked, "_differing", lambda *given: doors.append(given[-1]) or differing(*given))
        write_scene(path, scene_content(town))
    read = json.loads(subprocess.run(["node", SCRIPT, path], capture_output=True, text=True, check=True, timeout=60).stdout)
    return doors[0], read["answers"], read


def test_the_page_finds_the_ledgers_metres_and_facilities(town, found):
    doors, answered, _ = found
    facilities = town.tables["facilities"]["facility_id"].astype(str).tolist()
    categories = town.settings.profile.categories
    rows = iter(answered)
    for _, door in doors.iterrows():
        for category in categories:
            facility, metres, minutes = next(rows)
            stated = door[f"{category.id}_m"]
            assert (metres is None) == np.isnan(stated)
            if metres is None:
                continue
            assert abs(metres - stated) <= SLACK_M
            assert facilities[facility] == door[f"{category.id}_id"]
            assert (minutes <= category.limit) == (door[f"{category.id}_min"] <= category.limit + 1e-6)


def test_a_large_scene_draws_its_walks_too(found):
    # Walks inside an estate use no street: those alone stay straight.
    read = found[2]
    assert read["told"] > 0
    assert len(read["missing"]) <= 0.05 * read["told"]
