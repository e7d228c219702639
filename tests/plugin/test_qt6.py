"""Ready for QGIS 4: nothing in the shipped code that only Qt 5 knows, looked up in the QGIS at hand."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("plugin", "processing", "layers", "styles", "i18n")
FILES = [ROOT / "__init__.py", *(path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))]
COMPAT = ROOT / "processing" / "compat.py"
# Gone in Qt 6 or PyQt6, whoever owns them.
GONE_CALLS = {"exec_", "print_", "setMargin", "setTabStopWidth", "globalX", "globalY", "delta", "toTime_t"}
GONE_NAMES = {"QRegExp", "QRegExpValidator", "QDesktopWidget", "QTextCodec", "QMatrix", "QSound", "QGLWidget", "qApp"}
GONE_MODULES = ("PyQt5.", "PyQt6.", "sip.", "qgis.PyQt.QtWebKit", "qgis.PyQt.QtWebEngine")


def imported(tree: ast.AST) -> dict[str, tuple[str, str]]:
    """Local name of everything imported from QGIS: its module and its name there."""
    return {
        alias.asname or alias.name: (node.module, alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module and node.module.startswith("qgis.")
        for alias in node.names
    }


def chain(node: ast.Attribute) -> list[str]:
    """The names of a dotted expression, or none where it does not begin with a name."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return [node.id, *reversed(names)] if isinstance(node, ast.Name) else []


def unscoped(owner: object, name: str) -> bool:
    """Whether a class gives out a value of an enumeration that is declared inside it, without the enumeration's name."""
    value = getattr(owner, name, None)
    kind = type(value)
    return isinstance(owner, type) and getattr(owner, kind.__name__, None) is kind and kind is not owner


def unscoped_names(tree: ast.AST) -> list[str]:
    """Values of enumerations of QGIS and Qt without the name of their enumeration."""
    known = imported(tree)
    found = []
    for names in filter(None, (chain(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute))):
        if names[0] not in known:
            continue
        module, name = known[names[0]]
        owner = getattr(importlib.import_module(module), name, None)
        for step in names[1:]:
            if unscoped(owner, step):
                found.append(".".join(names))
            owner = getattr(owner, step, None)
    return found


def gone(tree: ast.AST, *, compat: bool) -> list[str]:
    """Names, calls and modules that Qt 6 no longer has."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in GONE_CALLS:
            found.append(node.func.attr)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [node.module] if f"{node.module}.".startswith(GONE_MODULES) else []
            found += [alias.name for alias in node.names if alias.name in GONE_NAMES]
            if node.module == "qgis.PyQt.QtWidgets" and not compat:
                found += [alias.name for alias in node.names if alias.name in ("QAction", "QActionGroup", "QShortcut", "QUndoStack")]
        elif isinstance(node, ast.Attribute) and chain(node)[:2] == ["QVariant", "Type"] and not compat:
            found.append("QVariant.Type")
    return found


def parsed(path: Path) -> ast.AST:
    return ast.parse(path.read_text(encoding="utf-8"))


def named(found: dict[Path, list[str]]) -> dict[str, list[str]]:
    """The files in which something was found."""
    return {str(path.relative_to(ROOT)): names for path, names in found.items() if names}


def test_nothing_is_used_that_only_qt_5_has():
    assert named({path: gone(parsed(path), compat=path == COMPAT) for path in FILES}) == {}


@pytest.mark.qgis
def test_every_enumeration_is_named(qgis_app):
    assert named({path: unscoped_names(parsed(path)) for path in FILES}) == {}


@pytest.mark.qgis
def test_the_check_would_notice_unscoped_names(qgis_app):
    words = (
        "from qgis.core import Qgis\nfrom qgis.PyQt.QtCore import Qt\na = Qt.AlignLeft\nb = Qt.AlignmentFlag.AlignLeft\nc = Qgis.Warning\n"
    )
    assert unscoped_names(ast.parse(words)) == ["Qt.AlignLeft", "Qgis.Warning"]


def test_the_check_would_notice_what_is_gone():
    words = "from PyQt5.QtCore import QRegExp\nfrom qgis.PyQt.QtWidgets import QAction\ndialog.exec_()\nx = QVariant.Type.Int\n"
    assert sorted(set(gone(ast.parse(words), compat=False))) == ["PyQt5.QtCore", "QAction", "QRegExp", "QVariant.Type", "exec_"]
