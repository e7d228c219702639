"""The two-step floating catchment: how many places there are for each person, and how full each facility is.

Step one divides the capacity of a place among those who can walk to it, the nearer counting more: R = S ÷ Σ P·f. Step two
adds up for each home what its places offer: A = Σ R·f, places per person. Handed out is what there is: Σ P·A = Σ S over
the places that anybody in need can walk to.

A counts a person at every place within reach. How full places are is asked otherwise: each person counts once, shared
among the places within reach by S·f (nobody goes to a place without any unless there is no other). A place serves as many
as it has room for: served ≤ capacity, and what all places serve is what all homes get.

f is the Gaussian of W. Luo and F. Wang's method as T. Dai wrote it (2010): 1 at the door, 0 at the limit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .catchments import Catchments

GAUSSIAN, EVEN = DECAYS = ("gaussian", "none")
# At the limit itself the Gaussian is 0, but equality counts as reached.
LEAST_WEIGHT = 1e-6
AT_LIMIT = float(np.exp(-0.5))


@dataclass(frozen=True)
class Flows:
    """What two_step found; NaN is not known."""

    # by home
    per_person: np.ndarray  # places per person; 0 where none is within reach
    served: np.ndarray  # share of the home's people who find a place
    known: np.ndarray  # places of known capacity within reach
    unknown: np.ndarray  # places of unknown capacity within reach
    # by place
    in_reach: np.ndarray  # people within the limit, each at every place
    demand: np.ndarray  # the same people weighted by how near they are
    ratio: np.ndarray  # capacity per demand; NaN where nobody in need is within reach or the capacity is not known
    assigned: np.ndarray  # people, each counted once
    taken: np.ndarray  # of these as many as there are places
    unsure: np.ndarray  # of the assigned those who may go elsewhere: a place of unknown capacity is within their reach

    @property
    def over(self) -> np.ndarray:
        """People assigned to each place who find none."""
        return self.assigned - self.taken


def decay(share_of_limit: np.ndarray, kind: str) -> np.ndarray:
    """The weight of walks that cost this share of the limit."""
    if kind == EVEN:
        return np.ones(len(share_of_limit))
    falling = (np.exp(-0.5 * np.square(share_of_limit)) - AT_LIMIT) / (1 - AT_LIMIT)
    return np.maximum(falling, LEAST_WEIGHT)


def two_step(pairs: Catchments, need: np.ndarray, capacity: np.ndarray, *, limit: float, kind: str = GAUSSIAN) -> Flows:
    """Both steps and who finds a place; need is people by home, capacity that of each place, NaN where it is not known."""
    weight = decay(pairs.cost / limit, kind)
    is_known = np.isfinite(capacity)
    room = np.where(is_known, capacity, 0.0)
    demand = pairs.by_place(need[pairs.home] * weight)
    ratio = np.divide(capacity, demand, out=np.full(len(capacity), np.nan), where=is_known & (demand > 0))
    per_person = pairs.by_home(np.nan_to_num(ratio)[pairs.place] * weight)
    known = pairs.by_home(is_known[pairs.place])
    unknown = pairs.by_home(~is_known[pairs.place])
    share = _shares(pairs, room, weight, is_known)
    assigned = pairs.by_place(share * need[pairs.home])
    taken = np.minimum(assigned, room)
    # Nobody is turned away where nobody asks, unless there is no room at all.
    finds = np.divide(taken, assigned, out=(room > 0).astype(float), where=assigned > 0)
    served = pairs.by_home(share * finds[pairs.place])
    only_unknown = (known == 0) & (unknown > 0)
    return Flows(
        np.where(only_unknown, np.nan, per_person),
        np.where(only_unknown, np.nan, served),
        known.astype(np.int64),
        unknown.astype(np.int64),
        pairs.by_place(need[pairs.home]),
        demand,
        ratio,
        np.where(is_known, assigned, np.nan),
        np.where(is_known, taken, np.nan),
        np.where(is_known, pairs.by_place(share * (need * (unknown > 0))[pairs.home]), np.nan),
    )


def _shares(pairs: Catchments, room: np.ndarray, weight: np.ndarray, is_known: np.ndarray) -> np.ndarray:
    """How the people of each pair's home divide themselves among the places: by room × weight, by weight where there is no room."""
    pull = room[pairs.place] * weight
    near = weight * is_known[pairs.place]
    nowhere = pairs.by_home(pull) <= 0
    pull = np.where(nowhere[pairs.home], near, pull)
    total = pairs.by_home(pull)[pairs.home]
    return np.divide(pull, total, out=np.zeros(pairs.size), where=total > 0)


def handed_out(flows: Flows, need: np.ndarray) -> float:
    """All places as people get them: Σ P·A."""
    return float(np.nansum(need * flows.per_person))


def in_use(flows: Flows, capacity: np.ndarray) -> float:
    """All places that anybody in need can walk to: Σ S."""
    return float(capacity[np.isfinite(flows.ratio)].sum())
