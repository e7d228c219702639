"""What each block is used for: housing of several ages, schools, parks, shops, empty lots."""

from __future__ import annotations

from typing import Optional

import numpy as np
import shapely

from .lots import Lots

# New blocks: use, least and greatest hectares, metres between two of a kind.
NEW_USES = (
    ("junior_school", 1.6, 6.0, 600.0),
    ("primary_school", 1.0, 4.0, 460.0),
    ("park", 0.7, 5.0, 560.0),
    ("commerce", 0.9, 4.0, 1150.0),
    ("civic", 0.4, 2.0, 1050.0),
    ("office", 1.0, 6.0, 1500.0),
    ("empty", 0.5, 5.0, 1700.0),
)
OLD_USES = (
    ("garden", 0.3, 1.2, 420.0),
    ("primary_school", 0.55, 1.5, 620.0),
    ("civic", 0.25, 1.0, 560.0),
    ("infill", 0.35, 1.5, 230.0),
)
SMALL_HA = 0.55  # a new block below this takes no estate
AROUND = tuple((i, j) for i in (0, -1, 1) for j in (0, -1, 1))
# A new estate's style and its share.
ESTATE_SHARES = {"walk_up": 0.3, "resettled": 0.15, "slab": 0.19, "tower": 0.1, "social": 0.05, "terraced": 0.09, "village": 0.12}


def block_uses(lots: Lots, fortune: np.ndarray, spacing: float, rng: np.random.Generator) -> np.ndarray:
    """The use of each block; fortune (-1 to 1) says how well its part of the city is served."""
    hectares = shapely.area(lots.grounds) / 1e4
    uses = np.where(lots.quad, np.where(lots.old, "lanes", "estate"), "bank").astype(object)
    for quarter, table in ((~lots.old, NEW_USES), (lots.old, OLD_USES)):
        for use, least, greatest, spacing_m in table:
            free = np.flatnonzero(quarter & np.isin(uses, ("lanes", "estate")) & (hectares > least) & (hectares < greatest))
            taken = rng.permutation(free)
            distance = spacing * spacing_m * (1 - 0.35 * fortune[taken])
            uses[taken[far_apart(lots.centres[taken], distance)]] = use
    uses[~lots.old & (hectares > 8)] = "lake_park"
    small = (uses == "estate") & (hectares < SMALL_HA)
    uses[small] = rng.choice(["pocket", "commerce", "empty"], small.sum(), p=[0.55, 0.35, 0.1])
    uses[(uses == "lanes") & (hectares < 0.03)] = "pocket"
    return _estate_styles(uses, lots, rng)


def _estate_styles(uses: np.ndarray, lots: Lots, rng: np.random.Generator) -> np.ndarray:
    """Estates of one style stand together; walk-up blocks gather round the old quarters."""
    styled = uses.copy()
    estates = np.flatnonzero(uses == "estate")
    styles, shares = list(ESTATE_SHARES), np.array(list(ESTATE_SHARES.values()))
    drawn = rng.choice(styles, len(estates), p=shares)
    if lots.old.any() and len(estates):
        tree = shapely.STRtree(shapely.points(lots.centres[lots.old]))
        _, distance = tree.query_nearest(shapely.points(lots.centres[estates]), return_distance=True, all_matches=False)
        near = (distance < 520) & (rng.random(len(estates)) < 0.55)
        drawn[near] = "walk_up"
    styled[estates] = drawn
    return styled


def far_apart(points: np.ndarray, distance_m: np.ndarray, there: Optional[np.ndarray] = None) -> np.ndarray:
    """Positions of points that keep their distance from all points taken before them, and from those already there."""
    if not len(points):
        return np.empty(0, dtype=int)
    cell_m = float(distance_m.max())
    cells: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for x, y in np.empty((0, 2)) if there is None else there:
        cells.setdefault((int(x // cell_m), int(y // cell_m)), []).append((x, y))
    taken: list[int] = []
    # Each choice depends on the ones before it.
    for number, ((x, y), distance) in enumerate(zip(points.tolist(), distance_m.tolist())):
        column, row = int(x // cell_m), int(y // cell_m)
        if not _any_near(x, y, distance * distance, [cells[cell] for i, j in AROUND if (cell := (column + i, row + j)) in cells]):
            cells.setdefault((column, row), []).append((x, y))
            taken.append(number)
    return np.array(taken, dtype=int)


def _any_near(x: float, y: float, square_m2: float, cells: list[list[tuple[float, float]]]) -> bool:
    for cell in cells:
        for east, north in cell:
            if (x - east) * (x - east) + (y - north) * (y - north) <= square_m2:
                return True
    return False


def fortune_at(points: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A smooth field from -1 (badly served) to 1 over the city."""
    spread = np.ptp(points, axis=0).max()
    length = min(max(spread, 900.0), 3600.0)
    field = np.zeros(len(points))
    for _ in range(4):
        heading, phase = rng.uniform(0, 6.28, 2)
        number = 2 * np.pi / (length * rng.uniform(0.6, 1.3))
        field += np.sin((points[:, 0] * np.cos(heading) + points[:, 1] * np.sin(heading)) * number + phase)
    return np.clip(field / 2.2, -1, 1)
