"""District, sub-districts, communities and grids: unions of blocks, so that they tile without gaps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..progress import Progress
from .frames import table_frame
from .lattice import BANK_M
from .lots import Lots
from .names import chinese_number
from .plan import Plan
from .regions import Neighbours, block_neighbours, grow_regions, in_reading_order
from .sizes import Size

DISTRICT_CODE, DISTRICT_NAME = "990106", "示例区"
UPDATED = "2026-11-20"
HECTARE_WEIGHT = 25.0  # parks and schools also make a grid, if a light one
SUM_COLUMNS = ["households", "residents", "elderly", "children"]

# Members, their neighbours, places and weights by block, how many parts: a number for each member.
Grow = Callable[[np.ndarray, Neighbours, np.ndarray, np.ndarray, int], np.ndarray]


@dataclass(frozen=True)
class Territory:
    """The codes of each block and the name of each community and sub-district by code."""

    subdistrict: np.ndarray
    community: np.ndarray
    grid: np.ndarray
    names: dict[str, str]


def divide(
    plan: Plan, lots: Lots, households: np.ndarray, size: Size, bases: np.ndarray, block_names: np.ndarray, progress: Progress
) -> Territory:
    """Groups blocks into grids, communities and sub-districts; bases are free name parts, households are by block."""
    barrier = np.isin(plan.side_kinds, list(BANK_M))
    neighbours = block_neighbours(plan.rings, plan.ring_sides, barrier)
    weights = households + HECTARE_WEIGHT * shapely.area(lots.polygons) / 1e4
    subdistrict = subdistricts(plan, lots, max(1, round(_superblocks(plan) / size.subdistrict_superblocks)), grow_regions)
    community, grid = np.empty(len(weights), dtype=object), np.empty(len(weights), dtype=object)

    def parts(blocks: np.ndarray, count: int) -> int:
        return max(1, round(count * weights[blocks].sum() / weights.sum()))

    codes = np.unique(subdistrict)
    for done, code in enumerate(codes):
        progress.at(done / len(codes))
        members = np.flatnonzero(subdistrict == code)
        regions = grow_regions(members, neighbours, lots.centres, weights, parts(members, size.communities))
        community[members] = coded(members, code, regions, lots, 700.0)
        for inner in np.unique(community[members].astype(str)):
            blocks = np.flatnonzero(community == inner)
            regions = grow_regions(blocks, neighbours, lots.centres, weights, parts(blocks, size.grids))
            grid[blocks] = coded(blocks, inner, regions, lots, 220.0)
    return Territory(subdistrict, community, grid, named(subdistrict, community, lots, bases, block_names))


def _superblocks(plan: Plan) -> int:
    return len({face.superblock for face in plan.faces})


def subdistricts(plan: Plan, lots: Lots, count: int, grow: Grow) -> np.ndarray:
    """The code of each block's sub-district: groups of whole superblocks, whose limits are main roads and canals."""
    cell = pd.MultiIndex.from_tuples([face.superblock for face in plan.faces])
    cells, number = np.unique(np.array(cell.tolist()), axis=0, return_inverse=True)
    number = number.ravel()
    rings, sides = _superblock_edges(plan, cells)
    neighbours = block_neighbours(rings, sides, plan.side_kinds == "canal_main")
    places = np.array([lots.centres[number == order].mean(axis=0) for order in range(len(cells))])
    label = grow(np.arange(len(cells)), neighbours, places, np.ones(len(cells)), count)
    return coded(np.arange(len(cells)), DISTRICT_CODE, label, None, 2000.0, places)[number]


def _superblock_edges(plan: Plan, cells: np.ndarray) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Corner numbers and lattice sides round each superblock."""
    i, j = cells.T
    height = len(plan.lattice.y)
    corner = np.stack([i * height + j, (i + 1) * height + j, (i + 1) * height + j + 1, i * height + j + 1], axis=1)
    side = np.stack([plan.rows[i, j], plan.columns[i + 1, j], plan.rows[i, j + 1], plan.columns[i, j]], axis=1)
    return list(corner), list(side)


def coded(
    members: np.ndarray, parent: str, label: np.ndarray, lots: Lots | None, row_m: float, places: np.ndarray | None = None
) -> np.ndarray:
    """Codes of three more digits than the parent's, from west to east and from north to south."""
    centres = places if lots is None else lots.centres[members]
    regions = np.array([centres[label == number].mean(axis=0) for number in range(label.max() + 1)])
    rank = in_reading_order(regions, row_m)
    return np.array([f"{parent}{rank[number]:03d}" for number in label], dtype=object)


def named(subdistrict: np.ndarray, community: np.ndarray, lots: Lots, bases: np.ndarray, block_names: np.ndarray) -> dict[str, str]:
    """A community is named after the superblock that most of it lies in, unless a neighbour took that name."""
    free = iter(bases)
    names = {code: f"{next(free)}街道" for code in np.unique(subdistrict.astype(str))}
    ground = pd.DataFrame({"community": community, "base": block_names, "m2": shapely.area(lots.polygons)})
    ranked = (
        ground.groupby(["community", "base"]).m2.sum().reset_index().sort_values(["community", "m2", "base"], ascending=[True, False, True])
    )
    taken: set[str] = set()
    for code, rows in ranked.groupby("community", sort=True):
        base = next((base for base in rows.base if base not in taken), None) or next(free)
        taken.add(base)
        names[code] = f"{base}社区"
    return names


def areas_frame(territory: Territory, lots: Lots, doorplates: gpd.GeoDataFrame, rng: np.random.Generator) -> gpd.GeoDataFrame:
    """All areas: partition admin with district, sub-districts, communities; partition grid with the grids."""
    blocks = pd.DataFrame({"subdistrict": territory.subdistrict, "community": territory.community, "grid": territory.grid})
    blocks["district"] = DISTRICT_CODE
    parts = [_level(blocks, level, lots, doorplates, territory.names) for level in ("district", "subdistrict", "community", "grid")]
    table = pd.concat(parts, ignore_index=True)
    grid = table.level.to_numpy() == "grid"
    table["leader_posts"] = np.where(grid, np.where(rng.random(len(table)) < 0.94, 1.0, 0.0), np.nan)
    table["worker_posts"] = np.where(grid, rng.choice([2.0, 3.0, 3.0, 3.0, 4.0], len(table)), np.nan)
    for post in ("leader_posts", "worker_posts"):
        sum_up(table, post)
    table["updated_at"] = UPDATED
    columns = {name: table[name].to_numpy() for name in table.columns if name != "geometry"}
    return table_frame("areas", columns, table.geometry.to_numpy())


def _level(blocks: pd.DataFrame, level: str, lots: Lots, doorplates: gpd.GeoDataFrame, names: dict[str, str]) -> pd.DataFrame:
    codes, number = np.unique(blocks[level].to_numpy().astype(str), return_inverse=True)
    order = np.argsort(number, kind="stable")
    starts = np.searchsorted(number[order], np.arange(len(codes) + 1))
    shapes = [shapely.coverage_union_all(lots.polygons[order[start:end]]) for start, end in zip(starts[:-1], starts[1:])]
    length = len(codes[0])
    totals = doorplates.groupby(doorplates.grid_code.str[:length])[SUM_COLUMNS].sum().reindex(codes).fillna(0)
    table = totals.reset_index(drop=True)
    table["code"] = codes.astype(object)
    table["name"] = [_name(code, level, names) for code in codes]
    table["partition"], table["level"] = "grid" if level == "grid" else "admin", level
    table["parent_code"] = None if level == "district" else [code[:-3] for code in codes]
    table["kind"] = _kinds(codes, level, doorplates, totals.households.to_numpy())
    table["geometry"] = shapely.normalize(np.array(shapes, dtype=object))
    return table


def _name(code: str, level: str, names: dict[str, str]) -> str:
    if level == "district":
        return DISTRICT_NAME
    return f"{names[code[:12]]}第{chinese_number(int(code[-3:]))}网格" if level == "grid" else names[code]


def _kinds(codes: np.ndarray, level: str, doorplates: gpd.GeoDataFrame, households: np.ndarray) -> np.ndarray:
    """What most homes of a community are; a grid without homes is a dedicated one."""
    if level == "grid":
        return np.where(households < 15, "专属网格", "基础网格").astype(object)
    if level != "community":
        return np.full(len(codes), None, dtype=object)
    words = {
        "传统民居": "老旧社区",
        "老旧小区": "老旧社区",
        "安置房": "拆迁安置社区",
        "保障房": "保障房社区",
        "商品房": "商品房社区",
        "城中村": "城中村社区",
    }
    kinds = doorplates.housing_type.map(words)
    counted = doorplates.households.groupby([doorplates.grid_code.str[:12], kinds]).sum().unstack(fill_value=0).reindex(codes).fillna(0)
    share = counted.max(axis=1) / counted.sum(axis=1).clip(lower=1)
    return np.where(share > 0.5, counted.idxmax(axis=1), "混合社区").astype(object)


def sum_up(table: pd.DataFrame, column: str) -> None:
    """Fills the levels above the grids with the sums of their grids."""
    grids = table[table.level == "grid"]
    for length, level in ((12, "community"), (9, "subdistrict"), (6, "district")):
        rows = table.level == level
        table.loc[rows, column] = table.loc[rows, "code"].map(grids.groupby(grids.code.str[:length])[column].sum())
