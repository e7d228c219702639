"""The ways of an estimate as a graph, searched from the facilities outwards under one rule about gates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from .detours import TIE_M, Plane
from .gates import OPEN, OUT, RULES
from .search import FROM_FACILITY


@dataclass(frozen=True)
class Field:
    """Metres from the nearest of some facilities to each node, then to each facility (0 for those), and that facility's rank."""

    metres: np.ndarray
    label: np.ndarray


def way_graph(ground: Plane, *, gates_open: str, direction: str) -> csr_matrix:
    """Arcs from the facilities outwards, under one rule about gates; walks go the other way unless direction says so."""
    nodes = ground.nodes
    rule = {"": OPEN, **{word: state for word, state in RULES[gates_open].items() if word}}
    state = np.array([rule[word] for word in nodes.opening], dtype=object)
    usable = (state == OPEN) | (state == OUT)
    inner, outer = nodes.passes.T
    # Who lives inside walks out: seen from the facility such a gate leads inwards only.
    inwards = (state[inner] == OPEN) | (direction != FROM_FACILITY)
    outwards = (state[inner] == OPEN) | (direction == FROM_FACILITY)
    both = [(ground.legs.start, ground.legs.end, ground.legs.metres), (ground.bridges.start, ground.bridges.end, ground.bridges.metres)]
    arcs = [pair for start, end, metres in both for pair in ((start, end, metres), (end, start, metres))]
    arcs += [
        (tail[rows], head[rows], np.zeros(int(rows.sum()))) for tail, head, rows in ((outer, inner, inwards), (inner, outer, outwards))
    ]
    arcs.append((ground.facility_legs.start + nodes.size, ground.facility_legs.end, ground.facility_legs.metres))
    tail, head, metres = (np.concatenate(column) for column in zip(*arcs))
    passable = np.append(usable, True)
    kept = passable[np.minimum(tail, nodes.size)] & passable[np.minimum(head, nodes.size)]
    return _least(tail[kept], head[kept], metres[kept], nodes.size + len(ground.facilities.xy))


def _least(tail: np.ndarray, head: np.ndarray, metres: np.ndarray, size: int) -> csr_matrix:
    # A sparse matrix would add parallel arcs up.
    order = np.lexsort((metres, head, tail))
    tail, head, metres = tail[order], head[order], metres[order]
    first = np.ones(len(tail), dtype=bool)
    first[1:] = (np.diff(tail) != 0) | (np.diff(head) != 0)
    return csr_matrix((metres[first], (tail[first], head[first])), (size, size))


def field_of(ground: Plane, graph: csr_matrix, facilities: np.ndarray, label: np.ndarray) -> Field:
    """Metres to every node from the nearest of these facilities; among equals the facility of the lowest label."""
    size = graph.shape[0]
    if not len(facilities):
        return Field(np.full(size, np.inf), np.full(size, -1))
    sources = facilities + ground.nodes.size
    metres, _, source = dijkstra(graph, indices=sources, min_only=True, limit=ground.range_m, return_predecessors=True)
    found = np.where(source >= 0, label[np.maximum(source - ground.nodes.size, 0)], np.iinfo(np.int64).max)
    arcs = graph.tocoo()
    with np.errstate(invalid="ignore"):
        tied = np.abs(metres[arcs.row] + arcs.data - metres[arcs.col]) <= TIE_M
    tail, head = arcs.row[tied], arcs.col[tied]
    # Each round carries the lowest label one leg farther.
    while True:
        better = found.copy()
        np.minimum.at(better, head, found[tail])
        if (better == found).all():
            return Field(metres, found)
        found = better
