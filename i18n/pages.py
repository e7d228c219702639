"""Where the pages of the help lie, by language."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QUrl

from . import LANGUAGES, mark

FOLDER = Path(__file__).resolve().parents[1] / "plugin" / "help"

# The pages in the order of the contents; each algorithm has a page of its own name besides.
PAGES = {
    "quickstart": mark("Quick start"),
    "data": mark("Prepare the data"),
    "coordinates": mark("Coordinate questions"),
    "checks": mark("Check and fix"),
    "profiles": mark("Profiles and their sources"),
    "results": mark("Read the results"),
    "scene": mark("The 3D scene"),
    "commandline": mark("Command line and models"),
    "questions": mark("Questions and answers"),
    "privacy": mark("Privacy and secrecy"),
    "exercise": mark("Exercise in 45 minutes"),
    "handover": mark("Hand-over check list"),
    "algorithms": mark("All algorithms"),
}


def path(name: str, language: str) -> Path:
    """The file of a page; the first page where there is none of this name, English where the language is not ours."""
    folder = FOLDER / (language if language in LANGUAGES else "en")
    wanted = folder / f"{name}.html"
    return wanted if wanted.is_file() else folder / "quickstart.html"


def address(name: str, language: str, anchor: str = "") -> QUrl:
    """The address of a page, or of a heading on it, for a browser."""
    url = QUrl.fromLocalFile(str(path(name, language)))
    if anchor:
        url.setFragment(anchor)
    return url
