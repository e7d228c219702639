"""Old quarters: small low houses wall to wall along lanes, and shops along any street."""

from __future__ import annotations

import numpy as np
import shapely

from .boxes import boxes_along, following, length_m, within
from .draws import drawn
from .lots import Lots
from .plan import Plan
from .terraces import Terrace
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
    for number in range(4):
        trim = 1.0 if number in long_sides else depths * COURT_M
        skip_m = trim + margins[number - 1], trim + margins[(number + 1) % 4]
        for behind in range(depths if number in long_sides else 1):
            _terrace(works, plan, lots, (lot, number, behind), skip_m, rng)
    works.patches.append(Patch(lots.grounds[lot], "residential", None, lot))


def _terrace(works: Works, plan: Plan, lots: Lots, at: tuple[int, int, int], skip_m: tuple[float, float], rng: np.random.Generator) -> None:
    """Houses along one side of a block, in the row of that number behind the street."""
    (lot, number, behind), (skip_start, skip_end) = at, skip_m
    start, end = lots.corners[lot][number], lots.corners[lot][(number + 1) % 4]
    length = length_m(end - start)
    room = length - skip_start - skip_end
    if room < 7:
        return
    width = rng.uniform(5.6, 13.0, int(room / 6) + 1)
    first = skip_start + np.concatenate([[0.0], np.cumsum(width + np.where(rng.random(len(width)) < 0.14, 2.4, 0.1))[:-1]])
    fits = (first + width < length - skip_end) & (rng.random(len(width)) < 0.97 - 0.1 * behind)
    first, width = first[fits], width[fits]
    depth = rng.uniform(9.0, 13.8, len(first))
    offset = lots.setbacks[lot][number] + rng.uniform(0.3, 1.0, len(first)) + behind * COURT_M
    floors = FLOORS[drawn(FLOOR_SHARES, rng, len(first))]
    side, left = _street(plan, lot, number)
    works.rows.append(Terrace(start, (end - start) / length, first, width, offset, depth, floors, lot, side, left))


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
    if kept.any():
        side, left = _street(plan, lot, number)
        works.rows.append(Row(shops[kept], floors[kept], np.ones(kept.sum(), dtype=int), "commercial", lot, -1, side, left))


def _street(plan: Plan, lot: int, number: int) -> tuple[int, bool]:
    """The side that a block's numbers count along, and whether the block lies to its left."""
    piece = plan.faces[lot].rim[number]
    # A block lies to the left of the sides that it follows forwards.
    return piece.side, piece.start < piece.end
