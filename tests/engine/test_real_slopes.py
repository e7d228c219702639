"""Real hills against the plain oracle, from junction to junction; skipped by name where ../shared/data is absent."""

from __future__ import annotations

import math
from pathlib import Path

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.elevation_file import read_relief
from community3d.layers.osm import read_osm
from community3d.processing.engine.coverage import coverage
from community3d.processing.engine.streets import street_costs, street_levels
from osgeo import gdal
from pyproj import Transformer

from .oracle import Grid, Street, Town, edges, hilly
from .towns import category, settings

pytestmark = pytest.mark.long


class Tile:
    """A raster in degrees asked point by point."""

    def __init__(self, path: Path, crs: str, cell: float) -> None:
        raster = gdal.Open(str(path))
        self.cell, self.transform = cell, raster.GetGeoTransform()
        self.grid = Grid(0, 0, 1, raster.ReadAsArray().astype(float).tolist())
        self.to_degrees = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)

    def height(self, x: float, y: float) -> float:
        west, across, _, north, _, down = self.transform
        lon, lat = self.to_degrees.transform(x, y)
        return self.grid.height((lon - west) / across, -(lat - north) / down)


def plain_streets(streets: gpd.GeoDataFrame) -> list[Street]:
    factor, _ = street_costs(streets)
    rows = zip(streets["street_id"], streets.geometry, factor, street_levels(streets))
    return [Street(name, list(line.coords), share, 0.0, int(level)) for name, line, share, level in rows if share > 0]


def plain_graph(town: Town) -> nx.DiGraph:
    graph = nx.DiGraph()
    for piece in hilly(town, edges(town.streets)):
        for u, v, slow in ((piece.u, piece.v, piece.there), (piece.v, piece.u, piece.back)):
            seconds = slow * piece.line.length / piece.street.factor
            if seconds < graph.get_edge_data(u, v, {"s": math.inf})["s"]:
                graph.add_edge(u, v, s=seconds)
    return graph


def points(names: dict[str, list], xy: list, crs: str) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(pd.DataFrame(names), geometry=shapely.points(xy), crs=crs)


@pytest.mark.parametrize(
    ("extract", "model"), [("monaco/monaco.osm.pbf", "N43E007.hgt.zip"), ("portoalegre/poa_osm.pbf", "poa_elevation.tif")]
)
def test_walks_over_real_hills_equal_networkx(shared_data: Path, monkeypatch, extract: str, model: str):
    monkeypatch.setattr("community3d.layers.elevation.EXACT_CELLS", 1e-7)
    path, read = (shared_data / extract).parent / model, read_osm(shared_data / extract)
    streets = read.tables["streets"].reset_index(drop=True)
    relief = read_relief(str(path), streets.total_bounds, crs=read.crs)
    town = Town(plain_streets(streets), {}, {}, relief=Tile(path, read.crs, relief.cell_m))
    graph = plain_graph(town)
    # Nodes on bridges that pass over another have a third coordinate; a sample of the others.
    nodes = sorted(node for node in graph.nodes if len(node) == 2 and not isinstance(node[0], str))
    chosen = np.random.default_rng(4).permutation(len(nodes))[:330]
    shops, homes = ([nodes[k] for k in part] for part in (chosen[:30], chosen[30:]))
    expected = nx.multi_source_dijkstra_path_length(graph.reverse(), set(shops), weight="s")
    ids = [f"{k:03}" for k in range(330)]
    home_frame = points({"doorplate_id": ids[30:]}, homes, read.crs)
    shop_frame = points({"facility_id": ids[:30], "services": ["shop"] * 30}, shops, read.crs)
    found = coverage(home_frame, shop_frame, streets, relief=relief, settings=settings(category(limit=30))).found["shop"]
    wanted = np.array([expected.get(home, math.nan) for home in homes])
    assert np.isfinite(wanted).sum() > 250
    assert found.minutes * 60 == pytest.approx(wanted, abs=1e-3, nan_ok=True)
