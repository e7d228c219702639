"""A generated district in the manner of Suzhou: an old quarter between canals, gated estates, all tables of a workspace."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..progress import SILENT, Progress
from ..words import text
from .areas import UPDATED, areas_frame, divide
from .blocks import build_blocks
from .buildings import Houses, buildings_frame, gather_houses, thin_lanes
from .crossings import build_bridges
from .doorplates import Names, doorplates_frame, place_plates
from .facilities import facilities_frame, place_facilities
from .faults import with_faults
from .frames import table_frame
from .land import estate_tables, land_frame
from .lattice import make_lattice
from .lots import make_lots
from .names import estate_names, make_pool, street_names
from .outside import place_outside
from .plan import make_plan
from .sizes import size_of
from .streets import streets_frame
from .uses import block_uses, fortune_at

CATEGORIES = ("elderly", "park", "primary_school", "market", "health", "secondary_school", "culture", "sport", "football")
WATER_OUTSIDE_M = 1100.0


def sample_district(size: str, seed: int, progress: Progress = SILENT) -> dict[str, gpd.GeoDataFrame]:
    """All tables of a generated district in EPSG:4549; equal size and seed give equal frames. `surveys` has no geometry.

    Sizes are small (about 500 doorplates), medium (20,000) and large (500,000); another word raises InputError.
    """
    spec = size_of(size)
    rng = np.random.default_rng(seed)
    lattice = make_lattice(spec, rng)
    pool = make_pool(lattice, rng)
    plan = make_plan(lattice, rng, progress.part(0.0, 0.1))
    progress.at(0.1, text("Dividing the ground into lots"))
    lots = make_lots(plan)
    fortune = fortune_at(lots.centres, rng)
    uses = block_uses(lots, fortune, spec.use_spacing, rng)
    works, lots = build_blocks(plan, lots, uses, rng, progress.part(0.15, 0.55))
    build_bridges(works, plan, rng)
    progress.at(0.56, text("Placing buildings and doorplates"))
    houses = thin_lanes(gather_houses(works), spec.doorplates, spec.plates_per_building, rng)
    plates = place_plates(houses, spec.plates_per_building)
    progress.at(0.62, text("Dividing the district into areas"))
    blocks = pool.blocks[tuple(np.array([face.superblock for face in plan.faces]).T)]
    homes = np.bincount(houses.lot, weights=_expected_homes(houses), minlength=len(uses))
    territory = divide(plan, lots, homes, spec, pool.free, blocks)
    progress.at(0.7, text("Writing addresses"))
    streets = street_names(plan, pool)
    estates = estate_names(np.array([item.style for item in works.estates]), blocks[[item.lot for item in works.estates]], rng)
    codes = np.stack([territory.community, territory.grid], axis=1)
    doorplates = doorplates_frame(plan, houses, plates, works, Names(streets, estates), codes, rng)
    by_estate = doorplates.households.groupby(pd.Series(estates[houses.estate[plates.house]]).where(houses.estate[plates.house] >= 0)).sum()
    progress.at(0.85, text("Placing facilities"))
    outline = shapely.coverage_union_all(lots.polygons)
    found = place_facilities(works, lots, uses, fortune, territory, rng) + place_outside(plan, outline, pool.free[::-1], rng)
    progress.at(0.9, text("Drawing land and walls"))
    tables = {
        "areas": areas_frame(territory, lots, doorplates, rng),
        "doorplates": doorplates,
        "facilities": facilities_frame(found, rng),
        "streets": streets_frame(plan, works, streets, outline, pool.bridges + "桥"),
        **estate_tables(works, estates, by_estate.reindex(estates).fillna(0).to_numpy()),
        "land": land_frame(plan, works, streets, shapely.buffer(outline, WATER_OUTSIDE_M)),
        "surveys": table_frame("surveys", {"category": list(CATEGORIES), "complete": "yes", "as_of": UPDATED}),
        "buildings": buildings_frame(houses, estates, rng),
    }
    progress.at(1.0)
    return with_faults(tables, rng)


def _expected_homes(houses: Houses) -> np.ndarray:
    """Households of a house, before they are drawn."""
    home = houses.use == "residential"
    return np.where(home & (houses.estate >= 0), houses.floors * houses.entrances * 1.6, np.where(home, 1.5, 0.0))
