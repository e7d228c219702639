"""Makes the workbooks for asking for data: .venv/bin/python .ci/templates.py

Each has example rows on its first sheet and what each column means on its second; equal sources give equal files.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import xlsxwriter

FOLDER = Path(__file__).resolve().parents[1] / "plugin" / "help" / "templates"
MADE = datetime(2026, 1, 1)
WIDEST, NARROWEST = 44, 10

# table: columns of (heading, required, meaning 中文, meaning in English), then example rows
SHEETS: dict[str, tuple[list[tuple[str, str, str, str]], list[list[object]]]] = {
    "doorplates": (
        [
            ("门牌编号", "是", "不重复的编号，每次更新保持不变", "Identifier, unique, the same at every update"),
            ("地址", "是", "标准地址，写到幢；按户室登记时写到室", "Standard address down to the building, or to the room"),
            ("户数", "否", "该门牌的户数；留空按总户数分摊", "Households of the doorplate; empty: shared out of totals"),
            ("常住人口", "否", "人数（合计）", "Residents, a sum"),
            ("60岁及以上人口", "否", "人数（合计）", "Residents of 60 and more, a sum"),
            ("0-14岁人口", "否", "人数（合计）", "Residents of 0 to 14, a sum"),
            ("社区编码", "否", "12位统计用区划代码", "Code of the community, 12 digits"),
            ("网格编码", "否", "社区编码加3位", "Code of the grid, 3 digits more"),
            ("X", "是", "东坐标（米）或经度", "East (m) or longitude"),
            ("Y", "是", "北坐标（米）或纬度", "North (m) or latitude"),
        ],
        [
            ["M000001", "示例街道长江路18号望湖花园1幢", 24, 63, 15, 8, "990106001001", "990106001001001", 563210.5, 3461450.2],
            ["M000002", "示例街道长江路18号望湖花园2幢", 26, 68, 17, 9, "990106001001", "990106001001001", 563246.0, 3461452.8],
            ["M000003", "示例街道长江路20号", 1, 3, 0, 1, "990106001001", "990106001001002", 563301.7, 3461460.4],
        ],
    ),
    "facilities": (
        [
            ("设施编号", "否", "不重复的编号；留空用行号", "Identifier; empty: the row number"),
            ("名称", "是", "设施名称", "Name"),
            (
                "类型",
                "是",
                "如 菜市场、小学、日间照料中心；一处多用以顿号分隔",
                "Kind, for example 菜市场; several kinds are separated by 、",
            ),
            ("地址", "否", "没有坐标时按自有门牌定位", "Used to place it by your own doorplates where there are no coordinates"),
            ("服务容量", "否", "床位数、学位数等", "Beds, places"),
            ("建筑面积", "否", "平方米", "Floor area (m²)"),
            ("X", "否", "东坐标（米）或经度", "East (m) or longitude"),
            ("Y", "否", "北坐标（米）或纬度", "North (m) or latitude"),
        ],
        [
            ["S001", "望湖菜市场", "菜市场", "示例街道长江路20号", None, 1200, 563298.0, 3461458.0],
            ["S002", "长江路小学", "小学", "示例街道长江路33号", 900, 8600, 563402.0, 3461520.0],
            ["S003", "望湖日间照料中心", "日间照料中心", "示例街道长江路18号", 40, 320, 563221.0, 3461447.0],
        ],
    ),
    "gates": (
        [
            ("出入口编号", "是", "不重复的编号", "Identifier, unique"),
            ("小区", "是", "所属小区名称", "Name of its estate"),
            ("通行规则", "是", "所有人、仅居民、封闭、未知", "所有人 all, 仅居民 residents, 封闭 closed, 未知 unknown"),
            ("X", "是", "东坐标（米）或经度", "East (m) or longitude"),
            ("Y", "是", "北坐标（米）或纬度", "North (m) or latitude"),
        ],
        [
            ["C001", "望湖花园", "所有人", 563205.0, 3461440.0],
            ["C002", "望湖花园", "仅居民", 563260.0, 3461470.0],
        ],
    ),
    "surveys": (
        [
            ("category", "是", "服务类别编号，如 market、elderly、park", "Id of the category, for example market"),
            ("complete", "是", "yes 已查全，no 未查全", "yes or no"),
            ("as_of", "否", "调查日期，如 2026-03-05", "Day of the survey"),
            ("source", "否", "谁查的（部门、岗位）", "Who surveyed: department, post"),
        ],
        [["market", "yes", "2026-03-05", "商务科"], ["elderly", "yes", "2026-03-05", "民政科"], ["football", "no", None, None]],
    ),
    "events": (
        [
            ("编号", "是", "事件编号", "Identifier"),
            ("类别", "是", "如 噪声扰民、占道经营", "Category"),
            ("时间", "是", "受理时间", "When it was reported"),
            ("状态", "否", "处理中、已办结", "State"),
            ("地址", "否", "按自有门牌定位", "Placed by your own doorplates"),
            ("X", "否", "东坐标（米）或经度", "East (m) or longitude"),
            ("Y", "否", "北坐标（米）或纬度", "North (m) or latitude"),
        ],
        [
            ["20261102001", "占道经营", "2026-11-02 09:10", "已办结", "示例街道长江路18号望湖花园1幢", 563210.5, 3461450.2],
            ["20261105007", "噪声扰民", "2026-11-05 22:40", "处理中", "示例街道长江路20号", 563301.7, 3461460.4],
        ],
    ),
    "areas": (
        [
            ("编码", "是", "12位统计用区划代码；网格再加3位", "Division code of 12 digits; grids have 3 more"),
            ("名称", "是", "区划名称", "Name"),
            ("级别", "是", "区县、街道、社区、网格", "区县 district, 街道 subdistrict, 社区 community, 网格 grid"),
            ("上级编码", "是", "所属上一级的编码", "Code of the area one level up"),
            ("户数", "否", "总户数", "Households"),
            ("常住人口", "否", "总人数", "Residents"),
            ("网格长", "否", "岗位数，不写姓名", "Leader posts, a count"),
            ("网格员", "否", "岗位数，不写姓名", "Worker posts, a count"),
        ],
        [
            ["990106001", "示例街道", "街道", "990106", 7080, 18490, 11, 37],
            ["990106001001", "望湖社区", "社区", "990106001", 1800, 4716, 3, 9],
            ["990106001001001", "望湖社区第一网格", "网格", "990106001001", 420, 1100, 1, 3],
        ],
    ),
}
NOTES = {
    "doorplates": "示例行请删除。不要填写姓名、电话、证件号：导入时会被剔除。 / Delete the example rows. No names, phones or IDs.",
    "areas": "界线请另附面图层（shp、gpkg），属性表按此列填写。 / Boundaries: a polygon layer with these columns.",
}
COMMON = "示例行提交前请删除。 / Delete the example rows before you hand it in."


def workbook(path: Path, name: str) -> None:
    """One template: the table, then what its columns mean."""
    columns, examples = SHEETS[name]
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": name, "author": "Community 3D", "created": MADE})
    head = book.add_format({"bold": True, "bg_color": "#DCE6F2", "border": 1})
    words = book.add_format({"num_format": "@"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(name)
    for number, (heading, *_) in enumerate(columns):
        sheet.write_string(0, number, heading, head)
        written = [len(str(row[number] or "")) for row in examples]
        sheet.set_column(number, number, min(WIDEST, max(NARROWEST, 2 * len(heading), *written) + 2))
    for line, row in enumerate(examples, start=1):
        for number, value in enumerate(row):
            # Codes are texts: as numbers Excel would cut their last digits.
            if isinstance(value, str):
                sheet.write_string(line, number, value, words)
            elif value is not None:
                sheet.write_number(line, number, value)
    sheet.freeze_panes(1, 0)
    told = book.add_worksheet("说明 Notes")
    told.set_column(0, 1, 14)
    told.set_column(2, 3, 52)
    for number, heading in enumerate(("列 Column", "必填 Needed", "说明", "Meaning")):
        told.write_string(0, number, heading, head)
    for line, column in enumerate(columns, start=1):
        for number, value in enumerate(column):
            told.write_string(line, number, value, wrapped)
    told.write_string(len(columns) + 2, 0, NOTES.get(name, COMMON))
    book.close()


def main() -> int:
    """Write all templates."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in SHEETS:
        workbook(FOLDER / f"{name}.xlsx", name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
