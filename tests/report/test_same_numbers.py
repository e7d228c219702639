"""One number, the same everywhere: what report.html prints is in the workbook, the ledger, the figures and the scene."""

from __future__ import annotations

import re

import pytest
from community3d.processing.engine.rollup import weights
from community3d.processing.report.workbook import write_workbook
from osgeo import ogr

from .test_page import close, every_figure, read

HEAD = 2  # rows above the head
AT = re.compile(r"(?P<name>\w+)\.(?P<category>\w+)@(?P<partition>\w+)/(?P<level>\w+)/(?P<code>.+)")
OF_COVERAGE = {"community": "社区覆盖", "grid": "网格覆盖", "subdistrict": "街道覆盖"}
REASONS = {
    "ok": "可达", "too_far": "超出步行限值", "behind_gate": "门禁阻隔", "no_route": "路网不连通", "no_facility": "无此类设施数据",
    "not_snapped": "未接入路网", "rate": "覆盖率", "total": "合计（户数）",
}  # fmt: skip
OF_SCALE = {"households": "户数", "estates": "小区数", "dispersion_m": "分散度（米）", "merged_households": "合并后户数"}
OF_POSTS = {
    "grids": "网格（个）", "leaders": "网格长（岗位数）", "workers": "网格员（岗位数）", "workers_per_grid": "每网格网格员",
    "workers_per_10k": "每万人网格员", "households_per_worker": "户/网格员", "spread": "户数变异系数",
}  # fmt: skip


@pytest.fixture(scope="module")
def printed(page):
    """What the report prints under the id of a figure."""
    return [(figure, shown) for figure, shown in read(page).figures if shown not in ("—", "<5")]


@pytest.fixture(scope="module")
def sheets(tmp_path_factory, results, chinese):
    """The rows of every sheet as dictionaries by head."""
    path = tmp_path_factory.mktemp("same") / "tables.xlsx"
    write_workbook(path, results, language="zh", translate=chinese, report_date="2026-11-20")
    source = ogr.Open(str(path))
    found = {}
    for k in range(1, source.GetLayerCount()):
        layer = source.GetLayer(k)
        cells = [[feature.GetField(column) for column in range(feature.GetFieldCount())] for feature in layer]
        found[layer.GetName()] = [dict(zip(cells[HEAD], row)) for row in cells[HEAD + 1 :]]
    return found


def by(rows, *heads):
    return {tuple(row[head] for head in heads): row for row in rows}


def test_every_number_of_an_area_is_the_cell_of_its_sheet(printed, sheets, results):
    names = {line.id: line.name_zh for line in results.settings.profile.categories}
    known, checked = every_figure(results), 0
    rows = {level: by(sheets[sheet], "编码", "类别") for level, sheet in OF_COVERAGE.items()}
    for figure, shown in printed:
        at = AT.fullmatch(figure)
        if at is None or at["name"] not in REASONS:
            continue
        row = rows[at["level"]][at["code"], names[at["category"]]]
        head = next(head for head in row if head.startswith(REASONS[at["name"]].partition("（")[0]))
        assert float(row[head]) == pytest.approx(known[figure].value), figure
        assert close(shown, known[figure]), figure
        checked += 1
    assert checked > 300


def test_scale_posts_and_measures_are_the_cells_of_their_sheets(printed, sheets, results):
    scale, posts = by(sheets["社区规模"], "编码"), by(sheets["网格力量"], "编码")
    measures = {int(float(row["序"])): row for row in sheets["改进建议"]}
    checked = 0
    for figure, shown in printed:
        name, _, place = figure.partition("@")
        code = place.rpartition("/")[2]
        if name.removeprefix("scale_") in OF_SCALE and name.startswith("scale_"):
            cell = scale[(code,)][OF_SCALE[name.removeprefix("scale_")]]
        elif name.startswith("posts_") and name.removeprefix("posts_") in OF_POSTS:
            row, head = posts[(code,)], OF_POSTS[name.removeprefix("posts_")]
            cell = next(row[each] for each in row if each.startswith(head))
        elif figure.startswith("measure_"):
            row = measures[int(figure.rpartition(".")[2])]
            cell = next(row[head] for head in row if head.startswith("可新增覆盖" if "gain" in figure else "影响"))
        else:
            continue
        assert float(cell) == pytest.approx(results.figures[figure].value), figure
        assert close(shown, results.figures[figure]), (figure, shown)
        checked += 1
    assert checked > 40


def test_the_whole_is_the_sum_of_the_ledger(printed, results):
    weight = weights(results.ledger, results.settings)
    checked = 0
    for figure, shown in printed:
        name, _, category = figure.partition(".")
        if name in ("ok", "too_far", "behind_gate", "no_route", "not_snapped") and f"{category}_why" in results.ledger.columns:
            total = weight[(results.ledger[f"{category}_why"] == name).to_numpy()].sum()
            assert float(shown.replace("\u202f", "")) == total
            checked += 1
    assert checked >= 40


def test_every_level_adds_up_to_the_whole(results):
    whole = results.summary[results.summary["level"] == "all"].set_index("category")["ok"]
    for level in ("subdistrict", "community", "grid"):
        rows = results.summary[results.summary["level"] == level]
        assert (rows.groupby("category")["ok"].sum().reindex(whole.index) == whole).all()


def test_the_scene_tells_the_same_figures(printed, results):
    from community3d.processing.scene.content import scene_content
    from community3d.processing.scene.head import figures

    told = figures(scene_content(results))
    shown_too = {figure for figure, _ in printed} & set(told)
    assert len(shown_too) > 60
    for figure in shown_too:
        assert told[figure][0] == pytest.approx(results.figures[figure].value)


def test_the_json_of_the_run_holds_the_headline_figures(printed, results):
    from community3d.processing.engine.figures import outputs

    told = outputs(results.figures)
    for figure, shown in printed:
        if figure.isupper() and figure in told:
            assert close(shown, results.figures[figure])
            assert told[figure] == results.figures[figure].value
