"""The settings: name, default and what may be stored; QGIS keeps them under community3d/."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Union

from qgis.core import Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsMessageLog, QgsProcessingParameterDefinition, QgsSettings

from ...i18n import tr
from . import hints

Value = Union[str, float, bool]
PREFIX = "community3d"
FOLLOW = ""  # the language of QGIS
# Defaults of step 3: their values, labels and bounds are those of the algorithm's own parameters.
OF_PARAMETERS = {
    "profile": "PROFILE",
    "walker": "WALKER",
    "snap_limit_m": "SNAP_LIMIT_M",
    "weight": "WEIGHT",
    "persons_per_household": "PERSONS_PER_HOUSEHOLD",
}
# The same of other algorithms: algorithm and key.
OF_OTHERS = {"code_scheme": ("buildgridcodes", "DIGITS")}
AUTOMATIC = ""  # the 3-degree zone of the data
OWN: dict[str, Value] = {
    "language": FOLLOW,
    "help_language": FOLLOW,
    "crs": AUTOMATIC,
    "profiles_folder": "",
    "keep_history": False,
    "load_layers": True,
    "tips": True,
}
LANGUAGES = (FOLLOW, "zh", "en")


def names() -> list[str]:
    """All settings, in the order of the page."""
    return [*list(OWN)[:2], *OF_PARAMETERS, *OF_OTHERS, *list(OWN)[2:]]


def is_parameter(name: str) -> bool:
    """Whether a setting is the default of an algorithm's parameter."""
    return name in OF_PARAMETERS or name in OF_OTHERS


def parameter(name: str) -> QgsProcessingParameterDefinition:
    """The parameter whose default a setting is."""
    algorithm, key = OF_OTHERS.get(name) or ("districtcheck", OF_PARAMETERS[name])
    return QgsApplication.processingRegistry().algorithmById(f"community3d:{algorithm}").parameterDefinition(key)


def default(name: str) -> Value:
    """What holds when nothing was set: an id word, a number, a text or yes and no."""
    if name in OWN:
        return OWN[name]
    definition = parameter(name)
    ids = definition.metadata().get("ids")
    return ids[definition.defaultValue()] if ids else float(definition.defaultValue())


def value(name: str) -> Value:
    """What holds; a stored value that cannot be used counts as the default, and the log says so."""
    usual = default(name)
    stored = QgsSettings().value(f"{PREFIX}/{name}", None)
    if stored is None:
        return usual
    used = _understood(name, stored, usual)
    if used is None:
        words = tr("The setting {name} holds “{stored}”, which is unknown; {usual} is taken.")
        QgsMessageLog.logMessage(words.format(name=name, stored=stored, usual=usual), tr("Community 3D"), Qgis.MessageLevel.Warning)
        return usual
    return used


def store(name: str, given: Value) -> None:
    """Keep a value; the default is not kept, so that a later release may better it."""
    if name == "tips" and given and not value(name):
        hints.show_again()
    if given == default(name):
        QgsSettings().remove(f"{PREFIX}/{name}")
    else:
        QgsSettings().setValue(f"{PREFIX}/{name}", given)


def export(path: Path) -> None:
    """All values as one JSON file for a whole office."""
    kept = {name: value(name) for name in names()}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def brought_in(path: Path) -> dict[str, Value]:
    """The values of such a file; raises ValueError with every name and value that is not ours."""
    try:
        given = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(tr("{path} holds no settings: {reason}").format(path=path, reason=error)) from error
    if not isinstance(given, dict):
        raise ValueError(tr("{path} holds no settings: {reason}").format(path=path, reason=type(given).__name__))
    known = {name: _understood(name, kept, default(name)) for name, kept in given.items() if name in names()}
    wrong = [f"{name}: {kept}" for name, kept in given.items() if known.get(name) is None]
    if wrong:
        raise ValueError(tr("These settings are not known: {wrong}. Nothing was changed.").format(wrong="; ".join(wrong)))
    return {name: kept for name, kept in known.items() if kept is not None}


def _understood(name: str, stored: object, usual: Value) -> Value | None:
    """The stored value in its own type, or None where it cannot be used."""
    if isinstance(usual, bool):
        return {"true": True, "false": False}.get(str(stored).lower())
    if isinstance(usual, float):
        return _number(name, stored)
    words = str(stored)
    if name in ("language", "help_language"):
        return words if words in LANGUAGES else None
    if name == "crs":
        return words if words == AUTOMATIC or QgsCoordinateReferenceSystem(words).isValid() else None
    if name in OF_PARAMETERS:
        return words if words in parameter(name).metadata()["ids"] else None
    return words


def _number(name: str, stored: object) -> float | None:
    definition = parameter(name)
    try:
        number = float(str(stored))
    except ValueError:
        return None
    return number if definition.minimum() <= number <= definition.maximum() else None
