"""Short walls across streets at closed gates where no wall is mapped: a gate shuts a street only in a wall."""

from __future__ import annotations

import numpy as np
import shapely

from .frames import SOURCE
from .objects import Objects

SHUT_SOURCE = f"{SOURCE}（OSM 关闭的出入口推算）"
ACROSS_M = 2.5  # to each side: more than a gate may stand beside the gap between two such walls of one street
ON_STREET_M = 0.1
ON_WALL_M = 0.5
SAME_WAY = 1e-3  # radians between two streets drawn over each other


def shut_streets(gates: Objects, *, walls: np.ndarray, streets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A wall for each closed gate that stands on a walkable street on the ground and at no wall, and the gate's position.

    It parts all ways that meet at the gate: a line across a street that runs on, a star between the arms of a junction.
    """
    bare = np.ones(len(gates), dtype=bool)
    bare[shapely.STRtree(walls).query(gates.shapes, predicate="dwithin", distance=ON_WALL_M)[0]] = False
    gate, angle = _between(*_ways(gates.shapes, np.flatnonzero(bare), streets))
    at = shapely.get_coordinates(gates.shapes[gate])
    tips = at + ACROSS_M * np.column_stack([np.cos(angle), np.sin(angle)])
    shut, of = np.unique(gate, return_inverse=True)
    # From tip to gate to the next tip; the last tip ends the line.
    last = np.append(of[1:] != of[:-1], True)[: len(of)]
    xy = np.stack([tips, at], axis=1).reshape(-1, 2)
    drawn = np.stack([np.ones(len(of), dtype=bool), ~last], axis=1).ravel()
    return shapely.linestrings(xy[drawn], indices=np.repeat(of, 2)[drawn]), shut


def _ways(points: np.ndarray, which: np.ndarray, streets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The directions (radians, 0 to 2π) in which streets leave the points, and the point of each; both ascending."""
    street, near = shapely.STRtree(points[which]).query(streets, predicate="dwithin", distance=ON_STREET_M)
    xy, line = shapely.get_coordinates(streets[street], return_index=True)
    inner = line[1:] == line[:-1]
    a, b, point = xy[:-1][inner], xy[1:][inner], which[near[line[:-1][inner]]]
    on = shapely.dwithin(shapely.linestrings(np.stack([a, b], axis=1)), points[point], ON_STREET_M)
    at = shapely.get_coordinates(points[point])
    away, point = np.concatenate([(a - at)[on], (b - at)[on]]), np.concatenate([point[on], point[on]])
    leaving = np.hypot(away[:, 0], away[:, 1]) > ON_STREET_M
    point, angle = point[leaving], np.arctan2(away[leaving, 1], away[leaving, 0]) % (2 * np.pi)
    order = np.lexsort((angle, point))
    return point[order], angle[order]


def _between(point: np.ndarray, angle: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The directions halfway between neighbouring ways of each point that two ways leave, and the point of each."""
    first = np.flatnonzero(np.diff(point, prepend=-1))
    following = np.append(angle[1:], 0.0)[: len(angle)]
    following[np.append(first[1:], len(angle))[: len(first)] - 1] = angle[first] + 2 * np.pi
    apart = following - angle > SAME_WAY
    point, halfway = point[apart], ((angle + following) / 2)[apart]
    # At the end of a street there is nobody to part.
    several = np.bincount(point, minlength=1)[point] > 1
    return point[several], halfway[several]
