"""How long the event loop does not come round, and whose fault it is."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

BEAT_MS = 5
LOOK_S = 0.01
# What the main thread itself may work between two beats, in seconds on a core: what other programs take does not count.
LONGEST_S = 0.1
# With what it waits for a worker. Each slot that is called asks for the interpreter, which a worker keeps for up to 5 ms, and
# single calls of shapely and pandas on 20,000 doorplates keep it a little longer than 0.1 s.
HELD_S = 0.2
DEEP = 6  # calls of a stack that are told
TASKS = Path("/proc/self/task")


def crowding() -> float:
    """How many times more there is to do than cores, at least 1: where other tests run beside, all things take that much longer."""
    return max(1.0, os.getloadavg()[0] / os.cpu_count())


@dataclass(frozen=True)
class Gap:
    """A time in which the event loop did not come round, with the seconds of CPU that threads used in it.

    core_s: how long the main thread was ready to go on and got no core; worker_s: the busiest other thread.
    """

    wall_s: float
    own_s: float
    core_s: float
    worker_s: float
    stacks: tuple[str, ...] = ()

    @property
    def held_s(self) -> float:
        """How long the main thread waited while another thread worked: for the interpreter or a lock, not for a core."""
        return min(self.wall_s - self.own_s - self.core_s, self.worker_s)

    @property
    def fault_s(self) -> float:
        """How long windows stood still by our doing; a machine that does other work is not ours."""
        return self.own_s + max(self.held_s, 0.0)

    def __str__(self) -> str:
        seen = [f"{count} × {where}" for where, count in Counter(self.stacks).most_common()]
        words = (
            f"{self.fault_s:.3f} s of ours in {self.wall_s:.3f} s (the main thread itself {self.own_s:.3f}, without a core "
            f"{self.core_s:.3f}, another thread {self.worker_s:.3f})"
        )
        return "\n".join([words, *seen])


@dataclass
class Beats:
    """The gaps of a time in which the event loop was turned."""

    gaps: list[Gap] = field(default_factory=list)

    @property
    def longest(self) -> Gap:
        """The gap that is most ours."""
        return max(self.gaps, key=lambda gap: gap.fault_s, default=Gap(0.0, 0.0, 0.0, 0.0))

    def too_long(self, stretch: float = 1.0) -> list[Gap]:
        """The gaps that a person notices: the main thread at work, or held up by another one; limits are stretched so many times."""
        return [gap for gap in self.gaps if gap.own_s > LONGEST_S * stretch or gap.fault_s > HELD_S * stretch]


class Heart:
    """Beats on the main thread while its with-block runs; a second thread looks what holds it up."""

    def __init__(self) -> None:
        from qgis.PyQt.QtCore import Qt, QTimer

        self.beats = Beats()
        self._main, self._main_task = threading.get_ident(), threading.get_native_id()
        self._clock = QTimer()
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._beat)
        self._ended = threading.Event()
        self._seen: list[str] = []

    def __enter__(self) -> Beats:
        # What earlier tests left is not looked through again: Python's collector holds all threads up for as long as that takes.
        gc.collect()
        gc.freeze()
        self._last, self._used = time.perf_counter(), _used()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()
        self._clock.start(BEAT_MS)
        return self.beats

    def __exit__(self, *_: object) -> None:
        self._beat()
        self._clock.stop()
        self._ended.set()
        self._watcher.join()
        gc.unfreeze()

    def _beat(self) -> None:
        now, seen = time.perf_counter(), tuple(self._seen)
        wall = now - self._last
        if wall > LONGEST_S / 3:
            spent = _between(self._used, _used())
            own, core = spent.pop(self._main_task)
            self.beats.gaps.append(Gap(wall, own, core, max((cpu for cpu, _ in spent.values()), default=0.0), seen))
        # The times of all threads are read with each beat, or a gap would be told the work of many.
        self._used = _used()
        self._last = time.perf_counter()
        self._seen.clear()

    def _watch(self) -> None:
        while not self._ended.wait(LOOK_S):
            if time.perf_counter() - self._last > LONGEST_S / 6 and len(self._seen) < 200:
                for thread, frame in sys._current_frames().items():
                    if thread != threading.get_ident():
                        who = "main" if thread == self._main else "worker"
                        self._seen.append(f"{who}: {_where(frame)}")
                    del frame  # it keeps what its function held: a file that waits to be closed


def _where(frame: FrameType) -> str:
    """The calls that a thread stands in, the last ones, in one line."""
    steps = traceback.extract_stack(frame)[-DEEP:]
    return " > ".join(f"{Path(step.filename).name}:{step.lineno} {step.name}" for step in steps)


def _used() -> dict[int, tuple[float, float]]:
    """By thread the seconds on a core and the seconds of waiting for one."""
    found = {}
    for task in TASKS.iterdir():
        try:
            cpu, wait, _ = (task / "schedstat").read_text().split()
        except OSError:  # it has just ended
            continue
        found[int(task.name)] = (int(cpu) / 1e9, int(wait) / 1e9)
    return found


def _between(before: dict[int, tuple[float, float]], after: dict[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """What each thread used and waited between two looks."""
    none = (0.0, 0.0)
    return {task: (cpu - before.get(task, none)[0], wait - before.get(task, none)[1]) for task, (cpu, wait) in after.items()}
