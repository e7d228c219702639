"""The dock 解释: the head, a row for each category, what to do with it."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...styles import look
from . import wording
from .doorplate import Doorplate
from .surroundings import Surroundings

CATEGORY = Qt.ItemDataRole.UserRole
LEFT_TO_RIGHT = (0, 1, 5)  # columns of words; the others are numbers


class Section(QgsDockWidget):
    """Shows one explanation; says which row was chosen and which button pressed."""

    chosen = pyqtSignal(str)
    zoom = pyqtSignal()
    copy = pyqtSignal()
    listed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Explain Doorplate"), parent)
        self.setObjectName("Community3DExplain")
        inner = QWidget()
        column = QVBoxLayout(inner)
        self.head = _label(selectable=True)
        self.notice = _label()
        self.rows = self._table()
        self.access = _label(selectable=True)
        for widget in (self.notice, self.head):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)
        column.addWidget(self.access)
        column.addLayout(self._buttons())
        inner.setMinimumWidth(320)
        self.setWidget(inner)
        self.say("", "")

    def _table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setRootIsDecorated(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHeaderLabels([tr("Category"), tr("Facility"), tr("Metres"), tr("Minutes"), tr("Limit"), tr("Remark")])
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setAccessibleName(tr("What this doorplate reaches"))
        table.itemSelectionChanged.connect(self._choose)
        return table

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.buttons = {}
        pressed = (("zoom", tr("Zoom"), self.zoom), ("copy", tr("Copy Text"), self.copy), ("list", tr("Add to Check List"), self.listed))
        for name, words, signal in pressed:
            button = QPushButton(words)
            button.setObjectName(f"Community3DExplain_{name}")
            button.clicked.connect(signal)
            self.buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def say(self, words: str, notice: str) -> None:
        """Only words, no table: before the first click, or where nothing can be said."""
        self.rows.clear()
        self.head.setText(words or tr("Click a doorplate on the map."))
        self.access.setText("")
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))
        for button in self.buttons.values():
            button.setEnabled(False)

    def show_doorplate(self, doorplate: Doorplate, around: Surroundings, notice: str) -> None:
        """The explanation of a doorplate; a notice stands above it."""
        self.head.setText("\n".join(wording.head(doorplate, around)))
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))
        chosen = self.category
        self.rows.blockSignals(True)
        self.rows.clear()
        for answer in doorplate.answers:
            item = QTreeWidgetItem(
                [
                    f"{wording.SIGNS.get(answer.why, '')} {answer.name}",
                    wording.facility(answer, around),
                    wording.metres(answer),
                    wording.minutes(answer),
                    wording.limit(answer),
                    wording.remark(answer, doorplate, around),
                ]
            )
            item.setData(0, CATEGORY, answer.category)
            self._fit(item, answer.walk.slowed_by if answer.walk else "")
            item.setForeground(0, QBrush(QColor(look.category_colour(answer.category, "light"))) if not _is_dark() else QBrush())
            self.rows.addTopLevelItem(item)
            item.setSelected(answer.category == chosen)
        self.rows.blockSignals(False)
        self.access.setText(wording.access(doorplate, around))
        for button in self.buttons.values():
            button.setEnabled(True)

    @property
    def category(self) -> str:
        """The category of the chosen row; empty where none is chosen."""
        return next((str(item.data(0, CATEGORY)) for item in self.rows.selectedItems()), "")

    def _fit(self, item: QTreeWidgetItem, slowed_by: str) -> None:
        for column in range(6):
            if column not in LEFT_TO_RIGHT:
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(column, tr("Slowed by: {what}").format(what=slowed_by) if slowed_by else item.text(column))

    def _choose(self) -> None:
        self.chosen.emit(self.category)


def _is_dark() -> bool:
    palette = QgsApplication.instance().palette()
    return palette.window().color().lightness() < 128


def _label(*, selectable: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    return label
