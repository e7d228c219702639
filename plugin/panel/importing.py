"""Imports of step ①: which algorithm with which parameters, and what is said when it has ended."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsMapLayer, QgsProcessingUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QDockWidget, QFileDialog, QWidget

from ...i18n import tr
from ..desk import Desk
from ..options import settings
from ..runner import CANCELED, DONE, Outcome
from . import choices
from .figures import number
from .tables import BY_KEY, Table

STEP = "data"
FROM_OSM = ("streets", "buildings", "gates", "walls", "estates", "land", "facilities")
BESIDE = {"AREAS": "areas", "BUILDINGS": "buildings", "DOORPLATES": "doorplates", "ESTATES": "estates"}


class Importing(QObject):
    """Asks for a file, runs the import into the workspace and tells what became of the rows."""

    refused = pyqtSignal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self.dialog: QWidget | None = None

    def open(self, table: str, source: str | QgsMapLayer | None = None) -> None:
        """Show the import dialog of a table, filled with a file or layer."""
        from .importdialog import ImportDialog

        if self._desk.runner.busy:
            self._desk.say(tr("{job} is still running. Wait or cancel it first.").format(job=self._desk.runner.title), seconds=3)
            return
        if self.dialog:
            self.dialog.close()
            self.dialog.deleteLater()
        # Not below the step: a group that unfolds shows everything below it, closed dialogs too.
        self.dialog = ImportDialog(self._desk, BY_KEY[table], _dock_of(self._parent))
        self.dialog.wanted.connect(partial(self._run, BY_KEY[table]))
        if source is not None:
            self.dialog.start_with(source)
        self.dialog.open()

    def _run(self, table: Table, chosen: dict[str, Any], workspace: str) -> None:
        parameters = self.parameters(table, chosen, Path(workspace))
        dialog = self.dialog
        refusal = self._desk.runner.run(table.algorithm, parameters, step=STEP, then=partial(self._ended, table, Path(workspace), dialog))
        dialog.tell_refusal(refusal)

    def parameters(self, table: Table, chosen: dict[str, Any], workspace: Path) -> dict[str, Any]:
        """What the import of a table is given: what was chosen, and the workspace's own tables to compare with."""
        rows, given = self._desk.binding.tables(), {}
        for key, value in chosen.items():
            if self._takes(table, key):
                given[key] = [value] if key == "INPUT" and table.algorithm == "importareas" else value
        if self._takes(table, "TABLE"):
            given["TABLE"] = table.key
        for key, other in BESIDE.items():
            if other != table.key and rows.get(other) and self._takes(table, key):
                given[key] = self._desk.binding.source(other)
        given["OUTPUT"] = f"ogr:dbname='{workspace}' table=\"{table.key}\""
        if not rows and self._takes(table, "CRS"):
            given.update(_wanted_crs())
        if self._takes(table, "REJECTED"):
            given["REJECTED"] = QgsProcessingUtils.generateTempFilename("rejected.gpkg")
        return given

    def _takes(self, table: Table, key: str) -> bool:
        return choices.definition(table.algorithm, key) is not None

    def _ended(self, table: Table, workspace: Path, dialog: QWidget, outcome: Outcome) -> None:
        if outcome.state == CANCELED:
            self._desk.say(tr("Canceled. Nothing was changed."), seconds=3)
            return
        if outcome.state != DONE:
            dialog.tell_refusal(outcome.words if outcome.state != "bug" else tr("Something went wrong inside the plugin."))
            return
        dialog.accept()
        self.dialog = None
        self._desk.binding.bind(workspace)
        self._desk.layertree.show_workspace(workspace)
        self._account(table, outcome.results)

    def _account(self, table: Table, results: dict[str, Any]) -> None:
        if "ROWS_READ" not in results:
            loaded = self._desk.binding.tables().get(table.key, 0)
            self._desk.say(
                tr("Loaded {count} rows into {table}.").format(count=number(loaded), table=table.name), Qgis.MessageLevel.Success
            )
            return
        rejected = int(results["ROWS_REJECTED"])
        words = tr("{table}: loaded {loaded} of {read} rows; {rejected} rows were not loaded.").format(
            table=table.name, loaded=number(results["ROWS_LOADED"]), read=number(results["ROWS_READ"]), rejected=number(rejected)
        )
        buttons = [(tr("Show Rejected Rows"), partial(self._show_rejected, str(results.get("REJECTED", ""))))] if rejected else []
        self._desk.say(words, Qgis.MessageLevel.Success, seconds=0 if rejected else 5, buttons=buttons)

    def _show_rejected(self, source: str) -> None:
        layer = QgsVectorLayer(source, tr("Rejected rows"), "ogr")
        if layer.isValid():
            QgsProject.instance().addMapLayer(layer)
            self._desk.iface.showAttributeTable(layer)

    def ask_osm(self) -> None:
        """Choose an OSM file."""
        path, _ = QFileDialog.getOpenFileName(self._parent, tr("OSM File"), "", tr("OSM files (*.pbf *.osm)"))
        if path:
            self.import_osm(Path(path))

    def import_osm(self, path: Path) -> None:
        """Read an OSM file: into a new workspace, or into those tables of the bound one that are empty."""
        bound = self._desk.binding.path
        if bound is not None and bound.is_file():
            whole = Path(QgsProcessingUtils.generateTempFilename("osm.gpkg"))
            then = partial(self._fill_from, whole)
        else:
            whole = bound or _free(path.with_name(path.name.split(".")[0] + ".gpkg"))
            then = partial(self._osm_ended, whole)
        wanted = {} if self._desk.binding.tables() else _wanted_crs()
        self.refused.emit(self._desk.runner.run("importosm", {"INPUT": str(path), "OUTPUT": str(whole), **wanted}, step=STEP, then=then))

    def ask_totals(self) -> None:
        """Choose a list of households or people by area."""
        path, _ = QFileDialog.getOpenFileName(self._parent, tr("List of Totals"), "", tr("Lists (*.xlsx *.csv *.txt)"))
        if path:
            self.import_totals(Path(path))

    def import_totals(self, path: Path) -> None:
        """Put the totals of a list beside the areas of the workspace."""
        workspace = self._desk.binding.path
        parameters = self.parameters(BY_KEY["areas"], {"INPUT": self._desk.binding.source("areas"), "TOTALS": str(path)}, workspace)
        parameters["PROBLEMS"] = QgsProcessingUtils.generateTempFilename("totals.gpkg")
        self.refused.emit(self._desk.runner.run("importareas", parameters, step=STEP, then=partial(self._totals_ended, workspace)))

    def _totals_ended(self, workspace: Path, outcome: Outcome) -> None:
        if outcome.state != DONE:
            self.refused.emit(outcome.words)
            return
        self._desk.binding.bind(workspace)
        self._desk.layertree.show_workspace(workspace)
        listed, taken = int(outcome.results["TOTALS_ROWS"]), int(outcome.results["TOTALS_TAKEN"])
        words = tr("Totals taken for {taken} of {listed} areas in the list.").format(taken=number(taken), listed=number(listed))
        buttons = [(tr("Show Why"), partial(self._show_rejected, str(outcome.results["PROBLEMS"])))] if taken < listed else []
        level = Qgis.MessageLevel.Warning if taken < listed else Qgis.MessageLevel.Success
        self._desk.say(words, level, seconds=0 if buttons else 5, buttons=buttons)

    def _osm_ended(self, workspace: Path, outcome: Outcome) -> None:
        if outcome.state != DONE:
            self.refused.emit(outcome.words)
            return
        self._desk.binding.bind(workspace)
        self._desk.layertree.show_workspace(workspace)

    def _fill_from(self, whole: Path, outcome: Outcome) -> None:
        if outcome.state != DONE:
            self.refused.emit(outcome.words)
            return
        rows = self._desk.binding.tables()
        found = {name: int(outcome.results.get(f"{name.upper()}_COUNT") or 0) for name in FROM_OSM}
        waiting = [name for name, count in found.items() if count and not rows.get(name)]
        if not waiting:
            self.refused.emit(tr("All tables that the OSM file could fill hold rows already. Empty a table first."))
            return
        self._fill_next(whole, waiting)

    def _fill_next(self, whole: Path, waiting: list[str], outcome: Outcome | None = None) -> None:
        workspace = self._desk.binding.path
        if outcome is not None and outcome.state != DONE:
            self.refused.emit(outcome.words)
        if not waiting or (outcome is not None and outcome.state != DONE):
            self._desk.binding.bind(workspace)
            self._desk.layertree.show_workspace(workspace)
            return
        table = BY_KEY[waiting[0]]
        parameters = self.parameters(table, {"INPUT": f"{whole}|layername={table.key}"}, workspace)
        refusal = self._desk.runner.run(table.algorithm, parameters, step=STEP, then=partial(self._fill_next, whole, waiting[1:]))
        if refusal:
            self.refused.emit(refusal)


def _dock_of(widget: QWidget) -> QWidget:
    """The dock that a widget stands in, else the widget."""
    above = widget
    while above is not None and not isinstance(above, QDockWidget):
        above = above.parentWidget()
    return above or widget


def _free(path: Path) -> Path:
    """The path, with a number where there is such a file already."""
    tried, number_ = path, 2
    while tried.exists():
        tried, number_ = path.with_name(f"{path.stem}_{number_}{path.suffix}"), number_ + 1
    return tried


def _wanted_crs() -> dict[str, str]:
    """The CRS that the options give to new workspaces; none where it is found by itself."""
    chosen = str(settings.value("crs"))
    return {"CRS": chosen} if chosen else {}
