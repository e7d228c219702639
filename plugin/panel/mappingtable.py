"""The mapping of an import: each column of the file with its first values, and which of ours it is."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ...i18n import tr

X, Y = "x", "y"
SIGNS = ";；=＝,，\n"


class MappingTable(QTableWidget):
    """One row for each column of the file; a combo says what it is."""

    edited = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([tr("Column of the file"), tr("First values"), tr("Our field")])
        self.setAccessibleName(tr("Mapping of columns"))
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.setMinimumHeight(120)
        self._combos: dict[str, QComboBox] = {}
        self._was_edited = False

    def fill(self, columns: Sequence[dict], known: dict[str, str]) -> None:
        """Show the columns with what they were recognised as; known are the labels of ours by name."""
        self._combos.clear()
        self.setRowCount(0)
        self.setRowCount(len(columns))
        for position, column in enumerate(columns):
            shown = tr(", ").join(filter(None, column["values"]))
            for place, words in enumerate((column["name"], shown)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(position, place, item)
            combo = QComboBox(self)
            combo.setAccessibleName(tr("Our field for {column}").format(column=column["name"]))
            combo.addItem(tr("(not used)"), "")
            for name, label in known.items():
                combo.addItem(label, name)
            combo.setCurrentIndex(max(0, combo.findData(column["ours"])))
            combo.activated.connect(self._edited)
            self._combos[column["name"]] = combo
            self.setCellWidget(position, 2, combo)

    def _edited(self) -> None:
        self._was_edited = True
        self.edited.emit()

    def forget(self) -> None:
        """Recognise again: what was chosen belongs to another file."""
        self._was_edited = False

    def parameters(self) -> dict[str, str]:
        """FIELDS, X_FIELD and Y_FIELD; empty where nothing was changed by hand."""
        if not self._was_edited:
            return {}
        chosen = {combo.currentData(): name for name, combo in self._combos.items() if combo.currentData()}
        axes = {f"{axis.upper()}_FIELD": chosen.pop(axis, "") for axis in (X, Y)}
        return {"FIELDS": "; ".join(f"{ours}={_quoted(name)}" for ours, name in chosen.items()), **axes}


def _quoted(name: str) -> str:
    return f'"{name}"' if any(sign in name for sign in SIGNS) else name
