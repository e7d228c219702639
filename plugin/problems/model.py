"""The problems as a table that sorts and filters."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from .choices import COLUMNS, OPEN, SEVERITIES, headings, severity_words, state_words
from .store import Found

DISPLAY, TIP, ACCESSIBLE = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
STATES = ("open", "on_site", "fixed", "accepted", "ignored")


class ProblemModel(QAbstractTableModel):
    """The problems that are wanted, one row each, one column for each of COLUMNS.

    It sorts and filters by itself: a proxy would ask Python for two cells at each comparison, half a second for 5,000 problems.
    A place is that of a problem in the list that was read, a row that among those shown.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list: list[Found] = []
        self._shown: list[int] = []
        self._headings = headings()
        self._wanted: dict[str, str] = {}
        self._searched = ""
        self._order = (0, Qt.SortOrder.AscendingOrder)

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """How many problems are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

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
        found, column = self.at(self.place(index.row())), COLUMNS[index.column()]
        if role in (DISPLAY, ACCESSIBLE):
            return _words(found, column)
        return "\n".join(filter(None, (found.message, found.fix, found.reason, found.problem_id))) if role == TIP else None

    def fill(self, found: list[Found]) -> None:
        """Show other problems."""
        self.beginResetModel()
        self._list = found
        self._choose()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Show the problems in another order; where the column does not decide, in that of the list."""
        self._order = (column, order)
        self._show_anew()

    def want(self, what: str, value: str) -> None:
        """Show only problems with this value of severity, title, area or state; empty shows all."""
        if self._wanted.get(what, "") != value:
            self._wanted[what] = value
            self._show_anew()

    def search(self, words: str) -> None:
        """Show only problems that hold these words."""
        self._searched = words.strip().casefold()
        self._show_anew()

    def place(self, row: int) -> int:
        """The place in the list of what a row shows."""
        return self._shown[row]

    def places(self) -> list[int]:
        """The places in the list of all that is shown, from top to bottom."""
        return list(self._shown)

    def at(self, place: int) -> Found:
        """The problem of a place."""
        return self._list[place]

    def put(self, changed: dict[int, Found]) -> None:
        """Show problems as they were decided, by their places: where they stand, unless such ones are not wanted."""
        for place, found in changed.items():
            self._list[place] = found
        if all(map(self._fits, changed.values())):
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(COLUMNS) - 1))
        else:
            self._show_anew()

    def all(self) -> list[Found]:
        """All problems, in the order of the list."""
        return list(self._list)

    def _show_anew(self) -> None:
        """Another choice or order of the same list; what is selected stays selected where it is still shown."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        places = [(self.place(index.row()), index.column()) for index in kept]
        self._choose()
        rows = {place: row for row, place in enumerate(self._shown)}
        now = [self.index(rows[place], column) if place in rows else QModelIndex() for place, column in places]
        self.changePersistentIndexList(kept, now)
        self.layoutChanged.emit()

    def _choose(self) -> None:
        column, order = self._order
        self._shown = [place for place, found in enumerate(self._list) if self._fits(found)]
        if column >= 0:
            name = COLUMNS[column]
            self._shown.sort(key=lambda place: _rank(self._list[place], name), reverse=order == Qt.SortOrder.DescendingOrder)

    def _fits(self, found: Found) -> bool:
        if any(value and getattr(found, what) != value for what, value in self._wanted.items()):
            return False
        said = (found.title, found.message, found.area, found.place, found.row, found.reason)
        return not self._searched or any(self._searched in words.casefold() for words in said)


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


def open_count(rows: list[Found], severity: str) -> int:
    """How many problems of a severity wait for a decision."""
    return sum(found.severity == severity and found.state == OPEN for found in rows)
