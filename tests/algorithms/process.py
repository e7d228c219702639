"""Runs qgis_process as a batch user does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ALL_PARTS = "database,report,xlsx,scene,docx"


@dataclass(frozen=True)
class Run:
    """How a run ended."""

    code: int
    results: dict
    said: str  # standard error


def program() -> str | None:
    """The program itself: Debian's wrapper passes an option that fails."""
    return os.environ.get("PROCESS") or shutil.which("qgis_process.bin") or shutil.which("qgis_process")


MARKS = [pytest.mark.process, pytest.mark.skipif(program() is None, reason="qgis_process is not installed")]


def environment(profile: Path) -> dict[str, str]:
    """A private profile in which the plugin is linked, and the packages of the virtual environment."""
    packages = [path for path in sys.path if path.endswith("site-packages") and str(ROOT) in path]
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "PYTHONPATH": os.pathsep.join(packages),
    }


def linked_profile(folder: Path) -> Path:
    """A fresh profile with a link to the repository, the plugin enabled."""
    plugins = folder / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "community3d").symlink_to(ROOT)
    subprocess.run([program(), "plugins", "enable", "community3d"], env=environment(folder), capture_output=True, check=True)
    return folder


def run(profile: Path, algorithm: str, *, timeout_s: float = 600, **parameters: object) -> Run:
    """One algorithm with NAME=value parameters, a list once for each of its values; results as --json prints them."""
    command = [program(), "run", f"community3d:{algorithm}", "--json", "--"]
    given = [(name, value if isinstance(value, list) else [value]) for name, value in parameters.items()]
    command += [f"{name}={value}" for name, values in given for value in values]
    done = subprocess.run(command, env=environment(profile), capture_output=True, text=True, timeout=timeout_s)
    results = json.loads(done.stdout)["results"] if done.returncode == 0 else {}
    return Run(done.returncode, results, done.stderr)
