"""Connected parts of a graph, with numpy alone: layers may not import scipy."""

from __future__ import annotations

import numpy as np


def connected_parts(start: np.ndarray, end: np.ndarray, count: int) -> np.ndarray:
    """The part of each of count nodes, numbered from 0 by its lowest node; links join start[k] and end[k]."""
    lowest = np.arange(count)
    # Each round hands the lowest node over every link, then shortens the chains to it: few rounds serve any graph.
    while True:
        passed = lowest.copy()
        low = np.minimum(lowest[start], lowest[end])
        np.minimum.at(passed, lowest[start], low)
        np.minimum.at(passed, lowest[end], low)
        passed = _followed(passed)
        if np.array_equal(passed, lowest):
            return np.unique(lowest, return_inverse=True)[1].reshape(-1)
        lowest = passed


def _followed(lowest: np.ndarray) -> np.ndarray:
    further = lowest[lowest]
    return lowest if np.array_equal(further, lowest) else _followed(further)
