"""A long call on its own thread: its result comes back, its failure too, and a stop is heard while it runs."""

from __future__ import annotations

from time import monotonic, sleep

import pytest
from community3d.layers.errors import Cancelled
from community3d.layers.progress import SILENT, Silent, waited


class Stopped(Silent):
    """The user stops at the second question."""

    asked = 0

    def at(self, share, doing=None):
        self.asked += 1
        if self.asked > 1:
            raise Cancelled


def test_the_result_and_the_failure_come_back():
    assert waited(SILENT, 0.5, lambda: sleep(0.15) or 7) == 7
    with pytest.raises(ZeroDivisionError):
        waited(SILENT, 0.5, lambda: 1 / 0)
    with pytest.raises(TimeoutError):
        waited(SILENT, 0.5, _times_out)


def test_a_stop_does_not_wait_for_the_end():
    begun = monotonic()
    with pytest.raises(Cancelled):
        waited(Stopped(), 0.5, lambda: sleep(2))
    assert monotonic() - begun < 1.5


def _times_out():
    raise TimeoutError
