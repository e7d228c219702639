"""The base run of whatif, kept while somebody tries one change after the other on the same layers."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..contents import changes, rows
from .sources import Source

if TYPE_CHECKING:
    from ..engine.whatif import Base
    from .tables import Taken

GEOPACKAGE = ".gpkg"


@dataclass(frozen=True)
class Kept:
    """A base run, the tables that it was made of and the CRS of the run."""

    base: Base
    taken: Taken
    crs: str


class Keeper:
    """Holds one base run at most, and only between begin and end; runs on other threads may ask it at any time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wanted, self._key = False, ""
        self._kept: Kept | None = None

    def begin(self) -> None:
        """Keep the base of the runs to come."""
        with self._lock:
            self._wanted = True

    def end(self) -> None:
        """Keep nothing any more and free what was kept."""
        with self._lock:
            self._wanted, self._key, self._kept = False, "", None

    def find(self, key: str) -> Kept | None:
        """The base of these inputs, where it is the one that is kept."""
        with self._lock:
            return self._kept if key and key == self._key else None

    def keep(self, key: str, kept: Kept) -> None:
        """Keep this base in the place of the last one, where somebody wants it."""
        with self._lock:
            if self._wanted and key:
                self._key, self._kept = key, kept


def key_of(effective: dict[str, Any], sources: Iterable[Source], files: Iterable[Path]) -> str:
    """What tells that a run stands on the same: its inputs, and the state of all files; empty where a layer has no plain file."""
    if any(source.file is None for source in sources):
        return ""
    states = [_state(source.file) for source in sources] + [_state(str(file)) for file in files]
    return json.dumps([effective, states], sort_keys=True, default=str)


def _state(source: str) -> list[object]:
    """How a layer stands: a GeoPackage's own note of its last change, because looking at it changes the time of the file."""
    name, _, rest = source.partition("|")
    path = Path(name)
    table = rest.partition("layername=")[2].partition("|")[0]
    if path.suffix.lower() == GEOPACKAGE and table:
        return [source, changes(path).get(table), rows(path).get(table)]
    found = path.stat()
    return [source, found.st_mtime_ns, found.st_size]
