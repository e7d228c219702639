"""Pictures of the panel and the check that nothing in it is cut off."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = os.environ.get("COMMUNITY3D_PICTURES", "")


def clipped(widget) -> list[str]:
    """The texts of visible labels, buttons and boxes that have less room than they need."""
    from qgis.PyQt.QtWidgets import QAbstractButton, QLabel

    found = []
    for kind in (QLabel, QAbstractButton):
        for each in widget.findChildren(kind):
            if not each.isVisibleTo(widget) or not each.text() or not each.isVisible():
                continue
            if isinstance(each, QLabel) and each.wordWrap():
                short = each.heightForWidth(each.width()) > each.height() + 1
            else:
                short = each.sizeHint().width() > each.width() + 1 or each.sizeHint().height() > each.height() + 1
            if short:
                found.append(f"{type(each).__name__}: {each.text()} {each.sizeHint()} {each.size()}")
    return found


def unnamed(widget) -> list[str]:
    """Buttons with a sign or an icon only that say no name to a screen reader."""
    from qgis.PyQt.QtWidgets import QToolButton

    buttons = [each for each in widget.findChildren(QToolButton) if each.isVisibleTo(widget)]
    silent = [
        each for each in buttons if each.text() in ("", "⋯") and not each.accessibleName() and not each.objectName().startswith("qt_")
    ]
    return [f"{each.objectName()} in {type(each.parent()).__name__}" for each in silent]


def keep(widget, name: str) -> None:
    """Save a picture where pictures are wanted."""
    if FOLDER:
        Path(FOLDER).mkdir(parents=True, exist_ok=True)
        widget.grab().save(str(Path(FOLDER) / f"{name}.png"))
