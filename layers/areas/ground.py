"""What areas share on the ground: pairs that meet, their common land, its width, the longer border."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from ..progress import SILENT, Progress
from ..words import Text, text
from .within import inside_pairs

BATCH = 2_000  # pairs a step
SLIVER_M = 2.0  # mean width of land that only drawing has made
TOUCH_M = 1e-4  # borders nearer than this are one


@dataclass(frozen=True)
class Shared:
    """Land that two shapes have in common: positions of the first and the second, the land, its size in m²."""

    first: np.ndarray
    second: np.ndarray
    land: np.ndarray
    m2: np.ndarray

    def where(self, rows: np.ndarray) -> Shared:
        """Only some of the pairs."""
        return Shared(self.first[rows], self.second[rows], self.land[rows], self.m2[rows])


def shared_land(shapes: np.ndarray, others: np.ndarray, progress: Progress = SILENT, words: Text | None = None) -> Shared:
    """The common land of every shape and every other one that it meets, of size above zero."""
    first, second = shapely.STRtree(others).query(shapes, predicate="intersects")
    land = np.empty(len(first), object)
    for begin in range(0, len(first), BATCH):
        progress.at(begin / len(first), words or text("Comparing areas"))
        step = slice(begin, begin + BATCH)
        land[step] = shapely.intersection(shapes[first[step]], others[second[step]])
    m2 = shapely.area(land)
    return Shared(first, second, land, m2).where(m2 > 0)


def is_thin(land: np.ndarray) -> np.ndarray:
    """Whether land is a sliver: its mean width, twice its area by its outline, below SLIVER_M."""
    return 2 * shapely.area(land) < SLIVER_M * shapely.length(land)


def common_border(land: np.ndarray, shapes: np.ndarray) -> np.ndarray:
    """Metres of the land's outline that run along the outline of the shape beside it."""
    rims = shapely.buffer(shapely.boundary(shapes), TOUCH_M, quad_segs=1)
    return shapely.length(shapely.intersection(shapely.boundary(land), rims))


def holders(points: np.ndarray, areas: gpd.GeoDataFrame) -> np.ndarray:
    """The position of the area of one level that holds each point, -1 for none; on a shared edge the lowest code, as in the ledger."""
    order = np.argsort(areas["code"].to_numpy(object).astype(str), kind="stable")[::-1]
    xy = np.column_stack([shapely.get_x(points), shapely.get_y(points)])
    area, point = inside_pairs(xy, areas.geometry.to_numpy()[order])
    holder = np.full(len(points), -1)
    # Of several areas that hold a point the last one written stays.
    holder[point] = order[area]
    return holder


def polygons_of(shape: shapely.Geometry) -> np.ndarray:
    """The polygons of a geometry of any kind, lines and points left out."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    return parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
