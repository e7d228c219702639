"""Small towns drawn block by block: which block is what, under which name and in which grid."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import NamedTuple, Optional

import geopandas as gpd
import numpy as np
import shapely

from ...progress import SILENT, Progress
from ..areas import DISTRICT_CODE, Territory
from ..district import City, Settled, build_city, settle, tables_of
from ..lattice import Lattice
from ..lots import make_lots
from ..names import Pool, chinese_number, make_pool
from ..plan import Plan, make_plan
from ..sizes import Size
from .people import with_people

Place = tuple[int, int]  # column from the west, row from the south
SUBDISTRICT, COMMUNITY = f"{DISTRICT_CODE}001", f"{DISTRICT_CODE}001001"
EVERY_PLATE = 10**6


class Cell(NamedTuple):
    """A block: its use, the name of the estate that it is, the number of its grid."""

    use: str
    name: Optional[str]
    grid: int


@dataclass(frozen=True)
class Sketch:
    """Widths of the columns from the west and of the rows from the south in metres, and what stands in each block."""

    columns_m: tuple[float, ...]
    rows_m: tuple[float, ...]
    cells: Mapping[Place, Cell]
    upright: str  # kind of the streets from south to north
    level: str  # kind of the streets from west to east
    river: Optional[int]  # the street from west to east that is a canal, counted from the south
    beyond_m: float  # the streets go on so far
    plates_per_building: int
    names: Mapping[str, str]  # of district, sub-district and community by code
    area_m2: Optional[float] = None  # of the whole; None: as the city's bend makes it


@dataclass(frozen=True)
class Drawn:
    """A sketch on the ground, with its people and what the generator placed there."""

    city: City
    pool: Pool
    territory: Territory
    settled: Settled


def drawn(sketch: Sketch, residents: int, rng: np.random.Generator, progress: Progress) -> Drawn:
    """Streets, estates, addresses and so many residents."""
    lattice = _scaled(_lattice(sketch), sketch.area_m2, deepcopy(rng))
    pool = make_pool(lattice, rng)
    spec = Size(EVERY_PLATE, len(sketch.columns_m), len(sketch.rows_m), 0, 0, 0, 0, sketch.plates_per_building, 1, 1, 1, 1)
    city = build_city(lattice, spec, rng, progress.part(0.0, 0.6), lambda plan: _uses(plan, sketch))
    blocks = pool.blocks[tuple(np.array([face.superblock for face in city.plan.faces]).T)]
    territory = _territory(city.plan, sketch)
    settled = settle(city, pool, blocks, territory, rng, progress.part(0.6, 1.0))
    estates = np.array([_cell(sketch, city.plan, estate.lot).name for estate in city.works.estates], dtype=object)
    renamed = settled.doorplates["estate"].map(dict(zip(settled.estates, estates)))
    doorplates = with_people(settled.doorplates.assign(estate=renamed), residents, sketch.names[DISTRICT_CODE])
    return Drawn(city, pool, territory, replace(settled, doorplates=doorplates, estates=estates))


def tables_of_drawn(town: Drawn, sketch: Sketch, rng: np.random.Generator, progress: Progress) -> dict[str, gpd.GeoDataFrame]:
    """The workspace tables, with the sketch's own names of the areas; each grid has one leader and three workers."""
    tables = tables_of(town.city, town.pool, town.territory, town.settled, rng, progress)
    areas = tables["areas"]
    grids = areas["code"].str[len(COMMUNITY) :]
    community = sketch.names[COMMUNITY]
    names = [sketch.names.get(code) or f"{community}第{chinese_number(int(grid))}网格" for code, grid in zip(areas["code"], grids)]
    inside = areas["level"].eq("grid").sum()
    posts = np.where(areas["level"] == "grid", 1, inside)
    return {**tables, "areas": areas.assign(name=names, leader_posts=posts, worker_posts=3 * posts)}


def _lattice(sketch: Sketch) -> Lattice:
    """The main lines of the sketch, each superblock one block, and a ring around that only streets lead through."""
    x, y = _positions(sketch.columns_m, sketch.beyond_m), _positions(sketch.rows_m, sketch.beyond_m)
    columns, rows = len(x) - 1, len(y) - 1
    inside = np.zeros((columns, rows), dtype=bool)
    inside[1:-1, 1:-1] = True
    vertical = np.full((columns + 1, rows), sketch.upright, dtype=object)
    horizontal = np.full((columns, rows + 1), sketch.level, dtype=object)
    if sketch.river is not None:
        horizontal[:, sketch.river + 1] = "canal_branch"
    return Lattice(x, y, vertical, horizontal, inside, np.zeros_like(inside), inside)


def _scaled(lattice: Lattice, area_m2: Optional[float], rng: np.random.Generator) -> Lattice:
    """The lattice in the size that covers so much ground: the bend of the city stretches and squeezes."""
    if area_m2 is None:
        return lattice
    found = lattice
    # The bend differs from place to place: what the first step leaves the second one mends.
    for _ in range(2):
        dice = deepcopy(rng)
        make_pool(found, dice)
        lots = make_lots(make_plan(found, dice, SILENT), SILENT)
        factor = float(np.sqrt(area_m2 / shapely.area(lots.polygons).sum()))
        found = replace(found, x=found.x * factor, y=found.y * factor)
    return found


def _positions(widths_m: tuple[float, ...], beyond_m: float) -> np.ndarray:
    places = np.concatenate([[0.0], np.cumsum([beyond_m, *widths_m, beyond_m])])
    return places - places[-1] / 2


def _cell(sketch: Sketch, plan: Plan, block: int) -> Cell:
    column, row = plan.faces[block].superblock
    return sketch.cells[column - 1, row - 1]


def _uses(plan: Plan, sketch: Sketch) -> np.ndarray:
    uses = ["bank" if face.kind == "bank" else _cell(sketch, plan, block).use for block, face in enumerate(plan.faces)]
    return np.array(uses, dtype=object)


def _territory(plan: Plan, sketch: Sketch) -> Territory:
    grid = np.array([f"{COMMUNITY}{_cell(sketch, plan, block).grid:03d}" for block in range(len(plan.faces))], dtype=object)
    one, other = (np.full(len(grid), code, dtype=object) for code in (SUBDISTRICT, COMMUNITY))
    return Territory(one, other, grid, dict(sketch.names))
