"""What becomes an edge, what becomes a node: networks as people have them."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.layers.profiles import walker
from community3d.processing.engine.network import build_network

from .towns import CRS, lines

ADULT = walker("planning")


def network(*streets: tuple, names: tuple[str, ...] = ("street_id",), **options: object):
    return build_network(lines(*streets, names=names), walker=ADULT, **options)


def shaped(*shapes: shapely.Geometry | None) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"street_id": [f"S{k}" for k in range(len(shapes))]}, geometry=list(shapes), crs=CRS)


def test_lines_that_share_a_vertex_are_joined_there():
    # An H of three streets: five pieces, six nodes.
    found = network(("A", [(0, 0), (0, 50), (0, 100)]), ("B", [(80, 0), (80, 50), (80, 100)]), ("C", [(0, 50), (80, 50)]))
    assert (found.size, len(found.node_xy)) == (5, 6)
    assert sorted(found.length_m) == [50, 50, 50, 50, 80]


def test_lines_that_cross_without_a_vertex_are_not_joined():
    found = network(("A", [(0, 50), (100, 50)]), ("B", [(50, 0), (50, 100)]))
    assert (found.size, len(found.node_xy)) == (2, 4)


def test_inner_vertices_stay_as_geometry():
    found = network(("A", [(0, 0), (30, 40), (60, 0)]))
    assert (found.size, len(found.node_xy)) == (1, 2)
    assert found.length_m.tolist() == [100]


def test_a_bridge_that_shares_an_inner_vertex_does_not_join_the_street_below():
    names = ("street_id", "level")
    crossing = (("A", 0, [(0, 50), (50, 50), (100, 50)]), ("B", 1, [(50, 0), (50, 50), (50, 100)]))
    assert network(*crossing, names=names).size == 2
    same_level = tuple((*street[:1], 0, street[2]) for street in crossing)
    assert network(*same_level, names=names).size == 4


def test_a_bridge_joins_where_it_ends():
    found = network(("A", 0, [(0, 0), (50, 0), (100, 0)]), ("B", 1, [(50, 0), (50, 90)]), names=("street_id", "level"))
    assert found.size == 3


def test_reverse_twins_and_repeated_lines_are_one_edge():
    way = [(0, 0), (40, 0), (80, 10)]
    found = network(("B", way), ("A", way[::-1]), ("C", way))
    assert found.size == 1
    assert found.street.tolist() == [1]  # the lowest street_id stays


def test_twins_that_cost_different_time_stay_apart():
    found = network(("A", 1.0, [(0, 0), (80, 0)]), ("B", 0.5, [(80, 0), (0, 0)]), names=("street_id", "speed_factor"))
    assert found.size == 2
    assert sorted(found.forward_s) == [80, 160]


def test_a_line_drawn_over_a_part_of_another_is_merged_with_it():
    found = network(("A", [(0, 0), (10, 0), (20, 0), (30, 0)]), ("B", [(20, 0), (10, 0)]))
    assert sorted(found.length_m) == [10, 10, 10]


def test_closed_loops_and_parallel_edges_are_kept():
    ring = [(0, 0), (40, 0), (40, 30), (0, 30), (0, 0)]
    found = network(("A", ring), ("B", [(100, 0), (140, 0)]), ("C", [(100, 0), (120, 15), (140, 0)]))
    assert sorted(found.length_m) == [40, 50, 140]
    assert (found.start == found.end).sum() == 1


def test_z_multilines_and_repeated_vertices_are_plain_lines():
    deep = shapely.LineString([(0, 0, 5), (0, 0, 9), (30, 40, 7)])
    many = shapely.MultiLineString([[(100, 0), (130, 0)], [(130, 0), (130, 20)]])
    mixed = shapely.GeometryCollection([shapely.Point(0, 0), shapely.MultiLineString([[(0, 90), (9, 90)]])])
    found = build_network(shaped(deep, many, mixed), walker=ADULT)
    assert sorted(found.length_m) == [9, 20, 30, 50]
    assert found.xy.shape[1] == 2


def test_unusable_streets_are_left_out_and_counted():
    with np.errstate(invalid="ignore"):
        nowhere = shapely.LineString([(0, 0), (np.nan, 1)])
    found = build_network(
        shaped(None, shapely.LineString(), shapely.LineString([(5, 5), (5, 5)]), nowhere, shapely.LineString([(0, 0), (9, 0)])),
        walker=ADULT,
    )
    assert {reason: rows.tolist() for reason, rows in found.left_out.items()} == {
        "null": [0],
        "empty": [1],
        "not_walkable": [],
        "no_length": [2, 3],
    }
    assert found.street.tolist() == [4]


def test_walkable_no_and_motorways_are_left_out_and_walkable_yes_wins_over_the_kind():
    names = ("street_id", "kind", "walkable")
    rows = (
        ("A", "footway", "no", [(0, 0), (9, 0)]),
        ("B", "motorway", None, [(0, 5), (9, 5)]),
        ("C", "motorway", "yes", [(0, 7), (9, 7)]),
        ("D", "moon road", None, [(0, 9), (9, 9)]),
    )
    assert network(*rows, names=names).street.tolist() == [2, 3]


def test_steps_take_twice_the_time_unless_the_street_says_its_own_factor():
    names = ("street_id", "kind", "speed_factor")
    found = network(("A", "steps", None, [(0, 0), (60, 0)]), ("B", "steps", 0.75, [(0, 5), (60, 5)]), names=names)
    assert found.forward_s.tolist() == [120, 80]


def test_lengths_keep_their_digits_far_from_the_origin():
    # A kilometre in steps of a third of a metre.
    found = network(("A", [(k / 3, 0) for k in range(3001)]))
    assert found.length_m[0] == pytest.approx(1000, abs=1e-6)


def test_nothing_to_walk_is_said():
    with pytest.raises(InputError, match="None of the 2 streets can be walked"):
        build_network(shaped(None, shapely.LineString([(1, 1), (1, 1)])), walker=ADULT)
    with pytest.raises(InputError, match="The walking network has no streets"):
        build_network(shaped(), walker=ADULT)


def test_a_factor_of_nothing_and_a_negative_penalty_are_said_together():
    names = ("street_id", "speed_factor", "penalty_s")
    with pytest.raises(InputError) as error:
        network(("A", 0.0, 5, [(0, 0), (9, 0)]), ("B", 1.0, -5, [(0, 0), (9, 0)]), names=names)
    assert "1 streets have a speed factor of 0 or less (first: A)" in str(error.value)
    assert "1 streets have a penalty below 0 seconds (first: B)" in str(error.value)


def test_lines_drawn_without_nodes_are_joined_within_the_tolerance():
    # A crossing, an end 0.4 m short of a line, and two ends 0.3 m apart.
    drawn = (
        ("A", [(0, 0), (100, 0)]),
        ("B", [(50, -50), (50, 50)]),
        ("C", [(80, 0.4), (80, 60)]),
        ("D", [(100.3, 0), (150, 0)]),
    )
    apart, joined = (network(*drawn, node_tolerance_m=tolerance) for tolerance in (0, 0.5))
    assert (apart.size, len(apart.node_xy)) == (4, 8)
    assert len(joined.node_xy) == 8  # crossing, end of C on A, end of D on A, five loose ends
    assert joined.size == 7  # A in three, B in two, C, and D led to the end of A


def test_bridges_are_not_joined_to_what_they_cross_but_where_they_end():
    names = ("street_id", "level")
    drawn = (("A", 0, [(0, 0), (100, 0)]), ("B", 1, [(50, -50), (50, 50)]), ("C", 0, [(0, 50), (100, 50)]))
    joined = network(*drawn, names=names, node_tolerance_m=0.5)
    assert sorted(joined.length_m) == [50, 50, 100, 100]


def test_a_street_that_turns_back_on_itself_is_walked_once():
    # To the end and back again the same way; the turn is a node.
    found = network(("A", [(0, 0), (60, 0), (100, 0), (60, 0), (0, 0)]))
    assert sorted(found.length_m) == [40, 60]
    # The turn lies on no other vertex.
    found = network(("A", [(0, 0), (100, 0), (0, 0)]))
    assert found.length_m.tolist() == [100]


def test_a_street_that_turns_back_a_part_of_its_way_is_walked_once_there():
    # 100 m east, 60 m back, then north: pieces of 40, 60 and 50 m.
    found = network(("A", [(0, 0), (100, 0), (40, 0), (40, 50)]))
    assert sorted(found.length_m) == [40, 50, 60]
    # The way back has vertices of its own, and goes farther than it came.
    found = network(("A", [(30, 0), (100, 0), (70, 0), (50, 0), (0, 0)]))
    assert sorted(found.length_m) == [20, 20, 30, 30]


def test_a_zigzag_on_one_line_is_walked_once():
    found = network(("A", [(0, 0), (100, 0), (50, 0), (80, 0)]))
    assert sorted(found.length_m) == [20, 30, 50]


def test_a_street_that_bends_sharply_does_not_turn_back():
    found = network(("A", [(0, 0), (100, 0), (0, 1e-3)]))
    assert found.size == 1


def test_a_turn_on_a_bridge_joins_no_street_below():
    names = ("street_id", "level")
    found = network(("A", 1, [(0, 0), (50, 0), (0, 0)]), ("B", 0, [(50, -20), (50, 0), (50, 20)]), names=names)
    assert (found.size, len(found.node_xy)) == (2, 4)
