"""Jobs in the background: how each of their ends is told apart, with a stub algorithm."""

from __future__ import annotations

import time

import pytest

pytestmark = pytest.mark.qgis

WAIT_S = 30.0


@pytest.fixture
def stub(qgis_app):
    """A provider with one algorithm that ends as its parameter says."""
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgorithm,
        QgsProcessingException,
        QgsProcessingOutputNumber,
        QgsProcessingParameterString,
        QgsProcessingProvider,
    )

    class Stub(QgsProcessingAlgorithm):
        def createInstance(self):  # noqa: N802
            return Stub()

        def name(self):
            return "stub"

        def displayName(self):  # noqa: N802
            return "Stub"

        def initAlgorithm(self, config=None):  # noqa: N802
            self.addParameter(QgsProcessingParameterString("END", "End", "done"))
            self.addOutput(QgsProcessingOutputNumber("FIGURE", "Figure"))

        def checkParameterValues(self, parameters, context):  # noqa: N802
            if parameters.get("END") == "refused":
                return False, "END cannot be refused."
            return super().checkParameterValues(parameters, context)

        def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802
            if parameters.get("END") == "unprepared":
                raise QgsProcessingException("The layer does not open.")
            return True

        def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
            feedback.pushInfo("about 2 seconds")
            feedback.setProgressText("Searching")
            feedback.setProgress(40)
            end = parameters.get("END")
            if end == "failed":
                raise QgsProcessingException("7 streets have no length.")
            if end == "bug":
                raise KeyError("nothing there")
            if end == "too_late":
                feedback.cancel()
            deadline = time.monotonic() + (WAIT_S if end == "long" else 0)
            while time.monotonic() < deadline:
                if feedback.isCanceled():
                    raise QgsProcessingException("Canceled. Nothing was changed.")
                time.sleep(0.02)
            return {"FIGURE": 7.0}

    class Provider(QgsProcessingProvider):
        def id(self):
            return "stub"

        def name(self):
            return "stub"

        def loadAlgorithms(self):  # noqa: N802
            self.addAlgorithm(Stub())

    provider = Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield "stub:stub"
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def runner(qgis_app, project):
    from community3d.plugin.runner import Runner

    made = Runner()
    yield made
    made.close()


@pytest.fixture
def ended(runner, stub, until):
    """Runs the stub to an end and hands over its outcome."""

    def run(end):
        outcomes = []
        assert runner.run(stub, {"END": end}, step="circle", then=outcomes.append) == ""
        until(lambda: outcomes)
        return outcomes[0]

    return run


def test_a_job_that_ends_well_hands_over_its_figures(ended):
    outcome = ended("done")
    assert (outcome.state, outcome.step, outcome.results["FIGURE"]) == ("done", "circle", 7.0)


def test_the_estimate_of_a_job_is_said_before_it_ends(runner, ended):
    said = []
    runner.remarked.connect(said.append)
    ended("done")
    assert said == ["about 2 seconds"]


def test_progress_names_what_is_being_done(runner, ended):
    seen = []
    runner.progressed.connect(lambda share, words: seen.append((share, words)))
    ended("done")
    assert (0.4, "Searching") in seen


def test_values_that_cannot_be_used_are_refused_before_the_run(runner, stub):
    assert runner.run(stub, {"END": "refused"}, step="data") == "END cannot be refused."
    assert runner.busy == ""


def test_a_layer_that_does_not_open_is_a_refusal(runner, stub):
    assert runner.run(stub, {"END": "unprepared"}, step="data") == "The layer does not open."
    assert runner.busy == ""


def test_an_algorithm_that_is_not_there_is_a_refusal(runner):
    assert "community3d:nothing" in runner.run("nothing", {}, step="data")


def test_a_failed_job_says_its_sentence(ended):
    outcome = ended("failed")
    assert (outcome.state, outcome.words) == ("failed", "7 streets have no length.")


def test_an_error_of_ours_is_told_apart_from_a_refusal(ended):
    outcome = ended("bug")
    assert outcome.state == "bug"
    assert "KeyError" in outcome.words


def test_a_canceled_job_answers_within_half_a_second(runner, stub, until):
    outcomes = []
    runner.run(stub, {"END": "long"}, step="circle", then=outcomes.append)
    until(lambda: runner.title == "Stub" and runner._job.share > 0)
    began = time.monotonic()
    runner.cancel()
    until(lambda: outcomes)
    assert outcomes[0].state == "canceled"
    assert time.monotonic() - began < 0.5


def test_a_job_that_had_written_when_it_was_canceled_is_done(ended):
    outcome = ended("too_late")
    assert (outcome.state, outcome.results["FIGURE"]) == ("done", 7.0)


def test_a_second_job_is_refused_while_one_runs(runner, stub, until):
    runner.run(stub, {"END": "long"}, step="circle")
    assert runner.run(stub, {"END": "done"}, step="data") == "Stub is still running. Wait or cancel it first."
    runner.cancel()
    until(lambda: not runner.busy)


def test_a_job_after_a_canceled_one_runs(runner, stub, until, ended):
    runner.run(stub, {"END": "long"}, step="circle")
    runner.cancel()
    until(lambda: not runner.busy)
    assert ended("done").state == "done"


def test_the_end_is_told_once_and_after_what_follows(runner, stub, until):
    order = []
    runner.ended.connect(lambda outcome: order.append("ended"))
    runner.run(stub, {"END": "done"}, step="data", then=lambda outcome: order.append("then"))
    until(lambda: len(order) == 2)
    assert order == ["then", "ended"]


def test_closing_stops_the_job(runner, stub):
    runner.run(stub, {"END": "long"}, step="circle")
    runner.close()
    assert runner.busy == ""
