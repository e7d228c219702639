"""A form for a profile of one's own: which categories are judged, how far, with which target."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...layers.errors import InputError
from ...processing.ownprofiles import Line, Sheet, faults, save
from .step import Refusal, wrapped

USED, LIMIT, UNIT, TARGET = range(4)
MOST = {"min": 120.0, "m": 20_000.0}
MOST_DECIMALS = 6


class Figure(QDoubleSpinBox):
    """A number that takes every decimal and shows those it has: 60 stands as 60 and can become 62.5."""

    def textFromValue(self, value: float) -> str:  # noqa: N802
        """The number without zeros at its end."""
        words, point = super().textFromValue(value), self.locale().decimalPoint()
        return words.rstrip("0").rstrip(point) if point in words else words


class ProfileDialog(QDialog):
    """Shows a profile file; Save keeps it only where nothing is wrong, else all faults stand above the buttons."""

    def __init__(self, path: Path, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path, self._sheet = path, sheet
        self.setWindowTitle(tr("Edit Profile"))
        self.setObjectName("Community3DProfileDialog")
        self.title_text = QLineEdit(sheet.title, self)
        form = QFormLayout()
        form.addRow(tr("Name of the profile"), self.title_text)
        self.table = QTableWidget(len(sheet.lines), 4, self)
        self._fill()
        words = tr("A limit that is changed here counts as your office's own and is printed so; targets are shares in percent.")
        self.refusal = Refusal(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText(tr("Save"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        self.editor_button = self.buttons.addButton(tr("Open in Text Editor"), QDialogButtonBox.ButtonRole.ActionRole)
        self.editor_button.clicked.connect(self._open_editor)
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.table, 1)
        layout.addWidget(wrapped(words, self))
        layout.addWidget(self.refusal)
        layout.addWidget(self.buttons)
        self.resize(560, 480)

    def _fill(self) -> None:
        self.table.setHorizontalHeaderLabels([tr("Judged category"), tr("Limit"), tr("Unit of the limit"), tr("Target (%)")])
        self.table.setAccessibleName(tr("Categories of the profile"))
        self.table.verticalHeader().hide()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(USED, QHeaderView.ResizeMode.Stretch)
        for place in (LIMIT, UNIT, TARGET):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        for row, line in enumerate(self._sheet.lines):
            item = QTableWidgetItem(line.name)
            item.setToolTip(line.category)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
            item.setCheckState(Qt.CheckState.Checked if line.used else Qt.CheckState.Unchecked)
            self.table.setItem(row, USED, item)
            self.table.setCellWidget(row, LIMIT, self._number(line.limit, MOST[line.unit], tr("Limit of {category}"), line))
            self.table.setCellWidget(row, UNIT, self._unit(row, line))
            target = self._number(line.target or 0.0, 100.0, tr("Target of {category}"), line)
            target.setSpecialValueText(tr("none"))
            self.table.setCellWidget(row, TARGET, target)

    def _number(self, value: float, most: float, name: str, line: Line) -> QDoubleSpinBox:
        box = Figure(self.table)
        box.setRange(0, most)
        box.setDecimals(MOST_DECIMALS)
        box.setValue(value)
        box.setAccessibleName(name.format(category=line.name))
        return box

    def _unit(self, row: int, line: Line) -> QComboBox:
        combo = QComboBox(self.table)
        combo.addItem(tr("minutes"), "min")
        combo.addItem(tr("metres"), "m")
        combo.setCurrentIndex(combo.findData(line.unit))
        combo.setAccessibleName(tr("Unit of the limit of {category}").format(category=line.name))
        combo.currentIndexChanged.connect(lambda *_: self.table.cellWidget(row, LIMIT).setMaximum(MOST[combo.currentData()]))
        return combo

    def sheet(self) -> Sheet:
        """What the form says now."""
        return Sheet(self.title_text.text().strip(), tuple(self._line(row, line) for row, line in enumerate(self._sheet.lines)))

    def _line(self, row: int, line: Line) -> Line:
        target = self.table.cellWidget(row, TARGET).value()
        return replace(
            line,
            used=self.table.item(row, USED).checkState() == Qt.CheckState.Checked,
            limit=self.table.cellWidget(row, LIMIT).value(),
            unit=self.table.cellWidget(row, UNIT).currentData(),
            target=target or None,
        )

    def save(self) -> None:
        """Keep the profile and close; with faults it stays open and the file as it was."""
        try:
            save(self.path, self.sheet())
        except InputError as error:
            self.refusal.tell("\n".join(faults(error)))
            return
        self.accept()

    def _open_editor(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))
        self.reject()
