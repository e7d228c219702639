"""Every translated word is marked, and what stays unmarked is shown: nothing a person reads may be."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.qgis

MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
# Names, keys, units and examples are the same in every language.
SAME = re.compile(
    r"<[^>]+>|&\w+;|https?\S+|[A-Z][A-Z0-9_]{2,}|EPSG:\d+|WGS ?84|CGCS2000|GCJ-02|BD-09|UTF-(?:8|16)|GB18030|GBK|Big5|English|中文|QGIS|OSM"
)


@pytest.fixture
def marked(qgis_app):
    """QGIS in a language in which every sentence of ours stands in brackets."""
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    class Marks(QTranslator):
        def translate(self, context, source, disambiguation=None, number=-1):
            return f"⟦{source}⟧" if context == "community3d" else ""

        def isEmpty(self):  # noqa: N802
            return False

    marks = Marks()
    QCoreApplication.installTranslator(marks)
    yield
    QCoreApplication.removeTranslator(marks)


def unmarked(words: str) -> str:
    """What of a text did not come through the catalogue."""
    while MARKED.search(words):
        words = MARKED.sub(" ", words)
    return " ".join(re.findall(r"[A-Za-z\u4e00-\u9fff]{3,}", SAME.sub(" ", words)))


def test_the_toolbox_has_no_word_that_is_not_translated(marked):
    from community3d.processing.provider import ALGORITHMS, Community3DProvider

    assert not unmarked(Community3DProvider().name())
    left = {}
    for algorithm in (made() for made in ALGORITHMS):
        algorithm.initAlgorithm({})
        words = [algorithm.displayName(), algorithm.group(), algorithm.shortDescription(), algorithm.shortHelpString()]
        for definition in algorithm.parameterDefinitions():
            words += [definition.description(), definition.help() or ""]
            words += definition.options() if definition.type() == "enum" else []
        words += [output.description() for output in algorithm.outputDefinitions()]
        found = sorted({unmarked(each) for each in words} - {""})
        left.update({algorithm.name(): found} if found else {})
    assert not left


def test_the_panel_has_no_word_that_is_not_translated(marked, plugin, window):
    from community3d.plugin.panel.part import Panel
    from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QGroupBox, QLabel

    part = next(part for part in plugin._parts if isinstance(part, Panel))
    part.show(True)
    words = []
    for kind, reads in ((QLabel, ("text",)), (QAbstractButton, ("text",)), (QGroupBox, ("title",))):
        words += [getattr(widget, read)() for widget in part.dock.findChildren(kind) for read in (*reads, "toolTip", "accessibleName")]
    words += [box.itemText(row) for box in part.dock.findChildren(QComboBox) for row in range(box.count())]
    left = {word for each in words for word in unmarked(each).split()} - category_names()
    part.show(False)
    assert not left


def category_names() -> set[str]:
    # Names of categories come from the profile, which has them in both languages.
    from community3d.layers.profiles import profile

    names = [name for category in profile("tdt1063").categories for name in (category.name_zh, category.name_en)]
    return {word for name in names for word in re.findall(r"\w{3,}", name)}


def test_menu_and_toolbar_have_no_word_that_is_not_translated(marked, plugin, window):
    words = [action.text() for menu in window.pluginMenu().actions() for action in (menu, *(menu.menu().actions() if menu.menu() else ()))]
    assert words
    assert not sorted({unmarked(each) for each in words} - {""})
