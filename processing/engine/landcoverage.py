"""The share of residential land inside the isochrones: the indicator by land beside the ledger's by household."""

from __future__ import annotations

import geopandas as gpd
import shapely

from ...layers.progress import SILENT, Progress
from ...layers.words import text
from .areas import levels_of, partitions
from .barriers import shapes_of

RESIDENTIAL = "residential"


def judged_land(land: gpd.GeoDataFrame | None, areas: gpd.GeoDataFrame | None) -> shapely.Geometry:
    """The land that is judged, overlaps counted once: residential land inside the areas of the run, else the areas.

    Without areas the residential land is not clipped; without both there is none (empty).
    """
    inside = extent_of(areas)
    residential = shapes_of(None if land is None or land.empty else land[(land["use"] == RESIDENTIAL).to_numpy()])
    if not len(residential):
        return inside
    homes = shapely.union_all(shapely.make_valid(residential))
    return homes if inside.is_empty else shapely.intersection(homes, inside)


def extent_of(areas: gpd.GeoDataFrame | None) -> shapely.Geometry:
    """The land of the areas of the largest level of the first partition; empty without areas."""
    if areas is None or areas.empty:
        return shapely.Polygon()
    partition, level = levels_of(areas)[0]
    top = (partitions(areas) == partition) & (areas["level"] == level).to_numpy()
    return shapely.union_all(shapely.make_valid(shapes_of(areas[top])))


def land_shares(
    judged: shapely.Geometry, band_by_category: dict[str, shapely.Geometry], *, progress: Progress = SILENT
) -> dict[str, float]:
    """The share of the judged land inside each category's band, 0 to 1; NaN where no land is judged."""
    whole_m2, shares = judged.area, {}
    for k, (category, band) in enumerate(band_by_category.items()):
        progress.at(k / len(band_by_category), text("Measuring the land inside the isochrones"))
        # One overlay of all land: parcel by parcel each cut would visit the whole band.
        shares[category] = shapely.intersection(judged, band).area / whole_m2 if whole_m2 > 0 else float("nan")
    return shares
