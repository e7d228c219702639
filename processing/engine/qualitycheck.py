"""Network quality: of a layer of areas on its own, and of every area of a coverage run.

found = check_quality(areas, doorplates, streets, tables, settings)
quality = run_quality(coverage, codes, areas, estates=estates, land=land)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ...layers.progress import SILENT, Progress
from ...layers.words import text
from .areas import Codes, assign, levels_of, partitions
from .estates import points_of
from .gates import AS_STATED
from .ground import Tables, ground, survey
from .networkquality import QUALITIES, USUAL, Doors, Thresholds, area_quality, estate_table, whole_quality
from .rollup import WHOLE, Quality

if TYPE_CHECKING:
    import geopandas as gpd

    from .access import Access
    from .coverage import Coverage
    from .results import Settings

NOWHERE = np.zeros((0, 2))


@dataclass(frozen=True)
class Checked:
    """Areas and estates with what was measured of their network."""

    areas: gpd.GeoDataFrame
    estates: gpd.GeoDataFrame | None
    whole: str
    doorplates: int
    far_doorplates: int  # those not connected among them


def check_quality(
    areas: gpd.GeoDataFrame,
    doorplates: gpd.GeoDataFrame | None,
    streets: gpd.GeoDataFrame,
    tables: Tables,
    settings: Settings,
    *,
    thresholds: Thresholds = USUAL,
    progress: Progress = SILENT,
) -> Checked:
    """The areas with COLUMNS of networkquality, and the estates with theirs."""
    xy = NOWHERE if doorplates is None else points_of(doorplates)
    site = survey(xy, NOWHERE, streets, tables, settings, progress=progress.part(0, 0.6))
    leg_m = _legs(ground(site, AS_STATED).homes)
    progress.at(0.6, text("Measuring the network of {count} areas", count=len(areas)))
    measured = area_quality(
        areas, site.uncut, Doors(leg_m, assign(xy, areas)), land=tables.land, estates=tables.estates, thresholds=thresholds
    )
    progress.at(0.9)
    geometry = areas.geometry.name
    kept = [name for name in areas.columns if name != geometry and name not in measured]
    found = areas[[*kept, geometry]].assign(**measured)[[*kept, *measured, geometry]]
    estates = None if tables.estates is None else estate_table(site.uncut, tables.estates, xy, leg_m, far_m=thresholds.far_m)
    far = int((~(leg_m <= thresholds.far_m)).sum())
    return Checked(found, estates, whole_quality(site.uncut, leg_m, thresholds=thresholds), len(xy), far)


def run_quality(
    coverage: Coverage,
    codes: Codes,
    areas: gpd.GeoDataFrame | None,
    *,
    estates: gpd.GeoDataFrame | None = None,
    land: gpd.GeoDataFrame | None = None,
) -> Quality:
    """The quality of the network of every area of a run, and of the whole; none for an estimate, which has no network."""
    if coverage.site is None:
        return {}
    leg_m = coverage.snap_m
    found: Quality = {WHOLE: whole_quality(coverage.site.uncut, leg_m)}
    if areas is not None and len(areas):
        measured = area_quality(areas, coverage.site.uncut, Doors(leg_m, codes), land=land, estates=estates)
        found.update(zip(zip(partitions(areas), areas["level"], areas["code"]), measured["quality"]))
    return found


def quality_figures(found: Checked) -> dict[str, object]:
    """What a check of network quality returns; sums by partition and level."""
    areas = found.areas
    place = pd.Series(partitions(areas), index=areas.index) + "/" + areas["level"].astype(str)
    order = [f"{partition}/{level}" for partition, level in levels_of(areas)]
    sums = areas.groupby(place)[["street_km", "land_km2"]].sum().reindex(order)
    counts = pd.crosstab(place, areas["quality"]).reindex(index=order, columns=list(QUALITIES), fill_value=0)
    density = (sums["street_km"] / sums["land_km2"]).where(sums["land_km2"] > 0)
    pathless = 0 if found.estates is None else int((found.estates["pathless"] == "yes").sum())
    return {
        "QUALITY": found.whole,
        "QUALITY_BY_LEVEL": {level: {str(name): int(count) for name, count in row.items()} for level, row in counts.iterrows()},
        "STREET_KM_BY_LEVEL": {level: float(value) for level, value in sums["street_km"].items()},
        "DENSITY_BY_LEVEL": {level: None if np.isnan(value) else float(value) for level, value in density.items()},
        "DOORPLATES_COUNT": found.doorplates,
        "FAR_DOORPLATES": found.far_doorplates,
        "PATHLESS_ESTATES": pathless,
    }


def _legs(homes: Access) -> np.ndarray:
    leg_m = homes.least(homes.leg_m)
    return np.where(np.isfinite(leg_m), leg_m, np.nan)
