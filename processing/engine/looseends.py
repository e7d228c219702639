"""Ends of lines that almost meet another line and are not joined to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ...layers.progress import SILENT, Progress
from .connection import Parts, short_walks
from .crossings import StraightPieces, near_pairs
from .graph import Network
from .lines import Runs, vertex_numbers
from .noding import AT_END_M, may_join

WAY_ROUND_M = 25.0  # an end from which a walk this short leads to the place beside it has its connection
FARTHEST_M = 200.0  # longer ways round are not told apart


@dataclass(frozen=True)
class LooseEnds:
    """Ends near a place of the network, nearest place of each."""

    node: np.ndarray  # the end
    edge: np.ndarray  # the edge it nearly meets
    other: np.ndarray  # the node it nearly meets; -1 where it is a place between nodes
    gap_m: np.ndarray
    way_m: np.ndarray  # the walk from the end to that place; inf where there is none or it is long
    apart: np.ndarray  # the two belong to different parts

    def take(self, rows: np.ndarray) -> LooseEnds:
        """These ends."""
        return LooseEnds(*(getattr(self, name)[rows] for name in ("node", "edge", "other", "gap_m", "way_m", "apart")))


def loose_ends(
    network: Network,
    runs: Runs,
    pieces: StraightPieces,
    parts: Parts,
    level: np.ndarray,
    *,
    near_m: float,
    progress: Progress = SILENT,
) -> LooseEnds:
    """Ends of lines within near_m of a street that noding with that tolerance would join them to, and that is far on foot.

    runs are the lines that the network was built of, pieces those of its edges, level that of each street. Dead ends
    are listed wherever they stand; other ends only near another part, and of those only the nearest two.
    """
    node, height, is_end = _line_ends(network, runs, level)
    near = list(near_pairs(pieces.tree, shapely.points(network.node_xy[node]), distance_m=near_m, progress=progress))
    end, piece = (np.concatenate(part) for part in zip(*near))
    edge = pieces.run[piece]
    at_m, gap_m = pieces.foot(piece, network.node_xy[node[end]])
    other = np.where(at_m <= AT_END_M, network.start[edge], np.where(at_m >= network.length_m[edge] - AT_END_M, network.end[edge], -1))
    free = may_join((other >= 0) & is_end[other], height[end], level[network.street[edge]])
    apart = parts.of_node[node[end]] != parts.of_edge[edge]
    dead = np.bincount(np.concatenate([network.start, network.end]), minlength=len(network.node_xy)) == 1
    kept = np.flatnonzero(free & (other != node[end]) & (apart | dead[node[end]]))
    found = LooseEnds(node[end[kept]], edge[kept], other[kept], gap_m[kept], np.full(len(kept), np.inf), apart[kept])
    found = _with_ways(network, found, at_m[kept])
    found = _nearest_of_each(found.take(np.flatnonzero(found.way_m > WAY_ROUND_M)))
    return _few_per_part(_without_facing(found), dead, parts)


def _line_ends(network: Network, runs: Runs, level: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Nodes at which a line ends with the level of that line, and for every node whether a line ends there."""
    count = len(network.node_xy)
    at = np.concatenate([runs.first[:-1], runs.first[1:] - 1])
    number = vertex_numbers(np.concatenate([network.node_xy, runs.xy[at]]))
    node_of = np.empty(number.max() + 1, dtype=int)
    node_of[number[:count]] = np.arange(count)
    node, height = node_of[number[count:]], np.tile(level[runs.street], 2)
    is_end = np.zeros(count, dtype=bool)
    is_end[node] = True
    pairs = pd.DataFrame({"node": node, "height": height}).drop_duplicates()
    return pairs["node"].to_numpy(), pairs["height"].to_numpy(), is_end


def _with_ways(network: Network, ends: LooseEnds, at_m: np.ndarray) -> LooseEnds:
    near = np.flatnonzero(~ends.apart)
    origins, origin = np.unique(ends.node[near], return_inverse=True)
    walks = short_walks(network, origins, limit_m=FARTHEST_M)
    edge = ends.edge[near]
    way_m = ends.way_m.copy()
    way_m[near] = np.minimum(
        walks.between(origin, network.start[edge]) + at_m[near],
        walks.between(origin, network.end[edge]) + network.length_m[edge] - at_m[near],
    )
    return LooseEnds(ends.node, ends.edge, ends.other, ends.gap_m, way_m, ends.apart)


def _nearest_of_each(ends: LooseEnds) -> LooseEnds:
    order = np.lexsort((ends.edge, ends.gap_m, ends.node))
    return ends.take(order[np.diff(ends.node[order], prepend=-1) != 0])


def _without_facing(ends: LooseEnds) -> LooseEnds:
    """Two ends that face each other are one finding."""
    low, high = np.minimum(ends.node, ends.other), np.maximum(ends.node, ends.other)
    pair = np.where(ends.other < 0, -1 - np.arange(len(ends.node)), low * (high.max(initial=0) + 1) + high)
    _, first = np.unique(pair, return_index=True)
    return ends.take(np.sort(first))


def _few_per_part(ends: LooseEnds, dead: np.ndarray, parts: Parts) -> LooseEnds:
    """All dead ends, and of the other ends between two parts the nearest, unless a dead end stands there too."""
    one, two = parts.of_node[ends.node], parts.of_edge[ends.edge]
    pair = np.minimum(one, two) * parts.count + np.maximum(one, two)
    is_dead = dead[ends.node]
    order = np.lexsort((ends.gap_m, ~is_dead, pair))
    best = np.zeros(len(pair), dtype=bool)
    best[order[np.diff(pair[order], prepend=-1) != 0]] = True
    return ends.take(np.flatnonzero(is_dead | best))
