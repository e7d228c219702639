"""The land beside a path: within a distance of it and not behind a wall or across water."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from .barriers import BARRIER_LAND, shapes_of
from .chords import Chords, halved, times_through

QUAD_SEGS = 2  # corners of a quarter circle: round ends are ends of paths, not measured land
TOUCH_M = 1e-3  # a path must run in a piece of land by more than this to give access to it


@dataclass(frozen=True)
class Screens:
    """Straight pieces of what nobody walks through, and the tree that finds them."""

    pieces: np.ndarray
    tree: shapely.STRtree


def screens_of(walls: gpd.GeoDataFrame | None, land: gpd.GeoDataFrame | None) -> Screens | None:
    """Walls and the banks of water and rail land; None where there is neither."""
    if land is not None and len(land):
        land = land[land["use"].isin(BARRIER_LAND).to_numpy()]
    lines = np.concatenate([shapes_of(walls), shapely.boundary(shapes_of(land))])
    pieces = _straight_pieces(lines)
    return Screens(pieces, shapely.STRtree(pieces)) if len(pieces) else None


def moved_screens(screens: Screens, by_m: np.ndarray) -> Screens:
    """The same screens relative to another origin."""
    pieces = shapely.transform(screens.pieces, lambda xy: xy + by_m)
    return Screens(pieces, shapely.STRtree(pieces))


def _straight_pieces(lines: np.ndarray) -> np.ndarray:
    # Short pieces: a path meets few of them, where a whole canal bank would be cut again for every path.
    xy, line = shapely.get_coordinates(shapely.get_parts(lines), return_index=True)
    inner = np.flatnonzero((line[1:] == line[:-1]) & (xy[1:] != xy[:-1]).any(axis=1))
    return shapely.linestrings(np.stack([xy[inner], xy[inner + 1]], axis=1)) if len(inner) else np.zeros(0, dtype=object)


def plain_verges(lines: np.ndarray, *, buffer_m: float) -> np.ndarray:
    """The land within buffer_m of each line, where nothing cuts it."""
    return shapely.buffer(lines, buffer_m, quad_segs=QUAD_SEGS)


def near_screens(lines: np.ndarray, screens: Screens | None, *, buffer_m: float) -> np.ndarray:
    """Whether a screen stands within buffer_m of each line."""
    near = np.zeros(len(lines), dtype=bool)
    if screens is not None:
        near[screens.tree.query(lines, predicate="dwithin", distance=buffer_m)[0]] = True
    return near


def verges(lines: np.ndarray, screens: Screens | None, *, buffer_m: float) -> np.ndarray:
    """The land within buffer_m of each line that no screen cuts off from it.

    A line through a screen, at a gate, has on either side the land of what runs there: not also what lies behind the screen
    beside its other part, though one can get there round a corner.
    """
    if screens is None or not len(lines):
        return plain_verges(lines, buffer_m=buffer_m)
    parts, line = _parted(lines, screens)
    land = _verges_of_parts(parts, screens, buffer_m=buffer_m)
    if len(parts) == len(lines):
        return land
    joined = land[np.searchsorted(line, np.arange(len(lines)))]
    # Few lines run through a screen.
    for row in np.flatnonzero(np.bincount(line, minlength=len(lines)) > 1):
        joined[row] = shapely.union_all(land[line == row])
    return joined


def _parted(lines: np.ndarray, screens: Screens) -> tuple[np.ndarray, np.ndarray]:
    """The lines, those that run through screens cut there, and the line of each part."""
    row, piece = screens.tree.query(lines, predicate="crosses")
    crossed, owner = np.unique(row, return_inverse=True)
    if not len(crossed):
        return lines, np.arange(len(lines))
    through = shapely.union_all(
        shapely.multilinestrings(screens.pieces[piece[np.argsort(owner, kind="stable")]], indices=np.sort(owner))[:, None], axis=1
    )
    cut, whole = lines.copy(), lines[crossed]
    parts = shapely.difference(whole, through)
    # What runs along a screen stays as it is.
    kept = shapely.length(parts) > shapely.length(whole) - TOUCH_M
    cut[crossed[kept]] = parts[kept]
    return shapely.get_parts(cut, return_index=True)


def _verges_of_parts(lines: np.ndarray, screens: Screens, *, buffer_m: float) -> np.ndarray:
    land = plain_verges(lines, buffer_m=buffer_m)
    row, piece = screens.tree.query(land, predicate="intersects")
    if not len(row):
        return land
    cut, known = _cut_through(land, lines, row, screens.pieces[piece])
    row, piece = row[~known[row]], piece[~known[row]]
    screened, owner = np.unique(row, return_inverse=True)
    if not len(screened):
        return cut
    cut[screened] = _without_cut_off(land[screened], lines[screened], owner, screens.pieces[piece])
    return cut


def _cut_through(land: np.ndarray, lines: np.ndarray, row: np.ndarray, pieces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Land that screens run right through on its line's side of them, and whether that is all; row is that of each piece."""
    ends, count = shapely.get_coordinates(pieces).reshape(-1, 2, 2), np.bincount(row, minlength=len(land))
    several = np.flatnonzero(count[row] > 1)
    plain = count[row] == 1
    plain[several] = times_through(land[row[several]], lines[row[several]], _straight_through(ends[several])) == 2
    known = np.bincount(row[plain], minlength=len(land)) == count
    cut, order = land.copy(), np.argsort(row, kind="stable")
    rank = np.arange(len(row)) - np.searchsorted(row[order], row[order])
    # The first screen of all land, then the second: most land has one or two.
    for k in range(rank.max(initial=-1) + 1):
        now = order[(rank == k) & known[row[order]]]
        cut[row[now]], known[row[now]] = halved(cut[row[now]], lines[row[now]], _straight_through(ends[now]))
    pair = np.flatnonzero((rank == 0) & (count[row[order]] == 2) & ~known[row[order]])
    one, two = ends[order[pair]], ends[order[pair + 1]]
    meet = (one[:, :, None] == two[:, None]).all(axis=3).any(axis=(1, 2))
    rows = row[order[pair[meet]]]
    cut[rows], known[rows] = halved(land[rows], lines[rows], _corners(one[meet], two[meet]))
    return cut, known


def _straight_through(ends: np.ndarray) -> Chords:
    return Chords(ends[:, 0], ends[:, 1], ends[:, 1])


def _corners(one: np.ndarray, two: np.ndarray) -> Chords:
    """Pairs of screens turned so that the first ends where the second begins."""
    one = np.where((one[:, :1] == two).all(axis=2).any(axis=1)[:, None, None], one[:, ::-1], one)
    two = np.where((one[:, 1] == two[:, 1]).all(axis=1)[:, None, None], two[:, ::-1], two)
    return Chords(one[:, 0], one[:, 1], two[:, 1])


def _without_cut_off(land: np.ndarray, lines: np.ndarray, owner: np.ndarray, pieces: np.ndarray) -> np.ndarray:
    """The faces into which the screens cut each piece of land, without those that its line does not run in."""
    rings, of_land = shapely.get_parts(shapely.boundary(land), return_index=True)
    order = np.argsort(np.concatenate([of_land, owner]), kind="stable")
    drawn = shapely.multilinestrings(np.concatenate([rings, pieces])[order], indices=np.concatenate([of_land, owner])[order])
    faces, row = shapely.get_parts(shapely.polygonize(shapely.union_all(drawn[:, None], axis=1)[:, None], axis=1), return_index=True)
    # Faces outside the land appear where screens make a closed shape around it.
    inside = shapely.intersects(land[row], shapely.point_on_surface(faces))
    entered = inside & (shapely.length(shapely.intersection(faces, lines[row])) > TOUCH_M)
    return _dissolved(land, faces, row, inside, entered)


def _dissolved(land: np.ndarray, faces: np.ndarray, row: np.ndarray, inside: np.ndarray, entered: np.ndarray) -> np.ndarray:
    lost = np.bincount(row[inside & ~entered], minlength=len(land))
    mine = np.flatnonzero(entered & (lost[row] > 0))
    mine = mine[np.argsort(row[mine], kind="stable")]
    cut = land.copy()
    cut[row[mine]] = faces[mine]
    # Most land keeps one face; only paths through a gate keep several, and those are joined one by one.
    for parts in np.split(mine, np.flatnonzero(np.diff(row[mine])) + 1):
        if len(parts) > 1:
            cut[row[parts[0]]] = shapely.union_all(faces[parts])
    return cut
