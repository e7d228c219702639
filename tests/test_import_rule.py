"""The import rule of the folders, read from the sources."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STANDARD = set(sys.stdlib_module_names) if hasattr(sys, "stdlib_module_names") else set()
PURE = {"numpy", "pandas", "geopandas", "shapely"}

# folder: what it may import besides the standard library and its own modules
RULES = {
    "layers": PURE | {"pyproj", "rasterio", "yaml", "osgeo"},
    "processing/engine": PURE | {"scipy", "layers"},
    "processing/scene": {"numpy", "pandas", "geopandas", "shapely", "pydeck", "layers", "processing/engine", "styles"},
    "processing/report": {
        "numpy",
        "pandas",
        "geopandas",
        "shapely",
        "jinja2",
        "xlsxwriter",
        "docx",
        "markupsafe",
        "layers",
        "processing/engine",
        "styles",
    },
    "processing/algorithms": PURE
    | {"osgeo", "qgis", "layers", "processing", "processing/engine", "processing/scene", "processing/report", "styles", "i18n"},
    "plugin": {"qgis", "processing", "layers/errors", "styles", "i18n"},
    "styles": set(),
    "i18n": {"qgis"},
}
FORBIDDEN_NAMES = {
    "processing/algorithms": {"qgis.gui", "qgis.utils"},
    "processing": {"qgis.gui", "qgis.utils"},
    "i18n": {"qgis.core", "qgis.gui"},
}


def folder_of(path: Path) -> str:
    """The rule folder that a source file belongs to."""
    parts = path.relative_to(ROOT).parts
    two = "/".join(parts[:2])
    return two if two in RULES else parts[0]


def imported(path: Path) -> list[str]:
    """What a file imports: dotted names outside, folder names inside the package."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.append(node.module)
        elif isinstance(node, ast.ImportFrom):
            base = path.parent
            for _ in range(node.level - 1):
                base = base.parent
            targets = [base / node.module.replace(".", "/")] if node.module else [base / alias.name for alias in node.names]
            found += [f"./{target.relative_to(ROOT)}" for target in targets]
    return found


def allowed(name: str, folder: str) -> bool:
    """Whether a file of the folder may import the name."""
    if not name.startswith("./"):
        banned = FORBIDDEN_NAMES.get(folder, set())
        top = name.split(".")[0]
        return not any(name == b or name.startswith(f"{b}.") for b in banned) and (top in STANDARD or top in RULES[folder])
    inside = name[2:]
    if inside == folder or inside.startswith(f"{folder}/"):
        return True
    return any(
        inside == own or inside.startswith(f"{own}/")
        for own in RULES[folder]
        if own.split("/")[0] in {"layers", "processing", "styles", "i18n"} and own != "processing"
    ) or ("processing" in RULES[folder] and inside.startswith("processing/") and inside.count("/") == 1)


FILES = sorted(path for folder in ("layers", "processing", "plugin", "styles", "i18n") for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_folder_imports_only_what_it_may(path):
    folder = folder_of(path)
    if folder == "processing":  # provider, compat and environment belong to the QGIS face
        folder = "processing/algorithms"
    broken = [name for name in imported(path) if not allowed(name, folder)]
    assert not broken, f"{path.relative_to(ROOT)} may not import {broken}"


def test_the_root_imports_nothing_at_load():
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    assert not [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]


def test_the_rule_would_notice_qgis_in_the_engine():
    assert not allowed("qgis.core", "processing/engine")
    assert not allowed("./processing/scene/export", "processing/engine")
    assert not allowed("qgis.gui", "processing/algorithms")
    assert not allowed("./processing/engine/network", "plugin")
    assert allowed("./layers/errors", "plugin")
