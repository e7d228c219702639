"""The styles of how areas stand: against their standards, and before and after a change."""

from __future__ import annotations

from . import look, qml
from .ink import THEME, colour, said


def facilitystandards(language: str) -> str:
    """Areas by the verdict on their floor space: colour, hatch, sign and word; the shortfall beside the name."""
    signs = (
        ("pass", "达标", "✓ Pass", qml.fill(colour("good"), alpha=120)),
        ("fail", "不达标", "✕ Fail", qml.fill(colour("bad"), alpha=150)),
        ("no_data", "数据不足", "? Not enough data", qml.fill(colour("text_3"), style="b_diagonal")),
        ("not_judged", "不评价", "– Not judged", qml.fill(colour("text_3"), style="no", outline=colour("text_3"), width=0.3)),
    )
    named = [
        (value, said(language, f"{en[0]} {zh}", en), qml.symbol("fill", number, sign)) for number, (value, zh, en, sign) in enumerate(signs)
    ]
    missing = said(language, "缺口", "short of")
    words = (
        "concat(CASE WHEN \"verdict\" = 'pass' THEN '✓ ' WHEN \"verdict\" = 'fail' THEN '✕ ' WHEN \"verdict\" = 'no_data' THEN '? ' "
        'ELSE \'\' END, coalesce("name", "code"), '
        f"if(\"shortfall_m2\" > 0, concat('\\n{missing} ', format_number(\"shortfall_m2\", 0), ' m²'), ''))"
    )
    labels = qml.label(words, colour=colour("text_1"), size=9, farthest=60_000, placement=1)
    return qml.document(qml.categorised('"verdict"', named), labels=labels, title='coalesce("name", "code")')


def comparecoverage(language: str) -> str:
    """Doorplates by what changed: gained, lost, both, unchanged; shape and colour."""
    rows = (
        ('"gained" > 0 AND "lost" > 0', "有增有减", "Gained and lost", "square", colour("amber"), 2.4),
        ('"lost" > 0', "失去服务", "Lost a service", "triangle", colour("bad"), 2.4),
        ('"gained" > 0', "新增可达", "Gained a service", "diamond", colour("good"), 2.4),
        ("ELSE", "无变化", "Unchanged", "circle", colour("text_3"), 1.0),
    )
    named = [
        (condition, said(language, zh, en), qml.symbol("marker", number, qml.marker(shape, ink, size, width=0.1)))
        for number, (condition, zh, en, shape, ink, size) in enumerate(rows)
    ]
    return qml.document(qml.ruled(named), title='coalesce("address", "doorplate_id")')


def comparecoverage_areas(language: str) -> str:
    """Areas by what they won on balance over all categories, with the figures beside the name."""
    worse, _, same, _, better = look.palette()["change"][THEME]
    share = '("gained" - "lost")'
    rows = (
        (f"{share} < 0", "净减少", "Lost on balance", qml.fill(worse, alpha=150)),
        (f'{share} = 0 AND "lost" > 0', "增减相抵", "Gained as much as lost", qml.fill(same, style="b_diagonal")),
        (f"{share} = 0", "无变化", "Unchanged", qml.fill(same, alpha=120)),
        (f"{share} > 0", "净增加", "Gained on balance", qml.fill(better, alpha=150)),
    )
    named = [(condition, said(language, zh, en), qml.symbol("fill", k, sign)) for k, (condition, zh, en, sign) in enumerate(rows)]
    figures = (
        "if(\"gained\" > 0, concat(' +', format_number(\"gained\", 0)), ''), if(\"lost\" > 0, concat(' −', format_number(\"lost\", 0)), '')"
    )
    labels = qml.label(f'concat(coalesce("name", "code"), {figures})', colour=colour("text_1"), size=9, farthest=60_000, placement=1)
    return qml.document(qml.ruled(named), labels=labels, title='coalesce("name", "code")')


def crosswalk(language: str) -> str:
    """Land that two partitions share, by what became of it: colour, hatch, sign and word."""
    edge = {"outline": colour("text_2"), "width": 0.4}
    signs = (
        ("same", "=", "同一区划", "The same area", qml.fill(colour("good"), alpha=80, **edge)),
        ("part", "÷", "部分", "A part", qml.fill(colour("amber"), style="dense5", **edge)),
        ("new", "+", "新增土地", "New land", qml.fill(colour("accent"), style="b_diagonal", **edge)),
        ("gone", "−", "划出土地", "Land given up", qml.fill(colour("bad"), style="diagonal_x", **edge)),
    )
    named = [
        (value, said(language, f"{mark} {zh}", f"{mark} {en}"), qml.symbol("fill", number, sign))
        for number, (value, mark, zh, en, sign) in enumerate(signs)
    ]
    pair = 'concat(coalesce("from_name", "from_code", \'–\'), \' → \', coalesce("to_name", "to_code", \'–\'))'
    labels = qml.label(pair, colour=colour("text_1"), size=8, farthest=60_000, placement=1)
    return qml.document(qml.categorised('"kind"', named), labels=labels, title=pair)
