"""Corners of walls and banks: where a shortest way around them may turn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from .faces import SNAP_M, Faces

STRAIGHT = 1e-9  # radians: bends of less are drawn straight
ROUNDING = 1e-7  # radians
PROBE_M = 5e-3
FULL = 2 * np.pi


@dataclass(frozen=True)
class Corners:
    """Places where lines turn; the free side of each is a sector of at least half a circle."""

    xy: np.ndarray  # (corners, 2) local
    begin: np.ndarray  # (corners,) radians, the direction in which the free sector begins, counter-clockwise
    width: np.ndarray  # (corners,) radians, at least π

    @property
    def free_xy(self) -> np.ndarray:
        """A place a little off each corner, in the middle of its free sector."""
        middle = self.begin + self.width / 2
        return self.xy + PROBE_M * np.stack([np.cos(middle), np.sin(middle)], axis=1)


def corners_of(faces: Faces) -> Corners:
    """The corners of all barrier lines."""
    a, b = faces.barriers.segments.a, faces.barriers.segments.b
    if not len(a):
        return Corners(a, np.zeros(0), np.zeros(0))
    ends, way = np.concatenate([a, b]), np.concatenate([b - a, a - b])
    keys = np.round(ends / SNAP_M).astype(np.int64)
    rays = pd.DataFrame({"x": keys[:, 0], "y": keys[:, 1], "angle": np.arctan2(way[:, 1], way[:, 0])})
    rays = rays.sort_values(["x", "y", "angle"]).reset_index()
    vertex = rays.groupby(["x", "y"], sort=False).ngroup().to_numpy()
    first = np.flatnonzero(np.diff(vertex, prepend=-1))
    after = np.append(np.arange(1, len(rays)), 0)
    last = np.append(first[1:], len(rays)) - 1
    after[last] = first
    angle = rays["angle"].to_numpy()
    # A line's end has one ray: all around it is free.
    width = np.where(after == np.arange(len(rays)), FULL, (angle[after] - angle) % FULL)
    # Where three lines meet a side that runs straight on counts too: a way along it is seen as two.
    least = np.where(np.bincount(vertex, minlength=len(first)) > 2, np.pi - ROUNDING, np.pi + STRAIGHT)
    rows = np.flatnonzero(width >= least[vertex])
    found = Corners(ends[rays["index"].to_numpy()[rows]], angle[rows], width[rows])
    return _take(found, _is_dry(faces, found))


def _take(corners: Corners, rows: np.ndarray) -> Corners:
    return Corners(corners.xy[rows], corners.begin[rows], corners.width[rows])


def _is_dry(faces: Faces, corners: Corners) -> np.ndarray:
    probe = corners.free_xy
    dry = np.ones(len(probe), dtype=bool)
    dry[faces.water_tree.query(shapely.points(probe), predicate="within")[0]] = False
    return dry


def may_turn(begin: np.ndarray, width: np.ndarray, way: np.ndarray) -> np.ndarray:
    """Whether a shortest way that comes from that direction (from the corner) may turn there.

    It must come through the free sector, and leave room on the other side for half a circle around the corner.
    """
    at = (np.arctan2(way[:, 1], way[:, 0]) - begin) % FULL
    at = np.where(at > FULL - ROUNDING, 0.0, at)
    return (at <= width + ROUNDING) & ((at <= width - np.pi + ROUNDING) | (at >= np.pi - ROUNDING))
