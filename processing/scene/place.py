"""Where the scene lies: its origin, metres around it, and longitude and latitude."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...layers.crs import LONLAT, reproject_xy

DEGREE = 3  # of the polynomials; within 1 cm over 60 km around the origin
SAMPLES = 9  # a side, for fitting them


@dataclass(frozen=True)
class Place:
    """A local frame: metres east and north (of the map grid) of an origin in the scene's CRS."""

    origin: tuple[float, float]
    bounds: tuple[float, float, float, float]  # of the district, local metres
    longitude: float
    latitude: float
    to_lon_lat: tuple[tuple[float, ...], tuple[float, ...]]
    from_lon_lat: tuple[tuple[float, ...], tuple[float, ...]]

    def local(self, points_xy: np.ndarray) -> np.ndarray:
        """Metres from the origin, shape (n, 2)."""
        return np.asarray(points_xy, dtype=float).reshape(-1, 2) - self.origin


def place_of(bounds: tuple[float, float, float, float], crs: str) -> Place:
    """The local frame of a district with these bounds in its projected CRS; its origin is the middle on a whole metre."""
    west, south, east, north = bounds
    origin = (float(np.rint((west + east) / 2)), float(np.rint((south + north) / 2)))
    half = max(east - west, north - south, 1000.0)
    side = np.linspace(-half, half, SAMPLES)
    grid = np.column_stack([axis.ravel() for axis in np.meshgrid(side, side)])
    lon_lat = reproject_xy(grid + origin, source=crs, target=LONLAT)
    centre = reproject_xy(np.array([origin]), source=crs, target=LONLAT)[0]
    shifted = lon_lat - centre
    local = (west - origin[0], south - origin[1], east - origin[0], north - origin[1])
    there = tuple(_fitted(grid, shifted[:, k]) for k in range(2))
    back = tuple(_fitted(shifted, grid[:, k]) for k in range(2))
    return Place(origin, local, float(centre[0]), float(centre[1]), there, back)


def powers(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The terms of a polynomial in two values, by rising degree: 1, x, y, x², xy, y², …"""
    return np.column_stack([first ** (degree - k) * second**k for degree in range(DEGREE + 1) for k in range(degree + 1)])


def _fitted(points: np.ndarray, values: np.ndarray) -> tuple[float, ...]:
    # Scaled to about one, so that the cubes stay well conditioned.
    scale = np.abs(points).max()
    terms = powers(points[:, 0] / scale, points[:, 1] / scale)
    solved = np.linalg.lstsq(terms, values, rcond=None)[0]
    degrees = [degree for degree in range(DEGREE + 1) for _ in range(degree + 1)]
    return tuple(float(f"{term / scale**degree:.12g}") for term, degree in zip(solved, degrees))
