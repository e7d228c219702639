"""Facilities that no walk reaches because nothing leads from them to the walking network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from ...layers.problems import MOST_ROWS_OF_A_RULE, WARNING, Problem
from ...layers.words import Text, text
from .access import Access

if TYPE_CHECKING:
    import geopandas as gpd

    from .ground import Site


def unconnected(rows_of: Mapping[str, np.ndarray], access: Access) -> np.ndarray:
    """Positions of the facilities that count for a category and have no way onto the network."""
    counted = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *rows_of.values()]))
    return np.setdiff1d(counted, access.point)


def unconnected_problems(site: Site, facilities: gpd.GeoDataFrame, rows: np.ndarray, *, limit_m: float) -> Iterator[Problem]:
    """One problem for each facility at these positions, with what keeps it from the network."""
    ids, shapes = facilities["facility_id"].to_numpy(), facilities.geometry.to_numpy()
    fix = text("Raise the snap limit, draw the missing path or gate, or move the facility.")
    # One sentence for each facility: few are left over.
    for row in rows[:MOST_ROWS_OF_A_RULE]:
        yield Problem("facilities", "not_connected", WARNING, _reason(site, row, limit_m), row=str(ids[row]), fix=fix, geometry=shapes[row])


def _reason(site: Site, row: int, limit_m: float) -> Text:
    if site.facility_estate[row] >= 0:
        return text(
            "The facility stands in an estate without paths and without a gate that is open to visitors: only homes inside reach it."
        )
    if site.facility_places.walled[row]:
        return text("Walls or water keep the facility from every street within {limit} m: no walk reaches it.", limit=f"{limit_m:g}")
    return text("The facility is farther than {limit} m from every street: no walk reaches it.", limit=f"{limit_m:g}")
