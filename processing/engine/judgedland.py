"""The land that is judged, in pieces: every piece lies in the same areas all over, so that the sums of areas that nest agree.

judged = judged_land(land, areas)
judged.sums(overlap_m2(judged.pieces, band))   # square metres inside the band of the whole, then of each area
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from .areas import Level, levels_of, partitions
from .barriers import shapes_of
from .enclosing import enclosed_by
from .unions import polygons_of

RESIDENTIAL = "residential"
WHOLE = (None, "all", None)  # partition, level and code of the first head, as in the summary

Head = tuple[object, object, object]
Measured = tuple[np.ndarray, np.ndarray]  # pieces, and square metres of each


@dataclass(frozen=True)
class JudgedLand:
    """Pieces of land that overlap nowhere, and the pairs of a head (the whole, then each area) and a piece in it."""

    heads: list[Head]  # partition, level, code; in the order of the summary
    pieces: np.ndarray
    head: np.ndarray
    piece: np.ndarray

    def sums(self, by_piece: np.ndarray) -> np.ndarray:
        """Values of the pieces summed up by head."""
        return np.bincount(self.head, weights=by_piece[self.piece], minlength=len(self.heads))


def judged_land(land: gpd.GeoDataFrame | None, areas: gpd.GeoDataFrame | None) -> JudgedLand:
    """The judged land, overlaps counted once: residential land inside the areas of the run, else the areas.

    The whole is the land inside the largest level of the first partition. Without areas it is all residential land;
    without both there is none.
    """
    homes = _residential(land)
    if areas is None or areas.empty:
        return JudgedLand([WHOLE], homes, np.zeros(len(homes), dtype=np.intp), np.arange(len(homes)))
    heads, head_of_row = _heads(areas)
    shapes, row = polygons_of(shapely.make_valid(np.asarray(areas.geometry.array, dtype=object)))
    pieces = _parted(np.append(shapes, homes))
    shape, piece = _holding(shapes, pieces)
    if len(homes):
        is_home = np.isin(piece, _holding(homes, pieces)[1])
        shape, piece = shape[is_home], piece[is_home]
    # An area drawn in several rows holds a piece once.
    pairs = np.unique(head_of_row[row[shape]] * len(pieces) + piece)
    head, piece = np.divmod(pairs, max(len(pieces), 1))
    top = levels_of(areas)[0]
    of_top = np.unique(piece[np.array([(partition, level) == top for partition, level, _ in heads])[head]])
    return JudgedLand(heads, pieces, np.concatenate([np.zeros(len(of_top), dtype=np.intp), head]), np.concatenate([of_top, piece]))


def _residential(land: gpd.GeoDataFrame | None) -> np.ndarray:
    shapes = shapes_of(None if land is None or land.empty else land[(land["use"] == RESIDENTIAL).to_numpy()])
    return polygons_of(shapely.union_all(shapely.make_valid(shapes)))[0]


def _heads(areas: gpd.GeoDataFrame) -> tuple[list[Head], np.ndarray]:
    """The whole and every area, and the position of each row's area among them."""
    rank: dict[Level, int] = {level: k for k, level in enumerate(levels_of(areas))}
    rows = list(zip(partitions(areas), areas["level"].to_numpy(dtype=object), areas["code"].to_numpy(dtype=object)))
    heads = [WHOLE, *sorted(set(rows), key=lambda row: (rank[row[:2]], str(row[2])))]
    position = {head: k for k, head in enumerate(heads)}
    return heads, np.array([position[row] for row in rows], dtype=np.intp)


def _parted(shapes: np.ndarray) -> np.ndarray:
    """The pieces into which all outlines together part the plane."""
    return enclosed_by(shapely.get_parts(shapely.union_all(shapely.boundary(shapes))))


def _holding(shapes: np.ndarray, pieces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of a shape and a piece in it."""
    return shapely.STRtree(shapely.point_on_surface(pieces)).query(shapes, predicate="intersects")


def overlap_m2(pieces: np.ndarray, band: shapely.Geometry) -> np.ndarray:
    """Square metres of each piece inside a band."""
    return Overlaps.of(pieces).with_band(band)


@dataclass(frozen=True)
class Overlaps:
    """Pieces of land to be measured inside bands.

    Outlines and holes are measured apart: one overlay with a band of ten thousand holes would visit them all for every
    piece. Bands of one district share most of their holes; each hole is measured once.
    """

    pieces: np.ndarray
    tree: shapely.STRtree
    by_hole: dict[bytes, Measured]  # by the ring's binary form

    @staticmethod
    def of(pieces: np.ndarray) -> Overlaps:
        """Nothing measured as yet."""
        return Overlaps(pieces, shapely.STRtree(pieces), {})

    def with_band(self, band: shapely.Geometry) -> np.ndarray:
        """Square metres of each piece inside a band."""
        rings, part = shapely.get_rings(polygons_of(band)[0], return_index=True)
        filled, is_hole = shapely.polygons(rings), np.diff(part, prepend=-1) == 0
        _, piece, area_m2 = self._measured(filled[~is_hole])
        return self._sums(piece, area_m2) - self._sums(*self._of_holes(filled[is_hole]))

    def _of_holes(self, holes: np.ndarray) -> Measured:
        keys = shapely.to_wkb(holes).tolist()
        new = np.array([k for k, key in enumerate(keys) if key not in self.by_hole], dtype=int)
        hole, piece, area_m2 = self._measured(holes[new])
        order = np.argsort(hole, kind="stable")
        ends = np.searchsorted(hole[order], np.arange(1, len(new)))
        parts = zip(np.split(piece[order], ends), np.split(area_m2[order], ends))
        self.by_hole.update(zip([keys[k] for k in new.tolist()], parts))
        none = np.zeros(0, dtype=np.intp), np.zeros(0)
        found = [none, *(self.by_hole[key] for key in keys)]
        return np.concatenate([one for one, _ in found]), np.concatenate([one for _, one in found])

    def _sums(self, piece: np.ndarray, area_m2: np.ndarray) -> np.ndarray:
        return np.bincount(piece, weights=area_m2, minlength=len(self.pieces))

    def _measured(self, shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Shape, piece and square metres in both, of all pairs that meet."""
        shape, piece = self.tree.query(shapes, predicate="intersects")
        shapely.prepare(shapes)
        shapely.prepare(self.pieces)
        covered = shapely.covers(shapes[shape], self.pieces[piece])
        within = ~covered
        within[within] = shapely.covers(self.pieces[piece[within]], shapes[shape[within]])
        cut = ~covered & ~within
        area_m2 = np.where(covered, shapely.area(self.pieces)[piece], shapely.area(shapes)[shape])
        area_m2[cut] = shapely.area(shapely.intersection(self.pieces[piece[cut]], shapes[shape[cut]]))
        return shape, piece, area_m2
