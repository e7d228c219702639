"""comparecoverage through qgis_process: the sample town before and after a gate is opened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from community3d.layers.geopackage import read_table, write_geopackage
from community3d.layers.sample.town import sample_town

from ..scene.unpack import parts_of_page, unpacked
from . import process

pytestmark = process.MARKS
LAYERS = ("doorplates", "facilities", "streets", "areas", "gates", "walls", "estates", "land", "surveys")


@pytest.fixture(scope="module")
def ledgers(profile, tmp_path_factory) -> dict[str, Path]:
    """The ledger of the town as it is, with the eastern gate (G03) open, and for an older walker."""
    folder, tables = tmp_path_factory.mktemp("ledgers"), sample_town()
    gates = tables["gates"]
    opened = gates.assign(open=gates["open"].mask(gates["gate_id"] == "G03", "all"))
    found = {}
    for name, changed, more in (("as_is", {}, {}), ("opened", {"gates": opened}, {}), ("older", {}, {"WALKER": "older"})):
        town, found[name] = folder / f"{name}_town.gpkg", folder / f"{name}.gpkg"
        write_geopackage(town, {**tables, **changed}, crs="EPSG:4549")
        given = {table.upper(): f"{town}|layername={table}" for table in LAYERS}
        done = process.run(profile, "servicecoverage", **given, LEDGER=found[name], **more)
        assert done.code == 0, done.said
    return {**found, "town": folder / "as_is_town.gpkg"}


def compared(profile: Path, ledgers: dict[str, Path], after: str, out: Path, **more: object) -> process.Run:
    return process.run(profile, "comparecoverage", BEFORE=ledgers["as_is"], AFTER=ledgers[after], OUTPUT=out, **more)


def test_an_opened_gate_brings_what_the_second_run_has_more(profile, ledgers, tmp_path):
    out = tmp_path / "compared.gpkg"
    more = {"SUMMARY": f"ogr:dbname='{out}' table=\"totals\"", "AREAS_OUT": f"ogr:dbname='{out}' table=\"areas_out\""}
    done = compared(profile, ledgers, "opened", out, AREAS=f"{ledgers['town']}|layername=areas", **more)
    assert done.code == 0, done.said
    before, after = (json.loads(done.results[name]) for name in ("RATES_BEFORE", "RATES"))
    doorplates = read_table(out, "output").set_index("doorplate_id")
    # D07 (10 households) stands in front of the gate, the day-care centre (F01) 110 m behind it.
    assert doorplates.loc["D07", "elderly_change"] == "gained"
    assert done.results["LOST"] == 0
    assert done.results["GAINED"] == sum(doorplates.loc[doorplates["gained"] > 0, ["gained", "households"]].prod(axis=1))
    # 190 households of the town are judged, D16 outside every area too.
    gained = doorplates.loc[doorplates["elderly_change"] == "gained", "households"].sum()
    assert after["elderly"] - before["elderly"] == pytest.approx(gained / done.results["WEIGHT_TOTAL"])
    assert (done.results["COMPARED"], done.results["UNMATCHED"]) == (16, 0)
    totals = read_table(out, "totals")
    assert totals.loc[totals["level"] == "community", "gained"].sum() == done.results["GAINED"]
    areas = read_table(out, "areas_out")
    assert areas.loc[areas["level"] == "community", "gained"].sum() == done.results["GAINED"]


def test_two_walkers_are_compared_and_named(profile, ledgers, tmp_path):
    done = compared(profile, ledgers, "older", tmp_path / "walkers.gpkg")
    assert done.code == 0, done.said
    assert "planning (1.0 m/s) before, older (0.8 m/s) after" in done.results["NOTES"]
    assert done.results["GAINED"] == 0
    assert done.results["LOST"] > 0


def test_a_layer_that_is_no_ledger_is_refused(profile, ledgers, tmp_path):
    town = f"{ledgers['town']}|layername=doorplates"
    done = process.run(profile, "comparecoverage", BEFORE=town, AFTER=ledgers["as_is"], OUTPUT=tmp_path / "no.gpkg")
    assert done.code == 1
    assert "BEFORE is not a coverage ledger" in done.said
    assert not (tmp_path / "no.gpkg").exists()


def exported(profile: Path, ledgers: dict[str, Path], out: Path, **more: object) -> process.Run:
    given = {table.upper(): f"{ledgers['town']}|layername={table}" for table in ("areas", "facilities", "streets")}
    return process.run(profile, "exportscene", **given, BEFORE=ledgers["as_is"], OUTPUT=out, **more)


def compare_of(page: Path) -> dict:
    """What the head of a scene's payload says of both ledgers."""
    return unpacked(parts_of_page(page.read_text(encoding="utf-8"))["core"])[0]["compare"]


def test_a_scene_holds_both_ledgers(profile, ledgers, tmp_path):
    done = exported(profile, ledgers, tmp_path / "scene.html", LEDGER=ledgers["opened"], DATE_BEFORE="2025-12-31")
    assert done.code == 0, done.said
    found = compare_of(tmp_path / "scene.html")
    assert (found["dates"][0], found["both"], found["differs"]) == ("2025-12-31", 16, [])
    # Streets and facilities are given: the walks of the ledger are found again.
    assert 'id="part-walks"' in (tmp_path / "scene.html").read_text(encoding="utf-8")


def test_a_scene_of_two_walkers_says_that_they_cannot_be_compared(profile, ledgers, tmp_path):
    done = exported(profile, ledgers, tmp_path / "scene.html", LEDGER=ledgers["older"])
    assert done.code == 0, done.said
    assert compare_of(tmp_path / "scene.html")["differs"] == [["walker", "planning", "older"], ["speed", 1.0, 0.8]]


def test_half_a_pair_no_date_and_publication_are_refused_together(profile, ledgers, tmp_path):
    done = exported(profile, ledgers, tmp_path / "scene.html", DATE_BEFORE="last year", MAP_USE="publication")
    assert done.code == 1
    assert "A scene for publication shows one ledger only: leave BEFORE empty, or choose internal use." in done.said
    assert "BEFORE is given without LEDGER" in done.said
    assert "DATE_BEFORE is no date of the form YYYY-MM-DD: last year." in done.said
    assert not (tmp_path / "scene.html").exists()
