"""Street blocks: the faces that the connected streets enclose, and which edges bound or enter each of them.

Islands (streets joined to none of these) enclose nothing but are known to enter. Where two streets cross without joining
(a bridge) the faces are cut at the crossing, the edges are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from .enclosing import enclosed_by
from .graph import Network
from .lines import spans
from .reach import edge_lines

ON_M = 1e-6  # a place this near to a line lies on it
SHORT_M = 1e-5  # shorter pieces of streets are rounding


@dataclass(frozen=True)
class Blocks:
    """Faces, and the pairs of a face and an edge that bounds or enters it, ascending by face."""

    faces: np.ndarray
    face: np.ndarray
    edge: np.ndarray
    entered: np.ndarray  # (faces,) a street ends inside
    open: np.ndarray  # (edges,) a side of the edge lies in no face
    main: np.ndarray  # (edges,) belongs to the largest connected part of the network

    @cached_property
    def first_of_edge(self) -> np.ndarray:
        """Where the pairs of each edge begin in by_edge; one more than there are edges."""
        return np.concatenate([[0], np.cumsum(np.bincount(self.edge, minlength=len(self.open)))])

    @cached_property
    def by_edge(self) -> np.ndarray:
        """The faces of all pairs in the order of their edges."""
        return self.face[np.argsort(self.edge, kind="stable")]

    @cached_property
    def first_of_face(self) -> np.ndarray:
        """Where the pairs of each face begin; one more than there are faces."""
        return np.searchsorted(self.face, np.arange(len(self.faces) + 1))

    @cached_property
    def needed(self) -> np.ndarray:
        """(faces,) how many edges bound or enter each face, islands left out."""
        return np.bincount(self.face[self.main[self.edge]], minlength=len(self.faces))

    def faces_of(self, edges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The faces that these edges bound or enter, and where those of each edge begin."""
        at, first = spans(self.first_of_edge[edges], np.diff(self.first_of_edge)[edges])
        return self.by_edge[at], first

    def full(self, whole: np.ndarray, touched: np.ndarray) -> np.ndarray:
        """The faces with all their edges reached and no island in them touched, ascending.

        whole and touched are the edges that are reached all along, and at all; each once.
        """
        faces, counts = np.unique(self.faces_of(whole[self.main[whole]])[0], return_counts=True)
        entered, _ = self.faces_of(touched[~self.main[touched]])
        return faces[(counts == self.needed[faces]) & ~np.isin(faces, entered)]

    def inside(self, edges: np.ndarray, full: np.ndarray) -> np.ndarray:
        """Whether each of these edges lies between full faces only."""
        is_full = np.zeros(len(self.faces) + 1, dtype=bool)
        is_full[full] = True
        faces, first = self.faces_of(edges)
        others = np.concatenate([[0], np.cumsum(~is_full[faces])])
        return (others[first[1:]] == others[first[:-1]]) & ~self.open[edges] & self.main[edges]


def blocks_of(network: Network) -> Blocks:
    """The blocks that the largest connected part of a network encloses."""
    lines, main = edge_lines(network), main_part(network)
    streets, others = np.flatnonzero(main), np.flatnonzero(~main)
    noded = shapely.get_parts(shapely.union_all(lines[streets]))
    faces = enclosed_by(noded)
    tree = shapely.STRtree(faces)
    middle = shapely.points(_middles(noded, lines[streets]))
    of_edge, edge = shapely.STRtree(lines[streets]).query(middle, predicate="dwithin", distance=ON_M)
    of_face, face = tree.query(middle, predicate="dwithin", distance=ON_M)
    inner = shapely.distance(shapely.boundary(faces)[face], middle[of_face]) > ON_M
    # A street that ends inside a block has both its sides there, another one has a face on each side.
    sides = np.bincount(of_face, weights=1 + inner, minlength=len(middle))
    is_open = np.ones(network.size, dtype=bool)
    is_open[streets[edge]] = False
    is_open[streets[edge[sides[of_edge] < 2]]] = True
    island, around = tree.query(lines[others], predicate="intersects")
    bounding = _joined(of_edge, streets[edge], of_face, face, network.size)
    pairs = np.unique(np.concatenate([bounding, around * network.size + others[island]]))
    entered = np.bincount(face[inner], minlength=len(faces)) > 0
    return Blocks(faces, pairs // network.size, pairs % network.size, entered, is_open, main)


def _middles(noded: np.ndarray, streets: np.ndarray) -> np.ndarray:
    """The middle of the longest segment of each piece; the same faces lie beside a line from node to node.

    GEOS 3.15 joins lines where only two of them meet: there a line is parted again at the ends of streets.
    """
    xy, line = shapely.get_coordinates(noded, return_index=True)
    inner = np.flatnonzero(line[1:] == line[:-1])
    ends = shapely.get_coordinates(np.concatenate([shapely.get_point(streets, 0), shapely.get_point(streets, -1)]))
    begins = np.isin(xy[inner] @ (1, 1j), ends @ (1, 1j)) | (np.diff(line[inner], prepend=-1) != 0)
    piece = np.cumsum(begins)
    length_m = np.hypot(*(xy[inner + 1] - xy[inner]).T)
    order = np.lexsort((length_m, piece))
    longest = order[np.diff(piece[order], append=-1) != 0]
    longest = inner[longest[length_m[longest] > SHORT_M]]
    return (xy[longest + 1] + xy[longest]) / 2


def _joined(of_edge: np.ndarray, edge: np.ndarray, of_face: np.ndarray, face: np.ndarray, size: int) -> np.ndarray:
    """face × size + edge of every pair that shares a street piece."""
    first = np.searchsorted(of_face, np.arange(of_edge.max(initial=0) + 2))
    count = np.diff(first)[of_edge]
    at = np.repeat(first[of_edge] - np.cumsum(count) + count, count) + np.arange(count.sum())
    return face[at] * size + np.repeat(edge, count)


def main_part(network: Network) -> np.ndarray:
    """Whether each edge belongs to the connected part with the most nodes."""
    arcs, size = network.arcs, len(network.node_xy)
    _, part = connected_components(csr_matrix((np.ones(len(arcs.tail)), (arcs.tail, arcs.head)), (size, size)), directed=False)
    return part[network.start] == np.bincount(part).argmax()
