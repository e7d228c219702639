"""The one job bar of all steps: share, what is being done, cancel; then how the last job ended."""

from __future__ import annotations

from time import localtime, strftime

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from ...i18n import tr
from ..runner import BUG, CANCELED, DONE, Outcome, Runner
from .step import row, wrapped
from .tables import by_names


class JobBar(QWidget):
    """Shows the runner; hidden parts take no room."""

    def __init__(self, runner: Runner, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Community3DJobBar")
        self._runner, self._iface, self._details = runner, iface, ""
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.clicked.connect(self._cancel)
        self.doing = wrapped("", self)
        self.last = wrapped("", self)
        self.log = self._small(tr("View log"), self._open_log)
        self.copy = self._small(tr("Copy details"), self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row(self.bar, self.cancel, stretch=0))
        layout.addWidget(self.doing)
        layout.addLayout(row(self.last, self.copy, self.log, stretch=0))
        self._show(running=False)
        for widget in (self.last, self.log, self.copy):
            widget.hide()
        runner.started.connect(self._started)
        runner.progressed.connect(self._progressed)
        runner.remarked.connect(self._remarked)
        runner.ended.connect(self._ended)

    def _small(self, title: str, pressed: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(title)
        button.clicked.connect(pressed)
        return button

    def _show(self, *, running: bool) -> None:
        for widget in (self.bar, self.cancel, self.doing):
            widget.setVisible(running)
        self.cancel.setEnabled(running)

    def _started(self, step: str) -> None:
        self.cancel.setText(tr("Cancel"))
        self.bar.setValue(0)
        self.doing.setText(self._runner.title)
        self._show(running=True)

    def _progressed(self, share: float, words: str) -> None:
        self.bar.setValue(round(100 * share))
        if words:
            self.doing.setText(by_names(words))

    def _remarked(self, words: str) -> None:
        self.doing.setToolTip(words)

    def _ended(self, outcome: Outcome) -> None:
        # What followed the end of a job may have begun the next one already.
        self._show(running=bool(self._runner.busy))
        self._details = outcome.words
        self.last.setText(_ending(outcome))
        self.last.show()
        self.log.setVisible(hasattr(self._iface, "openMessageLog"))
        self.copy.setVisible(bool(outcome.words))

    def _cancel(self) -> None:
        self.cancel.setText(tr("Canceling…"))
        self.cancel.setEnabled(False)
        self._runner.cancel()

    def _open_log(self) -> None:
        self._iface.openMessageLog()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc cancels while the bar has the focus."""
        if event.key() == Qt.Key.Key_Escape and self._runner.busy:
            self._cancel()
        else:
            super().keyPressEvent(event)


def _ending(outcome: Outcome) -> str:
    job, when = outcome.title, strftime("%m-%d %H:%M", localtime())
    if outcome.state == DONE:
        return tr("Last: {job} {seconds} s, {when}").format(job=job, seconds=f"{outcome.seconds:.1f}", when=when)
    if outcome.state == CANCELED:
        return tr("Last: {job} was canceled, {when}").format(job=job, when=when)
    if outcome.state == BUG:
        return tr("Something went wrong inside the plugin. Copy the details and send them to the maintainers.")
    return tr("Last: {job} failed, {when}").format(job=job, when=when)
