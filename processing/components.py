"""What the plugin stands on, component by component: wanted, found, healthy or not, and what a gap switches off."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib import metadata

from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR

from ..layers.words import Text, text
from .environment import ENGINE, REPORT, SCENE, WORD, WORKBOOK

Version = tuple[int, int]
OK, OLD, MISSING, APART = "ok", "old", "missing", "apart"
PROGRAMS = {"Python": (3, 9), "QGIS": (3, 22), "Qt": (5, 15)}
COORDINATES = {"pyproj": (3, 4)}


@dataclass(frozen=True)
class Component:
    """One line of the environment check.

    switched_off is what cannot be done while the component is missing or too old; empty where nothing is lost.
    """

    name: str
    purpose: Text
    wanted: str
    found: str
    state: str
    switched_off: Text | str = ""


def components() -> list[Component]:
    """All lines: programs, packages, and the libraries of QGIS beside those of the packages."""
    return [*_programs(), *_packages(), *_libraries()]


def missing(lines: list[Component]) -> dict[str, Version]:
    """The packages that are absent or too old, with the least version wanted."""
    floors = {**ENGINE, **REPORT, **WORKBOOK, **SCENE, **WORD}
    return {line.name: floors[line.name] for line in lines if line.state in (OLD, MISSING) and line.name in floors}


def installed(name: str) -> str:
    """The version of a package, or empty where it is absent."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _programs() -> list[Component]:
    found = {"Python": platform.python_version(), "QGIS": Qgis.version(), "Qt": QT_VERSION_STR}
    everything = text("everything")
    return [_component(name, text("Runs the plugin"), PROGRAMS[name], version, everything) for name, version in found.items()]


def _packages() -> list[Component]:
    needs = (
        (ENGINE, text("Tables, shapes and walks"), text("everything")),
        (REPORT, text("Report"), text("report and data-quality report")),
        (WORKBOOK, text("Workbook"), text("workbook and check list")),
        (SCENE, text("3D scene"), text("3D scene")),
        (WORD, text("Word report and briefing"), text("Word report and briefing")),
    )
    lines: dict[str, Component] = {}
    for packages, purpose, lost in needs:
        for name, floor in packages.items():
            lines.setdefault(name, _component(name, purpose, floor, installed(name), lost))
    for name, floor in COORDINATES.items():
        # Without it coordinates go through GDAL: slower, the same to the millimetre.
        lines[name] = _component(name, text("Coordinates, else by GDAL"), floor, installed(name), "")
    return list(lines.values())


def _component(name: str, purpose: Text, floor: Version, found: str, lost: Text | str) -> Component:
    wanted = ".".join(map(str, floor))
    if not found:
        return Component(name, purpose, wanted, "", MISSING, lost)
    numbers = tuple(int(part) for part in found.split("-")[0].split(".")[:2] if part.isdigit())
    state = OK if numbers >= floor else OLD
    return Component(name, purpose, wanted, found, state, "" if state == OK else lost)


def _libraries() -> list[Component]:
    """The C libraries of QGIS and those that packages bring along."""
    purpose = text("Library of QGIS")
    return [
        _library("GDAL", purpose, _qgis_gdal(), _qgis_gdal()),
        _library("PROJ", text("Library of QGIS beside that of pyproj"), _qgis_proj(), _pyproj_proj()),
        _library("GEOS", text("Library of QGIS beside that of shapely"), Qgis.geosVersion().split("-")[0], _shapely_geos()),
    ]


def _library(name: str, purpose: Text, ours: str, theirs: str) -> Component:
    # Two libraries side by side are healthy: coordinates then go through GDAL, shapely keeps to its own GEOS.
    same = not theirs or ours == theirs
    return Component(name, purpose, "", ours if same else f"{ours} / {theirs}", OK if same else APART)


def _qgis_gdal() -> str:
    from osgeo import gdal

    return gdal.__version__


def _qgis_proj() -> str:
    from osgeo import osr

    return f"{osr.GetPROJVersionMajor()}.{osr.GetPROJVersionMinor()}.{osr.GetPROJVersionMicro()}"


def _pyproj_proj() -> str:
    if not installed("pyproj"):
        return ""
    import pyproj

    return pyproj.proj_version_str


def _shapely_geos() -> str:
    if not installed("shapely"):
        return ""
    from .environment import load_shapely_apart

    load_shapely_apart()
    import shapely

    return shapely.geos_version_string if hasattr(shapely, "geos_version_string") else ""
