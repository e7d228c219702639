"""Measures the walking engine on an invented grid district of any size: CPU seconds of each stage, peak memory.

    python tests/benchmarks/engine.py [DOORPLATES [CATEGORIES]] [--walls]

The district keeps its density: 280 by 280 crossings for 500,000 doorplates. --walls adds gated estates and canals.
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

ROOT = Path(__file__).resolve().parents[2]
CRS, CORNER = "EPSG:4549", (530_000.0, 3_460_000.0)
BLOCK_M, LINES_KEPT = 70.0, 0.83


def load_package() -> None:
    """Loads the repository root as community3d, as the tests do."""
    spec = importlib.util.spec_from_file_location("community3d", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["community3d"] = importlib.util.module_from_spec(spec)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Prints the CPU and wall seconds of a stage."""
    cpu, wall = time.process_time(), time.perf_counter()
    yield
    peak_gb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{name:42} {time.process_time() - cpu:7.2f} s CPU {time.perf_counter() - wall:7.2f} s wall  peak {peak_gb:.2f} GB")


def district(doorplates: int, categories: int, *, walls: bool, generator: np.random.Generator) -> dict[str, pd.DataFrame]:
    """Tables of a bent grid of streets with doorplates and facilities strewn over it."""
    side = round(280 * np.sqrt(doorplates / 500_000))
    extent = side * BLOCK_M
    lines = _streets(side, generator)
    tables = {
        "streets": _frame({"street_id": [f"S{k:06}" for k in range(len(lines))], "kind": "residential"}, shapely.linestrings(lines)),
        "doorplates": _points("doorplate_id", "D", doorplates, extent, generator),
        "facilities": _points("facility_id", "F", 100 * categories, extent, generator),
    }
    tables["facilities"]["services"] = [f"c{k % categories}" for k in range(100 * categories)]
    tables["doorplates"]["households"] = generator.integers(1, 40, doorplates)
    return {**tables, **(_walled(side, lines, generator) if walls else {})}


def _streets(side: int, generator: np.random.Generator) -> np.ndarray:
    grid = np.stack(np.meshgrid(np.arange(side), np.arange(side), indexing="ij"), axis=-1) * BLOCK_M
    nodes = grid + generator.uniform(-12, 12, grid.shape)
    pairs = [(nodes[:-1], nodes[1:]), (nodes[:, :-1], nodes[:, 1:])]
    lines = np.concatenate([np.stack([a + share * (b - a) for share in (0, 1 / 3, 2 / 3, 1)], axis=2).reshape(-1, 4, 2) for a, b in pairs])
    lines[:, 1:3] += generator.uniform(-5, 5, lines[:, 1:3].shape)
    return lines[generator.random(len(lines)) < LINES_KEPT] + CORNER


def _walled(side: int, lines: np.ndarray, generator: np.random.Generator) -> dict[str, gpd.GeoDataFrame]:
    """Every fourth pair of blocks is an estate with a wall; a third of the paths through it have a gate. Canals every 2 km."""
    at = (
        np.stack(np.meshgrid(np.arange(0, side - 3, 4), np.arange(0, side - 3, 4), indexing="ij"), axis=-1).reshape(-1, 2) * BLOCK_M
        + CORNER
    )
    low, high = at + 20.3, at + 20.3 + 2 * BLOCK_M
    boxes = shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1])
    names = [f"E{k}" for k in range(len(boxes))]
    street, tree = shapely.linestrings(lines), shapely.STRtree(shapely.get_exterior_ring(boxes))
    path, ring = tree.query(street, predicate="crosses")
    meets = shapely.get_parts(shapely.intersection(street[path], tree.geometries[ring]), return_index=True)
    kept = generator.random(len(meets[0])) < 1 / 3
    gates = {"gate_id": [f"G{k}" for k in range(kept.sum())], "estate": np.array(names, dtype=object)[ring[meets[1][kept]]]}
    gates["open"] = generator.choice(["all", "residents", "closed", "unknown"], kept.sum())
    canal = np.arange(1000, side * BLOCK_M, 2000) + CORNER[1] + 35
    water = shapely.box(CORNER[0], canal, CORNER[0] + side * BLOCK_M, canal + 12)
    return {
        "estates": _frame({"estate_id": names, "name": names, "gated": "yes"}, boxes),
        "walls": _frame({"wall_id": names, "estate": names}, shapely.get_exterior_ring(boxes)),
        "gates": _frame(gates, meets[0][kept]),
        "land": _frame({"use": ["water"] * len(water)}, water),
    }


def _frame(columns: dict[str, object], shapes: np.ndarray) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(pd.DataFrame(columns, index=pd.RangeIndex(len(shapes))), geometry=shapes, crs=CRS)


def _points(key: str, letter: str, count: int, extent: float, generator: np.random.Generator) -> gpd.GeoDataFrame:
    xy = generator.uniform(0, extent, (count, 2)) + CORNER
    return _frame({key: [f"{letter}{k:06}" for k in range(count)]}, shapely.points(xy))


def run(tables: dict[str, pd.DataFrame], categories: int) -> None:
    """Runs the engine stage by stage, then whole."""
    from community3d.layers.profiles import WALKERS, Category, Profile
    from community3d.processing.engine import coverage, ground, ledger, network
    from community3d.processing.engine.estates import points_of
    from community3d.processing.engine.results import Settings

    found = tuple(Category(f"c{k}", f"c{k}", f"c{k}", (f"c{k}",), (5, 10, 15)[k % 3], "min") for k in range(categories))
    settings = Settings(Profile("grid", "格网", "Grid", found), WALKERS["planning"])
    given = ground.Tables(*(tables.get(name) for name in ("gates", "walls", "estates", "land")))
    with stage("network"):
        network.street_network(tables["streets"], walker=settings.walker)
    homes, facilities = points_of(tables["doorplates"]), points_of(tables["facilities"])
    with stage("network, walls, snapping (survey)"):
        site = ground.survey(homes, facilities, tables["streets"], given, settings)
    with stage("access under every rule about gates"):
        for rule in ("as_stated", "all", "unknown_closed"):
            ground.ground(site, rule)
    with stage(f"{categories} bare scipy searches, for comparison"):
        bare_searches(site.uncut, categories)
    with stage("coverage, whole"):
        result = coverage.coverage(**tables, settings=settings)
    with stage("ledger frame"):
        rows = ledger.assemble(result, {}, settings)
    shares = [f"{(rows[f'c{k}_why'] == 'ok').mean():.3f}" for k in range(categories)]
    print(f"{result.ground.network.size} edges, {len(result.ground.network.node_xy)} nodes; covered: {' '.join(shares)}")


def bare_searches(network: object, count: int) -> None:
    """Nothing but scipy's searches from 100 nodes each: the floor under every engine of this kind."""
    from community3d.processing.engine.search import search_graph
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    arrows = search_graph(network, unit="s").arrows
    size = len(arrows.first) - 1
    matrix = csr_matrix((arrows.cost, arrows.head, arrows.first), (size, size))
    for k in range(count):
        dijkstra(matrix, indices=np.arange(k, size, max(size // 100, 1)), min_only=True, return_predecessors=True)


def main() -> None:
    """Reads the command line and prints one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("doorplates", type=int, nargs="?", default=500_000)
    parser.add_argument("categories", type=int, nargs="?", default=12)
    parser.add_argument("--walls", action="store_true")
    wanted = parser.parse_args()
    load_package()
    run(district(wanted.doorplates, wanted.categories, walls=wanted.walls, generator=np.random.default_rng(1)), wanted.categories)


if __name__ == "__main__":
    main()
