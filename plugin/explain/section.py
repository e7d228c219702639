"""The dock 解释: the head, a row for each category, what to do with it."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
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
REMARK = Qt.ItemDataRole.UserRole + 1
NUMBERS = (1, 2, 3)
LEAST_WIDTH, LEAST_LINES = 320, 8


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
        inner.setMinimumWidth(LEAST_WIDTH)
        self.setWidget(_scrolled(inner))
        self.say("", "")

    def _table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setRootIsDecorated(False)
        table.setItemsExpandable(False)
        table.setIndentation(18)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHeaderLabels([tr("Category"), tr("Metres"), tr("Minutes"), tr("Limit")])
        # The rows are as wide as the dock; names give way to figures.
        table.header().setStretchLastSection(False)
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in NUMBERS:
            table.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        table.setMinimumHeight(LEAST_LINES * table.fontMetrics().lineSpacing())
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
            title = f"{wording.SIGNS.get(answer.why, '')} {answer.name}"
            item = QTreeWidgetItem([title, wording.metres(answer), wording.minutes(answer), wording.limit(answer)])
            place, why = wording.facility(answer, around), wording.remark(answer, doorplate, around)
            self._add(item, place, why, answer.category, answer.walk.slowed_by if answer.walk else "")
            item.setForeground(0, QBrush() if _is_dark() else QBrush(QColor(look.category_colour(answer.category, "light"))))
            item.setSelected(answer.category == chosen)
        self.rows.blockSignals(False)
        self.access.setText(wording.access(doorplate, around))
        for button in self.buttons.values():
            button.setEnabled(True)

    @property
    def category(self) -> str:
        """The category of the chosen row; empty where none is chosen."""
        return next((str(item.data(0, CATEGORY)) for item in self.rows.selectedItems()), "")

    def _add(self, item: QTreeWidgetItem, place: str, why: str, category: str, slowed_by: str) -> None:
        """A row with its figures to the right, and below it, over the whole width, facility and remark."""
        self.rows.addTopLevelItem(item)
        said = list(filter(None, (place, why)))
        # A row each: Qt cuts the second line of a row where Chinese and Latin letters differ in height.
        below = [QTreeWidgetItem(item, [words]) for words in said or [""]]
        for line in below:
            line.setFirstColumnSpanned(True)
            line.setData(0, REMARK, why)
        item.setExpanded(True)
        for each in (item, *below):
            each.setData(0, CATEGORY, category)
            each.setToolTip(0, tr("Slowed by: {what}").format(what=slowed_by) if slowed_by else "\n".join(said))
        for column in NUMBERS:
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _choose(self) -> None:
        self.chosen.emit(self.category)


def _scrolled(inner: QWidget) -> QScrollArea:
    """The dock's content; in a low dock it scrolls, so that no sentence is cut."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(LEAST_WIDTH)
    area.setWidget(inner)
    return area


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
