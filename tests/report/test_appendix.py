"""Appendix A: the sums of every community's page, and what it never shows."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from community3d.layers.words import english
from community3d.processing.report import appendix
from community3d.processing.report import page as page_module
from community3d.processing.report.facts import REASONS, facts_of

ROOM_MM = 252  # what A4 leaves between its margins


def plain(cell) -> str:
    return str(getattr(cell.words, "shown", cell.words))


def number(cell) -> float:
    return float(plain(cell).replace("\u202f", ""))


@pytest.fixture(scope="module")
def facts(results):
    return facts_of(results, language="en", translate=english)


@pytest.fixture(scope="module")
def pages(facts):
    return list(appendix.pages(facts))


def test_every_community_has_its_page_in_the_order_of_codes(pages):
    assert [page.number for page in pages] == ["A-001", "A-002", "A-003", "A-004", "A-005"]
    assert pages[0].name == "望湖社区"


def test_reached_and_reasons_of_every_service_add_up_to_the_households(pages, results):
    for page, code in zip(pages, sorted(results.ledger["community_code"].unique())):
        total = results.ledger.loc[results.ledger["community_code"] == code, "households"].sum()
        for row in page.coverage.rows:
            cells = row.cells[2:-5]
            if plain(cells[0]) != "—":
                assert sum(number(cell) for cell in cells) == number(row.cells[-5]) == total


def test_the_grids_of_every_page_add_up_to_its_last_row(pages):
    for page in pages:
        *grids, last = [[number(row.cells[column]) for column in (1, 2, 3, 5)] for row in page.grids.rows]
        assert np.array(grids).sum(axis=0).tolist() == last


def test_households_by_services_reached_add_up_to_all_and_to_the_reached_column(pages, results):
    for page, code in zip(pages, sorted(results.ledger["community_code"].unique())):
        own = results.ledger[results.ledger["community_code"] == code]
        words = page.sums[1].values
        counts = [float(amount.replace("\u202f", "")) for amount in words["amounts"].split(" / ")]
        reached = [int(count) for count in words["reached"].split("/")]
        assert sum(counts) == own["households"].sum()
        column = [number(row.cells[2]) for row in page.coverage.rows if plain(row.cells[2]) != "—"]
        assert sum(count * services for count, services in zip(counts, reached)) == sum(column)


def test_the_page_prints_the_figures_of_the_summary(pages, results):
    rows = results.summary[(results.summary["level"] == "community") & (results.summary["category"] == "elderly")].dropna(subset=["code"])
    for page, one in zip(pages, rows.sort_values("code").to_dict("records")):
        shown = next(row for row in page.coverage.rows if plain(row.cells[0]) == "Elderly care")
        assert number(shown.cells[2]) == one["ok"]
        assert {getattr(cell.words, "figure", "") for cell in shown.cells} >= {f"ok.elderly@admin/community/{one['code']}"}


def test_many_grids_go_to_the_workbook_with_a_note(results, facts):
    code = results.ledger["community_code"].to_numpy()
    many = results.ledger.assign(grid_code=[f"{community}{k % 20:03d}" for k, community in enumerate(code)])
    page = next(appendix.pages(replace(facts, results=replace(results, ledger=many))))
    assert page.grids is None
    assert "workbook" in str(page.grids_note)


def test_without_communities_there_are_no_pages(invented):
    bare = facts_of(invented.district(with_areas=False), language="en", translate=english)
    assert "no pages by community" in str(appendix.left_out(bare))


def test_small_counts_of_people_are_hidden_with_what_gives_them_away(invented):
    found = invented.district(weight="residents")
    summary = found.summary.copy()
    of = (summary["code"] == "990106001001") & (summary["category"] == "elderly")
    summary.loc[of, list(REASONS)] = [100.0, 3.0, 0.0, 0.0, 50.0]
    page = next(appendix.pages(facts_of(replace(found, summary=summary), language="en", translate=english)))
    shown = next(row for row in page.coverage.rows if plain(row.cells[0]) == "Elderly care")
    assert [plain(cell) for cell in shown.cells].count("<5") == 2
    assert re.fullmatch(r"\d+%", plain(shown.cells[-4]))


def test_doorplates_without_a_place_in_any_community_are_on_no_page(results, facts):
    ledger = results.ledger.copy()
    ledger.loc[ledger["community_code"] == "990106001001", "community_code"] = None
    page = next(appendix.pages(replace(facts, results=replace(results, ledger=ledger))))
    assert "0 doorplates" in str(page.head[-1])


@pytest.fixture
def many(tmp_path, monkeypatch, results, chinese):
    """The folder of a report whose five communities are more than one file holds."""
    monkeypatch.setattr(page_module, "MOST_PAGES", 4)
    page_module.write_report(tmp_path / "report.html", results, language="zh", translate=chinese)
    return tmp_path


def test_many_communities_go_to_files_by_sub_district(many):
    files = sorted(many.iterdir())
    assert [path.name for path in files] == [
        "report.html",
        "report_appendix_A_990106001.html",
        "report_appendix_A_990106002.html",
    ]
    # Three of the five lie in the first sub-district.
    assert [path.read_text(encoding="utf-8").count('class="community-page"') for path in files] == [0, 3, 2]


def test_the_report_links_to_the_files_beside_it(many):
    page = (many / "report.html").read_text(encoding="utf-8")
    assert '<a href="report_appendix_A_990106001.html">示例街道</a>' in page
