"""Small counts of people are hidden, and so is what would give them away."""

from __future__ import annotations

import numpy as np

from ...layers.privacy import rules


def least_shown() -> int:
    """k: counts of people of a group below this are not shown."""
    return rules().min_count_to_show


def hidden(counts: np.ndarray) -> np.ndarray:
    """Which counts of people are above zero and below k; NaN is not hidden."""
    with np.errstate(invalid="ignore"):
        return (counts > 0) & (counts < least_shown())


def is_hidden(count: float) -> bool:
    """Whether a single count of people is hidden."""
    return 0 < count < least_shown()


def hidden_parts(parts: np.ndarray) -> np.ndarray:
    """Which parts of each row are hidden where the row's total is shown.

    Shape (rows, parts). One hidden part could be computed from the total, so the next smallest is hidden too.
    """
    small = hidden(parts)
    alone = small.sum(axis=1) == 1
    others = np.where(small | ~(parts > 0), np.inf, parts)
    second = others.argmin(axis=1)
    rows = np.flatnonzero(alone & np.isfinite(others.min(axis=1, initial=np.inf)))
    result = small.copy()
    result[rows, second[rows]] = True
    return result
