"""Asks the public algorithm nearestroutes for the walks of one doorplate, and checks them against its ledger."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Callable

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer

from ...i18n import tr
from ...processing.layering import opened
from ..runner import Outcome, Runner
from .doorplate import BEHIND_GATE, Doorplate, Walk
from .surroundings import Surroundings, square

STEP = "explain"
ROUTES = "nearestroutes"
MARGIN_M = 500.0
GROWS = 2.0  # the box at the second try; the third takes the whole network
TRIES = 3
AT_MOST_M = 5000.0  # how far a limit lets the box reach where no facility is named


class Asking(QObject):
    """One doorplate at a time: its walks, then those through open gates; told(doorplate) after each."""

    def __init__(self, runner: Runner, told: Callable[[Doorplate, str], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._told = runner, told
        self._doorplate: Doorplate | None = None
        self._door: QgsVectorLayer | None = None
        self._around: Surroundings | None = None
        self._round = 0
        self.busy = False  # between a click and the start of its walks

    def ask(self, doorplate: Doorplate, row: QgsFeature, ledger: QgsVectorLayer, around: Surroundings) -> str:
        """Begin; the refusal where a job runs already."""
        if self._runner.busy:
            return tr("{job} is still running. Wait or cancel it first.").format(job=self._runner.title)
        self._doorplate, self._around = doorplate, around
        self._door = ledger.materialize(_only(row))
        self._round += 1
        self.busy = True
        QTimer.singleShot(0, partial(self._prepare, self._round))
        return ""

    def _prepare(self, asked: int) -> None:
        """Open the tables, one at a time so that windows answer, then begin to walk."""
        if asked != self._round:
            return
        if self._around.open_next():
            QTimer.singleShot(0, partial(self._prepare, asked))
            return
        self._settings = {"PROFILE": self._doorplate.profile, "WALKER": self._doorplate.walker, **self._around.settings()}
        self._refused(self._run(0, asked))
        self.busy = False

    def forget(self) -> None:
        """Answers that still come are of no interest."""
        self._doorplate = self._door = self._around = None
        self._round += 1
        self.busy = False

    def _run(self, attempt: int, asked: int) -> str:
        box = None if attempt == TRIES - 1 else box_of(self._doorplate, self._around, grown=GROWS**attempt)
        return self._start(self._around.inputs(box), lambda outcome: self._walked(outcome, attempt, asked))

    def _start(self, inputs: dict[str, object], then: Callable[[Outcome], object], **more: object) -> str:
        parameters = {"DOORPLATES": self._door, **inputs, **self._settings, **more, "OUTPUT": "TEMPORARY_OUTPUT"}
        return self._runner.run(ROUTES, parameters, step=STEP, then=then)

    def _walked(self, outcome: Outcome, attempt: int, asked: int) -> None:
        if asked != self._round or self._doorplate is None:
            return
        if outcome.state != "done":
            self._told(self._doorplate, outcome.words)
            return
        walks = walks_of(outcome)
        answers = tuple(answer.with_walk(walks.get(answer.category)) for answer in self._doorplate.answers)
        found = replace(self._doorplate, answers=answers)
        if not found.agrees and attempt + 1 < TRIES:
            self._refused(self._run(attempt + 1, asked))
            return
        self._doorplate = found
        self._told(found, "")
        self.busy = True
        QTimer.singleShot(0, partial(self._ask_gates, asked))

    def _ask_gates(self, asked: int) -> None:
        """The walks of those behind a gate, if every gate were open."""
        if asked != self._round or self._doorplate is None:
            return
        self.busy = False
        shut = [answer.category for answer in self._doorplate.answers if answer.why == BEHIND_GATE]
        if not shut or "gates" not in self._around.tables:
            return
        inputs = self._around.inputs(box_of(self._doorplate, self._around, grown=1.0), gates_open=True)
        self._refused(self._start(inputs, lambda outcome: self._opened(outcome, asked), CATEGORIES=",".join(shut)))

    def _opened(self, outcome: Outcome, asked: int) -> None:
        if asked != self._round or self._doorplate is None or outcome.state != "done":
            return
        walks = walks_of(outcome)
        answers = tuple(
            replace(each, opened=walks.get(each.category)) if each.why == BEHIND_GATE else each for each in self._doorplate.answers
        )
        self._doorplate = replace(self._doorplate, answers=answers)
        self._told(self._doorplate, "")

    def _refused(self, words: str) -> None:
        if words and self._doorplate is not None:
            self._told(self._doorplate, words)


def box_of(doorplate: Doorplate, around: Surroundings, *, grown: float) -> QgsRectangle:
    """The box of the doorplate and the facilities that its ledger names, and as far as a limit reaches behind a gate."""
    box = QgsRectangle(doorplate.place, doorplate.place)
    around.look_up("facilities", "facility_id", [answer.facility_id for answer in doorplate.answers])
    for answer in doorplate.answers:
        row = around.row("facilities", "facility_id", answer.facility_id)
        if row is not None and not row.geometry().isNull():
            box.combineExtentWith(row.geometry().boundingBox())
        if answer.why == BEHIND_GATE and answer.limit:
            reach = min(answer.limit * (100.0 if answer.unit == "min" else 1.0), AT_MOST_M)
            box.combineExtentWith(square(doorplate.place, reach))
    margin = MARGIN_M + (grown - 1.0) * (MARGIN_M + max(box.width(), box.height()) / 2)
    return box.buffered(margin)


def _only(row: QgsFeature) -> QgsFeatureRequest:
    return QgsFeatureRequest(row.id())


def walks_of(outcome: Outcome) -> dict[str, Walk]:
    """The walks that were drawn, by category; a round trip is half of the way there and back together."""
    source = str(outcome.results.get("OUTPUT", ""))
    layer = opened(source, "walks")
    found: dict[str, Walk] = {}
    for row in layer.getFeatures() if layer.isValid() else ():
        walk = _walk(row)
        there = found.get(row["category"])
        found[row["category"]] = walk if there is None else _both(there, walk)
    del layer
    Path(source.partition("|")[0]).unlink(missing_ok=True)
    return found


def _walk(row: QgsFeature) -> Walk:
    gates = tuple(gate.strip() for gate in str(row["gates"] or "").split(",") if gate.strip())
    line, facility = QgsGeometry(row.geometry()), str(row["facility_name"] or row["facility_id"])
    return Walk(row["m"], row["min"], row["limit"], row["unit"], facility, gates, str(row["slowed_by"] or ""), row["access_m"], line)


def _both(there: Walk, back: Walk) -> Walk:
    return replace(there, metres=(there.metres + back.metres) / 2, minutes=(there.minutes + back.minutes) / 2, back=back.line)
