"""Estates behind walls: whose gate is whose, and which estates have no mapped path.

An estate is gated when estates.gated says yes, or a wall or a gate names it (by id or name). It has no mapped path
when no walkable edge lies more than EDGE_INSIDE_M inside its outline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree

from ...layers.repeats import different
from .barriers import shapes_of
from .boxes import meeting_boxes, points_in_boxes
from .enclosing import enclosed_by
from .graph import Network, edge_vertices

if TYPE_CHECKING:
    import geopandas as gpd

EDGE_INSIDE_M = 2.0
SURELY_M = 0.1  # more than a shrunk outline may be off
NEAR_M = 2.0  # a gate or wall that names no estate belongs to an outline this near


def words_at(frame: pd.DataFrame | None, name: str, rows: np.ndarray) -> np.ndarray:
    """The words of a text column at these rows, without blanks around; "" where the row is -1 or nothing is written."""
    if frame is None or name not in frame:
        return np.full(len(rows), "", dtype=object)
    codes, said = different_words(frame, name)
    return np.append(said, "")[np.append(codes, -1)[rows]]


def different_words(frame: pd.DataFrame, name: str) -> tuple[np.ndarray, np.ndarray]:
    """The different words of a text column without blanks around, and which of them each row says; -1 for nothing."""
    values, rows = different(frame[name].to_numpy())
    codes, said = pd.factorize(values)
    return codes[rows], np.array([str(word).strip() for word in said], dtype=object)


def words(frame: pd.DataFrame | None, name: str) -> np.ndarray:
    """All words of a text column; "" where nothing is written."""
    return words_at(frame, name, np.arange(0 if frame is None else len(frame)))


def points_of(frame: gpd.GeoDataFrame) -> np.ndarray:
    """Coordinates (x, y) of a point frame; NaN where there is no point."""
    points = np.asarray(frame.geometry.array, dtype=object)
    return np.stack([shapely.get_x(points), shapely.get_y(points)], axis=1)


def nearest_gate(gates: gpd.GeoDataFrame | None, xy: np.ndarray, *, within_m: float) -> np.ndarray:
    """Position of the gate nearest to each place; -1 where none is within_m."""
    if gates is None:
        return np.full(len(xy), -1)
    points = points_of(gates)
    known = np.flatnonzero(np.isfinite(points).all(axis=1))
    if not len(known) or not len(xy):
        return np.full(len(xy), -1)
    distance_m, nearest = cKDTree(points[known]).query(xy)
    return np.where(distance_m <= within_m, known[nearest], -1)


@dataclass(frozen=True)
class EstateIndex:
    """Finds estates by id, by name and by place; wall lines that close a ring stand in where no outline is given."""

    polygons: np.ndarray
    by_word: dict[str, list[int]]
    walls: np.ndarray

    @staticmethod
    def of(estates: gpd.GeoDataFrame | None, walls: gpd.GeoDataFrame | None) -> EstateIndex:
        """The index of these frames."""
        by_word: dict[str, list[int]] = {}
        for name in ("estate_id", "name"):
            for row, word in enumerate(words(estates, name)):
                if word and row not in by_word.get(word, []):
                    by_word.setdefault(word, []).append(row)
        polygons = np.zeros(0, dtype=object) if estates is None else np.asarray(estates.geometry.array, dtype=object)
        return EstateIndex(polygons, by_word, shapes_of(walls))

    @cached_property
    def tree(self) -> shapely.STRtree:
        """The outlines by place."""
        return shapely.STRtree(self.polygons)

    @cached_property
    def rings(self) -> shapely.STRtree:
        """The areas that wall lines enclose."""
        return shapely.STRtree(enclosed(self.walls))

    def named(self, xy: np.ndarray, word: str) -> int:
        """The estate with this id or name, the nearest of several; -1 if none."""
        rows = self.by_word.get(word, [])
        if len(rows) < 2:
            return rows[0] if rows else -1
        distance_m = shapely.distance(self.polygons[rows], shapely.Point(xy))
        return rows[int(np.argmin(np.where(np.isnan(distance_m), np.inf, distance_m)))]

    def first_named(self, xy: np.ndarray, words: tuple[str, ...]) -> int:
        """The first estate with an outline that one of the words names; -1 if none."""
        rows = (self.named(xy, word) for word in words)
        return next((row for row in rows if row >= 0 and self.polygons[row] is not None), -1)

    def around(self, xy: np.ndarray, named: tuple[str, ...]) -> Iterator[shapely.Geometry]:
        """The outlines that may tell inside from outside at a place: named estates, then estates there, then wall rings there."""
        rows = [row for row in (self.named(xy, word) for word in named) if row >= 0]
        yield from (polygon for polygon in self.polygons[rows] if polygon is not None)
        point = shapely.Point(xy)
        for tree in (self.tree, self.rings):
            yield from tree.geometries[np.sort(tree.query(point, predicate="dwithin", distance=NEAR_M))]


def enclosed(lines: np.ndarray) -> np.ndarray:
    """The areas that lines enclose, none inside another."""
    return enclosed_by(shapely.get_parts(shapely.union_all(lines)))


def gated_estates(estates: gpd.GeoDataFrame, walls: gpd.GeoDataFrame | None, gates: gpd.GeoDataFrame | None) -> np.ndarray:
    """Whether each estate is gated."""
    return (words(estates, "gated") == "yes") | _named_by(estates, walls, gates)


def _named_by(estates: gpd.GeoDataFrame, *frames: pd.DataFrame | None) -> np.ndarray:
    """Whether the column estate of one of the frames names each estate, by its id or name."""
    named = {word for frame in frames for word in words(frame, "estate")} - {""}
    return np.array([bool(named.intersection(pair)) for pair in zip(words(estates, "estate_id"), words(estates, "name"))], dtype=bool)


def estates_without_paths(network: Network, estates: gpd.GeoDataFrame, rows: np.ndarray) -> np.ndarray:
    """Those of the given estates that no walkable edge enters."""
    polygons = np.asarray(estates.geometry.array, dtype=object)[rows]
    known = ~(shapely.is_missing(polygons) | shapely.is_empty(polygons))
    rows, polygons = rows[known], polygons[known]
    # Most hold a crossing deep inside; only the others are looked at edge by edge.
    left = np.setdiff1d(np.arange(len(rows)), _with_a_node_inside(network, polygons))
    inner = shapely.buffer(polygons[left], -EDGE_INSIDE_M)
    estate, edge = meeting_boxes(shapely.bounds(inner), network.edge_boxes()) if len(left) else np.zeros((2, 0), dtype=int)
    vertices, first = edge_vertices(network, edge)
    lines = shapely.linestrings(network.xy[vertices], indices=np.repeat(np.arange(len(edge)), np.diff(first)))
    entered = np.unique(estate[shapely.intersects(lines, inner[estate])]) if len(edge) else []
    return rows[np.delete(left, entered)]


def _with_a_node_inside(network: Network, polygons: np.ndarray) -> np.ndarray:
    """Positions of the polygons with a node of the network surely more than EDGE_INSIDE_M inside."""
    sound = np.flatnonzero(shapely.is_valid(polygons))
    polygon, node = points_inside(polygons[sound], network.node_xy)
    used = np.zeros(len(network.node_xy), dtype=bool)
    used[network.start], used[network.end] = True, True
    polygon, node = sound[polygon[used[node]]], node[used[node]]
    rim = shapely.boundary(polygons)[polygon]
    return np.unique(polygon[shapely.distance(rim, shapely.points(network.node_xy[node])) > EDGE_INSIDE_M + SURELY_M])


def estate_of_points(estates: gpd.GeoDataFrame, rows: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """Which of the given estates each point stands in or on, the first of several; -1 for none."""
    result = np.full(len(xy), -1)
    estate, point = points_inside(np.asarray(estates.geometry.array, dtype=object)[rows], xy)
    # The first of several is written last.
    result[point[::-1]] = rows[estate[::-1]]
    return result


def points_inside(polygons: np.ndarray, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every pair of a polygon and a point (x, y) that stands in or on it, ascending by polygon."""
    boxes = shapely.bounds(polygons)
    known = np.flatnonzero(np.isfinite(boxes).all(axis=1))
    polygon, point = points_in_boxes(boxes[known], xy)
    polygon = known[polygon]
    shapely.prepare(polygons)
    inside = shapely.intersects_xy(polygons[polygon], xy[point, 0], xy[point, 1])
    return polygon[inside], point[inside]


def gates_of_estates(gates: gpd.GeoDataFrame | None, estates: gpd.GeoDataFrame, index: EstateIndex) -> np.ndarray:
    """The estate of each gate: the one it names, else the first whose outline is within NEAR_M; -1 for none."""
    if gates is None:
        return np.zeros(0, dtype=int)
    points = points_of(gates)
    result = np.full(len(gates), -1)
    known = np.flatnonzero(np.isfinite(points).all(axis=1))
    near = index.tree.query(shapely.points(points[known]), predicate="dwithin", distance=NEAR_M)
    order = np.lexsort((near[1], near[0]))[::-1]
    result[known[near[0][order]]] = near[1][order]
    said = words(gates, "estate")
    # Gates that name their estate, one by one: a name may stand for several estates, then the nearest is meant.
    for gate in known[said[known] != ""]:
        row = index.named(points[gate], said[gate])
        result[gate] = row if row >= 0 else result[gate]
    return result


def walled_estates(estates: gpd.GeoDataFrame, rows: np.ndarray, walls: gpd.GeoDataFrame | None) -> np.ndarray:
    """Those of the given estates with a wall: one that names them, or one within NEAR_M of the outline."""
    if walls is None or not len(walls):
        return rows[:0]
    said = _named_by(estates, walls)
    tree = shapely.STRtree(shapes_of(walls))
    outlines = shapely.boundary(np.asarray(estates.geometry.array, dtype=object)[rows])
    near = np.unique(tree.query(outlines, predicate="dwithin", distance=NEAR_M)[0])
    return rows[said[rows] | np.isin(np.arange(len(rows)), near)]
