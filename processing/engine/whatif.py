"""What a change would do, from one run that was made: a facility added, closed, moved; a gate opened, shut.

    base = base_run(tables, settings=settings)       # tables: frames by name, accepted
    tried = try_changes(base, changes)               # changes: scenario.read_scenario(...)
    tried.after["park"]                              # the answers of tried.rows, the doorplates that were asked again

Only what a change can reach is searched again (fieldstack). The answers equal a whole run on scenario.changed_tables()
to rounding. Such a whole run answers what alters the network itself: streets, and gates where a street with a penalty
crosses a wall; round trips whose ways differ; estimates by straight lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Optional

import geopandas as gpd
import numpy as np

from ...layers.errors import InputError
from ...layers.progress import SILENT, Progress
from ...layers.words import Text, text
from .check import Decided, service_coverage
from .coverage import coverage
from .deciding import Reached
from .results import Settings
from .retrial import asked_again
from .scenario import ADD_FACILITY, OF_STREETS, POINT_NEEDED, Change, changed_tables
from .services import services
from .workbench import RULES, Workbench, why_whole, workbench_of

RUN_TABLES = ("doorplates", "facilities", "streets", "gates", "walls", "estates", "land", "surveys", "relief")


@dataclass(frozen=True)
class Base:
    """A run that changes can be tried on."""

    tables: dict[str, gpd.GeoDataFrame]
    settings: Settings
    decided: Decided
    bench: Optional[Workbench]  # None where only a whole run can answer

    @property
    def why_whole(self) -> Optional[Text]:
        """Why only a whole run can answer a change of facilities or gates; None where it need not."""
        return why_whole(self.decided.coverage.site, self.settings)


@dataclass(frozen=True)
class Tried:
    """The answers of the doorplates that a change may have touched; all others stay as they were."""

    rows: np.ndarray  # positions in base.decided.coverage.doorplates
    before: dict[str, Reached]  # by category, of these rows
    after: dict[str, Reached]
    snap_m: np.ndarray  # of these rows, after the change
    not_connected: tuple[str, ...]  # new and moved facilities that no path leads to
    why_whole: Optional[Text] = None  # why a whole run was made for it, where one was


def base_run(
    tables: Mapping[str, gpd.GeoDataFrame], *, settings: Settings, rules: tuple[str, ...] = RULES, progress: Progress = SILENT
) -> Base:
    """One whole run, with the searches under these rules about gates kept. Raises InputError as coverage() does.

    With AS_STATED alone the reasons of what is not reached do not look behind gates.
    """
    given = {name: frame for name, frame in tables.items() if name in (*RUN_TABLES, "areas") and frame is not None}
    decided = service_coverage(**given, settings=settings, progress=progress.part(0, 0.6))
    progress.at(0.6, text("Keeping the searches for changes"))
    return Base(given, settings, decided, workbench_of(decided.coverage, given, settings, rules=rules, progress=progress.part(0.6, 1)))


def try_changes(base: Base, changes: Sequence[Change], *, progress: Progress = SILENT) -> Tried:
    """What the changes would do to every doorplate. Raises InputError for new facilities of an unknown type."""
    _refuse_unknown_types(changes, base.settings)
    kept = base.decided.coverage
    of_streets = any(change.action in OF_STREETS for change in changes)
    reason = text("A change of streets changes the network itself.") if of_streets else base.why_whole
    if reason is not None:
        return replace(_whole(base, changes, progress), why_whole=reason)
    again = asked_again(base.bench, changes)
    before = {name: at_rows(found, again.rows) for name, found in kept.found.items()}
    return Tried(again.rows, before, {**before, **again.found}, again.snap_m, again.not_connected)


def _refuse_unknown_types(changes: Sequence[Change], settings: Settings) -> None:
    new = [change for change in changes if change.action == ADD_FACILITY]
    if new:
        named = {"facility_id": [change.id for change in new], "services": [change.services for change in new]}
        found = services(gpd.GeoDataFrame(named, geometry=[change.place for change in new]), settings.profile)
        if found.problems:
            raise InputError(*(text("Facility {id}: {reason}", id=problem.row or "", reason=problem.message) for problem in found.problems))


def _whole(base: Base, changes: Sequence[Change], progress: Progress) -> Tried:
    tables = changed_tables(base.tables, changes)
    new = coverage(**{name: tables[name] for name in RUN_TABLES if name in tables}, settings=base.settings, progress=progress)
    rows = np.arange(len(new.doorplates))
    lost = {str(name) for name in new.facilities["facility_id"].to_numpy()[new.facilities_not_connected]}
    placed = tuple(change.id for change in changes if change.action in POINT_NEEDED and change.id in lost)
    return Tried(rows, base.decided.coverage.found, new.found, new.snap_m, placed)


def at_rows(found: Reached, rows: np.ndarray) -> Reached:
    """The answers of these doorplates."""
    return Reached(*(values[rows] for values in vars(found).values()))


def merged(base: Base, tried: Tried) -> dict[str, Reached]:
    """The answers of all doorplates after the change."""
    return {name: _merged(found, tried.rows, tried.after[name]) for name, found in base.decided.coverage.found.items()}


def _merged(old: Reached, rows: np.ndarray, new: Reached) -> Reached:
    columns = {name: values.copy() for name, values in vars(old).items()}
    for name, values in columns.items():
        values[rows] = getattr(new, name)
    return Reached(**columns)
