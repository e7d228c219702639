"""What the check of the network says is what the engine does: towns on paper, then random ones against networkx."""

from __future__ import annotations

import itertools
import math

import geopandas as gpd
import networkx as nx
import numpy as np
import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.layers.profiles import walker
from community3d.processing.engine.connection import short_walks
from community3d.processing.engine.network import build_network
from community3d.processing.engine.networkcheck import NetworkCheck, check_network
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from .oracle import Street, edges, unfolded
from .towns import CRS, ORIGIN, lines

MAIN = ("M", [(0, 0), (500, 0), (1000, 0)])  # one kilometre from west to east


def check(*streets: tuple, names: tuple[str, ...] = ("street_id",), **options: float) -> NetworkCheck:
    return check_network(lines(*streets, names=names), **options)


def told(found: NetworkCheck, rule: str) -> list[tuple[str, str, str]]:
    return [(problem.row, problem.severity, str(problem.message)) for problem in found.problems if problem.rule == rule]


def places(found: NetworkCheck, *rules: str) -> set[tuple[float, float]]:
    points = [problem.geometry for problem in found.problems if problem.rule in rules]
    return {(round(point.x - ORIGIN[0], 3) + 0.0, round(point.y - ORIGIN[1], 3) + 0.0) for point in points}


def test_a_joined_network_has_no_problems():
    found = check(MAIN, ("A", [(500, 0), (500, 200)]))
    assert found.problems == []
    assert found.figures == {
        "ISLANDS": 0,
        "DANGLES": 0,
        "NEAR_MISSES": 0,
        "CROSSINGS": 0,
        "DUPLICATES": 0,
        "ZERO_LENGTH": 0,
        "LENGTH_KM": 1.2,
        "LARGEST_SHARE": 1.0,
    }


def test_islands_say_how_long_they_are_and_what_is_near():
    found = check(
        MAIN, ("A", [(0, 12), (300, 12)]), ("B", [(300, 12), (300, 62)]), ("C", [(0, 300), (0, 340)]), ("D", [(9, 350), (9, 360)])
    )
    assert told(found, "island") == [
        ("A", "error", "Island of 350 m (streets: 2) with “A”: not joined to “M”, which is 12 m away."),
        ("C", "warning", "Island of 40 m (streets: 1) with “C”: no other street lies within 100 m."),
        ("D", "note", "Island of 10 m (streets: 1) with “D”: no other street lies within 100 m."),
    ]
    assert found.figures["ISLANDS"] == 3
    assert found.figures["LARGEST_SHARE"] == pytest.approx(1000 / 1400)


def test_an_island_below_a_bridge_meets_it_and_is_not_joined():
    found = check(("M", 1, MAIN[1]), ("A", 0, [(250, -150), (250, 150)]), names=("street_id", "level"))
    assert told(found, "island") == [("A", "error", "Island of 300 m (streets: 1) with “A”: it meets “M” but is not joined to it.")]
    assert found.figures["CROSSINGS"] == 0  # as it should be for a bridge


def test_a_dangle_names_both_streets_the_gap_and_the_way_round():
    names = ("street_id", "name")
    found = check(("M", "长江路", MAIN[1]), ("A", None, [(250, 0.434), (250, 130.434)]), names=names)
    message = "An end of “A” lies 0.43 m from “长江路 (M)” and is not joined to it. No walk leads from one to the other."
    assert told(found, "dangle") == [("A", "error", message)]
    fix = next(str(problem.fix) for problem in found.problems if problem.rule == "dangle")
    assert fix.endswith("set a join tolerance of 0.44 m.")
    assert places(found, "dangle") == {(250, 0.434)}


def test_the_way_round_makes_a_dangle_a_note_or_a_warning():
    # A leaves M at 500 and comes back to it at 450: 30 + 50 + 29 m to that end, 50 m along M.
    near = check(MAIN, ("A", [(500, 0), (500, 30), (450, 30), (450, 1)]))
    assert told(near, "dangle")[0][1:] == (
        "note",
        "An end of “A” lies 1.00 m from “M” and is not joined to it. The way round is 159 m.",
    )
    far = check(MAIN, ("A", [(500, 0), (500, 300), (450, 300), (450, 1)]))
    assert told(far, "dangle")[0][1] == "warning"
    assert "The way round is longer than 200 m." in told(far, "dangle")[0][2]


def test_a_short_stub_beside_its_own_street_is_no_dangle():
    assert check(MAIN, ("A", [(500, 0), (500, 1.5)])).problems == []


def test_two_ends_that_face_each_other_are_one_near_miss():
    found = check(MAIN, ("A", [(1000.6, 0), (1300, 0)]))
    assert told(found, "near_miss") == [
        ("A", "error", "An end of “A” lies 0.60 m from an end of “M” and is not joined to it. No walk leads from one to the other.")
    ] or told(found, "near_miss") == [
        ("M", "error", "An end of “M” lies 0.60 m from an end of “A” and is not joined to it. No walk leads from one to the other.")
    ]
    assert found.figures["NEAR_MISSES"] == 1
    assert check(MAIN, ("A", [(1000.6, 0), (1300, 0)]), near_m=0.5).figures["NEAR_MISSES"] == 0


def test_junctions_a_hand_s_breadth_apart_are_found_too():
    # Two streets end at 1000 and two at 1000.2: none of the ends is a dead end.
    found = check(MAIN, ("A", [(1000, 0), (1000, 90)]), ("B", [(1000.2, 0), (1300, 0)]), ("C", [(1000.2, 0), (1000.2, -90)]))
    assert found.figures["NEAR_MISSES"] == 1


def test_an_end_exactly_on_a_line_without_a_vertex_there_is_a_dangle_of_no_metres():
    found = check(MAIN, ("A", [(250, 0), (250, 130)]))
    assert "lies 0.00 m from “M”" in told(found, "dangle")[0][2]
    assert check(MAIN, ("A", [(250, 0), (250, 130)]), node_tolerance_m=0.01).problems == []


def test_a_crossing_without_node_is_an_error_only_where_it_parts_the_network():
    found = check(MAIN, ("A", [(250, -60), (250, 60)]), ("B", [(500, 0), (500, 60), (750, 60), (750, -60)]))
    assert told(found, "crossing") == [
        ("A", "error", "“A” and “M” meet without a common vertex; one cannot turn from one into the other."),
        ("B", "warning", "“B” and “M” meet without a common vertex; one cannot turn from one into the other."),
    ]
    assert places(found, "crossing") == {(250, 0), (750, 0)}
    assert check(MAIN, ("A", [(250, -60), (250, 60)]), node_tolerance_m=0.1).figures["CROSSINGS"] == 0


def test_streets_that_cross_on_different_levels_are_fine():
    names = ("street_id", "level")
    found = check(("M", 0, MAIN[1]), ("A", 1, [(500, 0), (500, 60), (750, 60), (750, -60)]), names=names)
    assert found.problems == []


def test_a_street_that_crosses_itself_is_told():
    found = check(("A", [(0, 0), (100, 0), (100, 50), (50, 50), (50, -30)]))
    assert told(found, "self_crossing") == [("A", "warning", "“A” crosses itself without a common vertex; one cannot turn there.")]


def test_levels_that_change_at_an_inner_vertex_are_told():
    names = ("street_id", "level")
    found = check(("M", 0, MAIN[1]), ("A", 1, [(500, -90), (500, 0), (500, 90)]), names=names)
    words = "“A” (level 1) and “M” (level 0) have a vertex in common but pass one above the other there."
    assert told(found, "level_change") == [("A", "warning", words)]


def test_duplicates_are_notes_and_many_are_one_note():
    found = check(MAIN, ("N", MAIN[1][::-1]))
    assert told(found, "duplicate") == [("N", "note", "“N” is the same line as “M”, perhaps drawn the other way; they count once.")]
    pairs = [(f"{k:03}{turn}", [(k, 0), (k + 1, 0)][:: 1 - 2 * turn]) for k in range(101) for turn in (0, 1)]
    many = check(*pairs)
    assert told(many, "duplicate") == [
        (None, "note", "Streets that are the same lines as others, as if drawn once for each direction: 101; each counts once.")
    ]
    assert many.figures["DUPLICATES"] == 101


def test_a_street_drawn_over_others_piece_by_piece_is_told():
    found = check(("A", [(0, 0), (50, 0)]), ("B", [(50, 0), (90, 0)]), ("C", [(0, 0), (50, 0), (90, 0)]))
    assert told(found, "duplicate") == [("C", "note", "Every piece of “C” lies on other streets; they count once.")]


def test_twins_that_cost_different_time_are_told():
    found = check(("A", 1.0, MAIN[1]), ("B", 0.5, MAIN[1]), names=("street_id", "speed_factor"))
    words = "“B” lies on “A” but differs from it in level, speed or penalty; both are used."
    assert told(found, "twin") == [("B", "note", words)]


def test_lines_without_length_or_place_are_told():
    with np.errstate(invalid="ignore"):
        nowhere = shapely.LineString([(0, 0), (np.nan, 1)])
    shapes = [shapely.LineString([(0, 0), (900, 0)]), nowhere, shapely.LineString([(5, 5), (5, 5)]), None]
    found = check_network(gpd.GeoDataFrame({"street_id": ["A", "B", "C", "D"]}, geometry=shapes, crs=CRS))
    assert [row for row, _, _ in told(found, "no_length")] == ["B", "C"]
    assert [row for row, _, _ in told(found, "no_geometry")] == ["D"]
    assert found.figures["ZERO_LENGTH"] == 2


def test_of_a_rule_that_a_thousand_rows_break_the_rest_is_counted():
    rails = [(f"R{k:02}", [(0, k * 10 + 0.5), (400, k * 10 + 0.5)]) for k in range(33)]
    ties = [(f"T{k:02}", [(k * 10 + 0.5, 0), (k * 10 + 0.5, 400)]) for k in range(33)]
    found = check(*rails, *ties)
    assert found.figures["CROSSINGS"] == 33 * 33
    assert len(told(found, "crossing")) == 1001
    assert any(words == "Further rows of the same kind, not listed: 89." for _, _, words in told(found, "crossing"))


def test_a_network_drawn_without_nodes_is_told_as_a_whole():
    # Of two streets that cross and almost meet two others, both ends and the crossing: 3 places for 4 streets.
    drawn = (MAIN, ("A", [(250, -60), (250, 60)]), ("B", [(250.3, 60), (400, 60)]), ("C", [(1000.4, 0), (1200, 0)]))
    assert str(check(*drawn).advice) == (
        "4 streets meet or almost meet at 3 places without a common vertex: they were drawn without nodes. "
        "Set the join tolerance, here and in every run, for example 0.5 m."
    )
    assert check(*drawn, node_tolerance_m=0.5).advice is None


def test_nothing_to_walk_is_refused():
    with pytest.raises(InputError, match="The walking network has no streets"):
        check_network(gpd.GeoDataFrame({"street_id": []}, geometry=[], crs=CRS))


# Random towns: lattice points, some of them moved by less than a metre, on two levels.
SHIFTS = st.sampled_from([(0.0, 0.0)] * 4 + [(0.3, 0.0), (0.0, -0.45), (0.2, 0.7), (-0.9, 0.1)])
VERTICES = st.tuples(st.integers(0, 5), st.integers(0, 5), SHIFTS).map(lambda p: (p[0] * 40.0 + p[2][0], p[1] * 40.0 + p[2][1]))
LINES = st.lists(VERTICES, min_size=2, max_size=4).filter(lambda xy: all(a != b for a, b in zip(xy, xy[1:])))
TOWNS = st.lists(st.tuples(LINES, st.sampled_from([0, 0, 0, 1])), min_size=1, max_size=8)


def examples(count: int):
    phases = (Phase.explicit, Phase.generate)
    return hypothesis_settings(max_examples=count, deadline=None, derandomize=True, phases=phases, suppress_health_check=list(HealthCheck))


def compare(town: list[tuple[list, int]]) -> None:
    rows = [(f"S{k}", level, xy) for k, (xy, level) in enumerate(town)]
    streets = lines(*rows, names=("street_id", "level"))
    found = check_network(streets)
    graph = nx.MultiGraph()
    for _, _part, u, v in edges([Street(name, xy, level=level) for name, level, xy in rows]):
        graph.add_edge(u, v)
    assert found.figures["ISLANDS"] == nx.number_connected_components(graph) - 1
    crossed, expected = places(found, "crossing", "self_crossing"), crossings_by_hand(rows, graph)
    assert all(any(math.dist(one, two) < 0.005 for two in expected) for one in crossed)
    assert all(any(math.dist(one, two) < 0.005 for two in crossed) for one in expected)
    mended(streets, found)


def crossings_by_hand(rows: list[tuple], graph: nx.MultiGraph) -> set[tuple[float, float]]:
    """Where segments of one level meet at a place that is no vertex of both; dead ends apart."""
    segments = [(level, a, b) for _, level, xy in rows for a, b in zip(unfolded(xy), unfolded(xy)[1:])]
    dead = {node[:2] for node in graph if graph.degree(node) == 1}
    found = set()
    for (level, a, b), (other, c, d) in itertools.combinations(segments, 2):
        met = shapely.intersection(shapely.LineString([a, b]), shapely.LineString([c, d]))
        if level == other and not met.is_empty:
            for point in shapely.get_coordinates(met if met.geom_type == "Point" else met.boundary):
                point = tuple(point.tolist())
                if not (point in (a, b) and point in (c, d)) and point not in dead:
                    found.add((round(point[0], 3), round(point[1], 3)))
    return found


def mended(streets: gpd.GeoDataFrame, found: NetworkCheck) -> None:
    ends = [problem for problem in found.problems if problem.rule in ("dangle", "near_miss")]
    for problem in ends:
        gap = float(problem.message.values["gap"])
        tolerance = gap + 0.006  # the gap is told to the centimetre
        network = build_network(streets, walker=walker("planning"), node_tolerance_m=tolerance)
        again = check_network(streets, node_tolerance_m=tolerance, near_m=tolerance)
        listed = {one.geometry.wkt for one in again.problems if one.rule == problem.rule and one.severity == problem.severity}
        assert problem.geometry.wkt not in listed
        assert joined(network, problem, streets)
    if not any(problem.rule == "level_change" for problem in found.problems):
        assert check_network(streets, node_tolerance_m=0.001).figures["CROSSINGS"] == 0


def joined(network, problem, streets) -> bool:
    """Whether a short walk leads from the end to the street it nearly met."""
    other = problem.message.values["other"]
    here = np.flatnonzero(np.hypot(*(network.xy - shapely.get_coordinates(problem.geometry)[0]).T) < 1e-9)
    edge = np.searchsorted(network.first, here, side="right") - 1
    graph = nx.MultiGraph(zip(network.start.tolist(), network.end.tolist()))
    mine = {node for one in edge for node in nx.node_connected_component(graph, int(network.start[one]))}
    position = streets["street_id"].tolist().index(other)
    line = shapely.LineString(streets.geometry.iloc[position])
    theirs = np.flatnonzero(network.street == position)
    # A street that lies on a lower one is that one.
    return not len(theirs) or any(int(network.start[one]) in mine for one in theirs) or line.length == 0


@examples(10)
@given(TOWNS)
def test_the_check_agrees_with_networkx_and_its_fixes_mend(town):
    compare(town)


@pytest.mark.long
@examples(150)
@given(TOWNS)
def test_the_check_agrees_with_networkx_on_many_towns(town):
    compare(town)


@examples(15)
@given(TOWNS, st.sampled_from([30.0, 90.0]))
def test_short_walks_equal_networkx(town, limit):
    streets = lines(*((f"S{k}", xy) for k, (xy, _) in enumerate(town)))
    network = build_network(streets, walker=walker("planning"))
    graph = nx.MultiGraph()
    graph.add_weighted_edges_from(zip(network.start.tolist(), network.end.tolist(), network.length_m.tolist()))
    origins = np.arange(0, len(network.node_xy), 2)
    walks = short_walks(network, origins, limit_m=limit)
    for origin, node in enumerate(origins.tolist()):
        expected = nx.single_source_dijkstra_path_length(graph, node, cutoff=limit)
        everywhere = np.arange(len(network.node_xy))
        metres = walks.between(np.full(len(everywhere), origin), everywhere)
        assert metres == pytest.approx([expected.get(one, np.inf) for one in everywhere.tolist()], abs=1e-9)
