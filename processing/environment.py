"""Which packages a run needs, which are missing or too old, and the one line that mends it."""

from __future__ import annotations

import importlib
import os
import sys
import threading
from importlib import metadata

from ..layers.errors import InputError
from ..layers.words import Text, text

ENGINE = {"numpy": (1, 24), "pandas": (1, 5), "scipy": (1, 10), "shapely": (2, 0), "geopandas": (1, 0)}
BELOW = {"pandas": (4, 0)}
TEXTS_APART = 3  # the pandas that has a kind of its own for text
IMPORTED = ("geopandas", "scipy.sparse.csgraph", "scipy.spatial")
SCENE = {"pydeck": (0, 9)}
REPORT = {"jinja2": (3, 0)}
WORKBOOK = {"XlsxWriter": (3, 0)}
WORD = {"jinja2": (3, 0), "python-docx": (1, 0)}
ONE_AT_A_TIME = threading.Lock()  # the loader's flags are those of the whole program


def require(packages: dict[str, tuple[int, int]]) -> None:
    """Raise InputError that names every missing or old package and the remedy."""
    problems = [problem for name, floor in packages.items() if (problem := _problem(name, floor))]
    if problems:
        raise InputError(*problems, _remedy(packages))


def load_engine() -> None:
    """Import what the engine stands on; raises InputError where a package is missing or too old."""
    require(ENGINE)
    with ONE_AT_A_TIME:
        load_shapely_apart()
        for name in IMPORTED:
            importlib.import_module(name)
        keep_texts_as_objects()


def keep_texts_as_objects() -> None:
    """Let pandas 3 hold texts as those before it do: as objects, with None where there is none.

    Its own kind of text has NaN instead, which no test for None finds. It is an option of the whole program, as that is how
    pandas has it; other plugins then meet the columns that pandas 1 and 2 give them.
    """
    numbers = version_of(metadata.version("pandas"))
    if numbers and numbers[0] >= TEXTS_APART:
        importlib.import_module("pandas").set_option("future.infer_string", False)


def load_shapely_apart() -> None:
    """Import shapely so that it keeps to the GEOS it was built with.

    A wheel brings its own GEOS. In a program that is linked with another one, as QGIS on Linux is, the loader would give
    shapely that program's functions where it has them, and its own for the rest: a crash. Deep binding looks at home first.
    """
    if not sys.platform.startswith("linux") or "shapely" in sys.modules:
        return
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags | os.RTLD_DEEPBIND)
    try:
        importlib.import_module("shapely")
    finally:
        sys.setdlopenflags(flags)


def version_of(found: str) -> tuple[int, ...] | None:
    """The first two numbers of a version; None where the package does not know its own, as Debian's shapely: it is believed."""
    numbers = tuple(int(part) for part in found.split("-")[0].split(".")[:2] if part.isdigit())
    return numbers or None


def _problem(name: str, floor: tuple[int, int]) -> Text | None:
    wanted = ".".join(map(str, floor))
    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        return text("The package {name} is missing; version {wanted} or newer is needed.", name=name, wanted=wanted)
    numbers = version_of(found)
    if numbers is None:
        return None
    if name in BELOW and numbers >= BELOW[name]:
        limit = ".".join(map(str, BELOW[name]))
        return text("The package {name} is too new: {found}; a version below {limit} is needed.", name=name, found=found, limit=limit)
    if numbers >= floor:
        return None
    return text("The package {name} is too old: {found}; version {wanted} or newer is needed.", name=name, found=found, wanted=wanted)


def _remedy(packages: dict[str, tuple[int, int]]) -> Text:
    wanted = " ".join(f'"{name}>={major}.{minor}"' for name, (major, minor) in packages.items() if name not in ("numpy", "pandas", "scipy"))
    if sys.platform.startswith("linux"):
        return text(
            "Install them into a virtual environment that sees the system's packages, pip install {wanted}, and start QGIS with "
            "PYTHONPATH=ENVIRONMENT/lib/python{major}.{minor}/site-packages; in the plugin's folder “make setup link” does both.",
            wanted=wanted,
            major=sys.version_info.major,
            minor=sys.version_info.minor,
        )
    return text("Install them in QGIS's own Python: python -m pip install --user {wanted}, then restart QGIS.", wanted=wanted)
