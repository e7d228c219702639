"""What the help tells people to type, to fill in and to find, done as they would."""

from __future__ import annotations

import html
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from community3d.layers.geopackage import read_table, table_names, write_geopackage

from . import process

pytestmark = process.MARKS

HELP = process.ROOT / "plugin" / "help"
TEMPLATES = {
    "doorplates": ("importdoorplates", 3),
    "facilities": ("importfacilities", 3),
    "gates": ("importlayer", 2),
    "surveys": ("importlayer", 3),
    "events": ("importevents", 2),
}


def commands(page: str) -> list[list[str]]:
    """The arguments of every command on a page that is meant to be run."""
    text = (HELP / page).read_text(encoding="utf-8")
    return [shlex.split(html.unescape(found))[1:] for found in re.findall(r'<pre class="run">(.*?)</pre>', text, re.DOTALL)]


def typed(profile: Path, arguments: list[str], folder: Path) -> dict:
    """The results of a command, run in the folder."""
    done = subprocess.run(
        [process.program(), *arguments], cwd=folder, env=process.environment(profile), capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, (arguments, done.stderr[-2000:])
    return json.loads(done.stdout)["results"]


@pytest.fixture(scope="module")
def folder(profile, tmp_path_factory) -> Path:
    """A folder in which the commands of the page have been run from top to bottom."""
    place = tmp_path_factory.mktemp("commands")
    (place / "figures.json").write_text(json.dumps([typed(profile, each, place) for each in commands("zh/commandline.html")]), "utf-8")
    return place


def test_the_commands_of_the_page_run_and_write_what_they_name(folder):
    assert {"sample.gpkg", "quality.html", "problems.gpkg", "results", "ledger.gpkg"} <= {path.name for path in folder.iterdir()}
    assert {path.name for path in (folder / "results").iterdir()} == {"result.gpkg", "report.html", "tables.xlsx"}


def test_both_languages_show_the_same_commands():
    for page in (HELP / "zh").glob("*.html"):
        assert commands(f"zh/{page.name}") == commands(f"en/{page.name}"), page.name


def test_the_exercise_names_the_faults_that_are_there(folder):
    found = read_table(folder / "problems.gpkg", "problems")
    for language in ("zh", "en"):
        answers = re.findall(r'data-fault="([^"]+)"', (HELP / language / "exercise.html").read_text("utf-8"))
        for table, rule, *rows in (answer.split() for answer in answers):
            there = found[(found["table"] == table) & (found["rule"] == rule)]["row"]
            assert set(rows) <= set(there), (table, rule)
            assert rule == "island" or set(rows) == set(there), (table, rule)


@pytest.fixture(scope="module")
def checked(profile, folder) -> dict:
    """The check of the exercise's second task."""
    done = process.run(profile, "districtcheck", INPUT=folder / "sample.gpkg", TARGETS="*=90", PARTS="database", OUTPUT=folder / "task2")
    assert done.code == 0, done.said
    return done.results


def test_the_exercise_states_the_figures_that_come_out(folder, checked):
    for language in ("zh", "en"):
        page = (HELP / language / "exercise.html").read_text("utf-8")
        for name, *pairs in (words.split() for words in re.findall(r'data-figure="([^"]+)"', page)):
            if name == "NO_ROUTE":
                assert checked["NO_ROUTE"] == int(pairs[0])
                continue
            values = json.loads(checked[name])
            for category, stated in (pair.split("=") for pair in pairs):
                value = values[category]
                assert stated == (value if isinstance(value, str) else f"{100 * value:.1f}"), (name, category)


def test_the_exercise_explains_the_doorplate_as_the_ledger_does(folder, checked):
    ledger = read_table(folder / "task2" / "result.gpkg", "ledger").set_index("doorplate_id")
    found = re.search(r'data-why="(\w+) (\w+) (\w+) (\d+)"', (HELP / "zh" / "exercise.html").read_text("utf-8"))
    row, category, why, metres = found.groups()
    assert (ledger.at[row, f"{category}_why"], round(ledger.at[row, f"{category}_m"])) == (why, int(metres))


@pytest.mark.long
def test_a_gate_in_the_sealed_estate_lets_everybody_out(profile, folder, checked):
    # Task 3 by hand: one gate where a path passes the wall of 菲洲里.
    tables = {name: read_table(folder / "sample.gpkg", name) for name in table_names(folder / "sample.gpkg")}
    walls = tables["walls"][tables["walls"]["estate"] == "菲洲里"].geometry.union_all()
    crossings = tables["streets"].geometry.intersection(walls)
    place = crossings[~crossings.is_empty].iloc[0].representative_point()
    gates = tables["gates"]
    new = gates.iloc[[0]].assign(gate_id="G99999", estate="菲洲里", open="all", name="南门")
    new = new.set_geometry(gpd.GeoSeries([place], index=new.index, crs=gates.crs))
    mended = gpd.GeoDataFrame(pd.concat([gates, new], ignore_index=True), geometry="geometry", crs=gates.crs)
    write_geopackage(folder / "mended.gpkg", {**tables, "gates": mended}, crs="EPSG:4549")
    done = process.run(profile, "districtcheck", INPUT=folder / "mended.gpkg", TARGETS="*=90", PARTS="database", OUTPUT=folder / "task3")
    assert done.code == 0, done.said
    assert done.results["NO_ROUTE"] == 0


@pytest.mark.long
@pytest.mark.parametrize("table", TEMPLATES)
def test_a_template_is_imported_as_it_is(profile, folder, tmp_path, table):
    algorithm, rows = TEMPLATES[table]
    more = {"TABLE": table} if algorithm == "importlayer" else {}
    more |= {} if table == "surveys" else {"COORDINATES": "EPSG:4549"}
    more |= {"DOORPLATES": f"{folder / 'sample.gpkg'}|layername=doorplates"} if table == "facilities" else {}
    source = f"{HELP / 'templates' / table}.xlsx|sheet={table}"
    done = process.run(profile, algorithm, INPUT=source, OUTPUT=tmp_path / f"{table}.gpkg", **more)
    assert done.code == 0, done.said
    assert done.results["ROWS_READ"] == rows
    assert done.results["ROWS_LOADED"] == rows
    assert done.results["COLUMNS_DROPPED"] == ""


@pytest.fixture(scope="module")
def layers(folder) -> dict[str, str]:
    names = ("facilities", "streets", "areas", "gates", "walls", "estates", "doorplates")
    return {name: f"{folder / 'sample.gpkg'}|layername={name}" for name in names}


def model(profile: Path, name: str, folder: Path, values: dict[str, object]) -> dict:
    arguments = ["run", str(HELP / "models" / f"{name}.model3"), "--json", "--", *(f"{key}={value}" for key, value in values.items())]
    return typed(profile, arguments, folder)


@pytest.mark.long
def test_the_model_of_two_plans_tells_who_gains_in_each(profile, folder, layers, tmp_path):
    for letter, gate in (("a", "G00006"), ("b", "G00009")):
        (tmp_path / f"{letter}.csv").write_text(f"action,id,services,place\nopen_gate,{gate},,\n", encoding="utf-8")
    outputs = {f"plan_{letter}:方案{letter.upper()}变化门牌": tmp_path / f"{letter}.gpkg" for letter in "ab"}
    model(profile, "compare-plans", tmp_path, {**layers, "plan_a": tmp_path / "a.csv", "plan_b": tmp_path / "b.csv", **outputs})
    assert all((tmp_path / f"{letter}.gpkg").is_file() for letter in "ab")


@pytest.mark.long
def test_the_monthly_model_goes_from_a_list_to_what_changed(profile, folder, layers, tmp_path):
    doorplates = read_table(folder / "sample.gpkg", "doorplates")
    placed = doorplates[doorplates.geometry.notna()]
    rows = [f"{r.doorplate_id},{r.address},{r.households},{r.geometry.x:.2f},{r.geometry.y:.2f}" for r in placed.itertuples()]
    (tmp_path / "doors.csv").write_text("\n".join(["门牌编号,地址,户数,X,Y", *rows]), encoding="utf-8")
    given = {key: value for key, value in layers.items() if key != "doorplates"}
    outputs = {"coverage:本月覆盖台账": tmp_path / "ledger.gpkg", "compare:变化门牌": tmp_path / "changed.gpkg"}
    model(
        profile, "monthly-update", tmp_path, {**given, "file": tmp_path / "doors.csv", "ledger_before": folder / "ledger.gpkg", **outputs}
    )
    assert (tmp_path / "ledger.gpkg").is_file()
    assert (tmp_path / "changed.gpkg").is_file()


@pytest.mark.long
def test_the_example_of_every_algorithm_runs(profile, folder, tmp_path):
    # One after the other in one folder: some take what others made.
    write_examples_inputs(folder / "sample.gpkg", tmp_path)
    lines = (process.ROOT / ".ci" / "examples.tsv").read_text(encoding="utf-8").splitlines()
    for name in (line.split("\t")[0] for line in lines if not line.startswith("#")):
        for arguments in commands(f"zh/{name}.html"):
            typed(profile, arguments, tmp_path)
        if name == "servicecoverage":
            shutil.copy(tmp_path / "ledger.gpkg", tmp_path / "ledger_before.gpkg")


def write_examples_inputs(sample: Path, target: Path) -> None:
    """The files that the examples name besides the sample district."""
    doorplates = read_table(sample, "doorplates")
    placed = doorplates[doorplates.geometry.notna()]
    rows = [f"{r.doorplate_id},{r.address},{r.households},{r.geometry.x:.2f},{r.geometry.y:.2f}" for r in placed.itertuples()]
    write_lines(target / "doorplates.csv", ["门牌编号,地址,户数,X,Y", *rows])
    write_lines(target / "facilities.csv", ["名称,类型,地址", *(f"菜市场{n},菜市场,{a}" for n, a in enumerate(placed.address[::100]))])
    gates = [f"{r.gate_id},{r.estate},{r.open},{r.geometry.x:.2f},{r.geometry.y:.2f}" for r in read_table(sample, "gates").itertuples()]
    write_lines(target / "gates.csv", ["出入口编号,小区,通行规则,X,Y", *gates])
    events = [f"{n},占道经营,2026-11-02 09:10,已办结,{address}" for n, address in enumerate(placed.address[:2])]
    write_lines(target / "events.csv", ["编号,类别,时间,状态,地址", *events])
    write_lines(target / "plan_a.csv", ["action,id,services,place", "open_gate,G00006,,"])
    nodes = '<node id="1" lat="31.3" lon="120.6"/><node id="2" lat="31.301" lon="120.6"/>'
    way = '<way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>'
    write_lines(target / "town.osm", [f'<?xml version="1.0"?><osm version="0.6">{nodes}{way}</osm>'])


def write_lines(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines), encoding="utf-8")
