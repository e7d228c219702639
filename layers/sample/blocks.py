"""Builds every block of the plan for its use."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from ..progress import Progress
from ..words import text
from .estates import STYLES, build_estate
from .lanes import build_lanes, build_shops
from .lots import Lots, without_margins
from .plan import Plan
from .terraces import set_out
from .works import Patch, Works
from .yards import build_green, build_park, build_yard

YARDS = {"primary_school": "school", "junior_school": "school", "commerce": "commerce", "civic": "civic", "office": "office"}
SHOP_STREETS = ("secondary", "tertiary", "residential")
SHOP_DEPTH_M = 12.5


def build_blocks(plan: Plan, lots: Lots, uses: np.ndarray, rng: np.random.Generator, progress: Progress) -> tuple[Works, Lots]:
    """All houses, paths, gates and greens; the grounds of blocks that give a strip to shops come back smaller."""
    works = Works()
    shops = _shop_sides(plan, lots, uses, rng)
    lots = _set_back(plan, lots, shops)
    # Each block is laid out for itself: its shape, its use and its neighbours' streets differ.
    for lot, use in enumerate(uses):
        if lot % 50 == 0:
            progress.at(lot / len(uses), text("Building blocks"))
        _build(works, plan, lots, lot, use, rng)
        if shops[lot] >= 0:
            build_shops(works, plan, lots, lot, int(shops[lot]), SHOP_DEPTH_M, rng)
    return replace(works, rows=set_out(works.rows, lots)), lots


def _build(works: Works, plan: Plan, lots: Lots, lot: int, use: str, rng: np.random.Generator) -> None:
    if use == "bank":
        works.patches.append(Patch(lots.polygons[lot], "green", None, lot))
    elif lots.grounds[lot].area < 60:
        return
    elif use == "lanes":
        build_lanes(works, plan, lots, lot, rng)
    elif use in STYLES:
        build_estate(works, plan, lots, lot, use, rng)
    elif use in YARDS:
        build_yard(works, plan, lots, lot, YARDS[use], rng)
    elif use in ("park", "garden", "lake_park"):
        build_park(works, plan, lots, lot, rng)
    else:
        build_green(works, lots, lot, use)


def _shop_sides(plan: Plan, lots: Lots, uses: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The side of an estate's block that is lined with shops, -1 for none."""
    chosen = np.full(len(uses), -1)
    candidates = np.isin(uses, list(STYLES)) & (shapely.area(lots.grounds) > 14_000) & (rng.random(len(uses)) < 0.62)
    for lot in np.flatnonzero(candidates & ~lots.old):
        sides = [number for number, piece in enumerate(plan.faces[lot].rim) if plan.side_kinds[piece.side] in SHOP_STREETS]
        if sides:
            chosen[lot] = rng.choice(sides)
    return chosen


def _set_back(plan: Plan, lots: Lots, shops: np.ndarray) -> Lots:
    lined = np.flatnonzero(shops >= 0)
    setbacks, grounds = lots.setbacks.copy(), lots.grounds.copy()
    setbacks[lined, shops[lined]] += SHOP_DEPTH_M
    if len(lined):
        grounds[lined] = without_margins(plan, lined, lots.polygons[lined], setbacks[lined])
    return replace(lots, setbacks=setbacks, grounds=grounds)
