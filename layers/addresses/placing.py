"""Where the rows of a list lie: by their own coordinates, else by their addresses among one's own doorplates."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..doorplates.elements import elements
from ..doorplates.places import Coordinates, located_rows
from ..errors import InputError
from ..incoming.aliases import X, Y
from ..incoming.columns import ColumnMap
from ..progress import SILENT, Progress
from ..reference import Reference
from ..words import Text, text
from .locate import NONE, Located, locate

COORDINATES = "coordinates"


@dataclass(frozen=True)
class PlacedRows:
    """The rows with points (None where there is no place), and of each: how it was placed, the expected error in metres
    (0 for coordinates, NaN for no place) and the position of a doorplate that tells the place (-1 for none)."""

    frame: gpd.GeoDataFrame
    method: np.ndarray
    error_m: np.ndarray
    doorplate: np.ndarray
    coordinates: Coordinates | None
    notes: tuple[Text, ...] = ()


def placed_rows(
    rows: pd.DataFrame,
    mapping: ColumnMap,
    word: str,
    *,
    reference: Reference | None = None,
    doorplates: gpd.GeoDataFrame | None = None,
    doors: pd.DataFrame | None = None,
    target: str | None = None,
    progress: Progress = SILENT,
) -> PlacedRows:
    """Place rows under our names; accepted doorplates, in the target CRS, find those without coordinates by their address.

    word is COORDINATES: auto or what the numbers are; doors are the doorplates' elements, where they are known already.
    Raises InputError for rows with neither, and as located_rows() does.
    """
    has_shape = isinstance(rows, gpd.GeoDataFrame) and rows.active_geometry_name is not None
    if has_shape or (X in mapping.columns and Y in mapping.columns):
        found = located_rows(rows, mapping, word, reference=reference, target=target, progress=progress)
        frame, coordinates, notes = found.frame, found.coordinates, found.notes
    elif doorplates is None:
        raise InputError(text("The list has no coordinates. Give DOORPLATES, and its addresses are located by them."))
    else:
        frame = gpd.GeoDataFrame(rows, geometry=gpd.GeoSeries([None] * len(rows), index=rows.index, crs=doorplates.crs))
        coordinates, notes = None, ()
    missing = frame.geometry.isna().to_numpy()
    how = np.where(missing, NONE, COORDINATES).astype(object)
    placed = PlacedRows(frame, how, np.where(missing, np.nan, 0.0), np.full(len(frame), -1), coordinates, notes)
    if doorplates is None or not missing.any():
        return placed
    asked = elements(pd.DataFrame(frame.drop(columns="geometry"))[missing].reset_index(drop=True), progress.part(0, 0.3))
    doors = elements(doorplates, progress.part(0.3, 0.6)) if doors is None else doors
    return with_addresses(placed, missing, located_among(asked, doorplates, doors, progress.part(0.6, 1)), doorplates)


def located_among(asked: pd.DataFrame, doorplates: gpd.GeoDataFrame, doors: pd.DataFrame, progress: Progress = SILENT) -> Located:
    """The places of split addresses among doorplates with these elements."""
    points = doorplates.geometry.to_numpy()
    return locate(asked, doors, np.column_stack([shapely.get_x(points), shapely.get_y(points)]), progress)


def with_addresses(placed: PlacedRows, missing: np.ndarray, found: Located, doorplates: gpd.GeoDataFrame) -> PlacedRows:
    """The rows with the found places in those that were missing, in their order."""
    rows = np.flatnonzero(missing)
    known = np.isfinite(found.xy).all(axis=1)
    shapes, method = placed.frame.geometry.to_numpy().copy(), placed.method.copy()
    error_m, doorplate = placed.error_m.copy(), placed.doorplate.copy()
    shapes[rows[known]] = shapely.points(found.xy[known])
    method[rows], error_m[rows], doorplate[rows] = found.method, found.error_m, found.doorplate
    frame = placed.frame.set_geometry(gpd.GeoSeries(shapes, index=placed.frame.index, crs=doorplates.crs))
    return PlacedRows(frame, method, error_m, doorplate, placed.coordinates, placed.notes)
