"""The import dialog: file or layer, how to read it, what was recognised, where it lies; disabled until nothing is missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsMapLayerProxyModel,
    QgsProcessingUtils,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsFileWidget, QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from ...i18n import tr
from ...styles import look
from ..desk import Desk
from ..runner import CANCELED, DONE, Outcome
from ..taborder import tab_as_read
from . import choices
from .figures import number
from .mappingtable import MappingTable
from .step import Refusal, row, wrapped
from .tables import Table

ALGORITHM, STEP = "previewimport", "preview"
FILES = "*.csv *.txt *.tsv *.xlsx *.xlsm *.shp *.gpkg *.geojson *.json *.kml *.kmz *.dxf *.gdb *.tab *.mif"
COORDINATES = ("auto", "WGS84", "CGCS2000", "GCJ-02", "BD-09")
WAIT_MS = 300
WIDTH, HEIGHT = 760, 520


class ImportDialog(QDialog):
    """Chooses a source and how to read it; wanted hands over the parameters and the path of the workspace."""

    wanted = pyqtSignal(dict, str)

    def __init__(self, desk: Desk, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._table, self._layer = desk, table, None
        self._points = self._outdated = False
        self._recognised: dict[str, Any] = {}
        self.setWindowTitle(tr("Import {table}").format(table=table.name))
        self.setObjectName("Community3DImport")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._preview)
        self._make_outputs()
        self._make_inputs()
        self._lay_out()
        self.resize(WIDTH, HEIGHT)
        self._tell()

    # How it is made

    def _make_inputs(self) -> None:
        self.file = QgsFileWidget(self)
        self.file.setFilter(tr("Tables and layers ({endings})").format(endings=FILES) + ";;" + tr("All files (*)"))
        self.file.fileChanged.connect(self._file_chosen)
        self.layer = QgsMapLayerComboBox(self)
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layer.setAllowEmptyLayer(True)
        self.layer.setLayer(None)
        self.layer.layerChanged.connect(self._layer_chosen)
        self.encoding = QComboBox(self)
        for word, label in choices.entries(ALGORITHM, "ENCODING").items():
            self.encoding.addItem(label, word)
        self.coordinates = QComboBox(self)
        self.coordinates.setEditable(True)
        self.coordinates.addItems([tr("Automatic"), *COORDINATES[1:]])
        self.reference = QComboBox(self)
        self._fill_reference()
        for widget, name in (
            (self.file.lineEdit(), tr("File")),
            (self.layer, tr("or layer")),
            (self.encoding, tr("Encoding")),
            (self.coordinates, tr("Coordinates")),
            (self.reference, tr("Reference")),
        ):
            widget.setAccessibleName(name)
        self.encoding.activated.connect(self._changed)
        self.coordinates.activated.connect(self._changed)
        self.coordinates.lineEdit().editingFinished.connect(self._changed)
        self.reference.activated.connect(self._changed)
        self.workspace = QgsFileWidget(self)
        self.workspace.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.workspace.lineEdit().setAccessibleName(tr("Into workspace"))
        self.workspace.setFilter("GeoPackage (*.gpkg)")
        bound = self._desk.binding.path
        if bound:
            self.workspace.setFilePath(str(bound))
        self.workspace.fileChanged.connect(self._tell)

    def _fill_reference(self) -> None:
        self.reference.addItem(tr("None"), "")
        rows = self._desk.binding.tables()
        for table, title in (("streets", tr("Walking network")), ("buildings", tr("Buildings")), ("areas", tr("Areas"))):
            if rows.get(table) and table != self._table.key:
                self.reference.addItem(tr("{table} of the workspace").format(table=title), self._desk.binding.source(table))
        for layer in QgsProject.instance().mapLayers().values():
            if isinstance(layer, QgsVectorLayer) and layer.isSpatial():
                self.reference.addItem(layer.name(), layer.id())
        self.reference.setCurrentIndex(1 if self.reference.count() > 1 else 0)

    def _make_outputs(self) -> None:
        self.words, self.privacy = wrapped("", self), wrapped("", self)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.refusal = Refusal(self)
        self.mapping = MappingTable(self)
        self.mapping.edited.connect(self._changed)
        self.canvas = QgsMapCanvas(self)
        self.canvas.setCanvasColor(self.palette().color(QPalette.ColorRole.Base))
        self.canvas.setMinimumSize(180, 120)
        self.canvas.setAccessibleName(tr("Where the rows lie"))
        self.missing = wrapped("", self)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Cancel | standard.Help, self)
        self.import_button = self.buttons.addButton(tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._wanted)
        self.buttons.rejected.connect(self.reject)
        self.buttons.helpRequested.connect(self._help)
        for button, words in ((standard.Cancel, tr("Cancel")), (standard.Help, tr("Help"))):
            self.buttons.button(button).setText(words)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("File"), self.file)
        form.addRow(tr("or layer"), self.layer)
        if self._desk.binding.path is None:
            form.addRow(tr("Into workspace"), self.workspace)
        else:
            self.workspace.hide()
        reading = row(
            self.encoding, wrapped(tr("Coordinates"), self), self.coordinates, wrapped(tr("Reference"), self), self.reference, stretch=4
        )
        form.addRow(tr("Encoding"), reading)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.mapping)
        split.addWidget(self.canvas)
        split.setSizes([WIDTH * 2 // 3, WIDTH // 3])
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for widget in (self.words, self.privacy, self.refusal):
            layout.addWidget(widget)
        layout.addWidget(split, 1)
        layout.addWidget(self.missing)
        layout.addWidget(self.buttons)
        tab_as_read(self)

    # What a person does

    def start_with(self, source: str | QgsMapLayer) -> None:
        """Begin with a file or a layer of the project."""
        if isinstance(source, QgsMapLayer):
            self.layer.setLayer(source)
        else:
            self.file.setFilePath(source)

    def _file_chosen(self, path: str) -> None:
        if path:
            self.layer.setLayer(None)
        if path and not self.workspace.filePath():
            self.workspace.setFilePath(str(Path(path).with_name(tr("Jurisdiction") + ".gpkg")))
        self.mapping.forget()
        self._changed()

    def _layer_chosen(self, layer: QgsMapLayer | None) -> None:
        if layer is not None:
            self.file.setFilePath("")
            self.mapping.forget()
            self._changed()

    def _changed(self, *_: object) -> None:
        self._recognised = {}
        self._tell()
        if self._source():
            self._timer.start()

    def _wanted(self) -> None:
        self.refusal.tell("")
        self.wanted.emit(self._chosen(), self.workspace.filePath())

    def _help(self) -> None:
        from ..help_pages import open_page

        open_page("data")

    def reject(self) -> None:
        """Leave; a preview or import that runs is canceled."""
        self._timer.stop()
        if self._desk.runner.busy in (STEP, "data"):
            self._desk.runner.cancel()
        super().reject()

    def done(self, result: int) -> None:
        """Let the preview's layers go: those that outlive QGIS bring it down when Python collects them."""
        self.canvas.setLayers([])
        self._layers = []
        super().done(result)

    # What it says

    def _source(self) -> str:
        layer = self.layer.currentLayer()
        return layer.id() if layer is not None else self.file.filePath()

    def _chosen(self) -> dict[str, Any]:
        typed = self.coordinates.currentText().strip()
        return {
            "INPUT": self._source(),
            "ENCODING": self.encoding.currentData(),
            "COORDINATES": "auto" if typed in ("", tr("Automatic")) else typed,
            **({"REFERENCE": self.reference.currentData()} if self.reference.currentData() else {}),
            **self.mapping.parameters(),
        }

    def _preview(self) -> None:
        if self._desk.runner.busy:
            self._outdated = True
            self._desk.runner.cancel()
            return
        output = QgsProcessingUtils.generateTempFilename("preview.gpkg")
        parameters = {**self._chosen(), "TABLE": self._table.key, "OUTPUT": output}
        refusal = self._desk.runner.run(ALGORITHM, parameters, step=STEP, then=self._previewed)
        self.tell_refusal(refusal)
        self._tell()

    def _previewed(self, outcome: Outcome) -> None:
        if self._outdated:
            self._outdated = False
            self._timer.start()
            return
        if outcome.state == CANCELED or not self.isVisible():
            return
        if outcome.state != DONE:
            self.tell_refusal(outcome.words)
            return
        self.refusal.tell("")
        self._recognised = outcome.results
        self.mapping.fill(json.loads(outcome.results["PREVIEW"]), self._known(outcome.results))
        tab_as_read(self)
        self._show_points(outcome.results.get("OUTPUT"))
        self._tell()

    def _known(self, results: dict[str, Any]) -> dict[str, str]:
        return {**json.loads(results["KNOWN_COLUMNS"]), "x": tr("X (east)"), "y": tr("Y (north)")}

    def _show_points(self, source: str | None) -> None:
        points = QgsVectorLayer(source, "points", "ogr") if source else None
        layers = [points] if points is not None and points.isValid() else []
        there = [table for table in ("areas", "streets") if self._desk.binding.tables().get(table)]
        layers += [QgsVectorLayer(self._desk.binding.source(table), table, "ogr") for table in there]
        for layer, token in zip(layers, ("bad", "text_3", "estate_wall")):
            _draw_plainly(layer, look.surface("light", token))
        self._layers = layers  # the canvas keeps no layer alive
        self.canvas.setLayers(layers)
        if layers:
            self.canvas.setDestinationCrs(layers[0].crs())
            box = layers[0].extent()
            box.scale(1.2)
            self.canvas.setExtent(box)
        self.canvas.refresh()

    def tell_refusal(self, words: str) -> None:
        """A sentence in the orange frame, parameters by their labels."""
        self.refusal.tell(_by_labels(words))

    def _tell(self, *_: object) -> None:
        found = self._recognised
        self.words.setText(_recognised_words(found))
        self.words.setVisible(bool(found))
        dropped = str(found.get("COLUMNS_DROPPED") or "")
        self.privacy.setText(_dropped_words(dropped) if dropped else "")
        self.privacy.setVisible(bool(dropped))
        unplaced = str(found.get("NOT_PLACED") or "")
        if unplaced:
            self.refusal.tell(_by_labels(unplaced), *self._ways_out(unplaced))
            tab_as_read(self)
        lacking = self._lacking()
        self.missing.setText(lacking)
        self.missing.setVisible(bool(lacking))
        self.import_button.setEnabled(not lacking and not unplaced)
        self.import_button.setToolTip(lacking)

    def _ways_out(self, unplaced: str) -> list[QPushButton]:
        return [self._way_out(word) for word in ("WGS84", "GCJ-02", "BD-09")] if "GCJ-02" in unplaced else []

    def _way_out(self, word: str) -> QPushButton:
        button = QPushButton(word, self.refusal)
        button.setToolTip(tr("The coordinates are {word}").format(word=word))
        button.clicked.connect(lambda: (self.coordinates.setCurrentText(word), self._changed()))
        return button

    def _lacking(self) -> str:
        if not self._source():
            return tr("Choose a file or a layer.")
        if self._desk.runner.busy:
            return tr("Looking at the file…")
        if not self.workspace.filePath():
            return tr("Choose the workspace to import into.")
        if not self._recognised:
            return tr("The file has not been recognised yet.")
        known = json.loads(self._recognised["KNOWN_COLUMNS"])
        names = [known.get(name, name) for name in str(self._recognised.get("MISSING") or "").split(", ") if name]
        return tr("Say which columns hold: {columns}.").format(columns=tr(", ").join(names)) if names else ""


def _by_labels(words: str) -> str:
    """The sentence with what the dialog calls them in the place of parameter keys, which are for scripts."""
    for key in ("COORDINATES", "REFERENCE", "ENCODING", "X_FIELD", "Y_FIELD"):
        words = words.replace(key, f"“{choices.definition(ALGORITHM, key).description()}”")
    return words


def _dropped_words(dropped: str) -> str:
    count = len(dropped.split(", "))
    if count == 1:
        return tr("One column with personal data is left out: {column}.").format(column=dropped)
    columns = dropped.replace(", ", tr(", "))
    return tr("{count} columns with personal data are left out: {columns}.").format(count=count, columns=columns)


def _recognised_words(found: dict[str, Any]) -> str:
    if not found:
        return ""
    rows = found["ROWS_READ"]
    said = [tr("One row.") if rows == 1 else tr("{count} rows.").format(count=number(rows))]
    if found["ENCODING_DETECTED"]:
        said.append(tr("Encoding: {name}.").format(name=found["ENCODING_DETECTED"]))
    if found["COORDINATES_DETECTED"]:
        said.append(tr("Coordinates: {name}.").format(name=found["COORDINATES_DETECTED"]))
    if found["OFFSET_M"]:
        said.append(_shift_words(found))
    return " ".join(said)


def _shift_words(found: dict[str, Any]) -> str:
    east, north = found["OFFSET_EAST_M"], found["OFFSET_NORTH_M"]
    words = {
        (True, True): tr("They lie {metres} m off on average ({east} m east, {north} m north) and are moved back."),
        (True, False): tr("They lie {metres} m off on average ({east} m east, {north} m south) and are moved back."),
        (False, True): tr("They lie {metres} m off on average ({east} m west, {north} m north) and are moved back."),
        (False, False): tr("They lie {metres} m off on average ({east} m west, {north} m south) and are moved back."),
    }
    return words[east >= 0, north >= 0].format(metres=number(found["OFFSET_M"]), east=number(abs(east)), north=number(abs(north)))


def _draw_plainly(layer: QgsVectorLayer, colour: str) -> None:
    """One thin colour: points as dots, areas as outlines."""
    symbol = QgsSymbol.defaultSymbol(layer.geometryType())
    if symbol is None:
        return
    # The layer may bring a look of its own, with labels.
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setLabelsEnabled(False)
    symbol.setColor(QColor(colour))
    if layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry:
        symbol.symbolLayer(0).setBrushStyle(Qt.BrushStyle.NoBrush)
        symbol.symbolLayer(0).setStrokeColor(QColor(colour))
