"""Bands that overlap nowhere: land beside the streets of two places goes to the one whose street is nearer.

Where bands of one limit meet, the land that both hold is parted between the streets of the two: at the points where
they part the streets themselves and half way between streets that run side by side.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from scipy.spatial import Voronoi, cKDTree

from ...layers.progress import SILENT, Progress
from ...layers.words import text
from .bands import Roadside, bands
from .enclosing import enclosed_by
from .reach import Reach, lines_of
from .unions import polygons_of

STEPS_PER_WIDTH = 10  # how densely streets are measured where land is parted
END_M = 0.01  # both sides of a point that parts a street are measured this near to it
NOTHING_M2 = 1e-9
GRID_M = 1e-7
FAR = 1000.0


def parted_bands(roadside: Roadside, reaches: Sequence[Reach], limits: int, *, progress: Progress = SILENT) -> list[shapely.MultiPolygon]:
    """The bands of disjoint reaches without any overlap between places; reaches of all limits, place by place."""
    drawn = np.array(bands(roadside, reaches, progress=progress.part(0, 0.6)), dtype=object)
    for k in range(limits):
        drawn[k::limits] = _parted(
            roadside, drawn[k::limits], reaches[k::limits], progress.part(0.6 + 0.4 * k / limits, 0.6 + 0.4 * (k + 1) / limits)
        )
    return list(drawn)


def _parted(roadside: Roadside, drawn: np.ndarray, reaches: Sequence[Reach], progress: Progress) -> np.ndarray:
    one, two = shapely.STRtree(drawn).query(drawn, predicate="intersects")
    pairs = np.stack([one, two], axis=1)[one < two]
    lines = [lines_of(roadside.network, reach) for reach in reaches]
    trees = [shapely.STRtree(own) for own in lines]
    lost: list[list[shapely.Geometry]] = [[] for _ in drawn]
    # Pair by pair: neighbours only, and each has its own land to part.
    for k, (a, b) in enumerate(pairs):
        progress.at(k / len(pairs), text("Parting the land between places"))
        both = _land(shapely.intersection(drawn[a], drawn[b]))
        if both.area <= NOTHING_M2:
            continue
        near = [lines[place][trees[place].query(both, predicate="dwithin", distance=roadside.buffer_m)] for place in (a, b)]
        of_b = _land(_nearer_to_second(both, *near, step_m=roadside.buffer_m / STEPS_PER_WIDTH))
        lost[a].append(of_b)
        lost[b].append(_land(shapely.difference(both, of_b)))
    return np.array([_without(band, pieces) for band, pieces in zip(drawn, lost)], dtype=object)


def _without(band: shapely.MultiPolygon, lost: list[shapely.Geometry]) -> shapely.MultiPolygon:
    # One after another: GEOS 3.13 was seen to lose whole pieces when it joined them first.
    for piece in lost:
        band = _land(shapely.difference(band, piece))
    # Cuts end on outlines and leave needles without any width, which later overlays trip over.
    return _land(shapely.set_precision(band, GRID_M)) if lost else band


def _land(shape: shapely.Geometry) -> shapely.MultiPolygon:
    """The polygons of an overlay, without the lines and points where shapes only touch."""
    return shapely.multipolygons(polygons_of(shape)[0])


def _nearer_to_second(land: shapely.Geometry, first: np.ndarray, second: np.ndarray, *, step_m: float) -> shapely.Geometry:
    """The part of land that lies nearer to the second lines than to the first."""
    one, two = (_along(lines, step_m) for lines in (first, second))
    if not len(one) or not len(two):
        return land if len(two) else shapely.MultiPolygon()
    between = _half_way(one, two)
    faces = enclosed_by(shapely.get_parts(shapely.union_all([land.boundary, between])))
    inner = shapely.point_on_surface(faces)
    shapely.prepare(land)
    xy = shapely.get_coordinates(inner)
    nearer = cKDTree(two).query(xy)[0] < cKDTree(one).query(xy)[0]
    return shapely.union_all(faces[nearer & shapely.intersects(land, inner)])


def _half_way(one: np.ndarray, two: np.ndarray) -> shapely.MultiLineString:
    """Where it is as far to the nearest of one as to the nearest of two."""
    xy = np.concatenate([one, two])
    middle = xy.mean(axis=0)
    far = FAR * max(np.ptp(xy, axis=0).max(), 1.0)
    # Points all around, so far away that they take no land, keep every line finite. Small numbers: coordinates have seven digits.
    frame = far * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
    found = Voronoi(np.concatenate([xy - middle, frame]))
    side = np.concatenate([np.zeros(len(one)), np.ones(len(two)), np.full(len(frame), -1)])[found.ridge_points]
    ends = np.array(found.ridge_vertices)
    kept = (side.min(axis=1) == 0) & (side.max(axis=1) == 1) & (ends.min(axis=1) >= 0)
    return shapely.multilinestrings(list(shapely.linestrings(found.vertices[ends[kept]] + middle)))


def _along(lines: np.ndarray, step_m: float) -> np.ndarray:
    """Coordinates along lines, and near to both ends of each."""
    length_m = shapely.length(lines)
    count = np.ceil(length_m / step_m).astype(int)
    line = np.repeat(np.arange(len(lines)), count)
    rank = np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)
    end_m = np.minimum(END_M, length_m / 4)
    rows = np.concatenate([line, np.arange(len(lines)), np.arange(len(lines))])
    at_m = np.concatenate([(rank + 0.5) * (length_m / count)[line], end_m, length_m - end_m])
    return shapely.get_coordinates(shapely.line_interpolate_point(lines[rows], at_m))
