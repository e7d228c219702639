"""What is wrong with buildings and facilities by themselves: scraps, overlaps, unlikely floors, the same thing twice."""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..areas.ground import BATCH
from ..problems import NOTE, WARNING, Problem
from ..progress import SILENT, Progress
from ..words import Text, text

SCRAP_M2 = 5.0
OVERLAP_M2 = 0.1  # less is the width of a line
WIDE_M2 = 10.0
MOST_FLOORS = 100
TWICE_M = 50.0


def building_problems(buildings: gpd.GeoDataFrame, progress: Progress = SILENT) -> list[Problem]:
    """Footprints below 5 m², pairs that share more than 0.1 m², and numbers of floors that hardly any house has."""
    return [*_scraps(buildings), *_overlaps(buildings, progress), *_floors(buildings)]


def _problems(table: str, rule: str, severity: str, frame: gpd.GeoDataFrame, key: str, told: list[tuple[int, Text]]) -> Iterator[Problem]:
    ids, shapes = frame[key].to_numpy(object), frame.geometry.to_numpy()
    for row, words in told:
        second = words.values.get("other")
        other = None if second is None else str(second)
        yield Problem(table, rule, severity, words, row=str(ids[row]), geometry=shapes[row], other=other)


def _scraps(buildings: gpd.GeoDataFrame) -> Iterator[Problem]:
    m2 = shapely.area(buildings.geometry.to_numpy())
    told = [(row, text("The footprint has {area} m².", area=f"{m2[row]:.1f}")) for row in np.flatnonzero(m2 < SCRAP_M2).tolist()]
    yield from _problems("buildings", "building_scrap", NOTE, buildings, "building_id", told)


def _overlaps(buildings: gpd.GeoDataFrame, progress: Progress) -> Iterator[Problem]:
    shapes, ids = buildings.geometry.to_numpy(), buildings["building_id"].to_numpy(object)
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = first < second
    first, second = first[pairs], second[pairs]
    land = np.empty(len(first), object)
    for begin in range(0, len(first), BATCH):
        progress.at(begin / len(first), text("Looking for overlaps"))
        step = slice(begin, begin + BATCH)
        land[step] = shapely.intersection(shapes[first[step]], shapes[second[step]])
    wide = shapely.area(land) > OVERLAP_M2
    # Pairs that overlap are few.
    for one, other, piece, m2 in zip(first[wide], second[wide], land[wide], shapely.area(land[wide])):
        words = text("{first} and {second} overlap by {area} m².", first=ids[one], second=ids[other], area=f"{m2:.1f}")
        severity = WARNING if m2 > WIDE_M2 else NOTE
        yield Problem("buildings", "building_overlap", severity, words, row=str(ids[one]), geometry=piece, other=str(ids[other]))


def _floors(buildings: gpd.GeoDataFrame) -> Iterator[Problem]:
    floors = pd.to_numeric(buildings["floors"], errors="coerce").to_numpy(float)
    rows = np.flatnonzero((floors == 0) | (floors > MOST_FLOORS))
    told = [(row, text("The building has {floors} floors.", floors=f"{floors[row]:g}")) for row in rows.tolist()]
    yield from _problems("buildings", "floors_unlikely", NOTE, buildings, "building_id", told)


def facility_problems(facilities: gpd.GeoDataFrame) -> list[Problem]:
    """Facilities of the same name and services within 50 m of an earlier one; w12#2 is another entrance of w12, not the same twice."""
    named = facilities[facilities["name"].notna()]
    shapes = named.geometry.to_numpy()
    first, second = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=TWICE_M)
    kind = named.groupby(["name", "services"], sort=False).ngroup().to_numpy()
    thing = pd.factorize(named["facility_id"].str.split("#").str[0])[0]
    same = (first < second) & (kind[first] == kind[second]) & (thing[first] != thing[second])
    earliest = pd.Series(first[same]).groupby(second[same]).min()
    ids, places = named["facility_id"].to_numpy(object), named.index.to_numpy()
    metres = shapely.distance(shapes[earliest.index.to_numpy(int)], shapes[earliest.to_numpy(int)])
    told = [
        (int(places[row]), text("The same name and services as {other}, {metres} m away.", other=ids[other], metres=f"{away:.0f}"))
        for (row, other), away in zip(earliest.items(), metres)
    ]
    return list(_problems("facilities", "facility_twice", NOTE, facilities, "facility_id", told))
