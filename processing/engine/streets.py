"""What the columns of the streets say about walking on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ...layers.errors import InputError
from ...layers.penalties import NO_PENALTIES, Penalties
from ...layers.tags import UNKNOWN_KIND, StreetKind, street_kinds
from ...layers.words import text

if TYPE_CHECKING:
    import geopandas as gpd


def street_costs(streets: gpd.GeoDataFrame, penalties: Penalties = NO_PENALTIES) -> tuple[np.ndarray, np.ndarray]:
    """Speed factor (0: not walkable) and own penalty in seconds of each street; its own factor wins over its kind's."""
    codes, words, known = _kinds(streets)
    kind_factor = np.array([penalties.factors.get(word, kind.factor) for word, kind in zip(words, known)])[codes]
    own, penalty_s = numbers(streets, "speed_factor"), numbers(streets, "penalty_s")
    _refuse_nonsense(streets, own, penalty_s)
    stated = column(streets, "walkable").to_numpy(dtype=object)
    walkable = (stated == "yes") | (np.array([kind.walkable for kind in known])[codes] & (stated != "no"))
    return np.where(walkable, np.where(np.isnan(own), kind_factor, own), 0.0), np.nan_to_num(penalty_s)


def kind_delays(streets: gpd.GeoDataFrame, penalties: Penalties) -> np.ndarray:
    """Seconds of delay that each street has from its kind: 0 where it states a penalty of its own."""
    if not any(penalties.seconds.values()):
        return np.zeros(len(streets))
    codes, _, known = _kinds(streets)
    delay_s = np.array([penalties.seconds.get(kind.penalty, 0.0) for kind in known])[codes]
    return np.where(np.isnan(numbers(streets, "penalty_s")), delay_s, 0.0)


def _kinds(streets: gpd.GeoDataFrame) -> tuple[np.ndarray, list[str], list[StreetKind]]:
    """For each street the position of its kind among words and kinds; the last stands for none."""
    kinds = street_kinds()
    codes, words = pd.factorize(column(streets, "kind"))
    return codes, [*words, ""], [*(kinds.get(word, UNKNOWN_KIND) for word in words), UNKNOWN_KIND]


def street_levels(streets: gpd.GeoDataFrame) -> np.ndarray:
    """The bridge or tunnel layer of each street, 0 on the ground."""
    return np.nan_to_num(numbers(streets, "level")).astype(int)


def column(frame: pd.DataFrame, name: str) -> pd.Series:
    """The column of that name, or an empty one where an optional column is missing."""
    return frame[name] if name in frame else pd.Series(np.nan, index=frame.index, dtype=object)


def numbers(frame: pd.DataFrame, name: str) -> np.ndarray:
    """The numbers of an optional column, NaN where none is written."""
    return frame[name].to_numpy(dtype=float, na_value=np.nan) if name in frame else np.full(len(frame), np.nan)


def _refuse_nonsense(streets: gpd.GeoDataFrame, factor: np.ndarray, penalty_s: np.ndarray) -> None:
    problems = []
    if (factor <= 0).any():
        first, count = _first(streets, factor <= 0)
        problems.append(
            text(
                "{count} streets have a speed factor of 0 or less (first: {first}). Write a factor above 0, or set walkable to no.",
                count=count,
                first=first,
            )
        )
    if (penalty_s < 0).any():
        first, count = _first(streets, penalty_s < 0)
        problems.append(text("{count} streets have a penalty below 0 seconds (first: {first}). Write 0 or more.", count=count, first=first))
    if problems:
        raise InputError(*problems)


def _first(streets: gpd.GeoDataFrame, wrong: np.ndarray) -> tuple[str, int]:
    return str(streets["street_id"].to_numpy()[wrong.argmax()]), int(wrong.sum())
