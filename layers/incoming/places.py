"""Where the rows of a file lie: its geometries, or the numbers in its columns of coordinates, in the CRS of the workspace."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Union

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .. import candidates, coordinates, findings, schema
from ..candidates import Candidate
from ..crs import LONLAT, metric_crs, reproject, require_metres
from ..datum import WGS84
from ..door import frame_crs
from ..doorplates.places import located_rows
from ..errors import InputError
from ..progress import SILENT, Progress
from ..reference import Reference
from ..words import Text, text
from .columns import ColumnMap

Frame = Union[gpd.GeoDataFrame, pd.DataFrame]
AUTO = "auto"


@dataclass(frozen=True)
class Placed:
    """The rows with geometries in the CRS, what their coordinates were found to be (None: what the file says), remarks."""

    frame: Frame
    crs: str | None
    detected: coordinates.Detected | None = None
    notes: tuple[Text, ...] = ()


def placed(
    table: str,
    frame: Frame,
    mapping: ColumnMap,
    *,
    word: str = AUTO,
    known: Reference | None = None,
    target: str | None = None,
    progress: Progress = SILENT,
) -> Placed:
    """The rows with geometries in the target CRS, else in the file's if it is in metres, else in the zone of their middle.

    word is what COORDINATES says; auto takes the CRS of the file and, where it has none, what the reference tells.
    Raises InputError where there is neither geometry nor columns of coordinates, or no telling what they are.
    """
    if not isinstance(frame, gpd.GeoDataFrame) or frame.active_geometry_name is None:
        return _from_columns(table, frame, mapping, word=word, known=known, target=target, progress=progress)
    return placed_layer(frame, word=word, known=known, target=target, progress=progress)


def placed_layer(
    frame: gpd.GeoDataFrame, *, word: str = AUTO, known: Reference | None = None, target: str | None = None, progress: Progress = SILENT
) -> Placed:
    """The same of rows that have geometries."""
    shapes, stated = shapely.force_2d(frame.geometry.to_numpy()), frame_crs(frame)
    if stated and word.strip().lower() in ("", AUTO):
        crs = target or _metric(shapes, Candidate(stated))
        moved, detected = reproject(shapes, source=stated, target=crs), None
    else:
        detected = _detected(shapes, frame, word, known, progress)
        crs = target or _metric(shapes, detected.candidate)
        moved = _moved(shapes, detected.candidate, crs)
    bare = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    result = gpd.GeoDataFrame(bare, geometry=gpd.GeoSeries(moved, index=frame.index), crs=crs)
    result.attrs["crs"] = crs
    return Placed(result, crs, detected, detected.remarks if detected else ())


def _from_columns(
    table: str, frame: pd.DataFrame, mapping: ColumnMap, *, word: str, known: Reference | None, target: str | None, progress: Progress
) -> Placed:
    """The rows of a list as points."""
    wanted = schema.TABLES[table].geometry
    if wanted != schema.POINT:
        raise InputError(
            text("The table {table} has no geometry. Choose a layer with {kind} geometry.", table=table, kind=findings.kind(wanted))
        )
    located = located_rows(frame, mapping, word, reference=known, target=target, progress=progress)
    located.frame.attrs["crs"] = located.crs
    return Placed(located.frame, located.crs, located.coordinates, located.notes)


def _detected(shapes: np.ndarray, frame: gpd.GeoDataFrame, word: str, known: Reference | None, progress: Progress) -> coordinates.Detected:
    if word.strip().lower() not in ("", AUTO):
        first, second = shapely.get_coordinates(shapes).T
        return coordinates.stated(word, first, second)
    # One vertex for each row: names in its other columns are compared with those of the boundaries around it.
    first, second = _first_vertices(shapes).T
    rows = pd.DataFrame(frame.drop(columns=frame.geometry.name)).reset_index(drop=True)
    try:
        return coordinates.detect(first, second, known=known, rows=rows, progress=progress)
    except InputError:
        if known is None or shapely.get_num_coordinates(shapes).max(initial=0) < 2:
            raise
        # Few large outlines: one vertex of each says little, all of them follow the streets.
        with suppress(InputError):
            return coordinates.detect_shapes(shapes, known=known, progress=progress)
        raise


def _first_vertices(shapes: np.ndarray) -> np.ndarray:
    """The first vertex of each geometry, NaN where there is none; shape (n, 2)."""
    vertices, rows = shapely.get_coordinates(shapes, return_index=True)
    found = np.full((len(shapes), 2), np.nan)
    numbers, first = np.unique(rows, return_index=True)
    found[numbers] = vertices[first]
    return found


def _moved(shapes: np.ndarray, candidate: Candidate, crs: str) -> np.ndarray:
    vertices, rows = shapely.get_coordinates(shapes, return_index=True)
    xy = candidates.placed(candidate, vertices[:, 0], vertices[:, 1], target=crs)
    # An outline with a vertex that is no place is none: no ring would close.
    lost = shapely.is_missing(shapes)
    lost[rows[~np.isfinite(xy).all(axis=1)]] = True
    return shapely.set_coordinates(np.where(lost, None, shapes), xy[~lost[rows]])


def _metric(shapes: np.ndarray, candidate: Candidate) -> str:
    """The coordinates' own system where it is in metres, else the zone of the places' middle."""
    if _is_metric(candidate.crs) and candidate.datum == WGS84:
        return candidate.crs
    moved = _moved(shapes, candidate, LONLAT)
    box = shapely.total_bounds(moved) if len(moved) else np.full(4, np.nan)
    if not np.isfinite(box).all():
        raise InputError(text("The file has no row with a place. Check its columns of coordinates."))
    return metric_crs((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def _is_metric(crs: str) -> bool:
    try:
        require_metres(crs)
    except InputError:
        return False
    return crs != candidates.MERCATOR
