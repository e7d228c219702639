"""Writes an elevation model as a GeoTIFF."""

from __future__ import annotations

from pathlib import Path

import numpy as np


def fill_heights(path: Path, heights_m: np.ndarray, corner: tuple[float, float], *, cell_m: float, crs: str) -> None:
    """Square cells from north to south, from the north-western corner on."""
    from osgeo import gdal, osr

    system = osr.SpatialReference()
    system.SetFromUserInput(crs)
    rows, columns = heights_m.shape
    raster = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Float32, ["COMPRESS=DEFLATE"])
    raster.SetProjection(system.ExportToWkt())
    raster.SetGeoTransform((corner[0], cell_m, 0.0, corner[1], 0.0, -cell_m))
    raster.GetRasterBand(1).WriteArray(heights_m.astype(np.float32))
    raster.FlushCache()
