"""The plugin as QGIS sees it: Processing provider everywhere, desk and parts where there is a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ..i18n import load
from ..processing.provider import Community3DProvider

if TYPE_CHECKING:
    from .desk import Desk
    from .parts import Part


class Community3DPlugin:
    """Adds the provider everywhere; the desktop only where there is a window."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._translator = load(_locale())
        self._provider: Community3DProvider | None = None
        self._parts: list[Part] = []
        self.desk: Desk | None = None

    def initProcessing(self) -> None:  # noqa: N802
        """Register the provider; qgis_process calls only this."""
        if self._translator:
            QCoreApplication.installTranslator(self._translator)
        self._provider = Community3DProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:  # noqa: N802
        """Add the desk, then the parts in their order."""
        from .desk import Desk
        from .parts import made

        self.initProcessing()
        self.desk = Desk(self._iface)
        for part in made(self.desk):
            self._parts.append(part)
            part.add()

    def unload(self) -> None:
        """Take back what initGui and initProcessing added, line by line, the last first."""
        while self._parts:
            self._parts.pop().remove()
        if self.desk:
            self.desk.close()
            self.desk.deleteLater()
            self.desk = None
        if self._provider:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator:
            QCoreApplication.removeTranslator(self._translator)


def _locale() -> str:
    """The language chosen for the plugin alone, else that of QGIS."""
    own = {"zh": "zh_CN", "en": "en"}.get(str(QgsSettings().value("community3d/language", "")))
    return own or str(QgsSettings().value("locale/userLocale", QLocale().name()))
