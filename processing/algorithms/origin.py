"""What a written table says of itself: who made it, when, by which standards and from which inputs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import PurePath
from typing import Any

from ...layers.words import Translator, render, text

FIRST = ("PROFILE", "WALKER", "WEIGHT")


def abstract(title: str, used: Mapping[str, Any], *, version: str, today: date, translate: Translator) -> str:
    """The description of a result: QGIS shows it as the layer's abstract, with or without the plugin.

    used: the effective inputs of the run by key. Of files only the names are told, not the folders.
    """
    made = text("{title}, made by Community 3D {version} on {date}.", title=title, version=version, date=today.isoformat())
    chosen = [f"{key}={used[key]}" for key in FIRST if used.get(key) not in (None, "")]
    others = [f"{key}={_short(value)}" for key, value in used.items() if key not in FIRST and value not in (None, "", [])]
    lines = [made, *([text("Standards: {values}", values="; ".join(chosen))] if chosen else [])]
    lines += [text("Inputs and settings: {values}", values="; ".join(others))] if others else []
    return "\n".join(render(line, translate) for line in lines)


def _short(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_short, value))
    words = str(value)
    return PurePath(words.replace("\\", "/")).name if "/" in words or "\\" in words else words
