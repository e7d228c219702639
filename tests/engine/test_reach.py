from __future__ import annotations

import dataclasses

import geopandas as gpd
import networkx as nx
import numpy as np
import pytest
import shapely
from community3d.layers.profiles import WALKERS
from community3d.processing.engine.graph import METRES, SECONDS, Network, edge_costs
from community3d.processing.engine.network import street_network
from community3d.processing.engine.reach import Reach, Starts, chained, is_whole, lines_of, reach

STRAIGHT = [((0, 0), (100, 0))]


def network_of(*lines: tuple, **columns: list) -> Network:
    frame = gpd.GeoDataFrame(
        {"street_id": [f"S{k}" for k in range(len(lines))], **columns}, geometry=[shapely.LineString(c) for c in lines]
    )
    return street_network(frame, walker=WALKERS["planning"])


def start(offset_m: float, *, edge: int = 0, cost: float = 0.0) -> Starts:
    return Starts(np.array([edge]), np.array([offset_m]), np.array([cost]))


def node_costs(network: Network, starts: Starts, unit: str) -> np.ndarray:
    """Cost from each node to the nearest start by networkx, walking towards the start."""
    forwards, backwards, penalty = edge_costs(network, unit)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(len(network.node_xy)))
    # Arcs run against the walk, since the search runs from the starts.
    for e in range(network.size):
        graph.add_edge(network.end[e], network.start[e], weight=forwards[e] + penalty[e])
        graph.add_edge(network.start[e], network.end[e], weight=backwards[e] + penalty[e])
    for e, offset, cost in zip(starts.edge, starts.offset_m, starts.cost):
        share = offset / network.length_m[e]
        graph.add_edge("start", network.start[e], weight=cost + forwards[e] * share)
        graph.add_edge("start", network.end[e], weight=cost + backwards[e] * (1 - share))
    found = nx.single_source_dijkstra_path_length(graph, "start")
    return np.array([found.get(node, np.inf) for node in range(len(network.node_xy))])


def parts(found: Reach) -> list[tuple[int, float, float]]:
    return [(int(e), round(a, 6), round(b, 6)) for e, a, b in zip(found.edge, found.from_m, found.to_m)]


def reached(network: Network, starts: Starts, limit: float, unit: str = SECONDS) -> Reach:
    return reach(network, node_costs(network, starts, unit), starts, limit=limit, unit=unit)


def test_a_start_in_the_middle_reaches_both_ways():
    assert parts(reached(network_of(*STRAIGHT), start(40), 30)) == [(0, 10, 70)]


def test_the_access_leg_is_paid_first():
    # 30 s, of which 10 s are the leg: 20 m to each side.
    assert parts(reached(network_of(*STRAIGHT), start(40, cost=10), 30)) == [(0, 20, 60)]


def test_an_edge_reached_from_both_ends_may_give_two_parts():
    # A ring of 400 m from its corner, and one street of 300 m across the mouth: the middle is not reached.
    ring = network_of(((0, 0), (0, 10)), ((0, 0), (0, -20), (300, -20), (300, 10), (0, 10)))
    # Start 5 m up the short street: 5 m to either end. 50 s leave 45 m from each end of the long one.
    assert parts(reached(ring, start(5), 50)) == [(0, 0, 10), (1, 0, 45), (1, 20 + 300 + 30 + 300 - 45, 650)]


def test_a_penalty_is_paid_only_by_who_passes_the_whole_edge():
    crossing = network_of(((0, 0), (10, 0)), ((10, 0), (30, 0)), ((30, 0), (100, 0)), penalty_s=[0.0, 60.0, 0.0])
    # 70 s from x = 0: 10 m, then the 20 m of the crossing are walked into without delay; passing it takes 10 + 20 + 60 = 90 s.
    assert parts(reached(crossing, start(0), 70)) == [(0, 0, 10), (1, 0, 20)]


def test_metres_ignore_speed_and_penalties():
    steps = network_of(((0, 0), (100, 0)), speed_factor=[0.5], penalty_s=[60.0])
    assert parts(reached(steps, start(0), 30, METRES)) == [(0, 0, 30)]
    assert parts(reached(steps, start(0), 30, SECONDS)) == [(0, 0, 15)]


def test_walking_to_the_start_and_from_it_differ_uphill():
    hill = dataclasses.replace(network_of(*STRAIGHT), forward_factor=np.array([0.5]), backward_factor=np.array([2.0]))
    costs = np.full(2, np.inf)
    # In 10 s: down from x = 70 at 2 m/s and up from x = 45 at 0.5 m/s to x = 50; away from it the other way round.
    assert parts(reach(hill, costs, start(50), limit=10, unit=SECONDS, direction="to_facility")) == [(0, 45, 70)]
    assert parts(reach(hill, costs, start(50), limit=10, unit=SECONDS, direction="from_facility")) == [(0, 30, 55)]


def test_a_limit_met_exactly_at_a_crossing_ends_there():
    cross = network_of(((0, 0), (10, 0)), ((10, 0), (20, 0)))
    assert parts(reached(cross, start(0), 10)) == [(0, 0, 10)]


def test_nothing_is_reached_when_the_leg_is_longer_than_the_limit():
    assert parts(reached(network_of(*STRAIGHT), start(40, cost=31), 30)) == []


def test_a_part_keeps_the_bends_of_its_street():
    bent = network_of(((0, 0), (10, 0), (10, 10), (20, 10)))
    found = Reach(np.array([0, 0, 0]), np.array([5.0, 10.0, 0.0]), np.array([25.0, 20.0, 30.0]))
    assert [line.wkt for line in lines_of(bent, found)] == [
        "LINESTRING (5 0, 10 0, 10 10, 15 10)",
        "LINESTRING (10 0, 10 10)",
        "LINESTRING (0 0, 10 0, 10 10, 20 10)",
    ]
    assert is_whole(bent, found).tolist() == [False, False, True]


def test_parts_of_one_street_that_follow_each_other_are_one_line():
    streets = [((0, 0), (10, 0), (20, 0), (30, 0)), ((10, 0), (10, 10)), ((20, 0), (20, 10)), ((30, 0), (30, 10))]
    street = network_of(*streets)
    found = Reach(np.array([0, 1, 2, 3]), np.array([5.0, 0, 2, 0]), np.array([10.0, 10, 10, 10]))
    # The third part begins 2 m after the second has ended; the fourth is another street.
    assert [line.length for line in chained(street, found)] == [15, 8, 10]


@pytest.mark.parametrize("seed", range(12))
def test_every_place_is_reached_exactly_when_its_cheapest_walk_is_within_the_limit(seed):
    random = np.random.default_rng(seed)
    # Few nodes and many lines: twins, loops and parallel streets occur by themselves.
    spots = random.integers(0, 40, (6, 2)) * 10.0
    lines = []
    for _ in range(12):
        a, b = spots[random.integers(0, 6, 2)]
        lines.append((tuple(a), *(tuple(xy) for xy in random.random((random.integers(1, 3), 2)) * 400), tuple(b)))
    network = network_of(*lines, speed_factor=random.choice([0.5, 1.0], 12).tolist(), penalty_s=random.choice([0.0, 30.0], 12).tolist())
    edges = random.integers(0, network.size, 2)
    starts = Starts(edges, random.random(2) * network.length_m[edges], random.random(2) * 20)
    costs, limit = node_costs(network, starts, SECONDS), float(random.integers(20, 400))
    found = reach(network, costs, starts, limit=limit, unit=SECONDS)
    for e in range(network.size):
        offset = np.linspace(0.001, network.length_m[e] - 0.001, 50)
        share = offset / network.length_m[e]
        cost = np.minimum(
            costs[network.start[e]] + network.backward_s[e] * share, costs[network.end[e]] + network.forward_s[e] * (1 - share)
        )
        for own, at, leg in zip(starts.edge, starts.offset_m, starts.cost):
            if own == e:
                cost = np.minimum(cost, leg + np.abs(offset - at) * network.forward_s[e] / network.length_m[e])
        mine = found.edge == e
        inside = ((offset[:, None] >= found.from_m[mine]) & (offset[:, None] <= found.to_m[mine])).any(axis=1)
        assert (inside == (cost <= limit)).all()
