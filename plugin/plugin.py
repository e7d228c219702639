"""The plugin as QGIS sees it: menu, toolbar button and Processing provider."""

from __future__ import annotations

import sys
from functools import partial

from qgis.core import Qgis, QgsApplication, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QLocale
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu, QToolBar

from ..i18n import load, tr
from ..processing.compat import QAction
from ..processing.provider import Community3DProvider
from ..styles import look


class Community3DPlugin:
    """Adds the provider everywhere; menu and toolbar only where there is a window."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._translator = load(str(QgsSettings().value("locale/userLocale", QLocale().name())))
        self._provider: Community3DProvider | None = None
        self._menu: QMenu | None = None
        self._toolbar: QToolBar | None = None

    def initProcessing(self) -> None:  # noqa: N802
        """Register the provider; qgis_process calls only this."""
        if self._translator:
            QCoreApplication.installTranslator(self._translator)
        self._provider = Community3DProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:  # noqa: N802
        """Add menu and toolbar."""
        self.initProcessing()
        self._menu = QMenu(tr("Community 3D"))
        self._menu.setObjectName("Community3DMenu")
        self._menu.setIcon(QIcon(str(look.icon("plugin"))))
        self._toolbar = self._iface.addToolBar(tr("Community 3D"))
        self._toolbar.setObjectName("Community3DToolbar")
        for algorithm in self._provider.algorithms():
            self._menu.addAction(self._action(algorithm.name(), algorithm.displayName(), algorithm.icon()))
        self._toolbar.addAction(self._action("districtcheck", tr("District check"), QIcon(str(look.icon("plugin")))))
        self._iface.pluginMenu().addMenu(self._menu)

    def unload(self) -> None:
        """Take back what initGui and initProcessing added, line by line."""
        if self._menu:
            self._iface.pluginMenu().removeAction(self._menu.menuAction())
            self._menu.deleteLater()
            self._menu = None
        if self._toolbar:
            self._iface.mainWindow().removeToolBar(self._toolbar)
            self._toolbar.deleteLater()
            self._toolbar = None
        if self._provider:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator:
            QCoreApplication.removeTranslator(self._translator)

    def _action(self, name: str, title: str, icon: QIcon) -> QAction:
        action = QAction(icon, f"{title}…", self._menu)
        action.setObjectName(f"Community3D_{name}")
        action.triggered.connect(partial(self._open_dialog, f"community3d:{name}"))
        return action

    def _open_dialog(self, algorithm_id: str) -> None:
        # QGIS's own dialog, from the package that QGIS has loaded: an import here would clash with our "processing".
        package = sys.modules.get("processing")
        if package is None:
            words = tr("The plugin Processing is switched off. Switch it on in Plugins ▸ Manage and Install Plugins.")
            self._iface.messageBar().pushMessage(tr("Community 3D"), words, Qgis.MessageLevel.Warning)
            return
        package.execAlgorithmDialog(algorithm_id)
