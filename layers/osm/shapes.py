"""Shapes of OSM objects made usable: valid areas, lines with a length, centre points."""

from __future__ import annotations

import numpy as np
import shapely

POLYGON_TYPES = (3, 6)  # shapely.get_type_id: Polygon, MultiPolygon
LINE_TYPES = (1, 2, 5)


def areas(shapes: np.ndarray) -> np.ndarray:
    """The shapes as valid areas: a Polygon, or a MultiPolygon of several; empty where nothing is left."""
    fixed = np.where(shapely.is_valid(shapes), shapes, shapely.make_valid(shapes))
    # Mending a crossed outline may leave lines and points beside the areas.
    mixed = ~np.isin(shapely.get_type_id(fixed), POLYGON_TYPES)
    if mixed.any():
        fixed[mixed] = [_areas_in(shape) for shape in fixed[mixed]]
    alone = shapely.get_num_geometries(fixed) == 1
    return np.where(alone, shapely.get_geometry(fixed, 0), fixed)


def _areas_in(shape: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(shape)
    return shapely.union_all(parts[np.isin(shapely.get_type_id(parts), POLYGON_TYPES)])


def outlines(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All rings of the areas as closed lines, and the position of the area each belongs to."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    return shapely.linestrings(xy, indices=ring), owner[part]


def numbered(ids: np.ndarray) -> np.ndarray:
    """Unique ids: the second of equal neighbours becomes id#2, the third id#3."""
    if not len(ids):
        return ids
    new = np.r_[True, ids[1:] != ids[:-1]]
    place = np.arange(len(ids)) - np.flatnonzero(new)[np.cumsum(new) - 1]
    found = np.empty(len(ids), dtype=object)
    found[:] = [f"{name}#{count + 1}" if count else name for name, count in zip(ids, place)]
    return found
