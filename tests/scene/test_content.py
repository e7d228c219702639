"""What a scene takes from single layers, as they come from files."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import scene_unpack as unpack
from community3d.layers.errors import InputError
from community3d.processing.scene.content import layers_content, ledger_settings
from community3d.processing.scene.payload import scene_payload


@pytest.fixture
def filed(results):
    """The ledger as a file gives it back: verdicts as numbers."""
    ledger = results.ledger.copy()
    for category in results.settings.profile.categories:
        ledger[f"{category.id}_ok"] = ledger[f"{category.id}_ok"].map({True: 1.0, False: 0.0}).astype(float)
    return ledger


def test_a_ledger_from_a_file_tells_the_same(results, content, filed):
    scene = layers_content(results.tables, filed, crs=results.crs, title="示例", settings=results.settings)
    park = scene.summaries["households"].query("category == 'park' and level == 'all'").iloc[0]
    assert park["rate"] == results.figures["rate.park"].value
    assert scene.ledger["park_ok"].tolist() == content.ledger["park_ok"].tolist()


def test_layers_of_another_system_are_brought_home(results, filed):
    degrees = results.tables["buildings"].to_crs("EPSG:4326")
    tables = {**results.tables, "buildings": degrees}
    scene = layers_content(tables, filed, crs=results.crs, title="", settings=results.settings)
    moved = scene.table("buildings").total_bounds - results.tables["buildings"].total_bounds
    assert np.abs(moved).max() < 0.01


def test_a_layer_that_is_no_ledger_is_told(results):
    with pytest.raises(InputError, match=r"The ledger lacks columns of its profile tdt1063: park_why\."):
        layers_content(results.tables, results.ledger.drop(columns="park_why"), crs=results.crs, title="")


def test_a_house_without_height_has_three_metres_and_says_so(results, filed):
    buildings = results.tables["buildings"].assign(height_m=np.nan, floors=np.nan, height_source=None)
    scene = layers_content({**results.tables, "buildings": buildings}, filed, crs=results.crs, title="", settings=results.settings)
    _, columns = unpack.unpacked(scene_payload(scene).parts["tile.0"])
    assert set(np.round(columns["b.height"], 6)) == {3.0}
    assert set(columns["b.source"]) == {2}


def test_an_absurd_height_is_cut(results, filed):
    buildings = results.tables["buildings"].assign(height_m=9999.0, height_source="measured")
    scene = layers_content({**results.tables, "buildings": buildings}, filed, crs=results.crs, title="", settings=results.settings)
    _, columns = unpack.unpacked(scene_payload(scene).parts["tile.0"])
    assert set(np.round(columns["b.height"], 6)) == {2000.0}


def test_one_building_alone_is_a_scene(results):
    tables = {"buildings": results.tables["buildings"].iloc[:1]}
    payload = scene_payload(layers_content(tables, None, crs=results.crs, title="一幢"))
    assert payload.head["counts"]["buildings"] == 1
    assert payload.head["levels"] == []


def test_events_keep_their_age_and_lose_their_address(results):
    import geopandas as gpd

    bounds = results.tables["areas"].total_bounds
    points = gpd.points_from_xy([bounds[0] + 10], [bounds[1] + 10])
    rows = {"event_id": ["1"], "category": ["路灯"], "reported_at": ["2026-11-18"], "state": ["open"], "address": ["丰泽路101号3单元"]}
    events = gpd.GeoDataFrame(rows, geometry=points, crs=results.crs)
    payload = scene_payload(layers_content({**results.tables, "events": events}, None, crs=results.crs, title=""))
    assert payload.head["events"] == {"category": ["路灯"], "state": ["open"], "age": [2], "x": [-590.0], "y": [-590.0]}


def test_a_ledger_of_ones_own_profile_is_read_with_that_profile(results, filed):
    own = replace(results.settings.profile, id="our_own")
    named = ledger_settings(filed.assign(profile="our_own"), own)
    assert named.profile is own
    with pytest.raises(InputError, match="does not say which profile and walker made it"):
        ledger_settings(filed.assign(profile="our_own"))
