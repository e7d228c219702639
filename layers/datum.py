"""GCJ-02 and BD-09, the shifted coordinates of Chinese web maps, to and from WGS 84."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

import numpy as np

from .datum_words import BD09, DATUMS, GCJ02, WGS84
from .errors import InputError
from .words import text

if TYPE_CHECKING:
    Shift = Callable[[np.ndarray], np.ndarray]

__all__ = ["BD09", "BOX", "DATUMS", "GCJ02", "WGS84", "convert", "in_box", "shift_m"]

# The ellipsoid of Krassowsky 1940, which the published formula uses.
SEMI_MAJOR_M, ECCENTRICITY_2 = 6378245.0, 0.00669342162296594323
# Outside this box of longitude and latitude the published formula moves nothing. It is coarser than China's border: it
# also holds Taiwan, Korea, Mongolia and parts of their neighbours. No finer outline of the services is published.
WEST, EAST, SOUTH, NORTH = 72.004, 137.8347, 0.8293, 55.8271
BOX = f"{WEST}–{EAST}° E, {SOUTH}–{NORTH}° N"
BAIDU = np.pi * 3000 / 180
# Both shifts change by less than 1 % of a step, so each round gains two digits; six end at the last bit of a double.
MOST_ROUNDS, EXACT_DEGREES = 12, 1e-12
WGS84_SEMI_MAJOR_M, WGS84_ECCENTRICITY_2 = 6378137.0, 0.00669437999014


def convert(lonlat: np.ndarray, *, source: str, target: str) -> np.ndarray:
    """Longitudes and latitudes of shape (n, 2) in degrees, taken as one of DATUMS, in another of them.

    CGCS2000 counts as WGS84: they differ by decimetres. Places outside the box of the formula and rows that are no
    numbers stay as they are. Forward by the published formulas, backward by iteration to less than 1 mm.
    Raises InputError for unknown words.
    """
    for word in (source, target):
        if word not in DATUMS:
            raise InputError(text("Unknown coordinates “{word}”. Choose one of: {known}.", word=word, known=", ".join(DATUMS)))
    inside = in_box(lonlat)
    if source == target or not inside.any():
        return lonlat
    converted = np.array(lonlat, dtype=float)
    place = converted[inside]
    for step in _steps(source, target):
        place = step(place)
    converted[inside] = place
    return converted


def in_box(lonlat: np.ndarray) -> np.ndarray:
    """Which places lie where the web maps shift their coordinates; False for those that are no numbers."""
    lon, lat = lonlat[:, 0], lonlat[:, 1]
    return (lon >= WEST) & (lon <= EAST) & (lat >= SOUTH) & (lat <= NORTH)


def wgs84_to_gcj02(lonlat: np.ndarray) -> np.ndarray:
    """The shift of GCJ-02 as published, box not regarded.

    The formula became known as "eviltransform" (github.com/googollee/eviltransform, MIT); coordtransform and gcoord
    state the same one. There is no official text.
    """
    x, y = lonlat[:, 0] - 105.0, lonlat[:, 1] - 35.0
    waves = _wave(6 * x, 20) + _wave(2 * x, 20)
    root = np.sqrt(np.abs(x))
    east_m = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    east_m += (waves + _wave(x, 20) + _wave(x / 3, 40) + _wave(x / 12, 150) + _wave(x / 30, 300)) * 2 / 3
    north_m = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north_m += (waves + _wave(y, 20) + _wave(y / 3, 40) + _wave(y / 12, 160) + _wave(y / 30, 320)) * 2 / 3
    per_degree = _metres_per_degree(lonlat[:, 1], SEMI_MAJOR_M, ECCENTRICITY_2)
    return lonlat + np.column_stack([east_m, north_m]) / per_degree


def gcj02_to_bd09(lonlat: np.ndarray) -> np.ndarray:
    """Baidu's second shift as published in coordtransform (github.com/wandergis/coordtransform, MIT)."""
    lon, lat = lonlat[:, 0], lonlat[:, 1]
    radius = np.hypot(lon, lat) + 0.00002 * np.sin(lat * BAIDU)
    angle = np.arctan2(lat, lon) + 0.000003 * np.cos(lon * BAIDU)
    return np.column_stack([radius * np.cos(angle) + 0.0065, radius * np.sin(angle) + 0.006])


def shift_m(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """How far places in degrees moved, in metres east and north, shape (n, 2); exact for moves of some kilometres."""
    middle = (before[:, 1] + after[:, 1]) / 2
    return (after - before) * _metres_per_degree(middle, WGS84_SEMI_MAJOR_M, WGS84_ECCENTRICITY_2)


def _steps(source: str, target: str) -> list[Shift]:
    start, end = DATUMS.index(source), DATUMS.index(target)
    forward = (wgs84_to_gcj02, gcj02_to_bd09)
    if start < end:
        return list(forward[start:end])
    return [_inverse(shift) for shift in reversed(forward[end:start])]


def _inverse(shift: Shift) -> Shift:
    """The way back: look for the place that the shift brings here."""

    def back(shifted: np.ndarray) -> np.ndarray:
        place = shifted
        for _ in range(MOST_ROUNDS):
            error = shift(place) - shifted
            place = place - error
            if np.abs(error).max(initial=0) < EXACT_DEGREES:
                break
        return place

    return back


def _wave(turns: np.ndarray, metres: float) -> np.ndarray:
    return metres * np.sin(turns * np.pi)


def _metres_per_degree(lat: np.ndarray, semi_major_m: float, eccentricity_2: float) -> np.ndarray:
    """Metres of one degree east and north on an ellipsoid, shape (n, 2)."""
    radians = np.radians(lat)
    bulge = 1 - eccentricity_2 * np.sin(radians) ** 2
    east = semi_major_m / np.sqrt(bulge) * np.cos(radians)
    north = semi_major_m * (1 - eccentricity_2) / (bulge * np.sqrt(bulge))
    return np.radians(np.column_stack([east, north]))
