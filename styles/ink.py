"""The colours and words of the style files."""

from __future__ import annotations

from . import look

THEME = "light"  # QGIS's canvas is white


def colour(token: str) -> str:
    """A surface colour of the theme."""
    return look.surface(THEME, token)


def said(language: str, zh: str, en: str) -> str:
    """The words of the language."""
    return zh if language == "zh" else en
