"""The styles of communities and grids: how large they are, how their posts stand."""

from __future__ import annotations

from . import qml
from .ink import colour, said


def communityscale(language: str) -> str:
    """Communities by the result of the screening: colour, hatch, sign and word; households beside the name."""
    signs = (
        ("split", "拆分候选", "÷ Split candidate", qml.fill(colour("bad"), alpha=150)),
        ("merge", "合并候选", "+ Merge candidate", qml.fill(colour("amber"), style="dense4")),
        ("keep", "保留", "= Keep", qml.fill(colour("good"), alpha=80)),
        ("no_data", "数据不足", "? Not enough data", qml.fill(colour("text_3"), style="b_diagonal")),
    )
    marks = {"split": "÷ ", "merge": "+ ", "keep": "= ", "no_data": "? "}
    named = [
        (value, said(language, marks[value] + zh, en), qml.symbol("fill", number, sign))
        for number, (value, zh, en, sign) in enumerate(signs)
    ]
    words = said(language, "户", "households")
    label = f'concat(coalesce("name", "code"), \'\\n\', format_number("households", 0), \' {words}\')'
    labels = qml.label(label, colour=colour("text_1"), size=9, farthest=100_000, placement=1)
    return qml.document(qml.categorised('"verdict"', named), labels=labels, title='coalesce("name", "code")')
