"""Least costs over plain arcs."""

from __future__ import annotations

import numpy as np
from community3d.processing.engine.outward import least_costs


def test_the_cheapest_way_counts_and_arcs_have_a_direction():
    # 0 → 1 for 5 and for 3, 1 → 2 for nothing; nothing leads to 3. From node 0 at 10 and at 7.
    tail, head, cost = np.array([0, 0, 1, 3]), np.array([1, 1, 2, 0]), np.array([5.0, 3.0, 0.0, 1.0])
    found = least_costs(tail, head, cost, sources=np.array([0, 0]), first_cost=np.array([10.0, 7.0]), nodes=4)
    assert found.tolist() == [7, 10, 10, np.inf]
