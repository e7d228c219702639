"""A long call on its own thread: its result comes back, its failure too, and a stop is heard while it runs."""

from __future__ import annotations

from threading import Barrier, Event, get_ident
from time import monotonic, sleep

import pytest
from community3d.layers.errors import Cancelled
from community3d.layers.progress import SILENT, Silent, aside, side_by_side, together, waited


class Stopped(Silent):
    """The user stops at the second question."""

    asked = 0

    def at(self, share, doing=None):
        self.asked += 1
        if self.asked > 1:
            raise Cancelled


@pytest.mark.parametrize("asked", [SILENT, Silent()])
def test_the_result_and_the_failure_come_back(asked):
    assert waited(asked, 0.5, lambda: sleep(0.15) or 7) == 7
    with pytest.raises(ZeroDivisionError):
        waited(asked, 0.5, lambda: 1 / 0)
    with pytest.raises(TimeoutError):
        waited(asked, 0.5, _times_out)


def test_there_is_a_thread_only_where_somebody_is_asked():
    assert waited(SILENT, 0.5, get_ident) == get_ident() != waited(Silent(), 0.5, get_ident)


def test_a_stop_does_not_wait_for_the_end():
    begun = monotonic()
    with pytest.raises(Cancelled):
        waited(Stopped(), 0.5, lambda: sleep(2))
    assert monotonic() - begun < 1.5


def _times_out():
    raise TimeoutError


class Heard(Silent):
    """Remembers what it is told; the user stops after so many questions."""

    def __init__(self, most=10_000) -> None:
        self.shares, self.doings, self.words, self.most = [], [], [], most

    def at(self, share, doing=None):
        self.shares.append(share)
        self.doings.append(doing)
        if len(self.shares) > self.most:
            raise Cancelled

    def say(self, words):
        self.words.append(words)

    def warn(self, words):
        self.words.append((words, "warned"))


def test_work_aside_reports_through_the_asking_thread():
    here, heard = get_ident(), Heard()

    def work(progress):
        progress.part(0.5, 1.0).at(0.5, "half of the second half")
        progress.say("a remark")
        progress.warn("a warning")
        sleep(0.25)
        return get_ident()

    assert aside(heard, work) != here
    assert heard.shares[-1] == 0.75
    assert heard.doings[-1] == "half of the second half"
    assert heard.words == ["a remark", ("a warning", "warned")]


def test_work_aside_ends_at_its_next_report_after_a_stop():
    ended = Event()

    def work(progress):
        try:
            while True:
                progress.at(0.5)
                sleep(0.01)
        finally:
            ended.set()

    begun = monotonic()
    with pytest.raises(Cancelled):
        aside(Heard(most=2), work)
    assert monotonic() - begun < 1.5
    assert ended.wait(1.0)


def test_a_stop_is_heard_even_where_the_work_has_just_ended():
    # The first question is answered with yes, the work ends before the second.
    with pytest.raises(Cancelled):
        aside(Heard(most=1), lambda progress: progress.at(1.0))


def test_the_failure_of_work_aside_comes_back():
    with pytest.raises(ZeroDivisionError):
        aside(SILENT, lambda progress: 1 / 0)


def test_works_together_run_at_the_same_time_and_give_their_results_in_order():
    met = Barrier(2)

    def work(progress):
        progress.at(0.5, "writing")
        met.wait(5)  # neither gets past this alone
        progress.say("met")
        return get_ident()

    heard = Heard()
    first, second = together(heard, work, work)
    assert len({first, second, get_ident()}) == 3
    assert heard.shares[-1] == 0.5
    assert heard.words == ["met", "met"]


def test_the_failure_of_one_work_stops_the_others_and_is_told_when_all_have_ended():
    ended = Event()

    def endless(progress):
        try:
            while True:
                progress.at(0.5)
                sleep(0.01)
        finally:
            ended.set()

    with pytest.raises(ZeroDivisionError):
        together(SILENT, endless, lambda progress: 1 / 0)
    assert ended.is_set()


def test_a_stop_waits_for_the_end_of_works_that_write(tmp_path):
    def writing(progress):
        unfinished = tmp_path / str(get_ident())
        unfinished.touch()
        try:
            while True:
                progress.at(0.5)
                sleep(0.01)
        finally:
            unfinished.unlink()

    with pytest.raises(Cancelled):
        together(Heard(most=2), writing, writing)
    assert not list(tmp_path.iterdir())


def test_works_side_by_side_give_their_results_in_order():
    meet = Barrier(2, timeout=5)  # broken unless two run at the same time
    heard = Heard()
    assert side_by_side(heard, lambda k: (meet.wait(), sleep(0.15)) if k < 2 else k, range(4))[2:] == [2, 3]
    assert heard.shares
    assert side_by_side(SILENT, lambda k: k, []) == []
    with pytest.raises(ZeroDivisionError):
        side_by_side(SILENT, lambda k: 1 / k, range(3))


def test_works_side_by_side_that_have_not_begun_at_a_stop_never_begin():
    begun = []
    with pytest.raises(Cancelled):
        side_by_side(Stopped(), lambda k: begun.append(k) or sleep(0.4), range(8))
    assert len(begun) <= 2
