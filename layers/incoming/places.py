"""Where the rows of a file lie: its geometries, or the numbers in its columns of coordinates, in the CRS of the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .. import datum, findings, schema
from ..crs import LONLAT, crs_name, metric_crs, reproject, require_metres
from ..door import frame_crs
from ..errors import InputError
from ..values import as_numbers
from ..words import Text, text
from .aliases import X, Y
from .columns import ColumnMap

Frame = Union[gpd.GeoDataFrame, pd.DataFrame]
AUTO = "auto"
# CGCS2000 in degrees differs from WGS 84 by decimetres.
DEGREES = {"WGS84": LONLAT, "CGCS2000": "EPSG:4490"}
SHIFTED = ("GCJ-02", "BD-09")
WEB_MERCATOR = "EPSG:3857"


@dataclass(frozen=True)
class Placed:
    """The rows with geometries in the CRS, and what was assumed."""

    frame: Frame
    crs: str | None
    notes: tuple[Text, ...] = ()


def placed(table: str, frame: Frame, mapping: ColumnMap, *, coordinates: str = AUTO, target: str | None = None) -> Placed:
    """The rows with geometries in the target CRS, else in the one of the file if it is in metres, else the zone of its middle.

    Raises InputError where there is neither geometry nor columns of coordinates, or no telling what they are.
    """
    shapes = _shapes(table, frame, mapping)
    known = np.isfinite(shapely.get_coordinates(shapes)).all(axis=1)
    stated = frame_crs(frame) if isinstance(frame, gpd.GeoDataFrame) else None
    source, shift, notes = _system(shapely.get_coordinates(shapes)[known], stated, coordinates)
    if shift:
        shapes = shapely.transform(shapes, lambda lonlat: datum.convert(lonlat, source=shift, target="WGS84"))
    crs = target or _metric(shapes, source)
    moved = reproject(shapes, source=source, target=crs)
    bare = frame.drop(columns=[name for name in (frame.geometry.name,) if name in frame]) if isinstance(frame, gpd.GeoDataFrame) else frame
    result = gpd.GeoDataFrame(pd.DataFrame(bare), geometry=gpd.GeoSeries(moved, index=frame.index), crs=crs)
    result.attrs["crs"] = crs
    return Placed(result, crs, notes)


def _shapes(table: str, frame: Frame, mapping: ColumnMap) -> np.ndarray:
    if isinstance(frame, gpd.GeoDataFrame) and frame.active_geometry_name is not None:
        return shapely.force_2d(frame.geometry.to_numpy())
    wanted = schema.TABLES[table].geometry
    if wanted != schema.POINT:
        raise InputError(
            text("The table {table} has no geometry. Choose a layer with {kind} geometry.", table=table, kind=findings.kind(wanted))
        )
    if X not in mapping.columns or Y not in mapping.columns:
        raise InputError(
            text(
                "No columns with coordinates were recognised. State them in FIELDS, for example x=经度; y=纬度. The file has: {known}.",
                known=", ".join([*mapping.columns.values(), *mapping.unused]),
            )
        )
    x, y = (as_numbers(frame[axis])[0].to_numpy() for axis in (X, Y))
    points = np.full(len(frame), None, object)
    known = np.isfinite(x) & np.isfinite(y)
    points[known] = shapely.points(x[known], y[known])
    return points


def _system(xy: np.ndarray, stated: str | None, coordinates: str) -> tuple[str, str | None, tuple[Text, ...]]:
    """The CRS of the coordinates, the shift of a web map that they have, and what was assumed."""
    word = coordinates.strip() or AUTO
    if word.upper() in SHIFTED:
        return LONLAT, word.upper(), ()
    if word.upper() in DEGREES:
        _refuse_metres(xy, word)
        return DEGREES[word.upper()], None, ()
    if word.lower() != AUTO:
        crs_name(word)  # refuses what is no CRS
        return word, None, ()
    if stated:
        return stated, None, ()
    if not _looks_like_degrees(xy):
        raise InputError(
            text(
                "The file does not say what its coordinates are. State COORDINATES, for example EPSG:4549 in Suzhou; x lies between "
                "{west} and {east}, y between {south} and {north}.",
                **_range(xy),
            )
        )
    return LONLAT, None, (text("The file does not say what its coordinates are; they look like degrees and were taken as WGS 84. "
                               "If they come from a web map, state COORDINATES=GCJ-02 or BD-09."),)  # fmt: skip


def _looks_like_degrees(xy: np.ndarray) -> bool:
    return bool(len(xy)) and bool((np.abs(xy[:, 0]) <= 180).all() and (np.abs(xy[:, 1]) <= 90).all())


def _refuse_metres(xy: np.ndarray, word: str) -> None:
    if len(xy) and not _looks_like_degrees(xy):
        raise InputError(
            text(
                "COORDINATES says {word}, but x lies between {west} and {east}, y between {south} and {north}: these are no degrees.",
                word=word,
                **_range(xy),
            )
        )


def _range(xy: np.ndarray) -> dict[str, str]:
    low, high = (xy.min(axis=0), xy.max(axis=0)) if len(xy) else (np.full(2, np.nan), np.full(2, np.nan))
    return {"west": f"{low[0]:g}", "east": f"{high[0]:g}", "south": f"{low[1]:g}", "north": f"{high[1]:g}"}


def _metric(shapes: np.ndarray, source: str) -> str:
    """The source itself where it is in metres, else the zone of the places' middle."""
    try:
        require_metres(source)
        in_metres = source != WEB_MERCATOR
    except InputError:
        in_metres = False
    if in_metres:
        return source
    lonlat = reproject(shapes, source=source, target=LONLAT)
    box = shapely.total_bounds(lonlat)
    if not np.isfinite(box).all():
        raise InputError(text("The file has no row with a place. Check its columns of coordinates."))
    return metric_crs((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
