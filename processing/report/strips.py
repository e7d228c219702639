"""Figure 6-1: the households of every grid as dots, a row for each sub-district."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...layers.words import Text, text
from .charts import WIDTH, round_axis, text_width
from .facts import Facts
from .numbers import decimal

ROW, TOP = 17.0, 16.0
END = 62.0  # room for the range right of the plot
MOST_NAME = 130.0
USUAL_GRID = (300.0, 500.0)  # households of a city grid, GB/T 34300-2017 from memory


@dataclass(frozen=True)
class Strip:
    """One row: a dot for each grid, the line from the least to the most, the stroke of the middle one."""

    y: float
    name: str
    dots: tuple[float, ...]
    low: float
    middle: float
    high: float
    words: str


@dataclass(frozen=True)
class Strips:
    """Figure 6-1."""

    width: float
    height: float
    left: float
    bottom: float
    band: tuple[float, float]
    ticks: tuple[tuple[float, str], ...]
    strips: tuple[Strip, ...]
    unit: Text
    description: tuple[Text, ...]
    note: Text


def household_strips(facts: Facts) -> Strips | None:
    """The dots of all grids whose households are known; None without any."""
    found = facts.results.communities.grids
    known = found[np.isfinite(found["households"].to_numpy(float))]
    if known.empty:
        return None
    groups = [(_name(rows, facts), rows["households"].to_numpy(float)) for _, rows in known.groupby("place_code", sort=True, dropna=False)]
    end, step = round_axis(max(float(known["households"].max()), USUAL_GRID[1]))
    left = 10 + min(max(text_width(name, 9) for name, _ in groups), MOST_NAME)
    scale = (WIDTH - left - END) / end
    strips = tuple(_strip(name, values, TOP + k * ROW, left, scale) for k, (name, values) in enumerate(groups))
    bottom = TOP + len(groups) * ROW
    ticks = tuple((round(left + tick * scale, 2), decimal(tick)) for tick in np.arange(0, end + step / 2, step).tolist())
    band = tuple(round(left + edge * scale, 2) for edge in USUAL_GRID)
    described = tuple(text("{name}: {range} households per grid.", name=strip.name, range=strip.words) for strip in strips)
    return Strips(WIDTH, bottom + 26, left, bottom, band, ticks, strips, text("Households per grid"), described, _note(found, known))


def _name(rows: pd.DataFrame, facts: Facts) -> str:
    first = rows.iloc[0]
    name = first["place_name"] if isinstance(first["place_name"], str) and first["place_name"] else first["place_code"]
    return str(name) if isinstance(name, str) else facts.translate("(outside every area)")


def _strip(name: str, values: np.ndarray, y: float, left: float, scale: float) -> Strip:
    low, middle, high = values.min(), float(np.median(values)), values.max()
    places = np.round(left + np.unique(values) * scale, 2)
    shown = name
    while text_width(shown, 9) > MOST_NAME and len(shown) > 1:
        shown = shown[:-2] + "…"
    words = decimal(low) if low == high else f"{decimal(low)}–{decimal(high)}"
    at = [round(left + value * scale, 2) for value in (low, middle, high)]
    return Strip(y, shown, tuple(places.tolist()), *at, words)


def _note(found: pd.DataFrame, known: pd.DataFrame) -> Text:
    values = {"low": decimal(USUAL_GRID[0]), "high": decimal(USUAL_GRID[1])}
    if len(known) < len(found):
        return text(
            "A dot is a grid, the line the range of the sub-district, the stroke its middle grid; the band is the usual size of a city "
            "grid, {low}–{high} households (GB/T 34300-2017, mark C). Of {unknown} grids the households are not known.",
            unknown=decimal(len(found) - len(known)),
            **values,
        )
    return text(
        "A dot is a grid, the line the range of the sub-district, the stroke its middle grid; the band is the usual size of a city grid, "
        "{low}–{high} households (GB/T 34300-2017, mark C).",
        **values,
    )
