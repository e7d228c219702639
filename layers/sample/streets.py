"""The walking network: sides of blocks, bridges and paths, joined at equal vertices only."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .frames import table_frame
from .plan import Plan
from .works import Works

OUTSIDE_M = 1000.0  # main roads go on this far beyond the district


def streets_frame(plan: Plan, works: Works, names: np.ndarray, district: shapely.Polygon, bridge_names: np.ndarray) -> gpd.GeoDataFrame:
    """All streets; a path that begins on a street gives that street a vertex there."""
    sides = np.array([side for side, nodes in enumerate(plan.street_nodes) if len(nodes) > 1])
    lines = lines_of([plan.xy[plan.street_nodes[side]] for side in sides])
    place = np.full(len(plan.side_nodes), -1)
    place[sides] = np.arange(len(sides))
    lines = with_vertices(lines, place[[joint.side for joint in works.joints]], np.array([joint.xy for joint in works.joints]))
    kinds = np.concatenate([plan.side_kinds[sides], [path.kind for path in works.paths]])
    bridge = np.concatenate([np.full(len(sides), -1), [path.bridge for path in works.paths]])
    all_lines = np.concatenate([lines, lines_of([path.xy for path in works.paths])])
    kept = np.flatnonzero(shapely.distance(all_lines, district) < OUTSIDE_M)
    # Cutting the main roads off may leave some that lead nowhere.
    kept = kept[largest_network(all_lines[kept])]
    columns = {
        "street_id": [f"S{number:06d}" for number in range(1, len(kept) + 1)],
        "name": np.where(bridge >= 0, bridge_names[np.maximum(bridge, 0)], np.concatenate([names[sides], np.full(len(works.paths), None)]))[
            kept
        ],
        "kind": kinds[kept],
        "level": (bridge >= 0)[kept],
        "walkable": "yes",
    }
    return table_frame("streets", columns, all_lines[kept])


def largest_network(lines: np.ndarray) -> np.ndarray:
    """Which lines belong to the largest network of lines that share vertices."""
    vertices, line = shapely.get_coordinates(lines, return_index=True)
    node = pd.MultiIndex.from_arrays(vertices.T).factorize()[0] + len(lines)
    size = node.max() + 1
    part = connected_components(coo_matrix((np.ones(len(node)), (line, node)), shape=(size, size)), directed=False)[1][: len(lines)]
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
