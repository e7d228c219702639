"""The map tool: drag a facility, click a gate, Shift-click for a new facility, Ctrl-click to close one."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsProject, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ...styles import look
from .changes import ADD, CLOSE, CLOSE_GATE, MOVE, OPEN_GATE, Change, Changes
from .things import FACILITIES, Thing, Things

NEAR_PX = 10
DRAG_PX = 4


class TryTool(QgsMapTool):
    """Says by a signal what was changed."""

    changed = pyqtSignal(object)
    taken_back = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, things: Things, changes: Changes) -> None:
        super().__init__(canvas)
        self.things, self.changes, self.services = things, changes, ""
        self._held: Thing | None = None
        self._from = None
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.LineGeometry)
        self._band.setColor(QColor(look.surface("light", "bad")))
        self._band.setWidth(2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """Take hold of what is under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.pos()
            self._held = self.things.nearest(self._here(event), NEAR_PX * self._metres_per_pixel(), self.changes)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """Draw where it is being dragged."""
        if self._held is not None and self._held.table == FACILITIES and self._is_drag(event):
            there = QgsGeometry.fromPolylineXY([self._on_map(self._held.place), event.mapPoint()])
            self._band.setToGeometry(there, None)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """What the movement or click means."""
        if event.button() != Qt.MouseButton.LeftButton or self._from is None:
            return
        held, dragged, place = self._held, self._is_drag(event), self._here(event)
        self._held = self._from = None
        self._band.reset(QgsWkbTypes.GeometryType.LineGeometry)
        change = self._meant(held, place, dragged=dragged, keys=event.modifiers())
        if change is not None:
            self.changed.emit(change)

    def _meant(self, held: Thing | None, place: QgsPointXY, *, dragged: bool, keys: Qt.KeyboardModifier) -> Change | None:
        if held is None:
            if keys & Qt.KeyboardModifier.ShiftModifier and self.services and not dragged:
                return Change(ADD, self.changes.fresh_id(self.things.ids()), self.services, place)
            return None
        if held.table == FACILITIES:
            if dragged:
                return Change(MOVE, held.id, place=place, name=held.name, metres=held.place.distance(place))
            return Change(CLOSE, held.id, name=held.name) if keys & Qt.KeyboardModifier.ControlModifier else None
        if dragged:
            return None
        tried = self.changes.of(held.id)
        is_open = tried.action == OPEN_GATE if tried is not None else held.state == "all"
        return Change(CLOSE_GATE if is_open else OPEN_GATE, held.id, name=held.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc drops what is held, Backspace takes the last change back."""
        if event.key() == Qt.Key.Key_Escape:
            self._held = self._from = None
            self._band.reset(QgsWkbTypes.GeometryType.LineGeometry)
        elif event.key() == Qt.Key.Key_Backspace:
            event.ignore()
            self.taken_back.emit()

    def _is_drag(self, event: QgsMapMouseEvent) -> bool:
        return self._from is not None and (event.pos() - self._from).manhattanLength() >= DRAG_PX

    def _to_workspace(self) -> QgsCoordinateTransform:
        return QgsCoordinateTransform(self.canvas().mapSettings().destinationCrs(), self.things.crs, QgsProject.instance())

    def _here(self, event: QgsMapMouseEvent) -> QgsPointXY:
        there = self._to_workspace()
        return there.transform(event.mapPoint()) if there.isValid() else event.mapPoint()

    def _on_map(self, place: QgsPointXY) -> QgsPointXY:
        back = QgsCoordinateTransform(self.things.crs, self.canvas().mapSettings().destinationCrs(), QgsProject.instance())
        return back.transform(place) if back.isValid() else place

    def _metres_per_pixel(self) -> float:
        """Metres of the workspace's CRS that a pixel covers at the middle of the map."""
        middle = self.canvas().extent().center()
        beside = QgsPointXY(middle.x() + self.canvas().mapUnitsPerPixel(), middle.y())
        there = self._to_workspace()
        if not there.isValid():
            return middle.distance(beside)
        return there.transform(middle).distance(there.transform(beside))

    def drop(self) -> None:
        """Take the rubber band off the map."""
        self.canvas().scene().removeItem(self._band)
