"""What never leaves: units and rooms, few people, columns outside the allow-list, and text as anything but text."""

from __future__ import annotations

import re

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import scene_invented as invented
import scene_unpack as unpack
from community3d.processing.scene.content import scene_content
from community3d.processing.scene.export import write_scene
from community3d.processing.scene.payload import scene_payload
from community3d.processing.scene.privacy import building_level, suppressed

HOSTILE = [
    "</script><script>window.ran=1</script>",
    "\u2028alert(1)\u2029",
    "<img src=x onerror=window.ran=1>",
    "{{title}}${1}`",
    "\u202eevil",
]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("丰泽路118号3单元502室", "丰泽路118号"),
        ("康乐新村12幢1803", "康乐新村12幢"),
        ("康乐新村5号楼2单元", "康乐新村5号楼"),
        ("安民路5号3楼301", "安民路5号"),
        ("丰泽路118号-2-301", "丰泽路118号"),
        ("人民路1号A座12F", "人民路1号A座"),
        ("长江路8号501房", "长江路8号"),
    ],
)
def test_an_address_ends_at_its_building(address, kept):
    assert building_level(pd.Series([address])).tolist() == [kept]


@pytest.mark.parametrize(
    "address", ["丰泽路118号", "康乐新村5号楼", "道前街170号5幢", "百家巷2-1号", "望江路1-3号", "学士街26号(东门)", "10 Downing Street"]
)
def test_an_address_of_a_building_stays_whole(address):
    assert building_level(pd.Series([address])).tolist() == [address]


def test_doors_of_one_building_that_only_the_unit_told_apart_are_one():
    results = invented.invented_results()
    ledger = results.ledger.copy()
    ledger.loc[[0, 1], "address"] = ["丰泽路101号1单元", "丰泽路101号2单元"]
    from dataclasses import replace

    payload = scene_payload(scene_content(replace(results, ledger=ledger)))
    json, columns = unpack.unpacked(payload.parts["tile.0"])
    addresses = unpack.texts(json["addresses"], columns["d.address"], columns["d.numbers"])
    assert payload.head["counts"]["doorplates"] == len(ledger) - 1
    place = addresses.index("丰泽路101号")
    assert columns["d.households"][place] == ledger.loc[[0, 1], "households"].sum()


def test_a_lone_hidden_count_takes_the_next_smallest_along():
    counts = np.array([3.0, 8.0, 20.0, 2.0, 4.0, 50.0])
    areas = np.array([0, 0, 0, 1, 1, 1])
    assert suppressed(counts, areas, below=5).tolist() == [-1, -1, 20, -1, -1, 50]


def test_few_residents_never_show(tmp_path):
    results = invented.invented_results()
    ledger = results.ledger.copy()
    ledger["residents"] = (np.arange(len(ledger)) % 4).astype(float)
    from dataclasses import replace

    payload = scene_payload(scene_content(replace(results, ledger=ledger)))
    _, columns = unpack.unpacked(payload.parts["tile.0"])
    assert not set(columns["b.residents"]) & {1, 2, 3, 4}
    assert payload.head["statement"]["suppressed_counts"] > 0


def test_no_column_outside_the_allow_list(payload):
    from community3d.processing.scene.privacy import ALLOWED

    stated = {(one["table"], one["column"]) for one in payload.head["statement"]["columns"]}
    assert stated <= {(table, column) for table, columns in ALLOWED.items() for column in columns}
    names = {name for part in payload.parts.values() for name in unpack.unpacked(part)[1]}
    for personal in ("elderly", "children", "unit", "floor", "room", "doorplate_id", "building_id"):
        assert not [name for name in names if name.split(".")[-1] == personal]


def test_the_unit_column_never_enters(payload):
    texts = [text for part in payload.parts.values() for text in unpack.every_text(unpack.unpacked(part)[0])]
    assert not [text for text in texts if "单元" in text]


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("hostile") / "scene.html"
    write_scene(path, scene_content(invented.invented_results(4, hostile="".join(HOSTILE))), title="区" + "".join(HOSTILE))
    return path.read_text(encoding="utf-8")


def test_hostile_values_never_become_markup(hostile_page):
    own = hostile_page.count("<script")
    harmless = hostile_page.count("</script>")
    assert own == harmless
    assert "window.ran" not in re.sub(
        r"&lt;script&gt;window\.ran=1&lt;/script&gt;|&lt;img src=x onerror=window\.ran=1&gt;", "", hostile_page
    )
    assert "\u2028" not in hostile_page.replace(hostile_page[: hostile_page.index("<script")], "")


def test_hostile_values_arrive_as_they_are(hostile_page):
    core, _ = unpack.unpacked(unpack.parts_of_page(hostile_page)["core"])
    assert all(piece in core["areas"]["name"][0] for piece in HOSTILE)


def test_a_very_long_name_does_not_break_the_page(tmp_path):
    results = invented.invented_results(4)
    buildings = gpd.GeoDataFrame(results.tables["buildings"].assign(name="长" * 10_000))
    payload = scene_payload(scene_content(invented.with_buildings(results, buildings)))
    json, columns = unpack.unpacked(payload.parts["tile.0"])
    assert len(unpack.texts(json["names"], columns["b.name"], columns["b.numbers"])[0]) == 10_000
