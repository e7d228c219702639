"""In which state a step is, and what is remembered of the run that it shows."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from qgis.core import QgsSettings

from ...i18n import mark, tr
from ...processing.contents import changes
from ..binding import Binding

EMPTY, READY, RUNNING, DONE = "empty", "ready", "running", "done"
STALE, PROBLEMS, FAILED, CANCELED = "stale", "problems", "failed", "canceled"
SIGNS = {EMPTY: "–", READY: "○", RUNNING: "◔", DONE: "✔", STALE: "↻", PROBLEMS: "!", FAILED: "✕", CANCELED: "○"}
WORDS = {
    EMPTY: mark("No data"),
    READY: mark("Ready"),
    RUNNING: mark("Running"),
    DONE: mark("Done"),
    STALE: mark("Out of date"),
    PROBLEMS: mark("With problems"),
    FAILED: mark("Failed"),
    CANCELED: mark("Canceled"),
}
STATES = tuple(WORDS)
SECTION = "community3d/runs"


def label(state: str) -> str:
    """Sign and word: the state is never told by a colour."""
    return f"{SIGNS[state]} {tr(WORDS[state])}"


@dataclass(frozen=True)
class Run:
    """What a step's last run stood on, and what it found."""

    stamps: dict[str, str] = field(default_factory=dict)  # by table: rows and time of its last change
    parameters: dict[str, Any] = field(default_factory=dict)
    results: dict[str, Any] = field(default_factory=dict)
    errors: int = 0
    seconds: float = 0.0
    ended: str = ""

    def changed_tables(self, stamps: dict[str, str]) -> list[str]:
        """The tables that are not what they were."""
        return [table for table, stamp in self.stamps.items() if stamps.get(table) != stamp]

    def fits(self, stamps: dict[str, str], parameters: dict[str, Any]) -> bool:
        """Whether the run would find the same again."""
        return not self.changed_tables(stamps) and self.parameters == parameters


def noted(workspace: Path, step: str) -> Run | None:
    """The last run of a step on a workspace."""
    found = QgsSettings().value(_key(workspace, step), "")
    try:
        return Run(**json.loads(str(found))) if found else None
    except (TypeError, ValueError):  # written by another version
        return None


def note(workspace: Path, step: str, run: Run) -> None:
    """Remember a run."""
    QgsSettings().setValue(_key(workspace, step), json.dumps(asdict(run), ensure_ascii=False))


def _key(workspace: Path, step: str) -> str:
    return f"{SECTION}/{quote(str(workspace), safe='')}/{step}"


def stamps(binding: Binding) -> dict[str, str]:
    """By table of the workspace its rows and when it was last changed; the time of the file may change by looking at it."""
    rows = binding.tables()
    return binding.once("stamps", binding.path, lambda: _stamps(binding.path, rows), {}) if rows else {}


def _stamps(workspace: Path, rows: dict[str, int]) -> dict[str, str]:
    changed = changes(workspace)
    return {table: f"{count} {changed.get(table, '')}" for table, count in rows.items()}
