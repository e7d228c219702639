"""All houses of the district in one table, and the buildings of the workspace made from it."""

from __future__ import annotations

from dataclasses import dataclass, fields

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..schema import STOREY_M
from .boxes import polygons
from .frames import table_frame
from .works import Works

STOREYS_M = {"residential": STOREY_M, "education": 3.9, "office": 4.0, "commercial": 4.2, "public": 4.2}


@dataclass(frozen=True)
class Houses:
    """One entry per house in every array."""

    shapes: np.ndarray
    fronts: np.ndarray  # (n, 2, 2) the front edge
    floors: np.ndarray
    entrances: np.ndarray
    use: np.ndarray
    lot: np.ndarray
    estate: np.ndarray  # -1 for none
    side: np.ndarray  # street of the house number, -1 for the estate's
    left: np.ndarray
    number: np.ndarray  # 1, 2, … within an estate, 0 elsewhere


def gather_houses(works: Works) -> Houses:
    """The houses of all rows, less those that stand in another house or on a path."""
    corners = np.concatenate([row.corners for row in works.rows])
    counts = [len(row.corners) for row in works.rows]
    shapes = polygons(corners)
    kept = ~(_overlapping(shapes) | _on_paths(shapes, works))
    single = {
        name: np.repeat([getattr(row, name) for row in works.rows], counts)[kept] for name in ("use", "lot", "estate", "side", "left")
    }
    estates = pd.Series(single["estate"])
    return Houses(
        shapes=shapes[kept],
        fronts=corners[kept, :2],
        floors=np.concatenate([row.floors for row in works.rows])[kept],
        entrances=np.concatenate([row.entrances for row in works.rows])[kept],
        number=np.where(estates >= 0, estates.groupby(estates).cumcount() + 1, 0),
        **single,
    )


def thin_lanes(houses: Houses, plates: int, most_per_house: int, rng: np.random.Generator) -> Houses:
    """Leaves out old houses until there are about as many doorplates as wanted; at least half of them stay."""
    surplus = int(np.minimum(houses.entrances, most_per_house).sum()) - plates
    old = np.flatnonzero((houses.estate < 0) & (houses.use == "residential"))
    kept = np.ones(len(houses.shapes), dtype=bool)
    kept[rng.permutation(old)[: max(0, min(surplus, len(old) // 2))]] = False
    return Houses(**{field.name: getattr(houses, field.name)[kept] for field in fields(houses)})


def _overlapping(shapes: np.ndarray) -> np.ndarray:
    """The later one of every two shapes that share ground."""
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    late = np.zeros(len(shapes), dtype=bool)
    late[second[first < second]] = True
    return late


def _on_paths(shapes: np.ndarray, works: Works) -> np.ndarray:
    lines = shapely.linestrings(
        np.concatenate([path.xy for path in works.paths]),
        indices=np.repeat(np.arange(len(works.paths)), [len(path.xy) for path in works.paths]),
    )
    blocked = np.zeros(len(shapes), dtype=bool)
    blocked[shapely.STRtree(shapes).query(lines, predicate="intersects")[1]] = True
    return blocked


def buildings_frame(houses: Houses, estate_names: np.ndarray, rng: np.random.Generator) -> gpd.GeoDataFrame:
    """The buildings; one in five is measured, the others' heights come from their floors."""
    storey = pd.Series(houses.use).map(STOREYS_M).to_numpy()
    measured = rng.random(len(houses.shapes)) < 0.2
    height = houses.floors * storey + np.where(measured, rng.normal(0.6, 0.4, len(measured)), 0.0)
    named = houses.estate >= 0
    names = np.full(len(houses.shapes), None, dtype=object)
    names[named] = [f"{estate} {number}幢" for estate, number in zip(estate_names[houses.estate[named]], houses.number[named])]
    columns = {
        "building_id": building_ids(np.arange(len(houses.shapes))),
        "name": names,
        "floors": houses.floors,
        "height_m": np.round(height, 1),
        "height_source": np.where(measured, "measured", "floors"),
        "base_m": 0.0,
        "use": houses.use,
        "cim_level": "CIM2",
    }
    return table_frame("buildings", columns, houses.shapes)


def building_ids(positions: np.ndarray) -> np.ndarray:
    """Building ids of positions in the table of houses."""
    return np.array([f"B{position + 1:06d}" for position in positions], dtype=object)
