"""Walks as lines: the vertices of the streets between where a walk gets on and off, and straight access legs."""

from __future__ import annotations

import numpy as np
import shapely

from .graph import Network, point_on_edges, vertex_before
from .lines import spans
from .tracing import Trail


def trail_lines(network: Network, trail: Trail, begin: tuple[np.ndarray, np.ndarray], end: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """One line per walk, drawn as it is walked; None for a walk that never leaves its place.

    begin and end are the points before and after the network: the walk of each (ascending) and its coordinates.
    """
    on_edges = np.flatnonzero(trail.edge >= 0)
    xy, piece = _vertices(network, trail.edge[on_edges], trail.from_m[on_edges], trail.to_m[on_edges])
    walk = np.concatenate([begin[0], trail.walk[on_edges][piece], end[0]])
    xy = np.concatenate([begin[1], xy, end[1]])
    order = np.argsort(walk, kind="stable")
    walk, xy = walk[order], xy[order]
    fresh = np.ones(len(walk), dtype=bool)
    fresh[1:] = (walk[1:] != walk[:-1]) | (xy[1:] != xy[:-1]).any(axis=1)
    walk, xy = walk[fresh], xy[fresh]
    drawn = np.bincount(walk, minlength=len(trail.home_row)) > 1
    lines = np.full(len(trail.home_row), None, dtype=object)
    kept = drawn[walk]
    if kept.any():
        lines[drawn] = shapely.linestrings(xy[kept], indices=(np.cumsum(drawn) - 1)[walk[kept]])
    return lines


def _vertices(network: Network, edge: np.ndarray, from_m: np.ndarray, to_m: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The vertices of parts of edges in walking order, ends included, and the part of each."""
    low_m, high_m = np.minimum(from_m, to_m), np.maximum(from_m, to_m)
    low, high = vertex_before(network, edge, low_m) + 1, vertex_before(network, edge, high_m)
    high -= network.along_m[high] >= high_m
    inner = np.maximum(high - low + 1, 0)
    position, _ = spans(np.zeros(len(edge), dtype=np.int64), inner + 2)
    part = np.repeat(np.arange(len(edge)), inner + 2)
    is_begin, is_end = position == 0, position == inner[part] + 1
    vertex = np.where((to_m >= from_m)[part], low[part] + position - 1, high[part] - position + 1)
    xy = network.xy[np.where(is_begin | is_end, 0, vertex)]
    xy[is_begin], xy[is_end] = point_on_edges(network, edge, from_m), point_on_edges(network, edge, to_m)
    return xy, part
