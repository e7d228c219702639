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
POLYGON = 3  # shapely.get_type_id
NOTHING = Reach(np.zeros(0, dtype=np.intp), np.zeros(0), np.zeros(0))


@dataclass(frozen=True)
class Tiling:
    """The tile of every edge at every size, from small to large (-1: none), and how many edges each tile has."""

    tile: tuple[np.ndarray, ...]
    size: tuple[np.ndarray, ...]


@dataclass(frozen=True)
class Roadside:
    """What bands are made from: the land beside edges, by edge where walls cut it, and joined by tile."""

    network: Network
    buffer_m: float
    land: np.ndarray  # (edges,) for screened edges; None for the others
    screened: np.ndarray  # (edges,) a wall or water stands within the width
    tiling: Tiling
    pieces: np.ndarray  # the land of all edges of tiles, by smallest tile
    first_piece: np.ndarray  # (smallest tiles + 1,)
    joined: dict[tuple[int, int], shapely.Geometry] = field(default_factory=dict)  # filled as tiles are first needed


def roadside_of(network: Network, screens: Screens | None, *, buffer_m: float) -> Roadside:
    """What the bands of a network are made from; tiles are joined when they are first needed."""
    lines, tiling = edge_lines(network), _tiling(network)
    screened = near_screens(lines, screens, buffer_m=buffer_m)
    land = np.full(network.size, None, dtype=object)
    land[screened] = verges(lines[screened], screens, buffer_m=buffer_m)
    pieces, tile = _tile_pieces(network, land, screened, tiling.tile[0], buffer_m)
    first_piece = np.searchsorted(tile, np.arange(len(tiling.size[0]) + 1))
    return Roadside(network, buffer_m, land, screened, tiling, pieces, first_piece)


def _tile_pieces(
    network: Network, land: np.ndarray, screened: np.ndarray, tile: np.ndarray, buffer_m: float
) -> tuple[np.ndarray, np.ndarray]:
    """The land of all edges that belong to a tile, and the tile of each piece, ascending."""
    plain = np.flatnonzero(~screened & (tile >= 0))
    whole = Reach(plain, np.zeros(len(plain)), network.length_m[plain])
    lines, first = chained(network, whole, group=tile[plain])
    cut = np.flatnonzero(screened & (tile >= 0))
    pieces = np.concatenate([plain_verges(lines, buffer_m=buffer_m), land[cut]])
    of_piece = np.concatenate([tile[plain][first], tile[cut]])
    order = np.argsort(of_piece, kind="stable")
    return pieces[order], of_piece[order]


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
    before, band, joined = NOTHING, shapely.MultiPolygon(), set()
    for k, reach in enumerate(reaches):
        progress.at(k / len(reaches))
        tiles, in_tile = _full_tiles(roadside, reach)
        new = added(roadside.network, before, reach)
        fresh = [_joined(roadside, *tile) for tile in tiles if tile not in joined]
        band = as_multi(_joined_in_turn(band, fresh, _land(roadside, new.take(~in_tile[new.edge]))))
        found.append(band)
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


def _joined(roadside: Roadside, level: int, tile: int) -> shapely.Geometry:
    if (level, tile) not in roadside.joined:
        if level:
            smaller = np.unique(roadside.tiling.tile[level - 1][roadside.tiling.tile[level] == tile])
            parts = [_joined(roadside, level - 1, int(at)) for at in smaller]
        else:
            parts = roadside.pieces[roadside.first_piece[tile] : roadside.first_piece[tile + 1]]
        roadside.joined[level, tile] = shapely.union_all(parts)
    return roadside.joined[level, tile]


def _land(roadside: Roadside, parts: Reach) -> np.ndarray:
    """The land beside parts of edges; parts of one street that follow each other share a piece where nothing cuts it."""
    screened = roadside.screened[parts.edge]
    plain = parts.take(~screened)
    open_lines, _ = chained(roadside.network, plain, group=np.zeros(len(plain.edge)))
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


def as_multi(band: shapely.Geometry) -> shapely.MultiPolygon:
    """The polygons of a union; points and lines that rounding left are dropped."""
    parts = shapely.get_parts(band)
    polygons = parts[(shapely.get_type_id(parts) == POLYGON) & ~shapely.is_empty(parts)]
    return shapely.multipolygons(polygons) if len(polygons) else shapely.MultiPolygon()
