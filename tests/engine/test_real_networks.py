"""Real walking networks against networkx on samples; skipped by name where ../shared/data is absent."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import pytest
import shapely
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
