"""The ground as walls, water and rail part it: barrier lines without overlaps, and the faces that one can walk on.

Barrier lines are put on a grid of a millimetre and joined where they meet, so that a wall that ends at a bank closes.
Coordinates are relative to a corner near by, which keeps the last digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import shapely

from .barriers import BARRIER_LAND, Barriers, shapes_of
from .cells import Segments, dilated_grid
from .enclosing import enclosed_by

if TYPE_CHECKING:
    import geopandas as gpd

SNAP_M = 1e-3  # the grid of barrier lines
AT_LINE_M = 2e-3  # what stands nearer to a line than this stands on both its sides
PIECE_M = 30.0  # lines of sight are looked at in pieces of this length
OUTSIDE = 0  # the face around everything


@dataclass(frozen=True)
class Faces:
    """Barrier segments, water and rail as polygons, and the faces between; face 0 is the ground around them all."""

    origin: np.ndarray
    barriers: Barriers  # their polygons are the water and rail land
    is_bank: np.ndarray  # (segments,)
    shapes: np.ndarray  # (faces - 1,) polygons of face 1, 2 …; water and rail land are none

    @property
    def count(self) -> int:
        """How many faces there are, the one around everything among them."""
        return len(self.shapes) + 1

    @cached_property
    def tree(self) -> shapely.STRtree:
        """The faces by place."""
        return shapely.STRtree(self.shapes)

    @cached_property
    def water_tree(self) -> shapely.STRtree:
        """Water and rail land by place."""
        return shapely.STRtree(self.barriers.polygons)

    @cached_property
    def covered(self) -> shapely.Geometry:
        """All that is not the face around everything."""
        found = shapely.union_all(np.concatenate([self.shapes, self.barriers.polygons]))
        shapely.prepare(found)
        return found

    @cached_property
    def walls(self) -> Segments:
        """The segments that are walls, not banks."""
        return self._segments(~self.is_bank)

    @cached_property
    def banks(self) -> Segments:
        """The segments of banks."""
        return self._segments(self.is_bank)

    def _segments(self, which: np.ndarray) -> Segments:
        return Segments(self.barriers.segments.a[which], self.barriers.segments.b[which])

    def local(self, xy: np.ndarray) -> np.ndarray:
        """Coordinates relative to the origin."""
        return xy - self.origin

    def water_at(self, xy: np.ndarray) -> np.ndarray:
        """The water or rail polygon that each point stands well inside of; -1 for none."""
        found = np.full(len(xy), -1)
        point, polygon = self.water_tree.query(shapely.points(xy), predicate="within")
        banks = shapely.boundary(self.barriers.polygons[polygon])
        deep = shapely.distance(shapely.points(xy[point]), banks) > AT_LINE_M
        found[point[deep]] = polygon[deep]
        return found

    def at(self, xy: np.ndarray, water: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Rows of (point, face): the faces each point stands in or beside; who stands in water leaves it on all sides."""
        around = shapely.box(*(xy - AT_LINE_M).T, *(xy + AT_LINE_M).T)
        wet = np.flatnonzero(water >= 0)
        around[wet] = shapely.buffer(self.barriers.polygons[water[wet]], AT_LINE_M, quad_segs=1)
        point, face = self.tree.query(around, predicate="intersects")
        open_ground = np.flatnonzero(~shapely.contains(self.covered, around))
        rows = np.concatenate([point, open_ground]), np.concatenate([face + 1, np.full(len(open_ground), OUTSIDE)])
        order = np.lexsort(rows[::-1])
        return rows[0][order], rows[1][order]

    def has(self, xy: np.ndarray, face: np.ndarray) -> np.ndarray:
        """Whether each point stands in or beside the given face."""
        point, found = self.at(xy, np.full(len(xy), -1))
        result = np.zeros(len(xy), dtype=bool)
        result[point[found == face[point]]] = True
        return result


def faces_of(walls: gpd.GeoDataFrame | None, land: gpd.GeoDataFrame | None) -> Faces:
    """The faces between walls, water and rail land."""
    lines = shapes_of(walls)
    if land is not None and len(land):
        land = land[land["use"].isin(BARRIER_LAND).to_numpy()]
    wet = shapes_of(land)
    origin = _corner(np.concatenate([lines, wet]))
    # Water drawn in tiles is one water: nobody walks along the seam.
    whole = shapely.union_all(shapely.make_valid(_moved(wet, origin)), grid_size=SNAP_M)
    polygons = np.array([part for part in shapely.get_parts(whole) if part.geom_type == "Polygon"], dtype=object)
    drawn = np.concatenate([_moved(lines, origin), shapely.boundary(polygons)])
    joined = shapely.get_parts(shapely.union_all(shapely.force_2d(drawn), grid_size=SNAP_M))
    joined = joined[shapely.get_type_id(joined) == shapely.GeometryType.LINESTRING]
    segments = _straight(joined)
    banks = _on_banks(segments, polygons)
    found = enclosed_by(joined)
    dry = np.ones(len(found), dtype=bool)
    dry[shapely.STRtree(polygons).query(shapely.point_on_surface(found), predicate="within")[0]] = False
    grids = ((PIECE_M, dilated_grid(segments, reach_m=PIECE_M / 2 + 1)),)
    return Faces(origin, Barriers(segments, banks, polygons, grids), banks >= 0, found[dry])


def _corner(shapes: np.ndarray) -> np.ndarray:
    return np.round(shapely.total_bounds(shapes)[:2]) if len(shapes) else np.zeros(2)


def _moved(shapes: np.ndarray, origin: np.ndarray) -> np.ndarray:
    return shapely.transform(shapes, lambda xy: xy - origin)


def _straight(lines: np.ndarray) -> Segments:
    xy, line = shapely.get_coordinates(lines, return_index=True)
    inner = line[1:] == line[:-1]
    return Segments(xy[:-1][inner], xy[1:][inner])


def _on_banks(segments: Segments, polygons: np.ndarray) -> np.ndarray:
    """The polygon whose bank each segment is; -1 for walls."""
    found = np.full(len(segments.a), -1)
    middle = shapely.points((segments.a + segments.b) / 2)
    segment, polygon = shapely.STRtree(shapely.boundary(polygons)).query(middle, predicate="dwithin", distance=AT_LINE_M)
    found[segment] = polygon
    return found


def onto_lines(xy: np.ndarray, segments: Segments, *, within_m: float) -> np.ndarray:
    """Each point moved to the nearest of the segments; NaN where none is within_m."""
    moved = np.full(xy.shape, np.nan)
    if not len(segments.a) or not len(xy):
        return moved
    lines = shapely.linestrings(np.stack([segments.a, segments.b], axis=1))
    points = shapely.points(xy)
    row, line = shapely.STRtree(lines).query_nearest(points, max_distance=within_m, all_matches=False)
    foot = shapely.line_interpolate_point(lines[line], shapely.line_locate_point(lines[line], points[row]))
    moved[row] = shapely.get_coordinates(foot)
    return moved
