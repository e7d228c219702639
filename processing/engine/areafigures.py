"""Figures of single areas: one for each area and column of a frame, as <name>@partition/level/code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from .areas import partitions
from .figures import plain
from .results import Figure, Figures


def area_figures(frame: pd.DataFrame, columns: Sequence[str], units: Mapping[str, str], *, prefix: str = "") -> Figures:
    """The figures of the areas in the frame; a column that units does not name is a count."""
    places = [f"@{partition}/{level}/{code}" for partition, level, code in zip(partitions(frame), frame["level"], frame["code"])]
    found: Figures = {}
    for column in columns:
        keys, unit = [f"{prefix}{column}{place}" for place in places], units.get(column, "count")
        found.update((key, Figure(key, plain(value), unit)) for key, value in zip(keys, frame[column].to_numpy()))
    return found
