"""The environment check in words: the table's cells, what is switched off, and the report for a support mail."""

from __future__ import annotations

import platform
from pathlib import Path

from ...i18n import tr
from ...processing.components import APART, MISSING, OK, OLD, Component, installed, missing
from ...processing.remedies import PINNED, Remedy, remedies

SIGNS = {OK: "✔", OLD: "!", MISSING: "✕", APART: "≠"}


def headers() -> list[str]:
    """The titles of the table's columns."""
    return [tr("Component"), tr("Purpose"), tr("Needed"), tr("Found"), tr("State")]


def state(line: Component) -> str:
    """The state as sign and word: colour alone says nothing."""
    words = {
        OK: tr("Available"),
        OLD: tr("Version too old"),
        MISSING: tr("Missing"),
        APART: tr("Differs from QGIS's own library"),
    }
    return f"{SIGNS[line.state]} {words[line.state]}"


def cells(line: Component) -> list[str]:
    """One row of the table."""
    return [line.name, line.purpose, f"≥ {line.wanted}" if line.wanted else "—", line.found or "—", state(line)]


def summary(lines: list[Component]) -> str:
    """One sentence a gap: what cannot be done; or that all is there."""
    lost = [(line.name, line.switched_off) for line in lines if line.switched_off]
    if not lost:
        return tr("Everything is available.")
    return "\n".join(tr("Without {package} this cannot be done: {lost}.").format(package=name, lost=what) for name, what in lost)


def commands(lines: list[Component]) -> list[Remedy]:
    """The commands for this computer."""
    return remedies(missing(lines), {name: installed(name) for name in PINNED})


def plain_text(lines: list[Component]) -> str:
    """All of it as tab-separated text for a mail: no path, no name of a person."""
    rows = [headers(), *(cells(line) for line in lines)]
    steps = [f"{remedy.case}\n{_without_home(remedy.command)}" for remedy in commands(lines)]
    return "\n".join([platform.platform(), *("\t".join(row) for row in rows), summary(lines), *steps])


def _without_home(words: str) -> str:
    return words.replace(str(Path.home()), "~")
