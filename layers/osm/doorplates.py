"""Doorplates from OSM: mapped addresses, and homes where a file has few of them.

Households of a home are estimated from its size and marked in the column source; see osm_tags.yaml, homes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely

from ..schema import STOREY_M
from ..words import Text, text
from .barriers import Barriers
from .buildings import RESIDENTIAL, Buildings
from .entrances import entrances
from .frames import ESTIMATED_SOURCE, SOURCE, osm_frame
from .objects import Objects, OsmFile, joined

if TYPE_CHECKING:
    import geopandas as gpd

IN_BUILDING_M = 1.0
SAME_ADDRESS_M = 100.0
_PLAIN_NUMBER = re.compile(r"[0-9A-Za-z\-/,]*[0-9A-Za-z]")
_PLACES_OF_BUSINESS = ("amenity", "shop", "office", "tourism", "leisure", "craft", "healthcare")


def doorplates(
    osm: OsmFile, built: Buildings, table: dict, *, barriers: Barriers, streets: np.ndarray, chinese: bool, crs: str
) -> tuple[gpd.GeoDataFrame, list[Text]]:
    """The table doorplates; streets are the walkable lines on the ground."""
    found, building = _addresses(osm, built.objects)
    known = built.frame["use"].to_numpy() == RESIDENTIAL
    homes, notes = _homes(built, known, table)
    if len(found) < table["homes"]["few_addresses"] * homes.sum():
        bare = homes.copy()
        bare[building[building >= 0]] = False
        notes.append(_few_note(len(found), int(bare.sum()), table["homes"]["m2_per_household"]))
        found, building = joined(found, built.objects.take(bare)), np.concatenate([building, np.flatnonzero(bare)])
    else:
        homes, notes = known, []
    households = _households(built.frame, homes, building, table)
    points = _places(found, barriers, streets)
    columns = {
        "doorplate_id": found.ids,
        **_words(found, building, built.frame, _estate_of(points, barriers.estates), chinese),
        "households": households,
        "source": np.where(np.isnan(households), SOURCE, ESTIMATED_SOURCE),
    }
    return osm_frame("doorplates", columns, points, crs=crs), notes


def _few_note(addresses: int, homes: int, m2: float) -> Text:
    return text(
        "The file has few addresses ({addresses}). {homes} homes became doorplates, with one household for {m2} m² of floor.",
        addresses=addresses,
        homes=homes,
        m2=int(m2),
    )


def _homes(built: Buildings, known: np.ndarray, table: dict) -> tuple[np.ndarray, list[Text]]:
    """Which buildings are homes: the known ones, and where hardly any use is mapped those of unknown use too."""
    if not len(known) or known.mean() >= table["homes"]["few_homes"] or not built.is_unknown.any():
        return known, []
    return known | built.is_unknown, [
        text("The use of most buildings is not mapped: {count} of unknown use count as homes.", count=int(built.is_unknown.sum()))
    ]


def _addresses(osm: OsmFile, objects: Objects) -> tuple[Objects, np.ndarray]:
    """Objects that carry an address, each address once, and the position of their building (-1: in none)."""
    grounds = osm.polygons.take(~osm.polygons.has("building") & ~osm.polygons.has("building:part"))
    nodes, grounds, own = (one.take(one.has("addr:housenumber") | one.has("addr:full")) for one in (osm.points, grounds, objects))
    business = np.zeros(len(nodes), dtype=bool)
    for key in _PLACES_OF_BUSINESS:
        business |= nodes.has(key)
    # A building's own address goes first, then a bare address node, then a shop's.
    loose = joined(nodes.take(~business), nodes.take(business), grounds)
    position = {name: row for row, name in enumerate(objects.ids)}
    building = np.concatenate([np.array([position[name] for name in own.ids], dtype=np.intp), _building_of(loose, objects)])
    found = joined(own, loose)
    once = _once(found, building)
    return found.take(once), building[once]


def _building_of(found: Objects, objects: Objects) -> np.ndarray:
    building = np.full(len(found), -1, dtype=np.intp)
    points = np.flatnonzero(shapely.get_type_id(found.shapes) == 0)
    tree = shapely.STRtree(objects.shapes)
    point, near = tree.query_nearest(found.shapes[points], max_distance=IN_BUILDING_M, all_matches=False)
    building[points[point]] = near
    return building


def _once(found: Objects, building: np.ndarray) -> np.ndarray:
    """Positions of the first of each address: equal words in one building, or near each other outside."""
    x, y = (np.floor(part / SAME_ADDRESS_M).astype(int) for part in shapely.get_coordinates(shapely.centroid(found.shapes)).T)
    words = [
        tags.get("addr:full") or f"{tags.get('addr:street', tags.get('addr:place'))} {tags['addr:housenumber']}" for tags in found.tags
    ]
    rows = pd.DataFrame({"words": words, "building": building, "x": np.where(building < 0, x, 0), "y": np.where(building < 0, y, 0)})
    # Numbers without a street are those of entrances and stand for themselves.
    named = found.has("addr:full") | found.has("addr:street") | found.has("addr:place")
    return np.flatnonzero(~(rows.duplicated().to_numpy() & named))


def _households(buildings: gpd.GeoDataFrame, homes: np.ndarray, building: np.ndarray, table: dict) -> np.ndarray:
    """Households of the home that each doorplate stands for, shared among the doorplates of one home; NaN elsewhere."""
    lived_floors = np.maximum(1.0, buildings["floors"].to_numpy(float) - np.floor(buildings["base_m"].to_numpy(float) / STOREY_M))
    floor_m2 = shapely.area(buildings.geometry.to_numpy()) * lived_floors
    in_home = (building >= 0) & homes[building] if len(homes) else np.zeros(len(building), dtype=bool)
    doors = np.bincount(building[in_home], minlength=len(buildings))
    households = np.full(len(building), np.nan)
    of = building[in_home]
    households[in_home] = np.maximum(1, np.round(floor_m2[of] / table["homes"]["m2_per_household"] / doors[of]))
    return households


def _places(found: Objects, barriers: Barriers, streets: np.ndarray) -> np.ndarray:
    """One point for each: the node itself, a mapped door of a building, an entrance of other ground, else a point on it."""
    points = found.shapes.copy()
    on_ground = shapely.get_type_id(points) != 0
    in_building = found.has("building") | found.has("building:part")
    for which, gates in ((on_ground & in_building, barriers.doors), (on_ground & ~in_building, barriers.ways_in)):
        rows = np.flatnonzero(which)
        closed = np.zeros(len(rows), dtype=bool)
        places, owner = entrances(points[rows], is_building=in_building[rows], open_edge=closed, gates=gates, streets=streets)
        points[rows] = _nearest_to_streets(places, owner, streets)
    return points


def _nearest_to_streets(places: np.ndarray, owner: np.ndarray, streets: np.ndarray) -> np.ndarray:
    """Of each owner's places the one with the shortest way to a street; owners in order."""
    (place, _), away_m = shapely.STRtree(streets).query_nearest(places, return_distance=True, all_matches=False)
    distance_m = np.full(len(places), np.inf)
    distance_m[place] = away_m
    order = np.lexsort((distance_m, owner))
    _, first = np.unique(owner[order], return_index=True)
    return places[order[first]]


def _estate_of(points: np.ndarray, estates: gpd.GeoDataFrame) -> np.ndarray:
    found = np.full(len(points), None, dtype=object)
    point, estate = shapely.STRtree(estates.geometry.to_numpy()).query(points, predicate="intersects")
    found[point] = estates["name"].to_numpy()[estate]
    return found


def _words(found: Objects, building: np.ndarray, buildings: gpd.GeoDataFrame, estate: np.ndarray, chinese: bool) -> dict[str, np.ndarray]:
    at = np.where(building >= 0, building, 0)
    has = building >= 0
    none = np.full(len(found), None, dtype=object)
    of_building = np.where(has, buildings["name"].to_numpy()[at], None) if len(buildings) else none
    ids = np.where(has, buildings["building_id"].to_numpy()[at], None) if len(buildings) else none
    house = np.array([tags.get("addr:housename") or name for tags, name in zip(found.tags, of_building)], dtype=object)
    number = np.array([_number(tags, chinese) for tags in found.tags], dtype=object)
    address = [_address(*row, chinese) for row in zip(found.tags, number, house, estate)]
    return {
        "address": np.array(address, dtype=object),
        "road": found.tag("addr:street"),
        "number": number,
        "estate": estate,
        "building": house,
        "building_id": ids,
    }


def _number(tags: dict[str, str], chinese: bool) -> str | None:
    number = tags.get("addr:housenumber")
    return f"{number}号" if chinese and number and _PLAIN_NUMBER.fullmatch(number) else number


def _address(tags: dict[str, str], number: str | None, house: str | None, estate: str | None, chinese: bool) -> str | None:
    """The address as one text: in China from the large to the small without blanks, elsewhere road and number."""
    if "addr:full" in tags:
        return tags["addr:full"]
    place = tags.get("addr:street") or tags.get("addr:place") or estate
    parts = [place, number] if number else [estate, house] if house else []
    return ("" if chinese else " ").join(part for part in parts if part) or None
