"""The check list: one sheet for each grid, in the order of a walk, text as text."""

from __future__ import annotations

import zipfile

import pytest
from community3d.layers.words import english
from community3d.processing.report.quality.checkbook import write_checklist
from community3d.processing.report.quality.checklist import walk_lists
from community3d.processing.report.quality.facts import QualityFacts

from .town import FIRST, SECOND, examined, frame, point, tables, workspace


def facts_of(found, **changed: object) -> QualityFacts:
    return QualityFacts(found, **{"language": "en", "translate": english, "title": "示例区", **changed})


def read_back(path, sheet: str) -> list[list[object]]:
    """The cells of a sheet as GDAL reads them: another program than the one that wrote it."""
    from osgeo import gdal, ogr

    gdal.SetConfigOption("OGR_XLSX_HEADERS", "DISABLE")
    try:
        dataset = ogr.Open(str(path))
        layer = dataset.GetLayerByName(sheet)
        return [[feature.GetField(k) for k in range(feature.GetFieldCount())] for feature in layer]
    finally:
        gdal.SetConfigOption("OGR_XLSX_HEADERS", None)


@pytest.fixture(scope="module")
def book(found, tmp_path_factory):
    path = tmp_path_factory.mktemp("list") / "list.xlsx"
    write_checklist(path, facts_of(found), report_date="2026-11-22")
    return path


def test_each_grid_has_its_list_and_the_rest_stands_last(found):
    lists, _ = walk_lists(facts_of(found))
    assert [one.code for one in lists] == [FIRST, SECOND, ""]
    # D5, 500 m outside: outside, without building, not connected.
    assert len(lists[2].lines) == 3


def test_a_list_is_sorted_by_road_and_number(tmp_path):
    numbers = ["10号", "2号", "9号", "1号"]
    doors = frame(
        {
            "doorplate_id": [f"D{k}" for k in range(4)],
            "address": [f"长江路{number}" for number in numbers],
            "road": ["长江路"] * 4,
            "number": numbers,
        },
        [point(20 + 10 * k, 160) for k in range(4)],
    )
    found = examined(workspace(tmp_path, doorplates=doors))
    lists, _ = walk_lists(facts_of(found))
    own = lists[0].lines
    walked = own.loc[own["finding"].str.startswith("Doorplate without building"), "place"].tolist()
    assert walked == ["长江路1号", "长江路2号", "长江路9号", "长江路10号"]


def test_the_workbook_reads_back_with_typed_cells(book):
    rows = read_back(book, f"望湖第一网格 {FIRST[-6:]}")
    assert rows[0][0] == f"Check list: 望湖第一网格 {FIRST}"
    written = ["Checked outside", "Remarks", "Checked on", "Checked by (post)"]
    assert rows[2] == ["No.", "Address or place", "Finding", "Advice", *written, "Id"]
    assert [row[0] for row in rows[3:]] in ([1, 2], ["1", "2"])


def test_sheets_are_set_up_for_paper_and_ticking(book):
    with zipfile.ZipFile(book) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
        assert 'paperSize="9"' in sheet
        assert "<autoFilter" in sheet
        assert 'state="frozen"' in sheet
        assert "<dataValidation" in sheet
        assert "Print_Titles" in archive.read("xl/workbook.xml").decode()


def test_hostile_values_stay_text(tmp_path):
    hostile = "=cmd|' /C calc'!A0</script>\u2028\u202e\x07" + "长" * 10_000
    doors = tables()["doorplates"].assign(address=[hostile, "@SUM(1)", "+1", "-2", "长江路30号"], number=None)
    areas = tables()["areas"].assign(name=["示例区", "望湖社区", "=[a]:*?/\\网格" + "长" * 50, "'=1+1'"])
    path = tmp_path / "list.xlsx"
    write_checklist(path, facts_of(examined(workspace(tmp_path, doorplates=doors, areas=areas)), title=hostile))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    assert not any("<f>" in part or "<hyperlink" in part for part in parts.values())
    assert "&lt;/script&gt;" in parts["xl/sharedStrings.xml"]
    assert "\x07" not in parts["xl/sharedStrings.xml"]


def test_equal_inputs_give_equal_bytes(found, book, tmp_path):
    again = tmp_path / "again.xlsx"
    write_checklist(again, facts_of(found), report_date="2026-11-22")
    assert again.read_bytes() == book.read_bytes()


def test_many_grids_share_the_sheet_of_their_community(tmp_path):
    """120 grids are more than 100 sheets: one list of the community, each grid on a new page."""
    codes = [f"990106001001{k:03d}" for k in range(1, 121)]
    town = tables()["areas"]
    from .town import box

    grids = frame(
        {"code": codes, "name": None, "partition": "grid", "level": "grid", "parent_code": "990106001001"},
        [box(k * 3, 0, k * 3 + 3, 200) for k in range(120)],
    )
    import pandas as pd

    areas = pd.concat([town.iloc[:2], grids], ignore_index=True)
    lists, _ = walk_lists(facts_of(examined(workspace(tmp_path, areas=areas))))
    assert lists[0].code == "990106001001"
    assert lists[0].grouped
    assert len(lists[0].breaks) == lists[0].lines["unit"].nunique() - 1


def filled(path, target, answers: dict[str, tuple[str, ...]]) -> None:
    """The list as somebody filled it in: answer, remarks, day and post by problem id."""
    import re

    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        shared = re.findall(r"<t[^>]*>(.*?)</t>", old.read("xl/sharedStrings.xml").decode())
        for part in old.namelist():
            body = old.read(part).decode()
            if part.startswith("xl/worksheets/sheet"):
                for name, words in answers.items():
                    at = re.search(rf'<c r="I(\d+)"[^>]*t="s"><v>{shared.index(name)}</v></c>' if name in shared else "$^", body)
                    for column, said in zip("EFGH", words) if at else ():
                        cell = rf'<c r="{column}{at[1]}"( s="\d+")?[^>]*?(/>|>.*?</c>)'
                        body = re.sub(cell, rf'<c r="{column}{at[1]}"\1 t="inlineStr"><is><t>{said}</t></is></c>', body, count=1)
            new.writestr(part, body)


def test_answers_come_back_as_decisions(found, book, tmp_path):
    from community3d.layers.problems import IGNORED, OPEN
    from community3d.processing.report.quality.answers import read_answers, with_answers

    lists, _ = walk_lists(facts_of(found))
    ids = [name for one in lists for name in one.lines["problem_id"]]
    said = {
        ids[0]: ("No", "both doors exist, ask 13812345678"),
        ids[1]: ("Yes", "", "2026-11-23", "grid worker 3"),
        ids[2]: ("No", "", "2026-11-24", "张伟"),
    }
    filled(book, tmp_path / "f.xlsx", said)
    answers = read_answers(tmp_path / "f.xlsx", translators=[english])
    assert (answers.read, len(answers.lines)) == (len(ids), 3)
    noted, matched = with_answers(found.problems, answers, translate=english)
    by_id = noted.set_index("problem_id")
    assert matched == 3
    assert (by_id.loc[ids[0], "state"], by_id.loc[ids[1], "state"]) == (IGNORED, OPEN)
    assert by_id.loc[ids[0], "reason"].startswith("Checked outside: No both doors exist")
    assert "13812345678" not in by_id.loc[ids[0], "reason"]
    assert by_id.loc[ids[1], "reason"] == "Checked outside (2026-11-23, grid worker 3): Yes"
    # The post is asked for; a name is not taken.
    assert by_id.loc[ids[2], "reason"] == "Checked outside (2026-11-24): No"
    assert (by_id.drop(ids[:3])["state"] == OPEN).all()


def test_a_workbook_that_is_no_check_list_is_refused(tmp_path):
    import xlsxwriter
    from community3d.layers.errors import InputError
    from community3d.processing.report.quality.answers import read_answers

    workbook = xlsxwriter.Workbook(str(tmp_path / "x.xlsx"))
    page = workbook.add_worksheet("a")
    page.write_row(0, 0, ["门牌", "地址"])
    page.write_row(1, 0, ["1", "长江路2号"])
    workbook.close()
    with pytest.raises(InputError, match="is no check list: no sheet has the columns"):
        read_answers(tmp_path / "x.xlsx", translators=[english])


def test_what_was_decided_is_not_looked_at_again_and_what_was_sent_out_is(found):
    from dataclasses import replace

    from community3d.layers.problems import IGNORED, ON_SITE, OPEN

    lists, _ = walk_lists(facts_of(found))
    first = lists[0].lines["problem_id"].iloc[0]
    indoors = next(name for name in found.problems["problem_id"] if all(name not in set(one.lines["problem_id"]) for one in lists))
    states = found.problems["problem_id"].map({first: IGNORED, indoors: ON_SITE}).fillna(OPEN)
    decided = replace(found, problems=found.problems.assign(state=states))
    ids = {name for one in walk_lists(facts_of(decided))[0] for name in one.lines["problem_id"]}
    assert first not in ids
    assert (indoors in ids) == bool(found.problems.set_index("problem_id").loc[indoors, ["row"]].notna().any())


def test_every_place_has_its_number_on_a_map_page(found, tmp_path):
    from community3d.processing.report.quality.checkmaps import check_maps, fill_check_maps

    facts = facts_of(found)
    pages = list(check_maps(facts))
    numbers = [number for page in pages for number in page.lines["number"]]
    assert numbers == list(range(1, sum(len(one.lines) for one in walk_lists(facts)[0]) + 1))
    assert all(len(page.lines) <= 20 for page in pages)
    fill_check_maps(tmp_path / "m.html", facts)
    page = (tmp_path / "m.html").read_text(encoding="utf-8")
    assert page.count("<svg") == sum(one.sheet is not None for one in pages)
    assert "http://" not in page
    assert "https://" not in page


def test_a_borderline_doorplate_is_a_finding_to_look_at():
    from community3d.layers.errors import InputError
    from community3d.layers.profiles import profile
    from community3d.processing.engine.borderline import borderline_problems

    chosen = profile("tdt1063")
    ledger = frame(
        {"doorplate_id": ["D1", "D2"], "park_firm": ["borderline", "covered"], "market_firm": ["borderline", "not_covered"]},
        [point(0, 0), point(9, 0)],
    )
    told = list(borderline_problems(ledger, chosen, language="en"))
    assert [one.row for one in told] == ["D1"]
    assert str(told[0].message).endswith("Park, Wet market.") or "Park" in str(told[0].message)
    with pytest.raises(InputError, match="Run “Service coverage” with SENSITIVITY"):
        list(borderline_problems(ledger[["doorplate_id", "geometry"]], chosen, language="en"))
