"""The nearest facility in the plane around walls, water and rail; a line of sight is looked at only where its answer counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from .detours import TIE_M, Legs, Plane, near_nodes, spots_at
from .lines import spans
from .sightlines import Spots, hidden
from .waygraph import Field

UNSEEN, SEEN, HIDDEN = 0, 1, 2


@dataclass(frozen=True)
class View:
    """Some doorplates, what each may see, and what is known of it: UNSEEN until a line of sight was looked at."""

    spots: Spots
    faces: tuple[np.ndarray, np.ndarray]
    to_nodes: Legs
    node_state: np.ndarray  # (legs,)

    @staticmethod
    def of(ground: Plane, xy: np.ndarray) -> View:
        """These doorplates, nothing looked at yet."""
        spots, faces = spots_at(ground.faces, xy)
        legs = near_nodes(ground.faces, ground.nodes, spots, faces, ground.range_m)
        return View(spots, faces, legs, np.zeros(len(legs.start), dtype=np.int8))

    @property
    def size(self) -> int:
        """How many doorplates."""
        return len(self.spots.xy)


@dataclass(frozen=True)
class Direct:
    """Straight legs to the facilities of one category, and whether each is free."""

    legs: Legs
    state: np.ndarray

    @staticmethod
    def of(ground: Plane, view: View, facilities: np.ndarray) -> Direct:
        """All legs within range, nothing looked at yet."""
        tree = cKDTree(ground.facilities.xy[facilities])
        near = cKDTree(view.spots.xy).sparse_distance_matrix(tree, ground.range_m, output_type="ndarray")
        order = np.argsort(near["i"], kind="stable")
        legs = Legs(near["i"][order].astype(int), facilities[near["j"][order]], near["v"][order])
        return Direct(legs, np.zeros(len(legs.start), dtype=np.int8))


def nearest_around(ground: Plane, view: View, direct: Direct, field: Field, label: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Metres in the plane to the nearest facility of each doorplate (inf beyond the range), and its label.

    Ways are tried in the order of their length if nothing stood between; the first that is free is the shortest.
    """
    metres, found = np.full(view.size, np.inf), np.full(view.size, -1)
    tries = _tries(ground, view, direct, field, label)
    while len(tries.point):
        best = tries.best()
        state = _looked_at(ground, view, direct, tries, best)
        free = best[state == SEEN]
        metres[tries.point[free]], found[tries.point[free]] = tries.metres[free], tries.label[free]
        tries = tries.without(best, done=state == SEEN)
    return metres, found


@dataclass(frozen=True)
class _Tries:
    """Ways still to be tried, by doorplate: to a node and on, or straight to a facility."""

    point: np.ndarray  # ascending
    leg: np.ndarray  # position among the legs to nodes; from len(legs) on among the direct ones
    metres: np.ndarray
    label: np.ndarray

    def take(self, rows: np.ndarray) -> _Tries:
        """The tries of these rows."""
        return _Tries(self.point[rows], self.leg[rows], self.metres[rows], self.label[rows])

    def best(self) -> np.ndarray:
        """The row of the shortest way of each doorplate; among equals the one to the facility of the lowest label."""
        first = np.flatnonzero(np.diff(self.point, prepend=-1))
        least = np.repeat(np.minimum.reduceat(self.metres, first), np.diff(np.append(first, len(self.point))))
        tied = np.flatnonzero(self.metres <= least + TIE_M)
        tied = tied[np.lexsort((self.label[tied], self.point[tied]))]
        return tied[np.diff(self.point[tied], prepend=-1) > 0]

    def without(self, rows: np.ndarray, *, done: np.ndarray) -> _Tries:
        """Without these rows, one of each doorplate, and without all of the doorplates that are done."""
        kept = np.ones(len(self.point), dtype=bool)
        kept[rows] = False
        first = np.flatnonzero(np.diff(self.point, prepend=-1))
        count = np.diff(np.append(first, len(self.point)))
        kept[spans(first[done], count[done])[0]] = False
        return self.take(np.flatnonzero(kept))


def _tries(ground: Plane, view: View, direct: Direct, field: Field, label: np.ndarray) -> _Tries:
    metres = view.to_nodes.metres + field.metres[view.to_nodes.end]
    by_node = np.flatnonzero((metres <= ground.range_m) & (view.node_state != HIDDEN))
    straight = np.flatnonzero(direct.state != HIDDEN)
    tries = _Tries(
        np.concatenate([view.to_nodes.start[by_node], direct.legs.start[straight]]),
        np.concatenate([by_node, straight + len(view.node_state)]),
        np.concatenate([metres[by_node], direct.legs.metres[straight]]),
        np.concatenate([field.label[view.to_nodes.end[by_node]], label[direct.legs.end[straight]]]),
    )
    return tries.take(np.argsort(tries.point, kind="stable"))


def _looked_at(ground: Plane, view: View, direct: Direct, tries: _Tries, rows: np.ndarray) -> np.ndarray:
    """Whether the first leg of each of these ways is free; what was looked at is remembered for the next question."""
    leg, nodes = tries.leg[rows], len(view.node_state)
    to_node = leg < nodes
    for at, legs, state, ends in (
        (leg[to_node], view.to_nodes, view.node_state, ground.nodes.spots),
        (leg[~to_node] - nodes, direct.legs, direct.state, ground.facilities),
    ):
        new = at[state[at] == UNSEEN]
        blocked = hidden(ground.faces, view.spots.take(legs.start[new]), ends.take(legs.end[new]))
        state[new] = np.where(blocked, HIDDEN, SEEN)
    state = np.empty(len(rows), dtype=np.int8)
    state[to_node], state[~to_node] = view.node_state[leg[to_node]], direct.state[leg[~to_node] - nodes]
    return state
