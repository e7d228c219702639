"""Blocks ready to be built on: the ground between the roads and what it is used for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..progress import Progress
from ..words import text
from .plan import Plan
from .shapes import lines_of

# Half the width of a road up to the building line; old lanes are narrow.
HALF_ROAD_M = {"primary": 21.0, "secondary": 16.0, "tertiary": 11.0, "residential": 8.0, "living_street": 2.6}
HALF_ROAD_OLD_M = {"primary": 13.0, "secondary": 9.5, "tertiary": 7.5, "residential": 4.2}
CHUNK = 300  # blocks between two polls for a cancel


@dataclass(frozen=True)
class Lots:
    """All blocks in arrays; bank strips of canals have use "bank"."""

    polygons: np.ndarray  # up to the middle of the roads: these tile the district
    grounds: np.ndarray  # inside the roads; empty for banks
    setbacks: np.ndarray  # metres from the middle of the road to the ground, on the four sides of a quad, shape (n, 4)
    corners: np.ndarray  # (n, 4, 2) where the roads' middles meet, from south-west counter-clockwise; NaN for banks
    centres: np.ndarray  # (n, 2)
    old: np.ndarray
    quad: np.ndarray


def make_lots(plan: Plan, progress: Progress) -> Lots:
    """The ground of every block of the plan."""
    polygons = _block_polygons(plan)
    quad = np.array([face.kind == "quad" for face in plan.faces])
    old = np.array([face.old for face in plan.faces])
    corners = np.full((len(polygons), 4, 2), np.nan)
    corners[quad] = [plan.xy[nodes] for nodes in plan.corners if len(nodes)]
    setbacks = _setbacks(plan)
    grounds = np.full(len(polygons), shapely.Polygon(), dtype=object)
    for start in range(0, len(polygons), CHUNK):
        progress.at(start / len(polygons), text("Dividing the ground into lots"))
        chunk = start + np.flatnonzero(quad[start : start + CHUNK])
        if len(chunk):
            grounds[chunk] = without_margins(plan, chunk, polygons[chunk], setbacks[chunk])
    return Lots(polygons, grounds, setbacks, corners, shapely.get_coordinates(shapely.centroid(polygons)), old, quad)


def _block_polygons(plan: Plan) -> np.ndarray:
    counts = [len(ring) for ring in plan.rings]
    return shapely.polygons(shapely.linearrings(plan.xy[np.concatenate(plan.rings)], indices=np.repeat(np.arange(len(counts)), counts)))


def _setbacks(plan: Plan) -> np.ndarray:
    metres = np.full((len(plan.faces), 4), np.nan)
    for number, face in enumerate(plan.faces):
        if face.kind == "quad":
            kinds = [plan.side_kinds[piece.side] for piece in face.rim]
            metres[number] = [HALF_ROAD_OLD_M.get(kind, HALF_ROAD_M[kind]) if face.old else HALF_ROAD_M[kind] for kind in kinds]
    return metres


def without_margins(plan: Plan, blocks: np.ndarray, grounds: np.ndarray, metres: np.ndarray) -> np.ndarray:
    """Quads less a margin of metres (n, 4) along each of their sides."""
    left = grounds.copy()
    for number in range(4):
        lines = lines_of([_chain(plan, block, number) for block in blocks])
        left = shapely.difference(left, shapely.buffer(lines, metres[:, number], cap_style="square", join_style="mitre"))
    return largest_parts(left)


def _chain(plan: Plan, block: int, number: int) -> np.ndarray:
    """Coordinates along one side of a quad."""
    ring, sides = plan.rings[block], plan.ring_sides[block]
    side = plan.faces[block].rim[number].side
    (edges,) = (sides == side).nonzero()
    return plan.xy[ring[[*edges.tolist(), (int(edges[-1]) + 1) % len(ring)]]]


def largest_parts(shapes: np.ndarray) -> np.ndarray:
    """The largest polygon of each shape."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    flat = shapely.get_type_id(parts) == 3
    parts, owner = parts[flat], owner[flat]
    order = np.lexsort((-shapely.area(parts), owner))
    owners, first = np.unique(owner[order], return_index=True)
    largest = np.full(len(shapes), shapely.Polygon(), dtype=object)
    largest[owners] = parts[order][first]
    return largest
