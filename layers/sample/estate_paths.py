"""Paths between the houses of an estate, and the gates where they leave it."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
import shapely

from .boxes import Frame, boxes_at, spans_at
from .draws import drawn
from .plan import Plan
from .works import Gate, Joint, Path, Works

OPEN = ("all", "residents", "closed", "unknown")
SPINE_M = 11.0  # free width along the path that crosses the rows
BEHIND_M = 4.0  # from the back of a house to the path behind it
CLEAR_M = 0.5  # a path keeps so far from a wall
UNMAPPED = 0.1  # share of gated estates whose paths nobody mapped


class Houses(NamedTuple):
    """Houses in rows, in local metres of their estate."""

    x: np.ndarray
    y: np.ndarray
    length: np.ndarray
    row: np.ndarray
    depth: float

    def of(self, kept: np.ndarray) -> Houses:
        """The houses that are kept."""
        return Houses(self.x[kept], self.y[kept], self.length[kept], self.row[kept], self.depth)

    def corners(self, frame: Frame) -> np.ndarray:
        """Their footprints on the ground."""
        return boxes_at(frame, self.x, self.y, self.length, np.full(len(self.x), self.depth))


class Site(NamedTuple):
    """Where an estate is built; wall and rim (the middles of the streets around) are local rings."""

    plan: Plan
    frame: Frame
    lot: int
    estate: int
    wall: np.ndarray
    rim: np.ndarray


def site_of(plan: Plan, frame: Frame, lot: int, estate: int, ground: shapely.Polygon) -> Site:
    """The site of a ground in its block."""
    wall = frame.to_local(shapely.get_coordinates(ground)[:-1])
    return Site(plan, frame, lot, estate, wall, frame.to_local(plan.xy[plan.rings[lot]]))


class GateShares(NamedTuple):
    """Shares of OPEN for the main gate and the others."""

    main: tuple[float, ...]
    side: tuple[float, ...]


class Way(NamedTuple):
    """Where a path meets the street and the wall: two points from outside to inside."""

    side: int
    xy: np.ndarray


def draw_paths(works: Works, site: Site, houses: Houses, spines: np.ndarray, shares: Optional[GateShares], rng: np.random.Generator) -> Way:
    """Paths behind the rows and across them; gates where they meet a wall (shares None: no wall). Returns the main way in."""
    # Houses stand row by row.
    first = np.flatnonzero(np.diff(houses.row, prepend=-1))
    path_y = houses.y[first] + houses.depth / 2 + BEHIND_M
    south = [way_out(site, place, 0, far=False) for place in spines]
    north = [way_out(site, place, 0, far=True) if rng.random() < 0.85 else None for place in spines]
    ends = [_row_end(site, path_y, far, rng) for far in (False, True)]
    ways = list(filter(None, (*south, *north, *(way for _, way in ends))))
    works.joints.extend(Joint(way.side, way.xy[0]) for way in ways)
    if shares:
        works.gates.extend(_gate(site, way, shares.side if order else shares.main, not order, rng) for order, way in enumerate(ways))
    if shares and rng.random() < UNMAPPED:
        works.paths.extend(Path(way.xy, "footway", -1) for way in ways)
        return ways[0]
    joined = on_spine(reach_at(site.wall, spines), path_y[:, None])
    crossing = np.empty((len(path_y), len(spines), 2))
    crossing[..., 0], crossing[..., 1] = spines, path_y[:, None]
    crossing = site.frame.to_ground(crossing)
    for order, way in enumerate(south):
        back = [north[order].xy[::-1]] if north[order] else []
        works.paths.append(Path(np.concatenate([way.xy, crossing[joined[:, order], order], *back]), "service", -1))
    west, east = _row_ends(site, houses, first, spines, joined, path_y)
    for order in range(len(first)):
        leaving = [way.xy if way and row == order else None for row, way in ends]
        places = [
            leaving[0] if leaving[0] is not None else west[order],
            crossing[order][joined[order]],
            leaving[1][::-1] if leaving[1] is not None else east[order],
        ]
        line = np.concatenate([place for place in places if place is not None])
        if len(line) > 1:
            works.paths.append(Path(line, "footway", -1))
    return ways[0]


def reach_at(wall: np.ndarray, x: np.ndarray) -> np.ndarray:
    """South and north end of a local ring at each x, shape (len(x), 2)."""
    return spans_at(wall[:, ::-1], x)


def on_spine(reach: np.ndarray, y: np.ndarray | float) -> np.ndarray:
    """Whether a path at height y meets each spine inside the wall; reach is the wall's south and north at each spine."""
    return (reach[:, 0] + 2 < y) & (y < reach[:, 1] - 2)


def way_out(site: Site, place: float, axis: int, *, far: bool) -> Way:
    """The way out along x = place (axis 0, far: northwards) or y = place (axis 1, far: eastwards)."""
    street, edge = crossing_of(site.rim, place, axis, far)
    wall, _ = crossing_of(site.wall, place, axis, far)
    points = np.array([[place, street], [place, wall]])
    side = int(site.plan.ring_sides[site.lot][edge])
    return Way(side, site.frame.to_ground(points if axis == 0 else points[:, ::-1]))


def crossing_of(ring: np.ndarray, place: float, axis: int, far: bool) -> tuple[float, int]:
    """The outermost crossing of a ring with x = place (axis 0: its y) or y = place (axis 1: its x), and the edge it lies on."""
    vertices = ring.tolist()
    crossings = []
    # A ring has a dozen edges: a plain loop over them is quicker than arrays of that length.
    for edge, (start, end) in enumerate(zip(vertices, vertices[1:] + vertices[:1])):
        if (start[axis] - place) * (end[axis] - place) < 0:
            share = (place - start[axis]) / (end[axis] - start[axis])
            crossings.append((start[1 - axis] + share * (end[1 - axis] - start[1 - axis]), edge))
    # Of two equal ones the first edge.
    return max(crossings, key=lambda found: (found[0], -found[1])) if far else min(crossings)


def _row_end(site: Site, path_y: np.ndarray, far: bool, rng: np.random.Generator) -> tuple[int, Optional[Way]]:
    """Now and then the path behind a row leaves the estate to the west or east (far)."""
    row = int(rng.integers(len(path_y)))
    return row, way_out(site, path_y[row], 1, far=far) if rng.random() < 0.6 else None


def _row_ends(
    site: Site, houses: Houses, row_starts: np.ndarray, spines: np.ndarray, joined: np.ndarray, path_y: np.ndarray
) -> list[list[Optional[np.ndarray]]]:
    """Where the path behind each row starts and ends beyond its spines: at its first and its last house, where the way is free."""
    half = houses.length / 2
    first = np.minimum.reduceat(houses.x - half, row_starts) + 2
    last = np.maximum.reduceat(houses.x + half, row_starts) - 2
    western = spines[joined.argmax(axis=1)]
    eastern = spines[len(spines) - 1 - joined[:, ::-1].argmax(axis=1)]
    ends: list[list[Optional[np.ndarray]]] = []
    for end, spine, beyond in ((first, western, first < western - 3), (last, eastern, last > eastern + 3)):
        places = site.frame.to_ground(np.stack([end, path_y], axis=1))[:, None]
        free = _free(site, end, spine, path_y, beyond)
        ends.append([place if there else None for place, there in zip(places, free)])
    return ends


def _free(site: Site, start: np.ndarray, end: np.ndarray, y: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Whether paths from x = start to x = end at heights y are asked for and stay clear of the wall, which may be dented."""
    lines = np.empty((asked.sum(), 2, 2))
    lines[:, 0, 0], lines[:, 1, 0] = start[asked], end[asked]
    lines[..., 1] = y[asked, None]
    free = asked.copy()
    free[asked] = shapely.distance(shapely.linestrings(lines), shapely.linearrings(site.wall)) > CLEAR_M
    return free


def _gate(site: Site, way: Way, shares: tuple[float, ...], main: bool, rng: np.random.Generator) -> Gate:
    return Gate(site.estate, way.xy[1], OPEN[int(drawn(shares, rng, 1)[0])], main)
