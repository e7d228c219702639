"""The layers around a doorplate: those that its ledger was made of, cut to a box, and what lies in them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ...processing.compat import is_null
from ...processing.contents import changes, rows
from ...processing.layering import ROLE, opened
from .island import Island, island_of
from .island import Path as Street

TABLES = ("facilities", "streets", "gates", "walls", "estates", "land")
NEEDED = ("facilities", "streets")
KNOWN = (*TABLES, "areas", "figures")
FIRST_LOOK_M = 60.0
ISLAND_M = 500.0  # how far around a doorplate its island is looked at
SETTINGS = ("PROFILE_FILE", "SNAP_LIMIT_M", "NODE_TOLERANCE_M", "DIRECTION", "PENALTIES", "DETOUR_FACTOR", "DEM", "SERVICES")


@dataclass(frozen=True)
class Nearest:
    """The thing next to a place: its name or id, its geometry, how far away, and the straight line there."""

    name: str
    geometry: QgsGeometry
    metres: float
    line: QgsGeometry


class Surroundings:
    """The tables beside a ledger in its file, else those of the workspace, else the project's; opened when first asked for."""

    def __init__(self, ledger: QgsVectorLayer, workspace: Path | None) -> None:
        self._ledger = ledger.source()
        self._crs = ledger.crs()
        self._files = [file for file in (_path(ledger), workspace) if file and file.suffix.lower() == ".gpkg" and file.is_file()]
        self._stamps = _stamps(self._files)
        self.tables = Tables(self._files)
        self._rows: dict[tuple[str, str, str], QgsFeature | None] = {}
        self._near: dict[tuple[float, float, float], Nearest | None] = {}
        self._islands: dict[tuple[float, float], Island | None] = {}

    def fits(self, ledger: QgsVectorLayer, workspace: Path | None) -> bool:
        """Whether this is still what lies around that ledger: the same files, unchanged."""
        files = [file for file in (_path(ledger), workspace) if file and file.suffix.lower() == ".gpkg" and file.is_file()]
        return ledger.source() == self._ledger and files == self._files and _stamps(files) == self._stamps

    @property
    def complete(self) -> bool:
        """Whether there is a network to walk on."""
        return all(name in self.tables for name in NEEDED)

    def open_next(self) -> bool:
        """Open one more table; whether there was one."""
        return self.tables.open_next()

    def settings(self) -> dict[str, object]:
        """How the ledger was made, beside profile and walker; empty where the file does not tell."""
        layer = self.tables.get("figures")
        if layer is None:
            return {}
        rows = layer.getFeatures(QgsFeatureRequest().setFilterExpression("\"figure\" = 'PARAMETERS'"))
        noted = next((row["text"] for row in rows), None)
        used = {} if noted is None or is_null(noted) else json.loads(noted)
        return {key: used[key] for key in SETTINGS if used.get(key) not in (None, "")}

    def inputs(self, box: QgsRectangle | None, *, gates_open: bool = False) -> dict[str, object]:
        """Parameters for a walk inside a box of the ledger's CRS; without a box in the whole tables."""
        found: dict[str, object] = {name.upper(): self.tables[name] for name in TABLES if name in self.tables}
        if gates_open and "gates" in self.tables:
            found["GATES"] = self._opened_gates(box)
        if box is not None:
            found["EXTENT"] = QgsReferencedRectangle(box, self._crs)
        return found

    def _opened_gates(self, box: QgsRectangle | None) -> QgsVectorLayer:
        gates = self.tables["gates"].materialize(QgsFeatureRequest() if box is None else QgsFeatureRequest(box))
        index = gates.fields().lookupField("open")
        gates.dataProvider().changeAttributeValues({row.id(): {index: "all"} for row in gates.getFeatures()})
        return gates

    def look_up(self, table: str, key: str, values: list[str]) -> None:
        """Find several rows by their keys in one go."""
        layer, wanted = self.tables.get(table), [value for value in values if value and (table, key, value) not in self._rows]
        if layer is None or not wanted:
            return
        self._rows.update({(table, key, value): None for value in wanted})
        among = ", ".join(map(_quoted, wanted))
        for row in layer.getFeatures(QgsFeatureRequest().setFilterExpression(f'"{key}" IN ({among})')):
            self._rows[table, key, str(row[key])] = row

    def name_of(self, table: str, key: str, value: str) -> str:
        """The name of a row by its key; the key's value where it has none."""
        row = self.row(table, key, value)
        name = row["name"] if row is not None and row.fields().lookupField("name") >= 0 else None
        return value if name is None or is_null(name) else str(name)

    def row(self, table: str, key: str, value: str) -> QgsFeature | None:
        """A row by its key."""
        self.look_up(table, key, [value])
        return self._rows.get((table, key, value))

    def rows(self, table: str, key: str, value: str) -> list[QgsFeature]:
        """All rows with a value."""
        layer = self.tables.get(table)
        if layer is None or not value:
            return []
        return list(layer.getFeatures(QgsFeatureRequest().setFilterExpression(f'"{key}" = {_quoted(value)}')))

    def nearest_path(self, place: QgsPointXY, within_m: float) -> Nearest | None:
        """The path next to a place that one may walk on."""
        asked = (place.x(), place.y(), within_m)
        if asked not in self._near:
            self._near[asked] = self._find_nearest_path(place, within_m)
        return self._near[asked]

    def island(self, place: QgsPointXY) -> Island | None:
        """The piece of the network that a place is on; None where it is no small one."""
        asked = (place.x(), place.y())
        if asked not in self._islands:
            near, box = self.nearest_path(place, ISLAND_M), square(place, ISLAND_M)
            self._islands[asked] = None if near is None else island_of(near.geometry, list(self._streets(box)), box)
        return self._islands[asked]

    def _streets(self, box: QgsRectangle) -> Iterator[Street]:
        """The paths in a box that one may walk on."""
        for row in self.tables["streets"].getFeatures(QgsFeatureRequest(box)):
            columns = row.fields()
            if columns.lookupField("walkable") >= 0 and str(row["walkable"]) == "no":
                continue
            named = columns.lookupField("name") >= 0 and not is_null(row["name"])
            yield Street(str(row["name"] if named else row["street_id"]), row.geometry())

    def _find_nearest_path(self, place: QgsPointXY, within_m: float) -> Nearest | None:
        # What is nearer than the border of a small box is the nearest of all: the large box is seldom read.
        reach = min(FIRST_LOOK_M, within_m)
        while True:
            best = self._nearest_in(place, reach)
            if reach >= within_m or (best is not None and best.metres <= reach):
                return best
            reach = min(2 * reach, within_m)

    def _nearest_in(self, place: QgsPointXY, reach: float) -> Nearest | None:
        here, best = QgsGeometry.fromPointXY(place), None
        for street in self._streets(square(place, reach)):
            metres = street.line.distance(here)
            if best is None or metres < best.metres:
                best = Nearest(street.name, street.line, metres, here.shortestLine(street.line))
        return best


class Tables(Mapping):
    """The layers by table."""

    def __init__(self, files: list[Path]) -> None:
        self._sources: dict[str, str] = {}
        for file in reversed(files):
            self._sources.update({name: f"{file}|layername={name}" for name in _names(file) if name in KNOWN})
        layers = [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer)]
        for layer in layers:
            name = str(layer.customProperty(ROLE, ""))
            if name in KNOWN and name not in self._sources and layer.dataProvider() is not None:
                self._sources[name] = layer.id()
        self._layers: dict[str, QgsVectorLayer] = {}

    def __getitem__(self, name: str) -> QgsVectorLayer:
        source = self._sources[name]
        shown = QgsProject.instance().mapLayer(source)
        if shown is not None:
            return shown
        if name not in self._layers:
            self._layers[name] = opened(source, name)
        if not self._layers[name].isValid():
            raise KeyError(name)
        return self._layers[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def __contains__(self, name: object) -> bool:
        return name in self._sources

    def open_next(self) -> bool:
        """Open the first that is not yet open; whether there was one."""
        waiting = (name for name in KNOWN if name in self._sources and name not in self._layers)
        name = next((name for name in waiting if QgsProject.instance().mapLayer(self._sources[name]) is None), None)
        if name is not None:
            self._layers[name] = opened(self._sources[name], name)
        return name is not None


def square(place: QgsPointXY, reach: float) -> QgsRectangle:
    """The box that reaches so far to all sides of a place."""
    return QgsRectangle(place.x() - reach, place.y() - reach, place.x() + reach, place.y() + reach)


def _path(ledger: QgsVectorLayer) -> Path:
    return Path(ledger.source().partition("|")[0])


def _stamps(files: list[Path]) -> list[dict[str, str]]:
    """When the tables were changed, as the files note it: the time of a file changes when QGIS only looks at it."""
    try:
        return [changes(file) for file in files]
    except sqlite3.Error:
        return []


def _names(file: Path) -> list[str]:
    """The tables of a file; none where it cannot be asked."""
    try:
        return list(rows(file))
    except sqlite3.Error:
        return []


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
