"""The styles of what was found: problems, disagreements, events, changes of a scenario, gates worth opening."""

from __future__ import annotations

from . import qml
from .ink import colour, said


def iso_exceptions(language: str) -> str:
    """Doorplates where isochrone and ledger differ."""
    inside = qml.symbol("marker", 0, qml.marker("circle", colour("bad"), 2.2))
    outside = qml.symbol("marker", 1, qml.marker("diamond", colour("good"), 2.4))
    rows = (
        ('"inside"', said(language, "等时圈内，台账不可达", "Inside, not reached"), inside),
        ('NOT "inside"', said(language, "等时圈外，台账可达", "Outside, reached"), outside),
    )
    return qml.document(qml.ruled(rows), title='concat("doorplate_id", \' · \', "category")')


def located(language: str) -> str:
    """Located addresses by how far they may be off: shape and colour."""
    rows = (
        ('coalesce("error_m", 0) <= 5', "误差不超过 5 米", "Within 5 m", "circle", colour("good")),
        ('"error_m" <= 50', "误差不超过 50 米", "Within 50 m", "diamond", colour("amber")),
        ("ELSE", "仅到小区或社区", "Estate or community only", "triangle", colour("bad")),
    )
    named = [
        (condition, said(language, zh, en), qml.symbol("marker", number, qml.marker(shape, ink, 2.4)))
        for number, (condition, zh, en, shape, ink) in enumerate(rows)
    ]
    return qml.document(qml.ruled(named), title='"address"')


def whatif(language: str) -> str:
    """Doorplates that a scenario changes: gained, lost, or another facility; shape and colour."""
    rows = (
        ('"lost" > 0', "失去服务", "Lost a service", "triangle", colour("bad")),
        ('"gained" > 0', "新增可达", "Gained a service", "diamond", colour("good")),
        ("ELSE", "仅最近设施或距离变化", "Only facility or distance differ", "circle", colour("text_3")),
    )
    named = [
        (condition, said(language, zh, en), qml.symbol("marker", number, qml.marker(shape, ink, 2.4)))
        for number, (condition, zh, en, shape, ink) in enumerate(rows)
    ]
    return qml.document(qml.ruled(named), title='coalesce("address", "doorplate_id")')


def rankgates(language: str) -> str:
    """Gates by what opening them brings: large where much, with the place in the best order."""
    size = {"size": 'CASE WHEN "alone" > 0 THEN scale_linear(sqrt("alone"), 0, 60, 3, 9) ELSE 2 END'}
    rows = (
        ('"order" IS NOT NULL', "最佳开放顺序之内", "In the best order", colour("good")),
        ("ELSE", "其余出入口", "Other gates", colour("text_3")),
    )
    named = [
        (condition, said(language, zh, en), qml.symbol("marker", number, qml.marker("square", ink, 3, follows=size)))
        for number, (condition, zh, en, ink) in enumerate(rows)
    ]
    words = 'if("order" IS NULL, \'\', concat("order", \' · +\', format_number("added", 0)))'
    labels = qml.label(words, colour=colour("text_1"), size=9, farthest=50_000, placement=0, bold=True)
    return qml.document(qml.ruled(named), labels=labels, title='concat("gate_id", \' · \', "estate")')


def problems(language: str) -> str:
    """Problems by severity: shape and colour."""
    rows = (
        ("error", "错误", "Error", "triangle", colour("bad")),
        ("warning", "警告", "Warning", "diamond", colour("amber")),
        ("note", "提示", "Note", "circle", colour("good")),
    )
    named = [
        (value, said(language, zh, en), qml.symbol("marker", number, qml.marker(shape, ink, 3.2)))
        for number, (value, zh, en, shape, ink) in enumerate(rows)
    ]
    return qml.document(qml.categorised('"severity"', named), title='"message"')


def checklist(language: str) -> str:
    """Places to check outside, numbered as in the list; answered ones are hollow."""
    rows = (
        ('"answer" IS NULL', "待核查", "To check", colour("bad")),
        ("ELSE", "已核查", "Checked", colour("panel")),
    )
    named = [
        (condition, said(language, zh, en), qml.symbol("marker", number, qml.marker("circle", ink, 3.4)))
        for number, (condition, zh, en, ink) in enumerate(rows)
    ]
    labels = qml.label('"number"', colour=colour("text_1"), size=9, farthest=25_000, placement=0, bold=True)
    return qml.document(qml.ruled(named), labels=labels, tip='[% "place" %]<br>[% "finding" %]', title='concat("number", \' · \', "place")')


def events(language: str) -> str:
    """Events: full where the door, building or own coordinates tell the place, hollow where it is known only roughly."""
    rows = (
        ("\"for_verdicts\" = 'no'", "位置粗略（未到幢）", "Rough place, no building", {"outline": colour("amber"), "width": 0.6}),
        ("ELSE", "已定位到门牌或幢", "At a door or building", {}),
    )
    named = [
        (condition, said(language, zh, en), qml.symbol("marker", number, qml.marker("circle", ink, 2.6, **look)))
        for number, ((condition, zh, en, look), ink) in enumerate(zip(rows, (colour("panel"), colour("amber"))))
    ]
    tip = '[% "category" %] · [% coalesce("state", \'\') %]<br>[% "reported_at" %]<br>[% coalesce("grid_code", \'\') %]'
    return qml.document(qml.ruled(named), tip=tip, title='concat("category", \' · \', "event_id")')
