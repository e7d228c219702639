"""What a stranger would stumble over in our windows: words cut off, widgets without names, Tab that jumps, windows that come back."""

from __future__ import annotations

import pytest

from .pictures import backwards, clipped, keep, unlabelled, unnamed

pytestmark = pytest.mark.qgis


@pytest.fixture(params=["zh", pytest.param("en", marks=pytest.mark.long)])
def language(request, qgis_app):
    """QGIS's language as the plugin sees it when it starts."""
    from qgis.core import QgsSettings

    before = QgsSettings().value("locale/userLocale")
    QgsSettings().setValue("locale/userLocale", "zh-Hans" if request.param == "zh" else "en_US")
    yield request.param
    QgsSettings().setValue("locale/userLocale", before)


@pytest.fixture
def part(language, plugin, window):
    """A part of the desktop by its class, in a shown window."""
    window.mainWindow().resize(1366, 768)
    window.mainWindow().show()
    yield lambda name: next(each for each in plugin._parts if type(each).__name__ == name)
    window.mainWindow().hide()


def faults(widget, name) -> list[str]:
    from qgis.PyQt.QtCore import QCoreApplication

    for _ in range(5):
        QCoreApplication.processEvents()
    keep(widget, name)
    return [*clipped(widget), *unnamed(widget), *unlabelled(widget), *backwards(widget)]


def test_the_panel_is_read_and_tabbed_from_top_to_bottom(part, desk, town, language):
    panel = part("Panel")
    panel.show(True)
    desk.binding.bind(town)
    for step in panel.dock.steps:
        step.setCollapsed(False)
    panel.dock.circle.advanced.setCollapsed(False)
    panel.dock.scroll.widget().adjustSize()
    assert faults(panel.dock.scroll.widget(), f"panel-read-{language}") == []


def test_the_import_dialog_has_names_and_does_not_come_back(part, desk, town, language, tmp_path, until):
    panel = part("Panel")
    panel.show(True)
    desk.binding.bind(town)
    step = panel.dock.data
    step.importing.open("doorplates")
    dialog = step.importing.dialog
    table = tmp_path / "门牌.csv"
    table.write_text("门牌编号,地址,x,y\nM1,宝带西路5号,560000,3460000\n", encoding="utf-8")
    dialog.start_with(str(table))
    until(lambda: dialog.mapping.rowCount() > 0, 30)
    assert faults(dialog, f"import-read-{language}") == []
    shown = [dialog.mapping.cellWidget(0, 2).itemText(row) for row in range(dialog.mapping.cellWidget(0, 2).count())]
    assert not [words for words in shown if words in ("city", "room", "units", "police_grid")]
    dialog.reject()
    assert dialog.canvas.layers() == []
    until(lambda: not desk.runner.busy, 10)
    step.setCollapsed(True)
    step.setCollapsed(False)
    assert not dialog.isVisible()


def test_the_environment_page_cuts_nothing(part, language):
    from qgis.PyQt.QtWidgets import QTreeWidget

    page = part("Environment").open()
    assert faults(page, f"environment-read-{language}") == []
    table = page.findChild(QTreeWidget, "components")
    assert table.header().length() <= table.viewport().width() + 1
    page.reject()


def test_a_sentence_of_a_run_names_tables_as_the_panel_does(part, language):
    from community3d.plugin.panel.tables import by_names

    if language == "en":
        assert by_names("Reading table walls") == "Reading table walls"
        return
    assert by_names("正在读取表 walls") == "正在读取表 围墙"
    assert by_names("/data/walls.gpkg") == "/data/walls.gpkg"


def test_a_zone_is_told_by_its_meridian(part, language):
    from community3d.plugin.panel.workspaces import _system

    wanted = {"zh": "CGCS2000 3度带 120°E（EPSG:4549）", "en": "CGCS2000 3-degree zone 120°E (EPSG:4549)"}
    assert _system("EPSG:4549", "") == wanted[language]
    assert _system("EPSG:4326", "") == "WGS 84 (EPSG:4326)"


def test_an_empty_refusal_shows_no_frame(part, language):
    from community3d.plugin.panel.step import Refusal
    from qgis.PyQt.QtWidgets import QWidget

    holder = QWidget()
    refusal = Refusal(holder)
    refusal.tell(" \n")
    assert refusal.isHidden()
    refusal.tell("x")
    assert not refusal.isHidden()
