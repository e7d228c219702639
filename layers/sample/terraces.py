"""Houses along streets, set out on the ground for the whole district at once: block by block that took twice as long."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

from .boxes import polygons, rectangles
from .lots import Lots
from .works import Row


class Terrace(NamedTuple):
    """Houses along one side of a block, in metres from the start of that side and from its line."""

    start: np.ndarray
    along: np.ndarray  # unit vector
    first: np.ndarray
    width: np.ndarray
    offset: np.ndarray
    depth: np.ndarray
    floors: np.ndarray
    lot: int
    side: int
    left: bool


def set_out(rows: list[Row | Terrace], lots: Lots) -> list[Row]:
    """The rows with terraces become houses, those that lie on the ground of their block as a whole; order is kept."""
    terraces = [row for row in rows if isinstance(row, Terrace)]
    if not terraces:
        return list(rows)
    counts = [len(terrace.floors) for terrace in terraces]
    starts, along = (np.repeat([getattr(terrace, name) for terrace in terraces], counts, axis=0) for name in ("start", "along"))
    metres = (np.concatenate([getattr(terrace, name) for terrace in terraces]) for name in ("first", "width", "offset", "depth"))
    houses = rectangles(starts[:, None], along[:, None], *metres)
    ground = lots.grounds[np.repeat([terrace.lot for terrace in terraces], counts)]
    shapely.prepare(ground)
    kept = shapely.contains(ground, polygons(houses))
    ends = np.cumsum(counts)[:-1]
    built = iter(zip(np.split(houses, ends), np.split(kept, ends)))
    made = (_row(row, *next(built)) if isinstance(row, Terrace) else row for row in rows)
    return [row for row in made if len(row.corners)]


def _row(terrace: Terrace, houses: np.ndarray, kept: np.ndarray) -> Row:
    entrances = np.ones(int(kept.sum()), dtype=int)
    return Row(houses[kept], terrace.floors[kept], entrances, "residential", terrace.lot, -1, terrace.side, terrace.left)
