"""Geometries as they come from anywhere, made to fit the kind that a table holds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .schema import LINE, POINT, POLYGON

_POINT, _LINE, _RING, _POLYGON, _MULTIPOINT, _MULTILINE, _MULTIPOLYGON = range(7)
KINDS = {POINT: (_POINT, _MULTIPOINT), LINE: (_LINE, _RING, _MULTILINE), POLYGON: (_POLYGON, _MULTIPOLYGON)}


@dataclass(frozen=True)
class Fitted:
    """Geometries of the wanted kind in two dimensions, and which rows had which fault; unusable ones are None."""

    shapes: np.ndarray
    missing: np.ndarray  # no geometry, or a coordinate that is no number
    wrong_kind: np.ndarray
    no_length: np.ndarray
    repaired: np.ndarray  # crossed itself
    replaced: np.ndarray  # a point on its surface or its outline stands for it

    @property
    def unusable(self) -> np.ndarray:
        """Rows without a usable geometry."""
        return self.missing | self.wrong_kind | self.no_length


def fitted(values: np.ndarray, wanted: str, *, outlines: bool = False) -> Fitted:
    """Fit geometries to the wanted kind; polygons become points on their surface or, where asked, their outlines."""
    shapes = shapely.force_2d(values) if (shapely.get_coordinate_dimension(values) > 2).any() else values.copy()
    missing = without_place(shapes)
    shapes[missing] = None
    replaced = _replace_polygons(shapes, wanted, outlines=outlines)
    if wanted == POINT:
        several = shapely.get_type_id(shapes) == _MULTIPOINT
        shapes[several] = shapely.get_geometry(shapes[several], 0)
    repaired = _repair(shapes) if wanted == POLYGON else np.zeros(len(shapes), bool)
    wrong_kind = ~missing & ~np.isin(shapely.get_type_id(shapes), KINDS[wanted])
    no_length = ~wrong_kind & (shapely.length(shapes) == 0) if wanted == LINE else np.zeros(len(shapes), bool)
    shapes[wrong_kind | no_length] = None
    return Fitted(shapes, missing, wrong_kind, no_length, repaired & ~wrong_kind, replaced)


def without_place(shapes: np.ndarray) -> np.ndarray:
    """Which geometries are missing, empty or have a coordinate that is no number."""
    missing = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    coordinates, rows = shapely.get_coordinates(shapes, return_index=True)
    missing[rows[~np.isfinite(coordinates).all(axis=1)]] = True
    return missing


def _replace_polygons(shapes: np.ndarray, wanted: str, *, outlines: bool) -> np.ndarray:
    polygons = np.isin(shapely.get_type_id(shapes), KINDS[POLYGON])
    if wanted == POINT:
        shapes[polygons] = shapely.point_on_surface(shapes[polygons])
        return polygons
    if wanted == LINE and outlines:
        shapes[polygons] = shapely.boundary(shapes[polygons])
        return polygons
    return np.zeros(len(shapes), bool)


def _repair(shapes: np.ndarray) -> np.ndarray:
    """Make self-crossing polygons valid and keep what has an area; returns which they were."""
    collections = shapely.get_type_id(shapes) > _MULTIPOLYGON
    crossed = np.isin(shapely.get_type_id(shapes), KINDS[POLYGON]) & ~shapely.is_valid(shapes)
    # Few polygons are faulty, and each falls into a different number of parts.
    for row in np.flatnonzero(crossed | collections):
        parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(shapes[row])))
        polygons = parts[shapely.get_type_id(parts) == _POLYGON]
        if len(polygons):
            shapes[row] = polygons[0] if len(polygons) == 1 else shapely.multipolygons(polygons)
        elif crossed[row]:
            shapes[row] = parts[0]
    return crossed
