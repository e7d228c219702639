"""Where the rows of a register lie: what its numbers mean is stated, told by a reference, or refused, never guessed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from geopandas.array import GeometryArray

from ..candidates import MERCATOR, Candidate, placed
from ..coordinate_text import NORTH, Written, holds_pairs, written, written_pairs
from ..coordinates import Detected, agreeing, detect, stated
from ..crs import LONLAT, metric_crs, reproject_xy, require_metres
from ..datum import WGS84
from ..door import frame_crs
from ..errors import InputError
from ..frames import without_columns
from ..incoming.aliases import X, Y
from ..incoming.columns import ColumnMap
from ..progress import SILENT, Progress
from ..reference import Reference
from ..sexagesimal import run_together
from ..words import Text, text

AUTO, GEOMETRY = "auto", "geometry"
IN_DEGREES = ("WGS84", "WGS 84", "CGCS2000", "GCJ-02", "GCJ02", "BD-09", "BD09", "EPSG:4326", "EPSG:4490")
Coordinates = Detected


@dataclass(frozen=True)
class LocatedRows:
    """The rows with points in crs (None where a row has no place), what the numbers are, and what was said of them."""

    frame: gpd.GeoDataFrame
    crs: str
    coordinates: Coordinates
    notes: tuple[Text, ...]


def located_rows(
    rows: pd.DataFrame,
    mapping: ColumnMap,
    word: str,
    *,
    reference: Reference | None = None,
    target: str | None = None,
    progress: Progress = SILENT,
) -> LocatedRows:
    """Find what the coordinates of the rows are and put them into the target CRS, else the zone of their middle.

    word is COORDINATES: auto or what the numbers are. Raises InputError where there are no coordinates, or where two
    readings are as good; it names the evidence and the parameter that settles it.
    """
    first, second, found, notes = _read(rows, mapping, word.strip() or AUTO, reference, progress)
    crs = target or _own_system(found.candidate) or _zone(placed(found.candidate, first, second))
    xy = placed(found.candidate, first, second, target=crs)
    points = np.full(len(rows), None, object)
    known = np.isfinite(xy).all(axis=1)
    points[known] = shapely.points(xy[known])
    bare = without_columns(rows, [getattr(rows, "active_geometry_name", None)])
    frame = gpd.GeoDataFrame({**dict(bare.items()), GEOMETRY: GeometryArray(points, crs=crs)}, index=rows.index, copy=False)
    return LocatedRows(frame, crs, found, (*notes, *found.remarks))


Read = tuple[np.ndarray, np.ndarray, Detected, tuple[Text, ...]]


def _read(rows: pd.DataFrame, mapping: ColumnMap, word: str, reference: Reference | None, progress: Progress) -> Read:
    if isinstance(rows, gpd.GeoDataFrame) and rows.active_geometry_name is not None:
        return _of_geometry(rows, word, reference, progress)
    if X not in mapping.columns or Y not in mapping.columns:
        raise InputError(
            text(
                "No columns with coordinates were recognised. State them in X_FIELD and Y_FIELD. The file has: {known}.",
                known=", ".join([*mapping.columns.values(), *mapping.unused]),
            )
        )
    one, other = _columns(rows, X, Y)
    together = run_together(one.values, other.values) if word.upper() in (AUTO.upper(), *IN_DEGREES) else None
    if together:
        degrees = replace(one, values=together[0]), replace(other, values=together[1])
        try:
            first, second, found, notes = _of_columns(*degrees, rows, mapping, word, reference, progress)
        except InputError:
            if word.lower() != AUTO:
                raise
        else:
            return first, second, found, (together[2], *notes)
    return _of_columns(one, other, rows, mapping, word, reference, progress)


def _of_columns(
    one: Written, other: Written, rows: pd.DataFrame, mapping: ColumnMap, word: str, reference: Reference | None, progress: Progress
) -> Read:
    if word.lower() != AUTO:
        return one.values, other.values, stated(word, one.values, other.values, north_first=_north_first(one)), ()
    both = _two_pairs(rows, mapping) if reference is None else None
    if both:
        return (*both, ())
    others = without_columns(rows, [X, Y])
    return _detected(one, other, others, mapping, reference, progress)


def _detected(
    one: Written, other: Written, others: pd.DataFrame, mapping: ColumnMap, reference: Reference | None, progress: Progress
) -> Read:
    named = _names_tell(mapping)
    order = _north_first(one) if _north_first(one) is not None else (False if named else None)
    try:
        found = detect(one.values, other.values, known=reference, rows=others, north_first=order, progress=progress)
    except InputError as error:
        if order is None:
            raise
        # The names tell which is east, but people mix them up: believed only if the other order is plain.
        try:
            found = detect(one.values, other.values, known=reference, rows=others, north_first=not order, progress=progress)
        except InputError:
            raise error from None
        words = text("The columns {x} and {y} were read as swapped.", x=mapping.columns[X], y=mapping.columns[Y])
        return one.values, other.values, found, (words,)
    return one.values, other.values, found, ()


def _of_geometry(rows: gpd.GeoDataFrame, word: str, reference: Reference | None, progress: Progress) -> Read:
    shapes = rows.geometry.to_numpy()
    points = np.where(shapely.get_type_id(shapes) == shapely.GeometryType.POINT, shapes, shapely.point_on_surface(shapes))
    xy = np.column_stack([shapely.get_x(points), shapely.get_y(points)])
    crs = frame_crs(rows)
    if word.lower() != AUTO:
        return (*xy.T, stated(word, *xy.T), ())
    if crs is not None and reference is None:
        return (*xy.T, Detected(Candidate(crs)), ())
    if crs is not None:
        xy = reproject_xy(xy, source=crs, target=LONLAT)
    others = without_columns(rows, [rows.active_geometry_name])
    return (*xy.T, detect(*xy.T, known=reference, rows=others, north_first=False if crs else None, progress=progress), ())


def _columns(rows: pd.DataFrame, x: str, y: str) -> tuple[Written, Written]:
    if holds_pairs(rows[x]):
        return written_pairs(rows[x])
    return written(rows[x]), written(rows[y])


def _north_first(one: Written) -> bool | None:
    """What letters (N31.2) say of the order; None where there are none."""
    told = one.axes[one.axes > 0]
    return bool((told == NORTH).mean() > 0.5) if len(told) else None


def _names_tell(mapping: ColumnMap) -> bool:
    """Whether the names of the columns say which is east: 经度 and Easting do, x and y do not (X is north for surveyors)."""
    names = (mapping.columns[X], mapping.columns[Y])
    return not any({"x", "y"} & set(name.lower()) or ("坐标" in name and "东" not in name and "北" not in name) for name in names)


def _two_pairs(rows: pd.DataFrame, mapping: ColumnMap) -> tuple[np.ndarray, np.ndarray, Detected] | None:
    """The reading of a file with degrees and metres side by side, where both put the rows on one place."""
    pairs = [tuple(written(_original(rows, mapping, name)).values for name in pair) for pair in mapping.pairs[:2]]
    if len(pairs) < 2:
        return None
    for degrees, metres in (pairs, pairs[::-1]):
        found = agreeing(degrees, metres)
        if found:
            return (*degrees, found[0])
    return None


def _original(rows: pd.DataFrame, mapping: ColumnMap, name: str) -> pd.Series:
    ours = {theirs: column for column, theirs in mapping.columns.items()}
    return rows[ours.get(name, name)]


def _own_system(candidate: Candidate) -> str | None:
    """The system of the numbers, where it is one in metres to work in."""
    try:
        require_metres(candidate.crs)
    except InputError:
        return None
    return candidate.crs if candidate.datum == WGS84 and candidate.crs != MERCATOR else None


def _zone(lonlat: np.ndarray) -> str:
    known = lonlat[np.isfinite(lonlat).all(axis=1)]
    if not len(known):
        raise InputError(text("The file has no row with a place. Check its columns of coordinates."))
    lon, lat = np.median(known, axis=0)
    return metric_crs(lon, lat)
