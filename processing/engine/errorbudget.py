"""What open questions of the data can move, in shares of the weight: how far each rate may lie from the truth, and why.

Each cause is asked alone, with the worst that it can do:
- network: the unreached doorplates of areas whose network is not usable might be reached (up);
- access: a leg of more than FAR_M crosses ground that nobody mapped, so its doorplate's answer may be wrong either way;
- gates: unknown gates, open in the ledger, might all be shut (down to rate_low);
- weights: households that are estimated or default may be half or twice what is written (WEIGHT_FACTOR), all against the rate;
- connection: doorplates that are not connected or have no way might be reached (up to rate_high).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ...layers.schema import LEVELS, PARTITION
from .areas import Codes
from .ledger import NO_ROUTE, NOT_SNAPPED, OK, REASONS
from .networkquality import FAR_M
from .results import Figure, Figures, Settings
from .rollup import ALL, NOT_USABLE, Quality, reasons, weights
from .weighing import GIVEN

if TYPE_CHECKING:
    import geopandas as gpd

NETWORK, ACCESS, GATES, WEIGHTS, CONNECTION = CAUSES = ("network", "access", "gates", "weights", "connection")
UP, DOWN = "up", "down"
WEIGHT_FACTOR = 2.0


def error_figures(
    ledger: gpd.GeoDataFrame,
    codes: Codes,
    summary: pd.DataFrame,
    quality: Quality,
    settings: Settings,
    *,
    reason: np.ndarray | None = None,
) -> Figures:
    """error_<cause>_up.<c> and error_<cause>_down.<c>: by how much the rate might be higher and lower; of judged categories only.

    reason is that of the ledger, as rollup.reasons() gives it, where it is known already.
    """
    reason = reasons(ledger, settings) if reason is None else reason
    of_category = {category.id: why for category, why in zip(settings.profile.categories, reason.T)}
    whole = summary[summary["level"] == ALL].set_index("category")
    weight = weights(ledger, settings)
    poor, far = _in_poor_areas(codes, quality, len(ledger)), ledger["snap_m"].to_numpy(dtype=float) > FAR_M
    given = (ledger["weight_source"] == GIVEN).to_numpy() | (whole["weight"].iloc[0] == "doorplates" and settings.weight == "doorplates")
    found: Figures = {}
    for category, row in whole.iterrows():
        if not np.isfinite(row["rate"]):
            continue
        moves = _moves(weight, of_category[category], row, poor=poor, far=far, given=given)
        for (cause, way), share in moves.items():
            name = f"error_{cause}_{way}.{category}"
            found[name] = Figure(name, float(share), "share")
    return found


def _in_poor_areas(codes: Codes, quality: Quality, count: int) -> np.ndarray:
    """Whether each doorplate lies in an area of the finest administrative level whose network is not usable."""
    levels = [level for level in reversed(LEVELS) if (PARTITION, level) in codes]
    if not levels:
        return np.zeros(count, dtype=bool)
    own = pd.Series(codes[PARTITION, levels[0]])
    poor = {
        code for (partition, level, code), word in quality.items() if (partition, level) == (PARTITION, levels[0]) and word == NOT_USABLE
    }
    return own.isin(poor).to_numpy()


def _moves(
    weight: np.ndarray, why: np.ndarray, row: Mapping[str, float], *, poor: np.ndarray, far: np.ndarray, given: np.ndarray
) -> dict[tuple[str, str], float]:
    total, ok = weight.sum(), why == REASONS.index(OK)
    lost = (why == REASONS.index(NOT_SNAPPED)) | (why == REASONS.index(NO_ROUTE))
    low, high = _reweighed(weight, ok, given)
    return {
        (NETWORK, UP): weight[poor & ~ok].sum() / total,
        (ACCESS, UP): weight[far & ~ok].sum() / total,
        (ACCESS, DOWN): weight[far & ok].sum() / total,
        (GATES, DOWN): row["rate"] - row["rate_low"],
        (WEIGHTS, UP): high - row["rate"],
        (WEIGHTS, DOWN): row["rate"] - low,
        (CONNECTION, UP): weight[lost].sum() / total,
    }


def _reweighed(weight: np.ndarray, ok: np.ndarray, given: np.ndarray) -> tuple[float, float]:
    """The rate where every weight that is not given errs against it, and for it."""
    half, twice = np.where(given, weight, weight / WEIGHT_FACTOR), np.where(given, weight, weight * WEIGHT_FACTOR)
    low, high = np.where(ok, half, twice), np.where(ok, twice, half)
    return low[ok].sum() / low.sum(), high[ok].sum() / high.sum()
