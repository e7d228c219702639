"""The styles of walks and of what they lead to."""

from __future__ import annotations

from . import look, qml
from .ink import THEME, colour, said
from .signs import SIGNS

STRAND_MM = 0.9
CLOSE_SCALE = 5_000
# Walks of several categories share streets: side by side, in the order of their ids, and nearer to each other farther out.
BESIDE = (
    "with_variable('every', array_sort(string_to_array(concatenate_unique(\"category\", concatenator:=','))), "
    '(array_find(@every, "category") - (array_length(@every) - 1) / 2.0)'
    f" * {STRAND_MM} * min(1, {CLOSE_SCALE} / @map_scale))"
)


def routes(language: str) -> str:
    """Walks by category, side by side on shared streets; dashed where the facility lies beyond its limit."""
    follows = {"lineStyle": "if(\"ok\", 'solid', 'dash')", "offset": BESIDE}
    rows = [(f"\"category\" = '{category}'", said(language, zh, en), category) for category, (_, _, zh, en, _) in SIGNS.items()]
    rows.append(("ELSE", said(language, "其他设施", "Other facilities"), "other"))
    named = [
        (condition, words, qml.symbol("line", number, qml.line(look.category_colour(category, THEME), 0.7, follows=follows)))
        for number, (condition, words, category) in enumerate(rows)
    ]
    minutes = said(language, "分钟", "min")
    tip = '[% "doorplate_id" %] → [% coalesce(nullif("facility_name", \'\'), "facility_id") %]<br>'
    tip += f'[% round("m") %] m · [% round("min", 1) %] {minutes}<br>[% "slowed_by" %]'
    return qml.document(qml.ruled(named), tip=tip, title='concat("doorplate_id", \' · \', "category")')


def nearby(language: str) -> str:
    """Reached things by kind, the nearest of each kind larger."""
    kinds = (
        ("facility", "设施", "Facilities", "diamond", look.category_colour("sport", THEME)),
        ("gate", "小区出入口", "Estate gates", "square", colour("amber")),
        ("post", "岗点", "Posts", "star", colour("bad")),
        ("doorplate", "门牌", "Doorplates", "circle", colour("text_3")),
    )
    size = {"size": 'if("kind" = \'doorplate\', 1.4, if("rank" = 1, 4, 2.6))'}
    named = [
        (value, said(language, zh, en), qml.symbol("marker", number, qml.marker(shape, ink, 2.6, follows=size)))
        for number, (value, zh, en, shape, ink) in enumerate(kinds)
    ]
    minutes = said(language, "分钟", "min")
    tip = f'[% coalesce("name", "id") %]<br>[% round("m") %] m · [% round("min", 1) %] {minutes}'
    return qml.document(qml.categorised('"kind"', named), tip=tip, title='coalesce("name", "id")')


def nearby_routes(language: str) -> str:
    """Walks to what is near: that to the nearest of each kind is wide."""
    wide, narrow = look.palette()["reach"][THEME][2], look.palette()["reach"][THEME][1]
    named = [
        ('"rank" = 1', said(language, "最近", "Nearest"), qml.symbol("line", 0, qml.line(wide, 1.0))),
        ("ELSE", said(language, "其他可达", "Others within reach"), qml.symbol("line", 1, qml.line(narrow, 0.5))),
    ]
    return qml.document(qml.ruled(named), title='coalesce("name", "id")')
