"""The part *Explain Doorplate*: action, map tool, dock, layer action; one explanation at a time."""

from __future__ import annotations

from threading import Thread

from qgis.core import QgsApplication, QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.gui import QgsGui, QgsMapLayerAction
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtGui import QCursor, QIcon, QKeySequence
from qgis.PyQt.QtWidgets import QMenu

from ...i18n import tr
from ...processing.ahead import load_walks
from ...processing.compat import QShortcut
from ...processing.layering import ROLE
from ...styles import look
from ..desk import Desk
from . import wording
from .asking import Asking
from .doorplate import Doorplate, doorplate_of
from .drawing import Drawing
from .section import Section
from .surroundings import Surroundings
from .tool import ExplainTool

SHARE = 0.55  # of the height of the window
ROLES = ("ledger", "doorplates")
KEY = "E"


class Explain(QObject):
    """Made with the desk; its windows are made at the first use."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._section: Section | None = None
        self._doorplate: Doorplate | None = None
        self._around: Surroundings | None = None
        self._ledger: QgsVectorLayer | None = None

    def add(self) -> None:
        """The menu entry, the key over the map, the action on layers."""
        canvas = self._desk.iface.mapCanvas()
        self.action = self._desk.action("explain", tr("Explain Doorplate"), "explain", None, toolbar=True, checkable=True)
        self.action.setToolTip(tr("Explain Doorplate: which services it reaches on foot, and why not (E)"))
        self.action.toggled.connect(self._toggle)
        self.tool = ExplainTool(canvas, self.ledger, self.picked, self.end)
        self.tool.setAction(self.action)
        self.tool.deactivated.connect(self._vanish)
        self.drawing = Drawing(canvas)
        self.asking = Asking(self._desk.runner, self._told, self)
        self._ahead = QTimer(self)
        self._ahead.timeout.connect(self._open_ahead)
        self._key = QShortcut(QKeySequence(KEY), canvas)
        self._key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._key.activated.connect(self.action.trigger)
        self._on_layers = OnLayers(self._from_layer, self)
        QgsGui.mapLayerActionRegistry().addMapLayerAction(self._on_layers)

    def remove(self) -> None:
        """Take back tool, bands, dock, key and layer action."""
        QgsGui.mapLayerActionRegistry().removeMapLayerAction(self._on_layers)
        self.asking.forget()
        self._ahead.stop()
        self._around = self._ledger = self._doorplate = None
        self.drawing.clear()
        self.tool.deactivated.disconnect(self._vanish)
        self._desk.iface.mapCanvas().unsetMapTool(self.tool)
        self.action.toggled.disconnect(self._toggle)
        self._key.deleteLater()
        self.tool.deleteLater()
        if self._section is not None:
            self._desk.iface.removeDockWidget(self._section)
            self._section.deleteLater()
            self._section = None

    @property
    def section(self) -> Section:
        """The dock, made at its first use."""
        if self._section is None:
            self._section = Section(self._desk.iface.mainWindow())
            self._section.chosen.connect(self._choose)
            self._section.zoom.connect(self._zoom)
            self._section.copy.connect(self._copy)
            self._section.listed.connect(self._list)
            window = self._desk.iface.mainWindow()
            self._desk.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._section)
            # Below the panel a dock gets its least height, too little for nine categories.
            window.resizeDocks([self._section], [round(SHARE * window.height())], Qt.Orientation.Vertical)
        return self._section

    def ledger(self) -> QgsVectorLayer | None:
        """The ledger that clicks are meant for."""
        return self._desk.layertree.layer("ledger")

    def picked(self, rows: list[QgsFeature], ledger: QgsVectorLayer | None) -> None:
        """Explain the doorplate at a place; several at one place make a short list."""
        if ledger is None:
            self.section.say(tr("There is no coverage ledger in this project yet. Compute the coverage in step ③ first."), "")
            self._show()
        elif not rows:
            self.section.say(tr("No doorplate here. Click nearer, or zoom in."), "")
            self.drawing.clear()
        elif len(rows) == 1:
            self.explain(rows[0], ledger)
        else:
            self._ask_which(rows, ledger)

    def explain(self, row: QgsFeature, ledger: QgsVectorLayer) -> None:
        """Say what the ledger knows, then draw the walks when they are there."""
        self._ledger = ledger
        self._look_around(ledger)
        self._doorplate = doorplate_of(row, ledger)
        self._around.look_up("facilities", "facility_id", [answer.facility_id for answer in self._doorplate.answers])
        self._told(self._doorplate, "")
        self._show()
        if not self._around.complete:
            self._told(self._doorplate, tr("There is no walking network beside this ledger, so no walk is drawn."))
            return
        refused = self.asking.ask(self._doorplate, row, ledger, self._around)
        if refused:
            self._told(self._doorplate, refused)

    def _look_around(self, ledger: QgsVectorLayer) -> None:
        if self._around is None or not self._around.fits(ledger, self._desk.binding.path):
            self._around = Surroundings(ledger, self._desk.binding.path)

    def _open_ahead(self) -> None:
        """Open one of the tables that the first click will ask for; windows answer between two of them."""
        if self._around is None or not self._around.open_next():
            self._ahead.stop()

    def end(self) -> None:
        """Leave the tool, as Esc does."""
        self.action.setChecked(False)

    def _toggle(self, checked: bool) -> None:
        canvas = self._desk.iface.mapCanvas()
        if checked:
            canvas.setMapTool(self.tool)
            canvas.setFocus()
            self._show()
            if self.ledger() is None:
                self.picked([], None)
            else:
                self._look_around(self.ledger())
                self._ahead.start(0)
                # The first walk of a session would wait for its packages.
                Thread(target=load_walks, daemon=True).start()
        elif canvas.mapTool() is self.tool:
            canvas.unsetMapTool(self.tool)

    def _vanish(self) -> None:
        self.asking.forget()
        self.drawing.clear()

    def _show(self) -> None:
        self.section.setUserVisible(True)

    def _told(self, doorplate: Doorplate, notice: str) -> None:
        self._doorplate = doorplate
        stale = tr("The data have changed since this result; the walks are those of the result.") if self._is_stale() else ""
        self.section.show_doorplate(doorplate, self._around, "\n".join(filter(None, (stale, notice))))
        self.drawing.show(doorplate, self._around, self._ledger.crs(), self.section.category)

    def _is_stale(self) -> bool:
        return bool(getattr(self._desk.layertree, "stale", False))

    def _choose(self, category: str) -> None:
        if self._doorplate is None:
            return
        self.drawing.show(self._doorplate, self._around, self._ledger.crs(), category)
        if category:
            self._look_at()

    def _zoom(self) -> None:
        if self._doorplate is not None:
            self.drawing.show(self._doorplate, self._around, self._ledger.crs(), self.section.category)
            self._look_at()

    def _look_at(self) -> None:
        """Show what is drawn, with some room around."""
        box = self.drawing.extent()
        if box is not None:
            self._desk.iface.mapCanvas().setExtent(box.buffered(0.1 * max(box.width(), box.height(), 50.0)))
            self._desk.iface.mapCanvas().refresh()

    def _copy(self) -> None:
        QgsApplication.clipboard().setText(wording.as_text(self._doorplate, self._around))
        self._desk.say(tr("The explanation is copied."), seconds=3)

    def _list(self) -> None:
        """Put the doorplate on the list of places to be checked in the field."""
        from .checklist import add

        words = add(self._desk.binding, self._doorplate, wording.as_text(self._doorplate, self._around))
        self._desk.say(words, seconds=5)

    def _ask_which(self, rows: list[QgsFeature], ledger: QgsVectorLayer) -> None:
        menu = QMenu(self._desk.iface.mapCanvas())
        menu.setObjectName("Community3DExplainChoice")
        for row in rows:
            doorplate = doorplate_of(row, ledger)
            entry = menu.addAction(f"{doorplate.address} ({doorplate.id})")
            entry.triggered.connect(lambda *_, row=row: self.explain(row, ledger))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _from_layer(self, layer: QgsVectorLayer, row: QgsFeature) -> None:
        """Explain a doorplate of the ledger, or the ledger's row of a doorplate of another layer."""
        ledger = layer if layer.customProperty(ROLE) == "ledger" else self.ledger()
        if ledger is None:
            self.picked([], None)
            return
        if ledger is not layer:
            name = str(row["doorplate_id"]).replace("'", "''")
            row = next(ledger.getFeatures(QgsFeatureRequest().setFilterExpression(f"\"doorplate_id\" = '{name}'")), None)
        if row is None or not row.isValid():
            self.section.say(tr("The ledger has no row of this doorplate."), "")
            self._show()
            return
        self.explain(row, ledger)


class OnLayers(QgsMapLayerAction):
    """*Explain This Doorplate* in identify results, attribute tables and forms of ledgers and doorplates."""

    def __init__(self, explain: object, parent: QObject) -> None:
        icon = QIcon(str(look.icon("explain")))
        super().__init__(tr("Explain This Doorplate"), parent, QgsMapLayerAction.Target.SingleFeature, icon)
        self._explain = explain

    def canRunUsingLayer(self, layer: QgsVectorLayer, *_: object) -> bool:  # noqa: N802
        """Whether the layer holds doorplates."""
        return str(layer.customProperty(ROLE, "")) in ROLES

    def triggerForFeature(self, layer: QgsVectorLayer, feature: QgsFeature, *_: object) -> None:  # noqa: N802
        """Explain the row."""
        self._explain(layer, feature)
