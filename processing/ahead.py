"""What a run will judge, about how long it takes and what it imports, before it is started."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..i18n import legend_language, tr
from ..layers.errors import InputError
from . import environment

WALKS = ("..layers.door", "..layers.geopackage", "..layers.profiles", ".engine.coverage", ".engine.routes")


@dataclass(frozen=True)
class Limit:
    """A category that a profile judges, and how far it may be: value in minutes (unit min) or metres (unit m)."""

    category: str
    name: str
    value: float
    unit: str

    @property
    def words(self) -> str:
        """The limit with its unit."""
        return (tr("{value} min") if self.unit == "min" else tr("{value} m")).format(value=f"{self.value:g}")


@lru_cache(maxsize=32)
def _limits(profile: str, language: str) -> tuple[Limit, ...]:
    from ..layers.profiles import profile as profile_of

    return tuple(Limit(each.id, each.name(language), each.limit, each.unit) for each in profile_of(profile).categories)


def limits(profile: str) -> tuple[Limit, ...]:
    """The categories of a shipped profile in their order; empty where it judges no walk."""
    try:
        return _limits(profile, legend_language())
    except InputError:
        return ()


def limits_of_file(path: str) -> tuple[Limit, ...]:
    """The same of a profile of one's own; empty where the file cannot be used."""
    try:
        return _limits_of_file(path, Path(path).stat().st_mtime_ns, legend_language())
    except (InputError, OSError):
        return ()


@lru_cache(maxsize=32)
def _limits_of_file(path: str, _changed_at: int, language: str) -> tuple[Limit, ...]:
    from ..layers.profiles import read_profile

    return tuple(Limit(each.id, each.name(language), each.limit, each.unit) for each in read_profile(Path(path)).categories)


def coverage_seconds(doorplates: int, categories: int, *, walls: bool) -> int:
    """About how long a ledger takes to decide and write, the seconds before the first row too."""
    from .algorithms import howlong

    return howlong.rounded(2.0 + howlong.coverage_seconds(doorplates, categories, walls=walls))


def load_walks() -> None:
    """Import what draws walks, for a second or two; a package that is missing is told by the run."""
    try:
        environment.load_engine()
    except InputError:
        return
    for name in WALKS:
        importlib.import_module(name, __package__)
