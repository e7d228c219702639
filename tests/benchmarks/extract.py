"""What both sides of the second opinion are asked: homes and facilities of an OSM extract, and all its ways."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    import geopandas as gpd

CATEGORIES = 10
FEW_FACILITIES = 100
BESIDE_M = 40


@dataclass(frozen=True)
class Question:
    """Who asks for what, in metres; every facility has one category."""

    crs: str
    streets: gpd.GeoDataFrame  # every way with the key highway, those we leave out as not walkable
    tags: list[dict[str, str]]  # of each street
    walls: gpd.GeoDataFrame  # those across streets at closed gates: Valhalla stops there too, and knows no other walls
    homes: np.ndarray
    shops: np.ndarray
    category: np.ndarray


def question(extract: Path, count: int, generator: np.random.Generator) -> Question:
    """Homes strewn along all walkable streets, and the facilities of the extract; few facilities are strewn too."""
    from community3d.layers.osm.read import read_osm
    from community3d.layers.osm.shut_streets import SHUT_SOURCE

    read = read_osm(extract)
    streets, tags = _all_ways(extract, read.tables["streets"].assign(speed_factor=1.0, penalty_s=0.0), read.crs)
    found = read.tables["facilities"]
    kinds = found["services"].str.split(r"[;, ]", regex=True).str[0]
    common = list(kinds.value_counts().index[:CATEGORIES])
    kept = kinds.isin(common).to_numpy()
    shops, category = shapely.get_coordinates(found.geometry.to_numpy()[kept]), np.array([common.index(kind) for kind in kinds[kept]])
    if kept.sum() < FEW_FACILITIES:
        shops, category = _strewn(streets, FEW_FACILITIES, generator), np.arange(FEW_FACILITIES) % CATEGORIES
    walls = read.tables["walls"]
    across = walls[walls["source"] == SHUT_SOURCE]
    return Question(read.crs, streets, tags, across, _strewn(streets, count, generator), shops, category)


def _all_ways(extract: Path, streets: gpd.GeoDataFrame, crs: str) -> tuple[gpd.GeoDataFrame, list[dict[str, str]]]:
    """The streets and, as not walkable, every other way of the extract that has a highway key; the tags of each."""
    import geopandas as gpd
    import pandas as pd
    from community3d.layers.crs import LONLAT, reproject
    from community3d.layers.osm.objects import read_objects
    from community3d.layers.progress import SILENT
    from community3d.layers.tags import read_tag_table, used_keys

    osm = read_objects(extract, keys=used_keys(read_tag_table()), progress=SILENT)
    tags = dict(zip(osm.lines.ids, osm.lines.tags))
    tags.update({name: {**has, "area": "yes"} for name, has in zip(osm.polygons.ids, osm.polygons.tags)})
    known = set(streets["street_id"].str.extract(r"(\w+)")[0])
    rows = [row for row, (name, has) in enumerate(zip(osm.lines.ids, osm.lines.tags)) if "highway" in has and name not in known]
    others = gpd.GeoDataFrame(
        {"street_id": osm.lines.ids[rows], "kind": [osm.lines.tags[row]["highway"] for row in rows], "walkable": "no", "level": 0},
        geometry=reproject(osm.lines.shapes[rows], source=LONLAT, target=crs),
        crs=crs,
    ).assign(speed_factor=1.0, penalty_s=0.0)
    both = pd.concat([streets, others], ignore_index=True)
    return both, [tags.get(re.match(r"\w+", name)[0], {}) for name in both["street_id"]]


def _strewn(streets: gpd.GeoDataFrame, count: int, generator: np.random.Generator) -> np.ndarray:
    """Points up to 40 m beside walkable streets, each metre of street alike."""
    lines = streets.geometry.to_numpy()[(streets["walkable"] == "yes").to_numpy()]
    length = shapely.length(lines)
    chosen = generator.choice(len(lines), count, p=length / length.sum())
    on = shapely.line_interpolate_point(lines[chosen], generator.random(count), normalized=True)
    return shapely.get_coordinates(on) + generator.uniform(-BESIDE_M, BESIDE_M, (count, 2))
