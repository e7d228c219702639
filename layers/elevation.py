"""Heights in metres from an elevation model: the window a run needs is read once, then places are asked bilinearly.

relief = read_relief("dem.tif", streets.total_bounds, crs="EPSG:4549")      # elevation_file
relief.heights_at(xy)      # metres; NaN where the model has no value
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np

Box = Sequence[float]  # west, south, east, north
Transform = Callable[[np.ndarray], np.ndarray]

EXACT_CELLS = 0.001  # how far the lattice may miss the exact place
FINEST_LATTICE = 256


@dataclass(frozen=True)
class Lattice:
    """Where places lie in the grid of heights: columns and rows at evenly spaced places, bilinear between them."""

    x_m: float
    y_m: float
    step_x_m: float
    step_y_m: float
    columns: np.ndarray  # (places north, places east)
    rows: np.ndarray

    def cells_at(self, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Column and row of each place, in cells from the corner of the grid."""
        x, y = (xy[:, 0] - self.x_m) / self.step_x_m, (xy[:, 1] - self.y_m) / self.step_y_m
        at = corners(self.columns.shape, x, y)
        return bilinear(self.columns, at), bilinear(self.rows, at)


@dataclass(frozen=True)
class Relief:
    """The heights of a window; the values stand at the middles of its cells."""

    heights_m: np.ndarray  # (rows, columns); NaN: no value
    lattice: Lattice
    cell_m: float  # size of a cell on the ground
    name: str = ""

    def heights_at(self, xy: np.ndarray) -> np.ndarray:
        """Metres at each place (x, y) of the run's CRS; NaN beyond the grid and where one of the four cells around has no value."""
        column, row = self.lattice.cells_at(xy)
        high, wide = self.heights_m.shape
        inside = (column >= 0) & (column <= wide) & (row >= 0) & (row <= high)
        found = np.full(len(xy), np.nan)
        # Half a cell along the rim lies beyond the outermost middles.
        x, y = np.clip(column[inside] - 0.5, 0, wide - 1), np.clip(row[inside] - 0.5, 0, high - 1)
        found[inside] = bilinear(self.heights_m, corners((high, wide), x, y))
        return found


@dataclass(frozen=True)
class Corners:
    """The four nodes of a grid around each place, and where between them it lies."""

    first: np.ndarray  # position of the north-western node among all
    right: int  # steps from it to the next node of the row, and of the column; 0 where there is none
    below: int
    u: np.ndarray  # share of the way to the next node of the row, and of the column; beyond 0 to 1 outside the grid
    v: np.ndarray


def corners(shape: tuple[int, int], x: np.ndarray, y: np.ndarray) -> Corners:
    """The corners around places at column x and row y of a grid."""
    high, wide = shape
    left = np.clip(np.floor(x), 0, max(wide - 2, 0))
    top = np.clip(np.floor(y), 0, max(high - 2, 0))
    return Corners((top * wide + left).astype(np.int64), int(wide > 1), wide if high > 1 else 0, x - left, y - top)


def bilinear(grid: np.ndarray, at: Corners) -> np.ndarray:
    """The grid's values between its nodes, carried on straight beyond it; nodes without weight do not count."""
    values = grid.ravel()
    nodes = [values[at.first + step].astype(float) for step in (0, at.right, at.below, at.below + at.right)]
    found = (nodes[0] * (1 - at.u) + nodes[1] * at.u) * (1 - at.v) + (nodes[2] * (1 - at.u) + nodes[3] * at.u) * at.v
    unknown = np.flatnonzero(np.isnan(found))
    if len(unknown):
        u, v = at.u[unknown], at.v[unknown]
        weights = ((1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v)
        found[unknown] = sum(np.where(weight == 0, 0.0, node[unknown] * weight) for node, weight in zip(nodes, weights))
    return found


def relief_of(heights_m: np.ndarray, *, west_m: float, north_m: float, cell_m: float, name: str = "") -> Relief:
    """The relief of a grid that lies in the run's CRS, its first row in the north."""
    high, wide = heights_m.shape
    across, down = np.array([[0.0, wide], [0.0, wide]]), np.array([[high, high], [0.0, 0.0]], dtype=float)
    return Relief(heights_m, Lattice(west_m, north_m - high * cell_m, wide * cell_m, high * cell_m, across, down), cell_m, name)


def lattice_of(bounds: Box, to_cells: Transform) -> Lattice:
    """The lattice over a box, as coarse as keeps every place within 0.001 cells of where to_cells puts it."""
    west, south, east, north = bounds
    east, north = max(east, west + 1), max(north, south + 1)
    steps = 1
    # A handful of doublings: 50 km of a degree grid need 32 or 64 steps.
    while True:
        made = _lattice((west, south, east, north), steps, to_cells)
        middles = _places((west, south, east, north), 2 * steps)
        missed = np.abs(np.column_stack(made.cells_at(middles)) - to_cells(middles))
        if steps >= FINEST_LATTICE or not (missed > EXACT_CELLS).any():
            return made
        steps *= 2


def _places(box: Box, steps: int) -> np.ndarray:
    west, south, east, north = box
    x, y = np.meshgrid(np.linspace(west, east, steps + 1), np.linspace(south, north, steps + 1))
    return np.column_stack([x.ravel(), y.ravel()])


def _lattice(box: Box, steps: int, to_cells: Transform) -> Lattice:
    west, south, east, north = box
    cells = to_cells(_places(box, steps)).reshape(steps + 1, steps + 1, 2)
    return Lattice(west, south, (east - west) / steps, (north - south) / steps, cells[..., 0], cells[..., 1])
