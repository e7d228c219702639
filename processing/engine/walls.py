"""Where walls part the edges of a walking network.

Around a place where edges meet a wall, the wall's rays part the surroundings into sectors; edges that leave into
different sectors are parted there. A street that only touches a wall, passes it on another level (bridge, tunnel)
or is drawn along it is not parted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .boxes import meeting_boxes
from .cells import Segments
from .graph import Network, point_on_edges, vertex_before
from .lines import spans

ON_WALL_M = 1e-4
ALIGNED = 1e-6  # radians below which a street runs along a wall


@dataclass(frozen=True)
class Crossings:
    """Places where a wall parts the edges that meet there, and the rays in which the edges leave."""

    xy: np.ndarray  # (places, 2)
    node: np.ndarray  # (places,) the node it stands on; -1 inside an edge
    wall: np.ndarray  # (places,) a wall that stands there, its position among the given lines
    place: np.ndarray  # (rays,) ascending
    edge: np.ndarray  # (rays,)
    offset_m: np.ndarray  # (rays,) where on the edge
    forward: np.ndarray  # (rays,) towards the edge's end
    angle: np.ndarray  # (rays,) radians
    sector: np.ndarray  # (rays,) rays of one sector stay together
    loose: np.ndarray  # edges that may meet a wall somewhere without being parted there


@dataclass(frozen=True)
class Touches:
    """Every edge and wall segment that touch: where on the edge, and where along the segment."""

    edge: np.ndarray
    offset_m: np.ndarray
    segment: np.ndarray
    along_m: np.ndarray


@dataclass(frozen=True)
class Spots:
    """The different places of touches: a node, or an offset inside an edge."""

    node: np.ndarray  # -1 inside an edge
    edge: np.ndarray
    offset_m: np.ndarray


def wall_crossings(network: Network, segments: Segments, wall: np.ndarray, *, edges: np.ndarray) -> Crossings:
    """All places where wall segments part the given edges of a network that has not been cut yet."""
    segment, edge = _near(network, segments)
    on_ground = np.zeros(network.size, dtype=bool)
    on_ground[edges] = True
    wanted = on_ground[edge]
    touches = _touches(network, edge[wanted], segments, segment[wanted])
    spots, spot = _spots(network, touches)
    rays = _street_rays(network, spots)
    at = rays["place"].to_numpy()
    rays["sector"], aligned = _sectors(at, rays["angle"].to_numpy(), *_wall_rays(segments, touches, spot), len(spots.node))
    by_place = rays.groupby("place")["sector"]
    parted = np.zeros(len(spots.node), dtype=bool)
    parted[by_place.max().index[by_place.max() > by_place.min()]] = True
    parted[at[aligned]] = False
    some_wall = np.full(len(parted), -1)
    # Pieces that close a gap are the last walls: at a post the gap's gate counts.
    np.maximum.at(some_wall, spot, wall[touches.segment])
    rays = rays[parted[at]]
    return Crossings(
        xy=point_on_edges(network, spots.edge, spots.offset_m)[parted],
        node=spots.node[parted],
        wall=some_wall[parted],
        place=(np.cumsum(parted) - 1)[rays["place"].to_numpy()],
        **{name: rays[name].to_numpy() for name in ("edge", "offset_m", "forward", "angle", "sector")},
        loose=np.union1d(touches.edge[~parted[spot]], edge[~wanted]),
    )


def _touches(network: Network, edge: np.ndarray, segments: Segments, segment: np.ndarray) -> Touches:
    # Of pairs of an edge and a segment that are near each other.
    vertex, first = spans(network.first[edge], np.diff(network.first)[edge] - 1)
    segment, edge = np.repeat(segment, np.diff(first)), np.repeat(edge, np.diff(first))
    origin, way = segments.a[segment], (segments.b - segments.a)[segment]
    length = np.hypot(way[:, 0], way[:, 1])
    way = way / length[:, None]
    (along, height), (next_along, next_height) = (_in_frame(network.xy[at] - origin, way) for at in (vertex, vertex + 1))
    on_wall = (np.abs(height) <= ON_WALL_M, np.abs(next_height) <= ON_WALL_M)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = height / (height - next_height)
        crossing = along + share * (next_along - along)
    found = []
    start_m, end_m = network.along_m[vertex], network.along_m[vertex + 1]
    for rows, at, offset_m in (
        (on_wall[0], along, start_m),
        (on_wall[1], next_along, end_m),
        (~on_wall[0] & ~on_wall[1] & (height * next_height < 0), crossing, start_m + share * (end_m - start_m)),
    ):
        rows = np.flatnonzero(rows & (at >= -ON_WALL_M) & (at <= length + ON_WALL_M))
        found.append((edge[rows], offset_m[rows], segment[rows], at[rows]))
    return Touches(*(np.concatenate(column) for column in zip(*found)))


def _in_frame(xy: np.ndarray, way: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    # Along the wall and across it.
    return (xy * way).sum(axis=1), way[:, 0] * xy[:, 1] - way[:, 1] * xy[:, 0]


def _near(network: Network, segments: Segments) -> tuple[np.ndarray, np.ndarray]:
    """Every pair of a segment and an edge whose boxes meet."""
    low = np.minimum(segments.a, segments.b) - ON_WALL_M
    high = np.maximum(segments.a, segments.b) + ON_WALL_M
    return meeting_boxes(np.concatenate([low, high], axis=1), network.edge_boxes())


def _spots(network: Network, touches: Touches) -> tuple[Spots, np.ndarray]:
    """The different places that are touched, and the place of each touch."""
    edge, offset_m = touches.edge, touches.offset_m
    node = np.where(offset_m <= ON_WALL_M, network.start[edge], -1)
    node = np.where(offset_m >= network.length_m[edge] - ON_WALL_M, network.end[edge], node)
    inner = np.where(node >= 0, -1, edge)
    order = np.lexsort((np.where(node >= 0, 0, offset_m), inner, node))
    new = np.ones(len(order), dtype=bool)
    new[1:] = (np.diff(node[order]) != 0) | (np.diff(inner[order]) != 0)
    new[1:] |= (node[order][1:] < 0) & (np.diff(offset_m[order]) > 2 * ON_WALL_M)
    spot = np.empty(len(order), dtype=int)
    spot[order] = np.cumsum(new) - 1
    first = order[new]
    return Spots(node[first], edge[first], offset_m[first]), spot


def _street_rays(network: Network, spots: Spots) -> pd.DataFrame:
    place_of_node = np.full(len(network.node_xy), -1)
    at_node = np.flatnonzero(spots.node >= 0)
    place_of_node[spots.node[at_node]] = at_node
    starts = np.flatnonzero(place_of_node[network.start] >= 0)
    ends = np.flatnonzero(place_of_node[network.end] >= 0)
    inner = np.flatnonzero(spots.node < 0)
    place = np.concatenate([place_of_node[network.start[starts]], place_of_node[network.end[ends]], inner, inner])
    edge = np.concatenate([starts, ends, spots.edge[inner], spots.edge[inner]])
    offset_m = np.concatenate([np.zeros(len(starts)), network.length_m[ends], spots.offset_m[inner], spots.offset_m[inner]])
    forward = np.repeat([True, False, True, False], [len(starts), len(ends), len(inner), len(inner)])
    rays = pd.DataFrame({"place": place, "edge": edge, "offset_m": offset_m, "forward": forward})
    rays["angle"] = _ray_angles(network, edge, offset_m, forward)
    return rays.sort_values("place", kind="stable", ignore_index=True)


def _ray_angles(network: Network, edge: np.ndarray, offset_m: np.ndarray, forward: np.ndarray) -> np.ndarray:
    after = vertex_before(network, edge, offset_m + ON_WALL_M) + 1
    before = vertex_before(network, edge, offset_m - ON_WALL_M)
    way = network.xy[np.where(forward, after, before)] - point_on_edges(network, edge, offset_m)
    return np.arctan2(way[:, 1], way[:, 0])


def _wall_rays(segments: Segments, touches: Touches, spot: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Place and angle of every direction in which a wall leaves a touched place."""
    _, first = np.unique(np.stack([spot, touches.segment]), axis=1, return_index=True)
    place, segment, along_m = spot[first], touches.segment[first], touches.along_m[first]
    way = (segments.b - segments.a)[segment]
    angle = np.arctan2(way[:, 1], way[:, 0])
    ahead, behind = along_m < np.hypot(way[:, 0], way[:, 1]) - ON_WALL_M, along_m > ON_WALL_M
    back = np.where(angle > 0, angle - np.pi, angle + np.pi)
    return np.concatenate([place[ahead], place[behind]]), np.concatenate([angle[ahead], back[behind]])


def _sectors(
    place: np.ndarray, angle: np.ndarray, wall_place: np.ndarray, wall_angle: np.ndarray, places: int
) -> tuple[np.ndarray, np.ndarray]:
    """The sector between wall rays into which each street ray points, and whether it runs along a wall."""
    # Going round each place, every wall ray that is passed opens the next sector; the last one is the first again.
    at = np.concatenate([wall_place, place])
    is_wall = np.arange(len(at)) < len(wall_place)
    around = np.concatenate([wall_angle, angle])
    order = np.lexsort((around, at))
    passed = np.cumsum(is_wall[order])
    walls = np.bincount(wall_place, minlength=places)
    sector = np.empty(len(at), dtype=int)
    sector[order] = (passed - (np.cumsum(walls) - walls)[at[order]]) % np.maximum(walls[at[order]], 1)
    aligned = _along_a_wall(place, angle, wall_place, wall_angle)
    return sector[~is_wall], aligned


def _along_a_wall(place: np.ndarray, angle: np.ndarray, wall_place: np.ndarray, wall_angle: np.ndarray) -> np.ndarray:
    rays = pd.DataFrame({"place": place, "ray": np.arange(len(place)), "angle": angle})
    both = rays.merge(pd.DataFrame({"place": wall_place, "wall": wall_angle}), on="place")
    apart = np.abs(both["angle"] - both["wall"]) % (2 * np.pi)
    aligned = np.zeros(len(place), dtype=bool)
    aligned[both["ray"][np.minimum(apart, 2 * np.pi - apart) < ALIGNED]] = True
    return aligned
