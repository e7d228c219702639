"""Land from OSM: residential, green, water and rail; rivers and tracks drawn as lines get their width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from ..tags import rule, rules, rules_that_hold
from .frames import osm_frame
from .objects import Objects, OsmFile
from .tag_values import is_set, levels, names, numbers

if TYPE_CHECKING:
    import geopandas as gpd

WATER, RAIL = "water", "rail"
SLIVER_M2 = 5.0
WIDEST_M = 2000.0


def residential_land(osm: OsmFile) -> np.ndarray:
    """The areas of residential land."""
    return osm.polygons.shapes[osm.polygons.tag("landuse") == "residential"]


def land(osm: OsmFile, table: dict, *, chinese: bool, crs: str) -> gpd.GeoDataFrame:
    """The table land."""
    drawn, uses = _drawn(osm.polygons, table)
    rivers = _water_lines(osm.lines, table, drawn.shapes[uses == WATER])
    tracks = _track_lines(osm.lines, table)
    parts = ((drawn, uses), (rivers, _same(WATER, rivers)), (tracks, _same(RAIL, tracks)))
    columns = {
        "use": np.concatenate([use for _, use in parts]),
        "name": np.concatenate([names(objects, chinese=chinese) for objects, _ in parts]),
    }
    shapes = np.concatenate([objects.shapes for objects, _ in parts])
    return osm_frame("land", columns, shapes, crs=crs)


def _same(use: str, objects: Objects) -> np.ndarray:
    return np.full(len(objects), use, dtype=object)


def _drawn(polygons: Objects, table: dict) -> tuple[Objects, np.ndarray]:
    candidates = rules(table["land"])
    found = rules_that_hold(candidates, polygons.tags)
    uses = np.array([None if one is None else one.gives["use"] for one in found], dtype=object)
    # A building on a lawn's tag, or a pond of a puddle's size, is no land.
    kept = (uses != None) & ~polygons.has("building") & (shapely.area(polygons.shapes) >= SLIVER_M2)  # noqa: E711
    return polygons.take(kept), uses[kept]


def _water_lines(lines: Objects, table: dict, drawn: np.ndarray) -> Objects:
    """Rivers and canals as areas where none is drawn; those under ground or on a bridge are nobody's barrier."""
    widths = table["waterways"]
    hidden = is_set(lines, "tunnel") | is_set(lines, "covered") | is_set(lines, "bridge")
    rivers = lines.take(np.isin(lines.tag("waterway").astype(str), list(widths)) & ~hidden)
    assumed_m = np.array([widths[word] for word in rivers.tag("waterway")], dtype=float)
    stated_m = numbers(rivers, "width")
    width_m = np.where((stated_m > 0) & (stated_m < WIDEST_M), stated_m, assumed_m)
    shapes = shapely.buffer(rivers.shapes, width_m / 2, cap_style="flat")
    tree = shapely.STRtree(drawn)
    # Few rivers, each with the few ponds and banks that it meets.
    for row, near in _groups(*tree.query(shapes, predicate="intersects")):
        shapes[row] = shapely.difference(shapes[row], shapely.union_all(drawn[near]))
    left = shapely.area(shapes) >= SLIVER_M2
    return rivers.reshaped(shapes).take(left)


def _groups(row: np.ndarray, near: np.ndarray) -> list[tuple[int, np.ndarray]]:
    return [(int(one), near[row == one]) for one in np.unique(row)]


def _track_lines(lines: Objects, table: dict) -> Objects:
    """Tracks on the ground as areas."""
    widths, gone = table["railways"], rule(table["gone"])
    laid = np.isin(lines.tag("railway").astype(str), list(widths)) & (levels(lines) == 0)
    laid &= ~np.array([gone.holds(tags) for tags in lines.tags], dtype=bool)
    tracks = lines.take(laid)
    width_m = np.array([widths[word] for word in tracks.tag("railway")], dtype=float)
    return tracks.reshaped(shapely.buffer(tracks.shapes, width_m / 2, cap_style="flat"))
