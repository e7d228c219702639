"""Least costs outwards from several nodes over plain arcs: for callers that count in numbers of their own."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra


def least_costs(
    tail: np.ndarray, head: np.ndarray, cost: np.ndarray, *, sources: np.ndarray, first_cost: np.ndarray, nodes: int
) -> np.ndarray:
    """(nodes,) the least cost of each node, inf beyond reach; a source may be named several times, its least cost counts."""
    origin = nodes
    tails, heads = np.append(tail, np.full(len(sources), origin)), np.append(head, sources)
    graph = _least_arcs(tails, heads, np.append(cost, first_cost), nodes + 1)
    return dijkstra(graph, indices=origin)[:nodes]


def _least_arcs(tail: np.ndarray, head: np.ndarray, cost: np.ndarray, size: int) -> csr_matrix:
    """The arcs as a matrix, of several between two nodes the cheapest."""
    order = np.lexsort((cost, head, tail))
    tail, head, cost = tail[order], head[order], cost[order]
    kept = np.append(True, (tail[1:] != tail[:-1]) | (head[1:] != head[:-1]))
    return csr_matrix((cost[kept], (tail[kept], head[kept])), (size, size))
