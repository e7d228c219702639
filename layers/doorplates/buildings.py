"""Which building a doorplate belongs to: by code, by place, by the nearest one of its estate or road, by the only one near."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..hanzi import simplified
from ..progress import SILENT, Progress
from ..repeats import different, everywhere
from ..words import text

NEAR_M = 15.0
ALONE_BY = 2.0  # how many times farther the second nearest building stands from a doorplate that can only be the nearest one's
# A door stands at its building or at the gate of its estate; the largest blocks of an estate measure some 200 m.
FAR_M = 200.0
BATCH = 50_000
CODE, INSIDE, NEAREST, ALONE, NONE = "code", "inside", "nearest", "alone", "none"


@dataclass(frozen=True)
class Matched:
    """For each doorplate the building's identifier (None where unresolved), how it was found, and the metres to it."""

    building_id: np.ndarray
    how: np.ndarray
    metres: np.ndarray

    def rates(self) -> dict[str, float]:
        """Share of the doorplates by how they were matched."""
        return {how: float((self.how == how).mean()) if len(self.how) else 0.0 for how in (CODE, INSIDE, NEAREST, ALONE, NONE)}


def match_buildings(
    doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, *, near_m: float = NEAR_M, progress: Progress = SILENT
) -> Matched:
    """Match accepted doorplates with accepted buildings of the same CRS in metres.

    First the building_id that the doorplate states, if there is such a building; then the building that it stands in (of
    several the lowest identifier); then the nearest within near_m that shares its estate or road: the building's name
    holds the estate, or a doorplate matched before has the same one; last the nearest within near_m where every other
    building is more than twice as far and nothing says that it is another estate's: many registers of buildings know
    neither estate nor road. What is left is unresolved.
    """
    progress.at(0.0, text("Matching doorplates with buildings"))
    ids = buildings["building_id"].to_numpy(object)
    found = np.full(len(doorplates), -1)
    how = everywhere(NONE, len(doorplates))
    metres = np.full(len(doorplates), np.nan)
    position = {name: row for row, name in reversed(list(enumerate(ids)))}
    names, rows = different(doorplates["building_id"].to_numpy(object))
    stated = np.array([position.get(name, -1) for name in names], int)[rows]
    found, how, metres = _take(found, how, metres, stated, CODE, _distances(doorplates, buildings, stated))
    shapes = buildings.geometry.to_numpy()
    tree = shapely.STRtree(shapes)
    inside = _standing_in(doorplates, buildings, tree, np.flatnonzero(found < 0), progress.part(0.2, 0.7))
    found, how, metres = _take(found, how, metres, inside, INSIDE, np.zeros(len(doorplates)))
    progress.at(0.7)
    near, distance = _nearest_of_its_own(doorplates, buildings, tree, found, near_m)
    found, how, metres = _take(found, how, metres, near, NEAREST, distance)
    near, distance = _nearest_by_far(doorplates, buildings, tree, found, near_m)
    found, how, metres = _take(found, how, metres, near, ALONE, distance)
    return Matched(np.append(ids, None)[found], how, metres)


def _take(
    found: np.ndarray, how: np.ndarray, metres: np.ndarray, offered: np.ndarray, word: str, distance: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    new = (found < 0) & (offered >= 0)
    return np.where(new, offered, found), np.where(new, word, how), np.where(new, distance, metres)


def _distances(doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, rows: np.ndarray) -> np.ndarray:
    shapes = np.append(buildings.geometry.to_numpy(), None)[rows]
    return shapely.distance(doorplates.geometry.to_numpy(), shapes)


def _standing_in(
    doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, tree: shapely.STRtree, waiting: np.ndarray, progress: Progress
) -> np.ndarray:
    """The building that each of these doorplates stands in, of several the one with the lowest identifier; -1 for none and the others."""
    inside = np.full(len(doorplates), -1)
    if not len(waiting):
        return inside
    order = np.argsort(buildings["building_id"].astype(str).to_numpy(), kind="stable")
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    points = doorplates.geometry.to_numpy()[waiting]
    lowest = np.full(len(points), len(buildings))
    for begin in range(0, len(points), BATCH):
        progress.at(begin / len(points))
        point, building = tree.query(points[begin : begin + BATCH], predicate="intersects")
        at = rank[building]
        # From the last to the first: of several the lowest stays.
        falling = np.argsort(-at, kind="stable")
        lowest[begin + point[falling]] = at[falling]
    inside[waiting] = np.append(order, -1)[lowest]
    return inside


def _nearest_of_its_own(
    doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, tree: shapely.STRtree, found: np.ndarray, near_m: float
) -> tuple[np.ndarray, np.ndarray]:
    """The nearest building within near_m of each doorplate that has none yet and shares estate or road with it."""
    waiting = np.flatnonzero(found < 0)
    shapes, points = buildings.geometry.to_numpy(), doorplates.geometry.to_numpy()
    near, metres = np.full(len(doorplates), -1), np.full(len(doorplates), np.nan)
    door, building = tree.query(points[waiting], predicate="dwithin", distance=near_m)
    if not len(door):
        return near, metres
    door = waiting[door]
    fitting = _akin(doorplates, buildings, found, door, building)
    door, building = door[fitting], building[fitting]
    distance = shapely.distance(points[door], shapes[building])
    order = np.lexsort((buildings["building_id"].astype(str).to_numpy()[building], distance))
    # The nearest comes first, and the first of each is written last.
    near[door[order[::-1]]], metres[door[order[::-1]]] = building[order[::-1]], distance[order[::-1]]
    return near, metres


def _nearest_by_far(
    doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, tree: shapely.STRtree, found: np.ndarray, near_m: float
) -> tuple[np.ndarray, np.ndarray]:
    """The building within near_m of each doorplate that has none yet, if no other stands as near as twice its distance."""
    waiting = np.flatnonzero(found < 0)
    points = doorplates.geometry.to_numpy()
    near, metres = np.full(len(doorplates), -1), np.full(len(doorplates), np.nan)
    if not len(waiting):
        return near, metres
    (row, building), distance = tree.query_nearest(points[waiting], max_distance=near_m, return_distance=True, all_matches=False)
    door = waiting[row]
    as_near, _ = tree.query(points[door], predicate="dwithin", distance=ALONE_BY * distance)
    sole = np.bincount(as_near, minlength=len(door)) == 1
    sole[sole] = ~_of_another_estate(doorplates, buildings, found, door[sole], building[sole])
    near[door[sole]], metres[door[sole]] = building[sole], distance[sole]
    return near, metres


def _of_another_estate(
    doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, found: np.ndarray, door: np.ndarray, building: np.ndarray
) -> np.ndarray:
    """Whether the building's name, or a doorplate matched with it before, says another estate than the doorplate does."""
    estates, names = _words(doorplates["estate"]), _words(buildings["name"])
    told = np.flatnonzero(np.isin(found, building) & (estates != ""))
    known = set(zip(found[told].tolist(), estates[told]))
    named = np.isin(building, found[told])
    own, name = estates[door], names[building]
    other = [
        (has_doors and (at, estate) not in known) or (word != "" and estate not in word)
        for has_doors, at, estate, word in zip(named, building.tolist(), own, name)
    ]
    return (own != "") & np.array(other, dtype=bool)


def _akin(
    doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, found: np.ndarray, door: np.ndarray, building: np.ndarray
) -> np.ndarray:
    """Which pairs share estate or road: the building's name holds it, or a doorplate matched with it before has the same one."""
    names, named = _numbered(buildings["name"])
    matched = np.flatnonzero(np.isin(found, building))
    akin = np.zeros(len(door), bool)
    for column in ("estate", "road"):
        words, told = _numbered(doorplates[column])
        size = len(words)
        pairs = building * size + told[door]
        shared = np.isin(pairs, found[matched] * size + told[matched])
        # Pairs of words are few.
        codes, known = pd.factorize(named[building] * size + told[door])
        within = np.array([words[pair % size] in names[pair // size] for pair in known.tolist()], bool)[codes]
        akin |= (words[told[door]] != "") & (shared | within)
    return akin


def _words(column: pd.Series) -> np.ndarray:
    """The words of a column in simplified characters, empty text where there are none."""
    words, rows = _numbered(column)
    return words[rows]


def _numbered(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """The different words of a column in simplified characters, empty text for none, and for each row the number of its word."""
    values, rows = different(column.to_numpy(object))
    codes, known = pd.factorize(np.where(pd.isna(values), "", values).astype(object))
    numbers, words = pd.factorize(np.array([*map(simplified, known)], object))
    return words, numbers[codes][rows]
