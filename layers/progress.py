"""How long work tells where it is and asks whether to go on."""

from __future__ import annotations

from concurrent import futures
from typing import Callable, Protocol, TypeVar

from .words import Text

POLL_S = 0.1
Found = TypeVar("Found")


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


def waited(progress: Progress, share: float, work: Callable[[], Found], doing: Text | None = None) -> Found:
    """What work returns; while it runs on a thread of its own progress is asked whether to go on.

    For one long call that frees the interpreter and writes nothing: after a stop its end is not waited for.
    """
    pool = futures.ThreadPoolExecutor(1)
    try:
        running = pool.submit(work)
        while True:
            progress.at(share, doing)
            try:
                return running.result(timeout=POLL_S)
            except futures.TimeoutError:
                if running.done():
                    raise
    finally:
        pool.shutdown(wait=False)
