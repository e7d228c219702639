"""How long work tells where it is and asks whether to go on."""

from __future__ import annotations

from typing import Protocol

from .words import Text


class Progress(Protocol):
    """What a run reports to; the QGIS face, a test or nobody listens."""

    def at(self, share: float, doing: Text | None = None) -> None:
        """Report the share done (0 to 1) and what is being done; raises Cancelled when the user asked to stop."""

    def say(self, words: Text) -> None:
        """A remark for the log."""

    def warn(self, words: Text) -> None:
        """A warning for the log: the run goes on."""

    def part(self, start: float, end: float) -> Progress:
        """A progress that covers the share from start to end of this one."""


class Silent:
    """Nobody listens; never cancels."""

    def at(self, share: float, doing: Text | None = None) -> None:
        """Nothing is shown."""

    def say(self, words: Text) -> None:
        """Nothing is shown."""

    def warn(self, words: Text) -> None:
        """Nothing is shown."""

    def part(self, start: float, end: float) -> Silent:
        """The same silence."""
        return self


SILENT = Silent()
