"""Whether the places of a check's facilities suffice, where they state capacities: by category, by facility, by doorplate.

Who needs a place is what DEMAND says, else assumed (eligible.py); walks are those of the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

import geopandas as gpd
import numpy as np

from ...layers.errors import InputError
from ...layers.progress import SILENT, Progress
from ...layers.words import Text
from .capacity import Ask, CapacityRun, Use, capacity_of
from .capacitytables import IDLE, OVERLOADED, load, may_be_served, shares_of_need, shares_served, told
from .eligible import Eligible
from .figures import plain
from .floating import Flows
from .results import Figure, Figures, Settings

if TYPE_CHECKING:
    from .check import Decided

SHORT_OF_NOTHING = 1e-9
NOBODY = 1e-6  # people: what rounding leaves


@dataclass(frozen=True)
class Places:
    """What a check knows of places; categories of which nothing is known are left out."""

    loads: gpd.GeoDataFrame  # one row per facility and category, as capacitytables.load tells
    eligible: dict[str, Eligible]  # who needs a place, by category
    short: dict[str, np.ndarray]  # by category: the share of each doorplate's people in reach who surely find none
    figures: Figures
    notes: tuple[Text, ...]


def places_of(decided: Decided, eligible: Mapping[str, Eligible], settings: Settings, *, progress: Progress = SILENT) -> Optional[Places]:
    """The places of a run; None for an estimate and where no category can be told."""
    found = decided.coverage
    if found.site is None or not _states_any(found.facilities):
        return None
    try:
        run = capacity_of(found, decided.codes, ask=Ask(eligible), settings=settings, progress=progress)
    except InputError:
        # Capacities alone tell nothing: of facilities that no category counts, or without people who need a place.
        return None
    loads = load(run)
    asked = {name: use.eligible for name, use, _ in told(run)}
    short = {name: _short(run, flows) for name, _, flows in told(run)}
    return Places(loads, asked, short, {figure.id: figure for figure in _figures(run, loads)}, run.notes)


def _states_any(facilities: gpd.GeoDataFrame) -> bool:
    if "capacity" not in facilities.columns:
        return False
    return bool(np.isfinite(facilities["capacity"].to_numpy(dtype=float, na_value=np.nan)).any())


def _short(run: CapacityRun, flows: Flows) -> np.ndarray:
    """Only where some facility is within reach and all that are state a capacity."""
    _, at_most = shares_served(run, flows)
    return np.where((flows.known > 0) & (at_most < 1 - SHORT_OF_NOTHING), 1 - at_most, 0.0)


def _figures(run: CapacityRun, loads: gpd.GeoDataFrame) -> Iterator[Figure]:
    for name, value in _counts(loads).items():
        yield Figure(name, value, "count")
    for name, use, flows in told(run):
        of_category = _counts(loads[loads["category"] == name])
        yield from (Figure(f"places_{key.lower()}.{name}", value, "count") for key, value in of_category.items())
        yield from _people(run, name, use, flows)


def _counts(loads: gpd.GeoDataFrame) -> dict[str, int]:
    """How many facilities are too full, idle, or do not state how many they can serve."""
    found = {name: int((loads["verdict"] == word).sum()) for name, word in (("OVERLOADED", OVERLOADED), ("IDLE", IDLE))}
    return {**found, "CAPACITY_UNKNOWN": int(loads["capacity"].isna().sum())}


def _people(run: CapacityRun, name: str, use: Use, flows: Flows) -> Iterator[Figure]:
    fates, need = shares_of_need(run, use, flows), float(use.need.sum())
    sums = {"need": need, **{fate: float(fates[fate].sum()) for fate in ("served", "over", "out_of_reach")}}
    yield Figure(f"places_total.{name}", plain(np.nansum(use.sites.capacity)), "count")
    for key, value in sums.items():
        yield Figure(f"places_{key}.{name}", value if value > NOBODY else 0.0, "people")
    for key, value in (("rate", sums["served"]), ("rate_high", float(may_be_served(flows, fates).sum()))):
        yield Figure(f"places_{key}.{name}", value / need, "share")
