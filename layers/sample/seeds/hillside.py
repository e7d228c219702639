"""The invented heights of a hillside: terraces one above the other, and the model of them as a grid."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

FOOT_M, SLOPE, TERRACES = 196.0, 0.13, 5  # metres above the sea, rise per metre
STEP_M = 1.2  # how far a terrace swings about the even slope
CELL_M, AROUND_M = 5.0, 400.0
BEYOND_M = 50.0


@dataclass(frozen=True)
class Hillside:
    """A rectangle on the ground that rises in one direction."""

    foot: np.ndarray  # its lower left corner
    across: np.ndarray  # unit vectors along the foot and up the hill
    upward: np.ndarray
    wide_m: float
    deep_m: float

    def heights_at(self, xy: np.ndarray) -> np.ndarray:
        """Metres above the sea at each place."""
        up, along = (xy - self.foot) @ self.upward, (xy - self.foot) @ self.across
        terrace = STEP_M * np.sin(2 * np.pi * TERRACES * up / self.deep_m)
        return FOOT_M + SLOPE * np.clip(up, -AROUND_M, self.deep_m + AROUND_M) + terrace + 0.8 * np.sin(along / 60.0)

    def strips(self, columns: int, rows: int, xy: np.ndarray) -> np.ndarray:
        """Polygons that part the rectangle across and up the hill, each with about as many of the places xy in it."""
        along, up = (xy - self.foot) @ self.across, (xy - self.foot) @ self.upward
        x = _cuts(along, columns, self.wide_m)
        local = []
        # Strip by strip: each is cut where its own places lie.
        for west, east in zip(x[:-1], x[1:]):
            y = _cuts(up[(along >= west) & (along < east)], rows, self.deep_m)
            local += [[(west, low), (east, low), (east, high), (west, high)] for low, high in zip(y[:-1], y[1:])]
        corners = np.array(local)
        return shapely.polygons(self.foot + corners[..., :1] * self.across + corners[..., 1:] * self.upward)

    def grid(self) -> tuple[np.ndarray, tuple[float, float]]:
        """Heights at the middles of square cells from north to south, and the north-western corner of the grid."""
        middle = self.foot + self.across * self.wide_m / 2 + self.upward * self.deep_m / 2
        count = int((max(self.wide_m, self.deep_m) / 2 + AROUND_M) // CELL_M) * 2
        west, north = np.round(middle[0]) - count * CELL_M / 2, np.round(middle[1]) + count * CELL_M / 2
        steps = (np.arange(count) + 0.5) * CELL_M
        east, south = np.meshgrid(west + steps, north - steps)
        heights = self.heights_at(np.column_stack([east.ravel(), south.ravel()])).reshape(count, count)
        return heights, (float(west), float(north))


def _cuts(places: np.ndarray, parts: int, length_m: float) -> np.ndarray:
    """Where to cut from 0 to length_m, half way between two places; the ends lie a little beyond."""
    ordered = np.unique(np.round(places, 3))
    before = np.round(np.arange(1, parts) * len(ordered) / parts).astype(int)
    return np.concatenate([[-BEYOND_M], (ordered[before - 1] + ordered[before]) / 2, [length_m + BEYOND_M]])


def hillside_of(areas: gpd.GeoDataFrame) -> Hillside:
    """The hillside under a district, rising about northwards."""
    outline = areas.geometry[areas["level"] == "district"].iloc[0]
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(outline))[:4]
    edges = np.roll(corners, -1, axis=0) - corners
    # The edge that points most to the north is the way up.
    place = int(np.argmax(edges[:, 1]))
    deep_m = float(np.hypot(*edges[place]))
    upward = edges[place] / deep_m
    across = np.array([upward[1], -upward[0]])
    foot = corners[np.argmin(corners @ (across + upward))]
    return Hillside(foot, across, upward, float(np.ptp(corners @ across)), deep_m)
