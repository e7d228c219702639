"""Buildings from OSM: footprints with floors, height, where the height comes from, use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from ..schema import STOREY_M
from ..tags import Rule, rule, rules, rules_that_hold
from ..words import Text, text
from .frames import osm_frame
from .objects import Objects, OsmFile, joined
from .tag_values import names, numbers

if TYPE_CHECKING:
    import geopandas as gpd

SLIVER_M2 = 5.0
MOST_FLOORS, MOST_M = 200, 900.0
PARTS_COVER = 0.8  # parts stand for the building where they cover this share of its ground
RESIDENTIAL = "residential"
CIM_LEVEL = "CIM2"


@dataclass(frozen=True)
class Buildings:
    """The table buildings with the objects behind it, row by row."""

    frame: gpd.GeoDataFrame
    objects: Objects
    is_unknown: np.ndarray  # no rule but the last knows the use
    notes: list[Text]


def buildings(osm: OsmFile, table: dict, *, residential: np.ndarray, chinese: bool, crs: str) -> Buildings:
    """The buildings; residential are areas of residential land, where a building of unknown use is a home."""
    objects, notes = building_objects(osm, table)
    kinds, unknown = building_kinds(objects, table, residential)
    return Buildings(building_frame(objects, kinds, chinese=chinese, crs=crs), objects, unknown, notes)


def building_objects(osm: OsmFile, table: dict) -> tuple[Objects, list[Text]]:
    """Buildings and the parts that stand for them, not below ground; with notes on what was left out."""
    wholes, parts = _kind(osm.polygons, "building", table), _kind(osm.polygons, "building:part", table)
    replaced, used = _parts_that_stand(wholes.shapes, parts.shapes)
    named = _inherited(parts.take(used >= 0), wholes, used[used >= 0])
    found = joined(wholes.take(~replaced), named)
    large = shapely.area(found.shapes) >= SLIVER_M2
    _, first = np.unique(shapely.to_wkb(shapely.normalize(found.shapes)), return_index=True)
    single = np.isin(np.arange(len(found)), first)
    notes = []
    if not large.all():
        notes.append(text("Buildings below {area} m² were left out: {count}.", count=int((~large).sum()), area=int(SLIVER_M2)))
    if not single[large].all():
        notes.append(text("Buildings drawn twice were left out: {count}.", count=int((~single & large).sum())))
    return found.take(large & single), notes


def _kind(polygons: Objects, key: str, table: dict) -> Objects:
    none, gone = re.compile(table["buildings"]["not"]), rule(table["gone"])
    stands = [key in tags and not none.fullmatch(tags[key]) and not gone.holds(tags) for tags in polygons.tags]
    found = polygons.take(np.array(stands, dtype=bool))
    buried = (numbers(found, "layer") < 0) | (found.tag("location") == "underground")
    return found.take(~buried)


def _parts_that_stand(wholes: np.ndarray, parts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which buildings their parts replace, and for each part the building it stands for (-1: for none)."""
    owner = np.full(len(parts), -1)
    part, whole = shapely.STRtree(wholes).query(shapely.point_on_surface(parts), predicate="intersects")
    owner[part] = whole
    replaced = np.zeros(len(wholes), dtype=bool)
    # Few buildings have parts, and each has its own handful.
    for whole in np.unique(owner[owner >= 0]):
        covered = shapely.intersection(shapely.union_all(parts[owner == whole]), wholes[whole])
        replaced[whole] = shapely.area(covered) >= PARTS_COVER * shapely.area(wholes[whole])
    return replaced, np.where((owner >= 0) & replaced[owner], owner, -1)


def _inherited(parts: Objects, wholes: Objects, owner: np.ndarray) -> Objects:
    """Parts with the tags of their building where they have none of their own; heights are their own."""
    own_only = ("height", "min_height", "building:levels", "building:min_level")
    shared = [{key: value for key, value in whole.items() if key not in own_only} for whole in wholes.tags[owner]]
    tags = np.empty(len(parts), dtype=object)
    tags[:] = [{**whole, **part} for whole, part in zip(shared, parts.tags)]
    return Objects(parts.ids, tags, parts.shapes)


def building_frame(objects: Objects, kinds: list[Rule], *, chinese: bool, crs: str) -> gpd.GeoDataFrame:
    """The table buildings; height_m is the height of the roof above the ground, base_m where the building begins above it."""
    columns = {
        "building_id": objects.ids,
        "name": names(objects, chinese=chinese),
        "use": [kind.gives["use"] for kind in kinds],
        "cim_level": CIM_LEVEL,
        **_heights(objects, kinds),
    }
    return osm_frame("buildings", columns, objects.shapes, crs=crs)


def building_kinds(objects: Objects, table: dict, residential: np.ndarray) -> tuple[list[Rule], np.ndarray]:
    """The rule that holds for each building, and which are of unknown use and not on residential land."""
    candidates, homes = rules(table["buildings"]["kinds"]), table["buildings"]["homes_unknown"]
    house = rule({"use": RESIDENTIAL, "floors": homes["house_floors"]})
    block = rule({"use": RESIDENTIAL, "floors": homes["floors"]})
    kinds = rules_that_hold(candidates, objects.tags)
    area_m2 = shapely.area(objects.shapes)
    unknown = np.array([kind is candidates[-1] for kind in kinds], dtype=bool) & (area_m2 >= homes["least_m2"])
    at_home = unknown & _on(objects.shapes, residential)
    for row in np.flatnonzero(at_home):
        kinds[row] = house if area_m2[row] < homes["house_m2"] else block
    return kinds, unknown & ~at_home


def _on(shapes: np.ndarray, land: np.ndarray) -> np.ndarray:
    inside = np.zeros(len(shapes), dtype=bool)
    inside[shapely.STRtree(land).query(shapely.point_on_surface(shapes), predicate="intersects")[0]] = True
    return inside


def _heights(objects: Objects, kinds: list[Rule]) -> dict[str, np.ndarray]:
    storey_m = np.array([kind.gives.get("storey_m", STOREY_M) for kind in kinds], dtype=float)
    measured_m, stated = numbers(objects, "height"), np.round(numbers(objects, "building:levels"))
    has_height, has_floors = (measured_m > 0) & (measured_m <= MOST_M), (stated >= 1) & (stated <= MOST_FLOORS)
    default = np.array([kind.gives["floors"] for kind in kinds], dtype=float)
    from_height = np.maximum(1, np.round(measured_m / storey_m))
    floors = np.select([has_floors, has_height], [stated, from_height], default)
    base_m = _base_m(objects, storey_m)
    height_m = np.where(has_height, measured_m, np.maximum(floors * storey_m, base_m + storey_m))
    source = np.select([has_height, has_floors], ["measured", "floors"], "default").astype(object)
    return {"floors": floors, "height_m": height_m, "height_source": source, "base_m": np.where(base_m < height_m, base_m, 0.0)}


def _base_m(objects: Objects, storey_m: np.ndarray) -> np.ndarray:
    stated_m, floors = numbers(objects, "min_height"), numbers(objects, "building:min_level")
    base_m = np.where(np.isnan(stated_m), floors * storey_m, stated_m)
    return np.nan_to_num(np.clip(base_m, 0, None))
