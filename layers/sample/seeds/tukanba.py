"""A hillside of five terraces in the size of Tukanba: ten grids, eighteen residents' groups, stairs between the terraces.

From the top down; every block is a grid. The groups are six strips of three, so that none of them is a grid.

      两江名品一组团   | 两江名品二组团       (towers)
      巨柳新村一组团   | 巨柳新村二组团
      杨树新村二组团   | 杨树新村三组团
      火柴新村三组团   | 杨树新村一组团
      火柴新村一组团   | 火柴新村二组团
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...progress import SILENT, Progress
from ..areas import DISTRICT_CODE
from ..bend import ORIGIN
from ..frames import table_frame
from .facts import Case, case_of
from .hillside import Hillside, hillside_of
from .sketch import COMMUNITY, SUBDISTRICT, Cell, Sketch, drawn, tables_of_drawn

CRS = "EPSG:4545"  # CGCS2000, 3-degree Gauss-Krüger, meridian 108° E
MIDDLE = (442_000.0, 3_287_000.0)
RESIDENTS = 2_600  # no report states them
CELLS = {
    (0, 0): Cell("infill", "火柴新村一组团", 9), (1, 0): Cell("infill", "火柴新村二组团", 10),
    (0, 1): Cell("infill", "火柴新村三组团", 7), (1, 1): Cell("infill", "杨树新村一组团", 8),
    (0, 2): Cell("infill", "杨树新村二组团", 5), (1, 2): Cell("infill", "杨树新村三组团", 6),
    (0, 3): Cell("infill", "巨柳新村一组团", 3), (1, 3): Cell("infill", "巨柳新村二组团", 4),
    (0, 4): Cell("social", "两江名品一组团", 1), (1, 4): Cell("social", "两江名品二组团", 2),
}  # fmt: skip
HOUSING, MARKET = "保障房", "灌溪沟农贸市场"
STAIRS_FROM = 0.08  # a way steeper than this has steps
STRIPS = (6, 3)  # of groups: across and up the hill


def tukanba(seed: int, progress: Progress = SILENT) -> dict[str, gpd.GeoDataFrame]:
    """All tables of the town in EPSG:4545; equal seeds give equal frames. Its heights are those of hillside_of()."""
    case, rng = case_of("tukanba"), np.random.default_rng(seed)
    sketch = _sketch(case)
    town = drawn(sketch, RESIDENTS, rng, progress.part(0.0, 0.8))
    tables = _moved(tables_of_drawn(town, sketch, rng, progress.part(0.8, 1.0)))
    hill = hillside_of(tables["areas"])
    for name in ("doorplates", "estates"):
        tables[name] = tables[name].assign(housing_type=tables[name]["housing_type"].where(tables[name]["housing_type"].isna(), HOUSING))
    market = tables["facilities"]["services"] == "market"
    named = tables["facilities"]["name"].mask(market & ~tables["facilities"]["name"].str.contains("区外"), MARKET)
    return {
        **tables,
        "areas": _with_groups(tables["areas"], tables["doorplates"], hill, case),
        "facilities": tables["facilities"].assign(name=named),
        "streets": _with_stairs(tables["streets"], hill),
    }


def _sketch(case: Case) -> Sketch:
    names = {DISTRICT_CODE: case.name, SUBDISTRICT: "示例街道", COMMUNITY: "土坎坝社区"}
    return Sketch((112, 112), (43, 43, 43, 43, 52), CELLS, "living_street", "living_street", None, 250, 4, names, 1e6 * case["area_km2"])


def _moved(tables: dict[str, gpd.GeoDataFrame]) -> dict[str, gpd.GeoDataFrame]:
    """The tables where the case lies."""
    offset = np.subtract(MIDDLE, ORIGIN)
    moved = {}
    for name, frame in tables.items():
        if not isinstance(frame, gpd.GeoDataFrame):
            moved[name] = frame
            continue
        shapes = shapely.transform(frame.geometry.to_numpy(), lambda xy: xy + offset)
        moved[name] = gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=shapes, crs=CRS)
    return moved


def _with_stairs(streets: gpd.GeoDataFrame, hill: Hillside) -> gpd.GeoDataFrame:
    """Ways that climb steeply are steps; a lane of stairs is called so."""
    lines = streets.geometry.to_numpy()
    ends = [shapely.get_coordinates(shapely.get_point(lines, place)) for place in (0, -1)]
    climb = np.abs(hill.heights_at(ends[1]) - hill.heights_at(ends[0])) / shapely.length(lines)
    return streets.assign(kind=streets["kind"].mask(climb > STAIRS_FROM, "steps"))


def _with_groups(areas: gpd.GeoDataFrame, doorplates: gpd.GeoDataFrame, hill: Hillside, case: Case) -> gpd.GeoDataFrame:
    """The areas and the residents' groups, a partition of its own: strips across and up the hill."""
    district = areas.geometry[areas["level"] == "district"].iloc[0]
    lived_in = doorplates.geometry[doorplates["households"] > 0].to_numpy()
    shapes = shapely.normalize(shapely.intersection(hill.strips(*STRIPS, shapely.get_coordinates(lived_in)), district))
    homes, group = shapely.STRtree(shapes).query(doorplates.geometry.to_numpy(), predicate="intersects")
    first = pd.Series(group, index=homes).groupby(level=0).first()
    people = doorplates.loc[first.index, ["households", "residents", "elderly", "children"]]
    sums = people.groupby(first.to_numpy()).sum().reindex(range(case.count("groups"))).fillna(0)
    number = np.arange(1, len(shapes) + 1)
    columns = {
        "code": [f"Z{COMMUNITY}{value:02d}" for value in number],
        "name": [f"土坎坝社区第{value}居民小组" for value in number],
        "partition": "residents_group",
        "level": "group",
        "updated_at": areas["updated_at"].iloc[0],
        **{name: sums[name].to_numpy() for name in sums},
    }
    groups = gpd.GeoDataFrame(table_frame("areas", columns, shapes).drop(columns="geometry"), geometry=shapes, crs=CRS)
    return gpd.GeoDataFrame(pd.concat([areas, groups], ignore_index=True), geometry="geometry", crs=CRS)
