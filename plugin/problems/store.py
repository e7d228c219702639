"""The table problems of the bound workspace, read and written through QGIS's own provider."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ...i18n import tr
from ...processing.compat import is_null
from .choices import OPEN

TABLE = "problems"
PIECE = 250  # rows that are read or written in a fiftieth of a second
NAMES = (
    *("problem_id", "table", "row", "other", "rule", "severity", "message", "fix", "automatic"),
    *("state", "reason", "rule_name", "area", "place"),
)


@dataclass(frozen=True)
class Found:
    """One row of the list; fid is its place in the table."""

    fid: int
    geometry: QgsGeometry
    problem_id: str = ""
    table: str = ""
    row: str = ""
    other: str = ""
    rule: str = ""
    severity: str = ""
    message: str = ""
    fix: str = ""
    automatic: str = ""
    state: str = OPEN
    reason: str = ""
    rule_name: str = ""
    area: str = ""
    place: str = ""

    @property
    def title(self) -> str:
        """The rule in words."""
        return self.rule_name or self.rule.replace("_", " ")

    @property
    def fixable(self) -> bool:
        """Whether it can be mended without drawing."""
        return self.automatic == "yes"


class Store:
    """Reads the problems of a workspace and notes decisions in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._layer = QgsVectorLayer(f"{path}|layername={TABLE}", TABLE, "ogr")

    @property
    def is_there(self) -> bool:
        """Whether the workspace has been checked."""
        return self._layer.isValid()

    def crs(self) -> QgsCoordinateReferenceSystem:
        """The CRS of the places."""
        return self._layer.crs()

    def pieces(self) -> Iterator[list[Found]]:
        """All problems in the order of the table, up to PIECE at a time: no reader of the file stays open in between."""
        last = -1
        while self.is_there and (piece := list(self._rows(last))):
            yield piece
            last = piece[-1].fid

    def _rows(self, after: int) -> Iterator[Found]:
        fields = self._layer.fields()
        known = [(name, fields.indexOf(name)) for name in NAMES if fields.indexOf(name) >= 0]
        # By the name of its column the file itself finds the place; $id would be asked of each row from the first on.
        key = fields[self._layer.primaryKeyAttributes()[0]].name()
        for feature in self._layer.getFeatures(QgsFeatureRequest().setFilterExpression(f'"{key}" > {after}').setLimit(PIECE)):
            values = feature.attributes()
            words = {name: "" if is_null(values[at]) else str(values[at]) for name, at in known}
            yield Found(feature.id(), QgsGeometry(feature.geometry()), **{**words, "state": words.get("state") or OPEN})

    def note(self, found: list[Found], *, state: str, reason: str = "") -> list[Found]:
        """Write a decision into rows, all at once; raises OSError where the file cannot be written."""
        fields = self._layer.fields()
        values = {fields.indexOf("state"): state, fields.indexOf("reason"): reason or None}
        if not self._layer.dataProvider().changeAttributeValues({each.fid: values for each in found}):
            raise OSError(tr("The decision cannot be written into {path}. Close other programs that use the file.").format(path=self.path))
        return [replace(each, state=state, reason=reason) for each in found]


def bring(source: str, path: Path) -> str:
    """Put the problems of a layer in the place of the workspace's own; what went wrong, empty where nothing did."""
    layer = QgsVectorLayer(source, TABLE, "ogr")
    if not layer.isValid():
        return tr("{path} cannot be opened.").format(path=source)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", TABLE
    options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    done = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsProject.instance().transformContext(), options)
    if done[0] != QgsVectorFileWriter.WriterError.NoError:
        return done[1]
    for shown in QgsProject.instance().mapLayers().values():
        if shown.source() == f"{path}|layername={TABLE}":
            shown.reload()
    return ""


def row_of(layer: QgsVectorLayer, key: str, name: str) -> QgsFeature | None:
    """The feature of a layer whose key says that name."""
    if layer.fields().indexOf(key) < 0:
        return None
    request = QgsFeatureRequest().setFilterExpression(f"\"{key}\" = '{name.replace(chr(39), chr(39) * 2)}'").setLimit(1)
    return next(layer.getFeatures(request), None)


KEYS: Mapping[str, str] = {
    "areas": "code",
    "doorplates": "doorplate_id",
    "facilities": "facility_id",
    "streets": "street_id",
    "gates": "gate_id",
    "walls": "wall_id",
    "estates": "estate_id",
    "buildings": "building_id",
    "events": "event_id",
}
