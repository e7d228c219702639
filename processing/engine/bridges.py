"""Bridges and tunnels: the parts of streets that cross water or rail land, the only ways across."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from .faces import SNAP_M, Faces, onto_lines
from .lines import runs_of
from .streets import street_costs

if TYPE_CHECKING:
    import geopandas as gpd

ON_BANK_M = 2e-3


@dataclass(frozen=True)
class Bridges:
    """Places on banks and in the water, and the straight pieces of streets between them."""

    xy: np.ndarray  # (places, 2) local
    is_inner: np.ndarray  # (places,) in the water
    start: np.ndarray  # (pieces,) positions of places
    end: np.ndarray
    metres: np.ndarray


def bridges_of(faces: Faces, streets: gpd.GeoDataFrame | None) -> Bridges:
    """The parts of walkable streets in water or on rail land."""
    pieces = _wet_pieces(faces, streets)
    a, b = pieces
    xy = np.concatenate([a, b])
    banks = faces.banks
    moved = onto_lines(xy, banks, within_m=ON_BANK_M)
    on_bank = np.isfinite(moved).all(axis=1)
    xy = np.where(on_bank[:, None], moved, xy)
    _, first, place = np.unique(np.round(xy / SNAP_M).astype(np.int64), axis=0, return_index=True, return_inverse=True)
    place = place.ravel()
    start, end = place[: len(a)], place[len(a) :]
    return Bridges(xy[first], ~on_bank[first], start, end, np.hypot(*(b - a).T))


def _wet_pieces(faces: Faces, streets: gpd.GeoDataFrame | None) -> tuple[np.ndarray, np.ndarray]:
    """The straight pieces of streets inside of water or rail land, from a to b."""
    nothing = np.zeros((0, 2)), np.zeros((0, 2))
    if streets is None or not len(streets) or not len(faces.barriers.polygons):
        return nothing
    runs = runs_of(streets, np.flatnonzero(street_costs(streets)[0] > 0))
    if not len(runs.street):
        return nothing
    lines = shapely.linestrings(faces.local(runs.xy), indices=np.repeat(np.arange(len(runs.street)), np.diff(runs.first)))
    line, polygon = faces.water_tree.query(lines, predicate="intersects")
    wet = shapely.get_parts(shapely.intersection(lines[line], faces.barriers.polygons[polygon]))
    wet = wet[shapely.get_type_id(wet) == shapely.GeometryType.LINESTRING]
    xy, part = shapely.get_coordinates(wet, return_index=True)
    inner = part[1:] == part[:-1]
    return xy[:-1][inner], xy[1:][inner]
