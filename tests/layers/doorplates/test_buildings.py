"""Doorplates matched to buildings on squared paper."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely
from community3d.layers.doorplates.buildings import match_buildings

CRS = "EPSG:4549"
BUILDINGS = gpd.GeoDataFrame(
    {"building_id": ["B1", "B2", "B3"], "name": ["天润城3幢", None, None]},
    geometry=gpd.GeoSeries([shapely.box(0, 0, 10, 10), shapely.box(30, 0, 40, 10), shapely.box(35, 0, 45, 10)], crs=CRS),
)


def doors(*rows: tuple[float, float, str | None, str | None, str | None]) -> gpd.GeoDataFrame:
    x, y, code, estate, road = zip(*rows)
    return gpd.GeoDataFrame({"building_id": code, "estate": estate, "road": road}, geometry=gpd.GeoSeries.from_xy(x, y, crs=CRS))


def test_code_wins_over_place_and_place_over_nearness() -> None:
    matched = match_buildings(doors((5, 5, "B2", None, None), (5, 5, "unknown", None, None), (37, 5, None, None, None)), BUILDINGS)
    assert matched.building_id.tolist() == ["B2", "B1", "B2"]  # in two buildings the lowest identifier
    assert matched.how.tolist() == ["code", "inside", "inside"]
    assert matched.metres.tolist() == [25, 0, 0]


def test_the_nearest_building_must_share_estate_or_road() -> None:
    rows = doors(
        (5, 20, None, "天润城", None),  # 10 m from B1, whose name holds the estate
        (5, 20, None, "蠡墅花园", None),  # as near, another estate
        (42, 5, None, None, "人民路"),  # stands in B3
        (50, 5, None, None, "人民路"),  # 5 m from B3, which the one before names
        (61, 5, None, None, "人民路"),  # 16 m: too far
    )
    matched = match_buildings(rows, BUILDINGS)
    assert matched.building_id.tolist() == ["B1", None, "B3", "B3", None]
    assert matched.metres[[0, 3]].tolist() == [10, 5]
    assert matched.rates() == pytest.approx({"code": 0, "inside": 0.2, "nearest": 0.4, "alone": 0, "none": 0.4})


def test_the_nearest_building_by_far_needs_no_estate_or_road() -> None:
    rows = doors(
        (-4, 5, None, None, "人民路"),  # 4 m from B1; B2 stands 34 m away
        (20, 5, None, None, "人民路"),  # 10 m from B1 and from B2
        (17, 5, None, None, "人民路"),  # 7 m from B1, 13 m from B2: not twice as far
        (14, 5, None, None, "人民路"),  # 4 m from B1, 16 m from B2
        (-16, 5, None, None, None),  # alone, but 16 m away
    )
    matched = match_buildings(rows, BUILDINGS)
    assert matched.building_id.tolist() == ["B1", None, None, "B1", None]
    assert matched.how.tolist() == ["alone", "none", "none", "alone", "none"]
    assert matched.metres[[0, 3]].tolist() == [4, 4]


def test_the_nearest_building_by_far_may_not_be_another_estates() -> None:
    rows = doors(
        (-4, 5, None, "天润", None),  # B1 is called 天润城3幢
        (-4, 6, None, "蠡墅花园", None),
        (38, -4, None, "石湖", None),  # 4 m from B2 and from B3
        (38, 5, "B2", "石湖", None),
        (28, 5, None, "越湖", None),  # 2 m from B2, 7 m from B3; B2 has a doorplate of another estate
        (28, 6, None, None, None),
    )
    matched = match_buildings(rows, BUILDINGS)
    assert matched.building_id.tolist() == ["B1", None, "B2", "B2", None, "B2"]
