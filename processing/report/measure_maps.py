"""Map 7-1: where the ranked measures are, numbered as in table 7-1."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...layers.words import Text, text
from ..engine import measures as engine
from .facts import Facts
from .map_layers import Key, Sign, boundary_shapes, district_bounds, labels_of, land_shapes, line_keys, street_shapes
from .maps import HEIGHTS, WIDTH, Panel, Sheet, sheet_of
from .numbers import decimal
from .paper import frame_of, height_for
from .places import places_of

LOOKS = {
    engine.GATE: ("diamond", "#b3401a"),
    engine.PATH: ("hexagon", "#7a5195"),
    engine.FACILITY: ("circle", "#1f4e8c"),
    engine.CAPACITY: ("square", "#8a6d00"),
    engine.VERIFY: ("square", "#566375"),
}


def measure_map(facts: Facts, found: pd.DataFrame) -> Sheet | None:
    """The measures that have a place, each with its number; None without any."""
    bounds = district_bounds(facts)
    placed = found[np.isfinite(found["x"].to_numpy(float)) & found["measure"].isin(list(LOOKS))]
    if bounds is None or placed.empty:
        return None
    height = height_for(bounds, width=WIDTH, least=HEIGHTS[0], most=HEIGHTS[1])
    frame = frame_of(bounds, x=0, y=0, width=WIDTH, height=height)
    level = "community" if places_of(facts, "community") else "subdistrict"
    places = frame.places(placed[["x", "y"]].to_numpy(float)).tolist()
    # The first measures are drawn last, on top of the others.
    rows = list(zip(placed["rank"], placed["measure"], places))[::-1]
    signs = tuple(Sign(x, y, *LOOKS[measure], decimal(rank)) for rank, measure, (x, y) in rows)
    shapes = (*land_shapes(facts, frame), *street_shapes(facts, frame), *boundary_shapes(facts, frame))
    # Numbers are those of measures here: a community without room for its name has none.
    labels = tuple(label for label in labels_of(facts, frame, level) if not label.words.isdecimal())
    panel = Panel(frame, "", None, shapes, labels, signs)
    counted = [(measure, int((placed["measure"] == measure).sum())) for measure in LOOKS]
    keys = tuple(Key("", measure_word(measure), decimal(count), Sign(0, 0, *LOOKS[measure], "")) for measure, count in counted if count)
    title = text("Where the measures of table {number} are", number="7-1")
    return sheet_of(facts, "7-1", title, (panel,), height, (*line_keys(facts), *keys), level)


def measure_word(measure: str) -> Text:
    """The kind of a measure as the legend says it."""
    return {
        engine.GATE: text("Open a gate"),
        engine.PATH: text("Open a path"),
        engine.FACILITY: text("New facility"),
        engine.CAPACITY: text("Add places"),
        engine.VERIFY: text("Verify the data"),
    }[measure]
