"""Lines drawn without nodes, joined within a tolerance: each case small enough to draw on paper."""

from __future__ import annotations

import math
from itertools import combinations

import networkx as nx
import pytest
import shapely
from community3d.layers.profiles import walker
from community3d.processing.engine.network import build_network
from hypothesis import Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from .towns import ORIGIN, lines

ADULT = walker("planning")


def drawn(*streets: tuple, tolerance: float = 0.5):
    return build_network(lines(*streets, names=("street_id", "level")[: len(streets[0]) - 1]), walker=ADULT, node_tolerance_m=tolerance)


def pieces_apart(network) -> int:
    graph = nx.Graph(zip(network.start.tolist(), network.end.tolist()))
    return nx.number_connected_components(graph)


def test_a_line_that_crosses_itself_is_broken_there():
    # A loop like the letter alpha: it crosses itself at (50, 0).
    alpha = ("A", [(0, 0), (100, 0), (100, 50), (50, 50), (50, -30)])
    assert drawn(alpha, tolerance=0).size == 1
    found = drawn(alpha)
    assert sorted(found.length_m) == [30, 50, 200]
    assert (found.start == found.end).sum() == 1


def test_a_line_that_comes_back_to_its_own_middle_is_joined_there():
    # It ends on its own first piece, at (50, 0), and once 0.3 m short of it.
    for end in (0, 0.3):
        found = drawn(("A", [(0, 0), (100, 0), (100, 50), (50, 50), (50, end)]))
        assert found.size == 2
        assert found.length_m.min() == pytest.approx(50, abs=0.01)


def test_a_ring_that_is_not_quite_closed_is_closed():
    ring = [(0.3, 0), (40, 0), (40, 30), (0, 30), (0, 0)]
    assert len(drawn(("A", ring), tolerance=0).node_xy) == 2
    assert len(drawn(("A", ring)).node_xy) == 1


def test_a_self_touching_ring_is_joined_where_it_shares_a_vertex():
    # A figure of eight through (50, 0), a vertex of both halves.
    eight = [(50, 0), (0, 40), (0, -40), (50, 0), (100, 40), (100, -40), (50, 0)]
    found = drawn(("A", eight), tolerance=0)
    assert (found.size, len(found.node_xy)) == (2, 1)


def test_ends_in_a_chain_within_the_tolerance_are_one_place_to_walk_through():
    # Three ends, 0.4 m from one to the next; the outer two are 0.8 m apart.
    found = drawn(("A", [(0, 0), (50, 0)]), ("B", [(50.4, 0), (50.4, 60)]), ("C", [(50.8, 0), (100, 0)]))
    assert pieces_apart(found) == 1
    assert pieces_apart(drawn(("A", [(0, 0), (50, 0)]), ("C", [(50.8, 0), (100, 0)]))) == 2


@pytest.mark.parametrize("middle", [[(0, 0), (100, 0)], [(0, 0), (50, 0), (100, 0)]])
def test_an_end_exactly_on_another_line_is_joined_on_its_segment_or_at_its_vertex(middle):
    found = drawn(("A", middle), ("B", [(50, 0), (50, 60)]))
    assert sorted(found.length_m) == [50, 50, 60]


def test_a_line_whose_inner_vertex_lies_on_another_s_segment_joins_it_there():
    found = drawn(("A", [(0, 0), (100, 0)]), ("B", [(20, -30), (50, 0), (80, -30)]))
    assert pieces_apart(found) == 1
    assert found.size == 4


def test_an_end_that_overshoots_leaves_no_loop():
    # B was drawn 0.3 m over A.
    found = drawn(("A", [(0, 0), (100, 0)]), ("B", [(50, 60), (50, -0.3)]))
    assert found.size == 3
    assert len(found.node_xy) == 4


def test_lines_that_run_over_each_other_are_one_there():
    # They share 30 m of ground and not one vertex.
    found = drawn(("A", [(0, 0), (60, 0)]), ("B", [(30, 0), (90, 0)]))
    assert sorted(found.length_m) == [30, 30, 30]


def test_a_line_led_aside_still_joins_what_it_then_crosses():
    # A is led through B's end at (50, 0.4) and crosses the short C between (30, 0.1) and (30, 5) on its way.
    found = drawn(("A", [(0, 0), (100, 0)]), ("B", [(50, 0.4), (50, 60)]), ("C", [(30, 0.7), (30, 5)]), tolerance=0.45)
    assert pieces_apart(found) == 2
    found = drawn(("A", [(0, 0), (100, 0)]), ("B", [(50, 0.4), (50, 60)]), ("D", [(25, 0.1), (25, 5)]), tolerance=0.45)
    assert pieces_apart(found) == 1


def test_a_bridge_joins_ground_at_its_end_but_ground_joins_no_bridge_at_its_middle():
    ground, bridge = ("A", 0, [(0, 0), (100, 0)]), ("B", 1, [(50, 0.3), (50, 60)])
    assert pieces_apart(drawn(ground, bridge)) == 1
    assert pieces_apart(drawn(("A", 1, ground[2]), ("B", 0, bridge[2]))) == 2


def test_the_end_of_a_bridge_beside_its_middle_still_joins_the_end_on_the_ground():
    # A hooked bridge: from the end of A its middle is 0.2 m away, its end 0.4 m.
    hook = ("B", 1, [(0, 50), (0, 0), (0.2, -0.3), (0.4, 0)])
    assert pieces_apart(drawn(("A", 0, [(-100, 0), (-0.2, 0)]), hook, tolerance=0.7)) == 1


def test_no_tolerance_leaves_all_lines_as_they_were_drawn():
    streets = (("A", [(0, 0), (100, 0)]), ("B", [(50, -50), (50, 50)]), ("C", [(50, 50.1), (50, 90)]))
    assert pieces_apart(drawn(*streets, tolerance=0)) == 3


PLACES = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda p: (p[0] * 20.0, p[1] * 20.0))
LINES = st.lists(st.lists(PLACES, min_size=2, max_size=4).filter(lambda xy: len(set(xy)) > 1), min_size=1, max_size=6)


@hypothesis_settings(max_examples=60, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate))
@given(LINES)
def test_noded_lines_meet_at_nodes_only_and_join_all_that_touches(streets):
    found = drawn(*((f"S{k}", xy) for k, xy in enumerate(streets)), tolerance=0.01)
    union = shapely.union_all([shapely.LineString(xy) for xy in streets])
    assert pieces_apart(found) == len(shapely.get_parts(union.buffer(0.1)))
    edges = [shapely.LineString(found.xy[low:high]) for low, high in zip(found.first[:-1], found.first[1:])]
    assert shapely.hausdorff_distance(shapely.union_all(edges), shapely.transform(union, lambda xy: xy + ORIGIN)) < 0.05
    for one, two in combinations(edges, 2):
        # Round-off of a crossing point is far below a millimetre.
        for point in shapely.get_coordinates(shapely.intersection(one, two)):
            assert min(math.dist(point, place) for place in found.node_xy) < 1e-3
