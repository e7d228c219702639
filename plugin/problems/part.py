"""The menu entry of the problem list and its dock, built when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt

from ...i18n import tr

if TYPE_CHECKING:
    from ..desk import Desk
    from .dock import ProblemDock


class Problems:
    """Shows and hides the dock; it follows the bound workspace."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._dock: ProblemDock | None = None

    def add(self) -> None:
        """The entry in the menu."""
        self._action = self._desk.action("problems", tr("Problem list"), "dataquality", None, checkable=True)
        self._action.triggered.connect(self.show)
        self._desk.binding.changed.connect(self._follow)

    @property
    def dock(self) -> ProblemDock:
        """The dock, made when it is first asked for."""
        if self._dock is None:
            from .dock import ProblemDock

            self._dock = ProblemDock(self._desk, self._desk.iface.mainWindow())
            self._desk.iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._dock)
            self._action.triggered.disconnect(self.show)
            self._dock.setToggleVisibilityAction(self._action)
        return self._dock

    def show(self, *_: object) -> ProblemDock:
        """Show the dock in front."""
        self.dock.setUserVisible(True)
        return self.dock

    def _follow(self) -> None:
        if self._dock is not None:
            self._dock.refresh()

    def remove(self) -> None:
        """Take the dock away."""
        self._desk.binding.changed.disconnect(self._follow)
        if self._dock is not None:
            self._dock.let_go()
            self._desk.iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
