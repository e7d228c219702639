"""The holes of bands: what is left in the middle of a block, worked out once and cut out of every band that fills the block."""

from __future__ import annotations

import numpy as np
import shapely

from .lines import spans
from .unions import FINE_GRID_M, are_thin, on_grid, polygons_of


class Pile:
    """Shapes of blocks, block after block in the order in which they came."""

    def __init__(self, blocks: int) -> None:
        self._first, self._count = np.zeros(blocks, dtype=int), np.zeros(blocks, dtype=int)
        self._shapes = np.zeros(0, dtype=object)

    def add(self, blocks: np.ndarray, shapes: np.ndarray, row: np.ndarray) -> None:
        """Take in shapes; row says of which of these blocks each is, ascending."""
        self._count[blocks] = np.bincount(row, minlength=len(blocks))
        self._first[blocks] = len(self._shapes) + np.searchsorted(row, np.arange(len(blocks)))
        self._shapes = np.concatenate([self._shapes, shapes])

    def of(self, blocks: np.ndarray) -> np.ndarray:
        """The shapes of these blocks."""
        return self._shapes[spans(self._first[blocks], self._count[blocks])[0]]


class Holes:
    """Holes of blocks and the land that stands inside them, in the coordinates of the network."""

    def __init__(self, blocks: int) -> None:
        self._known = np.zeros(blocks, dtype=bool)
        self.rings = Pile(blocks)  # clockwise: who fills by direction must not fill them
        self.spots = Pile(blocks)  # a point in each hole
        self.islands = Pile(blocks)  # polygons

    def unknown(self, blocks: np.ndarray) -> np.ndarray:
        """Those of these blocks that were not added yet, each once."""
        return np.unique(blocks[~self._known[blocks]])

    def add(self, blocks: np.ndarray, left: np.ndarray, origin: np.ndarray) -> None:
        """Take in what is left in each of some new blocks, relative to the origin."""
        shapes, row = _placed(left, origin)
        rings, shape = shapely.get_rings(shapes, return_index=True)
        is_outer = np.diff(shape, prepend=-1) > 0
        self.rings.add(blocks, _turned(rings[is_outer], False), row)
        self.spots.add(blocks, shapely.point_on_surface(shapes), row)
        self.islands.add(blocks, shapely.polygons(_turned(rings[~is_outer], True)), row[shape[~is_outer]])
        self._known[blocks] = True


def with_holes(filled: shapely.Geometry, holes: Holes, blocks: np.ndarray, origin: np.ndarray) -> shapely.MultiPolygon:
    """The polygons, relative to the origin, with the holes of these blocks cut out.

    Each hole lies inside one of them; an island in a hole is left standing.
    """
    parts, _ = _placed(np.array([filled]), origin)
    if not len(parts):
        return shapely.MultiPolygon()
    hole, owner = _within(holes.spots.of(blocks), parts)
    rings, part = shapely.get_rings(parts, return_index=True)
    is_outer = np.diff(part, prepend=-1) > 0
    is_gap = ~is_outer
    is_gap[is_gap] = ~are_thin(shapely.polygons(rings[is_gap]))
    shells, gaps = _turned(rings[is_outer], True), _turned(rings[is_gap], False)
    part = np.concatenate([part[is_outer], part[is_gap], owner])
    # Stable: the shell stays the first ring of each polygon.
    order = np.argsort(part, kind="stable")
    cut = shapely.polygons(np.concatenate([shells, gaps, holes.rings.of(blocks)[hole]])[order], indices=part[order])
    return shapely.multipolygons(np.concatenate([cut, holes.islands.of(blocks)]))


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
    turned, wrong = rings.copy(), shapely.is_ccw(rings) != against_the_clock
    turned[wrong] = shapely.reverse(rings[wrong])
    return turned
