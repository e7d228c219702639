"""The button of step ④ that makes print layouts of what was just computed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from time import localtime, strftime

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ...i18n import legend_language, tr
from ...processing.compat import is_null
from ...styles import look
from ..desk import Desk
from ..panel import choices
from .sheets import ATLAS, MAP, Facts, sheet

TOLD_BY = "servicecoverage"  # whose words for profiles and walkers are taken


class PrintButton(QToolButton):
    """A menu of the sheets; each opens in QGIS's own designer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setText(tr("Print Layout"))
        self.setAccessibleName(tr("Print Layout"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(tr("Coverage Map (A3)"), partial(self.make, MAP))
        menu.addAction(tr("Atlas by Community (A4)"), partial(self.make, ATLAS))
        menu.addSeparator()
        menu.addAction(tr("Folder of Templates"), open_templates)
        self.setMenu(menu)

    def refresh(self) -> None:
        """Without a result there is nothing to print."""
        there = self._desk.binding.result is not None
        self.setEnabled(there)
        words = tr("A map and pages of the result, in QGIS's print layouts")
        self.setToolTip(words if there else tr("There is no result yet. Compute the coverage in step ③."))

    def make(self, kind: str) -> None:
        """A sheet of the present result, opened for a last look."""
        if self._desk.layertree.busy:
            self._desk.say(tr("The layers of the result are still being opened. Try again in a moment."), Qgis.MessageLevel.Info, seconds=5)
            return
        areas = self._desk.layertree.layer("areas_out")
        if areas is None:
            words = tr("The coverage of areas is not among the layers. Load areas in step ①, or open the result again.")
            self._desk.say(words, Qgis.MessageLevel.Warning)
            return
        layout = sheet(kind, QgsProject.instance(), areas, self._facts(areas))
        designer = self._desk.iface.openLayoutDesigner(layout)
        # Without its preview an atlas shows expressions instead of its first page.
        if kind == ATLAS and hasattr(designer, "setAtlasPreviewEnabled"):
            designer.setAtlasPreviewEnabled(True)

    def _facts(self, areas: QgsVectorLayer) -> Facts:
        ledger = self._desk.layertree.layer("ledger")
        path = Path(areas.source().partition("|")[0])
        return Facts(
            district=_district(areas) or path.stem,
            profile=_told(ledger, "PROFILE"),
            walker=_told(ledger, "WALKER"),
            made=strftime("%Y-%m-%d", localtime(path.stat().st_mtime)) if path.is_file() else "",
        )


def open_templates() -> None:
    """Show the templates where they lie, for QGIS's own search paths."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(look.layout(MAP, legend_language()).parent)))


def _district(areas: QgsVectorLayer) -> str:
    """What the group of the result is called, without the plugin's name."""
    node = QgsProject.instance().layerTreeRoot().findLayer(areas.id())
    group = node.parent()
    while group.parent() is not None and group.parent().parent() is not None:
        group = group.parent()
    return group.name().partition(" · ")[2]


def _told(ledger: QgsVectorLayer | None, key: str) -> str:
    """The words for what stands in the first row of the ledger; all its rows are alike."""
    place = ledger.fields().indexOf(key.lower()) if ledger is not None else -1
    row = next(ledger.getFeatures(), None) if place >= 0 else None
    if row is None or is_null(row[place]):
        return ""
    return choices.entries(TOLD_BY, key).get(str(row[place]), str(row[place]))
