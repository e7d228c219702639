"""A scene for publication: what is not in it, and that what is left says the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pytest
import scene_unpack as unpack
import shapely
from community3d.layers.errors import InputError
from community3d.processing.scene.content import SceneContent
from community3d.processing.scene.export import write_scene
from community3d.processing.scene.payload import scene_payload
from community3d.processing.scene.publication import AREA_STEP_M, LEFT_OUT, Publication, generalised, sensitive, taken_away


@pytest.fixture(scope="module")
def public(content):
    return scene_payload(content, publication=Publication())


@pytest.fixture(scope="module")
def head(public):
    return unpack.unpacked(public.parts["core"])


def test_doorplates_gates_walls_and_events_are_not_in_the_file(public, head, core):
    assert all(core[0]["counts"][name] > 0 for name in ("doorplates", "gates", "walls"))
    assert all(head[0]["counts"][name] == 0 for name in ("doorplates", "gates", "walls", "events"))
    assert not [name for name in head[1] if name.startswith(("g.", "e."))]
    assert not [name for name in public.parts if name == "walks"]
    assert head[0]["estates"]["name"] == []
    for name, data in public.parts.items():
        if name.startswith("tile."):
            told, columns = unpack.unpacked(data)
            assert len(columns["d.building"]) == 0
            assert told["addresses"] in ([], [""])


def test_no_address_of_the_internal_scene_stands_anywhere(public, content):
    whole = "".join(json.dumps(unpack.unpacked(data)[0], ensure_ascii=False) for data in public.parts.values())
    assert not [words for words in content.ledger["address"].dropna().unique() if words in whole]


def test_no_building_tells_its_height_or_who_lives_there(public):
    _, columns = unpack.unpacked(public.parts["tile.0"])
    assert len(columns["b.floors"])
    # All alike: 3 m, as where nothing is known.
    assert set(np.asarray(columns["b.rise"]).tolist()) == {31}
    assert not np.any(columns["b.floors"])
    assert set(np.asarray(columns["b.homes"]).tolist()) == {1}
    assert set(np.asarray(columns["b.people"]).tolist()) == {1}


def test_posts_are_not_told(head, core):
    assert any(value is not None for value in core[0]["areas"]["leader_posts"])
    for name in ("leader_posts", "worker_posts"):
        assert not [value for value in head[0]["areas"][name] if value is not None]


def test_areas_are_drawn_in_coarse_steps(content):
    corners = shapely.get_coordinates(generalised(content).tables["areas"].geometry.to_numpy())
    assert np.abs(corners / AREA_STEP_M - np.rint(corners / AREA_STEP_M)).max() == 0


def test_neighbours_keep_their_common_border():
    """Two areas with a border at 103 m: both are drawn to 100 m."""
    shapes = [shapely.box(0, 0, 103, 97), shapely.box(103, 0, 209, 97)]
    areas = gpd.GeoDataFrame({"code": ["1", "2"]}, geometry=shapes, crs="EPSG:4549")

    one, two = generalised(SceneContent("", "EPSG:4549", None, {"areas": areas}, areas.iloc[:0])).tables["areas"].geometry
    assert one.equals(shapely.box(0, 0, 100, 100))
    assert two.equals(shapely.box(100, 0, 200, 100))


def test_a_police_station_and_what_no_table_knows_are_not_shown(content):
    facilities = content.tables["facilities"]
    kinds = facilities["services"].tolist()
    kinds[:3] = ["police_station", "gas_depot", f"{kinds[2]};justice_office"]
    changed = replace(content, tables={**content.tables, "facilities": facilities.assign(services=kinds)})
    assert sensitive(changed).tolist()[:4] == [True, True, True, False]
    assert len(taken_away(changed).table("facilities")) == len(facilities) - sensitive(changed).sum()


def test_figures_are_those_of_the_internal_scene(head, core):
    for name, column in core[1].items():
        if name.startswith("m."):
            assert np.array_equal(np.asarray(column), np.asarray(head[1][name]), equal_nan=True), name
    for name in ("households", "residents", "code", "name", "buildings", "doorplates"):
        assert head[0]["areas"][name] == core[0]["areas"][name], name
    assert head[0]["figures"] == core[0]["figures"]
    assert head[0]["legend"] == core[0]["legend"]


def test_the_file_says_that_it_is_for_publication(head, core):
    assert core[0]["meta"]["publication"] is None
    stated = head[0]["statement"]["publication"]
    assert stated == {"approval": "", "leftOut": list(LEFT_OUT), "areaStep": AREA_STEP_M}
    told = {(one["table"], one["column"]) for one in head[0]["statement"]["columns"]}
    assert not [pair for pair in told if pair[0] in ("doorplates", "gates", "estates", "events")]
    assert not {("buildings", "height_m"), ("buildings", "floors"), ("areas", "leader_posts"), ("buildings", "residents")} & told
    assert head[0]["meta"]["live"] is False


@pytest.mark.parametrize(("number", "marks"), [("", True), ("苏S(2026)001号", False)])
def test_the_flat_picture_carries_the_watermark_without_a_number(content, tmp_path, number, marks):
    write_scene(tmp_path / "scene.html", content, publication=Publication(number), language="en")
    page = (tmp_path / "scene.html").read_text(encoding="utf-8")
    picture = re.search(r'<svg class="picture".*?</svg>', page, re.S)[0]
    assert ("Not reviewed. Not for publication." in picture) is marks


def test_a_number_without_publication_is_refused():
    pytest.importorskip("qgis.core")
    from community3d.processing.algorithms.resulting import publication

    assert publication("internal", "") is None
    assert publication("publication", " 苏S(2026) 001号 ") == Publication("苏S(2026) 001号")
    with pytest.raises(InputError, match="MAP_USE is internal: choose publication"):
        publication("internal", "苏S(2026)001号")
