"""Doorplates with a published number of residents."""

from __future__ import annotations

import geopandas as gpd
import numpy as np

from ...schema import PERSONS_PER_HOUSEHOLD
from .counting import scaled_to

PARTS = ("road", "number", "estate", "building", "unit")


def with_people(doorplates: gpd.GeoDataFrame, residents: int, district: str) -> gpd.GeoDataFrame:
    """So many residents, and households by the census mean, in the proportions that were drawn; addresses begin with the district."""
    drawn = doorplates["residents"].to_numpy(float)
    people = scaled_to(drawn, residents)
    homes = scaled_to(doorplates["households"].to_numpy(float), round(residents / PERSONS_PER_HOUSEHOLD))
    share = people / np.maximum(drawn, 1)
    groups = {name: np.floor(doorplates[name] * share).astype(np.int64) for name in ("elderly", "children")}
    address = doorplates[list(PARTS)].fillna("").sum(axis=1)
    return doorplates.assign(households=homes, residents=people, address=district + address, **groups)
