"""The dock of the problem list: filters, table, buttons; what they do is done by Deeds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QModelIndex, Qt, QTimer
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from . import choices
from .deeds import Deeds
from .model import ProblemModel, open_count
from .store import PIECE, Found
from .table import ProblemTable

if TYPE_CHECKING:
    from ..desk import Desk

WAITS = ("fix", "accept", "ignore", "check")


class ProblemDock(QgsDockWidget):
    """What the checks found in the bound workspace."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Problem list"), parent)
        self.setObjectName("Community3DProblems")
        self.model = ProblemModel(self)
        self.deeds = Deeds(desk, self)
        self.table = ProblemTable()
        self.table.setModel(self.model)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._combos: dict[str, QComboBox] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._read: list[Found] = []
        self._pieces: Iterator[list[Found]] = iter(())
        self._chosen: set[str] = set()  # what was selected before the list was read anew
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(self._read_on)
        self.setWidget(self._built())
        self.table.set_widths()
        self.table.asked.connect(self.deeds.carry_out)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self.refresh()

    def _built(self) -> QWidget:
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(4)
        layout.addLayout(self._filters())
        layout.addWidget(self.table, 1)
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.detail)
        layout.addLayout(self._decisions())
        return whole

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for what, title in (("severity", tr("Severity")), ("title", tr("Rule")), ("area", tr("Area")), ("state", tr("State"))):
            combo = QComboBox()
            combo.setObjectName(f"Community3DProblems_{what}")
            combo.setAccessibleName(title)
            combo.setToolTip(title)
            combo.setMinimumContentsLength(6)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.currentIndexChanged.connect(partial(self._filtered, what))
            self._combos[what] = combo
            row.addWidget(combo, 1)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._searched)
        row.addWidget(self.search, 1)
        self.count = QLabel()
        row.addWidget(self.count)
        return row

    def _decisions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, title, tip in (
            ("zoom", tr("Zoom (&Z)"), tr("Enter: the problem; once more: its surroundings")),
            ("fix", tr("Fix (&F)"), tr("F: mended when fixes are applied")),
            ("accept", tr("Accept (&A)"), tr("A: it is right as it is")),
            ("ignore", tr("Ignore (&I)"), tr("I: left alone, with a reason")),
            ("check", tr("To check list (&C)"), tr("C: somebody looks at it on site")),
            ("reopen", tr("Undo decision"), tr("Takes a decision back")),
            ("edit", tr("Edit this feature"), tr("E: selects it in its layer and starts editing")),
        ):
            row.addWidget(self._button(name, title, tip))
        row.addStretch(1)
        row.addWidget(self._button("recheck", tr("Check again"), tr("Runs all checks; what was decided stays decided")))
        row.addWidget(self._button("apply", tr("Apply fixes…"), tr("Mends a copy of the workspace and checks it again")))
        row.addWidget(self._lists())
        return row

    def _button(self, name: str, title: str, tip: str) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName(f"Community3DProblems_{name}")
        button.setToolTip(tip)
        button.clicked.connect(lambda *_: self.deeds.carry_out(name))
        self._buttons[name] = button
        return button

    def _lists(self) -> QPushButton:
        button = QPushButton(tr("Check list"))
        button.setToolTip(tr("The list for the people who go outside"))
        button.setObjectName("Community3DProblems_checklist")
        menu = QMenu(button)
        menu.addAction(tr("Export check list…"), partial(self.deeds.carry_out, "export"))
        menu.addAction(tr("Import check results…"), partial(self.deeds.carry_out, "import"))
        button.setMenu(menu)
        self._buttons["checklist"] = button
        return button

    def refresh(self) -> None:
        """Read the list of the bound workspace anew; a long one is shown when all of it has been read, windows answer meanwhile."""
        self._chosen |= self._names()
        self._read, self._pieces = [], self.deeds.pieces()
        self._read_on()

    def _read_on(self) -> None:
        piece = next(self._pieces, [])
        self._read += piece
        if len(piece) == PIECE:
            self.model.fill([])  # what is shown could be of another file
            self.recount()
            self._more.start(0)
        else:
            self._stop_reading()
            self._show_read()

    def _stop_reading(self) -> None:
        self._more.stop()
        self._pieces = iter(())  # what has not been read to its end holds on to the file

    def let_go(self) -> None:
        """Close the files that it works on."""
        self._stop_reading()
        self.deeds.close()

    def _show_read(self) -> None:
        self.model.fill(self._read)
        rows = self.model.all()
        self._fill_combo("severity", choices.severities(), tr("All severities"))
        self._fill_combo("title", {row.title: row.title for row in sorted(rows, key=lambda row: row.title)}, tr("All rules"))
        areas = sorted({row.area for row in rows} - {""})
        self._fill_combo("area", {area: area for area in areas}, tr("All areas"))
        self._fill_combo("state", choices.states(), tr("All states"))
        self._choose(self._chosen)
        self._chosen = set()
        self.recount()

    def _fill_combo(self, what: str, entries: dict[str, str], every: str) -> None:
        combo = self._combos[what]
        before = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(every, "")
        for value, words in entries.items():
            combo.addItem(words, value)
        combo.setCurrentIndex(max(combo.findData(before), 0))
        combo.blockSignals(False)
        self.model.want(what, combo.currentData() or "")

    def _filtered(self, what: str, _index: int) -> None:
        self.model.want(what, self._combos[what].currentData() or "")
        self.recount()

    def _searched(self, words: str) -> None:
        self.model.search(words)
        self.recount()

    def recount(self) -> None:
        """Say how many are shown and how many wait."""
        rows = self.model.all()
        errors, warnings, notes = (open_count(rows, severity) for severity in choices.SEVERITIES)
        words = tr("{shown} of {all} · to do: errors {errors}, warnings {warnings}, notes {notes}")
        self.count.setText(words.format(shown=self.model.rowCount(), all=len(rows), errors=errors, warnings=warnings, notes=notes))
        self._moved()

    def chosen_places(self) -> list[int]:
        """The places in the list of what is selected."""
        return [self.model.place(row) for row in self.table.chosen()]

    def _names(self) -> set[str]:
        return {self.model.at(place).problem_id for place in self.chosen_places()}

    def _choose(self, names: set[str]) -> None:
        """Select the first problem of these names, else the first one."""
        shown = self.model.places()
        if shown:
            self.table.selectRow(next((row for row, place in enumerate(shown) if self.model.at(place).problem_id in names), 0))

    def _moved(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        """Tell the whole problem below the table and which answers it takes."""
        index = self.table.currentIndex()
        found = self.model.at(self.model.place(index.row())) if index.isValid() else None
        self.detail.setText(self._detail() if found is None else "　".join(filter(None, (found.message, found.fix))))
        for name in (*WAITS, "zoom", "reopen", "edit"):
            self._buttons[name].setEnabled(found is not None)
        if found is not None:
            self._buttons["fix"].setEnabled(found.fixable)
            self._buttons["fix"].setToolTip(
                tr("F: mended when fixes are applied") if found.fixable else tr("No fix can be carried out by itself; edit the feature")
            )
            self._buttons["reopen"].setEnabled(found.state != choices.OPEN)
        for name in ("recheck", "checklist"):
            self._buttons[name].setEnabled(self.deeds.is_bound)
        self._buttons["apply"].setEnabled(any(row.state == choices.FIXED for row in self.model.all()))

    def _detail(self) -> str:
        if not self.deeds.is_bound:
            return tr("No workspace is open. Open one, or the sample district.")
        return tr("Not checked yet. Press “Check again”.") if not self.deeds.is_checked else ""
