"""The walking network: sides of blocks, bridges and paths, joined at equal vertices only."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from .frames import table_frame
from .plan import Plan
from .shapes import largest_network, lines_of, with_vertices
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
    kept = np.flatnonzero(_near(all_lines, district))
    # Cutting the main roads off may leave some that lead nowhere.
    kept = kept[largest_network(all_lines[kept])]
    # A town without bridges still picks by number.
    bridge_names = bridge_names if len(bridge_names) else np.array([None], dtype=object)
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


def _near(lines: np.ndarray, district: shapely.Polygon) -> np.ndarray:
    shapely.prepare(district)
    near = shapely.intersects(district, lines)
    # Most streets lie inside: only the others need measuring.
    near[~near] = shapely.distance(lines[~near], district) < OUTSIDE_M
    return near
