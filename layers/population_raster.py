"""A raster of people per cell: the window that a run needs, read whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from .elevation import Box
from .errors import InputError
from .progress import SILENT, Progress
from .words import Text, text

if TYPE_CHECKING:
    from osgeo import gdal

MOST_CELLS = 10_000_000
ROWS_AT_ONCE = 512


@dataclass(frozen=True)
class Population:
    """People by cell, shape (rows, columns), NaN where the raster says nothing; affine takes columns and rows to places."""

    people: np.ndarray
    affine: tuple[float, float, float, float, float, float]

    def cells_of(self, xy: np.ndarray) -> np.ndarray:
        """The number of the cell that holds each place of the raster's CRS, counted row by row; -1 outside."""
        x0, dx, rx, y0, ry, dy = self.affine
        x, y, scale = xy[:, 0] - x0, xy[:, 1] - y0, dx * dy - rx * ry
        known = np.isfinite(xy).all(axis=1)
        column = np.floor(np.where(known, (x * dy - y * rx) / scale, -1))
        row = np.floor(np.where(known, (y * dx - x * ry) / scale, -1))
        high, wide = self.people.shape
        inside = (column >= 0) & (column < wide) & (row >= 0) & (row < high)
        return np.where(inside, row * wide + column, -1).astype(np.int64)

    def corners(self, cells: np.ndarray, across: float, down: float) -> np.ndarray:
        """Places in cells, shape (n, 2): 0, 0 is a cell's first corner and 0.5, 0.5 its middle."""
        x0, dx, rx, y0, ry, dy = self.affine
        column, row = cells % self.people.shape[1] + across, cells // self.people.shape[1] + down
        return np.column_stack([x0 + column * dx + row * rx, y0 + column * ry + row * dy])

    def outlines(self, cells: np.ndarray) -> np.ndarray:
        """The cells as polygons."""
        ring = [self.corners(cells, *corner) for corner in ((0, 0), (1, 0), (1, 1), (0, 1))]
        return shapely.polygons(np.stack(ring, axis=1))


def read_population(source: str, bounds: Box, *, name: str = "", progress: Progress = SILENT) -> Population:
    """The cells of a raster's first band that meet a box of the raster's own CRS.

    Raises InputError for a raster that does not open, has no position, does not reach the box or has negative people.
    """
    from osgeo import gdal

    shown = name or source
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        raster = _opened(source)
        if raster is None:
            raise InputError(text("The population raster {name} cannot be opened. Choose a raster that QGIS shows.", name=shown))
        affine = raster.GetGeoTransform(can_return_null=True)
        if affine is None:
            raise InputError(text("The population raster {name} has no position. Save it as GeoTIFF with its place.", name=shown))
        window = _window(raster, affine, bounds)
        if window is None:
            raise InputError(_elsewhere(shown))
        people = _people(raster.GetRasterBand(1), window, shown, progress)
    finally:
        gdal.PopErrorHandler()
    if (people < 0).any():
        raise InputError(
            text("The population raster {name} has cells below zero. Set their value as nodata, or choose people per cell.", name=shown)
        )
    column, row = window[:2]
    x0, dx, rx, y0, ry, dy = affine
    return Population(people, (x0 + column * dx + row * rx, dx, rx, y0 + column * ry + row * dy, ry, dy))


def _opened(source: str) -> gdal.Dataset | None:
    from osgeo import gdal

    try:
        raster = gdal.OpenEx(source, gdal.OF_RASTER | gdal.OF_READONLY)
    except RuntimeError:  # where someone switched GDAL's exceptions on
        return None
    return raster if raster is not None and raster.RasterCount else None


def _elsewhere(name: str) -> Text:
    return text("The population raster {name} does not cover the points. Choose a raster of this place, or set its CRS.", name=name)


def _window(raster: gdal.Dataset, affine: tuple, bounds: Box) -> tuple[int, int, int, int] | None:
    """First column, first row, columns and rows that meet the box."""
    west, south, east, north = bounds
    x0, dx, rx, y0, ry, dy = affine
    corners = np.array([(west, south), (west, north), (east, south), (east, north)]) - (x0, y0)
    scale = dx * dy - rx * ry
    columns, rows = (corners @ (dy, -rx)) / scale, (corners @ (-ry, dx)) / scale
    first, top = max(int(np.floor(columns.min())), 0), max(int(np.floor(rows.min())), 0)
    last, bottom = min(int(np.floor(columns.max())) + 1, raster.RasterXSize), min(int(np.floor(rows.max())) + 1, raster.RasterYSize)
    return (first, top, last - first, bottom - top) if last > first and bottom > top else None


def _people(band: gdal.Band, window: tuple[int, int, int, int], name: str, progress: Progress) -> np.ndarray:
    """The window's people in strips, so that a cancel is heard; NaN where the band says nothing."""
    from osgeo import gdal

    column, row, wide, high = window
    if wide * high > MOST_CELLS:
        raise InputError(
            text(
                "The population raster {name} has {count} cells here, too many. Choose one with coarser cells.",
                name=name,
                count=wide * high,
            )
        )
    people = np.empty((high, wide))
    for top in range(0, high, ROWS_AT_ONCE):
        progress.at(top / high, text("Reading the population raster"))
        part = (column, row + top, wide, min(ROWS_AT_ONCE, high - top))
        values = band.ReadAsArray(*part)
        if values is None:
            raise InputError(
                text("The population raster cannot be read: {reason}. Save it again as GeoTIFF.", reason=gdal.GetLastErrorMsg())
            )
        people[top : top + part[3]] = np.where(_missing(band, values, part), np.nan, values.astype(float))
    scale, offset = band.GetScale(), band.GetOffset()
    return people * (1.0 if scale is None else scale) + (0.0 if offset is None else offset)


def _missing(band: gdal.Band, values: np.ndarray, part: tuple[int, int, int, int]) -> np.ndarray:
    from osgeo import gdal

    missing = ~np.isfinite(values) if values.dtype.kind == "f" else np.zeros(values.shape, bool)
    if not band.GetMaskFlags() & gdal.GMF_ALL_VALID:
        missing |= band.GetMaskBand().ReadAsArray(*part) == 0
    return missing
