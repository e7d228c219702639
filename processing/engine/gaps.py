"""Openings drawn as real gaps between wall ends: where a gate stands in one, a piece of wall closes it, so that the gate decides.

A gap is closed when it is no wider than GAP_M, both its ends are loose (no other wall touches them) and belong to the
same estate, and a gate of that estate stands in it. A gap without a gate stays open for everybody.

    walls = with_closed_gaps(walls, gates, estates)   # more rows, marked in the column closes_gap
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.spatial import cKDTree

from .estates import EstateIndex, points_of, words
from .walls import ON_WALL_M

GAP_M = 12.0
BESIDE_M = 2.0  # how far beside the line of its gap a gate may stand
POST_M = 0.5  # how far past a wall end it may stand
CLOSES_GAP = "closes_gap"
SAME_DISTANCE_M = 0.01


def with_closed_gaps(
    walls: gpd.GeoDataFrame | None, gates: gpd.GeoDataFrame | None, estates: gpd.GeoDataFrame | None = None
) -> gpd.GeoDataFrame | None:
    """The walls, and a straight piece for each gap that a gate stands in; closing again adds nothing."""
    if walls is None or gates is None or not len(walls) or not len(gates):
        return walls
    ends = _loose_ends(walls)
    key = _estate_keys(walls, estates)[ends.wall]
    one, two = _facing(ends, key)
    if not len(one):
        return walls
    pieces = shapely.linestrings(np.stack([ends.xy[one], ends.xy[two]], axis=1))
    closed = np.unique(_gap_of_each_gate(pieces, _either(key[one], key[two]), gates, estates))
    return _appended(walls, ends.wall[one[closed]], ends.wall[two[closed]], pieces[closed])


def gates_in(lines: np.ndarray, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every pair of a straight piece and a gate (x, y) that stands in it: positions of both."""
    known = np.flatnonzero(np.isfinite(xy).all(axis=1))
    line, gate = shapely.STRtree(shapely.points(xy[known])).query(lines, predicate="dwithin", distance=BESIDE_M)
    gate = known[gate]
    a, b = (shapely.get_coordinates(shapely.get_point(lines[line], end)) for end in (0, -1))
    length_m = np.hypot(*(b - a).T)
    along_m = ((xy[gate] - a) * (b - a)).sum(axis=1) / length_m
    inside = (along_m >= -POST_M) & (along_m <= length_m + POST_M)
    return line[inside], gate[inside]


@dataclass(frozen=True)
class _Ends:
    """Loose ends of wall lines."""

    xy: np.ndarray
    wall: np.ndarray  # position of the wall
    line: np.ndarray  # number of the wall's line
    line_m: np.ndarray  # and its length


def _loose_ends(walls: gpd.GeoDataFrame) -> _Ends:
    """The ends that no other line touches."""
    lines, wall = shapely.get_parts(np.asarray(walls.geometry.array, dtype=object), return_index=True)
    length_m = shapely.length(lines)
    rows = np.flatnonzero(~shapely.is_closed(lines) & (length_m > 0))
    line = np.concatenate([rows, rows])
    ends = np.concatenate([shapely.get_point(lines[rows], end) for end in (0, -1)])
    end, touched = shapely.STRtree(lines).query(ends, predicate="dwithin", distance=ON_WALL_M)
    loose = np.ones(len(ends), dtype=bool)
    loose[end[touched != line[end]]] = False
    return _Ends(shapely.get_coordinates(ends[loose]), wall[line[loose]], line[loose], length_m[line[loose]])


def _facing(ends: _Ends, key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of ends at most GAP_M apart that may belong to one estate."""
    if len(ends.xy) < 2:
        return np.zeros(0, dtype=int), np.zeros(0, dtype=int)
    one, two = np.sort(cKDTree(ends.xy).query_pairs(GAP_M, output_type="ndarray"), axis=1).T
    width_m = np.hypot(*(ends.xy[two] - ends.xy[one]).T)
    # A short post between two gaps is no gap itself.
    is_post = (ends.line[one] == ends.line[two]) & (ends.line_m[one] <= width_m + SAME_DISTANCE_M)
    kept = ~is_post & (width_m > ON_WALL_M) & _compatible(key[one], key[two])
    order = np.lexsort((two[kept], one[kept]))
    return one[kept][order], two[kept][order]


def _estate_keys(frame: gpd.GeoDataFrame, estates: gpd.GeoDataFrame | None) -> np.ndarray:
    """A word for the estate that each row names, the same for its id and its name; "" for none."""
    by_word = EstateIndex.of(estates, None).by_word
    said = words(frame, "estate")
    return np.array([f"#{by_word[word][0]}" if word in by_word else word for word in said], dtype=object)


def _compatible(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    return (one == two) | (one == "") | (two == "")


def _either(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    return np.where(one == "", two, one)


def _gap_of_each_gate(pieces: np.ndarray, key: np.ndarray, gates: gpd.GeoDataFrame, estates: gpd.GeoDataFrame | None) -> np.ndarray:
    """The gap of each gate that stands in one: the nearest, of equally near ones the narrowest."""
    xy = points_of(gates)
    piece, gate = gates_in(pieces, xy)
    fits = _compatible(key[piece], _estate_keys(gates, estates)[gate])
    piece, gate = piece[fits], gate[fits]
    away_m = np.round(shapely.distance(pieces[piece], shapely.points(xy[gate])) / SAME_DISTANCE_M)
    order = np.lexsort((piece, shapely.length(pieces[piece]), away_m, gate))
    return piece[order][np.diff(gate[order], prepend=-1) != 0]


def _appended(walls: gpd.GeoDataFrame, one: np.ndarray, two: np.ndarray, pieces: np.ndarray) -> gpd.GeoDataFrame:
    if not len(pieces):
        return walls
    said, ids = words(walls, "estate"), words(walls, "wall_id")
    rows = pd.DataFrame(
        {
            "wall_id": [f"{first}|{second}" for first, second in zip(ids[one], ids[two])],
            "estate": pd.Series(_either(said[one], said[two]), dtype=object).replace("", None),
            CLOSES_GAP: True,
        }
    )
    name = walls.geometry.name
    more = gpd.GeoDataFrame(rows, geometry=pieces, crs=walls.crs).rename(columns={"geometry": name}).set_geometry(name)
    return pd.concat([walls.assign(**{CLOSES_GAP: False}), more], ignore_index=True)


def closing_rows(walls: gpd.GeoDataFrame) -> np.ndarray:
    """Positions of the pieces that close a gap."""
    return np.flatnonzero(walls[CLOSES_GAP].to_numpy(dtype=bool)) if CLOSES_GAP in walls else np.zeros(0, dtype=int)
