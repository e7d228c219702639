"""QGIS's feedback as the engine's Progress."""

from __future__ import annotations

from time import monotonic

from qgis.core import QgsProcessingFeedback

from ...i18n import tr
from ...layers.errors import Cancelled
from ...layers.words import Text, render
from ..compat import pump_events

POLL_S = 0.1


class FeedbackProgress:
    """Reports a share of a run; raises Cancelled when the user asked to stop."""

    def __init__(self, feedback: QgsProcessingFeedback, start: float = 0.0, end: float = 1.0) -> None:
        self._feedback, self._start, self._end = feedback, start, end
        self._shown, self._doing, self._polled = -1, "", 0.0

    @property
    def feedback(self) -> QgsProcessingFeedback:
        """QGIS's own, for an algorithm that runs inside this one."""
        return self._feedback

    def at(self, share: float, doing: Text | None = None) -> None:
        """Show the share done (0 to 1) in whole percents and what is being done."""
        now = monotonic()
        if now - self._polled > POLL_S:
            self._polled = now
            pump_events()
        if self._feedback.isCanceled():
            raise Cancelled
        percent = int(100 * (self._start + (self._end - self._start) * min(max(share, 0.0), 1.0)))
        if percent != self._shown:
            self._shown = percent
            self._feedback.setProgress(percent)
        words = render(doing, tr) if doing else ""
        if words and words != self._doing:
            self._doing = words
            self._feedback.setProgressText(words)

    def say(self, words: Text) -> None:
        """A remark in the log."""
        self._feedback.pushInfo(render(words, tr))

    def warn(self, words: Text) -> None:
        """A warning in the log."""
        self._feedback.pushWarning(render(words, tr))

    def part(self, start: float, end: float) -> FeedbackProgress:
        """A progress over the share from start to end of this one."""
        span = self._end - self._start
        return FeedbackProgress(self._feedback, self._start + span * start, self._start + span * end)
