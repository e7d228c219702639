"""What is wrong with doorplates: no number, one spot for many, one address twice, outside the district."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..addresses.compare import NEAR_NAME, duplicates, near_duplicates
from ..problems import MOST_ROWS_OF_A_RULE, NOTE, WARNING, Problem
from ..words import Text, text

SAME_SPOT_M = 0.01
STACK = 5  # so many doors on one spot are a centre that stands for them all


def check_doorplates(
    doorplates: gpd.GeoDataFrame, parts: pd.DataFrame, *, district: shapely.Geometry | None = None, most: int = MOST_ROWS_OF_A_RULE
) -> list[Problem]:
    """The problems of accepted doorplates whose addresses were split into parts (same rows), of each rule most at the most.

    district is the land of the areas; doorplates outside it are listed with the metres to it.
    """
    return [
        *_without_number(doorplates, parts, most),
        *_stacked(doorplates, most),
        *_twice(doorplates, parts, most),
        *_nearly_twice(doorplates, parts, most),
        *(_outside(doorplates, district, most) if district is not None else []),
    ]


def _listed(doorplates: gpd.GeoDataFrame, rule: str, severity: str, rows: np.ndarray, words: list[Text], most: int) -> list[Problem]:
    ids, places = doorplates["doorplate_id"].to_numpy(object), doorplates.geometry.to_numpy()
    told = [
        Problem("doorplates", rule, severity, message, row=ids[row], geometry=places[row])
        for row, message in zip(rows[:most].tolist(), words)
    ]
    beyond = len(rows) - most
    further = text("Further rows of the same kind, not listed: {count}.", count=beyond)
    return [*told, Problem("doorplates", rule, severity, further)] if beyond > 0 else told


def _without_number(doorplates: gpd.GeoDataFrame, parts: pd.DataFrame, most: int) -> list[Problem]:
    bare = np.flatnonzero((parts[["number", "building", "room"]] == "").all(axis=1).to_numpy())
    words = text("The address has neither a number nor a building.")
    return _listed(doorplates, "no_number", WARNING, bare, [words] * len(bare), most)


def _stacked(doorplates: gpd.GeoDataFrame, most: int) -> list[Problem]:
    places = doorplates.geometry.to_numpy()
    spot = np.round(np.column_stack([shapely.get_x(places), shapely.get_y(places)]) / SAME_SPOT_M)
    counts = pd.Series(1).reindex(range(len(spot)), fill_value=1).groupby([spot[:, 0], spot[:, 1]]).transform("sum").to_numpy()
    first = ~pd.DataFrame(spot).duplicated().to_numpy()
    rows = np.flatnonzero(first & (counts >= STACK))
    words = [text("{count} doorplates stand on one spot.", count=int(counts[row])) for row in rows]
    return _listed(doorplates, "stacked", NOTE, rows, words, most)


def _twice(doorplates: gpd.GeoDataFrame, parts: pd.DataFrame, most: int) -> list[Problem]:
    first = duplicates(parts.reset_index(drop=True)).to_numpy()
    rows = np.flatnonzero(first != np.arange(len(first)))
    ids = doorplates["doorplate_id"].to_numpy(object)
    distance = shapely.distance(doorplates.geometry.to_numpy()[rows], doorplates.geometry.to_numpy()[first[rows]])
    words = [
        text("The same address as {other}, {metres} m away.", other=ids[first[row]], metres=f"{metres:.0f}")
        for row, metres in zip(rows, distance)
    ]
    return _listed(doorplates, "duplicate_address", WARNING, rows, words, most)


def _nearly_twice(doorplates: gpd.GeoDataFrame, parts: pd.DataFrame, most: int) -> list[Problem]:
    pairs = near_duplicates(parts.reset_index(drop=True))
    ids, addresses = doorplates["doorplate_id"].to_numpy(object), doorplates["address"].to_numpy(object)
    words = [
        text("Nearly the address of {other} ({address}): a slip of the pen?", other=ids[first], address=str(addresses[first]))
        if why == NEAR_NAME
        else text(
            "Perhaps the door of {other} ({address}): one of them leaves out the road.", other=ids[first], address=str(addresses[first])
        )
        for first, why in zip(pairs["first"], pairs["why"])
    ]
    return _listed(doorplates, "near_duplicate", NOTE, pairs["second"].to_numpy(int), words, most)


def _outside(doorplates: gpd.GeoDataFrame, district: shapely.Geometry, most: int) -> list[Problem]:
    shapely.prepare(district)
    metres = shapely.distance(doorplates.geometry.to_numpy(), district)
    rows = np.flatnonzero(metres > 0)
    words = [text("{metres} m outside every area.", metres=f"{metres[row]:.0f}") for row in rows]
    return _listed(doorplates, "outside", WARNING, rows, words, most)
