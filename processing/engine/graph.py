"""The walking network as arrays: nodes, edges with their geometry, and what it costs to walk them.

An edge runs from node start[e] to node end[e]; its vertices are xy[first[e]:first[e + 1]]. Edges are ordered by
street_id as text, so the lowest edge of a tie is the lowest street. Offsets are metres from the edge's start.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from .lines import last_not_above, spans

METRES, SECONDS = "m", "s"


@dataclass(frozen=True)
class Arcs:
    """Directed arcs: a walk over the whole edge in one direction, penalties included; edge is -1 for a one-way gate."""

    tail: np.ndarray
    head: np.ndarray
    seconds: np.ndarray
    metres: np.ndarray
    edge: np.ndarray


@dataclass(frozen=True)
class Network:
    """Nodes, undirected edges with packed geometry, and directed costs in seconds and metres side by side."""

    speed_ms: float  # the walker's speed on the flat
    node_xy: np.ndarray  # (nodes, 2)
    start: np.ndarray  # (edges,) node
    end: np.ndarray  # (edges,) node
    first: np.ndarray  # (edges + 1,) first vertex of each edge
    xy: np.ndarray  # (vertices, 2)
    along_m: np.ndarray  # (vertices,) metres from the edge's start
    street: np.ndarray  # (edges,) position in the streets frame
    forward_factor: np.ndarray  # (edges,) of the walker's speed, from start to end
    backward_factor: np.ndarray  # (edges,) of the walker's speed, from end to start
    penalty_s: np.ndarray  # (edges,) paid by a walk that passes the whole edge
    parent: np.ndarray  # (edges,) the edge this one was cut from; itself where nothing was cut
    parent_from_m: np.ndarray  # (edges,) where on the parent this edge starts
    passes: np.ndarray  # (passes, 2) one-way gates: from node, to node, at no cost
    left_out: dict[str, np.ndarray]  # reason -> positions of the streets that give no edge

    @property
    def size(self) -> int:
        """How many edges there are."""
        return len(self.start)

    @cached_property
    def length_m(self) -> np.ndarray:
        """Metres of each edge."""
        return self.along_m[self.first[1:] - 1]

    @cached_property
    def forward_s(self) -> np.ndarray:
        """Seconds along each edge from start to end, without its penalty."""
        return self.length_m / (self.speed_ms * self.forward_factor)

    @cached_property
    def backward_s(self) -> np.ndarray:
        """Seconds along each edge from end to start, without its penalty."""
        return self.length_m / (self.speed_ms * self.backward_factor)

    @cached_property
    def is_even(self) -> bool:
        """Whether seconds are metres ÷ speed everywhere: no factors, no penalties."""
        return bool((self.forward_factor == 1).all() and (self.backward_factor == 1).all() and not self.penalty_s.any())

    @cached_property
    def is_symmetric(self) -> bool:
        """Whether every walk costs the same in both directions."""
        return not len(self.passes) and bool((self.forward_factor == self.backward_factor).all())

    @cached_property
    def component(self) -> np.ndarray:
        """(nodes,) which connected part each node belongs to; one-way gates join nothing."""
        size = len(self.node_xy)
        links = csr_matrix((np.ones(self.size, dtype=bool), (self.start, self.end)), (size, size))
        return connected_components(links, directed=False)[1]

    @property
    def segment_vertex(self) -> np.ndarray:
        """The first vertex of every straight piece; the piece ends at the next vertex."""
        inner = np.ones(len(self.xy), dtype=bool)
        inner[self.first[1:] - 1] = False
        return np.flatnonzero(inner)

    @property
    def segment_edge(self) -> np.ndarray:
        """The edge of every straight piece."""
        return np.repeat(np.arange(self.size), np.diff(self.first) - 1)

    def edge_boxes(self) -> np.ndarray:
        """West, south, east and north of each edge."""
        x, y = np.ascontiguousarray(self.xy.T)  # rows of two are slow to look through
        return np.stack([of.reduceat(column, self.first[:-1]) for of in (np.minimum, np.maximum) for column in (x, y)], axis=1)

    @cached_property
    def arcs(self) -> Arcs:
        """Both directions of every edge, then the one-way gates."""
        return arcs_of(self)

    def of(self, edges: np.ndarray) -> Network:
        """These edges only, numbered anew; all nodes keep their numbers."""
        vertex, first = edge_vertices(self, edges)
        columns = ("start", "end", "street", "forward_factor", "backward_factor", "penalty_s", "parent", "parent_from_m")
        taken = {name: getattr(self, name)[edges] for name in columns}
        return replace(self, first=first, xy=self.xy[vertex], along_m=self.along_m[vertex], **taken)


def arcs_of(network: Network) -> Arcs:
    """Both directions of every edge, then the one-way gates; Network.arcs keeps them."""
    rows = np.arange(network.size)
    gate = network.passes
    zero = np.zeros(len(gate))
    return Arcs(
        np.concatenate([network.start, network.end, gate[:, 0]]),
        np.concatenate([network.end, network.start, gate[:, 1]]),
        np.concatenate([network.forward_s + network.penalty_s, network.backward_s + network.penalty_s, zero]),
        np.concatenate([network.length_m, network.length_m, zero]),
        np.concatenate([rows, rows, np.full(len(gate), -1)]),
    )


def edge_costs(network: Network, unit: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cost of each whole edge forwards and backwards without penalty, and its penalty; seconds or metres."""
    if unit == SECONDS:
        return network.forward_s, network.backward_s, network.penalty_s
    return network.length_m, network.length_m, np.zeros(network.size)


def point_on_edges(network: Network, edge: np.ndarray, offset_m: np.ndarray) -> np.ndarray:
    """The place (x, y) at an offset along each given edge."""
    vertex = vertex_before(network, edge, offset_m)
    step = network.along_m[vertex + 1] - network.along_m[vertex]
    share = np.clip((offset_m - network.along_m[vertex]) / step, 0, 1)[:, None]
    return network.xy[vertex] * (1 - share) + network.xy[vertex + 1] * share


def vertex_before(network: Network, edge: np.ndarray, offset_m: np.ndarray) -> np.ndarray:
    """The vertex at or before an offset along each given edge, never the edge's last one."""
    return last_not_above(network.along_m, offset_m, network.first[edge], network.first[edge + 1] - 2)


def edge_vertices(network: Network, edges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions of the vertices of the given edges, packed, and where each edge begins in them."""
    return spans(network.first[edges], np.diff(network.first)[edges])
