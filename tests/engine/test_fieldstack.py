"""Mended costs on networks made to trip a search that goes on hop by hop."""

from __future__ import annotations

import time

import numpy as np
import pytest
from community3d.processing.engine import fieldstack
from community3d.processing.engine.fieldstack import Sources, Stack, Web, mended
from community3d.processing.engine.spreading import NO_LABEL
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra

NOBODY = np.zeros((0, 2), dtype=int)


def stack_of(nodes: int, links: np.ndarray, seconds: np.ndarray, *, rows: int = 2) -> Stack:
    """Nothing searched yet: links (pairs of nodes) both ways, a metre is half a second."""
    tail, head = np.concatenate([links, links[:, ::-1]]).T
    order = np.argsort(tail, kind="stable")
    first = np.concatenate([[0], np.cumsum(np.bincount(tail, minlength=nodes))])
    cost = np.tile(seconds, 2)[order]
    web = Web(first, head[order], np.stack([cost, 2 * cost]))
    nothing = np.full((rows, nodes), np.inf)
    return Stack(
        web, np.zeros(rows, dtype=int), np.zeros(rows, dtype=int), (NOBODY,), nothing, nothing.copy(), np.full((rows, nodes), NO_LABEL)
    )


def sources(*rows: tuple[int, int, int], at: float = 0.0) -> Sources:
    """(row, node, label) each."""
    row, node, label = np.array(rows).T
    return Sources(row, node, np.full(len(row), at), np.full(len(row), 2 * at), label)


def chain(nodes: int) -> np.ndarray:
    return np.stack([np.arange(nodes - 1), np.arange(1, nodes)], axis=1)


def opened(stack: Stack, begin: Sources, gone: np.ndarray = NOBODY) -> Stack:
    return mended(stack, (NOBODY,), begin, gone=gone)


def test_a_chain_of_ten_thousand_nodes():
    stack = opened(stack_of(10_000, chain(10_000), np.ones(9_999)), sources((0, 0, 7), (1, 9_999, 8)))
    assert stack.cost[0].tolist() == list(range(10_000))
    assert stack.cost[1].tolist() == list(range(9_999, -1, -1))
    assert stack.other[0, 5_000] == 10_000
    assert (stack.label == [[7], [8]]).all()


def test_a_chain_whose_end_closes_is_served_from_the_other_one():
    both = sources((0, 0, 7), (0, 2_999, 8))
    stack = opened(stack_of(3_000, chain(3_000), np.ones(2_999), rows=1), both)
    assert stack.label[0, [0, 1_499, 1_500, 2_999]].tolist() == [7, 7, 8, 8]
    closed = opened(stack, sources((0, 2_999, 8)), gone=np.array([[0, 7]]))
    assert closed.cost[0].tolist() == list(range(2_999, -1, -1))
    assert (closed.label == 8).all()


def test_costs_that_fall_with_every_hop_end_in_a_queue():
    # A chain of steps of 1 s, and from its beginning to each node k a detour of 10 k seconds: hop by hop all nodes fall
    # in every round.
    nodes = 6_000
    far = np.stack([np.zeros(nodes - 2, dtype=int), np.arange(2, nodes)], axis=1)
    stack = stack_of(nodes, np.concatenate([chain(nodes), far]), np.concatenate([np.ones(nodes - 1), 10.0 * far[:, 1]]))
    began = time.process_time()
    found = opened(stack, sources((0, 0, 1), (1, 0, 2)))
    assert time.process_time() - began < 4  # hop by hop more than a minute
    assert found.cost[0].tolist() == found.cost[1].tolist() == list(range(nodes))


@pytest.mark.parametrize("seed", range(8))
def test_the_queue_finds_what_the_hops_find(monkeypatch, seed):
    generator = np.random.default_rng(seed)
    nodes, links = 60, generator.integers(0, 60, (110, 2))
    links = links[links[:, 0] != links[:, 1]]
    # Whole seconds: many walks are equally long.
    stack = stack_of(nodes, links, generator.integers(1, 5, len(links)).astype(float))
    passes = (generator.integers(0, nodes, (5, 2)),)
    begin = sources(*((int(row), int(node), k) for k, (row, node) in enumerate(generator.integers(0, (2, nodes), (8, 2)))))
    by_hops = mended(stack, passes, begin, gone=NOBODY)
    monkeypatch.setattr(fieldstack, "FEW_ROUNDS", -nodes)
    by_queue = mended(stack, passes, begin, gone=NOBODY)
    for name in ("cost", "other", "label"):
        assert getattr(by_queue, name).tolist() == getattr(by_hops, name).tolist()
    assert by_queue.cost.tolist() == [_by_scipy(stack.web, passes[0], begin, row).tolist() for row in (0, 1)]


def _by_scipy(web: Web, passes: np.ndarray, begin: Sources, row: int) -> np.ndarray:
    tail = np.repeat(np.arange(web.nodes), np.diff(web.first))
    cost = np.full((web.nodes + 1, web.nodes + 1), np.inf)
    np.minimum.at(cost, (tail, web.head), web.costs[0])
    # A pass costs nothing, which scipy would take for no arc.
    np.minimum.at(cost, tuple(passes.T), 1e-12)
    cost[-1, begin.node[begin.row == row]] = 1e-12
    there = np.isfinite(cost)
    graph = coo_matrix((cost[there], np.nonzero(there)), cost.shape)
    return np.round(dijkstra(graph.tocsr(), indices=web.nodes)[:-1], 6)
