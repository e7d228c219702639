"""The main job through qgis_process, from the sample district to the scene."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Callable

import geopandas as gpd
import numpy as np
import pytest
from community3d.layers.geopackage import read_table, table_names, write_geopackage
from community3d.layers.sample.answers import EXPECTED_OK
from community3d.layers.sample.town import sample_town

from . import process

pytestmark = process.MARKS
WISHES = {"TARGETS": "elderly=80;*=90", "REPORT_DATE": "2026-06-30", "PARTS": process.ALL_PARTS}


@pytest.fixture(scope="module")
def workspace(profile, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "示例.gpkg"
    made = process.run(profile, "sampledistrict", SIZE="small", SEED=1, OUTPUT=path)
    assert made.code == 0, made.said
    assert made.results["OUTPUT"] == str(path)
    return path


@pytest.fixture(scope="module")
def checked(profile, workspace, tmp_path_factory) -> tuple[Path, dict]:
    folder = tmp_path_factory.mktemp("results") / "成果"
    done = process.run(profile, "districtcheck", INPUT=workspace, OUTPUT=folder, **WISHES)
    assert done.code == 0, done.said
    return folder, done.results


@pytest.fixture(scope="module")
def town(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    write_geopackage(path, sample_town(), crs="EPSG:4549")
    return path


def layer(path: Path, table: str) -> str:
    return f"{path}|layername={table}"


def coverage(profile: Path, path: Path, **more: object) -> process.Run:
    inputs = {
        key.upper(): layer(path, key)
        for key in ("doorplates", "facilities", "streets", "areas", "gates", "walls", "estates", "land", "surveys")
    }
    return process.run(profile, "servicecoverage", **{**inputs, **more})


def test_the_results_are_written_and_named(checked):
    folder, results = checked
    written = {"result.gpkg", "report.html", "tables.xlsx", "scene.html", "report.docx", "briefing.docx"}
    assert {path.name for path in folder.iterdir()} == written
    assert results["SCENE"] == str(folder / "scene.html")
    assert (results["DOCX"], results["BRIEFING"]) == (str(folder / "report.docx"), str(folder / "briefing.docx"))


def test_figures_equal_the_ledger(checked):
    folder, results = checked
    ledger = read_table(folder / "result.gpkg", "ledger")
    assert results["DOORPLATES_COUNT"] == len(ledger)
    rates = json.loads(results["RATES"])
    for category, rate in rates.items():
        ok = ledger[f"{category}_ok"].fillna(False).astype(bool)
        assert rate == pytest.approx(ledger.loc[ok, "households"].sum() / ledger["households"].sum(), abs=1e-12)


def test_report_and_scene_fetch_nothing(checked):
    folder, _ = checked
    for name in ("report.html", "scene.html"):
        page = (folder / name).read_text(encoding="utf-8")
        assert "Content-Security-Policy" in page
        assert 'src="http' not in page
        assert 'href="http' not in page


def test_isochrones_of_every_category_are_in_the_result(checked):
    folder, results = checked
    bands = read_table(folder / "result.gpkg", "isochrones")
    with_facilities = {c for c, rate in json.loads(results["RATES"]).items() if rate}
    assert with_facilities <= set(bands["category"])
    assert {5.0, 10.0, 15.0} <= set(bands["limit"])


def test_isochrones_and_ledger_agree(checked):
    _, results = checked
    assert results["ISO_AGREEMENT"] >= 0.95


def test_no_facility_serves_more_than_its_capacity(checked):
    folder, results = checked
    places = read_table(folder / "result.gpkg", "places")
    stated = places[places["capacity"].notna()]
    assert len(stated)
    assert (stated["served"] <= stated["capacity"] + 1e-6).all()
    assert results["OVERLOADED"] == (places["verdict"] == "overloaded").sum()
    assert results["CAPACITY_UNKNOWN"] == places["capacity"].isna().sum()


def test_parameters_echo_what_was_used(checked):
    _, results = checked
    used = json.loads(results["PARAMETERS"])
    assert used["TARGETS"] == "elderly=80;*=90"
    assert used["PROFILE"] == "tdt1063"
    assert used["SNAP_LIMIT_M"] == 200


def test_without_targets_the_result_says_so_first(profile, town, tmp_path):
    done = coverage(profile, town, LEDGER=tmp_path / "l.gpkg")
    assert done.code == 0, done.said
    assert done.results["FIRST_WORD"].startswith("The standard states no targets")
    assert set(json.loads(done.results["VERDICTS"]).values()) <= {"not_judged", "no_data"}


def test_two_runs_give_the_same_report_and_scene(profile, workspace, checked, tmp_path):
    folder, _ = checked
    again = tmp_path / "again"
    done = process.run(profile, "districtcheck", INPUT=workspace, OUTPUT=again, **WISHES)
    assert done.code == 0, done.said
    for name in ("report.html", "scene.html", "tables.xlsx", "report.docx", "briefing.docx"):
        assert (again / name).read_bytes() == (folder / name).read_bytes(), name


def test_the_ledger_and_the_summary_share_one_file(profile, town, tmp_path):
    target = tmp_path / "r.gpkg"
    done = coverage(profile, town, LEDGER=target, SUMMARY=target, AREAS_OUT=target)
    assert done.code == 0, done.said
    assert {"ledger", "summary", "areas_out"} <= set(table_names(target))


def test_isochrones_are_nested(profile, town, tmp_path):
    target = tmp_path / "i.gpkg"
    done = process.run(
        profile, "isochrones", STREETS=layer(town, "streets"), PLACES=layer(town, "facilities"), LIMITS="5,10", OUTPUT=target
    )
    assert done.code == 0, done.said
    bands = read_table(target, "isochrones" if "isochrones" in table_names(target) else table_names(target)[0]).sort_values("limit")
    small, large = bands.geometry
    assert large.buffer(0.01).contains(small)


def test_bands_that_may_not_overlap_share_the_land_of_the_merged_one(profile, town, tmp_path):
    inputs = {"STREETS": layer(town, "streets"), "PLACES": layer(town, "facilities"), "LIMITS": "10", "WALLS": layer(town, "walls")}
    merged, parted = (
        process.run(profile, "isochrones", **inputs, **form, OUTPUT=tmp_path / f"{len(form)}.gpkg")
        for form in ({"MERGE": "yes"}, {"MERGE": "no", "OVERLAP": "no"})
    )
    assert parted.code == 0, parted.said
    assert len(read_table(tmp_path / "2.gpkg", "output")) > 1
    assert json.loads(parted.results["AREA_KM2"])["10"] == pytest.approx(json.loads(merged.results["AREA_KM2"])["10"])
    assert json.loads(parted.results["REACHED_KM"])["10"] == pytest.approx(json.loads(merged.results["REACHED_KM"])["10"])


def test_land_households_and_circles_stand_side_by_side(profile, town, tmp_path):
    inputs = {
        key.upper(): layer(town, key) for key in ("facilities", "streets", "doorplates", "areas", "gates", "walls", "estates", "land")
    }
    path = tmp_path / "land.gpkg"
    done = process.run(profile, "landcoverage", **inputs, OUTPUT=path)
    assert done.code == 0, done.said
    found = read_table(path, "output").set_index(["level", "code", "category"])
    # The town has 200 households.
    assert found.loc[("community", "990106001001", "market"), "land_m2"] > 0
    assert json.loads(done.results["RATE"])["market"] == EXPECTED_OK["market"] / 200
    whole = found.xs("all").droplevel("code")["share_land"]
    assert json.loads(done.results["LAND_RATE"])["park"] == pytest.approx(whole["park"])


def test_assigned_doorplates_carry_codes_of_every_level(profile, workspace, tmp_path):
    target = tmp_path / "a.gpkg"
    done = process.run(profile, "assignareas", DOORPLATES=layer(workspace, "doorplates"), AREAS=layer(workspace, "areas"), OUTPUT=target)
    assert done.code == 0, done.said
    frame = read_table(target, table_names(target)[0])
    assert {"district_code", "subdistrict_code", "community_code", "grid_code"} <= set(frame.columns)
    assert done.results["ASSIGNED"] + done.results["OUTSIDE"] == len(frame)


def test_names_that_rows_state_are_compared_with_the_place(profile, workspace, tmp_path):
    names = read_table(workspace, "areas").set_index("code")["name"]

    def stated(doorplates):
        own = doorplates["community_code"].map(names)
        other = next(name for name in own.dropna().unique() if name != own.iloc[0])
        return doorplates.assign(sqmc=[other, *own.iloc[1:]], community_code=None, grid_code=None)

    path = changed(workspace, tmp_path, "doorplates", stated)
    target = tmp_path / "a.gpkg"
    inputs = {"DOORPLATES": layer(path, "doorplates"), "AREAS": layer(workspace, "areas")}
    done = process.run(profile, "assignareas", **inputs, OUTPUT=target, DISAGREEMENTS=target)
    assert done.code == 0, done.said
    found = read_table(target, "disagreements")
    assert found["level"].unique().tolist() == ["community"]
    assert found["doorplate_id"].iloc[0] == "D0000001"
    assert done.results["DISAGREEING"] == len(found) < 10  # the sample's own slips are few


# Bad input: one clear message, exit code 1, no traceback, no file.
BAD = {
    "missing file": ({"DOORPLATES": "/no/such/file.gpkg|layername=x"}, "cannot be opened"),
    "unknown profile": ({"PROFILE": "gb99999"}, "Unknown PROFILE “gb99999”. Known: tdt1063"),
    "unknown walker": ({"WALKER": "runner"}, "Unknown WALKER “runner”. Known: planning"),
    "unknown column": ({"WEIGHT_FIELD": "popolation"}, "which the layer lacks"),
    "bad target": ({"TARGETS": "elderly=high"}, "is not a percentage"),
    "area rules only": ({"PROFILE": "jiangsu"}, "jiangsu"),
}


@pytest.mark.parametrize(("change", "words"), BAD.values(), ids=BAD)
def test_what_a_person_can_mend_is_one_message(profile, town, tmp_path, change, words):
    target = tmp_path / "ledger.gpkg"
    done = coverage(profile, town, **{"LEDGER": target, **change})
    assert done.code == 1
    assert words in done.said
    assert "Traceback" not in done.said
    assert list(tmp_path.iterdir()) == []


def changed(town: Path, tmp_path: Path, table: str, change) -> Path:
    """The town with one table changed."""
    frames = {name: read_table(town, name) for name in table_names(town)}
    frames[table] = change(frames[table])
    path = tmp_path / "changed.gpkg"
    write_geopackage(path, frames, crs="EPSG:4549")
    return path


def refused(profile: Path, path: Path, tmp_path: Path) -> str:
    done = coverage(profile, path, LEDGER=tmp_path / "ledger.gpkg")
    assert done.code == 1, "the run should have been refused"
    assert "Traceback" not in done.said
    assert not (tmp_path / "ledger.gpkg").exists()
    return done.said


def test_a_layer_without_features_is_refused(profile, town, tmp_path):
    assert "DOORPLATES has no features" in refused(profile, changed(town, tmp_path, "doorplates", lambda f: f.iloc[:0]), tmp_path)


def test_no_walkable_street_is_refused(profile, town, tmp_path):
    said = refused(profile, changed(town, tmp_path, "streets", lambda f: f.assign(walkable="no")), tmp_path)
    assert "can be walked" in said


def test_facilities_of_unknown_type_are_refused(profile, town, tmp_path):
    said = refused(profile, changed(town, tmp_path, "facilities", lambda f: f.assign(services="casino")), tmp_path)
    assert "has a known type" in said


def test_duplicate_ids_are_refused(profile, town, tmp_path):
    said = refused(profile, changed(town, tmp_path, "doorplates", lambda f: f.assign(doorplate_id="D1")), tmp_path)
    assert "D1" in said


def test_rows_without_a_place_are_counted_and_left_out(profile, town, tmp_path):
    def unplaced(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        shapes = frame.geometry.to_numpy().copy()
        shapes[0] = None
        return frame.set_geometry(gpd.GeoSeries(shapes, crs=frame.crs))

    before = len(read_table(town, "doorplates"))
    done = coverage(profile, changed(town, tmp_path, "doorplates", unplaced), LEDGER=tmp_path / "ledger.gpkg")
    assert done.code == 0, done.said
    assert done.results["LEFT_OUT"] == 1
    assert len(read_table(tmp_path / "ledger.gpkg", "ledger")) == before - 1


def test_a_layer_without_crs_is_refused(profile, town, tmp_path):
    bare = tmp_path / "bare.csv"
    bare.write_text("doorplate_id,x,y\nA,560000,3460000\n", encoding="utf-8")
    source = f"delimitedtext://file://{bare}?xField=x&yField=y"
    done = coverage(profile, town, DOORPLATES=source, LEDGER=tmp_path / "ledger.gpkg")
    assert done.code == 1
    assert "has no coordinate reference system" in done.said


def test_an_output_that_cannot_be_written_is_refused(profile, town, tmp_path):
    done = coverage(profile, town, LEDGER=tmp_path / "no" / "such" / "folder" / "ledger.gpkg")
    assert done.code == 1
    assert "Traceback" not in done.said
    assert "does not exist" in done.said or "cannot be written" in done.said


def test_a_shapefile_is_refused_for_the_ledger(profile, town, tmp_path):
    done = coverage(profile, town, LEDGER=tmp_path / "ledger.shp")
    assert done.code == 1
    assert "cannot be a shapefile" in done.said


def test_an_area_in_degrees_is_reprojected(profile, town, tmp_path):
    frame = read_table(town, "doorplates")
    degrees = tmp_path / "degrees.gpkg"
    write_geopackage(degrees, {"doorplates": frame.to_crs("EPSG:4490")}, crs="EPSG:4490")
    plain, moved = tmp_path / "plain.gpkg", tmp_path / "moved.gpkg"
    assert coverage(profile, town, LEDGER=plain).code == 0
    done = coverage(profile, town, DOORPLATES=layer(degrees, "doorplates"), LEDGER=moved)
    assert done.code == 0, done.said
    assert done.results["CRS"] == "EPSG:4549"
    one, two = (read_table(path, "ledger").set_index("doorplate_id").sort_index() for path in (plain, moved))
    np.testing.assert_allclose(one["market_m"].to_numpy(float), two["market_m"].to_numpy(float), atol=0.01)


def test_ctrl_c_ends_the_run_and_leaves_nothing(profile, tmp_path):
    interrupted(profile, "sampledistrict", lambda pid: _cpu_s(pid) >= 4, SIZE="large", OUTPUT=tmp_path / "large.gpkg")
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_while_results_are_written_leaves_those_of_the_run_before(profile, workspace, tmp_path):
    report = tmp_path / "report.html"
    report.write_text("the report of last week", encoding="utf-8")
    # The folder for unfinished results is there as soon as the first of them is written.
    interrupted(profile, "districtcheck", lambda _: len(list(tmp_path.iterdir())) > 1, INPUT=workspace, OUTPUT=tmp_path)
    assert list(tmp_path.iterdir()) == [report]
    assert report.read_text(encoding="utf-8") == "the report of last week"


def test_ctrl_c_reaches_work_on_a_thread_of_its_own(profile, workspace, tmp_path):
    inputs = {"STREETS": layer(workspace, "streets"), "PLACES": layer(workspace, "doorplates"), "LIMITS": "15"}
    forms = {"MERGE": "no", "OUTPUT": tmp_path / "bands.gpkg"}
    said = interrupted(profile, "isochrones", lambda pid: _cpu_s(pid) >= 4, **inputs, **forms)
    assert "Canceled. Nothing was changed." in said
    assert list(tmp_path.iterdir()) == []


def interrupted(profile: Path, algorithm: str, begun: Callable[[int], bool], **parameters: object) -> str:
    """What a run says that is stopped by Ctrl+C once it has begun."""
    command = [process.program(), "run", f"community3d:{algorithm}", "--", *(f"{name}={value}" for name, value in parameters.items())]
    running = subprocess.Popen(command, env=process.environment(profile), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not begun(running.pid):
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        said = running.communicate(timeout=60)[1]
    finally:
        running.kill()
    assert running.returncode != 0, "the run came to its end"
    return said


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_csv_with_a_chinese_name_serves_as_points(profile, town, tmp_path):
    # QGIS itself drops the place of such a source unless its letters are percent-encoded.
    points = read_table(town, "doorplates").to_crs("EPSG:4490")
    listed = tmp_path / "门牌.csv"
    rows = [f"{name},{x},{y}" for name, x, y in zip(points["doorplate_id"], points.geometry.x, points.geometry.y)]
    listed.write_text("\n".join(["doorplate_id,lon,lat", *rows]), encoding="utf-8")
    source = f"delimitedtext://file://{listed}?xField=lon&yField=lat&crs=EPSG:4490"
    done = coverage(profile, town, DOORPLATES=source, LEDGER=tmp_path / "ledger.gpkg")
    assert done.code == 0, done.said
    assert done.results["DOORPLATES_COUNT"] == len(rows)


def test_a_scenario_tells_who_gains(profile, town, tmp_path):
    # In the sample town every gate that is not open is tried by rankgates; opening the best one gains what was promised.
    inputs = {key: layer(town, key.lower()) for key in ("DOORPLATES", "FACILITIES", "STREETS", "GATES", "WALLS", "ESTATES", "LAND")}
    by_area = {"AREAS": layer(town, "areas"), "TOTALS": tmp_path / "gains.gpkg"}
    ranked = process.run(profile, "rankgates", **inputs, **by_area, OUTPUT=tmp_path / "ranked.gpkg")
    assert ranked.code == 0, ranked.said
    gates, gains = read_table(tmp_path / "ranked.gpkg", "output"), read_table(tmp_path / "gains.gpkg", "totals")
    # What a gate brings to the areas of a level, and to what lies outside them, is what it brings.
    assert set(gains["level"]) >= {"all", "community"}
    of_levels = gains.groupby(["level", "gate_id"])["alone"].sum()
    assert of_levels.loc["community"].to_dict() == of_levels.loc["all"].to_dict()
    shut = gates[gates["open"] != "unknown"]
    best = shut.iloc[0]
    # A new shop in the middle of nowhere gains nobody, but shows that places are read from plain tables with Chinese ids.
    rows = f"action,id,services,place\nopen_gate,{best['gate_id']},,\nadd_facility,新建食堂,elderly,POINT(1 1)\n"
    (tmp_path / "changes.csv").write_text(rows, encoding="utf-8-sig")
    tried = process.run(profile, "whatif", **inputs, CHANGES=tmp_path / "changes.csv", OUTPUT=tmp_path / "tried.gpkg")
    assert tried.code == 0, tried.said
    assert tried.results["LOST"] == 0
    changed = read_table(tmp_path / "tried.gpkg", "output")
    assert tried.results["GAINED"] == (changed["households"] * changed["gained"]).sum()
    assert ranked.results["GATES_COUNT"] == len(gates)


def test_estate_edges_fit_into_the_coverage(profile, workspace, tmp_path):
    target = tmp_path / "edges.gpkg"
    inputs = {key.upper(): layer(workspace, key) for key in ("estates", "streets", "doorplates")}
    made = process.run(profile, "estateedges", **inputs, WALLS=target, GATES=target)
    assert made.code == 0, made.said
    walls, gates = read_table(target, "walls"), read_table(target, "gates")
    # Eleven of the fourteen estates are not said to be open, none of them shares a wall.
    assert set(walls["estate"]) == set(read_table(workspace, "estates").query("gated != 'no'")["name"])
    assert made.results["WALLS_KM"] == pytest.approx(walls.length.sum() / 1000)
    assert made.results["GATES_COUNT"] == len(gates)
    assert set(gates["open"]) == {"unknown"}
    summary = tmp_path / "summary.gpkg"
    own = {"GATES": layer(target, "gates"), "WALLS": layer(target, "walls"), "LEDGER": tmp_path / "ledger.gpkg", "SUMMARY": summary}
    done = coverage(profile, workspace, **own, AREAS="", LAND="")
    assert done.code == 0, done.said
    assert done.results["SEALED_HOUSEHOLDS"] == 0
    whole = read_table(summary, "summary").query("level == 'all' and rate.notna()", engine="python")
    assert (whole["rate_low"] <= whole["rate"]).all()
    assert (whole["rate"] <= whole["rate_high"]).all()
    assert (whole["rate_low"] < whole["rate_high"]).any()


def test_every_figure_that_a_run_returns_is_declared(profile, checked):
    # Models and the help panel know only what is declared.
    _, results = checked
    said = subprocess.run(
        [process.program(), "help", "community3d:districtcheck", "--json"],
        env=process.environment(profile),
        capture_output=True,
        text=True,
        check=False,
    )
    if said.returncode:
        pytest.skip("this QGIS has no help as JSON")
    declared = json.loads(said.stdout)["outputs"]
    assert set(results) - set(declared) == set()
