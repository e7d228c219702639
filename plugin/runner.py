"""Runs public algorithms one at a time as background tasks, and tells how they ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Callable

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMessageLog,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, pyqtSignal

from ..i18n import tr
from ..processing.compat import QUIET_TASK

PROVIDER = "community3d"
TRACEBACK = "Traceback"
WAIT_S = 2.0  # how long an unloading plugin waits for its job to stop

DONE, REFUSED, FAILED, CANCELED, BUG = "done", "refused", "failed", "canceled", "bug"


@dataclass(frozen=True)
class Outcome:
    """How a job ended: state is done, refused, failed, canceled or bug; words say why, remarks are its log."""

    step: str
    state: str
    results: dict[str, Any]
    words: str
    seconds: float
    algorithm: str = ""
    title: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


class Relay(QgsProcessingFeedback):
    """What a job says, as signals: QGIS calls these methods in the worker, where nothing else may be touched."""

    doing = pyqtSignal(str)
    failed = pyqtSignal(str)
    remarked = pyqtSignal(str)
    warned = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(False)  # QGIS would log each line once more

    def setProgressText(self, text: str) -> None:  # noqa: N802
        """What is being done."""
        self.doing.emit(text)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        """Why it failed."""
        self.failed.emit(error)

    def pushInfo(self, info: str) -> None:  # noqa: N802
        """A remark, such as how long it will take."""
        self.remarked.emit(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        """A warning."""
        self.warned.emit(warning)


@dataclass
class Job:
    """A job that runs. QGIS crashes when one of these is collected before the task has ended."""

    step: str
    title: str
    algorithm: QgsProcessingAlgorithm
    parameters: dict[str, Any]
    context: QgsProcessingContext
    relay: Relay
    task: QgsProcessingAlgRunnerTask
    then: Callable[[Outcome], object] | None
    began: float
    errors: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    share: float = 0.0
    words: str = ""


class Runner(QObject):
    """One job at a time; a second one is refused politely."""

    started = pyqtSignal(str)
    progressed = pyqtSignal(float, str)
    remarked = pyqtSignal(str)
    ended = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._past: Job | None = None

    @property
    def busy(self) -> str:
        """The step whose job runs; empty where none does."""
        return self._job.step if self._job else ""

    @property
    def title(self) -> str:
        """The name of the algorithm that runs."""
        return self._job.title if self._job else ""

    def run(self, algorithm: str, parameters: dict[str, Any], *, step: str, then: Callable[[Outcome], object] | None = None) -> str:
        """Start an algorithm (servicecoverage, or with its provider before a colon); the refusal, empty where it runs.

        then(outcome) is called on the main thread when it has ended, before the signal ended.
        """
        if self._job:
            return tr("{job} is still running. Wait or cancel it first.").format(job=self._job.title)
        name = algorithm if ":" in algorithm else f"{PROVIDER}:{algorithm}"
        found = QgsApplication.processingRegistry().createAlgorithmById(name)
        if found is None:
            return tr("The algorithm {name} is not in the toolbox.").format(name=name)
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        usable, words = found.checkParameterValues(parameters, context)
        if not usable:
            return words
        return self._start(found, parameters, context, step, then)

    def cancel(self) -> None:
        """Ask the job to stop; it answers within half a second."""
        if self._job:
            self._job.task.cancel()

    def close(self) -> None:
        """Stop the job and wait a moment for its end."""
        deadline = monotonic() + WAIT_S
        self.cancel()
        while self._job and monotonic() < deadline:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 50)
        self._past = None

    def _start(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        step: str,
        then: Callable[[Outcome], object] | None,
    ) -> str:
        relay, errors = Relay(), []
        context.setFeedback(relay)
        relay.failed.connect(errors.append)
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, relay, *QUIET_TASK)
        relay.failed.disconnect(errors.append)
        if relay.isCanceled():  # what QGIS makes of a refusal while the sources are taken
            return "\n".join(errors) or tr("The inputs cannot be opened.")
        self._job = Job(step, algorithm.displayName(), algorithm, parameters, context, relay, task, then, monotonic())
        relay.doing.connect(self._doing)
        relay.failed.connect(self._failed)
        relay.remarked.connect(self._remarked)
        relay.warned.connect(self._warned)
        relay.progressChanged.connect(self._progressed)
        task.executed.connect(self._executed)
        self.started.emit(step)
        QgsApplication.taskManager().addTask(task)
        return ""

    def _doing(self, words: str) -> None:
        if self._job:
            self._job.words = words
            self.progressed.emit(self._job.share, words)

    def _progressed(self, percent: float) -> None:
        if self._job:
            self._job.share = percent / 100
            self.progressed.emit(self._job.share, self._job.words)

    def _remarked(self, words: str) -> None:
        if self._job:
            self._job.remarks.append(words)
            log(words, Qgis.MessageLevel.Info)
            self.remarked.emit(words)

    def _warned(self, words: str) -> None:
        if self._job:
            self._job.remarks.append(words)
            log(words, Qgis.MessageLevel.Warning)

    def _failed(self, words: str) -> None:
        if self._job:
            self._job.errors.append(words)

    def _executed(self, successful: bool, results: dict[str, Any]) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        words = "\n".join(job.errors).strip()
        # QGIS calls a run canceled that came to its end before it heard of it: only such a one has results.
        state = _state(successful or bool(results), canceled=job.relay.isCanceled(), words=words)
        if state in (FAILED, BUG):
            log(f"{job.title}: {words}", Qgis.MessageLevel.Critical)
        seconds, said = monotonic() - job.began, words if state in (FAILED, BUG) else ""
        outcome = Outcome(
            job.step, state, dict(results), said, seconds, job.algorithm.name(), job.title, job.parameters, tuple(job.remarks)
        )
        # The task is still inside this call, so what belongs to it is kept until the next job has ended.
        self._past = job
        if job.then:
            job.then(outcome)
        self.ended.emit(outcome)


def _state(successful: bool, *, canceled: bool, words: str) -> str:
    if successful:
        return DONE
    if canceled:
        return CANCELED
    return BUG if words.startswith(TRACEBACK) or f"\n{TRACEBACK}" in words else FAILED


def log(words: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
    """A line in QGIS's message log under our tag, without a bubble."""
    QgsMessageLog.logMessage(words, tr("Community 3D"), level, False)
