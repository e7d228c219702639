"""Walks between the centres of communities, door to door along the walking network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd

from ...layers.progress import SILENT, Progress
from .ground import Tables
from .nearby import POST, nearby

if TYPE_CHECKING:
    from .communityhomes import Homes
    from .communitypairs import Walked
    from .results import Settings

TIMES, MORE_M = 5, 2_000  # how far is searched: so many times the straight line and so much more


def walks_between(
    doorplates: gpd.GeoDataFrame, streets: gpd.GeoDataFrame, settings: Settings, *, tables: Tables, progress: Progress = SILENT
) -> Walked:
    """A function that tells the metres on foot between communities: from the doorplate next to one's centre to that of the other."""

    def metres(homes: Homes, first: np.ndarray, second: np.ndarray) -> np.ndarray:
        found = np.full(len(first), np.nan)
        usable = np.flatnonzero((homes.doorplate[first] >= 0) & (homes.doorplate[second] >= 0))
        if not len(usable):
            return found
        straight = np.hypot(*(homes.centre_xy[first[usable]] - homes.centre_xy[second[usable]]).T)
        starts, ends = (_doors(homes, rows[usable], doorplates) for rows in (first, second))
        things = ends.assign(kind=POST, id=ends["place_id"], name=None, services=None).drop(columns="place_id")
        limit = TIMES * float(straight.max()) + MORE_M
        reached = nearby(starts, things, streets, limit=limit, unit="m", settings=settings, tables=tables, progress=progress).reached
        told = pd.Series(reached["m"].to_numpy(float), index=pd.MultiIndex.from_arrays([reached["place_id"], reached["id"]]))
        asked = pd.MultiIndex.from_arrays([first[usable].astype(str), second[usable].astype(str)])
        found[usable] = told.reindex(asked).to_numpy()
        return found

    return metres


def _doors(homes: Homes, rows: np.ndarray, doorplates: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    different = np.unique(rows)
    points = doorplates.geometry.to_numpy()[homes.doorplate[different]]
    return gpd.GeoDataFrame({"place_id": different.astype(str)}, geometry=points, crs=doorplates.crs)
