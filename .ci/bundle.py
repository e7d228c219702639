"""Builds dist/community3d-offline.zip: the plugin with the packages it needs, for QGIS's "Install from ZIP" without a network.

The pure packages serve every computer. PLATFORM and PYTHON add the compiled ones of that one QGIS, told by its name:
bundle.py --platform win_amd64 --python 3.12. Not for plugins.qgis.org, which wants neither bundles nor binaries.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
# The oldest Python that QGIS 3.22 comes with: what it can read, all can.
FLOOR = "3.9"
# Parts of some are compiled for speed; those are left out, the rest of these packages does without.
PURE = (
    "pydeck>=0.9",
    "XlsxWriter>=3.0",
    "python-docx>=1.0",
    "typing_extensions",
    "Jinja2>=3.0",
    "MarkupSafe",
    "PyYAML",
    "geopandas>=1.0",
    "packaging",
)
COMPILED = ("shapely>=2.0", "pandas>=1.5,<4", "lxml")
PANDAS_NEEDS = ("python-dateutil", "pytz", "tzdata", "six")
MACHINE_CODE = (".so", ".pyd", ".dll", ".dylib")
# The map of pydeck's script is for its developers: 19 MB.
NOT_NEEDED = (".js.map", ".pyc")
NO_USE = ("tests", "test")


def tool(name: str) -> ModuleType:
    """Another program of this folder, which is no package."""
    spec = importlib.util.spec_from_file_location(f"ci_{name}", ROOT / ".ci" / f"{name}.py")
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def downloaded(folder: Path, wanted: tuple[str, ...], *, platforms: list[str], python: str) -> list[Path]:
    """The wheels of the packages, without what they need in turn."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:"]
    target = [f"--python-version={python}", *(f"--platform={platform}" for platform in platforms), f"--dest={folder}"]
    subprocess.run([*command, *target, *wanted], check=True)
    return sorted(folder.glob("*.whl"))


def wheel_files(wheel: Path, *, compiled: bool) -> dict[str, bytes]:
    """What goes into the bundle, by its path inside the folder extern."""
    python = f"cp{wheel.name.split('-')[2].removeprefix('cp')}" if compiled else "any"
    with zipfile.ZipFile(wheel) as archive:
        name = next(
            line.removeprefix("Name: ").strip()
            for entry in archive.namelist()
            if entry.endswith(".dist-info/METADATA")
            for line in archive.read(entry).decode("utf-8").splitlines()
            if line.startswith("Name: ")
        )
        left_out = NOT_NEEDED if compiled else NOT_NEEDED + MACHINE_CODE
        kept = [entry for entry in archive.namelist() if not entry.endswith((*left_out, "/")) and not set(NO_USE) & set(entry.split("/"))]
        return {f"extern/{python}/{name}/{entry}": archive.read(entry) for entry in kept}


def packages(platform: str, python: str) -> dict[str, bytes]:
    """All files of the folder extern."""
    with tempfile.TemporaryDirectory() as temporary:
        pure = downloaded(Path(temporary) / "pure", PURE, platforms=["manylinux2014_x86_64"], python=FLOOR)
        files = {path: content for wheel in pure for path, content in wheel_files(wheel, compiled=False).items()}
        if platform:
            for wheel in downloaded(Path(temporary) / "compiled", COMPILED, platforms=tool("wheelhouse").tags(platform), python=python):
                files.update(wheel_files(wheel, compiled=True))
            for wheel in downloaded(Path(temporary) / "needed", PANDAS_NEEDS, platforms=["any"], python=FLOOR):
                files.update(wheel_files(wheel, compiled=False))
    return files


def build(target: Path, *, platform: str = "", python: str = "") -> int:
    """Write the bundle; returns its size in bytes."""
    tool("package").build(target)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(packages(platform, python).items()):
            entry = zipfile.ZipInfo(str(PurePosixPath("community3d") / path), date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return target.stat().st_size


def main() -> int:
    """Build and say how large it is and what it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--platform", default="", help="win_amd64, macosx_12_0_arm64, manylinux_2_28_x86_64 …")
    parser.add_argument("--python", default="", help="that QGIS's Python, as 3.12")
    given = parser.parse_args()
    if bool(given.platform) != bool(given.python):
        parser.error("PLATFORM and PYTHON belong together")
    target = ROOT / "dist" / ("community3d-offline" + (f"-{given.platform}-{given.python}" if given.platform else "") + ".zip")
    size_mb = build(target, platform=given.platform, python=given.python) / 1e6
    with zipfile.ZipFile(target) as archive:
        held = sorted({"/".join(name.split("/")[2:4]) for name in archive.namelist() if name.startswith("community3d/extern/")})
    sys.stdout.write(f"{target.relative_to(ROOT)}  {size_mb:.2f} MB: {', '.join(held)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
