"""Which facilities count for which category of a profile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ...layers.errors import InputError
from ...layers.facility_types import known_types, split_services
from ...layers.problems import WARNING, Problem
from ...layers.profiles import Profile
from ...layers.words import text
from .estates import words

if TYPE_CHECKING:
    import geopandas as gpd


@dataclass(frozen=True)
class Services:
    """Positions of the facilities by category, and the facilities whose type nobody knows."""

    rows: dict[str, np.ndarray]
    problems: tuple[Problem, ...]


def services(facilities: gpd.GeoDataFrame, of: Profile) -> Services:
    """The facilities of each category: their services name one of its types, or the category itself.

    Raises InputError when there are facilities and none has a known type.
    """
    kinds, said = pd.factorize(pd.Series(words(facilities, "services")))
    words_of_kind = [split_services(kind) for kind in said]
    counted = {category.id: {category.id, *category.types} for category in of.categories}
    rows = {name: np.flatnonzero(_any(types, words_of_kind)[kinds]) for name, types in counted.items()}
    known = set().union(*counted.values())
    if any(not known.issuperset(said_words) or not said_words for said_words in words_of_kind):
        known |= known_types()
    unknown = [", ".join(word for word in said_words if word not in known) for said_words in words_of_kind]
    nothing = np.array([not known.intersection(said_words) for said_words in words_of_kind], dtype=bool)
    if len(facilities) and nothing.all():
        raise InputError(_none_known(len(facilities), said[0], sorted(set().union(*counted.values()))))
    return Services(rows, tuple(_problems(facilities, kinds, unknown, nothing)))


def _any(types: set[str], words_of_kind: list[list[str]]) -> np.ndarray:
    return np.array([not types.isdisjoint(said_words) for said_words in words_of_kind], dtype=bool)


def _none_known(count: int, first: str, known: list[str]) -> object:
    return text(
        "None of the {count} facilities has a known type (first: “{first}”). Write one of these into services: {known}.",
        count=count,
        first=first,
        known=", ".join(known),
    )


def _problems(facilities: gpd.GeoDataFrame, kinds: np.ndarray, unknown: list[str], nothing: np.ndarray) -> Iterable[Problem]:
    ids, shapes = facilities["facility_id"].to_numpy(), facilities.geometry.to_numpy()
    odd = np.array([bool(word) for word in unknown], dtype=bool) | nothing
    # One sentence for each facility: few are left over.
    for row in np.flatnonzero(odd[kinds]):
        word = unknown[kinds[row]]
        message = (
            text("The type “{type}” is not known; the facility is not counted for it.", type=word)
            if word
            else text("The facility names no service and is not counted.")
        )
        yield Problem("facilities", "unknown_type", WARNING, message, row=str(ids[row]), geometry=shapes[row])
