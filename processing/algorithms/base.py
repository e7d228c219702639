"""Everything QGIS wants of an algorithm, once; an algorithm declares itself and computes."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from ...i18n import legend_language, mark, pages, tr, translator
from ...i18n.initials import initials
from ...layers.errors import Cancelled, InputError
from ...layers.progress import Progress, aside, waited
from ...layers.words import Text, text
from ...styles import look
from .. import dressing, environment, ownprofiles, preselection
from . import brought, elevation, helptext, loading, origin, outputs, scenarios, sources, validation, values
from .feedback import FeedbackProgress

VERSION = "0.1.0"
EXTENT = "EXTENT"  # of an algorithm that can read a part of its layers
SEVERAL = "multilayer"  # QGIS's word for a parameter that takes several layers
READING = 0.15  # share of a run that reading its layers takes, at a guess


@dataclass(frozen=True)
class Group:
    """A group of the toolbox; the numbers are those of the panel."""

    id: str
    title: str


DATA = Group("data", mark("① Data"))
CHECKS = Group("checks", mark("② Checks"))
CIRCLE = Group("circle", mark("③ Living circle"))
RESULTS = Group("results", mark("④ Results"))
COMMUNITIES = Group("communities", mark("⑤ Communities and grids"))


@dataclass
class Outcome:
    """What compute hands back: frames by output key, figures by name, more layers to open.

    Where files were read: the CRS of the frames, and the table of the workspace that an output is, which styles it.
    files are pages and workbooks by path with what fills them; they get their names together with the layers.
    """

    frames: dict[str, Any] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)
    layers: tuple[loading.Layer, ...] = ()
    crs: str = ""
    tables: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)  # of outputs whose style depends on what was read
    files: dict[Path, outputs.Fill] = field(default_factory=dict)


class Algorithm(QgsProcessingAlgorithm):
    """Base of all algorithms. A subclass sets NAME, GROUP, TAGS, FIGURES and writes title, about, inputs and compute."""

    NAME = ""
    GROUP = DATA
    TAGS: tuple[str, ...] = ()
    FIGURES: dict[str, type] = {}  # figure name: float or str
    STYLES: dict[str, str] = {}  # output key: role of its style
    REPEATABLE = False  # whether a run may be written down as a scenario file

    # What a subclass writes

    def title(self) -> str:
        """Short name in the toolbox."""
        raise AttributeError

    def about(self) -> str:
        """One sentence: what it does."""
        raise AttributeError

    def inputs(self) -> Iterator[QgsProcessingParameterDefinition]:
        """The parameters, destinations included."""
        raise AttributeError

    def compute(self, *, progress: Progress, **arguments: Any) -> Outcome:
        """The work: arguments are the parameter keys in lower case."""
        raise AttributeError

    # What QGIS asks

    def createInstance(self) -> Algorithm:  # noqa: N802
        """A fresh copy."""
        return type(self)()

    def name(self) -> str:
        """The id after the provider's."""
        return self.NAME

    def displayName(self) -> str:  # noqa: N802
        """The name in the toolbox."""
        return self.title()

    def group(self) -> str:
        """The group's name."""
        return tr(self.GROUP.title)

    def groupId(self) -> str:  # noqa: N802
        """The group's id."""
        return self.GROUP.id

    def shortDescription(self) -> str:  # noqa: N802
        """The tool tip."""
        return self.about()

    def shortHelpString(self) -> str:  # noqa: N802
        """The help panel, made of the parameters' own help."""
        return helptext.panel(self)

    def helpUrl(self) -> str:  # noqa: N802
        """Its page of the help, in QGIS's language."""
        return pages.address(self.NAME, legend_language()).toString()

    def tags(self) -> list[str]:
        """Words the toolbox search finds it by."""
        return ["community3d", "社区三维", *self.TAGS, initials(translator("zh")(self.title()))]

    def icon(self) -> QIcon:
        """Its own icon."""
        return QIcon(str(look.icon(self.NAME)))

    def createCustomParametersWidget(self, parent: QWidget | None = None) -> QWidget | None:  # noqa: N802
        """QGIS's own dialog, filled with what the panel works on; imports bring something else."""
        return None if self.GROUP == DATA else preselection.dialog(self, parent)

    def initAlgorithm(self, config: dict | None = None) -> None:  # noqa: N802
        """Declare parameters and figures."""
        for parameter in self.inputs():
            self.addParameter(parameter)
        if self.REPEATABLE:
            self.addParameter(scenarios.parameter())
        for output in self._figure_outputs():
            self.addOutput(output)

    def _figure_outputs(self) -> Iterator[QgsProcessingOutputDefinition]:
        for name, kind in {**self.FIGURES, "PARAMETERS": str, "VERSION": str}.items():
            yield (QgsProcessingOutputString if kind is str else QgsProcessingOutputNumber)(name, helptext.figure(name))

    def checkParameterValues(self, parameters: dict, context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802
        """Whether the values can be used; refuses unknown id words, with the known ones, and layers that do not open."""
        try:
            usable = values.with_encoded_urls(values.with_choices(self, parameters))
            opened = {"source": self.parameterAsSource, "raster": self.parameterAsRasterLayer}
            given = [(name, value, kind) for kind in opened for name, value in self._given(usable, kind).items()]
            closed = {name: value for name, value, kind in given if opened[kind](usable, name, context) is None}
            validation.refuse(self, usable, context, more=_unopened(closed))
        except InputError as error:
            return False, error.message(tr)
        return super().checkParameterValues(brought.with_stand_ins(self, usable), context)

    def validateInputCrs(self, parameters: dict, context: QgsProcessingContext) -> bool:  # noqa: N802
        """Whether QGIS finds one CRS in all inputs; it must not open files for that."""
        return bool(brought.definitions(self)) or super().validateInputCrs(parameters, context)

    def prepareAlgorithm(self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802
        """Take the sources on the thread that owns the layers; nothing is read here."""
        try:
            self._parameters = values.with_encoded_urls(values.with_choices(self, parameters))
            validation.refuse_repeated_folder(self, self._parameters, feedback)
            self._brought = brought.taken(self, self._parameters, context)
            self._sources = self._take_sources(context)
            self._rasters = self._take_rasters(context)
        except InputError as error:
            raise QgsProcessingException(error.message(tr)) from error
        return True

    def processAlgorithm(self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict:  # noqa: N802
        """Read, compute, write; what a person can mend becomes one message, a bug keeps its traceback."""
        try:
            return self._run(context, FeedbackProgress(feedback))
        except InputError as error:
            words = error.message(tr)
        except Cancelled:
            words = tr("Canceled. Nothing was changed.")
        # QGIS never lets go of an exception and so of this frame: neither may hold layers, frames of data or another exception.
        vars(self).clear()
        del parameters, context, feedback
        raise QgsProcessingException(words)

    def _run(self, context: QgsProcessingContext, progress: FeedbackProgress) -> dict:
        # The first run of a session imports for a second.
        waited(progress, 0.0, environment.load_engine, text("Loading the engine"))
        self._places = destinations = self._destinations(context)
        crs, frames = self._read_sources(progress.part(0, READING))
        arguments = {**self._plain_values(context), **frames, **brought.opened(self._brought, progress.part(0, READING))}
        outcome = self._computed(arguments, progress.part(READING if frames else 0.0, 0.85))
        roles = {**self.STYLES, **outcome.tables, **outcome.roles}
        named = {key: place.called(outcome.tables.get(key)) for key, place in destinations.items()}
        written = {key: (place, outcome.frames[key]) for key, place in named.items() if outcome.frames.get(key) is not None}
        with outputs.prepared_files(outcome.files, progress.part(0.8, 0.85)):
            if written:
                self._write(written, outcome.crs or crs, roles, progress.part(0.85, 1))
        results = {key: place.uri for key, (place, _) in written.items()}
        loading.open_after(context, roles, results, outcome.layers)
        noted = scenarios.write(self, self._parameters, context, progress) if self.REPEATABLE else {}
        return {**self._file_results(arguments), **results, **self._figures(outcome), **noted, "VERSION": VERSION}

    def _computed(self, arguments: dict[str, Any], progress: FeedbackProgress) -> Outcome:
        # What writes files itself must end before the run does: it stays on this thread.
        if self._file_keys():
            return self.compute(progress=progress, **arguments)
        return aside(progress, lambda relay: self.compute(progress=relay, **arguments))

    def _write(self, written: dict[str, Any], crs: str, roles: dict[str, str], progress: Progress) -> None:
        roles = {place.table: roles.get(key, place.table) for key, (place, _) in written.items()}
        named = self._own_names()
        styles = dressing.styles_of({place.table: frame for place, frame in written.values()}, roles, legend_language(), tr, named)
        told = origin.abstract(self.title(), self.effective(), version=VERSION, today=date.today(), translate=tr)
        outputs.write_frames(written, crs=crs, styles=styles, notes=dict.fromkeys(roles, told), progress=progress)

    def _own_names(self) -> dict[str, str]:
        """The names of the categories of a profile of one's own, by id."""
        given = self._parameters.get("PROFILE_FILE") if self.parameterDefinition("PROFILE_FILE") else None
        return ownprofiles.names_of(given, legend_language()) if isinstance(given, str) and given else {}

    def _take_sources(self, context: QgsProcessingContext) -> list[sources.Source]:
        given = self._given(self._parameters, "source")
        taken = {name: self.take_source(name, value, context) for name, value in given.items()}
        self._refuse_unopened({name: given[name] for name, source in taken.items() if source is None})
        several = [self._take_several(name, value, context) for name, value in self._given(self._parameters, SEVERAL).items()]
        return [*taken.values(), *(source for layers in several for source in layers)]

    def _take_several(self, key: str, value: Any, context: QgsProcessingContext) -> list[sources.Source]:
        asked = value if isinstance(value, list) else [value]
        layers = self.parameterAsLayerList(self._parameters, key, context)
        if len(layers) < len(asked):
            self._refuse_unopened({key: ", ".join(map(str, asked))})
        return [sources.of_layer(layer, key, context) for layer in layers]

    def _take_rasters(self, context: QgsProcessingContext) -> dict[str, elevation.Raster]:
        given = self._given(self._parameters, "raster")
        layers = {name: self.parameterAsRasterLayer(self._parameters, name, context) for name in given}
        self._refuse_unopened({name: given[name] for name, layer in layers.items() if layer is None})
        return {name: elevation.raster_of(layer, name) for name, layer in layers.items()}

    def raster(self, name: str) -> elevation.Raster | None:
        """The raster that was given for a parameter."""
        return self._rasters.get(name)

    def place(self, key: str) -> outputs.Destination | None:
        """Where an output goes; None where it is not asked for."""
        return self._places.get(key)

    def _given(self, parameters: dict, kind: str) -> dict[str, Any]:
        files = {definition.name() for definition in brought.definitions(self)}
        names = (definition.name() for definition in self.parameterDefinitions() if definition.type() == kind)
        names = (name for name in names if name not in files)
        return {name: parameters[name] for name in names if parameters.get(name) not in (None, "")}

    def _refuse_unopened(self, unopened: dict[str, Any]) -> None:
        if unopened:
            raise InputError(*_unopened(unopened))

    def take_source(self, key: str, value: Any, context: QgsProcessingContext) -> sources.Source | None:
        """The layer that was given for a parameter, still unread; None where it does not open."""
        features = self.parameterAsSource(self._parameters, key, context)
        if features is None:
            return None
        layer = self.parameterAsVectorLayer(self._parameters, key, context)
        whole = not isinstance(value, QgsProcessingFeatureSourceDefinition) or sources.is_whole(value)
        name = features.sourceName() or (layer.source() if layer else str(value))
        box = self._box(features.sourceCrs(), context)
        return sources.Source(key, features, sources.plain_file(layer, whole=whole), name, features.sourceCrs(), box)

    def _box(self, crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext) -> sources.Box | None:
        """What is read of a layer in that CRS, where an algorithm takes an extent."""
        if self.parameterDefinition(EXTENT) is None or self._parameters.get(EXTENT) in (None, ""):
            return None
        box = self.parameterAsExtent(self._parameters, EXTENT, context, crs)
        return None if box.isNull() else (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())

    def _read_sources(self, progress: FeedbackProgress) -> tuple[str, dict[str, Any]]:
        kinds = {definition.name().lower(): definition.type() for definition in self.parameterDefinitions()}
        frames: dict[str, Any] = {name: None if kind == "source" else [] for name, kind in kinds.items() if kind in ("source", SEVERAL)}
        if not self._sources:
            return "", frames
        placed = [source for source in self._sources if source.has_geometry]
        target = self.run_crs(placed) if placed else QgsCoordinateReferenceSystem()
        self._crs = sources.crs_text(target)
        wanted = [source for source in self._sources if self.wants(source.key)]
        for number, source in enumerate(wanted):
            start, end = number / len(wanted), (number + 1) / len(wanted)
            progress.at(start, text("Reading {name}", name=source.name))
            frame = sources.read(source, progress.part(start, end))
            if source.has_geometry:
                frame = self.in_run_crs(frame, source, target, progress.part(end, end))
            if kinds[source.key.lower()] == SEVERAL:
                frames[source.key.lower()].append((source.name, frame))
            else:
                frames[source.key.lower()] = frame
        return self._crs, frames

    def run_crs(self, placed: list[sources.Source]) -> QgsCoordinateReferenceSystem:
        """The CRS of a run with these inputs."""
        return sources.run_crs(placed)

    def in_run_crs(self, frame: Any, source: sources.Source, target: QgsCoordinateReferenceSystem, progress: Progress) -> Any:
        """The rows of an input in the CRS of the run."""
        if source.crs != target:
            crs, wanted = source.crs.authid(), sources.crs_text(target)
            progress.say(text("{name} is moved from {crs} to {target}.", name=source.name, crs=crs, target=wanted))
        return aside(progress, partial(sources.reproject, frame, source, target))

    def wants(self, key: str) -> bool:
        """Whether the layer of a parameter is read; an algorithm that has kept what it needs of it says no."""
        return True

    def _plain_values(self, context: QgsProcessingContext) -> dict[str, Any]:
        # The extent of an algorithm that reads layers cuts those; nothing else asks for it.
        skipped = {"source", SEVERAL, "vectorDestination", *(("extent",) if self._sources else ())}
        definitions = [d for d in self.parameterDefinitions() if d.type() not in skipped and d.name() != scenarios.KEY]
        return {definition.name().lower(): values.plain(self, definition, self._parameters, context) for definition in definitions}

    def _destinations(self, context: QgsProcessingContext) -> dict[str, outputs.Destination]:
        places = {}
        for definition in self.destinationParameterDefinitions():
            if definition.type() == "vectorDestination":
                value = self.parameterAsOutputLayer(self._parameters, definition.name(), context)
                if value:
                    places[definition.name()] = outputs.destination(value, definition.name().lower())
        for key, place in places.items():
            outputs.check_format(place, key)
        return places

    def _file_keys(self) -> list[str]:
        kinds = ("fileDestination", "folderDestination")
        names = (definition.name() for definition in self.destinationParameterDefinitions() if definition.type() in kinds)
        return [name for name in names if name != scenarios.KEY]

    def _file_results(self, arguments: dict[str, Any]) -> dict[str, str]:
        return {name: str(arguments[name.lower()]) for name in self._file_keys() if arguments[name.lower()] is not None}

    def _figures(self, outcome: Outcome) -> dict[str, Any]:
        figures = {**outcome.figures}
        figures.setdefault("PARAMETERS", json.dumps(self.effective(), ensure_ascii=False, sort_keys=True))
        return {name: _result_value(value) for name, value in figures.items()}

    def effective(self) -> dict[str, Any]:
        """The inputs really used, as PARAMETERS prints them: id words, numbers and source strings."""
        used: dict[str, Any] = dict(brought.described(self._brought.items()))
        context = QgsProcessingContext()
        for definition in self.parameterDefinitions():
            if definition.isDestination() or definition.name() in used:
                continue
            if definition.type() == "source":
                source = next((s for s in self._sources if s.key == definition.name()), None)
                used[definition.name()] = source.described if source else None
            elif definition.type() == SEVERAL:
                used[definition.name()] = [source.described for source in self._sources if source.key == definition.name()]
            elif definition.type() == "extent":
                used[definition.name()] = values.extent_as_written(self, definition, self._parameters, context)
            else:
                value = values.plain(self, definition, self._parameters, context)
                used[definition.name()] = value if isinstance(value, (int, float, bool, type(None), list)) else str(value)
        return used


def _unopened(given: dict[str, Any]) -> list[Text]:
    return [
        text("{key}: “{value}” cannot be opened. Check the path and the name of the layer in it.", key=name, value=str(value))
        for name, value in given.items()
    ]


def _result_value(value: Any) -> Any:
    # Dictionaries by category travel as JSON text, so that models and qgis_process show the same.
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return None if isinstance(value, float) and math.isnan(value) else value
