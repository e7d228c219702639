"""Rubber bands of an explanation: the doorplate, its walks in the colours of their categories, gates and walls."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...styles import look
from .doorplate import BEHIND_GATE, NO_ROUTE, NOT_SNAPPED, Answer, Doorplate
from .surroundings import Surroundings
from .wording import REACH_M, shut_gates

THEME = "light"
WIDTH, THIN = 3, 1


class Drawing:
    """Bands on a canvas that vanish together."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: list[QgsRubberBand] = []
        self._crs = QgsCoordinateReferenceSystem()

    @property
    def count(self) -> int:
        """How many bands there are."""
        return len(self._bands)

    def show(self, doorplate: Doorplate, around: Surroundings, crs: QgsCoordinateReferenceSystem, category: str = "") -> None:
        """Draw the walks, of one category where it is named; crs is that of the ledger."""
        self.clear()
        self._crs = crs
        answers = [answer for answer in doorplate.answers if category in ("", answer.category)]
        for answer in answers:
            self._answer(answer, doorplate, around)
        reasons = {answer.why for answer in answers}
        if doorplate.snap_m is None or reasons & {NO_ROUTE, NOT_SNAPPED}:
            self._unconnected(doorplate, around, reasons)
        self._point(doorplate.place, QColor(look.surface(THEME, "selection_outline")), 12)

    def extent(self) -> QgsRectangle | None:
        """The box of all that is drawn, in the CRS of the map."""
        boxes = [band.asGeometry().boundingBox() for band in self._bands]
        if not boxes:
            return None
        whole = boxes[0]
        for box in boxes[1:]:
            whole.combineExtentWith(box)
        return whole

    def clear(self) -> None:
        """Take all bands off the map."""
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands.clear()

    def _answer(self, answer: Answer, doorplate: Doorplate, around: Surroundings) -> None:
        colour = QColor(look.category_colour(answer.category, THEME))
        if answer.walk is not None and answer.agrees:
            self._walk(answer, colour)
        if answer.opened is not None:
            self._line(answer.opened.line, colour, WIDTH, Qt.PenStyle.DotLine)
            for gate in shut_gates(answer, around):
                row = around.row("gates", "gate_id", gate)
                self._point(row.geometry().asPoint(), QColor(look.why_colour(BEHIND_GATE, THEME)), 12, square=True)

    def _walk(self, answer: Answer, colour: QColor) -> None:
        """The walk in its colour, beyond the limit in that of what is too far; the access leg thin and dashed."""
        within = answer.walk.line.length() * answer.walk.share_within()
        for line in filter(None, (answer.walk.line, answer.walk.back)):
            leg = _leg(line) if line is answer.walk.line and answer.walk.access_m > 0 else 0.0
            self._line(_piece(line, 0, leg), colour, THIN, Qt.PenStyle.DashLine)
            self._line(_piece(line, leg, max(within, leg)), colour, WIDTH)
            if within < line.length():
                self._line(_piece(line, within, line.length()), QColor(look.surface(THEME, "bad")), WIDTH)
                self._point(_at(line, within), QColor(look.surface(THEME, "bad")), 8)
        self._point(_at(answer.walk.line, answer.walk.line.length()), colour, 9)

    def _unconnected(self, doorplate: Doorplate, around: Surroundings, reasons: set[str]) -> None:
        """The wall around, or the paths that lead nowhere with the gap to the next one, or the straight line to the nearest path."""
        ink = QColor(look.why_colour(NO_ROUTE, THEME))
        if doorplate.estate and NO_ROUTE in reasons:
            for row in around.rows("walls", "estate", doorplate.estate):
                self._line(row.geometry(), ink, WIDTH)
        near = around.nearest_path(doorplate.place, REACH_M) if "streets" in around.tables else None
        if near is None:
            return
        if NOT_SNAPPED in reasons:
            self._line(near.line, QColor(look.why_colour(NOT_SNAPPED, THEME)), WIDTH, Qt.PenStyle.DashLine)
        elif doorplate.snap_m is not None and all(answer.walk is None for answer in doorplate.answers):
            island = around.island(doorplate.place)
            self._line(near.geometry if island is None else island.paths, ink, WIDTH)
            if island is not None and island.gap is not None:
                self._line(island.gap, QColor(look.why_colour(NOT_SNAPPED, THEME)), WIDTH, Qt.PenStyle.DashLine)

    def _line(self, line: QgsGeometry, colour: QColor, width: int, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        band = self._band(QgsWkbTypes.GeometryType.LineGeometry)
        band.setToGeometry(line, self._crs)
        band.setStrokeColor(colour)
        band.setWidth(width)
        band.setLineStyle(style)

    def _point(self, place: QgsPointXY, colour: QColor, size: int, *, square: bool = False) -> None:
        band = self._band(QgsWkbTypes.GeometryType.PointGeometry)
        band.setIcon(QgsRubberBand.IconType.ICON_FULL_BOX if square else QgsRubberBand.IconType.ICON_CIRCLE)
        band.setIconSize(size)
        band.setStrokeColor(colour)
        band.setFillColor(colour)
        band.setWidth(WIDTH)
        band.setToGeometry(QgsGeometry.fromPointXY(place), self._crs)

    def _band(self, kind: QgsWkbTypes.GeometryType) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, kind)
        self._bands.append(band)
        return band


def _leg(line: QgsGeometry) -> float:
    """The length of the first piece: from the door to the path, or to the gate."""
    first, second = line.vertexAt(0), line.vertexAt(1)
    return first.distance(second)


def _at(line: QgsGeometry, metres: float) -> QgsPointXY:
    return line.interpolate(min(max(metres, 0.0), line.length())).asPoint()


def _piece(line: QgsGeometry, start: float, end: float) -> QgsGeometry:
    """The part of a line between two distances from its beginning."""
    single = line.constGet() if not line.isMultipart() else line.asGeometryCollection()[0].constGet()
    return QgsGeometry(single.curveSubstring(start, end))
