"""How evenly something is spread over people: the Lorenz curve and the Gini coefficient, each value weighted by its people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

STEPS = np.linspace(0, 1, 101)
FEWEST = 2  # values: one alone is neither even nor uneven


@dataclass(frozen=True)
class Ranked:
    """Values put in order once, to be weighted by one group of people after the other."""

    order: np.ndarray  # positions of the known values, the lowest first
    values: np.ndarray

    @staticmethod
    def of(values: np.ndarray) -> Ranked:
        """The known values, ranked."""
        known = np.flatnonzero(np.isfinite(values))
        order = known[np.argsort(values[known], kind="stable")]
        return Ranked(order, values[order])

    def curve(self, people: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Cumulated shares of the people and of what they hold, the worst-off first, from 0 to 1; empty where nothing is shared."""
        many = people[self.order]
        held = many * self.values
        if np.count_nonzero(many) < FEWEST or held.sum() <= 0:
            return np.zeros(0), np.zeros(0)
        at, share = (np.concatenate([[0.0], np.cumsum(part)]) / part.sum() for part in (many, held))
        return at, share

    def lorenz(self, people: np.ndarray) -> np.ndarray:
        """The share that the worst-off 0 %, 1 %, … 100 % of the people hold (of STEPS); NaN where there is nothing to share."""
        at, share = self.curve(people)
        return np.interp(STEPS, at, share) if len(at) else np.full(len(STEPS), np.nan)

    def gini(self, people: np.ndarray) -> float:
        """Half the mean difference of all pairs of people over the mean: 0 is even, near 1 one has all; NaN where nothing is known."""
        at, share = self.curve(people)
        return float(1 - (np.diff(at) * (share[1:] + share[:-1])).sum()) if len(at) else float("nan")


def ginis(values: np.ndarray, people: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    """As Ranked.gini, of each group of values by itself."""
    rows = np.flatnonzero(np.isfinite(values) & (people > 0))
    rows = rows[np.lexsort((values[rows], group[rows]))]
    many, held, at = people[rows], people[rows] * values[rows], group[rows]
    all_held = np.bincount(at, held, groups)
    before = np.concatenate([[0.0], np.cumsum(all_held)])[:-1]
    # Twice the area below the Lorenz curve of each group, not yet divided by what it has.
    below = np.bincount(at, many * (2 * (np.cumsum(held) - before[at]) - held), groups)
    whole = np.bincount(at, many, groups) * all_held
    enough = (np.bincount(at, minlength=groups) >= FEWEST) & (whole > 0)
    return np.where(enough, 1 - np.divide(below, whole, out=np.zeros(groups), where=whole > 0), np.nan)
