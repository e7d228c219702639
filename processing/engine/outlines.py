"""Walls along the outlines of estates, each drawn once.

An outline that runs on a street (many are drawn along the middle of the road) is moved beside it. Where the outlines of
two estates run side by side nearer than SHARED_M, overlapping or apart, one wall stands for both, that of the estate
with the lower id; two walls so near would be crossed by one path at two places. Where a street runs between them both
stay. The same holds beside walls that are there already. The ends of what is left are led to the wall they meet.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

RUNS_ALONG = 6.0  # a street that stays near an outline for this many times the tolerance runs along it
ON_STREET_SHARE = 1 / 3  # of such a street that lies on the outline or outside it
ON_OUTLINE_M = 0.5
MEETS_M = 0.01
SMALLEST_M2 = 100.0  # smaller pieces and holes are faults of drawing
SIDE_BY_SIDE = 4.0  # outlines run side by side from this many times SHARED_M on


@dataclass(frozen=True)
class OutlineWalls:
    """Wall lines, each with the position of the estate it belongs to."""

    lines: np.ndarray
    estate: np.ndarray


def outline_walls(
    polygons: np.ndarray, rows: np.ndarray, existing: np.ndarray, streets: np.ndarray, *, shared_m: float, along_m: float
) -> OutlineWalls:
    """The walls of the estates at these positions, in this order; existing lines and streets (on the ground) as they are drawn."""
    grounds = beside_streets(polygons[rows], streets, along_m)
    near_estates, near_walls = _neighbours(grounds, existing, shared_m)
    street_tree = shapely.STRtree(streets)
    drawn: list[np.ndarray] = []
    # Each estate leaves out what the estates before it have drawn.
    for number, ground in enumerate(grounds):
        others = [
            drawn[other] for other in near_estates[number] if not _lane_between(ground, grounds[other], streets, street_tree, shared_m)
        ]
        others.append(existing[near_walls[number]])
        drawn.append(_left_of(_rings(ground), np.concatenate(others), shared_m))
    estate = np.repeat(rows, [len(lines) for lines in drawn])
    return OutlineWalls(np.concatenate([np.zeros(0, dtype=object), *drawn]), estate.astype(int))


def beside_streets(polygons: np.ndarray, streets: np.ndarray, along_m: float) -> np.ndarray:
    """The polygons without the strips of streets that run on their outlines."""
    edges = shapely.boundary(polygons)
    pieces, estate = _along(edges, streets, along_m)
    length_m = shapely.length(pieces)
    inner_m = shapely.length(shapely.intersection(pieces, shapely.buffer(polygons, -ON_OUTLINE_M)[estate]))
    on_street = (length_m - inner_m >= ON_STREET_SHARE * length_m) & shapely.dwithin(pieces, edges[estate], MEETS_M)
    pieces, estate = pieces[on_street], estate[on_street]
    strips = shapely.buffer(pieces, along_m, cap_style="flat", join_style="mitre")
    result = polygons.copy()
    # Few outlines run on streets.
    for row in np.unique(estate):
        result[row] = _without_specks(shapely.difference(polygons[row], shapely.union_all(strips[estate == row])))
    return result


def _along(edges: np.ndarray, streets: np.ndarray, along_m: float) -> tuple[np.ndarray, np.ndarray]:
    """The parts of streets that run along outlines, and whose outline it is."""
    estate, street = shapely.STRtree(streets).query(edges, predicate="dwithin", distance=along_m)
    near = shapely.intersection(streets[street], shapely.buffer(edges, along_m)[estate])
    # What only crosses the outline would break up the streets that run along it.
    parts, pair = shapely.get_parts(near, return_index=True)
    kept = shapely.length(parts) > 2.5 * along_m
    rows = np.unique(estate[pair[kept]])
    merged = [shapely.line_merge(shapely.union_all(parts[kept & (estate[pair] == row)])) for row in rows]
    pieces, owner = shapely.get_parts(np.array(merged, dtype=object), return_index=True)
    long = shapely.length(pieces) >= RUNS_ALONG * along_m
    return pieces[long], rows[owner[long]]


def _without_specks(ground: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(ground)
    return shapely.multipolygons(parts[shapely.area(parts) >= SMALLEST_M2])


def _rings(ground: shapely.Geometry) -> np.ndarray:
    """Outlines and large holes as lines."""
    parts = shapely.get_parts(ground)
    rings = shapely.get_rings(parts)
    return shapely.linestrings(shapely.get_coordinates(rings), indices=_owner(rings))[_is_large(rings)] if len(rings) else rings


def _owner(rings: np.ndarray) -> np.ndarray:
    return shapely.get_coordinates(rings, return_index=True)[1]


def _is_large(rings: np.ndarray) -> np.ndarray:
    return shapely.area(shapely.polygons(rings)) >= SMALLEST_M2


def _neighbours(grounds: np.ndarray, existing: np.ndarray, shared_m: float) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """For each ground the earlier ones and the existing walls within the distance."""
    edges = shapely.boundary(grounds)
    one, two = shapely.STRtree(edges).query(edges, predicate="dwithin", distance=shared_m)
    earlier = two < one
    ground, wall = shapely.STRtree(existing).query(edges, predicate="dwithin", distance=shared_m)
    numbers = range(len(grounds))
    return [np.sort(two[earlier & (one == n)]) for n in numbers], [np.sort(wall[ground == n]) for n in numbers]


def _lane_between(one: shapely.Geometry, two: shapely.Geometry, streets: np.ndarray, tree: shapely.STRtree, shared_m: float) -> bool:
    """Whether a street runs along in the slit between two grounds."""
    slit = shapely.intersection(shapely.buffer(one, shared_m), shapely.buffer(two, shared_m))
    slit = shapely.difference(slit, shapely.union(one, two))
    inside = shapely.intersection(streets[tree.query(slit, predicate="intersects")], slit)
    return bool((shapely.length(inside) >= SIDE_BY_SIDE * shared_m).any())


def _left_of(rings: np.ndarray, drawn: np.ndarray, shared_m: float) -> np.ndarray:
    """What no drawn wall stands for yet, its ends led to the walls they meet."""
    if not len(drawn) or not len(rings):
        return rings
    walls = shapely.union_all(drawn)
    beside = shapely.buffer(walls, shared_m)
    along = shapely.get_parts(shapely.line_merge(shapely.intersection(rings, beside)))
    passing = along[shapely.length(along) < SIDE_BY_SIDE * shared_m]
    if len(passing) == len(along):
        return rings
    rest = np.concatenate([shapely.get_parts(shapely.difference(rings, beside)), passing])
    rest = shapely.get_parts(shapely.line_merge(shapely.union_all(rest)))
    rest = rest[shapely.length(rest) > MEETS_M]
    return np.array([_led_to(line, walls, shared_m) for line in rest], dtype=object)


def _led_to(line: shapely.LineString, walls: shapely.Geometry, shared_m: float) -> shapely.LineString:
    if shapely.is_closed(line):
        return line
    xy = [shapely.get_coordinates(line)]
    for end, at in ((0, 0), (-1, len(xy))):
        way = shapely.shortest_line(shapely.get_point(line, end), walls)
        if MEETS_M / 10 < shapely.length(way) <= shared_m + MEETS_M:
            xy.insert(at if end == 0 else len(xy), shapely.get_coordinates(way)[1:])
    return shapely.linestrings(np.concatenate(xy))
