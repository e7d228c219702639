"""Fixes of doorplates, buildings and gates."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from ....layers.doorplates.checks import ONE_DOOR_M
from ....layers.quality.things import SCRAP_M2
from ....layers.schema import TABLES
from ....layers.values import as_text
from ....layers.words import Text, text
from ..areas import STATED_COLUMNS, assign, told_by
from ..gatefaults import MOVED_M
from .draft import Draft
from .ofareas import accepted_areas
from .wish import Wish

DOORPLATES = "doorplates"
COUNTS = ("households", "residents", "elderly", "children")


def code_by_position(draft: Draft, wish: Wish) -> Text | None:
    """The codes of a doorplate are those of the areas it lies in, on a shared edge the lowest."""
    rows = draft.rows(DOORPLATES, wish.row)
    if not rows or "areas" not in draft.tables:
        return text("The doorplate is not there.")
    areas, _ = accepted_areas(draft)
    xy = shapely.get_coordinates(draft.geometry(DOORPLATES, rows[0]))
    codes = assign(xy[:1], areas)
    placed = False
    for level, column in STATED_COLUMNS.items():
        stated, by_place = draft.value(DOORPLATES, rows[0], column), codes.get(told_by(level, codes), [None])[0]
        placed |= by_place is not None
        if stated is not None and by_place is not None and as_text(pd.Series([stated], dtype=object))[0] != by_place:
            draft.set(DOORPLATES, rows[0], column, by_place)
    # A door with two wrong codes is two problems, and the first fix mends both.
    return None if placed else text("The doorplate lies in no area.")


def leave_out_twin(draft: Draft, wish: Wish) -> Text | None:
    """Of two rows of one door the earlier one stays; counts that only the later one states go over to it."""
    later, first = draft.rows(DOORPLATES, wish.row), draft.rows(DOORPLATES, wish.other)
    if not later or not first:
        return text("One of the two doorplates is not there.")
    places = [draft.geometry(DOORPLATES, rows[0]) for rows in (later, first)]
    if any(place is None for place in places) or not shapely.distance(*places) <= ONE_DOOR_M:
        return text("The two doorplates are more than {metres} m apart: look which place is right.", metres=f"{ONE_DOOR_M:g}")
    # Two doors of a stack have each their own households: only equal counts tell the same row twice.
    for column in COUNTS:
        mine, theirs = (draft.value(DOORPLATES, rows[0], column) for rows in (later, first))
        if mine is not None and theirs is not None and mine != theirs:
            return text("The two doorplates state different numbers in {column}: decide which of them is right.", column=column)
    for column in COUNTS:
        mine = draft.value(DOORPLATES, later[0], column)
        if mine is not None and draft.value(DOORPLATES, first[0], column) is None:
            draft.set(DOORPLATES, first[0], column, mine)
    draft.remove(DOORPLATES, later[0])
    return None


def own_identifier(draft: Draft, wish: Wish) -> Text | None:
    """A later row that equals the first of its id is left out; one that tells something else gets an id of its own."""
    rows = draft.rows(wish.table, wish.row)
    if len(rows) < 2:
        return text("The identifier stands in one row only.")
    frame, key = draft.tables[wish.table], TABLES[wish.table].key
    first, later = rows[0], rows[1]
    taken, number = set(draft.ids(wish.table)), 2
    same = all(draft.value(wish.table, first, name) == draft.value(wish.table, later, name) for name in frame.columns if name != "geometry")
    shapes = [draft.geometry(wish.table, row) for row in (first, later)]
    if same and (shapes[0] is None) == (shapes[1] is None) and (shapes[0] is None or shapely.equals(*shapes)):
        draft.remove(wish.table, later)
        return None
    while f"{wish.row}-{number}" in taken:
        number += 1
    draft.set(wish.table, later, key, f"{wish.row}-{number}")
    return None


def leave_out_scrap(draft: Draft, wish: Wish) -> Text | None:
    """A footprint of a few square metres that no doorplate names or stands in is left out."""
    rows = draft.rows("buildings", wish.row)
    if not rows:
        return text("The building is not there.")
    shape = draft.geometry("buildings", rows[0])
    if shape is None or shapely.area(shape) >= SCRAP_M2:
        return text("The footprint is not that small.")
    if DOORPLATES in draft.tables:
        doors = draft.tables[DOORPLATES]
        named = "building_id" in doors.columns and (as_text(doors["building_id"]) == wish.row).any()
        if named or shapely.intersects(draft.geometries(DOORPLATES), shape).any():
            return text("A doorplate belongs to the building.")
    draft.remove("buildings", rows[0])
    return None


def gate_to_wall(draft: Draft, wish: Wish) -> Text | None:
    """A gate is moved onto the nearest wall of its own estate."""
    rows = draft.rows("gates", wish.row)
    if not rows or "walls" not in draft.tables:
        return text("The gate is not there.")
    gate, walls = draft.geometry("gates", rows[0]), draft.geometries("walls")
    estate = draft.value("gates", rows[0], "estate")
    if estate is not None and "estate" in draft.tables["walls"].columns:
        walls = walls[(draft.tables["walls"]["estate"] == estate).to_numpy()]
    away = shapely.distance(walls, gate)
    if not len(walls) or not np.nanmin(away) <= MOVED_M:
        return text("No wall of its estate stands within {metres} m of the gate.", metres=f"{MOVED_M:g}")
    wall = walls[int(np.nanargmin(away))]
    draft.reshape("gates", rows[0], shapely.line_interpolate_point(wall, shapely.line_locate_point(wall, gate)))
    return None


def repair_outline(draft: Draft, wish: Wish) -> Text | None:
    """An outline that crosses itself is replaced by the polygons it encloses."""
    from ....layers.shapes import fitted

    rows = draft.rows(wish.table, wish.row)
    shapes = np.array([draft.geometry(wish.table, row) for row in rows], object)
    fit = fitted(shapes, TABLES[wish.table].geometry) if len(rows) else None
    if fit is None or not fit.repaired.any():
        return text("The outline does not cross itself.")
    for k in np.flatnonzero(fit.repaired & ~fit.unusable):
        draft.reshape(wish.table, rows[k], fit.shapes[k])
    return None
