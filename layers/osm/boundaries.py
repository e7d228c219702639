"""Areas from administrative boundaries that are whole in the file, else one district: the extract's bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from ..schema import LEVELS, PARTITION
from ..words import Text, text
from .frames import osm_frame
from .objects import Objects, OsmFile
from .tag_values import names

if TYPE_CHECKING:
    import geopandas as gpd

WHOLE_CODE = "extract"


def areas(osm: OsmFile, table: dict, *, whole: shapely.Polygon, title: str, chinese: bool, crs: str) -> tuple[gpd.GeoDataFrame, list[Text]]:
    """The table areas; whole is the ground of the extract and title its name where no boundary is complete."""
    levels = table["admin_levels"]
    polygons = osm.polygons
    found = polygons.take((polygons.tag("boundary") == "administrative") & np.isin(polygons.tag("admin_level").astype(str), list(levels)))
    found = found.take(names(found, chinese=chinese) != None)  # noqa: E711, an array of texts
    if not len(found):
        note = text("No administrative boundary is complete in the file: its bounds stand as one district, {name}.", name=title)
        row = {"code": WHOLE_CODE, "name": title, "partition": PARTITION, "level": LEVELS[0]}
        return osm_frame("areas", row, np.array([whole], dtype=object), crs=crs), [note]
    level = np.array([levels[word] for word in found.tag("admin_level")], dtype=object)
    code = _codes(found, table["admin_codes"])
    columns = {
        "code": code,
        "name": names(found, chinese=chinese),
        "partition": PARTITION,
        "level": level,
        "parent_code": _parents(found.shapes, level, code),
    }
    order = np.lexsort((code.astype(str), [LEVELS.index(one) for one in level]))
    return osm_frame("areas", columns, found.shapes, crs=crs).iloc[order].reset_index(drop=True), []


def _codes(found: Objects, keys: list[str]) -> np.ndarray:
    stated = np.array([next((tags[key] for key in keys if key in tags), None) for tags in found.tags], dtype=object)
    values, count = np.unique(stated[stated != None].astype(str), return_counts=True)  # noqa: E711
    single = np.isin(stated.astype(str), values[count == 1])
    return np.where(single, stated, found.ids)


def _parents(shapes: np.ndarray, level: np.ndarray, code: np.ndarray) -> np.ndarray:
    """The code of the area one level up, or further where that is missing, that holds each area; None where none does."""
    rank = np.array([LEVELS.index(one) for one in level])
    inner, outer = shapely.STRtree(shapes).query(shapely.point_on_surface(shapes), predicate="intersects")
    above = rank[outer] < rank[inner]
    inner, outer = inner[above], outer[above]
    parents = np.full(len(shapes), None, dtype=object)
    # From the district down, so that the nearest level is written last.
    order = np.argsort(rank[outer], kind="stable")
    parents[inner[order]] = code[outer[order]]
    return parents
