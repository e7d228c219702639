"""One run of the land coverage, from accepted tables to the table of shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import pandas as pd

from ...layers.progress import SILENT, Progress
from .check import service_coverage, shares_by_land
from .landcoverage import land_rates
from .livingcircle import own_bands
from .results import Figures

if TYPE_CHECKING:
    from ...layers.elevation import Relief
    from ...layers.problems import Problem
    from .results import Settings


@dataclass(frozen=True)
class LandCoverage:
    """The shares of every area and category, the figures of the run, and what was wrong."""

    table: pd.DataFrame
    figures: Figures
    problems: tuple[Problem, ...]


def land_coverage(
    facilities: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    *,
    doorplates: gpd.GeoDataFrame | None = None,
    tables: Mapping[str, pd.DataFrame],
    relief: Relief | None = None,
    settings: Settings,
    progress: Progress = SILENT,
) -> LandCoverage:
    """The shares by land; those by household and inside circles too where doorplates are given.

    tables may hold areas, gates, walls, estates, land and surveys. Raises InputError as coverage() does.
    """
    if doorplates is None:
        nobody = pd.DataFrame({"doorplate_id": pd.Series([], dtype=object)})
        doorplates = gpd.GeoDataFrame(nobody, geometry=gpd.GeoSeries([], crs=streets.crs))
    decided = service_coverage(doorplates, facilities, streets, **tables, relief=relief, settings=settings, progress=progress.part(0, 0.3))
    walls, land = decided.coverage.site.walls, tables.get("land")
    bands = own_bands(decided.coverage, settings, walls=walls, land=land, progress=progress.part(0.3, 0.9))
    table = shares_by_land(decided, bands, tables, settings, progress=progress.part(0.9, 1))
    return LandCoverage(table, {**decided.figures, **land_rates(table)}, decided.coverage.problems)
