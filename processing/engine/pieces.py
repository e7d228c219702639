"""The straight pieces of a network and the places where points meet them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .cells import Segments
from .graph import Network, point_on_edges

END_STEP_M = 1e-2  # a leg to the end of an edge must see the edge from this far inside: the end may stand on a wall


@dataclass(frozen=True)
class Pieces:
    """The straight pieces of a network and where they lie on its edges."""

    segments: Segments
    edge: np.ndarray
    along_m: np.ndarray  # where on its edge each piece starts
    length_m: np.ndarray


@dataclass(frozen=True)
class Places:
    """Where points meet the network; edge -1 and leg inf where no edge is within the limit or none can be seen."""

    edge: np.ndarray
    offset_m: np.ndarray
    leg_m: np.ndarray
    walled: np.ndarray  # an edge is within the limit, but behind walls or water

    @property
    def found(self) -> np.ndarray:
        """Whether each point is connected."""
        return self.edge >= 0

    def take(self, rows: np.ndarray) -> Places:
        """The places of these rows."""
        return Places(self.edge[rows], self.offset_m[rows], self.leg_m[rows], self.walled[rows])


def pieces_of(network: Network) -> Pieces:
    """All straight pieces of the network's edges."""
    vertex = network.segment_vertex
    length_m = network.along_m[vertex + 1] - network.along_m[vertex]
    segments = Segments(network.xy[vertex], network.xy[vertex + 1])
    return Pieces(segments, network.segment_edge, network.along_m[vertex], length_m)


def distances(segments: Segments, x: np.ndarray, y: np.ndarray, piece: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Squared metres from each point to each piece, and the share along the piece where it is nearest."""
    ax, ay, dx, dy, inverse = (column.take(piece) for column in segments.columns)
    x, y = x - ax, y - ay
    share = x * dx
    share += y * dy
    share *= inverse
    np.minimum(np.maximum(share, 0, out=share), 1, out=share)
    x -= share * dx
    y -= share * dy
    x *= x
    y *= y
    x += y
    return x, share


def places_at(pieces: Pieces, piece: np.ndarray, share: np.ndarray, leg_m: np.ndarray, walled: np.ndarray) -> Places:
    """Places at a share along each piece; piece -1 is no place."""
    found = piece >= 0
    at = np.where(found, piece, 0)
    return Places(
        edge=np.where(found, pieces.edge[at], -1),
        offset_m=np.where(found, pieces.along_m[at] + share * pieces.length_m[at], np.nan),
        leg_m=np.where(found, leg_m, np.inf),
        walled=walled & ~found,
    )


def seen_from(network: Network, edge: np.ndarray, offset_m: np.ndarray) -> np.ndarray:
    """The place that a leg must see: a little inside the edge where it meets the edge's end."""
    step = np.minimum(END_STEP_M, network.length_m[edge] / 2)
    return point_on_edges(network, edge, np.clip(offset_m, step, network.length_m[edge] - step))
