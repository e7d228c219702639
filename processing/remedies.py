"""The commands that mend this computer's environment: shown to be copied, never run."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from ..i18n import tr
from .environment import BELOW

PINNED = ("numpy", "pandas", "scipy")  # an upgrade of these breaks other plugins
WINDOWS, MAC, LINUX = "win32", "darwin", "linux"


@dataclass(frozen=True)
class Remedy:
    """When to take a command, and the command itself."""

    case: str
    command: str


def remedies(
    missing: Mapping[str, tuple[int, int]],
    installed: Mapping[str, str],
    *,
    system: str = sys.platform,
    prefix: str = sys.prefix,
) -> list[Remedy]:
    """The commands for this system.

    missing: package to least version; installed: versions of the pinned packages that are there; prefix: the interpreter's.
    Without a missing package the list is empty.
    """
    if not missing:
        return []
    wanted = " ".join(f'"{name}>={major}.{minor}{_below(name)}"' for name, (major, minor) in missing.items())
    pins = " ".join(f"{name}=={installed[name]}" for name in PINNED if installed.get(name) and name not in missing)
    packages = f"{wanted} {pins}".strip()
    if system.startswith("win"):
        return _windows(packages, wanted)
    return _mac(packages, prefix) if system == MAC else _linux(packages)


def _windows(packages: str, wanted: str) -> list[Remedy]:
    return [
        Remedy(
            tr("With internet: open OSGeo4W Shell from the start menu and enter"),
            f"python -m pip install --user {packages}",
        ),
        Remedy(
            tr("Without internet, on a computer that has it and the same Python"),
            f"python -m pip download --only-binary=:all: -d wheels {packages}",
        ),
        Remedy(
            tr("Then carry the folder over, open OSGeo4W Shell and enter"),
            rf"python -m pip install --user --no-index --find-links D:\wheels {wanted}",
        ),
    ]


def _mac(packages: str, prefix: str) -> list[Remedy]:
    return [Remedy(tr("In Terminal, for the Python inside QGIS"), f'"{prefix}/bin/python3" -m pip install --user {packages}')]


def _linux(packages: str) -> list[Remedy]:
    folder = "~/community3d-env"
    create = f"python3 -m venv --system-site-packages {folder}"
    return [
        Remedy(
            tr("System packages first"),
            "sudo apt install python3-venv python3-pandas python3-scipy python3-pyproj",
        ),
        Remedy(tr("Then the others, in a folder of their own"), f"{create} && {folder}/bin/pip install {packages}"),
        Remedy(tr("From then on start QGIS with"), f"PYTHONPATH=$(echo {folder}/lib/python3*/site-packages) qgis"),
    ]


def _below(name: str) -> str:
    return f",<{BELOW[name][0]}" if name in BELOW else ""
