"""What the page works out itself in large scenes: each doorplate's way onto the streets, and how far every facility is.

Metres of 300,000 doorplates and nine categories would be half the file; the streets that they follow from are small. The page
snaps a doorplate to the nearest street and searches outwards from the facilities; here the same is done on the same rounded
numbers, and what then differs from the ledger by more than SLACK_M is told besides.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..engine.access import Access
from ..engine.outward import least_costs
from .folding import halves_up

SLACK_M = 2.5
ACCESS_SLACK_M = 1.5
NEAR_M = 1e-6
# One number holds a cost in 0.1 s, metres in 0.1 m and the facility: the least cost first, then metres, then facility.
PLACES, LENGTHS = 2.0**12, 2.0**21
MOST_TOLD = 0.2  # of all answers; beyond that they are cheaper told than worked out


@dataclass(frozen=True)
class Streets:
    """The page's streets, rounded as the page has them."""

    lines: np.ndarray  # shapely, local metres
    start: np.ndarray
    end: np.ndarray
    length_m: np.ndarray
    there_s: np.ndarray | None  # from start to end, None where all streets are walked alike
    back_s: np.ndarray | None
    penalty_s: np.ndarray | None
    gates: np.ndarray  # (n, 2) from node, to node
    nodes: int
    speed_ms: float
    from_facility: bool


def snapped(streets: Streets, doors: np.ndarray) -> Access:
    """Each door on the nearest street, the first of equally near ones; doors of shape (n, 2)."""
    points = shapely.points(doors)
    tree = shapely.STRtree(streets.lines)
    _, metres = tree.query_nearest(points, all_matches=False, return_distance=True)
    door, edge = tree.query(points, predicate="dwithin", distance=metres + NEAR_M)
    order = np.lexsort((edge, door))
    door, first = np.unique(door[order], return_index=True)
    edge = edge[order][first]
    along = shapely.line_locate_point(streets.lines[edge], points[door])
    offset = along * streets.length_m[edge] / np.maximum(shapely.length(streets.lines[edge]), NEAR_M)
    return Access(door, edge, offset, metres[door], len(doors))


def told_access(found: Access, true: Access, number_of_edge: np.ndarray) -> Access:
    """The rows of those points whose ways onto the streets are not simply the nearest place."""
    alone = np.bincount(true.point, minlength=true.points) == 1
    row = np.full(true.points, -1)
    row[true.point] = np.arange(len(true.point))
    own = row[found.point]
    near = (number_of_edge[true.edge[own]] == found.edge) & (np.abs(true.offset_m[own] - found.offset_m) <= ACCESS_SLACK_M)
    same = alone[found.point] & (own >= 0) & near & (np.abs(true.leg_m[own] - found.leg_m) <= ACCESS_SLACK_M)
    simple = np.zeros(true.points, dtype=bool)
    simple[found.point[same]] = True
    return true.of(np.flatnonzero(~simple))


def values_at_nodes(streets: Streets, goals: Access, *, by_time: bool) -> np.ndarray:
    """The packed cost of each node to the nearest of the goals, inf where none is reached."""
    there, back, beside = _rates(streets, by_time)
    extra = np.zeros(len(streets.start)) if not by_time or streets.penalty_s is None else streets.penalty_s
    tail = np.concatenate([streets.start, streets.end, streets.gates[:, 1]])
    head = np.concatenate([streets.end, streets.start, streets.gates[:, 0]])
    metres = np.concatenate([streets.length_m, streets.length_m, np.zeros(len(streets.gates))])
    # A search from the facility towards a street's end is a walk from that end.
    seconds = [streets.length_m * back + extra, streets.length_m * there + extra, np.zeros(len(streets.gates))]
    cost = packed(np.concatenate(seconds), metres, np.zeros(len(tail)))
    out = np.tile(goals.leg_m, 2) + np.concatenate([goals.offset_m, streets.length_m[goals.edge] - goals.offset_m])
    towards = np.concatenate([goals.offset_m * there[goals.edge], (streets.length_m[goals.edge] - goals.offset_m) * back[goals.edge]])
    first = packed(np.tile(goals.leg_m, 2) * beside + towards, out, np.tile(goals.point, 2).astype(float))
    nodes = np.concatenate([streets.start[goals.edge], streets.end[goals.edge]])
    return least_costs(tail, head, cost, sources=nodes, first_cost=first, nodes=streets.nodes)


def packed(seconds: np.ndarray, metres: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Cost, length and facility as one number; costs of 0 count metres only."""
    return (halves_up(seconds * 10) * LENGTHS + halves_up(metres * 10)) * PLACES + place


def unpacked(values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Seconds, metres and facility; inf and -1 where nothing is reached."""
    reached = np.isfinite(values)
    whole = np.where(reached, values, 0.0)
    rest = np.floor(whole / PLACES)
    seconds, metres = np.floor(rest / LENGTHS) / 10, np.mod(rest, LENGTHS) / 10
    return np.where(reached, seconds, np.inf), np.where(reached, metres, np.inf), np.where(reached, np.mod(whole, PLACES), -1)


def _rates(streets: Streets, by_time: bool) -> tuple[np.ndarray, np.ndarray, float]:
    """Seconds a metre from start to end, from end to start, and beside the streets; 0 where metres alone decide."""
    if not by_time or streets.there_s is None:
        return np.zeros(len(streets.start)), np.zeros(len(streets.start)), 0.0
    length = np.maximum(streets.length_m, NEAR_M)
    there, back = streets.there_s / length, streets.back_s / length
    return (back, there, 1 / streets.speed_ms) if streets.from_facility else (there, back, 1 / streets.speed_ms)


def answers(streets: Streets, homes: Access, goals: Access, *, by_time: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Seconds, metres and facility of each home's best walk; inf and -1 where there is none."""
    there, back, beside = _rates(streets, by_time)
    seconds, metres, place = unpacked(values_at_nodes(streets, goals, by_time=by_time))
    length, edge = streets.length_m[homes.edge], homes.edge
    before, after = homes.offset_m, length - homes.offset_m
    rows = [
        (seconds[streets.start[edge]] + before * back[edge], metres[streets.start[edge]] + before, place[streets.start[edge]]),
        (seconds[streets.end[edge]] + after * there[edge], metres[streets.end[edge]] + after, place[streets.end[edge]]),
    ]
    found = [(homes.point, row[0] + homes.leg_m * beside, row[1] + homes.leg_m, row[2]) for row in rows]
    found.append(_along(homes, goals, there, back, beside))
    point, cost, walked, facility = (np.concatenate([row[k] for row in found]) for k in range(4))
    decided = cost if beside else walked
    order = np.lexsort((facility, decided, point))
    least, first = np.unique(point[order], return_index=True)
    best = order[first]
    result = [np.full(homes.points, np.inf), np.full(homes.points, np.inf), np.full(homes.points, -1.0)]
    for target, values in zip(result, (cost, walked, facility)):
        target[least] = values[best]
    return tuple(result)


def _along(homes: Access, goals: Access, there: np.ndarray, back: np.ndarray, beside: float) -> tuple[np.ndarray, ...]:
    """Walks along the home's own street to a facility on it."""
    order = np.argsort(goals.edge, kind="stable")
    first = np.searchsorted(goals.edge[order], homes.edge)
    count = np.searchsorted(goals.edge[order], homes.edge, side="right") - first
    home = np.repeat(np.arange(len(homes.edge)), count)
    goal = order[np.repeat(first - (np.cumsum(count) - count), count) + np.arange(count.sum())]
    ahead = goals.offset_m[goal] - homes.offset_m[home]
    legs = homes.leg_m[home] + goals.leg_m[goal]
    rate = np.where(ahead > 0, there[homes.edge[home]], back[homes.edge[home]])
    return homes.point[home], legs * beside + np.abs(ahead) * rate, legs + np.abs(ahead), goals.point[goal].astype(float)
