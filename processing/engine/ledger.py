"""The coverage ledger: one row per doorplate, its columns, its weights.

A doorplate's own columns of the schema (no personal ones, no unit; households and residents filled in, and from where
they are known: see weighing), weight_source, the codes by position, reached, judged, completeness (share 0 to 1), snap_m,
then five columns per category, last what the run was: method (network or estimate), profile, walker, run. Metres, minutes,
NaN where no way leads; c_ok is True, False or None (not judged); values are unrounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.schema import LEVELS, TABLES
from .streets import column
from .weighing import weigh

if TYPE_CHECKING:
    from .coverage import Coverage
    from .deciding import Reached
    from .results import Settings
    from .sensitivity import Sensitivity

OK, TOO_FAR, BEHIND_GATE, NO_ROUTE, NO_FACILITY, NOT_SNAPPED = REASONS = (
    "ok",
    "too_far",
    "behind_gate",
    "no_route",
    "no_facility",
    "not_snapped",
)
LEFT_OUT = ("unit", "grid_code", "community_code", "source", "licence")
OWN_COLUMNS = tuple(name for name in TABLES["doorplates"].names() if name not in LEFT_OUT)
CODE_COLUMNS = tuple(f"{level}_code" for level in LEVELS)
WHOLE_COLUMNS = ("reached", "judged", "completeness", "snap_m")
RUN_COLUMNS = ("method", "profile", "walker", "run")
OK_WORDS = np.array([False, True, None], dtype=object)


def category_columns(category: str) -> tuple[str, str, str, str, str]:
    """The ledger's columns of one category: id, metres, minutes, ok, why."""
    return f"{category}_id", f"{category}_m", f"{category}_min", f"{category}_ok", f"{category}_why"


def firm_column(category: str) -> str:
    """The ledger's column that says how firm a category's answer is: covered, borderline, not_covered."""
    return f"{category}_firm"


def columns(settings: Settings) -> list[str]:
    """All ledger columns in order, without the geometry; how firm the answers are only where a run tests it."""
    of_categories = [name for category in settings.profile.categories for name in category_columns(category.id)]
    firm = [firm_column(category.id) for category in settings.profile.categories] if settings.sensitivity else []
    return [*OWN_COLUMNS, "weight_source", *CODE_COLUMNS, *WHOLE_COLUMNS, *of_categories, *firm, *RUN_COLUMNS]


def assemble(
    coverage: Coverage, codes: Mapping[str, np.ndarray], settings: Settings, *, firmness: Sensitivity | None = None
) -> gpd.GeoDataFrame:
    """The ledger of a coverage run; codes gives a column of CODE_COLUMNS for each level that is known."""
    doorplates = coverage.doorplates
    count = len(doorplates)
    weighed = weigh(doorplates, settings)
    nothing = np.full(count, None, dtype=object)
    filled: dict[str, object] = {name: weighed.get(name, column(doorplates, name)) for name in OWN_COLUMNS}
    filled["weight_source"] = weighed["weight_source"]
    filled.update({name: codes.get(name, nothing) for name in CODE_COLUMNS})
    filled.update(_whole_columns(coverage))
    for category, found in coverage.found.items():
        filled.update(zip(category_columns(category), _cells(found)))
        if settings.sensitivity:
            filled[firm_column(category)] = nothing if firmness is None else firmness.words(category, found)
    filled.update(method=settings.method, profile=settings.profile.id, walker=settings.walker.id, run=settings.run)
    # All columns at once: adding them one by one would copy the frame sixty times.
    frame = pd.DataFrame({name: filled[name] for name in columns(settings)}, index=pd.RangeIndex(count), copy=False)
    return gpd.GeoDataFrame(frame, geometry=doorplates.geometry.array, crs=doorplates.crs, copy=False)


def _whole_columns(coverage: Coverage) -> dict[str, np.ndarray]:
    count = len(coverage.doorplates)
    reached, judged = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for found in coverage.found.values():
        reached += found.ok
        judged += found.judged
    share = np.divide(reached, judged, out=np.full(count, np.nan), where=judged > 0)
    return {"reached": reached, "judged": judged, "completeness": share, "snap_m": coverage.snap_m}


def _cells(found: Reached) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    why = np.array(REASONS, dtype=object)[found.why]
    ok = OK_WORDS[np.where(found.judged, found.ok.astype(np.int8), 2)]
    return found.facility_id, found.metres, found.minutes, ok, why
