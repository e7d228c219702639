"""Streets that turn back on themselves: the same ground walked twice becomes one edge.

Where a line turns by half a circle, both stretches beside the turn get each other's vertices as far as they lie on
each other. A network with a node at the turn then has their pieces twice, and keeps one of each.
"""

from __future__ import annotations

import numpy as np

from .lines import Runs, along_runs

ON_LINE_M = 1e-6


def unfolded(runs: Runs) -> Runs:
    """The runs with common vertices wherever one lies on itself beside a turn."""
    # Each round lays what a turn lacks; a zigzag needs several, for its legs get vertices from more than one turn.
    while True:
        run, at_m, xy = _lacking(runs)
        if not len(run):
            return runs
        owner = np.repeat(np.arange(len(runs.street)), np.diff(runs.first))
        along_m = np.concatenate([along_runs(runs.xy, runs.first), at_m])
        owner = np.concatenate([owner, run])
        order = np.lexsort((along_m, owner))
        first = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=len(runs.street)))])
        runs = Runs(np.concatenate([runs.xy, xy])[order], first, runs.street)


def turns(runs: Runs, numbers: np.ndarray) -> np.ndarray:
    """Whether a run turns back at each vertex: the ones before and after it are one place. numbers are those of the places."""
    inner = _inner(runs)
    turning = np.zeros(len(numbers), dtype=bool)
    turning[inner] = numbers[inner - 1] == numbers[inner + 1]
    return turning


def _inner(runs: Runs) -> np.ndarray:
    """The vertices between the ends of their runs."""
    inner = np.ones(len(runs.xy), dtype=bool)
    inner[runs.first[:-1]] = False
    inner[runs.first[1:] - 1] = False
    return np.flatnonzero(inner)


def _lacking(runs: Runs) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Run, metres along it and place of the vertices that stretches beside a turn lack of each other."""
    found: list[tuple[int, float, np.ndarray]] = []
    folded = _folded(runs)
    along_m = along_runs(runs.xy, runs.first) if len(folded) else np.zeros(0)
    # Hardly any street turns back on itself, and each that does goes its own way back.
    for turn in folded:
        run = int(np.searchsorted(runs.first, turn, side="right")) - 1
        for vertex, place in _laid_on(runs.xy, turn, runs.first[run], runs.first[run + 1]):
            found.append((run, along_m[vertex] + np.hypot(*(place - runs.xy[vertex])), place))
    run, at_m, xy = zip(*found) if found else ((), (), np.zeros((0, 2)))
    # Two turns may ask for the same vertex.
    _, once = np.unique(np.column_stack([run, at_m]), axis=0, return_index=True)
    return np.array(run, dtype=int)[once], np.array(at_m, dtype=float)[once], np.array(xy)[once]


def _folded(runs: Runs) -> np.ndarray:
    """The vertices where the shorter of the two legs lies on the longer one."""
    step = np.diff(runs.xy, axis=0)
    inner = _inner(runs)
    # Few lines turn sharply: only they are looked at closely.
    inner = inner[np.einsum("ij,ij->i", step[:-1], step[1:])[inner - 1] < 0]
    back, ahead = runs.xy[inner - 1] - runs.xy[inner], runs.xy[inner + 1] - runs.xy[inner]
    longer_m = np.sqrt(np.maximum((back * back).sum(axis=1), (ahead * ahead).sum(axis=1)))
    off = np.abs(back[:, 0] * ahead[:, 1] - back[:, 1] * ahead[:, 0])
    return inner[(off <= ON_LINE_M * longer_m) & ((back * ahead).sum(axis=1) > 0)]


def _laid_on(xy: np.ndarray, turn: int, low: int, high: int) -> list[tuple[int, np.ndarray]]:
    """What the two stretches lack, going from the turn both ways as long as they lie on each other: the vertex before, and the place."""
    lacking = []
    here, back, ahead = xy[turn], turn - 1, turn + 1
    while back >= low and ahead < high:
        one, other = xy[back], xy[ahead]
        if (one == other).all():
            here, back, ahead = one, back - 1, ahead + 1
        elif _is_on(other, here, one):
            lacking.append((back, other))
            here, ahead = other, ahead + 1
        elif _is_on(one, here, other):
            lacking.append((ahead - 1, one))
            here, back = one, back - 1
        else:
            break
    return lacking


def _is_on(place: np.ndarray, a: np.ndarray, b: np.ndarray) -> bool:
    """Whether a place lies between two others, on their straight line."""
    way, to = b - a, place - a
    length_m = np.hypot(*way)
    along_m = (way @ to) / length_m
    return bool(ON_LINE_M < along_m < length_m - ON_LINE_M and abs(way[0] * to[1] - way[1] * to[0]) <= ON_LINE_M * length_m)
