"""Whether two places see each other past walls, water and rail land, however far apart they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .barriers import END_FREE_M, crosses
from .cells import PAIRS_AT_ONCE, chunks, listed_counts, pairs
from .faces import PIECE_M, Faces


@dataclass(frozen=True)
class Spots:
    """Places one looks from and to."""

    xy: np.ndarray  # (spots, 2) local
    water: np.ndarray  # (spots,) the water or rail polygon it stands in; -1 for none
    on_line: np.ndarray  # (spots,) whether it stands on a barrier line; corners do not count, they know their free side

    def take(self, rows: np.ndarray) -> Spots:
        """The spots of these rows."""
        return Spots(self.xy[rows], self.water[rows], self.on_line[rows])


def hidden(faces: Faces, start: Spots, end: Spots) -> np.ndarray:
    """Whether a barrier stands between each pair of spots.

    A line may touch a barrier with its ends and run along it. Who stands in water or on rail land may leave it.
    """
    result = _crossed(faces, start, end)
    # Between two places on banks a line may lie in the water without crossing any bank.
    both = np.flatnonzero(~result & start.on_line & end.on_line)
    middle = shapely.points((start.xy[both] + end.xy[both]) / 2)
    result[both[faces.water_tree.query(middle, predicate="within")[0]]] = True
    return result


def _crossed(faces: Faces, start: Spots, end: Spots) -> np.ndarray:
    barriers = faces.barriers
    result = np.zeros(len(start.xy), dtype=bool)
    way = end.xy - start.xy
    length = np.hypot(way[:, 0], way[:, 1])
    count = np.where(length > 2 * END_FREE_M, np.ceil(length / PIECE_M), 0).astype(int)
    line = np.repeat(np.arange(len(count)), count)
    piece = np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)
    middle = start.xy[line] + way[line] * ((piece + 0.5) / count[line])[:, None]
    grid = barriers.grids[0][1]
    cell = grid.cells(middle)
    line, cell = line[cell >= 0], cell[cell >= 0]
    for part in chunks(listed_counts(grid, cell), PAIRS_AT_ONCE):
        segment, row, _ = pairs(grid, cell[part])
        at = line[part][row]
        hit = crosses(barriers.segments, segment, start.xy[at], end.xy[at])
        at, polygon = at[hit], barriers.polygon[segment[hit]]
        own = (polygon >= 0) & ((polygon == start.water[at]) | (polygon == end.water[at]))
        result[at[~own]] = True
    return result
