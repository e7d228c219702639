"""A window for the desktop parts: real Qt widgets where they matter, as QGIS's interface offers them."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest


class Window:
    """What the plugin asks of QGIS's interface, on a real main window with canvas and message bar."""

    def __init__(self) -> None:
        from qgis.gui import QgsLayerTreeView, QgsMapCanvas, QgsMessageBar
        from qgis.PyQt.QtWidgets import QMainWindow, QVBoxLayout, QWidget

        self._window = QMainWindow()
        self._window.setObjectName("QgisApp")
        self._menu = self._window.menuBar().addMenu("Plugins")
        middle = QWidget()
        layout = QVBoxLayout(middle)
        self._bar, self._canvas = QgsMessageBar(), QgsMapCanvas()
        layout.addWidget(self._bar)
        layout.addWidget(self._canvas)
        self._window.setCentralWidget(middle)
        self._tree = QgsLayerTreeView()
        self.opened: list[str] = []
        self.filters: list = []
        self.factories: list = []

    def mainWindow(self):  # noqa: N802
        return self._window

    def pluginMenu(self):  # noqa: N802
        return self._menu

    def addToolBar(self, title):  # noqa: N802
        return self._window.addToolBar(title)

    def messageBar(self):  # noqa: N802
        return self._bar

    def mapCanvas(self):  # noqa: N802
        return self._canvas

    def layerTreeView(self):  # noqa: N802
        return self._tree

    def addDockWidget(self, area, dock):  # noqa: N802
        self._window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):  # noqa: N802
        self._window.removeDockWidget(dock)

    def registerLocatorFilter(self, found):  # noqa: N802
        self.filters.append(found)

    def deregisterLocatorFilter(self, found):  # noqa: N802
        self.filters.remove(found)

    def registerOptionsWidgetFactory(self, factory):  # noqa: N802
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):  # noqa: N802
        self.factories.remove(factory)

    def showAttributeTable(self, layer, *_):  # noqa: N802
        self.opened.append(layer.name())

    def activeLayer(self):  # noqa: N802
        return self._tree.currentLayer()

    def setActiveLayer(self, layer):  # noqa: N802
        self._tree.setCurrentLayer(layer)
        return True

    def addProject(self, path):  # noqa: N802
        self.opened.append(path)


@pytest.fixture
def window(qgis_app):
    """QGIS's interface with a real main window, never shown."""
    return Window()


@pytest.fixture
def until(qgis_app):
    """Turns the event loop until a condition holds; fails at the deadline."""
    from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer

    clock = QTimer()  # waiting for events would never end where none comes

    def turn(condition, seconds=20.0):
        clock.start(20)
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, "not in time"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        clock.stop()

    return turn


@pytest.fixture
def settings(qgis_app):
    """QGIS's settings without ours, before and after."""
    from qgis.core import QgsSettings

    QgsSettings().remove("community3d")
    yield QgsSettings()
    QgsSettings().remove("community3d")


@pytest.fixture
def project(qgis_app):
    """An empty project, before and after."""
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def plugin(window, settings, project):
    """The plugin as QGIS starts it."""
    from community3d import classFactory
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    started = classFactory(window)
    started.initGui()
    yield started
    started.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(plugin):
    """What the parts share."""
    return plugin.desk


@pytest.fixture(scope="session")
def town_files(qgis_app, tmp_path_factory):
    """The sample town's workspace and the result of its check; read only."""
    from .town import write_town

    return write_town(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="session")
def sample_town(qgis_app, tmp_path_factory):
    """The small sample district, made once."""
    from community3d.layers.sample.towns import sample_town_of
    from community3d.layers.workspace import write_workspace

    path = tmp_path_factory.mktemp("town") / "town.gpkg"
    write_workspace(path, sample_town_of("suzhou", size="small", seed=1), crs="EPSG:4549")
    return path


@pytest.fixture
def town(sample_town, tmp_path):
    """A copy of the small sample district."""
    import shutil

    return Path(shutil.copy(sample_town, tmp_path / "town.gpkg"))


@pytest.fixture(autouse=True)
def no_error_in_a_slot():
    """An error in a slot fails its test; Qt alone would end the program."""
    import traceback

    found = []
    before, sys.excepthook = sys.excepthook, lambda *error: found.append("".join(traceback.format_exception(*error)))
    yield
    sys.excepthook = before
    assert not found, "\n".join(found)


@pytest.fixture
def panel(plugin, window):
    """The panel of a shown window."""
    from community3d.plugin.panel.part import Panel

    part = next(part for part in plugin._parts if isinstance(part, Panel))
    window.mainWindow().resize(1366, 768)
    window.mainWindow().show()
    part.show(True)
    yield part.dock
    window.mainWindow().hide()
