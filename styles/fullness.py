"""The styles of capacities: who finds a place, and how full facilities are."""

from __future__ import annotations

from . import look, qml
from .ink import THEME, colour, said

PLATE_MM = 1.4


def capacity(language: str) -> str:
    """Doorplates by the mean share of those who find a place, over the categories known there: worst class last, as in ledger()."""
    rows = []
    for number, each in enumerate(reversed(look.completeness_classes(THEME))):
        dot = qml.marker("circle", each.colour, PLATE_MM, width=0)
        bounds = (-1, -1) if each.lower is None else (each.lower, each.upper)
        rows.append((*bounds, each.label(language), qml.symbol("marker", number, dot)))
    address = "[% replace(replace(coalesce(\"address\", \"doorplate_id\"), '&', '&amp;'), '<', '&lt;') %]"
    found = said(language, "需求满足", "of the needs met")
    share = "[% coalesce(round(\"served\" * 100) || '%', '–') %]"
    tip = said(language, f"{address}<br>{found} {share}", f"{address}<br>{share} {found}")
    return qml.document(qml.graduated('coalesce("served", -1)', rows), tip=tip, title='coalesce("address", "doorplate_id")')


def capacity_load(language: str) -> str:
    """Facilities by how full they are: shape, colour and word; how many are too many, or how many places stay empty."""
    signs = (
        ("overloaded", "超负荷", "▲ Overloaded", "triangle", colour("bad"), 4.2),
        ("balanced", "适中", "● Balanced", "circle", colour("good"), 2.8),
        ("idle", "闲置", "■ Idle", "square", colour("amber"), 3.2),
        ("no_places", "容量为0", "✕ No places", "cross2", colour("bad"), 2.8),
        ("not_connected", "未接入路网", "◆ Not connected", "diamond", colour("text_3"), 3.0),
        ("no_data", "数据不足", "◇ Not enough data", "diamond", look.palette()["ramp"][THEME][0], 3.0),
    )
    marks = {"overloaded": "▲ ", "balanced": "● ", "idle": "■ ", "no_places": "✕ ", "not_connected": "◆ ", "no_data": "◇ "}
    named = []
    for number, (value, zh, en, shape, ink, size) in enumerate(signs):
        outline = {"outline": ink, "width": 0.6} if shape == "cross2" else {"outline": colour("text_2"), "width": 0.2}
        named.append((value, said(language, marks[value] + zh, en), qml.symbol("marker", number, qml.marker(shape, ink, size, **outline))))
    short, free = said(language, "缺 ", "short of "), said(language, "空余 ", "free ")
    words = (
        f'concat(coalesce("name", "facility_id"), CASE WHEN "over" >= 1 THEN concat(\'\\n{short}\', format_number("over", 0)) '
        f"WHEN \"idle\" >= 1 THEN concat('\\n{free}', format_number(\"idle\", 0)) ELSE '' END)"
    )
    labels = qml.label(words, colour=colour("text_1"), size=8, farthest=15_000, placement=0, away=2.6)
    return qml.document(qml.categorised('"verdict"', named), labels=labels, title='coalesce("name", "facility_id")')
