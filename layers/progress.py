"""How long work tells where it is and asks whether to go on."""

from __future__ import annotations

import queue
import threading
from collections.abc import Sequence
from concurrent import futures
from dataclasses import dataclass, field
from typing import Callable, Protocol, TypeVar

from .errors import Cancelled
from .words import Text

POLL_S = 0.1
WORKERS = 2
Found = TypeVar("Found")
Given = TypeVar("Given")


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


@dataclass
class _Board:
    """What two threads tell each other: how far the work is, its remarks, and whether it is to stop."""

    share: float = 0.0
    doing: Text | None = None
    stopped: threading.Event = field(default_factory=threading.Event)
    remarks: queue.SimpleQueue = field(default_factory=queue.SimpleQueue)


class Relay:
    """The progress of work on a thread of its own: it only takes notes, the asking thread passes them on."""

    def __init__(self, board: _Board, start: float = 0.0, end: float = 1.0) -> None:
        self._board, self._start, self._end = board, start, end

    def at(self, share: float, doing: Text | None = None) -> None:
        """Note the share done and what is being done; raises Cancelled once the asking thread has been stopped."""
        if self._board.stopped.is_set():
            raise Cancelled
        self._board.share = self._start + (self._end - self._start) * min(max(share, 0.0), 1.0)
        self._board.doing = doing or self._board.doing

    def say(self, words: Text) -> None:
        """Note a remark."""
        self._board.remarks.put((False, words))

    def warn(self, words: Text) -> None:
        """Note a warning."""
        self._board.remarks.put((True, words))

    def part(self, start: float, end: float) -> Relay:
        """A relay over the share from start to end of this one."""
        span = self._end - self._start
        return Relay(self._board, self._start + span * start, self._start + span * end)


def aside(progress: Progress, work: Callable[[Progress], Found]) -> Found:
    """What work returns; while it runs on a thread of its own this one is asked ten times a second whether to go on.

    For work that writes nothing: after a stop its end is not waited for, and it ends at its own next report.
    """
    board = _Board()
    try:
        return _polled(lambda: work(Relay(board)), lambda: _pass_on(board, progress))
    finally:
        board.stopped.set()


def together(progress: Progress, *works: Callable[[Progress], Found]) -> list[Found]:
    """What each work returns; they run at the same time, while this thread is asked ten times a second whether to go on.

    They may write: after a stop or the failure of one the others are stopped, and the end of all is waited for.
    """
    boards = [_Board() for _ in works]
    with futures.ThreadPoolExecutor(len(works)) as pool:
        try:
            progress.at(0.0)
            running = [pool.submit(work, Relay(board)) for work, board in zip(works, boards)]
            while futures.wait(running, POLL_S, return_when=futures.FIRST_EXCEPTION).not_done:
                if any(work.done() and work.exception() for work in running):
                    break
                _pass_on_all(boards, progress)
            _pass_on_all(boards, progress)
        finally:
            for board in boards:
                board.stopped.set()
    failed = [work.exception() for work in running if work.exception()]
    # What was stopped for another's failure is not the news.
    for failure in sorted(failed, key=lambda failure: isinstance(failure, Cancelled)):
        raise failure
    return [work.result() for work in running]


def side_by_side(progress: Progress, work: Callable[[Given], Found], given: Sequence[Given], doing: Text | None = None) -> list[Found]:
    """What work makes of each of the given, two at a time; for works that free the interpreter and write nothing."""
    with futures.ThreadPoolExecutor(WORKERS) as pool:
        jobs = [pool.submit(work, one) for one in given]
        try:
            while futures.wait(jobs, POLL_S).not_done:
                progress.at(sum(job.done() for job in jobs) / len(jobs), doing)
        finally:
            # Only a wish to stop leaves any that has not begun.
            for job in jobs:
                job.cancel()
        return [job.result() for job in jobs]


def _pass_on_all(boards: Sequence[_Board], progress: Progress) -> None:
    """The remarks of all, the share of all, and what the work that has come least far is doing."""
    for board in boards:
        _pass_on_remarks(board, progress)
    last = min(boards, key=lambda board: board.share)
    progress.at(sum(board.share for board in boards) / len(boards), last.doing)


def waited(progress: Progress, share: float, work: Callable[[], Found], doing: Text | None = None) -> Found:
    """What work returns; while it runs on a thread of its own progress is asked whether to go on.

    For one long call that frees the interpreter and writes nothing: after a stop its end is not waited for.
    """
    if progress is SILENT:
        # Nobody is asked, and each thread keeps the memory that it let go to itself.
        return work()
    return _polled(work, lambda: progress.at(share, doing))


def _pass_on(board: _Board, progress: Progress) -> None:
    _pass_on_remarks(board, progress)
    progress.at(board.share, board.doing)


def _pass_on_remarks(board: _Board, progress: Progress) -> None:
    while not board.remarks.empty():
        warning, words = board.remarks.get()
        (progress.warn if warning else progress.say)(words)


def _polled(work: Callable[[], Found], ask: Callable[[], None]) -> Found:
    """What work returns, on a thread of its own; ask is called before it, while it runs and after it."""
    pool = futures.ThreadPoolExecutor(1)
    try:
        ask()
        running = pool.submit(work)
        while not futures.wait([running], POLL_S).done:
            ask()
        ask()
        return running.result()
    finally:
        pool.shutdown(wait=False)
