"""Where a problem is: the map goes there on request only, and the place is marked."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

from ...styles import look
from .store import Found

FILLS = 0.4  # of the map
LEAST_M = 24.0
WIDER = 4.0  # the second time
WIDTH_PX = 3


class Showing:
    """Marks one problem on the canvas."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._band: QgsRubberBand | None = None
        self._shown = ""

    def zoom(self, found: Found, crs: QgsCoordinateReferenceSystem) -> bool:
        """Let the problem fill two fifths of the map, the second time its surroundings; False where it has no place."""
        if found.geometry.isNull() or found.geometry.isEmpty():
            return False
        place = QgsGeometry(found.geometry)
        box = place.boundingBox()
        wide = max(box.width(), box.height(), LEAST_M) / FILLS
        again = self._shown == found.problem_id
        wide *= WIDER if again else 1.0
        extent = QgsRectangle.fromCenterAndSize(box.center(), wide, wide)
        there = QgsCoordinateTransform(crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance())
        self._mark(place, there)
        self._canvas.setExtent(there.transformBoundingBox(extent) if there.isValid() else extent)
        self._canvas.refresh()
        self._shown = "" if again else found.problem_id
        return True

    def _mark(self, place: QgsGeometry, there: QgsCoordinateTransform) -> None:
        self.clear()
        if there.isValid():
            place.transform(there)
        self._band = QgsRubberBand(self._canvas, QgsWkbTypes.geometryType(place.wkbType()))
        self._band.setColor(QColor(look.surface("light", "bad")))
        self._band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self._band.setIconSize(14)
        self._band.setWidth(WIDTH_PX)
        self._band.setToGeometry(place, None)

    def clear(self) -> None:
        """Take the mark off the map."""
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None
