"""Verdicts by interval: what the certain and the possible share say about a target."""

from __future__ import annotations

import numpy as np

PASS, FAIL, NO_DATA, NOT_JUDGED = "pass", "fail", "no_data", "not_judged"
CONCLUSIONS = (PASS, FAIL)
LEAST_DOORPLATES = 5
# Shares are quotients of sums: equality with a target is meant up to this much.
TOLERANCE = 1e-9


def meets(share: np.ndarray | float, target: float, *, compare: str = ">=") -> np.ndarray:
    """Whether each share meets the target by the profile's comparison, ">=" or ">"; equality counts for ">="."""
    shares = np.asarray(share, dtype=float)
    return shares > target + TOLERANCE if compare == ">" else shares >= target - TOLERANCE


def verdicts(
    low: np.ndarray, high: np.ndarray, *, target: float | None, compare: str, doorplates: np.ndarray, total: np.ndarray
) -> np.ndarray:
    """One verdict per area from its certain share (low) and its possible share (high).

    pass: low meets the target; fail: high misses it; no_data: the target lies between, or the shares are NaN (category
    not surveyed), or there is no weight or fewer than 5 doorplates; not_judged: no target is set.
    """
    if target is None:
        return np.full(len(low), NOT_JUDGED, dtype=object)
    found = np.full(len(low), NO_DATA, dtype=object)
    known = np.isfinite(low) & np.isfinite(high) & (total > 0) & (doorplates >= LEAST_DOORPLATES)
    found[known & ~meets(high, target, compare=compare)] = FAIL
    found[known & meets(low, target, compare=compare)] = PASS
    return found


def withheld(found: np.ndarray) -> np.ndarray:
    """The verdicts of an estimate: no conclusion rests on it, whatever its shares say."""
    return np.where(np.isin(found, CONCLUSIONS), NO_DATA, found).astype(object)


def unproven(found: np.ndarray, poor: np.ndarray) -> np.ndarray:
    """The verdicts where the walking network is poor: it can only miss ways, so a pass stays and a fail is not proven."""
    return np.where(poor & (found == FAIL), NO_DATA, found).astype(object)
