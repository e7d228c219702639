"""How points reach the network: access legs as arrays, several per point where an estate has several gates.

A point on an ordinary ground has one row, its snapped place. A point in a gated estate without mapped paths has one
row for each of the estate's gates that is open for it: straight × detour factor to the gate, then the gate's own leg.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .graph import Network
from .lines import last_not_above, spans
from .pieces import Places

HOMES = {"as_stated": ("all", "residents", "unknown"), "unknown_closed": ("all", "residents")}
VISITORS = {"as_stated": ("all", "unknown"), "unknown_closed": ("all",)}
EVERY_GATE = ("all", "residents", "unknown", "closed")
NUDGE_M = 1e-6


@dataclass(frozen=True)
class Access:
    """One row per way onto the network, ascending by point."""

    point: np.ndarray  # (rows,) position of the point
    edge: np.ndarray
    offset_m: np.ndarray
    leg_m: np.ndarray
    points: int  # how many points there are, connected or not

    def take(self, points: np.ndarray) -> Access:
        """The rows of these points (ascending), numbered anew from 0."""
        number = np.full(self.points, -1)
        number[points] = np.arange(len(points))
        rows = number[self.point] >= 0
        return Access(number[self.point[rows]], self.edge[rows], self.offset_m[rows], self.leg_m[rows], len(points))

    def of(self, points: np.ndarray) -> Access:
        """The rows of these points; all points keep their numbers."""
        wanted = np.zeros(self.points, dtype=bool)
        wanted[points] = True
        rows = wanted[self.point]
        return Access(self.point[rows], self.edge[rows], self.offset_m[rows], self.leg_m[rows], self.points)

    @cached_property
    def begins(self) -> np.ndarray:
        """The first row of each connected point."""
        return np.flatnonzero(np.diff(self.point, prepend=-1))

    def least(self, values: np.ndarray) -> np.ndarray:
        """(points,) the least value of each point's rows; inf where it has none."""
        result = np.full(self.points, np.inf)
        if len(self.begins) == len(values):
            result[self.point] = values
        elif len(values):
            result[self.point[self.begins]] = np.minimum.reduceat(values, self.begins)
        return result


@dataclass(frozen=True)
class Inner:
    """Walks that need no street: from a home to a facility of the same estate without mapped paths; ascending by home."""

    home: np.ndarray
    facility: np.ndarray
    metres: np.ndarray


def access_of(places: Places) -> Access:
    """One row for each snapped point."""
    point = np.flatnonzero(places.found)
    return Access(point, places.edge[point], places.offset_m[point], places.leg_m[point], len(places.edge))


def through_gates(
    access: Access,
    xy: np.ndarray,
    estate: np.ndarray,
    gate_xy: np.ndarray,
    gate_estate: np.ndarray,
    gate_places: Places,
    *,
    detour_factor: float,
) -> Access:
    """The access with the points of estates (estate -1: none) led through the given gates instead of their own legs."""
    kept = estate[access.point] < 0
    point, gate = equal_pairs(estate, np.where(gate_places.found, gate_estate, -1))
    leg_m = np.hypot(*(xy[point] - gate_xy[gate]).T) * detour_factor + gate_places.leg_m[gate]
    columns = (
        (access.point[kept], point),
        (access.edge[kept], gate_places.edge[gate]),
        (access.offset_m[kept], gate_places.offset_m[gate]),
        (access.leg_m[kept], leg_m),
    )
    rows = [np.concatenate(pair) for pair in columns]
    order = np.argsort(rows[0], kind="stable")
    return Access(*(column[order] for column in rows), access.points)


def inner_walks(
    home_xy: np.ndarray, home_estate: np.ndarray, facility_xy: np.ndarray, facility_estate: np.ndarray, *, detour_factor: float
) -> Inner:
    """Straight × detour factor between the homes and facilities of one estate (-1: none)."""
    home, facility = equal_pairs(home_estate, facility_estate)
    return Inner(home, facility, np.hypot(*(home_xy[home] - facility_xy[facility]).T) * detour_factor)


def equal_pairs(left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions of all pairs of equal keys; -1 matches nothing."""
    order = np.argsort(right, kind="stable")
    left_rows = np.flatnonzero(left >= 0)
    low = np.searchsorted(right[order], left[left_rows])
    count = np.searchsorted(right[order], left[left_rows], side="right") - low
    positions, _ = spans(low, count)
    return np.repeat(left_rows, count), order[positions]


def moved(access: Access, network: Network, other: Network) -> Access:
    """The same places on another cut of the same streets."""
    if other is network:
        return access
    # A place at a cut stays on its side of the cut.
    step = np.minimum(NUDGE_M, network.length_m[access.edge] / 2)
    sure_m = np.clip(access.offset_m, step, network.length_m[access.edge] - step) + network.parent_from_m[access.edge]
    return _placed(access, network, other, _holding(other, network.parent[access.edge], sure_m))


def joined(access: Access, network: Network, other: Network, edge_of: np.ndarray) -> Access:
    """The same places on a coarser cut of the same streets; edge_of are its edges that hold those of the network."""
    return access if other is network else _placed(access, network, other, edge_of[access.edge])


def joined_edges(network: Network, other: Network) -> np.ndarray:
    """For each edge of a network the one that holds it in a coarser cut of the same streets."""
    if other is network:
        return np.arange(network.size)
    return _holding(other, network.parent, network.parent_from_m + network.length_m / 2)


def _holding(network: Network, parent: np.ndarray, offset_m: np.ndarray) -> np.ndarray:
    """The edge at an offset along each street edge that the network was cut from."""
    first = np.concatenate([[0], np.cumsum(np.bincount(network.parent))])
    return last_not_above(network.parent_from_m, offset_m, first[parent], first[parent + 1] - 1)


def _placed(access: Access, network: Network, other: Network, edge: np.ndarray) -> Access:
    at_m = network.parent_from_m[access.edge] + access.offset_m
    offset_m = np.clip(at_m - other.parent_from_m[edge], 0, other.length_m[edge])
    return Access(access.point, edge, offset_m, access.leg_m, access.points)
