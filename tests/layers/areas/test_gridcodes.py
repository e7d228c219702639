"""Grid codes: numbered as one reads."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from community3d.layers.areas.gridcodes import grid_codes, reading_order, renumbered
from community3d.layers.errors import InputError

from .squares import CRS, areas


def grids(*boxes: tuple[float, float, float, float]) -> gpd.GeoDataFrame:
    codes = [f"g{number}" for number in range(1, len(boxes) + 1)]
    return gpd.GeoDataFrame({"code": codes}, geometry=gpd.GeoSeries([shapely.box(*box) for box in boxes], crs=CRS))


def test_grids_are_numbered_as_one_reads() -> None:
    # Two rows of two; the rows do not lie quite level.
    layer = grids((100, 95, 200, 195), (0, 0, 100, 100), (0, 100, 100, 200), (100, 0, 200, 95))
    assert reading_order(layer.geometry.to_numpy()).tolist() == [2, 0, 1, 3]
    codes = grid_codes(layer, pd.Series(["320506001012"] * 4))
    assert codes.tolist() == ["320506001012002", "320506001012003", "320506001012001", "320506001012004"]


def test_each_community_begins_anew_with_as_many_digits_as_asked() -> None:
    layer = grids((0, 0, 10, 10), (10, 0, 20, 10), (20, 0, 30, 10))
    assert grid_codes(layer, pd.Series(["A", "B", "A"]), digits=2).tolist() == ["A01", "B01", "A02"]


def test_lost_and_crowded_grids_are_refused_at_once() -> None:
    layer = grids(*((k, 0, k + 1, 1) for k in range(11)))
    with pytest.raises(InputError) as refused:
        grid_codes(layer, pd.Series([None, *["A"] * 10]), digits=1)
    assert [str(problem) for problem in refused.value.problems] == [
        "1 grids lie in no community, the first is g1. Add the communities or cut the grids.",
        "A has 10 grids, more than 1 digits can number. Raise DIGITS.",
    ]


def test_grids_of_a_subdistrict_without_communities_are_refused() -> None:
    layer = areas(("320506001", "subdistrict", None, (0, 0, 10, 10)), ("g1", "grid", None, (0, 0, 5, 10)))
    with pytest.raises(InputError, match="1 grids lie in no community, the first is g1"):
        renumbered(layer)
