from __future__ import annotations

import geopandas as gpd
import networkx as nx
import numpy as np
import pytest
import shapely
from community3d.layers.errors import InputError
from community3d.layers.profiles import WALKERS, Profile
from community3d.processing.engine.ground import Tables
from community3d.processing.engine.isochrones import COLUMNS, isochrones
from community3d.processing.engine.limits import parse_limits
from community3d.processing.engine.network import street_network
from community3d.processing.engine.reach import Starts, cost_at, edge_lines
from community3d.processing.engine.results import Settings

CRS = "EPSG:4549"
CAP_M2 = 2 * 2**0.5 * 25**2  # an octagon in the circle of 25 m
WALK = Settings(Profile("own", "自定", "Own", ()), WALKERS["planning"])
STREET = [((0, 0), (1000, 0))]


def streets(lines: list, **columns: list) -> gpd.GeoDataFrame:
    frame = {"street_id": [f"S{k}" for k in range(len(lines))], **columns}
    return gpd.GeoDataFrame(frame, geometry=[shapely.LineString(line) for line in lines], crs=CRS)


def places(*xy: tuple[float, float]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"place_id": [f"P{k}" for k in range(len(xy))]}, geometry=shapely.points(xy), crs=CRS)


def test_bands_nest_and_measure_what_paper_says():
    found = isochrones(places((500, 10)), streets(STREET), limits=[2, 1], unit="min", settings=WALK)
    assert list(found.frame.columns) == [*COLUMNS, "geometry"]
    assert found.frame["limit"].tolist() == [1, 2]
    # The leg takes 10 of 60 and of 120 s: 50 m and 110 m to each side, 25 m beside, two round ends.
    assert found.frame["area_m2"].tolist() == [pytest.approx(100 * 50 + CAP_M2), pytest.approx(220 * 50 + CAP_M2)]
    assert found.reached_km == {1: pytest.approx(0.1), 2: pytest.approx(0.22)}
    assert found.area_km2[1] == pytest.approx((100 * 50 + CAP_M2) / 1e6)


def test_metres_count_the_way_and_not_the_speed():
    steps = streets(STREET, kind=["steps"])
    found = isochrones(places((500, 0)), steps, limits=[100], unit="m", settings=WALK)
    assert found.reached_km == {100: pytest.approx(0.2)}


def test_places_are_merged_or_drawn_each():
    two = places((200, 0), (240, 0))
    merged = isochrones(two, streets(STREET), limits=[1], unit="min", settings=WALK)
    each = isochrones(two, streets(STREET), limits=[1], unit="min", settings=WALK, merge=False)
    assert merged.frame["place_id"].tolist() == [None]
    # From 140 to 300 m together, 120 m each.
    assert merged.reached_km[1] == pytest.approx(0.16)
    assert each.frame["place_id"].tolist() == ["P0", "P1"]
    assert each.reached_km[1] == pytest.approx(0.24)


def test_a_place_far_from_every_street_is_named():
    found = isochrones(places((500, 0), (500, 900)), streets(STREET), limits=[5], unit="min", settings=WALK)
    assert found.not_connected == ("P1",)


def test_no_place_near_a_street_is_refused():
    with pytest.raises(InputError, match="None of the 1 places is within 200 m of a walkable street"):
        isochrones(places((500, 900)), streets(STREET), limits=[5], unit="min", settings=WALK)


@pytest.mark.parametrize("limits", [[], [0], [5, -1], [float("nan")]])
def test_limits_that_are_no_walk_are_refused(limits):
    with pytest.raises(InputError, match="limits must be numbers above 0"):
        isochrones(places((500, 0)), streets(STREET), limits=limits, unit="min", settings=WALK)


def test_limits_are_read_as_people_write_them():
    assert parse_limits("15，5, 10；7.5、5") == [5, 7.5, 10, 15]


@pytest.mark.parametrize("words", ["", "five", "5,x", "0"])
def test_limits_that_are_no_numbers_are_refused(words):
    with pytest.raises(InputError, match="for example 5,10,15"):
        parse_limits(words)


def test_the_band_does_not_pass_a_wall():
    wall = gpd.GeoDataFrame({"wall_id": ["W1"]}, geometry=[shapely.LineString([(-100, 10), (1100, 10)])], crs=CRS)
    found = isochrones(places((500, 0)), streets(STREET), limits=[5], unit="min", settings=WALK, tables=Tables(walls=wall))
    assert found.frame.total_bounds[3] == pytest.approx(10)


@pytest.fixture
def gated() -> Tables:
    """A wall around the eastern half of a street of 200 m, with a gate for residents at x = 100."""
    estate = shapely.box(100, -50, 300, 50)
    return Tables(
        gates=gpd.GeoDataFrame({"gate_id": ["G1"], "estate": ["园"], "open": ["residents"]}, geometry=[shapely.Point(100, 0)], crs=CRS),
        walls=gpd.GeoDataFrame({"wall_id": ["W1"], "estate": ["园"]}, geometry=[estate.boundary], crs=CRS),
        estates=gpd.GeoDataFrame({"estate_id": ["园"], "name": ["园"], "gated": ["yes"]}, geometry=[estate], crs=CRS),
    )


@pytest.mark.parametrize(
    ("x", "direction", "km"),
    [
        (50, "to_facility", 0.17),  # residents walk out to the place: from x = 0 to x = 170
        (50, "from_facility", 0.17),  # and home again
        (150, "to_facility", 0.1),  # nobody else walks in: only the hundred metres inside
    ],
)
def test_a_residents_gate_lets_only_residents_pass(gated, x, direction, km):
    walk = Settings(WALK.profile, WALK.walker, direction=direction)
    line = streets([((0, 0), (200, 0))])
    found = isochrones(places((x, 0)), line, limits=[2], unit="min", settings=walk, tables=gated)
    assert found.reached_km[2] == pytest.approx(km)


@pytest.mark.parametrize("seed", range(6))
def test_streets_within_the_limit_lie_inside_and_no_street_far_beyond_it(seed):
    random = np.random.default_rng(seed)
    spots = random.random((14, 2)) * 600
    pairs = {tuple(sorted(random.choice(14, 2, replace=False))) for _ in range(26)}
    lines = [(tuple(spots[a]), tuple(spots[b])) for a, b in sorted(pairs)]
    frame = streets(lines, speed_factor=random.choice([0.5, 1.0], len(lines)).tolist())
    start = places(tuple(spots[sorted(pairs)[0][0]]))
    (limit,) = random.integers(2, 8, 1)
    band = isochrones(start, frame, limits=[float(limit)], unit="min", settings=WALK).frame.geometry[0]
    network, cost = street_network(frame, walker=WALK.walker), _costs(frame, start)
    edge = np.repeat(np.arange(network.size), 40)
    share = np.tile(np.linspace(0.01, 0.99, 40), network.size)
    at = shapely.line_interpolate_point(edge_lines(network)[edge], share, normalized=True)
    seconds = cost(edge, share)
    inside = shapely.intersects(band, at)
    assert inside[seconds <= limit * 60].all()
    # What lies inside beyond the limit is within the width of 25 m of a street that is reached.
    reached = shapely.union_all(at[seconds <= limit * 60])
    assert (shapely.distance(at[inside], reached) <= 25 + 15).all()


def _costs(frame: gpd.GeoDataFrame, start: gpd.GeoDataFrame):
    network = street_network(frame, walker=WALK.walker)
    graph = nx.Graph()
    for e in range(network.size):
        before = graph.get_edge_data(network.start[e], network.end[e], {"weight": np.inf})["weight"]
        graph.add_edge(network.start[e], network.end[e], weight=min(before, network.forward_s[e]))
    node = int(np.argmin(np.hypot(*(network.node_xy - shapely.get_coordinates(start.geometry)[0]).T)))
    found = nx.single_source_dijkstra_path_length(graph, node)
    by_node = np.array([found.get(n, np.inf) for n in range(len(network.node_xy))])

    def cost(edge: np.ndarray, share: np.ndarray) -> np.ndarray:
        whole = network.forward_s[edge]
        return np.minimum(by_node[network.start[edge]] + share * whole, by_node[network.end[edge]] + (1 - share) * whole)

    return cost


def test_the_cost_of_a_place_is_that_of_its_cheapest_way():
    line = street_network(streets(STREET), walker=WALK.walker)
    start = Starts(np.array([0]), np.array([400.0]), np.array([7.0]))
    found = cost_at(
        line, np.array([50.0, np.inf]), start, np.zeros(3, dtype=int), np.array([10.0, 390.0, 500.0]), unit="s", direction="to_facility"
    )
    # 50 s at the start and 10 m on; 7 s of leg and 10 m; 7 s of leg and 100 m.
    assert found.tolist() == [60, 17, 107]
