"""What the menu holds beside the parts with windows: lines between groups, and the help."""

from __future__ import annotations

from ..i18n import tr
from .desk import Desk


class Line:
    """A line before the next entry."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self) -> None:
        """Draw it."""
        self._desk.separator()

    def remove(self) -> None:
        """The desk takes it back."""


class Help:
    """The first page of the offline help."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self) -> None:
        """The last entry of the menu."""
        self._desk.action("help", tr("Help"), "help", self.open)

    def open(self, *_: object) -> None:
        """Open it in the browser."""
        from .help_pages import open_page

        open_page("quickstart")

    def remove(self) -> None:
        """The desk takes its entry back."""
