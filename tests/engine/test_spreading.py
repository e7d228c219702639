"""Costs spread over nodes hop by hop: what Dijkstra's search finds, ties, crossings of many streets."""

from __future__ import annotations

import time

import numpy as np
import pytest
from community3d.processing.engine import spreading
from community3d.processing.engine.spreading import NO_LABEL, Fan, Offers, Walks, fan_of, spread
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

NODES = 12


def fan(arcs: list[tuple[int, int, float]], *, nodes: int = NODES) -> Fan:
    """The fan of arcs (tail, head, cost); the other unit is twice the cost."""
    tail, head, cost = (np.array(column) for column in zip(*sorted(arcs)))
    first = np.concatenate([[0], np.cumsum(np.bincount(tail, minlength=nodes))])
    return fan_of(first, tail, head, cost.astype(float), 2.0 * cost)


def walks(arcs: list[tuple[int, int, float]], places: dict[int, float], *, limit: float = np.inf) -> Walks:
    """The settled walks from places: node -> cost at the beginning; places are numbered in this order."""
    cost = np.array(list(places.values()), dtype=float)
    offers = Offers(np.array(list(places)), cost, np.arange(len(places)), 2 * cost, np.full(len(places), -1))
    return spread(fan(arcs), offers, limit=limit).settled()


def test_a_chain_of_three_streets_adds_up():
    found = walks([(0, 1, 10), (1, 2, 20), (2, 3, 30)], {0: 5})
    assert found.cost[:5].tolist() == [5, 15, 35, 65, np.inf]
    assert found.other[:4].tolist() == [10, 30, 70, 130]
    assert found.label[:5].tolist() == [0, 0, 0, 0, NO_LABEL]


def test_a_detour_of_short_streets_beats_the_long_street_found_first():
    found = walks([(0, 3, 100), (0, 1, 10), (1, 2, 10), (2, 3, 10), (3, 4, 1)], {0: 0})
    assert found.cost[[3, 4]].tolist() == [30, 31]


def test_nothing_is_found_beyond_the_limit_and_the_limit_itself_is():
    found = walks([(0, 1, 10), (1, 2, 20), (2, 3, 30)], {0: 0}, limit=30)
    assert found.cost[:4].tolist() == [0, 10, 30, np.inf]


def test_a_crossing_of_eleven_streets_leads_into_each():
    found = walks([(0, k, k) for k in range(1, NODES)], {0: 1})
    assert found.cost.tolist() == [1 + k for k in range(NODES)]
    assert len(found.cost) == NODES


def test_of_two_places_equally_near_the_lower_label_wins_and_hands_it_on():
    # 0 -> 2 and 1 -> 2 are 10 each; 3 lies behind 2.
    found = walks([(1, 2, 10), (0, 2, 10), (2, 3, 5)], {1: 0, 0: 0})
    assert found.label[[2, 3]].tolist() == [0, 0]
    found = walks([(1, 2, 10), (0, 2, 10), (2, 3, 5)], {0: 0, 1: 0})
    assert found.label[[2, 3]].tolist() == [0, 0]


def test_a_tie_in_the_last_digit_goes_to_the_lower_label():
    # 0.1 + 0.2 is a hair more than 0.3.
    arcs = [(0, 1, 0.1), (1, 2, 0.2), (3, 2, 0.3), (2, 4, 1.0)]
    assert walks(arcs, {0: 0, 3: 0}).label[[2, 4]].tolist() == [0, 0]
    assert walks(arcs, {3: 0, 0: 0}).label[[2, 4]].tolist() == [0, 0]


ARCS = st.lists(st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1), st.integers(1, 9)), min_size=1, max_size=60)


@given(ARCS, st.lists(st.integers(0, NODES - 1), min_size=1, max_size=4, unique=True))
@settings(max_examples=150, deadline=None)
def test_any_graph_gives_the_costs_of_dijkstra_and_the_lowest_label_of_equal_walks(arcs: list[tuple[int, int, int]], places: list[int]):
    arcs = [(tail, head, cost) for (tail, head), cost in {(t, h): c for t, h, c in arcs if t != h}.items()]
    if not arcs:
        return
    found = walks(arcs, dict.fromkeys(places, 0))
    tail, head, cost = (np.array(column) for column in zip(*arcs))
    away = dijkstra(csr_matrix((cost, (tail, head)), (NODES, NODES)), indices=places)
    assert found.cost == pytest.approx(away.min(axis=0))
    reached = np.isfinite(found.cost)
    assert found.label[reached].tolist() == away.argmin(axis=0)[reached].tolist()
    assert found.other[reached] == pytest.approx(2 * found.cost[reached])


def chain(nodes: int) -> list[tuple[int, int, float]]:
    return [(k, k + 1, 1 + k % 7 / 8) for k in range(nodes - 1)]


def test_a_long_chain_of_streets_goes_to_the_queue_and_stays_quick():
    nodes = 20_000
    arcs = chain(nodes) + [(head, tail, cost) for tail, head, cost in chain(nodes)]
    began = time.process_time()
    offers = Offers(np.array([0, nodes - 1]), np.zeros(2), np.array([1, 0]), np.zeros(2), np.full(2, -1))
    found = spread(fan(arcs, nodes=nodes), offers).settled()
    # Hop by hop it takes ten times as long.
    assert time.process_time() - began < 1
    along = np.concatenate([[0], np.cumsum([cost for *_, cost in chain(nodes)])])
    assert found.cost.tolist() == pytest.approx(np.minimum(along, along[-1] - along))
    assert found.label.tolist() == np.where(along < along[-1] - along, 1, 0).tolist()
    assert found.other == pytest.approx(2 * found.cost)


@pytest.mark.parametrize("rounds", [0, 1, 3])
@given(
    arcs=st.lists(st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1), st.integers(0, 4)), min_size=1, max_size=90),
    places=st.lists(st.tuples(st.integers(0, NODES - 1), st.integers(0, 5)), min_size=1, max_size=5),
    limit=st.sampled_from([3.0, 6.0, np.inf]),
)
@settings(max_examples=60, deadline=None)
def test_the_queue_finds_what_hops_find(rounds, arcs, places, limit):
    # Parallel streets, streets without length, several places at one node, limits.
    with pytest.MonkeyPatch.context() as patch:
        hops = many(arcs, places, limit)
        patch.setattr(spreading, "FEW_ROUNDS", rounds)
        patch.setattr(spreading, "NODES_A_ROUND", np.inf)
        queue = many(arcs, places, limit)
    for one, two in zip(vars(hops).values(), vars(queue).values()):
        assert one.tolist() == two.tolist()
    away = np.full((len(places), NODES), np.inf)
    for row, (node, begun) in enumerate(places):
        away[row] = begun + walks(arcs, {node: 0}).cost[:NODES]
    least = away.min(axis=0)
    found = np.isfinite(least) & (least <= limit)
    assert hops.cost.tolist() == np.where(found, least, np.inf).tolist()
    assert hops.label.tolist() == np.where(found, away.argmin(axis=0), NO_LABEL).tolist()


def many(arcs: list[tuple[int, int, float]], places: list[tuple[int, int]], limit: float) -> Walks:
    """The settled walks from any number of places at (node, cost)."""
    node, cost = (np.array(column) for column in zip(*places))
    offers = Offers(node, cost.astype(float), np.arange(len(places)), 2.0 * cost, np.full(len(places), -1))
    return spread(fan(arcs), offers, limit=limit).settled()
