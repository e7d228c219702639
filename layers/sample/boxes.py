"""Footprints as rectangles: (n, 4, 2) corners counter-clockwise, the front edge (where the doors are) first."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely


@dataclass(frozen=True)
class Frame:
    """A place to build in: metres east and north of a centre, turned so that rows of houses run along x."""

    centre: np.ndarray
    along: np.ndarray  # unit vector of local x
    across: np.ndarray  # unit vector of local y

    def to_ground(self, local: np.ndarray) -> np.ndarray:
        """Ground coordinates (…, 2) of local ones."""
        return self.centre + local[..., :1] * self.along + local[..., 1:] * self.across

    def to_local(self, ground: np.ndarray) -> np.ndarray:
        """Local coordinates (…, 2) of ground ones."""
        moved, local = ground - self.centre, np.empty(ground.shape)
        local[..., 0], local[..., 1] = moved @ self.along, moved @ self.across
        return local


def frame_of(corners: np.ndarray) -> Frame:
    """The frame of a block with four corners, from south-west counter-clockwise: rows follow its south side."""
    along = unit(unit(corners[1] - corners[0]) + unit(corners[2] - corners[3]))
    return Frame(corners.mean(axis=0), along, np.array([-along[1], along[0]]))


def unit(vector: np.ndarray) -> np.ndarray:
    """The vector of length 1 in the direction of an (x, y)."""
    return vector / length_m(vector)


def length_m(vector: np.ndarray) -> float:
    """Length of an (x, y); numpy's own way costs several times as much for a single one."""
    x, y = vector.tolist()
    return math.sqrt(x * x + y * y)


def quantile(values: np.ndarray, share: float) -> float:
    """The value below which that share of a few values lies, straight between two of them."""
    ordered = sorted(values.tolist())
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])


def boxes_at(frame: Frame, x: np.ndarray, y: np.ndarray, length: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """Rectangles around local centres; the front is the north side, where stairwells are in this country."""
    local = np.empty((len(x), 4, 2))
    local[:, 0, 0] = local[:, 3, 0] = x + length / 2
    local[:, 1, 0] = local[:, 2, 0] = x - length / 2
    local[:, 0, 1] = local[:, 1, 1] = y + depth / 2
    local[:, 2, 1] = local[:, 3, 1] = y - depth / 2
    return frame.to_ground(local)


def boxes_along(
    start: np.ndarray, end: np.ndarray, first: np.ndarray, width: np.ndarray, offset: np.ndarray, depth: np.ndarray
) -> np.ndarray:
    """Rectangles along a line, to its left: first metres from start, offset metres from the line; the front faces the line."""
    return rectangles(start, unit(end - start), first, width, offset, depth)


def rectangles(
    start: np.ndarray, along: np.ndarray, first: np.ndarray, width: np.ndarray, offset: np.ndarray, depth: np.ndarray
) -> np.ndarray:
    """As boxes_along, from a place and a unit vector, each one for all or of shape (n, 1, 2)."""
    steps, inside = np.empty((len(first), 4, 1)), np.empty((len(first), 4, 1))
    steps[:, 0, 0] = steps[:, 3, 0] = first
    steps[:, 1, 0] = steps[:, 2, 0] = first + width
    inside[:, 0, 0] = inside[:, 1, 0] = offset
    inside[:, 2, 0] = inside[:, 3, 0] = offset + depth
    inward = np.stack([-along[..., 1], along[..., 0]], axis=-1)
    return start + steps * along + inside * inward


def polygons(corners: np.ndarray) -> np.ndarray:
    """Polygons of (n, k, 2) corners."""
    return shapely.polygons(corners) if len(corners) else np.empty(0, dtype=object)


def within(corners: np.ndarray, ground: shapely.Polygon) -> np.ndarray:
    """Which rectangles lie on the ground as a whole."""
    if not len(corners):
        return np.zeros(0, dtype=bool)
    shapely.prepare(ground)
    return shapely.contains(ground, polygons(corners))


def following(ring: np.ndarray) -> np.ndarray:
    """The next vertex of each vertex of a ring."""
    return np.concatenate([ring[1:], ring[:1]])


def spans_at(ring: np.ndarray, y: np.ndarray) -> np.ndarray:
    """West and east end of a convex local ring at each height y, shape (len(y), 2); inf and -inf where it is not that high."""
    (x0, y0), (x1, y1) = ring.T[:, :, None], following(ring).T[:, :, None]
    crossing = (y0 - y) * (y1 - y) < 0
    # Level edges cross nothing; their share is never read.
    share = (y - y0) / np.where(y1 == y0, 1.0, y1 - y0)
    x = x0 + share * (x1 - x0)
    spans = np.stack([np.where(crossing, x, np.inf).min(axis=0), np.where(crossing, x, -np.inf).max(axis=0)], axis=1)
    spans[crossing.sum(axis=0) < 2] = np.inf, -np.inf
    return spans
