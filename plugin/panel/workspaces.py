"""Opening, making and leaving workspaces: what the menu and the panel's head offer."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProcessingUtils, QgsProject
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog

from ...i18n import tr
from ...processing.contents import first, newest, system
from ..desk import Desk
from ..runner import DONE, Outcome

GEOPACKAGE = "GeoPackage (*.gpkg)"
SAMPLE_SOURCES = ("示例数据", "Sample data")
SUFFIX = ".gpkg"
# EPSG:4534 to 4554 are the 3-degree zones of CGCS2000 whose eastings carry no zone number, from 75° E on.
FIRST_ZONE, ZONES, FIRST_MERIDIAN = 4534, 21, 75
DATED = ("areas", "doorplates", "streets")


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
        return bool(binding.tables().get("areas")) and binding.once("sample", binding.path, self._find_sample, False)

    def _find_sample(self) -> bool:
        return first(self._desk.binding.path, "areas", "source") in SAMPLE_SOURCES

    def facts(self) -> str:
        """CRS and newest date of the bound workspace, for one line."""
        binding = self._desk.binding
        return binding.once("facts", binding.path, self._find_facts, "") if binding.tables() else ""

    def _find_facts(self) -> str:
        path = self._desk.binding.path
        return " · ".join(filter(None, (_system(*system(path)), newest(path, DATED))))

    def _folder(self) -> str:
        bound = self._desk.binding.path or self._desk.binding.last()
        return str(bound.parent) if bound else QgsProject.instance().homePath()


def _system(authid: str, wkt: str) -> str:
    crs = QgsCoordinateReferenceSystem(authid)
    crs = crs if crs.isValid() else QgsCoordinateReferenceSystem.fromWkt(wkt)
    if not crs.authid():
        return tr("no coordinate reference system")
    authority, _, code = crs.authid().partition(":")
    zone = int(code) - FIRST_ZONE if authority == "EPSG" and code.isdigit() else -1
    if zone in range(ZONES):
        words = tr("CGCS2000 3-degree zone {degrees}°E ({code})")
        return words.format(degrees=FIRST_MERIDIAN + 3 * zone, code=crs.authid())
    return f"{crs.description()} ({crs.authid()})"
