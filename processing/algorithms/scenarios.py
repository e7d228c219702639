"""Runs as scenario files at the QGIS face: which parameter asks for one, what is written, what a repeated run is given."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProcessingContext, QgsProcessingParameterDefinition, QgsProcessingParameterFileDestination

from ...i18n import tr
from ...layers.words import text
from ..compat import ADVANCED
from ..environment import ENGINE

if TYPE_CHECKING:
    from ...layers.scenario_file import Input, Scenario
    from .base import Algorithm
    from .feedback import FeedbackProgress

KEY = "SCENARIO"
INPUT_TYPES = ("source", "multilayer", "raster", "file")
LAYER_OUTPUT, FOLDER_OUTPUT = "vectorDestination", "folderDestination"


def parameter() -> QgsProcessingParameterDefinition:
    """Where a run may be written down."""
    filters = "YAML (*.yaml)"
    found = QgsProcessingParameterFileDestination(KEY, tr("Scenario file"), filters, None, optional=True, createByDefault=False)
    found.setHelp(tr("States parameters, hashes of the inputs and versions, so that the run can be repeated."))
    found.setFlags(found.flags() | ADVANCED)
    return found


def write(algorithm: Algorithm, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress) -> dict[str, str]:
    """Write the run down where that was asked for; what the result says of it."""
    wanted = algorithm.parameterAsFileOutput(parameters, KEY, context) if parameters.get(KEY) else ""
    if not wanted:
        return {}
    from ...layers.scenario_file import write_scenario

    found = described(algorithm, parameters, progress.part(1, 1))
    for key in (key for key, inputs in found.inputs.items() if any(not each.sha256 for each in inputs)):
        progress.warn(text("{key} is no file on disk: the scenario cannot tell later whether it is the same.", key=key))
    write_scenario(Path(wanted), found)
    return {KEY: wanted}


def described(algorithm: Algorithm, parameters: dict[str, Any], progress: FeedbackProgress) -> Scenario:
    """The run as a scenario."""
    from ...layers.progress import aside
    from ...layers.scenario_file import Scenario, recorded
    from ..engine.check import run_hash

    used, inputs = algorithm.effective(), {}
    for definition in algorithm.parameterDefinitions():
        name, value = definition.name(), used.get(definition.name())
        if definition.type() not in INPUT_TYPES or value in (None, "", []):
            continue
        given = value if isinstance(value, list) else [value]
        inputs[name] = tuple(aside(progress, lambda relay, source=source: recorded(str(source), relay)) for source in given)
    plain = {d.name(): used[d.name()] for d in algorithm.parameterDefinitions() if d.name() in used and d.type() not in INPUT_TYPES}
    asked = tuple(d.name() for d in _outputs(algorithm) if parameters.get(d.name()) and d.name() != KEY)
    return Scenario(algorithm.name(), plain, inputs, asked, versions(), run_hash(used))


def versions() -> dict[str, str]:
    """The plugin, QGIS, Python and the packages that compute."""
    from .base import VERSION

    return {
        "community3d": VERSION,
        "qgis": Qgis.QGIS_VERSION,
        "python": sys.version.split()[0],
        **{name: metadata.version(name) for name in ENGINE},
    }


def _outputs(algorithm: Algorithm) -> list[QgsProcessingParameterDefinition]:
    return list(algorithm.destinationParameterDefinitions())


def arguments(algorithm: Algorithm, scenario: Scenario, folder: Path) -> dict[str, Any]:
    """The parameters that repeat a scenario, its results in a folder: layers as tables of one file."""
    stated = {key: value for key, value in scenario.parameters.items() if value is not None}
    given: dict[str, Any] = {key: ",".join(map(str, value)) if isinstance(value, list) else value for key, value in stated.items()}
    kinds = {definition.name(): definition.type() for definition in algorithm.parameterDefinitions()}
    for key, inputs in scenario.inputs.items():
        given[key] = _source_of(inputs, several=kinds.get(key) == "multilayer")
    file = folder / f"{scenario.algorithm}.gpkg"
    for definition in _outputs(algorithm):
        if definition.type() == FOLDER_OUTPUT:
            given[definition.name()] = str(folder)
        elif definition.name() in scenario.outputs and definition.type() == LAYER_OUTPUT:
            given[definition.name()] = f"ogr:dbname='{file}' table=\"{definition.name().lower()}\""
    return given


def _source_of(inputs: tuple[Input, ...], *, several: bool) -> str | list[str]:
    return [each.source for each in inputs] if several else inputs[0].source
