"""Which estate gates a walk passes: on its streets where they lead through walls, and on its access legs."""

from __future__ import annotations

import numpy as np

from .access import equal_pairs
from .gates import GatedCrossings
from .graph import Network
from .tracing import Trail

BESIDE_M = 1e-6  # how far beside a gate a walk must be seen to have passed it


def gates_on_streets(crossings: GatedCrossings | None, network: Network, trail: Trail) -> tuple[np.ndarray, np.ndarray]:
    """Walk and gate (position in the gates frame) of every gate passed on streets, in walking order.

    A walk passes a gate when it is on street both before and behind it.
    """
    if crossings is None or not len(crossings.gate):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    at = crossings.at
    ray = np.flatnonzero(crossings.gate[at.place] >= 0)
    piece = np.flatnonzero(trail.edge >= 0)
    edge = trail.edge[piece]
    low_m = np.minimum(trail.from_m, trail.to_m)[piece] + network.parent_from_m[edge]
    high_m = np.maximum(trail.from_m, trail.to_m)[piece] + network.parent_from_m[edge]
    one, two = equal_pairs(at.edge[ray], network.parent[edge])
    ray, low_m, high_m, piece = ray[one], low_m[two], high_m[two], piece[two]
    beside_m = at.offset_m[ray] + np.where(at.forward[ray], BESIDE_M, -BESIDE_M)
    walked = np.flatnonzero((low_m <= beside_m) & (beside_m <= high_m))
    ray, piece = ray[walked], piece[walked]
    # A gate for residents has an inside and an outside, other gates stand between the sectors of their walls.
    side = np.where(crossings.inside[ray] >= 0, crossings.inside[ray], at.sector[ray])
    walk, gate_place, piece = _crossed(trail.walk[piece], at.place[ray], side, piece)
    order = np.lexsort((gate_place, piece, walk))
    return walk[order], crossings.gate[gate_place[order]]


def _crossed(walk: np.ndarray, place: np.ndarray, side: np.ndarray, piece: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Walk, place and first piece of every pair of walk and place that is seen on two sides."""
    order = np.lexsort((place, walk))
    walk, place, side, piece = (values[order] for values in (walk, place, side, piece))
    first = np.flatnonzero(np.diff(walk, prepend=-1) | np.diff(place, prepend=-1))
    if not len(first):
        return walk, place, piece
    on_two = np.minimum.reduceat(side, first) != np.maximum.reduceat(side, first)
    return walk[first][on_two], place[first][on_two], np.minimum.reduceat(piece, first)[on_two]
