"""Elevation models at the QGIS face: taken on the thread that owns the layer, read in the run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProviderRegistry,
    QgsRasterLayer,
)

from ...layers.errors import InputError
from ...layers.progress import Progress
from ...layers.words import text
from .sources import crs_text, transform_xy, ways_between
from .tables import ESTIMATE

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np

    from ...layers.elevation import Relief
    from ..engine.results import Settings


@dataclass(frozen=True)
class Raster:
    """A raster input: where GDAL finds it, its name and the CRS that QGIS gives it."""

    source: str
    name: str
    crs: str  # "" where it has none

    def __str__(self) -> str:
        """What PARAMETERS prints of it."""
        return self.source


def raster_of(layer: QgsRasterLayer, key: str) -> Raster:
    """The raster of a layer; raises InputError where it is no file that GDAL reads."""
    if layer.providerType() != "gdal":
        raise InputError(
            text("{key}: “{name}” comes from a service, not from a file. Save it as GeoTIFF and choose that.", key=key, name=layer.name())
        )
    path = QgsProviderRegistry.instance().decodeUri("gdal", layer.source()).get("path") or layer.source()
    return Raster(path, layer.name(), crs_text(layer.crs()) if layer.crs().isValid() else "")


def relief_under(raster: Raster | None, streets: gpd.GeoDataFrame, crs: str, progress: Progress) -> Relief | None:
    """The relief under the streets, which lie in this CRS; None without a raster."""
    if raster is None or not len(streets):
        return None
    from ...layers.elevation_file import read_relief

    ways = ways_between(QgsCoordinateReferenceSystem(crs), QgsCoordinateReferenceSystem(raster.crs))
    return read_relief(
        raster.source,
        streets.total_bounds,
        crs=crs,
        raster_crs=raster.crs,
        to_raster=lambda xy: _moved(xy, ways),
        name=raster.name,
        progress=progress,
    )


def _moved(xy: np.ndarray, ways: list[QgsCoordinateTransform]) -> np.ndarray:
    import numpy as np

    try:
        for way in ways:
            xy = transform_xy(xy, way)
        return xy
    except QgsCsException:
        # Beyond the reach of the raster's projection: no place in it.
        return np.full_like(xy, np.nan)


def relief_of_run(raster: Raster | None, streets: gpd.GeoDataFrame | None, chosen: Settings, crs: str, progress: Progress) -> Relief | None:
    """The relief under the streets of a run that measures along them; an estimate says that it uses no heights."""
    if chosen.method == ESTIMATE:
        if raster is not None:
            progress.warn(text("An estimate does not use heights: DEM is left out."))
        return None
    return relief_under(raster, streets, crs, progress)
