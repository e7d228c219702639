"""What the page works out itself in large scenes: each doorplate's way onto the streets, and how far every facility is.

Metres of 300,000 doorplates and nine categories would be half the file; the streets that they follow from are small. The page
snaps a doorplate to the nearest street and searches outwards from the facilities; here the same is done on the same rounded
numbers, and what then differs from the ledger by more than SLACK_M is told besides.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import shapely

from ..engine.access import Access
from ..engine.outward import least_costs
from .folding import halves_up

SLACK_M = 2.5
ACCESS_SLACK_M = 1.5
NEAR_M = 1e-6
THREADS = 4
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
    # GEOS works without Python's lock: a share of the doors for each thread.
    shares = np.array_split(points, THREADS)
    with ThreadPoolExecutor(THREADS) as pool:
        nearest = pool.map(lambda own: tree.query_nearest(own, all_matches=False, return_distance=True)[1], shares)
        metres = np.concatenate(list(nearest))
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
    ends = [
        (seconds[node] + along * rate[edge] + homes.leg_m * beside, metres[node] + along + homes.leg_m, place[node])
        for node, along, rate in ((streets.start[edge], before, back), (streets.end[edge], after, there))
    ]
    decides = 0 if beside else 1
    nearer = _before(ends[1], ends[0], decides)
    found = [(homes.point, *(np.where(nearer, second, first) for first, second in zip(*ends)))]
    found.append(_along(homes, goals, there, back, beside))
    return _best_of_points(*(np.concatenate([row[k] for row in found]) for k in range(4)), decides=decides, points=homes.points)


def _before(one: tuple[np.ndarray, ...], other: tuple[np.ndarray, ...], decides: int) -> np.ndarray:
    """Whether one way (cost, metres, facility) is better than the other: less of what decides, then the earlier facility."""
    return (one[decides] < other[decides]) | ((one[decides] == other[decides]) & (one[2] < other[2]))


def _best_of_points(
    point: np.ndarray, cost: np.ndarray, walked: np.ndarray, facility: np.ndarray, *, decides: int, points: int
) -> tuple[np.ndarray, ...]:
    """The best row of every point; only the few points with several rows need an order."""
    lone = np.bincount(point, minlength=points)[point] == 1
    several = np.flatnonzero(~lone)
    order = several[np.lexsort((facility[several], (cost, walked)[decides][several], point[several]))]
    best = np.concatenate([np.flatnonzero(lone), order[np.unique(point[order], return_index=True)[1]]])
    result = [np.full(points, np.inf), np.full(points, np.inf), np.full(points, -1.0)]
    for target, values in zip(result, (cost, walked, facility)):
        target[point[best]] = values[best]
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
