"""What the plugin stands on, component by component: wanted, found, healthy or not, and what a gap switches off."""

from __future__ import annotations

import importlib
import platform
from dataclasses import dataclass
from importlib import metadata

from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR

from ..i18n import tr
from .environment import BELOW, ENGINE, REPORT, SCENE, WORD, WORKBOOK, load_shapely_apart, version_of

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
    purpose: str
    wanted: str
    found: str
    state: str
    switched_off: str = ""


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
    everything = tr("everything")
    return [_component(name, tr("Runs the plugin"), PROGRAMS[name], version, everything) for name, version in found.items()]


def _packages() -> list[Component]:
    needs = (
        (ENGINE, tr("Tables, shapes and walks"), tr("everything")),
        (REPORT, tr("Report"), tr("report and data-quality report")),
        (WORKBOOK, tr("Workbook"), tr("workbook and check list")),
        (SCENE, tr("3D scene"), tr("3D scene")),
        (WORD, tr("Word report and briefing"), tr("Word report and briefing")),
    )
    lines: dict[str, Component] = {}
    for packages, purpose, lost in needs:
        for name, floor in packages.items():
            lines.setdefault(name, _component(name, purpose, floor, installed(name), lost))
    for name, floor in COORDINATES.items():
        # Without it coordinates go through GDAL: slower, the same to the millimetre.
        lines[name] = _component(name, tr("Coordinates, else by GDAL"), floor, installed(name), "")
    return list(lines.values())


def _component(name: str, purpose: str, floor: Version, found: str, lost: str) -> Component:
    wanted = ".".join(map(str, floor)) + (f", < {'.'.join(map(str, BELOW[name]))}" if name in BELOW else "")
    if not found:
        return Component(name, purpose, wanted, "", MISSING, lost)
    numbers = version_of(found)
    fits = numbers is None or (numbers >= floor and (name not in BELOW or numbers < BELOW[name]))
    state = OK if fits else OLD
    return Component(name, purpose, wanted, found, state, "" if state == OK else lost)


def _libraries() -> list[Component]:
    """The C libraries of QGIS and those that packages bring along."""
    purpose = tr("Library of QGIS")
    return [
        _library("GDAL", purpose, _qgis_gdal(), _qgis_gdal()),
        _library("PROJ", tr("Library of QGIS beside that of pyproj"), _qgis_proj(), _pyproj_proj()),
        _library("GEOS", tr("Library of QGIS beside that of shapely"), Qgis.geosVersion().split("-")[0], _shapely_geos()),
    ]


def _library(name: str, purpose: str, ours: str, theirs: str) -> Component:
    # Two libraries side by side are healthy: coordinates then go through GDAL, shapely keeps to its own GEOS.
    same = not theirs or ours == theirs
    return Component(name, purpose, "", ours if same else f"{ours} / {theirs}", OK if same else APART)


def _qgis_gdal() -> str:
    return importlib.import_module("osgeo.gdal").__version__


def _qgis_proj() -> str:
    osr = importlib.import_module("osgeo.osr")
    return f"{osr.GetPROJVersionMajor()}.{osr.GetPROJVersionMinor()}.{osr.GetPROJVersionMicro()}"


def _pyproj_proj() -> str:
    if not installed("pyproj"):
        return ""
    return importlib.import_module("pyproj").proj_version_str


def _shapely_geos() -> str:
    if not installed("shapely"):
        return ""
    load_shapely_apart()
    return getattr(importlib.import_module("shapely"), "geos_version_string", "")
