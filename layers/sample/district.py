"""A generated district in the manner of Suzhou: an old quarter between canals, gated estates, all tables of a workspace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from ..progress import SILENT, Progress
from ..words import text
from .areas import UPDATED, Territory, areas_frame, divide
from .blocks import build_blocks
from .buildings import Houses, buildings_frame, gather_houses, thin_lanes
from .crossings import build_bridges, next_bridge
from .doorplates import Names, Plates, doorplates_frame, place_plates
from .facilities import Facility, facilities_frame, place_facilities
from .faults import with_faults
from .frames import table_frame
from .land import estate_tables, land_frame
from .lattice import Lattice, make_lattice
from .lots import Lots, make_lots
from .names import Pool, bridge_names, estate_names, make_pool, street_names
from .outside import place_outside
from .plan import Plan, make_plan
from .sizes import Size, size_of
from .streets import streets_frame
from .uses import block_uses, fortune_at
from .works import Works

CATEGORIES = ("elderly", "park", "primary_school", "market", "health", "secondary_school", "culture", "sport", "football")
WATER_OUTSIDE_M = 1100.0
Choose = Callable[[Plan], np.ndarray]  # the use of each block of a plan


@dataclass(frozen=True)
class City:
    """Everything that is drawn, before it becomes tables."""

    plan: Plan
    lots: Lots
    uses: np.ndarray
    fortune: np.ndarray  # by block, -1 (badly served) to 1
    works: Works
    houses: Houses
    plates: Plates
    outline: shapely.Polygon

    def homes(self) -> np.ndarray:
        """Households of each lot, before they are drawn."""
        houses = self.houses
        home = houses.use == "residential"
        expected = np.where(home & (houses.estate >= 0), houses.floors * houses.entrances * 1.6, np.where(home, 1.5, 0.0))
        return np.bincount(houses.lot, weights=expected, minlength=len(self.uses))


@dataclass(frozen=True)
class Settled:
    """Who lives in a city and what serves them; streets are named by side, estates in their order."""

    doorplates: gpd.GeoDataFrame
    facilities: list[Facility]
    streets: np.ndarray
    estates: np.ndarray


def sample_district(size: str, seed: int, progress: Progress = SILENT) -> dict[str, gpd.GeoDataFrame]:
    """All tables of a generated district in EPSG:4549; equal size and seed give equal frames. `surveys` has no geometry.

    Sizes are small (about 500 doorplates), medium (20,000) and large (500,000); another word raises InputError.
    """
    spec = size_of(size)
    rng = np.random.default_rng(seed)
    progress.at(0.0)
    lattice = make_lattice(spec, rng)
    pool = make_pool(lattice, rng)
    progress.at(0.0)
    city = build_city(lattice, spec, rng, progress.part(0.0, 0.55))
    progress.at(0.55, text("Dividing the district into areas"))
    blocks = pool.blocks[tuple(np.array([face.superblock for face in city.plan.faces]).T)]
    territory = divide(city.plan, city.lots, city.homes(), spec, pool.free, blocks, progress.part(0.55, 0.65))
    settled = settle(city, pool, blocks, territory, rng, progress.part(0.65, 0.84))
    tables = tables_of(city, pool, territory, settled, rng, progress.part(0.84, 0.97))
    progress.at(0.97, text("Planting faults for the checks to find"))
    return with_faults(tables, rng)


def build_city(lattice: Lattice, spec: Size, rng: np.random.Generator, progress: Progress, choose: Choose | None = None) -> City:
    """Streets, blocks, houses and doorplates on the ground; choose says what each block is used for."""
    plan = make_plan(lattice, rng, progress.part(0.0, 0.2))
    lots = make_lots(plan, progress.part(0.2, 0.3))
    progress.at(0.3)
    fortune = fortune_at(lots.centres, rng)
    uses = block_uses(lots, fortune, spec.use_spacing, rng) if choose is None else choose(plan)
    works, lots = build_blocks(plan, lots, uses, rng, progress.part(0.3, 0.9))
    build_bridges(works, plan, rng)
    doing = text("Placing buildings and doorplates")
    progress.at(0.9, doing)
    houses = gather_houses(works)
    progress.at(0.92, doing)
    houses = thin_lanes(houses, spec.doorplates, spec.plates_per_building, rng)
    progress.at(0.94, doing)
    plates = place_plates(houses, spec.plates_per_building)
    progress.at(0.97, doing)
    return City(plan, lots, uses, fortune, works, houses, plates, shapely.coverage_union_all(lots.polygons))


def settle(city: City, pool: Pool, blocks: np.ndarray, territory: Territory, rng: np.random.Generator, progress: Progress) -> Settled:
    """Addresses, people and services; blocks holds the name part of each block."""
    plan, lots, works, houses = city.plan, city.lots, city.works, city.houses
    doing = text("Writing addresses")
    progress.at(0.0, doing)
    streets = street_names(plan, pool)
    progress.at(0.1, doing)
    estates = estate_names(np.array([item.style for item in works.estates]), blocks[[item.lot for item in works.estates]], rng)
    progress.at(0.2, doing)
    codes = np.stack([territory.community, territory.grid], axis=1)
    doorplates = doorplates_frame(plan, houses, city.plates, works, Names(streets, estates), codes, rng)
    progress.at(0.6)
    found = place_facilities(works, lots, city.uses, city.fortune, territory, rng, progress.part(0.6, 1.0))
    found += place_outside(plan, city.outline, pool.free[::-1], rng)
    return Settled(doorplates, found, streets, estates)


def tables_of(
    city: City, pool: Pool, territory: Territory, settled: Settled, rng: np.random.Generator, progress: Progress
) -> dict[str, gpd.GeoDataFrame]:
    """The workspace tables."""
    plan, lots, works = city.plan, city.lots, city.works
    doorplates, streets, estates = settled.doorplates, settled.streets, settled.estates
    households = doorplates.groupby("estate").households.sum().reindex(estates).fillna(0).to_numpy()
    makers = (
        lambda: {"areas": areas_frame(territory, lots, doorplates, rng), "doorplates": doorplates},
        lambda: {"facilities": facilities_frame(settled.facilities, rng)},
        lambda: {"streets": streets_frame(plan, works, streets, city.outline, bridge_names(pool, next_bridge(works)))},
        lambda: estate_tables(works, estates, households),
        lambda: {"land": land_frame(plan, works, streets, shapely.buffer(city.outline, WATER_OUTSIDE_M), progress.part(0.3, 1.0))},
        lambda: {"surveys": table_frame("surveys", {"category": list(CATEGORIES), "complete": "yes", "as_of": UPDATED})},
        lambda: {"buildings": buildings_frame(city.houses, estates, rng)},
    )
    tables = {}
    # One after another: the dice are thrown in this order.
    for make in makers:
        progress.at(0.0, text("Drawing areas, land and walls"))
        tables.update(make())
    return tables
