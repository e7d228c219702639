"""Circles of a straight distance around facilities, and which of very many points they hold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

# Same metres as the ledger's own comparison (design: reached = value up to limit + 1e-6).
REACHED_TOLERANCE = 1e-6
SQUARE_M = 100.0
FROM_CENTRE_M = 0.71 * SQUARE_M  # more than half a diagonal


@dataclass(frozen=True)
class Squares:
    """Points in squares of the plane, so that most of them need no measuring of their own."""

    xy: np.ndarray
    square: np.ndarray  # (points,) which square each lies in
    centre: np.ndarray  # (squares, 2)

    @staticmethod
    def of(xy: np.ndarray) -> Squares:
        """The squares of these points."""
        low = xy.min(axis=0) if len(xy) else np.zeros(2)
        at = np.floor((xy - low) / SQUARE_M).astype(np.int64)
        square, keys = pd.factorize(at[:, 0] << 32 | at[:, 1])
        return Squares(xy, square, low + (np.stack([keys >> 32, keys & 0xFFFFFFFF], axis=1) + 0.5) * SQUARE_M)

    def inside_circles(self, facilities_xy: np.ndarray, farthest_m: float) -> np.ndarray:
        """Whether a facility stands within a straight distance of each point; equality counts."""
        if not len(self.xy) or not len(facilities_xy):
            return np.zeros(len(self.xy), dtype=bool)
        tree, farthest_m = cKDTree(facilities_xy), farthest_m + REACHED_TOLERANCE
        away_m, _ = tree.query(self.centre, distance_upper_bound=farthest_m + SQUARE_M)
        inside = (away_m < farthest_m)[self.square]
        # A square's points are less than FROM_CENTRE_M from its centre: the others are sure.
        unsure = np.flatnonzero((np.abs(away_m - farthest_m) <= FROM_CENTRE_M)[self.square])
        away_m, _ = tree.query(self.xy[unsure], distance_upper_bound=2 * farthest_m)
        inside[unsure] = away_m <= farthest_m
        return inside
