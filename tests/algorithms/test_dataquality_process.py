"""dataquality through qgis_process: the sample town's seeded faults, and a register beside its areas."""

from __future__ import annotations

import json

import pytest
from community3d.layers.geopackage import read_table

from . import process

pytestmark = process.MARKS


@pytest.fixture(scope="module")
def sample(profile, tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.gpkg"
    assert process.run(profile, "sampledistrict", SIZE="small", SEED=1, OUTPUT=path).code == 0
    return path


def test_the_seeded_faults_of_the_sample_are_reported(profile, sample, tmp_path):
    files = {"REPORT": tmp_path / "r.html", "CHECKLIST": tmp_path / "c.xlsx", "PROBLEMS": tmp_path / "p.gpkg"}
    done = process.run(profile, "dataquality", INPUT=sample, REPORT_DATE="2026-11-22", **files)
    assert done.code == 0, done.said
    found = json.loads(done.results["PROBLEMS_BY_RULE"])
    # One doorplate without a place, one 3 km away, one address twice, an island, an end half a metre off, an unknown type.
    for rule in (
        "doorplates.no_geometry",
        "doorplates.outside",
        "doorplates.duplicate_address",
        "streets.dangle",
        "facilities.unknown_type",
    ):
        assert found[rule] == 1, rule
    assert done.results["ERRORS_COUNT"] == 1
    assert json.loads(done.results["USES"]) == {"coverage": "usable", "staffing": "usable", "scene": "usable"}
    assert done.results["PROBLEMS_COUNT"] == sum(found.values()) == len(read_table(files["PROBLEMS"], "problems"))
    page = files["REPORT"].read_text(encoding="utf-8")
    assert "数据质量报告" in page
    assert "核查清单" in page
    again = {"REPORT": tmp_path / "r2.html", "CHECKLIST": tmp_path / "c2.xlsx"}
    assert process.run(profile, "dataquality", INPUT=sample, REPORT_DATE="2026-11-22", **again).code == 0
    assert again["REPORT"].read_bytes() == files["REPORT"].read_bytes()
    assert again["CHECKLIST"].read_bytes() == files["CHECKLIST"].read_bytes()


def test_one_file_is_examined_beside_the_areas(profile, sample, tmp_path):
    path = tmp_path / "门牌.csv"
    doors = read_table(sample, "doorplates")
    placed = doors[doors.geometry.notna()].head(20)
    rows = [f"{one.doorplate_id},{one.address},{one.geometry.x:.2f},{one.geometry.y:.2f}" for one in placed.itertuples()]
    path.write_bytes("\n".join(["编号,地址,X,Y", *rows]).encode("gb18030"))
    done = process.run(
        profile, "dataquality", INPUT=path, AREAS=f"{sample}|layername=areas", COORDINATES="EPSG:4549", REPORT=tmp_path / "r.html"
    )
    assert done.code == 0, done.said
    assert done.results["ROWS_READ"] == done.results["ROWS_LOADED"] == 20
    assert done.results["INSIDE_GRID"] == 1
    assert done.results["WITH_HOUSEHOLDS"] == 0
    assert done.results["EXAMINED"] == "doorplates"


def test_a_broken_file_is_refused_in_words(profile, tmp_path):
    path = tmp_path / "broken.gpkg"
    path.write_bytes(b"nothing" * 1000)
    report = tmp_path / "r.html"
    done = process.run(profile, "dataquality", INPUT=path, REPORT=report)
    assert done.code == 1
    assert "Traceback" not in done.said
    assert not report.exists()


def test_an_import_writes_its_report(profile, sample, tmp_path):
    path = tmp_path / "门牌.csv"
    doors = read_table(sample, "doorplates")
    placed = doors[doors.geometry.notna()].head(5)
    rows = [f"{one.doorplate_id},{one.address},{one.geometry.x:.2f},{one.geometry.y:.2f}" for one in placed.itertuples()]
    path.write_bytes("\n".join(["编号,地址,X,Y", *rows, "Z9,长江路</script>9号,,"]).encode("gb18030"))
    report = tmp_path / "import.html"
    done = process.run(
        profile,
        "importdoorplates",
        INPUT=path,
        AREAS=f"{sample}|layername=areas",
        COORDINATES="EPSG:4549",
        OUTPUT=tmp_path / "d.gpkg",
        REPORT=report,
    )
    assert done.code == 0, done.said
    page = report.read_text(encoding="utf-8")
    # Six rows, one of them without a place.
    assert "Rows read: 6; loaded: 5; not loaded: 1." in page
    assert "<script" not in page
    assert "The row has no place and is in no result." in page
