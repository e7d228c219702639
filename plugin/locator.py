"""The locator's filter mph: an address, code or name of the bound workspace, and the map flies there."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeedback,
    QgsGeometry,
    QgsLocatorContext,
    QgsLocatorFilter,
    QgsLocatorResult,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

from ..i18n import tr
from ..processing.compat import is_null
from .desk import Desk

PREFIX, MOST, LEAST_LETTERS = "mph", 20, 2
NEAR_SCALE = 1000
# table, its key, the columns that are searched; the first that says something is shown.
SEARCHED = (
    ("doorplates", "doorplate_id", ("address", "doorplate_id")),
    ("areas", "code", ("name", "code")),
    ("facilities", "facility_id", ("name", "facility_id")),
    ("estates", "estate_id", ("name",)),
)


class Locator:
    """The part that gives the locator its filter."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self) -> None:
        """Register the filter."""
        self._filter = PlaceFilter(lambda: self._desk.binding.path, self._desk.iface.mapCanvas())
        self._desk.iface.registerLocatorFilter(self._filter)

    def remove(self) -> None:
        """Take it back; the locator deletes it."""
        self._desk.iface.deregisterLocatorFilter(self._filter)


class PlaceFilter(QgsLocatorFilter):
    """Finds at most twenty places; QGIS searches with a clone in a thread of its own."""

    def __init__(self, path: Callable[[], Path | None], canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._path_of, self._canvas = path, canvas
        self._path = path()  # on the main thread: the clone takes it along

    def clone(self) -> PlaceFilter:
        """A copy for one search."""
        return PlaceFilter(self._path_of, self._canvas)

    def name(self) -> str:
        """Its id."""
        return "community3d"

    def displayName(self) -> str:  # noqa: N802
        """Its name in the locator's list."""
        return tr("Doorplates, areas and facilities of the workspace")

    def prefix(self) -> str:
        """The letters that choose it."""
        return PREFIX

    def fetchResults(self, string: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:  # noqa: N802
        """Search, in the locator's thread, with layers of this thread."""
        words = string.strip()
        if self._path is None or not self._path.is_file() or len(words) < LEAST_LETTERS:
            return
        left = MOST
        for table, key, columns in SEARCHED:
            if left <= 0 or feedback.isCanceled():
                return
            left -= self._search(table, key, columns, words, left, feedback)

    def _search(self, table: str, key: str, columns: tuple[str, ...], words: str, most: int, feedback: QgsFeedback) -> int:
        layer = QgsVectorLayer(f"{self._path}|layername={table}", table, "ogr", _plain())
        present = [name for name in columns if layer.isValid() and layer.fields().lookupField(name) >= 0]
        if not present:
            return 0
        request = QgsFeatureRequest().setFilterExpression(" OR ".join(f'"{name}" ILIKE {_like(words)}' for name in present)).setLimit(most)
        count = 0
        for row in layer.getFeatures(request):
            if feedback.isCanceled():
                break
            self.resultFetched.emit(_result(self, row, present, key, layer.crs().authid()))
            count += 1
        return count

    def triggerResult(self, result: QgsLocatorResult) -> None:  # noqa: N802
        """Fly there; a place is shown at 1:1000, an area whole."""
        wkt, authid = _user_data(result)
        geometry = QgsGeometry.fromWkt(wkt)
        crs, target = QgsCoordinateReferenceSystem(authid), self._canvas.mapSettings().destinationCrs()
        box = QgsCoordinateTransform(crs, target, QgsProject.instance()).transformBoundingBox(geometry.boundingBox())
        if geometry.boundingBox().width() == 0:
            # A canvas that shows nothing yet has no centre to move.
            self._canvas.setExtent(box.buffered(0.001 if target.isGeographic() else 100.0))
            self._canvas.zoomScale(NEAR_SCALE)
        else:
            self._canvas.setExtent(box.buffered(0.05 * max(box.width(), box.height())))
        self._canvas.refresh()
        self._canvas.flashGeometries([geometry], crs)


def _plain() -> QgsVectorLayer.LayerOptions:
    options = QgsVectorLayer.LayerOptions(QgsCoordinateTransformContext())
    options.loadDefaultStyle = False
    return options


def _like(words: str) -> str:
    """Words as a pattern that is taken letter by letter."""
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_").replace("'", "''")
    return f"'%{escaped}%'"


def _result(found_by: QgsLocatorFilter, row: QgsFeature, columns: list[str], key: str, authid: str) -> QgsLocatorResult:
    named = [str(row[name]) for name in columns if not is_null(row[name])]
    result = QgsLocatorResult()
    result.filter = found_by
    result.displayString = named[0] if named else str(row[key])
    result.description = "" if is_null(row[key]) else str(row[key])
    shape = row.geometry()
    place = shape if shape.isEmpty() or shape.boundingBox().width() == 0 else QgsGeometry.fromRect(shape.boundingBox())
    data = [place.asWkt(3), authid]
    if hasattr(result, "setUserData"):
        result.setUserData(data)
    else:
        result.userData = data
    return result


def _user_data(result: QgsLocatorResult) -> list[str]:
    found = getattr(result, "userData", None)
    return list(found() if callable(found) else found)
