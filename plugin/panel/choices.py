"""What the widgets of the panel hold: the choices that the algorithms declare, and what was chosen last."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import QgsApplication, QgsProcessingParameterDefinition, QgsSettings

from ..runner import PROVIDER

LAST = "community3d/panel"
OPTION = "community3d"  # where the options page keeps its defaults


def definition(algorithm: str, key: str) -> QgsProcessingParameterDefinition:
    """A parameter as the algorithm declares it."""
    return QgsApplication.processingRegistry().algorithmById(f"{PROVIDER}:{algorithm}").parameterDefinition(key)


def entries(algorithm: str, key: str) -> dict[str, str]:
    """The labels of an enum by their ids."""
    declared = definition(algorithm, key)
    return dict(zip(declared.metadata()["ids"], declared.options()))


def default(algorithm: str, key: str) -> Any:
    """What was chosen last, else what the options page says, else what the algorithm declares; enums as ids."""
    declared = definition(algorithm, key)
    ids = declared.metadata().get("ids")
    plain = declared.defaultValue()
    if ids:
        plain = [ids[index] for index in plain] if isinstance(plain, list) else ids[plain]
    for section in (LAST, OPTION):
        stored = QgsSettings().value(f"{section}/{key.lower()}", None)
        if stored not in (None, ""):
            found = _of_kind(stored, plain)
            if found is not None and (not ids or isinstance(found, list) or found in ids):
                return found
    return plain


def _of_kind(stored: Any, plain: Any) -> Any:
    if isinstance(plain, float):
        try:
            return float(stored)
        except (TypeError, ValueError):
            return None
    if isinstance(plain, list):
        try:
            return json.loads(stored) if isinstance(stored, str) else list(stored)
        except ValueError:
            return None
    return stored


def remember(values: dict[str, Any]) -> None:
    """Keep what was chosen for the next session."""
    for key, value in values.items():
        kept = json.dumps(value) if isinstance(value, list) else value
        QgsSettings().setValue(f"{LAST}/{key.lower()}", kept)


def remembered(key: str, otherwise: str = "") -> str:
    """A text kept by remember()."""
    return str(QgsSettings().value(f"{LAST}/{key.lower()}", otherwise) or otherwise)
