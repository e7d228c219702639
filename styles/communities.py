"""The styles of communities and grids: how large they are, how their posts stand."""

from __future__ import annotations

from . import qml
from .ink import colour, said


def communityscale(language: str) -> str:
    """Communities by the result of the screening: colour, hatch, sign and word; households beside the name."""
    edge = {"outline": colour("text_2"), "width": 0.4}
    signs = (
        ("split", "拆分候选", "÷ Split candidate", qml.fill(colour("bad"), alpha=150, **edge)),
        ("merge", "合并候选", "+ Merge candidate", qml.fill(colour("amber"), style="dense5", **edge)),
        ("keep", "保留", "= Keep", qml.fill(colour("good"), alpha=80, **edge)),
        ("no_data", "数据不足", "? Not enough data", qml.fill(colour("text_3"), style="b_diagonal", **edge)),
    )
    marks = {"split": "÷ ", "merge": "+ ", "keep": "= ", "no_data": "? "}
    named = [
        (value, said(language, marks[value] + zh, en), qml.symbol("fill", number, sign))
        for number, (value, zh, en, sign) in enumerate(signs)
    ]
    words = said(language, "户", "households")
    sign = "CASE WHEN \"verdict\" = 'split' THEN '÷ ' WHEN \"verdict\" = 'merge' THEN '+ ' ELSE '' END"
    count = f"if(\"households\" IS NULL, '', concat('\\n', format_number(\"households\", 0), ' {words}'))"
    label = f'concat({sign}, coalesce("name", "code"), {count})'
    labels = qml.label(label, colour=colour("text_1"), size=9, farthest=100_000, placement=1)
    return qml.document(qml.categorised('"verdict"', named), labels=labels, title='coalesce("name", "code")')


def gridstaffing(language: str) -> str:
    """Grids by their posts: vacant, not stated, filled; the workload beside the name, the larger areas as outlines."""
    grid = "\"level\" = 'grid'"
    vacant = f'{grid} AND ("leader_vacancies" > 0 OR "worker_vacancies" > 0)'
    unknown = f'{grid} AND ("leader_vacancies" IS NULL OR "worker_vacancies" IS NULL)'
    edge = {"outline": colour("text_3"), "width": 0.25}
    filled = f"{grid} AND NOT coalesce({vacant}, false) AND NOT ({unknown})"
    rows = (
        (vacant, "✕ 有空缺", "✕ Vacant posts", qml.fill(colour("bad"), style="diagonal_x", **edge)),
        (unknown, "? 未填岗位数", "? Posts not stated", qml.fill(colour("text_3"), style="b_diagonal", **edge)),
        (filled, "✓ 岗位齐全", "✓ All posts filled", qml.fill(colour("good"), alpha=90, **edge)),
        (f"NOT {grid}", "上级区划", "Larger areas", qml.fill(colour("text_2"), style="no", outline=colour("text_2"), width=0.8)),
    )
    named = [(condition, said(language, zh, en), qml.symbol("fill", k, sign)) for k, (condition, zh, en, sign) in enumerate(rows)]
    load = said(language, "工作量", "load")
    share = f"if(\"workload\" IS NULL, '', concat('\\n{load} ', round(\"workload\", 2)))"
    labels = qml.label(
        f'if({grid}, concat(coalesce("name", "code"), {share}), \'\')', colour=colour("text_1"), size=8, farthest=30_000, placement=1
    )
    return qml.document(qml.ruled(named), labels=labels, title='coalesce("name", "code")')


def communityparts(language: str) -> str:
    """Proposed parts of a community: outlines and hatches by turn, with their households."""
    reach = [colour(name) for name in ("good", "amber", "bad", "text_3")]
    hatches = ("b_diagonal", "f_diagonal", "dense6", "cross")
    named = [
        (f'("part" - 1) % {len(reach)} = {number}', said(language, f"第{number + 1}片", f"Part {number + 1}"),
         qml.symbol("fill", number, qml.fill(ink, style=hatch, outline=ink, width=0.6)))
        for number, (ink, hatch) in enumerate(zip(reach, hatches))
    ]  # fmt: skip
    words = said(language, "户", "households")
    label = f'concat(coalesce("name", "code"), \' \', "part", \'\\n\', format_number("households", 0), \' {words}\')'
    labels = qml.label(label, colour=colour("text_1"), size=8, farthest=60_000, placement=1)
    return qml.document(qml.ruled(named), labels=labels, title='coalesce("name", "code")')


def gridmoves(language: str) -> str:
    """Blocks to move, with the grid they would go to and their households."""
    sign = qml.symbol("fill", 0, qml.fill(colour("amber"), style="dense5", outline=colour("bad"), width=0.6))
    words = said(language, "户", "households")
    label = f'concat("order", \' → \', coalesce("to_name", "to_code"), \'\\n\', format_number("households", 0), \' {words}\')'
    labels = qml.label(label, colour=colour("text_1"), size=8, farthest=20_000, placement=1)
    return qml.document(qml.single(sign), labels=labels, title='"from_code"')
