"""The table of the problem list with its keys."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from ...i18n import tr
from .choices import COLUMNS

WIDTHS = (76, 120, 330, 200, 230, 130)
KEYS = {
    Qt.Key.Key_Return: "zoom",
    Qt.Key.Key_Enter: "zoom",
    Qt.Key.Key_F: "fix",
    Qt.Key.Key_A: "accept",
    Qt.Key.Key_I: "ignore",
    Qt.Key.Key_C: "check",
    Qt.Key.Key_E: "edit",
    Qt.Key.Key_N: "next",
    Qt.Key.Key_P: "previous",
}


class ProblemTable(QTableView):
    """Says by a signal what a key asks for; arrows and N and P only move, the map stays."""

    asked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Community3DProblemTable")
        self.setAccessibleName(tr("Problem list"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSortingEnabled(True)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.doubleClicked.connect(lambda *_: self.asked.emit("zoom"))

    def set_widths(self) -> None:
        """Give the columns their first widths; the explanation takes what is left."""
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(COLUMNS.index("message"), QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Decide by one letter; what is no key of ours is the table's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        asked = None if held else KEYS.get(Qt.Key(event.key()))
        if asked in ("next", "previous"):
            self.step(1 if asked == "next" else -1)
        elif asked:
            self.asked.emit(asked)
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Go to the next row, or the one before; the last one stays where there is no further."""
        self.go(self.currentIndex().row() + by if self.currentIndex().isValid() else 0)

    def go(self, row: int) -> None:
        """Select a row, or the one nearest to it that there is."""
        rows = self.model().rowCount()
        if rows:
            self.selectRow(min(max(row, 0), rows - 1))

    def chosen(self) -> list[int]:
        """The selected rows from top to bottom."""
        return sorted({row for block in self.selectionModel().selection() for row in range(block.top(), block.bottom() + 1)})

    def _copy(self) -> None:
        """Put the selected rows on the clipboard, columns apart by tabs."""
        columns = range(self.model().columnCount())
        lines = ["\t".join(str(self.model().index(row, column).data()) for column in columns) for row in self.chosen()]
        QApplication.clipboard().setText("\n".join(lines))
