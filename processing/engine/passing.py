"""Which estate gates a walk passes: on its streets where they lead through walls, and on its access legs."""

from __future__ import annotations

import numpy as np
import pandas as pd

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
    seen = pd.DataFrame({"walk": trail.walk[piece], "place": at.place[ray], "side": side, "piece": piece})
    passed = seen.groupby(["walk", "place"]).agg(sides=("side", "nunique"), piece=("piece", "min")).query("sides > 1").reset_index()
    passed = passed.sort_values(["walk", "piece"], kind="stable")
    return passed["walk"].to_numpy(), crossings.gate[passed["place"].to_numpy()]
