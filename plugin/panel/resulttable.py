"""The result of step ③: category, limit, covered weight, rate and verdict, the lowest rate first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from ...i18n import mark, tr
from ...processing.contents import whole_district
from .figures import number, share

WIDE, PADDING = "户", 8
VERDICTS = {
    "pass": mark("✔ Target met"),
    "fail": mark("✕ Target missed"),
    "no_data": mark("□ Not enough data"),
    "not_judged": mark("– Not judged"),
}


@dataclass(frozen=True)
class Line:
    """One category in all of the district."""

    category: str
    ok: float | None
    rate: float | None
    verdict: str


def lines(result: Path) -> list[Line]:
    """The lines of a result's summary that count the whole district, the lowest rate first and unknown ones last."""
    found = [Line(*values) for values in whole_district(result)]
    return sorted(found, key=lambda line: (line.rate is None, line.rate or 0.0))


class ResultTable(QTableWidget):
    """The lines; chosen tells the category of the row that was clicked."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self.setAccessibleName(tr("Coverage by category"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.itemSelectionChanged.connect(self._selected)

    def fill(self, found: Sequence[Line], limits: dict[str, tuple[str, str]], unit: str) -> None:
        """Show the lines; limits are name and limit by category, unit what the weight counts."""
        self.setHorizontalHeaderLabels([tr("Category"), tr("Limit"), unit, tr("Rate"), tr("Verdict")])
        self.horizontalHeaderItem(2).setToolTip(tr("Covered ({unit})").format(unit=unit))
        self.setRowCount(len(found))
        for position, line in enumerate(found):
            name, limit = limits.get(line.category, (line.category, ""))
            for column, words in enumerate((name, limit, number(line.ok), share(line.rate), tr(VERDICTS.get(line.verdict, line.verdict)))):
                item = QTableWidgetItem(words)
                item.setData(Qt.ItemDataRole.UserRole, line.category)
                item.setToolTip(words)
                if 1 <= column <= 3:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(position, column, item)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        for column in (1, 3, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        # The unit of the weight may be a long word: its numbers tell the width, the tool tip the word.
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setColumnWidth(2, max(self.sizeHintForColumn(2), header.fontMetrics().horizontalAdvance(4 * WIDE)) + PADDING)
        self._fit_names()
        self.resizeRowsToContents()
        height = sum(self.rowHeight(position) for position in range(len(found)))
        self.setMinimumHeight(height + header.sizeHint().height() + self.horizontalScrollBar().sizeHint().height() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Names take the room that figures leave."""
        super().resizeEvent(event)
        self._fit_names()

    def _fit_names(self) -> None:
        """Names have what the other columns leave; in a narrow panel with large letters the table scrolls before names are gone."""
        room = self.viewport().width()
        left = room - sum(self.columnWidth(column) for column in range(1, self.columnCount()))
        self.setColumnWidth(0, max(left, min(self.sizeHintForColumn(0), room // 2)))

    def _selected(self) -> None:
        items = self.selectedItems()
        if items:
            self.chosen.emit(items[0].data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Copying gives tab-separated text."""
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
            return
        rows = [[self.item(line, column).text() for column in range(5)] for line in range(self.rowCount())]
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows))
