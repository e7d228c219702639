"""Polygons and lines as columns of whole steps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .place import Place
from .quantise import Column, running, steps, unsigned

STEP_M = 0.1  # half of it is the largest error of a drawn corner


@dataclass(frozen=True)
class Rings:
    """Polygons taken apart: corners in whole steps, and where each ring and part belongs."""

    whole: np.ndarray  # (corners, 2)
    sizes: np.ndarray  # corners of each ring
    polygon: np.ndarray  # of each ring
    parts_of: np.ndarray  # how many parts each polygon has
    rings_of: np.ndarray  # how many rings each part has


def rings_of(polygons: np.ndarray, place: Place, step_m: float) -> Rings:
    """The rings of polygons with holes.

    The first ring of a part is its outline, clockwise; the others are holes, anticlockwise. Rings are open: the first
    corner is not repeated. Corners that fall together are joined; rings that vanish are left out.
    """
    parts, polygon_of_part = shapely.get_parts(_repaired(polygons), return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    corners, ring_of_corner = shapely.get_coordinates(rings, return_index=True)
    whole = steps(place.local(corners), step_m)
    kept = _distinct(whole, ring_of_corner)
    whole, ring_of_corner = whole[kept], ring_of_corner[kept]
    whole, ring_of_corner, sizes, part_of_ring = _without_slivers(whole, ring_of_corner, part_of_ring, len(rings))
    standing, counts = np.unique(part_of_ring, return_counts=True)
    return Rings(
        whole=_begun(_wound(whole, ring_of_corner, sizes, part_of_ring), ring_of_corner, sizes),
        sizes=sizes,
        polygon=polygon_of_part[part_of_ring],
        parts_of=np.bincount(polygon_of_part[standing], minlength=len(polygons)),
        rings_of=counts,
    )


def ring_counts(name: str, rings: Rings) -> dict[str, Column]:
    """Columns of parts per polygon, rings per part, corners per ring."""
    return {f"{name}.parts": unsigned(rings.parts_of), f"{name}.rings": unsigned(rings.rings_of), f"{name}.sizes": unsigned(rings.sizes)}


def polygon_columns(name: str, polygons: np.ndarray, place: Place, *, step_m: float = STEP_M) -> dict[str, Column]:
    """Columns of polygons with holes: parts per polygon, rings per part, corners per ring, x, y."""
    rings = rings_of(polygons, place, step_m)
    return {
        **ring_counts(name, rings),
        f"{name}.x": Column(*_running(rings.whole[:, 0], step_m)),
        f"{name}.y": Column(*_running(rings.whole[:, 1], step_m)),
    }


def without_holes(polygons: np.ndarray, smallest_m2: float) -> np.ndarray:
    """The polygons without their holes below that size."""
    parts, polygon_of_part = shapely.get_parts(polygons, return_index=True)
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    outline = np.diff(part_of_ring, prepend=-1) != 0
    kept = outline | (shapely.area(shapely.polygons(rings)) >= smallest_m2)
    by_part = np.split(rings[kept], np.flatnonzero(outline[kept])[1:])
    # Few parts: their holes are many.
    whole = np.array([shapely.polygons(own[0], holes=own[1:]) for own in by_part], dtype=object)
    return shapely.multipolygons(whole, indices=polygon_of_part, out=np.array(polygons, dtype=object)) if len(whole) else polygons


def line_columns(name: str, lines: np.ndarray, place: Place, *, step_m: float = STEP_M) -> tuple[dict[str, Column], np.ndarray]:
    """Columns of lines (points per line, x, y), and which input each line comes from: a multi-line gives several."""
    parts, line_of_part = shapely.get_parts(lines, return_index=True)
    corners, part_of_corner = shapely.get_coordinates(parts, return_index=True)
    whole = steps(place.local(corners), step_m)
    kept = np.ones(len(whole), dtype=bool)
    kept[1:] = (part_of_corner[1:] != part_of_corner[:-1]) | (whole[1:] != whole[:-1]).any(axis=1)
    sizes = np.bincount(part_of_corner[kept], minlength=len(parts))
    drawn = sizes[part_of_corner] > 1
    whole = whole[kept & drawn]
    columns = {
        f"{name}.sizes": unsigned(sizes[sizes > 1]),
        f"{name}.x": Column(*_running(whole[:, 0], step_m)),
        f"{name}.y": Column(*_running(whole[:, 1], step_m)),
    }
    return columns, line_of_part[sizes > 1]


def point_columns(name: str, points_xy: np.ndarray, place: Place, *, step_m: float = STEP_M) -> dict[str, Column]:
    """Columns x and y of points."""
    local = place.local(points_xy)
    return {f"{name}.x": running(local[:, 0], step_m), f"{name}.y": running(local[:, 1], step_m)}


def _running(whole: np.ndarray, step_m: float) -> tuple:
    packed = running(whole)
    return packed.kind, packed.count, packed.data, step_m


def _repaired(polygons: np.ndarray) -> np.ndarray:
    """Polygons only: what crosses itself is repaired, empty and null stay without parts."""
    found = np.array(polygons, dtype=object)
    broken = ~(shapely.is_valid(found) | shapely.is_missing(found))
    found[broken] = shapely.make_valid(found[broken])
    mixed = shapely.get_type_id(found) == shapely.GeometryType.GEOMETRYCOLLECTION
    # Few: only repaired rings leave lines beside their polygons.
    found[mixed] = [_polygons_of(shape) for shape in found[mixed]]
    flat = ~np.isin(shapely.get_type_id(found), (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON))
    found[flat] = None
    return found


def _polygons_of(collection: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(shapely.get_parts(collection))
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])


def _distinct(whole: np.ndarray, ring_of_corner: np.ndarray) -> np.ndarray:
    """Marks corners that differ from the next one of their ring; the repeated first corner goes with the last."""
    kept = np.ones(len(whole), dtype=bool)
    same_ring = ring_of_corner[1:] == ring_of_corner[:-1]
    kept[:-1] = same_ring & (whole[1:] != whole[:-1]).any(axis=1)
    if len(kept):
        kept[-1] = False
    return kept


def _without_slivers(
    whole: np.ndarray, ring_of_corner: np.ndarray, part_of_ring: np.ndarray, rings: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Without rings of fewer than three corners, and without the holes of outlines that are gone."""
    sizes = np.bincount(ring_of_corner, minlength=rings)
    outline = np.diff(part_of_ring, prepend=-1) != 0
    part_stands = np.zeros(int(part_of_ring.max(initial=-1)) + 1, dtype=bool)
    part_stands[part_of_ring[outline & (sizes >= 3)]] = True
    stands = (sizes >= 3) & part_stands[part_of_ring]
    of_standing = stands[ring_of_corner]
    return whole[of_standing], (np.cumsum(stands) - 1)[ring_of_corner[of_standing]], sizes[stands], part_of_ring[stands]


def _begun(whole: np.ndarray, ring_of_corner: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """The same rings, each from its south-western corner on."""
    if not len(sizes):
        return whole
    first = np.cumsum(sizes) - sizes
    order = np.lexsort((whole[:, 0], whole.sum(axis=1), ring_of_corner))
    turn = order[first] - first
    place = np.arange(len(whole)) - first[ring_of_corner]
    return whole[first[ring_of_corner] + (place + turn[ring_of_corner]) % sizes[ring_of_corner]]


def _wound(whole: np.ndarray, ring_of_corner: np.ndarray, sizes: np.ndarray, part_of_ring: np.ndarray) -> np.ndarray:
    """The same corners with outlines clockwise and holes anticlockwise."""
    if not len(sizes):
        return whole
    first = np.cumsum(sizes) - sizes
    position = np.arange(len(whole))
    last_of_ring = position == (first + sizes - 1)[ring_of_corner]
    following = np.where(last_of_ring, first[ring_of_corner], position + 1)
    doubled_area = np.add.reduceat(whole[:, 0] * whole[following, 1] - whole[following, 0] * whole[:, 1], first)
    outline = np.diff(part_of_ring, prepend=-1) != 0
    turned = np.where(outline, doubled_area > 0, doubled_area < 0)[ring_of_corner]
    mirrored = (first + sizes - 1)[ring_of_corner] - (position - first[ring_of_corner])
    return whole[np.where(turned, mirrored, position)]
