"""The window of the environment check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...processing.components import Component, components
from ...processing.remedies import Remedy
from ..help_pages import open_page
from . import report

if TYPE_CHECKING:
    from ..desk import Desk
    from ..runner import Outcome

SIZE = (760, 560)  # pixels: fits a laptop of 1366 × 768
STEP = "verify"
MARGINS = 80  # of the dialog, the table and its scroll bar


class EnvironmentPage(QDialog):
    """Components, what gaps switch off, commands to copy, and the self-test. Nothing is ever installed from here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: list[Component] = components()
        self.setObjectName("Community3DEnvironment")
        self.setWindowTitle(tr("Environment check"))
        layout = QVBoxLayout(self)
        layout.addWidget(self._table(), 3)
        layout.addWidget(_sentence(report.summary(self._lines)))
        steps = report.commands(self._lines)
        if steps:
            layout.addWidget(self._commands(steps), 2)
        self._answer = _sentence("")
        self._answer.setObjectName("answer")
        layout.addWidget(self._answer)
        layout.addWidget(self._buttons())
        desk.runner.ended.connect(self._ended)

    def _table(self) -> QTreeWidget:
        table = QTreeWidget(self)
        table.setObjectName("components")
        table.setAccessibleName(tr("Environment check"))
        table.setRootIsDecorated(False)
        table.setAlternatingRowColors(True)
        table.setHeaderLabels(report.headers())
        for line in self._lines:
            table.addTopLevelItem(QTreeWidgetItem(report.cells(line)))
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        wanted = sum(max(table.sizeHintForColumn(k), table.header().sectionSizeHint(k)) for k in range(table.columnCount()))
        self.resize(max(SIZE[0], wanted + MARGINS), SIZE[1])
        return table

    def _commands(self, steps: list[Remedy]) -> QScrollArea:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.addWidget(_sentence(tr("Nothing is installed from here. After these commands restart QGIS.")))
        for remedy in steps:
            layout.addWidget(_sentence(remedy.case))
            layout.addLayout(self._command(remedy))
        layout.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _command(self, remedy: Remedy) -> QHBoxLayout:
        shown = QLineEdit(remedy.command)
        shown.setReadOnly(True)
        shown.setCursorPosition(0)
        shown.setAccessibleName(remedy.case)
        copy = QPushButton(tr("Copy"))
        copy.setAccessibleName(tr("Copy the command: {case}").format(case=remedy.case))
        copy.clicked.connect(lambda *_: _to_clipboard(remedy.command))
        line = QHBoxLayout()
        line.addWidget(shown, 1)
        line.addWidget(copy)
        return line

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Help)
        box.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        box.button(QDialogButtonBox.StandardButton.Help).setText(tr("Help"))
        self._verify = box.addButton(tr("Verify Installation"), QDialogButtonBox.ButtonRole.ActionRole)
        self._verify.setObjectName("verify")
        self._verify.clicked.connect(self._start)
        copy = box.addButton(tr("Copy Whole Report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copy")
        copy.clicked.connect(lambda *_: _to_clipboard(report.plain_text(self._lines)))
        box.rejected.connect(self.reject)
        box.helpRequested.connect(lambda: open_page("questions", "environment"))
        return box

    def _start(self) -> None:
        refusal = self._desk.runner.run("verify", {"OUTPUT": "TEMPORARY_OUTPUT"}, step=STEP)
        self._answer.setText(refusal or tr("Computing the sample town…"))
        self._verify.setEnabled(bool(refusal))

    def _ended(self, outcome: Outcome) -> None:
        if outcome.step != STEP:
            return
        self._verify.setEnabled(True)
        self._answer.setText(str(outcome.results.get("FIRST_WORD", "")) if outcome.state == "done" else outcome.words)

    def done(self, result: int) -> None:
        """Close, and listen no more."""
        self._desk.runner.ended.disconnect(self._ended)
        super().done(result)


def _sentence(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    return label


def _to_clipboard(words: str) -> None:
    QgsApplication.clipboard().setText(words)
