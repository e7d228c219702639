"""Facilities from OSM points and areas by the tag table.

A ground with several entrances comes as several rows with the name and the services of the one facility: w12, w12#2, w12#3 …;
what may be counted once (capacity, floor_m2) stands in the first. facility_of() gives the id that rows share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from ..progress import SILENT, Progress
from ..tags import ACCESS_KEY, FacilityGroup, answers, facility_groups, group_types, keys_asked, rule
from ..words import Text, text
from .entrances import entrances
from .frames import osm_frame
from .objects import Objects, OsmFile, joined
from .shapes import numbered
from .tag_values import names, numbers

if TYPE_CHECKING:
    import geopandas as gpd

OBJECTS_PER_REPORT = 1000


def facility_of(facility_id: str) -> str:
    """The id that all entrances of one facility share."""
    return facility_id.partition("#")[0]


def facilities(
    osm: OsmFile, table: dict, *, gates: np.ndarray, streets: np.ndarray, chinese: bool, crs: str, progress: Progress = SILENT
) -> tuple[gpd.GeoDataFrame, list[Text]]:
    """The table facilities; gates are points that let people in, streets walkable lines on the ground."""
    found, services, open_edge = _served(joined(osm.points, osm.polygons), table, progress)
    name = names(found, chinese=chinese)
    again = _mapped_twice(found.shapes, services, name)
    found, services, open_edge, name = found.take(~again), services[~again], open_edge[~again], name[~again]
    places, owner = _places(found, open_edge, gates, streets)
    first = np.r_[True, owner[1:] != owner[:-1]] if len(owner) else np.empty(0, dtype=bool)
    columns = {
        "facility_id": numbered(found.ids[owner]),
        "name": name[owner],
        "services": services[owner],
        "capacity": np.where(first, numbers(found, "capacity")[owner], np.nan),
        "floor_m2": np.where(first, _floor_m2(found)[owner], np.nan),
        "opening": found.tag("opening_hours")[owner],
    }
    return osm_frame("facilities", columns, places, crs=crs), _notes(int(again.sum()), len(found), len(places))


def _notes(again: int, count: int, places: int) -> list[Text]:
    notes = []
    if again:
        notes.append(text("Facilities mapped twice, as ground and in it: {count}; the ground was kept.", count=again))
    if places > count:
        notes.append(
            text(
                "{count} facilities are reached at {places} places: large ground has a row for every entrance.", count=count, places=places
            )
        )
    return notes


def _served(objects: Objects, table: dict, progress: Progress) -> tuple[Objects, np.ndarray, np.ndarray]:
    """The objects that serve, their services as one text, and whether their ground is open all round."""
    groups, gone = facility_groups(table), rule(table["gone"])
    keys = keys_asked([gone, *(one for group in groups for one in group.rules)]) | {ACCESS_KEY}
    services = np.empty(len(objects), dtype=object)
    open_edge = np.zeros(len(objects), dtype=bool)
    found = answers(lambda tags: ("", False) if gone.holds(tags) else _services(groups, tags), objects.tags, keys=keys)
    for row, (types, is_open) in enumerate(found):
        services[row], open_edge[row] = types, is_open
        if row % OBJECTS_PER_REPORT == 0:
            progress.at(row / len(objects), text("Reading facilities"))
    serves = services != ""
    return objects.take(serves), services[serves], open_edge[serves]


def _services(groups: tuple[FacilityGroup, ...], tags: dict[str, str]) -> tuple[str, bool]:
    given = [(group, group_types(group, tags)) for group in groups]
    is_open = any(types and group.open_edge for group, types in given)
    return ",".join(dict.fromkeys(kind for _, types in given for kind in types)), is_open


def _mapped_twice(shapes: np.ndarray, services: np.ndarray, name: np.ndarray) -> np.ndarray:
    """Objects that lie in a larger one with the same services and no other name."""
    inner, outer = shapely.STRtree(shapes).query(shapely.point_on_surface(shapes), predicate="intersects")
    same_name = (name[inner] == name[outer]) | (name[inner] == None)  # noqa: E711
    larger = (shapely.area(shapes)[outer] > shapely.area(shapes)[inner]) & (services[inner] == services[outer])
    again = np.zeros(len(shapes), dtype=bool)
    again[inner[larger & same_name]] = True
    return again


def _places(found: Objects, open_edge: np.ndarray, gates: np.ndarray, streets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    is_point = shapely.get_type_id(found.shapes) == 0
    point, ground = np.flatnonzero(is_point), np.flatnonzero(~is_point)
    places, owner = entrances(
        found.shapes[ground],
        is_building=found.has("building")[ground],
        open_edge=open_edge[ground],
        gates=gates,
        streets=streets,
    )
    places, owner = np.concatenate([found.shapes[point], places]), np.concatenate([point, ground[owner]])
    order = np.argsort(owner, kind="stable")
    return places[order], owner[order]


def _floor_m2(found: Objects) -> np.ndarray:
    """Floor area of buildings whose floors are mapped; NaN otherwise."""
    floors = np.where(found.has("building"), numbers(found, "building:levels"), np.nan)
    return np.where(floors > 0, shapely.area(found.shapes) * floors, np.nan)
