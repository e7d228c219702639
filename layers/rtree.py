"""A packed R-tree in SQLite's own node format, so that a big spatial index is made in one go."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

HEADER_BYTES = 4  # depth and number of cells, two bytes each
CELL = np.dtype([("id", ">i8"), ("bounds", ">f4", 4)])  # SQLite's cell of two dimensions: minx maxx miny maxy
ROOT = 1
HILBERT_BITS = 16


@dataclass(frozen=True)
class Packed:
    """The rows of the tables _node (number, bytes), _parent (node, parent) and _rowid (ids, rising, and the leaves that hold them)."""

    nodes: list[tuple[int, bytes]]
    parents: list[tuple[int, int]]
    ids: np.ndarray
    holders: np.ndarray


def pack(ids: np.ndarray, bounds: np.ndarray, *, node_bytes: int) -> Packed:
    """The tree over the boxes minx, miny, maxx, maxy of these rows.

    Boxes are sorted along a Hilbert curve and filled into nodes from below; the root is node 1.
    """
    capacity = (node_bytes - HEADER_BYTES) // CELL.itemsize
    order = hilbert_order(bounds)
    cells = _cells(ids[order], _rounded_outwards(bounds[order]))
    nodes: list[tuple[int, bytes]] = []
    parents: list[tuple[int, int]] = []
    leaves = np.empty(0, np.int64)
    depth = 0
    # One step per level of the tree, from the leaves to the root.
    while True:
        count = max(1, -(-len(cells) // capacity))
        numbers = np.array([ROOT]) if count == 1 else ROOT + 1 + len(nodes) + np.arange(count)
        holders = np.repeat(numbers, capacity)[: len(cells)]
        if depth == 0:
            leaves = holders
        else:
            parents += zip(cells["id"].tolist(), holders.tolist())
        nodes += zip(numbers.tolist(), _blobs(cells, count, capacity=capacity, node_bytes=node_bytes, depth=depth if count == 1 else 0))
        if count == 1:
            by_id = np.argsort(ids[order])
            return Packed(nodes, parents, ids[order][by_id], leaves[by_id])
        cells = _cells(numbers, _unions(cells["bounds"], capacity))
        depth += 1


def hilbert_order(bounds: np.ndarray) -> np.ndarray:
    """Positions of the boxes along a Hilbert curve through their centres; equal places keep their order."""
    centres = (bounds[:, :2] + bounds[:, 2:]) / 2
    low = centres.min(axis=0, initial=np.inf)
    extent = max(float((centres.max(axis=0, initial=-np.inf) - low).max(initial=0)), np.finfo(float).tiny)
    steps = ((centres - low) / extent * (2**HILBERT_BITS - 1)).astype(np.uint32)
    return np.argsort(_hilbert(steps[:, 0], steps[:, 1]), kind="stable")


def _hilbert(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Distance along the curve, bit by bit for all points at once."""
    distance = np.zeros(len(x), np.uint32)
    for bit in range(HILBERT_BITS - 1, -1, -1):
        right, upper = x >> bit & 1, y >> bit & 1
        distance += (3 * right ^ upper) << 2 * bit
        flip = right > upper
        x, y = np.where(flip, ~x, x), np.where(flip, ~y, y)
        x, y = np.where(upper, x, y), np.where(upper, y, x)
    return distance


def _rounded_outwards(bounds: np.ndarray) -> np.ndarray:
    """Boxes as float32 that still hold the float64 ones, in SQLite's order."""
    low, high = bounds[:, :2], bounds[:, 2:]
    low32, high32 = low.astype(np.float32), high.astype(np.float32)
    low32 = np.where(low32 > low, np.nextafter(low32, np.float32(-np.inf)), low32)
    high32 = np.where(high32 < high, np.nextafter(high32, np.float32(np.inf)), high32)
    return np.column_stack([low32[:, 0], high32[:, 0], low32[:, 1], high32[:, 1]])


def _cells(ids: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    cells = np.empty(len(ids), CELL)
    cells["id"], cells["bounds"] = ids, bounds
    return cells


def _unions(bounds: np.ndarray, capacity: int) -> np.ndarray:
    """The box of each node's cells."""
    starts = np.arange(0, len(bounds), capacity)
    native = bounds.astype(np.float32)
    low, high = np.minimum.reduceat(native, starts), np.maximum.reduceat(native, starts)
    return np.column_stack([low[:, 0], high[:, 1], low[:, 2], high[:, 3]])


def _blobs(cells: np.ndarray, count: int, *, capacity: int, node_bytes: int, depth: int) -> list[bytes]:
    """The bytes of the nodes of one level; only the root states a depth."""
    filled = np.zeros(count * capacity, CELL)
    filled[: len(cells)] = cells
    sizes = np.full(count, capacity)
    sizes[-1] = len(cells) - (count - 1) * capacity
    header = np.column_stack([np.full(count, depth), sizes]).astype(">u2").view(np.uint8)
    body = filled.view(np.uint8).reshape(count, -1)
    padding = np.zeros((count, node_bytes - HEADER_BYTES - body.shape[1]), np.uint8)
    return np.hstack([header, body, padding]).view(f"V{node_bytes}").ravel().tolist()
