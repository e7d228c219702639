"""Snaps points to the exact nearest place on a walkable edge, never to a node only.

The nearest place wins; places equally near (to 1e-9 m) go to the lowest edge, that is the lowest street_id.
With barriers the straight leg may not cross a wall, water or rail: the nearest place that can be seen in a
straight line is taken (sight.py). Beyond limit_m nothing is snapped.

    places = snap(network, xy, limit_m=200)   # edge -1 and leg inf where there is none
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...layers.progress import SILENT, Progress, waited
from .barriers import Barriers
from .graph import Network
from .nearestpieces import coarse_grid, nearest_pieces
from .pieces import Places, pieces_of, places_at
from .sight import View, past_barriers

if TYPE_CHECKING:
    from .rings import Rings


def snap(
    network: Network,
    xy: np.ndarray,
    *,
    limit_m: float,
    barriers: Barriers | None = None,
    rings: Rings | None = None,
    progress: Progress = SILENT,
) -> Places:
    """The nearest place on the network within limit_m of each point (x, y) that a straight leg can reach; rings are those of the walls."""
    pieces = pieces_of(network)
    coarse = waited(progress, 0, lambda: coarse_grid(pieces, len(xy)))
    best = nearest_pieces(pieces, xy, limit_m=limit_m, coarse=coarse, progress=progress.part(0, 0.7))
    places = places_at(pieces, best.piece, best.share, np.sqrt(best.square), np.zeros(len(xy), dtype=bool))
    if barriers is None or not barriers.size:
        return places
    view = View.of(network, pieces, barriers, coarse, rings)
    return past_barriers(view, xy, places, limit_m=limit_m, progress=progress.part(0.7, 1))
