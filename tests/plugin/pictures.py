"""Pictures of the panel and the check that nothing in it is cut off."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = os.environ.get("COMMUNITY3D_PICTURES", "")


# The height of a line counts the leading of every font that may step in, which other releases of Qt do more than 3.22's: blank pixels.
LEADING_PX = 5


def clipped(widget) -> list[str]:
    """The texts of visible labels, buttons and boxes that have less room than they need."""
    from qgis.PyQt.QtWidgets import QAbstractButton, QLabel

    found = []
    for kind in (QLabel, QAbstractButton):
        for each in widget.findChildren(kind):
            if not each.isVisibleTo(widget) or not each.text() or not each.isVisible():
                continue
            if isinstance(each, QLabel) and each.wordWrap():
                short = each.heightForWidth(each.width()) > each.height() + LEADING_PX
            else:
                short = each.sizeHint().width() > each.width() + 1 or each.sizeHint().height() > each.height() + LEADING_PX
            if short:
                found.append(f"{type(each).__name__}: {each.text()} {each.sizeHint()} {each.size()} {each.heightForWidth(each.width())}")
    return found


def unnamed(widget) -> list[str]:
    """Buttons with a sign or an icon only that say no name to a screen reader."""
    from qgis.PyQt.QtWidgets import QLineEdit, QToolButton

    # The button that empties a field is QGIS's own.
    buttons = [each for each in widget.findChildren(QToolButton) if each.isVisibleTo(widget) and not isinstance(each.parent(), QLineEdit)]
    silent = [
        each for each in buttons if each.text() in ("", "⋯") and not each.accessibleName() and not each.objectName().startswith("qt_")
    ]
    return [f"{each.objectName()} in {type(each.parent()).__name__}" for each in silent]


def unlabelled(widget) -> list[str]:
    """Fields and lists that a screen reader cannot name; parts that Qt makes inside others are theirs."""
    from qgis.PyQt.QtWidgets import QAbstractItemView, QAbstractSpinBox, QComboBox, QHeaderView, QLabel, QLineEdit

    labelled = {label.buddy() for label in widget.findChildren(QLabel) if label.buddy() is not None}
    fields = [each for kind in (QComboBox, QLineEdit, QAbstractItemView, QAbstractSpinBox) for each in widget.findChildren(kind)]
    own = [each for each in fields if each.isVisible() and not isinstance(each, QHeaderView) and not _is_inner(each)]
    silent = [each for each in own if not each.accessibleName() and each not in labelled and each.parent() not in labelled]
    return [f"{type(each).__name__} {each.objectName()} in {type(each.parent()).__name__}" for each in silent]


def _is_inner(field) -> bool:
    from qgis.PyQt.QtWidgets import QAbstractSpinBox, QComboBox

    return field.objectName().startswith("qt_") or isinstance(field.parent(), (QComboBox, QAbstractSpinBox))


def backwards(widget) -> list[str]:
    """Where Tab goes upwards, the ways back to the first widget and to the head of a column farther right not counted."""
    from qgis.PyQt.QtCore import QPoint, Qt

    by_tab = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)
    first = widget.nextInFocusChain()
    chain, each = [], first
    while each is not None and (not chain or each is not first):
        chain.append(each)
        each = each.nextInFocusChain()
    stops = [each for each in chain if widget.isAncestorOf(each) and each.isVisible() and each.isEnabled() and each.focusPolicy() in by_tab]
    corners = [each.mapTo(widget, QPoint(0, 0)) for each in stops]
    tops = [corner.y() for corner in corners]
    if not stops:
        return []
    start = tops.index(min(tops))
    stops, corners = stops[start:] + stops[:start], corners[start:] + corners[:start]
    pairs = zip(stops, corners, stops[1:], corners[1:])
    return [
        f"{type(a).__name__} {a.objectName()} -> {type(b).__name__} {b.objectName()}"
        for a, one, b, other in pairs
        if other.y() + b.height() / 2 < one.y() - 2 and other.x() < one.x() + a.width()
    ]


def keep(widget, name: str) -> None:
    """Save a picture where pictures are wanted."""
    if FOLDER:
        Path(FOLDER).mkdir(parents=True, exist_ok=True)
        widget.grab().save(str(Path(FOLDER) / f"{name}.png"))
