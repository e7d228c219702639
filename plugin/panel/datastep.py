"""Step ①: the tables of the workspace and how they get their rows."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QWidget,
)

from ...i18n import tr
from ..desk import Desk
from ..options import settings
from ..runner import DONE, Outcome
from . import states
from .figures import number
from .importing import Importing
from .step import Step, row, wrapped
from .tables import LINE, POINT, POLYGON, TABLES, Table, missing, names
from .workspaces import Workspaces

GEOMETRY = {
    POINT: QgsWkbTypes.GeometryType.PointGeometry,
    LINE: QgsWkbTypes.GeometryType.LineGeometry,
    POLYGON: QgsWkbTypes.GeometryType.PolygonGeometry,
}
IMPORTED = ("doorplates", "areas", "facilities")


class DataStep(Step):
    """Which tables are there, and the imports."""

    NUMBER, KEY, PAGE = "①", "data", "data"

    sample_opened = pyqtSignal()

    def __init__(self, desk: Desk, workspaces: Workspaces, parent: QWidget | None = None) -> None:
        super().__init__(tr("Data"), parent)
        self._desk, self._workspaces = desk, workspaces
        self.importing = Importing(desk, self)
        self.table = self._table()
        self.words = wrapped("", self)
        self.import_button = QToolButton(self)
        self.import_button.setText(tr("Import…"))
        self.import_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.import_button.setMenu(self._import_menu())
        self.import_button.clicked.connect(lambda: self.importing.open("doorplates"))
        self.sample_button = QPushButton(tr("Open Sample District"), self)
        self.sample_button.clicked.connect(self.open_sample)
        self.add(self.words, row(self.import_button, self.sample_button), self.table)
        self.importing.refused.connect(self.refusal.tell)

    def _table(self) -> QTableWidget:
        table = QTableWidget(len(TABLES), 4, self)
        table.setHorizontalHeaderLabels([tr("Table"), tr("Rows"), tr("State"), ""])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        for column, mode in enumerate(("Stretch", "ResizeToContents", "ResizeToContents", "ResizeToContents")):
            header.setSectionResizeMode(column, getattr(QHeaderView.ResizeMode, mode))
        for position, each in enumerate(TABLES):
            table.setItem(position, 0, QTableWidgetItem(each.name + (" *" if each.needed else "")))
            for column in (1, 2):
                table.setItem(position, column, QTableWidgetItem())
            table.item(position, 1).setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setCellWidget(position, 3, self._more(each))
        table.setToolTip(tr("Tables with * are needed for step ③."))
        table.setAccessibleName(tr("Tables of the workspace"))
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.resizeRowsToContents()
        height = header.sizeHint().height() + sum(table.rowHeight(position) for position in range(len(TABLES))) + 4
        table.setMinimumHeight(height)
        table.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return table

    def _more(self, table: Table) -> QToolButton:
        button = QToolButton(self)
        button.setText("⋯")
        button.setAutoRaise(True)
        button.setAccessibleName(tr("Actions of {table}").format(table=table.name))
        button.setToolTip(button.accessibleName())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(partial(self._fill_menu, menu, table))
        button.setMenu(menu)
        return button

    def _fill_menu(self, menu: QMenu, table: Table) -> None:
        menu.clear()
        menu.addAction(tr("Import File…"), partial(self.importing.open, table.key))
        layers = menu.addMenu(tr("Use Project Layer"))
        for layer in self._layers(table):
            layers.addAction(layer.name(), partial(self.importing.open, table.key, layer))
        layers.setEnabled(not layers.isEmpty())
        there = bool(self._desk.binding.tables().get(table.key))
        for title, does in ((tr("Open Attribute Table"), self._open_table), (tr("Add to Map"), self._add_to_map)):
            menu.addAction(title, partial(does, table)).setEnabled(there)
        if table.key == "areas":
            menu.addAction(tr("Build Grid Codes…"), self._build_codes).setEnabled(there)
        menu.addSeparator()
        menu.addAction(tr("Empty Table…"), partial(self._empty, table)).setEnabled(there and not self._desk.runner.busy)

    def _layers(self, table: Table) -> list[QgsMapLayer]:
        wanted = GEOMETRY.get(table.kind)
        vectors = (layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer))
        return sorted((layer for layer in vectors if wanted is None or layer.geometryType() == wanted), key=QgsMapLayer.name)

    def _import_menu(self) -> QMenu:
        menu = QMenu(self)
        titles = {"doorplates": tr("Doorplates…"), "areas": tr("Areas…"), "facilities": tr("Facilities…")}
        for key in IMPORTED:
            menu.addAction(titles[key], partial(self.importing.open, key))
        menu.addAction(tr("OSM File…"), self.importing.ask_osm)
        totals = menu.addAction(tr("List of Totals…"), self.importing.ask_totals)
        totals.setToolTip(tr("Households, residents, elderly or children by area."))
        menu.aboutToShow.connect(lambda: totals.setEnabled(bool(self._desk.binding.tables().get("areas"))))
        others = menu.addMenu(tr("Other Layer"))
        for table in TABLES:
            if table.key not in IMPORTED:
                others.addAction(table.name, partial(self.importing.open, table.key))
        return menu

    def open_sample(self) -> None:
        """Generate the sample district and work on it."""
        self.refusal.tell(self._workspaces.sample(self._sample_ended))

    def _sample_ended(self, outcome: Outcome) -> None:
        if outcome.state == DONE:
            self.sample_opened.emit()

    def open_file(self, path: Path) -> None:
        """Begin with a file that was dropped on the panel."""
        if path.name.lower().endswith((".osm", ".pbf")):
            self.importing.import_osm(path)
        else:
            self.importing.open("doorplates", str(path))

    def refresh(self) -> None:
        """Rows and states of the tables, and the state of the step."""
        rows, lacking = self._desk.binding.tables(), missing(self._desk.binding.tables())
        for position, table in enumerate(TABLES):
            count = rows.get(table.key, 0)
            self.table.item(position, 1).setText(number(count) if count else "–")
            self.table.item(position, 2).setText(_word(count, needed=table.needed))
        busy = self._desk.runner.busy
        for button in (self.import_button, self.sample_button):
            button.setEnabled(not busy)
            button.setToolTip(tr("{job} is still running.").format(job=self._desk.runner.title) if busy else "")
        self.table.setVisible(self._desk.binding.path is not None)
        if busy == self.KEY:
            self.tell_state(states.RUNNING)
        elif lacking:
            self.tell_state(states.EMPTY)
        else:
            self.tell_state(states.DONE, tr("{count} doorplates").format(count=number(rows["doorplates"])))
        self.words.setText(self._advice(lacking))
        self.words.setVisible(bool(self.words.text()))

    def _advice(self, lacking: list[Table]) -> str:
        if self._desk.binding.path is None:
            return tr("Open the sample district, or import a file: it makes a workspace.")
        return tr("Still missing: {tables}.").format(tables=names(lacking)) if lacking else ""

    def _open_table(self, table: Table) -> None:
        layer = self._desk.layertree.layer(table.key) or self._add_to_map(table)
        self._desk.iface.showAttributeTable(layer)

    def _add_to_map(self, table: Table) -> QgsVectorLayer:
        layer = QgsVectorLayer(self._desk.binding.source(table.key), table.name, "ogr")
        QgsProject.instance().addMapLayer(layer)
        return layer

    def _build_codes(self) -> None:
        given = {"AREAS": self._desk.binding.source("areas"), "DIGITS": int(settings.value("code_scheme"))}
        self._desk.open_dialog("buildgridcodes", given)

    def _empty(self, table: Table) -> None:
        count = number(self._desk.binding.tables().get(table.key, 0))
        words = tr("Delete all {count} rows of {table} from the workspace? This cannot be undone.").format(count=count, table=table.name)
        if QMessageBox.question(self, tr("Empty Table"), words) == QMessageBox.StandardButton.Yes:
            QgsVectorLayer(self._desk.binding.source(table.key), table.key, "ogr").dataProvider().truncate()
            self._desk.binding.refresh()


def _word(count: int, *, needed: bool) -> str:
    if count:
        return states.label(states.DONE)
    return states.label(states.EMPTY) if needed else tr("– optional")
