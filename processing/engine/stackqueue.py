"""Ends the mending of searched costs by a queue, for networks on which going on hop by hop takes too many rounds."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

import numpy as np

from .spreading import TIE

if TYPE_CHECKING:
    from .fieldstack import Stack

Links = dict[int, list[tuple[int, float, float]]]  # by node: head, cost, the other unit


def queued(stack: Stack, front: np.ndarray) -> None:
    """Writes into the stack what spreads from these flat positions, row by row."""
    row, node = np.divmod(front, stack.web.nodes)
    links: dict[tuple[int, int], Links] = {}
    for one in np.unique(row).tolist():
        key = int(stack.in_metres[one]), int(stack.rule[one])
        if key not in links:
            links[key] = _links(stack, *key)
        columns = [values[one].tolist() for values in (stack.cost, stack.other, stack.label)]
        _spread(links[key], node[row == one].tolist(), *columns)
        for values, column in zip((stack.cost, stack.other, stack.label), columns):
            values[one] = column


def _links(stack: Stack, unit: int, rule: int) -> Links:
    web, passes = stack.web, stack.passes[rule]
    tail = np.repeat(np.arange(web.nodes), np.diff(web.first))
    found: Links = {node: [] for node in range(web.nodes)}
    for one, *link in zip(tail.tolist(), web.head.tolist(), web.costs[unit].tolist(), web.costs[1 - unit].tolist()):
        found[one].append(tuple(link))
    for one, other in passes.tolist():
        found[one].append((other, 0.0, 0.0))
    return found


def _spread(links: Links, front: list[int], cost: list[float], other: list[float], label: list[int]) -> None:
    queue = [(cost[node], node) for node in front if cost[node] < np.inf]
    heapify(queue)
    # Node after node, the cheapest first; ties as in fieldstack: label, then the other unit.
    while queue:
        reached, tail = heappop(queue)
        if reached > cost[tail]:
            continue
        for head, step, other_step in links[tail]:
            here, walked = cost[tail] + step, other[tail] + other_step
            if here > cost[head] + TIE:
                continue
            finer = label[tail] < label[head] or (label[tail] == label[head] and walked < other[head] - TIE)
            if here < cost[head] - TIE or finer:
                cost[head], other[head], label[head] = min(here, cost[head]), walked, label[tail]
                heappush(queue, (cost[head], head))
