"""The one place that knows colours, classes, styles and icons; styles, report, scene and windows read them here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
THEMES = ("dark", "light")
LANGUAGES = ("zh", "en")
# In an unreached style this stands for the category's id.
CATEGORY = "__category__"


@dataclass(frozen=True)
class ShareClass:
    """One class of a share: lower <= share < upper, the last also holds its upper bound; no bounds: no data."""

    lower: float | None
    upper: float | None
    colour: str
    label_zh: str
    label_en: str

    def label(self, language: str) -> str:
        """The label in zh or en."""
        return self.label_zh if language == "zh" else self.label_en


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


def why_colour(reason: str, theme: str) -> str:
    """The colour of a reason of c_why."""
    return palette()["why"][theme][reason]


def completeness_classes(theme: str) -> tuple[ShareClass, ...]:
    """No data, then the five classes of completeness from low to high."""
    colours, breaks = palette()["ramp"][theme], palette()["ramp_breaks"]["buildings"]
    zh = ("无数据", "低于 40%", "40%–60%", "60%–80%", "80%–99%", "100%")
    en = ("No data", "Below 40%", "40%–60%", "60%–80%", "80%–99%", "100%")
    return _classes(colours, [0.0, *breaks, 1.0], zh, en)


def area_classes(theme: str) -> tuple[ShareClass, ...]:
    """No data, then the five classes of an area's coverage rate from low to high, in fixed breaks."""
    colours, breaks = palette()["ramp"][theme], palette()["ramp_breaks"]["areas"]
    zh = ("数据不足", "低于 60%", "60%–70%", "70%–80%", "80%–90%", "90% 及以上")
    en = ("Not enough data", "Below 60%", "60%–70%", "70%–80%", "80%–90%", "90% and more")
    return _classes(colours, [0.0, *breaks, 1.0], zh, en)


def _classes(colours: list[str], bounds: list[float], zh: tuple[str, ...], en: tuple[str, ...]) -> tuple[ShareClass, ...]:
    none = ShareClass(None, None, colours[0], zh[0], en[0])
    return (none, *(ShareClass(*row) for row in zip(bounds, bounds[1:], colours[1:], zh[1:], en[1:])))


def icon(name: str) -> Path:
    """The icon of an algorithm, or the plugin's own."""
    own = FOLDER / "icons" / f"{name}.svg"
    return own if own.is_file() else FOLDER / "icons" / "plugin.svg"


def style(role: str, language: str = "zh") -> Path | None:
    """The style file of a layer's role with its legend in zh or en; None where there is none."""
    path = FOLDER / language / f"{role}.qml"
    return path if path.is_file() else None


def layout(name: str, language: str = "zh") -> Path:
    """The template of a print layout: coverage-a3 or communities-a4."""
    return FOLDER / "layouts" / language / f"{name}.qpt"


def qml(roles: Mapping[str, str], language: str = "zh") -> dict[str, str]:
    """The style texts of tables by name; roles gives each table's role, and tables without a style are left out."""
    paths = {table: style(role, language) for table, role in roles.items()}
    return {table: path.read_text(encoding="utf-8") for table, path in paths.items() if path}


def unreached(category_id: str, language: str = "zh") -> str:
    """The style text of a ledger that shows who misses a category, and why."""
    return (FOLDER / language / "unreached.qml").read_text(encoding="utf-8").replace(CATEGORY, category_id)
