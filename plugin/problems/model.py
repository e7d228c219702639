"""The problems as a table that sorts and filters."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, QSortFilterProxyModel, Qt

from .choices import COLUMNS, OPEN, SEVERITIES, headings, severity_words, state_words
from .store import Found

DISPLAY, TIP, SORT, ACCESSIBLE = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.UserRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
STATES = ("open", "on_site", "fixed", "accepted", "ignored")


class ProblemModel(QAbstractTableModel):
    """One row for each problem, one column for each of COLUMNS."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Found] = []
        self._headings = headings()

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """How many problems there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:  # noqa: N802
        """The word over a column."""
        return self._headings[section] if orientation == Qt.Orientation.Horizontal and role == DISPLAY else None

    def data(self, index: QModelIndex, role: int = DISPLAY) -> object:
        """The words of a cell; the whole problem in its tool tip."""
        if not index.isValid():
            return None
        found, column = self._rows[index.row()], COLUMNS[index.column()]
        if role in (DISPLAY, ACCESSIBLE):
            return _words(found, column)
        if role == TIP:
            return "\n".join(filter(None, (found.message, found.fix, found.reason, found.problem_id)))
        return _rank(found, column) if role == SORT else None

    def fill(self, rows: list[Found]) -> None:
        """Show other problems."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def at(self, row: int) -> Found:
        """The problem of a row."""
        return self._rows[row]

    def put(self, row: int, found: Found) -> None:
        """Show a problem as it was decided."""
        self._rows[row] = found
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def rows(self) -> list[Found]:
        """All problems."""
        return list(self._rows)


def _words(found: Found, column: str) -> str:
    if column == "severity":
        return severity_words(found.severity)
    if column == "rule":
        return found.title
    if column == "place":
        return " · ".join(filter(None, (found.area, found.place)))
    if column == "fix":
        return found.fix if found.fixable else ""
    if column == "state":
        return f"{state_words(found.state)} · {found.reason}" if found.reason else state_words(found.state)
    return found.message


def _rank(found: Found, column: str) -> object:
    if column == "severity":
        return SEVERITIES.index(found.severity) if found.severity in SEVERITIES else len(SEVERITIES)
    if column == "state":
        return STATES.index(found.state) if found.state in STATES else len(STATES)
    return _words(found, column)


class ProblemFilter(QSortFilterProxyModel):
    """The problems of a severity, a rule, an area, a state, or with some words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT)
        self._wanted: dict[str, str] = {}
        self._words = ""

    def want(self, what: str, value: str) -> None:
        """Show only problems with this value of severity, title, area or state; empty shows all."""
        self._wanted[what] = value
        self.invalidateFilter()

    def search(self, words: str) -> None:
        """Show only problems that hold these words."""
        self._words = words.strip().casefold()
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # noqa: N802
        """Whether a problem is shown."""
        found = self.sourceModel().at(row)
        if any(value and getattr(found, what) != value for what, value in self._wanted.items()):
            return False
        said = (found.title, found.message, found.area, found.place, found.row, found.reason)
        return not self._words or any(self._words in words.casefold() for words in said)


def open_count(rows: list[Found], severity: str) -> int:
    """How many problems of a severity wait for a decision."""
    return sum(found.severity == severity and found.state == OPEN for found in rows)
