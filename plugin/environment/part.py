"""The menu entry of the environment check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import tr

if TYPE_CHECKING:
    from ..desk import Desk
    from .page import EnvironmentPage


class Environment:
    """Opens the page on request; it is looked through anew each time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page: EnvironmentPage | None = None

    def add(self) -> None:
        """The entry in the menu."""
        self._desk.action("environment", tr("Environment Check…"), "environment", self.open)

    def open(self, *_: object) -> EnvironmentPage:
        """Show the page; it does not hold up QGIS."""
        from .page import EnvironmentPage

        self.remove()
        self._page = EnvironmentPage(self._desk, self._desk.iface.mainWindow())
        self._page.show()
        return self._page

    def remove(self) -> None:
        """Close the page."""
        if self._page is not None:
            if self._page.isVisible():
                self._page.reject()
            self._page.deleteLater()
            self._page = None
