"""Elevation models as files: the window that a run needs, from any raster that GDAL opens.

All of it goes through osgeo.gdal, the GDAL that QGIS uses itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

from .crs import reproject_xy
from .elevation import Box, Lattice, Relief, Transform, lattice_of
from .errors import InputError
from .progress import SILENT, Progress
from .words import Text, text

if TYPE_CHECKING:
    from osgeo import gdal

Window = tuple[int, int, int, int]  # first column, first row, columns, rows

FINEST_M = 10.0  # smaller cells are averaged: a walk feels the street's slope, not its kerbs
MOST_CELLS = 25_000_000
MARGIN_CELLS = 2
CELLS_AT_ONCE = 4_000_000


def read_relief(
    source: str,
    bounds: Box,
    *,
    crs: str,
    raster_crs: str = "",
    to_raster: Transform | None = None,
    name: str = "",
    progress: Progress = SILENT,
) -> Relief:
    """The relief under a box of the run's CRS, from the first band of a raster that GDAL opens.

    to_raster turns places of the run into the raster's CRS; without it they go by layers.crs. Cells finer than 10 m are
    averaged to about that size, and so are windows of more than 25 million cells. Raises InputError for a raster that
    does not open, that has no CRS or no position, or that does not reach the box.
    """
    with _opened(source) as raster:
        shown = name or source
        system = raster_crs or raster.GetProjection()
        inverse = _inverse(raster)
        if not system or inverse is None:
            raise InputError(_no_place(shown))
        to_raster = to_raster or (lambda xy: reproject_xy(xy, source=crs, target=system))
        if raster.RasterCount > 1:
            progress.warn(text("The elevation model {name} has {count} bands; heights are read from the first.", **_counted(raster, shown)))
        lattice = lattice_of(bounds, lambda xy: _cells(inverse, to_raster(xy)))
        window = _window(lattice, raster)
        if window is None:
            raise InputError(_elsewhere(shown, raster, to_raster(_corners(bounds)), crs_label(system)))
        return _read(raster, window, lattice, shown, progress)


def _counted(raster: gdal.Dataset, name: str) -> dict:
    return {"name": name, "count": raster.RasterCount}


@contextmanager
def _opened(source: str) -> Iterator[gdal.Dataset]:
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        raster = next((found for path in _paths(source) if (found := _open(gdal, path)) is not None), None)
        if raster is None:
            raise InputError(text("The elevation model {name} cannot be opened. Choose a raster that QGIS shows.", name=source))
        yield raster
    finally:
        gdal.PopErrorHandler()


def _paths(source: str) -> list[str]:
    # Some drivers read their own zip files; else the file inside is meant.
    return [source, f"/vsizip/{source}"] if source.lower().endswith(".zip") and not source.startswith("/vsi") else [source]


def _open(gdal: object, path: str) -> gdal.Dataset | None:
    try:
        raster = gdal.OpenEx(path, gdal.OF_RASTER | gdal.OF_READONLY)
    except RuntimeError:  # where someone switched GDAL's exceptions on
        return None
    return raster if raster is not None and raster.RasterCount else None


def _inverse(raster: gdal.Dataset) -> tuple | None:
    from osgeo import gdal

    forward = raster.GetGeoTransform(can_return_null=True)
    return None if forward is None else gdal.InvGeoTransform(forward)


def _no_place(name: str) -> Text:
    return text(
        "The elevation model {name} has no coordinate reference system or no position. "
        "Set it in the layer's properties or save the raster with it.",
        name=name,
    )


def _elsewhere(name: str, raster: gdal.Dataset, corners: np.ndarray, crs: str) -> Text:
    a, b, c, d, e, f = raster.GetGeoTransform()
    ends = np.array([(a + b * x + c * y, d + e * x + f * y) for x in (0, raster.RasterXSize) for y in (0, raster.RasterYSize)])
    return text(
        "The elevation model {name} does not cover the streets: in {crs} it spans {model}, the streets span {streets}. "
        "Choose a raster of this place, or set the CRS that the raster really has.",
        name=name,
        crs=crs,
        model=_span(ends),
        streets=_span(corners),
    )


def _span(xy: np.ndarray) -> str:
    if not np.isfinite(xy).any():
        return "–"
    (west, south), (east, north) = np.nanmin(xy, axis=0), np.nanmax(xy, axis=0)
    return f"{west:.6g}–{east:.6g} / {south:.6g}–{north:.6g}"


def crs_label(crs: str) -> str:
    """A short name of a system given as authid or WKT."""
    from osgeo import osr

    reference = osr.SpatialReference()
    if ":" in crs[:12] or reference.ImportFromWkt(crs) != 0:
        return crs
    code = reference.GetAuthorityCode(None)
    return f"{reference.GetAuthorityName(None)}:{code}" if code else reference.GetName() or crs


def _cells(inverse: tuple, xy: np.ndarray) -> np.ndarray:
    a, b, c, d, e, f = inverse
    return np.column_stack([a + b * xy[:, 0] + c * xy[:, 1], d + e * xy[:, 0] + f * xy[:, 1]])


def _corners(bounds: Box) -> np.ndarray:
    west, south, east, north = bounds
    return np.array([(west, south), (east, south), (west, north), (east, north)], dtype=float)


def _window(lattice: Lattice, raster: gdal.Dataset) -> Window | None:
    """First column, first row, columns, rows of the raster that the lattice needs; None where they do not meet."""
    span = []
    for cells, size in ((lattice.columns, raster.RasterXSize), (lattice.rows, raster.RasterYSize)):
        if not np.isfinite(cells).any():
            return None
        low, high = np.nanmin(cells), np.nanmax(cells)
        if high < 0 or low > size:
            return None
        first = max(int(np.floor(low)) - MARGIN_CELLS, 0)
        span.append((first, min(int(np.ceil(high)) + MARGIN_CELLS, size) - first))
    (column, columns), (row, rows) = span
    return column, row, columns, rows


def _cell_m(lattice: Lattice) -> float:
    """The size of a raster cell on the ground, at the middle of the lattice."""
    middle = (lattice.columns.shape[0] - 1) // 2
    at = (slice(middle, middle + 2), slice(middle, middle + 2))
    columns, rows = lattice.columns[at], lattice.rows[at]
    east = (columns[0, 1] - columns[0, 0], rows[0, 1] - rows[0, 0])
    north = (columns[1, 0] - columns[0, 0], rows[1, 0] - rows[0, 0])
    cells = abs(east[0] * north[1] - east[1] * north[0])
    return float(np.sqrt(lattice.step_x_m * lattice.step_y_m / cells))


def _read(raster: gdal.Dataset, window: Window, lattice: Lattice, name: str, progress: Progress) -> Relief:
    column, row, columns, rows = window
    cell_m = _cell_m(lattice)
    averaged = max(1, round(FINEST_M / cell_m))
    if columns * rows / averaged**2 > MOST_CELLS:
        averaged = int(np.ceil(np.sqrt(columns * rows / MOST_CELLS)))
    if averaged > 1:
        words = text(
            "The elevation model's cells of {cell} m are averaged to {coarse} m.",
            cell=f"{cell_m:.2g}",
            coarse=f"{cell_m * averaged:.3g}",
        )
        progress.say(words)
    wide, high = (max(1, -(-size // averaged)) for size in (columns, rows))
    heights = _heights(raster, window, wide, high, averaged, progress)
    seen = Lattice(
        lattice.x_m,
        lattice.y_m,
        lattice.step_x_m,
        lattice.step_y_m,
        (lattice.columns - column) * (wide / columns),
        (lattice.rows - row) * (high / rows),
    )
    return Relief(heights, seen, cell_m * averaged, name)


def _heights(raster: gdal.Dataset, window: Window, wide: int, high: int, averaged: int, progress: Progress) -> np.ndarray:
    from osgeo import gdal

    column, row, columns, rows = window
    band, heights = raster.GetRasterBand(1), np.empty((high, wide), dtype=np.float32)
    options = {"buf_type": gdal.GDT_Float32, "resample_alg": gdal.GRIORA_Average if averaged > 1 else gdal.GRIORA_NearestNeighbour}
    lines = max(1, CELLS_AT_ONCE // (columns * averaged))
    # Strip by strip, so that a cancel is heard.
    for first in range(0, high, lines):
        progress.at(first / high, text("Reading the elevation model"))
        last = min(first + lines, high)
        top, bottom = row + first * averaged, min(row + last * averaged, row + rows)
        part = band.ReadAsArray(column, top, columns, bottom - top, buf_xsize=wide, buf_ysize=last - first, **options)
        if part is None:
            raise InputError(text("The elevation model cannot be read: {reason}. Save it again as GeoTIFF.", reason=gdal.GetLastErrorMsg()))
        heights[first:last] = _known(gdal, band, part, (column, top, columns, bottom - top))
    return heights


def _known(gdal: object, band: gdal.Band, heights: np.ndarray, part: Window) -> np.ndarray:
    """The heights in metres, NaN where the band says that it has none."""
    nodata = band.GetNoDataValue()
    missing = ~np.isfinite(heights)
    if nodata is not None:
        missing |= heights == np.float32(nodata)
    if not band.GetMaskFlags() & (gdal.GMF_ALL_VALID | gdal.GMF_NODATA):
        size = {"buf_xsize": heights.shape[1], "buf_ysize": heights.shape[0]}
        missing |= band.GetMaskBand().ReadAsArray(*part, **size) == 0
    scale, offset = band.GetScale(), band.GetOffset()
    scaled = heights * (1.0 if scale is None else scale) + (0.0 if offset is None else offset)
    return np.where(missing, np.nan, scaled)
