"""The files that a run was given and the programs that made it: what a reviewer needs to repeat it."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Optional

from .fingerprint import fingerprint
from .progress import SILENT, Progress

PACKAGES = ("numpy", "pandas", "scipy", "shapely", "geopandas")


@dataclass(frozen=True)
class UsedFile:
    """One file: the parameter that named it, its name without folder, size in bytes and SHA-256 (of a GeoPackage's rows)."""

    parameter: str
    name: str
    size_bytes: int
    sha256: str


def used_files(named: Mapping[str, Optional[Path]], progress: Progress = SILENT) -> tuple[UsedFile, ...]:
    """The files by parameter, those that are files; raises InputError where one cannot be read."""
    found = []
    for parameter, path in named.items():
        if path is not None and Path(path).is_file():
            print_of = fingerprint(str(path), progress)
            found.append(UsedFile(parameter, Path(path).name, print_of.size_bytes, print_of.sha256))
    return tuple(found)


def versions() -> dict[str, str]:
    """Python, GDAL and the packages that compute, with their versions."""
    from osgeo import gdal

    known = {"Python": platform.python_version(), "GDAL": gdal.__version__}
    for package in PACKAGES:
        try:
            known[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            known[package] = ""
    return {name: version for name, version in known.items() if version}
