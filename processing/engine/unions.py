"""One shape from many that overlap their neighbours: classes of pieces that lie apart, joined class by class.

A class is one overlay where piece by piece costs one each. Coordinates are relative to an origin near by. What walls cut is
put on a grid first: cuts along one wall that differ in their last digits make an overlay fail and try again, and GEOS 3.13
was seen to lose whole pieces then.
"""

from __future__ import annotations

import heapq

import numpy as np
import shapely

POLYGON = 3  # shapely.get_type_id
CUT_GRID_M = 2.0**-16  # a hundredth of a millimetre and a half
FINE_GRID_M = 2.0**-26  # whole metres may be added to such coordinates without any rounding
THIN_M = 1e-4  # gaps and shapes narrower than this are rounding


def united(pieces: np.ndarray, ground: shapely.Geometry) -> shapely.Geometry:
    """The union of polygonal pieces and of ground."""
    parts, _ = polygons_of(pieces)
    group = _apart(parts)
    classes = [shapely.multipolygons(parts[group == k]) for k in range(group.max(initial=-1) + 1)]
    waiting = [(shapely.get_num_coordinates(shape), k, shape) for k, shape in enumerate([ground, *classes])]
    heapq.heapify(waiting)
    # The two smallest first, a handful of steps: few corners are visited often.
    for k in range(len(waiting), 2 * len(waiting) - 1):
        shape = shapely.union(heapq.heappop(waiting)[2], heapq.heappop(waiting)[2])
        heapq.heappush(waiting, (shapely.get_num_coordinates(shape), k, shape))
    return waiting[0][2]


def polygons_of(shapes: shapely.Geometry | np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The polygons in shapes, and which shape each comes from; lines and points that a repair or rounding left are dropped."""
    parts = np.atleast_1d(np.asarray(shapes, dtype=object))
    owner = np.arange(len(parts))
    # A collection may hold multipolygons; what holds polygons only is not copied.
    for _ in range(2):
        if (shapely.get_type_id(parts) != POLYGON).any():
            parts, of_part = shapely.get_parts(parts, return_index=True)
            owner = owner[of_part]
    kept = (shapely.get_type_id(parts) == POLYGON) & ~shapely.is_empty(parts)
    return parts[kept], owner[kept]


def on_grid(shapes: np.ndarray, grid_m: float) -> np.ndarray:
    """Polygonal shapes with their corners on a grid, which is a power of two."""
    moved = shapely.transform(shapes, lambda xy: np.round(xy / grid_m) * grid_m)
    broken = ~shapely.is_valid(moved)
    # Needles narrower than the grid fold over.
    moved[broken] = shapely.make_valid(moved[broken])
    return moved


def are_thin(shapes: np.ndarray) -> np.ndarray:
    """Whether polygons are empty or nothing but rounding."""
    return shapely.area(shapes) <= THIN_M * shapely.length(shapes)


def _apart(shapes: np.ndarray) -> np.ndarray:
    """The class of each shape; the boxes of those of one class meet nowhere."""
    one, two = shapely.STRtree(shapes).query(shapes)
    order = np.argsort(one, kind="stable")
    first = np.searchsorted(one[order], np.arange(len(shapes) + 1)).tolist()
    near, taken = two[order].tolist(), [0] * len(shapes)
    # One after another: each takes the lowest class that no neighbour before it has, as a bit.
    for k in range(len(shapes)):
        used = 0
        for other in near[first[k] : first[k + 1]]:
            used |= taken[other]
        taken[k] = ~used & (used + 1)
    return np.array([bit.bit_length() - 1 for bit in taken], dtype=int)
