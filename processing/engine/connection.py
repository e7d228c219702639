"""What of a network is joined to what: its parts, and short walks between its nodes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .graph import Network
from .lines import spans


@dataclass(frozen=True)
class Parts:
    """The connected parts of a network, the longest first."""

    of_node: np.ndarray
    of_edge: np.ndarray
    length_m: np.ndarray  # by part

    @property
    def count(self) -> int:
        """How many parts there are."""
        return len(self.length_m)


def parts_of(network: Network) -> Parts:
    """The parts of the network between which no walk leads; of equally long ones that of the lowest street is first."""
    nodes = len(network.node_xy)
    graph = coo_matrix((np.ones(network.size), (network.start, network.end)), shape=(nodes, nodes))
    count, of_node = connected_components(graph, directed=False)
    of_edge = of_node[network.start]
    length_m = np.bincount(of_edge, weights=network.length_m, minlength=count)
    lowest = np.full(count, network.size)
    np.minimum.at(lowest, of_edge, np.arange(network.size))
    order = np.lexsort((lowest, -length_m))
    rank = np.empty(count, dtype=int)
    rank[order] = np.arange(count)
    return Parts(rank[of_node], rank[of_edge], length_m[order])


@dataclass(frozen=True)
class ShortWalks:
    """Metres from some nodes to all nodes within a limit; origins by position in the list that was asked for."""

    key: np.ndarray  # origin × nodes + node, ascending
    metres: np.ndarray
    nodes: int

    def between(self, origin: np.ndarray, node: np.ndarray) -> np.ndarray:
        """Metres from each origin to the node; inf beyond the limit."""
        wanted = origin * self.nodes + node
        at = np.minimum(np.searchsorted(self.key, wanted), len(self.key) - 1)
        return np.where(self.key[at] == wanted, self.metres[at], np.inf) if len(self.key) else np.full(len(wanted), np.inf)


def short_walks(network: Network, origins: np.ndarray, *, limit_m: float) -> ShortWalks:
    """All walks of at most limit_m from the given nodes; for many origins and a limit of few edges."""
    nodes = len(network.node_xy)
    tail = np.concatenate([network.start, network.end])
    order = np.argsort(tail, kind="stable")
    head = np.concatenate([network.end, network.start])[order]
    length_m = np.concatenate([network.length_m, network.length_m])[order]
    first = np.concatenate([[0], np.cumsum(np.bincount(tail, minlength=nodes))])
    found = ShortWalks(np.arange(len(origins)) * nodes + origins, np.zeros(len(origins)), nodes)
    key, metres = found.key, found.metres
    # One round goes one edge farther from all places at once.
    while len(key):
        origin, node = np.divmod(key, nodes)
        count = first[node + 1] - first[node]
        arc, _ = spans(first[node], count)
        key, metres = _least(np.repeat(origin, count) * nodes + head[arc], np.repeat(metres, count) + length_m[arc])
        better = (metres <= limit_m) & (metres < found.between(*np.divmod(key, nodes)))
        key, metres = key[better], metres[better]
        found = ShortWalks(*_least(np.concatenate([found.key, key]), np.concatenate([found.metres, metres])), nodes)
    return found


def _least(key: np.ndarray, metres: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    order = np.lexsort((metres, key))
    key, metres = key[order], metres[order]
    fresh = np.ones(len(key), dtype=bool)
    fresh[1:] = key[1:] != key[:-1]
    return key[fresh], metres[fresh]
