"""What there is to look after in each area: doorplates, street metres, facilities, steep metres; one index; how even it is.

The workload of a grid is the mean of its parts, each divided by the mean of all grids: 1 is an average grid. The imbalance
is the Gini coefficient, the mean difference of all pairs over twice the mean: 0 is even, near 1 one grid has everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np

from .areas import points_xy
from .clipping import street_metres
from .inventory import held, sums
from .network import street_network
from .results import Settings
from .slope import profile_of
from .streets import street_levels

if TYPE_CHECKING:
    from ...layers.elevation import Relief

PARTS = ("doorplates", "street_m", "facilities", "steep_m")
FEWEST = 2  # grids: one alone is neither even nor uneven


@dataclass(frozen=True)
class Ground:
    """What may be counted in areas; what is None is no part of the workload. Streets are steep from steep_percent on."""

    doorplates: gpd.GeoDataFrame | None = None
    facilities: gpd.GeoDataFrame | None = None
    streets: gpd.GeoDataFrame | None = None
    relief: Relief | None = None
    steep_percent: float = 8.0


def parts_of(areas: gpd.GeoDataFrame, ground: Ground, settings: Settings) -> dict[str, np.ndarray]:
    """The parts that are known, one figure for each area. A street on a border counts half for each side; of a street
    from crossing to crossing every area has the same share of steep metres; bridges and tunnels are level."""
    found = {}
    for name, points in (("doorplates", ground.doorplates), ("facilities", ground.facilities)):
        if points is not None:
            found[name] = sums(held(points_xy(points), areas), np.ones(len(points)), len(areas))
    if ground.streets is not None:
        network = street_network(ground.streets, walker=settings.walker, node_tolerance_m=settings.node_tolerance_m)
        area, edge, metres = street_metres(network, areas.geometry.to_numpy())
        found["street_m"] = np.bincount(area, metres, len(areas))
        if ground.relief is not None:
            level = street_levels(ground.streets)[network.street]
            profile = profile_of(network, ground.relief, level)
            share = _steep_shares(profile.first, profile.offset_m, profile.height_m, ground.steep_percent / 100)
            found["steep_m"] = np.bincount(area, metres * np.where(level == 0, share, 0.0)[edge], len(areas))
    return {name: found[name] for name in PARTS if name in found}


def _steep_shares(first: np.ndarray, offset_m: np.ndarray, height_m: np.ndarray, steepest: float) -> np.ndarray:
    """The share of each edge's length that is at least so steep; unknown heights are not."""
    edge = np.repeat(np.arange(len(first) - 1), np.diff(first))
    within = edge[1:] == edge[:-1]
    run, rise = np.diff(offset_m)[within], np.abs(np.diff(height_m))[within]
    # A slope that is told in whole percents is meant with equality.
    steep = rise >= steepest * run * (1 - 1e-9)
    total = np.bincount(edge[1:][within], run, len(first) - 1)
    steep_m = np.bincount(edge[1:][within], np.where(steep & (run > 0), run, 0.0), len(first) - 1)
    return np.divide(steep_m, total, out=np.zeros(len(total)), where=total > 0)


def workload(parts: dict[str, np.ndarray], grids: np.ndarray) -> np.ndarray:
    """The index of each grid (rows of the areas), NaN for other areas and where nothing is counted."""
    size = len(next(iter(parts.values()))) if parts else 0
    index = np.full(size, np.nan)
    shares = [values[grids] / values[grids].mean() for values in parts.values() if len(grids) and values[grids].mean() > 0]
    if shares:
        index[grids] = np.mean(shares, axis=0)
    return index


def gini(values: np.ndarray) -> float:
    """The Gini coefficient of the known values; NaN for fewer than two or where all are 0."""
    known = np.sort(values[np.isfinite(values)])
    if len(known) < FEWEST or known.sum() <= 0:
        return float("nan")
    # Sorted, the differences of all pairs are Σ (2i − n − 1)·x, and n·Σx is half of what they are divided by.
    rank = np.arange(1, len(known) + 1)
    return float(((2 * rank - len(known) - 1) * known).sum() / (len(known) * known.sum()))
