"""Paths between the houses of an estate, and the gates where they leave it."""

from __future__ import annotations

from typing import NamedTuple, Optional

import numpy as np
import shapely

from .boxes import Frame, boxes_at, span_at
from .plan import Plan
from .works import Gate, Joint, Path, Works

OPEN = ("all", "residents", "closed", "unknown")
SPINE_M = 11.0  # free width along the path that crosses the rows
BEHIND_M = 4.0  # from the back of a house to the path behind it
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
    """Where an estate is built; wall is a local ring."""

    plan: Plan
    frame: Frame
    lot: int
    estate: int
    wall: np.ndarray


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
    numbers, first = np.unique(houses.row, return_index=True)
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
    crossing = site.frame.to_ground(np.stack(np.broadcast_arrays(spines, path_y[:, None]), axis=-1))
    for order, way in enumerate(south):
        back = [north[order].xy[::-1]] if north[order] else []
        works.paths.append(Path(np.concatenate([way.xy, crossing[joined[:, order], order], *back]), "service", -1))
    for order, number in enumerate(numbers):
        leaving = [way if row == order else None for row, way in ends]
        met = joined[order]
        line = _row_path(site, houses.of(houses.row == number), spines[met], crossing[order][met], path_y[order], leaving)
        if len(line) > 1:
            works.paths.append(Path(line, "footway", -1))
    return ways[0]


def reach_at(wall: np.ndarray, x: np.ndarray) -> np.ndarray:
    """South and north end of a local ring at each x, shape (len(x), 2)."""
    return np.array([span_at(wall[:, ::-1], place) for place in x])


def on_spine(reach: np.ndarray, y: np.ndarray | float) -> np.ndarray:
    """Whether a path at height y meets each spine inside the wall; reach is the wall's south and north at each spine."""
    return (reach[:, 0] + 2 < y) & (y < reach[:, 1] - 2)


def way_out(site: Site, place: float, axis: int, *, far: bool) -> Way:
    """The way out along x = place (axis 0, far: northwards) or y = place (axis 1, far: eastwards)."""
    rim = site.frame.to_local(site.plan.xy[site.plan.rings[site.lot]])
    street, edge = crossing_of(rim, place, axis, far)
    wall, _ = crossing_of(site.wall, place, axis, far)
    points = np.array([[place, street], [place, wall]])
    side = int(site.plan.ring_sides[site.lot][edge])
    return Way(side, site.frame.to_ground(points if axis == 0 else points[:, ::-1]))


def crossing_of(ring: np.ndarray, place: float, axis: int, far: bool) -> tuple[float, int]:
    """The outermost crossing of a ring with x = place (axis 0: its y) or y = place (axis 1: its x), and the edge it lies on."""
    start, end = ring, np.roll(ring, -1, axis=0)
    edges = np.flatnonzero((start[:, axis] - place) * (end[:, axis] - place) < 0)
    share = (place - start[edges, axis]) / (end[edges, axis] - start[edges, axis])
    values = start[edges, 1 - axis] + share * (end[edges, 1 - axis] - start[edges, 1 - axis])
    best = int(np.argmax(values) if far else np.argmin(values))
    return float(values[best]), int(edges[best])


def _row_end(site: Site, path_y: np.ndarray, far: bool, rng: np.random.Generator) -> tuple[int, Optional[Way]]:
    """Now and then the path behind a row leaves the estate to the west or east (far)."""
    row = int(rng.integers(len(path_y)))
    return row, way_out(site, path_y[row], 1, far=far) if rng.random() < 0.6 else None


def _row_path(site: Site, houses: Houses, spines: np.ndarray, crossing: np.ndarray, y: float, ends: list[Optional[Way]]) -> np.ndarray:
    """The path behind one row, from its first house or the western street to its last house or the eastern street."""
    west, east = ends
    first, last = (houses.x - houses.length / 2).min() + 2, (houses.x + houses.length / 2).max() - 2
    places = [crossing]
    if west:
        places.insert(0, west.xy)
    elif first < spines[0] - 3 and _free(site, first, spines[0], y):
        places.insert(0, site.frame.to_ground(np.array([[first, y]])))
    if east:
        places.append(east.xy[::-1])
    elif last > spines[-1] + 3 and _free(site, spines[-1], last, y):
        places.append(site.frame.to_ground(np.array([[last, y]])))
    return np.concatenate(places)


def _free(site: Site, start: float, end: float, y: float) -> bool:
    """Whether a path from x = start to x = end stays clear of the wall, which may be dented."""
    return not shapely.LineString([[start, y], [end, y]]).buffer(0.5).intersects(shapely.LinearRing(site.wall))


def _gate(site: Site, way: Way, shares: tuple[float, ...], main: bool, rng: np.random.Generator) -> Gate:
    return Gate(site.estate, way.xy[1], str(rng.choice(OPEN, p=shares)), main)
