"""Footprints as rectangles: (n, 4, 2) corners counter-clockwise, the front edge (where the doors are) first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely


@dataclass(frozen=True)
class Frame:
    """A place to build in: metres east and north of a centre, turned so that rows of houses run along x."""

    centre: np.ndarray
    along: np.ndarray  # unit vector of local x

    @property
    def across(self) -> np.ndarray:
        """Unit vector of local y."""
        return np.array([-self.along[1], self.along[0]])

    def to_ground(self, local: np.ndarray) -> np.ndarray:
        """Ground coordinates (…, 2) of local ones."""
        return self.centre + local[..., :1] * self.along + local[..., 1:] * self.across

    def to_local(self, ground: np.ndarray) -> np.ndarray:
        """Local coordinates (…, 2) of ground ones."""
        moved = ground - self.centre
        return np.stack([moved @ self.along, moved @ self.across], axis=-1)


def frame_of(corners: np.ndarray) -> Frame:
    """The frame of a block with four corners, from south-west counter-clockwise: rows follow its south side."""
    along = (corners[1] - corners[0]) / np.linalg.norm(corners[1] - corners[0]) + (corners[2] - corners[3]) / np.linalg.norm(
        corners[2] - corners[3]
    )
    return Frame(corners.mean(axis=0), along / np.linalg.norm(along))


def boxes_at(frame: Frame, x: np.ndarray, y: np.ndarray, length: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """Rectangles around local centres; the front is the north side, where stairwells are in this country."""
    dx, dy = length / 2, depth / 2
    east = np.stack([x + dx, x - dx, x - dx, x + dx], axis=1)
    north = np.stack([y + dy, y + dy, y - dy, y - dy], axis=1)
    return frame.to_ground(np.stack([east, north], axis=2))


def boxes_along(
    start: np.ndarray, end: np.ndarray, first: np.ndarray, width: np.ndarray, offset: np.ndarray, depth: np.ndarray
) -> np.ndarray:
    """Rectangles along a line, to its left: first metres from start, offset metres from the line; the front faces the line."""
    along = (end - start) / np.linalg.norm(end - start)
    inward = np.array([-along[1], along[0]])
    last, back = first + width, offset + depth
    steps = np.stack([first, last, last, first], axis=1)[..., None] * along
    inside = np.stack([offset, offset, back, back], axis=1)[..., None] * inward
    return start + steps + inside


def polygons(corners: np.ndarray) -> np.ndarray:
    """Polygons of (n, k, 2) corners."""
    return shapely.polygons(corners) if len(corners) else np.empty(0, dtype=object)


def within(corners: np.ndarray, ground: shapely.Polygon) -> np.ndarray:
    """Which rectangles lie on the ground as a whole."""
    if not len(corners):
        return np.zeros(0, dtype=bool)
    shapely.prepare(ground)
    return shapely.contains(ground, polygons(corners))


def span_at(ring: np.ndarray, y: float) -> tuple[float, float]:
    """West and east end of a convex local ring at height y; inf and -inf where it is not that high."""
    low, high = ring, np.roll(ring, -1, axis=0)
    crossing = (low[:, 1] - y) * (high[:, 1] - y) < 0
    if crossing.sum() < 2:
        return np.inf, -np.inf
    share = (y - low[crossing, 1]) / (high[crossing, 1] - low[crossing, 1])
    x = low[crossing, 0] + share * (high[crossing, 0] - low[crossing, 0])
    return float(x.min()), float(x.max())
