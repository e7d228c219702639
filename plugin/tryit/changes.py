"""The changes that are being tried, as rows of a scenario."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from ...i18n import mark, tr

ADD, MOVE, CLOSE, OPEN_GATE, CLOSE_GATE = "add_facility", "move_facility", "close_facility", "open_gate", "close_gate"
FIELDS = ("action", "id", "services", "place")
_WORDS = {
    ADD: mark("New facility {id}: {services}"),
    MOVE: mark("Facility {name} is moved {metres} m"),
    CLOSE: mark("Facility {name} is closed"),
    OPEN_GATE: mark("Gate {name} is opened"),
    CLOSE_GATE: mark("Gate {name} is closed"),
}


@dataclass(frozen=True)
class Change:
    """One row: what, which, where to; name and metres are for people."""

    action: str
    id: str
    services: str = ""
    place: QgsPointXY | None = None
    name: str = ""
    metres: float = 0.0

    @property
    def words(self) -> str:
        """The change in a few words."""
        said = tr(_WORDS[self.action])
        return said.format(id=self.id, services=self.services, name=self.name or self.id, metres=f"{self.metres:.0f}")


class Changes:
    """The rows in the order in which they were made; a later one on the same thing takes the place of an earlier one."""

    def __init__(self) -> None:
        self.rows: list[Change] = []

    def put(self, change: Change) -> None:
        """Add a change; a new facility that is dragged on stays one new facility."""
        before = self.of(change.id)
        if before is not None and before.action == ADD and change.action == MOVE:
            change = replace(before, place=change.place)
        self.rows = [row for row in self.rows if row.id != change.id]
        self.rows.append(change)

    def of(self, name: str) -> Change | None:
        """The change of the facility or gate of that id."""
        return next((row for row in self.rows if row.id == name), None)

    def take_back(self, position: int = -1) -> None:
        """Forget one change, the last one unless told."""
        if self.rows:
            self.rows.pop(position)

    def fresh_id(self, taken: set[str]) -> str:
        """An id for a new facility."""
        number = 1
        while f"T{number}" in taken or self.of(f"T{number}") is not None:
            number += 1
        return f"T{number}"

    def layer(self) -> QgsVectorLayer:
        """The rows as a table that the algorithm takes; places as WKT."""
        layer = QgsVectorLayer("NoGeometry?" + "&".join(f"field={name}:string" for name in FIELDS), "scenario", "memory")
        features = []
        for row in self.rows:
            feature = QgsFeature(layer.fields())
            feature.setAttributes(
                [row.action, row.id, row.services or None, QgsGeometry.fromPointXY(row.place).asWkt(3) if row.place else None]
            )
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        layer.updateExtents()
        return layer

    def save(self, path: Path) -> str:
        """Write the rows into a file (table scenario); what went wrong, empty where nothing did."""
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName = "GPKG", "scenario"
        done = QgsVectorFileWriter.writeAsVectorFormatV3(self.layer(), str(path), QgsProject.instance().transformContext(), options)
        return done[1] if done[0] != QgsVectorFileWriter.WriterError.NoError else ""
