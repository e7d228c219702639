"""The address of a located event in our own words: those of the doorplate that tells its place."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ..addresses.locate import BUILDING, COMMUNITY, ESTATE, EXACT, NEIGHBOURS
from ..addresses.placing import PlacedRows
from ..hanzi import half_width, simplified
from ..values import as_text

# What of the doorplate is said, by method; between neighbours the road is the doorplate's and only the number the list's.
SAID = {
    EXACT: ("subdistrict", "road", "number", "estate", "building", "unit"),
    BUILDING: ("subdistrict", "road", "number", "estate", "building"),
    NEIGHBOURS: ("subdistrict", "road"),
    ESTATE: ("subdistrict", "estate"),
    COMMUNITY: ("subdistrict", "community"),
}


def own_words(place: PlacedRows, addresses: pd.Series, doors: pd.DataFrame | None) -> np.ndarray:
    """The address of each row, None where no doorplate tells its place. doors are the doorplates' elements."""
    said = np.full(len(place.method), None, object)
    if doors is None:
        return said
    for method, names in SAID.items():
        rows = np.flatnonzero((place.method == method) & (place.doorplate >= 0))
        if len(rows):
            parts = doors.iloc[place.doorplate[rows]]
            said[rows] = parts[names[0]].str.cat([parts[name] for name in names[1:]]).to_numpy(object)
            if method == NEIGHBOURS:
                written = as_text(addresses).iloc[rows]
                said[rows] = [f"{words}{_number(road, text)}" for words, road, text in zip(said[rows], parts["road"], written)]
    return said


def _number(road: str, written: str | None) -> str:
    """The house number that stands behind the road, as digits; nothing else of what was written."""
    found = re.search(re.escape(simplified(road)) + r"(\d{1,6})(?!\d)", simplified(half_width(written or "")))
    return f"{found[1]}号" if found and road else ""
