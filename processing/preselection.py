"""What a toolbox dialog is filled with: the bound workspace, where QGIS would take any layer of a fitting geometry, walls for streets."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition, QgsProject

from .layering import ROLE

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

# Where the panel notes in a project what it works on.
SCOPE, WORKSPACE, RESULT = "community3d", "workspace", "result"
# The role of the layer that a parameter takes, and in which of the files it stands.
TAKEN: Mapping[str, tuple[str, str]] = {
    **{key: (WORKSPACE, key.lower()) for key in ("DOORPLATES", "FACILITIES", "STREETS", "GATES", "WALLS", "ESTATES", "LAND", "BUILDINGS")},
    "PLACES": (WORKSPACE, "facilities"),
    "LEDGER": (RESULT, "ledger"),
}
AREAS = "AREAS"


def dialog(algorithm: QgsProcessingAlgorithm, parent: QWidget | None) -> QWidget | None:
    """QGIS's own dialog of an algorithm, filled; None where QGIS shall make it, because its package is not loaded."""
    # From the package that QGIS has loaded: an import here would clash with our "processing".
    module = sys.modules.get("processing.gui.AlgorithmDialog")
    chosen = preselected(algorithm.parameterDefinitions(), QgsProject.instance())
    if module is None or not chosen:
        return None
    made = module.AlgorithmDialog(algorithm, parent=parent)
    made.setParameters(chosen)
    return made


def preselected(definitions: list[QgsProcessingParameterDefinition], project: QgsProject) -> dict[str, str]:
    """By parameter the layer of the project, or for what has several layers or none the source, of what the panel works on."""
    files = {name: Path(project.readPath(noted)) for name in (WORKSPACE, RESULT) if (noted := project.readEntry(SCOPE, name)[0])}
    layers = {(_file(layer.source()), str(layer.customProperty(ROLE))): layer.id() for layer in project.mapLayers().values()}
    found = {}
    for definition in definitions:
        key = definition.name()
        file, role = TAKEN.get(key, (WORKSPACE, ""))
        if file not in files:
            continue
        if (files[file], role) in layers:
            found[key] = layers[files[file], role]
        elif key == AREAS and any(at == files[file] and kind.startswith("areas:") for at, kind in layers):
            found[key] = f"{files[file]}|layername=areas"  # in the project each level is a layer of its own
        elif (key, definition.type()) == ("INPUT", "file") and "*.gpkg" in definition.fileFilter():
            found[key] = str(files[file])
    return found


def _file(source: str) -> Path:
    return Path(source.partition("|")[0])
