"""Estates from OSM, and which of them a wall or a gate belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import shapely

from .frames import osm_frame
from .objects import Objects, OsmFile
from .tag_values import names

if TYPE_CHECKING:
    import geopandas as gpd

EDGE_M = 10.0
WALLED_SHARE = 0.5


def estate_at(points: np.ndarray, estates: gpd.GeoDataFrame) -> np.ndarray:
    """The name of the estate on whose edge each point stands; None where there is none."""
    found = np.full(len(points), None, dtype=object)
    if not len(estates) or not len(points):
        return found
    edges = shapely.boundary(estates.geometry.to_numpy())
    point, estate = shapely.STRtree(edges).query_nearest(points, max_distance=EDGE_M, all_matches=False)
    found[point] = estates["name"].to_numpy()[estate]
    return found


def estates_of(osm: OsmFile, table: dict, *, walls: np.ndarray, gates: np.ndarray, chinese: bool, crs: str) -> gpd.GeoDataFrame:
    """The table estates: residential land with a name, or walled; gated where a wall, a gate or the tags say so."""
    land = osm.polygons.take(osm.polygons.tag("landuse") == "residential")
    gated = _gated(land, table, walls, gates)
    name = names(land, chinese=chinese)
    kept = (name != None) | gated  # noqa: E711, an array of texts
    land, gated, name = land.take(kept), gated[kept], name[kept]
    columns = {
        "estate_id": land.ids,
        "name": np.where(name == None, land.ids, name),  # noqa: E711
        "gated": np.where(gated, "yes", "unknown"),
    }
    return osm_frame("estates", columns, land.shapes, crs=crs)


def _gated(land: Objects, table: dict, walls: np.ndarray, gates: np.ndarray) -> np.ndarray:
    walled = re.compile(table["walls"])
    said = np.array(
        [bool(walled.fullmatch(tags.get("barrier", ""))) or tags.get("residential") == "gated" for tags in land.tags], dtype=bool
    )
    edges = shapely.boundary(land.shapes)
    with_gate = np.zeros(len(land), dtype=bool)
    with_gate[shapely.STRtree(gates).query(edges, predicate="dwithin", distance=EDGE_M)[0]] = True
    return said | with_gate | (_walled_m(edges, walls) >= WALLED_SHARE * shapely.length(edges))


def _walled_m(edges: np.ndarray, walls: np.ndarray) -> np.ndarray:
    """Metres of wall along each edge."""
    along_m = np.zeros(len(edges))
    edge, wall = shapely.STRtree(walls).query(edges, predicate="dwithin", distance=EDGE_M)
    beside = shapely.intersection(walls[wall], shapely.buffer(edges, EDGE_M)[edge])
    np.add.at(along_m, edge, shapely.length(beside))
    return along_m
