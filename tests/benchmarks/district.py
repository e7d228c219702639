"""The invented big district of the benchmarks: a bent grid of streets with doorplates, facilities and areas strewn over it.

The density stays the same at every size: 280 by 280 crossings and 100 facilities of each category for 500,000 doorplates.
Arrays need numpy only, so that peers in other environments read the same npz file; frames are what our own engine takes.
"""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd
    from community3d.layers.elevation import Relief

ROOT = Path(__file__).resolve().parents[2]
CRS, CORNER = "EPSG:4549", (530_000.0, 3_460_000.0)
BLOCK_M, LINES_KEPT = 70.0, 0.83
FULL, CATEGORIES = 500_000, 12
LIMITS_MIN = (5, 10, 15)  # of the categories in turn
SPEED_MS = 1.0
DOORPLATES_OF_AREA = 500


@dataclass(frozen=True)
class District:
    """All of a district as arrays, coordinates in metres."""

    lines: np.ndarray  # (streets, 4, 2); streets meet at their ends only
    homes: np.ndarray  # (doorplates, 2)
    households: np.ndarray
    shops: np.ndarray  # (facilities, 2)
    category: np.ndarray  # of each facility
    categories: int
    side: int  # crossings along each edge

    @property
    def limits_m(self) -> np.ndarray:
        """How far each category may be."""
        return np.array([60 * SPEED_MS * LIMITS_MIN[k % len(LIMITS_MIN)] for k in range(self.categories)])


def load_package() -> None:
    """Loads the repository root as community3d, as the tests do."""
    spec = importlib.util.spec_from_file_location("community3d", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["community3d"] = importlib.util.module_from_spec(spec)


def district(doorplates: int = FULL, categories: int = CATEGORIES, *, seed: int = 1) -> District:
    """The district of that many doorplates; the same numbers give the same district."""
    generator = np.random.default_rng(seed)
    side = round(280 * np.sqrt(doorplates / FULL))
    shops = categories * max(round(100 * doorplates / FULL), 1)
    lines = _streets(side, generator)
    homes, shop_xy = (generator.uniform(0, side * BLOCK_M, (count, 2)) + CORNER for count in (doorplates, shops))
    return District(lines, homes, generator.integers(1, 40, doorplates), shop_xy, np.arange(shops) % categories, categories, side)


def _streets(side: int, generator: np.random.Generator) -> np.ndarray:
    grid = np.stack(np.meshgrid(np.arange(side), np.arange(side), indexing="ij"), axis=-1) * BLOCK_M
    nodes = grid + generator.uniform(-12, 12, grid.shape)
    pairs = [(nodes[:-1], nodes[1:]), (nodes[:, :-1], nodes[:, 1:])]
    lines = np.concatenate([np.stack([a + share * (b - a) for share in (0, 1 / 3, 2 / 3, 1)], axis=2).reshape(-1, 4, 2) for a, b in pairs])
    lines[:, 1:3] += generator.uniform(-5, 5, lines[:, 1:3].shape)
    return lines[generator.random(len(lines)) < LINES_KEPT] + CORNER


def save(made: District, path: Path) -> None:
    """Writes the arrays for programs of other environments."""
    np.savez(path, limits_m=made.limits_m, **vars(made))


def load(path: Path) -> District:
    """The district that save() wrote."""
    with np.load(path) as stored:
        arrays = {name: stored[name] for name in District.__dataclass_fields__}
    return District(**{**arrays, "categories": int(arrays["categories"]), "side": int(arrays["side"])})


def frames(made: District, *, walls: bool = False) -> dict[str, pd.DataFrame]:
    """The district as tables of a workspace; walls adds gated estates and canals."""
    import shapely

    streets = {"street_id": _ids("S", len(made.lines)), "kind": "residential"}
    homes = {"doorplate_id": _ids("D", len(made.homes)), "households": made.households}
    shops = {"facility_id": _ids("F", len(made.shops)), "services": [f"c{k}" for k in made.category]}
    tables = {
        "streets": _frame(streets, shapely.linestrings(made.lines)),
        "doorplates": _frame(homes, shapely.points(made.homes)),
        "facilities": _frame(shops, shapely.points(made.shops)),
    }
    return {**tables, **(_walled(made) if walls else {})}


def hills(made: District) -> Relief:
    """Heights over the whole district in cells of 30 m: hills of 40 m and a metre of noise."""
    from community3d.layers.elevation import relief_of

    cells = round((made.side + 4) * BLOCK_M / 30)
    x, y = np.meshgrid(np.arange(cells) * 30.0, np.arange(cells) * 30.0)
    heights = 40 * np.sin(x / 700) * np.cos(y / 900) + np.random.default_rng(2).normal(0, 1, x.shape)
    return relief_of(heights.astype(np.float32), west_m=CORNER[0] - 60, north_m=CORNER[1] - 60 + cells * 30, cell_m=30.0)


def areas(made: District) -> gpd.GeoDataFrame:
    """Communities of about 500 doorplates each, side by side."""
    import shapely

    rows = max(round(np.sqrt(len(made.homes) / DOORPLATES_OF_AREA / 1.6)), 1)
    columns = max(round(len(made.homes) / DOORPLATES_OF_AREA / rows), 1)
    step = made.side * BLOCK_M / np.array([columns, rows])
    low = np.stack(np.meshgrid(np.arange(columns), np.arange(rows), indexing="ij"), axis=-1).reshape(-1, 2) * step + CORNER
    high = low + step
    codes = [f"990106001{k:03}" for k in range(len(low))]
    texts = {"code": codes, "name": codes, "partition": "statutory", "level": "community", "parent_code": "990106001"}
    return _frame(texts, shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1]))


def _ids(letter: str, count: int) -> list[str]:
    return [f"{letter}{k:07}" for k in range(count)]


def _frame(columns: dict[str, object], shapes: np.ndarray) -> gpd.GeoDataFrame:
    import geopandas as gpd
    import pandas as pd

    return gpd.GeoDataFrame(pd.DataFrame(columns, index=pd.RangeIndex(len(shapes))), geometry=shapes, crs=CRS)


def _walled(made: District) -> dict[str, gpd.GeoDataFrame]:
    """Every fourth pair of blocks is an estate with a wall; a third of the paths through it have a gate. Canals every 2 km."""
    import shapely

    generator, side = np.random.default_rng(2), made.side
    corners = np.arange(0, side - 3, 4)
    low = np.stack(np.meshgrid(corners, corners, indexing="ij"), axis=-1).reshape(-1, 2) * BLOCK_M + CORNER + 20.3
    high = low + 2 * BLOCK_M
    boxes = shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1])
    names = [f"E{k}" for k in range(len(boxes))]
    street, tree = shapely.linestrings(made.lines), shapely.STRtree(shapely.get_exterior_ring(boxes))
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


def profile_lines(categories: int) -> str:
    """The categories as a profile file."""
    shapes = ("circle", "square", "hexagon", "diamond")
    lines = ["id: grid", "title: {zh: 格网, en: Grid}", "categories:"]
    for k in range(categories):
        limit = f"limit: {LIMITS_MIN[k % len(LIMITS_MIN)]}, unit: min"
        name = f"name: {{zh: 类{k}, en: Kind {k}}}"
        lines.append(f"- {{id: c{k}, {name}, types: [market], {limit}, glyph: '{k % 10}', shape: {shapes[k % 4]}, confidence: user}}")
    return "\n".join(lines) + "\n"
