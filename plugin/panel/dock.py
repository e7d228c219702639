"""The panel: head, four steps in one scroll area, one job bar."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ...i18n import tr
from ...processing.compat import QShortcut
from ..desk import Desk
from ..taborder import tab_as_read
from . import states
from .checksstep import ChecksStep
from .circlestep import CircleStep
from .datastep import DataStep
from .header import Header
from .jobbar import JobBar
from .resultsstep import ResultsStep
from .step import Step
from .workspaces import SUFFIX, Workspaces

WIDTH, LEAST_WIDTH, MARGIN = 380, 320, 6
DROPPED = (".csv", ".txt", ".xlsx", ".xlsm", ".shp", ".geojson", ".json", ".kml", ".kmz", ".dxf", ".osm", ".pbf")


class Steps(QScrollArea):
    """Scrolls up and down only, so it is never narrower than what stands in it: with large letters that is more than usual."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The width of the widest step with the scroll bar beside it."""
        hint = super().minimumSizeHint()
        if self.widget() is None:
            return hint
        needed = self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(needed, LEAST_WIDTH - 2 * MARGIN), hint.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A step that needs more room asks for it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class PanelDock(QgsDockWidget):
    """Shows the desk; every change of workspace, project or job refreshes it."""

    def __init__(self, desk: Desk, workspaces: Workspaces, parent: QWidget | None = None) -> None:
        super().__init__(tr("Community 3D"), parent)
        self.setObjectName("Community3DPanel")
        self.setAcceptDrops(True)
        self._desk, self._workspaces = desk, workspaces
        self.header = Header(desk, workspaces, self)
        self.data, self.checks = DataStep(desk, workspaces, self), ChecksStep(desk, self)
        self.circle = CircleStep(desk, self)
        self.results = ResultsStep(desk, self.circle, self)
        self.jobbar = JobBar(desk.runner, desk.iface, self)
        self.setWidget(self._whole())
        self._opened_for: object = object()
        self._foremost: Step = self.data
        self._soon = QTimer(self)  # once the folded steps have given up their room
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._bring_into_sight)
        help_key = QShortcut(QKeySequence(Qt.Key.Key_F1), self)
        help_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        help_key.activated.connect(self.open_help)
        self.data.sample_opened.connect(self.circle.pulse)
        desk.binding.changed.connect(self.refresh)
        desk.binding.result_changed.connect(self.refresh)
        desk.runner.started.connect(self.refresh)
        desk.runner.ended.connect(self.refresh)
        self.refresh()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The four steps in their order."""
        return self.data, self.checks, self.circle, self.results

    def _whole(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        for step in self.steps:
            column.addWidget(step)
        column.addStretch(1)
        self.scroll = Steps()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidget(inner)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addWidget(self.header)
        layout.addWidget(self.scroll, 1)
        layout.addWidget(self.jobbar)
        tab_as_read(whole)
        return whole

    def refresh(self, *_: object) -> None:
        """Show what is so now; the first step that is not done opens when another workspace or state is met."""
        self.header.refresh()
        for step in self.steps:
            step.refresh()
        self._open_first()

    def _open_first(self) -> None:
        waiting = next((step for step in (self.data, self.circle, self.results) if step.state not in (states.DONE, states.STALE)), None)
        met = (self._desk.binding.path, waiting.KEY if waiting else "")
        if self._desk.runner.busy or met == self._opened_for:
            return
        self._opened_for = met
        opened = [waiting or self.results]
        if waiting is self.results:  # what was just computed stays in sight
            opened.insert(0, self.circle)
        for step in self.steps:
            step.setCollapsed(step not in opened)
        self._foremost = opened[0]
        self._soon.start()

    def _bring_into_sight(self) -> None:
        self.scroll.verticalScrollBar().setValue(self._foremost.y())

    def open_help(self) -> None:
        """The help page of the step that is open."""
        from ..help_pages import open_page

        open_page(next((step.PAGE for step in self.steps if not step.isCollapsed()), "quickstart"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files that the panel can open."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """A workspace is opened, other files start step ①."""
        path = _dropped(event)
        if path is None:
            return
        event.acceptProposedAction()
        if path.suffix.lower() == SUFFIX:
            self._workspaces.bind(path)
        else:
            self.data.open_file(path)

    def let_go(self) -> None:
        """Undo the connections to the desk."""
        desk = self._desk
        desk.binding.changed.disconnect(self.refresh)
        desk.binding.result_changed.disconnect(self.refresh)
        desk.runner.started.disconnect(self.refresh)
        desk.runner.ended.disconnect(self.refresh)
        if self.data.importing.dialog:
            self.data.importing.dialog.close()


def _dropped(event: QDropEvent) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in (SUFFIX, *DROPPED)), None)
