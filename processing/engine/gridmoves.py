"""Which blocks of doorplates to give to a neighbouring grid so that the grids of a community have alike many households.

Blocks are those of communityparts: what streets and the edges of water cut a grid into, whole where an estate covers them.
Grids keep to their community. Of all blocks that lie at the border of two of its grids the one is moved that evens them out
most (households per worker post where all grids state theirs, else per grid), again and again; a grid never falls into
more pieces than it has, and no block moves twice. Candidates, never decisions.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from ...layers.areas.ground import common_border, holders
from ...layers.progress import SILENT, Progress
from ...layers.words import text
from .communityparts import SHORTEST_BORDER_M, blocks_of, cutting_lines, weights_of
from .inequality import Ranked
from .posts import grid_rows
from .results import Settings
from .streets import column
from .weighing import weigh

WITHIN = 0.1  # of a fair share: grids nearer to it are even enough
MOST_MOVES = 20  # in a community
COLUMNS = (
    "order", "parent_code", "from_code", "from_name", "to_code", "to_name", "households",
    "from_before", "from_after", "to_before", "to_after",
)  # fmt: skip


@dataclass(frozen=True)
class Moves:
    """Blocks to move, and the Gini coefficient of households per worker (or grid), each worker counted, before and after."""

    blocks: gpd.GeoDataFrame
    gini_before: float
    gini_after: float


@dataclass
class _Community:
    """The blocks of the grids of one community; owner and load change with every move."""

    blocks: np.ndarray
    weight: np.ndarray
    owner: np.ndarray  # grid of each block, from 0
    load: np.ndarray  # households of each grid
    posts: np.ndarray  # worker posts of each grid, 1 where they are not all stated
    near: np.ndarray  # pairs of blocks with a common border
    beside: np.ndarray


def proposed_moves(
    areas: gpd.GeoDataFrame,
    doorplates: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    *,
    estates: gpd.GeoDataFrame | None = None,
    land: gpd.GeoDataFrame | None = None,
    settings: Settings,
    progress: Progress = SILENT,
) -> Moves:
    """The moves of every community with two grids or more, in their order; those without parent_code stay as they are."""
    grids = areas.iloc[grid_rows(areas)].reset_index(drop=True)
    lines, households = cutting_lines(streets, land), np.asarray(weigh(doorplates, settings)["households"], float)
    grid = holders(doorplates.geometry.to_numpy(), grids)
    load = np.bincount(grid[grid >= 0], households[grid >= 0], len(grids))
    posts = column(grids, "worker_posts").to_numpy(dtype=float, na_value=np.nan)
    posts = posts if (posts > 0).all() else np.ones(len(grids))
    after, rows = load.copy(), []
    number, parents = pd.factorize(column(grids, "parent_code"))
    of_door = np.where(grid >= 0, number[grid], -1)
    doors, tree = np.argsort(of_door, kind="stable"), shapely.STRtree(lines)
    yards = None if estates is None else shapely.STRtree(estates.geometry.to_numpy())
    first = np.searchsorted(of_door[doors], np.arange(len(parents) + 1))
    for done, parent in enumerate(parents):  # each community by itself
        progress.at(done / len(parents), text("Balancing grids: {done} of {count} communities", done=done, count=len(parents)))
        own, inside = np.flatnonzero(number == done), doors[first[done] : first[done + 1]]
        if len(own) > 1 and len(inside):
            around = shapely.box(*grids.iloc[own].total_bounds)
            near = lines[np.sort(tree.query(around))]
            inner = None if yards is None else estates.iloc[np.sort(yards.query(around))]
            community = _community(grids.iloc[own], posts[own], near, inner, doorplates.iloc[inside], households[inside])
            load[own] = community.load
            rows += [{"parent_code": parent, **row} for row in _moved(community, grids.iloc[own])]
            after[own] = community.load
    for order, row in enumerate(rows, start=1):
        row["order"] = order
    frame = gpd.GeoDataFrame(pd.DataFrame(rows, columns=[*COLUMNS, "geometry"]), geometry="geometry", crs=areas.crs)
    return Moves(frame, *(Ranked.of(each / posts).gini(posts) for each in (load, after)))


def _community(
    grids: gpd.GeoDataFrame,
    posts: np.ndarray,
    lines: np.ndarray,
    estates: gpd.GeoDataFrame | None,
    doorplates: gpd.GeoDataFrame,
    households: np.ndarray,
) -> _Community:
    parts = [blocks_of(shape, lines, estates) for shape in grids.geometry]
    blocks, owner = np.concatenate(parts), np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    weight = weights_of(blocks, doorplates, households)
    near, beside = shapely.STRtree(blocks).query(blocks, predicate="intersects")
    near, beside = near[near != beside], beside[near != beside]
    real = common_border(blocks[near], blocks[beside]) >= SHORTEST_BORDER_M
    load = np.bincount(owner, weight, len(grids))
    return _Community(blocks, weight, owner, load, posts, near[real], beside[real])


def _moved(community: _Community, grids: gpd.GeoDataFrame) -> list[dict]:
    """Moves blocks as long as that helps; each move as a row."""
    rows, still = [], np.ones(len(community.blocks), dtype=bool)
    codes = grids["code"].to_numpy(object)
    names = column(grids, "name").to_numpy(object)
    # Move after move: each depends on those before it; there are few.
    while len(rows) < MOST_MOVES:
        best = _best(community, still)
        if best is None:
            return rows
        block, target = best
        source, before = community.owner[block], community.load.copy()
        community.owner[block], still[block] = target, False
        community.load[source] -= community.weight[block]
        community.load[target] += community.weight[block]
        told = {"from_code": codes[source], "from_name": names[source], "to_code": codes[target], "to_name": names[target]}
        counts = {"households": community.weight[block], "from_before": before[source], "from_after": community.load[source]}
        counts.update(to_before=before[target], to_after=community.load[target])
        rows.append({**told, **counts, "geometry": community.blocks[block]})
    return rows


def _best(community: _Community, still: np.ndarray) -> tuple[int, int] | None:
    """The block whose move to a neighbouring grid evens out most, and that grid; None where none helps."""
    load, posts, owner, weight = community.load, community.posts, community.owner, community.weight
    fair = load.sum() * posts / posts.sum()
    block, target = community.near, owner[community.beside]
    source = owner[block]
    uneven = (load > fair * (1 + WITHIN)) | (load < fair * (1 - WITHIN))
    gain = load[source] ** 2 / posts[source] + load[target] ** 2 / posts[target]
    gain -= (load[source] - weight[block]) ** 2 / posts[source] + (load[target] + weight[block]) ** 2 / posts[target]
    asked = (source != target) & still[block] & (weight[block] > 0) & (gain > 1e-9) & (uneven[source] | uneven[target])
    rows = np.flatnonzero(asked)
    # Of equal gains the first block; ties must not depend on chance.
    for row in rows[np.lexsort((target[rows], block[rows], -gain[rows]))]:
        if _leaves_whole(community, block[row]):
            return int(block[row]), int(target[row])
    return None


def _leaves_whole(community: _Community, block: int) -> bool:
    """Whether the block's grid keeps people, and falls into no more pieces than it has."""
    own = community.owner == community.owner[block]
    rest = own.copy()
    rest[block] = False
    return bool((community.weight[rest] > 0).any()) and _pieces(community, rest) <= _pieces(community, own)


def _pieces(community: _Community, rows: np.ndarray) -> int:
    inside = rows[community.near] & rows[community.beside]
    links = csr_matrix((np.ones(int(inside.sum())), (community.near[inside], community.beside[inside])), (len(rows), len(rows)))
    return int(connected_components(links, directed=False)[0]) - int((~rows).sum())
