"""Why a problem may be ignored: a reason from a list, or one's own words."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget

from ...i18n import tr
from .choices import reasons


class ReasonDialog(QDialog):
    """A short list; Enter takes the marked reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Community3DReason")
        self.setWindowTitle(tr("Ignore problem"))
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(tr("Why may it be left alone")))
        self.list = QListWidget()
        self.list.addItems(reasons())
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda *_: self.accept())
        layout.addWidget(self.list)
        self.own = QLineEdit()
        self.own.setPlaceholderText(tr("In your own words (no names)"))
        self.own.setAccessibleName(tr("In your own words (no names)"))
        layout.addWidget(self.own)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, Qt.Orientation.Horizontal)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def reason(self) -> str:
        """The reason in words."""
        item = self.list.currentItem()
        marked = item.text() if item is not None else ""
        own = self.own.text().strip()
        return f"{marked}：{own}" if own and marked else own or marked


def asked_reason(parent: QWidget) -> str:
    """The reason that somebody gives; empty where they cancel."""
    dialog = ReasonDialog(parent)
    given = dialog.exec() == QDialog.DialogCode.Accepted
    reason = dialog.reason() if given else ""
    dialog.deleteLater()
    return reason
