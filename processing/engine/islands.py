"""Islands: the parts of a network that are not joined to its longest one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .connection import Parts
from .crossings import StraightPieces
from .graph import Network

LOOK_M = 100.0  # how far around an island the longest part is looked for


@dataclass(frozen=True)
class Islands:
    """All parts but the longest, the longest of them first."""

    length_m: np.ndarray
    streets: np.ndarray  # how many
    edge: np.ndarray  # where it is nearest to the longest part, else its own longest edge
    xy: np.ndarray  # a place on that edge
    gap_m: np.ndarray  # to the nearest street of the longest part; inf where none is near
    beside: np.ndarray  # the edge of that street; -1 where none is near


def islands(network: Network, pieces: StraightPieces, parts: Parts) -> Islands:
    """The islands of the network and what of its longest part is near them."""
    edge = _longest_edges(network, parts)
    middle = (network.first[edge] + network.first[edge + 1] - 1) // 2
    found = Islands(
        parts.length_m[1:],
        _streets(network, parts),
        edge,
        network.xy[middle],
        np.full(len(edge), np.inf),
        np.full(len(edge), -1),
    )
    mine, theirs, gap_m = _near_the_longest(pieces, parts)
    island = parts.of_edge[pieces.run[mine]] - 1
    order = np.lexsort((theirs, mine, gap_m, island))
    best = order[np.diff(island[order], prepend=-1) != 0]
    at = island[best]
    between = shapely.shortest_line(pieces.lines[mine[best]], pieces.lines[theirs[best]])
    found.xy[at] = shapely.get_coordinates(shapely.get_point(between, 0))
    found.edge[at], found.beside[at], found.gap_m[at] = pieces.run[mine[best]], pieces.run[theirs[best]], gap_m[best]
    return found


def _longest_edges(network: Network, parts: Parts) -> np.ndarray:
    order = np.lexsort((-network.length_m, parts.of_edge))
    first = order[np.diff(parts.of_edge[order], prepend=-1) != 0]
    return first[1:]


def _streets(network: Network, parts: Parts) -> np.ndarray:
    pairs = np.unique(np.stack([parts.of_edge, network.street], axis=1), axis=0)
    return np.bincount(pairs[:, 0], minlength=parts.count)[1:]


def _near_the_longest(pieces: StraightPieces, parts: Parts) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pieces of islands with the nearest pieces of the longest part, and the metres between them."""
    part = parts.of_edge[pieces.run]
    rows = np.flatnonzero(part > 0)
    main = np.flatnonzero(part == 0)
    (near, beside), gap_m = shapely.STRtree(pieces.lines[main]).query_nearest(
        pieces.lines[rows], max_distance=LOOK_M, return_distance=True, all_matches=False
    )
    return rows[near], main[beside], gap_m
