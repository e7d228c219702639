"""The main lines of the city before it is bent: main roads and canals, and the superblocks between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .sizes import Size

# Metres from the middle of a canal to the middle of the road on its bank, and to the water's edge.
BANK_M = {"canal_main": 40.0, "canal_branch": 24.0, "canal_small": 11.5}
WATER_M = {"canal_main": 21.0, "canal_branch": 11.0, "canal_small": 5.0}


@dataclass(frozen=True)
class Lattice:
    """Lines at x (west to east) and y (south to north) in logical metres; superblock (i, j) lies between x[i] and x[i + 1]."""

    x: np.ndarray
    y: np.ndarray
    vertical: np.ndarray  # kind of line i along superblock row j, shape (len(x), len(y) - 1)
    horizontal: np.ndarray  # kind of line j along superblock column i, shape (len(x) - 1, len(y))
    inside: np.ndarray  # superblock belongs to the district, shape (len(x) - 1, len(y) - 1)
    old: np.ndarray  # superblock belongs to an old quarter
    lake: np.ndarray  # superblock stays whole: a park with a lake


def make_lattice(size: Size, rng: np.random.Generator) -> Lattice:
    """Main roads about spacing_m apart, canals instead of some of them."""
    out = size.outside_superblocks
    columns, rows = size.columns + 2 * out, size.rows + 2 * out
    x, y = _positions(columns, size.spacing_m, rng), _positions(rows, size.spacing_m, rng)
    canal_rows = _canal_rows(size, rows)
    inside = _inside(size, rng)
    old = _old(size, inside, canal_rows, rng)
    horizontal = np.tile(_road_kinds(rows + 1, rng), (columns, 1))
    for order, row in enumerate(canal_rows):
        main = size.rows > 3 and (order == len(canal_rows) // 2 or (order % 2 == 0 and size.rows > 20))
        horizontal[:, row] = "canal_main" if main else "canal_branch"
    vertical = np.tile(_road_kinds(columns + 1, rng)[:, None], (1, rows))
    _dig_vertical(vertical, size, canal_rows, old, rng)
    return Lattice(x, y, vertical, horizontal, inside, old, _lakes(size, inside & ~old, rng))


def _lakes(size: Size, free: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """About one superblock in forty."""
    cells = np.argwhere(free)
    lakes = np.zeros_like(free)
    lakes[tuple(cells[rng.permutation(len(cells))[: round(size.columns * size.rows / 40)]].T)] = True
    return lakes


def _positions(count: int, spacing_m: float, rng: np.random.Generator) -> np.ndarray:
    steps = spacing_m * rng.uniform(0.8, 1.22, count)
    places = np.concatenate([[0.0], np.cumsum(steps)])
    return places - places[-1] / 2


def _road_kinds(count: int, rng: np.random.Generator) -> np.ndarray:
    """Every third main road is a primary one."""
    kinds = np.full(count, "secondary", dtype=object)
    kinds[rng.integers(3) :: 3] = "primary"
    return kinds


def _canal_rows(size: Size, rows: int) -> np.ndarray:
    middle = size.outside_superblocks + size.rows // 2
    below = np.arange(middle, 0, -size.canal_band)[::-1]
    return np.concatenate([below, np.arange(middle + size.canal_band, rows, size.canal_band)])


def _inside(size: Size, rng: np.random.Generator) -> np.ndarray:
    """A rounded shape with an uneven rim; a district of few superblocks takes them all."""
    out = size.outside_superblocks
    mask = np.zeros((size.columns + 2 * out, size.rows + 2 * out), dtype=bool)
    east, north = np.meshgrid(np.linspace(-1, 1, size.columns), np.linspace(-1, 1, size.rows), indexing="ij")
    angle = np.arctan2(north, east)
    rim = 1.2 + 0.1 * np.sin(2 * angle + rng.uniform(0, 6.28)) + 0.08 * np.sin(5 * angle + rng.uniform(0, 6.28))
    kept = np.hypot(east, north) < rim if size.columns * size.rows > 12 else np.ones_like(east, dtype=bool)
    mask[out : out + size.columns, out : out + size.rows] = kept
    return mask


def _old(size: Size, inside: np.ndarray, canal_rows: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Old quarters lie between two canals, well inside the district."""
    columns, rows = inside.shape
    i, j = np.meshgrid(np.arange(columns), np.arange(rows), indexing="ij")
    old = np.zeros_like(inside)
    bands = [row for row in canal_rows if size.outside_superblocks <= row < rows - size.outside_superblocks]
    for _ in range(size.old_quarters):
        west, east = (0.25, 0.4) if size.old_quarters == 1 else (0.15, 0.85)
        centre = size.outside_superblocks + rng.uniform(west, east) * size.columns
        row = bands[rng.integers(len(bands))] if size.old_quarters > 1 else bands[len(bands) // 2]
        middle = row + (min(size.canal_band, rows - size.outside_superblocks - row) - 1) / 2
        distance = np.where(inside, np.hypot(i - centre, 1.2 * (j - middle)), np.inf)
        old.ravel()[np.argsort(distance, axis=None, kind="stable")[: size.old_superblocks]] = True
    return old & inside


def _dig_vertical(vertical: np.ndarray, size: Size, canal_rows: np.ndarray, old: np.ndarray, rng: np.random.Generator) -> None:
    """Turn lines into canals between two west-east canals, so that every canal ends in another."""
    lines, rows = vertical.shape
    through = np.arange(rng.integers(2, 4) + size.outside_superblocks, lines - 1, 5)
    edges = np.unique(np.concatenate([[0], canal_rows, [rows]]))
    for start, end in zip(edges[:-1], edges[1:]):
        for line in through:
            if size.columns > 5 and rng.random() < 0.75:
                vertical[line, start:end] = "canal_branch"
        built = old[:, start:end].any(axis=1)
        for line in np.flatnonzero(built[1:] & built[:-1]) + 1:
            # Lines beside a canal stay roads: every superblock keeps one.
            if not any(str(kind).startswith("canal") for kind in vertical[line - 1 : line + 2, start]):
                vertical[line, start:end] = "canal_small"
