"""Isochrone bands from the reached parts of edges: the land beside them, joined, holes kept.

A block whose streets are all reached is taken whole, less the hole that none of them comes near; the hole is worked
out once and used by every band. Only the land beside the other parts is joined piece by piece: a band costs its rim
and not its area.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

import numpy as np
import shapely

from ...layers.progress import SILENT, Progress, side_by_side, waited
from ...layers.words import text
from .blocks import Blocks, blocks_of
from .graph import Network
from .holes import Holes, with_holes
from .lines import spans
from .reach import Reach, chained, edge_lines, is_whole, lines_of
from .unions import CUT_GRID_M, POLYGON, on_grid, united
from .verges import QUAD_SEGS, Screens, moved_screens, near_screens, plain_verges, verges

BLOCKS_AT_ONCE = 500
LINES_AT_ONCE = 2_000


@dataclass(frozen=True)
class Roadside:
    """What bands are made from: the land beside edges that screens cut, and the blocks; all shapes relative to the origin."""

    network: Network
    origin: np.ndarray  # in the middle of the network: small coordinates keep more digits
    near: Network  # the network relative to the origin
    buffer_m: float
    lines: np.ndarray  # (edges,)
    screened: np.ndarray  # (edges,) a wall or water stands within the width
    land: np.ndarray  # (edges,) beside the screened ones; None beside the others, whose land is a plain buffer
    screens: Screens | None
    crossed: np.ndarray  # (edges,) a screen stands on the edge itself
    blocks: Blocks
    holes: Holes  # filled as blocks are first needed

    @cached_property
    def plain(self) -> np.ndarray:
        """(faces,) nothing but the width keeps the streets around a block from its middle: no screens, no street that ends in it."""
        cut = self.screened & self.blocks.main
        screened = np.bincount(self.blocks.face[cut[self.blocks.edge]], minlength=len(self.blocks.faces)) > 0
        return ~screened & ~self.blocks.entered


def roadside_of(network: Network, screens: Screens | None, *, buffer_m: float, progress: Progress = SILENT) -> Roadside:
    """What the bands of a network are made from."""
    doing = text("Looking at the streets and their blocks")
    origin = np.round((network.xy.min(axis=0) + network.xy.max(axis=0)) / 2)
    near = replace(network, xy=network.xy - origin, node_xy=network.node_xy - origin)
    screens = None if screens is None else moved_screens(screens, -origin)
    lines, screened, crossed = waited(progress, 0, lambda: _lines_at_screens(near, screens, buffer_m), doing)
    land = np.full(len(lines), None, dtype=object)
    land[screened] = _cut_land(lines[screened], screens, buffer_m, progress.part(0, 0.7))
    blocks = waited(progress, 0.7, partial(blocks_of, near), doing)
    return Roadside(network, origin, near, buffer_m, lines, screened, land, screens, crossed, blocks, Holes(len(blocks.faces)))


def _lines_at_screens(network: Network, screens: Screens | None, buffer_m: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All edges as lines, and whether a screen stands near each and on it."""
    lines = edge_lines(network)
    return lines, near_screens(lines, screens, buffer_m=buffer_m), near_screens(lines, screens, buffer_m=0)


def _cut_land(lines: np.ndarray, screens: Screens | None, buffer_m: float, progress: Progress) -> np.ndarray:
    """The land beside lines that screens cut."""
    # Each thread has arrays of its own: shapely locks what it reads.
    some = [chunk.copy() for chunk in np.array_split(lines, -(-len(lines) // LINES_AT_ONCE) or 1)]
    found = side_by_side(progress, lambda few: on_grid(verges(few, screens, buffer_m=buffer_m), CUT_GRID_M), some)
    return np.concatenate(found)


def bands(roadside: Roadside, reaches: Sequence[Reach], *, progress: Progress = SILENT) -> list[shapely.MultiPolygon]:
    """The band of each reach, two at a time: GEOS works outside the interpreter's lock."""
    doing = text("Drawing isochrones")
    split = side_by_side(progress.part(0, 0.05), partial(_split, roadside), reaches, doing)
    new = roadside.holes.unknown(np.concatenate([np.zeros(0, dtype=int), *(one.full for one in split)]))
    some = np.array_split(new, -(-len(new) // BLOCKS_AT_ONCE) or 1)
    left = side_by_side(progress.part(0.05, 0.25), partial(_left_of, roadside), some, doing)
    roadside.holes.add(new, np.concatenate(left), roadside.origin)
    return side_by_side(progress.part(0.25, 1), partial(_drawn, roadside), split, doing)


@dataclass(frozen=True)
class _Split:
    """What is reached: blocks with all their streets, and all that does not lie between such blocks only."""

    full: np.ndarray  # blocks, ascending
    rim: Reach


def _split(roadside: Roadside, reach: Reach) -> _Split:
    blocks, whole = roadside.blocks, is_whole(roadside.network, reach)
    full = blocks.full(reach.edge[whole], np.unique(reach.edge))
    inner = whole.copy()
    inner[whole] = blocks.inside(reach.edge[whole], full)
    return _Split(full, reach.take(np.flatnonzero(~inner)))


def _drawn(roadside: Roadside, split: _Split) -> shapely.MultiPolygon:
    """The land beside what is reached."""
    filled = united(_land(roadside, split.rim), _merged(roadside.blocks.faces[split.full]))
    return with_holes(filled, roadside.holes, split.full, roadside.origin)


def _merged(faces: np.ndarray) -> shapely.Geometry:
    # Faces share their edges to the last digit.
    if not len(faces):
        return shapely.MultiPolygon()
    try:
        return shapely.coverage_union_all(faces)
    except shapely.errors.GEOSException:
        # Faces between streets that nearly touch may overlap in their last digits; the general union allows for it.
        return shapely.union_all(faces)


def _left_of(roadside: Roadside, blocks: np.ndarray) -> np.ndarray:
    """What none of their streets comes near in these blocks."""
    plain, left = roadside.plain[blocks], np.full(len(blocks), None, dtype=object)
    left[plain] = shapely.buffer(roadside.blocks.faces[blocks[plain]], -roadside.buffer_m, quad_segs=QUAD_SEGS)
    left[~plain] = _left_over(roadside, blocks[~plain])
    return left


def _left_over(roadside: Roadside, blocks: np.ndarray) -> np.ndarray:
    """What is left of each block when the land beside its streets is taken away."""
    bounds = roadside.blocks
    at, first = spans(bounds.first_of_face[blocks], np.diff(bounds.first_of_face)[blocks])
    row, edge = np.repeat(np.arange(len(blocks)), np.diff(first)), bounds.edge[at]
    row, edge = row[bounds.main[edge]], edge[bounds.main[edge]]
    left, land, bare = bounds.faces[blocks], roadside.land[edge], ~roadside.screened[edge]
    land[bare] = plain_verges(roadside.lines[edge[bare]], buffer_m=roadside.buffer_m)
    rank = np.arange(len(row)) - np.searchsorted(row, row)
    # The first street of all blocks, then the second: few blocks have many.
    for k in range(rank.max(initial=-1) + 1):
        now = rank == k
        left[row[now]] = shapely.difference(left[row[now]], land[now])
    return left


def _land(roadside: Roadside, parts: Reach) -> np.ndarray:
    """The land beside parts of edges; parts of one street that follow each other share a piece where nothing cuts it."""
    screened = roadside.screened[parts.edge]
    plain, cut = parts.take(~screened), parts.take(screened)
    land = roadside.land[cut.edge]
    partial = np.flatnonzero(~is_whole(roadside.network, cut))
    if len(partial):
        land[partial] = on_grid(_partial(roadside, cut.take(partial)), CUT_GRID_M)
    return np.concatenate([plain_verges(chained(roadside.near, plain), buffer_m=roadside.buffer_m), land])


def _partial(roadside: Roadside, parts: Reach) -> np.ndarray:
    """The land beside parts of edges that screens cut."""
    lines, crossed = lines_of(roadside.near, parts), roadside.crossed[parts.edge]
    land = plain_verges(lines, buffer_m=roadside.buffer_m)
    land[~crossed] = _beside(shapely.intersection(land[~crossed], roadside.land[parts.edge[~crossed]]), lines[~crossed])
    # The whole edge has land on both sides of a wall that it runs through, a part may end before the wall.
    land[crossed] = verges(lines[crossed], roadside.screens, buffer_m=roadside.buffer_m)
    return land


def _beside(land: np.ndarray, lines: np.ndarray) -> np.ndarray:
    """Of land in several pieces those that the line runs in: the others lie behind a wall that the whole edge goes round."""
    several = np.flatnonzero(shapely.get_num_geometries(land) > 1)
    pieces, owner = shapely.get_parts(land[several], return_index=True)
    touched = (shapely.get_type_id(pieces) == POLYGON) & shapely.intersects(pieces, lines[several][owner])
    kept = land.copy()
    rows, number = np.unique(owner[touched], return_inverse=True)
    if len(rows):
        kept[several[rows]] = shapely.multipolygons(pieces[touched], indices=number)
    return kept
