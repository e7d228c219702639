"""The invented city with what strains a layout: 600 communities, long names in four scripts, huge and missing counts."""

from __future__ import annotations

import sys
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

ACROSS, UP = 20, 30
NAMES = (
    "莲塘街道锦绣江南花园二期社区居民委员会第十二居民小组联合社区",
    "བོད་ལྗོངས་ལྷ་ས་གྲོང་ཁྱེར་ཁྲིན་ཀོན་ཆུས་སྡེ་ཁུལ",
    "شىنجاڭ ئۈرۈمچى شەھىرى تەڭرىتاغ رايونى مەھەللىسى",
    "Riverside Gardens Residential Community Number Twelve",
    "望湖社区",
)
LONG_ADDRESS = "丰泽路中段莲塘街道锦绣江南花园二期东区1234号附12号"


def strained_results():
    """Results whose names, ranks and counts are as long as real ones ever get."""
    invented = sys.modules["scene_invented"]
    plain = invented.invented_tables
    invented.invented_tables = lambda *given, **more: _strained(plain(*given, **more))
    try:
        return replace(invented.invented_results(), title="莲塘新区锦绣江南片区社区生活圈步行可达性评估三维场景（送审稿）")
    finally:
        invented.invented_tables = plain


def _strained(tables: dict[str, gpd.GeoDataFrame]) -> dict[str, gpd.GeoDataFrame]:
    doorplates, facilities, estates = (tables[name].copy() for name in ("doorplates", "facilities", "estates"))
    doorplates.loc[0, ["households", "residents", "address"]] = [1_234_567.0, 3_234_567.0, LONG_ADDRESS]
    doorplates.loc[1, ["households", "residents"]] = [0.0, 0.0]
    doorplates.loc[2, "residents"] = np.nan
    doorplates["estate"] = [NAMES[k // 20 % len(NAMES)] for k in range(len(doorplates))]
    facilities["name"] = [f"{NAMES[k % len(NAMES)]}{k}" for k in range(len(facilities))]
    facilities["capacity"] = 1_234_567.0
    estates["name"] = [NAMES[k % len(NAMES)] for k in range(len(estates))]
    return {**tables, "areas": _areas(tables["areas"]), "doorplates": doorplates, "facilities": facilities, "estates": estates}


def _areas(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """District and street offices as they were, small communities below them."""
    upper = areas[areas["level"].isin(["district", "subdistrict"])]
    west, south, east, north = upper.total_bounds
    width, height = (east - west) / ACROSS, (north - south) / UP
    rows, shapes = [], []
    for k in range(ACROSS * UP):
        i, j = k % ACROSS, k // ACROSS
        parent = "990106001" if i < ACROSS / 2 else "990106002"
        own = {"code": f"{parent}{k:03d}", "name": NAMES[k % len(NAMES)], "level": "community", "parent_code": parent}
        rows.append({**upper.iloc[0].drop("geometry").to_dict(), **own})
        shapes.append(shapely.box(west + i * width, south + j * height, west + (i + 1) * width, south + (j + 1) * height))
    lower = gpd.GeoDataFrame(rows, geometry=shapes, crs=areas.crs)
    return gpd.GeoDataFrame(pd.concat([upper, lower], ignore_index=True), crs=areas.crs)
