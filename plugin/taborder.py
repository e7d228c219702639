"""The order in which Tab goes through a window: that in which it is read."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QComboBox, QLayout, QScrollArea, QSplitter, QTableWidget, QToolButton, QWidget

BY_TAB = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)


def tab_as_read(window: QWidget) -> None:
    """Let Tab follow the layouts of a window, from top to bottom."""
    order = list(_as_read(window))
    for before, after in zip(order, order[1:]):
        QWidget.setTabOrder(before, after)


def _as_read(part: QWidget | QLayout) -> Iterator[QWidget]:
    if isinstance(part, QLayout):
        items = (part.itemAt(position) for position in range(part.count()))
        for inside in filter(None, (item.widget() or item.layout() for item in items)):
            yield from _as_read(inside)
        return
    if part.focusPolicy() in BY_TAB:
        yield part
    if isinstance(part, (QComboBox, QAbstractSpinBox)):
        return
    yield from part.findChildren(QToolButton, "collapseButton", Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(part, QScrollArea) and part.widget() is not None:
        yield from _as_read(part.widget())
    elif isinstance(part, QSplitter):
        for position in range(part.count()):
            yield from _as_read(part.widget(position))
    elif isinstance(part, QTableWidget):
        yield from _in_cells(part)
    elif part.layout() is not None:
        yield from _as_read(part.layout())


def _in_cells(table: QTableWidget) -> Iterator[QWidget]:
    places = ((row, column) for row in range(table.rowCount()) for column in range(table.columnCount()))
    yield from filter(None, (table.cellWidget(row, column) for row, column in places))
