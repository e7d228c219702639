"""Isochrone bands from the reached parts of edges: the land beside them, joined, holes kept.

Whole edges come in tiles of several sizes: where every edge of a tile is reached its land is joined once and used by
every band that covers it, so that a band costs its rim and not its area.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely

from ...layers.progress import SILENT, Progress
from .graph import Network, point_on_edges
from .reach import Reach, added, edge_lines, is_whole, lines_of
from .verges import Screens, verges

TILE_SIZES_M = (250.0, 1000.0, 4000.0)  # each a multiple of the one before


@dataclass(frozen=True)
class Tiling:
    """The tile of every edge at every size, from small to large, and how many edges each tile has."""

    tile: tuple[np.ndarray, ...]
    size: tuple[np.ndarray, ...]


@dataclass(frozen=True)
class Roadside:
    """What bands are made from: the land beside every edge, by edge and joined by tile."""

    network: Network
    screens: Screens | None
    buffer_m: float
    land: np.ndarray  # (edges,)
    tiling: Tiling
    joined: dict[tuple[int, int], shapely.Geometry] = field(default_factory=dict)  # filled as tiles are first needed


@dataclass(frozen=True)
class _Cover:
    """Tiles and single edges that together are the whole edges of a reach."""

    tiles: frozenset[tuple[int, int]]
    edges: np.ndarray


def roadside_of(network: Network, screens: Screens | None, *, buffer_m: float) -> Roadside:
    """The land beside every edge of the network."""
    land = verges(edge_lines(network), screens, buffer_m=buffer_m)
    return Roadside(network, screens, buffer_m, land, _tiling(network))


def _tiling(network: Network) -> Tiling:
    middle = point_on_edges(network, np.arange(network.size), network.length_m / 2)
    tiles = []
    for size_m in TILE_SIZES_M:
        at = np.floor(middle / size_m).astype(np.int64)
        width = np.ptp(at[:, 1]) + 1
        _, tile = np.unique((at[:, 0] - at[:, 0].min()) * width + at[:, 1] - at[:, 1].min(), return_inverse=True)
        tiles.append(tile.ravel())
    return Tiling(tuple(tiles), tuple(np.bincount(tile) for tile in tiles))


def bands(roadside: Roadside, reaches: list[Reach], *, progress: Progress = SILENT) -> list[shapely.MultiPolygon]:
    """One MultiPolygon for each reach; each reach contains the one before, and so do the bands."""
    found: list[shapely.MultiPolygon] = []
    before, band = Reach(*(np.zeros(0, dtype=kind) for kind in (np.intp, float, float))), shapely.MultiPolygon()
    covered = _Cover(frozenset(), np.zeros(0, dtype=np.intp))
    for k, reach in enumerate(reaches):
        progress.at(k / len(reaches))
        cover = _cover(roadside, reach)
        new = added(roadside.network, before, reach)
        land = [*_new_land(roadside, covered, cover), *_partial_land(roadside, new)]
        band = as_multi(shapely.union_all([band, *land])) if land else band
        found.append(band)
        before, covered = reach, cover
    return found


def _cover(roadside: Roadside, reach: Reach) -> _Cover:
    whole = reach.edge[is_whole(roadside.network, reach)]
    open_edges = np.zeros(roadside.network.size, dtype=bool)
    open_edges[whole] = True
    tiles: list[tuple[int, int]] = []
    for level in reversed(range(len(TILE_SIZES_M))):
        tile, size = roadside.tiling.tile[level], roadside.tiling.size[level]
        full = np.bincount(tile[open_edges], minlength=len(size)) == size
        tiles.extend((level, int(at)) for at in np.flatnonzero(full))
        open_edges &= ~full[tile]
    return _Cover(frozenset(tiles), np.flatnonzero(open_edges))


def _new_land(roadside: Roadside, before: _Cover, cover: _Cover) -> list[shapely.Geometry]:
    tiles = [_joined(roadside, *tile) for tile in sorted(cover.tiles - before.tiles)]
    return [*tiles, *roadside.land[np.setdiff1d(cover.edges, before.edges, assume_unique=True)]]


def _joined(roadside: Roadside, level: int, tile: int) -> shapely.Geometry:
    if (level, tile) not in roadside.joined:
        edges = np.flatnonzero(roadside.tiling.tile[level] == tile)
        if level:
            smaller = np.unique(roadside.tiling.tile[level - 1][edges])
            parts = [_joined(roadside, level - 1, int(at)) for at in smaller]
        else:
            parts = list(roadside.land[edges])
        roadside.joined[level, tile] = shapely.union_all(parts)
    return roadside.joined[level, tile]


def _partial_land(roadside: Roadside, parts: Reach) -> np.ndarray:
    partial = ~is_whole(roadside.network, parts)
    # What is added to a partly reached edge may complete it: then the whole edge is in the cover too.
    some = Reach(parts.edge[partial], parts.from_m[partial], parts.to_m[partial])
    return verges(lines_of(roadside.network, some), roadside.screens, buffer_m=roadside.buffer_m)


def as_multi(band: shapely.Geometry) -> shapely.MultiPolygon:
    """The polygons of a union; points and lines that rounding left are dropped."""
    parts = shapely.get_parts(band)
    polygons = parts[(shapely.get_type_id(parts) == 3) & ~shapely.is_empty(parts)]
    return shapely.multipolygons(polygons) if len(polygons) else shapely.MultiPolygon()
