"""The small panel of the tool: the changes, and who gains and loses by category."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsFeatureRequest, QgsProcessingUtils, QgsProject, QgsVectorLayer
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import legend_language, tr
from ...processing.ahead import limits
from ...processing.compat import is_null
from ...styles import look
from ..options import settings
from ..runner import PROVIDER
from .changes import Change, Changes
from .things import Things
from .tool import TryTool

if TYPE_CHECKING:
    from ..desk import Desk
    from ..runner import Outcome

STEP, ROLE = "circle", "whatif"
INPUTS = ("doorplates", "facilities", "streets", "areas", "gates", "walls", "estates", "land", "surveys")


class TryDock(QgsDockWidget):
    """Keeps the changes and runs whatif after each; while a run lasts, the newest state waits."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Try it here"), parent)
        self.setObjectName("Community3DTryIt")
        self._desk, self.changes = desk, Changes()
        self.tool: TryTool | None = None
        self._waiting = False
        self._shown = ""
        self._layer: QgsVectorLayer | None = None
        self.setWidget(self._built())
        self.refresh()

    def _built(self) -> QWidget:
        whole = QWidget()
        layout = QVBoxLayout(whole)
        hint = QLabel(tr("Drag a facility. Click a gate to open or close it. Shift-click: new facility. Ctrl-click: close a facility."))
        hint.setWordWrap(True)
        layout.addWidget(hint)
        self.services = QComboBox()
        self.services.setAccessibleName(tr("Service of a new facility"))
        self.services.currentIndexChanged.connect(self._serve)
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("New facility")))
        row.addWidget(self.services, 1)
        layout.addLayout(row)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Changes"))
        self.list.setMaximumHeight(120)
        layout.addWidget(self.list)
        layout.addLayout(self._buttons())
        self.state = QLabel()
        self.state.setWordWrap(True)
        layout.addWidget(self.state)
        layout.addWidget(self._table(), 1)
        return whole

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.buttons = {}
        for name, title, pressed in (
            ("back", tr("Take back"), self.take_back),
            ("clear", tr("Clear"), self.clear),
            ("keep", tr("Keep as scenario…"), self._ask_keep),
        ):
            button = QPushButton(title)
            button.setObjectName(f"Community3DTryIt_{name}")
            button.clicked.connect(pressed)
            self.buttons[name] = button
            row.addWidget(button)
        return row

    def _table(self) -> QTableWidget:
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(tr("Who gains and loses"))
        self.table.setHorizontalHeaderLabels([tr("Category"), tr("Gained"), tr("Lost"), tr("Rate")])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return self.table

    # The tool

    def start(self) -> bool:
        """Put the tool on the map; False where there is no workspace to try on."""
        tables = self._desk.binding.tables()
        lacking = [name for name in ("doorplates", "facilities", "streets") if not tables.get(name)]
        if lacking:
            self._desk.say(tr("Open a workspace with doorplates, facilities and a walking network first."), Qgis.MessageLevel.Warning)
            return False
        self.stop()
        self._keeper().begin()
        self.tool = TryTool(self._desk.iface.mapCanvas(), Things(self._desk.binding), self.changes)
        self.tool.changed.connect(self.put)
        self.tool.taken_back.connect(self.take_back)
        self._fill_services()
        self._desk.iface.mapCanvas().setMapTool(self.tool)
        return True

    def stop(self) -> None:
        """Take the tool off the map."""
        if self.tool is not None:
            canvas = self._desk.iface.mapCanvas()
            if canvas.mapTool() is self.tool:
                canvas.unsetMapTool(self.tool)
            self.tool.drop()
            self.tool.deleteLater()
            self.tool = None
            self._keeper().end()

    def _keeper(self) -> Any:
        """Who keeps the run that the changes are tried on, so that only the first of them waits for it."""
        return QgsApplication.processingRegistry().providerById(PROVIDER).keeper

    def _fill_services(self) -> None:
        self.services.clear()
        for limit in limits(settings.value("profile")):
            self.services.addItem(limit.name, limit.category)

    def _serve(self, _index: int) -> None:
        if self.tool is not None:
            self.tool.services = self.services.currentData() or ""

    # Changes

    def put(self, change: Change) -> None:
        """Try one more change."""
        self.changes.put(change)
        self._try()

    def take_back(self, *_: object) -> None:
        """Try without the last change."""
        row = self.list.currentRow()
        self.changes.take_back(row if row >= 0 else -1)
        self._try()

    def clear(self, *_: object) -> None:
        """Try nothing."""
        self.changes.rows.clear()
        self._try()

    def refresh(self) -> None:
        """Show the changes."""
        self.list.clear()
        self.list.addItems([change.words for change in self.changes.rows])
        for button in self.buttons.values():
            button.setEnabled(bool(self.changes.rows))

    def _try(self) -> None:
        self.refresh()
        if not self.changes.rows:
            self._waiting = False
            self.state.setText("")
            self._fill([])
            self._forget()
        elif self._desk.runner.busy:
            self._waiting = True
        else:
            self._run()

    def _run(self) -> None:
        self._waiting = False
        tables, binding = self._desk.binding.tables(), self._desk.binding
        self._layer = self.changes.layer()  # kept until the run has ended
        self._made = QgsProcessingUtils.generateTempFilename("whatif.gpkg")
        parameters = {
            **{name.upper(): binding.source(name) for name in INPUTS if tables.get(name)},
            **{key: settings.value(name) for name, key in settings.OF_PARAMETERS.items()},
            "CHANGES": self._layer,
            "OUTPUT": self._made,
            "TOTALS": self._made.replace("whatif.gpkg", "totals.gpkg"),
        }
        refusal = self._desk.runner.run("whatif", parameters, step=STEP, then=self._ended)
        self.state.setText(refusal or tr("Trying…"))

    def _ended(self, outcome: Outcome) -> None:
        if outcome.state == "done":
            self._fill(_totals(outcome.results["TOTALS"]))
            self._show(outcome.results["OUTPUT"])
            words = tr("Gained {gained}, lost {lost} (all categories together); {seconds} s.")
            gained, lost = outcome.results["GAINED"], outcome.results["LOST"]
            self.state.setText(words.format(gained=f"{gained:g}", lost=f"{lost:g}", seconds=f"{outcome.seconds:.1f}"))
        elif outcome.state != "canceled":
            self.state.setText(outcome.words)
        if self._waiting and self.changes.rows:
            # The runner is free when this call has ended.
            self._desk.runner.ended.connect(self._again)

    def _again(self, *_: object) -> None:
        self._desk.runner.ended.disconnect(self._again)
        self._run()

    def _fill(self, rows: list[tuple[str, float, float, str]]) -> None:
        names = {limit.category: limit.name for limit in limits(settings.value("profile"))}
        self.table.setRowCount(len(rows))
        for number, (category, gained, lost, rate) in enumerate(rows):
            for column, words in enumerate(
                (names.get(category, category), f"+{gained:g}" if gained else "", f"−{lost:g}" if lost else "", rate)
            ):
                item = QTableWidgetItem(words)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(number, column, item)

    def _show(self, source: str) -> None:
        """Draw the doorplates with another answer in the place of the last ones."""
        self._forget()
        layer = QgsVectorLayer(source, tr("Changed doorplates"), "ogr")
        if layer.isValid():
            layer.loadNamedStyle(str(look.style(ROLE, legend_language())))
            layer.setCustomProperty("community3d/role", ROLE)
            self._shown = QgsProject.instance().addMapLayer(layer).id()

    def _forget(self) -> None:
        if self._shown and QgsProject.instance().mapLayer(self._shown):
            QgsProject.instance().removeMapLayer(self._shown)
        self._shown = ""

    def _ask_keep(self, *_: object) -> None:
        folder = self._desk.binding.path.parent
        name, _ = QFileDialog.getSaveFileName(self, tr("Keep as scenario"), str(folder / f"{tr('scenario')}.gpkg"), "GeoPackage (*.gpkg)")
        if name:
            self.keep(Path(name))

    def keep(self, path: Path) -> None:
        """Write the changes as rows that “What if” takes."""
        wrong = self.changes.save(path)
        words = wrong or tr("The scenario is kept in {path}.").format(path=path)
        self._desk.say(words, Qgis.MessageLevel.Warning if wrong else Qgis.MessageLevel.Success)

    def close_down(self) -> None:
        """Take tool and layers off the map."""
        self.stop()
        self._forget()
        self._layer = None


def _totals(source: str) -> list[tuple[str, float, float, str]]:
    """Category, gained, lost and the rates of the whole district."""
    layer = QgsVectorLayer(source, "totals", "ogr")
    rows = []
    for feature in layer.getFeatures(QgsFeatureRequest().setFilterExpression("\"level\" = 'all'")):
        before, after = (None if is_null(feature[name]) else float(feature[name]) for name in ("rate_before", "rate_after"))
        rate = "–" if before is None or after is None else f"{before:.1%} → {after:.1%}"
        rows.append((str(feature["category"]), float(feature["gained"] or 0), float(feature["lost"] or 0), rate))
    return rows
