"""Isochrone bands from the reached parts of edges: the land beside them, joined, holes kept.

Whole edges come in tiles of several sizes: where every edge of a tile is reached its land is joined once and used by
every band that covers it, so that a band costs its rim and not its area. Edges that most of the network cannot reach
(islands, sealed estates) belong to no tile: none would ever be full.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from ...layers.progress import SILENT, Progress
from .graph import Network, point_on_edges
from .reach import Reach, added, chained, edge_lines, is_whole, lines_of
from .verges import Screens, near_screens, plain_verges, verges

TILE_SIZES_M = (250.0, 1000.0, 4000.0)  # each a multiple of the one before
NEAR_M = 0.01  # an edge farther from a hole than the width by this cannot reach into it
POLYGON = 3  # shapely.get_type_id
NO_RINGS = np.zeros(0, dtype=object)
NOTHING = Reach(np.zeros(0, dtype=np.intp), np.zeros(0), np.zeros(0))


@dataclass(frozen=True)
class Tiling:
    """The tile of every edge at every size, from small to large (-1: none), and how many edges each tile has."""

    tile: tuple[np.ndarray, ...]
    size: tuple[np.ndarray, ...]


@dataclass(frozen=True)
class Joined:
    """The land of a whole tile: holes that belong to it alone are filled and kept aside, so that joining tiles stays cheap."""

    core: shapely.Geometry
    holes: np.ndarray  # rings


@dataclass(frozen=True)
class Roadside:
    """What bands are made from: the land beside edges, by edge where walls cut it, and joined by tile."""

    network: Network
    buffer_m: float
    land: np.ndarray  # (edges,) for screened edges; None for the others
    screened: np.ndarray  # (edges,) a wall or water stands within the width
    tiling: Tiling
    tree: shapely.STRtree  # the edges as lines
    joined: dict[tuple[int, int], Joined] = field(default_factory=dict)  # filled as tiles are first needed


def roadside_of(network: Network, screens: Screens | None, *, buffer_m: float) -> Roadside:
    """What the bands of a network are made from; tiles are joined when they are first needed."""
    lines = edge_lines(network)
    screened = near_screens(lines, screens, buffer_m=buffer_m)
    land = np.full(network.size, None, dtype=object)
    land[screened] = verges(lines[screened], screens, buffer_m=buffer_m)
    return Roadside(network, buffer_m, land, screened, _tiling(network), shapely.STRtree(lines))


def _tiling(network: Network) -> Tiling:
    middle = point_on_edges(network, np.arange(network.size), network.length_m / 2)
    main = _main_component(network)
    tiles = []
    for size_m in TILE_SIZES_M:
        at = np.floor(middle / size_m).astype(np.int64)
        width = np.ptp(at[:, 1]) + 1
        _, tile = np.unique((at[:, 0] - at[:, 0].min()) * width + at[:, 1] - at[:, 1].min(), return_inverse=True)
        tiles.append(np.where(main, tile.ravel(), -1))
    return Tiling(tuple(tiles), tuple(np.bincount(tile[main]) for tile in tiles))


def _main_component(network: Network) -> np.ndarray:
    """Whether each edge belongs to the part of the network with the most nodes."""
    arcs, size = network.arcs, len(network.node_xy)
    _, component = connected_components(csr_matrix((np.ones(len(arcs.tail)), (arcs.tail, arcs.head)), (size, size)), directed=False)
    return component[network.start] == np.bincount(component).argmax()


def bands(roadside: Roadside, reaches: list[Reach], *, progress: Progress = SILENT) -> list[shapely.MultiPolygon]:
    """One MultiPolygon for each reach; each reach contains the one before, and so do the bands."""
    found: list[shapely.MultiPolygon] = []
    before, core, joined = NOTHING, shapely.MultiPolygon(), set()
    for k, reach in enumerate(reaches):
        progress.at(k / len(reaches))
        tiles, in_tile = _full_tiles(roadside, reach)
        new = added(roadside.network, before, reach)
        fresh = [_joined(roadside, *tile).core for tile in tiles if tile not in joined]
        core = _joined_in_turn(core, fresh, _land(roadside, new.take(~in_tile[new.edge])))
        found.append(_with_holes(core, np.concatenate([NO_RINGS, *(_joined(roadside, *tile).holes for tile in tiles)])))
        before, joined = reach, set(tiles)
    return found


def _full_tiles(roadside: Roadside, reach: Reach) -> tuple[list[tuple[int, int]], np.ndarray]:
    """The largest tiles of which every edge is reached (size, tile), and whether each edge lies in one of them."""
    rest = np.zeros(roadside.network.size, dtype=bool)
    rest[reach.edge[is_whole(roadside.network, reach)]] = True
    in_tile = np.zeros(roadside.network.size, dtype=bool)
    tiles: list[tuple[int, int]] = []
    for level in reversed(range(len(TILE_SIZES_M))):
        tile, size = roadside.tiling.tile[level], roadside.tiling.size[level]
        full = (np.bincount(tile[rest & (tile >= 0)], minlength=len(size)) == size) & (size > 0)
        tiles.extend((level, int(at)) for at in np.flatnonzero(full))
        in_tile |= np.append(full, False)[tile]
        rest &= ~in_tile
    return tiles, in_tile


def _joined_in_turn(band: shapely.Geometry, tiles: list[shapely.Geometry], pieces: np.ndarray) -> shapely.Geometry:
    # Small pieces first: thrown together, the large band would be cut anew with every handful of them.
    for group in (tiles, pieces):
        if len(group):
            band = shapely.union(band, shapely.union_all(group))
    return band


def _joined(roadside: Roadside, level: int, tile: int) -> Joined:
    if (level, tile) not in roadside.joined:
        edges = np.flatnonzero(roadside.tiling.tile[level] == tile)
        holes = [NO_RINGS]
        if level:
            smaller = [_joined(roadside, level - 1, int(at)) for at in np.unique(roadside.tiling.tile[level - 1][edges])]
            parts, holes = [part.core for part in smaller], [part.holes for part in smaller]
        else:
            parts = _land(roadside, Reach(edges, np.zeros(len(edges)), roadside.network.length_m[edges]))
        core, own = _without_own_holes(roadside, shapely.union_all(parts), level, tile)
        roadside.joined[level, tile] = Joined(core, np.concatenate([*holes, own]))
    return roadside.joined[level, tile]


def _without_own_holes(roadside: Roadside, land: shapely.Geometry, level: int, tile: int) -> tuple[shapely.Geometry, np.ndarray]:
    """The land with those holes filled that no edge of another tile comes near, and these holes as rings."""
    parts = shapely.get_parts(land)
    rings, part = shapely.get_rings(parts, return_index=True)
    is_hole = np.diff(part, prepend=-1) == 0
    hole, edge = roadside.tree.query(shapely.polygons(rings[is_hole]), predicate="dwithin", distance=roadside.buffer_m + NEAR_M)
    shared = np.zeros(int(is_hole.sum()), dtype=bool)
    shared[hole[roadside.tiling.tile[level][edge] != tile]] = True
    kept = ~is_hole
    kept[np.flatnonzero(is_hole)[shared]] = True
    filled = [shapely.Polygon(own[0], own[1:]) for own in np.split(rings[kept], np.flatnonzero(np.diff(part[kept])) + 1)]
    return shapely.multipolygons(filled), rings[is_hole][~shared]


def _with_holes(core: shapely.Geometry, holes: np.ndarray) -> shapely.MultiPolygon:
    """The polygons of the core with these rings cut out; each lies in exactly one of them."""
    parts = shapely.get_parts(core)
    parts = parts[(shapely.get_type_id(parts) == POLYGON) & ~shapely.is_empty(parts)]
    if not len(parts):
        return shapely.MultiPolygon()
    if not len(holes):
        return shapely.multipolygons(parts)
    hole, owner = shapely.STRtree(parts).query(shapely.get_point(holes, 0), predicate="within")
    rings, part = shapely.get_rings(parts, return_index=True)
    order = np.argsort(np.concatenate([part, owner]), kind="stable")
    rings, part = np.concatenate([rings, holes[hole]])[order], np.concatenate([part, owner])[order]
    # Polygon by polygon: a band has few.
    return shapely.multipolygons([shapely.Polygon(own[0], own[1:]) for own in np.split(rings, np.flatnonzero(np.diff(part)) + 1)])


def _land(roadside: Roadside, parts: Reach) -> np.ndarray:
    """The land beside parts of edges; parts of one street that follow each other share a piece where nothing cuts it."""
    screened = roadside.screened[parts.edge]
    open_lines = chained(roadside.network, parts.take(~screened))
    cut = parts.take(screened)
    land = roadside.land[cut.edge]
    partial = np.flatnonzero(~is_whole(roadside.network, cut))
    lines = lines_of(roadside.network, cut.take(partial))
    land[partial] = _beside(shapely.intersection(land[partial], plain_verges(lines, buffer_m=roadside.buffer_m)), lines)
    return np.concatenate([plain_verges(open_lines, buffer_m=roadside.buffer_m), land])


def _beside(land: np.ndarray, lines: np.ndarray) -> np.ndarray:
    """Of land in several pieces those that the line runs in: the others lie behind a wall that the whole edge goes round."""
    several = np.flatnonzero(shapely.get_num_geometries(land) > 1)
    pieces, owner = shapely.get_parts(land[several], return_index=True)
    touched = (shapely.get_type_id(pieces) == POLYGON) & shapely.intersects(pieces, lines[several][owner])
    kept = land.copy()
    kept[several] = shapely.multipolygons(pieces[touched], indices=owner[touched]) if touched.any() else land[several]
    return kept
