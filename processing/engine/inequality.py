"""How evenly something is spread over people: the Lorenz curve and the Gini coefficient, each value weighted by its people."""

from __future__ import annotations

import numpy as np

STEPS = np.linspace(0, 1, 101)
FEWEST = 2  # values: one alone is neither even nor uneven


def lorenz(values: np.ndarray, people: np.ndarray) -> np.ndarray:
    """The share that the worst-off 0 %, 1 %, … 100 % of the people hold (of STEPS); NaN where there is nothing to share."""
    rows = np.flatnonzero(_counted(values, people))
    rows = rows[np.argsort(values[rows], kind="stable")]
    many, held = people[rows], people[rows] * values[rows]
    if len(rows) < FEWEST or held.sum() <= 0:
        return np.full(len(STEPS), np.nan)
    at, share = (np.concatenate([[0.0], np.cumsum(part)]) / part.sum() for part in (many, held))
    return np.interp(STEPS, at, share)


def weighted_gini(values: np.ndarray, people: np.ndarray) -> float:
    """Half the mean difference of all pairs of people over the mean: 0 is even, near 1 one has all; NaN where nothing is known."""
    return float(ginis(values, people, np.zeros(len(values), dtype=np.intp), 1)[0])


def ginis(values: np.ndarray, people: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    """As weighted_gini, of each group; group is that of each value."""
    rows = np.flatnonzero(_counted(values, people))
    rows = rows[np.lexsort((values[rows], group[rows]))]
    many, held, at = people[rows], people[rows] * values[rows], group[rows]
    all_held = np.bincount(at, held, groups)
    before = np.concatenate([[0.0], np.cumsum(all_held)])[:-1]
    # Twice the area below the Lorenz curve of each group, not yet divided by what it has.
    below = np.bincount(at, many * (2 * (np.cumsum(held) - before[at]) - held), groups)
    whole = np.bincount(at, many, groups) * all_held
    enough = (np.bincount(at, minlength=groups) >= FEWEST) & (whole > 0)
    return np.where(enough, 1 - np.divide(below, whole, out=np.zeros(groups), where=whole > 0), np.nan)


def _counted(values: np.ndarray, people: np.ndarray) -> np.ndarray:
    return np.isfinite(values) & (people > 0)
