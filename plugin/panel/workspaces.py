"""Opening, making and leaving workspaces: what the menu and the panel's head offer."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from qgis.core import Qgis, QgsProcessingUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog

from ...i18n import tr
from ..desk import Desk
from ..runner import DONE, Outcome

GEOPACKAGE = "GeoPackage (*.gpkg)"
SAMPLE_SOURCES = ("示例数据", "Sample data")
SUFFIX = ".gpkg"


class Workspaces(QObject):
    """What can be done with a whole workspace."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._made: Path | None = None

    @property
    def is_new(self) -> bool:
        """Whether the bound workspace waits for its first table."""
        path = self._desk.binding.path
        return path is not None and path == self._made and not path.is_file()

    def sample(self, then: Callable[[Outcome], object] | None = None) -> str:
        """Generate the small sample district and work on it; the refusal, empty where it runs."""
        path = Path(QgsProcessingUtils.generateTempFilename(tr("Sample district") + SUFFIX))
        parameters = {"SIZE": "small", "SEED": 1, "OUTPUT": str(path)}

        def opened(outcome: Outcome) -> None:
            if outcome.state == DONE:
                self.bind(path)
            if then:
                then(outcome)

        return self._desk.runner.run("sampledistrict", parameters, step="data", then=opened)

    def bind(self, path: Path) -> None:
        """Work on a workspace and show its layers."""
        self._desk.binding.bind(path)
        if path.is_file():
            self._desk.layertree.show_workspace(path)

    def ask_open(self) -> None:
        """Choose a workspace on disk."""
        path, _ = QFileDialog.getOpenFileName(self._desk.iface.mainWindow(), tr("Open Workspace"), self._folder(), GEOPACKAGE)
        if path:
            self.bind(Path(path))

    def ask_new(self) -> None:
        """Choose a name for a workspace that the first import makes."""
        path, _ = QFileDialog.getSaveFileName(self._desk.iface.mainWindow(), tr("New Workspace"), self._folder(), GEOPACKAGE)
        if path:
            self.make(Path(path))

    def make(self, path: Path) -> None:
        """Work on a workspace that is not there yet; one that is there is opened, never emptied."""
        path = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
        self._made = None if path.is_file() else path
        self.bind(path)

    def ask_save_as(self) -> None:
        """Keep a copy of the workspace and work on that one."""
        bound = self._desk.binding.path
        start = str(Path(self._folder()) / bound.name)
        path, _ = QFileDialog.getSaveFileName(self._desk.iface.mainWindow(), tr("Save Workspace As"), start, GEOPACKAGE)
        if not path or Path(path) == bound:
            return
        try:
            shutil.copyfile(bound, path)
        except OSError as error:
            self._desk.say(
                tr("{path} cannot be written: {reason}.").format(path=path, reason=error.strerror or error),
                Qgis.MessageLevel.Critical,
                seconds=0,
            )
            return
        self.bind(Path(path))

    def open_folder(self) -> None:
        """Show the workspace's folder in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.binding.path.parent)))

    def open_in_new_project(self) -> None:
        """Begin a new project with this workspace; QGIS asks about unsaved changes first."""
        path = self._desk.binding.path
        if self._desk.iface.newProject(True):
            self.bind(path)

    def examine(self) -> None:
        """QGIS's dialog of the data quality report, filled with this workspace."""
        self._desk.open_dialog("dataquality", {"INPUT": str(self._desk.binding.path)})

    def close(self) -> None:
        """Work on none; the layers stay in the project."""
        self._desk.binding.close()

    def is_sample(self) -> bool:
        """Whether the bound workspace holds invented data."""
        binding = self._desk.binding
        return bool(binding.tables().get("areas")) and binding.once("sample", binding.path, self._find_sample)

    def _find_sample(self) -> bool:
        layer = QgsVectorLayer(self._desk.binding.source("areas"), "areas", "ogr")
        position = layer.fields().indexOf("source")
        first = next(layer.getFeatures(), None) if position >= 0 else None
        return first is not None and str(first[position]) in SAMPLE_SOURCES

    def facts(self) -> str:
        """CRS and newest date of the bound workspace, for one line."""
        binding = self._desk.binding
        return binding.once("facts", binding.path, self._find_facts) if binding.tables() else ""

    def _find_facts(self) -> str:
        found = []
        tables = self._desk.binding.tables()
        for table in ("areas", "doorplates", "streets"):
            if not tables.get(table):
                continue
            layer = QgsVectorLayer(self._desk.binding.source(table), table, "ogr")
            if not found:
                found.append(_system(layer))
            position = layer.fields().indexOf("updated_at")
            newest = layer.maximumValue(position) if position >= 0 else None
            if newest and hasattr(newest, "toString"):
                return " · ".join([*found, newest.toString("yyyy-MM-dd")])
        return " · ".join(found)

    def _folder(self) -> str:
        bound = self._desk.binding.path or self._desk.binding.last()
        return str(bound.parent) if bound else QgsProject.instance().homePath()


def _system(layer: QgsVectorLayer) -> str:
    crs = layer.crs()
    return f"{crs.description()} ({crs.authid()})" if crs.authid() else tr("no coordinate reference system")
