"""The holes of bands: what is left in the middle of a block, worked out once and cut out of every band that fills the block."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .unions import FINE_GRID_M, are_thin, on_grid, polygons_of


@dataclass(frozen=True)
class Holes:
    """Holes of blocks and the land that stands inside them, in the coordinates of the network."""

    rings: np.ndarray  # clockwise: who fills by direction must not fill them
    spots: np.ndarray  # a point in each hole
    islands: np.ndarray  # polygons

    @staticmethod
    def joined(holes: list[Holes]) -> Holes:
        """All of them, in their order."""
        none = np.zeros(0, dtype=object)
        return Holes(*(np.concatenate([none, *(getattr(one, name) for one in holes)]) for name in ("rings", "spots", "islands")))


def holes_of(left: np.ndarray, origin: np.ndarray) -> list[Holes]:
    """The holes of each block from what is left in it, relative to the origin."""
    shapes, block = _placed(left, origin)
    spots = shapely.point_on_surface(shapes)
    rings, shape = shapely.get_rings(shapes, return_index=True)
    is_outer = np.diff(shape, prepend=-1) > 0
    islands, of_island = shapely.polygons(_turned(rings[~is_outer], True)), block[shape[~is_outer]]
    # One entry a block: np.split by counts.
    hole, island = (np.searchsorted(owner, np.arange(1, len(left))) for owner in (block, of_island))
    parts = zip(np.split(_turned(rings[is_outer], False), hole), np.split(spots, hole), np.split(islands, island))
    return [Holes(*part) for part in parts]


def with_holes(filled: shapely.Geometry, holes: Holes, origin: np.ndarray) -> shapely.MultiPolygon:
    """The polygons, relative to the origin, with these holes cut out.

    Each hole lies inside one of them; an island in a hole is left standing.
    """
    parts, _ = _placed(np.array([filled]), origin)
    if not len(parts):
        return shapely.MultiPolygon()
    hole, owner = _within(holes.spots, parts)
    rings, part = shapely.get_rings(parts, return_index=True)
    is_outer = np.diff(part, prepend=-1) > 0
    is_gap = ~is_outer
    is_gap[is_gap] = ~are_thin(shapely.polygons(rings[is_gap]))
    shells, gaps = _turned(rings[is_outer], True), _turned(rings[is_gap], False)
    part = np.concatenate([part[is_outer], part[is_gap], owner])
    # Stable: the shell stays the first ring of each polygon.
    order = np.argsort(part, kind="stable")
    cut = shapely.polygons(np.concatenate([shells, gaps, holes.rings[hole]])[order], indices=part[order])
    return shapely.multipolygons(np.concatenate([cut, holes.islands]))


def _within(spots: np.ndarray, parts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of a spot and the polygon it lies in."""
    if len(parts) == 1:
        return np.arange(len(spots)), np.zeros(len(spots), dtype=int)
    return tuple(shapely.STRtree(parts).query(spots, predicate="within"))


def _placed(shapes: np.ndarray, origin: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Polygons of shapes relative to the origin, none of them thin, in the coordinates of the network, and the shape of each."""
    parts, owner = polygons_of(on_grid(shapes, FINE_GRID_M))
    kept = ~are_thin(parts)
    return shapely.transform(parts[kept], lambda xy: xy + origin), owner[kept]


def _turned(rings: np.ndarray, against_the_clock: bool) -> np.ndarray:
    return np.where(shapely.is_ccw(rings) == against_the_clock, rings, shapely.reverse(rings))
