"""Shortest ways in the plane around walls, water and rail, through open gates and over bridges.

A shortest way is straight between corners that see each other. The graph of these corners, of the gates and of the
bridges is made once; every rule about gates and every category searches it from its facilities outwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from ...layers.progress import SILENT, Progress
from ...layers.words import text
from .bridges import Bridges, bridges_of
from .corners import corners_of, may_turn
from .estates import EstateIndex, points_of, words
from .faces import OUTSIDE, Faces, faces_of, onto_lines
from .gates import GATE_TOLERANCE_M, openings
from .sightlines import Spots, hidden

if TYPE_CHECKING:
    import geopandas as gpd

    from .ground import Tables

TIE_M = 1e-9
AT_ONCE = 2_000  # points whose neighbours are listed together
APART = 8.0  # faces are kept apart by so many times the range of sight


@dataclass(frozen=True)
class Nodes:
    """Corners, gates and bridge ends: where a way may turn or pass."""

    spots: Spots
    begin: np.ndarray
    width: np.ndarray
    opening: np.ndarray  # of gates; "" for all others
    faces: tuple[np.ndarray, np.ndarray]  # rows of (node, face)
    passes: np.ndarray  # (gates, 2) one-way gates: inner node, outer node

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.begin)


@dataclass(frozen=True)
class Legs:
    """Straight ways between two places, each listed once; ascending by the first."""

    start: np.ndarray
    end: np.ndarray
    metres: np.ndarray

    def take(self, rows: np.ndarray) -> Legs:
        """The legs of these rows."""
        return Legs(self.start[rows], self.end[rows], self.metres[rows])


@dataclass(frozen=True)
class Plane:
    """The ground of an estimate: faces, the places where ways turn, the legs between them, and the facilities' legs."""

    faces: Faces
    nodes: Nodes
    legs: Legs
    bridges: Legs
    facilities: Spots
    facility_faces: tuple[np.ndarray, np.ndarray]
    facility_legs: Legs  # facility, node
    component: np.ndarray  # (faces,) faces joined by gates of any opening, and by bridges
    range_m: float


def plane(
    facility_xy: np.ndarray,
    tables: Tables,
    streets: gpd.GeoDataFrame | None,
    *,
    range_m: float,
    progress: Progress = SILENT,
) -> Plane:
    """The ground of an estimate; ways are known exactly up to range_m."""
    progress.at(0, text("Looking at walls, water and rail"))
    faces = faces_of(tables.walls, tables.land)
    bridges = bridges_of(faces, streets)
    progress.at(0.2)
    nodes = _nodes(faces, tables, bridges)
    progress.at(0.3, text("Looking which corners see each other"))
    legs = _node_legs(faces, nodes, range_m, progress.part(0.3, 0.9))
    spots, of_faces = spots_at(faces, facility_xy)
    found = near_nodes(faces, nodes, spots, of_faces, range_m)
    found = found.take(np.flatnonzero(~hidden(faces, spots.take(found.start), nodes.spots.take(found.end))))
    first = nodes.size - len(nodes.passes) - len(bridges.xy)
    crossing = Legs(bridges.start + first, bridges.end + first, bridges.metres)
    return Plane(faces, nodes, legs, crossing, spots, of_faces, found, _components(faces, nodes, crossing), range_m)


def spots_at(faces: Faces, xy: np.ndarray) -> tuple[Spots, tuple[np.ndarray, np.ndarray]]:
    """Points as spots, and the rows of (point, face) they stand in or beside."""
    local = faces.local(xy)
    water = faces.water_at(local)
    rows = faces.at(local, water)
    several = np.bincount(rows[0], minlength=len(local)) > 1
    return Spots(local, water, several & (water < 0)), rows


def _nodes(faces: Faces, tables: Tables, bridges: Bridges) -> Nodes:
    corners = corners_of(faces)
    gate_xy, gate = _gates(faces, tables)
    xy = np.concatenate([corners.xy, gate_xy, bridges.xy])
    opening = np.concatenate([np.full(len(corners.xy), ""), openings(tables.gates)[gate], np.full(len(bridges.xy), "")]).astype(object)
    # A corner belongs to the face on its free side, a gate and a bridge's end to all around them.
    node, face = faces.at(np.concatenate([corners.free_xy, xy[len(corners.xy) :]]), np.full(len(xy), -1))
    # Inside of water a bridge has no faces: nothing joins it there.
    inner = np.isin(node, np.flatnonzero(bridges.is_inner) + len(xy) - len(bridges.xy))
    node, face = node[~inner], face[~inner]
    free = np.full(len(xy) - len(corners.xy), np.inf)
    plain = Nodes(
        Spots(xy, np.full(len(xy), -1), np.arange(len(xy)) >= len(corners.xy)),
        np.concatenate([corners.begin, np.zeros(len(free))]),
        np.concatenate([corners.width, free]),
        opening,
        (node, face),
        np.zeros((0, 2), dtype=int),
    )
    return _sided(plain, faces, tables, len(corners.xy), gate)


def _gates(faces: Faces, tables: Tables) -> tuple[np.ndarray, np.ndarray]:
    """Gates that stand at a wall, moved onto it, and their positions in the frame."""
    if tables.gates is None or not len(tables.gates):
        return np.zeros((0, 2)), np.zeros(0, dtype=int)
    xy = faces.local(points_of(tables.gates))
    known = np.flatnonzero(np.isfinite(xy).all(axis=1))
    moved = onto_lines(xy[known], faces.walls, within_m=GATE_TOLERANCE_M)
    at_wall = np.isfinite(moved).all(axis=1)
    return moved[at_wall], known[at_wall]


def _sided(nodes: Nodes, faces: Faces, tables: Tables, first_gate: int, gate: np.ndarray) -> Nodes:
    """The nodes with each residents' gate as two: one inside of its estate, one outside."""
    node, face = nodes.faces
    index = EstateIndex.of(tables.estates, tables.walls)
    named = words(tables.gates, "estate")
    inner_rows, passes, added = [], [], []
    # Gate by gate: each asks its own estate which of its faces lie inside.
    for at in np.flatnonzero(nodes.opening == "residents"):
        rows = np.flatnonzero(node == at)
        xy = nodes.spots.xy[at] + faces.origin
        inside = _inside(faces, face[rows], index.around(xy, (named[gate[at - first_gate]],)))
        if inside.any() and not inside.all():
            passes.append((at, nodes.size + len(added)))
            added.append(at)
            # The gate's own node keeps the inner faces, the new one takes the outer ones.
            inner_rows.append((rows[~inside], nodes.size + len(added) - 1))
    node = node.copy()
    for rows, outer in inner_rows:
        node[rows] = outer
    again = np.concatenate([np.arange(nodes.size), np.array(added, dtype=int)])
    return Nodes(
        nodes.spots.take(again),
        nodes.begin[again],
        nodes.width[again],
        nodes.opening[again],
        (node, face),
        np.array(passes, dtype=int).reshape(-1, 2),
    )


def _inside(faces: Faces, face: np.ndarray, polygons: object) -> np.ndarray:
    """Which of the faces lie in the first polygon that holds some of them and not all."""
    inside = np.zeros(len(face), dtype=bool)
    for polygon in polygons:
        moved = shapely.transform(polygon, faces.local)
        for k, one in enumerate(face):
            inside[k] = one != OUTSIDE and bool(shapely.intersects(moved, shapely.point_on_surface(faces.shapes[one - 1])))
        if inside.any() and not inside.all():
            break
    return inside


def _components(faces: Faces, nodes: Nodes, bridges: Legs) -> np.ndarray:
    """Which joined part of the ground each face belongs to: gates join the faces beside them, bridges those at their ends."""
    is_gate = nodes.opening != ""
    node, face = nodes.faces
    joins = is_gate[node] | np.isin(node, np.concatenate([bridges.start, bridges.end]))
    size = faces.count + nodes.size
    tail = np.concatenate([face[joins], faces.count + bridges.start, faces.count + nodes.passes[:, 0]])
    head = np.concatenate([faces.count + node[joins], faces.count + bridges.end, faces.count + nodes.passes[:, 1]])
    links = csr_matrix((np.ones(len(tail), dtype=bool), (tail, head)), (size, size))
    return connected_components(links, directed=False)[1][: faces.count]


def _node_legs(faces: Faces, nodes: Nodes, range_m: float, progress: Progress) -> Legs:
    found = []
    tree = _tree(nodes.spots.xy, nodes.faces, range_m)
    for low in range(0, nodes.size, AT_ONCE):
        progress.at(low / max(nodes.size, 1), text("Looking which corners see each other"))
        rows = _rows_between(nodes.faces, low, low + AT_ONCE)
        legs = _pairs(nodes.spots, rows, tree, nodes, faces, range_m)
        legs = legs.take(np.flatnonzero(legs.start < legs.end))
        legs = legs.take(np.flatnonzero(_turns(nodes, legs.start, nodes.spots.xy[legs.end])))
        found.append(legs.take(np.flatnonzero(~hidden(faces, nodes.spots.take(legs.start), nodes.spots.take(legs.end)))))
    return Legs(*(np.concatenate([getattr(legs, name) for legs in found] or [np.zeros(0, dtype=kind)]) for name, kind in _LEG_KINDS))


_LEG_KINDS = (("start", int), ("end", int), ("metres", float))


def _turns(nodes: Nodes, node: np.ndarray, xy: np.ndarray) -> np.ndarray:
    way = xy - nodes.spots.xy[node]
    at_place = np.hypot(way[:, 0], way[:, 1]) <= TIE_M
    return may_turn(nodes.begin[node], nodes.width[node], way) | at_place


def _tree(xy: np.ndarray, rows: tuple[np.ndarray, np.ndarray], range_m: float) -> cKDTree:
    # Faces lie in layers far apart: one index finds what is near and in the same face.
    return cKDTree(np.column_stack([xy[rows[0]], rows[1] * APART * range_m]))


def _rows_between(rows: tuple[np.ndarray, np.ndarray], low: int, high: int) -> tuple[np.ndarray, np.ndarray]:
    kept = (rows[0] >= low) & (rows[0] < high)
    return rows[0][kept], rows[1][kept]


def _pairs(spots: Spots, rows: tuple[np.ndarray, np.ndarray], tree: cKDTree, nodes: Nodes, faces: Faces, range_m: float) -> Legs:
    """Every spot with every node of its faces within range where a way to it may turn; hidden ones among them."""
    if not len(rows[0]) or not tree.n:
        return Legs(np.zeros(0, dtype=int), np.zeros(0, dtype=int), np.zeros(0))
    near = _tree(spots.xy, rows, range_m).sparse_distance_matrix(tree, range_m, output_type="ndarray")
    point, node, face = rows[0][near["i"]], nodes.faces[0][near["j"]], rows[1][near["i"]]
    kept = np.flatnonzero(_turns(nodes, node, spots.xy[point]))
    # Between two places on lines a way may lie on the other side than the face they share.
    unsure = kept[spots.on_line[point[kept]] & np.isinf(nodes.width[node[kept]])]
    middle = (spots.xy[point[unsure]] + nodes.spots.xy[node[unsure]]) / 2
    wrong = unsure[~faces.has(middle, face[unsure])]
    key = np.unique(point[np.setdiff1d(kept, wrong)] * np.int64(nodes.size) + node[np.setdiff1d(kept, wrong)])
    point, node = key // nodes.size, key % nodes.size
    return Legs(point, node, np.hypot(*(spots.xy[point] - nodes.spots.xy[node]).T))


def near_nodes(faces: Faces, nodes: Nodes, spots: Spots, rows: tuple[np.ndarray, np.ndarray], range_m: float) -> Legs:
    """Every spot with every node that it may see within range, hidden ones among them."""
    return _pairs(spots, rows, _tree(nodes.spots.xy, nodes.faces, range_m), nodes, faces, range_m)
