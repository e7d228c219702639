"""The street plan of a district: streets, canals and blocks with exactly shared vertices."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..progress import Progress
from ..words import text
from .bend import bend, make_bend
from .draft import Draft, Face, Piece, add_node, add_side, piece_ends, piece_length, piece_nodes, side_length, split, station
from .lattice import BANK_M, Lattice

BANK_STREET = {"canal_main": "tertiary", "canal_branch": "residential", "canal_small": "living_street"}


@dataclass(frozen=True)
class Plan:
    """A finished plan on the ground; everything refers to nodes by number."""

    xy: np.ndarray  # (nodes, 2) metres in EPSG:4549
    side_nodes: list[np.ndarray]  # nodes of a side in order
    street_nodes: list[np.ndarray]  # the part of them that is a street; empty for canals
    side_kinds: np.ndarray
    side_names: list[tuple]
    rings: list[np.ndarray]  # nodes round a block, counter-clockwise, first not repeated
    ring_sides: list[np.ndarray]  # the side of each edge of a ring; -1 for none
    corners: list[np.ndarray]  # the four corner nodes of a quad, else empty
    faces: list[Face]
    lattice: Lattice
    rows: np.ndarray  # sides of the west-east lines of the lattice, shape of lattice.horizontal
    columns: np.ndarray  # sides of its south-north lines


def make_plan(lattice: Lattice, rng: np.random.Generator, progress: Progress) -> Plan:
    """Draws the superblocks of the district, cuts them into blocks and bends the whole."""
    draft = Draft()
    rows, columns = _lattice_sides(draft, lattice)
    cells = np.argwhere(lattice.inside)
    # Superblocks differ in shape and depend on their neighbours' junctions: one after the other.
    for done, (i, j) in enumerate(cells):
        if done % 20 == 0:
            progress.at(done / len(cells), text("Drawing streets and canals"))
        _draw_superblock(draft, lattice, (int(i), int(j)), rows, columns, rng)
    return _on_the_ground(draft, lattice, rows, columns, rng)


def _lattice_sides(draft: Draft, lattice: Lattice) -> tuple[np.ndarray, np.ndarray]:
    """Sides of all lattice lines: west-east [i, j] and south-north [i, j]."""
    x, y = lattice.x, lattice.y
    nodes = np.array([[add_node(draft, (east, north)) for north in y] for east in x])
    rows = np.array(
        [
            [add_side(draft, nodes[i, j], nodes[i + 1, j], lattice.horizontal[i, j], ("row", j)) for j in range(len(y))]
            for i in range(len(x) - 1)
        ]
    )
    columns = np.array(
        [
            [add_side(draft, nodes[i, j], nodes[i, j + 1], lattice.vertical[i, j], ("column", i)) for j in range(len(y) - 1)]
            for i in range(len(x))
        ]
    )
    for (i, j), side in np.ndenumerate(rows):
        _stop_at_canals(draft, side, _bank(lattice.vertical[i], j), _bank(lattice.vertical[i + 1], j))
    for (i, j), side in np.ndenumerate(columns):
        _stop_at_canals(draft, side, _bank(lattice.horizontal[:, j], i), _bank(lattice.horizontal[:, j + 1], i))
    return rows, columns


def _bank(kinds: np.ndarray, at: int) -> float:
    """Half the width of the canal that passes a crossing along a line, banks included; 0 without canal."""
    return max((BANK_M.get(kind, 0.0) for kind in kinds[max(at - 1, 0) : at + 1]), default=0.0)


def _stop_at_canals(draft: Draft, side: int, bank_start: float, bank_end: float) -> None:
    """A main road ends at the bank road of a canal; bridges are drawn apart."""
    if draft.kinds[side] in BANK_M:
        draft.span[side] = (0.0, 0.0)
        return
    length = side_length(draft, side)
    start = station(draft, side, bank_start / length, merge=False)[0]
    end = station(draft, side, 1 - bank_end / length, merge=False)[0]
    draft.span[side] = (start, end)


def _draw_superblock(
    draft: Draft, lattice: Lattice, at: tuple[int, int], rows: np.ndarray, columns: np.ndarray, rng: np.random.Generator
) -> None:
    i, j = at
    rim = (Piece(rows[i, j], 0, 1), Piece(columns[i + 1, j], 0, 1), Piece(rows[i, j + 1], 1, 0), Piece(columns[i, j], 1, 0))
    old = bool(lattice.old[i, j])
    inner = _inside_banks(draft, rim, at, old, rng)
    face = Face(inner, "quad", at, old)
    if lattice.lake[i, j]:
        draft.faces.append(face)
    else:
        _subdivide(draft, face, 0, rng)


def _inside_banks(draft: Draft, rim: tuple[Piece, ...], at: tuple[int, int], old: bool, rng: np.random.Generator) -> tuple[Piece, ...]:
    """The rim of the buildable part; each side on a canal leaves a strip and gets a bank road."""
    depth = [BANK_M.get(draft.kinds[piece.side], 0.0) for piece in rim]
    corners = [_corner(draft, rim, depth, number) for number in range(4)]  # south-west, south-east, north-east, north-west
    inner = []
    for number, piece in enumerate(rim):
        first, last = corners[number], corners[(number + 1) % 4]
        if depth[number]:
            kind = BANK_STREET[draft.kinds[piece.side]]
            bank = Piece(add_side(draft, first[0], last[0], kind, ("bank", *at, number)), 0.0, 1.0)
            inner.append(bank)
            draft.faces.append(_strip(rim, depth, corners, number, bank, at, old))
        else:
            inner.append(Piece(piece.side, first[1].get(piece.side, piece.start), last[1].get(piece.side, piece.end)))
    return tuple(inner)


def _corner(draft: Draft, rim: tuple[Piece, ...], depth: list[float], number: int) -> tuple[int, dict[int, float]]:
    """The node of a corner of the buildable part, and its share on the rim's sides that it lies on."""
    before, after = rim[number - 1], rim[number]
    if depth[number - 1] and depth[number]:
        return add_node(draft, _offset_corner(draft, before, after, depth[number - 1], depth[number])), {}
    if depth[number - 1]:
        share, node = _along(draft, after, depth[number - 1], from_start=True)
        return node, {after.side: share}
    if depth[number]:
        share, node = _along(draft, before, depth[number], from_start=False)
        return node, {before.side: share}
    start, end = draft.ends[after.side]
    return (start if after.start < after.end else end), {}


def _along(draft: Draft, piece: Piece, metres: float, *, from_start: bool) -> tuple[float, int]:
    share = metres / side_length(draft, piece.side)
    place = piece.start if from_start else piece.end
    return station(draft, piece.side, place + share if place < 0.5 else place - share, merge=False)


def _offset_corner(draft: Draft, before: Piece, after: Piece, depth_before: float, depth_after: float) -> tuple[float, float]:
    """Inside the corner, depth_before from the one side and depth_after from the other; lattice lines are upright."""
    (x0, y0), corner = piece_ends(draft, before)
    _, (x1, y1) = piece_ends(draft, after)
    inward_before = np.sign([x1 - corner[0], y1 - corner[1]]) * depth_before
    inward_after = np.sign([x0 - corner[0], y0 - corner[1]]) * depth_after
    return tuple(corner + inward_before + inward_after)


def _strip(
    rim: tuple[Piece, ...],
    depth: list[float],
    corners: list[tuple[int, dict[int, float]]],
    number: int,
    bank: Piece,
    at: tuple[int, int],
    old: bool,
) -> Face:
    """The ground between the middle of a canal and its bank road."""
    piece, following, before = rim[number], rim[(number + 1) % 4], rim[number - 1]
    pieces = [piece]
    if not depth[(number + 1) % 4]:
        pieces.append(Piece(following.side, following.start, corners[(number + 1) % 4][1][following.side]))
    pieces.append(Piece(bank.side, 1.0, 0.0))
    if not depth[number - 1]:
        pieces.append(Piece(before.side, corners[number][1][before.side], before.end))
    return Face(tuple(pieces), "bank", at, old)


def _subdivide(draft: Draft, face: Face, deep: int, rng: np.random.Generator) -> None:
    """Cuts a block in two until it is small enough for its quarter."""
    south, east, north, west = (piece_length(draft, piece) for piece in face.rim)
    wide, high = (south + north) / 2, (east + west) / 2
    target = rng.uniform(62, 118) if face.old else rng.uniform(170, 350)
    if max(wide, high) < target or max(wide, high) < (84 if face.old else 165):
        draft.faces.append(face)
        return
    upright = wide * rng.uniform(0.8, 1.25) > high
    middle = rng.uniform(0.36, 0.64)
    slant = rng.uniform(-0.07, 0.07)
    name = ("inner", *face.superblock, deep, len(draft.ends))
    parts = split(draft, face, upright=upright, shares=(middle + slant, middle - slant), kind=_street_kind(face.old, deep), name=name)
    for part in parts:
        _subdivide(draft, part, deep + 1, rng)


def _street_kind(old: bool, deep: int) -> str:
    if old:
        return "residential" if deep == 0 else "living_street"
    return "tertiary" if deep == 0 else "residential"


def _on_the_ground(draft: Draft, lattice: Lattice, rows: np.ndarray, columns: np.ndarray, rng: np.random.Generator) -> Plan:
    canal_y = lattice.y[np.isin(lattice.horizontal[0], list(BANK_M))]
    xy = bend(np.array(draft.nodes), make_bend(canal_y, rng))
    sides = range(len(draft.ends))
    rings, ring_sides, corners = zip(*(_ring(draft, face) for face in draft.faces))
    return Plan(
        xy=xy,
        side_nodes=[np.array(piece_nodes(draft, Piece(side, 0.0, 1.0))) for side in sides],
        street_nodes=[
            np.array(piece_nodes(draft, Piece(side, *draft.span[side])) if draft.span[side][1] else [], dtype=int) for side in sides
        ],
        side_kinds=np.array(draft.kinds, dtype=object),
        side_names=draft.names,
        rings=list(rings),
        ring_sides=list(ring_sides),
        corners=list(corners),
        faces=draft.faces,
        lattice=lattice,
        rows=rows,
        columns=columns,
    )


def _ring(draft: Draft, face: Face) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    nodes: list[int] = []
    sides: list[int] = []
    corners = []
    for piece in face.rim:
        chain = piece_nodes(draft, piece)
        if nodes and nodes[-1] != chain[0]:
            sides.append(-1)  # the mitre between two banks
        elif nodes:
            nodes.pop()
        corners.append(len(nodes))
        nodes.extend(chain)
        sides.extend([piece.side] * (len(chain) - 1))
    if nodes[-1] == nodes[0]:
        nodes.pop()
    else:
        sides.append(-1)
    return np.array(nodes), np.array(sides), np.array(nodes)[corners] if face.kind == "quad" else np.empty(0, dtype=int)
