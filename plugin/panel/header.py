"""The head of the panel: which jurisdiction, what can be done with it, one line of facts."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...i18n import tr
from ..desk import Desk
from .figures import number
from .step import row, wrapped
from .workspaces import Workspaces


class Header(QWidget):
    """Combo of the recent workspaces, menu and facts."""

    def __init__(self, desk: Desk, workspaces: Workspaces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._workspaces = desk, workspaces
        self.combo = QComboBox(self)
        self.combo.setObjectName("Community3DJurisdiction")
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(12)
        self.combo.activated.connect(self._chosen)
        name = QLabel(tr("Jurisdiction"), self)
        name.setBuddy(self.combo)
        self.menu = QToolButton(self)
        self.menu.setText("⋯")
        self.menu.setAccessibleName(tr("Workspace menu"))
        self.menu.setToolTip(tr("Open, make or leave a workspace"))
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.setMenu(self._menu())
        self.facts = wrapped("", self)
        self.facts.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.banner = wrapped(tr("Invented sample data, not a real place."), self)
        self.own = QPushButton(tr("Start with My Data…"), self)
        self.own.setToolTip(tr("Makes an empty workspace and opens step ①"))
        self.own.clicked.connect(workspaces.ask_new)
        self.offer = QPushButton(self)
        self.offer.clicked.connect(self._continue)
        self.offer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row(name, self.combo, self.menu, stretch=1))
        for widget in (self.facts, self.banner, self.own, self.offer):
            layout.addWidget(widget)

    def _menu(self) -> QMenu:
        menu, does = QMenu(self), self._workspaces
        menu.addAction(tr("Open Workspace…"), does.ask_open)
        menu.addAction(tr("New Workspace…"), does.ask_new)
        menu.addAction(tr("Open Sample District"), self._sample)
        menu.addSeparator()
        self._of_bound = [
            menu.addAction(tr("Save Workspace As…"), does.ask_save_as),
            menu.addAction(tr("Open Folder"), does.open_folder),
            menu.addAction(tr("Open in New Project"), does.open_in_new_project),
            menu.addAction(tr("Examine File…"), does.examine),
            menu.addAction(tr("Close Workspace"), does.close),
        ]
        menu.addSeparator()
        self._forget = menu.addAction(tr("Remove from List"), self._remove)
        return menu

    def refresh(self) -> None:
        """Show what is bound now."""
        binding = self._desk.binding
        path, tables = binding.path, binding.tables()
        there = path is not None and path.is_file()
        self._fill(path)
        for action in self._of_bound:
            action.setEnabled(there)
        self._of_bound[-1].setEnabled(path is not None)
        self._forget.setEnabled(path is not None and not there and not self._workspaces.is_new)
        self.facts.setText(self._facts(path, tables))
        self.facts.setVisible(bool(self.facts.text()))
        self.banner.setVisible(there and self._workspaces.is_sample())
        self.own.setVisible(not self.banner.isHidden())
        last = binding.last()
        offered = path is None and last is not None and last.is_file()
        self.offer.setVisible(offered)
        if offered:
            self.offer.setText(tr("Continue with {name}").format(name=last.name))
            self.offer.setToolTip(str(last))

    def _fill(self, path: Path | None) -> None:
        known = self._desk.binding.recent()
        if path is None:
            self.combo.clear()
            self.combo.addItem(tr("No workspace"), None)
        else:
            self.combo.clear()
        for each in [*([path] if path and path not in known else []), *known]:
            shown = (
                each.name if each.is_file() or (each == path and self._workspaces.is_new) else tr("{name} (missing)").format(name=each.name)
            )
            self.combo.addItem(shown, str(each))
            self.combo.setItemData(self.combo.count() - 1, str(each), Qt.ItemDataRole.ToolTipRole)
        self.combo.setCurrentIndex(max(0, self.combo.findData(str(path)) if path else 0))

    def _facts(self, path: Path | None, tables: dict[str, int]) -> str:
        if path is None:
            return ""
        if self._workspaces.is_new:
            return tr("New and empty. Import a file in step ①.")
        if not path.is_file():
            return tr("The file is missing: {path}").format(path=path)
        counted = tr("{count} doorplates").format(count=number(tables.get("doorplates", 0)))
        return " · ".join(filter(None, [self._workspaces.facts(), counted]))

    def _chosen(self, position: int) -> None:
        chosen = self.combo.itemData(position)
        if chosen and Path(chosen) != self._desk.binding.path:
            self._workspaces.bind(Path(chosen))

    def _continue(self) -> None:
        self._workspaces.bind(self._desk.binding.last())

    def _sample(self) -> None:
        refusal = self._workspaces.sample()
        if refusal:
            self._desk.say(refusal, seconds=3)

    def _remove(self) -> None:
        path = self._desk.binding.path
        self._desk.binding.close()
        self._desk.binding.forget(path)
        self.refresh()
