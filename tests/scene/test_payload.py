"""What the payload holds is what the ledger says."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import scene_invented as invented
import scene_unpack as unpack
from community3d.processing.scene.content import layers_content, scene_content
from community3d.processing.scene.payload import scene_payload

WHY = ("ok", "too_far", "behind_gate", "no_route", "not_snapped", "no_facility")
PAGE = Path(__file__).parents[2] / "processing" / "scene" / "page"


def test_every_doorplate_keeps_its_metres_and_reasons(core, tile, payload, results):
    json, columns = tile
    count = core[0]["counts"]["doorplates"]
    there = np.column_stack([columns["d.x"], columns["d.y"]]) + payload.place.origin
    here = np.column_stack([results.ledger.geometry.x, results.ledger.geometry.y])
    # Every doorplate has a place of its own.
    rows = np.abs(here[None, :, :] - there[:, None, :]).sum(axis=2).argmin(axis=1)
    assert len(set(rows)) == count == len(results.ledger)
    ledger = results.ledger.iloc[rows]
    assert unpack.texts(json["addresses"], columns["d.address"], columns["d.numbers"]) == ledger["address"].tolist()
    assert columns["d.households"] == ledger["households"].tolist()
    for k, category in enumerate(results.settings.profile.categories):
        own = slice(k * count, (k + 1) * count)
        metres = np.array(columns["d.metres"][own], dtype=float)
        np.testing.assert_allclose(metres, ledger[f"{category.id}_m"].to_numpy(dtype=float), atol=0.051)
        assert [WHY[code & 7] for code in columns["d.why"][own]] == ledger[f"{category.id}_why"].tolist()
        assert [None if code >= 8 else code == 0 for code in columns["d.why"][own]] == ledger[f"{category.id}_ok"].tolist()


def test_minutes_are_metres_at_the_walkers_speed_where_nothing_slows(tile):
    assert set(tile[1]["d.rest"]) == {0}


def test_figures_of_every_area_are_those_of_the_summary(core, content, results):
    head, columns = core
    rows = len(head["areas"]["code"]) + 1
    for k, category in enumerate(results.settings.profile.categories):
        own = results.summary[results.summary["category"] == category.id].set_index(["level", "code"])
        for row, (level, code) in enumerate(zip(head["areas"]["level"], head["areas"]["code"])):
            expected = own.loc[(level, code)]
            assert columns["m.households.total"][k * rows + row] == expected["total"]
            assert columns["m.households.ok"][k * rows + row] == expected["ok"]
            rate = columns["m.households.rate"][k * rows + row]
            assert rate == expected["rate"] or (np.isnan(rate) and np.isnan(expected["rate"]))


def test_the_last_row_is_the_whole_district(core, results):
    head, columns = core
    rows = len(head["areas"]["code"]) + 1
    whole = results.figures["rate.park"].value
    position = [category["id"] for category in head["categories"]].index("park")
    assert columns["m.households.rate"][position * rows + rows - 1] == whole
    assert columns["m.households.completeness"][-1] == pytest.approx(results.figures["COMPLETENESS"].value)


def test_households_of_the_communities_add_up_to_the_district(core):
    areas = core[0]["areas"]
    by_level = pd.Series(areas["households"]).groupby(pd.Series(areas["level"])).sum()
    assert by_level["community"] == by_level["district"] == by_level["grid"]


def test_the_legend_counts_every_building_once(core):
    head, _ = core
    for counts in head["legend"].values():
        assert sum(counts) == head["counts"]["buildings"]


def test_a_building_is_as_good_as_its_households(tile, results):
    json, columns = tile
    names = unpack.texts(json["names"], columns["b.name"], columns["b.numbers"])
    ledger = results.ledger
    building = results.tables["buildings"].iloc[10]
    own = ledger[ledger["building_id"] == building["building_id"]]
    expected = (own["completeness"] * own["households"]).sum() / own["households"].sum()
    place = next(i for i, name in enumerate(names) if name == building["name"] and columns["b.households"][i] == own["households"].sum())
    assert columns["b.share"][place] == round(expected * 1000) + 1


def test_a_courtyard_stays_open(tile):
    holes = [parts for parts in unpack.rings(tile[1], "b") if any(len(rings) > 1 for rings in parts)]
    assert len(holes) == 1


def test_a_band_holds_the_nearer_ones(payload):
    _, columns = unpack.unpacked(payload.parts["reach.park"])
    polygons = unpack.rings(columns, "r")
    import shapely

    bands = [shapely.union_all([shapely.Polygon(part[0], part[1:]) for part in parts]) for parts in polygons]
    assert len(bands) == 3
    assert shapely.area(shapely.difference(bands[0], bands[1])) < 1e-6 * shapely.area(bands[0])
    assert shapely.area(bands[0]) < shapely.area(bands[1]) < shapely.area(bands[2])


def test_equal_inputs_give_equal_bytes(payload, content):
    assert scene_payload(content).parts == payload.parts


def test_a_boundary_belongs_to_the_largest_level_that_has_it(core):
    _, columns = core
    side = invented.SIZE * invented.BLOCK_M

    def length(level: str) -> float:
        x, y, total, at = columns[f"w.{level}.x"], columns[f"w.{level}.y"], 0.0, 0
        for size in columns[f"w.{level}.sizes"]:
            corners = np.column_stack([x[at : at + size], y[at : at + size]])
            total += np.hypot(*np.diff(corners, axis=0).T).sum()
            at += size
        return total

    # Two subdistricts: the outer edge and one line between; three rows of communities: two lines across.
    assert length("subdistrict") == pytest.approx(5 * side, abs=1)
    assert length("community") == pytest.approx(2 * side, abs=1)


def test_a_scene_without_coverage_has_no_figures(results):
    tables = {name: frame for name, frame in results.tables.items() if name != "facilities"}
    content = layers_content(tables, None, crs=results.crs, title="只有建筑")
    json, columns = unpack.unpacked(scene_payload(content).parts["core"])
    assert json["meta"]["hasLedger"] is False
    assert json["categories"] == []
    assert not [name for name in columns if name.startswith("m.")]


def test_a_scene_without_buildings_keeps_its_doorplates(results):
    content = scene_content(invented.with_buildings(results, results.tables["buildings"].iloc[:0]))
    json, _ = unpack.unpacked(scene_payload(content).parts["core"])
    assert json["counts"]["buildings"] == 0
    assert json["counts"]["doorplates"] == len(results.ledger)


def test_the_page_reads_what_python_wrote(payload, tmp_path):
    # The page's decoder and the test's agree on every column.
    (tmp_path / "tile.bin").write_bytes(payload.parts["tile.0"])
    script = f"""
import {{ readFileSync }} from 'node:fs';
import {{ inflate, readPart }} from '{(PAGE / "decode.js").as_posix()}';
import {{ unfolded }} from '{(PAGE / "unfold.js").as_posix()}';
const part = readPart(await inflate(readFileSync('{(tmp_path / "tile.bin").as_posix()}')));
const plain = Object.entries(unfolded(part)).map(([name, values]) => [name, Array.from(values)]);
process.stdout.write(JSON.stringify(Object.fromEntries(plain)));
"""
    (tmp_path / "read.mjs").write_text(script)
    import json
    import shutil

    if shutil.which("node") is None:
        pytest.skip("node is absent")
    read = json.loads(subprocess.run(["node", str(tmp_path / "read.mjs")], capture_output=True, check=True, text=True).stdout)
    _, expected = unpack.unpacked(payload.parts["tile.0"])
    assert set(read) == set(expected)
    for name, values in expected.items():
        np.testing.assert_allclose(np.array(read[name], dtype=float), np.array(values, dtype=float), rtol=1e-6, atol=1e-4, err_msg=name)


def test_every_area_says_what_its_network_can_carry(content, results):
    code = results.tables["areas"]["code"].iloc[-1]
    level, partition = results.tables["areas"][["level", "partition"]].iloc[-1]
    judged = replace(content, quality={(partition, level, code): "not_usable"})
    areas = unpack.unpacked(scene_payload(judged).parts["core"])[0]["areas"]
    assert dict(zip(zip(areas["level"], areas["code"]), areas["quality"])) == {
        **dict.fromkeys(zip(areas["level"], areas["code"])),
        (level, code): "not_usable",
    }
