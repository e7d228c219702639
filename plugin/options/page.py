"""The page 社区三维 in QGIS's options."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsProjectionSelectionWidget
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from . import settings

FILTER = "JSON (*.json)"


class OptionsPage(QgsOptionsPageWidget):
    """One row a setting; OK keeps them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Community3DOptions")
        self._rows: dict[str, tuple[Callable[[], settings.Value], Callable[[settings.Value], None]]] = {}
        form = QFormLayout()
        for name in settings.names():
            self._add_row(form, name)
        self._note = QLabel()
        self._note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._note)
        layout.addLayout(self._buttons())
        layout.addStretch()
        self._show({name: settings.value(name) for name in settings.names()})

    def apply(self) -> None:
        """Keep what stands in the rows."""
        for name, (taken, _) in self._rows.items():
            settings.store(name, taken())

    def _add_row(self, form: QFormLayout, name: str) -> None:
        usual = settings.default(name)
        if name == "profiles_folder":
            widget, self._rows[name] = _folder()
        elif name == "crs":
            widget, self._rows[name] = _system()
        elif isinstance(usual, bool):
            widget, self._rows[name] = _tick(label(name))
        elif isinstance(usual, float):
            widget, self._rows[name] = _number(name)
        else:
            widget, self._rows[name] = _choice(_entries(name))
        widget.setObjectName(name)
        widget.setToolTip(_help(name))
        widget.setAccessibleName(label(name))
        form.addRow("" if isinstance(usual, bool) else label(name), widget)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        for title, pressed in ((tr("Export Settings…"), self._export), (tr("Import Settings…"), self._import)):
            line.addWidget(_button(title, pressed))
        line.addStretch()
        # Apart from the harmless ones.
        line.addWidget(_button(tr("Restore Defaults"), self._restore))
        return line

    def _show(self, values: dict[str, settings.Value]) -> None:
        for name, kept in values.items():
            self._rows[name][1](kept)

    def _restore(self) -> None:
        self._show({name: settings.default(name) for name in settings.names()})
        self._note.setText(tr("The defaults are shown; OK keeps them."))

    def _export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Export settings"), "community3d.json", FILTER)
        if path:
            self.apply()
            settings.export(Path(path))
            self._note.setText(tr("Saved: {path}").format(path=path))

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Import settings"), "", FILTER)
        if not path:
            return
        try:
            self._show(settings.brought_in(Path(path)))
            self._note.setText(tr("The settings of the file are shown; OK keeps them."))
        except ValueError as error:
            QMessageBox.warning(self, tr("Import settings"), str(error))


def label(name: str) -> str:
    """What a row is called."""
    if name == "code_scheme":
        return tr("Digits of grid codes")
    if settings.is_parameter(name):
        return settings.parameter(name).description()
    return {
        "crs": tr("CRS of new workspaces"),
        "language": tr("Language of interface and results"),
        "help_language": tr("Language of help"),
        "profiles_folder": tr("Folder of own profiles"),
        "keep_history": tr("Keep earlier results"),
        "load_layers": tr("Load layers after a run"),
        "tips": tr("Show hints"),
    }[name]


def _help(name: str) -> str:
    if settings.is_parameter(name):
        return settings.parameter(name).help()
    return {
        "crs": tr("What the first import of step 1 writes; further ones keep to the workspace. It must be in metres."),
        "language": tr("Takes effect when QGIS starts again."),
        "help_language": tr("Takes effect with the next page that is opened."),
        "profiles_folder": tr("Profile files (.yaml) in this folder stand beside the shipped ones in step 3."),
        "keep_history": tr("A new run moves the layers of the earlier one into a group instead of replacing them."),
        "load_layers": tr("Off: results are written and not added to the map."),
        "tips": tr("One hint at each step until it is closed; switched on again, all come back."),
    }[name]


def _entries(name: str) -> dict[str, str]:
    if name in settings.OF_PARAMETERS:
        definition = settings.parameter(name)
        return dict(zip(definition.metadata()["ids"], definition.options()))
    return {settings.FOLLOW: tr("As in QGIS"), "zh": "中文", "en": "English"}


def _choice(entries: dict[str, str]) -> tuple:
    combo = QComboBox()
    for word, shown in entries.items():
        combo.addItem(shown, word)
    return combo, (combo.currentData, lambda word: combo.setCurrentIndex(combo.findData(word)))


def _number(name: str) -> tuple:
    definition = settings.parameter(name)
    box = QDoubleSpinBox()
    box.setRange(definition.minimum(), min(definition.maximum(), 1e6))
    box.setDecimals(2 if name == "persons_per_household" else 0)
    return box, (box.value, box.setValue)


def _tick(words: str) -> tuple:
    box = QCheckBox(words)
    return box, (box.isChecked, box.setChecked)


def _folder() -> tuple:
    widget = QgsFileWidget()
    widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
    return widget, (widget.filePath, widget.setFilePath)


def _system() -> tuple:
    widget = QgsProjectionSelectionWidget()
    widget.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
    widget.setNotSetText(tr("Automatic 3-degree zone"))
    widget.setMinimumWidth(260)
    return widget, (lambda: widget.crs().authid(), lambda word: widget.setCrs(QgsCoordinateReferenceSystem(word)))


def _button(title: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton(title)
    button.clicked.connect(lambda *_: pressed())
    return button
