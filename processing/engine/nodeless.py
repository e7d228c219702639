"""Places where streets of a built network meet on the map and one cannot walk from one to the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...layers.progress import SILENT, Progress
from .crossings import StraightPieces, meetings
from .graph import Network
from .lines import vertex_numbers

PLACE_DIGITS = 3  # of metres: meetings nearer than a millimetre are one place


@dataclass(frozen=True)
class Crossings:
    """Places at which two edges meet without a node."""

    one: np.ndarray  # edge
    two: np.ndarray  # edge; the same where it meets itself
    xy: np.ndarray


def crossings_without_node(network: Network, pieces: StraightPieces, level: np.ndarray, *, progress: Progress = SILENT) -> Crossings:
    """Where edges of one level (level by street) cross, touch or run over each other and have no node in common.

    Dead ends that touch an edge are loose ends, not crossings.
    """
    found = meetings(pieces, level[network.street], progress=progress)
    dead = np.bincount(np.concatenate([network.start, network.end]), minlength=len(network.node_xy)) == 1
    number = vertex_numbers(np.concatenate([network.node_xy[dead], found.xy]))
    rows = np.flatnonzero(~np.isin(number[dead.sum() :], number[: dead.sum()]))
    _, first = np.unique(found.xy[rows].round(PLACE_DIGITS), axis=0, return_index=True)
    rows = rows[np.sort(first)]
    return Crossings(pieces.run[found.one[rows]], pieces.run[found.two[rows]], found.xy[rows])


def level_changes(network: Network) -> Crossings:
    """Where edges have a vertex in common and no node, because they are on different levels: one place for each pair of edges."""
    number = vertex_numbers(network.xy)
    edge = np.repeat(np.arange(network.size), np.diff(network.first))
    joint = len(network.node_xy) + edge
    joint[network.first[:-1]], joint[network.first[1:] - 1] = network.start, network.end
    order = np.lexsort((edge, joint, number))
    apart = (number[order][1:] == number[order][:-1]) & (joint[order][1:] != joint[order][:-1])
    one, two = order[:-1][apart], order[1:][apart]
    pairs = np.sort(np.stack([edge[one], edge[two]], axis=1), axis=1)
    _, first = np.unique(pairs, axis=0, return_index=True)
    return Crossings(pairs[first, 0], pairs[first, 1], network.xy[one[first]])
