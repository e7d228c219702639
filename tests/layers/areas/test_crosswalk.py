"""Two versions of areas laid over each other."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from community3d.layers.areas.crosswalk import crosswalk
from hypothesis import given, settings
from hypothesis import strategies as st

from .squares import CRS, areas

BEFORE = areas(("A", "grid", None, (0, 0, 100, 100)), ("B", "grid", None, (100, 0, 200, 100)))
AFTER = areas(("a", "grid", None, (0, 0, 100, 100)), ("b", "grid", None, (100, 0, 150, 100)), ("c", "grid", None, (150, 0, 220, 100)))


def test_same_split_and_new_land_are_told_with_shares() -> None:
    rows = crosswalk(BEFORE, AFTER, min_area_m2=1)
    assert rows[["from_code", "to_code", "area_m2", "kind"]].to_numpy().tolist() == [
        ["A", "a", 10_000, "same"],
        ["B", "b", 5_000, "part"],
        ["B", "c", 5_000, "part"],
        [None, "c", 2_000, "new"],
    ]
    assert rows["share_from"].tolist()[:3] == [1, 0.5, 0.5]
    assert rows["share_to"].tolist() == pytest.approx([1, 1, 5 / 7, 2 / 7])
    assert np.isnan(rows["households"]).all()


def test_households_of_doorplates_are_shared_out() -> None:
    places = shapely.points([[10, 10], [110, 10], [160, 10], [210, 10], [100, 50]])
    doorplates = gpd.GeoDataFrame({"households": [4, 3, 1, 9, 2]}, geometry=gpd.GeoSeries(places, crs=CRS))
    rows = crosswalk(BEFORE, AFTER, min_area_m2=1, doorplates=doorplates)
    assert rows["households"].tolist() == [6, 3, 1, 9]  # the one on the border counts for A and a, the lowest codes
    assert rows["share_households_from"].tolist()[:3] == [1, 0.75, 0.25]
    assert rows["share_households_to"].tolist() == pytest.approx([1, 1, 0.1, 0.9])


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 18), st.integers(0, 18), st.integers(1, 6), st.integers(1, 6)), min_size=1, max_size=6))
def test_the_land_of_every_area_adds_up(boxes: list[tuple[int, int, int, int]]) -> None:
    after = areas(*((f"x{k}", "grid", None, (10 * x, 10 * y, 10 * (x + w), 10 * (y + h))) for k, (x, y, w, h) in enumerate(boxes)))
    rows = crosswalk(BEFORE, after, min_area_m2=0.01)
    for code, shape in zip(BEFORE["code"], BEFORE.geometry):
        # Overlapping new areas count their common land twice, so only a single one is compared in full.
        if len(boxes) == 1:
            assert rows.loc[rows["from_code"] == code, "area_m2"].sum() == pytest.approx(shape.area)
    assert rows.loc[rows["kind"] == "gone", "area_m2"].sum() == pytest.approx(
        shapely.difference(shapely.union_all(BEFORE.geometry.to_numpy()), shapely.union_all(after.geometry.to_numpy())).area
    )
