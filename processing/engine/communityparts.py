"""A proposal how to split a large community: contiguous parts of whole blocks with about equal households.

Blocks are what streets and the edges of water cut the community into; blocks that one estate covers stay together. As many
parts as keep each within the households of a split are made by halving again and again: the blocks are ordered by how much
nearer they are to one of the two blocks farthest apart, the cut that halves best leaves both sides in one piece, and
single blocks then change sides while that evens them out.
"""

from __future__ import annotations

from math import ceil

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra

from ...layers.areas.ground import common_border, holders
from ...layers.progress import SILENT, Progress
from ...layers.words import text
from .communityscale import SPLIT, Scale
from .results import Settings
from .streets import column
from .weighing import weigh

# Ways inside blocks, which do not part them.
INNER_WAYS = ("footway", "path", "steps", "service", "cycleway", "pedestrian", "crossing", "track", "corridor", "footbridge", "underpass")
SMALLEST_M2 = 1.0
SHORTEST_BORDER_M = 5.0
COVERED = 0.5  # of a block by an estate, to belong to it
MOST_CHANGES, MOST_TRIED = 50, 30  # blocks that change sides, and those tried for each change
COLUMNS = ("code", "name", "part", "parts", "households", "share", "area_km2", "blocks", "off_balance")


def proposed_parts(
    found: Scale,
    doorplates: gpd.GeoDataFrame,
    streets: gpd.GeoDataFrame,
    *,
    land: gpd.GeoDataFrame | None = None,
    estates: gpd.GeoDataFrame | None = None,
    split_above: float,
    settings: Settings,
    progress: Progress = SILENT,
) -> gpd.GeoDataFrame:
    """The parts of every split candidate that its blocks allow, by code and part. off_balance: households over or under
    an equal share, as a share of that. Candidates whose blocks cannot be parted (too few, or all in one) are left out."""
    candidates = found.communities[found.communities["verdict"] == SPLIT]
    lines, shapes = cutting_lines(streets, land), candidates.geometry.to_numpy()
    households = np.asarray(weigh(doorplates, settings)["households"], float)
    rows = []
    for done, (code, name, shape) in enumerate(zip(candidates["code"], candidates["name"], shapes)):  # each is cut by itself
        progress.at(done / max(len(shapes), 1), text("Cutting communities into parts: {done} of {count}", done=done, count=len(shapes)))
        blocks = blocks_of(shape, lines, estates)
        weight = weights_of(blocks, doorplates, households)
        part = parted(blocks, weight, max(2, ceil(weight.sum() / split_above)))
        rows += _rows(code, name, blocks, weight, part) if part is not None else []
    frame = pd.DataFrame([row for row, _ in rows], columns=list(COLUMNS))
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries([shape for _, shape in rows], crs=candidates.crs), crs=candidates.crs)


def cutting_lines(streets: gpd.GeoDataFrame, land: gpd.GeoDataFrame | None) -> np.ndarray:
    """Streets that part blocks, and the edges of water."""
    inner = column(streets, "kind").astype(object).isin(INNER_WAYS).to_numpy()
    parted = [streets.geometry.to_numpy()[~inner]]
    if land is not None:
        parted.append(shapely.boundary(land.geometry.to_numpy()[(land["use"] == "water").to_numpy()]))
    return np.concatenate(parted)


def blocks_of(shape: shapely.Geometry, lines: np.ndarray, estates: gpd.GeoDataFrame | None) -> np.ndarray:
    """The blocks of one area: its land between the lines, whole where an estate covers them."""
    near = lines[shapely.intersects(lines, shape)]
    net = shapely.union_all(np.concatenate([[shapely.boundary(shape)], shapely.intersection(near, shape)]))
    faces = shapely.get_parts(shapely.polygonize([net]))
    faces = faces[shapely.covers(shapely.buffer(shape, 0.01), shapely.point_on_surface(faces)) & (shapely.area(faces) > SMALLEST_M2)]
    if estates is None or not len(estates) or not len(faces):
        return faces
    yards = shapely.make_valid(estates.geometry.to_numpy())
    estate, face = shapely.STRtree(faces).query(yards, predicate="intersects")
    inside = shapely.area(shapely.intersection(yards[estate], faces[face])) >= COVERED * shapely.area(faces[face])
    size = len(yards) + len(faces)
    links = csr_matrix((np.ones(int(inside.sum())), (estate[inside], len(yards) + face[inside])), (size, size))
    group = connected_components(links, directed=False)[1][len(yards) :]
    # A different number of faces makes each block.
    return np.array([shapely.union_all(faces[group == each]) for each in np.unique(group)], object)


def weights_of(blocks: np.ndarray, doorplates: gpd.GeoDataFrame, households: np.ndarray) -> np.ndarray:
    """The households in each block."""
    named = gpd.GeoDataFrame({"code": [f"{row:06}" for row in range(len(blocks))]}, geometry=blocks)
    held = holders(doorplates.geometry.to_numpy(), named)
    return np.bincount(held[held >= 0], households[held >= 0], len(blocks))


def parted(blocks: np.ndarray, weight: np.ndarray, count: int) -> np.ndarray | None:
    """The part of each block, from 0; None where the blocks are too few or do not hang together."""
    if (weight > 0).sum() < count:
        return None
    near, beside = shapely.STRtree(blocks).query(blocks, predicate="intersects")
    pairs = near < beside
    near, beside = near[pairs], beside[pairs]
    real = common_border(blocks[near], blocks[beside]) >= SHORTEST_BORDER_M
    near, beside = near[real], beside[real]
    xy = np.column_stack([shapely.get_x(shapely.centroid(blocks)), shapely.get_y(shapely.centroid(blocks))])
    apart = np.hypot(*(xy[near] - xy[beside]).T) + 1e-6
    graph = csr_matrix((apart, (near, beside)), (len(blocks), len(blocks)))
    graph = graph + graph.T
    if connected_components(graph, directed=False)[0] > 1:
        return None
    part = np.zeros(len(blocks), int)
    return part if _halve(graph, weight, np.arange(len(blocks)), count, 0, part) else None


def _halve(graph: csr_matrix, weight: np.ndarray, rows: np.ndarray, count: int, first: int, part: np.ndarray) -> bool:
    """Give the rows the parts from first on; they hang together. False where no cut leaves a lived-in block to every part."""
    part[rows] = first
    if count < 2:
        return True
    own = graph[rows][:, rows]
    # Blocks around one in the middle cannot be halved; one of them can still be cut off.
    for less in dict.fromkeys((count // 2, 1)):
        side = _cut(own, weight[rows], less, count - less)
        if side is not None:
            side = _evened(own, weight[rows], side, less, count - less)
            return _halve(graph, weight, rows[side], less, first, part) and _halve(
                graph, weight, rows[~side], count - less, first + less, part
            )
    return False


def _cut(graph: csr_matrix, weight: np.ndarray, one: int, other: int) -> np.ndarray | None:
    """Which blocks lie on the first side: the cut that gives sides for so many parts each as near as can be to their share."""
    far = dijkstra(graph, directed=False)
    near, away = np.unravel_index(np.argmax(far), far.shape)
    order = np.argsort(far[near] - far[away], kind="stable")
    best, side = np.inf, None
    total = max(weight.sum(), 1e-9)
    # Every cut of the order is tried: hundreds of blocks at most.
    for end in range(1, len(order)):
        first = np.zeros(len(weight), bool)
        first[order[:end]] = True
        off = abs(weight[first].sum() / total - one / (one + other))
        if off < best and _fit(graph, weight, first, one, other):
            best, side = off, first
    return side


def _evened(graph: csr_matrix, weight: np.ndarray, side: np.ndarray, one: int, other: int) -> np.ndarray:
    """The sides after single blocks have changed from the heavier to the lighter one, each time the one that helps most."""
    total = max(weight.sum(), 1e-9)
    for _ in range(MOST_CHANGES):
        over = weight[side].sum() - one / (one + other) * total
        heavy = side if over > 0 else ~side
        helps = np.flatnonzero(heavy & (weight > 0) & (weight < 2 * abs(over) * (1 - 1e-9)))
        for block in helps[np.argsort(np.abs(weight[helps] - abs(over)), kind="stable")][:MOST_TRIED]:
            changed = side.copy()
            changed[block] = not side[block]
            if _fit(graph, weight, changed, one, other):
                side = changed
                break
        else:
            return side
    return side


def _fit(graph: csr_matrix, weight: np.ndarray, first: np.ndarray, one: int, other: int) -> bool:
    """Whether both sides hang together and have a lived-in block for each of their parts."""
    lived = weight > 0
    enough = (lived & first).sum() >= one and (lived & ~first).sum() >= other
    return bool(enough) and _whole(graph, first) and _whole(graph, ~first)


def _whole(graph: csr_matrix, rows: np.ndarray) -> bool:
    """Whether these blocks hang together."""
    return bool(connected_components(graph[rows][:, rows], directed=False)[0] == 1)


def _rows(code: str, name: str, blocks: np.ndarray, weight: np.ndarray, part: np.ndarray) -> list[tuple[dict, shapely.Geometry]]:
    count = int(part.max()) + 1
    fair = weight.sum() / count
    made = []
    for each in range(count):
        own = part == each
        shape, households = shapely.union_all(blocks[own]), float(weight[own].sum())
        sizes = (households, households / weight.sum(), shapely.area(shape) / 1e6, int(own.sum()), households / fair - 1)
        row = (code, name, each + 1, count, *sizes)
        made.append((dict(zip(COLUMNS, row)), shape))
    return made
