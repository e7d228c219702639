"""Every state of the panel, in both languages, two sizes, light and dark: nothing is cut off, every button has a name."""

from __future__ import annotations

import pytest

from .pictures import clipped, keep, unnamed

pytestmark = pytest.mark.qgis

# The others look alike and take as long.
OFTEN = [pytest.param("zh"), pytest.param("en", marks=pytest.mark.long)]
LIGHTS = [pytest.param("light"), pytest.param("dark", marks=pytest.mark.long)]
SIZES = {"narrow": (380, 900), "wide": (1366, 768)}


@pytest.fixture(params=OFTEN)
def language(request, qgis_app):
    """QGIS's language as the plugin sees it when it starts."""
    from qgis.core import QgsSettings

    before = QgsSettings().value("locale/userLocale")
    QgsSettings().setValue("locale/userLocale", "zh-Hans" if request.param == "zh" else "en_US")
    yield request.param
    QgsSettings().setValue("locale/userLocale", before)


@pytest.fixture(params=LIGHTS)
def theme(request, qgis_app):
    """The palette of the program."""
    from qgis.PyQt.QtGui import QColor, QPalette
    from qgis.PyQt.QtWidgets import QApplication

    before = QApplication.palette()
    if request.param == "dark":
        dark = QPalette(QColor("#31363b"), QColor("#31363b"))
        QApplication.setPalette(dark)
    yield request.param
    QApplication.setPalette(before)


@pytest.fixture
def shown(language, theme, plugin, window):
    """The panel in a shown window."""
    from community3d.plugin.panel.part import Panel

    part = next(part for part in plugin._parts if isinstance(part, Panel))
    window.mainWindow().show()
    part.show(True)
    yield part.dock
    window.mainWindow().hide()


def settled(widget, until):
    from qgis.PyQt.QtCore import QCoreApplication

    for _ in range(5):
        QCoreApplication.processEvents()


def test_no_state_of_the_panel_cuts_a_word_off(shown, desk, window, until, language, theme, town, tmp_path):
    faults = []

    def look(state):
        for name, size in SIZES.items():
            window.mainWindow().resize(*size)
            for step in shown.steps:
                step.setCollapsed(False)
                settled(shown, until)
                keep(shown, f"{state}-{step.KEY}-{language}-{name}-{theme}") if step is shown.data else None
            settled(shown, until)
            # It scrolls up and down only: what is wider than the panel could not be seen.
            if shown.scroll.widget().width() > shown.scroll.viewport().width():
                faults.append(f"{state} {name}: the steps are wider than the panel")
            shown.scroll.widget().adjustSize()
            keep(shown.scroll.widget(), f"{state}-{language}-{name}-{theme}")
            faults.extend(f"{state} {name}: {fault}" for fault in clipped(shown))

    look("empty")
    desk.binding.bind(town)
    look("ready")
    shown.circle.run_button.click()
    until(lambda: not shown.jobbar.bar.isHidden() and shown.jobbar.bar.value() > 0)
    look("running")
    desk.runner.cancel()
    until(lambda: not desk.runner.busy)
    look("canceled")
    shown.circle.run_button.click()
    until(lambda: not desk.runner.busy, 60)
    look("done")
    combo = shown.circle.combos["WALKER"]
    combo.setCurrentIndex(combo.findData("older"))
    combo.activated.emit(combo.currentIndex())
    look("stale")
    shown.circle.refusal.tell(shown.circle.lacking.text() + " " + str(tmp_path))
    look("refused")
    assert not faults, "\n".join(faults)
    assert not unnamed(shown)


def test_the_form_of_a_profile_and_the_options_cut_no_word_off(language, theme, plugin, settings, tmp_path):
    from community3d.plugin.options.page import OptionsPage
    from community3d.plugin.panel.profiledialog import ProfileDialog
    from community3d.processing.ownprofiles import copied, read

    path = tmp_path / "own.yaml"
    copied("gb50180", path)
    form = ProfileDialog(path, read(path))
    form.show()
    settled(form, None)
    keep(form, f"profile-{language}-{theme}")
    form.table.cellWidget(0, 1).setValue(0)
    form.title_text.clear()
    form.save()
    settled(form, None)
    keep(form, f"profile-refused-{language}-{theme}")
    page = OptionsPage()
    page.resize(640, 560)
    page.show()
    settled(page, None)
    keep(page, f"options-{language}-{theme}")
    faults = [*clipped(form), *clipped(page)]
    assert form.height() <= 580
    form.close()
    page.close()
    assert not faults, "\n".join(faults)
    assert not unnamed(form)
