"""Translations: English in the source, Chinese beside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Callable

from qgis.PyQt.QtCore import QCoreApplication, QTranslator

CONTEXT = "community3d"
FOLDER = Path(__file__).parent
LANGUAGES = ("zh", "en")


def tr(source: str) -> str:
    """The sentence in QGIS's language; named values are filled in by the caller with format()."""
    return QCoreApplication.translate(CONTEXT, source)


def mark(source: str) -> str:
    """Mark a sentence that is translated later, when it is shown."""
    return source


def load(locale: str) -> QTranslator | None:
    """A translator for a QGIS locale such as zh_CN, or None where the source language serves."""
    if not locale.startswith("zh"):
        return None
    translator = QTranslator()
    return translator if translator.load(str(FOLDER / "community3d_zh_CN.qm")) else None


def legend_language() -> str:
    """The language in which legends are shown: that of QGIS where it is ours, else English."""
    return "zh" if tr(mark("Community 3D")) != "Community 3D" else "en"


@cache
def translator(language: str) -> Callable[[str], str]:
    """A function that translates into zh or en, whatever QGIS's language is."""
    loaded = load("zh_CN" if language == "zh" else "en")
    if loaded is None:
        return mark
    context = CONTEXT.encode()
    # Bytes: as text PyQt takes ASCII only here.
    return lambda source: loaded.translate(context, source.encode("utf-8")) or source
