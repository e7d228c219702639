"""The one place that knows colours: reads palette.json for styles, report, scene and windows."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
THEMES = ("dark", "light")


@lru_cache(maxsize=1)
def palette() -> dict:
    """All colours as palette.json declares them; #RRGGBB."""
    return json.loads((FOLDER / "palette.json").read_text(encoding="utf-8"))


def surface(theme: str, token: str) -> str:
    """The colour of a surface or text."""
    return palette()["surfaces"][theme][token]


def category_colour(category_id: str, theme: str) -> str:
    """The colour of a service category; one for all that the palette does not know."""
    colours = palette()["categories"]
    return colours.get(category_id, colours["other"])[THEMES.index(theme)]
