"""Geometry on paper: from metres of the CRS to hundredths of a millimetre, as SVG paths."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely

UNITS_PER_MM = 100
SIMPLIFY_MM = 0.15
SCALE_BAR_MM = 40.0
ROUND_LENGTHS = (1, 2, 5)


@dataclass(frozen=True)
class Frame:
    """Where a box of the ground lies on paper; sizes in hundredths of a millimetre, north is up."""

    x: int
    y: int
    width: int
    height: int
    west_m: float
    north_m: float
    units_per_m: float

    def places(self, xy: np.ndarray) -> np.ndarray:
        """Coordinates in metres as whole units on paper, shape (n, 2)."""
        right = self.x + (xy[:, 0] - self.west_m) * self.units_per_m
        down = self.y + (self.north_m - xy[:, 1]) * self.units_per_m
        return np.rint(np.column_stack([right, down])).astype(np.int64)

    @property
    def metres_per_mm(self) -> float:
        """Metres on the ground of one millimetre on paper."""
        return UNITS_PER_MM / self.units_per_m


@dataclass(frozen=True)
class ScaleBar:
    """A scale bar in round units: its length on paper and what the ends say."""

    width: int
    half: str
    label: str
    kilometres: bool


def frame_of(bounds: np.ndarray, *, x: int, y: int, width: int, height: int, margin: float = 0.04) -> Frame:
    """The frame of that box on paper that shows the bounds (minx, miny, maxx, maxy) whole, centred."""
    west, south, east, north = bounds
    wide, tall = max(east - west, 1.0) * (1 + 2 * margin), max(north - south, 1.0) * (1 + 2 * margin)
    units_per_m = min(width / wide, height / tall)
    west_m = (west + east) / 2 - width / units_per_m / 2
    north_m = (south + north) / 2 + height / units_per_m / 2
    return Frame(x, y, width, height, west_m, north_m, units_per_m)


def height_for(bounds: np.ndarray, *, width: int, least: int, most: int, margin: float = 0.04) -> int:
    """The height on paper at which the bounds fill the width, within limits."""
    west, south, east, north = bounds
    wide, tall = max(east - west, 1.0) * (1 + 2 * margin), max(north - south, 1.0) * (1 + 2 * margin)
    return int(min(max(width * tall / wide, least), most))


def scale_bar(frame: Frame) -> ScaleBar:
    """The longest bar of 1, 2 or 5 times a power of ten metres that is not longer than 40 mm."""
    sizes = [step * 10.0**power for power in range(0, 6) for step in ROUND_LENGTHS]
    metres = max((size for size in sizes if size / frame.metres_per_mm <= SCALE_BAR_MM), default=sizes[0])
    kilometres = metres >= 1000
    shown = [f"{length / 1000:g}" if kilometres else f"{length:g}" for length in (metres / 2, metres)]
    return ScaleBar(round(metres * frame.units_per_m), shown[0], shown[1], kilometres)


def about_scale(frame: Frame) -> int:
    """The scale's denominator at original size, to two figures."""
    exact = frame.metres_per_mm * 1000
    size = 10 ** max(math.floor(math.log10(exact)) - 1, 0)
    return int(round(exact / size) * size)


def area_paths(shapes: np.ndarray, frame: Frame) -> list[str]:
    """One path per polygon or multipolygon, holes kept; empty text for an empty shape."""
    simple = shapely.simplify(shapes, SIMPLIFY_MM * frame.metres_per_mm)
    parts, owner = shapely.get_parts(simple, return_index=True)
    polygons = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    rings, ring_part = shapely.get_rings(parts[polygons], return_index=True)
    return _joined(rings, owner[polygons][ring_part], len(shapes), frame, end="z")


def line_paths(shapes: np.ndarray, frame: Frame) -> list[str]:
    """One path per line or multiline."""
    simple = shapely.simplify(shapes, SIMPLIFY_MM * frame.metres_per_mm)
    parts, owner = shapely.get_parts(simple, return_index=True)
    lines = np.isin(shapely.get_type_id(parts), (shapely.GeometryType.LINESTRING, shapely.GeometryType.LINEARRING))
    return _joined(parts[lines], owner[lines], len(shapes), frame, end="")


def _joined(runs: np.ndarray, owner: np.ndarray, count: int, frame: Frame, *, end: str) -> list[str]:
    """The runs of each owner as one text: relative steps, so that the numbers stay short; steps of nothing are left out."""
    xy, run = shapely.get_coordinates(runs, return_index=True)
    if not len(xy):
        return [""] * count
    places = frame.places(xy)
    steps, within = np.diff(places, axis=0), run[1:] == run[:-1]
    moves = within & (steps != 0).any(axis=1)
    words = [f"{dx} {dy}" for dx, dy in steps[moves].tolist()]
    runs_of_words = np.searchsorted(run[1:][moves], np.arange(len(runs) + 1)).tolist()
    starts = places[np.searchsorted(run, np.arange(len(runs)))].tolist()
    closing = 1 if end else 0  # a ring closes itself
    pieces: list[list[str]] = [[] for _ in range(count)]
    # A loop over rings: each becomes one piece of text.
    for whose, (x, y), first, last in zip(owner.tolist(), starts, runs_of_words[:-1], runs_of_words[1:]):
        if last - closing > first:
            pieces[whose].append(f"M{x} {y}l{' '.join(words[first : last - closing])}{end}")
    return ["".join(piece) for piece in pieces]


def inner_points(shapes: np.ndarray) -> np.ndarray:
    """A point inside each area, its centroid where that lies inside; shape (n, 2)."""
    centres = shapely.centroid(shapes)
    inside = shapely.contains(shapes, centres)
    return shapely.get_coordinates(np.where(inside, centres, shapely.point_on_surface(shapes)))


def widths_mm(shapes: np.ndarray, frame: Frame) -> np.ndarray:
    """How wide each area is on paper at its inner point, in millimetres."""
    points = inner_points(shapes)
    bounds = shapely.bounds(shapes)
    ends = np.stack([np.column_stack([bounds[:, 0], points[:, 1]]), np.column_stack([bounds[:, 2], points[:, 1]])], axis=1)
    across = shapely.intersection(shapely.linestrings(ends), shapes)
    return shapely.length(across) / frame.metres_per_mm
