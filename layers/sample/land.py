"""Land by use, estates with their walls and gates."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..progress import Progress
from ..words import text
from .estates import STYLES
from .frames import table_frame
from .lattice import BANK_M, WATER_M
from .plan import Plan
from .shapes import lines_of, with_vertices
from .works import Works


def canal_shapes(plan: Plan, names: np.ndarray, region: shapely.Polygon) -> tuple[np.ndarray, list[str]]:
    """The water of each canal within a region, and the canals' names."""
    sides = np.flatnonzero(np.isin(plan.side_kinds, list(BANK_M)))
    if not len(sides):
        return np.empty(0, dtype=object), []
    lines = lines_of([plan.xy[plan.side_nodes[side]] for side in sides])
    width = pd.Series(plan.side_kinds[sides]).map(WATER_M).to_numpy()
    water = shapely.buffer(lines, width, quad_segs=4)
    canals = sorted(set(names[sides]))
    shapes = [shapely.intersection(shapely.union_all(water[names[sides] == canal]), region) for canal in canals]
    # Canals that meet share water; the later name yields.
    near = shapely.STRtree(shapes)
    for place in range(1, len(shapes)):
        earlier = sorted(other for other in near.query(shapes[place]).tolist() if other < place)
        shapes[place] = shapely.difference(
            shapes[place], shapely.union_all([shapes[other] for other in earlier if shapes[other].intersects(shapes[place])])
        )
    wet = [place for place, shape in enumerate(shapes) if not shape.is_empty]
    return np.array([shapes[place] for place in wet], dtype=object), [canals[place] for place in wet]


def land_frame(plan: Plan, works: Works, names: np.ndarray, region: shapely.Polygon, progress: Progress) -> gpd.GeoDataFrame:
    """Water, residential, green and other land without overlaps: small patches are cut out of the larger ones of their block."""
    canals, canal_names = canal_shapes(plan, names, region)
    progress.at(0.5, text("Cutting the land out along the canals"))
    patches = sorted((patch for patch in works.patches if not patch.shape.is_empty), key=lambda patch: (patch.lot, patch.shape.area))
    shapes = np.array([patch.shape for patch in patches], dtype=object)
    lot = np.array([patch.lot for patch in patches])
    cut = shapes.copy()
    for step in range(1, np.unique(lot, return_counts=True)[1].max()):
        # The step-th smaller neighbour in the list, while it is of the same block.
        same = np.flatnonzero(lot[step:] == lot[:-step]) + step
        cut[same] = shapely.difference(cut[same], shapes[same - step])
    tree = shapely.STRtree(canals)
    patch_at, canal_at = tree.query(cut, predicate="intersects")
    # Canals are long: only the part beside a patch is cut out of it.
    for patch, canal in zip(patch_at, canal_at):
        cut[patch] = shapely.difference(cut[patch], shapely.clip_by_rect(canals[canal], *cut[patch].buffer(1.0).bounds))
    kept = shapely.area(cut) > 1.0
    parts, owner = shapely.get_parts(np.concatenate([canals, cut[kept]]), return_index=True)
    flat = (shapely.get_type_id(parts) == 3) & (shapely.area(parts) > 0.5)
    use = np.array(["water"] * len(canals) + [patch.use for patch, keep in zip(patches, kept) if keep], dtype=object)
    name = np.array([*canal_names, *(patch.name for patch, keep in zip(patches, kept) if keep)], dtype=object)
    return table_frame("land", {"use": use[owner[flat]], "name": name[owner[flat]]}, parts[flat])


def estate_tables(works: Works, names: np.ndarray, households: np.ndarray) -> dict[str, gpd.GeoDataFrame]:
    """Estates, walls and gates; walls and outlines have a vertex at each gate."""
    gates = works.gates
    rings = lines_of([shapely.get_coordinates(estate.ground) for estate in works.estates])
    rings = with_vertices(rings, np.array([gate.estate for gate in gates], dtype=int), np.array([gate.xy for gate in gates]))
    gated = np.array([estate.gated for estate in works.estates], dtype=object)
    walled = np.flatnonzero(gated != "no")
    housing = [STYLES[estate.style].housing_type for estate in works.estates]
    estates = {
        "estate_id": [f"E{number:05d}" for number in range(1, len(rings) + 1)],
        "name": names,
        "gated": gated,
        "housing_type": housing,
        "households": households,
        "managed": ["物业管理" if kind in ("商品房", "保障房") else "社区代管" for kind in housing],
    }
    walls = {"wall_id": [f"W{number:05d}" for number in range(1, len(walled) + 1)], "estate": names[walled]}
    return {
        "estates": table_frame("estates", estates, _polygons(rings)),
        "walls": table_frame("walls", walls, rings[walled]),
        "gates": _gates(works, names),
    }


def _polygons(rings: np.ndarray) -> np.ndarray:
    coordinates, ring = shapely.get_coordinates(rings, return_index=True)
    return shapely.polygons(shapely.linearrings(coordinates, indices=ring))


def _gates(works: Works, names: np.ndarray) -> gpd.GeoDataFrame:
    estate = np.array([gate.estate for gate in works.gates], dtype=int)
    order = pd.Series(estate).groupby(estate).cumcount()
    columns = {
        "gate_id": [f"G{number:05d}" for number in range(1, len(estate) + 1)],
        "name": [f"{names[number]}{'正门' if gate.main else f'侧门{place}'}" for gate, number, place in zip(works.gates, estate, order)],
        "estate": names[estate],
        "open": [gate.open for gate in works.gates],
        "opening": ["00:00-24:00" if gate.main else ("06:00-22:00" if gate.open in ("all", "residents") else None) for gate in works.gates],
    }
    return table_frame("gates", columns, shapely.points([gate.xy for gate in works.gates]))
