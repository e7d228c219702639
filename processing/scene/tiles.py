"""The order of buildings and doorplates: in tiles of neighbours, so that differences stay small and views need few tiles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

DOORPLATES_PER_TILE = 6000  # where there are no buildings
BITS = 16


@dataclass(frozen=True)
class Tiling:
    """Rows in the order of the payload, and where each tile starts; both lists of starts end with the total."""

    buildings: np.ndarray
    doorplates: np.ndarray
    building_starts: np.ndarray
    doorplate_starts: np.ndarray


def tiling(
    building_xy: np.ndarray,
    doorplate_xy: np.ndarray,
    building_of_doorplate: np.ndarray,
    *,
    buildings_per_tile: int = 2000,
    doorplate_rank: np.ndarray | None = None,
) -> Tiling:
    """Buildings along a space-filling curve, cut into equal tiles; doorplates after their building, loose ones by place.

    building_of_doorplate is the row of the building, -1 where there is none. With doorplate_rank, the order of the
    addresses, the buildings of a tile follow their first addresses: numbers of one street stand side by side.
    """
    low, side = _frame(np.vstack([building_xy, doorplate_xy]))
    building_key, doorplate_key = morton(building_xy, low, side), morton(doorplate_xy, low, side)
    if not len(building_key):
        return _doorplates_only(doorplate_key)
    order = np.argsort(building_key, kind="stable")
    starts = _starts(len(order), buildings_per_tile)
    tile_of_rank = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    first_keys = building_key[order[starts[:-1]]]
    if doorplate_rank is not None:
        order = order[np.lexsort((_first_address(building_of_doorplate, doorplate_rank, len(order))[order], tile_of_rank))]
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    housed = building_of_doorplate >= 0
    tile = np.clip(np.searchsorted(first_keys, doorplate_key, side="right") - 1, 0, len(starts) - 2)
    own_rank = np.full(len(housed), len(order))
    own_rank[housed] = rank[building_of_doorplate[housed]]
    tile[housed] = tile_of_rank[own_rank[housed]]
    # Loose doorplates end their tile.
    within = doorplate_key if doorplate_rank is None else np.where(housed, doorplate_rank.astype(np.uint64), doorplate_key)
    sorted_doorplates = np.lexsort((np.arange(len(tile)), within, own_rank, tile))
    counts = np.bincount(tile, minlength=len(starts) - 1)
    return Tiling(order, sorted_doorplates, starts, np.concatenate([[0], np.cumsum(counts)]))


def _first_address(building_of_doorplate: np.ndarray, doorplate_rank: np.ndarray, buildings: int) -> np.ndarray:
    """The least rank among the doorplates of each building; buildings without any come last."""
    first = np.full(buildings + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, building_of_doorplate, doorplate_rank)
    return first[:-1]


def morton(points_xy: np.ndarray, low: np.ndarray, side: float) -> np.ndarray:
    """The place of each point along the Z-order curve over a square; points of shape (n, 2)."""
    cells = np.clip((points_xy - low) / side * (2**BITS - 1), 0, 2**BITS - 1)
    cells = np.nan_to_num(cells).astype(np.uint64)
    return _spread(cells[:, 0]) | (_spread(cells[:, 1]) << np.uint64(1))


def _spread(values: np.ndarray) -> np.ndarray:
    spread = values.copy()
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        spread = (spread | (spread << np.uint64(shift))) & np.uint64(mask)
    return spread


def _frame(points_xy: np.ndarray) -> tuple[np.ndarray, float]:
    placed = points_xy[np.isfinite(points_xy).all(axis=1)]
    if not len(placed):
        return np.zeros(2), 1.0
    low = placed.min(axis=0)
    return low, float(max(1.0, (placed.max(axis=0) - low).max()))


def _starts(count: int, per_tile: int) -> np.ndarray:
    tiles = max(1, -(-count // per_tile))
    return np.linspace(0, count, tiles + 1).astype(np.int64)


def _doorplates_only(keys: np.ndarray) -> Tiling:
    order = np.argsort(keys, kind="stable")
    starts = _starts(len(order), DOORPLATES_PER_TILE)
    return Tiling(np.array([], dtype=np.int64), order, np.zeros(len(starts), dtype=np.int64), starts)
