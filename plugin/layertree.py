"""The layers of the workspace and its results in the project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer

if TYPE_CHECKING:
    from .desk import Desk

ROLE = "community3d/role"


class LayerTree:
    """Adds layers once, each known by its role."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show_workspace(self, path: Path) -> None:
        """Open the areas and facilities of a workspace."""
        for table in ("areas", "facilities"):
            self._show(path, table)

    def show_result(self, path: Path) -> None:
        """Open the ledger and the coverage by area of a result."""
        for table in ("areas_out", "ledger"):
            self._show(path, table)

    def layer(self, role: str) -> QgsVectorLayer | None:
        """The layer of a role."""
        found = (layer for layer in QgsProject.instance().mapLayers().values() if layer.customProperty(ROLE) == role)
        return next(found, None)

    def mark_stale(self, stale: bool) -> None:
        """Say in the names that a result no longer fits its inputs."""

    def _show(self, path: Path, table: str) -> None:
        layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
        if layer.isValid():
            layer.setCustomProperty(ROLE, table)
            QgsProject.instance().addMapLayer(layer)
