"""Where new gates of an estate stand: at the streets through its wall, and where a doorplate says that it is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from .estates import EstateIndex, points_of, words
from .gates import GATE_TOLERANCE_M
from .gatewords import gate_words
from .ways_in import Passages

if TYPE_CHECKING:
    import geopandas as gpd

PATH, DOORPLATE = "path", "doorplate"  # what a gate was made from
NONE = np.zeros(0, dtype=object)


@dataclass(frozen=True)
class Distances:
    """How near is the same, in metres."""

    shared_m: float = 3.0  # outlines of two estates: one wall
    along_m: float = 2.0  # a street and an outline: the street runs on it
    same_gate_m: float = 8.0  # streets along a wall, and a gate: one gate
    doorplate_m: float = 30.0  # a doorplate that says it is a gate, and its estate's outline


USUAL = Distances()


@dataclass(frozen=True)
class Told:
    """Doorplates that say they are a gate, on the outline of their estate."""

    xy: np.ndarray
    estate: np.ndarray
    word: np.ndarray


@dataclass
class NewGates:
    """Gates as they are put together: where each stands, what is known of it."""

    xy: list[np.ndarray]
    estate: list[str]
    name: list[str | None]
    source: list[str]


def nearest_within(shapes: np.ndarray, points: np.ndarray, within_m: float) -> np.ndarray:
    """Position of the shape nearest to each point; -1 where none is within_m."""
    result = np.full(len(points), -1)
    if len(shapes) and len(points):
        point, shape = shapely.STRtree(shapes).query_nearest(points, max_distance=within_m, all_matches=False)
        result[point] = shape
    return result


def told_gates(
    doorplates: gpd.GeoDataFrame | None, estates: gpd.GeoDataFrame, rows: np.ndarray, lines: np.ndarray, distances: Distances
) -> Told:
    """The doorplates that say they are a gate, moved onto the wall at their estate's outline."""
    nothing = Told(np.zeros((0, 2)), np.zeros(0, dtype=int), NONE)
    if doorplates is None or not len(lines):
        return nothing
    index = EstateIndex.of(estates, None)
    word, xy = gate_words(doorplates, estates=index.by_word.keys()), points_of(doorplates)
    plates = np.flatnonzero((word != "") & np.isfinite(xy).all(axis=1))
    said = words(doorplates, "estate")[plates]
    # Doorplates that are gates are few; each asks for its own estate.
    named = np.array([index.named(xy[plate], estate) for plate, estate in zip(plates, said)], dtype=int)
    there = nearest_within(index.polygons[rows], shapely.points(xy[plates]), distances.doorplate_m)
    estate = np.where(named >= 0, named, np.append(rows, -1)[there])
    kept = np.isin(estate, rows)
    plates, estate = plates[kept], estate[kept]
    points, edges = shapely.points(xy[plates]), shapely.boundary(index.polygons[estate])
    foot = _foot(edges, points)
    line = nearest_within(lines, foot, distances.shared_m + distances.along_m + GATE_TOLERANCE_M)
    kept = (shapely.distance(foot, points) <= distances.doorplate_m) & (line >= 0)
    on_wall = shapely.get_coordinates(_foot(lines[line[kept]], foot[kept]))
    return Told(on_wall, estate[kept], word[plates[kept]])


def _foot(lines: np.ndarray, points: np.ndarray) -> np.ndarray:
    """The place on each line that is nearest to its point."""
    return shapely.get_point(shapely.shortest_line(lines, points), 0)


def placed_gates(
    found: Passages,
    of_line: np.ndarray,
    lines: np.ndarray,
    told: Told,
    names: np.ndarray,
    given: np.ndarray,
    distances: Distances,
) -> tuple[NewGates, np.ndarray]:
    """The new gates, and where the given ones stand now."""
    xy = _middles(found, lines)
    shapes = np.where(found.wide, shapely.linestrings(_posts(found, lines)), shapely.points(xy)) if len(xy) else NONE
    known = np.flatnonzero(np.isfinite(given).all(axis=1))
    at = nearest_within(shapes, shapely.points(given[known]), distances.same_gate_m)
    stands = given.copy()
    away_m = shapely.distance(np.append(shapes, None)[at], shapely.points(given[known]))
    off = known[(at >= 0) & (away_m > GATE_TOLERANCE_M)]
    stands[off] = xy[at[(at >= 0) & (away_m > GATE_TOLERANCE_M)]]
    near_given = nearest_within(shapely.points(given[known]), np.append(shapes, None)[:-1], distances.same_gate_m) >= 0
    placed = NewGates([], [], [], [])
    number = np.full(len(xy), -1)
    for group in np.flatnonzero(~near_given):  # one after the other: what was placed is named below
        number[group] = len(placed.xy)
        _place(placed, xy[group], of_line[found.wall[group]], None, PATH)
    _place_told(placed, told, names, shapes, number, given[known], distances.same_gate_m)
    return placed, stands


def _posts(found: Passages, lines: np.ndarray) -> np.ndarray:
    own, total_m = lines[found.wall], shapely.length(lines[found.wall])
    ends = [shapely.line_interpolate_point(own, np.clip(at_m, 0, total_m)) for at_m in (found.low_m, found.high_m)]
    return np.stack([shapely.get_coordinates(end) for end in ends], axis=1)


def _middles(found: Passages, lines: np.ndarray) -> np.ndarray:
    """Where each gate stands: at its path, or in the middle of a wide one, between the posts."""
    if not len(found.wall):
        return np.zeros((0, 2))
    return np.where(found.wide[:, None], _posts(found, lines).mean(axis=1), found.xy)


def _place(placed: NewGates, xy: np.ndarray, estate: str, name: str | None, source: str) -> None:
    placed.xy.append(xy)
    placed.estate.append(estate)
    placed.name.append(name)
    placed.source.append(source)


def _place_told(
    placed: NewGates, told: Told, names: np.ndarray, shapes: np.ndarray, number: np.ndarray, given: np.ndarray, same_gate_m: float
) -> None:
    points = shapely.points(told.xy)
    at_given = nearest_within(shapely.points(given), points, same_gate_m) >= 0
    at_path = nearest_within(shapes, points, same_gate_m)
    # Doorplates that are gates are few.
    for row in np.flatnonzero(~at_given):
        name = names[told.estate[row]] + told.word[row]
        gate = number[at_path[row]] if at_path[row] >= 0 else -1
        if at_path[row] < 0:
            near = [k for k, xy in enumerate(placed.xy) if placed.name[k] == name and np.hypot(*(xy - told.xy[row])) <= same_gate_m]
            if not near:
                _place(placed, told.xy[row], names[told.estate[row]], name, DOORPLATE)
        elif gate >= 0 and placed.name[gate] is None:
            placed.name[gate], placed.source[gate] = name, f"{PATH}, {DOORPLATE}"
