"""Lines from coordinates, vertices put into lines, networks of lines that share vertices."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .connected import connected_parts


def largest_network(lines: np.ndarray) -> np.ndarray:
    """Which lines belong to the largest network of lines that share vertices."""
    vertices, line = shapely.get_coordinates(lines, return_index=True)
    node = pd.MultiIndex.from_arrays(vertices.T).factorize()[0] + len(lines)
    part = connected_parts(line, node, node.max() + 1)[: len(lines)]
    return part == np.bincount(part).argmax()


def lines_of(chains: list[np.ndarray]) -> np.ndarray:
    """Lines from lists of coordinates."""
    return shapely.linestrings(np.concatenate(chains), indices=np.repeat(np.arange(len(chains)), [len(chain) for chain in chains]))


def with_vertices(lines: np.ndarray, owner: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Lines with points put in as vertices at their place; owner says into which line each goes.

    Where a point equals a vertex it is not repeated.
    """
    if not len(points):
        return lines
    vertices, index = shapely.get_coordinates(lines, return_index=True)
    step = np.hypot(*np.diff(vertices, axis=0, prepend=vertices[:1]).T)
    along = np.cumsum(step)
    along -= along[np.searchsorted(index, index)]
    extra = shapely.line_locate_point(lines[owner], shapely.points(points))
    xy, line = np.concatenate([vertices, points]), np.concatenate([index, owner])
    order = np.lexsort((np.concatenate([along, extra]), line))
    xy, line = xy[order], line[order]
    repeated = np.zeros(len(xy), dtype=bool)
    repeated[1:] = (line[1:] == line[:-1]) & (xy[1:] == xy[:-1]).all(axis=1)
    return shapely.linestrings(xy[~repeated], indices=line[~repeated])
