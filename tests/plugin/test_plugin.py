"""The plugin as QGIS loads and unloads it."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.qgis


class Window:
    """What the plugin asks of QGIS's interface, on a real main window."""

    def __init__(self) -> None:
        from qgis.PyQt.QtWidgets import QMainWindow

        self._window = QMainWindow()
        self._menu = self._window.menuBar().addMenu("Plugins")

    def mainWindow(self):  # noqa: N802
        return self._window

    def pluginMenu(self):  # noqa: N802
        return self._menu

    def addToolBar(self, title):  # noqa: N802
        return self._window.addToolBar(title)


@pytest.fixture
def window(qgis_app):
    return Window()


def state(window) -> tuple[int, int, int]:
    from qgis.core import QgsApplication
    from qgis.PyQt.QtWidgets import QToolBar

    bars = [bar for bar in window.mainWindow().findChildren(QToolBar) if bar.isVisibleTo(window.mainWindow())]
    return len(window.pluginMenu().actions()), len(bars), len(QgsApplication.processingRegistry().providers())


def test_loading_adds_menu_toolbar_and_provider_and_unloading_takes_them_back(window):
    from community3d import classFactory

    before = state(window)
    plugin = classFactory(window)
    plugin.initGui()
    assert state(window) == tuple(count + 1 for count in before)
    plugin.unload()
    assert state(window) == before


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
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import community3d; from community3d.processing.provider import ALGORITHMS;"
        "print([name for name in ('geopandas', 'pandas', 'shapely', 'scipy', 'numpy', 'pydeck', 'rasterio') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
