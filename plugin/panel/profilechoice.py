"""Which profile judges: a shipped one or one's own, with the menu that copies, edits and loads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QStandardPaths, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QMenu, QToolButton, QWidget

from ...i18n import tr
from ...layers.errors import InputError
from ...processing.ahead import Limit, limits, limits_of_file
from ...processing.ownprofiles import ENDING, copied, faults, own_profiles, read, title_of
from ..options import settings
from . import choices
from .profiledialog import ProfileDialog
from .step import row

ALGORITHM, FILTER, MOST = "servicecoverage", "YAML (*.yaml)", 10
DEFAULT = "tdt1063"


class ProfileChoice(QWidget):
    """The combo and its menu; a file of one's own stands in it by its title."""

    changed = pyqtSignal()
    refused = pyqtSignal(str)

    def __init__(self, combo: QComboBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = combo
        self.dialog: ProfileDialog | None = None
        self.button = QToolButton(self)
        self.button.setText("⋯")
        self.button.setAccessibleName(tr("Profile menu"))
        self.button.setToolTip(tr("Profile menu"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.button)
        menu.addAction(tr("Limits and Sources…"), self._open_sources)
        menu.addAction(tr("Copy and Edit…"), self._ask_copy)
        self.edit_action = menu.addAction(tr("Edit…"), self.edit)
        menu.addAction(tr("From File…"), self._ask_file)
        menu.aboutToShow.connect(lambda: self.edit_action.setEnabled(bool(self.file())))
        self.button.setMenu(menu)
        self.setLayout(row(combo, self.button, stretch=0))
        self.refresh()
        kept = choices.remembered("profile_file")
        if kept and self.combo.findData(kept) >= 0:
            self.combo.setCurrentIndex(self.combo.findData(kept))

    def file(self) -> str:
        """The file of one's own that is chosen; empty for a shipped profile."""
        chosen = str(self.combo.currentData())
        return chosen if chosen.endswith(ENDING) else ""

    def chosen(self) -> dict[str, Any]:
        """As the algorithms take it: a file replaces the shipped profile."""
        return {"PROFILE": DEFAULT, "PROFILE_FILE": self.file()} if self.file() else {"PROFILE": self.combo.currentData()}

    def limits(self) -> tuple[Limit, ...]:
        """The categories that are judged with their limits."""
        return limits_of_file(self.file()) if self.file() else limits(str(self.combo.currentData()))

    def refresh(self) -> None:
        """Offer what lies in the folder of own profiles, and the files used last."""
        known = dict(own_profiles(str(settings.value("profiles_folder"))))
        known.update({path: title_of(path) for path in _recent() if title_of(path)})
        shown = {str(self.combo.itemData(place)): place for place in range(self.combo.count())}
        for path in sorted((path for path in shown if path.endswith(ENDING) and path not in known), key=shown.get, reverse=True):
            if path != self.file():  # what is chosen stays, and the run says what is wrong with it
                self.combo.removeItem(shown[path])
        for path, title in known.items():
            place = self.combo.findData(path)
            if place < 0:
                self.combo.addItem(title, path)
                place = self.combo.count() - 1
            self.combo.setItemText(place, title)
            self.combo.setItemData(place, path, Qt.ItemDataRole.ToolTipRole)

    def take(self, path: Path) -> None:
        """Choose a file of one's own; refused with all its faults where it cannot be used."""
        try:
            read(path)
        except InputError as error:
            self.refused.emit("\n".join(faults(error)))
            return
        kept = [str(path), *(each for each in _recent() if each != str(path))]
        choices.remember({"PROFILE_FILES": kept[:MOST], "PROFILE_FILE": str(path)})
        self.refresh()
        self.combo.setCurrentIndex(self.combo.findData(str(path)))
        self.refused.emit("")
        self.changed.emit()

    def copy(self, path: Path) -> None:
        """Copy what is chosen to a file and open it in the form."""
        try:
            copied(self.file() or str(self.combo.currentData()), path)
        except InputError as error:
            self.refused.emit("\n".join(faults(error)))
            return
        self._open(path)

    def edit(self) -> None:
        """Open the chosen file in the form."""
        if self.file():
            self._open(Path(self.file()))

    def _open(self, path: Path) -> None:
        try:
            sheet = read(path)
        except InputError as error:
            self.refused.emit("\n".join(faults(error)))
            return
        self.dialog = ProfileDialog(path, sheet, self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.finished.connect(lambda *_: self.take(path))
        self.dialog.open()

    def _ask_copy(self) -> None:
        stem = Path(self.file()).stem if self.file() else str(self.combo.currentData())
        path, _ = QFileDialog.getSaveFileName(self, tr("Copy and edit a profile"), str(_folder() / f"{stem}_own.yaml"), FILTER)
        if path:
            self.copy(Path(path).with_suffix(ENDING))

    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Own profile file"), str(_folder()), FILTER)
        if path:
            self.take(Path(path))

    def _open_sources(self) -> None:
        from ..help_pages import open_page

        open_page("profiles")


def _recent() -> list[str]:
    try:
        found = json.loads(choices.remembered("profile_files", "[]"))
    except ValueError:
        return []
    return [str(path) for path in found if Path(str(path)).is_file()] if isinstance(found, list) else []


def _folder() -> Path:
    """Where own profiles lie, else the person's documents."""
    chosen = str(settings.value("profiles_folder"))
    return Path(chosen or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
