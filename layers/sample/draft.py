"""A street plan while it is drawn: nodes, sides (straight in logical metres) and the faces between them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

MERGE_M = 14.0  # a new junction this near to another one becomes that one
CHORD_M = 75.0  # longest piece that stays straight when the city is bent


class Piece(NamedTuple):
    """Part of a side, from share start to share end of its length; start > end runs against it."""

    side: int
    start: float
    end: float


class Face(NamedTuple):
    """A block: its rim counter-clockwise; a quad has four pieces: south, east, north, west."""

    rim: tuple[Piece, ...]
    kind: str  # "quad" or "bank"
    superblock: tuple[int, int]
    old: bool


@dataclass(frozen=True)
class Draft:
    """Grows while the plan is drawn, hence lists; stations are the nodes of a side by their share of its length."""

    nodes: list[tuple[float, float]] = field(default_factory=list)
    ends: list[tuple[int, int]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    stations: list[dict[float, int]] = field(default_factory=list)
    names: list[tuple] = field(default_factory=list)  # what the street is named after
    span: list[tuple[float, float]] = field(default_factory=list)  # the part that is a street
    faces: list[Face] = field(default_factory=list)


def add_node(draft: Draft, place: tuple[float, float]) -> int:
    """The number of a new node."""
    draft.nodes.append((float(place[0]), float(place[1])))
    return len(draft.nodes) - 1


def add_side(draft: Draft, start: int, end: int, kind: str, name: tuple, *, bends: bool = True) -> int:
    """The number of a new side; it gets nodes often enough to follow the bend of the city."""
    draft.ends.append((start, end))
    draft.kinds.append(kind)
    draft.names.append(name)
    draft.span.append((0.0, 1.0))
    draft.stations.append({0.0: start, 1.0: end})
    side = len(draft.ends) - 1
    if bends:
        count = math.ceil(side_length(draft, side) / CHORD_M)
        for step in range(1, count):
            station(draft, side, step / count, merge=False)
    return side


def side_length(draft: Draft, side: int) -> float:
    """Length in logical metres."""
    start, end = draft.ends[side]
    (x0, y0), (x1, y1) = draft.nodes[start], draft.nodes[end]
    return math.hypot(x1 - x0, y1 - y0)


def station(draft: Draft, side: int, share: float, *, merge: bool = True) -> tuple[float, int]:
    """Share and node of a junction on a side: a new node, or one that is there already."""
    known = draft.stations[side]
    near = min(known, key=lambda place: abs(place - share))
    reach = MERGE_M if merge else 1e-3
    inner = 0.0 < near < 1.0 or abs(near - share) < 1e-9
    if inner and abs(near - share) * side_length(draft, side) < reach:
        return near, known[near]
    start, end = draft.ends[side]
    (x0, y0), (x1, y1) = draft.nodes[start], draft.nodes[end]
    node = add_node(draft, (x0 + share * (x1 - x0), y0 + share * (y1 - y0)))
    known[share] = node
    return share, node


def piece_ends(draft: Draft, piece: Piece) -> tuple[np.ndarray, np.ndarray]:
    """Logical coordinates of a piece's two ends."""
    start, end = (np.array(draft.nodes[node]) for node in draft.ends[piece.side])
    return start + piece.start * (end - start), start + piece.end * (end - start)


def piece_length(draft: Draft, piece: Piece) -> float:
    """Length of a piece in logical metres."""
    return side_length(draft, piece.side) * abs(piece.end - piece.start)


def piece_nodes(draft: Draft, piece: Piece) -> list[int]:
    """All nodes of a piece in its direction, both ends included."""
    low, high = sorted((piece.start, piece.end))
    inside = sorted((share, node) for share, node in draft.stations[piece.side].items() if low - 1e-9 <= share <= high + 1e-9)
    nodes = [node for _, node in inside]
    return nodes if piece.start < piece.end else nodes[::-1]


def split(draft: Draft, face: Face, *, upright: bool, shares: tuple[float, float], kind: str, name: tuple) -> tuple[Face, Face]:
    """Two quads, parted by a new street from south to north (upright) or from west to east.

    shares say where it meets the first and the second of the two sides, from west or from south.
    """
    south, east, north, west = face.rim
    first, second = (south, north) if upright else (west, east)
    # North and west run backwards round the rim.
    cut_first, node_first = _cut(draft, first, shares[0] if upright else 1 - shares[0])
    cut_second, node_second = _cut(draft, second, 1 - shares[1] if upright else shares[1])
    side = add_side(draft, node_first, node_second, kind, name)
    there, back = Piece(side, 0.0, 1.0), Piece(side, 1.0, 0.0)
    if upright:
        rims = (
            (Piece(south.side, south.start, cut_first), there, Piece(north.side, cut_second, north.end), west),
            (Piece(south.side, cut_first, south.end), east, Piece(north.side, north.start, cut_second), back),
        )
    else:
        rims = (
            (south, Piece(east.side, east.start, cut_second), back, Piece(west.side, cut_first, west.end)),
            (there, Piece(east.side, cut_second, east.end), north, Piece(west.side, west.start, cut_first)),
        )
    return face._replace(rim=rims[0]), face._replace(rim=rims[1])


def _cut(draft: Draft, piece: Piece, share: float) -> tuple[float, int]:
    return station(draft, piece.side, piece.start + share * (piece.end - piece.start))
