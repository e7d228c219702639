"""Whole numbers that add up to a published total."""

from __future__ import annotations

import heapq

import numpy as np


def scaled_to(values: np.ndarray, total: int) -> np.ndarray:
    """Whole numbers in the proportion of values that add up to total: the largest remainders are rounded up."""
    exact = values * (total / values.sum())
    whole = np.floor(exact).astype(np.int64)
    order = np.argsort(whole - exact, kind="stable")
    whole[order[: total - int(whole.sum())]] += 1
    return whole


def shared_out(weights: np.ndarray, seats: int, most: np.ndarray) -> np.ndarray:
    """Seats dealt out by weight, at least one to each and not more than most: each to the heaviest per seat."""
    dealt = np.ones(len(weights), dtype=int)
    queue = [(-weight / 1.5, place) for place, weight in enumerate(weights) if most[place] > 1]
    heapq.heapify(queue)
    # Each seat depends on the seats before it.
    for _ in range(seats - len(weights)):
        _, place = heapq.heappop(queue)
        dealt[place] += 1
        if dealt[place] < most[place]:
            heapq.heappush(queue, (-weights[place] / (dealt[place] + 0.5), place))
    return dealt
