"""Parameter values as QGIS hands them over become plain Python values."""

from __future__ import annotations

from pathlib import Path
from string import printable
from typing import Any, Callable
from urllib.parse import quote

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
)
from qgis.core import QgsProcessingParameterNumber as Number

from ...layers.errors import InputError
from ...layers.words import text
from .sources import crs_text

Values = dict[str, Any]
# QGIS itself takes every word but "false" and "0" for yes, "no" too.
TRUTH = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": False}
Box = tuple[float, float, float, float]  # west, south, east, north in degrees


def with_choices(algorithm: QgsProcessingAlgorithm, parameters: Values) -> Values:
    """The parameters with id words of enums turned into their positions, yes and no into truth; unknown words raise InputError."""
    values, problems = dict(parameters), []
    for definition in algorithm.parameterDefinitions():
        ids, value = definition.metadata().get("ids"), values.get(definition.name())
        if isinstance(value, str) and (ids or definition.type() == "boolean"):
            try:
                values[definition.name()] = _positions(definition, ids, value) if ids else _truth(definition, value)
            except InputError as error:
                problems += error.problems
    if problems:
        raise InputError(*problems)
    return values


def with_encoded_urls(parameters: Values) -> Values:
    """The parameters with Chinese letters of delimitedtext:// sources percent-encoded: QGIS drops the columns of the place otherwise."""
    return {
        name: quote(value, safe=printable) if isinstance(value, str) and value.startswith("delimitedtext://") else value
        for name, value in parameters.items()
    }


def _positions(definition: QgsProcessingParameterEnum, ids: list[str], value: str) -> int | list[int]:
    words = [word.strip() for word in value.split(",")] if definition.allowMultiple() else [value.strip()]
    unknown = [word for word in words if word not in ids and not (word.isdigit() and int(word) < len(ids))]
    if unknown:
        raise InputError(
            text("Unknown {key} “{words}”. Known: {known}.", key=definition.name(), words=", ".join(unknown), known=", ".join(ids))
        )
    positions = [ids.index(word) if word in ids else int(word) for word in words]
    return positions if definition.allowMultiple() else positions[0]


def _truth(definition: QgsProcessingParameterDefinition, value: str) -> bool:
    word = value.strip().lower()
    if word not in TRUTH:
        raise InputError(text("Unknown {key} “{words}”. Known: {known}.", key=definition.name(), words=value, known="yes, no"))
    return TRUTH[word]


def plain(
    algorithm: QgsProcessingAlgorithm, definition: QgsProcessingParameterDefinition, parameters: Values, context: QgsProcessingContext
) -> Any:
    """The value of one parameter: an id word, number, text, path, authid or None."""
    reader = _READERS.get(definition.type())
    return reader(algorithm, definition, parameters, context) if reader else None


def _enum(
    algorithm: QgsProcessingAlgorithm, definition: QgsProcessingParameterEnum, parameters: Values, context: QgsProcessingContext
) -> str | list[str]:
    ids = definition.metadata()["ids"]
    if definition.allowMultiple():
        return [ids[position] for position in algorithm.parameterAsEnums(parameters, definition.name(), context)]
    return ids[algorithm.parameterAsEnum(parameters, definition.name(), context)]


def _number(algorithm: QgsProcessingAlgorithm, definition: Number, parameters: Values, context: QgsProcessingContext) -> float:
    whole = definition.dataType() == Number.Type.Integer
    return (algorithm.parameterAsInt if whole else algorithm.parameterAsDouble)(parameters, definition.name(), context)


def _crs(
    algorithm: QgsProcessingAlgorithm, definition: QgsProcessingParameterDefinition, parameters: Values, context: QgsProcessingContext
) -> str | None:
    crs = algorithm.parameterAsCrs(parameters, definition.name(), context)
    return crs_text(crs) if crs.isValid() else None


def _extent(
    algorithm: QgsProcessingAlgorithm, definition: QgsProcessingParameterDefinition, parameters: Values, context: QgsProcessingContext
) -> Box | None:
    box = algorithm.parameterAsExtent(parameters, definition.name(), context, QgsCoordinateReferenceSystem("EPSG:4326"))
    return None if box.isNull() else (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())


def extent_as_written(
    algorithm: QgsProcessingAlgorithm, definition: QgsProcessingParameterDefinition, parameters: Values, context: QgsProcessingContext
) -> str | None:
    """An extent in its own CRS, as QGIS writes and reads it; no transform is made for that. None where none is given."""
    crs = algorithm.parameterAsExtentCrs(parameters, definition.name(), context)
    box = algorithm.parameterAsExtent(parameters, definition.name(), context, crs)
    sides = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
    return None if box.isNull() else f"{','.join(map(str, sides))} [{crs.authid()}]"


# a: algorithm, d: parameter definition, p: parameters, c: context
_READERS: dict[str, Callable[..., Any]] = {
    "enum": _enum,
    "number": _number,
    "crs": _crs,
    "extent": _extent,
    "string": lambda a, d, p, c: a.parameterAsString(p, d.name(), c).strip(),
    "raster": lambda a, d, p, c: a.raster(d.name()),
    "boolean": lambda a, d, p, c: a.parameterAsBoolean(p, d.name(), c),
    "file": lambda a, d, p, c: Path(value) if (value := a.parameterAsFile(p, d.name(), c)) else None,
    "fileDestination": lambda a, d, p, c: Path(value) if (value := a.parameterAsFileOutput(p, d.name(), c)) else None,
    "folderDestination": lambda a, d, p, c: Path(a.parameterAsFileOutput(p, d.name(), c)),
}
