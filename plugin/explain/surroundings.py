"""The layers around a doorplate: those that its ledger was made of, cut to a box, and what lies in them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ...processing.compat import is_null
from ...processing.layering import ROLE, opened

TABLES = ("facilities", "streets", "gates", "walls", "estates", "land")
NEEDED = ("facilities", "streets")
SETTINGS = ("PROFILE_FILE", "SNAP_LIMIT_M", "NODE_TOLERANCE_M", "DIRECTION", "PENALTIES", "DETOUR_FACTOR", "DEM", "SERVICES")


@dataclass(frozen=True)
class Nearest:
    """The thing next to a place: its name or id, its geometry, how far away, and the straight line there."""

    name: str
    geometry: QgsGeometry
    metres: float
    line: QgsGeometry


class Surroundings:
    """The tables beside a ledger in its file, else those of the workspace, else the project's."""

    def __init__(self, ledger: QgsVectorLayer, workspace: Path | None) -> None:
        self._ledger = ledger
        self.tables = {name: layer for name in (*TABLES, "areas", "figures") if (layer := _table(ledger, name, workspace)) is not None}

    @property
    def complete(self) -> bool:
        """Whether there is a network to walk on."""
        return all(name in self.tables for name in NEEDED)

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
        """Parameters for a walk inside a box of the ledger's CRS; without a box the whole tables."""
        found: dict[str, object] = {}
        for name in TABLES:
            layer = self.tables.get(name)
            if layer is None:
                continue
            if box is not None or (gates_open and name == "gates"):
                layer = self.cut(name, box)
            if gates_open and name == "gates":
                _open_all(layer)
            if name in NEEDED or layer.featureCount():
                found[name.upper()] = layer if box is not None or gates_open else layer.source()
        return found

    def cut(self, name: str, box: QgsRectangle | None) -> QgsVectorLayer:
        """A copy in memory of what touches the box."""
        request = QgsFeatureRequest() if box is None else QgsFeatureRequest(box)
        return self.tables[name].materialize(request)

    def name_of(self, table: str, key: str, value: str) -> str:
        """The name of a row by its key; the key's value where it has none."""
        row = self.row(table, key, value)
        name = row["name"] if row is not None and row.fields().lookupField("name") >= 0 else None
        return value if name is None or is_null(name) else str(name)

    def row(self, table: str, key: str, value: str) -> QgsFeature | None:
        """A row by its key."""
        layer = self.tables.get(table)
        if layer is None or not value:
            return None
        request = QgsFeatureRequest().setFilterExpression(f'"{key}" = {_quoted(value)}')
        return next(layer.getFeatures(request), None)

    def rows(self, table: str, key: str, value: str) -> list[QgsFeature]:
        """All rows with a value."""
        layer = self.tables.get(table)
        if layer is None or not value:
            return []
        return list(layer.getFeatures(QgsFeatureRequest().setFilterExpression(f'"{key}" = {_quoted(value)}')))

    def nearest_path(self, place: QgsPointXY, within_m: float) -> Nearest | None:
        """The path next to a place that one may walk on."""
        here, best = QgsGeometry.fromPointXY(place), None
        box = QgsRectangle(place.x() - within_m, place.y() - within_m, place.x() + within_m, place.y() + within_m)
        for row in self.tables["streets"].getFeatures(QgsFeatureRequest(box)):
            if row.fields().lookupField("walkable") >= 0 and str(row["walkable"]) == "no":
                continue
            metres = row.geometry().distance(here)
            if best is None or metres < best.metres:
                name = row["name"] if row.fields().lookupField("name") >= 0 and not is_null(row["name"]) else row["street_id"]
                best = Nearest(str(name), row.geometry(), metres, here.shortestLine(row.geometry()))
        return best


def _table(ledger: QgsVectorLayer, name: str, workspace: Path | None) -> QgsVectorLayer | None:
    path = ledger.source().partition("|")[0]
    files = [Path(path), *([workspace] if workspace else [])]
    for file in files:
        if file.suffix.lower() == ".gpkg" and file.is_file():
            layer = opened(f"{file}|layername={name}", name)
            if layer.isValid():
                return layer
    layers = QgsProject.instance().mapLayers().values()
    return next((layer for layer in layers if isinstance(layer, QgsVectorLayer) and layer.customProperty(ROLE) == name), None)


def _open_all(gates: QgsVectorLayer) -> None:
    index = gates.fields().lookupField("open")
    gates.dataProvider().changeAttributeValues({row.id(): {index: "all"} for row in gates.getFeatures()})


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
