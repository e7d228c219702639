"""The panel as a part of the desktop: its actions in menu and toolbar, built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget

from ...i18n import tr
from ...processing.compat import QAction
from ..desk import Desk
from .workspaces import Workspaces

WELCOMED, SHOWN = "community3d/welcomed", "community3d/panel/shown"


class Panel:
    """Adds the panel's actions; the toolbar's button for the district check runs with the last settings."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._workspaces = Workspaces(desk, desk)
        self._dock: QDockWidget | None = None
        self._check: QAction | None = None
        self._waiting: list[Callable[[], object]] = []
        self._turn = QTimer(desk)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)

    def add(self) -> None:
        """Menu, toolbar, and once after installing a line that greets."""
        desk, does = self._desk, self._workspaces
        self._toggle = desk.action("panel", tr("Panel"), "plugin", self.show, toolbar=True, checkable=True)
        self._sample = desk.action("sample", tr("Open Sample District"), "sampledistrict", self.open_sample)
        desk.action("open", tr("Open Workspace…"), "importlayer", does.ask_open)
        desk.action("new", tr("New Workspace…"), "importareas", does.ask_new)
        self._check = desk.action("districtcheck", tr("Run District Check"), "districtcheck", self.check, menu=False, toolbar=True)
        desk.last_button = self._check
        desk.separator()
        desk.binding.changed.connect(self._refresh)
        desk.runner.started.connect(self._refresh)
        desk.runner.ended.connect(self._refresh)
        self._refresh()
        if QgsSettings().value(SHOWN, False, type=bool):
            self.dock.setUserVisible(True)
        if not QgsSettings().value(WELCOMED, False, type=bool):
            QgsSettings().setValue(WELCOMED, True)
            buttons = ((tr("Open Sample District"), self.open_sample), (tr("Open Panel"), lambda: self.show(True)))
            desk.say(tr("Community 3D is ready."), seconds=0, buttons=buttons)

    def remove(self) -> None:
        """Take back the dock and the connections."""
        desk = self._desk
        self._turn.stop()
        desk.binding.changed.disconnect(self._refresh)
        desk.runner.started.disconnect(self._refresh)
        desk.runner.ended.disconnect(self._refresh)
        if self._dock is not None:
            QgsSettings().setValue(SHOWN, not self._dock.isHidden())
            self._dock.let_go()
            desk.iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None

    @property
    def dock(self) -> QDockWidget:
        """The panel, built at the first call."""
        if self._dock is None:
            from .dock import WIDTH, PanelDock

            self._dock = PanelDock(self._desk, self._workspaces, self._desk.iface.mainWindow())
            self._desk.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
            self._desk.iface.mainWindow().resizeDocks([self._dock], [WIDTH], Qt.Orientation.Horizontal)
            self._toggle.triggered.disconnect(self.show)
            self._dock.setToggleVisibilityAction(self._toggle)
        return self._dock

    @property
    def busy(self) -> bool:
        """Whether the panel is still being read and built for what was asked of it."""
        return bool(self._waiting)

    def show(self, visible: bool = True) -> None:
        """Show the panel, or hide it."""
        self._in_turns(lambda: self.dock.setUserVisible(visible))

    def open_sample(self) -> None:
        """The sample district in the panel."""
        self._in_turns(lambda: self.dock.setUserVisible(True), lambda: self.dock.data.open_sample())

    def check(self) -> None:
        """The district check with the last settings."""
        self._in_turns(lambda: self.dock.setUserVisible(True), self._run_check)

    def _run_check(self) -> None:
        self.dock.results.setCollapsed(False)
        self.dock.results.run()

    def _in_turns(self, *does: Callable[[], object]) -> None:
        """Do things with the panel: at once, or where it must first be read and built, a tenth of a second's work, one a turn."""
        if self._dock is None:
            self._waiting += [_load, _read_ahead, *does]
            self._turn.start(0)
        else:
            for each in does:
                each()

    def _go_on(self) -> None:
        self._waiting.pop(0)()
        if self._waiting:
            self._turn.start(0)

    def _refresh(self, *_: object) -> None:
        from .tables import missing, names

        runner, lacking = self._desk.runner, missing(self._desk.binding.tables())
        self._sample.setEnabled(not runner.busy)
        self._check.setEnabled(not lacking and not runner.busy)
        reason = tr("Still missing: {tables}. Import them in step ①.").format(tables=names(lacking)) if lacking else ""
        reason = tr("{job} is still running.").format(job=runner.title) if runner.busy else reason
        title = tr("Run District Check")
        self._check.setToolTip(f"{title}\n{reason}" if reason else title)


def _load() -> None:
    """The modules of the panel, imported."""
    from .dock import PanelDock  # noqa: F401


def _read_ahead() -> None:
    """The standards that the panel shows first, read."""
    from ...processing.ahead import limits
    from .profilechoice import DEFAULT

    limits(DEFAULT)
