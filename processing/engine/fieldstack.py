"""Searched costs of many categories and gate rules at once, mended where a change can reach instead of searched again.

A stack holds one row of node costs for each pair of a rule about gates and a category. All rows share the streets, parted
at every gate; the open gates of each rule are passes without cost. A change takes away sources (a facility is closed)
and passes (a gate is shut) or brings new ones. What rested on something taken away is forgotten, and everything that has
become cheaper spreads from where it begins: as many steps as the change reaches, not as the city has. Where these are
too many after all (long chains), or costs fall again and again, a queue takes over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .graph import SECONDS
from .lines import spans
from .search import SearchGraph
from .spreading import NO_LABEL, TIE
from .stackqueue import queued

# Beyond so many rounds, or positions whose cost fell, a queue is quicker.
FEW_ROUNDS, NODES_A_ROUND, FALLS_A_POSITION = 500, 100, 6


@dataclass(frozen=True)
class Web:
    """The arcs between nodes in the direction of a search, packed by the node they leave; costs in seconds and metres."""

    first: np.ndarray  # (nodes + 1,)
    head: np.ndarray
    costs: np.ndarray  # (2, arcs): seconds, metres

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return len(self.first) - 1


@dataclass(frozen=True)
class Stack:
    """Cost, the other unit and the label of the nearest place, each of shape (rows, nodes)."""

    web: Web
    in_metres: np.ndarray  # (rows,) 1 where metres are minimised, else 0
    rule: np.ndarray  # (rows,) which of the sets of passes holds
    passes: tuple[np.ndarray, ...]  # by rule: (passes, 2) from node, to node in the direction of the search
    cost: np.ndarray
    other: np.ndarray
    label: np.ndarray


@dataclass(frozen=True)
class Sources:
    """What a search starts with: offers of a cost at a node of a row."""

    row: np.ndarray
    node: np.ndarray
    cost: np.ndarray
    other: np.ndarray
    label: np.ndarray


def web_of(graph: SearchGraph) -> Web:
    """The arcs of a search graph, those to dead ends among them."""
    parts = (graph.arrows, graph.last)
    tail, head, cost, other = (np.concatenate([getattr(part, name) for part in parts]) for name in ("tail", "head", "cost", "other"))
    order = np.argsort(tail, kind="stable")
    first = np.concatenate([[0], np.cumsum(np.bincount(tail, minlength=len(graph.arrows.first) - 1))])
    costs = np.stack([cost, other] if graph.unit == SECONDS else [other, cost])
    return Web(first, head[order].astype(np.int64), costs[:, order])


def mended(stack: Stack, passes: tuple[np.ndarray, ...], sources: Sources, *, gone: np.ndarray) -> Stack:
    """The stack after a change: with these passes and sources, and without the labels of gone (rows of row, label).

    sources are all that hold now, old and new ones; a place that was moved is gone and a source anew.
    """
    stack, passes = replace(stack, passes=_by_tail(stack.passes)), _by_tail(passes)
    lost = _lost(stack, passes, gone)
    fresh = replace(stack, passes=passes, cost=stack.cost.copy(), other=stack.other.copy(), label=stack.label.copy())
    for values, nothing in ((fresh.cost, np.inf), (fresh.other, np.inf), (fresh.label, NO_LABEL)):
        values.ravel()[lost] = nothing
    nodes = stack.web.nodes
    begun = _take(fresh, sources.row * nodes + sources.node, sources.cost, sources.other, sources.label)
    _spread(fresh, np.concatenate([begun, _around(stack, lost), _tails_of_new(stack, passes)]))
    return fresh


def _by_tail(passes: tuple[np.ndarray, ...]) -> tuple[np.ndarray, ...]:
    return tuple(table[np.argsort(table[:, 0], kind="stable")] for table in passes)


def _lost(stack: Stack, passes: tuple[np.ndarray, ...], gone: np.ndarray) -> np.ndarray:
    """Flat positions of all that may rest on a label or pass that was taken away."""
    nodes = stack.web.nodes
    found = [row * nodes + np.flatnonzero(stack.label[row] == label) for row, label in gone]
    for rule, (old, new) in enumerate(zip(stack.passes, passes)):
        shut = old[~np.isin(old @ (nodes, 1), new @ (nodes, 1))]
        rows = np.flatnonzero(stack.rule == rule)
        tail, head = ((rows[:, None] * nodes + shut[:, end]).ravel() for end in (0, 1))
        cost = stack.cost.ravel()
        found.append(head[np.isfinite(cost[tail]) & (cost[tail] <= cost[head] + TIE)])
    return _downstream(stack, np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *found])))


def _downstream(stack: Stack, start: np.ndarray) -> np.ndarray:
    """The given positions and all to which a walk as short as the shortest leads over one of them."""
    known = np.zeros(stack.cost.size, dtype=bool)
    known[start] = True
    front, cost = start, stack.cost.ravel()
    while len(front):
        tail, head, step, _ = _steps(stack, front)
        tight = np.isfinite(cost[tail]) & (cost[tail] + step <= cost[head] + TIE) & ~known[head]
        front = np.unique(head[tight])
        known[front] = True
    return np.flatnonzero(known)


def _around(stack: Stack, lost: np.ndarray) -> np.ndarray:
    """The neighbours of lost positions: every street runs both ways, so that what leads to them is what they lead to."""
    _, head, _, _ = _steps(stack, lost)
    nodes = stack.web.nodes
    tables = _by_tail(tuple(table[:, ::-1] for table in stack.passes))
    back = [_by_pass(nodes, table, lost[stack.rule[lost // nodes] == rule])[1] for rule, table in enumerate(tables)]
    return np.setdiff1d(np.concatenate([head, *back]), lost)


def _tails_of_new(stack: Stack, passes: tuple[np.ndarray, ...]) -> np.ndarray:
    nodes, found = stack.web.nodes, [np.zeros(0, dtype=np.int64)]
    for rule, (old, new) in enumerate(zip(stack.passes, passes)):
        opened = new[~np.isin(new @ (nodes, 1), old @ (nodes, 1))]
        found.append((np.flatnonzero(stack.rule == rule)[:, None] * nodes + opened[:, 0]).ravel())
    return np.concatenate(found)


def _spread(stack: Stack, front: np.ndarray) -> None:
    # Writes into the stack; each round carries what has become better one arc farther.
    cost, other, label = stack.cost.ravel(), stack.other.ravel(), stack.label.ravel()
    front = np.unique(front)
    rounds, falls = 0, 0
    while len(front):
        rounds, falls = rounds + 1, falls + len(front)
        if rounds > FEW_ROUNDS + stack.web.nodes / NODES_A_ROUND or falls > FALLS_A_POSITION * cost.size + FEW_ROUNDS:
            queued(stack, front)
            return
        tail, head, step, other_step = _steps(stack, front[np.isfinite(cost[front])])
        front = _take(stack, head, cost[tail] + step, other[tail] + other_step, label[tail])


def _take(stack: Stack, at: np.ndarray, cost: np.ndarray, other: np.ndarray, label: np.ndarray) -> np.ndarray:
    """Write the offers that are better than what stands there; returns where. Ties as in search: label, then the other unit."""
    costs, others, labels = stack.cost.ravel(), stack.other.ravel(), stack.label.ravel()
    tied = (cost <= costs[at] + TIE) & np.isfinite(cost)
    finer = (label < labels[at]) | ((label == labels[at]) & (other < others[at] - TIE))
    wins = (cost < costs[at] - TIE) | (tied & finer)
    at, cost, other, label = at[wins], cost[wins], other[wins], label[wins]
    if not len(at):
        return at
    order = np.lexsort((cost, at))
    begin = np.flatnonzero(np.diff(at[order], prepend=-1))
    least = np.repeat(cost[order][begin], np.diff(begin, append=len(at)))
    tied = order[cost[order] <= least + TIE]
    order = tied[np.lexsort((other[tied], label[tied], at[tied]))]
    first = np.flatnonzero(np.diff(at[order], prepend=-1))
    chosen, place = order[first], at[order[first]]
    costs[place], others[place], labels[place] = np.minimum(cost[chosen], costs[place]), other[chosen], label[chosen]
    return place


def _steps(stack: Stack, front: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Every arc and pass out of the given positions: tail, head, cost, other."""
    web, nodes = stack.web, stack.web.nodes
    row, node = np.divmod(front, nodes)
    count = (web.first[1:] - web.first[:-1])[node]
    arc, _ = spans(web.first[node], count)
    tail, unit = np.repeat(front, count), np.repeat(stack.in_metres[row], count)
    parts = [(tail, np.repeat(row * nodes, count) + web.head[arc], web.costs[unit, arc], web.costs[1 - unit, arc])]
    for rule, table in enumerate(stack.passes):
        tails, heads = _by_pass(nodes, table, front[stack.rule[row] == rule])
        parts.append((tails, heads, np.zeros(len(tails)), np.zeros(len(tails))))
    return tuple(np.concatenate(column) for column in zip(*parts))


def _by_pass(nodes: int, table: np.ndarray, front: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    if not len(table) or not len(front):
        return front[:0], front[:0]
    row, node = np.divmod(front, nodes)
    low = np.searchsorted(table[:, 0], node)
    count = np.searchsorted(table[:, 0], node, side="right") - low
    at, _ = spans(low, count)
    return np.repeat(front, count), np.repeat(row * nodes, count) + table[at, 1]
