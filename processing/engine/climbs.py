"""How many metres walks climb on streets, by the heights that slow them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .graph import Network
from .slope import profile_of
from .slowing import Parts
from .streets import street_levels

if TYPE_CHECKING:
    import geopandas as gpd

    from ...layers.elevation import Relief


@dataclass(frozen=True)
class Climbs:
    """Metres up and down from each edge's start to places along it; all edges lie end to end on one line, a metre apart."""

    begin_m: np.ndarray  # (edges,) where each edge begins on that line
    at_m: np.ndarray
    up_m: np.ndarray
    down_m: np.ndarray
    known: np.ndarray  # (edges,) all heights of the edge are known

    def of(self, parts: Parts, count: int) -> np.ndarray:
        """Metres climbed by each of so many walks; NaN where a height on its way is not known."""
        begin = self.begin_m[parts.edge]
        (up_from, up_to), (down_from, down_to) = (
            [np.interp(begin + at_m, self.at_m, summed) for at_m in (parts.from_m, parts.to_m)] for summed in (self.up_m, self.down_m)
        )
        climbed = np.where(parts.to_m >= parts.from_m, up_to - up_from, down_from - down_to)
        climbed = np.where(self.known[parts.edge], climbed, np.nan)
        return np.bincount(parts.walk, weights=climbed, minlength=count)


def climbs(network: Network, relief: Relief, streets: gpd.GeoDataFrame) -> Climbs:
    """The climbs of a network's edges."""
    profile = profile_of(network, relief, street_levels(streets)[network.street])
    begin_m = np.concatenate([[0.0], np.cumsum(network.length_m + 1)])[:-1]
    known = ~np.logical_or.reduceat(np.isnan(profile.height_m), profile.first[:-1])
    rise_m = np.diff(profile.height_m, prepend=0.0)
    rise_m[profile.first[:-1]] = 0.0
    rise_m = np.where(known[profile.edge], rise_m, 0.0)
    up_m, down_m = np.cumsum(np.maximum(rise_m, 0)), np.cumsum(np.maximum(-rise_m, 0))
    return Climbs(begin_m, begin_m[profile.edge] + profile.offset_m, up_m, down_m, known)
