"""The costs of walks by Dijkstra's queue, for networks on which spreading them hop by hop takes too many rounds.

field = queued(field, limit)
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, dijkstra

if TYPE_CHECKING:
    from .spreading import Field


def queued(field: Field, *, limit: float, tie: float) -> Field:
    """The same field with the costs of all nodes within the limit; every arc on a walk equally long is noted as tied."""
    size, width = field.fan.head.shape
    head, cost = field.fan.head.ravel(), field.fan.cost.ravel()
    arc = np.flatnonzero(np.isfinite(cost))
    tail, head, cost = arc // width, head[arc], cost[arc]
    found, before = _searched(field, (tail, head, cost), limit)
    away = found[tail] + cost
    with np.errstate(invalid="ignore"):
        tied = np.isfinite(away) & (away <= found[head] + tie)
    led = np.flatnonzero((before[head] == tail) & (away == found[head]))
    arcs = np.full(size, -1)
    arcs[head[led]] = arc[led]
    label, other = _handed_on(field, found, before, arcs)
    return replace(field, cost=found, label=label, other=other, arc=arcs, tied=[arc[tied]])


def _searched(field: Field, arcs: tuple[np.ndarray, np.ndarray, np.ndarray], limit: float) -> tuple[np.ndarray, np.ndarray]:
    """Cost of each node and the node before it; size where a place is."""
    size = len(field.fan.head)
    (tail, head, cost), offers = arcs, field.offers
    # All places hang on one more node.
    first = np.concatenate([[0], np.cumsum(np.bincount(tail, minlength=size)), [len(tail) + len(offers.node)]])
    columns = (np.concatenate([cost, offers.cost]), np.concatenate([head, offers.node]), first)
    graph = csr_matrix(columns, shape=(size + 1, size + 1))
    found, before = dijkstra(graph, indices=size, return_predecessors=True, limit=limit)
    return found[:size], before[:size]


def _handed_on(field: Field, cost: np.ndarray, before: np.ndarray, arc: np.ndarray) -> tuple[np.ndarray, np.ndarray | None]:
    """Labels and costs in the other unit, each node's from the one before it."""
    size, offers = len(cost), field.offers
    label = np.full(size, np.iinfo(np.int32).max, dtype=np.int32)
    other = None if field.other is None else np.full(size, np.inf)
    # Of several places the last written, the lowest label, stands.
    rows = np.flatnonzero(offers.cost == cost[offers.node])
    rows = rows[np.argsort(offers.label[rows], kind="stable")[::-1]]
    label[offers.node[rows]] = offers.label[rows]
    if other is not None:
        other[offers.node[rows]] = offers.other[rows]
    reached = np.flatnonzero(before >= 0)
    tree = csr_matrix((np.ones(len(reached)), (before[reached], reached)), shape=(size + 1, size + 1))
    order = breadth_first_order(tree, size, return_predecessors=False)[1:]
    order = order[before[order] != size]
    labels, others = label.tolist(), None if other is None else other.tolist()
    steps = (None if others is None else field.fan.other.ravel()[arc[order]].tolist()) or [0.0] * len(order)
    # Node after node: each needs what the one before it has got.
    for node, last, step in zip(order.tolist(), before[order].tolist(), steps):
        labels[node] = labels[last]
        if others is not None:
            others[node] = others[last] + step
    return np.array(labels, dtype=np.int32), None if others is None else np.array(others)
