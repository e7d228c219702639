"""runscenario: a run again, from its scenario file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
)

from ...i18n import tr
from ...layers.errors import Cancelled, InputError
from ...layers.progress import Progress, aside
from ...layers.words import Text, render, text
from . import parameters, scenarios, validation
from .base import RESULTS, Algorithm, Outcome

if TYPE_CHECKING:
    from ...layers.scenario_file import Scenario

PROVIDER = "community3d"


class RunScenario(Algorithm):
    """Repeats a run that a scenario file describes."""

    NAME = "runscenario"
    GROUP = RESULTS
    TAGS = ("scenario", "repeat", "yaml", "audit", "方案文件", "复算", "重复", "fawj")
    FIGURES = {**dict.fromkeys(("ALGORITHM", "RUN", "DIFFERENCES", "RESULTS"), str)}

    def title(self) -> str:
        """Short name."""
        return tr("Run scenario file")

    def about(self) -> str:
        """One sentence."""
        return tr("Repeats a run from its scenario file and says first whether inputs or versions have changed since.")

    def inputs(self) -> Iterator[parameters.Parameter]:
        """The file, what to do with changed inputs, where to write."""
        file = QgsProcessingParameterFile("INPUT", tr("Scenario file"), extension="yaml")
        yield parameters.helped(file, tr("Written by a run that was given SCENARIO; inputs are also looked for beside it."))
        words = tr("Runs although inputs hold something else than they did; otherwise that is refused.")
        yield parameters.helped(QgsProcessingParameterBoolean("ACCEPT_CHANGES", tr("Accept changed inputs"), False), words)
        yield QgsProcessingParameterFolderDestination("OUTPUT", tr("Output folder"))

    def compute(
        self,
        *,
        input: Path | None,  # noqa: A002, the parameter's key
        accept_changes: bool,
        output: Path,
        progress: Progress,
    ) -> Outcome:
        """Read, compare, run."""
        from ...layers.scenario_file import changed, read_scenario

        if input is None:
            raise InputError(text("INPUT names no file. Choose a scenario file (.yaml)."))
        scenario = read_scenario(input, known())
        different = aside(progress.part(0, 0.1), lambda relay: changed(scenario, relay))
        if different and not accept_changes:
            raise InputError(*different, text("Nothing was run. To run all the same set ACCEPT_CHANGES."))
        notes = [*different, *other_versions(scenario)]
        for words in notes:
            progress.warn(words)
        output.mkdir(parents=True, exist_ok=True)
        results = repeated(scenario, output, progress.part(0.1, 1).feedback)
        figures = {
            "ALGORITHM": scenario.algorithm,
            "RUN": scenario.run,
            "DIFFERENCES": "\n".join(render(words, tr) for words in notes),
            "RESULTS": json.dumps(results, ensure_ascii=False, default=str),
        }
        return Outcome(figures=figures)


def known() -> dict[str, list[str]]:
    """The parameter names of every algorithm whose runs can be written down."""
    found = QgsApplication.processingRegistry().providerById(PROVIDER).algorithms()
    return {each.name(): [d.name() for d in each.parameterDefinitions()] for each in found if getattr(each, "REPEATABLE", False)}


def other_versions(scenario: Scenario) -> Iterator[Text]:
    """What ran then and runs in another version now."""
    now = scenarios.versions()
    for name, then in scenario.versions.items():
        if name in now and str(then) != now[name]:
            yield text("{name}: version {then} then, {now} now.", name=name, then=str(then), now=now[name])


def repeated(scenario: Scenario, folder: Path, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Run the scenario's algorithm; raises InputError with its message where it fails."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"{PROVIDER}:{scenario.algorithm}")
    given, context = scenarios.arguments(algorithm, scenario, folder), QgsProcessingContext()
    usable, message = algorithm.checkParameterValues(given, context)
    if not usable:
        raise InputError(text("{algorithm} cannot be run again: {message}", algorithm=scenario.algorithm, message=message))
    # The run inside writes into the folder of the one outside: no row of a batch.
    feedback.setProperty(validation.WRITTEN, [])
    try:
        results, done = algorithm.run(given, context, feedback, catchExceptions=False)
    except QgsProcessingException as error:
        if feedback.isCanceled():
            raise Cancelled from None
        raise InputError(text("{algorithm} cannot be run again: {message}", algorithm=scenario.algorithm, message=str(error))) from None
    if not done:
        raise InputError(text("{algorithm} cannot be run again: {message}", algorithm=scenario.algorithm, message=tr("see the log.")))
    return results
