"""Which workspace and which result the desktop works on, remembered in the project and between sessions."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any, Callable, TypeVar

from qgis.core import Qgis, QgsProject, QgsProviderRegistry, QgsSettings
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..processing.contents import rows as rows_at_a_glance
from ..processing.preselection import RESULT, SCOPE, WORKSPACE

LAST, RECENT = f"{SCOPE}/workspace/last", f"{SCOPE}/workspace/recent"
MOST = 10
Found = TypeVar("Found")


class Binding(QObject):
    """The bound workspace (.gpkg) and the newest result made of it."""

    changed = pyqtSignal()
    result_changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._result: Path | None = None
        self._known: dict[tuple[str, Path], tuple[object, Any]] = {}
        QgsProject.instance().readProject.connect(self._read_project)
        QgsProject.instance().cleared.connect(self.close)

    @property
    def path(self) -> Path | None:
        """The bound workspace; it may have vanished since."""
        return self._path

    @property
    def result(self) -> Path | None:
        """The newest result.gpkg of the workspace; None where there is none or it has vanished."""
        return self._result if self._result and self._result.is_file() else None

    def bind(self, path: Path | str) -> None:
        """Work on this workspace; noted in the project and among the recent ones."""
        path = Path(path)
        if path != self._path:
            self._result = None
            QgsProject.instance().removeEntry(SCOPE, RESULT)
        self._path = path
        self._note(WORKSPACE, path)
        self._remember(path)
        self.refresh()

    def close(self) -> None:
        """Work on no workspace."""
        if self._path is None:
            return
        self._path = self._result = None
        for entry in (WORKSPACE, RESULT):
            QgsProject.instance().removeEntry(SCOPE, entry)
        self.refresh()
        self.result_changed.emit()

    def refresh(self) -> None:
        """Say that the workspace may hold something else now."""
        self._known.clear()
        self.changed.emit()

    def set_result(self, path: Path | str) -> None:
        """Note the newest result.gpkg."""
        self._result = Path(path)
        self._note(RESULT, self._result)
        self.result_changed.emit()

    def last(self) -> Path | None:
        """The workspace of the last session; offered, never opened unasked."""
        noted = str(QgsSettings().value(LAST, "") or "")
        return Path(noted) if noted else None

    def recent(self) -> list[Path]:
        """The workspaces used last, newest first."""
        noted = QgsSettings().value(RECENT, []) or []
        return [Path(each) for each in ([noted] if isinstance(noted, str) else noted)]

    def forget(self, path: Path) -> None:
        """Take a workspace off the recent ones."""
        QgsSettings().setValue(RECENT, [str(each) for each in self.recent() if each != path])
        if self.last() == path:
            QgsSettings().remove(LAST)

    def tables(self) -> dict[str, int]:
        """Rows by table of the workspace; counted again when the file has changed."""
        if self._path is None or not self._path.is_file():
            return {}
        return self.once("rows", self._path, lambda: rows(self._path), {})

    def once(self, what: str, path: Path, find: Callable[[], Found], unknown: Found) -> Found:
        """What find() tells of a file, asked again when the file has changed.

        While the file does not answer, because another program writes it, what was known last, else unknown.
        """
        stamp = changed_at(path)
        known = self._known.get((what, path))
        if known is None or known[0] != stamp:
            try:
                known = self._known[what, path] = (stamp, find())
            except sqlite3.Error:
                return known[1] if known else unknown
        return known[1]

    def source(self, table: str) -> str:
        """The source string of a table of the workspace."""
        return f"{self._path}|layername={table}"

    def disconnect_project(self) -> None:
        """Undo the connections to the project."""
        QgsProject.instance().readProject.disconnect(self._read_project)
        QgsProject.instance().cleared.disconnect(self.close)

    def _note(self, entry: str, path: Path) -> None:
        project = QgsProject.instance()
        project.writeEntry(SCOPE, entry, project.writePath(str(path)))

    def _remember(self, path: Path) -> None:
        known = [str(path), *(str(each) for each in self.recent() if each != path)]
        QgsSettings().setValue(RECENT, known[:MOST])
        QgsSettings().setValue(LAST, str(path))

    def _read_project(self, *_: object) -> None:
        project = QgsProject.instance()
        noted = {entry: project.readEntry(SCOPE, entry, "")[0] for entry in (WORKSPACE, RESULT)}
        self._path, self._result = (Path(project.readPath(noted[entry])) if noted[entry] else None for entry in (WORKSPACE, RESULT))
        self.refresh()
        self.result_changed.emit()


def changed_at(path: Path) -> tuple[float, ...]:
    """What tells that a file has changed: its time and size, and those of what QGIS has noted beside it."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return tuple(value for file in files if file.is_file() for value in _changed(file.stat()))


def _changed(found: os.stat_result) -> tuple[float, int]:
    return found.st_mtime, found.st_size


def rows(path: Path) -> dict[str, int]:
    """Rows by table of a GeoPackage; by QGIS's own provider where the file does not answer at a glance."""
    try:
        return rows_at_a_glance(path)
    except sqlite3.Error:
        pass
    layers = QgsProviderRegistry.instance().querySublayers(str(path), Qgis.SublayerQueryFlag.CountFeatures)
    return {layer.name(): max(layer.featureCount(), 0) for layer in layers}
