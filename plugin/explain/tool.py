"""The map tool: a click takes the nearest doorplate of the ledger."""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsCoordinateTransform, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent

NEAR_PX = 8
SAME_M = 0.01  # doorplates closer than this stand at one place
MOST = 20


class ExplainTool(QgsMapTool):
    """Calls picked(doorplates at the place, ledger) after each click near one; ended() on Esc."""

    def __init__(
        self,
        canvas: QgsMapCanvas,
        ledger: Callable[[], QgsVectorLayer | None],
        picked: Callable[[list[QgsFeature], QgsVectorLayer], object],
        ended: Callable[[], object],
    ) -> None:
        super().__init__(canvas)
        self._ledger, self._picked, self._ended = ledger, picked, ended
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        """Find the doorplates within eight pixels."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        ledger = self._ledger()
        if ledger is None:
            self._picked([], None)
            return
        reach = NEAR_PX * self.canvas().mapUnitsPerPixel()
        box = QgsRectangle(
            event.mapPoint().x() - reach, event.mapPoint().y() - reach, event.mapPoint().x() + reach, event.mapPoint().y() + reach
        )
        to_layer = QgsCoordinateTransform(self.canvas().mapSettings().destinationCrs(), ledger.crs(), QgsProject.instance())
        here = QgsGeometry.fromPointXY(to_layer.transform(event.mapPoint()))
        self._picked(nearest(ledger, here, to_layer.transformBoundingBox(box)), ledger)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc ends the tool."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self._ended()


def nearest(ledger: QgsVectorLayer, here: QgsGeometry, box: QgsRectangle) -> list[QgsFeature]:
    """The doorplates at the place next to a point inside the box."""
    rows = [(row.geometry().distance(here), row) for row in ledger.getFeatures(QgsFeatureRequest(box))]
    if not rows:
        return []
    rows.sort(key=lambda pair: (pair[0], str(pair[1]["doorplate_id"])))
    place = rows[0][1].geometry()
    return [row for _, row in rows if row.geometry().distance(place) <= SAME_M][:MOST]
