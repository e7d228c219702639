"""Gates as places to walk to: one stands at a gate from either side, whoever it lets through."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .access import Access, Inner, access_of, equal_pairs, moved
from .ground import Ground, Site

BESIDE_M = 1e-6  # how far from its cut a street's piece is asked for


def standing_at(site: Site, ground: Ground, gate_points: np.ndarray) -> tuple[Ground, np.ndarray]:
    """The ground on which these facilities, the gates in their order, are reached from all sides, and each facility's estate.

    A gate in a wall is reached on every street that meets the wall there, a gate of an estate without paths from its
    street and straight from the homes inside; its estate is -1.
    """
    estate = site.facility_estate.copy()
    estate[gate_points] = -1
    ways = [_at_crossings(site, ground, gate_points), _at_estates(site, ground, gate_points)]
    extra = {point for way in ways for point in np.unique(way.point)}
    kept = ~np.isin(ground.facilities.point, list(extra))
    rows = _rows(ground.facilities, kept), *ways
    columns = [np.concatenate([getattr(row, name) for row in rows]) for name in ("point", "edge", "offset_m", "leg_m")]
    order = np.argsort(columns[0], kind="stable")
    facilities = Access(*(column[order] for column in columns), ground.facilities.points)
    return replace(ground, facilities=facilities, inner=_inner(site, ground.inner, gate_points)), estate


def _rows(access: Access, kept: np.ndarray) -> Access:
    return Access(access.point[kept], access.edge[kept], access.offset_m[kept], access.leg_m[kept], access.points)


def _at_crossings(site: Site, ground: Ground, gate_points: np.ndarray) -> Access:
    """A row for each ray in which a street leaves a gate's place in a wall."""
    points = ground.facilities.points
    if site.crossings is None or not len(gate_points):
        return Access(*(np.zeros(0, dtype=kind) for kind in (int, int, float, float)), points)
    at = site.crossings.at
    ray = np.flatnonzero(site.crossings.gate[at.place] >= 0)
    point = gate_points[site.crossings.gate[at.place[ray]]]
    leg_m = np.hypot(*(site.facility_xy[point] - at.xy[at.place[ray]]).T)
    beside_m = at.offset_m[ray] + np.where(at.forward[ray], BESIDE_M, -BESIDE_M)
    rows = moved(Access(point, at.edge[ray], beside_m, leg_m, points), site.uncut, ground.network)
    # Back onto the cut itself, where the street is cut there.
    exact_m = at.offset_m[ray] - ground.network.parent_from_m[rows.edge]
    return replace(rows, offset_m=np.clip(exact_m, 0, ground.network.length_m[rows.edge]))


def _at_estates(site: Site, ground: Ground, gate_points: np.ndarray) -> Access:
    """The own place of each gate of an estate without paths, on the street outside."""
    if not len(gate_points):
        return _at_crossings(site, ground, gate_points)
    access = access_of(site.gates.places)
    rows = replace(access, point=gate_points[site.gates.gate[access.point]], points=ground.facilities.points)
    return moved(rows, site.parted, ground.network)


def _inner(site: Site, inner: Inner, gate_points: np.ndarray) -> Inner:
    """The walks that need no street, those from homes to the gates of their estate among them."""
    kept = ~np.isin(inner.facility, gate_points)
    home, gate = equal_pairs(site.home_estate, site.gates.estate if len(gate_points) else np.zeros(0, dtype=int))
    metres = np.hypot(*(site.home_xy[home] - site.gates.xy[gate]).T) * site.detour_factor
    facility = gate_points[site.gates.gate[gate]] if len(gate) else np.zeros(0, dtype=int)
    columns = [np.concatenate(pair) for pair in ((inner.home[kept], home), (inner.facility[kept], facility), (inner.metres[kept], metres))]
    order = np.argsort(columns[0], kind="stable")
    return Inner(*(column[order] for column in columns))
