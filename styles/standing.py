"""The styles of how areas stand: against their standards, and before and after a change."""

from __future__ import annotations

from . import qml
from .ink import colour, said


def facilitystandards(language: str) -> str:
    """Areas by the verdict on their floor space: colour, hatch, sign and word; the shortfall beside the name."""
    signs = (
        ("pass", "达标", "✓ Pass", qml.fill(colour("good"), alpha=120)),
        ("fail", "不达标", "✕ Fail", qml.fill(colour("bad"), alpha=150)),
        ("no_data", "数据不足", "? Not enough data", qml.fill(colour("text_3"), style="b_diagonal")),
        ("not_judged", "不评价", "– Not judged", qml.fill(colour("text_3"), style="no", outline=colour("text_3"), width=0.3)),
    )
    marks = {"pass": "✓ ", "fail": "✕ ", "no_data": "? ", "not_judged": "– "}
    named = [
        (value, said(language, marks[value] + zh, en), qml.symbol("fill", number, sign))
        for number, (value, zh, en, sign) in enumerate(signs)
    ]
    missing = said(language, "缺口", "short of")
    words = (
        "concat(CASE WHEN \"verdict\" = 'pass' THEN '✓ ' WHEN \"verdict\" = 'fail' THEN '✕ ' WHEN \"verdict\" = 'no_data' THEN '? ' "
        'ELSE \'\' END, coalesce("name", "code"), '
        f"if(\"shortfall_m2\" > 0, concat('\\n{missing} ', format_number(\"shortfall_m2\", 0), ' m²'), ''))"
    )
    labels = qml.label(words, colour=colour("text_1"), size=9, farthest=60_000, placement=1)
    return qml.document(qml.categorised('"verdict"', named), labels=labels, title='coalesce("name", "code")')
