"""The living circle of each category: isochrones around all its facilities together, at its own limit and at 5, 10, 15 minutes.

    found = category_isochrones(coverage, settings, walls=walls, land=land)
    found.frame              # place_id (none) category limit unit area_m2
    found.bands()["park"]    # the band at the category's own limit

The picture by land beside the ledger by household: it decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import shapely

from ...layers.profiles import METRES, MINUTES, Category
from ...layers.progress import SILENT, Progress, waited
from .access import Access
from .bands import bands, roadside_of
from .isochrones import BUFFER_M, band_frame, cost_of, row, searched, starts_of
from .placereach import reaches_of_all
from .reach import Reach, Starts, reach
from .search import FROM_FACILITY, ROUND_TRIP, search, search_graph
from .verges import screens_of

if TYPE_CHECKING:
    from .coverage import Coverage
    from .results import Settings

STEPS = {MINUTES: (5.0, 10.0, 15.0), METRES: (300.0, 500.0, 1000.0)}  # drawn for every category beside its own limit


@dataclass(frozen=True)
class OwnCircle:
    """What one category's isochrone at its own limit was made from."""

    limit: float  # seconds or metres, as the unit of the search says
    unit: str
    costs: np.ndarray  # (nodes,) to the nearest facility
    starts: Starts  # the facilities
    reach: Reach
    band: shapely.MultiPolygon


@dataclass(frozen=True)
class CategoryIsochrones:
    """The bands of all categories with a connected facility; what agreement with the ledger is judged by."""

    frame: gpd.GeoDataFrame
    own: dict[str, OwnCircle]

    def bands(self) -> dict[str, shapely.MultiPolygon]:
        """The band of each category at its own limit."""
        return {category: circle.band for category, circle in self.own.items()}


def limits_of(category: Category) -> list[float]:
    """The limits whose bands are drawn, ascending."""
    return sorted({category.limit, *STEPS[category.unit]})


def category_isochrones(
    coverage: Coverage,
    settings: Settings,
    *,
    walls: gpd.GeoDataFrame | None = None,
    land: gpd.GeoDataFrame | None = None,
    buffer_m: float = BUFFER_M,
    progress: Progress = SILENT,
) -> CategoryIsochrones:
    """Bands of every category, all its facilities merged; the searches of the coverage are used again.

    Categories without a connected facility have no row.
    """
    roadside = roadside_of(coverage.ground.network, screens_of(walls, land), buffer_m=buffer_m, progress=progress.part(0, 0))
    searches = _searches(coverage, settings, progress)
    searches = [search for search in searches if search is not None]
    drawn = bands(roadside, [reach for found in searches for reach in found.reaches], progress=progress)
    rows, own = [], {}
    for found in searches:
        category, limits = found.category, limits_of(found.category)
        of_category, drawn = drawn[: len(limits)], drawn[len(limits) :]
        rows += [row(None, category.id, limit, category.unit, band) for limit, band in zip(limits, of_category)]
        at = limits.index(category.limit)
        limit = cost_of(category.limit, category.unit)
        own[category.id] = OwnCircle(limit, searched(category.unit), found.costs, found.starts, found.reaches[at], of_category[at])
    return CategoryIsochrones(band_frame(rows, coverage.doorplates.crs), own)


def own_bands(
    coverage: Coverage,
    settings: Settings,
    *,
    walls: gpd.GeoDataFrame | None = None,
    land: gpd.GeoDataFrame | None = None,
    buffer_m: float = BUFFER_M,
    progress: Progress = SILENT,
) -> dict[str, shapely.MultiPolygon]:
    """The band of every category with a connected facility, at its own limit only."""
    roadside = roadside_of(coverage.ground.network, screens_of(walls, land), buffer_m=buffer_m, progress=progress.part(0, 0))
    searches = _searches(coverage, settings, progress)
    own = {found.category.id: found.own for found in searches if found is not None}
    return dict(zip(own, bands(roadside, list(own.values()), progress=progress)))


@dataclass(frozen=True)
class _Search:
    """What one category's facilities reach within each of its limits."""

    category: Category
    costs: np.ndarray
    starts: Starts
    reaches: list[Reach]

    @property
    def own(self) -> Reach:
        """What lies within the category's own limit."""
        return self.reaches[limits_of(self.category).index(self.category.limit)]


def _searches(coverage: Coverage, settings: Settings, progress: Progress) -> list[_Search | None]:
    """The searches of all categories; None for one without a connected facility."""
    return [waited(progress, 0, partial(_reaches, coverage, category, settings)) for category in settings.profile.categories]


def _reaches(coverage: Coverage, category: Category, settings: Settings) -> _Search | None:
    network = coverage.ground.network
    access = coverage.ground.facilities.of(coverage.facilities_of[category.id])
    if not len(access.edge):
        return None
    unit, limits = searched(category.unit), [cost_of(limit, category.unit) for limit in limits_of(category)]
    costs, starts = _node_costs(coverage, category, access, settings), starts_of(network, access, unit)
    if settings.direction == ROUND_TRIP and not network.is_symmetric:
        return _Search(category, costs, starts, reaches_of_all(network, access, limits, unit=unit, direction=ROUND_TRIP))
    reaches = [reach(network, costs, starts, limit=limit, unit=unit, direction=settings.direction) for limit in limits]
    return _Search(category, costs, starts, reaches)


def _node_costs(coverage: Coverage, category: Category, access: Access, settings: Settings) -> np.ndarray:
    """Cost of each node to the nearest facility; of a round trip at least this: half of the ways to the nearest and from the nearest."""
    there = coverage.fields[category.id].cost
    network = coverage.ground.network
    if settings.direction != ROUND_TRIP or network.is_symmetric:
        return there
    back = search_graph(network, unit=searched(category.unit), direction=FROM_FACILITY)
    return (there + search(back, access, np.zeros(len(access.edge), dtype=np.int64)).cost) / 2
