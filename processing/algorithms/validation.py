"""What is wrong with the values of a run, found before it begins and said with the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterDefinition, QgsProperty

from ...layers.areas.statedlevels import refuse_levels
from ...layers.errors import InputError
from ...layers.incoming.pairs import readable_pairs
from ...layers.penalties import parse_penalties
from ...layers.priorities import parse_priorities
from ...layers.reportdate import refuse_date
from ...layers.words import Text, text
from ..compat import OPTIONAL
from ..engine.eligible import eligible
from ..engine.limits import parse_limits
from . import brought
from .settings import chosen_profile
from .tables import refuse_no_streets

if TYPE_CHECKING:
    from .base import Algorithm

UNBOUNDED = 1e9
WRITTEN = "community3d_folders"  # property of the feedback that all rows of a batch share
# Texts with a grammar of their own, by parameter.
GRAMMARS: dict[str, Callable[[str], object]] = {
    "PENALTIES": parse_penalties,
    "PRIORITIES": parse_priorities,
    "LIMITS": parse_limits,
    "FIELDS": readable_pairs,
    "REPORT_DATE": refuse_date,
}


def refuse(algorithm: Algorithm, values: dict[str, Any], context: QgsProcessingContext, *, more: list[Text]) -> None:
    """Raise InputError with everything that is wrong with the values, and with what is known already."""
    found = list(more)
    for definition in algorithm.parameterDefinitions():
        value = values.get(definition.name())
        if not isinstance(value, QgsProperty):
            found += _wrong(definition, value, context)
    for asked in _questions(algorithm, values):
        try:
            asked()
        except InputError as error:
            found += [problem for problem in error.problems if problem not in found]
    if found:
        raise InputError(*found)


def refuse_repeated_folder(algorithm: Algorithm, values: dict[str, Any], feedback: QgsProcessingFeedback) -> None:
    """Raise InputError where an earlier row of the same batch wrote its results into the same folder."""
    for definition in algorithm.destinationParameterDefinitions():
        folder = values.get(definition.name())
        if definition.type() != "folderDestination" or not isinstance(folder, str) or folder == "TEMPORARY_OUTPUT":
            continue
        earlier = feedback.property(WRITTEN) or []
        # By algorithm: a run that repeats another writes into one folder with it.
        known = f"{algorithm.name()} {Path(folder).absolute()}".casefold()
        if known in earlier:
            raise InputError(text("{folder} holds the results of an earlier row. Give each row a folder of its own.", folder=folder))
        feedback.setProperty(WRITTEN, [*earlier, known])


def _wrong(definition: QgsProcessingParameterDefinition, value: Any, context: QgsProcessingContext) -> Iterator[Text]:
    known = {"key": definition.name(), "label": definition.description()}
    empty = value is None or value == "" or value == []
    if empty and definition.defaultValue() in (None, "") and not definition.isDestination():
        if not definition.flags() & OPTIONAL:
            yield text("“{label}” ({key}) is missing. Choose it first.", **known)
    elif definition.type() == "number" and not definition.checkValueIsAcceptable(value, context):
        yield _outside(definition, value, known)
    elif _absent(definition, value):
        yield text("{key}: {path} does not exist. Check the name or choose another file.", key=definition.name(), path=str(value))


def _outside(definition: QgsProcessingParameterDefinition, value: Any, known: dict[str, str]) -> Text:
    low, high = f"{definition.minimum():g}", f"{definition.maximum():g}"
    if definition.maximum() >= UNBOUNDED:
        return text("“{label}” ({key}) is {value}. Give a number from {low} upwards.", value=str(value), low=low, **known)
    return text("“{label}” ({key}) is {value}. Give a number from {low} to {high}.", value=str(value), low=low, high=high, **known)


def _absent(definition: QgsProcessingParameterDefinition, value: Any) -> bool:
    if not isinstance(value, str) or not value or value.startswith(brought.DATABASE):
        return False
    named = definition.type() == "file" or (bool(definition.metadata().get(brought.FILES)) and brought.is_file(value))
    return named and not value.startswith("/vsi") and not Path(value.split("|")[0]).exists()


def _questions(algorithm: Algorithm, values: dict[str, Any]) -> Iterator[Callable[[], object]]:
    """Every text of the run that has a grammar, as a question that raises where the text breaks it."""
    for key, parse in GRAMMARS.items():
        words = values.get(key)
        if algorithm.parameterDefinition(key) and isinstance(words, str) and words.strip():
            yield lambda parse=parse, words=words: parse(words)
    levels, layers = values.get("LEVELS"), values.get("INPUT")
    if algorithm.parameterDefinition("LEVELS") and isinstance(levels, str) and levels.strip():
        yield lambda: refuse_levels(levels, len(layers) if isinstance(layers, list) else None)
    method, streets = algorithm.parameterDefinition("METHOD"), algorithm.parameterDefinition("STREETS")
    if method and streets and streets.flags() & OPTIONAL and not values.get("STREETS"):
        position = values.get("METHOD", method.defaultValue())
        if isinstance(position, int):
            yield lambda: refuse_no_streets(method.metadata()["ids"][position])
    yield from _of_profile(algorithm, values)


def _of_profile(algorithm: Algorithm, values: dict[str, Any]) -> Iterator[Callable[[], object]]:
    """Texts that name categories of the profile."""
    position = values.get("PROFILE", 0)
    if not algorithm.parameterDefinition("PROFILE") or not isinstance(position, int):
        return
    ids, own = algorithm.parameterDefinition("PROFILE").metadata()["ids"], values.get("PROFILE_FILE")
    own = Path(own) if isinstance(own, str) and own and Path(own).exists() else None
    targets, demand = values.get("TARGETS"), values.get("DEMAND")
    if algorithm.parameterDefinition("TARGETS") and isinstance(targets, str):
        yield lambda: chosen_profile(ids[position], own, targets)
    if algorithm.parameterDefinition("DEMAND") and isinstance(demand, str) and demand.strip():
        yield lambda: eligible(chosen_profile(ids[position], own), demand)
