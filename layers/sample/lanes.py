"""Old quarters: small low houses wall to wall along lanes, and shops along any street."""

from __future__ import annotations

import numpy as np
import shapely

from .boxes import boxes_along, following, length_m, within
from .draws import drawn
from .lots import Lots
from .plan import Plan
from .works import Patch, Row, Works

COURT_M = 15.0  # from one row of houses to the one behind it
FLOORS = np.array([1, 2, 2, 3])
FLOOR_SHARES = (0.3, 0.3, 0.25, 0.15)


def build_lanes(works: Works, plan: Plan, lots: Lots, lot: int, rng: np.random.Generator) -> None:
    """Fills an old block with rows of houses along its lanes."""
    corners, margins = lots.corners[lot], lots.setbacks[lot]
    lengths = np.linalg.norm(following(corners) - corners, axis=1)
    thick = lots.polygons[lot].area / lengths.max() - margins.mean() * 2
    depths = max(1, int(thick / 2 / COURT_M + 0.35))
    long_sides = (0, 2) if lengths[[0, 2]].sum() > lengths[[1, 3]].sum() else (1, 3)
    rows = []
    for number in range(4):
        trim = 1.0 if number in long_sides else depths * COURT_M
        for behind in range(depths if number in long_sides else 1):
            houses, floors = _row(lots, lot, number, behind, (trim + margins[number - 1], trim + margins[(number + 1) % 4]), rng)
            rows.append((number, houses, floors))
    kept = within(np.concatenate([houses for _, houses, _ in rows]), lots.grounds[lot])
    for (number, houses, floors), stay in zip(rows, np.split(kept, np.cumsum([len(floors) for _, _, floors in rows])[:-1])):
        _add(works, plan, lot, number, houses[stay], floors[stay], "residential")
    works.patches.append(Patch(lots.grounds[lot], "residential", None, lot))


def _row(
    lots: Lots, lot: int, number: int, behind: int, skip_m: tuple[float, float], rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Houses along one side of a block and their floors, in the row of that number behind the street."""
    corners, (skip_start, skip_end) = lots.corners[lot], skip_m
    start, end = corners[number], corners[(number + 1) % 4]
    length = length_m(end - start)
    room = length - skip_start - skip_end
    if room < 7:
        return np.empty((0, 4, 2)), np.empty(0, int)
    width = rng.uniform(5.6, 13.0, int(room / 6) + 1)
    first = skip_start + np.concatenate([[0.0], np.cumsum(width + np.where(rng.random(len(width)) < 0.14, 2.4, 0.1))[:-1]])
    fits = (first + width < length - skip_end) & (rng.random(len(width)) < 0.97 - 0.1 * behind)
    first, width = first[fits], width[fits]
    depth = rng.uniform(9.0, 13.8, len(first))
    offset = lots.setbacks[lot][number] + rng.uniform(0.3, 1.0, len(first)) + behind * COURT_M
    return boxes_along(start, end, first, width, offset, depth), FLOORS[drawn(FLOOR_SHARES, rng, len(first))]


def build_shops(works: Works, plan: Plan, lots: Lots, lot: int, number: int, room_m: float, rng: np.random.Generator) -> None:
    """A row of one- and two-storey shops along side number of a block, on a strip room_m deep before the ground."""
    start, end = lots.corners[lot][number], lots.corners[lot][(number + 1) % 4]
    length = length_m(end - start)
    ends = lots.setbacks[lot][number - 1] + 4, lots.setbacks[lot][(number + 1) % 4] + 4
    width = rng.uniform(9, 26, int(length / 12))
    first = ends[0] + np.concatenate([[0.0], np.cumsum(width + 1.5)[:-1]])
    # The middle stays free: the path to the gate passes there, at no known place, hence a wide gap.
    fits = (first + width < length - ends[1]) & (rng.random(len(width)) < 0.85)
    offset = np.full(fits.sum(), lots.setbacks[lot][number] - room_m + 0.5)
    shops = boxes_along(start, end, first[fits], width[fits], offset, np.full(fits.sum(), room_m - 2.5))
    strip = shapely.difference(lots.polygons[lot], lots.grounds[lot])
    kept = within(shops, strip)
    floors = FLOORS[rng.integers(0, len(FLOORS), len(shops))]
    _add(works, plan, lot, number, shops[kept], floors[kept], "commercial")


def _add(works: Works, plan: Plan, lot: int, number: int, corners: np.ndarray, floors: np.ndarray, use: str) -> None:
    if not len(corners):
        return
    piece = plan.faces[lot].rim[number]
    # A block lies to the left of the sides that it follows forwards.
    works.rows.append(Row(corners, floors, np.ones(len(corners), dtype=int), use, lot, -1, piece.side, piece.start < piece.end))
