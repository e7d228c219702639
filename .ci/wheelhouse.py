"""Collects the wheels that a QGIS without a network needs, for another computer than this one, and says what does not resolve.

Usage: wheelhouse.py --platform win_amd64 --python 3.12 --numpy 1.26.4
numpy itself is never carried over, because another one breaks other plugins: it is held at the version of that QGIS.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PIP = [sys.executable, "-m", "pip"]
QUIET = ["--quiet", "--disable-pip-version-check"]


@dataclass(frozen=True)
class Wanted:
    """A package, what of its needs QGIS may lack, and what the plugin cannot do without it."""

    requirement: str
    needs: tuple[str, ...]
    without: str


WANTED = (
    Wanted("shapely>=2.0", (), "no computation at all"),
    Wanted("pandas>=1.5,<4", ("python-dateutil", "pytz", "tzdata", "six"), "no computation at all"),
    Wanted("scipy>=1.10", (), "no computation at all"),
    Wanted("geopandas>=1.0", ("packaging",), "no computation at all"),
    Wanted("pydeck>=0.9", ("jinja2", "markupsafe"), "no 3D scene"),
    Wanted("XlsxWriter>=3.0", (), "no tables"),
    Wanted("python-docx>=1.0", ("lxml", "typing-extensions"), "no Word report"),
    Wanted("pyproj>=3.4", ("certifi",), "coordinate systems by QGIS alone"),
    Wanted("rasterio>=1.3", ("affine", "attrs", "click", "click-plugins", "cligj", "pyparsing"), "rasters by GDAL alone"),
)


@dataclass(frozen=True)
class Target:
    """The computer that the wheels are for."""

    platform: str
    python: str
    numpy: str

    def options(self) -> list[str]:
        """What pip is told about it."""
        return ["--only-binary=:all:", f"--python-version={self.python}", *(f"--platform={tag}" for tag in tags(self.platform))]


def tags(platform: str) -> list[str]:
    """The names under which wheels for a platform are published; linux_aarch64 is short for all of its kinds."""
    if not platform.startswith(("linux_", "manylinux")):
        return [platform]
    machine = next((machine for machine in ("x86_64", "aarch64") if platform.endswith(machine)), platform.removeprefix("linux_"))
    return [f"{kind}_{machine}" for kind in ("manylinux_2_28", "manylinux_2_27", "manylinux_2_24", "manylinux_2_17", "manylinux2014")]


def resolved(wanted: Wanted, target: Target) -> dict[str, str] | str:
    """The version of every package of one resolution, or why there is none."""
    with tempfile.TemporaryDirectory() as folder:
        held = [f"numpy=={target.numpy}"] if target.numpy else []
        options = ["--dry-run", "--ignore-installed", f"--target={folder}", "--report=-", *target.options()]
        done = subprocess.run([*PIP, "install", *QUIET, *options, wanted.requirement, *held], capture_output=True, text=True)
    if done.returncode != 0:
        reasons = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        return (reasons or done.stderr.splitlines() or ["pip failed"])[-1].removeprefix("ERROR: ")
    found = json.loads(done.stdout)["install"]
    return {entry["metadata"]["name"].lower().replace("_", "-"): entry["metadata"]["version"] for entry in found}


def collected(wanted: Wanted, versions: dict[str, str], target: Target, folder: Path) -> list[str]:
    """Download a package and its needs at the resolved versions; returns name and version of each."""
    own = wanted.requirement.split(">")[0].lower()
    exact = [f"{name}=={versions[name]}" for name in (own, *wanted.needs) if name in versions]
    subprocess.run([*PIP, "download", *QUIET, "--no-deps", *target.options(), f"--dest={folder}", *exact], check=True, capture_output=True)
    return exact


def report(target: Target, folder: Path) -> int:
    """Collect all, print a line for each, and return how many do not resolve."""
    failures = 0
    held = f"numpy {target.numpy}" if target.numpy else "numpy not held: NUMPY=… is the version the environment check of that QGIS shows"
    sys.stdout.write(f"{target.platform}, Python {target.python}, {held}\n")
    for wanted in WANTED:
        versions = resolved(wanted, target)
        if isinstance(versions, str):
            failures += 1
            sys.stdout.write(f"  does not resolve  {wanted.requirement}: {versions}; {wanted.without}\n")
        else:
            sys.stdout.write(f"  resolves          {' '.join(collected(wanted, versions, target, folder))}\n")
    return failures


def main() -> int:
    """Make the folder of wheels and say how to use it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--platform", default="win_amd64", help="win_amd64, linux_aarch64, macosx_12_0_arm64 …")
    parser.add_argument("--python", default="3.12", help="that QGIS's Python, as 3.12")
    parser.add_argument("--numpy", default="", help="that QGIS's numpy, as 1.26.4")
    given = parser.parse_args()
    folder = ROOT / "dist" / f"wheels-{given.platform}-{given.python}"
    folder.mkdir(parents=True, exist_ok=True)
    failures = report(Target(given.platform, given.python, given.numpy), folder)
    size_mb = sum(wheel.stat().st_size for wheel in folder.glob("*.whl")) / 1e6
    sys.stdout.write(f"{folder.relative_to(ROOT)}  {size_mb:.0f} MB, {failures} of {len(WANTED)} do not resolve\n")
    sys.stdout.write('There: python -m pip install --user --no-index --find-links FOLDER --no-deps PACKAGES of the lines "resolves"\n')
    return 0


if __name__ == "__main__":
    sys.exit(main())
