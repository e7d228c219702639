"""Rings of walls: who stands inside one never looks at a street outside it, nor the other way round."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .estates import points_inside
from .graph import Network

OUTSIDE, EITHER = -1, -2  # in no ring; may be on more than one side
SURE_M = 0.01  # what stands nearer to a wall than this may stand on both its sides


@dataclass(frozen=True)
class Rings:
    """The areas that walls enclose, none inside another, and the one that each edge of a parted network runs in."""

    polygons: np.ndarray
    of_edge: np.ndarray  # position in polygons, OUTSIDE or EITHER

    def at(self, xy: np.ndarray) -> np.ndarray:
        """The ring that each point (x, y) stands in, or OUTSIDE; any of both for who stands on a wall."""
        return _ring_at(self.polygons, xy)


def rings_of(polygons: np.ndarray, parted: Network, loose: np.ndarray) -> Rings:
    """The rings of a network parted at walls; loose are the streets' edges that meet a wall without being parted there."""
    # Only the ends of edges stand on walls: the middle of the first piece tells the side.
    first = parted.first[:-1]
    step = parted.xy[first + 1] - parted.xy[first]
    short = np.abs(step).max(axis=1) < 2 * SURE_M
    unsure = short | np.isin(parted.parent, loose)
    return Rings(polygons, np.where(unsure, EITHER, _ring_at(polygons, parted.xy[first] + step / 2)))


def _ring_at(polygons: np.ndarray, xy: np.ndarray) -> np.ndarray:
    ring, point = points_inside(polygons, xy)
    found = np.full(len(xy), OUTSIDE)
    found[point] = ring
    return found
