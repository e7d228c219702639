"""Columns told by what is known already: corners by right angles, doors by their house, sums by their doorplates.

Each function gives columns that the page unfolds (unfold.js); FORMAT.md tells how.
"""

from __future__ import annotations

import numpy as np

from ...layers.schema import STOREY_M
from .quantise import Column, reals, unsigned, varints, zigzag
from .shapes import Rings

DERIVED, UNKNOWN, HIDDEN, FIRST = 0, 1, 2, 3


def halves_up(values: np.ndarray) -> np.ndarray:
    """The nearest whole number, as JavaScript's Math.round has it."""
    return np.floor(np.asarray(values, dtype=float) + 0.5).astype(np.int64)


def signed(whole: np.ndarray) -> Column:
    """Small numbers of either sign."""
    return Column("z", len(whole), varints(zigzag(whole)))


def corner_columns(name: str, rings: Rings, step_m: float) -> dict[str, Column]:
    """Corners as what is left where each side is taken for square to the one before and as long as the one opposite."""
    whole, first = rings.whole, np.cumsum(rings.sizes) - rings.sizes
    place = np.arange(len(whole)) - np.repeat(first, rings.sizes)
    side = np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    side[first] = 0
    before = np.where((place >= 2)[:, None], np.roll(side, 1, axis=0), 0)
    opposite = np.where((place >= 3)[:, None], -np.roll(side, 2, axis=0), 0)
    level = np.abs(before[:, 0]) >= np.abs(before[:, 1])
    left = np.empty_like(side)
    for own, other, chosen in ((0, 1, level), (1, 0, ~level)):
        # Along `other` the side is new, along `own` it follows from the right angle.
        known = chosen & (before[:, own] != 0)
        slant = np.divide(side[:, other] * before[:, other], before[:, own], out=np.zeros(len(side)), where=known)
        left[chosen, own] = (side[:, own] + halves_up(slant))[chosen]
        left[chosen, other] = (side[:, other] - opposite[:, other])[chosen]
    left[first] = np.diff(whole[first], axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    # First all first corners, then all second ones: like beside like.
    left = left[np.argsort(place, kind="stable")]
    return {f"{name}.step": reals(np.array([step_m])), f"{name}.dx": signed(left[:, 0]), f"{name}.dy": signed(left[:, 1])}


def doubled_middles(rings: Rings, polygons: int) -> np.ndarray:
    """Twice the middle of the box of each polygon's first ring, in steps, shape (polygons, 2); 0 without rings."""
    found = np.zeros((polygons, 2), dtype=np.int64)
    if len(rings.sizes):
        start = np.cumsum(rings.sizes) - rings.sizes
        boxes = np.minimum.reduceat(rings.whole, start) + np.maximum.reduceat(rings.whole, start)
        owner, leading = np.unique(rings.polygon, return_index=True)
        found[owner] = boxes[leading]
    return found


def door_columns(local_xy: np.ndarray, building: np.ndarray, middles: np.ndarray, building_m: float, step_m: float) -> dict[str, Column]:
    """Doors as steps from the middle of their building (from 1, 0 = none), loose ones from the loose one before."""
    whole = halves_up(local_xy / step_m)
    base = np.zeros_like(whole)
    housed = building > 0
    base[housed] = halves_up(middles[building[housed] - 1] * building_m / (2 * step_m))
    loose = np.flatnonzero(~housed)
    base[loose[1:]] = whole[loose[:-1]]
    left = whole - base
    return {"d.step": reals(np.array([step_m])), "d.dx": signed(left[:, 0]), "d.dy": signed(left[:, 1])}


def height_column(height_m: np.ndarray, floors: np.ndarray) -> Column:
    """0 = floors times the height of a storey, else 1 + the height in 0.1 m."""
    told = np.rint(height_m * 10).astype(np.int64)
    return unsigned(np.where(told == halves_up(floors * STOREY_M * 10), 0, told + 1))


def sum_column(values: np.ndarray, expected: np.ndarray) -> Column:
    """Amounts that are as a rule what is expected: 0 = as expected, 1 not known, 2 suppressed, n + 3."""
    known = np.isfinite(values)
    told = np.where(known, np.where(values < 0, HIDDEN, np.nan_to_num(values) + FIRST), UNKNOWN)
    return unsigned(np.where(known & (values == expected), DERIVED, told).astype(np.int64))
