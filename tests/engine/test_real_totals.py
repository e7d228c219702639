"""Real population of the hexagons of Porto Alegre as totals, against a spatial join."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from community3d.layers.crs import reproject_xy
from community3d.processing.engine.areas import assign, points_xy
from community3d.processing.engine.weighing import weighed_by_totals

pytestmark = pytest.mark.long
CRS = "EPSG:32722"
CELL_M = 210.0  # a little more than a hexagon's radius: cells at the rim of the city end there


@pytest.fixture(scope="module")
def hexagons(shared_data: Path) -> gpd.GeoDataFrame:
    """The hexagons as the places nearest to their centres, with their residents."""
    table = pd.read_csv(shared_data / "portoalegre" / "poa_hexgrid.csv")
    centres = shapely.points(reproject_xy(table[["lon", "lat"]].to_numpy(), source="EPSG:4326", target=CRS))
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(centres)))
    centre, cell = shapely.STRtree(cells).query(centres, predicate="intersects")
    shapes = np.empty(len(centres), dtype=object)
    shapes[centre] = shapely.intersection(cells[cell], shapely.buffer(centres[centre], CELL_M))
    columns = {"code": table["id"], "level": "grid", "partition": "grid", "residents": table["population"].astype(float)}
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=CRS)


def test_every_hexagon_keeps_its_residents_or_is_named(hexagons):
    rng = np.random.default_rng(1)
    west, south, east, north = hexagons.total_bounds
    xy = np.column_stack([rng.uniform(west, east, 6000), rng.uniform(south, north, 6000)])
    stated = np.where(rng.random(6000) < 0.1, rng.integers(1, 9, 6000), np.nan)
    columns = {"doorplate_id": [f"D{k}" for k in range(6000)], "households": rng.integers(1, 60, 6000), "residents": stated}
    doors = gpd.GeoDataFrame(columns, geometry=shapely.points(xy), crs=CRS)
    found = weighed_by_totals(doors, hexagons, assign(points_xy(doors), hexagons))
    joined = gpd.sjoin(found.doorplates, hexagons[["code", "geometry"]], predicate="within")
    sums = joined.groupby("code")["residents"].sum().reindex(hexagons["code"])
    told = {problem.row for problem in found.problems if problem.rule != "total_unlike_doorplates"}
    unlike = hexagons["residents"].to_numpy() != sums.fillna(0).to_numpy()
    free = joined[np.isnan(stated[joined.index])].groupby("code").size().reindex(hexagons["code"]).fillna(0).to_numpy()
    # Where every door of a hexagon states its own residents they hold; all others are exact, or named.
    assert set(hexagons["code"][unlike & ((free > 0) | sums.isna().to_numpy())]) == told
    nobody = [problem for problem in found.problems if problem.rule == "total_without_doorplates"]
    lost = sum(problem.message.values["stated"] for problem in nobody if isinstance(problem.message.values["stated"], int))
    empty = hexagons["residents"][sums.isna().to_numpy()]
    assert lost == empty[empty >= 5].sum()  # fewer than five people are not told
    assert (found.doorplates["residents"].dropna() >= 0).all()
