"""Addresses with other words around them (门口, 反映, names of people): found again by the names that one's own doorplates bear."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True)
class Names:
    """Names to look for in texts, in half width and simplified characters."""

    words: frozenset[str]

    @staticmethod
    def of(column: pd.Series) -> Names:
        """The names of a column that are long enough to tell something."""
        return Names(frozenset(simplified(half_width(word)) for word in pd.unique(column) if len(word) >= SHORTEST))

    @cached_property
    def lengths(self) -> list[int]:
        """How long the names are, the longest first."""
        return sorted(set(map(len, self.words)), reverse=True)

    def first(self, words: str | None) -> tuple[int, str]:
        """Where the first name begins in a text, and the longest there; an empty name where there is none.

        Looked up length by length: a pattern of thousands of names would try each at every letter.
        """
        for at in range(len(words or "")):
            for length in self.lengths:
                if words[at : at + length] in self.words:
                    return at, words[at : at + length]
        return 0, ""


def with_known_names(
    place: PlacedRows, ours: pd.DataFrame, doorplates: gpd.GeoDataFrame, doors: pd.DataFrame, progress: Progress = SILENT
) -> PlacedRows:
    """The rows, those without a place looked for once more: their address from the first road, estate or community of
    the doorplates on, and of its elements only names that doorplates bear."""
    rows = np.flatnonzero(place.method == NONE)
    if "address" not in ours.columns or not len(rows):
        return place
    known = {name: Names.of(doors[name]) for name in NAMED}
    every = Names(frozenset().union(*(names.words for names in known.values())))
    said = [_from_name(word, every) for word in as_text(ours["address"]).iloc[rows]]
    asked = elements(pd.DataFrame({"address": pd.Series(said, dtype=object)}))
    for name in NAMED:
        asked[name] = [word if word in known[name].words else known[name].first(text)[1] for word, text in zip(asked[name], said)]
    missing = np.zeros(len(place.method), bool)
    missing[rows] = True
    return with_addresses(place, missing, located_among(asked, doorplates, doors, progress), doorplates)


def _from_name(words: str | None, names: Names) -> str | None:
    plain = simplified(half_width(words)) if words else ""
    at, found = names.first(plain)
    return plain[at:] if found else None
