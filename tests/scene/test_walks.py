"""The walks of the sample town as the page gets them."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import scene_unpack as unpack
from community3d.layers.problems import problem_frame
from community3d.layers.profiles import WALKERS, profile
from community3d.layers.sample.town import sample_town
from community3d.layers.workspace import Workspace
from community3d.processing.engine.check import district_check
from community3d.processing.engine.results import ESTIMATE, Settings
from community3d.processing.engine.tracing import NOWHERE
from community3d.processing.engine.trails import trails
from community3d.processing.scene import walks
from community3d.processing.scene.content import scene_content
from community3d.processing.scene.export import write_scene
from community3d.processing.scene.payload import scene_payload
from community3d.processing.scene.rewalk import with_trails

CRS = "EPSG:4549"
SCRIPT = Path(__file__).parents[1] / "page" / "allwalks.mjs"


@pytest.fixture(scope="module")
def town():
    import pandas as pd

    sources = pd.DataFrame(columns=["table", "source", "rows_read", "rows_loaded", "rows_rejected", "crs"])
    workspace = Workspace(Path("town.gpkg"), CRS, sample_town(), problem_frame([], crs=CRS), sources)
    return district_check(workspace, settings=Settings(profile("tdt1063"), WALKERS["planning"]))


@pytest.fixture(scope="module")
def part(town):
    return unpack.unpacked(scene_payload(scene_content(town)).parts["walks"])


def test_every_step_of_a_walk_brings_it_nearer(town):
    """From any node the steps lead to a node where the walk leaves the streets, in fewer steps than there are nodes."""
    network = town.trails.network
    heads = np.append(network.arcs.head, 0)
    for arc in town.trails.arc.values():
        at = np.arange(len(arc))
        for _ in range(len(arc)):
            at = np.where(arc[at] == NOWHERE, at, heads[arc[at]])
        assert (arc[at] == NOWHERE).all()


def test_ways_on_name_an_arc_of_the_node(part):
    head, columns = part
    leaving = np.bincount(columns["n.start"] + columns["n.end"] + columns["gate.from"], minlength=head["nodes"])
    for name, way in columns.items():
        if name.startswith("way."):
            assert (np.array(way) <= leaving).all()


def test_lengths_are_those_of_the_lines(part):
    _, columns = part
    xy, at = np.column_stack([columns["n.x"], columns["n.y"]]), 0
    for size, length in zip(columns["n.sizes"], columns["n.length"]):
        line = xy[at : at + size]
        at += size
        assert np.hypot(*np.diff(line, axis=0).T).sum() == pytest.approx(length / 10, abs=size)


def test_an_estimate_has_no_walks(town):
    from community3d.processing.engine.check import service_coverage

    tables = town.tables
    settings = Settings(profile("tdt1063"), WALKERS["planning"], method=ESTIMATE)
    found = service_coverage(tables["doorplates"], tables["facilities"], None, areas=tables["areas"], settings=settings)
    assert trails(found.coverage, settings) is None


def test_too_many_doorplates_get_straight_lines(town, monkeypatch):
    monkeypatch.setattr(walks, "MOST_DOORPLATES", 3)
    parts = scene_payload(scene_content(town)).parts
    assert "walks" not in parts
    assert unpack.unpacked(parts["core"])[0]["meta"]["walks"] is False


@pytest.fixture(scope="module")
def drawn(town, tmp_path_factory):
    """What the page's own modules make of all walks of the town."""
    if shutil.which("node") is None:
        pytest.skip("node is absent")
    path = tmp_path_factory.mktemp("walks") / "town.html"
    write_scene(path, scene_content(town))
    return json.loads(subprocess.run(["node", SCRIPT, path], capture_output=True, text=True, check=True, timeout=60).stdout)


def test_the_page_finds_every_walk_as_long_as_the_ledger_tells_it(town, drawn):
    """G03 closed, G02 for residents, walks inside the estate: the page draws all of them but those that use no street."""
    ledger = town.ledger
    told = sum(int(ledger[f"{category.id}_m"].notna().sum()) for category in town.settings.profile.categories)
    assert 0 < drawn["told"] <= told
    assert drawn["missing"] == []


def test_the_reach_of_a_lone_facility_holds_whom_the_ledger_calls_covered(town, drawn):
    assert len(drawn["reached"]) > 2
    for category, households in drawn["reached"].items():
        ok = town.ledger[f"{category}_ok"].isin([True])
        assert households == town.ledger.loc[ok, "households"].sum(), category


@pytest.fixture(scope="module")
def layers(town):
    """The town's layers and ledger as an export gets them."""
    from community3d.processing.scene.content import layers_content

    return layers_content(town.tables, town.ledger, crs=CRS, title="")


def test_an_export_finds_the_walks_of_its_ledger_again(town, layers):
    again = with_trails(layers).trails
    assert again.facility_id.tolist() == town.trails.facility_id.tolist()
    for category, arc in town.trails.arc.items():
        assert again.arc[category].tolist() == arc.tolist()


def test_without_streets_an_export_has_no_walks(layers):
    tables = {name: frame for name, frame in layers.tables.items() if name != "streets"}
    assert with_trails(replace(layers, tables=tables)).trails is None


def test_layers_that_nobody_can_walk_on_are_shown_without_walks(layers):
    twice = layers.ledger.assign(doorplate_id="D01")
    assert with_trails(replace(layers, ledger=twice)).trails is None
