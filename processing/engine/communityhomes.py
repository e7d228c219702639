"""Where the households of each community live: its centre, its estates, how far they lie from the centre."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...layers.areas.ground import holders
from .areas import points_xy
from .results import Settings
from .streets import column
from .weighing import weigh


@dataclass(frozen=True)
class Homes:
    """Per community: the middle of its households (NaN without any), a doorplate next to it (-1), estates with
    households, and their mean distance from the middle in metres, weighted by households."""

    centre_xy: np.ndarray
    doorplate: np.ndarray
    estates: np.ndarray
    dispersion_m: np.ndarray


def homes_of(communities: gpd.GeoDataFrame, doorplates: gpd.GeoDataFrame, estates: gpd.GeoDataFrame | None, settings: Settings) -> Homes:
    """The homes of communities; estates are polygons with name, else the doorplates' own column tells them."""
    size = len(communities)
    community = holders(doorplates.geometry.to_numpy(), communities)
    households = np.asarray(weigh(doorplates, settings)["households"], float)
    home = np.flatnonzero((community >= 0) & (households > 0))
    of, weight, xy = community[home], households[home], points_xy(doorplates)[home]
    centre = _middle(of, weight, xy, size)
    estate, names = pd.factorize(_estate_of(doorplates, estates)[home])
    outside = estate < 0
    # Estates of one name in two communities are two; a home outside estates is a group of its own.
    kind = np.where(outside, len(names) + np.arange(len(home)), estate)
    unit = pd.factorize(of * (len(names) + len(home) + 1) + kind)[0]
    count = unit.max(initial=-1) + 1
    of_unit = np.zeros(count, int)
    of_unit[unit] = of
    heavy = np.bincount(unit, weight, count)
    off = np.hypot(*(_middle(unit, weight, xy, count) - centre[of_unit]).T)
    total = np.bincount(of, weight, size)
    spread = np.bincount(of_unit, heavy * off, size)
    named = np.zeros(count, bool)
    named[unit] = ~outside
    return Homes(
        centre_xy=centre,
        doorplate=_nearest(of, home, xy, centre, size),
        estates=np.bincount(of_unit[named], minlength=size),
        dispersion_m=np.where(total > 0, spread / np.where(total > 0, total, 1), np.nan),
    )


def _middle(group: np.ndarray, weight: np.ndarray, xy: np.ndarray, size: int) -> np.ndarray:
    total = np.bincount(group, weight, size)
    sums = np.column_stack([np.bincount(group, weight * xy[:, axis], size) for axis in (0, 1)])
    return np.where(total[:, None] > 0, sums / np.where(total > 0, total, 1)[:, None], np.nan)


def _estate_of(doorplates: gpd.GeoDataFrame, estates: gpd.GeoDataFrame | None) -> np.ndarray:
    """The name of each doorplate's estate, None outside."""
    own = column(doorplates, "estate").to_numpy(object)
    if estates is None or not len(estates):
        return own
    row, estate = shapely.STRtree(estates.geometry.to_numpy()).query(doorplates.geometry.to_numpy(), predicate="intersects")
    found = np.full(len(doorplates), None, object)
    found[row[::-1]] = estates["name"].to_numpy(object)[estate[::-1]]
    return np.where(pd.isna(found), own, found)


def _nearest(of: np.ndarray, home: np.ndarray, xy: np.ndarray, centre: np.ndarray, size: int) -> np.ndarray:
    off = np.hypot(*(xy - centre[of]).T)
    order = np.lexsort((home, off, of))
    first = np.unique(of[order], return_index=True)
    found = np.full(size, -1)
    found[first[0]] = home[order[first[1]]]
    return found
