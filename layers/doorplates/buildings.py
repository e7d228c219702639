"""Which building a doorplate belongs to: by code, by place, by the nearest one of its estate or road."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from ..hanzi import simplified

NEAR_M = 15.0
CODE, INSIDE, NEAREST, NONE = "code", "inside", "nearest", "none"


@dataclass(frozen=True)
class Matched:
    """For each doorplate the building's identifier (None where unresolved), how it was found, and the metres to it."""

    building_id: np.ndarray
    how: np.ndarray
    metres: np.ndarray

    def rates(self) -> dict[str, float]:
        """Share of the doorplates by how they were matched."""
        return {how: float((self.how == how).mean()) if len(self.how) else 0.0 for how in (CODE, INSIDE, NEAREST, NONE)}


def match_buildings(doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, *, near_m: float = NEAR_M) -> Matched:
    """Match accepted doorplates with accepted buildings of the same CRS in metres.

    First the building_id that the doorplate states, if there is such a building; then the building that it stands in (of
    several the lowest identifier); then the nearest within near_m that shares its estate or road: the building's name
    holds the estate, or a doorplate matched before has the same one. What is left is unresolved.
    """
    ids = buildings["building_id"].to_numpy(object)
    found = np.full(len(doorplates), -1)
    how = np.full(len(doorplates), NONE, object)
    metres = np.full(len(doorplates), np.nan)
    position = {name: row for row, name in reversed(list(enumerate(ids)))}
    stated = np.array([position.get(name, -1) for name in doorplates["building_id"]], int)
    found, how, metres = _take(found, how, metres, stated, CODE, _distances(doorplates, buildings, stated))
    inside = _standing_in(doorplates, buildings)
    found, how, metres = _take(found, how, metres, inside, INSIDE, np.zeros(len(doorplates)))
    near, distance = _nearest_of_its_own(doorplates, buildings, found, near_m)
    found, how, metres = _take(found, how, metres, near, NEAREST, distance)
    return Matched(np.append(ids, None)[found], how, metres)


def _take(
    found: np.ndarray, how: np.ndarray, metres: np.ndarray, offered: np.ndarray, word: str, distance: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    new = (found < 0) & (offered >= 0)
    return np.where(new, offered, found), np.where(new, word, how), np.where(new, distance, metres)


def _distances(doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, rows: np.ndarray) -> np.ndarray:
    shapes = np.append(buildings.geometry.to_numpy(), None)[rows]
    return shapely.distance(doorplates.geometry.to_numpy(), shapes)


def _standing_in(doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame) -> np.ndarray:
    order = np.argsort(buildings["building_id"].astype(str).to_numpy(), kind="stable")
    point, at = shapely.STRtree(buildings.geometry.to_numpy()[order]).query(doorplates.geometry.to_numpy(), predicate="intersects")
    lowest = np.full(len(doorplates), len(buildings))
    np.minimum.at(lowest, point, at)
    return np.append(order, -1)[lowest]


def _nearest_of_its_own(
    doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, found: np.ndarray, near_m: float
) -> tuple[np.ndarray, np.ndarray]:
    """The nearest building within near_m of each doorplate that has none yet and shares estate or road with it."""
    waiting = np.flatnonzero(found < 0)
    shapes, points = buildings.geometry.to_numpy(), doorplates.geometry.to_numpy()
    door, building = shapely.STRtree(shapes).query(points[waiting], predicate="dwithin", distance=near_m)
    door = waiting[door]
    fitting = _akin(doorplates, buildings, found, door, building)
    door, building = door[fitting], building[fitting]
    distance = shapely.distance(points[door], shapes[building])
    names = buildings["building_id"].astype(str).to_numpy()
    near, metres = np.full(len(doorplates), -1), np.full(len(doorplates), np.nan)
    for at in np.lexsort((names[building], distance))[::-1]:  # the nearest last; few doorplates are left for this step
        near[door[at]], metres[door[at]] = building[at], distance[at]
    return near, metres


def _akin(
    doorplates: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame, found: np.ndarray, door: np.ndarray, building: np.ndarray
) -> np.ndarray:
    names = [simplified(name or "") for name in buildings["name"].fillna("")]
    akin = np.zeros(len(door), bool)
    for column in ("estate", "road"):
        words = doorplates[column].fillna("").map(simplified)
        matched = found >= 0
        known = set(zip(found[matched], words[matched]))
        akin |= np.array([word != "" and ((at, word) in known or word in names[at]) for word, at in zip(words.iloc[door], building)], bool)
    return akin
