"""All checks of an area layer at once, and the layer with what can be mended safely."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..problems import Problem
from ..progress import SILENT, Progress
from .ground import polygons_of
from .nesting import Nesting, nesting, nesting_problems, orphans
from .topology import Gap, Overlap, gap_problems, gaps, overlap_problems, overlaps, shape_problems
from .totals import GRID_HOUSEHOLDS, age_problems, cut_estates, household_problems, total_problems

MIN_AREA_M2 = 1.0


@dataclass(frozen=True)
class Checked:
    """What was found: problems for people, and the findings that can be mended."""

    problems: list[Problem]
    overlaps: list[Overlap]
    gaps: list[Gap]
    nested: Nesting

    def figures(self) -> dict[str, float]:
        """Square metres held twice and by nobody, and the areas without a parent."""
        return {
            "OVERLAP_M2": sum(overlap.m2 for overlap in self.overlaps),
            "GAP_M2": sum(gap.m2 for gap in self.gaps),
            "ORPHANS": len(orphans(self.nested)),
        }


def check_areas(
    areas: gpd.GeoDataFrame,
    *,
    estates: gpd.GeoDataFrame | None = None,
    households: pd.Series | None = None,
    min_area_m2: float = MIN_AREA_M2,
    grid_households: tuple[float, float] = GRID_HOUSEHOLDS,
    progress: Progress = SILENT,
) -> Checked:
    """Check accepted areas (projected, in metres): topology inside each level, nesting between levels, codes, totals.

    households replaces the column of that name where it is counted from doorplates. Overlaps and gaps below
    min_area_m2 are noise of drawing.
    """
    lapping = overlaps(areas, min_area_m2=min_area_m2, progress=progress.part(0, 0.4))
    missing = gaps(areas, min_area_m2=min_area_m2, progress=progress.part(0.4, 0.6))
    nested = nesting(areas, progress.part(0.6, 1))
    counted = areas["households"] if households is None else households
    problems = [
        *overlap_problems(areas, lapping),
        *gap_problems(areas, missing),
        *nesting_problems(areas, nested),
        *shape_problems(areas),
        *household_problems(areas, counted, lowest=grid_households[0], highest=grid_households[1]),
        *total_problems(areas, nested.parent),
        *age_problems(areas),
        *(cut_estates(areas, estates) if estates is not None else []),
    ]
    return Checked(problems, lapping, missing, nested)


def mended(areas: gpd.GeoDataFrame, checked: Checked) -> gpd.GeoDataFrame:
    """The areas with slivers given away: thin overlaps to the keeper alone, thin gaps to the taker; all else as it was.

    Wide overlaps and gaps are for people to decide.
    """
    shapes = areas.geometry.to_numpy().copy()
    for overlap in checked.overlaps:  # few, and each changes what the next one finds
        if overlap.thin:
            loser = overlap.second if overlap.keeper == overlap.first else overlap.first
            shapes[loser] = _areas_only(shapely.difference(shapes[loser], overlap.land))
    for gap in checked.gaps:
        if gap.thin and gap.taker is not None:
            shapes[gap.taker] = _areas_only(shapely.union(shapes[gap.taker], gap.land))
    return areas.set_geometry(gpd.GeoSeries(shapes, index=areas.index, crs=areas.crs))


def _areas_only(shape: shapely.Geometry) -> shapely.Geometry:
    parts = polygons_of(shape)
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)


def mended_count(checked: Checked) -> int:
    """How many slivers mended() gives away."""
    return int(
        np.sum([overlap.thin for overlap in checked.overlaps]) + np.sum([gap.thin and gap.taker is not None for gap in checked.gaps])
    )
