"""A street with five doorplates in two grids; every fault in it can be counted on one hand."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import shapely
from community3d.layers.geopackage import write_geopackage
from community3d.layers.profiles import profile, walker
from community3d.layers.quality.given import open_workspace
from community3d.processing.engine.dataquality import examine
from community3d.processing.engine.results import Settings

CRS, X, Y = "EPSG:4549", 560_000.0, 3_460_000.0
COMMUNITY = "990106001001"
FIRST, SECOND = f"{COMMUNITY}001", f"{COMMUNITY}002"


def point(x: float, y: float) -> shapely.Point:
    return shapely.Point(X + x, Y + y)


def box(west: float, south: float, east: float, north: float) -> shapely.Polygon:
    return shapely.box(X + west, Y + south, X + east, Y + north)


def line(*places: tuple[float, float]) -> shapely.LineString:
    return shapely.LineString([(X + x, Y + y) for x, y in places])


def frame(columns: dict, shapes: list) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=CRS)


def tables() -> dict[str, gpd.GeoDataFrame]:
    """Of the doorplates D2 repeats D1's address, D3 states the wrong grid, D4 has no number and a strange code, D5 is 500 m outside."""
    return {
        "areas": frame(
            {
                "code": ["990106", COMMUNITY, FIRST, SECOND],
                "name": ["示例区", "望湖社区", "望湖第一网格", "望湖第二网格"],
                "partition": ["admin", "admin", "grid", "grid"],
                "level": ["district", "community", "grid", "grid"],
                "parent_code": [None, "990106", COMMUNITY, COMMUNITY],
                "updated_at": ["2026-06-30", "2026-06-30", "2024-06-30", "2024-06-30"],
            },
            [box(0, 0, 400, 200), box(0, 0, 400, 200), box(0, 0, 200, 200), box(200, 0, 400, 200)],
        ),
        "doorplates": frame(
            {
                "doorplate_id": ["D1", "D2", "D3", "D4", "D5"],
                "address": ["长江路2号", "长江路2号", "长江路10号", "长江路", "长江路30号"],
                "road": ["长江路"] * 5,
                "number": ["2号", "2号", "10号", None, "30号"],
                "households": [10, 10, None, 5, 5],
                "grid_code": [FIRST, FIRST, FIRST, "990106001009001", None],
            },
            [point(50, 100), point(60, 100), point(250, 100), point(300, 100), point(900, 100)],
        ),
        "facilities": frame(
            {"facility_id": ["F1", "F2"], "name": ["望湖菜市场", "亭"], "services": ["market", "kiosk"]}, [point(100, 105), point(310, 105)]
        ),
        "streets": frame({"street_id": ["S1", "S2"], "name": ["长江路", "后巷"]}, [line((0, 110), (400, 110)), line((0, 180), (150, 180))]),
        "estates": frame({"estate_id": ["E1"], "name": ["静湖苑"], "gated": ["yes"]}, [box(210, 20, 240, 60)]),
        "buildings": frame(
            {"building_id": ["B1", "B2", "B3"], "use": ["residential"] * 3},
            [box(45, 90, 65, 105), box(245, 90, 255, 105), box(350, 20, 370, 40)],
        ),
    }


def workspace(folder: Path, **changed: gpd.GeoDataFrame | None) -> Path:
    """The town as a workspace; a table that is None is left out."""
    path = folder / "town.gpkg"
    write_geopackage(path, {name: table for name, table in {**tables(), **changed}.items() if table is not None}, crs=CRS)
    return path


def examined(path: Path, **how: object):
    """The examination of a workspace."""
    settings = Settings(profile("tdt1063"), walker("planning"))
    return examine(open_workspace(path), settings=settings, **{"language": "en", **how})


def rules(found) -> dict[str, int]:
    """How many findings there are by table.rule."""
    return {f"{table}.{rule}": int(one["count"].sum()) for (table, rule), one in found.counts.groupby(["table", "rule"])}
