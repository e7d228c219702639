"""The parts of the desktop, in the order of the menu: one line each, imported when QGIS shows its window."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .desk import Desk

# Module inside this package, class in it.
PARTS: tuple[tuple[str, str], ...] = (
    ("panel.part", "Panel"),
    ("explain.part", "Explain"),
    ("locator", "Locator"),
    ("problems.part", "Problems"),
    ("tryit.part", "TryIt"),
    ("menu", "Line"),
    ("environment.part", "Environment"),
    ("options.part", "Options"),
    ("menu", "Help"),
)


class Part(Protocol):
    """A window, tool or page: made with the desk, added once and taken back whole."""

    def add(self) -> None:
        """Show its actions; windows are built when they are first opened."""

    def remove(self) -> None:
        """Take back everything that add and later use left in QGIS; the desk takes its actions back itself."""


def made(desk: Desk) -> list[Part]:
    """One of each part."""
    return [getattr(import_module(f".{module}", __package__), name)(desk) for module, name in PARTS]
