"""Puts the page into QGIS's options and an entry into the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from ...i18n import tr
from ...styles import look

if TYPE_CHECKING:
    from ..desk import Desk
    from .page import OptionsPage

PAGE = "Community3DOptions"


class Factory(QgsOptionsWidgetFactory):
    """Makes the page when the options are opened."""

    def __init__(self) -> None:
        super().__init__(tr("Community 3D"), QIcon(str(look.icon("plugin"))))

    def createWidget(self, parent: QWidget) -> OptionsPage:  # noqa: N802
        """A new page."""
        from .page import OptionsPage

        return OptionsPage(parent)


class Options:
    """The page lives as long as the plugin."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._factory: Factory | None = None

    def add(self) -> None:
        """Register the page; the menu entry opens the options at it."""
        self._factory = Factory()
        self._desk.iface.registerOptionsWidgetFactory(self._factory)
        self._desk.action("settings", tr("Settings…"), "settings", self.open)

    def open(self, *_: object) -> None:
        """QGIS's options at our page."""
        self._desk.iface.showOptionsDialog(self._desk.iface.mainWindow(), PAGE)

    def remove(self) -> None:
        """Take the page back."""
        if self._factory is not None:
            self._desk.iface.unregisterOptionsWidgetFactory(self._factory)
            self._factory = None
