"""Fixes of areas: land held twice or by nobody, wrong parents."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely

from ....layers.areas.ground import common_border, polygons_of
from ....layers.areas.nesting import nesting
from ....layers.areas.topology import WHOLE, gaps
from ....layers.door import accept
from ....layers.words import Text, text
from .draft import Draft
from .wish import Wish

AREAS = "areas"
LEAST_M2 = 1e-6


def leave_overlap(draft: Draft, wish: Wish) -> Text | None:
    """Of two areas the one with the shorter border to the land they share gives it up."""
    pair = [draft.rows(AREAS, name) for name in (wish.row, wish.other)]
    if not all(pair):
        return text("One of the two areas is not there.")
    if draft.value(AREAS, pair[0][0], "level") != draft.value(AREAS, pair[1][0], "level"):
        return text("The areas are of different levels.")
    rows = np.array([pair[0][0], pair[1][0]])
    shapes = shapely.make_valid(np.array([draft.geometry(AREAS, row) for row in rows], object))
    land = shapely.intersection(shapes[0], shapes[1])
    if shapely.area(land) < LEAST_M2:
        return text("The two areas share no land.")
    # Where the other's outline runs through an area, the land goes on behind it: that is the border with the area itself.
    borders = common_border(np.array([land, land], object), shapes[::-1])
    keeper = 0 if borders[0] >= borders[1] else 1
    loser = 1 - keeper
    if shapely.area(land) >= WHOLE * shapely.area(shapes[loser]):
        return text("{code} lies in the other area for the most part: decide which of the two is right.", code=wish.rows[loser])
    draft.reshape(AREAS, int(rows[loser]), areas_only(shapely.difference(shapes[loser], shapes[keeper])))
    return None


def fill_gap(draft: Draft, wish: Wish) -> Text | None:
    """The neighbour with the longest border takes land that nobody holds."""
    areas, rows = accepted_areas(draft)
    codes = areas["code"].tolist()
    # Gaps do not change one another: all are looked for once, when the overlaps are mended.
    known = draft.remembered("gaps", lambda: gaps(areas, min_area_m2=0))
    found = [gap for gap in known if gap.taker is not None and codes[gap.taker] == wish.other]
    found = [gap for gap in found if (None if gap.parent is None else codes[gap.parent]) == wish.row]
    if not found:
        return text("There is no such gap.")
    gap = found[0] if wish.place is None else min(found, key=lambda one: shapely.distance(one.land, wish.place))
    row = int(rows[gap.taker])
    draft.reshape(AREAS, row, areas_only(shapely.union(shapely.make_valid(draft.geometry(AREAS, row)), gap.land)))
    return None


def mend_sliver(draft: Draft, wish: Wish) -> Text | None:
    """A sliver is a thin overlap of two areas of one level, or a thin gap inside an area of the level above."""
    levels = [
        draft.value(AREAS, rows[0], "level") if rows else None for rows in (draft.rows(AREAS, wish.row), draft.rows(AREAS, wish.other))
    ]
    return leave_overlap(draft, wish) if levels[0] == levels[1] and wish.row != wish.other else fill_gap(draft, wish)


def set_parent(draft: Draft, wish: Wish) -> Text | None:
    """The parent is the area of the level above that holds more than half of this one."""
    areas, rows = accepted_areas(draft)
    nested = nesting(areas)
    own = np.flatnonzero((areas["code"] == wish.row).to_numpy() & (nested.parent >= 0))
    if not len(own):
        return text("No area of the level above holds more than half of this one.")
    draft.set(AREAS, int(rows[own[0]]), "parent_code", areas["code"].iloc[nested.parent[own[0]]])
    return None


def areas_only(shape: shapely.Geometry) -> shapely.Geometry:
    """The polygons of a shape as one geometry."""
    parts = polygons_of(shape)
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)


def accepted_areas(draft: Draft) -> tuple[gpd.GeoDataFrame, np.ndarray]:
    """The areas as a check sees them now, and the position of each in the table."""
    state = len(draft.shapes.get(AREAS, ())), len(draft.gone.get(AREAS, ())), sum(change.table == AREAS for change in draft.changes)
    return draft.remembered(f"accepted areas {state}", lambda: _accepted(draft))


def _accepted(draft: Draft) -> tuple[gpd.GeoDataFrame, np.ndarray]:
    frame = draft.tables[AREAS]
    given = frame.set_geometry(gpd.GeoSeries(draft.geometries(AREAS), index=frame.index, crs=frame.crs))
    taken = accept(AREAS, given)
    kept = np.setdiff1d(np.arange(len(frame)), taken.rejected["row"].to_numpy(int) - 1)
    return taken.frame, kept
