"""What changed capacities do: who finds a place before and after a scenario, in the categories of the changed facilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from ...layers.errors import InputError
from ...layers.progress import SILENT, Progress
from ...layers.words import Text, text
from .capacity import Ask, CapacityRun, capacity_of
from .capacitytables import shares_of_need
from .coverage import Coverage, coverage
from .eligible import eligible
from .results import Settings
from .scenario import SET_CAPACITY, Change, changed_tables
from .whatif import RUN_TABLES, Base


@dataclass(frozen=True)
class PlacesChanged:
    """People in need who find a place, by category; before is None where no facility stated a capacity then."""

    before: dict[str, Optional[float]]
    after: dict[str, float]
    run: CapacityRun  # after the change


def places_changed(base: Base, changes: Sequence[Change], *, progress: Progress = SILENT) -> Optional[PlacesChanged]:
    """Who finds a place before and after; None where no capacity is set.

    Raises InputError where a capacity cannot change anything: for an estimate, and for a facility that no category counts.
    """
    named = [change.id for change in changes if change.action == SET_CAPACITY]
    if not named:
        return None
    if base.decided.coverage.site is None:
        raise InputError(text("set_capacity needs walks along streets: an estimate does not tell who comes. Choose another METHOD."))
    old = base.decided.coverage
    settings = _only(base.settings, _categories_of(old, named, base.settings))
    new = _after(base, changes, progress.part(0, 0.5))
    ask = Ask(eligible(settings.profile))
    after = capacity_of(new, base.decided.codes, ask=ask, settings=settings, progress=progress.part(0.5, 0.75))
    before = _before(old, base, ask, settings, progress.part(0.75, 1))
    return PlacesChanged({name: before.get(name) for name in served(after)}, served(after), after)


def served(run: CapacityRun) -> dict[str, float]:
    """The people of each category who find a place; categories of which nothing is known are left out."""
    told = {name: use for name, use in run.uses.items() if use.flows is not None}
    return {name: float(shares_of_need(run, use, use.flows)["served"].sum()) for name, use in told.items()}


def _categories_of(found: Coverage, named: Sequence[str], settings: Settings) -> list[str]:
    """The categories that count the facilities."""
    ids = found.facilities["facility_id"].to_numpy(dtype=object).astype(str)
    chosen = {name: set(ids[rows]).intersection(named) for name, rows in found.facilities_of.items()}
    idle = [name for name in named if not any(name in members for members in chosen.values())]
    if idle:
        raise InputError(*(_counts_for_nothing(name, settings) for name in idle))
    return [name for name, members in chosen.items() if members]


def _counts_for_nothing(name: str, settings: Settings) -> Text:
    return text(
        "Facility {id}: set_capacity changes nothing, because no category of the profile {profile} counts it. Remove the row or choose "
        "another PROFILE.",
        id=name,
        profile=settings.profile.id,
    )


def _only(settings: Settings, wanted: Sequence[str]) -> Settings:
    kept = tuple(category for category in settings.profile.categories if category.id in wanted)
    return replace(settings, profile=replace(settings.profile, categories=kept))


def _after(base: Base, changes: Sequence[Change], progress: Progress) -> Coverage:
    """The run after the changes; where only capacities change, walks stay what they are."""
    old = base.decided.coverage
    if any(change.action != SET_CAPACITY for change in changes):
        tables = changed_tables(base.tables, changes)
        return coverage(**{name: tables[name] for name in RUN_TABLES if name in tables}, settings=base.settings, progress=progress)
    changed = changed_tables({"facilities": old.facilities}, changes)["facilities"]
    # Ids are unique in a run: what an entrance shares with its ground is set at its own row.
    return replace(old, facilities=changed)


def _before(old: Coverage, base: Base, ask: Ask, settings: Settings, progress: Progress) -> dict[str, float]:
    capacity = old.facilities.get("capacity")
    rows = np.concatenate([old.facilities_of[category.id] for category in settings.profile.categories])
    if capacity is None or not np.isfinite(capacity.to_numpy(dtype=float, na_value=np.nan)[rows]).any():
        return {}
    return served(capacity_of(old, base.decided.codes, ask=ask, settings=settings, progress=progress))
