"""The plugin as QGIS loads and unloads it."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

pytestmark = pytest.mark.qgis


def state(window) -> tuple[int, int, int]:
    from qgis.core import QgsApplication
    from qgis.PyQt.QtWidgets import QToolBar

    bars = [bar for bar in window.mainWindow().findChildren(QToolBar) if bar.isVisibleTo(window.mainWindow())]
    return len(window.pluginMenu().actions()), len(bars), len(QgsApplication.processingRegistry().providers())


def left_behind(window) -> tuple[int, int, int, int]:
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QCoreApplication, QEvent
    from qgis.PyQt.QtWidgets import QDockWidget

    # A canvas of an earlier test listens to the project until it is collected.
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    docks = window.mainWindow().findChildren(QDockWidget)
    project = QgsProject.instance()
    return len(docks), len(window.filters), len(window.factories), project.receivers(project.readProject)


def test_loading_adds_menu_toolbar_and_provider_and_unloading_takes_them_back(window):
    from community3d import classFactory

    before = state(window)
    plugin = classFactory(window)
    plugin.initGui()
    assert state(window) == tuple(count + 1 for count in before)
    plugin.unload()
    assert state(window) == before


def test_unloading_leaves_no_window_filter_page_or_connection(window, project):
    from community3d import classFactory
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # of tests before this one
    gc.collect()
    before = left_behind(window)
    plugin = classFactory(window)
    plugin.initGui()
    plugin._parts[0].show(True)
    plugin.unload()
    del plugin
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left_behind(window) == before


def test_the_toolbar_has_at_most_three_buttons(plugin):
    assert len([action for action in plugin.desk.toolbar.actions() if not action.isSeparator()]) <= 3


def test_every_action_has_name_text_tool_tip_and_icon(plugin):
    for action in plugin.desk.menu.actions():
        if not action.isSeparator():
            assert action.objectName().startswith("Community3D_")
            assert action.text()
            assert action.toolTip()
            assert not action.icon().isNull()


def test_a_message_stands_in_the_bar_and_its_button_acts(desk, window):
    from qgis.PyQt.QtWidgets import QPushButton

    pressed = []
    desk.say("20 rows were not loaded.", buttons=[("Show", lambda: pressed.append(True))])
    gc.collect()
    next(button for button in window.messageBar().findChildren(QPushButton) if button.text() == "Show").click()
    assert pressed == [True]


def test_qgis_process_needs_no_window(qgis_app):
    from community3d import classFactory
    from qgis.core import QgsApplication

    plugin = classFactory(None)
    plugin.initProcessing()
    assert QgsApplication.processingRegistry().providerById("community3d").algorithms()
    plugin.unload()
    assert QgsApplication.processingRegistry().providerById("community3d") is None


def test_loading_the_plugin_imports_no_heavy_package(root, tmp_path):
    # geopandas alone takes longer than the 0.3 s that loading may cost.
    (tmp_path / "community3d").symlink_to(root)
    # QGIS itself imports numpy and shapely from 3.36 on.
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import qgis.gui; before = set(sys.modules);"
        "import community3d; from community3d.processing.provider import ALGORITHMS; added = set(sys.modules) - before;"
        "print([name for name in ('geopandas', 'pandas', 'shapely', 'scipy', 'numpy', 'pydeck', 'rasterio') if name in added])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
