"""The workbook, read back with OGR and as the XML it is made of."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace

import pytest
from community3d.layers.words import english
from community3d.processing.report import doorplate_sheets
from community3d.processing.report.workbook import write_workbook
from osgeo import ogr

SHEETS = [
    "说明",
    "结论",
    "街道覆盖",
    "社区覆盖",
    "网格覆盖",
    "覆盖矩阵",
    "社区规模",
    "网格力量",
    "改进建议",
    "设施清单",
    "未覆盖门牌",
    "台账",
    "数据质量",
    "问题清单",
    "参数",
]
HEAD = 2  # rows above the head


@pytest.fixture(scope="module")
def path(tmp_path_factory, results, chinese):
    target = tmp_path_factory.mktemp("workbook") / "tables.xlsx"
    write_workbook(target, results, language="zh", translate=chinese, report_date="2026-11-20")
    return target


def rows_of(path, sheet):
    """The rows below the head, each as a dictionary by head."""
    source = ogr.Open(str(path))
    layer = source.GetLayerByName(sheet)
    cells = [[feature.GetField(k) for k in range(feature.GetFieldCount())] for feature in layer]
    head = cells[HEAD]
    return [dict(zip(head, row)) for row in cells[HEAD + 1 :]]


def xml_of(path, number):
    with zipfile.ZipFile(path) as archive:
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode("utf-8")


def test_the_sheets_stand_in_their_order(path):
    source = ogr.Open(str(path))
    assert [source.GetLayer(k).GetName() for k in range(source.GetLayerCount())] == SHEETS


def test_codes_are_text_and_shares_are_numbers(path):
    page = xml_of(path, 1 + SHEETS.index("社区覆盖"))
    fourth = re.search(r'<row r="4"[^>]*>(.*?)</row>', page).group(1)
    kinds = dict(re.findall(r'<c r="([A-Z]+)4"([^>]*)>', fourth))
    assert 't="s"' in kinds["A"] or "inlineStr" in kinds["A"]
    assert " t=" not in kinds["M"]


def test_a_code_of_fifteen_digits_keeps_them_all(path):
    assert rows_of(path, "网格覆盖")[0]["编码"] == "990106001001001"


def test_there_are_no_formulas_and_no_links(path):
    with zipfile.ZipFile(path) as archive:
        pages = [archive.read(name).decode("utf-8") for name in archive.namelist() if name.startswith("xl/worksheets/")]
        assert not [name for name in archive.namelist() if "vba" in name.lower() or "external" in name.lower()]
    assert not any("<f>" in page or "hyperlink" in page for page in pages)


def test_a_text_that_looks_like_a_formula_stays_text(tmp_path, results, chinese):
    target = tmp_path / "tables.xlsx"
    write_workbook(target, replace(results, parameters={"=1+1": "=HYPERLINK(1)"}), language="zh", translate=chinese)
    assert rows_of(target, "参数")[0] == {"参数": "=1+1", "值": "=HYPERLINK(1)", "来源": None, "标记": None}


def test_each_sheet_has_filter_frozen_head_and_print_set_up(path):
    for number in range(2, len(SHEETS) + 1):
        page = xml_of(path, number)
        assert "<autoFilter" in page, SHEETS[number - 1]
        assert 'ySplit="3"' in page
        assert 'orientation="landscape"' in page
        assert 'fitToHeight="0"' in page


def test_rates_are_the_figures_unrounded(path, results):
    for row in rows_of(path, "结论")[:-1]:
        figure = results.figures[f"rate.{row['类别代码']}"]
        assert float(row["覆盖率"]) == pytest.approx(figure.value, abs=1e-12)


def test_rates_of_areas_are_the_figures(path, results):
    names = {category.name_zh: category.id for category in results.settings.profile.categories}
    compared = 0
    for row in rows_of(path, "社区覆盖"):
        figure = results.figures.get(f"rate.{names[row['类别']]}@admin/community/{row['编码']}")
        if figure is not None and figure.value is not None:
            assert float(row["覆盖率"]) == pytest.approx(figure.value, abs=1e-12)
            compared += 1
    # 5 communities and 8 categories with data
    assert compared == 40


def test_report_and_workbook_print_the_same(path, page):
    printed = dict(re.findall(r'data-figure="(rate\.\w+)">([\d.]+)%<', page))
    for row in rows_of(path, "结论"):
        if row["覆盖率"]:
            assert float(printed[f"rate.{row['类别代码']}"]) == pytest.approx(100 * float(row["覆盖率"]), abs=0.05)


def test_reasons_add_up_in_every_row(path):
    reasons = ("可达", "超出步行限值", "门禁阻隔", "路网不连通", "无此类设施数据", "未接入路网")
    for sheet in ("街道覆盖", "社区覆盖", "网格覆盖"):
        for row in rows_of(path, sheet):
            assert sum(float(row[reason]) for reason in reasons) == pytest.approx(float(row["合计（户）"]))


def test_every_level_ends_with_the_sums_of_the_whole(path):
    for sheet in ("街道覆盖", "社区覆盖", "网格覆盖"):
        last = rows_of(path, sheet)[-9:]
        assert {row["编码"] for row in last} == {"合计"}
        assert float(last[0]["合计（户）"]) == 4032


def test_every_doorplate_that_misses_a_category_is_listed(path, results):
    ledger = results.ledger
    judged = [c.id for c in results.settings.profile.categories if ledger[f"{c.id}_ok"].notna().any()]
    missed = sum(int((ledger[f"{name}_why"] != "ok").sum()) for name in judged)
    assert len(rows_of(path, "未覆盖门牌")) == missed


def test_the_ledger_leaves_out_people(path, results):
    rows = rows_of(path, "台账")
    assert len(rows) == len(results.ledger)
    assert not {"常住人口（人）", "60岁及以上人口", "0–14岁人口", "residents", "elderly", "children"} & set(rows[0])


def test_a_large_ledger_gives_way_to_a_note(tmp_path, results, chinese, monkeypatch):
    monkeypatch.setattr(doorplate_sheets, "MOST_LEDGER_ROWS", 100)
    target = tmp_path / "tables.xlsx"
    write_workbook(target, results, language="zh", translate=chinese)
    assert "台账共200行，见成果数据库的 ledger 表。" in zipfile.ZipFile(target).read("xl/sharedStrings.xml").decode("utf-8")


def test_too_many_rows_go_on_in_a_second_sheet(tmp_path, results, chinese, monkeypatch):
    monkeypatch.setattr(doorplate_sheets, "MOST_ROWS", 400)
    target = tmp_path / "tables.xlsx"
    write_workbook(target, results, language="zh", translate=chinese)
    assert len(rows_of(target, "未覆盖门牌")) == 400
    assert rows_of(target, "未覆盖门牌 2")


def test_small_counts_of_people_are_hidden(tmp_path, invented, chinese):
    results = invented.district(weight="residents")
    summary = results.summary.copy()
    row = (summary["level"] == "community") & (summary["category"] == "elderly")
    summary.loc[row, "no_route"] = 3.0
    target = tmp_path / "tables.xlsx"
    write_workbook(target, replace(results, summary=summary), language="zh", translate=chinese)
    rows = [row for row in rows_of(target, "社区覆盖") if row["类别"] == "养老" and row["编码"] != "合计"]
    assert all(row["路网不连通"] == "<5" for row in rows)
    # One hidden part could be computed from the total: a second one is hidden with it.
    assert all(list(row.values()).count("<5") == 2 for row in rows)


def test_equal_results_give_equal_bytes(path, tmp_path, invented, chinese):
    again = tmp_path / "tables.xlsx"
    write_workbook(again, invented.district(), language="zh", translate=chinese, report_date="2026-11-20")
    assert again.read_bytes() == path.read_bytes()


def test_the_english_workbook_has_english_sheets(tmp_path, results):
    target = tmp_path / "tables.xlsx"
    write_workbook(target, results, language="en", translate=english)
    assert ogr.Open(str(target)).GetLayer(1).GetName() == "Verdicts"


def test_control_characters_and_markup_of_the_data_do_no_harm(tmp_path, results, chinese):
    ledger = results.ledger.assign(address="<b>&\x07丰泽路")
    target = tmp_path / "tables.xlsx"
    write_workbook(target, replace(results, ledger=ledger), language="zh", translate=chinese)
    assert rows_of(target, "台账")[0]["地址"] == "<b>&丰泽路"


def test_areas_say_what_their_network_can_carry(tmp_path, results, chinese):
    poor = "990106001001"
    quality = {(None, "all", None): "usable", ("admin", "community", poor): "not_usable", ("admin", "subdistrict", "990106001"): "good"}
    write_workbook(tmp_path / "tables.xlsx", replace(results, quality=quality), language="zh", translate=chinese)
    said = {row["编码"]: row["路网质量"] for row in rows_of(tmp_path / "tables.xlsx", "覆盖矩阵")}
    assert (said[poor], said["990106001002"], said[None]) == ("不可用", None, "可用")
    assert {row["路网质量"] for row in rows_of(tmp_path / "tables.xlsx", "社区覆盖") if row["编码"] == poor} == {"不可用"}
    assert {row["路网质量"] for row in rows_of(tmp_path / "tables.xlsx", "街道覆盖") if row["编码"] == "990106001"} == {"良好"}


def test_a_run_that_does_not_judge_its_network_has_no_such_column(path):
    assert "路网质量" not in rows_of(path, "社区覆盖")[0]
