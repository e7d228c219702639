"""Addresses with other words around them (门口, 反映, names of people): found again by the names that one's own doorplates bear."""

from __future__ import annotations

import re

import geopandas as gpd
import numpy as np
import pandas as pd

from ..addresses.locate import NONE
from ..addresses.placing import PlacedRows, located_among, with_addresses
from ..doorplates.elements import elements
from ..hanzi import half_width, simplified
from ..progress import SILENT, Progress
from ..values import as_text

SHORTEST = 2  # letters of a name that is looked for in a text
NAMED = ("road", "estate", "community")


def with_known_names(
    place: PlacedRows, ours: pd.DataFrame, doorplates: gpd.GeoDataFrame, doors: pd.DataFrame, progress: Progress = SILENT
) -> PlacedRows:
    """The rows, those without a place looked for once more: their address from the first road, estate or community of
    the doorplates on, and of its elements only names that doorplates bear."""
    rows = np.flatnonzero(place.method == NONE)
    if "address" not in ours.columns or not len(rows):
        return place
    known = {name: _plain_names(doors[name]) for name in NAMED}
    pattern = _pattern({word for words in known.values() for word in words})
    said = [_from_name(word, pattern) for word in as_text(ours["address"]).iloc[rows]]
    asked = elements(pd.DataFrame({"address": pd.Series(said, dtype=object)}))
    for name in NAMED:
        of_name = _pattern(known[name])
        asked[name] = [word if word in known[name] else _found(text, of_name) for word, text in zip(asked[name], said)]
    missing = np.zeros(len(place.method), bool)
    missing[rows] = True
    return with_addresses(place, missing, located_among(asked, doorplates, doors, progress), doorplates)


def _plain_names(words: pd.Series) -> set[str]:
    return {simplified(half_width(word)) for word in pd.unique(words) if len(word) >= SHORTEST}


def _pattern(words: set[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)")


def _from_name(words: str | None, pattern: re.Pattern[str]) -> str | None:
    plain = simplified(half_width(words)) if words else ""
    found = pattern.search(plain)
    return plain[found.start() :] if found else None


def _found(words: str | None, pattern: re.Pattern[str]) -> str:
    """The known name that stands first; what stands around it is somebody's remark."""
    found = pattern.search(words) if words else None
    return found[0] if found else ""
