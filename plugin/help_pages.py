"""Opens the pages of the help in the browser."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.PyQt.QtGui import QDesktopServices

from ..i18n import LANGUAGES, legend_language, pages

SETTING = "community3d/help_language"


def language() -> str:
    """The language of the help: the one set in the options, else that of QGIS."""
    chosen = str(QgsSettings().value(SETTING, ""))
    return chosen if chosen in LANGUAGES else legend_language()


def open_page(name: str, anchor: str = "") -> bool:
    """Open a page of the help, or a heading on it; an algorithm's page has the algorithm's name."""
    return QDesktopServices.openUrl(pages.address(name, language(), anchor))
