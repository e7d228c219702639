"""Facilities and gates of the bound workspace as they are found under the mouse."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

from ...processing.compat import is_null
from ..binding import Binding
from .changes import ADD, CLOSE, MOVE, Changes

FACILITIES, GATES = "facilities", "gates"
KEYS = {FACILITIES: "facility_id", GATES: "gate_id"}


@dataclass(frozen=True)
class Thing:
    """A facility or a gate where it is now."""

    table: str
    id: str
    name: str
    place: QgsPointXY
    state: str = ""  # of a gate: all, residents, closed, unknown


class Things:
    """Looks into the tables of a workspace; what is being tried stands where it was put."""

    def __init__(self, binding: Binding) -> None:
        self._layers = {table: QgsVectorLayer(binding.source(table), table, "ogr") for table in KEYS if binding.tables().get(table)}

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """The CRS of the workspace."""
        return next((layer.crs() for layer in self._layers.values()), QgsCoordinateReferenceSystem())

    def ids(self) -> set[str]:
        """All ids of facilities."""
        layer = self._layers.get(FACILITIES)
        return set() if layer is None else {str(feature[KEYS[FACILITIES]]) for feature in layer.getFeatures()}

    def nearest(self, place: QgsPointXY, within_m: float, changes: Changes) -> Thing | None:
        """The facility or gate nearest to a place, within a distance."""
        found = [*self._stored(place, within_m, changes), *_tried(changes)]
        near = [(thing.place.distance(place), thing) for thing in found]
        near = [pair for pair in near if pair[0] <= within_m]
        return min(near, key=lambda pair: pair[0])[1] if near else None

    def _stored(self, place: QgsPointXY, within_m: float, changes: Changes) -> list[Thing]:
        box = QgsRectangle(place.x() - within_m, place.y() - within_m, place.x() + within_m, place.y() + within_m)
        found = []
        for table, layer in self._layers.items():
            for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(box)):
                change = changes.of(str(feature[KEYS[table]]))
                if change is None or change.action not in (MOVE, CLOSE):
                    found.append(_thing(table, feature))
        return found


def _thing(table: str, feature: QgsFeature) -> Thing:
    names = feature.fields().names()

    def word(name: str) -> str:
        return str(feature[name]) if name in names and not is_null(feature[name]) else ""

    place = QgsGeometry(feature.geometry()).pointOnSurface().asPoint()
    return Thing(table, word(KEYS[table]), word("name") or word("estate"), place, word("open"))


def _tried(changes: Changes) -> list[Thing]:
    return [Thing(FACILITIES, row.id, row.name, row.place) for row in changes.rows if row.action in (ADD, MOVE) and row.place]
