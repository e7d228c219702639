"""Real walking networks against networkx on samples; skipped by name where ../shared/data is absent.

The OSM extracts are compared with their bridges and tunnels.
"""

from __future__ import annotations

import math
from pathlib import Path

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.osm.read import read_osm
from community3d.layers.reading import read_source
from community3d.processing.engine.coverage import coverage

from .towns import category, settings

METRIC = "EPSG:4549"
LIMIT_M = 200.0


def networkx_answer(streets: gpd.GeoDataFrame, homes: np.ndarray, shops: np.ndarray) -> list[float]:
    """Metres from each home to the nearest shop over a graph of all straight pieces, places put in as nodes."""
    graph = nx.Graph()
    order = np.argsort(streets["street_id"].to_numpy().astype("U"), kind="stable")
    shapes = shapely.get_parts(streets.geometry.to_numpy()[order])
    for line in shapes:
        for a, b in zip(line.coords, line.coords[1:]):
            if a != b:
                graph.add_edge(a, b, weight=float(np.hypot(a[0] - b[0], a[1] - b[1])))
    placed = [shop for number, xy in enumerate(shops) if (shop := put(graph, shapes, xy, ("shop", number))) is not None]
    answers = []
    for number, xy in enumerate(homes):
        home = put(graph, shapes, xy, ("home", number))
        costs = {} if home is None else nx.single_source_dijkstra_path_length(graph, home, weight="weight")
        answers.append(min((costs[shop] for shop in placed if shop in costs), default=np.nan))
        if home is not None:
            graph.remove_node(home)
    return answers


def put(graph: nx.Graph, shapes: np.ndarray, xy: np.ndarray, name: tuple[str, int]) -> tuple[str, int] | None:
    """Adds a point to the graph by its leg to the ends of the nearest piece of the nearest line."""
    point = shapely.Point(xy)
    distance_m = shapely.distance(shapes, point)
    nearest = int(np.flatnonzero(distance_m <= distance_m.min() + 1e-9)[0])
    if distance_m[nearest] > LIMIT_M:
        return None
    coords = list(shapes[nearest].coords)
    pieces = [shapely.LineString(pair) for pair in zip(coords, coords[1:]) if pair[0] != pair[1]]
    piece = min(pieces, key=point.distance)
    at = piece.project(point)
    for end, metres in ((piece.coords[0], at), (piece.coords[-1], piece.length - at)):
        graph.add_edge(name, end, weight=point.distance(piece) + metres)
    return name


def compare(streets: gpd.GeoDataFrame, homes: gpd.GeoDataFrame, shops: gpd.GeoDataFrame) -> None:
    run = settings(category(limit=1000, unit="m"), snap_limit_m=LIMIT_M)
    found = coverage(homes, shops, streets, settings=run).found["shop"]
    homes_xy, shops_xy = (shapely.get_coordinates(frame.geometry) for frame in (homes, shops))
    # A home and a shop on one piece are joined along it by the engine only: far apart they never are here.
    assert found.metres == pytest.approx(networkx_answer(streets, homes_xy, shops_xy), abs=1e-6, nan_ok=True)


def sample(streets: gpd.GeoDataFrame, count: int, name: str, seed: int) -> gpd.GeoDataFrame:
    generator = np.random.default_rng(seed)
    west, south, east, north = streets.total_bounds
    xy = generator.uniform((west, south), (east, north), (count, 2))
    frame = pd.DataFrame({name: [f"{k:04}" for k in range(count)]})
    return gpd.GeoDataFrame(frame, geometry=shapely.points(xy), crs=streets.crs)


def test_inner_shanghai_with_its_reverse_twins_equals_networkx(shared_data: Path):
    streets = read_source(str(shared_data / "shanghai-walk" / "shanghai_slow_network.geojson")).to_crs(METRIC)
    streets["street_id"] = [f"{k}" for k in range(len(streets))]
    shops = sample(streets, 12, "facility_id", 2).assign(services="shop")
    compare(streets, sample(streets, 40, "doorplate_id", 1), shops)


def test_shanghai_s_twins_are_one_edge_each(shared_data: Path):
    from community3d.layers.profiles import walker
    from community3d.processing.engine.network import build_network

    streets = read_source(str(shared_data / "shanghai-walk" / "shanghai_slow_network.geojson")).to_crs(METRIC)
    streets["street_id"] = [f"{k}" for k in range(len(streets))]
    network = build_network(streets, walker=walker("planning"))
    once = {frozenset((line.wkb, shapely.reverse(line).wkb)) for line in shapely.force_2d(streets.geometry.to_numpy())}
    assert len(streets) == 9667
    assert len(np.unique(network.street)) == len(once)


def levelled(streets: gpd.GeoDataFrame) -> list[tuple[tuple, tuple, float]]:
    """All straight pieces as (node, node, metres); inner vertices of different levels are different nodes."""
    levels: dict[tuple, set[int]] = {}
    ends: set[tuple] = set()
    lines = [(int(level), list(part.coords)) for level, line in zip(streets["level"], streets.geometry) for part in shapely.get_parts(line)]
    for level, coords in lines:
        ends |= {coords[0], coords[-1]}
        for xy in coords:
            levels.setdefault(xy, set()).add(level)
    node = {(level, xy): (*xy, level if len(levels[xy]) > 1 and xy not in ends else 0) for level, coords in lines for xy in coords}
    return [(node[level, a], node[level, b], math.dist(a, b)) for level, coords in lines for a, b in zip(coords, coords[1:]) if a != b]


def spots(pieces: list[tuple[tuple, tuple, float]], count: int) -> list[tuple[int, float]]:
    """Places on pieces as (piece, metres along it), never on a node and never two on one piece."""
    generator = np.random.default_rng(1)
    long = np.array([at for at, piece in enumerate(pieces) if piece[2] > 1])
    return [
        (int(at), float(share * pieces[at][2]))
        for at, share in zip(generator.choice(long, count, replace=False), generator.uniform(0.1, 0.9, count))
    ]


def oracle_metres(pieces: list, shut: set[tuple], homes: list[tuple[int, float]], shops: list[tuple[int, float]]) -> list[float]:
    """Metres from each home to the nearest shop, all on the pieces; shut pieces cannot be passed whole."""
    graph = nx.Graph()
    for a, b, metres in pieces:
        if (a, b) not in shut and (b, a) not in shut and metres < graph.get_edge_data(a, b, {}).get("weight", math.inf):
            graph.add_edge(a, b, weight=metres)
    for name, (at, along) in [
        *((("home", k), spot) for k, spot in enumerate(homes)),
        *((("shop", k), spot) for k, spot in enumerate(shops)),
    ]:
        a, b, metres = pieces[at]
        graph.add_edge(name, a, weight=along)
        graph.add_edge(name, b, weight=metres - along)
    reached = nx.multi_source_dijkstra_path_length(graph, {("shop", k) for k in range(len(shops))}, weight="weight")
    return [reached.get(("home", k), np.nan) for k in range(len(homes))]


def on_pieces(pieces: list, places: list[tuple[int, float]], crs: str, name: str) -> gpd.GeoDataFrame:
    along = [(np.array(pieces[at][0][:2]), np.array(pieces[at][1][:2]), metres / pieces[at][2]) for at, metres in places]
    frame = pd.DataFrame({name: [f"{k:04}" for k in range(len(places))]})
    return gpd.GeoDataFrame(frame, geometry=[shapely.Point(a + share * (b - a)) for a, b, share in along], crs=crs)


def engine_metres(homes: gpd.GeoDataFrame, shops: gpd.GeoDataFrame, streets: gpd.GeoDataFrame, **barriers: gpd.GeoDataFrame) -> np.ndarray:
    run = settings(category(limit=1000, unit="m"), snap_limit_m=LIMIT_M)
    return coverage(homes, shops.assign(services="shop"), streets, settings=run, **barriers).found["shop"].metres


@pytest.mark.long
@pytest.mark.parametrize(("extract", "homes", "shops"), [("tsinghua/tsinghua.osm.pbf", 400, 15), ("portoalegre/poa_osm.pbf", 1500, 60)])
def test_an_osm_extract_with_its_bridges_equals_networkx(shared_data: Path, extract: str, homes: int, shops: int):
    read = read_osm(shared_data / extract)
    streets = read.tables["streets"][read.tables["streets"]["walkable"] == "yes"].reset_index(drop=True)
    pieces = levelled(streets)
    drawn = spots(pieces, homes + shops)
    home_spots, shop_spots = drawn[:homes], drawn[homes:]
    found = engine_metres(
        on_pieces(pieces, home_spots, read.crs, "doorplate_id"), on_pieces(pieces, shop_spots, read.crs, "facility_id"), streets
    )
    expected = oracle_metres(pieces, set(), home_spots, shop_spots)
    assert np.isfinite(expected).mean() > 0.9
    assert found == pytest.approx(expected, abs=1e-5, nan_ok=True)
