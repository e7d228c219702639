"""The menu entry of the tool."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt

from ...i18n import tr

if TYPE_CHECKING:
    from ..desk import Desk
    from .dock import TryDock


class TryIt:
    """Switches the tool on and off with its panel; a new workspace ends it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._dock: TryDock | None = None

    def add(self) -> None:
        """The entry in the menu."""
        self._action = self._desk.action("tryit", tr("Try it here"), "whatif", self.switch, checkable=True)
        self._desk.binding.changed.connect(self._follow)
        self._bound = self._desk.binding.path

    @property
    def dock(self) -> TryDock:
        """The panel, made when it is first asked for."""
        if self._dock is None:
            from .dock import TryDock

            self._dock = TryDock(self._desk, self._desk.iface.mainWindow())
            self._desk.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        return self._dock

    def switch(self, on: bool) -> None:
        """Begin or end."""
        if not on:
            self._end()
        elif self.dock.start():
            self.dock.setUserVisible(True)
            self._desk.iface.mapCanvas().mapToolSet.connect(self._other_tool)
        else:
            self._action.setChecked(False)

    def _other_tool(self, tool: object, _before: object = None) -> None:
        if self._dock is not None and tool is not self._dock.tool:
            self._end()

    def _end(self) -> None:
        self._action.setChecked(False)
        canvas = self._desk.iface.mapCanvas()
        if self._dock is not None and self._dock.tool is not None:
            canvas.mapToolSet.disconnect(self._other_tool)
            self._dock.stop()
            self._dock.setUserVisible(False)

    def _follow(self) -> None:
        if self._desk.binding.path != self._bound:
            self._bound = self._desk.binding.path
            self._end()
            if self._dock is not None:
                self._dock.clear()

    def remove(self) -> None:
        """Take tool and panel away."""
        self._desk.binding.changed.disconnect(self._follow)
        self._end()
        if self._dock is not None:
            self._dock.close_down()
            self._desk.iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
